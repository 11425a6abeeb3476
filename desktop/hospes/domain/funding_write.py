# SPDX-License-Identifier: GPL-3.0-or-later
"""A funding scheme as data again, so that an association changes the rules of its own schemes.

What is written can be read: `read_scheme(written(scheme))` is the same scheme. Figures keep where they are
from, when somebody checked them, and whether they still have to be checked.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import Any

from hospes.domain.errors import FieldProblem
from hospes.domain.funding import (
    Band,
    Condition,
    DayRule,
    DeadlineRule,
    Figure,
    Part,
    People,
    RateSet,
    Scheme,
)
from hospes.domain.money import LARGEST

Data = dict[str, Any]


def written(scheme: Scheme) -> Data:
    """The scheme as plain data."""
    return _full({
        "code": scheme.code,
        "name": dict(scheme.names),
        "funder": scheme.funder,
        "country": scheme.country,
        "languages": list(scheme.languages),
        "site": scheme.site,
        "currency": scheme.currency,
        "source": scheme.source,
        "checked_on": scheme.checked_on.isoformat() if scheme.checked_on else "",
        "conditions": _conditions(scheme.conditions),
        "deadlines": [_deadline(one) for one in scheme.deadlines],
        "proofs": list(scheme.proofs),
        "remember": list(scheme.remember),
        "warning_words": list(scheme.warning_words),
        "not_with": list(scheme.not_with),
        "eligible": sorted(scheme.eligible),
    }) | {"rates": [_rates(one) for one in scheme.rates]}  # fmt: skip


def _full(data: Data) -> Data:
    """Without what says nothing."""
    return {key: value for key, value in data.items() if value not in (None, "", [], {}, False)}


def _figure(figure: Figure | None) -> Data | None:
    if figure is None:
        return None
    return {
        "value": figure.text,
        "verify": figure.verify,
        "source": figure.source,
        **({"checked_on": figure.checked_on.isoformat()} if figure.checked_on else {}),
    }


def _rates(one: RateSet) -> Data:
    days = {
        "from": one.first.isoformat() if one.first else None,
        "to": one.last.isoformat() if one.last else None,
    }
    limits = {
        "cap": _figure(one.cap),
        "cap_per_person": _figure(one.cap_per_person),
        "minimum": _figure(one.minimum),
    }
    return days | _full(limits) | {"parts": [_part(part) for part in one.parts]}


def _part(part: Part) -> Data:
    return _full({
        "code": part.code,
        "basis": part.basis.value,
        "value": _figure(part.value),
        "upto": _figure(part.upto),
        "people": _people(part.people),
        "days": part.days.value if part.days is not DayRule.CALENDAR else "",
        "return_trip": part.return_trip,
        "lodging": {kind.value: _figure(one) for kind, one in part.lodging.items()},
        "by_country": {country: _figure(one) for country, one in part.by_country.items()},
        "steps": [[start, _figure(one)] for start, one in part.steps],
        "bands": [_band(one) for one in part.bands],
        "categories": sorted(part.categories),
        "max_days": part.max_days,
        "most": _figure(part.most),
        "venue": part.venue,
        "venue_not": part.venue_not,
        "not_in_families": part.not_in_families,
        "one_way_only": part.one_way_only,
    })  # fmt: skip


def _band(one: Band) -> Data:
    green = {"green": _figure(one.green)} if one.green is not None else {}
    return {"from": one.first, "to": one.last, "value": _figure(one.value), **green}


def _people(people: People) -> Data:
    plain = People()
    return {
        one.name: getattr(people, one.name)
        for one in fields(People)
        if getattr(people, one.name) != getattr(plain, one.name)
    }


def _conditions(some: Iterable[Condition]) -> list[Data]:
    """The rules; one that stands several times is told apart by a number."""
    found: list[Data] = []
    for one in some:
        before = sum(other["rule"] == one.rule for other in found)
        found.append(
            _full({
                "rule": one.rule,
                "id": str(before + 1) if before else "",
                "value": _figure(one.value),
                "people": _people(one.people),
                "days": one.days.value if one.days is not DayRule.CALENDAR else "",
                "countries": list(one.countries),
            })
            | ({} if one.must else {"must": False})
        )  # fmt: skip
    return found


def _deadline(one: DeadlineRule) -> Data:
    return _full({
        "kind": one.kind,
        "anchor": one.anchor if one.anchor != "start" else "",
        "months": one.months,
        "weeks": one.weeks,
        "fixed": f"{one.fixed[0]:02}-{one.fixed[1]:02}" if one.fixed else "",
        "years": one.years,
        "between": list(one.between) if one.between else None,
        "verify": one.verify,
    })  # fmt: skip


def changed_as(before: Data, after: Data, now: Data) -> Data:
    """What was changed from `before` to `after`, done to what stands there now.

    A form is built from a scheme; while somebody writes in one of its fields another one may be kept.
    """
    found = {**now}
    for key in before.keys() | after.keys():
        if before.get(key) == after.get(key):
            continue
        if key not in after:
            found.pop(key, None)
        else:
            found[key] = _changed(before.get(key), after[key], now.get(key))
    return found


def _changed(before: object, after: object, now: object) -> object:
    if isinstance(before, dict) and isinstance(after, dict) and isinstance(now, dict):
        return changed_as(before, after, now)
    if (
        isinstance(before, list) and isinstance(after, list) and isinstance(now, list)
        and len(before) == len(after) == len(now)
    ):  # fmt: skip
        return [
            _changed(*three) if three[0] != three[1] else three[2]
            for three in zip(before, after, now, strict=True)
        ]
    return after


# ---- what somebody types --------------------------------------------------------------------------------


def typed_figure(typed: str, before: Figure | None = None) -> Figure | None:
    """A figure as somebody types it; the one of before where the number is the same, None for nothing.

    Raises FieldProblem where it is no number.
    """
    if not typed.strip():
        return None
    number = Decimal(decimal_of(typed))
    if before is not None and before.text is not None and before.number == number:
        return before
    return Figure(before.path if before is not None else "", f"{number:f}")


def decimal_of(typed: str) -> str:
    """A number as somebody types it, as decimal text; `50,000` and `50.000` are both fifty thousand.

    Raises FieldProblem where it is no number.
    """
    text = "".join(typed.split()).removesuffix("%")
    if THOUSANDS.fullmatch(text):
        text = text.replace(",", "").replace(".", "")
    try:
        value = Decimal(text.replace(",", "."))
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite() or not 0 <= value < LARGEST:
        raise FieldProblem("value", "“{typed}” is no number. Write it like 0.16 or 5000.", typed=typed[:20])
    return f"{value:f}"


THOUSANDS = re.compile(r"[1-9]\d{0,2}([.,])\d{3}(\1\d{3})*")
"""Digits in threes: nobody pays 50 of something to three places behind the point."""


def typed_whole(typed: str) -> int | None:
    """A whole number as somebody types it; None for nothing. Raises FieldProblem where it is none."""
    text = "".join(typed.split())
    if not text:
        return None
    if not (text.isdecimal() and len(text) <= 5):
        raise FieldProblem("value", "Write a whole number, such as 720.")
    return int(text)


def typed_steps(typed: str) -> tuple[tuple[int, Figure], ...]:
    """Lines such as `100: 180`: from how many, and the amount. In their order; raises FieldProblem."""
    found: dict[int, Figure] = {}
    for line in filter(str.strip, typed.splitlines()):
        first, colon, amount = line.partition(":")
        start = typed_whole(first)
        figure = typed_figure(amount)
        if not colon or start is None or figure is None:
            raise FieldProblem(
                "value", "“{typed}” cannot be read. Write it like 100: 180.", typed=line.strip()[:20]
            )
        found[start] = figure
    return tuple(sorted(found.items(), key=lambda one: one[0]))


def steps_typed(steps: Iterable[tuple[int, Figure]]) -> str:
    """Steps as somebody types them."""
    return "\n".join(f"{start}: {one.text or ''}" for start, one in steps)


def bands_of(steps: Iterable[tuple[int, Figure]], before: Iterable[Band] = ()) -> tuple[Band, ...]:
    """Bands of kilometres from where each begins; what is more for green travel stays where it was."""
    green: Mapping[int, Figure | None] = {one.first: one.green for one in before}
    some = list(steps)
    ends: list[int | None] = [start for start, _ in some[1:]]
    return tuple(
        Band(start, end, value, green.get(start))
        for (start, value), end in zip(some, [*ends, None], strict=True)
    )


def with_green(bands: Iterable[Band], typed: str) -> tuple[Band, ...]:
    """Bands with what is paid for green travel, typed in lines such as `100: 285`. Raises FieldProblem."""
    some = tuple(bands)
    green = dict(typed_steps(typed))
    strange = green.keys() - {band.first for band in some}
    if strange:
        raise FieldProblem(
            "value", "No distance begins at {n} km. Write the amounts of those distances first.",
            n=min(strange),
        )  # fmt: skip
    return tuple(replace(band, green=green.get(band.first)) for band in some)


def green_typed(bands: Iterable[Band]) -> str:
    """What is paid for green travel, as somebody types it."""
    return steps_typed((band.first, band.green) for band in bands if band.green is not None)


CountryOf = Callable[[str], str | None]
"""Code of a country from a name or a code as somebody types it; None where it is none."""


def typed_countries(typed: str, country_of: CountryOf) -> tuple[str, ...]:
    """Codes of countries as somebody lists them, in their order. Raises FieldProblem."""
    found: dict[str, None] = {}
    for name in filter(None, map(str.strip, re.split(r"[,;\n]", typed))):
        found[_country(name, country_of)] = None
    return tuple(found)


def typed_by_country(
    typed: str, country_of: CountryOf, before: Mapping[str, Figure] = MappingProxyType({})
) -> dict[str, Figure]:
    """Lines such as `Poland: 34`: an amount for each country. Raises FieldProblem."""
    found: dict[str, Figure] = {}
    for line in filter(str.strip, typed.splitlines()):
        name, colon, amount = line.partition(":")
        code = _country(name.strip(), country_of)
        figure = typed_figure(amount, before.get(code))
        if not colon or figure is None:
            raise FieldProblem(
                "value", "“{typed}” cannot be read. Write it like Poland: 34.", typed=line.strip()[:20]
            )
        found[code] = figure
    return found


def _country(name: str, country_of: CountryOf) -> str:
    code = country_of(name)
    if code is None:
        raise FieldProblem("value", "Hospes knows no country called “{typed}”.", typed=name[:30])
    return code


def day_of_year(typed: str) -> tuple[int, int]:
    """Month and day of `15.10.`: day first. Raises FieldProblem."""
    words = typed.replace("/", ".").replace("-", ".").strip(". ").split(".")
    numbers = [int(one) for one in words if one.strip().isdecimal()]
    if len(numbers) != 2 or not (1 <= numbers[1] <= 12 and 1 <= numbers[0] <= DAYS[numbers[1] - 1]):
        raise FieldProblem("value", "Write the day and the month in figures, such as 15.10.")
    return numbers[1], numbers[0]


DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
