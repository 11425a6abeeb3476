# SPDX-License-Identifier: GPL-3.0-or-later
"""What people do not eat, and which animals make them ill: one vocabulary for forms, matching, kitchen lists
and bringing in.

In the file stand lists of codes with `;` between them ("vegan;nut"). What has no code stays as the word that
was typed, so nothing is lost and nothing is guessed.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from hospes.domain.codes import Code
from hospes.i18n.marks import N_

if TYPE_CHECKING:
    from hospes.i18n.locale import Locale


class Diet(Code):
    """What somebody eats or does not eat (domain 2.3.1); also what a host's kitchen can do."""

    VEGETARIAN = "vegetarian", N_("Vegetarian")
    VEGAN = "vegan", N_("Vegan")
    NO_PORK = "no_pork", N_("No pork")
    NO_BEEF = "no_beef", N_("No beef")
    NO_FISH = "no_fish", N_("No fish")
    HALAL = "halal", N_("Halal")
    KOSHER = "kosher", N_("Kosher")
    DIABETIC = "diabetic", N_("For diabetics")
    LOW_SALT = "low_salt", N_("Little salt")
    GLUTEN = "gluten", N_("No gluten")
    LACTOSE = "lactose", N_("No lactose")
    NUT = "nut", N_("No nuts")
    EGG = "egg", N_("No eggs")
    SHELLFISH = "shellfish", N_("No shellfish")


class Animal(Code):
    """Animals in a home that somebody cannot stand or is afraid of."""

    CAT = "cat", N_("Cats")
    DOG = "dog", N_("Dogs")
    RODENT = "rodents", N_("Rabbits and rodents")
    BIRD = "birds", N_("Birds")
    HORSE = "horse", N_("Horses")
    REPTILE = "reptiles", N_("Reptiles")


class Allergen(Code):
    """Other things that make ill: neither food nor animals."""

    DUST = "dust", N_("House dust")
    POLLEN = "pollen", N_("Pollen")
    PERFUME = "perfume", N_("Perfume")
    MOULD = "mould", N_("Mould")
    INSECT = "insects", N_("Stings of bees and wasps")
    LATEX = "latex", N_("Latex")
    MEDICINE = "medicine", N_("Medicines")


FOOD_ALLERGIES = frozenset({Diet.GLUTEN, Diet.LACTOSE, Diet.NUT, Diet.EGG, Diet.SHELLFISH})
"""Codes of diets that are intolerances, not habits: a kitchen must know them."""


def parts(text: str) -> tuple[str, ...]:
    """The codes and words of a list as it stands in the file, each once, in their order."""
    if not text:
        return ()  # as nearly always, and lists of hundreds ask
    return tuple(dict.fromkeys(part.strip() for part in text.split(";") if part.strip()))


def joined(values: Iterable[str]) -> str:
    """A list as it stands in the file."""
    cleaned = (str(value).replace(";", ",").strip() for value in values)
    return ";".join(dict.fromkeys(value for value in cleaned if value))


def labels(locale: "Locale", text: str, kind: type[Code] = Diet) -> list[str]:
    """What a list says in words of the reader; what has no code is shown as it was typed."""
    known = {member.value: member for member in kind}
    return [locale.label(known[part]) if part in known else part for part in parts(text)]
