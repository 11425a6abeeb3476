# SPDX-License-Identifier: GPL-3.0-or-later
"""How long what is kept (domain 4.4), as data an association may change.

A span of papers begins at the end of the calendar year they are of; the span of facts about people begins on
the day they left, or the visit ended. `None` is "for good". The figures say what is usual, not what the law
is for everybody.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from hospes.domain.codes import Code
from hospes.i18n.marks import N_


class Kept(Code):
    """Kinds of data with a span of their own."""

    HEALTH = "health", N_("Health notes and diets of guests")
    WISHES = "wishes", N_("Confidential wishes: who not with whom")
    FORMER = "former", N_("Former members")
    GUESTS = "guests", N_("Former guests who are no members")
    MANDATES = "mandates", N_("Direct debit mandates after the last use")
    VOUCHERS = "vouchers", N_("Payments and dues")
    RECEIPTS = "receipts", N_("Copies of receipts")
    GRANTS = "grants", N_("Lists of grants")
    MEETINGS = "meetings", N_("Attendance at meetings")


class SpanUnit(Code):
    """What a span is counted in."""

    DAYS = "days", N_("days")
    MONTHS = "months", N_("months")
    YEARS = "years", N_("years")


@dataclass(frozen=True, slots=True)
class Span:
    """So long, and no longer."""

    n: int
    unit: SpanUnit

    def after(self, day: date) -> date:
        """The last day on which something may still be there that began on a day."""
        if self.unit is SpanUnit.DAYS:
            return day + timedelta(days=self.n)
        months = self.n * (12 if self.unit is SpanUnit.YEARS else 1)
        month = day.month - 1 + months
        year, month = day.year + month // 12, month % 12 + 1
        return date(year, month, min(day.day, _days_of(year, month)))

    def after_year_of(self, day: date) -> date:
        """The same, counted from the end of the calendar year, as papers are."""
        return self.after(date(day.year, 12, 31))


Rules = Mapping[Kept, Span | None]
"""The span of each kind; None keeps it for good."""


def _days_of(year: int, month: int) -> int:
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - timedelta(days=1)).day


def _years(n: int) -> Span:
    return Span(n, SpanUnit.YEARS)


_EVERYWHERE: Rules = {
    Kept.HEALTH: Span(30, SpanUnit.DAYS),
    Kept.WISHES: Span(30, SpanUnit.DAYS),
    Kept.FORMER: _years(3),
    Kept.GUESTS: None,
    Kept.MANDATES: Span(14, SpanUnit.MONTHS),
    Kept.VOUCHERS: _years(10),
    Kept.RECEIPTS: _years(10),
    Kept.GRANTS: _years(10),
    Kept.MEETINGS: None,
}

_BY_COUNTRY: Mapping[str, Rules] = {
    "DE": {Kept.VOUCHERS: _years(8)},
    "FR": {Kept.VOUCHERS: _years(10), Kept.RECEIPTS: _years(6), Kept.FORMER: _years(1)},
}


def usual(country: str) -> dict[Kept, Span | None]:
    """The spans that are usual in a country."""
    return {**_EVERYWHERE, **_BY_COUNTRY.get(country, {})}


def read(stored: object) -> Span | None:
    """A span as a setting holds it: `[30, "days"]`; anything else means for good."""
    if isinstance(stored, list) and len(stored) == 2 and isinstance(stored[0], int) and stored[0] > 0:
        unit = next((one for one in SpanUnit if one.value == stored[1]), None)
        if unit is not None:
            return Span(stored[0], unit)
    return None


def written(span: Span | None) -> object:
    """A span for a setting; for good is `"always"`, because nothing means the usual one."""
    return [span.n, span.unit.value] if span is not None else FOR_GOOD


FOR_GOOD = "always"
SETTING = "retention."
"""Before the kind in the setting's key."""
