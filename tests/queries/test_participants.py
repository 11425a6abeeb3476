# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of a visit's people: chips, order, what is hidden without consent, and who could be added."""

import shutil
from datetime import date

import pytest

from hospes.actions.consents import GiveConsent
from hospes.actions.participations import (
    AddParticipants,
    CancelParticipation,
    EditParticipation,
    PutOnWaitingList,
    RegisterInterest,
)
from hospes.actions.participations_checks import AddVisitHealthNote, SetPresence, SetVisitChecks
from hospes.actions.participations_stay import MakeTravelGroup, SetStayLinks, SetStayWish, WishedPartner
from hospes.actions.people import EditPerson, SetEmergencyContact, SetGuardian
from hospes.app import App
from hospes.domain.codes import ConsentForm, ConsentPurpose, HealthKind
from hospes.domain.codes_visit import CheckKind, DelegationRole, ParticipationKind, ParticipationState
from hospes.domain.draw import DrawClass
from hospes.domain.values import RoughDate
from hospes.i18n.locale import Locale
from hospes.queries.participants import incomplete_people, visit_people
from hospes.queries.participants_add import candidates, housemates_outside, last_time
from hospes.queries.participants_detail import homes_to_wish, participant_detail
from hospes.queries.participants_draw import in_draw
from hospes.queries.participants_order import CHIPS, ORDERS, chosen, counts, ordered
from hospes.queries.search import search
from hospes.store.tables.visits import Delegation, Visit
from tests import make

LOCALE = Locale.of("en")
FIRST = date(2026, 5, 13)


@pytest.fixture
def file(small_world, tmp_path):
    path = tmp_path / "copy.hospes"
    shutil.copyfile(small_world[0], path)
    app = App.open(path, make.WHO, today=make.TODAY)
    yield app, small_world[1]
    app.close()


def people(app, world):
    return app.read(visit_people, world.visit, locale=LOCALE, today=app.today)


def row(app, world, who="guest"):
    return people(app, world).row(getattr(world, who))


def test_everybody_by_name_with_where_they_sleep(file):
    app, world = file
    found = people(app, world)
    assert [one.name.surname for one in found.rows] == ["Dubois", "Novak", "Nowak", "Nowak", "Nowak"]
    guest = found.row(world.guest)
    assert (guest.sleeps_at, guest.placed, guest.nights, guest.without_host) == (("Nowak",), 2, 4, True)
    host = found.row(world.piotr)
    assert (host.kind, host.participation_id, host.household) == (ParticipationKind.HOST, None, "Nowak")


def test_a_visit_is_read_by_few_statements_whatever_its_size(file, max_sql):
    app, world = file
    with max_sql(app, 45):
        people(app, world)


def test_chips_are_told_apart(file):
    app, world = file
    ids = {who: row(app, world, who).participation_id for who in ("guest", "double", "barbara")}
    app.run(CancelParticipation((ids["double"],)))
    app.run(PutOnWaitingList((ids["barbara"],)))
    app.run(SetPresence(world.visit, (world.guest,), app.today))
    found = people(app, world)
    numbers = counts(found.rows, app.today)
    assert numbers == {
        "all": 4, "guests": 1, "hosts": 2, "leaders": 0, "officials": 0, "interested": 0, "waiting": 1,
        "incomplete": 0, "no_host": 1, "here": 1, "gone": 1,
    }  # fmt: skip
    for chip in CHIPS:
        assert len(chosen(found.rows, chip, app.today)) == numbers[chip]
    assert [one.person_id for one in chosen(found.rows, "all", app.today, "clair")] == [world.guest]


def test_every_order_keeps_everybody(file):
    app, world = file
    found = people(app, world)
    for by in ORDERS:
        for down in (False, True):
            rows = ordered(found.rows, by, LOCALE, descending=down, today=app.today)
            assert {one.person_id for one in rows} == {one.person_id for one in found.rows}
    oldest = ordered(found.rows, "age", LOCALE, descending=True, today=app.today)
    known = [one.age for one in oldest if one.age is not None]
    assert known == sorted(known, reverse=True)


def test_allergies_are_hidden_without_consent(file):
    app, world = file
    guest = row(app, world)
    app.run(SetStayWish(guest.participation_id, {"animal_allergies": "cat", "other_allergies": "dust"}))
    hidden = row(app, world)
    assert (hidden.allergies, hidden.allergies_hidden) == ("", True)
    app.run(GiveConsent((world.guest,), ConsentPurpose.HEALTH))
    shown = row(app, world)
    assert (shown.allergies, shown.allergies_hidden) == ("cat;dust", False)


