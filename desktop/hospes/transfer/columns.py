# SPDX-License-Identifier: GPL-3.0-or-later
"""Guessing what each column is, by its heading in four languages and by what stands in it.

A guess is shown with samples and can be changed; on the command line `--map FIELD=COLUMN` does so.
"""

import re
from dataclasses import dataclass, replace
from datetime import date

from hospes.transfer.fields import FIELDS, OWN, Sort, fields_of, is_field, sort_of
from hospes.transfer.headings import SKIP, exact, key, near
from hospes.transfer.reading import Cell, Unreadable
from hospes.transfer.sheet_extent import column_number
from hospes.transfer.table import Table, as_text

_EMAIL = re.compile(r"[^\s@;,<>]+@[^\s@;,<>]+\.[^\s@;,<>]+")
_PHONE = re.compile(r"(?=(?:\D*\d){6})[+(\d][\d\s()/.\-–]*\Z")
_DAY = re.compile(r"\d{1,4}[./\-\s]+\d{1,2}[./\-\s]+\d{2,4}\.?\Z")
_IBAN = re.compile(r"[A-Z]{2}\d{2}[A-Z\d\s]{11,40}\Z")
_HOUSE = re.compile(r"\d{1,4}\s?[a-zA-Z]?(?:\s?[-/]\s?\d{1,4}\s?[a-zA-Z]?)?\Z")
_LETTERS = re.compile(r"[A-Za-z]{1,3}\Z")
_BARE_NUMBER = {"nr", "no", "n", "num", "numer", "nummer"}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the list and what it is taken for."""

    index: int
    heading: str
    samples: tuple[str, ...]
    field: str | None
    """A field, `own:NAME`, or None: left out."""
    sure: bool = False
    """The heading says so in so many words."""
    silent: bool = False
    """Left out on purpose: another column says the same."""


def guess(table: Table, kind: str = "members") -> tuple[Column, ...]:
    """What each column of a table is, in a list of a kind."""
    main = main_language(table, kind)
    found: list[Column] = []
    for index, heading in enumerate(table.headings):
        field, sure = _by_heading(heading, main, kind)
        if field == SKIP:
            found.append(Column(index, heading, table.samples(index), None, sure=True, silent=True))
            continue
        if field is None or not _fits(field, table.column(index, 200)):
            by_value = _by_values(table.column(index, 200), named=not heading.startswith("#"))
            by_value = by_value if by_value in fields_of(kind) else None
            field, sure = (by_value, False) if by_value else (None if field and not sure else field, False)
        found.append(Column(index, heading, table.samples(index), field, sure))
    if table.heading_row == 0 and not table.odds and not any(c.sure for c in found):
        found = _names_by_values(table, found)
    if kind == "partnerships":
        from hospes.transfer.directory_columns import Place, sides

        placed = sides(table, [Place(each.index, each.heading, each.field) for each in found])
        return tuple(_single([replace(c, field=at.field) for c, at in zip(found, placed, strict=True)]))
    return _settle(table, found)


def with_map(
    columns: tuple[Column, ...], said: dict[str, list[str]], kind: str = "members"
) -> tuple[Column, ...]:
    """The columns with what was said by `--map FIELD=COLUMN`; `skip` leaves a column out.

    Raises `Unreadable` for a field or a column that does not exist.
    """
    changed = list(columns)
    for field, names in said.items():
        code = "" if field in ("skip", "-") else field
        if kind == "visits" and code == "title":
            code = "visit_title"
        if code == "own":
            code = OWN
        for name in names:
            at = _find(columns, name)
            target = OWN + columns[at].heading if code == OWN else code
            if target and not (target in fields_of(kind) or (target not in FIELDS and is_field(target))):
                raise Unreadable(
                    "There is no field {field}. Fields are: {fields}, and own:NAME.",
                    code="field-unknown",
                    field=field,
                    fields=", ".join(fields_of(kind)),
                )
            if target in FIELDS and not FIELDS[target].many:
                # What was said replaces what was guessed.
                changed = [
                    replace(c, field=None) if c.field == target and c.index != at else c for c in changed
                ]
            changed[at] = replace(changed[at], field=target or None, sure=True, silent=False)
    return tuple(changed)


def _find(columns: tuple[Column, ...], name: str) -> int:
    wanted = name.strip()
    for column in columns:
        if column.heading == wanted:
            return column.index
    for column in columns:
        if key(column.heading) == key(wanted):
            return column.index
    number = (
        int(wanted) if wanted.isdigit() else (column_number(wanted.upper()) if _LETTERS.match(wanted) else 0)
    )
    if 0 < number <= len(columns):
        return number - 1
    raise Unreadable(
        "The list has no column {column}. It has: {columns}.",
        code="column-unknown",
        column=name,
        columns=", ".join(column.heading for column in columns),
    )


def main_language(table: Table, kind: str) -> str:
    """The language most headings are in."""
    votes: dict[str, float] = {}
    for heading in table.headings:
        fields = exact(heading, kind)
        for languages in fields.values():
            for language in languages:
                votes[language] = votes.get(language, 0.0) + 1.0 / len(languages) / len(fields)
    return max(votes, key=lambda language: votes[language], default="en")


def _by_heading(heading: str, main: str, kind: str) -> tuple[str | None, bool]:
    for fields, sure in ((exact(heading, kind), True), (near(heading, kind), False)):
        if fields:
            ranked = sorted(fields, key=lambda field: (main not in fields[field], "en" not in fields[field]))
            return ranked[0], sure
    return None, False


def _share(cells: list[Cell], pattern: re.Pattern[str]) -> float:
    texts = [as_text(cell).strip() for cell in cells]
    return sum(1 for text in texts if pattern.match(text)) / len(texts) if texts else 0.0


def _fits(field: str, cells: list[Cell]) -> bool:
    """Do the values not contradict the guess? An empty column contradicts nothing."""
    if not cells:
        return True
    if field not in ("email", "notes") and _share(cells, _EMAIL) > 0.6:
        return False
    if field == "email":
        return _share(cells, _EMAIL) > 0.2
    if field == "iban":
        return _share(cells, _IBAN) > 0.2 or _share(cells, re.compile(r"\d{5,}\Z")) < 0.5
    if sort_of(field) is Sort.DAY:
        return not _share(cells, _EMAIL) and sum(1 for cell in cells if _has_digit(cell)) / len(cells) > 0.3
    return True


def _has_digit(cell: Cell) -> bool:
    return isinstance(cell, date | int | float) or any(sign.isdigit() for sign in as_text(cell))


def _by_values(cells: list[Cell], *, named: bool) -> str | None:
    if len(cells) < 2:
        return None
    if _share(cells, _EMAIL) > 0.6:
        return "email"
    if _share(cells, _IBAN) > 0.6:
        return "iban"
    if named:
        return None
    if sum(isinstance(c, date) for c in cells) / len(cells) > 0.6 or _share(cells, _DAY) > 0.6:
        return "birth_date"
    if _share(cells, re.compile(r"\d{2}-?\d{3}\Z|\d{4}\s?[A-Z]{2}\Z|[A-Z]{1,2}\d\w?\s?\d[A-Z]{2}\Z")) > 0.7:
        return "postcode"
    return "phone" if _share(cells, _PHONE) > 0.7 else None


_SENTENCE = re.compile(r"(\S+\s+){5,}\S|(\S+\s+){2,}\S+[.!?:]\Z")
"""Six words and more, or three and a full stop: a text, nobody's name."""


