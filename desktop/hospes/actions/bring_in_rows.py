# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows that new people of a list become, gathered first and written table by table."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from hospes.actions.bring_in_names import Names
from hospes.actions.own import take_numbers
from hospes.domain.codes import AddressKind, LanguageLevel, MemberUnit, Relation, SeriesKind
from hospes.domain.dues import dues_year
from hospes.domain.incoming import Incoming, IncomingAddress, IncomingMembership
from hospes.i18n.fold import fold
from hospes.store.base import Row
from hospes.store.tables.households import Address, ContactPoint, Hosting, Household, HouseholdMember
from hospes.store.tables.members import Dues, Mandate, Membership, MembershipPeriod
from hospes.store.tables.notes import Note, OwnFieldValue, TagLink
from hospes.store.tables.organisations import Office, Organisation
from hospes.store.tables.people import Person, PersonLanguage, SourceKey
from hospes.store.writer import Writer

Values = dict[str, object]


@dataclass(slots=True)
class Home:
    """A household of the list while it is put together."""

    id: UUID
    name: str
    address: IncomingAddress
    known: bool = False
    """It was in the file before."""
    people: list[tuple[Incoming, UUID]] = field(default_factory=list)


class NewRows:
    """Rows for new people and organisations."""

    def __init__(self, w: Writer, own: Organisation, *, same_address: bool) -> None:
        self.w = w
        self.own = own
        self.same_address = same_address
        self.year = dues_year(w.today, own.year_start)
        self.names = Names(w, own)
        self.rows: dict[type[Row], list[Values]] = defaultdict(list)

    def add(self, people: Sequence[Incoming]) -> list[UUID]:
        """Gather the rows of all people; gives their ids."""
        ids = [self.w.new_id() for _ in people]
        homes = self._homes(people, ids)
        rows = list(zip(people, ids, strict=True))
        for who, row_id in rows:
            # Organisations first: people of the same list may belong to them.
            if not who.is_person:
                self._organisation(who, row_id)
        for who, row_id in rows:
            if who.is_person:
                self._person(who, row_id, homes.get(row_id))
            if who.source_id:
                holder = "person_id" if who.is_person else "organisation_id"
                self._row(SourceKey, source=who.source, source_id=who.source_id, **{holder: row_id})
        self._memberships(people, ids, homes)
        return ids

    def write(self) -> None:
        """Write all rows, those that others point to first."""
        self.names.write()
        for table, rows in self.rows.items():
            self.w.bulk_add(table, rows)
        self.rows.clear()

    def _row(self, table: type[Row], **values: object) -> None:
        # What is empty is left to the column's default: half of the values of a list, and quicker to write.
        self.rows[table].append({name: value for name, value in values.items() if value not in _EMPTY})

    # ---- households --------------------------------------------------------------------------------------

    def _homes(self, people: Sequence[Incoming], ids: Sequence[UUID]) -> dict[UUID, Home]:
        """The household of each person who has one, by the person's id."""
        groups = _groups(people, ids, same_address=self.same_address)
        found: dict[UUID, Home] = {}
        for (name, _), members in groups.items():
            address = next((who.address for who, _ in members if who.address), IncomingAddress())
            known = self.names.household(name, address)
            home = Home(known or self.w.new_id(), name, address, known is not None, members)
            if known is None:
                self._row(Household, id=home.id, name=name)
                if address:
                    self._address(address, AddressKind.HOME, household_id=home.id)
            for position, (_, person_id) in enumerate(members):
                first = position == 0 and known is None
                self._row(
                    HouseholdMember,
                    household_id=home.id,
                    person_id=person_id,
                    position=position,
                    relation=Relation.HEAD if first else Relation.OTHER,
                )
                found[person_id] = home
            said = [who.can_host for who, _ in members if who.can_host is not None]
            if said and (known is None or not self.names.has_hosting(home.id)):
                self._row(Hosting, household_id=home.id, can_host=any(said))
        return found

    # ---- people and organisations ------------------------------------------------------------------------

    def _person(self, who: Incoming, row_id: UUID, home: Home | None) -> None:
        self._row(Person, id=row_id, **person_values(who))
        at_home = home is not None and (not who.address or who.address.place_key == home.address.place_key)
        if who.address and not at_home:
            work = who.membership is None and bool(who.organisation)
            self._address(who.address, AddressKind.WORK if work else AddressKind.HOME, person_id=row_id)
        self._reach(who, person_id=row_id)
        for language, level in who.languages:
            self._row(PersonLanguage, person_id=row_id, language=language, level=level_of(level))
        if who.organisation:
            self._row(
                Office,
                person_id=row_id,
                organisation_id=self.names.organisation(who.organisation),
                function=who.function,
                title=who.function_title,
            )
        for name, value in {self.names.own_field(name): value for name, value in who.own}.items():
            self._row(OwnFieldValue, own_field_id=name, person_id=row_id, value=value)
        self._words(who, person_id=row_id)

    def _organisation(self, who: Incoming, row_id: UUID) -> None:
        self.names.new_organisation(who.organisation, row_id, who.preferred_language)
        if who.address:
            self._address(who.address, AddressKind.WORK, organisation_id=row_id)
        self._reach(who, organisation_id=row_id)
        self._words(who, organisation_id=row_id)

    def _words(self, who: Incoming, **holder: UUID) -> None:
        for tag in {self.names.tag(tag) for tag in who.tags}:
            self._row(TagLink, tag_id=tag, **holder)
        for text in who.notes:
            self._row(Note, on=self.w.today, text=text, **holder)

    def _address(self, address: IncomingAddress, kind: AddressKind, **holder: UUID) -> None:
        self._row(Address, kind=kind, **holder, **address_values(address))

    def _reach(self, who: Incoming, **holder: UUID) -> None:
        for position, contact in enumerate(who.contacts):
            self._row(
                ContactPoint,
                kind=contact.kind,
                label=contact.label,
                value=contact.value,
                e164=contact.e164,
                position=position,
                **holder,
            )

    # ---- membership and money ----------------------------------------------------------------------------

    def _memberships(self, people: Sequence[Incoming], ids: Sequence[UUID], homes: dict[UUID, Home]) -> None:
        holders: dict[object, list[tuple[Incoming, UUID]]] = {}
        for who, row_id in zip(people, ids, strict=True):
            home = homes.get(row_id)
            together = who.membership is not None and who.membership.number and home is not None
            key = (home.id, who.membership.number) if together and home and who.membership else row_id
            holders.setdefault(key, []).append((who, row_id))
        unnumbered = [
            rows
            for rows in holders.values()
            if rows[0][0].membership is not None and not rows[0][0].membership.number
        ]
        numbers = iter(
            take_numbers(self.w, self.own, SeriesKind.MEMBER, len(unnumbered)) if unnumbered else ()
        )
        for rows in holders.values():
            who, row_id = rows[0]
            if who.membership is not None:
                number = who.membership.number or next(numbers)
                shared = homes[row_id].id if len(rows) > 1 else None
                self._membership(
                    [each.membership for each, _ in rows if each.membership],
                    number,
                    holder(who, row_id, shared),
                )
        for who, row_id in zip(people, ids, strict=True):
            if who.mandate:
                self._mandate(who, holder(who, row_id, None))

    def _membership(self, said: list[IncomingMembership], number: str, held_by: dict[str, UUID]) -> None:
        first = said[0]
        membership_id = self.w.new_id()
        self._row(
            Membership,
            id=membership_id,
            owner_id=self.own.id,
            number=number,
            joined=first.joined,
            left_on=first.left_on,
            resigned_on=first.resigned_on,
            **held_by,
        )
        class_id: UUID | None = None
        if first.class_name:
            unit = _UNITS[next(iter(held_by))]
            class_id = self.names.membership_class(first.class_name, unit, first.class_dues)
            start = first.joined.first if first.joined is not None else None
            self._row(
                MembershipPeriod, membership_id=membership_id, membership_class_id=class_id, valid_from=start
            )
        dues = next((each.dues for each in said if each.dues is not None), None)
        if dues is not None and (first.left_on is None or first.left_on.year >= self.year):
            self._row(
                Dues,
                owner_id=self.own.id,
                year=self.year,
                membership_class_id=class_id,
                minor=dues.minor,
                currency=dues.currency,
                **held_by,
            )

    def _mandate(self, who: Incoming, held_by: dict[str, UUID]) -> None:
        self.rows[Mandate].append(
            {
                "owner_id": self.own.id,
                "reference": who.mandate.reference,
                "iban": who.mandate.iban,
                "bic": who.mandate.bic,
                "account_name": who.mandate.account_name,
                "signed_on": who.mandate.signed_on,
                **held_by,
            }
        )


