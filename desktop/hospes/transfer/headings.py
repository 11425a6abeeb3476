# SPDX-License-Identifier: GPL-3.0-or-later
"""Comparing headings: one plain spelling, and what each known one may mean."""

import re
from functools import cache

from hospes.i18n.fold import fold
from hospes.transfer.words import LANGUAGES

_BRACKETS = re.compile(r"\s*[(\[].*?[)\]]\s*")
_COUNTED = re.compile(r"(?<=[^\W\d_])\s*\d{1,2}\Z")
_SEPARATE = re.compile(r"[_\-./:]+")


def key(text: str) -> str:
    """The plain spelling of a heading: `E-Mail-Adresse :` is `emailadresse`."""
    return fold(_SEPARATE.sub(" ", text)).replace(" ", "") or "".join(text.split()).casefold()


@cache
def known() -> dict[str, dict[str, tuple[str, ...]]]:
    """Every known heading: its fields, each with the languages that have it."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for language in LANGUAGES:
        for field, names in language.headings.items():
            for name in names:
                fields = found.setdefault(key(name), {})
                if language.code not in fields.get(field, ()):
                    fields[field] = (*fields.get(field, ()), language.code)
    return found


def exact(heading: str) -> dict[str, tuple[str, ...]]:
    """The fields a heading names, with their languages; also without what stands in brackets or a count."""
    for text in (heading, _BRACKETS.sub(" ", heading), _COUNTED.sub("", heading.strip())):
        fields = known().get(key(text))
        if fields:
            return fields
    return {}


def near(heading: str) -> dict[str, tuple[str, ...]]:
    """The fields of a known heading inside this one, or of one that is spelt almost alike."""
    words = fold(_SEPARATE.sub(" ", heading)).split()
    for length in range(len(words) - 1, 0, -1):
        for start in range(len(words) - length + 1):
            part = "".join(words[start : start + length])
            if len(part) >= 4 and part in known():
                return known()[part]
    plain = key(heading)
    if len(plain) >= 5:
        from rapidfuzz import process
        from rapidfuzz.distance import DamerauLevenshtein

        found = process.extractOne(
            plain, known().keys(), scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=0.85
        )
        if found is not None:
            return known()[found[0]]
    return {}
