# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a visit keeps a funder's rules, with the rule's own words (REQ-3-03), and its days (REQ-3-06).

Red: the rule is broken. Amber: it is only recommended, or cannot be told yet. Green: it is kept.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from hospes.domain.codes import Code
from hospes.domain.errors import Message
from hospes.domain.funding import Condition, DeadlineRule, Figure, People, Scheme, Which
from hospes.domain.funding_years import ended_for, old_on
from hospes.domain.grants import Project, counted, eligible_minor, of_wrong_age, project_days
from hospes.domain.grants_words import WARNING_WORDS
from hospes.domain.values import Money
from hospes.i18n.fold import fold
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_


class Light(StrEnum):
    """How a check came out."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"


class DeadlineKind(Code):
    """What has to be done by a day."""

    NOTICE = "notice", N_("First notice")
    APPLY = "apply", N_("Application")
    REPORT = "report", N_("Report and proof of use")


@dataclass(frozen=True, slots=True)
class Check:
    """A rule with how it came out. `rule` says what is asked, `found` what there is."""

    code: str
    light: Light
    rule: Message
    found: Message | None = None
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day that must not be missed."""

    kind: DeadlineKind
    on: date
    rule: DeadlineRule


def checks(scheme: Scheme, project: Project) -> tuple[Check, ...]:
    """Every rule of the scheme, the broken ones first."""
    found = [check for one in scheme.conditions if (check := _check(one, scheme, project)) is not None]
    found += [
        Check("not-with", Light.RED, Message("It cannot be combined with {scheme}.", scheme=name))
        for code, name in project.other_schemes
        if code in scheme.not_with
    ]
    found += _rates(scheme, project)
    order = list(Light)
    return tuple(sorted(found, key=lambda check: order.index(check.light)))


def _rates(scheme: Scheme, project: Project) -> list[Check]:
    """Whether there are rates for the visit's year, and whether somebody has looked at them lately."""
    first = project.first
    if first is not None and ended_for(scheme, first):
        words = Message("There are rates for the year of the visit.")
        return [Check("rates", Light.RED, words, Message("There are none for {year}.", year=str(first.year)))]
    old = old_on(scheme, first)
    if old is None:
        return []
    words = Message("The rates are those of the visit's year.")
    found = Message("These are from {year}. Ask the funder whether they still hold.", year=str(old.year))
    return [Check("rates", Light.AMBER, words, found)]


def _check(rule: Condition, scheme: Scheme, project: Project) -> Check | None:
    work = _RULES.get(rule.rule)
    return work(rule, scheme, project) if work is not None else None


def _light(kept: bool | None, rule: Condition) -> Light:
    if kept:
        return Light.GREEN
    return Light.RED if kept is False and rule.must else Light.AMBER


def _n(rule: Condition) -> int:
    return rule.value.whole if rule.value is not None and rule.value.text is not None else 0


def _people_words(n: int) -> Message:
    return Message("There is {n}.", many="There are {n}.", n=n)


def _least(rule: Condition, scheme: Scheme, project: Project) -> Check:
    have, want = len(counted(project, rule.people, scheme)), _n(rule)
    if rule.people.which is Which.ABROAD:
        words = Message(
            "At least {n} person comes from abroad.", many="At least {n} people come from abroad.", n=want
        )
    elif rule.people.which is Which.TRAVELLING:
        words = Message("At least {n} person travels.", many="At least {n} people travel.", n=want)
    else:
        words = Message("At least {n} person takes part.", many="At least {n} people take part.", n=want)
    kept: bool | None = have >= want
    if not project.heads:
        kept = None
    return Check("least", _light(kept, rule), words, _people_words(have), rule.value)


def _most(rule: Condition, scheme: Scheme, project: Project) -> Check:
    have, want = len(counted(project, rule.people, scheme)), _n(rule)
    words = Message("At most {n} person is counted.", many="At most {n} people are counted.", n=want)
    if have <= want:
        return Check("most", Light.GREEN, words, _people_words(have), rule.value)
    return Check("most", _light(False, rule), words, _people_words(have), rule.value)


def _days_least(rule: Condition, scheme: Scheme, project: Project) -> Check:
    have, want = project_days(project, rule.days), _n(rule)
    words = Message("It lasts at least {n} day.", many="It lasts at least {n} days.", n=want)
    return Check("days-least", _light(_known(project) and have >= want, rule), words, _days(have), rule.value)


