# SPDX-License-Identifier: GPL-3.0-or-later
"""In what two sets of rules of funding schemes differ, in the reader's words.

Rules of another association come in as a file; before they do, everything in them that is not here, or is
otherwise here, is told. What has no words of its own is told as “Other details”, so nothing comes in unseen.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hospes.domain.funding import Basis, Condition, DayRule, DeadlineRule, Figure, Part, People, Scheme, Which
from hospes.domain.funding_when import WHEN, when_of
from hospes.domain.funding_write import Data, written
from hospes.domain.grants_checks import DeadlineKind
from hospes.domain.grants_words import (
    BASES,
    DAY_RULES,
    HEADS,
    REMEMBER,
    RULES,
    WARNINGS,
    figure_words,
    part_words,
    proof_words,
    years_words,
)
from hospes.i18n.marks import N_

if TYPE_CHECKING:
    from hospes.i18n.locale import Locale


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that rules say: of what, and what it is."""

    of: str
    what: str
    words: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in which rules differ; empty words say that one of them has nothing of it."""

    of: str
    what: str
    before: str
    after: str


def differences(locale: "Locale", before: Scheme | None, after: Scheme) -> tuple[Difference, ...]:
    """What `after` says otherwise than `before`, in the order of the form; everything where there is none."""
    new = _by_place(told(locale, after))
    old = _by_place(told(locale, before)) if before is not None else {}
    found = [
        Difference(*key, old.get(key, ""), words) for key, words in new.items() if old.get(key, "") != words
    ]
    found += [Difference(*key, words, "") for key, words in old.items() if key not in new]
    if before is not None and not found and _bare(before) != _bare(after):
        found.append(Difference("", locale.text("Other details"), "", locale.text("changed")))
    return tuple(found)


def _by_place(some: Iterable[Told]) -> dict[tuple[str, str], str]:
    """By what they are of; a rule that stands several times says all of it in one place."""
    found: dict[tuple[str, str], str] = {}
    for one in some:
        key = (one.of, one.what)
        found[key] = f"{found[key]}; {one.words}" if key in found else one.words
    return found


def _bare(scheme: Scheme) -> Data:
    """The rules without what says which scheme it is."""
    return written(scheme) | {"code": ""}


def told(locale: "Locale", scheme: Scheme) -> Iterator[Told]:
    """Everything that the rules say, in the order of the form."""
    text = locale.text
    about = text("The scheme")
    countries = (
        (text("Country"), [scheme.country] if scheme.country else []),
        (text("Only people of these countries count"), sorted(scheme.eligible)),
    )
    yield Told(about, text("Name of the scheme"), scheme.name(locale.language))
    for label, words in (
        (text("Funder"), scheme.funder),
        (text("Where the rules are from"), scheme.source),
        (text("Currency"), scheme.currency),
        (text("Website"), scheme.site),
        *((label, locale.listing(map(locale.country, codes))) for label, codes in countries if codes),
    ):
        if words:
            yield Told(about, label, words)
    for rates in scheme.rates:
        years = years_words(locale, rates)
        for part in rates.parts:
            of = text("{what}, {years}", what=part_words(locale, part.code), years=years)
            yield from (Told(of, *row) for row in _part(locale, part) if row[1])
        of = text("{what}, {years}", what=text("Limits"), years=years)
        for code in ("cap", "cap_per_person", "minimum"):
            yield from (Told(of, *row) for row in _number(locale, text(RULES[code]), getattr(rates, code)))
    yield from _conditions(locale, scheme.conditions)
    yield from _deadlines(locale, scheme.deadlines)
    yield from _lists(locale, scheme)


def _number(locale: "Locale", label: str, figure: Figure | None) -> Iterator[tuple[str, str]]:
    if figure is not None:
        words = figure_words(locale, figure)
        yield label, locale.text("{words} (to be checked)", words=words) if figure.verify else words


def _part(locale: "Locale", part: Part) -> Iterator[tuple[str, str]]:
    text = locale.text
    yield text("Paid for"), text(BASES[part.basis])
    label = text("Share of the costs in %") if part.basis is Basis.PERCENT else text("Amount")
    yield from _number(locale, label, part.value)
    yield from _number(locale, text("Up to, where the funder decides"), part.upto)
    for kind, figure in part.lodging.items():
        yield from _number(locale, text("Amount: {lodging}", lodging=locale.label(kind)), figure)
    for country, figure in part.by_country.items():
        yield from _number(locale, text("Amount: {lodging}", lodging=locale.country(country)), figure)
    lines = [(band.first, band.value) for band in part.bands] + list(part.steps)
    label = text("From how many people: how much")
    if part.bands:
        label = text("From how many kilometres: how much")
    yield label, _lines(locale, lines)
    green = [(band.first, band.green) for band in part.bands if band.green is not None]
    yield text("From how many kilometres: how much for green travel"), _lines(locale, green)
    yield from _people(locale, part.people)
    if part.days is not DayRule.CALENDAR:
        yield text("Which days"), text(DAY_RULES[part.days])
    yield text("At most so many days"), "" if part.max_days is None else str(part.max_days)
    yield from _number(locale, text("At most for this amount"), part.most)
    yield text("Only for visits in"), locale.country(part.venue) if part.venue else ""
    yield text("Not for visits in"), locale.country(part.venue_not) if part.venue_not else ""
    yield text("Accepted costs"), locale.listing(sorted(map(locale.label, part.categories)))
    for on, label in (
        (part.return_trip, text("The kilometres of both ways")),
        (part.not_in_families, text("Not for those who sleep with families")),
        (part.one_way_only, text("Only where no visit back is planned")),
    ):
        yield label, text("yes") if on else ""


def _lines(locale: "Locale", lines: Iterable[tuple[int, Figure]]) -> str:
    return "; ".join(f"{start}: {figure_words(locale, figure)}" for start, figure in lines)


def _people(locale: "Locale", people: People) -> Iterator[tuple[str, str]]:
    text = locale.text
    if people.which is not Which.ALL:
        yield text("Who is counted"), text(HEADS[people.which])
    for label, number in (
        (text("From which age"), people.age_from),
        (text("Up to which age"), people.age_to),
        (text("One leader for so many people"), people.leaders_per),
        (text("At most so many people"), people.most),
    ):
        yield label, "" if number is None else str(number)
    yield text("Only people who live in"), locale.country(people.country) if people.country else ""
    yield text("Only people of the countries of the scheme"), text("yes") if people.eligible_only else ""


def _conditions(locale: "Locale", some: Iterable[Condition]) -> Iterator[Told]:
    text = locale.text
    of = text("Rules to be kept")
    for one in some:
        known = OTHER_RULES.get(one.rule) or RULES.get(one.rule)
        label = text(known) if known else one.rule
        said = [figure_words(locale, one.value)] if one.value is not None else []
        said += [locale.listing(map(locale.country, one.countries))] if one.countries else []
        said += [f"{what}: {words}" for what, words in _people(locale, one.people) if words]
        if one.days is not DayRule.CALENDAR:
            said.append(text(DAY_RULES[one.days]))
        said.append(text(HOLDS[one.must]))
        yield Told(of, label, "; ".join(said))


OTHER_RULES = {
    "age": N_("Age of those who are counted"),
    "countries_of": N_("People of each of these countries take part"),
    "plan_even": N_("The finance plan has to be even"),
}
HOLDS = {True: N_("has to be"), False: N_("is recommended")}
"""Whether a rule is a must."""


def _deadlines(locale: "Locale", some: Iterable[DeadlineRule]) -> Iterator[Told]:
    of = locale.text("Days not to be missed")
    for one in some:
        when, typed = when_of(one)
        yield Told(of, locale.label(DeadlineKind(one.kind)), f"{typed} {locale.text(WHEN[when])}")


def _lists(locale: "Locale", scheme: Scheme) -> Iterator[Told]:
    """What is ticked: each of them by itself, so that one more or less is seen."""
    text = locale.text
    for of, some in (
        (text("What has to be handed in"), [proof_words(locale, one) for one in scheme.proofs]),
        (
            text("It does not pay, and Hospes tells of it:"),
            [text(WARNINGS[one]) if one in WARNINGS else one for one in scheme.warning_words],
        ),
        (text("It cannot be combined with:"), list(scheme.not_with)),
        (text("Reminders:"), [text(REMEMBER[one]) if one in REMEMBER else one for one in scheme.remember]),
    ):
        for one in some:
            yield Told(of.rstrip(" :\u202f\u00a0"), one, text("yes"))
