# SPDX-License-Identifier: GPL-3.0-or-later
"""The people of a visit in the real window: list, pane, adding, several at once, roll call, draw."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from hospes.actions.participations import PutOnWaitingList, Register
from hospes.actions.participations_draw import ApplyDraw
from hospes.actions.people import EditPerson
from hospes.domain.codes_visit import ParticipationState, PresenceState
from hospes.domain.values import RoughDate
from hospes.i18n.locale import Locale
from hospes.queries.participants import visit_people
from hospes.queries.participants_detail import participant_detail
from hospes.queries.participants_draw import draw_record, draws_of, in_draw
from hospes.store.tables.visits import Visit
from tests import make
from tests.ui.pages.hands import choose, tick, write

S = ParticipationState


@pytest.fixture
def people(at):
    at.go("visit", id=at.world.visit.hex, tab="people")
    return at


def tab(at):
    return at.page.tab


def now(at):
    return at.app.read(visit_people, at.world.visit, locale=Locale("en"), today=at.app.today)


def row(at, who):
    return now(at).row(getattr(at.world, who))


def detail(at, who):
    return at.app.read(
        participant_detail, now(at), getattr(at.world, who), locale=Locale("en"), today=at.app.today
    )


def choose_person(at, who):
    assert tab(at).table.choose(getattr(at.world, who))
    at.settle()


def shown(at):
    table = tab(at).table
    return [table.rows.cells(n)[0].text for n in range(table.rows.rowCount())]


def test_list_shows_guests_and_chips_count(people):
    assert shown(people) == ["Dubois, Claire", "Novak, Barbara", "Nowak, Barbara"]
    people.click("visit.people.chips.hosts")
    assert len(shown(people)) == 2
    write(people, "visit.people.words", "nobody", then=None)
    people.settle()
    assert people.there("visit.people.empty.everyone")
    people.click("visit.people.empty.everyone")
    assert len(shown(people)) == 5
    people.click("visit.people.chips.hosts")
    write(people, "visit.people.words", "Claire", then=None)
    people.settle()
    people.click("visit.people.empty.everyone")
    assert shown(people) == ["Dubois, Claire"]


def test_cancelling_from_the_pane_and_back_by_undo(people):
    choose_person(people, "guest")
    assert "Claire Dubois" in people.words("visit.person")
    people.click("visit.person.state.cancelled")
    assert row(people, "guest").state is S.CANCELLED
    assert "has cancelled" in people.said()
    people.app.undo()
    assert row(people, "guest").state is S.CONFIRMED


def test_stay_wishes_are_written_when_the_field_is_left(people):
    choose_person(people, "guest")
    people.click("visit.person.tabs.food")
    people.click("visit.wish.diet.vegan")
    people.click("visit.wish.animal_allergies.cat")
    people.click("visit.person.tabs.stay")
    write(people, "visit.wish.max_stairs", "4")
    choose(people, "visit.wish.single_room", "1")
    wish = detail(people, "guest").wish
    assert wish.diet == "vegetarian;vegan"
    assert (wish.animal_allergies, wish.max_stairs, wish.single_room) == ("cat", 4, True)
    assert row(people, "guest").allergies == ""
    assert row(people, "guest").allergies_hidden
    write(people, "visit.wish.max_stairs", "many")
    assert "This is no number" in people.words("visit.person")
    assert detail(people, "guest").wish.max_stairs == 4


def test_not_with_is_kept_apart_and_marked(people):
    choose_person(people, "guest")
    people.click("visit.person.tabs.stay")
    write(people, "visit.person.refuse", "Nowak", then=None)
    people.click("visit.person.addRefusal")
    (link,) = detail(people, "guest").links
    assert link.kind == "refused"
    assert "never printed" in people.words("visit.person")


def test_travel_days_are_read_as_typed(people):
    choose_person(people, "guest")
    write(people, "visit.person.arrival_on", "14.5.26")
    assert row(people, "guest").arrival_on == date(2026, 5, 14)
    write(people, "visit.person.departure_on", "13 May 2026")
    assert "before the arrival" in people.words("visit.person")
    write(people, "visit.person.arrival_at", "9.30")
    assert detail(people, "guest").travel.arrival_at.hour == 9


def test_two_people_are_put_together(people):
    choose_person(people, "guest")
    write(people, "visit.person.companion", "Nowak, Barbara", then=None)
    people.click("visit.person.join")
    assert [one.given for one in row(people, "guest").comes_with] == ["Barbara"]
    choose(people, "visit.person.groupRule", "same_room")
    assert row(people, "guest").group_rule == "same_room"
    people.click("visit.person.leaveGroup")
    assert row(people, "guest").group_id is None


def test_papers_of_a_minor_and_a_health_note(people):
    people.app.run(EditPerson(people.world.guest, {"birth": RoughDate(2010, 5, 1)}))
    people.settle()
    choose_person(people, "guest")
    people.click("visit.person.tabs.care")
    before = len(row(people, "guest").papers)
    write(people, "visit.person.validUntil", "1.6.2026", then=None)
    people.click("visit.person.check.travel_document.seen")
    people.click("visit.person.check.swimming.no")
    after = row(people, "guest")
    assert len(after.papers) == before - 2
    seen = {check.kind: check.seen for check in detail(people, "guest").checks}
    assert seen["travel_document"].valid_until == date(2026, 6, 1)
    assert seen["travel_document"].initials == "H"
    assert seen["swimming"].answer is False
    people.click("visit.person.check.swimming.away")
    assert len(row(people, "guest").papers) == before - 1
    write(people, "visit.person.healthText", "Insulin", then=None)
    people.click("visit.person.addHealth")
    told = detail(people, "guest")
    assert [note.text for note in told.health] == ["Insulin"]
    assert told.health_consent
    assert told.health[0].expires_on == date(2026, 7, 16)


def test_adding_somebody_of_the_file_by_keyboard(people):
    people.page.acts()["new"]()
    people.settle()
    write(people, "visit.add.words", "Kessler", then=None)
    tab(people).pane.form._look()
    people.settle()
    tick(people, f"visit.add.found.{people.world.dieter.hex}")
    assert "Dieter Kessler" in people.words("visit.people.pane")
    people.page.acts()["add"]()
    people.settle()
    assert row(people, "dieter").state is S.REGISTERED
    assert tab(people).table.current_id() == people.world.dieter


def test_writing_in_somebody_new_asks_for_doubles_and_keeps_a_bad_address(people):
    people.click("visit.people.add")
    people.click("visit.add.new")
    write(people, "visit.add.given", "Dieter")
    write(people, "visit.add.surname", "Kessler")
    write(people, "visit.add.email", "dieter@nowhere")
    assert people.there("member.form.doubles")
    people.click("visit.add.add")
    assert people.find("visit.add.email").text() == "dieter@nowhere"
    assert len(now(people).rows) == 5
    write(people, "visit.add.email", "")
    people.click("visit.add.add")
    assert len(now(people).rows) == 6
    people.app.undo()
    assert len(now(people).rows) == 5


def test_several_at_once(people):
    table = tab(people).table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    people.settle()
    people.click("visit.many.state.registered")
    assert {row(people, who).state for who in ("guest", "double", "barbara")} == {S.REGISTERED}
    people.app.undo()
    people.settle()
    assert row(people, "guest").state is S.CONFIRMED
    people.click("visit.many.group")
    assert len(row(people, "guest").comes_with) == 2
    choose_person(people, "guest")
    people.page.acts()["bin"]()
    people.settle()
    assert row(people, "guest") is None
    people.app.undo()
    assert row(people, "guest").placed == 2


def test_roll_call_by_keyboard(people):
    people.click("visit.people.roll")
    assert "0 of 3 are here" in people.words()
    view = tab(people).roll
    first = view._lines[view._order[0]].tick
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Space)
    people.settle()
    QTest.keyClick(first, Qt.Key.Key_Down)
    second = view._lines[view._order[1]].tick
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Space)
    people.settle()
    assert "2 of 3 are here" in people.words()
    assert "Missing: " in people.words()
    day = date(2026, 5, 13)
    assert sum(one.here_on(day) for one in now(people).rows) == 2
    people.app.undo()
    people.settle()
    assert sum(one.here_on(day) for one in now(people).rows) == 1


def test_counting_again_writes_nothing_and_hosts_are_called_too(people):
    people.click("visit.people.roll")
    people.click("visit.roll.all")
    assert "3 of 3 are here" in people.words()
    before = make.snapshot(people.app)
    people.click("visit.roll.again")
    assert "Nothing is written" in people.words()
    tick(people, f"visit.roll.{people.world.guest.hex}")
    assert "1 of 3" in people.words()
    assert make.snapshot(people.app) == before
    people.click("visit.roll.again")
    tab(people).roll.set_state(people.world.guest, "left_early")
    people.settle()
    assert row(people, "guest").presence[date(2026, 5, 13)] is PresenceState.LEFT_EARLY
    tab(people).roll.set_state(people.world.guest, "no_show")
    assert row(people, "guest").state is S.NO_SHOW
    choose(people, "visit.roll.whom", "hosts")
    people.click("visit.roll.all")
    assert row(people, "piotr").here_on(date(2026, 5, 13))


def registered(at, expected=2):
    parts = tuple(row(at, who).participation_id for who in ("guest", "double", "barbara"))
    at.app.run(Register(parts))
    make.do(at.app, lambda w: setattr(w.must(Visit, at.world.visit), "expected_guests", expected))
    at.settle()
    return parts


def test_draw_is_looked_at_before_it_counts(people):
    registered(people)
    people.click("visit.people.places")
    before = make.snapshot(people.app)
    people.click("visit.draw.try")
    assert "could choose" in people.words()
    write(people, "visit.draw.places", "2", then=None)
    write(people, "visit.draw.seed", "17 4 42", then=None)
    people.click("visit.draw.try")
    assert "2 people get a place, 1 wait" in people.words("visit.draw.review")
    assert make.snapshot(people.app) == before
    people.click("visit.draw.apply")
    states = sorted(row(people, who).state for who in ("guest", "double", "barbara"))
    assert states == sorted([S.CONFIRMED, S.CONFIRMED, S.WAITING])
    (made,) = people.app.read(draws_of, people.world.visit)
    assert people.app.read(draw_record, made[0]).holds()
    assert "Worked out again: the same result" in people.words()
    people.app.undo()
    assert make.snapshot(people.app) == before


def test_small_window_covers_the_list_and_comes_back(sit):
    at = sit(900, 560)
    at.go("visit", id=at.world.visit.hex, tab="people")
    choose_person(at, "guest")
    assert not at.there("visit.person")
    at.click("visit.people.bar.open")
    assert at.there("visit.person")
    assert not at.there("visit.people.table")
    at.click("visit.people.back")
    assert at.there("visit.people.table")


def test_everything_pressable_has_a_name_and_printing_leads_to_the_list(people, monkeypatch):
    choose_person(people, "guest")
    for part in ("travel", "food", "stay", "care", "before"):
        tab(people).pane.show_part(part)
        people.settle()
        bare = [
            one.objectName()
            for one in tab(people).findChildren(QWidget)
            if one.isVisible()
            and one.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not (
                one.accessibleName() or getattr(one, "text", str)() or one.objectName().startswith("qt_")
            )
        ]
        assert not bare, part
    assert "None that Hospes knows of" in people.words("visit.person")
    went = []
    monkeypatch.setattr(type(people.desk), "go", lambda _self, place, **where: went.append((place, where)))
    people.click("visit.people.print")
    whole = {"paper": "participants-list", "visit": people.world.visit.hex}
    assert went == [("print", whole)]
    # A part of the people, or another order, goes along.
    people.click("visit.people.chips.all")
    listed = [one.hex for one in tab(people).table.rows.ids()]
    assert people.world.piotr.hex in listed
    people.click("visit.people.print")
    assert went[-1] == ("print", {**whole, "people": listed})
    tab(people).words.setText("Claire")
    people.settle()
    few = [one.hex for one in tab(people).table.rows.ids()]
    assert 0 < len(few) < len(listed)
    people.click("visit.people.print")
    assert went[-1] == ("print", {**whole, "people": few})


def ready(people):
    """What the preview was made of; nothing while it is being made."""
    made = people.page._ready
    return made.gathered.data if made is not None else None


def test_the_record_of_each_draw_is_printed_from_its_line(people, qtbot):
    registered(people)
    applicants = people.app.read(in_draw, people.world.visit, locale=Locale("en"), today=people.app.today)
    for seed in ("first lots", "second lots"):
        people.app.run(ApplyDraw(people.world.visit, tuple(one.applicant for one in applicants), 2, seed))
        parts = tuple(one.participation_id for one in applicants)
        people.app.run(Register(parts))
    people.settle()
    newest, first = (draw_id for draw_id, _ in people.app.read(draws_of, people.world.visit))
    people.go("print", paper="draw-record", visit=people.world.visit.hex, draw=first.hex)
    people.settle()
    assert people.page.source.scope().draw == first
    qtbot.waitUntil(lambda: getattr(getattr(ready(people), "record", None), "seed", "") == "first lots")
    choose(people, "print.draw", newest.hex)
    people.settle()
    qtbot.waitUntil(lambda: getattr(getattr(ready(people), "record", None), "seed", "") == "second lots")
    people.go(
        "print", paper="participants-list", visit=people.world.visit.hex, people=[people.world.guest.hex]
    )
    people.settle()
    assert "1 chosen person" in people.words()
    qtbot.waitUntil(lambda: len(getattr(ready(people), "guests", ())) == 1)


def test_a_cancelling_leads_to_who_moves_up(people):
    parts = registered(people, expected=3)
    people.app.run(PutOnWaitingList(parts[:1]))
    people.settle()
    choose_person(people, "double")
    people.click("visit.person.state.cancelled")
    people.click("visit.person.moveUp")
    assert "Next on the waiting list: Claire Dubois" in people.words()
    assert row(people, "guest").state is S.WAITING
    people.click("visit.places.moveUp")
    assert row(people, "guest").state is S.CONFIRMED


def test_a_field_is_found_from_elsewhere(people):
    (claire,) = [one.participation_id for one in now(people).rows if one.name.given == "Claire"]
    where = {"tab": "people", "part": "stay", "field": "visit.wish.step_free", "guest": claire.hex}
    people.go("today")
    people.go("visit", id=people.world.visit.hex, **where)
    people.settle()
    field = people.find("visit.wish.step_free")
    assert field.isAncestorOf(people.window.focusWidget())
    assert field.visibleRegion().boundingRect().height() == field.height()
    assert people.find("visit.person.name").text() == "Claire Dubois"
