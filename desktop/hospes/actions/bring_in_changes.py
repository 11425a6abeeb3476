# SPDX-License-Identifier: GPL-3.0-or-later
"""What a list adds to people the file knows: empty fields are filled, and what somebody decided to take
replaces ours.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import select

from hospes.actions.bring_in_names import Names
from hospes.actions.bring_in_rows import address_values, level_of, person_values
from hospes.actions.own import take_numbers
from hospes.domain.codes import ContactKind, MemberUnit, SeriesKind
from hospes.domain.dues import dues_year
from hospes.domain.errors import UserError
from hospes.domain.incoming import Incoming, IncomingContact, plain
from hospes.store.tables.households import Address, ContactPoint, Hosting, Household, HouseholdMember
from hospes.store.tables.members import Dues, Mandate, Membership, MembershipPeriod
from hospes.store.tables.notes import Note, OwnFieldValue, TagLink
from hospes.store.tables.organisations import Office, Organisation
from hospes.store.tables.people import Person, PersonLanguage, SourceKey
from hospes.store.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class ChangeKnown:
    """A person or organisation of the file and what the list says of it.

    `fills` and `takes` are names of facts (`incoming.facts_of`): the first are added, the second replace
    ours. `seen` is the version the list was compared with.
    """

    id: UUID
    seen: int
    who: Incoming
    fills: frozenset[str] = field(default_factory=frozenset)
    takes: frozenset[str] = field(default_factory=frozenset)


_PERSON_COLUMNS = {
    "title": "title_prefix", "second_name": "given2", "nickname": "nickname", "birth_name": "birth_surname",
    "name_suffix": "suffix", "native_name": "script_name", "sex": "gender", "birth_date": "birth",
    "birth_place": "birth_place", "language": "preferred_language", "profession": "profession",
    "interests": "interests",
}  # fmt: skip
_ADDRESS_COLUMNS = {
    "care_of": "care_of", "address_extra": "extra", "street": "street", "postcode": "postcode",
    "town": "town", "region": "region", "country": "country",
}  # fmt: skip
_MEMBER_COLUMNS = {"number": "number", "joined": "joined", "left": "left_on", "resigned": "resigned_on"}


def change_known(w: Writer, own: Organisation, names: Names, change: ChangeKnown) -> None:
    """Write one change. Raises UserError when the entry was changed since it was compared."""
    person = change.who.is_person
    row = w.must(Person, change.id) if person else w.must(Organisation, change.id)
    if row.version != change.seen:
        raise UserError(
            "Somebody changed an entry while the list was looked at. Nothing was brought in. "
            "Bring the list in again; what changed is taken into account.",
            code="changed-meanwhile",
        )
    _Change(w, own, names, change).write(row)
    names.write()


class _Change:
    def __init__(self, w: Writer, own: Organisation, names: Names, change: ChangeKnown) -> None:
        self.w = w
        self.own = own
        self.names = names
        self.who = change.who
        self.id = change.id
        self.fills = change.fills
        self.takes = change.takes
        self.said = change.fills | change.takes
        self.column = "person_id" if change.who.is_person else "organisation_id"
        self.holder: dict[str, object] = {self.column: change.id}

    def write(self, row: Person | Organisation) -> None:
        """All facts that were said."""
        if isinstance(row, Person):
            self._person(row)
            self._home()
        elif "language" in self.said:
            row.preferred_language = self.who.preferred_language
        steps: dict[str, Callable[[], None]] = {
            "languages": self._languages,
            "organisation": self._office,
            "notes": self._notes,
            "tags": self._tags,
            "membership": self._member,
        }
        for name, step in steps.items():
            if name in self.said:
                step()
        self._address()
        self._reach()
        self._membership()
        self._money()
        self._own_fields()
        self._source()

    def _person(self, row: Person) -> None:
        values = person_values(self.who)
        for name, column in _PERSON_COLUMNS.items():
            if name in self.said:
                setattr(row, column, values[column])
        if "died" in self.said:
            row.died, row.deceased = self.who.died, True
        if "name" in self.takes:
            for column in ("given", "surname_prefix", "surname", "surname2"):
                setattr(row, column, values[column])

    def _household(self) -> Household | None:
        query = (
            select(Household)
            .join(HouseholdMember, HouseholdMember.household_id == Household.id)
            .where(HouseholdMember.person_id == self.id, HouseholdMember.valid_to.is_(None))
        )
        return self.w.scalars(query).first()

    def _home(self) -> None:
        household = self._household()
        if "household" in self.takes and household is not None:
            household.name = self.who.household
        elif "household" in self.fills and household is None:
            known = self.names.household(self.who.household, self.who.address)
            home_id = known or self.w.create(Household, name=self.who.household).id
            self.w.create(HouseholdMember, household_id=home_id, person_id=self.id)
        if "can_host" not in self.said or self.who.can_host is None:
            return
        if household is None and "household" not in self.fills:
            if not self.who.can_host:
                return
            household = self.w.create(Household, name=self.who.surname or self.who.shown)
            self.w.create(HouseholdMember, household_id=household.id, person_id=self.id)
        self.w.flush()
        household = household or self._household()
        if household is not None:
            self.w.put(Hosting, {"household_id": household.id}, can_host=self.who.can_host)

    def _address(self) -> None:
        wanted = [column for name, column in _ADDRESS_COLUMNS.items() if name in self.said]
        if not wanted:
            return
        values = address_values(self.who.address)
        rows = self.w.scalars(
            select(Address).where(getattr(Address, self.column) == self.id, Address.valid_to.is_(None))
        )
        place = next(iter(rows), None)
        if place is None and self.column == "person_id":
            household = self._household()
            if household is not None:
                shared = select(Address).where(
                    Address.household_id == household.id, Address.valid_to.is_(None)
                )
                place = self.w.scalars(shared).first()
        if place is None:
            self.w.create(Address, **self.holder, **values)
            return
        for column in wanted:
            setattr(place, column, values[column])

    def _reach(self) -> None:
        for name, kinds in (
            ("phones", (ContactKind.PHONE, ContactKind.MOBILE)),
            ("emails", (ContactKind.EMAIL,)),
            ("web", (ContactKind.WEB,)),
        ):
            if name in self.said:
                self._points(name, [each for each in self.who.contacts if each.kind in kinds], kinds)

    def _points(self, name: str, contacts: list[IncomingContact], kinds: tuple[ContactKind, ...]) -> None:
        query = select(ContactPoint).where(
            getattr(ContactPoint, self.column) == self.id, ContactPoint.kind.in_(kinds)
        )
        have = list(self.w.scalars(query))
        if name in self.takes:
            keep = {plain(name, each.e164 or each.value) for each in contacts}
            for point in have:
                if plain(name, point.e164 or point.value) not in keep:
                    self.w.delete(point)
        known = {plain(name, point.e164 or point.value) for point in have}
        for at, each in enumerate(contacts):
            if plain(name, each.e164 or each.value) not in known:
                position = len(have) + at
                self.w.create(
                    ContactPoint,
                    kind=each.kind,
                    label=each.label,
                    value=each.value,
                    e164=each.e164,
                    position=position,
                    **self.holder,
                )

    def _languages(self) -> None:
        for language, level in self.who.languages:
            key = {"person_id": self.id, "language": language}
            if self.w.get(PersonLanguage, self.w.key_for(PersonLanguage, key)) is None:
                self.w.create(PersonLanguage, **key, level=level_of(level))

    def _office(self) -> None:
        self.w.create(
            Office,
            person_id=self.id,
            organisation_id=self.names.organisation(self.who.organisation),
            function=self.who.function,
            title=self.who.function_title,
        )

    def _notes(self) -> None:
        have = list(self.w.scalars(select(Note.text).where(getattr(Note, self.column) == self.id)))
        for text in self.who.notes:
            if not any(text in each for each in have):
                self.w.create(Note, on=self.w.today, text=text, **self.holder)

    def _tags(self) -> None:
        have = set(self.w.scalars(select(TagLink.tag_id).where(getattr(TagLink, self.column) == self.id)))
        for tag in dict.fromkeys(self.names.tag(tag) for tag in self.who.tags):
            if tag not in have:
                self.w.create(TagLink, tag_id=tag, **self.holder)

    # ---- membership and money ----------------------------------------------------------------------------

    def _held(self) -> Membership | None:
        m = Membership
        mine = (
            select(m)
            .where(getattr(m, self.column) == self.id, m.owner_id == self.own.id)
            .order_by(m.left_on.is_not(None))
        )
        found = self.w.scalars(mine).first()
        household = self._household() if found is None and self.column == "person_id" else None
        if household is not None:
            shared = select(m).where(m.household_id == household.id, m.owner_id == self.own.id)
            found = self.w.scalars(shared).first()
        return found

    def _member(self) -> None:
        said = self.who.membership
        if said is None:
            return
        number = said.number or take_numbers(self.w, self.own, SeriesKind.MEMBER)[0]
        held = self.w.create(
            Membership,
            owner_id=self.own.id,
            number=number,
            joined=said.joined,
            left_on=said.left_on,
            resigned_on=said.resigned_on,
            **self.holder,
        )
        self._class(held)
        self._dues(held)

    def _membership(self) -> None:
        said = self.who.membership
        if said is None or "membership" in self.said:
            return
        held = self._held()
        if held is None:
            return
        for name, column in _MEMBER_COLUMNS.items():
            if name in self.said:
                setattr(held, column, getattr(said, column))
        if "class" in self.said:
            self._class(held)
        if "dues" in self.said:
            self._dues(held)

    def _class(self, held: Membership) -> None:
        said = self.who.membership
        if said is None or not said.class_name:
            return
        unit = (
            MemberUnit.PERSON
            if held.person_id
            else MemberUnit.HOUSEHOLD
            if held.household_id
            else MemberUnit.ORGANISATION
        )
        class_id = self.names.membership_class(said.class_name, unit, said.class_dues)
        self.names.write()
        query = select(MembershipPeriod).where(
            MembershipPeriod.membership_id == held.id, MembershipPeriod.valid_to.is_(None)
        )
        period = self.w.scalars(query).first()
        if period is not None:
            period.membership_class_id = class_id
            return
        start = held.joined.first if held.joined is not None else None
        self.w.create(MembershipPeriod, membership_id=held.id, membership_class_id=class_id, valid_from=start)

    def _dues(self, held: Membership) -> None:
        said = self.who.membership
        if said is None or said.dues is None:
            return
        holder = {
            name: getattr(held, name)
            for name in ("person_id", "household_id", "organisation_id")
            if getattr(held, name) is not None
        }
        year = dues_year(self.w.today, self.own.year_start)
        d = Dues
        query = select(d).where(
            d.owner_id == self.own.id, d.year == year, *(getattr(d, n) == v for n, v in holder.items())
        )
        row = self.w.scalars(query).first()
        if row is not None:
            row.minor, row.currency = said.dues.minor, said.dues.currency
            return
        self.w.create(
            Dues,
            owner_id=self.own.id,
            year=year,
            minor=said.dues.minor,
            currency=said.dues.currency,
            **holder,
        )

    def _money(self) -> None:
        if not self.said & {"iban", "mandate"}:
            return
        mandate = self.who.mandate
        row = self.w.scalars(select(Mandate).where(getattr(Mandate, self.column) == self.id)).first()
        if row is None:
            row = self.w.create(Mandate, owner_id=self.own.id, reference="", iban="", **self.holder)
        if "iban" in self.said:
            row.iban, row.bic, row.account_name = mandate.iban, mandate.bic, mandate.account_name
        if "mandate" in self.said:
            row.reference, row.signed_on = mandate.reference, mandate.signed_on

    # ---- own fields, source ------------------------------------------------------------------------------

    def _own_fields(self) -> None:
        for name, value in self.who.own:
            if f"own:{name}" in self.said:
                field_id = self.names.own_field(name)
                self.names.write()
                self.w.put(OwnFieldValue, {"own_field_id": field_id, "person_id": self.id}, value=value)

    def _source(self) -> None:
        if not self.who.source_id:
            return
        key = SourceKey
        query = select(key.id).where(key.source == self.who.source, key.source_id == self.who.source_id)
        if self.w.scalars(query).first() is None:
            self.w.create(SourceKey, source=self.who.source, source_id=self.who.source_id, **self.holder)