def test_what_minors_lack_and_what_takes_it_away(file):
    app, world = file
    app.run(EditPerson(world.guest, {"birth": RoughDate(2010, 3, 1)}))
    guest = row(app, world)
    assert CheckKind.CONSENT_SHEET in guest.papers
    assert set(guest.missing) == {"guardian", "emergency"}
    assert app.read(incomplete_people, world.visit, locale=LOCALE, today=app.today) == 1
    app.run(SetEmergencyContact(world.guest, "Mother", "06 1"))
    app.run(SetVisitChecks((guest.participation_id,), CheckKind.CONSENT_SHEET))
    app.run(SetGuardian(world.guest, world.dieter))
    after = row(app, world)
    assert after.missing == ()
    assert CheckKind.CONSENT_SHEET not in after.papers
    app.run(SetGuardian(world.guest, world.barbara))
    assert row(app, world).papers == (CheckKind.TRAVEL_DOCUMENT,)
    assert app.read(incomplete_people, world.visit, locale=LOCALE, today=date(2027, 1, 1)) == 0


def test_own_journey_changes_the_nights(file):
    app, world = file
    guest = row(app, world)
    days = {"arrival_on": date(2026, 5, 14), "departure_on": date(2026, 5, 16)}
    app.run(EditParticipation(guest.participation_id, days))
    assert row(app, world).nights == 2
    app.run(SetStayWish(guest.participation_id, {"hotel": True}))
    assert not row(app, world).needs_bed


def test_detail_holds_what_no_list_shows(file):
    app, world = file
    guest = row(app, world)
    app.run(
        SetStayLinks(
            guest.participation_id, (WishedPartner(world.home),), (WishedPartner(person_id=world.dieter),)
        )
    )
    app.run(
        AddVisitHealthNote(
            guest.participation_id, HealthKind.MEDICAL, "Insulin", consent_form=ConsentForm.SIGNED
        )
    )
    told = app.read(participant_detail, people(app, world), world.guest, locale=LOCALE, today=app.today)
    assert [(link.kind.value, str(getattr(link.name, "surname", link.name))) for link in told.links] == [
        ("wished", "Nowak"),
        ("refused", "Kessler"),
    ]
    assert [note.text for note in told.health] == ["Insulin"]
    later = app.read(
        participant_detail, people(app, world), world.guest, locale=LOCALE, today=date(2026, 9, 1)
    )
    assert later.health == ()
    assert search_finds(app, "Insulin") == []
    assert [home.at_this_visit for home in app.read(homes_to_wish, world.visit, LOCALE)] == [True]


def search_finds(app, words):
    return app.read(search, words, LOCALE, app.today)


def test_together_is_named_from_both_sides(file):
    app, world = file
    ids = tuple(row(app, world, who).participation_id for who in ("guest", "barbara"))
    app.run(MakeTravelGroup(ids, name="Friends"))
    assert [one.given for one in row(app, world).comes_with] == ["Barbara"]
    assert [one.given for one in row(app, world, "barbara").comes_with] == ["Claire"]


def test_candidates_say_who_is_on_the_list(file):
    app, world = file
    found = {
        one.person_id: one.inside
        for one in app.read(candidates, world.visit, "Nowak", locale=LOCALE, today=app.today)
    }
    assert found[world.barbara] is True
    assert found[world.piotr] is False
    mates = app.read(housemates_outside, world.visit, [world.barbara], locale=LOCALE, today=app.today)
    assert world.piotr in {one.person_id for one in mates}


def test_last_time_offers_who_travelled_and_is_not_on_the_list(file):
    app, world = file

    def work(w):
        visit = w.create(Visit, owner_id=world.own, first=date(2027, 5, 5), last=date(2027, 5, 9))
        w.create(
            Delegation,
            visit_id=visit.id,
            territory_id=world.partner_town,
            role=DelegationRole.VISITING,
        )
        return visit.id

    visit = make.do(app, work)
    app.run(AddParticipants(visit, (world.guest,)))
    offered = app.read(last_time, visit, locale=LOCALE, today=app.today)
    assert {one.person_id for one in offered} == {world.barbara, world.double}


def test_draw_numbers_by_registration_and_knows_the_classes(file):
    app, world = file
    interested = app.run(AddParticipants(world.visit, (world.piotr,), ParticipationState.INTERESTED)).result
    app.run(AddParticipants(world.visit, (world.dieter,)))
    app.run(AddParticipants(world.visit, (world.ola,)))
    found = app.read(in_draw, world.visit, locale=LOCALE, today=app.today)
    assert [(one.applicant.number, one.person_id) for one in found] == [(1, world.dieter), (2, world.ola)]
    assert DrawClass.MEMBERS in found[0].applicant.classes
    assert DrawClass.NEWCOMERS in found[0].applicant.classes
    app.run(RegisterInterest(interested))
    assert len(app.read(in_draw, world.visit, locale=LOCALE, today=app.today)) == 2
