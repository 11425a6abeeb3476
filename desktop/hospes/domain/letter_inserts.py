# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands for somebody's own words in a letter to many.

It is kept as `{first-name}` and shown as `‹First name›` in the writer's language: the kept form is the same
in all languages, so that a letter written on a German laptop is read on a French one.
"""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from hospes.domain.codes import Code
from hospes.i18n.fold import fold
from hospes.i18n.marks import N_

if TYPE_CHECKING:
    from hospes.i18n.locale import Locale


class Insert(Code):
    """What can be put into a letter."""

    SALUTATION = "salutation", N_("Salutation")
    FIRST_NAME = "first-name", N_("First name")
    NAME = "name", N_("Name")
    MEMBER_NUMBER = "member-number", N_("Member no.")
    MEMBER_SINCE = "member-since", N_("Member since")
    CLASS = "class", N_("Membership class")
    AMOUNT = "amount-owed", N_("Amount owed")
    TODAY = "today", N_("Today’s date")
    ASSOCIATION = "association", N_("Our association")
    VISIT = "visit", N_("Visit")
    VISIT_DATES = "visit-dates", N_("Dates of the visit")
    HOST = "host", N_("Host")


OF_A_VISIT = frozenset({Insert.VISIT, Insert.VISIT_DATES, Insert.HOST})
"""They say something only where a letter is about a visit."""

_KEPT = re.compile(r"\{([^{}\n]{1,40})\}")
_SHOWN = re.compile(r"‹([^‹›\n]{1,60})›")
_KNOWN = {one.value: one for one in Insert}


def used(text: str) -> frozenset[Insert]:
    """The inserts in a text."""
    return frozenset(_KNOWN[word] for word in _KEPT.findall(text) if word in _KNOWN)


def unknown(text: str) -> tuple[str, ...]:
    """What looks like an insert and is none, in the kept or the shown form."""
    kept = [f"{{{word}}}" for word in _KEPT.findall(text) if word not in _KNOWN]
    return tuple(dict.fromkeys([*kept, *(f"‹{word}›" for word in _SHOWN.findall(text))]))


def shown(text: str, locale: "Locale") -> str:
    """A kept text as its writer sees it."""

    def word(match: re.Match[str]) -> str:
        insert = _KNOWN.get(match[1])
        return f"‹{locale.label(insert)}›" if insert is not None else match[0]

    return _KEPT.sub(word, text)


def kept(text: str, locale: "Locale") -> str:
    """A shown text as it is kept; what no insert is called stays as it was typed."""
    by_label = {fold(locale.label(one)): one for one in Insert}

    def word(match: re.Match[str]) -> str:
        insert = by_label.get(fold(match[1].strip()))
        return f"{{{insert.value}}}" if insert is not None else match[0]

    return _SHOWN.sub(word, text)


def fill(text: str, values: Mapping[Insert, str]) -> str:
    """The text for one reader. What somebody has no value for leaves no double blank behind."""

    def word(match: re.Match[str]) -> str:
        insert = _KNOWN.get(match[1])
        return match[0] if insert is None else values.get(insert, "")

    filled = _KEPT.sub(word, text)
    return re.sub(r"(?<=\S) {2,}", " ", filled)


def gaps(text: str, values: Mapping[Insert, str]) -> tuple[Insert, ...]:
    """The inserts of a text that say nothing to this reader."""
    return tuple(one for one in Insert if one in used(text) and not values.get(one))
