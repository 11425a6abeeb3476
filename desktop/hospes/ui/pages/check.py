# SPDX-License-Identifier: GPL-3.0-or-later
"""Tools ▸ Check the records: what cannot be and what looks odd, each with a jump and perhaps a cure.

The file is looked through in the worker, with a bar and Stop; again whenever something was changed. "It is
right" is remembered with the value it was said of.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QStackedWidget

from hospes.i18n.marks import N_
from hospes.queries.checks import NOBODY, Finding, check_rules
from hospes.queries.names import names
from hospes.ui.page import Fit, Heading, Page
from hospes.ui.rows import Cell, Column
from hospes.ui.table import ListTable
from hospes.ui.widgets.boxes import Box, FlowLayout, column, holder, line
from hospes.ui.widgets.buttons import plain_button
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.notices import EmptyState
from hospes.ui.widgets.tall import Tall

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from hospes.i18n.locale import Locale
    from hospes.queries.names import Named
    from hospes.ui.desk import Desk
    from hospes.ui.tasks import Work

PLACES = {
    "person": "person",
    "household": "household",
    "organisation": "contacts",
    "household_member": "person",
    "consent": "person",
    "office": "person",
    "partnership": "twinning",
    "partnership_phase": "twinning",
    "visit": "visit",
    "retention": "retention",
    "laptop": "laptop",
    "money": "money",
    "payment": "money",
    "receipt": "money",
    "settings": "settings",
}
"""Where an entry of a table is opened."""

LEAST = 400
"""How high the page is at least, in units: it scrolls in a lower window."""

OF_WHOLE = frozenset({"retention", "laptop", "money", "settings"})
"""Places that are opened without an entry."""

SEARCH = "search-stale"


@dataclass(frozen=True)
class _Problem:
    """A finding in words; a damaged part of the file has none behind it."""

    number: int
    words: str
    error: bool
    finding: Finding | None = None


@dataclass(frozen=True)
class _Looked:
    """What the worker found."""

    damaged: list[str]
    findings: list[Finding]
    called: dict[UUID, Named]


def _columns() -> Sequence[Column[_Problem]]:
    return (
        Column("kind", N_("Finding"), 190, _kind, least=150),
        Column("words", N_("What was found"), 480, lambda one, _: one.words),
    )


def _kind(one: _Problem, locale: Locale) -> Cell:
    if one.error:
        return Cell(locale.text("Cannot be"), icon="circle-alert", tone="err")
    return Cell(locale.text("Looks odd"), icon="triangle-alert", tone="warn")


class CheckPage(Page):
    """The findings, read when the page is opened and after every change."""

    watches: ClassVar[frozenset[str]] = frozenset({"*"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self._problems: list[_Problem] = []
        self._looking = self._again = self._thorough = False
        self.table = ListTable(
            desk,
            "check",
            _columns(),
            shown=("kind", "words"),
            name="check.table",
            label=desk.text("What was found"),
        )
        self.table.opened.connect(self._open)
        self.table.selectionModel().selectionChanged.connect(self._chosen_changed)
        self.count = Label(theme, "", "m", name="check.count")
        self.cure_button = plain_button(theme, desk.text("Mend it"), self._cure, name="check.cure")
        self.right_button = plain_button(theme, desk.text("It is right"), self._right, name="check.right")
        self.open_button = plain_button(
            theme, desk.text("Open the entry"), self._open_chosen, name="check.open"
        )
        buttons = FlowLayout(theme)
        for part in (self.count, self.cure_button, self.right_button, self.open_button):
            buttons.addWidget(part)
        self.whole = Label(theme, "", wrap=True, name="check.whole")
        foot = holder(column(theme, self.whole, holder(buttons), gap=8, margins=(16, 8, 12, 10)))
        self.body = QStackedWidget()
        self.body.addWidget(Box(theme, "card", self.table, line(), foot, gap=0, margins=(1, 1, 1, 1)))
        self.body.addWidget(EmptyState(theme, desk.text("All is well."), icon="shield-check"))
        self.thorough_button = plain_button(
            theme, desk.text("Check every byte too"), self._check_all, name="check.thorough"
        )
        below = FlowLayout(theme)
        below.addWidget(self.thorough_button)
        self._below = holder(below)
        inner = holder(column(theme, self.body, self._below, gap=8, margins=(22, 0, 18, 14)))
        self.tall = Tall(inner, self._least, "check.scroll")
        self.setLayout(column(theme, self.tall, gap=0))

    def fit(self, fit: Fit) -> None:
        super().fit(fit)
        self._spare_room()
        self.tall.settle()

    def _least(self) -> int:
        """How high the page is at least; in a low window it scrolls (design 4)."""
        return self.desk.theme.u(LEAST) if self.fits is Fit.NARROW else 0

    def _spare_room(self) -> None:
        """In a small window the list needs the room."""
        self._below.setVisible(self.fits > Fit.COMPACT or not self._problems)

    # -- looking -----------------------------------------------------------------------------------

    def reload(self) -> None:
        if self._looking:
            self._again = True  # something was changed while the worker looks
            return
        self._looking, self._again = True, False
        desk = self.desk
        desk.tasks.run(
            self._job(self._thorough),
            title=desk.text("Checking the records"),
            done=self._looked,
            stopped=self._stopped,
        )

    def _job(self, thorough: bool) -> Callable[[Work], _Looked]:
        app, language = self.desk.file, self.desk.locale.language

        def job(work: Work) -> _Looked:
            damaged = app.engine.problems(thorough=thorough)
            if damaged:
                return _Looked(damaged, [], {})
            found = app.read(check_rules, app.today, work.tell)
            return _Looked([], found, app.read(names, {one.id for one in found}, language))

        return job

    def _stopped(self) -> None:
        self._looking = False
        self.desk.say(self.desk.text("Stopped. Not everything was checked."), kind="info")

    def _looked(self, found: _Looked) -> None:
        desk = self.desk
        self._looking = False
        nameless = desk.text("an entry without a name")
        problems = [
            _Problem(number, desk.text("A part of the file is damaged: {part}.", part=part), error=True)
            for number, part in enumerate(found.damaged)
        ]
        for number, one in enumerate(found.findings):
            name = found.called[one.id].text if one.id in found.called else nameless
            problems.append(_Problem(number, desk.text(one.msgid, name=name, **one.args), one.error, one))
        self._problems = problems
        self.table.set_rows(range(len(problems)), lambda numbers: [self._problems[at] for at in numbers])
        self.count.setText(desk.ntext("{n} thing found", "{n} things found", len(problems)))
        self.body.setCurrentIndex(0 if problems else 1)
        self._spare_room()
        if problems and not self.table.chosen_ids():
            self.table.choose(0)
        self._chosen_changed()
        if self._again:
            self.reload()

    def _check_all(self) -> None:
        self._thorough = True
        self.reload()
        self._thorough = False

    # -- what can be done ----------------------------------------------------------------------------

    def _chosen(self) -> _Problem | None:
        for number in self.table.chosen_ids()[:1]:
            if isinstance(number, int) and number < len(self._problems):
                return self._problems[number]
        return None

    def _chosen_changed(self) -> None:
        """Only what can be done about the chosen one is offered."""
        chosen = self._chosen()
        self.whole.setText(chosen.words if chosen is not None else "")
        finding = chosen.finding if chosen is not None else None
        may = not self.desk.file.read_only
        self.cure_button.setVisible(finding is not None and may and self._can_mend(finding))
        self.right_button.setVisible(finding is not None and may and not finding.error)
        self.open_button.setVisible(finding is not None and self._way(finding) is not None)

    def _can_mend(self, finding: Finding) -> bool:
        from hospes.actions.cures import cure_of

        return finding.code == SEARCH or cure_of(finding.code, finding.doubted, finding.cure) is not None

    def _cure(self) -> None:
        from hospes.actions.cures import cure_of

        chosen = self._chosen()
        if chosen is None or chosen.finding is None:
            return
        finding = chosen.finding
        if finding.code == SEARCH:
            self.desk.file.renew_search()
            self.desk.say(self.desk.text("The search was made anew."))
            return
        action = cure_of(finding.code, finding.doubted, finding.cure)
        if action is not None:
            self.desk.run(action, said=self.desk.text("Mended"))

    def _right(self) -> None:
        chosen = self._chosen()
        if chosen is None or chosen.finding is None or chosen.error:
            return
        finding = chosen.finding
        person = finding.id if finding.kind == "person" else None
        self.desk.file.accept_doubt(finding.doubted, finding.code, finding.value, person)

    def _way(self, finding: Finding) -> tuple[str, dict[str, object]] | None:
        """The place where it is mended."""
        if finding.visit is not None:
            guest = {"guest": finding.id.hex} if finding.kind == "participation" else {}
            if finding.code == "steps-remarked":  # told in the stay which home is needed, not on the board
                stay = {"tab": "people", "part": "stay", "field": "visit.wish.step_free"}
                return "visit", {"id": finding.visit.hex, **stay, **guest}
            if finding.kind == "host_offer":
                guest = self._guest_in(finding.visit, finding.id)
            return "visit", {"id": finding.visit.hex, "tab": "hosting", **guest}
        if finding.kind in ("cash_account", "cash_entry"):
            which = "account" if finding.kind == "cash_account" else "id"
            return "money", {"tab": "journal", which: finding.id.hex}
        if finding.kind in OF_WHOLE:
            return PLACES[finding.kind], {}
        place = PLACES.get(finding.kind)
        return None if place is None or finding.id == NOBODY else (place, {"id": finding.id.hex})

    def _guest_in(self, visit: UUID, household: UUID) -> dict[str, str]:
        """A guest of a home, by whom the board shows it."""
        from hospes.queries.hosting_needs import somebody_in

        there = self.desk.read(somebody_in, visit, household)
        return {"guest": there.hex} if there is not None else {}

    def _open(self, number: int) -> None:
        finding = self._problems[number].finding
        way = self._way(finding) if finding is not None else None
        if way is None:
            self.desk.say(self.desk.text("This entry has no page of its own yet."), kind="info")
        else:
            self.desk.go(way[0], **way[1])

    def _open_chosen(self) -> None:
        for number in self.table.chosen_ids()[:1]:
            self._open(number)

    # -- the page --------------------------------------------------------------------------------------

    def heading(self) -> Heading:
        return Heading(
            self.desk.text("Check the records"), self.desk.text("What cannot be, and what looks odd")
        )

    def acts(self) -> Mapping[str, Callable[[], object]]:
        return {"edit": self._open_chosen, "next_doubt": self._next, "previous_doubt": self._previous}

    def _next(self) -> None:
        self._step(1)

    def _previous(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        current = self.table.current_id()
        here = current if isinstance(current, int) else -by
        if self._problems:
            self.table.choose((here + by) % len(self._problems))

    def first_focus(self) -> QWidget | None:
        return self.table
