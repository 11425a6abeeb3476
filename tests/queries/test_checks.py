# SPDX-License-Identifier: GPL-3.0-or-later
"""House rules: each finds what it is for, names it, and is silent on a sound file."""

import importlib
import pkgutil
from datetime import date

import pytest
from sqlalchemy import select

from hospes.domain.codes_visit import OfferState, ParticipationState
from hospes.domain.values import RoughDate
from hospes.i18n.locale import Locale
from hospes.queries import checks
from hospes.queries.checks import check_rules
from hospes.queries.hosting_needs import somebody_in
from hospes.queries.names import names
from hospes.store.tables.households import Address, HouseholdMember
from hospes.store.tables.members import Dues, Membership, Payment, PaymentShare, Receipt
from hospes.store.tables.organisations import Organisation
from hospes.store.tables.people import Person
from hospes.store.tables.stays import Bed, HostOffer, OfferNight, Placement, Room
from hospes.store.tables.visits import Participation, Visit
from tests.store.world import DAY, do, family, founded


@pytest.fixture
def app(tmp_path):
    app = founded(tmp_path / "a.hospes")
    yield app
    app.close()


def own(w):
    return w.scalars(select(Organisation).where(Organisation.is_own.is_(True))).one().id


def findings(app):
    found = app.read(check_rules, DAY)
    called = app.read(names, {one.id for one in found}, "en")
    locale = Locale.of("en")
    said = [locale.text(one.msgid, name=called[one.id].text, **one.args) for one in found]
    return [one.code for one in found], said, [one.error for one in found]


def members(w, **more):
    _, (anna, otto) = family(w, "Meier", "Anna", "Otto")
    for number, person in enumerate((anna, otto), 1):
        w.create(Membership, owner_id=own(w), number=str(number), person_id=person, joined=RoughDate(2000))
    return anna, otto


def test_a_sound_file_has_no_findings(app):
    do(app, members)
    assert findings(app) == ([], [], [])


def test_who_has_the_number_of_somebody_else_can_be_opened(app):
    anna, otto = do(app, members)
    do(app, lambda w: setattr(membership_of(w, anna), "number", "2"))
    found = app.read(check_rules, DAY)
    assert {(one.code, one.kind, one.id) for one in found} == {
        ("number-twice", "person", anna),
        ("number-twice", "person", otto),
    }


def membership_of(w, person):
    return w.scalars(select(Membership).where(Membership.person_id == person)).one()


BREAKING = {
    "number-twice": (True, lambda w, a, o: setattr(membership_of(w, a), "number", "2")),
    "holder-gone": (True, lambda w, a, o: setattr(w.get(Person, a), "merged_into", o)),
    "member-died": (False, lambda w, a, o: setattr(w.get(Person, a), "deceased", True)),
    "birth-odd": (False, lambda w, a, o: setattr(w.get(Person, a), "birth", RoughDate(2027))),
    "birth-odd ": (False, lambda w, a, o: setattr(w.get(Person, a), "birth", RoughDate(1899))),
    "dates-reversed": (False, lambda w, a, o: setattr(membership_of(w, a), "left_on", date(1999, 1, 1))),
}


@pytest.mark.parametrize("code", BREAKING)
def test_members(app, code):
    error, work = BREAKING[code]
    anna, otto = do(app, members)
    do(app, lambda w: work(w, anna, otto))
    codes, said, errors = findings(app)
    assert set(codes) == {code.strip()}
    assert set(errors) == {error}
    assert any("Anna Meier" in one or one.startswith("1") for one in said)


def test_the_bin_is_no_fault(app):
    anna, _ = do(app, members)
    do(app, lambda w: setattr(w.get(Person, anna), "binned_at", DAY))
    assert findings(app)[0] == []


def test_somebody_who_left_or_died_long_ago_is_no_finding(app):
    anna, otto = do(app, members)

    def leave(w):
        membership_of(w, anna).left_on = date(2020, 12, 31)
        w.get(Person, anna).deceased = True
        w.get(Person, anna).birth = RoughDate(1850)
        membership_of(w, otto).left_on = date(2020, 12, 31)
        w.get(Person, otto).binned_at = DAY

    do(app, leave)
    assert findings(app)[0] == []


