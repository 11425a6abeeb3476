# SPDX-License-Identifier: GPL-3.0-or-later
"""Funding schemes as data: what a funder pays for, on which conditions, until when (domain 3.8).

A scheme is read from plain JSON: the files that Hospes ships, or an association's own scheme. Every figure
carries where it is from and whether it still has to be checked, and has a path by which an association
corrects it; such an edit lies over the shipped figure and survives every update (REQ-3-05).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

from hospes.domain.codes_money import BudgetCategory, LodgingKind

Raw = Mapping[str, Any]


class Basis(StrEnum):
    """What an amount is counted by."""

    PERSON_DAY = "person_day"
    PERSON_KM = "person_km"
    PERSON = "person"
    DAY = "day"
    BAND = "band"
    STEPS = "steps"
    PERCENT = "percent"
    FIXED = "fixed"
    INTERPRETER_DAY = "interpreter_day"


class DayRule(StrEnum):
    """How days are counted."""

    CALENDAR = "calendar"
    NIGHTS = "nights"
    TRAVEL_AS_ONE = "travel_as_one"
    PROGRAMME = "programme"
    WITH_TRAVEL = "with_travel"


class Which(StrEnum):
    """Whose heads are counted."""

    ALL = "all"
    TRAVELLING = "travelling"
    HOSTING = "hosting"
    ABROAD = "abroad"


@dataclass(frozen=True, slots=True)
class FundingChange:
    """What an association says instead of a shipped figure."""

    value: Any
    checked_on: date | None = None
    source: str = ""
    shipped: Any = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a scheme with where it is from."""

    path: str
    text: str | None
    """Decimal text; None where the shipped data do not know it and somebody has to enter it."""
    verify: bool = False
    source: str = ""
    checked_on: date | None = None
    edited: bool = False
    shipped: str | None = None
    moved: bool = False
    """The shipped figure was changed by an update after somebody had corrected it here."""
    percent: bool = field(default=False, compare=False)
    """A share of a whole: never more than 100."""

    @property
    def number(self) -> Decimal:
        """The figure as a number. Raises ValueError where it is not known."""
        if self.text is None:
            raise ValueError(f"{self.path} is not known")
        return Decimal(self.text)

    @property
    def whole(self) -> int:
        """The figure as a whole number."""
        return int(self.number)


@dataclass(frozen=True, slots=True)
class People:
    """Which heads count."""

    which: Which = Which.ALL
    age_from: int | None = None
    age_to: int | None = None
    country: str = ""
    leaders_per: int | None = None
    """One leader is counted for so many others; nothing counts leaders like everybody."""
    most: int | None = None
    eligible_only: bool = False
    """Only people of countries the scheme lists."""


@dataclass(frozen=True, slots=True)
class Band:
    """Kilometres from (included) to (not included), and what is paid; more for green travel."""

    first: int
    last: int | None
    value: Figure
    green: Figure | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One way money is counted: travel, lodging and meals, a lump sum."""

    code: str
    basis: Basis
    value: Figure | None = None
    upto: Figure | None = None
    people: People = People()
    days: DayRule = DayRule.CALENDAR
    return_trip: bool = False
    lodging: Mapping[LodgingKind, Figure] = field(default_factory=dict)
    by_country: Mapping[str, Figure] = field(default_factory=dict)
    steps: Sequence[tuple[int, Figure]] = ()
    bands: Sequence[Band] = ()
    categories: frozenset[BudgetCategory] = frozenset()
    max_days: int | None = None
    most: Figure | None = None
    """At most so much for this part."""
    venue: str = ""
    venue_not: str = ""
    not_in_families: bool = False
    one_way_only: bool = False


@dataclass(frozen=True, slots=True)
class RateSet:
    """The rates of some years: a visit keeps those of its own (REQ-3-04)."""

    first: date | None
    last: date | None
    parts: tuple[Part, ...]
    cap: Figure | None = None
    cap_per_person: Figure | None = None
    minimum: Figure | None = None

    def holds(self, day: date) -> bool:
        """Whether a visit beginning that day is under these rates."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Condition:
    """A rule to be kept. `must` False is a recommendation."""

    rule: str
    value: Figure | None = None
    people: People = People()
    days: DayRule = DayRule.CALENDAR
    must: bool = True
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DeadlineRule:
    """A day that must not be missed: counted from the visit, or fixed in the calendar."""

    kind: str
    """`notice`, `apply` or `report`."""
    anchor: str = "start"
    months: int = 0
    weeks: int = 0
    fixed: tuple[int, int] | None = None
    years: int = 0
    between: tuple[int, int] | None = None
    """For fixed days that hold for visits in some months only."""
    verify: bool = False


