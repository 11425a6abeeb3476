# SPDX-License-Identifier: GPL-3.0-or-later
"""What a funder would pay for a visit, line by line (REQ-3-02).

The same computation serves as an estimate before, with everybody who is expected, and afterwards, with
those who signed. It works on plain values; amounts are whole minor units, rates are decimals, and each line
is rounded once.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from uuid import UUID

from hospes.domain.codes_money import BudgetCategory, LodgingKind
from hospes.domain.funding import Basis, DayRule, Figure, Part, People, RateSet, Scheme, Which
from hospes.domain.values import Money

CENT = Decimal(100)


@dataclass(frozen=True, slots=True)
class Head:
    """Somebody who takes part, as funders see people. The days are those that count, both included."""

    id: UUID | int
    travelling: bool
    country: str = ""
    age: int | None = None
    leader: bool = False
    staff: bool = False
    """Interpreters and drivers: they work there and are no participants."""
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Cost:
    """A cost of the budget in the association's currency; `accepted` is what the funder takes of it."""

    category: BudgetCategory
    minor: int
    accepted: int | None = None
    in_kind: bool = False


@dataclass(frozen=True, slots=True)
class Project:
    """A visit as a funder sees it."""

    first: date | None
    last: date | None
    country: str
    heads: tuple[Head, ...] = ()
    costs: tuple[Cost, ...] = ()
    income_minor: int = 0
    base: str = "EUR"
    """The currency of costs and income."""
    rates: tuple[tuple[str, Decimal], ...] = ()
    """What one unit of another currency is worth in it, where somebody entered it."""
    distance_km: int | None = None
    green: bool = False
    lodging: LodgingKind = LodgingKind.FAMILY
    interpreter_days: int = 0
    programme_days: int | None = None
    one_way: bool = False
    """Only one side visits the other; nobody pays a visit back."""
    other_schemes: tuple[tuple[str, str], ...] = ()
    """Code and name of the other grants for the visit."""
    expected: int | None = None
    """So many guests are reckoned with where nobody is registered yet."""

    def rate_to(self, currency: str) -> Decimal | None:
        """How much of the base currency one unit of another is; None where nobody entered it."""
        return Decimal(1) if currency == self.base else dict(self.rates).get(currency)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the computation. `missing` names what somebody has to enter first."""

    part: str
    basis: Basis
    amount: Money
    people: int = 0
    days: int = 0
    person_days: int = 0
    km: int = 0
    rate: Figure | None = None
    of: Money | None = None
    """For a percentage: of what."""
    upto: Money | None = None
    cut: Money | None = None
    """What it would have been without the part's own limit."""
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Estimate:
    """What comes out. `total` is after the limits, `before` is the plain sum of the lines."""

    lines: tuple[Line, ...]
    total: Money
    before: Money
    cap: Money | None = None
    upto: Money | None = None
    """The most it can be where the funder leaves a range."""
    below: Money | None = None
    """The least the funder gives, where the sum stays under it: then nothing is paid."""
    rates: RateSet | None = None
    figures: tuple[Figure, ...] = ()
    """Figures that were used."""

    @property
    def to_verify(self) -> tuple[Figure, ...]:
        """Used figures that nobody has checked yet."""
        return tuple(figure for figure in self.figures if figure.verify)


