# SPDX-License-Identifier: GPL-3.0-or-later
"""What is kept longer than it may be: a list to read, and one step that removes it for good (domain 4.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QStackedWidget

from hospes.domain.erasure_words import NOT_UNDONE, backups
from hospes.i18n.marks import N_, P_
from hospes.queries.retention import DueRow, due
from hospes.ui.desk import Answer
from hospes.ui.page import Fit, Heading, Page
from hospes.ui.rows import Column
from hospes.ui.table import ListTable
from hospes.ui.widgets.boxes import Box, FlowLayout, column, holder, line
from hospes.ui.widgets.buttons import main_button, plain_button
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.notices import EmptyState
from hospes.ui.widgets.tall import Tall

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from hospes.i18n.locale import Locale
    from hospes.store.erasing_backups import Cleaned
    from hospes.ui.desk import Desk
    from hospes.ui.tasks import Work

LEAST = 440
"""How high the page is at least, in units: it scrolls in a lower window."""


def _columns() -> Sequence[Column[DueRow]]:
    return (
        Column("name", P_("person", "Name"), 220, lambda one, _: one.name, least=150),
        Column("kind", N_("What it is"), 200, lambda one, locale: locale.label(one.kind), goes=1),
        Column("why", N_("Why"), 520, _why, least=320),
    )


def _why(one: DueRow, locale: Locale) -> str:
    return locale.text(one.why, visit=one.visit, date=locale.date(one.since, "long"))


class RetentionPage(Page):
    """A list and two buttons."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {
            "health_note",
            "stay_wish",
            "stay_link",
            "membership",
            "mandate",
            "receipt",
            "person",
            "setting",
            "visit",
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self._rows: list[DueRow] = []
        self.table = ListTable(
            desk,
            "retention",
            _columns(),
            shown=("name", "kind", "why"),
            name="retention.table",
            label=desk.text("Kept longer than it may be"),
        )
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(self._open)
        self.every = main_button(theme, "", self._ask_all, icon="trash-2", name="retention.all")
        self.some = plain_button(theme, "", self._ask_some, name="retention.some")
        words = desk.text(
            "Read the list first. What is removed here also leaves the history and the backups. "
            "How long what is kept stands in the settings."
        )
        buttons = FlowLayout(theme)
        for button in (self.every, self.some):
            buttons.addWidget(button)
        buttons.addWidget(
            plain_button(
                theme, desk.text("How long what is kept…"), self._settings, name="retention.settings"
            )
        )
        foot = holder(
            column(
                theme, Label(theme, words, "m", wrap=True), holder(buttons), gap=8, margins=(16, 8, 12, 10)
            )
        )
        self.body = QStackedWidget()
        self.body.addWidget(Box(theme, "card", self.table, line(), foot, gap=0, margins=(1, 1, 1, 1)))
        self.body.addWidget(
            EmptyState(
                theme,
                desk.text("Nothing is kept longer than it may be."),
                (
                    Answer(
                        desk.text("How long what is kept…"), self._settings, name="retention.emptySettings"
                    ),
                ),
                icon="shield-check",
            )
        )
        inner = holder(column(theme, self.body, margins=(22, 0, 18, 14)))
        self.tall = Tall(inner, self._least, "retention.scroll")
        self.setLayout(column(theme, self.tall, gap=0))

    def reload(self) -> None:
        desk = self.desk
        self._rows = desk.read(due, desk.file.today, desk.locale.language)
        by_id = {one.id: one for one in self._rows}
        self.table.set_rows([one.id for one in self._rows], lambda ids: [by_id.get(one) for one in ids])
        self.body.setCurrentIndex(0 if self._rows else 1)
        self.every.setText(desk.ntext("Remove {n} entry", "Remove all {n} entries", len(self._rows)))
        if self._rows and not self.table.chosen_ids():
            self.table.choose(self._rows[0].id)
        self._chosen()

    def _open(self, row_id: object) -> None:
        one = next((one for one in self._rows if one.id == row_id), None)
        if one is not None and one.person is not None:
            self.desk.go("person", id=one.person.hex)

    def _picked(self) -> list[DueRow]:
        chosen = set(self.table.chosen_ids())
        return [one for one in self._rows if one.id in chosen]

    def _chosen(self, _ids: object = None) -> None:
        number = len(self._picked())
        self.some.setText(self.desk.ntext("Remove the chosen entry", "Remove the {n} chosen entries", number))
        self.some.setVisible(0 < number < len(self._rows))

    def _ask_all(self) -> None:
        self._ask(self._rows)

    def _ask_some(self) -> None:
        self._ask(self._picked())

    def _ask(self, rows: list[DueRow]) -> None:
        desk = self.desk
        if not rows:
            return
        self._asked = rows
        remove = desk.ntext("Remove {n} entry", "Remove all {n} entries", len(rows))
        desk.ask(
            desk.ntext("Remove {n} entry for good?", "Remove {n} entries for good?", len(rows)),
            (
                Answer(remove, self._remove, main=True, name="retention.yes"),
                Answer(desk.text("Keep"), self._keep, name="retention.no"),
            ),
            detail=desk.text(NOT_UNDONE),
            urgent=True,
        )

    def _remove(self) -> None:
        desk, rows, app = self.desk, self._asked, self.desk.file
        places = desk.settings.backup_places
        wanted = [one.listed for one in rows]

        def job(_work: Work) -> Cleaned:
            return app.erase(wanted, places)

        def done(cleaned: Cleaned) -> None:
            desk.bus.backedUp.emit()
            said = [
                desk.ntext(
                    "{n} entry was removed for good.", "{n} entries were removed for good.", len(rows)
                ),
                *backups(cleaned.rewritten, len(cleaned.failed), len(cleaned.missing), desk.locale),
            ]
            desk.say(" ".join(said), kind="done" if cleaned.whole else "warn")

        desk.tasks.run(job, title=desk.text("Removing for good"), done=done, failed=self._fail)

    def _fail(self, error: object) -> None:
        self.desk.say(error, kind="err")  # type: ignore[arg-type]  # tasks hand over the UserError

    def _keep(self) -> None:
        """Nothing happens."""

    def _settings(self) -> None:
        self.desk.go("settings", section="privacy")

    def _least(self) -> int:
        """How high the page is at least; in a low window it scrolls (design 4)."""
        return self.desk.theme.u(LEAST) if self.fits is Fit.NARROW else 0

    def fit(self, fit: Fit) -> None:
        super().fit(fit)
        self.tall.settle()

    def heading(self) -> Heading:
        return Heading(
            self.desk.text("Kept longer than it may be"), self.desk.text("Read first, then remove for good")
        )

    def help_page(self) -> str:
        return "privacy"

    def acts(self) -> Mapping[str, Callable[[], object]]:
        return {"bin": self._ask_some} if self._rows else {}

    def first_focus(self) -> QWidget | None:
        return self.table if self._rows else None
