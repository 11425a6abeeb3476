# SPDX-License-Identifier: GPL-3.0-or-later
"""All that is kept on one person, block by block, for the data sheet (the cover of an extract, REQ-4-10)."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from hospes.domain.codes import (
    ConsentForm,
    ConsentPurpose,
    Function,
    GuardianKind,
    HealthKind,
    LanguageLevel,
    LeavingReason,
    MandateState,
    NoteKind,
    PaymentMethod,
    PaymentPurpose,
    ReceiptKind,
    Relation,
)
from hospes.domain.codes_visit import ParticipationKind, ParticipationState
from hospes.domain.errors import UserError
from hospes.domain.names import PersonName
from hospes.domain.values import Money, RoughDate
from hospes.queries.association import base_language
from hospes.queries.paper_people import PaperPerson, paper_people
from hospes.queries.person_facts import NAME_COLUMNS, AddressLines, languages, names_of, tags
from hospes.queries.scope import ids_in
from hospes.store.selections import Picked, pick
from hospes.store.tables.events import Document
from hospes.store.tables.households import Address, Household, HouseholdMember
from hospes.store.tables.members import (
    Dues,
    Mandate,
    Membership,
    MembershipClass,
    MembershipClassText,
    MembershipPeriod,
    Payment,
    PaymentShare,
    Receipt,
)
from hospes.store.tables.notes import Note, OwnField, OwnFieldText, OwnFieldValue
from hospes.store.tables.organisations import Office, Organisation
from hospes.store.tables.people import Consent, EmergencyContact, Guardian, HealthNote, Person
from hospes.store.tables.stays import HostOffer, Placement
from hospes.store.tables.visits import Participation, Visit, VisitText


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when something held; open ends are None."""

    first: date | RoughDate | None
    last: date | RoughDate | None


@dataclass(frozen=True, slots=True)
class PersonCore:
    """What stands in the person's own row beside the name."""

    birth_place: str
    died: RoughDate | None
    profession: str
    interests: str
    preferred_language: str
    by_email: bool


@dataclass(frozen=True, slots=True)
class MembershipPast:
    """A membership with its classes."""

    number: str
    joined: RoughDate | None
    left_on: date | None
    reason: LeavingReason | None
    founding: bool
    classes: tuple[tuple[str, Span], ...]


@dataclass(frozen=True, slots=True)
class DuesYear:
    """The dues of a year."""

    year: int
    owed: Money
    paid: Money
    waived: bool


@dataclass(frozen=True, slots=True)
class VisitPast:
    """A visit somebody took part in, and at whose home they slept or whom they hosted."""

    title: str
    span: Span
    kind: ParticipationKind | None
    state: ParticipationState | None
    stayed_with: str = ""
    guests: int = 0


@dataclass(frozen=True, slots=True)
class PersonSheet:
    """All blocks of the sheet; empty ones are left out on paper."""

    person: PaperPerson
    core: PersonCore
    housemates: tuple[tuple[PersonName, Relation], ...]
    addresses: tuple[tuple[AddressLines, Span], ...]
    languages: tuple[tuple[str, LanguageLevel], ...]
    memberships: tuple[MembershipPast, ...]
    dues: tuple[DuesYear, ...]
    payments: tuple[tuple[date, Money, PaymentMethod, PaymentPurpose, str], ...]
    receipts: tuple[tuple[date, str, ReceiptKind, date | None], ...]
    mandates: tuple[tuple[str, str, date | None, MandateState], ...]
    offices: tuple[tuple[Function, str, str, Span], ...]
    consents: tuple[tuple[ConsentPurpose, date, ConsentForm, date | None], ...]
    guardians: tuple[tuple[PersonName, GuardianKind], ...]
    minors: tuple[tuple[PersonName, GuardianKind], ...]
    emergency: tuple[tuple[str, str, str], ...]
    visits: tuple[VisitPast, ...]
    notes: tuple[tuple[date, NoteKind, str], ...]
    tags: tuple[str, ...]
    own_fields: tuple[tuple[str, str], ...]
    health: tuple[tuple[HealthKind, str, date | None], ...]
    documents: tuple[tuple[date | None, str], ...]


