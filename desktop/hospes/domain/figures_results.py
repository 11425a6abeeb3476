# SPDX-License-Identifier: GPL-3.0-or-later
"""What each figure of the years comes to, in one sentence over its chart.

A figure that has nothing to say is silent: an empty text.
"""

from collections.abc import Callable, Mapping, Sequence

from hospes.domain.codes_actors import Corner
from hospes.domain.figures_counts import Year, Years
from hospes.i18n.locale import Locale
from hospes.i18n.marks import NN_

BACK = 3
"""Years that members are compared over, where there are so many."""

MORE_NOW = NN_(
    "There is {n} more member than at the end of {year}.",
    "There are {n} more members than at the end of {year}.",
)
FEWER_NOW = NN_(
    "There is {n} member fewer than at the end of {year}.",
    "There are {n} members fewer than at the end of {year}.",
)
MORE_THEN = NN_(
    "At the end of {last} there was {n} more member than at the end of {year}.",
    "At the end of {last} there were {n} more members than at the end of {year}.",
)
FEWER_THEN = NN_(
    "At the end of {last} there was {n} member fewer than at the end of {year}.",
    "At the end of {last} there were {n} members fewer than at the end of {year}.",
)
MOST_HOMES = NN_(
    "The most in one year was {n} home, last in {year}.",
    "The most in one year were {n} homes, last in {year}.",
)
MOST_NIGHTS = NN_(
    "The most in one year was {n} night, last in {year}.",
    "The most in one year were {n} nights, last in {year}.",
)
NEW_PEOPLE = NN_(
    "From {first} to {last} {n} person came along for the first time.",
    "From {first} to {last} {n} people came along for the first time.",
)
VISITS_HELD = NN_(
    "From {first} to {last} there was {n} visit.", "From {first} to {last} there were {n} visits."
)
GIVEN = NN_(
    "From {first} to {last} volunteers gave {n} hour.", "From {first} to {last} volunteers gave {n} hours."
)
TRAVELLED = NN_(
    "From {first} to {last} {n} person travelled.", "From {first} to {last} {n} people travelled."
)
LARGEST_AGE = NN_(
    "The largest group of ages is {band}: {n} member.", "The largest group of ages is {band}: {n} members."
)
THEME_MOST = NN_(
    "The theme there was most often is “{theme}”: at {n} visit.",
    "The theme there was most often is “{theme}”: at {n} visits.",
)
GROUP_MOST = NN_(
    "The largest target group is “{group}”: {n} person.", "The largest target group is “{group}”: {n} people."
)
GROUP_VISITS = NN_(
    "The target group there was most often is “{group}”: at {n} visit.",
    "The target group there was most often is “{group}”: at {n} visits.",
)
MOTIVES_HOLD = NN_("{n} motive holds in the last years.", "{n} motives hold in the last years.")
MOTIVE_MOST = NN_(
    "In the last years “{motive}” holds most often: for {n} twinning.",
    "In the last years “{motive}” holds most often: for {n} twinnings.",
)


def members(data: Years, locale: Locale) -> str:
    """More or fewer than some years before; nothing of one year alone."""
    if len(data.years) < 2:
        return ""
    before = data.years[max(len(data.years) - 1 - BACK, 0)]
    more = data.last.members - before.members
    year, last = str(before.year), str(data.last.year)
    if data.running and more:
        return locale.ntext(*(MORE_NOW if more > 0 else FEWER_NOW), abs(more), year=year)
    if more:
        return locale.ntext(*(MORE_THEN if more > 0 else FEWER_THEN), abs(more), year=year, last=last)
    if data.running:
        return locale.text("There are as many members as at the end of {year}.", year=year)
    return locale.text(
        "At the end of {last} there were as many members as at the end of {year}.", year=year, last=last
    )


def changes(data: Years, locale: Locale) -> str:
    """How many joined and left in all these years."""
    joined, left = sum(one.joined for one in data.years), sum(one.left for one in data.years)
    return locale.text(
        "From {first} to {last} {joined} joined and {left} left.", joined=joined, left=left, **_span(data)
    )


