# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing drawn households, former members and friends in Montclair: as tuples, for there may be 100 000."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

from hospes.domain.values import RoughDate
from hospes.example import reach
from hospes.example.almanac import FROZEN
from hospes.example.base import Base
from hospes.example.draw import CLASS_OF_SIZE, Drawn, Lot
from hospes.example.money import FIRST_REMINDER
from hospes.example.names import FRENCH, JOBS
from hospes.example.people import PLACES
from hospes.example.rows import Key, Rows, Sheet
from hospes.store.founding import natural
from hospes.store.tables.households import (
    Address,
    ContactPoint,
    Hosting,
    HostingBed,
    Household,
    HouseholdMember,
)
from hospes.store.tables.members import (
    Dues,
    DuesReminder,
    Mandate,
    Membership,
    MembershipPeriod,
    Payment,
    PaymentShare,
)
from hospes.store.tables.notes import Note
from hospes.store.tables.people import Consent, Person, PersonLanguage

YEARS = (2024, 2025, 2026)
"""Dues of drawn members go back so far."""


@dataclass(frozen=True, slots=True)
class Joining:
    """When a household joined, and when and why it left."""

    year: int
    left: date | None = None
    died: bool = False


@dataclass(slots=True)
class Crowd:
    """What the drawing of households carries along."""

    rows: Rows
    made: Base
    lot: Lot
    number: int
    """The next member number."""
    line: int = 1000
    """The next telephone number; from a thousand on they have an extension."""
    hosts: list[Key] = field(default_factory=list)
    """Drawn households that can host."""
    partners: list[Key] = field(default_factory=list)
    """Drawn people of the partner town."""
    _sheets: "Sheets" = field(init=False)
    _likes: Callable[[str], str] = field(init=False)

    def __post_init__(self) -> None:
        self._sheets = Sheets(self.made.owner)
        self._likes = cache(self.rows.say.listed)

    def drain(self) -> Iterator[Sheet]:
        """The sheets filled so far; they are empty afterwards."""
        for sheet in self._sheets.all():
            if sheet.lines:
                yield sheet
                sheet.lines = []

    def household(self, size: int, *, can_host: bool, owes: bool) -> None:
        """A household of members."""
        random = self.lot.random
        # As many joined this year, in proportion, as did in the base: six of 142.
        year = FROZEN.year if random.random() < 6 / 142 else random.randint(1985, 2025)
        household = self._home(size, Joining(year), owes=owes)
        if can_host:
            self._hosting(household)
            self.hosts.append(household)

    def former(self) -> None:
        """Somebody who was a member once."""
        random = self.lot.random
        left = date(random.randint(2019, 2025), 12, 31)
        joining = Joining(random.randint(1980, 2015), left, died=random.random() < 0.4)
        self._home(1, joining, owes=False)

    def partner(self) -> None:
        """Somebody in Montclair: a guest, a friend."""
        lot = self.lot
        one = lot.person(FRENCH, lot.surname(FRENCH), lot.random.choice("fm"), lot.birthday(18, 85))
        person = self._person(one, None, 0, "fr", None)
        self._address(None, person, lot.french_street(), "Montclair-sur-Loire")
        self.partners.append(person)

    def _home(self, size: int, joining: Joining, *, owes: bool) -> Key:
        rows, lot, sheets = self.rows, self.lot, self._sheets
        people, name = lot.family(size, grown=joining.left is not None)
        town = lot.random.choices(("Rosenau", "Oberrosenau", "Seligenbach"), (8, 1, 1))[0]
        household = rows.new_id()
        sheets.household.lines.append((household, name))
        self._address(household, None, lot.street(), town)
        member_class = CLASS_OF_SIZE[size] if size > 1 or people[0].born.year < 2001 else "youth"
        keys = []
        for number, one in enumerate(people):
            key = self._person(one, household, number, "de", joining.left if joining.died else None)
            # Nobody joins before the age of fourteen.
            year = max(joining.year, one.born.year + 14)
            self._membership(
                key, household if size > 1 else None, member_class, min(year, FROZEN.year), joining
            )
            self._consents(key)
            keys.append(key)
        payer = (household, None) if size > 1 else (None, keys[0])
        self._money(payer, member_class, joining, owes=owes)
        return household

    def _address(self, household: Key | None, person: Key | None, street: str, town: str) -> None:
        place = PLACES[town]
        line = (self.rows.new_id(), household, person, street, place.postcode, town, place.country)
        self._sheets.address.lines.append(line)

    def _person(
        self, one: Drawn, household: Key | None, number: int, language: str, died: date | None
    ) -> Key:
        rows, random, sheets = self.rows, self.lot.random, self._sheets
        reachable = died is None and random.random() < 0.6
        key = rows.new_id()
        sheets.person.lines.append((
            key, one.given, one.surname, one.surname_prefix, one.surname2, one.script_name, one.latin_name,
            one.name_order, one.country, one.gender, RoughDate.of(rows.almanac.yearly(one.born)),
            language, rows.say(random.choice(JOBS)), self._likes(self.lot.likes()),
            reachable and random.random() < 0.3, died is not None,
            RoughDate.of(rows.almanac.yearly(died)) if died else None,
        ))  # fmt: skip
        if household is not None:
            relation = _RELATIONS[min(number, 2)].get(one.gender, "child")
            sheets.household_member.lines.append((rows.new_id(), household, key, relation, number))
        self._reach(key, one, number, language, reachable=reachable)
        for spoken, level in one.languages:
            sheets.language.lines.append((natural("person_language", key, spoken), key, spoken, level))
        if random.random() < 0.03:
            day = rows.almanac.day(FROZEN - timedelta(days=random.randint(1, 900)))
            sheets.note.lines.append((rows.new_id(), key, day, rows.say("note_call")))
        return key

    def _reach(self, key: Key, one: Drawn, number: int, language: str, *, reachable: bool) -> None:
        rows, points = self.rows, self._sheets.contact_point.lines
        place = PLACES["Rosenau" if language == "de" else "Montclair-sur-Loire"]
        if number == 0:
            self.line += 1
            typed = reach.landline(place.country, self.line)
            points.append((rows.new_id(), key, "phone", typed, reach.e164(typed, place.country), 0))
        if reachable:
            address = reach.email(one.given, f"{one.surname}", f"{place.domain}").replace(
                "@", f"{self.line}@"
            )
            points.append((rows.new_id(), key, "email", address, None, 1))

    def _membership(
        self, person: Key, household: Key | None, member_class: str, year: int, joining: Joining
    ) -> None:
        rows, sheets = self.rows, self._sheets
        key, moved = rows.new_id(), rows.almanac.year(year)
        left = rows.almanac.yearly(joining.left) if joining.left else None
        reason = ("died" if joining.died else "moved") if left else None
        sheets.membership.lines.append(
            (key, str(self.number), person, household, RoughDate(moved), left, reason)
        )
        self.number += 1
        held = self.made.ledger.classes[member_class]
        sheets.period.lines.append((rows.new_id(), key, held, date(moved, 1, 1), left))

    def _consents(self, person: Key) -> None:
        day = self.rows.almanac.day(date(2018, 5, 28))
        purposes = ("address", "photo_print") if self.lot.random.random() < 0.4 else ("address",)
        for purpose in purposes:
            self._sheets.consent.lines.append(
                (natural("consent", person, purpose, day), person, purpose, day)
            )

    def _hosting(self, household: Key) -> None:
        rows, random = self.rows, self.lot.random
        beds = random.choice((1, 2, 2, 2, 3))
        rows.add(
            Hosting,
            household_id=household,
            can_host=True,
            max_guests=beds,
            cats=random.random() < 0.15,
            dogs=random.random() < 0.15,
            smoking=random.choice(("no", "no", "no", "outside", None)),
            stairs=random.choice((0, 2, 6, 12, 18, None)),
            step_free=random.random() < 0.2,
            car_seats=random.choice((0, 4, 4, 5)),
            distance_m=random.randrange(200, 6000, 100),
            accepts="man;woman;couple",
            minors_ok=random.random() < 0.3,
            experienced=random.random() < 0.6,
        )
        for position in range(beds):
            rows.add(
                HostingBed, household_id=household, room=rows.say("guest"), kind="single", position=position
            )

    def _money(
        self, payer: tuple[Key | None, Key | None], member_class: str, joining: Joining, *, owes: bool
    ) -> None:
        rows, ledger, random, sheets = self.rows, self.made.ledger, self.lot.random, self._sheets
        method = random.choices(("debit", "transfer", "cash"), (6, 3, 1))[0]
        if method == "debit" and not joining.left:
            ledger.accounts += 1
            signed = rows.almanac.day(date(max(joining.year, 2014), 1, 15))
            iban = reach.iban(1_000_000_000 + 37 * ledger.accounts)
            sheets.mandate.lines.append((rows.new_id(), *payer, f"PV-{self.number}", iban, signed))
        for year in YEARS:
            if joining.year > year or (joining.left and joining.left.year < year):
                continue
            minor, moved = ledger.amount(member_class, year), rows.almanac.year(year)
            household, person = payer
            held = ledger.classes[member_class]
            dues = natural("dues", ledger.owner, person, household, None, moved, held)
            due = rows.almanac.day(date(year, 2, 28))
            sheets.dues.lines.append((dues, *payer, moved, held, minor, due))
            if owes and year == FROZEN.year:
                rows.add(DuesReminder, dues_id=dues, on=rows.almanac.day(FIRST_REMINDER))
                continue
            payment = rows.new_id()
            on = rows.almanac.day(date(year, 1, 8) + timedelta(days=random.randrange(80)))
            text = rows.say("dues_text", year=moved)
            sheets.payment.lines.append((payment, *payer, on, minor, method, text))
            sheets.share.lines.append((natural("payment_share", payment, dues), payment, dues, minor))