_UNITS = {
    "person_id": MemberUnit.PERSON,
    "household_id": MemberUnit.HOUSEHOLD,
    "organisation_id": MemberUnit.ORGANISATION,
}
_EMPTY: tuple[object, ...] = (None, "")
_LEVELS = {level.value: level for level in LanguageLevel}


def level_of(text: str) -> LanguageLevel:
    """The level a list says, or conversation where it names a language only."""
    return _LEVELS.get(text, LanguageLevel.CONVERSATION)


def holder(who: Incoming, row_id: UUID, household: UUID | None) -> dict[str, UUID]:
    """The column that says whose something is, with the id."""
    if household is not None:
        return {"household_id": household}
    return {"person_id" if who.is_person else "organisation_id": row_id}


def person_values(who: Incoming) -> Values:
    """The columns of a person."""
    return {
        "title_prefix": who.title_prefix,
        "given": who.given,
        "given2": who.given2,
        "nickname": who.nickname,
        "surname_prefix": who.surname_prefix,
        "surname": who.surname,
        "surname2": who.surname2,
        "birth_surname": who.birth_surname,
        "suffix": who.suffix,
        "name_order": who.name_order,
        "script_name": who.script_name,
        "gender": who.gender,
        "birth": who.birth,
        "birth_place": who.birth_place,
        "died": who.died,
        "deceased": who.deceased,
        "preferred_language": who.preferred_language,
        "profession": who.profession,
        "interests": who.interests,
    }


