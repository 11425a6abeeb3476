# SPDX-License-Identifier: GPL-3.0-or-later
"""Offices and functions by their titles in our languages, for a woman or a man."""

from functools import cache

from hospes.domain.codes import Function
from hospes.i18n.locale import Locale
from hospes.transfer.headings import key
from hospes.transfer.words import LANGUAGES


@cache
def _titles() -> dict[str, Function]:
    found: dict[str, Function] = {}
    for language in LANGUAGES:
        locale = Locale.of(language.code)
        for function in Function:
            if function in (Function.OTHER, Function.MEMBER):
                continue
            for gender in (None, "f", "m"):
                found.setdefault(key(locale.role(function, gender)), function)
    return found


def function_of(title: str) -> Function:
    """The function a title names; CONTACT for an empty one, OTHER for one of the organisation's own."""
    if not title.strip():
        return Function.CONTACT
    return _titles().get(key(title), Function.OTHER)
