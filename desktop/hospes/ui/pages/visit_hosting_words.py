# SPDX-License-Identifier: GPL-3.0-or-later
"""Words of the hosting board: what a guest's card and a host's card say, in the language of the window.

Reasons ("Barbara speaks French") come from `domain.matching.words`, from the very terms of the sum.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.domain.codes import Gender
from hospes.domain.codes_visit import BedWish, GroupRule, OfferKind, Smoking
from hospes.domain.diets import Animal, Diet
from hospes.domain.matching.values import Grade
from hospes.i18n.marks import NN_
from hospes.ui.pages.visit_hosting_view import Frame, Line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from hospes.domain.matching.values import Guest, Host
    from hospes.domain.matching.view import Party
    from hospes.i18n.locale import Locale
    from hospes.ui.pages.visit_hosting_view import Ink

GRADE_LOOKS: dict[Grade, tuple[str, Ink, Frame]] = {
    Grade.VERY_GOOD: ("check", "ok", Frame.BEST),
    Grade.GOOD: ("check", "ok", Frame.GOOD),
    Grade.POSSIBLE: ("circle-dot", "text", Frame.PLAIN),
    Grade.WEAK: ("minus", "muted", Frame.PLAIN),
    Grade.NO: ("x", "muted", Frame.OFF),
}
"""Icon, ink and frame of the five words: each differs in shape, not only in colour."""

BIG_GROUP = 3
"""From so many people on, a party's card gives given names only."""

MOST_FACTS = 3
COUPLE = 2
GENERATIONS = 50
"""Who answers for a child of the same household and is older by more may be a grandparent."""
CONVERSATION, NATIVE = 2, 4


BETWEEN, ROUNDING = " · ", 3


def what_fits(text: str, measure: Callable[[str], int], room: int) -> str:
    """As many facts of a line as there is room for, whole ones; the first stays in any case."""
    parts = text.split(BETWEEN)
    while len(parts) > 1 and measure(BETWEEN.join(parts)) > room - ROUNDING:
        parts.pop()
    return BETWEEN.join(parts)


def sentence_case(text: str) -> str:
    """`text` with its first letter large."""
    return text[:1].upper() + text[1:]


def joined(parts: Iterable[str]) -> str:
    """Facts beside each other; the first begins with a large letter."""
    return sentence_case(BETWEEN.join(part for part in parts if part))


def initials(name: str) -> str:
    """The first letters of a name's first and last word."""
    words = [word for word in name.replace("-", " ").replace("–", " ").split() if word[:1].isalpha()]
    if not words:
        return name[:1].upper()
    return (words[0][:1] + (words[-1][:1] if len(words) > 1 else "")).upper()


def with_age(locale: Locale, guest: Guest) -> str:
    """Name and age."""
    if guest.age is None:
        return guest.name
    return locale.text("{name}, {age}", name=guest.name, age=guest.age)


def given_names(locale: Locale, guests: Sequence[Guest]) -> str:
    """Given names in a row: "Claire and Manon"."""
    return locale.listing([guest.given or guest.name for guest in guests])


def party_name(locale: Locale, guests: Sequence[Guest]) -> str:
    """Who it is in an undo: "Claire and Manon Dubois"."""
    if len(guests) == 1:
        return guests[0].name
    last = guests[0].name.removeprefix(guests[0].given).strip()
    if last and all(guest.name == f"{guest.given} {last}" for guest in guests):
        return f"{given_names(locale, guests)} {last}"
    if len(guests) > BIG_GROUP:
        return locale.ntext(
            "{name} and {n} other", "{name} and {n} others", len(guests) - 1, name=guests[0].name
        )
    return locale.listing([guest.name for guest in guests])


# -- guests ------------------------------------------------------------------------------------------------


def company(locale: Locale, party: Party) -> str:
    """With whom somebody comes, or alone with what else is told of them."""
    lead, others = party.members[0], party.members[1:]
    if not others:
        return BETWEEN.join([locale.text("alone"), *traits(locale, lead)[:2]])
    if len(others) >= BIG_GROUP - 1:
        return locale.text("with {names}", names=given_names(locale, others))
    other = others[0]
    name = other.given or other.name
    if other.age is None:
        return locale.text("with {names}", names=name)
    lives_with = other.household != "" and other.household == lead.household
    older = lead.age is not None and lead.age - other.age < GENERATIONS
    child = lead.key in other.guardians and lives_with and older
    if child and other.gender is Gender.FEMALE:
        return locale.text("with daughter {name}, {age}", name=name, age=other.age)
    if child and other.gender is Gender.MALE:
        return locale.text("with son {name}, {age}", name=name, age=other.age)
    return locale.text("with {name}, {age}", name=name, age=other.age)


def traits(locale: Locale, guest: Guest) -> list[str]:
    """What is told of somebody in a word each, the most telling first."""
    found = []
    spoken = [code for code, level in guest.languages.items() if level >= CONVERSATION]
    if len(spoken) == 1:
        found.append(locale.text("{language} only", language=locale.language_name(spoken[0])))
    found += diet_words(locale, guest.diets)
    found += sorted(guest.interests)
    if guest.profession:
        found.append(guest.profession)
    return found


def diet_words(locale: Locale, diets: Iterable[str]) -> list[str]:
    """Diets in words, within a line."""
    inside = {Diet.VEGETARIAN.value: locale.text("vegetarian"), Diet.VEGAN.value: locale.text("vegan")}
    known = {diet.value: diet for diet in Diet}
    found = [inside.get(code) or (locale.label(known[code]) if code in known else code) for code in diets]
    return sorted(found)


