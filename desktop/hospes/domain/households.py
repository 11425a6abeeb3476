# SPDX-License-Identifier: GPL-3.0-or-later
"""What a household is called."""

from collections.abc import Iterable

from hospes.domain.names import PersonName, join


def household_name(names: Iterable[PersonName]) -> str:
    """`Nowak`, or `Hartwig–Roux` for people of two names, in their order."""
    surnames = [join(name.surname_prefix, name.surname) or name.given or name.latin_name for name in names]
    return "–".join(dict.fromkeys(surname for surname in surnames if surname))
