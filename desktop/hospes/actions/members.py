# SPDX-License-Identifier: GPL-3.0-or-later
"""Members: one form for a whole household, classes over time, leaving and coming back (design 5.3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select

from hospes.actions import Action
from hospes.actions.editing import EditFact, owner_of
from hospes.actions.households import join
from hospes.actions.membership_terms import (
    class_for,
    counts_households,
    end_membership,
    end_offices,
    give_class,
    household_of,
    running,
)
from hospes.actions.own import number_is_free, own_association, take_numbers
from hospes.actions.reach import readable
from hospes.domain.codes import (
    ConsentForm,
    ConsentPurpose,
    ContactKind,
    Gender,
    LanguageLevel,
    LeavingReason,
    LetterStyle,
    NameOrder,
    Relation,
    SeriesKind,
)
from hospes.domain.countries import read_country
from hospes.domain.errors import FieldProblem, FormProblems, UserError
from hospes.domain.households import household_name
from hospes.domain.names import PersonName
from hospes.domain.phones import kind_of
from hospes.domain.values import RoughDate
from hospes.i18n.languages import normal_code
from hospes.i18n.marks import N_
from hospes.store.base import Row
from hospes.store.owners import chosen_owner
from hospes.store.tables.households import Address, ContactPoint, Hosting, Household
from hospes.store.tables.members import Membership, MembershipClass, MembershipPeriod
from hospes.store.tables.organisations import Organisation
from hospes.store.tables.people import Consent, Person, PersonLanguage
from hospes.store.writer import Writer


@dataclass(frozen=True)
class NewPerson:
    """One person of the form. `phone`, `mobile` and `email` as typed."""

    given: str
    surname: str
    title_prefix: str = ""
    surname_prefix: str = ""
    gender: Gender = Gender.UNKNOWN
    birth: RoughDate | None = None
    relation: Relation = Relation.HEAD
    member: bool = True
    phone: str = ""
    mobile: str = ""
    email: str = ""
    languages: tuple[tuple[str, LanguageLevel], ...] = ()
    name_order: NameOrder = NameOrder.GIVEN_FIRST


@dataclass(frozen=True)
class Added:
    """What was added: people in the order of the form, the numbers of those who are members."""

    people: tuple[UUID, ...]
    household: UUID | None
    numbers: tuple[str, ...]


@dataclass(frozen=True)
class AddPeople(Action):
    """Add people who live together: members, or only contacts. Gives `Added`.

    Only names are needed. An e-mail that cannot be used is left out when `keep_bad_email` is set; the window
    keeps it beside the person as typed. The address is stored once, for the household; a person alone gets a
    household too, so that somebody can move in. Without a class, members get the one that suits them together
    (`domain.membership.propose_class`); where it counts households, the household pays.
    """

    code: ClassVar[str] = "people-add"
    label: ClassVar[str] = N_("Add {person}")

    people: tuple[NewPerson, ...]
    street: str = ""
    postcode: str = ""
    town: str = ""
    country: str = ""
    joined: RoughDate | None = None
    class_id: UUID | None = None
    letter_style: LetterStyle = LetterStyle.ONE
    can_host: bool = False
    address_consent: date | None = None
    household_id: UUID | None = None
    phone: str = ""
    """The household's own."""
    consent_form: ConsentForm = ConsentForm.SIGNED

    def apply(self, w: Writer) -> Added:
        """Add people, household, address, memberships with the next numbers."""
        self._check(w)
        own = own_association(w)
        home = self._household(w)
        people = tuple(self._person(w, one, home) for one in self.people)
        joining = [row for one, row in zip(self.people, people, strict=True) if one.member]
        of_class = class_for(w, own, self.class_id, [row.birth for row in joining]) if joining else None
        w.flush()
        numbers = tuple(take_numbers(w, own, SeriesKind.MEMBER, len(joining))) if joining else ()
        for row, number in zip(joining, numbers, strict=True):
            begin(w, own, row.id, number, self.joined or RoughDate.of(w.today), of_class)
        return Added(tuple(row.id for row in people), home.id, numbers)

    def refs(self, result: object) -> dict[str, object]:
        """The first of them, and how many."""
        assert isinstance(result, Added)
        return {"person": result.people[0], "n": len(result.people), "household": result.household}

    def _check(self, w: Writer) -> None:
        problems: list[FieldProblem] = []
        if not self.people:
            problems.append(FieldProblem("given.0", "Nobody is written here yet."))
        for at, one in enumerate(self.people):
            if not (one.given.strip() or one.surname.strip()):
                problems.append(FieldProblem(f"surname.{at}", "A person needs a first or a last name."))
            if one.birth is not None and one.birth.first > w.today:
                problems.append(FieldProblem(f"birth.{at}", "This day is still to come."))
            for kind, typed in _reach(one):
                try:
                    readable(w, kind, typed)
                except FieldProblem as problem:
                    problems.append(problem.at(f"{kind.value}.{at}"))
        if self.phone.strip():
            readable(w, ContactKind.PHONE, self.phone)
        if self.country.strip():
            try:
                read_country(self.country)
            except FieldProblem as problem:
                problems.append(problem)
        if problems:
            raise FormProblems(tuple(problems))

    def _household(self, w: Writer) -> Household:
        if self.household_id is not None:
            return w.must(Household, self.household_id)
        name = household_name(
            PersonName(
                given=one.given.strip(),
                surname_prefix=one.surname_prefix.strip(),
                surname=one.surname.strip(),
            )
            for one in self.people
        )
        home = w.create(Household, name=name, letter_style=self.letter_style)
        if self.phone.strip():
            value, international = readable(w, ContactKind.PHONE, self.phone)
            kind = kind_of(international or "")
            w.create(ContactPoint, household_id=home.id, kind=kind, value=value, e164=international)
        if self.street.strip() or self.town.strip() or self.postcode.strip():
            w.create(
                Address,
                household_id=home.id,
                street=self.street.strip(),
                postcode=self.postcode.strip(),
                town=self.town.strip(),
                country=read_country(self.country) if self.country.strip() else "",
            )
        if self.can_host:
            w.create(Hosting, household_id=home.id, can_host=True)
        return home

    def _person(self, w: Writer, one: NewPerson, home: Household) -> Person:
        row = w.create(
            Person,
            title_prefix=one.title_prefix.strip(),
            given=one.given.strip(),
            surname_prefix=one.surname_prefix.strip(),
            surname=one.surname.strip(),
            name_order=one.name_order,
            gender=one.gender,
            birth=one.birth,
        )
        join(w, home.id, row.id, one.relation, None)
        w.flush()  # the next one asks for the last position
        for position, (kind, typed) in enumerate(_reach(one)):
            value, international = readable(w, kind, typed)
            w.create(
                ContactPoint, person_id=row.id, kind=kind, value=value, e164=international, position=position
            )
        for language, level in one.languages:
            w.put(PersonLanguage, {"person_id": row.id, "language": normal_code(language)}, level=level)
        if self.address_consent is not None:
            keys = {"person_id": row.id, "purpose": ConsentPurpose.ADDRESS, "given_on": self.address_consent}
            w.put(Consent, keys, form=self.consent_form)
        return row


