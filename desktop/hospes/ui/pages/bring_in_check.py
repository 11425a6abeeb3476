# SPDX-License-Identifier: GPL-3.0-or-later
"""Step 3 of bringing in a list: what is new, known, doubtful, left out; doubtful ones side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from hospes.domain.diets import Allergen, Animal, labels
from hospes.domain.incoming_visit import BED_FACTS
from hospes.domain.names import list_name
from hospes.domain.person_name import PersonName
from hospes.i18n.marks import N_, P_
from hospes.transfer.bringing_visit import UNFOUND, CheckedForVisit
from hospes.transfer.directory_told import notes as link_notes
from hospes.transfer.fields import BOOK_KINDS
from hospes.transfer.plan import Decision, Fate
from hospes.ui.pages.bring_in_missing import MissingPart
from hospes.ui.pages.bring_in_words import field_words, told
from hospes.ui.rows import Cell, Column
from hospes.ui.table import ListTable
from hospes.ui.widgets.boxes import Box, card, clear, column, holder, row, scrolled
from hospes.ui.widgets.chips import Chip, ChipRow
from hospes.ui.widgets.choices import Radio
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.notices import Banner

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hospes.i18n.locale import Locale
    from hospes.transfer.bringing import Checked
    from hospes.transfer.meaning import Rejection
    from hospes.transfer.plan import Planned
    from hospes.ui.desk import Desk

_SHOWN = {
    "guests": ("row", "name", "days", "group", "needs", "wish"),
    "hosts": ("row", "name", "address", "beds", "nights", "wish"),
    "visits": ("row", "entry"),
    "partnerships": ("row", "entry"),
    **dict.fromkeys(BOOK_KINDS, ("row", "entry")),
}
"""Columns of lists that are no lists of members."""
MOST_REMARKS = 4
LEFT_OUT = "left_out"
MISSING = "missing"
CHIPS = (
    (Fate.DOUBTFUL.value, N_("Doubtful")),
    (Fate.NEW.value, N_("New")),
    (Fate.UPDATED.value, N_("Completed")),
    (Fate.KNOWN.value, N_("Known already")),
    (MISSING, N_("No longer on the list")),
    (LEFT_OUT, N_("Left out")),
)
LINK_DECISIONS = (
    (Decision.SKIP, N_("Leave it out")),
    (Decision.FILL, N_("The same link: keep ours, fill in what is missing")),
    (Decision.TAKE, N_("The same link: take over what the list says")),
)
DECISIONS = (
    (Decision.SKIP, N_("Leave it out")),
    (Decision.FILL, N_("The same person: keep ours, fill in what is missing")),
    (Decision.TAKE, N_("The same person: take over what the list says")),
    (Decision.ADD, N_("Somebody else: bring in as new")),
)


class CheckStep(QWidget):
    """The rows by what happens to them."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._checked: Checked | None = None
        self._more: Mapping[int, Mapping[str, str]] = {}
        theme = desk.theme
        self._notes = column(theme, gap=6)
        self.chips = ChipRow(theme, desk.text("Show"), name="import.fate")
        self.chips.chosen.connect(self._choose)
        self.table = ListTable(
            desk,
            "import",
            (*_columns(), *self._visit_columns()),
            shown=("row", "name", "address", "reach", "member"),
            name="import.table",
            label=desk.text("Rows of the list"),
        )
        self.rejected = ListTable(
            desk, "import.left", _left_columns(), shown=("row", "column", "value", "reason", "remedy"),
            name="import.rejected", label=desk.text("Left out"),
        )  # fmt: skip
        self._doubts = column(theme, gap=10)
        self.stack = QStackedWidget()
        self.stack.addWidget(Box(theme, "card", self.table, gap=0, margins=(1, 1, 1, 1)))
        self.stack.addWidget(Box(theme, "card", self.rejected, gap=0, margins=(1, 1, 1, 1)))
        self.stack.addWidget(scrolled(holder(column(theme, self._doubts, None)), "import.doubts"))
        self.missing = MissingPart(desk)
        self.missing.changed.connect(self.changed)
        self.stack.addWidget(scrolled(self.missing, "import.missing"))
        self.setLayout(column(theme, self._notes, self.chips, self.stack, gap=10))

    def show_checked(self, checked: Checked) -> None:
        """Show what would happen."""
        self._checked = checked
        clear(self._notes)
        for note in checked.notes:
            self._notes.addWidget(Banner(self.desk.theme, self.desk.locale.message(note)))
        told = link_notes(checked, self.desk.locale)
        if told:
            self._notes.addWidget(Banner(self.desk.theme, "\n".join(told), name="import.told"))
        counts = {fate.value: checked.plan.count(fate) for fate in Fate}
        counts[LEFT_OUT] = len(checked.understood.rejected)
        counts[MISSING] = 0
        if isinstance(checked, CheckedForVisit):
            counts[MISSING] = len(checked.missing)
            self.missing.show_checked(checked)
            self._say_remarks(checked)
        self._more = _more_of(checked, self.desk)
        self.table.fit_columns(_SHOWN.get(checked.draft.kind))
        shown = [
            Chip(code, self.desk.text(words), self.desk.locale.number(counts[code]))
            for code, words in CHIPS
            if counts[code] or code == Fate.NEW.value
        ]
        first = Fate.DOUBTFUL.value if counts[Fate.DOUBTFUL.value] else Fate.NEW.value
        self.chips.set_chips(shown, first)
        self._fill_doubts()
        self._choose(first)

    def _visit_columns(self) -> Sequence[Column[Planned]]:
        def told(code: str) -> Callable[[Planned, Locale], str]:
            return lambda one, _: self._more.get(one.who.row, {}).get(code, "")

        return (
            Column("days", N_("Days"), 215, told("days")),
            Column("group", N_("Travel group"), 170, told("group")),
            Column("needs", N_("Diet and allergies"), 200, told("needs")),
            Column("wish", N_("Wish"), 170, told("wish")),
            Column("beds", N_("Beds"), 90, told("beds"), align="right"),
            Column("nights", N_("Nights"), 90, told("nights"), align="right"),
        )

    def _say_remarks(self, checked: CheckedForVisit) -> None:
        """Names that were not found and the like: said above the rows, the first few in full."""
        found = [each for each in checked.understood.remarks if each.row and each.code in UNFOUND]
        if not found:
            return
        desk = self.desk
        lines = [
            desk.text(
                "Row {row}, {column} “{value}”: {reason}",
                row=str(each.row),
                column=each.column or "–",
                value=each.value[:60],
                reason=desk.locale.message(each.reason),
            )
            for each in found[:MOST_REMARKS]
        ]
        if len(found) > MOST_REMARKS:
            more = len(found) - MOST_REMARKS
            lines.append(desk.ntext("and {n} more row", "and {n} more rows", more))
        self._notes.addWidget(Banner(desk.theme, "\n".join(lines), "warn", name="import.remarks"))

    def count(self) -> int:
        """How many people would come in or be completed."""
        if self._checked is None:
            return 0
        return self._checked.count()

    def _choose(self, code: str) -> None:
        checked = self._checked
        if checked is None:
            return
        if code == Fate.DOUBTFUL.value:
            self.stack.setCurrentIndex(2)
        elif code == MISSING:
            self.stack.setCurrentIndex(3)
        elif code == LEFT_OUT:
            rows = checked.understood.rejected
            self.rejected.set_rows(range(len(rows)), lambda ids: [rows[at] for at in ids])
            self.stack.setCurrentIndex(1)
        else:
            chosen = [each for each in checked.plan.rows if each.fate.value == code]
            self.table.set_rows(range(len(chosen)), lambda ids: [chosen[at] for at in ids])
            self.stack.setCurrentIndex(0)

    # -- doubtful ones -------------------------------------------------------------------------------

    def _fill_doubts(self) -> None:
        clear(self._doubts)
        assert self._checked is not None
        for planned in self._checked.plan.doubtful:
            self._doubts.addWidget(self._doubt(planned))

    def _doubt(self, planned: Planned) -> QWidget:
        theme, desk = self.desk.theme, self.desk
        number = planned.who.row
        head = desk.text("Row {n}: {name}", n=number, name=_name(planned))
        parts: list[QWidget] = [Label(theme, head, "section", wrap=True)]
        if planned.reason is not None:
            parts.append(Label(theme, desk.locale.message(planned.reason), wrap=True))
        if planned.differences:
            parts.append(self._differences(planned))
        radios = column(theme, gap=0)
        links = self._checked is not None and self._checked.draft.kind == "partnerships"
        for decision, words in LINK_DECISIONS if links else DECISIONS:
            if decision in (Decision.FILL, Decision.TAKE) and planned.match is None:
                continue
            radio = Radio(theme, desk.text(words), name=f"import.decide.{number}.{decision.value}")
            radio.setProperty("row", number)
            radio.setProperty("decision", decision.value)
            radio.setChecked(planned.decision is decision)
            radio.toggled.connect(self._decide)
            radios.addWidget(radio)
        return card(theme, *parts, holder(radios), gap=8)

    def _differences(self, planned: Planned) -> QWidget:
        theme, desk = self.desk.theme, self.desk
        box = column(theme, gap=2)
        for each in planned.differences:
            words = field_words(desk, each.field, at_visit=isinstance(self._checked, CheckedForVisit))
            label = Label(theme, words, "m", wrap=True)
            label.setFixedWidth(theme.u(150))
            ours = Label(
                theme, desk.text("ours: {value}", value=told(desk, each.ours, each.field)), wrap=True
            )
            theirs = Label(
                theme, desk.text("the list: {value}", value=told(desk, each.theirs, each.field)), wrap=True
            )
            box.addLayout(row(theme, label, ours, theirs, gap=12))
        return holder(box)

    def _decide(self, on: bool) -> None:
        sender = self.sender()
        if on and self._checked is not None:
            self._checked.plan.decide(int(sender.property("row")), Decision(str(sender.property("decision"))))
            self.changed.emit()