def _days_most(rule: Condition, scheme: Scheme, project: Project) -> Check:
    have, want = project_days(project, rule.days), _n(rule)
    words = Message("It lasts at most {n} day.", many="It lasts at most {n} days.", n=want)
    return Check("days-most", _light(_known(project) and have <= want, rule), words, _days(have), rule.value)


def _known(project: Project) -> bool | None:
    """True, or None while the days are not known: `None and …` stays None."""
    return True if project.first is not None and project.last is not None else None


def _days(n: int) -> Message:
    return Message("The visit counts {n} day.", many="The visit counts {n} days.", n=n)


def _age(rule: Condition, scheme: Scheme, project: Project) -> Check:
    people = rule.people
    words = Message(
        "Only people aged {first} to {last} are counted.", first=people.age_from, last=people.age_to
    )
    if people.age_from is None:
        words = Message("Only people aged up to {last} are counted.", last=people.age_to)
    unknown = sum(head.age is None for head in counted(project, people, scheme) if not head.leader)
    out = of_wrong_age(project, people, scheme)
    if out:
        found = Message("{n} person is not counted.", many="{n} people are not counted.", n=out)
        return Check("age", Light.AMBER, words, found, rule.value)
    if unknown:
        found = Message(
            "The age of {n} person is not known.", many="The age of {n} people is not known.", n=unknown
        )
        return Check("age", Light.AMBER, words, found, rule.value)
    return Check("age", Light.GREEN, words, None, rule.value)


def _countries(rule: Condition, scheme: Scheme, project: Project) -> Check:
    have = {head.country for head in project.heads if head.country}
    if scheme.eligible:
        have &= scheme.eligible
    want = _n(rule)
    words = Message(
        "People of at least {n} country take part.",
        many="People of at least {n} countries take part.",
        n=want,
    )
    kept = None if not project.heads else len(have) >= want
    return Check("countries", _light(kept, rule), words, _country_words(len(have)), rule.value)


def _countries_most(rule: Condition, scheme: Scheme, project: Project) -> Check:
    have = {head.country for head in project.heads if head.country}
    want = _n(rule)
    words = Message(
        "People of at most {n} country take part.", many="People of at most {n} countries take part.", n=want
    )
    return Check(
        "countries-most", _light(len(have) <= want, rule), words, _country_words(len(have)), rule.value
    )


def _country_words(n: int) -> Message:
    return Message("People of {n} country take part.", many="People of {n} countries take part.", n=n)


def _countries_of(rule: Condition, scheme: Scheme, project: Project) -> Check:
    """People of each of these countries take part."""
    have = {head.country for head in project.heads}
    kept = None if not project.heads else set(rule.countries) <= have
    words = Message("People of these countries take part: {countries}.", countries=rule.countries)
    return Check("countries-of", _light(kept, rule), words, None, rule.value)


def _balance(rule: Condition, scheme: Scheme, project: Project) -> Check:
    """No side has less than a share of all: 33 means a third."""
    ours, theirs = _sides(project, rule.people, scheme)
    share = _n(rule)
    words = Message("Each side has at least {n} % of all who take part.", n=share)
    kept = None if not ours + theirs else min(ours, theirs) * 100 >= share * (ours + theirs)
    return Check("balance", _light(kept, rule), words, _sides_words(ours, theirs), rule.value)


def _equal(rule: Condition, scheme: Scheme, project: Project) -> Check:
    """Both groups are as large, give or take some percent."""
    ours, theirs = _sides(project, rule.people, scheme)
    words = Message("Both groups are of the same size, within {n} %.", n=_n(rule))
    kept = None if not ours + theirs else abs(ours - theirs) * 100 <= _n(rule) * max(ours, theirs)
    return Check("equal", _light(kept, rule), words, _sides_words(ours, theirs), rule.value)


def _sides(project: Project, people: People, scheme: Scheme) -> tuple[int, int]:
    heads = counted(project, people, scheme)
    travelling = sum(head.travelling for head in heads)
    return travelling, len(heads) - travelling


def _sides_words(travelling: int, hosting: int) -> Message:
    return Message("{travelling} travel, {hosting} are at home.", travelling=travelling, hosting=hosting)


