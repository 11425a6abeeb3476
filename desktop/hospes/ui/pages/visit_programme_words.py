# SPDX-License-Identifier: GPL-3.0-or-later
"""The programme in words: times, who takes part, numbers for the kitchen, what is missing in a language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.domain.codes_visit import Audience
from hospes.domain.diets import Diet
from hospes.domain.names import display_name
from hospes.domain.programme_meals import OTHER
from hospes.domain.programme_times import Times, times_words

if TYPE_CHECKING:
    from hospes.domain.programme_meals import MealCount
    from hospes.queries.programme import Item, Programme
    from hospes.ui.desk import Desk

FEW = 3
"""So many names are said before the others are a number."""


def spoken(found: Programme) -> tuple[str, ...]:
    """The languages of those who come together, ours first; ours alone where nothing is known."""
    wanted = [party.language for party in found.parties if party.language]
    return tuple(dict.fromkeys([*found.languages[:1], *wanted]))


def missing_words(desk: Desk, language: str, n: int) -> str:
    """How many items say nothing in a language."""
    name = desk.locale.language_name(language)
    return desk.ntext(
        "{n} item has no text in {language}.", "{n} items have no text in {language}.", n, language=name
    )


def time_of(desk: Desk, item: Item) -> str:
    """`10:30–11:45`, or the words somebody wrote."""
    return times_words(Times(item.starts, item.ends, item.time_words), desk.locale)


def zone_words(zone: str) -> str:
    """The town a time zone is named after: `Europe/Warsaw` is Warsaw."""
    return zone.rpartition("/")[2].replace("_", " ")


def audience_words(desk: Desk, programme: Programme, item: Item) -> str:
    """Who takes part: the code's words, or the delegations and people chosen."""
    if item.audience is not Audience.CHOSEN:
        return desk.locale.label(item.audience)
    names = [party.name for party in programme.parties if party.id in item.delegations]
    names += [display_name(name) for _, name in item.people]
    if not names:
        return desk.text("Chosen people, nobody yet")
    few = (
        names
        if len(names) <= FEW
        else [*names[: FEW - 1], desk.ntext("{n} more", "{n} more", len(names) - FEW + 1)]
    )
    return desk.locale.listing(few)


def count_words(desk: Desk, count: MealCount) -> str:
    """`34 guests and 21 hosts, 3 × Vegetarian`: the numbers the kitchen wants."""
    guests = desk.ntext("{n} guest", "{n} guests", count.guests) if count.guests else ""
    hosts = desk.ntext("{n} host", "{n} hosts", count.hosts) if count.hosts else ""
    people = guests or hosts
    if guests and hosts:
        people = desk.text("{guests} and {hosts}", guests=guests, hosts=hosts)
    known = {diet.value: diet for diet in Diet}
    diets = []
    for code, n in count.by_diet.items():
        what = desk.text("other wishes") if code == OTHER else desk.locale.label(known[code])
        diets.append(
            desk.text("{n} × {diet}", n=n, diet=what).replace(" × ", "\N{NO-BREAK SPACE}×\N{NO-BREAK SPACE}")
        )
    return ", ".join([*([people] if people else []), *diets])