def _reach(one: NewPerson) -> list[tuple[ContactKind, str]]:
    typed = (
        (ContactKind.PHONE, one.phone),
        (ContactKind.MOBILE, one.mobile),
        (ContactKind.EMAIL, one.email),
    )
    return [(kind, text.strip()) for kind, text in typed if text.strip()]


def begin(
    w: Writer,
    own: Organisation,
    person_id: UUID,
    number: str,
    joined: RoughDate,
    of_class: MembershipClass | None,
) -> Membership:
    """A membership of a person, with its first period; a class for households makes the household pay."""
    payer = household_of(w, person_id, w.today) if counts_households(of_class) else None
    row = w.create(
        Membership,
        owner_id=own.id,
        number=number,
        person_id=person_id,
        joined=joined,
        payer_household_id=payer,
    )
    if of_class is not None:
        w.create(
            MembershipPeriod,
            membership_id=row.id,
            membership_class_id=of_class.id,
            valid_from=joined.exact,
        )
    return row


@dataclass(frozen=True)
class BecomeMembers(Action):
    """People who are in the file already become members, or come back. Gives their numbers."""

    code: ClassVar[str] = "membership-begin"
    label: ClassVar[str] = N_("{person} becomes a member")

    person_ids: tuple[UUID, ...]
    joined: RoughDate | None = None
    class_id: UUID | None = None

    def apply(self, w: Writer) -> tuple[str, ...]:
        """Begin a membership for each; a number somebody had before is given again."""
        if not self.person_ids:
            raise UserError("Nobody is chosen.", code="nobody")
        own = own_association(w)
        numbers: list[str] = []
        for person_id in self.person_ids:
            person = w.must(Person, person_id)
            if person.deceased:
                raise UserError("Somebody who has died cannot become a member.", code="deceased")
            mine = select(Membership).where(Membership.person_id == person_id, Membership.owner_id == own.id)
            earlier = list(w.scalars(mine.order_by(Membership.id)))
            if any(one.left_on is None or one.left_on > w.today for one in earlier):
                raise UserError("This person is a member already.", code="member-already")
            number = earlier[-1].number if earlier and earlier[-1].number else ""
            if not number:
                number = take_numbers(w, own, SeriesKind.MEMBER)[0]
            of_class = class_for(w, own, self.class_id, [person.birth])
            begin(w, own, person_id, number, self.joined or RoughDate.of(w.today), of_class)
            numbers.append(number)
        return tuple(numbers)

    def refs(self, result: object) -> dict[str, object]:
        """The first, and how many."""
        return {"person": self.person_ids[0], "n": len(self.person_ids)}