def address_values(address: IncomingAddress) -> Values:
    """The columns of an address."""
    return {
        "care_of": address.care_of,
        "extra": address.extra,
        "street": address.street,
        "postcode": address.postcode,
        "town": address.town,
        "region": address.region,
        "country": address.country,
    }


Groups = dict[tuple[str, str], list[tuple[Incoming, UUID]]]


def _groups(people: Sequence[Incoming], ids: Sequence[UUID], *, same_address: bool) -> Groups:
    """People by household: those the list names, then those who share name and address, then lone hosts."""
    groups: Groups = {}
    places: dict[str, list[str]] = defaultdict(list)
    rows = [(who, row_id) for who, row_id in zip(people, ids, strict=True) if who.is_person]
    for who, row_id in rows:
        if who.household and who.address:
            key = (who.household, who.address.place_key)
            if key not in groups:
                places[who.household].append(who.address.place_key)
            groups.setdefault(key, []).append((who, row_id))
    for who, row_id in rows:
        if who.household and not who.address:
            known = places.get(who.household, [])
            groups.setdefault((who.household, known[0] if len(known) == 1 else ""), []).append((who, row_id))
    if same_address:
        _add_neighbours(groups, rows)
    grouped = {row_id for members in groups.values() for _, row_id in members}
    for who, row_id in rows:
        if who.can_host and row_id not in grouped:
            groups.setdefault((who.surname or who.shown, f"{who.address.place_key} {row_id}"), []).append(
                (who, row_id)
            )
    return groups


def _add_neighbours(groups: Groups, rows: list[tuple[Incoming, UUID]]) -> None:
    together: dict[tuple[str, str], list[tuple[Incoming, UUID]]] = defaultdict(list)
    for who, row_id in rows:
        if not who.household and who.surname and who.address.street:
            together[fold(who.surname), who.address.place_key].append((who, row_id))
    for (_, place), members in together.items():
        if len(members) > 1:
            name = " ".join(part for part in (members[0][0].surname_prefix, members[0][0].surname) if part)
            groups.setdefault((name, place), []).extend(members)