_RELATIONS = (
    {"f": "head", "m": "head", "n": "head"},
    {"f": "wife", "m": "husband"},
    {"f": "daughter", "m": "son"},
)


class Sheets:
    """The tables that grow with every member."""

    def __init__(self, owner: Key) -> None:
        payer = "household_id person_id"
        self.household = Sheet(Household, "id name")
        self.address = Sheet(Address, "id household_id person_id street postcode town country")
        self.person = Sheet(
            Person,
            "id given surname surname_prefix surname2 script_name latin_name name_order country gender birth "
            "preferred_language profession interests by_email deceased died",
        )
        self.household_member = Sheet(HouseholdMember, "id household_id person_id relation position")
        self.contact_point = Sheet(ContactPoint, "id person_id kind value e164 position")
        self.language = Sheet(PersonLanguage, "id person_id language level")
        self.note = Sheet(Note, "id person_id on text")
        self.consent = Sheet(Consent, "id person_id purpose given_on", text_version="2018")
        self.membership = Sheet(
            Membership, "id number person_id payer_household_id joined left_on left_reason", owner_id=owner
        )
        self.period = Sheet(MembershipPeriod, "id membership_id membership_class_id valid_from valid_to")
        self.mandate = Sheet(Mandate, f"id {payer} reference iban signed_on", owner_id=owner)
        self.dues = Sheet(Dues, f"id {payer} year membership_class_id minor due_on", owner_id=owner)
        self.payment = Sheet(Payment, f"id {payer} on minor method text", owner_id=owner)
        self.share = Sheet(PaymentShare, "id payment_id dues_id minor")

    def all(self) -> list[Sheet]:
        """All of them."""
        return list(vars(self).values())
