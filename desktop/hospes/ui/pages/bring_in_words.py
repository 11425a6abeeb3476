# SPDX-License-Identifier: GPL-3.0-or-later
"""What differs between a list and the file, in words: names of fields, days, codes, telephones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.domain.codes import Code, Gender
from hospes.domain.codes_visit import (
    BedWish,
    GroupRule,
    Meal,
    OfferState,
    ParticipationKind,
    ParticipationState,
    Smoking,
)
from hospes.domain.diets import Allergen, Animal, Diet
from hospes.domain.values import RoughDate
from hospes.i18n.marks import N_
from hospes.transfer.fields import FIELDS

if TYPE_CHECKING:
    from hospes.ui.desk import Desk

FACTS = {
    "phones": N_("Phone"),
    "emails": N_("E-mail"),
    "address": N_("Address"),
    "state": N_("State"),
}
"""What is compared and is no field of the list by itself."""

_CODES: dict[str, tuple[type[Code], ...]] = {
    "sex": (Gender,),
    "bed": (BedWish,),
    "group_rule": (GroupRule,),
    "smoker": (Smoking,),
    "kind": (ParticipationKind,),
    "meal": (Meal,),
    "state": (ParticipationState, OfferState),
    "diet": (Diet,),
    "diets": (Diet,),
    "animal_allergies": (Animal,),
    "animal_fear": (Animal,),
    "pets": (Animal,),
    "other_allergies": (Allergen, Diet, Animal),
}


def field_words(desk: Desk, code: str, *, at_visit: bool = False) -> str:
    """What a fact is called. At a visit `kind` is as what somebody takes part."""
    if at_visit and code == "kind":
        return desk.text("Takes part as")
    field = FIELDS.get(code)
    return desk.text(field.label if field is not None else FACTS.get(code, N_("Another value")))


def told(desk: Desk, value: str, code: str = "") -> str:
    """A value as people write it: days by the language, codes in words, telephones with their blanks."""
    if "; " in value:
        return "; ".join(told(desk, part, code) for part in value.split("; "))
    for codes in _CODES.get(code, ()):
        if value in list(codes):
            return desk.locale.label(codes(value))
    if value in ("yes", "no"):
        return desk.text("yes") if value == "yes" else desk.text("no")
    try:
        return desk.locale.rough(RoughDate.parse(value))
    except ValueError:
        return desk.locale.phone(value, value) if value.startswith("+") else value
