# SPDX-License-Identifier: GPL-3.0-or-later
"""Who gets post: one letter for a household that likes it so, and never one for somebody who died or left.

A wrong letter hurts: a widow who gets one for her husband will not forget it (domain 2.2). Therefore this is
one rule for labels and letters alike.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from hospes.domain.addresses import address_lines
from hospes.domain.codes import LetterStyle
from hospes.domain.names import display_name, for_reader, join, joint_name
from hospes.i18n.locale import Locale
from hospes.papers.people import postal

if TYPE_CHECKING:
    from datetime import date

    from hospes.queries.paper_people import PaperPerson
    from hospes.queries.person_facts import AddressLines

OF_AGE = 18


@dataclass(frozen=True, slots=True)
class Recipient:
    """One letter: to whom, and where."""

    people: tuple["PaperPerson", ...]
    name: str
    address: "AddressLines"

    def lines(self, sender: Locale, home: str) -> tuple[str, ...]:
        """The address as the post of its country wants it."""
        return address_lines((self.name,), postal(self.address), sender, home)


@dataclass(frozen=True, slots=True)
class Mailing:
    """All letters of a run, and who gets none and why."""

    recipients: tuple[Recipient, ...]
    gone: tuple["PaperPerson", ...]  # died, or no member any more
    without_address: tuple["PaperPerson", ...]


def mailing(
    people: Sequence["PaperPerson"],
    names: Mapping[tuple[UUID, str], str],
    today: "date",
    locale: Locale,
    *,
    together: bool = True,
) -> Mailing:
    """Put letters together.

    Args:
        people: whom to write to, in order; letters keep the order of the first of each.
        names: what households want on their envelopes, by household and language.
        today: the day, for who is of age.
        locale: the sender's language, for people whose own language is not known.
        together: one letter to a household that likes it so, at the same address.
    """
    gone = [person for person in people if _gone(person)]
    here = [person for person in people if not _gone(person)]
    letters: dict[object, list[PaperPerson]] = {}
    for person in here:
        if person.address is not None and (person.address.street or person.address.town):
            letters.setdefault(_letter(person, together), []).append(person)
    lacking = [
        person
        for person in here
        if person.address is None or not (person.address.street or person.address.town)
    ]
    recipients = []
    for members in letters.values():
        address = members[0].address
        if address is not None:
            members.sort(key=lambda person: person.household.position if person.household else 0)
            recipients.append(Recipient(tuple(members), _name(members, names, today, locale), address))
    return Mailing(tuple(recipients), tuple(gone), tuple(lacking))


def _gone(person: "PaperPerson") -> bool:
    return person.deceased or (person.membership is not None and not person.membership.current)


def _letter(person: "PaperPerson", together: bool) -> object:
    """What letter somebody is on: with the household, or their own."""
    home, address = person.household, person.address
    if together and home and home.current and home.letter_style is LetterStyle.ONE and address:
        return (home.household_id, address.street, address.postcode, address.town)
    return person.id


def _name(
    members: "Sequence[PaperPerson]", names: Mapping[tuple[UUID, str], str], today: "date", locale: Locale
) -> str:
    """The first line: as the household wants it, else the family, else the adults by name."""
    reader = Locale.of(members[0].language) if members[0].language else locale
    home = members[0].household
    if len(members) > 1 and home and (wanted := names.get((home.household_id, reader.language))):
        return wanted
    adults = [person for person in members if not _is_child(person, today)]
    if len(members) > len(adults) and adults:
        surnames = {(person.name.surname_prefix, person.name.surname) for person in adults}
        if len(surnames) == 1 and adults[0].name.surname:
            return reader.ptext("address line", "The {surname} family", surname=join(*surnames.pop()))
    shown = [for_reader(person.name, reader.code) for person in adults or members]
    return joint_name(shown, reader) if len(shown) > 1 else display_name(shown[0])


def _is_child(person: "PaperPerson", today: "date") -> bool:
    age = person.birth.age_on(today) if person.birth else None
    return age is not None and age < OF_AGE
