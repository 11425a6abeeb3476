# SPDX-License-Identifier: GPL-3.0-or-later
"""The reasons of the matching in the reader's words.

`sentence` says one term, `label` names its must or wish in a few words, `told` gives the form of the command
line (a code beside each text, decision 37). `open_terms` leaves out what comes from confidential wishes and
health: what is printed, exported or sent says only those (REQ-2-08).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hospes.domain.codes import Code
from hospes.domain.diets import Animal, Diet
from hospes.domain.matching.values import Criterion, Must, Term
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_, NN_
from hospes.i18n.things import Language

Text = str | tuple[str, str]

KEPT: Mapping[str, Text] = {
    "beds": NN_("A bed is free", "{n} beds are free"),
    "beds.room": NN_("{n} bed in one room", "{n} beds in one room"),
    "nights": NN_("Free on the night of the stay", "Free all {n} nights"),
    "animals.no_cat": N_("No cats"),
    "animals.no_dog": N_("No dogs"),
    "animals.no_cat_dog": N_("No cats or dogs"),
    "animals.no_other": N_("None of these animals in the home: {animal}"),
    "smoke.no": N_("Nobody smokes here"),
    "smoke.outside": N_("Smoking only outside"),
    "stairs": NN_("{n} step, which is no trouble", "{n} steps, which is no trouble"),
    "stairs.free": N_("No steps in the way"),
    "minor": N_("Takes minors"),
    "minor.checked": N_("Takes minors, papers seen"),
}
"""Musts that hold."""

BROKEN: Mapping[str, Text] = {
    "beds": NN_("Only {n} bed is free", "Only {n} beds are free"),
    "beds.none": N_("No bed is free"),
    "bed_kind.sofa": N_("Only a sofa bed is left for {name}"),
    "bed_kind.cot": N_("Only a cot is left for {name}"),
    "bed_kind.double": N_("Two would have to share a double bed"),
    "bed_kind.couple": N_("No double bed for the couple"),
    "nights": NN_("Not free on this night: {nights}", "Not free on {n} nights: {nights}"),
    "together": N_("{name} sleeps in another home ({host})"),
    "together.room": NN_("No room with {n} free bed", "No room with {n} free beds"),
    "one_home": NN_("{name} sleeps in {n} home", "{name} sleeps in {n} different homes"),
    "animals.cat": N_("{name} is allergic to cats, and this home has cats"),
    "animals.dog": N_("{name} is allergic to dogs, and this home has dogs"),
    "animals.other": N_("{name} is allergic to an animal of this home ({animal})"),
    "smoke": N_("{name} cannot stand smoke, and somebody smokes here"),
    "stairs": NN_(
        "{n} step, and {name} can climb {most} at most", "{n} steps, and {name} can climb {most} at most"
    ),
    "stairs.free": N_("{name} needs a home without steps"),
    "minor.consent": N_("The consent for {name} is missing"),
    "minor.unknown": N_("Not asked whether minors are welcome"),
    "minor.refused": N_("Does not take minors"),
    "minor.unchecked": N_("The papers of this host were not seen, and minors need that"),
    "minor.alone": N_("{name} would be alone with an adult of the other sex"),
    "minor.mixed": N_("{name} and {other} are minors of different sex and strangers"),
    "not_with": N_("This home and {name} are not to be put together"),
    "accepts.man": N_("Does not take men"),
    "accepts.woman": N_("Does not take women"),
    "accepts.couple": N_("Does not take couples"),
    "accepts.family": N_("Does not take families"),
    "accepts.minor": N_("Does not take minors alone"),
    "limit": NN_("Takes {n} guest at most", "Takes {n} guests at most"),
    "sharing": N_("{name} and {other} may not share a room"),
    "sharing.one": N_("{name} would share a room with a stranger"),
    "offer.not_asked": N_("Not asked yet"),
    "offer.asked": N_("Asked, no answer yet"),
    "offer.no": N_("Said no"),
    "offer.withdrawn": N_("Has withdrawn"),
    "offer.day": N_("Looks after guests by day only"),
    "offer.dinner": N_("Invites to dinner only"),
}
"""Musts that do not hold."""

WISHES: Mapping[str, Text] = {
    "wish_both": N_("{name} and this home wish for each other"),
    "wish.guest": N_("{name} wishes for this home"),
    "wish.host": N_("This home wishes for {name}"),
    "together_before": N_("{name} stayed here in {year}"),
    "reciprocity": N_("This home was {name}’s guest in {year}"),
    "language": N_("{name} speaks {language}"),
    "language.little": N_("{name} speaks a little {language}"),
    "language.none": N_("No common language"),
    "age": N_("{name} is of similar age"),
    "children": N_("{name} is {age}, of like age"),
    "interest": N_("In common with {name}: {interest}"),
    "interest.profession": N_("The same profession as {name}: {profession}"),
    "diet": N_("The diet is no trouble: {diets}"),
    "diet.not": N_("Not said to cook: {diets}"),
    "newcomer": N_("New here, with a host who knows how it goes"),
    "car": N_("Has a car"),
    "car.none": N_("Has no car for the ride"),
    "bed": N_("A double bed for the couple"),
    "bed.twin": N_("No double bed for the couple"),
    "non_smoker": N_("Neither side smokes"),
    "distance": N_("{km} km to the meeting point"),
    "fairness": N_("Had no guests last time"),
    "tired": N_("Had guests last time too"),
    "spread": N_("Another official stays here"),
    "near.home": N_("In one home with {names}"),
    "near.street": N_("In the same street as {names}"),
    "near.place": N_("Not far from {names}"),
    "mates.girl": N_("Another girl on her own stays here"),
    "mates.boy": N_("Another boy on his own stays here"),
    "reserve": N_("Held in reserve"),
    "fear.cat": N_("{name} is afraid of cats, and this home has cats"),
    "fear.dog": N_("{name} is afraid of dogs, and this home has dogs"),
    "fear.other": N_("{name} is afraid of an animal of this home ({animal})"),
    "not_asked.pets": N_("Not asked about animals"),
    "not_asked.smoke": N_("Not asked about smoking"),
    "not_asked.stairs": N_("Not asked about steps"),
    "not_asked.car": N_("Not asked about a car"),
    "not_asked.adults": N_("Not known who lives here"),
    "not_asked.gender": N_("Not known whether man or woman, and this home asks for that"),
}
"""What earns or costs points."""

LEFT: Mapping[str, Text] = {
    "left.none": N_("No host has said yes"),
    "left.offer": NN_("{n} home has not said yes", "{n} homes have not said yes"),
    "left.nights": NN_("{n} home is not free on all nights", "{n} homes are not free on all nights"),
    "left.beds": NN_("{n} home has no bed left", "{n} homes have no bed left"),
    "left.bed_kind": NN_(
        "{n} home has no bed left that can be used", "{n} homes have no bed left that can be used"
    ),
    "left.together": NN_("{n} home would part the group", "{n} homes would part the group"),
    "left.limit": NN_("{n} home takes no more guests", "{n} homes take no more guests"),
    "left.sharing": NN_(
        "{n} home has only a room shared with strangers", "{n} homes have only rooms shared with strangers"
    ),
    "left.animals": NN_("{n} home has an animal that makes ill", "{n} homes have an animal that makes ill"),
    "left.smoke": NN_("Somebody smokes in {n} home", "Somebody smokes in {n} homes"),
    "left.stairs": NN_("{n} home has too many steps", "{n} homes have too many steps"),
    "left.minor": NN_(
        "{n} home does not take minors, or was not asked", "{n} homes do not take minors, or were not asked"
    ),
    "left.consent": N_("The consent of the guardians is not there yet"),
    "left.accepts": NN_("{n} home takes other guests only", "{n} homes take other guests only"),
    "left.not_with": NN_("{n} home is ruled out by a wish", "{n} homes are ruled out by wishes"),
    "left.full": NN_("{n} home would fit but is full", "{n} homes would fit but are full"),
}
"""Why somebody is left over."""

HELP: Mapping[str, Text] = {
    "help.bed": N_("One more bed with {host}"),
    "help.beds": NN_("{n} more bed with {host}", "{n} more beds with {host}"),
    "help.nights": NN_("Ask {host} for one more night: {nights}", "Ask {host} for {n} more nights: {nights}"),
    "help.split": N_("A stay in several homes"),
    "help.apart": N_("The group in different homes"),
    "help.rooms": N_("The group in different rooms of one home"),
    "help.offer": N_("A yes from {host}"),
    "help.accepts": N_("{host} taking such guests too"),
    "help.limit": N_("{host} taking one more guest"),
    "help.minor": N_("{host} taking minors"),
    "help.checked": N_("Seeing the papers of {host}"),
    "help.consent": N_("The consent for {name}"),
    "help.sofa": N_("A sofa bed for {name}, with {host}"),
    "help.animals": N_("{name} managing with the animals of {host}"),
    "help.smoke": N_("No smoking inside at {host}"),
    "help.stairs": N_("{name} managing the steps at {host}"),
    "help.not_with": N_("{name} and {host} agreeing after all"),
    "help.home": NN_("One more home with {n} bed", "One more home with {n} beds"),
    "help.home_consent": NN_(
        "One more home with {n} bed, and the consent of the guardians",
        "One more home with {n} beds, and the consent of the guardians",
    ),
}
"""Changes that would help somebody who is left over."""


@dataclass(frozen=True, slots=True)
class Told:
    """A term as the command line and papers give it."""

    code: str
    points: int | None
    text: str


def sentence(term: Term, locale: Locale) -> str:
    """The term in the reader's language, one sentence without a full stop."""
    text = _text(term)
    args = {name: _shown(locale, name, value) for name, value in term.args.items()}
    if "metres" in args:
        args["km"] = kilometres(int(str(term.args["metres"])), locale)
    if isinstance(text, str):
        return locale.text(text, **args)
    n = term.args.get("n", 1)
    nights = term.args.get("nights")
    count = len(nights) if isinstance(nights, tuple) else n if isinstance(n, int) else 1
    return locale.ntext(*text, count, **{name: value for name, value in args.items() if name != "n"})