def half_up(value: Decimal) -> int:
    """Minor units of an exact amount."""
    return int(value.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def estimate(scheme: Scheme, project: Project) -> Estimate:
    """What the scheme pays for the project, with the rates of the project's first day."""
    nothing = Money(0, scheme.currency)
    rates = scheme.rates_on(project.first)
    if rates is None:
        return Estimate((), nothing, nothing)
    lines = tuple(_line(part, scheme, project) for part in rates.parts if _applies(part, project))
    before = sum((line.amount for line in lines), nothing)
    upto = sum((line.upto or line.amount for line in lines), nothing)
    used = [figure for line in lines if (figure := line.rate) is not None]
    total, cap = before, None
    limits = [(rates.cap, 1), (rates.cap_per_person, len(counted(project, People(), scheme)))]
    for limit, times in limits:
        if limit is None or limit.text is None:
            continue
        used.append(limit)
        most = Money(half_up(limit.number * CENT) * times, scheme.currency)
        upto = min(upto, most)
        if total > most:
            total = cap = most
    below = None
    if rates.minimum is not None and rates.minimum.text is not None:
        used.append(rates.minimum)
        least = Money(half_up(rates.minimum.number * CENT), scheme.currency)
        if total < least:
            total, below = nothing, least
    return Estimate(
        lines, total, before, cap, upto if upto > total and below is None else None, below, rates, tuple(used)
    )


def _applies(part: Part, project: Project) -> bool:
    if part.venue and project.country and part.venue != project.country:
        return False
    if part.venue_not and project.country == part.venue_not:
        return False
    if part.one_way_only and not project.one_way:
        return False
    return not (part.not_in_families and project.lodging is LodgingKind.FAMILY)


# ---- heads ----------------------------------------------------------------------------------------------


def counted(project: Project, people: People, scheme: Scheme | None = None) -> tuple[Head, ...]:
    """The heads a rule counts. Nobody is left out because their age is not known."""
    heads = [head for head in project.heads if not head.staff and _matches(head, people, project, scheme)]
    leaders = [head for head in heads if head.leader]
    others = [head for head in heads if not head.leader and _of_age(head, people)]
    if people.leaders_per is not None:
        leaders = leaders[: max(1, len(others) // people.leaders_per) if others else 0]
    found = [*others, *leaders]
    return tuple(found if people.most is None else found[: people.most])


def of_wrong_age(project: Project, people: People, scheme: Scheme | None = None) -> int:
    """How many would be counted were it not for their age."""
    return sum(
        not head.staff and not head.leader and _matches(head, people, project, scheme)
        and not _of_age(head, people)
        for head in project.heads
    )  # fmt: skip


def _matches(head: Head, people: People, project: Project, scheme: Scheme | None) -> bool:
    if people.country and head.country != people.country:
        return False
    if (
        people.eligible_only
        and scheme is not None
        and scheme.eligible
        and head.country not in scheme.eligible
    ):
        return False
    match people.which:
        case Which.TRAVELLING:
            return head.travelling
        case Which.HOSTING:
            return not head.travelling
        case Which.ABROAD:
            return head.travelling and bool(head.country) and head.country != project.country
        case _:
            return True


def _of_age(head: Head, people: People) -> bool:
    if head.age is None:
        return True
    return (people.age_from is None or head.age >= people.age_from) and (
        people.age_to is None or head.age <= people.age_to
    )


# ---- days -----------------------------------------------------------------------------------------------


def days_of(first: date | None, last: date | None, rule: DayRule, project: Project | None = None) -> int:
    """How many days count. With `travel_as_one`, arrival and departure are one day together."""
    if first is None or last is None or last < first:
        return 0
    calendar = (last - first).days + 1
    match rule:
        case DayRule.NIGHTS:
            return calendar - 1
        case DayRule.TRAVEL_AS_ONE:
            return max(1, calendar - 1)
        case DayRule.PROGRAMME:
            set_by_hand = project.programme_days if project is not None else None
            return calendar if set_by_hand is None else min(set_by_hand, calendar)
        case DayRule.WITH_TRAVEL:
            # Days of travel beside those of the visit; whoever travels green may take longer.
            return calendar + (4 if project is not None and project.green else 2)
        case _:
            return calendar


def project_days(project: Project, rule: DayRule) -> int:
    """The days of the whole project."""
    return days_of(project.first, project.last, rule, project)


# ---- lines ----------------------------------------------------------------------------------------------


def _line(part: Part, scheme: Scheme, project: Project) -> Line:
    heads = counted(project, part.people, scheme)
    line = _COUNT[part.basis](part, scheme, project, heads)
    if part.most is not None and part.most.text is not None:
        most = Money(half_up(part.most.number * CENT), scheme.currency)
        if line.amount > most:
            line = replace(line, amount=most, cut=line.amount, upto=None)
    return line


def _money(scheme: Scheme, value: Decimal) -> Money:
    return Money(half_up(value * CENT), scheme.currency)


def _none(part: Part, scheme: Scheme, missing: str, people: int = 0, rate: Figure | None = None) -> Line:
    return Line(part.code, part.basis, Money(0, scheme.currency), people, rate=rate, missing=missing)


def _by_day(part: Part, scheme: Scheme, project: Project, heads: Sequence[Head]) -> Line:
    rate = part.value
    if part.lodging:
        rate = part.lodging.get(project.lodging)
    elif part.by_country:
        rate = part.by_country.get(project.country)
    if rate is None or rate.text is None:
        return _none(part, scheme, "rate", len(heads), rate)
    each = [_capped(days_of(head.first, head.last, part.days, project), part) for head in heads]
    total = sum(each)
    same = each[0] if each and len(set(each)) == 1 else 0
    upto = _money(scheme, part.upto.number * total) if part.upto and part.upto.text else None
    amount = _money(scheme, rate.number * total)
    return Line(part.code, part.basis, amount, len(heads), same, total, rate=rate, upto=upto)


def _capped(days: int, part: Part) -> int:
    return days if part.max_days is None else min(days, part.max_days)


def _by_km(part: Part, scheme: Scheme, project: Project, heads: Sequence[Head]) -> Line:
    rate = part.value
    if rate is None or rate.text is None:
        return _none(part, scheme, "rate", len(heads), rate)
    if project.distance_km is None:
        return _none(part, scheme, "distance", len(heads), rate)
    km = project.distance_km * (2 if part.return_trip else 1)
    amount = _money(scheme, rate.number * km * len(heads))
    upto = _money(scheme, part.upto.number * km * len(heads)) if part.upto and part.upto.text else None
    return Line(part.code, part.basis, amount, len(heads), km=km, rate=rate, upto=upto)


def _by_band(part: Part, scheme: Scheme, project: Project, heads: Sequence[Head]) -> Line:
    if project.distance_km is None:
        return _none(part, scheme, "distance", len(heads))
    km = project.distance_km
    band = next((one for one in part.bands if one.first <= km and (one.last is None or km < one.last)), None)
    if band is None:
        return Line(part.code, part.basis, Money(0, scheme.currency), len(heads), km=km)
    rate = band.green if project.green and band.green is not None else band.value
    if rate.text is None:
        return _none(part, scheme, "rate", len(heads), rate)
    amount = _money(scheme, rate.number * len(heads))
    return Line(part.code, part.basis, amount, len(heads), km=km, rate=rate)


def _by_person(part: Part, scheme: Scheme, project: Project, heads: Sequence[Head]) -> Line:
    if part.value is None or part.value.text is None:
        return _none(part, scheme, "rate", len(heads), part.value)
    amount = _money(scheme, part.value.number * len(heads))
    return Line(part.code, part.basis, amount, len(heads), rate=part.value)


def _by_steps(part: Part, scheme: Scheme, project: Project, heads: Sequence[Head]) -> Line:
    reached = [figure for start, figure in part.steps if len(heads) >= start]
    if not reached:
        return Line(part.code, part.basis, Money(0, scheme.currency), len(heads))
    rate = reached[-1]
    if rate.text is None:
        return _none(part, scheme, "rate", len(heads), rate)
    return Line(part.code, part.basis, _money(scheme, rate.number), len(heads), rate=rate)


def _by_whole_day(part: Part, scheme: Scheme, project: Project, heads: Sequence[Head]) -> Line:
    interpreter = part.basis is Basis.INTERPRETER_DAY
    days = project.interpreter_days if interpreter else _capped(project_days(project, part.days), part)
    if part.value is None or part.value.text is None:
        return _none(part, scheme, "rate", 0, part.value)
    return Line(part.code, part.basis, _money(scheme, part.value.number * days), days=days, rate=part.value)


def _fixed(part: Part, scheme: Scheme, project: Project, heads: Sequence[Head]) -> Line:
    if part.value is None or part.value.text is None:
        return _none(part, scheme, "rate", 0, part.value)
    return Line(part.code, part.basis, _money(scheme, part.value.number), rate=part.value)


def _percent(part: Part, scheme: Scheme, project: Project, heads: Sequence[Head]) -> Line:
    """A share of the costs the funder accepts; worth given without money is no cost."""
    if part.value is None or part.value.text is None:
        return _none(part, scheme, "rate", 0, part.value)
    rate_to = project.rate_to(scheme.currency)
    eligible = eligible_minor(project.costs, part.categories)
    if rate_to is None:
        return _none(part, scheme, "exchange", 0, part.value)
    base = half_up(Decimal(eligible) / rate_to)
    # Never more than the share says: a cent over would be refused.
    amount = int(Decimal(base) * part.value.number / CENT)
    return Line(
        part.code,
        part.basis,
        Money(amount, scheme.currency),
        rate=part.value,
        of=Money(base, scheme.currency),
        missing="" if project.costs else "costs",
    )


_COUNT = {
    Basis.PERSON_DAY: _by_day,
    Basis.PERSON_KM: _by_km,
    Basis.BAND: _by_band,
    Basis.PERSON: _by_person,
    Basis.STEPS: _by_steps,
    Basis.DAY: _by_whole_day,
    Basis.INTERPRETER_DAY: _by_whole_day,
    Basis.FIXED: _fixed,
    Basis.PERCENT: _percent,
}


def eligible_minor(costs: Iterable[Cost], categories: frozenset[BudgetCategory] = frozenset()) -> int:
    """What a funder accepts of the costs: as said line by line, else by category."""
    total = 0
    for cost in costs:
        if cost.accepted is not None:
            total += cost.accepted
        elif not cost.in_kind and (not categories or cost.category in categories):
            total += cost.minor
    return total