def _names_by_values(table: Table, columns: list[Column]) -> list[Column]:
    """A list without headings: its first columns of words are names, a column of words and numbers is a
    street.
    """
    free = [c for c in columns if c.field is None]
    words = [
        c
        for c in free
        if _share(table.column(c.index, 200), re.compile(r"[^\d@]+\Z")) > 0.8
        and _share(table.column(c.index, 200), _SENTENCE) < 0.5
    ]
    streets = [
        c
        for c in free
        if _share(table.column(c.index, 200), re.compile(r".*[^\W\d_].*\d|\d.*[^\W\d_]")) > 0.6
    ]
    fields: dict[int, str] = {}
    if words:
        fields[words[0].index] = "full_name" if len(words) == 1 else "family_name"
    if len(words) > 1:
        fields[words[1].index] = "given_name"
    if len(words) > 2:
        fields[words[2].index] = "town"
    if streets:
        fields.setdefault(streets[0].index, "street")
    return [replace(c, field=fields.get(c.index, c.field)) for c in columns]


def _settle(table: Table, columns: list[Column]) -> tuple[Column, ...]:
    """What a column is also depends on the others."""
    have = {c.field for c in columns if c.field}
    placed = _place_names(columns, have)
    place = {"postcode", "town", "postcode_town"} & have
    for at, column in enumerate(placed):
        before = placed[at - 1].field if at else None
        if column.field == "address" and place and "street" not in have:
            placed[at] = replace(column, field="street")
        elif (
            key(column.heading) in _BARE_NUMBER
            and before == "street"
            and _share(table.column(at, 200), _HOUSE) > 0.6
        ):
            placed[at] = replace(column, field="house_number")
    return tuple(_single(placed))


def _place_names(columns: list[Column], have: set[str]) -> list[Column]:
    """`Name` beside a first name is the last name; beside both it says the same again."""
    placed: list[Column] = []
    for column in columns:
        field = column.field
        if (
            field == "full_name"
            and key(column.heading) in ("name", "nom")
            and "given_name" in have
            and "family_name" not in have
        ):
            placed.append(replace(column, field="family_name"))
        elif field == "full_name" and {"given_name", "family_name"} <= have:
            placed.append(replace(column, field=None, silent=True))
        elif field == "family_name" and not have & {"given_name"} and key(column.heading) == "nom":
            placed.append(replace(column, field="full_name"))
        else:
            placed.append(column)
    return placed


def _single(columns: list[Column]) -> list[Column]:
    """No two columns for a field that can have one: the one with the plain heading stays, else the first."""
    best: dict[str, Column] = {}
    for column in columns:
        field = column.field
        if field is None or field not in FIELDS or FIELDS[field].many:
            continue
        if field not in best or (column.sure and not best[field].sure):
            best[field] = column
    return [
        column
        if column.field is None or column.field not in best or best[column.field] is column
        else replace(column, field=None, sure=False)
        for column in columns
    ]