@dataclass(frozen=True)
class EditMembership(EditFact):
    """Correct a membership: number, the day of joining, whether somebody founded the association."""

    code: ClassVar[str] = "membership-edit"
    label: ClassVar[str] = N_("Change the membership of {owner}")
    table: ClassVar[type[Row]] = Membership
    fields: ClassVar[frozenset[str]] = frozenset({
        "number", "joined", "founding", "left_on", "left_reason", "resigned_on", "payer_person_id",
        "payer_household_id", "payer_organisation_id",
    })  # fmt: skip

    def checked(self, w: Writer, row: Row) -> Mapping[str, object]:
        """A number belongs to one member. An end before the beginning is kept and asked about."""
        assert isinstance(row, Membership)
        values = dict(self.values)
        number = str(values.get("number", row.number)).strip()
        if number != row.number and number and not number_is_free(w, own_association(w), number, row.id):
            raise FieldProblem("number", "This number is taken by somebody else.")
        return values


@dataclass(frozen=True)
class ChangeClass(Action):
    """A member has another class from a day on; what was before stays known."""

    code: ClassVar[str] = "membership-class"
    label: ClassVar[str] = N_("Change the class of {owner}")

    membership_id: UUID
    class_id: UUID
    on: date | None = None

    def apply(self, w: Writer) -> UUID | None:
        """End the running period, begin the new one; without a day the running one is corrected."""
        membership = w.must(Membership, self.membership_id)
        give_class(w, membership, w.must(MembershipClass, self.class_id), self.on)
        return owner_of(membership)

    def refs(self, result: object) -> dict[str, object]:
        """Whose."""
        return {"owner": result, "membership": self.membership_id}


@dataclass(frozen=True)
class HasLeft(Action):
    """Members leave, on a day and for a reason; everything about them stays (design 5.4).

    `on` is the first day on which they are no longer members, also one to come ("to the end of the year").
    Their offices in our association end with it.
    """

    code: ClassVar[str] = "membership-left"
    label: ClassVar[str] = N_("{person} leaves the association")

    person_ids: tuple[UUID, ...]
    on: date | None = None
    reason: LeavingReason = LeavingReason.RESIGNED

    def apply(self, w: Writer) -> int:
        """End their running memberships. Gives how many."""
        day = self.on or w.today
        ended = 0
        for person_id in self.person_ids:
            owner = chosen_owner(w.connection())
            for membership in running(w, person_id, min(day, w.today)):
                if owner is not None and membership.owner_id != owner:
                    continue  # they stay members of another association under the umbrella
                if membership.joined is not None and day < membership.joined.first:
                    raise FieldProblem("left_on", "This is before the membership began.")
                end_membership(w, membership, day, self.reason)
                if self.reason == LeavingReason.RESIGNED:
                    membership.resigned_on = w.today
                ended += 1
            end_offices(w, person_id, day - timedelta(days=1), only_ours=True)
        if not ended:
            raise UserError("This person is not a member.", code="not-a-member")
        return ended

    def refs(self, result: object) -> dict[str, object]:
        """The first, and how many."""
        return {"person": self.person_ids[0], "n": len(self.person_ids)}
