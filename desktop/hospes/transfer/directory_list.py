# SPDX-License-Identifier: GPL-3.0-or-later
"""A list of links between towns anywhere, as public offices publish it.

Brought in a second time it changes nothing; a link that stands in it from both its towns is one.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING
from uuid import UUID

from hospes.domain.codes_twinning import PartnershipStatus, PartnershipType
from hospes.domain.dates import DateProblem
from hospes.domain.directory_links import (
    Link,
    Side,
    TownCell,
    Twice,
    gather,
    match,
    read_town,
    same_place,
    same_way,
)
from hospes.domain.directory_rows import Against, against
from hospes.domain.errors import Message
from hospes.domain.incoming import Incoming
from hospes.domain.values import RoughDate
from hospes.i18n.fold import fold
from hospes.transfer.days import DayReader, find_order, remedy
from hospes.transfer.directory_cells import first_name, in_two_languages, towns_in
from hospes.transfer.directory_country import country_said
from hospes.transfer.directory_home import home_of
from hospes.transfer.door import Read
from hospes.transfer.drafts import Checked, Draft
from hospes.transfer.meaning import Rejection, Remark, Understanding
from hospes.transfer.plan import Decision, Difference, Fate, Plan, Planned
from hospes.transfer.reading import Unreadable
from hospes.transfer.table import as_text
from hospes.transfer.text_border import clean
from hospes.transfer.vocabulary import country, nothing
from hospes.transfer.words.directory import STATUSES, TYPES

if TYPE_CHECKING:
    from hospes.actions import Action
    from hospes.i18n.locale import Locale
    from hospes.queries.directory_known import KnownPlaces
    from hospes.transfer.reading import Cell

_STATED = re.compile(r"\A\W*(stand(?: vom)?|as of|état au|stan na(?: dzień)?)\W+(.+)\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Origin:
    """Who says so, and of when it is; what the rows say themselves counts before it."""

    source: str = ""
    as_of: date | None = None
    country: str = ""
    """Of the first towns, where no column says it."""


@dataclass(slots=True)
class CheckedDirectory(Checked):
    """Links. The rows of the plan show both towns where other lists show a name."""

    links: list[Link] = field(default_factory=list)
    """In the order of the plan: a row of the list may name several towns."""
    compared: list[Against | None] = field(default_factory=list)
    twice: list[Twice] = field(default_factory=list)
    places: int = 0
    """How many towns the file knew already."""

    def count(self) -> int:
        """How many links would come in or be completed."""
        new, changed = self._chosen()
        return len(new) + len(changed)

    @property
    def from_both_sides(self) -> int:
        """How many links the list has from both towns."""
        return sum(1 for link in self.links if link.both_sides)

    def _chosen(self) -> tuple[list[Link], list[tuple[UUID, int, Link]]]:
        new: list[Link] = []
        changed: list[tuple[UUID, int, Link]] = []
        for row, link, found in zip(self.plan.rows, self.links, self.compared, strict=True):
            if row.fate is Fate.NEW:
                new.append(link)
            elif row.match is not None and found is not None:
                if row.fate is Fate.UPDATED or row.decision is Decision.FILL:
                    changed.append((row.match, row.seen, found.filled))
                elif row.decision is Decision.TAKE:
                    changed.append((row.match, row.seen, found.taken))
        return new, changed

    def action(self) -> "Action":
        """The one act that brings all of it in."""
        from hospes.actions.directory import BringInDirectory

        new, changed = self._chosen()
        return BringInDirectory(tuple(new), tuple(changed))

    def skip_doubtful(self, decision: Decision) -> None:
        """A link that is there is never added a second time."""
        self.plan.decide_all(Decision.SKIP if decision is Decision.ADD else decision)


def check_directory(
    draft: Draft,
    read: Read,
    locale: "Locale",
    today: date,
    date_order: str | None,
    origin: Origin | None = None,
) -> CheckedDirectory:
    """Understand a list of links and compare it with the directory.

    Raises Unreadable where no column holds towns.
    """
    from hospes.queries.association import association
    from hospes.queries.directory_known import known_links, known_places

    fields = {column.field for column in draft.columns}
    if not {"our_territory", "partner_territory"} <= fields:
        raise Unreadable(
            "Two columns of {file} must hold towns: the first town and the one it is linked with. "
            "Say which they are: {columns}.",
            code="no-towns",
            file=draft.name,
            columns=", ".join(column.heading for column in draft.columns[:20]),
        )
    places = read(known_places)
    reader = _Reader(draft, locale, today, date_order, places, read(association).country, origin or Origin())
    links, twice = gather(reader.made)
    known = read(known_links, places)
    taken: set[UUID] = set()
    rows: list[Planned] = []
    compared: list[Against | None] = []
    for link in links:
        who = Incoming(link.row, organisation=link.shown)
        ids = known.by_tokens.get((*link.tokens, link.type.value), ())
        ref = match(link, ((one, known.rows[one][0]) for one in ids if one not in taken))
        if ref is None:
            rows.append(Planned(who, Fate.NEW))
            compared.append(None)
            continue
        taken.add(ref)
        ours, seen = known.rows[ref]
        seen_from = replace(
            same_way(ours, link) or link, both_sides=link.both_sides or not same_place(ours.a, link.a)
        )
        found = against(ours, seen_from)
        compared.append(found)
        differences = tuple(_difference(name, ours, link) for name in found.differs)
        fate = Fate.DOUBTFUL if differences else Fate.UPDATED if found.fills else Fate.KNOWN
        reason = Message("The file says something else.") if differences else None
        rows.append(Planned(who, fate, ref, seen, found.fills, differences, reason))
    reader.tell_twice(twice)
    checked = CheckedDirectory(draft, reader.result, Plan(rows), False, links, compared, twice)
    checked.places = len({side.territory for one in links for side in (one.a, one.b) if side.territory})
    return checked


def _difference(name: str, ours: Link, theirs: Link) -> Difference:
    mine, other = getattr(ours, name), getattr(theirs, name)
    return Difference(name, str(mine or ""), str(other or ""))


class _Refused(Exception):
    """A row that cannot be used."""


class _Reader:
    """Reads the rows; what cannot be used is told with its reason."""

    def __init__(
        self,
        draft: Draft,
        locale: "Locale",
        today: date,
        date_order: str | None,
        places: "KnownPlaces",
        home: str,
        origin: Origin,
    ) -> None:
        self.result = Understanding()
        self.made: list[Link] = []
        self.places, self.source = places, origin.source or draft.name
        self.columns = {column.field: column for column in reversed(draft.columns) if column.field}
        self.partners = [column for column in draft.columns if column.field == "partner_territory"]
        home = origin.country or home_of(draft.table, draft.columns, home)
        self.home = "" if "our_country" in self.columns else home
        days = draft.table.column(self.columns["since"].index) if "since" in self.columns else []
        self.result.order = find_order(days, date_order)
        self.days = DayReader(self.result.order.order, locale, today)
        self.as_of = origin.as_of or self._stated(draft)
        self._sides: dict[tuple[TownCell, str, str, str], Side] = {}
        self._town = cache(lambda text: read_town(first_name(text), country))
        self.below = ""
        """The country of a heading that stands alone over its rows."""
        self.above = ("", 0)
        """The first town and its row: a list names it once for all its partners."""
        self.alone: tuple[int, str] | None = None
        """A row with a first town only, until the next tells whether its partners stand below it."""
        for odd in draft.table.odds:
            if odd.row and odd.unread:
                what = Message("Mend it in the list and bring it in again; what is there already stays.")
                self.result.rejected.append(Rejection(odd.row, "", odd.value, odd.code, odd.message, what))
        for number, cells in draft.table.rows:
            self._row(number, cells)
        self._without_partner()
        self.result.rejected.sort(key=lambda each: each.row)
        self.result.read = len(draft.table.rows)
        if self.home and self.made:
            self._remark(
                0, "", self.home, "country-assumed",
                Message(
                    "The list has no column for the country of the first town; {country} was taken.",
                    country=locale.country(self.home),
                ),
            )  # fmt: skip

    def _stated(self, draft: Draft) -> date | None:
        """The day that a line above the headings says: "Stand: 31.12.2023"."""
        for number, cells in draft.grid.rows:
            if number >= draft.table.heading_row:
                return None
            found = _STATED.match(" ".join(as_text(cell).strip() for cell in cells if cell is not None))
            if found is None:
                continue
            try:
                return self.days.read(found[2].strip(), past=True).last
            except DateProblem:
                continue
        return None

    def _remark(self, row: int, field_: str, value: str, code: str, reason: Message) -> None:
        heading = self.columns[field_].heading if field_ in self.columns else ""
        self.result.remarks.append(Remark(row, heading, value, code, reason))

    def _reject(self, number: int, field_: str, value: str, code: str, why: Message) -> None:
        heading = self.columns[field_].heading if field_ in self.columns else ""
        what = Message("Mend it in the list and bring it in again; what is there already stays.")
        self.result.rejected.append(Rejection(number, heading, value, code, why, what))

    def _row(self, number: int, cells: "Sequence[Cell]") -> None:
        texts: dict[str, str] = {}
        for name, column in self.columns.items():
            cell = cells[column.index] if column.index < len(cells) else None
            if cell is None:
                continue
            text = clean(as_text(cell), lines=False)[0]
            if text and not nothing(text):
                texts[name] = text
        if not texts or self._is_heading(texts):
            return
        partners = self._partners(cells)
        if partners and "our_territory" not in texts:
            self._town_above(number, texts)
        elif "our_territory" in texts:
            self._without_partner()
            self.above = (texts["our_territory"], number)
        if "our_territory" in texts and not partners and len(texts) == 1:
            self.alone = (number, texts["our_territory"])
            return
        if "our_territory" not in texts or not partners:
            name = "partner_territory" if "our_territory" in texts else "our_territory"
            self._reject(number, name, "", "no-town", Message("A town is missing."))
            return
        with suppress(_Refused):
            self._links(number, texts, partners, cells)

    def _town_above(self, number: int, texts: dict[str, str]) -> None:
        """The first town of the rows above, where the list names it only once."""
        town, row = self.above
        if town:
            texts["our_territory"], self.alone = town, None
            why = Message("The first town stands in row {row}; it counts for the rows below it.", row=row)
            self._remark(number, "our_territory", town, "town-above", why)

    def _without_partner(self) -> None:
        """Tell of a first town that stood alone and has no partners in the rows below it either."""
        if self.alone is not None:
            number, self.alone = self.alone[0], None
            self._reject(number, "partner_territory", "", "no-town", Message("A town is missing."))

    def _is_heading(self, texts: Mapping[str, str]) -> bool:
        """Whether it is the name of a country, alone over the rows that follow."""
        if len(texts) > 1 or "partner_territory" in texts:
            return False
        code = country(next(iter(texts.values())))
        if code is None:
            return False
        self.below = code
        return True

    def _partners(self, cells: "Sequence[Cell]") -> list[str]:
        found: list[str] = []
        for column in self.partners:
            cell = cells[column.index] if column.index < len(cells) else None
            text = clean(as_text(cell), lines=True)[0] if cell is not None else ""
            if text and not nothing(text):
                found += towns_in(text)
        return found

    def _links(
        self,
        number: int,
        texts: Mapping[str, str],
        partners: Sequence[str],
        cells: "Sequence[Cell]",
    ) -> None:
        since = self._day(number, "since", texts, cells)
        until = self._day(number, "until", texts, cells)
        as_of = self._day(number, "as_of", texts, cells)
        type_, status = self._type(number, texts), self._status(number, texts)
        if until is not None:
            status = PartnershipStatus.ENDED
        for name in ("our_country", "partner_country"):
            if name in texts and country_said(texts[name]) is None:
                why = Message("No country is called like that; the link is counted without one.")
                self._remark(number, name, texts[name], "country-unknown", why)
        ours = self._side(texts["our_territory"], texts, "our", self.home)
        for text in partners:
            theirs = self._side(text, texts, "partner", self.below)
            if not ours.key or not theirs.key:
                self._reject(number, "partner_territory", text, "no-town", Message("A town is missing."))
                continue
            if same_place(ours, theirs) and (ours.addition, ours.region) == (theirs.addition, theirs.region):
                if ours.territory is not None:
                    why = Message("Both towns are the same.")
                    self._reject(number, "partner_territory", text, "same-town", why)
                    continue
                # Towns are often twinned because of their name; no town is with itself.
                why = Message("Both towns have the same name; they were taken for two towns.")
                self._remark(number, "partner_territory", text, "same-name", why)
            if in_two_languages(text):
                why = Message("This names a town in two languages; it was taken for one town.")
                self._remark(number, "partner_territory", text, "two-languages", why)
            told = self._town(text).since or self._town(texts["our_territory"]).since
            first = since if since is not None else RoughDate(told) if told else None
            day = as_of.last if as_of is not None else self.as_of
            self.made.append(
                Link(
                    number, ours, theirs, type_, status, first, until, texts.get("source", self.source), day
                )
            )  # fmt: skip

    def _side(self, text: str, texts: Mapping[str, str], which: str, fallback: str) -> Side:
        cell = self._town(text)
        said = texts.get(f"{which}_country", "")
        told = (country_said(said) if said else None) or cell.country
        region = texts.get(f"{which}_region", "")
        key = (cell, f"{told}|{fallback if not said else ''}", region, text)
        found = self._sides.get(key)
        if found is None:
            side = Side(cell.name, cell.addition, region, told, text if text != cell.name else "")
            found = self.places.side(side)
            if not found.country and not said:
                # What is only assumed says nothing against a town that is known elsewhere.
                found = self.places.side(replace(side, country=fallback))
            self._sides[key] = found
        return found

    def _day(
        self, number: int, name: str, texts: Mapping[str, str], cells: "Sequence[Cell]"
    ) -> RoughDate | None:
        """The day of a column; None where it says none. Raises _Refused where it is no day."""
        if name not in texts:
            return None
        try:
            return self.days.read(cells[self.columns[name].index], past=True)
        except DateProblem as problem:
            self.result.rejected.append(
                Rejection(
                    number, self.columns[name].heading, texts[name], problem.code, problem.message,
                    remedy(problem),
                )
            )  # fmt: skip
            raise _Refused from None

    def _type(self, number: int, texts: Mapping[str, str]) -> PartnershipType:
        text = texts.get("type", "")
        if not text:
            return PartnershipType.TWINNING
        code = _word(text, "type")
        if code is None:
            why = Message("No kind of link is called like that; it was taken for a twinning.")
            self._remark(number, "type", text, "type-unknown", why)
            return PartnershipType.TWINNING
        return PartnershipType(code)

    def _status(self, number: int, texts: Mapping[str, str]) -> PartnershipStatus:
        text = texts.get("status", "")
        code = _word(text, "status") if text else "active"
        if code is None:
            why = Message("Whether the link is alive could not be read; it was taken for active.")
            self._remark(number, "status", text, "status-unknown", why)
            return PartnershipStatus.ACTIVE
        return PartnershipStatus(code)

    def tell_twice(self, twice: Sequence[Twice]) -> None:
        """Say of each row that has a link again how it was counted."""
        for one in twice:
            if one.years is not None:
                why = Message(
                    "The same link stands in row {row} with another year, {first} there and {second} here. "
                    "It is counted once, with the first.",
                    row=one.first, first=str(one.years[0]), second=str(one.years[1]),
                )  # fmt: skip
                self._remark(one.row, "since", str(one.years[1]), "twice-other-year", why)
            elif one.other_side:
                why = Message(
                    "The same link stands in row {row}, seen from the other town; it is counted once.",
                    row=one.first,
                )
                self._remark(one.row, "", "", "twice-other-side", why)
            else:
                why = Message("The same link stands in row {row} already; it is counted once.", row=one.first)
                self._remark(one.row, "", "", "twice", why)


@cache
def _words(of: str) -> dict[str, str]:
    words = TYPES if of == "type" else STATUSES
    found = {fold(code): code for code in words}
    for code, spellings in words.items():
        for one in spellings:
            found.setdefault(fold(one), code)
    return found


@cache
def _word(text: str, of: str) -> str | None:
    """The code a cell stands for; also by its longest known word."""
    plain = fold(text)
    known = _words(of)
    if plain in known:
        return known[plain]
    inside = [word for word in known if len(word) > 4 and f" {word} " in f" {plain} "]
    return known[max(inside, key=len)] if inside else None


def told_twice(checked: CheckedDirectory) -> Counter[str]:
    """How many rows say a link again, by why."""
    codes = ("twice", "twice-other-side", "twice-other-year")
    return Counter(each.code for each in checked.understood.remarks if each.code in codes)
