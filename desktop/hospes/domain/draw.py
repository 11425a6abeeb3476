# SPDX-License-Identifier: GPL-3.0-or-later
"""A fair draw of places that anybody can repeat from its printed record (REQ-2-03).

How it is done, as the record explains it:

1.  Everybody who registered has a number, in the order of registration.
2.  Who belongs to a group is one party; its number is the smallest of its people, its class the best of
    theirs.
3.  The lot of a party is the SHA-256 of "seed/number", as every computer works it out. Lots are put in
    order, the smallest first.
4.  First the reserved places: class by class, in the order of the rules, the parties with somebody of that
    class get the places kept for it, by lot, as long as the whole party fits into them.
5.  Then the places that are left: class by class, by lot. A party for which too few places are left is passed
    over; a smaller one behind it may still come.
6.  Who has no place stands on the waiting list in the same order: class, then lot.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from hospes.domain.codes import Code
from hospes.domain.codes_visit import DrawResult
from hospes.domain.errors import FieldProblem
from hospes.i18n.marks import N_

LOT_SHOWN = 12
"""So many digits of a lot stand on the record: enough to check an order by eye."""


class DrawClass(Code):
    """Why somebody comes before others."""

    HOSTED_NEWCOMERS = "hosted_newcomers", N_("Hosted first-time guests before")
    LOST_LAST = "lost_last", N_("Got no place in the last draw")
    NEWCOMERS = "newcomers", N_("Have never travelled with us")
    MEMBERS = "members", N_("Members")
    OTHERS = "others", N_("Everyone else")


@dataclass(frozen=True, slots=True)
class ClassRule:
    """A class in the order of the rules, and how many places are kept for it."""

    klass: DrawClass
    reserved: int = 0


DEFAULT_RULES = (
    ClassRule(DrawClass.HOSTED_NEWCOMERS),
    ClassRule(DrawClass.LOST_LAST),
    ClassRule(DrawClass.NEWCOMERS, 8),
    ClassRule(DrawClass.MEMBERS),
    ClassRule(DrawClass.OTHERS),
)
"""As one town does it: who hosted newcomers and who lost last time come first; eight places for newcomers."""


@dataclass(frozen=True, slots=True)
class Applicant:
    """Somebody who would like a place."""

    key: str
    number: int
    """In the order of registration, from 1."""
    classes: frozenset[DrawClass]
    group: str = ""
    """Key of the people they want to come with; empty for who comes alone."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What came out for one person; in the order of the result."""

    key: str
    number: int
    party: int
    klass: DrawClass
    """The class of the party."""
    lot: str
    result: DrawResult
    rank: int
    """Place in the order of the result: among those with a place, or on the waiting list."""
    reserved: bool = False
    """Has one of the places kept for a class."""


@dataclass(frozen=True, slots=True)
class _Party:
    number: int
    people: tuple[Applicant, ...]
    place: int
    """Of its class in the rules."""
    lot: str

    @property
    def order(self) -> tuple[int, str, int]:
        return self.place, self.lot, self.number


def lot_of(seed: str, number: int) -> str:
    """The lot of a party: the SHA-256 of "seed/number" in hexadecimal digits."""
    return sha256(f"{seed}/{number}".encode()).hexdigest()


def draw(
    applicants: Iterable[Applicant], places: int, seed: str, rules: Sequence[ClassRule] = DEFAULT_RULES
) -> tuple[Drawn, ...]:
    """Draw places; the same words give the same result on every computer.

    Gives those with a place in the order they got it, then the waiting list.

    Raises:
        FieldProblem: no seed, or a negative number of places.
    """
    check_rules(places, seed, rules)
    seed = seed.strip()
    parties = sorted(_parties(applicants, seed, rules), key=lambda party: party.order)
    left = places
    placed: list[tuple[_Party, bool]] = []
    waiting = list(parties)
    for rule in rules:
        kept = min(rule.reserved, left)
        for party in _by_lot(waiting):
            size = len(party.people)
            if size <= kept and any(rule.klass in person.classes for person in party.people):
                kept -= size
                left -= size
                placed.append((party, True))
                waiting.remove(party)
    for party in list(waiting):
        if len(party.people) <= left:
            left -= len(party.people)
            placed.append((party, False))
            waiting.remove(party)
    return (
        *_told(placed, rules, DrawResult.PLACE),
        *_told([(party, False) for party in waiting], rules, DrawResult.WAITING),
    )


def check_rules(places: int, seed: str, rules: Sequence[ClassRule]) -> None:
    """Refuse what cannot be drawn. Raises FieldProblem."""
    if not seed.strip():
        raise FieldProblem(
            "seed", "The draw needs a number nobody could choose, such as the lottery numbers of a day."
        )
    if places < 0:
        raise FieldProblem("places", "There cannot be fewer than no places.")
    if any(rule.reserved < 0 for rule in rules):
        raise FieldProblem("reserved", "There cannot be fewer than no places.")


def _by_lot(parties: Iterable[_Party]) -> list[_Party]:
    return sorted(parties, key=lambda party: (party.lot, party.number))


def _parties(applicants: Iterable[Applicant], seed: str, rules: Sequence[ClassRule]) -> list[_Party]:
    place_of = {rule.klass: place for place, rule in enumerate(rules)}
    groups: dict[str, list[Applicant]] = {}
    for person in sorted(applicants, key=lambda one: one.number):
        groups.setdefault(person.group or f"alone/{person.number}", []).append(person)
    found = []
    for people in groups.values():
        number = people[0].number
        places = [place_of[one] for person in people for one in person.classes if one in place_of]
        found.append(_Party(number, tuple(people), min(places, default=len(rules)), lot_of(seed, number)))
    return found


def _told(
    parties: Sequence[tuple[_Party, bool]], rules: Sequence[ClassRule], what: DrawResult
) -> list[Drawn]:
    found: list[Drawn] = []
    for party, reserved in parties:
        klass = rules[party.place].klass if party.place < len(rules) else DrawClass.OTHERS
        for person in party.people:
            found.append(
                Drawn(
                    person.key,
                    person.number,
                    party.number,
                    klass,
                    party.lot[:LOT_SHOWN],
                    what,
                    len(found) + 1,
                    reserved,
                )
            )
    return found


def rules_to_plain(rules: Sequence[ClassRule]) -> list[dict[str, object]]:
    """Rules as they stand in the file."""
    return [{"class": rule.klass.value, "reserved": rule.reserved} for rule in rules]


def rules_from_plain(plain: object) -> tuple[ClassRule, ...]:
    """Rules from the file; what a newer Hospes wrote and this one does not know is left aside."""
    if not isinstance(plain, list):
        return DEFAULT_RULES
    known = {one.value: one for one in DrawClass}
    found = []
    for entry in plain:
        if isinstance(entry, dict) and entry.get("class") in known:
            reserved = entry.get("reserved")
            found.append(ClassRule(known[entry["class"]], reserved if isinstance(reserved, int) else 0))
    return tuple(found) or DEFAULT_RULES
