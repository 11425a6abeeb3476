# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a text names a person: by the name in either order and any spelling, by e-mail or telephone."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hospes.i18n.fold import digits, fold

PUT_INSTEAD = "…"
"""Stands where a name stood."""

_SHORTEST_NUMBER = 7
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NUMBER = re.compile(r"\+?\(?\d[\d\s()/.\-–]{5,}\d")
_MAIL = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
_SEVERAL = re.compile(rf"{PUT_INSTEAD}(?:[\s,\-–]+{PUT_INSTEAD})+")


@dataclass(frozen=True, slots=True)
class Marks:
    """What somebody can be told by."""

    names: tuple[frozenset[str], ...] = ()
    """Folded words; all words of one of them in a text are a name."""
    mails: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    hints: tuple[str, ...] = ()
    """Plain letters or figures of which at least one stands in every text that names them, whatever its
    spelling; nothing where there are none. For looking through many texts quickly.
    """

    def in_text(self, text: str) -> bool:
        """Whether a text names them."""
        if not text:
            return False
        words = set(fold(text).split())
        if any(name <= words for name in self.names):
            return True
        lower = text.casefold()
        if any(mail in lower for mail in self.mails):
            return True
        return bool(self.numbers) and any(digits(found) in self.numbers for found in _NUMBER.findall(text))

    def taken_out(self, text: str) -> str:
        """The text without the words of the name, the addresses and the numbers."""
        said = _MAIL.sub(lambda hit: PUT_INSTEAD if hit[0].casefold() in self.mails else hit[0], text)
        said = _NUMBER.sub(lambda hit: PUT_INSTEAD if digits(hit[0]) in self.numbers else hit[0], said)
        words = set(fold(said).split())
        gone = frozenset().union(*(name for name in self.names if name <= words))
        if gone:
            said = _WORD.sub(lambda hit: PUT_INSTEAD if set(fold(hit[0]).split()) & gone else hit[0], said)
        return _SEVERAL.sub(PUT_INSTEAD, said)

    def in_value(self, value: object) -> bool:
        """Whether a text, or any text inside a structure, names them."""
        if isinstance(value, str):
            return self.in_text(value)
        if isinstance(value, Mapping):
            return any(self.in_value(one) for pair in value.items() for one in pair)
        if isinstance(value, list | tuple):
            return any(self.in_value(one) for one in value)
        return False

    def taken_out_of(self, value: object) -> object:
        """The same structure without what names them."""
        if isinstance(value, str):
            return self.taken_out(value) if self.in_text(value) else value
        if isinstance(value, Mapping):
            return {self.taken_out_of(name): self.taken_out_of(one) for name, one in value.items()}
        if isinstance(value, list | tuple):
            return [self.taken_out_of(one) for one in value]
        return value


def marks(people: Iterable[Mapping[str, object]], contacts: Iterable[Mapping[str, object]]) -> Marks:
    """What tells people, from their stored rows and those of their ways to be reached."""
    names: set[frozenset[str]] = set()
    hints: set[str] = set()
    for row in people:
        if row["erased_on"] is None:  # what stands instead of a name is nobody's
            names |= _names(row)
            hints |= _hints(row)
    mails: set[str] = set()
    numbers: set[str] = set()
    for row in contacts:
        value = str(row["value"]).strip()
        if "@" in value:
            mails.add(value.casefold())
            hints.add(_plain_part(value.partition("@")[0]) or value.casefold())
        for text in (value, str(row["e164"] or "")):
            number = digits(text)
            if "@" not in text and len(number) >= _SHORTEST_NUMBER:
                numbers.add(number)
                hints.add(number[-2:])
    found = () if "" in hints else tuple(sorted(hints))
    return Marks(tuple(sorted(names, key=sorted)), frozenset(mails), frozenset(numbers), found)


_PLAIN_LETTERS = re.compile(r"[a-z0-9]+")
_SHORTEST_HINT = 3


def _plain_part(text: str) -> str:
    """The longest stretch of plain letters: it is the same in every spelling. Empty if it is too short."""
    parts = _UMLAUTS.sub(" ", text.casefold())
    longest = max(_PLAIN_LETTERS.findall(parts), key=len, default="")
    return longest if len(longest) >= _SHORTEST_HINT else ""


def surname_marks(people: Iterable[Mapping[str, object]]) -> Marks:
    """What tells them by the surname alone: it may as well mean somebody else of that name."""
    names: set[frozenset[str]] = set()
    hints: set[str] = set()
    for row in people:
        for column in ("surname", "birth_surname"):
            words = frozenset(fold(str(row[column] or "")).split())
            if row["erased_on"] is None and words and max(map(len, words)) >= _SHORTEST_HINT:
                names.add(words)
                hints.add(_plain_part(str(row[column])))
    return Marks(tuple(sorted(names, key=sorted)), hints=() if "" in hints else tuple(sorted(hints)))


_UMLAUTS = re.compile(r"ae|oe|ue|ss|[^\x00-\x7f]")
"""What may be written in two ways."""


def _hints(row: Mapping[str, object]) -> set[str]:
    """For each column a name can begin with, letters that stand in every spelling of it."""
    columns = ("surname", "birth_surname", "script_name", "latin_name")
    told = [str(row[column]) for column in columns if row[column]]
    if not row["surname"]:
        told += [str(row[column]) for column in ("given", "surname2") if row[column]]
    return {_plain_part(text) for text in told}


def _names(row: Mapping[str, object]) -> set[frozenset[str]]:
    def words(*columns: str) -> list[str]:
        return [word for column in columns for word in fold(str(row[column] or "")).split()]

    surnames = [words("surname_prefix", "surname", "surname2"), words("surname"), words("birth_surname")]
    givens = [words("given")[:1], words("nickname")]
    found = {frozenset(given + last) for last in surnames for given in givens if last and given}
    if not any(givens) or not any(surnames):
        only = words("surname", "given")
        found |= {frozenset(only)} if only else set()
    found |= {frozenset(whole) for whole in (words("script_name"), words("latin_name")) if len(whole) > 1}
    return found
