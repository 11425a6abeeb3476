# SPDX-License-Identifier: GPL-3.0-or-later
"""The journey: who sits where and nowhere, what is overfull, drivers without rest, hotel rooms."""

import shutil
from datetime import date, time

import pytest
from sqlalchemy import select

from hospes.actions.hotels import AddRooms, EditRoom, PutInRoom
from hospes.actions.travel import (
    AddLeg,
    AddTransport,
    BoardPeople,
    DeleteTransport,
    EditLeg,
    EditTransport,
    SetSeat,
    SetStops,
    UnboardPeople,
)
from hospes.app import App
from hospes.domain.codes_travel import LegWay, TransportKind
from hospes.domain.codes_visit import ParticipationState
from hospes.domain.driving import DrivingRule
from hospes.domain.errors import FieldProblem
from hospes.i18n.locale import Locale
from hospes.queries.travel import TravelDoubt, travel
from hospes.queries.travel_counts import Seats, missing_of, seats_of
from hospes.store.tables.visits import Participation
from tests import make

ENGLISH = Locale.of("en")


@pytest.fixture
def trip(small_world, tmp_path):
    path = tmp_path / "world.hospes"
    shutil.copyfile(small_world[0], path)
    app = App.open(path, make.WHO, today=make.TODAY)
    yield Trip(app, small_world[1])
    app.close()


class Trip:
    """The visit of the small world, to which three people travel."""

    def __init__(self, app, world):
        self.app, self.world, self.visit = app, world, world.visit

    @property
    def view(self):
        return self.app.read(travel, self.visit, ENGLISH)

    def part(self, name):
        query = select(Participation.id).where(
            Participation.visit_id == self.visit, Participation.person_id == getattr(self.world, name)
        )
        return self.app.read(lambda connection: connection.execute(query).scalar())

    def coach(self, seats=2, kind=TransportKind.COACH):
        """A transport; gives its legs there and back."""
        one = self.app.run(AddTransport(self.visit, kind, "Coach", seats)).result
        return tuple(leg.id for leg in self.view.transport(one).legs)

    def doubts(self):
        return [problem.doubt for one in self.view.transports for problem in one.problems]


def test_a_new_transport_goes_there_and_back_on_the_days_of_the_visit(trip):
    trip.coach()
    there, back = trip.view.transports[0].legs
    assert (there.way, there.departs_on, there.destination) == (LegWay.THERE, date(2026, 5, 13), "Rosenau")
    assert (back.way, back.departs_on, back.origin) == (LegWay.BACK, date(2026, 5, 17), "Rosenau")
    assert there.origin == back.destination == "Montclair"


def test_who_sits_nowhere_is_told_for_each_way(trip):
    there, back = trip.coach()
    trip.app.run(BoardPeople((there, back), (trip.part("guest"),)))
    trip.app.run(BoardPeople((there,), (trip.part("double"),)))
    assert trip.view.missing[LegWay.THERE] == (trip.part("barbara"),)
    assert len(trip.view.missing[LegWay.BACK]) == 2
    assert trip.app.read(missing_of, trip.visit, LegWay.BACK) == 2
    trip.app.run(UnboardPeople((there,), (trip.part("double"), trip.part("guest"))))
    assert len(trip.view.missing[LegWay.THERE]) == 3


def test_nobody_is_missed_while_no_transport_is_entered(trip):
    assert trip.app.read(missing_of, trip.visit, LegWay.THERE) == 0
    assert trip.app.read(seats_of, trip.visit) is None


def test_whoever_comes_by_themselves_sits_somewhere_and_takes_no_seat(trip):
    legs = trip.coach(seats=None, kind=TransportKind.OWN)
    trip.app.run(BoardPeople(legs, tuple(trip.part(name) for name in ("guest", "double", "barbara"))))
    assert trip.view.missing[LegWay.THERE] == ()
    assert trip.app.read(seats_of, trip.visit) is None
    assert trip.doubts() == []


def test_too_many_for_the_seats_and_for_the_wheelchair_places(trip):
    there, _ = trip.coach(seats=1)
    trip.app.run(BoardPeople((there,), (trip.part("guest"), trip.part("double"))))
    trip.app.run(SetSeat(there, trip.part("guest"), {"wheelchair": True, "seat": "4"}))
    assert trip.doubts() == [TravelDoubt.OVERFULL, TravelDoubt.WHEELCHAIRS]
    assert trip.app.read(seats_of, trip.visit) == Seats(2, 1)
    trip.app.run(EditTransport(trip.view.transports[0].id, {"seats": 2, "wheelchair_places": 1}))
    assert trip.doubts() == []


def test_seats_of_a_coach_nobody_has_counted(trip):
    there, _ = trip.coach(seats=None)
    assert trip.doubts() == []
    trip.app.run(BoardPeople((there,), (trip.part("guest"),)))
    assert trip.doubts() == [TravelDoubt.NO_SEATS]