def label(term: Term, locale: Locale) -> str:
    """The must or wish it is about, in a few words: "Common language"."""
    name = term.code.partition(".")[0]
    for codes in (Must, Criterion):
        if name in {str(one) for one in codes}:
            return locale.label(codes(name))
    return sentence(term, locale)


def open_terms(terms: Iterable[Term]) -> tuple[Term, ...]:
    """Without those that only organisers may see on the board."""
    return tuple(term for term in terms if not term.private)


def told(terms: Iterable[Term], locale: Locale) -> tuple[Told, ...]:
    """Code, points and text of what may leave the board."""
    return tuple(Told(str(term.code), term.points, sentence(term, locale)) for term in open_terms(terms))


def _text(term: Term) -> Text:
    code = str(term.code)
    if code.startswith("left."):
        return LEFT[code]
    if code.startswith("help."):
        return HELP[code]
    if term.points is not None:
        return WISHES["language.little" if code == "language" and term.args.get("little") else code]
    if not term.broken:
        return KEPT[code]
    if code == "beds" and term.args.get("n") == 0:
        return BROKEN["beds.none"]
    if code == "sharing" and not term.args.get("other"):
        return BROKEN["sharing.one"]
    return BROKEN[code]


def _shown(locale: Locale, name: str, value: object) -> object:
    """How a value is written in a sentence."""
    if name == "nights" and isinstance(value, tuple):
        return locale.listing(
            locale.date(night, "weekday_short") for night in value if isinstance(night, date)
        )
    if name == "names" and isinstance(value, tuple):
        return locale.listing(str(one) for one in value)
    if name == "language":
        return Language(str(value))
    if name == "diets" and isinstance(value, tuple):
        return locale.listing(_named(locale, Diet, str(diet)) for diet in value)
    if name == "animal":
        return _named(locale, Animal, str(value))
    return value


def _named(locale: Locale, codes: type[Code], value: str) -> str:
    """The label of a code, or the word somebody typed."""
    return locale.label(codes(value)) if value in {str(one) for one in codes} else value


def kilometres(metres: int, locale: Locale) -> str:
    """With one decimal, as on a card: "2.4"."""
    return locale.number((Decimal(metres) / 1000).quantize(Decimal("0.1")))
