# SPDX-License-Identifier: GPL-3.0-or-later
"""Where homes are, as far as two of them can be compared without a map: by street and by place."""

import re

from hospes.i18n.fold import fold

_NUMBER = re.compile(r"\b\d+\s?[a-z]?\b")


def place_key(postcode: str, town: str, country: str) -> str:
    """Equal for homes of one place with one postcode; empty where neither is known."""
    parts = [fold(country), fold(postcode), fold(town)]
    return "|".join(parts) if any(parts[1:]) else ""


def street_key(street: str, place: str) -> str:
    """Equal for homes of one street of one place, whatever their numbers; empty where it is not known."""
    name = " ".join(_NUMBER.sub(" ", fold(street)).split())
    return f"{place}|{name}" if name and place else ""