def _more_of(checked: Checked, desk: Desk) -> Mapping[int, Mapping[str, str]]:
    """What the rows say of the visit, in words."""
    if not isinstance(checked, CheckedForVisit):
        return {}
    found: dict[int, dict[str, str]] = {}
    for number, line in checked.at_visit.guests.items():
        stay = line.stay
        days = [desk.locale.date(day) for day in (stay.arrival, stay.departure) if day is not None]
        needs = [*labels(desk.locale, ";".join(stay.diet))]
        needs += labels(desk.locale, ";".join(stay.animal_allergies), Animal)
        needs += labels(desk.locale, ";".join(stay.other_allergies), Allergen)
        found[number] = {
            "days": " – ".join(days),
            "group": line.group,
            "needs": ", ".join(needs),
            "wish": ", ".join(stay.wished),
        }
    for number, host in checked.at_visit.hosts.items():
        offer = host.offer
        beds = sum(getattr(offer, name) or 0 for name in BED_FACTS)
        found[number] = {
            "beds": desk.locale.number(beds) if beds else "",
            "nights": desk.locale.number(len(offer.nights)) if offer.nights else "",
            "wish": ", ".join(offer.wished),
        }
    return found


def _name(planned: Planned) -> str:
    who = planned.who
    name = PersonName(
        title_prefix=who.title_prefix,
        given=who.given,
        surname_prefix=who.surname_prefix,
        surname=who.surname,
        script_name=who.script_name,
    )
    return list_name(name) or who.organisation


