# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers of receipts: no gaps, none twice, one series for each device (decision 17).

The first device of a file writes `2027-1`; one that comes later writes `2027-B1`, so that two laptops that
have not met yet never give the same number. Where both began before either knew of the other, one of them
takes another letter as soon as they have met.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

FIRST = "{year}-{n}"


@dataclass(frozen=True, slots=True)
class Series:
    """How a device numbers, and its next number."""

    pattern: str
    next: int = 1


def series_of(known: Mapping[str, Series], device: str) -> Series:
    """The series of a device: its own; the file's first, if no other device has one; else a new one."""
    own = known.get(device)
    twins = [whose for whose in known if whose and own is not None and known[whose].pattern == own.pattern]
    if own is not None and device == min(twins, default=device):
        return own
    others = sum(1 for whose in known if whose and whose != device)
    if not others:
        return known.get("", Series(FIRST))
    taken = {series.pattern for series in known.values()}
    letters = (f"{{year}}-{chr(ord('A') + at)}{{n}}" for at in range(min(others, 25), 26))
    return Series(next((one for one in letters if one not in taken), "{year}-Z{n}"))


def next_numbers(
    series: Series, year: int, used: Collection[str], count: int
) -> tuple[tuple[str, ...], Series]:
    """So many numbers, passing over those in use, and the series after them."""
    found: list[str] = []
    at = series.next
    while len(found) < count:
        number = series.pattern.replace("{n}", str(at)).replace("{year}", str(year))
        at += 1
        if number not in used:
            found.append(number)
    return tuple(found), Series(series.pattern, at)