@dataclass(frozen=True, slots=True)
class Scheme:
    """A funding scheme with everything the page and the computation need."""

    code: str
    names: Mapping[str, str]
    funder: str
    country: str = ""
    languages: tuple[str, ...] = ()
    site: str = ""
    currency: str = "EUR"
    source: str = ""
    checked_on: date | None = None
    rates: tuple[RateSet, ...] = ()
    conditions: tuple[Condition, ...] = ()
    deadlines: tuple[DeadlineRule, ...] = ()
    proofs: tuple[str, ...] = ()
    remember: tuple[str, ...] = ()
    warning_words: tuple[str, ...] = ()
    not_with: tuple[str, ...] = ()
    eligible: frozenset[str] = frozenset()
    """Countries whose people count; empty is all."""
    own: bool = False
    figures: tuple[Figure, ...] = ()

    def name(self, language: str) -> str:
        """The name in a language, else in English, else any."""
        short = language.partition("_")[0]
        return self.names.get(short) or self.names.get("en") or next(iter(self.names.values()), self.code)

    def rates_on(self, day: date | None) -> RateSet | None:
        """The rates a visit of that day is under; the newest where the day is not known yet."""
        if day is None:
            return self.rates[-1] if self.rates else None
        return next((one for one in reversed(self.rates) if one.holds(day)), None)

    @property
    def to_verify(self) -> int:
        """How many figures nobody has checked yet."""
        return sum(figure.verify for figure in self.figures)


NOTHING: Mapping[str, FundingChange] = {}
SHARES = frozenset({"balance", "equal"})
"""Conditions whose figure is a share of all who take part, in percent."""


def read_scheme(raw: Raw, edits: Mapping[str, FundingChange] = NOTHING, *, own: bool = False) -> Scheme:
    """A scheme from its data, with the association's own figures over the shipped ones.

    Raises ValueError where the data make no sense.
    """
    reader = _Reader(raw, edits)
    try:
        rates = tuple(reader.rate_set(one) for one in raw.get("rates", ()))
        return Scheme(
            code=str(raw["code"]),
            names=dict(raw["name"]),
            funder=str(raw["funder"]),
            country=raw.get("country", ""),
            languages=tuple(raw.get("languages", ())),
            site=raw.get("site", ""),
            currency=reader.currency,
            source=raw.get("source", ""),
            checked_on=_day(raw.get("checked_on")),
            rates=rates,
            conditions=tuple(reader.condition(one) for one in raw.get("conditions", ())),
            deadlines=tuple(reader.deadline(one) for one in raw.get("deadlines", ())),
            proofs=tuple(raw.get("proofs", ())),
            remember=tuple(raw.get("remember", ())),
            warning_words=tuple(raw.get("warning_words", ())),
            not_with=tuple(raw.get("not_with", ())),
            eligible=frozenset(raw.get("eligible", ())),
            own=own,
            figures=tuple(reader.figures),
        )
    except (KeyError, TypeError, InvalidOperation) as error:
        raise ValueError(f"not a funding scheme: {error}") from error


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


