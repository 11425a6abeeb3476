# SPDX-License-Identifier: GPL-3.0-or-later
"""What bringing in a row would do, on plain values."""

from dataclasses import replace
from uuid import UUID

import pytest

from hospes.domain.codes import ContactKind
from hospes.domain.incoming import (
    Incoming,
    IncomingAddress,
    IncomingContact,
    IncomingMembership,
    KnownFacts,
    KnownKeys,
    facts_of,
    name_key,
)
from hospes.domain.values import RoughDate
from hospes.transfer.plan import Decision, Fate, plan


def who(
    row=2, given="Barbara", surname="Nowak", *, birth="", postcode="", email="", number="", phone="", **more
):
    contacts = []
    if email:
        contacts.append(IncomingContact(ContactKind.EMAIL, email))
    if phone:
        contacts.append(IncomingContact(ContactKind.PHONE, phone, phone))
    return Incoming(
        row=row,
        given=given,
        surname=surname,
        birth=RoughDate.parse(birth) if birth else None,
        address=IncomingAddress(postcode=postcode, town="Ulm" if postcode else ""),
        contacts=tuple(contacts),
        membership=IncomingMembership(number=number) if number else None,
        **more,
    )


class Known:
    """A file as the plan sees it."""

    def __init__(self, *people, sources=()):
        self.people = {UUID(int=n): each for n, each in enumerate(people, 1)}
        self.sources = dict(enumerate(sources, 1))

    def keys(self):
        for row_id, each in self.people.items():
            number = each.membership.number if each.membership else ""
            yield KnownKeys(
                row_id,
                True,
                name_key(each.given, each.surname),
                str(each.birth or ""),
                frozenset({each.address.postcode} - {""}),
                frozenset(each.emails),
                frozenset({number} - {""}),
                frozenset(self.sources.get(row_id.int, ())),
                name_key(f"{each.given} {each.given2}", each.surname) if each.given2 else "",
            )

    def details(self, ids):
        return {row_id: KnownFacts(row_id, 1, facts_of(self.people[row_id])) for row_id in ids}

    def plan(self, *rows):
        return plan(list(rows), self.keys(), self.details)


def fate(known, row):
    [planned] = known.plan(row).rows
    return planned


EMPTY = Known()


def test_nobody_is_known_in_a_new_file():
    assert fate(EMPTY, who()).fate is Fate.NEW


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ({"birth": "1957-03-12"}, {"birth": "1957-03-12"}),
        ({"postcode": "63512"}, {"postcode": "63512"}),
        ({"email": "b@example.org"}, {"email": "B@Example.org"}),
        ({"number": "17"}, {"number": "17"}),
    ],
)
def test_the_same_person_is_known(ours, theirs):
    planned = fate(Known(who(**ours)), who(**theirs))
    assert (planned.fate, planned.match) == (Fate.KNOWN, UUID(int=1))


@pytest.mark.parametrize("name", [("Barbara", "NOWAK"), ("barbara", "Nówak"), ("Bárbara", "Nowak")])
def test_names_are_compared_folded(name):
    assert (
        fate(Known(who(birth="1957-03-12")), who(given=name[0], surname=name[1], birth="1957-03-12")).fate
        is Fate.KNOWN
    )


@pytest.mark.parametrize("given", ["Robert", "Robert T."])
def test_a_second_first_name_may_stand_behind_the_first(given):
    known = Known(who(given="Robert", surname="Miller", number="172", birth="1962-01-28", given2="T."))
    row = who(given=given, surname="Miller", number="172", birth="1962-01-28")
    assert fate(known, row).fate is Fate.KNOWN
    assert fate(known, replace(row, membership=None)).fate is Fate.KNOWN


def test_a_name_alone_is_not_enough():
    assert fate(Known(who(birth="1957-03-12")), who(phone="+491")).fate is Fate.NEW


def test_a_shared_email_alone_never_matches():
    assert (
        fate(Known(who(email="familie@example.org")), who(given="Piotr", email="familie@example.org")).fate
        is Fate.NEW
    )


def test_empty_fields_are_filled():
    planned = fate(
        Known(who(birth="1957-03-12")), who(birth="1957-03-12", phone="+491", profession="Lehrerin")
    )
    assert planned.fate is Fate.UPDATED
    assert planned.fills == {"phones", "profession"}


