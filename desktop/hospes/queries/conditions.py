# SPDX-License-Identifier: GPL-3.0-or-later
"""Filters as SQL: each condition of `filters` on people, wherever they are listed.

Texts are compared folded, so that `place:muhlheim` finds Mühlheim: the few different values of a column are
read, folded here, and the fitting ones asked for. The state of dues comes from the one rule in `domain.dues`.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    String,
    and_,
    cast,
    exists,
    false,
    func,
    not_,
    or_,
    select,
    type_coerce,
)

from hospes.domain.ages import OF_AGE, born_before
from hospes.domain.codes import ConsentPurpose, ContactKind, LanguageLevel
from hospes.i18n.fold import fold
from hospes.queries.filters import OWN, Filter, MemberScope, Side, Term
from hospes.queries.members_memory import remembered
from hospes.queries.memberships import Ground, ever_members, members
from hospes.queries.scope import ids_in, mine, one_of, roughly_valid_on, valid_on, words_in
from hospes.queries.whole_list import dues_states
from hospes.store.search import matching
from hospes.store.selections import AnyColumn
from hospes.store.tables.households import (
    Address,
    ContactPoint,
    Hosting,
    HostingBed,
    Household,
    HouseholdMember,
)
from hospes.store.tables.members import Membership, MembershipClass, MembershipClassText, MembershipPeriod
from hospes.store.tables.notes import OwnField, OwnFieldText, OwnFieldValue, Tag, TagLink
from hospes.store.tables.organisations import Office, Organisation
from hospes.store.tables.people import Consent, Person, PersonLanguage
from hospes.store.tables.towns import Territory

Condition = ColumnElement[bool]


def people_conditions(connection: Connection, filter_: Filter, on: Ground) -> list[Condition]:
    """Conditions on `Person` for all terms of a filter but `member`, which each list reads itself."""
    asker = _Asker(connection, on)
    found = [asker.condition(term) for term in filter_.terms if term.field != "member"]
    if filter_.words:
        found.append(Person.id.in_(matching(filter_.words, "person")))
    return found


def member_condition(on: Ground, terms: Sequence[Term]) -> Condition | None:
    """Who a list is about by its `member` conditions; None where it names nobody or everybody."""
    parts = []
    for term in terms:
        scopes = [MemberScope(value) for value in term.values]
        one = or_(*(_scope(on, scope) for scope in scopes))
        parts.append(not_(one) if term.negated else one)
    return and_(*parts) if parts else None


def _scope(on: Ground, scope: MemberScope) -> Condition:
    now = and_(Person.deceased.is_(False), Person.id.in_(members(on)))
    if scope == MemberScope.NOW:
        return now
    if scope == MemberScope.FORMER:
        return and_(Person.id.in_(ever_members(on)), not_(now))
    if scope == MemberScope.EVER:
        return Person.id.in_(ever_members(on))
    return not_(Person.id.in_(ever_members(on)))


@dataclass
class _Asker:
    """Turns terms into conditions; what several terms need is read once."""

    connection: Connection
    on: Ground

    def condition(self, term: Term) -> Condition:
        ask = _Asker.own_field if term.field.startswith(OWN) else _CONDITIONS[term.field]
        found = ask(self, term)
        return not_(found) if term.negated else found

    # ---- values ----------------------------------------------------------------------------------------

    def fitting(self, column: AnyColumn, wanted: Iterable[str], *, parts: bool = False) -> list[str]:
        """The values a column really holds that fit, folded; `Ober*` fits by its beginning.

        `parts`: a value is several ones divided by semicolons.
        """
        tests = [(fold(value.removesuffix("*")), value.endswith("*")) for value in wanted]

        def fits(value: str) -> bool:
            texts = [fold(part) for part in value.split(";")] if parts else [fold(value)]
            return any(
                text == test or (open_ and text.startswith(test)) for test, open_ in tests for text in texts
            )

        values = self.connection.execute(select(column).distinct()).scalars()
        return [value for value in values if value and fits(value)]

    @cached_property
    def dues(self) -> dict[str, list[str]]:
        """Members by the state of their dues; kept, since the chip stays while somebody types."""

        def make() -> dict[str, list[str]]:
            found: dict[str, list[str]] = {}
            for person_id, state in dues_states(self.connection, self.on).items():
                found.setdefault(state.value, []).append(person_id)
            return found

        return remembered(self.connection, ("dues", self.on), None, make)

    # ---- terms -----------------------------------------------------------------------------------------

    def dues_term(self, term: Term) -> Condition:
        return one_of(Person.id, [one for value in term.values for one in self.dues.get(value, ())])

    def class_term(self, term: Term) -> Condition:
        c, words = MembershipClass, MembershipClassText
        named = select(c.id).where(one_of(c.name, self.fitting(c.name, term.values)))
        also = select(words.membership_class_id).where(
            one_of(words.name, self.fitting(words.name, term.values))
        )
        p = MembershipPeriod
        of_class = or_(p.membership_class_id.in_(named), p.membership_class_id.in_(also))
        return self._with_membership(
            Membership.id.in_(select(p.membership_id).where(of_class, valid_on(p, self.on.today)))
        )

    def _with_membership(self, condition: Condition) -> Condition:
        m, h = Membership, HouseholdMember
        ours = and_(mine(m.owner_id, self.on), condition)
        alone = select(m.person_id).where(ours, m.person_id.is_not(None))
        shared = select(h.person_id).join(m, m.household_id == h.household_id).where(ours, self._belongs())
        return or_(Person.id.in_(alone), Person.id.in_(shared))

    def _belongs(self) -> Condition:
        return valid_on(HouseholdMember, self.on.today)

    def number_term(self, term: Term) -> Condition:
        return self._with_membership(Membership.number.in_(words_in(term.values)))

    def since_term(self, term: Term) -> Condition:
        return self._with_membership(_day_condition(Membership.joined, term))

    def left_term(self, term: Term) -> Condition:
        return self._with_membership(_day_condition(Membership.left_on, term))

    def household_term(self, term: Term) -> Condition:
        names = self.fitting(Household.name, term.values)
        return self._in_households(select(Household.id).where(one_of(Household.name, names)))

    def _in_households(self, households: Select[Any]) -> Condition:
        h = HouseholdMember
        return Person.id.in_(select(h.person_id).where(self._belongs(), h.household_id.in_(households)))

    def _address(self, condition: Condition) -> Condition:
        """Living at such an address: their own one, or that of the household if they have none."""
        a = Address
        now = valid_on(a, self.on.today)
        own = select(a.person_id).where(a.person_id.is_not(None), now, condition)
        any_own = select(a.person_id).where(a.person_id.is_not(None), now)
        homes = select(a.household_id).where(a.household_id.is_not(None), now, condition)
        return or_(Person.id.in_(own), and_(self._in_households(homes), Person.id.not_in(any_own)))

    def place_term(self, term: Term) -> Condition:
        return self._address(one_of(Address.town, self.fitting(Address.town, term.values)))

    def street_term(self, term: Term) -> Condition:
        # A street without its number finds all its houses.
        values = [
            value if value[-1:].isdigit() or value.endswith("*") else f"{value}*" for value in term.values
        ]
        return self._address(one_of(Address.street, self.fitting(Address.street, values)))

    def postcode_term(self, term: Term) -> Condition:
        return self._address(
            or_(
                *(
                    Address.postcode.startswith(value.removesuffix("*"), autoescape=True)
                    for value in term.values
                )
            )
        )

    def country_term(self, term: Term) -> Condition:
        return self._address(Address.country.in_(words_in(value.upper() for value in term.values)))

    def age_term(self, term: Term) -> Condition:
        """Ages as conditions on the day of birth; who is born about a year counts by that year's end."""
        today = self.on.today
        low, high = _bounds(term)
        birth = type_coerce(Person.birth, String)
        parts: list[Condition] = [Person.birth.is_not(None)]
        if low is not None:
            parts.append(birth <= born_before(today, low).isoformat())
        if high is not None:
            parts.append(birth > born_before(today, high + 1).isoformat())
        if term.op == "=":
            parts = [Person.birth.is_not(None), or_(*(self._exact_age(birth, int(v)) for v in term.values))]
        return and_(*parts)

    def _exact_age(self, birth: ColumnElement[str], age: int) -> Condition:
        first, last = born_before(self.on.today, age + 1), born_before(self.on.today, age)
        return and_(birth > first.isoformat(), birth <= last.isoformat())

    def minor_term(self, term: Term) -> Condition:
        under = self.age_term(Term("age", (str(OF_AGE),), "<"))
        return under if term.values[0] == "yes" else not_(under)

    def born_term(self, term: Term) -> Condition:
        return _day_condition(Person.birth, term)

    def birthday_term(self, term: Term) -> Condition:
        """The month of the birthday."""
        month = cast(func.substr(type_coerce(Person.birth, String), 6, 2), Integer)
        low, high = _bounds(term)
        if term.op == "=":
            return month.in_([int(value) for value in term.values])
        return and_(month > 0, month >= (low or 0), month <= (12 if high is None else high))

    def gender_term(self, term: Term) -> Condition:
        return one_of(Person.gender, term.values)

    def lang_term(self, term: Term) -> Condition:
        """`fr` is at all, `fr:3` at least well."""
        s = PersonLanguage
        parts = []
        for value in term.values:
            code, _, level = value.partition(":")
            least = level if level in {one.value for one in LanguageLevel} else LanguageLevel.LITTLE.value
            parts.append(and_(s.language == code.lower(), type_coerce(s.level, String) >= least))
        return Person.id.in_(select(s.person_id).where(or_(*parts)))

    def tag_term(self, term: Term) -> Condition:
        named = select(Tag.id).where(one_of(Tag.name, self.fitting(Tag.name, term.values)))
        link = select(TagLink.person_id).where(TagLink.person_id.is_not(None), TagLink.tag_id.in_(named))
        return Person.id.in_(link)

    def interest_term(self, term: Term) -> Condition:
        return one_of(Person.interests, self.fitting(Person.interests, term.values, parts=True))

    def profession_term(self, term: Term) -> Condition:
        return one_of(Person.profession, self.fitting(Person.profession, term.values))

    def _in_office(self, condition: Condition) -> Condition:
        o = Office
        return Person.id.in_(select(o.person_id).where(roughly_valid_on(o, self.on.today), condition))

    def office_term(self, term: Term) -> Condition:
        return self._in_office(one_of(Office.function, term.values))

    def committee_term(self, term: Term) -> Condition:
        there = self._in_office(and_(Office.on_committee.is_(True), Office.organisation_id == self.on.owner))
        return _yes(term, there)

    def organisation_term(self, term: Term) -> Condition:
        o = Organisation
        names = self.fitting(o.name, term.values) + self.fitting(o.short_name, term.values)
        named = select(o.id).where(or_(one_of(o.name, names), one_of(o.short_name, names)))
        return self._in_office(Office.organisation_id.in_(named))

    def sector_term(self, term: Term) -> Condition:
        named = select(Organisation.id).where(one_of(Organisation.sector, term.values))
        return self._in_office(Office.organisation_id.in_(named))

    def kind_term(self, term: Term) -> Condition:
        named = select(Organisation.id).where(one_of(Organisation.kind, term.values))
        return self._in_office(Office.organisation_id.in_(named))

    def side_term(self, term: Term) -> Condition:
        """By the town of the organisations they stand for; without any, by the country of their address."""
        o, t = Organisation, Territory
        parts = []
        for value in term.values:
            home = value == Side.OURS.value
            towns = select(t.id).where(t.is_home.is_(True))
            town = o.territory_id.in_(towns) if home else o.territory_id.not_in(towns)
            stands = self._in_office(Office.organisation_id.in_(select(o.id).where(town)))
            placed = select(o.id).where(o.territory_id.is_not(None))
            none = not_(self._in_office(Office.organisation_id.in_(placed)))
            country = select(t.country).where(t.is_home.is_(True))
            near = Address.country.in_(country) | (Address.country == "")
            lives = self._address(near if home else not_(near))
            parts.append(or_(stands, and_(none, lives)))
        return or_(*parts)

    def consent_term(self, term: Term) -> Condition:
        c = Consent
        purposes = [p for p in ConsentPurpose if p.value in term.values]
        agreed = and_(
            c.purpose.in_(purposes),
            c.given_on <= self.on.today,
            or_(c.withdrawn_on.is_(None), c.withdrawn_on > self.on.today),
        )
        return Person.id.in_(select(c.person_id).where(agreed))

    def host_term(self, term: Term) -> Condition:
        able = select(Hosting.household_id).where(Hosting.can_host.is_(True))
        return _yes(term, self._in_households(able))

    def beds_term(self, term: Term) -> Condition:
        places = func.coalesce(func.sum(HostingBed.places), Hosting.max_guests, 0)
        able = (
            select(Hosting.household_id)
            .join(HostingBed, HostingBed.household_id == Hosting.household_id, isouter=True)
            .where(Hosting.can_host.is_(True))
            .group_by(Hosting.household_id)
        )
        low, high = _bounds(term)
        if term.op == "=":
            able = able.having(places.in_([int(value) for value in term.values]))
        if low is not None and term.op != "=":
            able = able.having(places >= low)
        if high is not None and term.op != "=":
            able = able.having(places <= high)
        return self._in_households(able)

    def phone_term(self, term: Term) -> Condition:
        return _yes(term, self._reached_by(ContactKind.PHONE, ContactKind.MOBILE))

    def email_term(self, term: Term) -> Condition:
        return _yes(term, self._reached_by(ContactKind.EMAIL))

    def _reached_by(self, *kinds: ContactKind) -> Condition:
        c = ContactPoint
        own = select(c.person_id).where(c.person_id.is_not(None), c.kind.in_(kinds))
        homes = select(c.household_id).where(c.household_id.is_not(None), c.kind.in_(kinds))
        return or_(Person.id.in_(own), self._in_households(homes))

    def deceased_term(self, term: Term) -> Condition:
        return _yes(term, Person.deceased.is_(True))

    def own_field(self, term: Term) -> Condition:
        f, words, v = OwnField, OwnFieldText, OwnFieldValue
        name = fold(term.field.removeprefix(OWN))
        found = self.connection.execute(
            select(f.id, f.name, words.name).join(words, words.own_field_id == f.id, isouter=True)
        )
        ids = {row[0] for row in found if name in {fold(row[1]), fold(row[2] or "")}}
        if not ids:
            return false()
        held = and_(v.own_field_id.in_(ids_in(ids)), one_of(v.value, self.fitting(v.value, term.values)))
        return exists(select(v.id).where(v.person_id == Person.id, held))


