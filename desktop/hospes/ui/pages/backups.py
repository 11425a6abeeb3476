# SPDX-License-Identifier: GPL-3.0-or-later
"""Going back to a backup: which there are, what is inside, and restoring one (design 5.16)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget

from hospes.i18n.marks import N_
from hospes.ui.desk import Answer
from hospes.ui.page import Fit, Heading, Page
from hospes.ui.pages.backup_words import what_would_change, words_of
from hospes.ui.rows import Cell, Column
from hospes.ui.table import ListTable
from hospes.ui.widgets.boxes import Box, FlowLayout, column, holder, line
from hospes.ui.widgets.buttons import main_button, plain_button
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.notices import EmptyState
from hospes.ui.widgets.tall import Tall

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from hospes.i18n.locale import Locale
    from hospes.queries.compare import Difference
    from hospes.store.backup_places import Listed
    from hospes.ui.desk import Desk
    from hospes.ui.tasks import Work

Rows = tuple[list["Listed"], dict[str, int]]

LEAST = 400
"""How high the page is at least, in units: it scrolls in a lower window."""

COMPARE_MS = 300
"""Whoever goes through the list with the arrow keys is not kept waiting at every line."""


class BackupRow:
    """One backup, with the figures of today to compare with."""

    def __init__(self, listed: Listed, today: Mapping[str, int]) -> None:
        self.listed = listed
        self.today = today

    def figure(self, name: str) -> int | None:
        """A figure of then, if it was written down."""
        return self.listed.backup.manifest.figures.get(name) if self.listed.backup is not None else None


def _columns() -> Sequence[Column[BackupRow]]:
    return (
        Column("made", N_("Made"), 210, _made),
        Column("members", N_("Members"), 110, lambda one, locale: _figure(one, locale, "members"), goes=2),
        Column("visits", N_("Visits"), 90, lambda one, locale: _figure(one, locale, "visits"), goes=3),
        Column("compared", N_("Compared with today"), 300, compared, least=240),
        Column("place", N_("Lies in"), 240, _place),
    )


def _made(one: BackupRow, locale: Locale) -> str | Cell:
    backup = one.listed.backup
    if backup is None:
        return Cell(locale.text("Damaged"), one.listed.path.name, icon="triangle-alert", tone="warn")
    return locale.moment(backup.manifest.made_at)


def _place(one: BackupRow, locale: Locale) -> str | Cell:
    from hospes.store import backup_places

    folder = one.listed.path.parent
    if folder == backup_places.usual():
        return locale.text("This computer")
    return Cell(folder.name or str(folder), str(folder))


def _figure(one: BackupRow, locale: Locale, name: str) -> str:
    value = one.figure(name)
    return "" if value is None else locale.number(value)


def compared(one: BackupRow, locale: Locale) -> str:
    """What going back would change, in numbers."""
    members, visits = one.figure("members"), one.figure("visits")
    if members is None or visits is None:
        return ""
    said = []
    if n := members - one.today.get("members", 0):
        said.append(
            locale.ntext("{n} member more", "{n} members more", n)
            if n > 0
            else locale.ntext("{n} member fewer", "{n} members fewer", -n)
        )
    if n := visits - one.today.get("visits", 0):
        said.append(
            locale.ntext("{n} visit more", "{n} visits more", n)
            if n > 0
            else locale.ntext("{n} visit fewer", "{n} visits fewer", -n)
        )
    return locale.listing(said) if said else locale.text("The same numbers as today")


class BackupsPage(Page):
    """A list, what going back to the chosen one would change, and two buttons."""

    watches: ClassVar[frozenset[str]] = frozenset({"*"})  # each line compares with today's file

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self._rows: list[BackupRow] = []
        self._compared: dict[Path, list[Difference]] = {}
        self._soon = QTimer(self, singleShot=True, interval=0 if desk.tasks.inline else COMPARE_MS)
        self._soon.timeout.connect(self._compare)
        self.table = ListTable(
            desk,
            "backups",
            _columns(),
            shown=("made", "members", "visits", "compared", "place"),
            name="backups.table",
            label=desk.text("Backups"),
        )
        self.table.opened.connect(self._open)
        self.table.chosen.connect(self._chosen)
        self.inside = Label(theme, "", "m", wrap=True, name="backups.inside")
        self.look = plain_button(
            theme, desk.text("Look inside"), self._look, icon="search", name="backups.look"
        )
        self.back = main_button(
            theme, desk.text("Go back to this one"), self._ask, icon="archive-restore", name="backups.restore"
        )
        buttons = FlowLayout(theme, self.look, self.back)
        foot = holder(column(theme, self.inside, holder(buttons), gap=8, margins=(16, 8, 12, 10)))
        self.body = QStackedWidget()
        self.body.addWidget(Box(theme, "card", self.table, line(), foot, gap=0, margins=(1, 1, 1, 1)))
        empty = EmptyState(
            theme,
            desk.text("There is no backup of this file yet."),
            (Answer(desk.text("Back up now"), self._back_up, main=True, name="backups.now"),),
            icon="shield-check",
        )
        self.body.addWidget(empty)
        inner = holder(column(theme, self.body, margins=(22, 0, 18, 14)))
        self.tall = Tall(inner, self._least, "backups.scroll")
        self.setLayout(column(theme, self.tall, gap=0))
        desk.bus.backedUp.connect(self.reload)

    def reload(self) -> None:
        app, opening = self.desk.app, self.desk.opening
        if app is None or (opening is not None and opening.back_to_today()):
            return
        self._compared.clear()
        places = self.desk.settings.backup_places

        def job(_work: Work) -> Rows:
            from hospes.queries.figures import figures
            from hospes.store import backup, backup_places

            found = backup_places.listed(app.path, backup.file_id(app.path), places)
            return found, app.read(figures, app.today)

        self.desk.tasks.run(job, title=self.desk.text("Looking through the backups"), done=self._take)

    def _take(self, found: Rows) -> None:
        listed, today = found
        self._rows = [BackupRow(one, today) for one in listed]
        numbers = list(range(len(self._rows)))
        self.table.set_rows(numbers, lambda ids: [self._rows[one] for one in ids])
        self.body.setCurrentIndex(0 if self._rows else 1)
        if self._rows:
            self.table.choose(0)
        self._chosen()

    def _one(self) -> BackupRow | None:
        ids = self.table.chosen_ids()
        return self._rows[ids[0]] if len(ids) == 1 and ids[0] < len(self._rows) else None

    def _chosen(self, _ids: object = None) -> None:
        one = self._one()
        whole = one is not None and one.listed.backup is not None
        self.look.setEnabled(whole)
        self.back.setEnabled(whole)
        if one is not None and not whole:
            self.inside.setText(self.desk.text("This backup is damaged and is not used. Choose another."))
        elif one is not None and one.listed.path in self._compared:
            self._tell(self._compared[one.listed.path])
        else:
            self.inside.setText(self.desk.text("Look inside first: nothing is changed by it."))
            self._soon.start()

    def _compare(self) -> None:
        """Say of the chosen backup what would change, by reading it and the open file side by side."""
        one, app = self._one(), self.desk.app
        if one is None or one.listed.backup is None or app is None:
            return
        path, language = one.listed.path, self.desk.locale.code

        def job(_work: Work) -> list[Difference]:
            return what_would_change(app, path, language)

        def done(found: list[Difference]) -> None:
            self._compared[path] = found
            chosen = self._one()
            if chosen is not None and chosen.listed.path == path:
                self._tell(found)

        self.desk.tasks.run(
            job, title=self.desk.text("Comparing with the file"), done=done, failed=self._fail
        )

    def _tell(self, found: list[Difference]) -> None:
        self.inside.setText("\n".join(words_of(found, self.desk.locale)))

    def _open(self, _id: object) -> None:
        self._look()

    def _look(self) -> None:
        one = self._one()
        if one is None or one.listed.backup is None or self.desk.opening is None:
            return
        made = self.desk.locale.moment(one.listed.backup.manifest.made_at)
        words = self.desk.text(
            "You are looking at the backup of {when}. Nothing can be changed here.", when=made
        )
        self.desk.opening.look_inside(one.listed.path, words)

    def _fail(self, error: object) -> None:
        self.desk.say(error, kind="err")  # type: ignore[arg-type]  # tasks hand over the UserError

    def _ask(self) -> None:
        one = self._one()
        if one is not None and one.listed.backup is not None and self.desk.opening is not None:
            self.desk.opening.ask_back(one.listed.path)

    def _back_up(self) -> None:
        self.desk.act("frame.backup")

    def _least(self) -> int:
        """How high the page is at least; in a low window it scrolls (design 4)."""
        return self.desk.theme.u(LEAST) if self.fits is Fit.NARROW else 0

    def fit(self, fit: Fit) -> None:
        super().fit(fit)
        self.tall.settle()

    def heading(self) -> Heading:
        return Heading(self.desk.text("Go back to a backup"), self.desk.text("Today's state is kept as well"))

    def help_page(self) -> str:
        return "backup"

    def acts(self) -> Mapping[str, Callable[[], object]]:
        return {"edit": self._look} if self._rows else {}

    def first_focus(self) -> QWidget | None:
        return self.table if self._rows else None
