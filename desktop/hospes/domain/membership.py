# SPDX-License-Identifier: GPL-3.0-or-later
"""Membership classes: those a new association begins with, and which one suits a household (REQ-2-01)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from hospes.domain.ages import OF_AGE
from hospes.domain.codes import MemberUnit

YOUTH_TO = 25


@dataclass(frozen=True, slots=True)
class StarterClass:
    """A class every new association begins with; names by language, because users may change them."""

    names: dict[str, str]
    counts: MemberUnit = MemberUnit.PERSON
    votes: int = 1
    age_to: int | None = None
    people_to: int | None = None
    honorary: bool = False


STARTER_CLASSES = (
    StarterClass({
        "en": "Single", "de": "Einzelmitglied", "fr": "Individuel", "pl": "Indywidualny",
        "it": "Singolo", "hu": "Egyéni", "tr": "Bireysel", "uk": "Індивідуальний", "nl": "Individueel",
        "es": "Individual",
    }),
    StarterClass({
        "en": "Couple", "de": "Paar", "fr": "Couple", "pl": "Para", "it": "Coppia", "hu": "Pár", "tr": "Çift",
        "uk": "Пара", "nl": "Paar", "es": "Pareja",
    }, counts=MemberUnit.HOUSEHOLD, people_to=2),
    StarterClass({
        "en": "Family", "de": "Familie", "fr": "Famille", "pl": "Rodzina", "it": "Famiglia", "hu": "Család",
        "tr": "Aile", "uk": "Сім’я", "nl": "Gezin", "es": "Familia",
    }, counts=MemberUnit.HOUSEHOLD),
    StarterClass({
        "en": "Youth", "de": "Jugend", "fr": "Jeune", "pl": "Młodzież", "it": "Giovane", "hu": "Ifjúsági",
        "tr": "Genç", "uk": "Молодь", "nl": "Jeugd", "es": "Joven",
    }, age_to=YOUTH_TO),
    StarterClass({
        "en": "Honorary", "de": "Ehrenmitglied", "fr": "Honneur", "pl": "Honorowy", "it": "Onorario",
        "hu": "Tiszteletbeli", "tr": "Onursal", "uk": "Почесний", "nl": "Erelid", "es": "Honorario",
    }, honorary=True),
    StarterClass({
        "en": "Club or firm", "de": "Verein oder Firma", "fr": "Association ou entreprise",
        "pl": "Organizacja lub firma", "it": "Associazione o impresa", "hu": "Egyesület vagy cég",
        "tr": "Dernek veya şirket", "uk": "Організація або фірма", "nl": "Vereniging of bedrijf",
        "es": "Asociación o empresa",
    }, counts=MemberUnit.ORGANISATION),
)  # fmt: skip
"""Without amounts: what they cost is the association's to say."""


@dataclass(frozen=True, slots=True)
class ClassFacts:
    """What decides whether a class suits somebody."""

    id: UUID
    counts: MemberUnit = MemberUnit.PERSON
    age_from: int | None = None
    age_to: int | None = None
    people_to: int | None = None
    honorary: bool = False
    valid_from: date | None = None
    valid_to: date | None = None

    def in_use(self, day: date) -> bool:
        """May it be given on a day?"""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )

    def suits_age(self, age: int | None) -> bool:
        """Does an age fit? Classes with limits are not proposed where the age is unknown."""
        if age is None:
            return self.age_from is None and self.age_to is None
        return (self.age_from is None or self.age_from <= age) and (self.age_to is None or age <= self.age_to)


C = TypeVar("C", bound=ClassFacts)


def propose_class(classes: Sequence[C], ages: Sequence[int | None], day: date) -> C | None:
    """The class to propose to people of one household who join together; None if no class suits.

    Two or more people: the household class for the fewest people that still holds them all; with children
    among them one without a limit. One person: the
    class with the narrowest limits of age that fits, else the first without limits. Honorary classes are
    given, never proposed. `classes` stand in the association's own order.
    """
    usable = [c for c in classes if c.in_use(day) and not c.honorary]
    if len(ages) > 1:
        homes = [c for c in usable if c.counts == MemberUnit.HOUSEHOLD and c.suits_age(_oldest(ages))]
        with_children = any(age is not None and age < OF_AGE for age in ages)
        fitting = [
            c for c in homes if c.people_to is None or (len(ages) <= c.people_to and not with_children)
        ]
        if fitting:
            return min(fitting, key=lambda c: c.people_to or 1000)
    singles = [c for c in usable if c.counts == MemberUnit.PERSON]
    limited = [c for c in singles if not c.suits_age(None) and all(c.suits_age(age) for age in ages)]
    if limited and all(age is not None for age in ages):
        return min(limited, key=lambda c: (c.age_to or 1000) - (c.age_from or 0))
    return next((c for c in singles if c.suits_age(None)), None)


def _oldest(ages: Sequence[int | None]) -> int | None:
    known = [age for age in ages if age is not None]
    return max(known) if known else None