def _yes(term: Term, condition: Condition) -> Condition:
    return condition if term.values[0] == "yes" else not_(condition)


def _bounds(term: Term) -> tuple[int | None, int | None]:
    """Lowest and highest whole number that fits."""
    first = int(term.values[0])
    return {
        ">": (first + 1, None),
        ">=": (first, None),
        "<": (None, first - 1),
        "<=": (None, first),
        "..": (first, int(term.values[-1])),
    }.get(term.op, (first, first))


def _day_condition(column: AnyColumn, term: Term) -> Condition:
    """Days and rough days by their beginning: `2019` is the whole year."""
    text = type_coerce(column, String)
    known = column.is_not(None)
    value, last = term.values[0], term.values[-1]
    # All days of 2019 lie between "2019" and "2019~", since "~" stands behind figures and hyphens.
    fits = {
        ">": text > f"{value}~",
        ">=": text >= value,
        "<": text < value,
        "<=": text <= f"{value}~",
        "..": and_(text >= value, text <= f"{last}~"),
    }
    same = or_(*(and_(text >= one, text <= f"{one}~") for one in term.values))
    return and_(known, fits.get(term.op, same))


_CONDITIONS: dict[str, Callable[[_Asker, Term], Condition]] = {
    "dues": _Asker.dues_term, "class": _Asker.class_term, "number": _Asker.number_term,
    "since": _Asker.since_term, "left": _Asker.left_term, "household": _Asker.household_term,
    "place": _Asker.place_term, "postcode": _Asker.postcode_term, "street": _Asker.street_term,
    "country": _Asker.country_term, "age": _Asker.age_term, "born": _Asker.born_term,
    "birthday": _Asker.birthday_term, "gender": _Asker.gender_term, "lang": _Asker.lang_term,
    "tag": _Asker.tag_term, "interest": _Asker.interest_term, "profession": _Asker.profession_term,
    "office": _Asker.office_term, "organisation": _Asker.organisation_term, "sector": _Asker.sector_term,
    "kind": _Asker.kind_term, "side": _Asker.side_term, "consent": _Asker.consent_term,
    "beds": _Asker.beds_term, "host": _Asker.host_term, "committee": _Asker.committee_term,
    "phone": _Asker.phone_term, "email": _Asker.email_term, "minor": _Asker.minor_term,
    "deceased": _Asker.deceased_term,
}  # fmt: skip