def _columns() -> Sequence[Column[Planned]]:
    return (
        Column("row", N_("Row"), 70, lambda one, _: str(one.who.row), align="right"),
        Column("name", P_("person", "Name"), 230, lambda one, _: _name(one)),
        Column("entry", N_("Name"), 700, lambda one, _: _name(one)),
        Column("address", N_("Address"), 290, _address),
        Column("reach", N_("Phone and e-mail"), 280, _reach),
        Column("member", N_("Member"), 200, _member),
    )


def _address(one: Planned, locale: Locale) -> str:
    at = one.who.address
    return ", ".join(part for part in (at.street, f"{at.postcode} {at.town}".strip()) if part)


def _reach(one: Planned, locale: Locale) -> str:
    return ", ".join(locale.phone(point.value, point.e164) for point in one.who.contacts)


def _member(one: Planned, locale: Locale) -> str:
    membership = one.who.membership
    if membership is None:
        return ""
    since = locale.rough(membership.joined) if membership.joined else ""
    return " · ".join(part for part in (membership.number, membership.class_name, since) if part)


def _left_columns() -> Sequence[Column[Rejection]]:
    return (
        Column("row", N_("Row"), 70, lambda one, _: str(one.row), align="right"),
        Column("column", N_("Column"), 110, lambda one, _: one.column),
        Column("value", N_("What stands there"), 130, lambda one, _: one.value),
        Column("reason", N_("Why"), 380, lambda one, loc: Cell(loc.message(one.reason))),
        Column("remedy", N_("What to do"), 450, lambda one, loc: Cell(loc.message(one.remedy))),
    )
