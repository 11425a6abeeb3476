# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of official receipts as data: shipped with their source and day, corrected by an association."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from hospes.domain.donations_codes import ReceiptForm
from hospes.domain.errors import UserError

SHARED, TOLD = "passages", "told"
"""The table of passages that all forms of a country share, and what is told to readers of other languages."""


@dataclass(frozen=True, slots=True)
class FormTexts:
    """One version of a country's forms."""

    country: str
    valid_from: date
    source: str
    checked: str
    to_verify: tuple[str, ...]
    passages: Mapping[str, str]
    """By `form.passage`, or `passages.passage` where forms share it; corrections are in it."""
    edited: frozenset[str] = frozenset()
    shipped: Mapping[str, str] | None = None
    told: Mapping[str, tuple[str, tuple[str, ...]]] | None = None
    """By language: with what the words were compared, and what is to be verified before the first receipt."""

    def told_in(self, language: str) -> tuple[str, tuple[str, ...]]:
        """When and with what it was compared and what is to be verified, in a language if it is there."""
        return (self.told or {}).get(language, (self.checked, self.to_verify))

    def of(self, form: ReceiptForm) -> dict[str, str]:
        """The passages of a form by their short names."""
        found: dict[str, str] = {}
        for table in (SHARED, form.value):
            start = f"{table}."
            found |= {key[len(start) :]: text for key, text in self.passages.items() if key.startswith(start)}
        return found

    @property
    def print_of(self) -> str:
        """Tells whether the words are still those somebody compared."""
        joined = "\n".join(f"{key}={text}" for key, text in sorted(self.passages.items()))
        return sha256(joined.encode()).hexdigest()[:16]


def read_forms(raw: Mapping[str, Any], edits: Mapping[str, str]) -> FormTexts:
    """A file's content with the corrections of an association over it."""
    passages = {
        f"{table}.{name}": str(text)
        for table, some in raw.items()
        if isinstance(some, Mapping) and table != TOLD
        for name, text in some.items()
    }
    known = {key: text for key, text in edits.items() if key in passages and text.strip()}
    return FormTexts(
        str(raw["country"]),
        raw["valid_from"],
        str(raw["source"]),
        str(raw["checked"]),
        tuple(raw["to_verify"]),
        {**passages, **known},
        frozenset(known),
        passages,
        {
            language: (str(one["checked"]), tuple(one["to_verify"]))
            for language, one in raw.get(TOLD, {}).items()
        },
    )


def in_force(versions: Sequence[Mapping[str, Any]], day: date) -> Mapping[str, Any] | None:
    """The newest version in force on a day, else the oldest there is."""
    ordered = sorted(versions, key=lambda one: one["valid_from"])
    valid = [one for one in ordered if one["valid_from"] <= day]
    return valid[-1] if valid else next(iter(ordered), None)


def names_in(text: str) -> frozenset[str]:
    """The names in braces of a passage."""
    found, rest = set(), text
    while "{" in rest:
        _, _, rest = rest.partition("{")
        name, brace, rest = rest.partition("}")
        if brace and name.isidentifier():
            found.add(name)
    return frozenset(found)


def check_passage(shipped: str, typed: str) -> str:
    """A corrected passage. Raises UserError where a place for a fact is lost or made up."""
    text = " ".join(typed.split())
    lost = names_in(shipped) ^ names_in(text)
    if text and lost:
        raise UserError(
            "The passage must keep its places for facts: {names}.",
            code="passage-places",
            names=", ".join(f"{{{name}}}" for name in sorted(names_in(shipped))) or "–",
        )
    return text


def fill(text: str, facts: Mapping[str, str]) -> str:
    """A passage with its facts; a fact is data and never read again for names."""
    parts, rest = [], text
    while True:
        before, brace, rest = rest.partition("{")
        parts.append(before)
        if not brace:
            return "".join(parts)
        name, end, after = rest.partition("}")
        if end and name in facts:
            parts.append(facts[name])
            rest = after
        else:
            parts.append("{")
