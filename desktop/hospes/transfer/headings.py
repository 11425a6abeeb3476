# SPDX-License-Identifier: GPL-3.0-or-later
"""Comparing headings: one plain spelling, and what each known one may mean."""

import re
from functools import cache

from hospes.i18n.fold import fold
from hospes.transfer.fields import fields_of
from hospes.transfer.words import LANGUAGES

_BRACKETS = re.compile(r"\s*[(\[].*?[)\]]\s*")
_COUNTED = re.compile(r"(?<=[^\W\d_])\s*\d{1,2}\Z")
_SEPARATE = re.compile(r"[_\-./:]+")


def key(text: str) -> str:
    """The plain spelling of a heading: `E-Mail-Adresse :` is `emailadresse`."""
    return fold(_SEPARATE.sub(" ", text)).replace(" ", "") or "".join(text.split()).casefold()


SKIP = "skip"
"""What a heading means whose column says nothing: running numbers."""

Known = dict[str, dict[str, tuple[str, ...]]]


@cache
def known(kind: str = "members") -> Known:
    """Every heading known in lists of a kind: its fields, each with the languages that have it."""
    allowed = fields_of(kind)
    people: Known = {}
    own: Known = {}
    for language in LANGUAGES:
        for field, names in language.headings.items():
            if field in allowed:
                _note(people, field, names, language.code)
        words = language.visits.get(kind, {})
        for field, names in words.items():
            _note(own, field, names, language.code)
        if words:
            columns = {name: text for name, text in language.columns.items() if name in words}
            for field, text in columns.items():
                _note(own, field, (text,), language.code)
            _note(people, SKIP, language.skipped, language.code)
    # What a word means in such lists counts before what it means in a list of people.
    return people | own


def _note(found: Known, field: str, names: tuple[str, ...], language: str) -> None:
    for name in names:
        fields = found.setdefault(key(name), {})
        if language not in fields.get(field, ()):
            fields[field] = (*fields.get(field, ()), language)


def exact(heading: str, kind: str = "members") -> dict[str, tuple[str, ...]]:
    """The fields a heading names, with their languages; also without what stands in brackets or a count."""
    for text in (heading, _BRACKETS.sub(" ", heading), _COUNTED.sub("", heading.strip())):
        fields = known(kind).get(key(text))
        if fields:
            return fields
    return {}


def near(heading: str, kind: str = "members") -> dict[str, tuple[str, ...]]:
    """The fields of a known heading inside this one, or of one that is spelt almost alike."""
    words = fold(_SEPARATE.sub(" ", heading)).split()
    names = known(kind)
    for length in range(len(words) - 1, 0, -1):
        for start in range(len(words) - length + 1):
            part = "".join(words[start : start + length])
            if len(part) >= 4 and part in names:
                return names[part]
    plain = key(heading)
    if len(plain) >= 5:
        from rapidfuzz import process
        from rapidfuzz.distance import DamerauLevenshtein

        found = process.extractOne(
            plain, names.keys(), scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=0.85
        )
        if found is not None:
            return names[found[0]]
    return {}