def animal_words(locale: Locale, animals: Iterable[str], *, fear: bool) -> list[str]:
    """A sentence for each animal somebody cannot be with."""
    ill = {
        Animal.CAT.value: locale.text("Allergic to cats"),
        Animal.DOG.value: locale.text("Allergic to dogs"),
    }
    afraid = {
        Animal.CAT.value: locale.text("Afraid of cats"),
        Animal.DOG.value: locale.text("Afraid of dogs"),
    }
    known = {animal.value: locale.label(animal) for animal in Animal}
    found = []
    for code in sorted(animals):
        word = known.get(code, code)
        general = (
            locale.text("Afraid of: {animal}", animal=word)
            if fear
            else locale.text("Allergic to: {animal}", animal=word)
        )
        found.append((afraid if fear else ill).get(code, general))
    return found


def needs(locale: Locale, party: Party) -> list[Line]:
    """What a home must have for this party, each with its icon."""
    found: list[Line] = []
    several = len(party.members) > 1
    if several:
        found.append(Line(_together(locale, party), "link", "muted"))
    for guest in party.members:
        lines = [
            Line(word, "cat" if "cat" in guest.animal_allergies else "dog", "err")
            for word in animal_words(locale, guest.animal_allergies, fear=False)
        ]
        lines += [Line(word, "dog", "warn") for word in animal_words(locale, guest.animal_fear, fear=True)]
        if guest.step_free or guest.max_stairs == 0:
            lines.append(Line(locale.text("Needs ground floor"), "accessibility", "warn"))
        elif guest.max_stairs is not None:
            lines.append(
                Line(
                    locale.ntext("{n} step at most", "{n} steps at most", guest.max_stairs),
                    "accessibility",
                    "warn",
                )
            )
        if guest.minor and not guest.guardians & {one.key for one in party.members}:
            lines.append(Line(locale.text("Minor, without parents"), "shield-check", "warn"))
        if guest.key != party.members[0].key:
            lines = [
                Line(
                    locale.text("{name}: {fact}", name=guest.given or guest.name, fact=line.text),
                    line.icon,
                    line.ink,
                )
                for line in lines
            ]
        found += [line for line in lines if line not in found]
    return found


def _together(locale: Locale, party: Party) -> str:
    n = len(party.members)
    if all(guest.bed is BedWish.DOUBLE_SHARED for guest in party.members) and n == COUPLE:
        return locale.text("Stay together: a double bed")
    if party.rule is GroupRule.SAME_ROOM:
        return locale.ntext("Same room: {n} bed", "Same room: {n} beds", n)
    return locale.ntext("Stay together: {n} bed", "Stay together: {n} beds", n)


def nights_words(locale: Locale, nights: frozenset[date], whole: frozenset[date]) -> str:
    """Which nights, where they are not all: "from Thursday", "until Saturday", "2 of 4 nights"."""
    from datetime import timedelta

    if not whole or nights >= whole:
        return ""
    mine, every = sorted(nights & whole), sorted(whole)
    if not mine:
        return locale.text("no night")
    run = every[every.index(mine[0]) : every.index(mine[-1]) + 1]
    if run == mine:
        if mine[-1] == every[-1]:
            return locale.text("from {day}", day=locale.date(mine[0], "weekday_short"))
        if mine[0] == every[0]:
            return locale.text("until {day}", day=locale.date(mine[-1] + timedelta(days=1), "weekday_short"))
    return locale.ntext("{k} of {n} night", "{k} of {n} nights", len(every), k=len(mine))


# -- hosts -------------------------------------------------------------------------------------------------

BEDS = NN_("{n} bed", "{n} beds")


def host_traits(locale: Locale, host: Host, wanted: frozenset[str]) -> list[str]:
    """What is told of a home, in a word or two each; `wanted` are the guests' languages."""
    found = []
    if host.kind is OfferKind.DAY:
        found.append(locale.text("for the day only"))
    elif host.kind is OfferKind.DINNER:
        found.append(locale.text("for dinner only"))
    pets = pets_words(locale, host)
    spoken = {
        code
        for person in host.people
        for code, level in person.languages.items()
        if level >= CONVERSATION and code in wanted
    }
    if pets and (not spoken or host.cats is not False or host.dogs is not False):
        found += pets
    found += sorted(locale.language_name(code) for code in spoken)
    if host.step_free or host.stairs == 0:
        found.append(locale.text("ground floor"))
    if host.car_seats:
        found.append(locale.text("car"))
    if pets and pets[0] not in found:
        found += pets
    if host.smoking is Smoking.YES:
        found.insert(0, locale.text("smokers"))
    elif host.smoking is Smoking.NO:
        found.append(locale.text("no smoking"))
    return found


def pets_words(locale: Locale, host: Host) -> list[str]:
    """The animals of a home."""
    found = []
    if host.cats:
        found.append(locale.text("cats"))
    if host.dogs:
        found.append(locale.text("dog"))
    known = {animal.value: animal for animal in Animal}
    found += [locale.label(known[one]) if one in known else one for one in sorted(host.other_pets)]
    if not found and host.cats is False and host.dogs is False:
        return [locale.text("no pets")]
    return found


def grade_words(locale: Locale, grade: Grade, score: int) -> str:
    """The word and the number: "Very good fit · 92 points"."""
    if grade is Grade.NO:
        return locale.label(grade)
    return locale.ntext("{grade} · {n} point", "{grade} · {n} points", score, grade=locale.label(grade))


def points_words(locale: Locale, points: int | None) -> str:
    """Points with their sign; a must has the word."""
    if points is None:
        return locale.text("must")
    return f"+{points}" if points > 0 else f"−{abs(points)}" if points < 0 else "0"
