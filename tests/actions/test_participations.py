# SPDX-License-Identifier: GPL-3.0-or-later
"""Registration, waiting list, groups, papers, health notes and the draw, as organisers notice them."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from hospes.actions.members import NewPerson
from hospes.actions.participations import (
    AddNewParticipant,
    AddParticipants,
    CancelParticipation,
    Confirm,
    EditParticipation,
    MoveUp,
    NoShow,
    PutOnWaitingList,
    Register,
    RemoveParticipants,
)
from hospes.actions.participations_checks import AddVisitHealthNote, SetPresence, SetVisitChecks
from hospes.actions.participations_draw import ApplyDraw
from hospes.actions.participations_stay import (
    LeaveTravelGroup,
    MakeTravelGroup,
    SetStayLinks,
    SetStayWish,
    WishedPartner,
)
from hospes.actions.people import HasDied
from hospes.domain.codes import ConsentForm, HealthKind
from hospes.domain.codes_visit import CheckKind, ParticipationState, PresenceState
from hospes.domain.draw import DrawClass
from hospes.domain.errors import FieldProblem, UserError
from hospes.i18n.locale import Locale
from hospes.queries.participants_draw import draw_record, draws_of, in_draw, places_of
from hospes.store.tables.participants import Presence
from hospes.store.tables.people import HealthNote
from hospes.store.tables.stays import Placement, StayLink, StayWish
from hospes.store.tables.visits import Participation, TravelGroup, Visit
from tests import make

S = ParticipationState


def parts(app, world, *names):
    """Participations of the small world, by what the people are called there."""
    query = select(Participation.person_id, Participation.id).where(Participation.visit_id == world.visit)
    found = dict(app.read(lambda c: c.execute(query).all()))
    return tuple(found[getattr(world, name)] for name in names)


LOCALE = Locale("en")


def row(app, part):
    query = select(
        Participation.state,
        Participation.waiting_rank,
        Participation.interested_at,
        Participation.registered_at,
        Participation.cancelled_on,
        Participation.first_visit,
        Participation.travel_group_id,
    ).where(Participation.id == part)
    return app.read(lambda c: c.execute(query).one())


def count(app, table):
    return len(app.read(lambda c: c.execute(select(table.id)).all()))


def test_from_interest_to_registration_both_moments_stay(app, world):
    (part,) = app.run(AddParticipants(world.visit, (world.dieter,), S.INTERESTED)).result
    assert row(app, part).interested_at is not None
    assert row(app, part).registered_at is None
    app.run(Register((part,)))
    now = row(app, part)
    assert now.state is S.REGISTERED
    assert now.interested_at is not None
    assert now.registered_at is not None


def test_who_is_added_twice_stays_as_they_are(app, world):
    (part,) = parts(app, world, "guest")
    app.run(AddParticipants(world.visit, (world.guest, world.dieter), S.INTERESTED))
    assert row(app, part).state is S.CONFIRMED


def test_newcomers_are_known_as_such(app, world):
    (part,) = app.run(AddParticipants(world.visit, (world.dieter,))).result
    assert row(app, part).first_visit is True


def test_nobody_who_has_died_is_added(app, world):
    app.run(HasDied(world.dieter))
    with pytest.raises(UserError) as refused:
        app.run(AddParticipants(world.visit, (world.dieter,)))
    assert refused.value.code == "deceased"


def test_what_stays_the_same_is_offered_again_but_no_allergy(app, world):
    (part,) = parts(app, world, "guest")
    app.run(
        SetStayWish(part, {"max_stairs": 4, "animal_allergies": "cat", "consent_host": True, "sofa_ok": True})
    )
    other = make.do(app, lambda w: w.create(Visit, owner_id=world.own, first=date(2027, 5, 5)).id)
    (again,) = app.run(AddParticipants(other, (world.guest,))).result
    query = select(
        StayWish.max_stairs, StayWish.sofa_ok, StayWish.animal_allergies, StayWish.diet, StayWish.consent_host
    ).where(StayWish.participation_id == again)
    assert app.read(lambda c: c.execute(query).one()) == (4, True, "", "", None)
    assert row(app, again).first_visit is False


def test_a_new_person_is_written_in_and_takes_part(app, world):
    part = app.run(
        AddNewParticipant(world.visit, NewPerson("Odile", "Blanchard", member=False), "Montclair", "FR")
    ).result
    assert row(app, part).state is S.REGISTERED
    app.undo()
    assert app.read(lambda c: c.execute(select(Participation.id).where(Participation.id == part)).all()) == []


def test_cancelling_keeps_the_day_and_the_bed(app, world):
    (part,) = parts(app, world, "guest")
    beds = count(app, Placement)
    app.run(CancelParticipation((part,), date(2026, 4, 20)))
    assert row(app, part).cancelled_on == date(2026, 4, 20)
    assert count(app, Placement) == beds
    app.run(Confirm((part,)))
    assert row(app, part).cancelled_on is None


def test_nobody_cancels_in_the_future(app, world):
    with pytest.raises(FieldProblem):
        app.run(CancelParticipation(parts(app, world, "guest"), date(2026, 4, 28)))


def test_waiting_list_has_no_gaps_and_moves_up_by_hand(app, world):
    ids = parts(app, world, "guest", "double", "barbara")
    for part in ids:
        app.run(PutOnWaitingList((part,)))
    assert [row(app, part).waiting_rank for part in ids] == [1, 2, 3]
    app.run(MoveUp(ids[:1]))
    assert [row(app, part).waiting_rank for part in ids] == [None, 1, 2]
    assert row(app, ids[0]).state is S.CONFIRMED
    with pytest.raises(UserError):
        app.run(MoveUp(ids[:1]))


def test_free_places_go_to_the_next_party_that_fits(app, world):
    ids = parts(app, world, "guest", "double", "barbara")
    app.run(PutOnWaitingList(ids[:1]))
    app.run(PutOnWaitingList(ids[1:]))
    app.run(MakeTravelGroup(ids[:2]))

    def with_places(n):
        def work(w):
            w.must(Visit, world.visit).expected_guests = n

        make.do(app, work)
        return app.read(places_of, world.visit).next_up()

    assert with_places(0) == ()
    assert with_places(1) == (ids[2],)
    assert with_places(2) == ids[:2]


def test_no_show_is_a_state_of_its_own(app, world):
    (part,) = parts(app, world, "guest")
    app.run(NoShow((part,)))
    assert row(app, part).state is S.NO_SHOW


def test_taking_off_the_list_takes_wishes_and_beds_along(app, world):
    (part,) = parts(app, world, "guest")
    app.run(MakeTravelGroup(parts(app, world, "guest", "double")))
    app.run(RemoveParticipants((part,)))
    query = select(Placement.id).where(Placement.participation_id == part)
    assert app.read(lambda c: c.execute(query).all()) == []
    assert count(app, TravelGroup) == 0
    assert row(app, parts(app, world, "double")[0]).travel_group_id is None


def test_nobody_leaves_before_they_come(app, world):
    (part,) = parts(app, world, "guest")
    app.run(EditParticipation(part, {"arrival_on": date(2026, 5, 14)}))
    with pytest.raises(FieldProblem) as refused:
        app.run(EditParticipation(part, {"departure_on": date(2026, 5, 13)}))
    assert refused.value.field == "departure_on"


def test_groups_are_joined_and_dissolve_by_themselves(app, world):
    guest, double, barbara = parts(app, world, "guest", "double", "barbara")
    group = app.run(MakeTravelGroup((guest, double), name="Dubois")).result
    app.run(MakeTravelGroup((barbara,), group_id=group))
    assert row(app, barbara).travel_group_id == group
    app.run(LeaveTravelGroup((guest, double)))
    assert row(app, barbara).travel_group_id is None
    assert count(app, TravelGroup) == 0


def test_wishes_keep_their_order_and_refusals_apart(app, world):
    (part,) = parts(app, world, "guest")
    home, dieter = WishedPartner(world.home), WishedPartner(person_id=world.dieter)
    app.run(SetStayLinks(part, (dieter, home)))
    app.run(SetStayLinks(part, (home, dieter)))
    query = select(StayLink.wanted_household_id, StayLink.kind).order_by(StayLink.rank)
    assert [one[0] for one in app.read(lambda c: c.execute(query).all())] == [world.home, None]
    with pytest.raises(UserError):
        app.run(SetStayLinks(part, (home,), (home,)))
    app.run(SetStayLinks(part))
    assert count(app, StayLink) == 0


def test_diets_are_kept_as_codes(app, world):
    (part,) = parts(app, world, "guest")
    app.run(SetStayWish(part, {"diet": " vegan ; nut;vegan"}))
    query = select(StayWish.diet).where(StayWish.participation_id == part)
    assert app.read(lambda c: c.execute(query).scalar()) == "vegan;nut"


def test_health_notes_need_consent_and_end_after_the_visit(app, world):
    (part,) = parts(app, world, "guest")
    with pytest.raises(UserError) as refused:
        app.run(AddVisitHealthNote(part, HealthKind.MEDICAL, "Insulin"))
    assert refused.value.code == "no-consent"
    app.run(AddVisitHealthNote(part, HealthKind.MEDICAL, "Insulin", consent_form=ConsentForm.EMAIL))
    query = select(HealthNote.expires_on, HealthNote.visit_id).where(HealthNote.person_id == world.guest)
    expected = date(2026, 5, 17) + timedelta(days=60)
    assert app.read(lambda c: c.execute(query).one()) == (expected, world.visit)
    app.run(AddVisitHealthNote(part, HealthKind.DIET, subject="vegan"))


def test_a_paper_is_never_seen_tomorrow(app, world):
    ids = parts(app, world, "guest")
    with pytest.raises(FieldProblem):
        app.run(SetVisitChecks(ids, CheckKind.TRAVEL_DOCUMENT, seen_on=date(2026, 4, 28)))
    with pytest.raises(FieldProblem):
        app.run(SetVisitChecks(ids, CheckKind.TRAVEL_DOCUMENT, valid_until=date(2026, 4, 1)))


def test_roll_call_ticks_hosts_who_are_on_no_list(app, world):
    day = date(2026, 5, 13)
    app.run(SetPresence(world.visit, (world.guest, world.piotr), day))
    assert count(app, Presence) == 2
    app.run(SetPresence(world.visit, (world.guest,), day, PresenceState.LEFT_EARLY))
    app.run(SetPresence(world.visit, (world.piotr,), day, None))
    states = app.read(lambda c: c.execute(select(Presence.state)).scalars().all())
    assert states == [PresenceState.LEFT_EARLY]


def registered(app, world):
    ids = parts(app, world, "guest", "double", "barbara")
    app.run(Register(ids))
    return tuple(one.applicant for one in app.read(in_draw, world.visit, locale=LOCALE, today=app.today))


def test_a_draw_is_kept_and_can_be_repeated(app, world):
    applicants = registered(app, world)
    before = make.snapshot(app)
    draw = app.run(ApplyDraw(world.visit, applicants, 2, "lotto 17 4 42")).result
    record = app.read(draw_record, draw)
    assert record.holds()
    assert [one.rank for one in record.tickets] == [1, 2, 1]
    states = [row(app, part).state for part in parts(app, world, "guest", "double", "barbara")]
    assert sorted(states) == sorted([S.CONFIRMED, S.CONFIRMED, S.WAITING])
    assert app.read(draws_of, world.visit)[0][0] == draw
    app.undo()
    assert make.snapshot(app) == before


def test_a_draw_of_an_old_list_is_refused(app, world):
    applicants = registered(app, world)
    app.run(AddParticipants(world.visit, (world.dieter,)))
    with pytest.raises(UserError) as refused:
        app.run(ApplyDraw(world.visit, applicants, 2, "x"))
    assert refused.value.code == "draw-changed"


def test_who_lost_comes_first_next_time(app, world):
    applicants = registered(app, world)
    draw = app.run(ApplyDraw(world.visit, applicants, 2, "x")).result
    loser = next(
        one for one in app.read(draw_record, draw).tickets if one.rank == 1 and one.result == "waiting"
    )
    other = make.do(app, lambda w: w.create(Visit, owner_id=world.own, first=date(2027, 5, 5)).id)
    app.run(AddParticipants(other, (world.guest, world.double, world.barbara)))
    found = app.read(in_draw, other, locale=LOCALE, today=app.today)
    lost = {one.person_id for one in found if DrawClass.LOST_LAST in one.applicant.classes}
    assert lost == {loser.person_id}