def person_sheet(
    connection: Connection, person_id: UUID, today: date, language: str, *, with_health: bool
) -> PersonSheet:
    """Everything on one person. Raises UserError for one who is not there (any more)."""
    found = paper_people(connection, [person_id], today, language)
    if not found:
        raise UserError("This person is not in the file any more.", code="nobody")
    person = found[0]
    home = person.household.household_id if person.household else None
    read = _Reader(connection, person_id, home, base_language(language))
    whom = ids_in([person_id])
    return PersonSheet(
        person=person,
        core=read.core(),
        housemates=read.housemates(today),
        addresses=read.addresses(),
        languages=languages(connection, whom).get(person_id, ()),
        memberships=read.memberships(),
        dues=read.dues(),
        payments=read.payments(),
        receipts=read.receipts(),
        mandates=read.mandates(),
        offices=read.offices(),
        consents=read.consents(),
        guardians=read.guardians(),
        minors=read.minors(),
        emergency=read.emergency(),
        visits=read.visits(),
        notes=read.notes(),
        tags=tags(connection, whom).get(person_id, ()),
        own_fields=read.own_fields(),
        health=read.health() if with_health else (),
        documents=read.documents(),
    )


class _Reader:
    """Reads the blocks, one statement each."""

    def __init__(self, connection: Connection, person: UUID, home: UUID | None, language: str) -> None:
        self.connection, self.person, self.home, self.language = connection, person, home, language

    def _rows(self, query: Select[*tuple[Any, ...]]) -> list[Picked]:
        return list(self.connection.execute(query))

    def _mine(self, table: Any) -> ColumnElement[bool]:  # noqa: ANN401  # a table with both columns
        """Of the person, or of the household they live in."""
        own: ColumnElement[bool] = table.person_id == self.person
        return or_(own, table.household_id == self.home) if self.home else own

    def core(self) -> PersonCore:
        p = Person
        query = pick(
            p.birth_place, p.died, p.profession, p.interests, p.preferred_language, p.by_email
        ).where(p.id == self.person)  # fmt: skip
        return PersonCore(*self._rows(query)[0])

    def housemates(self, today: date) -> tuple[tuple[PersonName, Relation], ...]:
        if self.home is None:
            return ()
        from hospes.queries.scope import valid_on

        m = HouseholdMember
        query = (
            pick(m.relation, *NAME_COLUMNS)
            .join(Person, Person.id == m.person_id)
            .where(m.household_id == self.home, m.person_id != self.person, valid_on(m, today))
            .order_by(m.position, m.id)
        )
        return tuple((PersonName(*row[1:]), row[0]) for row in self._rows(query))

    def addresses(self) -> tuple[tuple[AddressLines, Span], ...]:
        a = Address
        query = (
            pick(
                a.valid_from, a.valid_to, a.id, a.person_id.is_not(None), a.kind,
                a.care_of, a.extra, a.street, a.postcode, a.town, a.region, a.country,
            )
            .where(self._mine(a))
            .order_by(a.valid_to.is_not(None), a.valid_from.desc(), a.id)
        )  # fmt: skip
        return tuple((AddressLines(*row[2:]), Span(row[0], row[1])) for row in self._rows(query))

    def memberships(self) -> tuple[MembershipPast, ...]:
        m, p, c, t = Membership, MembershipPeriod, MembershipClass, MembershipClassText
        words = (t.membership_class_id == c.id) & (t.language == self.language)
        query = (
            pick(p.membership_id, func.coalesce(t.name, c.name), p.valid_from, p.valid_to)
            .join(c, c.id == p.membership_class_id)
            .join(t, words, isouter=True)
            .join(m, m.id == p.membership_id)
            .where(self._mine(m))
            .order_by(p.valid_from)
        )
        classes: dict[UUID, list[tuple[str, Span]]] = {}
        for membership_id, name, first, last in self._rows(query):
            classes.setdefault(membership_id, []).append((name, Span(first, last)))
        held = (
            pick(m.id, m.number, m.joined, m.left_on, m.left_reason, m.founding)
            .where(self._mine(m))
            .order_by(m.joined, m.id)
        )
        return tuple(
            MembershipPast(number, joined, left_on, reason, founding, tuple(classes.get(row_id, ())))
            for row_id, number, joined, left_on, reason, founding in self._rows(held)
        )

    def dues(self) -> tuple[DuesYear, ...]:
        d, s = Dues, PaymentShare
        query = (
            pick(d.id, d.year, d.minor, d.currency, d.waived, func.coalesce(func.sum(s.minor), 0))
            .join(s, s.dues_id == d.id, isouter=True)
            .where(self._mine(d))
            .group_by(d.id)
            .order_by(d.year.desc(), d.id)
        )
        return tuple(
            DuesYear(year, Money(owed, currency), Money(paid, currency), waived)
            for _, year, owed, currency, waived, paid in self._rows(query)
        )

    def payments(self) -> tuple[tuple[date, Money, PaymentMethod, PaymentPurpose, str], ...]:
        p = Payment
        query = (
            pick(p.on, p.minor, p.currency, p.method, p.purpose, p.text)
            .where(self._mine(p))
            .order_by(p.on.desc(), p.id)
        )
        return tuple((on, Money(minor, currency), *rest) for on, minor, currency, *rest in self._rows(query))

    def receipts(self) -> tuple[tuple[date, str, ReceiptKind, date | None], ...]:
        r = Receipt
        query = pick(r.issued_on, r.number, r.kind, r.cancelled_on).where(r.person_id == self.person)
        return tuple(tuple(row) for row in self._rows(query.order_by(r.issued_on.desc(), r.id)))

    def mandates(self) -> tuple[tuple[str, str, date | None, MandateState], ...]:
        m = Mandate
        query = (
            pick(m.reference, m.iban, m.signed_on, m.state).where(self._mine(m)).order_by(m.signed_on, m.id)
        )
        return tuple(tuple(row) for row in self._rows(query))

    def offices(self) -> tuple[tuple[Function, str, str, Span], ...]:
        o = Office
        query = (
            pick(o.function, o.title, Organisation.name, o.valid_from, o.valid_to)
            .join(Organisation, Organisation.id == o.organisation_id)
            .where(o.person_id == self.person)
            .order_by(o.valid_to.is_not(None), o.valid_from.desc(), o.id)
        )
        return tuple((row[0], row[1], row[2], Span(row[3], row[4])) for row in self._rows(query))

    def consents(self) -> tuple[tuple[ConsentPurpose, date, ConsentForm, date | None], ...]:
        c = Consent
        query = pick(c.purpose, c.given_on, c.form, c.withdrawn_on).where(c.person_id == self.person)
        return tuple(tuple(row) for row in self._rows(query.order_by(c.given_on, c.purpose)))

    def guardians(self) -> tuple[tuple[PersonName, GuardianKind], ...]:
        g = Guardian
        return self._named(pick(g.guardian_id, g.kind).where(g.minor_id == self.person))

    def minors(self) -> tuple[tuple[PersonName, GuardianKind], ...]:
        g = Guardian
        return self._named(pick(g.minor_id, g.kind).where(g.guardian_id == self.person))

    def _named(self, query: Select[*tuple[Any, ...]]) -> tuple[tuple[PersonName, GuardianKind], ...]:
        rows = self._rows(query)
        names = names_of(self.connection, ids_in([row[0] for row in rows]))
        found = [(names[person_id], kind) for person_id, kind in rows if person_id in names]
        return tuple(sorted(found, key=lambda pair: (pair[0].surname, pair[0].given)))

    def emergency(self) -> tuple[tuple[str, str, str], ...]:
        e = EmergencyContact
        query = pick(e.name, e.relation, e.phone).where(e.person_id == self.person).order_by(e.position, e.id)
        return tuple(tuple(row) for row in self._rows(query))

    def visits(self) -> tuple[VisitPast, ...]:
        """Visits taken part in with where one slept, then those at which the household was host."""
        p, v = Participation, Visit
        took_part = self._rows(
            pick(p.id, v.id, v.first, v.last, p.kind, p.state)
            .join(v, v.id == p.visit_id)
            .where(p.person_id == self.person, v.binned_at.is_(None))
        )
        stayed = self._stayed([row[0] for row in took_part])
        hosted = self._hosted()
        titles = self._titles({row[1] for row in took_part} | {row[0] for row in hosted})
        found = [
            VisitPast(titles.get(visit_id, ""), Span(first, last), kind, state, stayed.get(row_id, ""))
            for row_id, visit_id, first, last, kind, state in took_part
        ]
        found += [
            VisitPast(titles.get(visit_id, ""), Span(first, last), None, None, guests=guests)
            for visit_id, first, last, guests in hosted
        ]
        return tuple(sorted(found, key=lambda one: str(one.span.first or ""), reverse=True))

    def _stayed(self, participations: list[UUID]) -> dict[UUID, str]:
        query = (
            pick(Placement.participation_id, func.min(Household.name))
            .join(HostOffer, HostOffer.id == Placement.offer_id)
            .join(Household, Household.id == HostOffer.household_id)
            .where(Placement.participation_id.in_(ids_in(participations)))
            .group_by(Placement.participation_id)
        )
        return {row[0]: row[1] for row in self._rows(query)}

    def _hosted(self) -> list[Any]:
        if self.home is None:
            return []
        guests = func.count(Placement.participation_id.distinct())
        query = (
            pick(Visit.id, Visit.first, Visit.last, guests)
            .join(HostOffer, HostOffer.visit_id == Visit.id)
            .join(Placement, Placement.offer_id == HostOffer.id)
            .where(HostOffer.household_id == self.home, Visit.binned_at.is_(None))
            .group_by(Visit.id)
        )
        return self._rows(query)

    def _titles(self, visits: set[UUID]) -> dict[UUID, str]:
        """Titles in the reader's language, else in any."""
        t = VisitText
        query = select(t.visit_id, t.language, t.title).where(t.visit_id.in_(ids_in(visits)), t.title != "")
        found: dict[UUID, str] = {}
        for visit_id, language, title in self._rows(query.order_by(t.language)):
            if language == self.language or visit_id not in found:
                found[visit_id] = title
        return found

    def notes(self) -> tuple[tuple[date, NoteKind, str], ...]:
        n = Note
        query = pick(n.on, n.kind, n.text).where(n.person_id == self.person).order_by(n.on.desc(), n.id)
        return tuple(tuple(row) for row in self._rows(query))

    def own_fields(self) -> tuple[tuple[str, str], ...]:
        f, t, v = OwnField, OwnFieldText, OwnFieldValue
        query = (
            pick(func.coalesce(t.name, f.name), v.value)
            .join(f, f.id == v.own_field_id)
            .join(t, (t.own_field_id == f.id) & (t.language == self.language), isouter=True)
            .where(v.person_id == self.person, v.value != "")
            .order_by(f.position, f.id)
        )
        return tuple(tuple(row) for row in self._rows(query))

    def health(self) -> tuple[tuple[HealthKind, str, date | None], ...]:
        h = HealthNote
        query = pick(h.kind, h.text, h.subject, h.expires_on).where(h.person_id == self.person).order_by(h.id)
        return tuple((kind, text or subject, expires) for kind, text, subject, expires in self._rows(query))

    def documents(self) -> tuple[tuple[date | None, str], ...]:
        d = Document
        query = (
            pick(d.on, d.name).where(d.person_id == self.person, d.binned_at.is_(None)).order_by(d.on, d.id)
        )
        return tuple(tuple(row) for row in self._rows(query))