def test_a_different_value_is_doubtful_with_both_shown():
    planned = fate(Known(who(birth="1957-03-12", phone="+491")), who(birth="1957-03-12", phone="+492"))
    assert planned.fate is Fate.DOUBTFUL
    assert [(d.field, d.ours, d.theirs) for d in planned.differences] == [("phones", "+491", "+492")]
    assert planned.decision is Decision.SKIP


def test_a_rougher_or_finer_day_is_no_difference():
    assert (
        fate(Known(who(birth="1957-03-12", email="a@b.de")), who(birth="1957", email="a@b.de")).fate
        is Fate.KNOWN
    )


def test_the_source_and_its_id_come_first():
    known = Known(who(given="Basia"), sources=[{("jverein", "7")}])
    planned = fate(known, who(source="jverein", source_id="7"))
    assert planned.match == UUID(int=1)
    assert fate(known, who(source="galette", source_id="7")).fate is Fate.NEW


def test_a_number_of_somebody_else_is_doubtful():
    planned = fate(Known(who(given="Paul", surname="Weiß", number="17")), who(number="17"))
    assert planned.fate is Fate.DOUBTFUL
    assert planned.reason.args == {"number": "17"}


def test_a_number_with_a_new_last_name_is_asked_about():
    planned = fate(Known(who(surname="Kowalska", number="17")), who(number="17"))
    assert (planned.fate, planned.match) == (Fate.DOUBTFUL, UUID(int=1))
    assert planned.differences[0].field == "name"


def test_father_and_son_at_one_place_are_told_apart_by_birth():
    known = Known(who(birth="1950-01-01", postcode="63512"), who(birth="1980-01-01", postcode="63512"))
    planned = fate(known, who(birth="1980-01-01", postcode="63512"))
    assert (planned.fate, planned.match) == (Fate.KNOWN, UUID(int=2))


def test_two_who_fit_alike_are_asked_about():
    known = Known(who(postcode="63512", email="a@b.de"), who(postcode="63512", email="c@d.de"))
    assert fate(known, who(postcode="63512")).fate is Fate.DOUBTFUL


def test_people_of_one_name_in_one_list_are_all_new():
    rows = [who(row=n, number=str(n), postcode="63512", birth=f"19{n:02}-01-01") for n in range(10, 40)]
    made = EMPTY.plan(*rows)
    assert made.count(Fate.NEW) == 30
    again = Known(*rows).plan(*rows)
    assert again.count(Fate.KNOWN) == 30


def test_somebody_who_stands_twice_in_the_list_is_asked_about():
    made = EMPTY.plan(who(row=2, birth="1957-03-12"), who(row=3, birth="1957-03-12"))
    assert [planned.fate for planned in made.rows] == [Fate.NEW, Fate.DOUBTFUL]
    assert made.rows[1].reason.args == {"row": 2}
    assert EMPTY.plan(who(row=2, number="1"), who(row=3, number="1", given="Paul")).count(Fate.DOUBTFUL) == 1


def test_a_household_may_share_a_number():
    made = EMPTY.plan(
        who(row=2, number="1", household="Nowak"), who(row=3, number="1", given="Piotr", household="Nowak")
    )
    assert made.count(Fate.NEW) == 2


def test_a_row_nothing_else_finds_again_is_found_by_its_content():
    first = EMPTY.plan(who()).rows[0].who
    known = Known(first, sources=[{(first.source, first.source_id)}])
    assert fate(known, who()).fate is Fate.KNOWN
    assert fate(known, who(profession="Lehrerin")).fate is Fate.NEW


def test_each_person_is_claimed_once():
    known = Known(who(postcode="63512"))
    made = known.plan(who(row=2, postcode="63512"), who(row=3, postcode="63512", birth="1957-03-12"))
    assert sorted(planned.fate for planned in made.rows) == [Fate.KNOWN, Fate.NEW]


def test_decisions():
    made = Known(who(birth="1957-03-12", phone="+491")).plan(who(birth="1957-03-12", phone="+492"))
    made.decide(2, Decision.TAKE)
    assert made.doubtful[0].decision is Decision.TAKE
    made.decide_all(Decision.ADD)
    assert made.doubtful[0].decision is Decision.ADD
