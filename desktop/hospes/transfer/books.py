# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists for the association's books: volunteer hours, gifts and honours, publications, library, goods.

A further book is a reader in `_READERS`, its fields in `transfer.fields`, its headings in `words.books`, what
it is compared with in `queries.books_known` and how an entry is kept in `actions.bring_in_books`. The same
file twice changes nothing: each entry of the file is used up once.
"""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from hospes.actions.bring_in_books import BookLine, BringInBook
from hospes.domain.codes import Code
from hospes.domain.courtesies import CourtesyKind
from hospes.domain.dates import DateProblem
from hospes.domain.emails import read_website
from hospes.domain.errors import Message, UserError
from hospes.domain.goods import GoodsUnit, read_weight
from hospes.domain.incoming import Incoming
from hospes.domain.money import read_money
from hospes.domain.payers import PayerKind
from hospes.domain.publications import PublicationKind
from hospes.domain.references import ReferenceKind, tidy_isbn
from hospes.domain.volunteering import HoursKind, most_minutes, read_minutes
from hospes.i18n.fold import fold
from hospes.i18n.locale import Locale
from hospes.transfer.days import DayReader, find_order, remedy
from hospes.transfer.door import Read
from hospes.transfer.drafts import Checked, Draft
from hospes.transfer.fields import FIELDS, Sort
from hospes.transfer.meaning import Rejection, Remark, Understanding
from hospes.transfer.plan import Decision, Fate, Plan, Planned
from hospes.transfer.reading import Unreadable
from hospes.transfer.table import as_text
from hospes.transfer.text_border import clean
from hospes.transfer.vocabulary import language, nothing
from hospes.transfer.who import people_of, shown_name
from hospes.transfer.words.books import KIND_WORDS

if TYPE_CHECKING:
    from collections import Counter

    from hospes.queries.payments_known import KnownPayers
    from hospes.transfer.reading import Cell

C = TypeVar("C", bound=Code)
Key = tuple[Hashable, ...]

MEND = "Mend it in the list and bring it in again; what is there already stays."
LANGUAGES = ("en", "de", "fr", "pl")
"""A kind may be named in any of these."""

NEEDED = {
    "hours": ("hours_time", "hours_on"),
    "courtesies": ("gift_what",),
    "publications": ("pub_title",),
    "references": ("work_title",),
    "goods": ("goods_what",),
}
"""Columns a list must have."""


@dataclass(slots=True)
class CheckedBook(Checked):
    """Entries of a book. The rows of the plan show what each is where other lists show a name."""

    lines: dict[int, BookLine] = field(default_factory=dict)
    visit: UUID | None = None

    def count(self) -> int:
        """How many entries would come in."""
        return len(self._chosen())

    def _chosen(self) -> tuple[BookLine, ...]:
        return tuple(
            self.lines[row.who.row]
            for row in self.plan.rows
            if row.fate is Fate.NEW or (row.fate is Fate.DOUBTFUL and row.decision is Decision.ADD)
        )

    def action(self) -> BringInBook:
        """The one act that brings all of it in."""
        return BringInBook(self.draft.kind, self._chosen(), self.visit)


def check_book(
    draft: Draft, read: Read, locale: Locale, today: date, date_order: str | None, visit: UUID | None
) -> CheckedBook:
    """Understand a list for a book and compare it with the file. Raises Unreadable."""
    from hospes.queries.association import association
    from hospes.queries.books_known import known_entries
    from hospes.queries.payments_known import known_payers

    there = {column.field for column in draft.columns}
    if lacking := [name for name in NEEDED[draft.kind] if name not in there]:
        raise Unreadable(
            "No column of {file} holds this: {field}. Say which one does: {columns}.",
            code="no-column",
            file=draft.name,
            field=locale.text(FIELDS[lacking[0]].label),
            columns=", ".join(column.heading for column in draft.columns[:20]),
        )
    reader = _Reader(draft, locale, today, date_order, read(known_payers, today), read(association).currency)
    known: Counter[Key] = read(known_entries, draft.kind, locale, visit)
    rows: list[Planned] = []
    for number, made in reader.made.items():
        who = Incoming(number, organisation=made.shown)
        if known[made.key] > 0:
            known[made.key] -= 1
            rows.append(Planned(who, Fate.KNOWN))
        else:
            rows.append(Planned(who, Fate.NEW))
    lines = {number: made.line for number, made in reader.made.items()}
    return CheckedBook(draft, reader.result, Plan(rows), False, lines, visit)


@dataclass(frozen=True, slots=True)
class _Made:
    line: BookLine
    shown: str
    key: Key


class _Bad(Exception):
    """A cell that cannot be used."""

    def __init__(self, name: str, code: str, why: Message, what: Message | None = None) -> None:
        super().__init__(code)
        self.name, self.code, self.why, self.what = name, code, why, what or Message(MEND)


class _Row:
    """One row, asked for its texts, days and kinds."""

    def __init__(self, reader: "_Reader", number: int, texts: dict[str, str], raw: "dict[str, Cell]") -> None:
        self.reader, self.number, self.texts, self._raw = reader, number, texts, raw

    def cell(self, name: str) -> str:
        return self.texts.get(name, "")

    def need(self, name: str, why: str) -> str:
        if not (text := self.cell(name)):
            raise _Bad(name, "empty", Message(why))
        return text

    def day(self, name: str) -> date | None:
        """A whole day; nothing where nothing stands, and where it is only known by its year."""
        if name not in self.texts:
            return None
        try:
            found = self.reader.days.read(self._raw[name], past=True)
        except DateProblem as problem:
            raise _Bad(name, problem.code, problem.message, remedy(problem)) from None
        if found.exact is None:
            self.remark(name, "date-rough", Message("This is no whole day; the entry comes in without it."))
        return found.exact

    def kind(self, name: str, codes: type[C], default: C) -> C:
        """The code a word stands for; the default, with a remark, for one nobody knows."""
        text = self.cell(name)
        if not text:
            return default
        found = _kinds(codes).get(fold(text))
        if found is None:
            self.remark(name, "word-unknown", Message("Nobody knows this kind; look at the entry."))
            return default
        return found

    def remark(self, name: str, code: str, why: Message) -> None:
        heading = self.reader.columns[name].heading
        self.reader.result.remarks.append(Remark(self.number, heading, self.cell(name), code, why))


def _kinds(codes: type[C]) -> dict[str, C]:
    """Codes by their names in every language and by further words."""
    found: dict[str, C] = {}
    for code in codes:
        for word in KIND_WORDS.get(code.value, ()):
            found[fold(word)] = code
    for code in codes:
        found[fold(code.value)] = code
        for one in LANGUAGES:
            found[fold(Locale.of(one).label(code))] = code
    return found


class _Reader:
    """Reads the rows; what cannot be used is told with its reason."""

    def __init__(
        self,
        draft: Draft,
        locale: Locale,
        today: date,
        date_order: str | None,
        known: "KnownPayers",
        currency: str,
    ) -> None:
        self.result = Understanding()
        self.made: dict[int, _Made] = {}
        self.known, self.today, self.currency = known, today, currency
        self.columns = {column.field: column for column in reversed(draft.columns) if column.field}
        cells = [
            cell
            for name, column in self.columns.items()
            if name in FIELDS and FIELDS[name].sort is Sort.DAY
            for cell in draft.table.column(column.index)
        ]
        self.result.order = find_order(cells, date_order)
        self.days = DayReader(self.result.order.order, locale, today)
        read = _READERS[draft.kind]
        for number, values in draft.table.rows:
            texts, raw = self._cut(values)
            if not texts:
                continue
            try:
                self.made[number] = read(_Row(self, number, texts, raw))
            except _Bad as bad:
                heading = self.columns[bad.name].heading if bad.name in self.columns else ""
                self.result.rejected.append(
                    Rejection(number, heading, texts.get(bad.name, ""), bad.code, bad.why, bad.what)
                )
        self.result.read = len(draft.table.rows)

    def _cut(self, cells: "list[Cell]") -> "tuple[dict[str, str], dict[str, Cell]]":
        texts: dict[str, str] = {}
        raw: dict[str, Cell] = {}
        for name, column in self.columns.items():
            cell = cells[column.index] if column.index < len(cells) else None
            text = clean(as_text(cell), lines=False)[0] if cell is not None else ""
            if text and not nothing(text):
                texts[name], raw[name] = text, cell
        return texts, raw


# ---- a reader for each book ------------------------------------------------------------------------------


def _hours(row: _Row) -> _Made:
    people = people_of(row.reader.known, row.texts)
    name = "full_name" if "full_name" in row.texts else "family_name"
    if not people:
        raise _Bad(
            name, "person-unknown", Message("Nobody in the file is called like that or has this number.")
        )
    if len(people) > 1:
        raise _Bad(
            name,
            "person-ambiguous",
            Message("Several people have this name. Write the member number beside it."),
        )
    first, last = row.day("hours_on"), row.day("hours_until")
    if first is None:
        raise _Bad("hours_on", "no-day", Message("Say on which day."))
    try:
        minutes = read_minutes(row.need("hours_time", "Say how many hours."))
    except UserError as problem:
        raise _Bad("hours_time", problem.code, problem.message) from None
    end = last or first
    if end < first or end.year != first.year:
        raise _Bad(
            "hours_until", "days-unusable", Message("Both days must be of one year, the first one first.")
        )
    if not 0 < minutes <= most_minutes(first, end):
        raise _Bad("hours_time", "hours-unusable", Message("These days do not have so many hours."))
    values = {
        "first": first, "last": last, "minutes": minutes, "note": row.cell("hours_note"),
        "kind": row.kind("hours_kind", HoursKind, HoursKind.OTHER),
    }  # fmt: skip
    shown = f"{shown_name(row.texts)} · {row.cell('hours_time')}"
    return _Made(BookLine(row.number, values, people[0]), shown, (people[0], first, minutes))


def _courtesies(row: _Row) -> _Made:
    what = row.need("gift_what", "Say what it is.")
    whom = row.need("gift_whom", "Say for whom or from whom it is.")
    on = row.day("gift_on")
    people = people_of(row.reader.known, {"full_name": whom})
    others = [
        one for one in row.reader.known.others.get(fold(whom), ()) if one.kind is PayerKind.ORGANISATION
    ]
    person = people[0] if len(people) == 1 else None
    firm = others[0].id if person is None and len(others) == 1 else None
    values = {
        "kind": row.kind("gift_kind", CourtesyKind, CourtesyKind.GIFT_GIVEN), "what": what, "on": on,
        "person_id": person, "organisation_id": firm, "other": "" if person or firm else whom,
        "occasion": row.cell("gift_occasion"), "note": row.cell("gift_note"),
    }  # fmt: skip
    return _Made(BookLine(row.number, values), f"{what} · {whom}", (fold(what), on, fold(whom)))


def _publications(row: _Row) -> _Made:
    title = row.need("pub_title", "Say what it is called.")
    on = row.day("pub_on")
    values = {
        "kind": row.kind("pub_kind", PublicationKind, PublicationKind.OTHER), "title": title, "on": on,
        "medium": row.cell("pub_medium"), "link": _web(row, "pub_link"),
        "language": language(row.cell("pub_language")) or "", "note": row.cell("pub_note"),
    }  # fmt: skip
    return _Made(BookLine(row.number, values), title, (fold(title), on))


def _references(row: _Row) -> _Made:
    title = row.need("work_title", "Say what it is called.")
    year = row.cell("work_year")
    if year and not (year.isdecimal() and 1400 <= int(year) <= 2200):
        raise _Bad("work_year", "year-unusable", Message("This is no year."))
    kept = int(year) if year else None
    values: dict[str, object] = {
        "kind": row.kind("work_kind", ReferenceKind, ReferenceKind.OTHER), "title": title, "year": kept,
        "language": language(row.cell("work_language")) or "",
        "url": _web(row, "work_url"),
        "isbn": _or_nothing(row, "work_isbn", tidy_isbn),
    }  # fmt: skip
    for name in ("authors", "container", "publisher", "place", "pages", "note"):
        values[name] = row.cell(f"work_{name}")
    return _Made(BookLine(row.number, values), title, (fold(title), kept))


def _goods(row: _Row) -> _Made:
    what = row.need("goods_what", "Say what it is.")
    try:
        grams = read_weight(row.cell("goods_weight"))
    except UserError as problem:
        raise _Bad("goods_weight", problem.code, problem.message) from None
    worth = None
    if text := row.cell("goods_value"):
        try:
            worth = read_money(text, (row.cell("goods_currency") or row.reader.currency).upper())
        except UserError as problem:
            raise _Bad("goods_value", problem.code, problem.message) from None
        if worth.minor < 0:
            raise _Bad("goods_value", "value-unusable", Message("A value is not less than nothing."))
    figures = row.cell("goods_number") or "1"
    number = figures.partition(".")[0] if figures.endswith(".0") else figures
    if not number.isdecimal() or not 0 < int(number) < 10_000_000:
        raise _Bad("goods_number", "number-unusable", Message("A number of pieces is 1 or more."))
    values = {
        "what": what, "number": int(number), "grams": grams,
        "unit": row.kind("goods_unit", GoodsUnit, GoodsUnit.PIECE),
        "value_minor": worth.minor if worth is not None else None,
        "currency": worth.currency if worth is not None else row.reader.currency,
        "what_there": row.cell("goods_there"), "package": row.cell("goods_package"),
        "giver": row.cell("goods_giver"), "tariff": row.cell("goods_tariff"), "note": row.cell("goods_note"),
    }  # fmt: skip
    key = (fold(what), int(number), fold(row.cell("goods_package")))
    return _Made(BookLine(row.number, values), f"{number} {what}", key)


def _web(row: _Row, name: str) -> str:
    """An address on the web that can be opened; of another nothing is kept, and that is said."""
    return _or_nothing(row, name, lambda typed: read_website(typed, name)) if row.cell(name) else ""


def _or_nothing(row: _Row, name: str, read: Callable[[str], str]) -> str:
    """What `read` makes of a cell; nothing, with a remark, where it refuses: the entry itself is good."""
    try:
        return read(row.cell(name))
    except UserError as problem:
        row.remark(name, problem.code, problem.message)
        return ""


_READERS: Mapping[str, Callable[[_Row], _Made]] = {
    "hours": _hours,
    "courtesies": _courtesies,
    "publications": _publications,
    "references": _references,
    "goods": _goods,
}