def test_whoever_cancels_leaves_the_seat(trip):
    there, _ = trip.coach(seats=1)
    trip.app.run(BoardPeople((there,), (trip.part("guest"), trip.part("double"))))

    def cancel(w):
        w.get(Participation, trip.part("guest")).state = ParticipationState.CANCELLED

    make.do(trip.app, cancel)
    assert trip.doubts() == []
    assert trip.app.read(seats_of, trip.visit) == Seats(1, 1)
    assert trip.part("guest") not in trip.view.missing[LegWay.THERE]


def test_a_driver_needs_rest_between_the_evening_and_the_morning(trip):
    trip.coach()
    one = trip.view.transports[0].id
    for day, leaves, arrives in ((14, time(20), time(22)), (15, time(6), time(7))):
        on = date(2026, 5, day)
        trip.app.run(
            AddLeg(
                one,
                LegWay.DURING,
                {"departs_on": on, "departs_at": leaves, "arrives_on": on, "arrives_at": arrives},
            )
        )
    (problem,) = trip.view.transports[0].problems
    assert (problem.driving.rule, problem.driving.minutes) == (DrivingRule.REST, 8 * 60)
    assert trip.view.problems == 1
    trip.app.run(EditTransport(one, {"kind": TransportKind.CAR}))
    assert trip.view.transports[0].problems == ()


def test_times_of_two_zones_are_compared_where_the_clocks_differ(trip):
    there, _ = trip.coach()
    values = {
        "departs_at": time(8), "departs_zone": "Europe/London", "arrives_on": date(2026, 5, 13),
        "arrives_at": time(9, 30), "arrives_zone": "Europe/Paris",
    }  # fmt: skip
    trip.app.run(EditLeg(there, values))
    assert trip.view.leg(there).drive("").under_way == 30
    trip.app.run(EditLeg(there, {"arrives_at": time(8, 30)}))
    assert trip.doubts() == [TravelDoubt.BACKWARDS]


def test_a_leg_over_midnight_needs_no_second_day(trip):
    there, _ = trip.coach()
    trip.app.run(EditLeg(there, {"departs_at": time(22), "arrives_at": time(2)}))
    assert trip.view.leg(there).drive("").under_way == 240


def test_stops_keep_who_gets_on_there(trip):
    there, _ = trip.coach()
    trip.app.run(SetStops(there, ({"place": "Market", "at": time(6, 30)}, {"place": "Quay"})))
    market, quay = trip.view.leg(there).stops
    trip.app.run(BoardPeople((there,), (trip.part("guest"), trip.part("double"))))
    for who, stop in (("guest", market), ("double", quay)):
        trip.app.run(SetSeat(there, trip.part(who), {"stop_id": stop.id}))
    trip.app.run(SetStops(there, ({"id": quay.id, "place": "The quay"},)))
    leg = trip.view.leg(there)
    assert [stop.place for stop in leg.stops] == ["The quay"]
    assert {seat.participation_id: seat.stop_id for seat in leg.seats} == {
        trip.part("guest"): None, trip.part("double"): quay.id
    }  # fmt: skip


def test_a_deleted_transport_takes_its_legs_with_it_and_nobody_else(trip):
    there, _ = trip.coach()
    trip.app.run(BoardPeople((there,), (trip.part("guest"),)))
    trip.app.run(DeleteTransport(trip.view.transports[0].id))
    assert trip.view.transports == ()
    assert len(trip.view.people) == 3


@pytest.mark.parametrize("seats", [-1, 5000])
def test_seats_have_to_be_possible(trip, seats):
    with pytest.raises(FieldProblem):
        trip.coach(seats=seats)


def test_a_hotel_room_its_places_and_its_nights(trip):
    (one,) = trip.app.run(AddRooms(trip.visit, "Gasthof Linde", 1)).result
    trip.app.run(PutInRoom(one, (trip.part("guest"),)))
    trip.app.run(PutInRoom(one, (trip.part("double"),), first=date(2026, 5, 16)))
    (room,) = trip.view.rooms
    assert room.crowded == (date(2026, 5, 16),)
    assert trip.view.problems == 1
    # One of the two is there for the last night only, and has no bed on the three before.
    assert trip.view.without_room == (trip.part("double"),)
    trip.app.run(EditRoom(one, {"places": 2}))
    assert trip.view.rooms[0].crowded == ()


def test_another_room_takes_the_place_of_the_first(trip):
    rooms = trip.app.run(AddRooms(trip.visit, "Gasthof Linde", 1, 2)).result
    for room in rooms:
        trip.app.run(PutInRoom(room, (trip.part("guest"),)))
    assert [len(room.guests) for room in trip.view.rooms] == [0, 1]
    assert trip.view.without_room == ()


def test_the_tab_asks_few_statements(trip, max_sql):
    for _ in range(4):
        legs = trip.coach()
        trip.app.run(BoardPeople(legs, (trip.part("guest"), trip.part("double"))))
    with max_sql(trip.app, 14):
        assert len(trip.view.transports) == 4
