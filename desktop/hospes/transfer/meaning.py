# SPDX-License-Identifier: GPL-3.0-or-later
"""What the rows of a list mean: from cells to people, with everything that could not be used said beside it.

A row is **rejected** only when it cannot be used as it stands: it names nobody, or a day, an amount or an
e-mail address in it cannot be read (design 6.3 calls these "cannot be used"). The rest of the list comes in,
and the row can be mended and brought in again. Whatever is merely odd (an unknown language, a strange
telephone number, an IBAN with a wrong figure) comes in with a **remark**, and a value that has no place of
its own is kept as a note.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from hospes.domain.errors import Message
from hospes.domain.incoming import Incoming
from hospes.domain.incoming_visit import IncomingOffer, IncomingStay
from hospes.i18n.locale import Locale
from hospes.transfer.columns import Column
from hospes.transfer.days import DayReader, Order, find_order
from hospes.transfer.fields import FIELDS, OWN, TAG, Sort, sort_of, standard_of
from hospes.transfer.name_order import surnames_in_capitals, whole_names_surname_first
from hospes.transfer.reading import Cell
from hospes.transfer.row_reader import RowProblem, RowReader
from hospes.transfer.sources.base import Recognised
from hospes.transfer.stay_reader import StayReader
from hospes.transfer.table import MOST_SCANNED, Table, as_text
from hospes.transfer.text_border import LOST, clean
from hospes.transfer.vocabulary import country, nothing
from hospes.transfer.words import LANGUAGES


@dataclass(frozen=True, slots=True)
class Rejection:
    """A row that cannot be used, and why."""

    row: int
    column: str
    value: str
    code: str
    reason: Message
    remedy: Message


@dataclass(frozen=True, slots=True)
class Remark:
    """Something odd in a row that comes in."""

    row: int
    column: str
    value: str
    code: str
    reason: Message


@dataclass(frozen=True, slots=True)
class Setting:
    """What reading the rows needs to know besides the list."""

    locale: Locale
    today: date
    country: str
    """ISO code of our country: whose telephone numbers have no country code."""
    currency: str = "EUR"
    kind: str = "members"
    order: str | None = None
    """Order of days, if somebody said it."""
    first: date | None = None
    last: date | None = None
    """Days of the visit, for lists of guests and hosts."""
    literal: bool = False
    """Every text is meant as it stands."""
    anyway: frozenset[int] = frozenset()
    """Rows that come in without a value that cannot be used; it is kept as a note."""


@dataclass(slots=True)
class Understanding:
    """The list as it was understood."""

    people: list[Incoming] = field(default_factory=list)
    stays: dict[int, IncomingStay | IncomingOffer] = field(default_factory=dict)
    """By row: what a list of guests or hosts says beside the person."""
    rejected: list[Rejection] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    order: Order = field(default_factory=lambda: Order("dmy", ambiguous=False))
    read: int = 0


def understand(
    table: Table, columns: tuple[Column, ...], setting: Setting, known: Recognised | None = None
) -> Understanding:
    """Read all rows."""
    result = Understanding()
    result.order = find_order(_day_cells(table, columns), setting.order or (known.order if known else None))
    cards = table.head.form == "vcard"
    # Our own tables and address cards mean every text as it stands.
    own_export = cards or setting.literal or _is_own_export(table, setting.kind)
    reader = RowReader(
        setting.locale,
        setting.country,
        setting.currency,
        DayReader(result.order.order, setting.locale, setting.today),
        source=known.source if known else "vcard" if cards else "list-id",
        membership=setting.kind == "members",
        surname_first=whole_names_surname_first(_texts(table, columns, "full_name"), setting.country),
        capitals=not own_export and surnames_in_capitals(_texts(table, columns, "family_name")),
        literal=own_export,
        needs_surname=not own_export and _has_surnames(table, columns),
        special=any(column.field and column.field.startswith((OWN, TAG)) for column in columns),
        headings={column.field: column.heading for column in reversed(columns) if column.field},
    )
    cutter = _Cutter(columns, known, literal=own_export)
    stays = None
    if setting.kind in ("guests", "hosts"):
        stays = StayReader(
            setting.kind, reader.days, setting.country, setting.first, setting.last, literal=own_export
        )
        reader.country = _country_of(table, columns) or reader.country
    for odd in table.odds:
        if odd.row and odd.unread:
            result.rejected.append(Rejection(odd.row, "", odd.value, odd.code, odd.message, _REMEDY_ROW))
        else:
            result.remarks.append(Remark(odd.row, "", odd.value, odd.code, odd.message))
    for number, cells in table.rows:
        texts, raw = cutter.cut(number, cells, result)
        _one(Readers(reader, stays), number, texts, raw, cutter, result, anyway=number in setting.anyway)
    result.rejected.sort(key=lambda each: each.row)
    result.read = len(table.rows) + sum(1 for odd in table.odds if odd.row and odd.unread)
    return result


_REMEDY_ROW = Message(
    "Mend the row in the list and bring the list in again; what is in already is not doubled."
)


@dataclass(frozen=True, slots=True)
class Readers:
    """Who reads a row: the person, and what belongs to the visit."""

    people: RowReader
    stays: StayReader | None = None


def _one(
    reader: Readers,
    number: int,
    texts: dict[str, str],
    raw: dict[str, Cell],
    cutter: "_Cutter",
    result: Understanding,
    *,
    anyway: bool,
) -> None:
    try:
        who, odd = reader.people.read(number, texts, raw)
        if reader.stays is not None:
            _need_person(who, reader.people)
            result.stays[number], more = reader.stays.read(texts, raw)
            odd += more
    except RowProblem as problem:
        column = cutter.heading(problem.field)
        value = texts.get(problem.field, "")
        if anyway and value:
            result.remarks.append(Remark(number, column, value, problem.code, problem.reason))
            rest = {name: text for name, text in texts.items() if name != problem.field}
            note = f"{column}: {value}" if column else value
            notes = "notes" if reader.stays is None else "remarks"
            rest[notes] = "\n\n".join(text for text in (texts.get(notes), note) if text)
            _one(reader, number, rest, raw, cutter, result, anyway=True)
            return
        result.rejected.append(Rejection(number, column, value, problem.code, problem.reason, problem.remedy))
        return
    result.people.append(who)
    for name, value, code, reason in odd:
        result.remarks.append(Remark(number, cutter.heading(name), value, code, reason))


def _need_person(who: Incoming, how: RowReader) -> None:
    if not who.is_person:
        raise RowProblem(
            "family_name" if "family_name" in how.headings else "full_name",
            "no-name",
            Message("The row names nobody."),
            Message("Write the first and last name of one person into the row."),
        )


def _country_of(table: Table, columns: tuple[Column, ...]) -> str:
    """The country whose telephone numbers the list has, if a column says one for all."""
    found = {country(text) for text in _texts(table, columns, "country")}
    return (found.pop() or "") if len(found) == 1 else ""


def _day_cells(table: Table, columns: tuple[Column, ...]) -> Iterator[Cell]:
    for column in columns:
        if column.field and sort_of(column.field) is Sort.DAY:
            yield from table.column(column.index)


def _texts(table: Table, columns: tuple[Column, ...], name: str) -> list[str]:
    return [
        as_text(cell)
        for column in columns
        if column.field == name
        for cell in table.column(column.index)
        if cell
    ]


def _is_own_export(table: Table, kind: str) -> bool:
    """Did we write this table ourselves, in any language? Then every text in it is meant as it stands."""
    headings, names = set(table.headings), standard_of(kind)
    return any({language.columns.get(name, name) for name in names} <= headings for language in LANGUAGES)


def _has_surnames(table: Table, columns: tuple[Column, ...]) -> bool:
    """Is there a column of last names that nearly everybody fills?"""
    return len(_texts(table, columns, "family_name")) > 0.8 * min(len(table.rows), MOST_SCANNED)


class _Cutter:
    """Takes the cells of a row apart by field, cleaned."""

    def __init__(self, columns: tuple[Column, ...], known: Recognised | None, *, literal: bool) -> None:
        self.used = [
            (column.index, column.field, column.heading, sort_of(column.field))
            for column in columns
            if column.field
        ]
        self.many = {name for _, name, _, _ in self.used if name not in FIELDS or FIELDS[name].many}
        self.known = known
        self.literal = literal
        self.nothing = known.nothing if known else frozenset()
        self._headings: dict[str, str] = {}
        for _, name, heading, _ in self.used:
            self._headings.setdefault(name, heading)

    def heading(self, name: str) -> str:
        """What stands over the column of a field; empty when no single column is meant."""
        return self._headings.get(name, "")

    def cut(
        self, number: int, cells: list[Cell], result: Understanding
    ) -> tuple[dict[str, str], dict[str, Cell]]:
        """The texts by field, and the typed cells of days and amounts; empty for an empty row."""
        texts: dict[str, str] = {}
        raw: dict[str, Cell] = {}
        width = len(cells)
        for index, name, heading, sort in self.used:
            cell = cells[index] if index < width else None
            if cell is None or cell == "":
                continue
            text, removed = clean(as_text(cell), lines=sort is Sort.TEXT, literal=self.literal)
            if removed:
                result.remarks.append(
                    Remark(
                        number,
                        heading,
                        text,
                        "signs-taken-out",
                        Message("Signs that no text can have were taken out."),
                    )
                )
            if LOST in text:
                result.remarks.append(
                    Remark(
                        number,
                        heading,
                        text,
                        "letter-lost",
                        Message("A letter could not be read. Is the encoding right?"),
                    )
                )
            if text in self.nothing or (not self.literal and sort is not Sort.YES_NO and nothing(text)):
                continue
            if not isinstance(cell, str):
                raw[name] = cell
            if name in texts and name in self.many:
                texts[name] += ("\n\n" if sort is Sort.TEXT else "; ") + text
            else:
                texts.setdefault(name, text)
        if self.known is not None and texts:
            texts = self.known.mend(texts)
        return texts, raw