class _Reader:
    """Reads the figures of one scheme and remembers them all, for the list of what is to be checked."""

    def __init__(self, raw: Raw, edits: Mapping[str, FundingChange]) -> None:
        self.edits = edits
        self.currency = str(raw.get("currency", "EUR"))
        self.source = str(raw.get("source", ""))
        self.checked_on = _day(raw.get("checked_on"))
        self.figures: list[Figure] = []

    def figure(self, path: str, raw: object, source: str = "", *, percent: bool = False) -> Figure:
        """A figure: a plain number, or one with `verify` and `source` of its own."""
        more: Raw = raw if isinstance(raw, Mapping) else {"value": raw}
        value = more.get("value")
        shipped = None if value is None else str(Decimal(str(value)))
        found = Figure(
            path,
            shipped,
            bool(more.get("verify", value is None)),
            str(more.get("source") or source or self.source),
            _day(more.get("checked_on")) or self.checked_on,
            percent=percent,
        )
        edit = self.edits.get(path)
        if edit is not None:
            mine = None if edit.value is None else str(Decimal(str(edit.value)))
            then = None if edit.shipped is None else str(Decimal(str(edit.shipped)))
            found = Figure(
                path, mine, mine is None, edit.source or found.source, edit.checked_on, True, shipped,
                moved=then != shipped and mine != shipped, percent=percent,
            )  # fmt: skip
        self.figures.append(found)
        return found

    def maybe(
        self, path: str, raw: Raw, name: str, source: str = "", *, percent: bool = False
    ) -> Figure | None:
        """A figure that need not be there."""
        return self.figure(f"{path}/{name}", raw[name], source, percent=percent) if name in raw else None

    def rate_set(self, raw: Raw) -> RateSet:
        """The rates of some years."""
        path = f"rates/{raw.get('from') or 'before'}"
        source = str(raw.get("source", ""))
        parts = tuple(self.part(f"{path}/{one['code']}", one, source) for one in raw["parts"])
        return RateSet(
            _day(raw.get("from")),
            _day(raw.get("to")),
            parts,
            self.maybe(path, raw, "cap", source),
            self.maybe(path, raw, "cap_per_person", source),
            self.maybe(path, raw, "minimum", source),
        )

    def part(self, path: str, raw: Raw, source: str) -> Part:
        """One way money is counted."""
        basis = Basis(raw["basis"])
        return Part(
            code=raw["code"],
            basis=basis,
            value=self.maybe(path, raw, "value", source, percent=basis is Basis.PERCENT),
            upto=self.maybe(path, raw, "upto", source),
            people=people_of(raw.get("people", {})),
            days=DayRule(raw.get("days", DayRule.CALENDAR)),
            return_trip=bool(raw.get("return_trip", False)),
            lodging={
                LodgingKind(kind): self.figure(f"{path}/{kind}", one, source)
                for kind, one in raw.get("lodging", {}).items()
            },
            by_country={
                country: self.figure(f"{path}/{country}", one, source)
                for country, one in raw.get("by_country", {}).items()
            },
            steps=tuple(
                (int(start), self.figure(f"{path}/{start}", one, source))
                for start, one in raw.get("steps", ())
            ),
            bands=tuple(self.band(path, one, source) for one in raw.get("bands", ())),
            categories=frozenset(BudgetCategory(one) for one in raw.get("categories", ())),
            max_days=raw.get("max_days"),
            most=self.maybe(path, raw, "most", source),
            venue=raw.get("venue", ""),
            venue_not=raw.get("venue_not", ""),
            not_in_families=bool(raw.get("not_in_families", False)),
            one_way_only=bool(raw.get("one_way_only", False)),
        )

    def band(self, path: str, raw: Raw, source: str) -> Band:
        """A band of distances."""
        at = f"{path}/{raw['from']}"
        green = self.figure(f"{at}/green", raw["green"], source) if "green" in raw else None
        return Band(int(raw["from"]), raw.get("to"), self.figure(at, raw["value"], source), green)

    def condition(self, raw: Raw) -> Condition:
        """A rule to be kept; a rule that stands twice has an `id`."""
        path = f"conditions/{raw['rule']}" + (f"/{raw['id']}" if "id" in raw else "")
        return Condition(
            raw["rule"],
            self.maybe(path, raw, "value", percent=raw["rule"] in SHARES),
            people_of(raw.get("people", {})),
            DayRule(raw.get("days", DayRule.CALENDAR)),
            bool(raw.get("must", True)),
            tuple(raw.get("countries", ())),
        )

    def deadline(self, raw: Raw) -> DeadlineRule:
        """A day that must not be missed."""
        fixed, between = raw.get("fixed"), raw.get("between")
        return DeadlineRule(
            raw["kind"],
            raw.get("anchor", "start"),
            int(raw.get("months", 0)),
            int(raw.get("weeks", 0)),
            (int(fixed[:2]), int(fixed[3:])) if fixed else None,
            int(raw.get("years", 0)),
            (int(between[0]), int(between[1])) if between else None,
            bool(raw.get("verify", False)),
        )


def people_of(raw: Raw) -> People:
    """Which heads count."""
    return People(
        Which(raw.get("which", Which.ALL)),
        raw.get("age_from"),
        raw.get("age_to"),
        raw.get("country", ""),
        raw.get("leaders_per"),
        raw.get("most"),
        bool(raw.get("eligible_only", False)),
    )
