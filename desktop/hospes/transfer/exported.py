# SPDX-License-Identifier: GPL-3.0-or-later
"""What is taken out: what was asked for, what was written, and the words of headings and cells."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from hospes.i18n.locale import Locale
from hospes.transfer.words import columns_of, first_word
from hospes.transfer.writers.whole import Value

if TYPE_CHECKING:
    from hospes.queries.export_visits import Record
    from hospes.queries.filters import Filter

_WORDED = {
    "sex": "sex", "group_rule": "rule", "smoker": "smoking", "bed": "bed", "direction": "direction",
}  # fmt: skip
_LISTED = {
    "animal_allergies": ("animal",), "animal_fear": ("animal",),
    "other_allergies": ("allergen", "diet", "animal"), "diet": ("diet",), "diets": ("diet",),
    "accepts": ("accepts",), "pets": ("animal",),
}  # fmt: skip
_YES_NO = frozenset(
    (
        "minds_smoke", "step_free", "sofa_ok", "first_visit", "needs_lift", "hotel", "consent_host",
        "consent_photo", "minors_ok", "hosted_last_time", "experienced", "locked",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Written:
    """What was written, to tell about it."""

    rows: int
    path: Path


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be written."""

    what: str
    visit: UUID | None
    today: date
    language: str
    filter: "Filter | None"
    locale: Locale
    health: bool = False
    confidential: bool = False


def headings_in(fields: Sequence[str], language: str) -> list[str]:
    """The headings of a table; in English the names of the fields themselves."""
    known = columns_of(language)
    return [known.get(field, field) for field in fields]


def rows_of(records: "Iterable[Record]", fields: Sequence[str], language: str) -> Iterable[list[Value]]:
    """The cells of a table; words for codes in the language of the headings."""
    for record in records:
        cells = (record.get(field) for field in fields)
        yield [
            None if isinstance(cell, UUID) else worded(field, cell, language)
            for field, cell in zip(fields, cells, strict=True)
        ]


def worded(field: str, value: Value, language: str) -> Value:
    """A code as a word of a language; anything else as it is."""
    if not language or language.partition("-")[0] == "en" or not isinstance(value, str) or not value:
        return value
    if field in _WORDED:
        return first_word(f"{_WORDED[field]}:{value}", language) or value
    if field in _YES_NO or (field == "pets" and value == "no"):
        return first_word(value, language) or value
    if field == "role":
        kind, semicolon, role = value.partition("; ")
        word = first_word(f"kind:{kind}", language)
        return f"{word}{semicolon}{role}" if word else value
    if field in _LISTED:
        return ";".join(_word(each, _LISTED[field], language) for each in value.split(";"))
    return value


def _word(code: str, meanings: tuple[str, ...], language: str) -> str:
    for meaning in meanings:
        word = first_word(f"{meaning}:{code}", language)
        if word:
            return word
    return code