def test_days_in_the_wrong_order(app):
    anna, otto = do(app, members)

    def turn(w):
        link = w.scalars(select(HouseholdMember).where(HouseholdMember.person_id == anna)).one()
        link.valid_from, link.valid_to = date(2020, 1, 1), date(2019, 1, 1)
        w.create(Address, person_id=otto, town="X", valid_from=date(2020, 1, 2), valid_to=date(2020, 1, 1))
        visit = w.create(Visit, owner_id=own(w), first=date(2026, 5, 17), last=date(2026, 5, 13))
        w.create(
            Participation,
            visit_id=visit.id,
            person_id=anna,
            arrival_on=date(2026, 5, 17),
            departure_on=date(2026, 5, 13),
        )

    do(app, turn)
    codes, said, errors = findings(app)
    assert codes == ["dates-reversed"] * 4
    assert not any(errors)
    assert "Otto Meier: an address ends before it begins." in said
    assert "Anna Meier: departs before arriving." in said


def test_a_receipt_number_given_twice(app):
    def add(w):
        for number in ("2026-1", "2026-2", "2026-1"):
            w.create(Receipt, owner_id=own(w), number=number, issued_on=DAY)

    do(app, add)
    codes, said, errors = findings(app)
    assert codes == ["receipt-twice"] * 2
    assert errors == [True, True]
    assert said == ["Receipt 2026-1 was given twice."] * 2


@pytest.mark.parametrize(("used", "found"), [(3500, []), (3501, ["payment-overused"])])
def test_a_payment_used_for_more_than_was_paid(app, used, found):
    def add(w):
        anna, _ = members(w)
        dues = w.create(Dues, owner_id=own(w), person_id=anna, year=2026, minor=5000)
        paid = w.create(Payment, owner_id=own(w), person_id=anna, on=DAY, minor=3500)
        w.create(PaymentShare, payment_id=paid.id, dues_id=dues.id, minor=used)

    do(app, add)
    assert findings(app)[0] == found


@pytest.mark.parametrize(
    ("places", "reason", "found"), [(2, "", []), (1, "", ["home-overfull"]), (1, "sofa", [])]
)
def test_more_guests_than_places(app, places, reason, found):
    def add(w):
        home, _hosts = family(w, "Nowak", "Barbara")
        _, guests = family(w, "Petit", "Gérard", "Sylvie")
        visit = w.create(Visit, owner_id=own(w), first=date(2026, 5, 13), last=date(2026, 5, 17))
        offer = w.create(HostOffer, visit_id=visit.id, household_id=home, state=OfferState.YES)
        w.create(OfferNight, offer_id=offer.id, night=date(2026, 5, 13))
        room = w.create(Room, offer_id=offer.id)
        w.create(Bed, room_id=room.id, places=places)
        for guest in guests:
            part = w.create(
                Participation,
                visit_id=visit.id,
                person_id=guest,
                state=ParticipationState.CONFIRMED,
                departure_on=date(2026, 5, 14),
            )
            w.create(
                Placement,
                participation_id=part.id,
                night=date(2026, 5, 13),
                offer_id=offer.id,
                override_reason=reason,
            )

    do(app, add)
    codes, said, _errors = findings(app)
    assert codes == found
    if found:
        assert said == ["Nowak: 2 guests on 13/05/2026, and places for 1."]
        where = app.read(lambda c: c.execute(select(HostOffer.visit_id, HostOffer.household_id)).one())
        placed = app.read(lambda c: set(c.scalars(select(Placement.participation_id))))
        assert app.read(somebody_in, *where) in placed, "one of them leads to the home on the board"


def test_every_rule_is_listed():
    made = set()
    for info in pkgutil.iter_modules(checks.__path__):
        module = importlib.import_module(f"{checks.__name__}.{info.name}")
        for name, thing in vars(module).items():
            if (
                callable(thing)
                and getattr(thing, "__module__", "") == module.__name__
                and not name.startswith("_")
            ):
                made.add(f"{info.name}.{name}")
    assert made == set(checks.RULES)