def _leaders(rule: Condition, scheme: Scheme, project: Project) -> Check:
    heads = counted(project, rule.people, scheme)
    leaders = sum(head.leader for head in heads)
    others, want = len(heads) - leaders, _n(rule)
    words = Message("One leader for every {n} people.", n=want)
    found = Message("{n} leader is named.", many="{n} leaders are named.", n=leaders)
    kept = None if not others else leaders * want >= others
    return Check("leaders", _light(kept, rule), words, found, rule.value)


def _plan_even(rule: Condition, scheme: Scheme, project: Project) -> Check:
    costs = sum(cost.minor for cost in project.costs)
    words = Message("The finance plan is even: as much comes in as goes out.")
    found = Message(
        "{income} comes in, {costs} goes out.",
        income=Money(project.income_minor, project.base),
        costs=Money(costs, project.base),
    )
    kept = None if not project.costs else costs == project.income_minor
    return Check("plan-even", _light(kept, rule), words, found, rule.value)


def _size(rule: Condition, scheme: Scheme, project: Project) -> Check:
    """The size of the project; larger ones have other rules."""
    limit = Money(_n(rule) * 100, scheme.currency)
    words = Message("The grant is at most {amount} in this category.", amount=limit)
    rate = project.rate_to(scheme.currency)
    have = eligible_minor(project.costs)
    kept = None if rate is None or not have else Decimal(have) / rate * Decimal("0.8") <= limit.minor
    return Check("size", _light(kept, rule), words, None, rule.value)


_RULES = {
    "least": _least,
    "most": _most,
    "days_least": _days_least,
    "days_most": _days_most,
    "age": _age,
    "countries": _countries,
    "countries_most": _countries_most,
    "countries_of": _countries_of,
    "balance": _balance,
    "equal": _equal,
    "leaders": _leaders,
    "plan_even": _plan_even,
    "size": _size,
}
"""Rules a machine can check; what it cannot stands in the scheme's `remember`."""


def check_words(locale: Locale, message: Message) -> str:
    """A rule in the reader's words; countries by their names."""
    args = {
        name: locale.listing(locale.country(code) for code in value) if isinstance(value, tuple) else value
        for name, value in message.args.items()
    }
    return locale.message(Message(message.msgid, many=message.many, **args))


# ---- days -----------------------------------------------------------------------------------------------


def deadlines(scheme: Scheme, first: date | None, last: date | None) -> tuple[Deadline, ...]:
    """The days of a visit by the scheme's rules, in their order."""
    if first is None:
        return ()
    found = [
        Deadline(DeadlineKind(rule.kind), day, rule)
        for rule in scheme.deadlines
        if (day := deadline_of(rule, first, last or first)) is not None
    ]
    return tuple(sorted(found, key=lambda one: (one.on, one.kind)))


def deadline_of(rule: DeadlineRule, first: date, last: date) -> date | None:
    """The day a rule gives; None where it is for visits in other months."""
    if rule.between is not None and not rule.between[0] <= first.month <= rule.between[1]:
        return None
    if rule.fixed is not None:
        month, day = rule.fixed
        return date(first.year + rule.years, month, day)
    anchor = last if rule.anchor == "end" else first
    return months_later(anchor, rule.months) + timedelta(weeks=rule.weeks)


def months_later(day: date, months: int) -> date:
    """The same day some months later or earlier; the last of the month where there is none."""
    at = day.year * 12 + day.month - 1 + months
    year, month = divmod(at, 12)
    following = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    return date(year, month + 1, min(day.day, (following - timedelta(days=1)).day))


def next_deadline(found: Iterable[Deadline], kinds: Iterable[DeadlineKind]) -> Deadline | None:
    """The earliest day of some kinds."""
    return min((one for one in found if one.kind in set(kinds)), key=lambda one: one.on, default=None)


# ---- words in lines -------------------------------------------------------------------------------------


def warnings_in(text: str, scheme: Scheme) -> tuple[str, ...]:
    """Codes of what a funder does not accept that a line's text speaks of (REQ-3-09).

    A word of the scheme that has no list here is looked for as it stands.
    """
    words = f" {fold(text)} "
    found = []
    for code in scheme.warning_words:
        known = WARNING_WORDS.get(code, (code,))
        if any(f" {fold(word)} " in words or (len(word) > 4 and fold(word) in words) for word in known):
            found.append(code)
    return tuple(found)
