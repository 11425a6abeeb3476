# SPDX-License-Identifier: GPL-3.0-or-later
"""A list of visits: title, days, who travels, the partner's town. Same file twice changes nothing."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from hospes.domain.dates import DateProblem
from hospes.domain.errors import Message
from hospes.domain.incoming import Incoming
from hospes.domain.incoming_visit import IncomingVisit
from hospes.i18n.fold import fold
from hospes.transfer import vocabulary
from hospes.transfer.days import DayReader, find_order, remedy
from hospes.transfer.door import Read
from hospes.transfer.drafts import Checked, Draft
from hospes.transfer.meaning import Rejection, Remark, Understanding
from hospes.transfer.plan import Decision, Difference, Fate, Plan, Planned
from hospes.transfer.reading import Cell
from hospes.transfer.table import as_text
from hospes.transfer.text_border import clean

if TYPE_CHECKING:
    from hospes.actions import Action
    from hospes.i18n.locale import Locale
    from hospes.queries.export_visits import VisitFacts

_FIELDS = ("start", "end", "direction", "place", "partner_town", "partner_country")
_FILLED = ("start", "end", "place")
"""Fields a list can complete; towns of a visit that is there are changed in the visit."""


@dataclass(slots=True)
class CheckedVisits(Checked):
    """Visits. The rows of the plan show the title where other lists show a name."""

    visits: dict[int, IncomingVisit] = field(default_factory=dict)
    language: str = "en"

    def count(self) -> int:
        """How many visits would come in or change."""
        action = self.action()
        return len(action.add) + len(action.change)  # type: ignore[attr-defined]  # BringInVisits

    def action(self) -> "Action":
        """The one act that brings all of it in."""
        from hospes.actions.bring_in_visit import BringInVisits, KnownVisit

        add: list[IncomingVisit] = []
        change: list[KnownVisit] = []
        for row in self.plan.rows:
            visit, doubtful = self.visits[row.who.row], row.fate is Fate.DOUBTFUL
            if row.fate is Fate.NEW or (doubtful and row.decision is Decision.ADD):
                add.append(visit)
            elif row.match is not None and (
                row.fate is Fate.UPDATED or (doubtful and row.decision is not Decision.SKIP)
            ):
                takes = {each.field for each in row.differences} if row.decision is Decision.TAKE else set()
                said = (row.fills | takes) & set(_FILLED)
                if said:
                    change.append(KnownVisit(row.match, visit, frozenset(said)))
        return BringInVisits(self.language, tuple(add), tuple(change))


def check_visits(
    draft: Draft, read: Read, locale: "Locale", today: date, language: str, date_order: str | None
) -> Checked:
    """Understand a list of visits and compare it with the file."""
    from hospes.queries.export_visits import visit_facts

    reader = _Reader(draft, locale, today, date_order)
    known = read(visit_facts, today)
    plan = Plan([_planned(visit, known) for visit in reader.visits.values()])
    _mark_doubles(plan, reader.visits)
    return CheckedVisits(draft, reader.result, plan, False, reader.visits, language)


def _planned(visit: IncomingVisit, known: "list[VisitFacts]") -> Planned:
    who = Incoming(visit.row, organisation=visit.title)
    titled = [one for one in known if fold(visit.title) in {fold(title) for title in one.titles}]
    same = [one for one in titled if visit.first is None or one.first in (None, visit.first)]
    if len(same) > 1:
        return Planned(who, Fate.DOUBTFUL, reason=Message("Several visits in the file have this name."))
    if not same:
        # The same name in another year is another visit; the same name in the same year a moved one.
        moved = [one for one in titled if one.first and visit.first and one.first.year == visit.first.year]
        if len(moved) != 1:
            return Planned(who, Fate.NEW)
        same = moved
    one = same[0]
    fills: set[str] = set()
    differences: list[Difference] = []
    for name in _FIELDS:
        theirs = _text(visit, name)
        ours = one.values.get(name, "")
        if (
            not theirs
            or fold(theirs) == fold(ours)
            or (name.startswith(("place", "partner_t")) and fold(theirs) in one.towns)
        ):
            continue
        if not ours and name in _FILLED:
            fills.add(name)
        elif ours:
            differences.append(Difference(name, ours, theirs))
    fate = Fate.DOUBTFUL if differences else (Fate.UPDATED if fills else Fate.KNOWN)
    reason = Message("The file says something else.") if differences else None
    return Planned(who, fate, one.id, 0, frozenset(fills), tuple(differences), reason)


def _text(visit: IncomingVisit, name: str) -> str:
    value = getattr(visit, {"start": "first", "end": "last"}.get(name, name))
    return "" if value is None else str(value)


def _mark_doubles(plan: Plan, visits: dict[int, IncomingVisit]) -> None:
    seen: dict[tuple[str, date | None], int] = {}
    for at, row in enumerate(plan.rows):
        visit = visits[row.who.row]
        first = seen.setdefault((fold(visit.title), visit.first), visit.row)
        if first != visit.row:
            reason = Message("The list has the same visit already, in row {row}.", row=first)
            plan.rows[at] = replace(row, fate=Fate.DOUBTFUL, reason=reason)


class _Reader:
    def __init__(self, draft: Draft, locale: "Locale", today: date, date_order: str | None) -> None:
        self.result = Understanding()
        self.visits: dict[int, IncomingVisit] = {}
        self.columns = {column.field: column for column in reversed(draft.columns) if column.field}
        days = [
            draft.table.column(self.columns[name].index) for name in ("start", "end") if name in self.columns
        ]
        self.result.order = find_order((cell for cells in days for cell in cells), date_order)
        self.days = DayReader(self.result.order.order, locale, today)
        for number, cells in draft.table.rows:
            texts, raw = self._cut(cells)
            if texts:
                self._read(number, texts, raw)
        self.result.read = len(draft.table.rows)

    def _cut(self, cells: list[Cell]) -> tuple[dict[str, str], dict[str, Cell]]:
        texts: dict[str, str] = {}
        raw: dict[str, Cell] = {}
        for name, column in self.columns.items():
            cell = cells[column.index] if column.index < len(cells) else None
            text = clean(as_text(cell), lines=False)[0] if cell is not None else ""
            if text and not vocabulary.nothing(text):
                texts[name], raw[name] = text, cell
        return texts, raw

    def _reject(
        self, number: int, name: str, texts: dict[str, str], code: str, why: Message, what: Message
    ) -> None:
        heading = self.columns[name].heading if name in self.columns else ""
        self.result.rejected.append(Rejection(number, heading, texts.get(name, ""), code, why, what))

    def _read(self, number: int, texts: dict[str, str], raw: dict[str, Cell]) -> None:
        if not texts.get("visit_title"):
            why = Message("The visit has no name.")
            self._reject(
                number, "visit_title", texts, "no-title", why, Message("Write its name into the row.")
            )
            return
        days: dict[str, date | None] = {"start": None, "end": None}
        for name in days:
            if name not in texts:
                continue
            try:
                found = self.days.read(raw[name], past=False)
            except DateProblem as problem:
                self._reject(number, name, texts, problem.code, problem.message, remedy(problem))
                return
            days[name] = found.exact
            if found.exact is None:
                reason = Message("This is no whole day; the visit comes in without it.")
                self._remark(number, name, texts[name], "date-rough", reason)
        if days["start"] and days["end"] and days["end"] < days["start"]:
            why = Message("The last day is before the first. Look at both.")
            what = Message("Mend the two days in the list, or leave the cells empty.")
            self._reject(number, "end", texts, "end-before-start", why, what)
            return
        direction = vocabulary.code_of("direction", texts.get("direction", ""))
        if texts.get("direction") and direction is None:
            reason = Message("It is not clear who travels.")
            self._remark(number, "direction", texts["direction"], "word-unknown", reason)
        country = texts.get("partner_country", "")
        self.visits[number] = IncomingVisit(
            number, texts["visit_title"], days["start"], days["end"], direction or "", texts.get("place", ""),
            texts.get("partner_town", ""), (vocabulary.country(country) or "") if country else "",
        )  # fmt: skip

    def _remark(self, number: int, name: str, value: str, code: str, reason: Message) -> None:
        self.result.remarks.append(Remark(number, self.columns[name].heading, value, code, reason))
