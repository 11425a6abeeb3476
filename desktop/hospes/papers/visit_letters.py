# SPDX-License-Identifier: GPL-3.0-or-later
"""What is told to a home about its guests and to a guest about the home, in words of the reader."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hospes.domain import diets
from hospes.domain.ages import OF_AGE
from hospes.domain.codes import Code, HealthKind
from hospes.domain.names import for_reader
from hospes.i18n.locale import Locale
from hospes.papers.kit.tongues import DOT
from hospes.papers.visit_paper import called, clock_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, time

    from hospes.queries.paper_visit import PaperDelegation, PaperGuest, PaperVisit
    from hospes.queries.paper_visit_care import Care, Note
    from hospes.queries.paper_visit_hosts import PaperHost
    from hospes.queries.paper_visit_programme import PaperItem


@dataclass(frozen=True, slots=True)
class CareWords:
    """What a home may know of a guest, in words: empty where there is nothing or nothing was agreed."""

    food: str = ""
    allergies: str = ""
    stairs: str = ""
    health: str = ""


def care_words(care: "Care | None", locale: Locale) -> CareWords:
    """What a guest agreed to tell. A note somebody wrote stands instead of the bare word it is about."""
    if care is None:
        return CareWords()
    written = {note.subject for note in care.notes if note.text}
    food = [*_notes(care.notes, HealthKind.DIET), *_bare(care.diet, diets.Diet, written, locale)]
    allergies = [
        *_notes(care.notes, HealthKind.ALLERGY),
        *_bare(care.animals, diets.Animal, written, locale),
        *_bare(care.other, diets.Allergen, written, locale),
        *(
            locale.text(
                "afraid of: {animals}", animals=", ".join(diets.labels(locale, care.fears, diets.Animal))
            )
            for _ in diets.parts(care.fears)[:1]
        ),
    ]
    stairs = [*_notes(care.notes, HealthKind.MOBILITY)]
    if not stairs and (care.step_free or care.max_stairs == 0):
        stairs.append(locale.text("no steps"))
    elif not stairs and care.max_stairs is not None:
        stairs.append(locale.ntext("one step at most", "{n} steps at most", care.max_stairs))
    return CareWords(
        ", ".join(food),
        ", ".join(allergies),
        ", ".join(stairs),
        ", ".join(_notes(care.notes, HealthKind.MEDICAL)),
    )


def _notes(notes: "Iterable[Note]", kind: HealthKind) -> list[str]:
    return [note.text or note.subject for note in notes if note.kind is kind and (note.text or note.subject)]


def _bare(text: str, kind: type[Code], written: set[str], locale: Locale) -> list[str]:
    left = ";".join(part for part in diets.parts(text) if part not in written)
    return diets.labels(locale, left, kind)


def animals_of(host: "PaperHost", locale: Locale) -> str:
    """The animals of a home; nothing where nobody asked."""
    found = []
    if host.cats:
        found.append(locale.label(diets.Animal.CAT))
    if host.dogs:
        found.append(locale.label(diets.Animal.DOG))
    found += diets.labels(locale, host.other_pets, diets.Animal)
    if not found and host.cats is False and host.dogs is False:
        return locale.text("No animals")
    said = ", ".join(found)
    return said[:1].upper() + said[1:]


def people_of(host: "PaperHost", visit: "PaperVisit", locale: Locale) -> str:
    """`Barbara, Piotr, Ola (15)`: who lives in a home, children with their age."""
    found = []
    for one in host.people:
        name = for_reader(one.name, locale.code)
        given = name.nickname or name.given or called(one.name, locale)
        age = one.birth.age_on(visit.first) if one.birth and visit.first else None
        young = age is not None and age < OF_AGE
        found.append(locale.text("{name} ({age})", name=given, age=age) if young else given)
    return ", ".join(found)


def adults_of(host: "PaperHost", visit: "PaperVisit", locale: Locale) -> str:
    """`Barbara and Piotr Nowak`, or the home's name where nobody is known."""
    from hospes.domain.names import joint_name

    grown = []
    for one in host.people:
        age = one.birth.age_on(visit.first) if one.birth and visit.first else None
        if age is None or age >= OF_AGE:
            grown.append(for_reader(one.name, locale.code))
    return joint_name(grown[:2], locale) if grown else host.name


def moment(day: "date | None", at: "time | None", words: str, locale: Locale) -> str:
    """`Wednesday, 13 May 2026, 17:00`."""
    parts = [locale.date(day, "weekday"), clock_words(at, None, words, locale)]
    return ", ".join(part for part in parts if part)


def arrival_of(guest: "PaperGuest", own: "PaperDelegation | None", locale: Locale) -> str:
    """When a guest comes; the hour of the delegation only where they travel on its day."""
    if own is not None and guest.arrival == own.arrival:
        return moment(guest.arrival, own.arrival_at, own.arrival_words, locale)
    return moment(guest.arrival, None, "", locale)


def departure_of(guest: "PaperGuest", own: "PaperDelegation | None", locale: Locale) -> str:
    """When a guest leaves."""
    if own is not None and guest.departure == own.departure:
        return moment(guest.departure, own.departure_at, own.departure_words, locale)
    return moment(guest.departure, None, "", locale)


def met(
    guest: "PaperGuest",
    own: "PaperDelegation | None",
    items: "Sequence[PaperItem]",
    locale: Locale,
    *,
    translated: bool = False,
) -> tuple[str, ...]:
    """Where a guest is met on the day of arrival: the first thing in the programme of that day.

    Nothing of somebody who comes on another day than the delegation: nobody waits for them at that place.
    `translated`: nothing either where the programme is not written in the reader's language.
    """
    if own is not None and own.arrival is not None and guest.arrival != own.arrival:
        return ()
    for item in items:
        if item.on == guest.arrival and item.for_guest(guest.person_id, guest.delegation_id):
            if translated and not item.has(locale.language):
                return ()
            words = item.text(locale.language)
            return tuple(part for part in (words.meeting_point or words.place, words.details) if part)
    return ()


def leaves_from(
    guest: "PaperGuest",
    own: "PaperDelegation | None",
    items: "Sequence[PaperItem]",
    locale: Locale,
    *,
    translated: bool = False,
) -> str:
    """From where a guest leaves with the delegation: the last thing in the programme of that day.

    `translated`: nothing where the programme is not written in the reader's language.
    """
    if own is not None and own.departure is not None and guest.departure != own.departure:
        return ""
    for item in reversed(items):
        if item.on == guest.departure and item.for_guest(guest.person_id, guest.delegation_id):
            if translated and not item.has(locale.language):
                return ""
            words = item.text(locale.language)
            return words.meeting_point or words.place
    return ""


def joined(*parts: str) -> str:
    """Parts of a line that there are."""
    return DOT.join(part for part in parts if part)