def homes(data: Years, locale: Locale) -> str:
    """The most in one year."""
    return _peak(data, locale, MOST_HOMES, lambda one: one.homes)


def nights(data: Years, locale: Locale) -> str:
    """The most in one year."""
    return _peak(data, locale, MOST_NIGHTS, lambda one: one.nights)


def _peak(data: Years, locale: Locale, words: tuple[str, str], of: Callable[[Year], int]) -> str:
    best = max(reversed(data.years), key=of)
    return locale.ntext(*words, of(best), year=str(best.year)) if of(best) else ""


def first_timers(data: Years, locale: Locale) -> str:
    """All of them."""
    return locale.ntext(*NEW_PEOPLE, sum(one.first_timers for one in data.years), **_span(data))


def hours(data: Years, locale: Locale) -> str:
    """All of them."""
    given = sum(one.hours for one in data.years)
    return locale.ntext(*GIVEN, given, **_span(data)) if given else ""


def visits(data: Years, locale: Locale) -> str:
    """All of them."""
    return locale.ntext(*VISITS_HELD, sum(sum(one.visits.values()) for one in data.years), **_span(data))


def travellers(data: Years, locale: Locale) -> str:
    """All of them."""
    return locale.ntext(*TRAVELLED, sum(sum(one.travellers.values()) for one in data.years), **_span(data))


def _span(data: Years) -> dict[str, str]:
    return {"first": str(data.years[0].year), "last": str(data.last.year)}


def ages(told: Sequence[tuple[str, int | None]], locale: Locale) -> str:
    """The largest group of what may be told."""
    band, number = max(told, key=lambda one: one[1] or 0, default=("", 0))
    return locale.ntext(*LARGEST_AGE, number, band=band) if number else ""


def themes(data: Years, locale: Locale, names: Sequence[str]) -> str:
    """The one there was most often."""
    if not names or not data.themes[0][1]:
        return ""
    return locale.ntext(*THEME_MOST, data.themes[0][1], theme=names[0])


def groups(data: Years, locale: Locale) -> str:
    """The one with most people, or where nobody is of any, the one most visits were for."""
    if not data.groups:
        return ""
    group, _, people = max(data.groups, key=lambda one: one[2])
    if people:
        return locale.ntext(*GROUP_MOST, people, group=locale.label(group))
    group, number, _ = max(data.groups, key=lambda one: one[1])
    return locale.ntext(*GROUP_VISITS, number, group=locale.label(group)) if number else ""


def sectors(counts: Mapping[Corner | None, tuple[int, int]], locale: Locale) -> str:
    """From which corners of the triangle nobody came."""
    missing = [locale.label(one) for one in Corner if not sum(counts.get(one, (0, 0)))]
    if missing:
        return locale.text("Nobody came from these sectors: {list}.", list=locale.listing(missing))
    return locale.text("People of all four sectors took part.")


def motives(rows: Sequence[tuple[str, tuple[int, ...]]], locale: Locale) -> str:
    """The one that holds most often now; where several do alike, how many hold."""
    held = [(name, numbers[-1]) for name, numbers in rows if numbers[-1]]
    if not held:
        return ""
    name, number = max(held, key=lambda one: one[1])
    if sum(one[1] == number for one in held) > 1:
        return locale.ntext(*MOTIVES_HOLD, len(held))
    return locale.ntext(*MOTIVE_MOST, number, motive=name)


def money(data: Years, locale: Locale) -> str:
    """Whether more came in than went out in the last year."""
    if not data.money:
        return ""
    last = data.money[-1]
    more = last.money_in.minor - last.money_out.minor
    if not more:
        return locale.text("In {year} as much came in as went out.", year=last.name)
    amount = locale.money(type(last.money_in)(abs(more), last.money_in.currency))
    if more > 0:
        return locale.text("In {year} {amount} more came in than went out.", year=last.name, amount=amount)
    return locale.text("In {year} {amount} more went out than came in.", year=last.name, amount=amount)
