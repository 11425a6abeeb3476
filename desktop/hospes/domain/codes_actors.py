# SPDX-License-Identifier: GPL-3.0-or-later
"""Codes for actors: the four corners they stand in, and the fields they work in (S28, S30)."""

from hospes.domain.codes import Code
from hospes.i18n.marks import N_


class Corner(Code):
    """The triangle of politics, administration and civil society, and the economy (S28).

    Schools and universities are civil society here, as in S30; lists keep them apart because everybody
    looks for "the school".
    """

    POLITICS = "politics", N_("Politics")
    ADMINISTRATION = "administration", N_("Administration")
    CIVIL = "civil", N_("Civil society")
    ECONOMY = "economy", N_("Economy")


class FieldOfWork(Code):
    """What an organisation works on; it may be several (S30)."""

    CHOIR = "choir", N_("Singing")
    ORCHESTRA = "orchestra", N_("Music")
    THEATRE = "theatre", N_("Theatre and dance")
    ART = "art", N_("Art")
    HERITAGE = "heritage", N_("History and heritage")
    FRENCH = "French", N_("French lessons")
    GERMAN = "German", N_("German lessons")
    POLISH = "Polish", N_("Polish lessons")
    ENGLISH = "English", N_("English lessons")
    EXCHANGE = "exchange", N_("Exchange of pupils")
    TRAINING = "training", N_("Training of apprentices")
    SCIENCE = "science", N_("Science")
    FOOTBALL = "football", N_("Football")
    BOULES = "boules", N_("Boules")
    SPORT = "sport", N_("Other sports")
    RESCUE = "rescue", N_("Fire and rescue")
    NATURE = "nature", N_("Nature and environment")
    ENERGY = "energy", N_("Energy and climate")
    GARDENS = "gardens", N_("Parks and gardens")
    WORKS = "works", N_("Technical services")
    CULTURE = "culture", N_("Culture")
    RELIGION = "religion", N_("Religion")
    INTEGRATION = "integration", N_("Migration and integration")
    INCLUSION = "inclusion", N_("People with disabilities")
    SENIORS = "seniors", N_("Older people")
    CHILDREN = "children", N_("Children")
    YOUTH = "youth", N_("Young people")
    CONSUMERS = "consumers", N_("Consumers")
    DEMOCRACY = "democracy", N_("Democracy and memory")
    TRADE = "trade", N_("Trade and crafts")
    FOOD = "food", N_("Food and wine")
    TOURISM = "tourism", N_("Tourism")
    PRESS = "press", N_("Press and radio")


def fields_of_work(kept: str) -> tuple[FieldOfWork, ...]:
    """The fields kept in a text with `;` between them, in the order of the list; words of others are left."""
    given = {part.strip() for part in kept.split(";")}
    return tuple(one for one in FieldOfWork if one.value in given)


def own_words(kept: str) -> tuple[str, ...]:
    """What stands there beside the fields of the list, as brought in from elsewhere."""
    known = {one.value for one in FieldOfWork}
    return tuple(part.strip() for part in kept.split(";") if part.strip() and part.strip() not in known)


def kept_fields(chosen: set[FieldOfWork], words: tuple[str, ...] = ()) -> str:
    """Fields and own words as they are kept."""
    return ";".join([*(one.value for one in FieldOfWork if one in chosen), *words])
