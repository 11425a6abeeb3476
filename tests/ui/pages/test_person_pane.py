# SPDX-License-Identifier: GPL-3.0-or-later
"""The pane beside the list: written in place, saved by itself, what cannot be used is kept as typed."""

import pytest
from PySide6.QtCore import Qt

from hospes.domain.codes import LeavingReason
from hospes.i18n.locale import Locale
from hospes.queries.members import member_rows
from hospes.queries.people import addresses_of, person, reaches_of
from hospes.ui.pages.person_drafts import KEEP_MS
from tests.ui.pages.hands import text_of, tick, write


@pytest.fixture
def pane(at):
    """Barbara Nowak beside the list of members."""
    at.go("members", id=at.world.barbara.hex)
    return at


def row_of(at, person_id):
    return at.app.read(member_rows, [person_id], locale=Locale.of("en"), today=at.app.today)[0]


def values(at, person_id):
    return [one.value for one in at.app.read(reaches_of, at.app.today, person_id=person_id)]


def street(at, person_id):
    return at.app.read(addresses_of, at.app.today, person_id=person_id)[0].street


def test_the_head_says_who_it_is(pane):
    assert pane.find("person.name").text() == "Barbara Nowak"
    assert "Member no." in pane.find("person.about").text()
    assert "Host family" in pane.words("person.badges")


def test_a_field_is_saved_when_it_is_left(pane):
    write(pane, "person.email", "barbara@neu.example")
    assert "barbara@neu.example" in values(pane, pane.world.barbara)
    assert pane.find("person.saved").text() == "All changes saved"


def test_an_email_without_an_ending_stays_as_typed_and_the_old_one_stays_valid(pane):
    write(pane, "person.email", "barbara.nowak@posteo")
    assert text_of(pane, "person.email") == "barbara.nowak@posteo"
    assert "The ending is missing" in pane.words("person.pane")
    assert pane.find("person.saved").text() == "Saved, except e-mail"
    assert "barbara@nowak.example" in values(pane, pane.world.barbara)


def test_unusable_text_is_there_again_after_looking_at_somebody_else(pane):
    write(pane, "person.email", "barbara.nowak@posteo")
    pane.find("members.table").choose(pane.world.dieter)
    pane.settle()
    pane.find("members.table").choose(pane.world.barbara)
    pane.settle()
    assert text_of(pane, "person.email") == "barbara.nowak@posteo"
    write(pane, "person.email", "barbara.nowak@posteo.example")
    assert pane.find("person.saved").text() == "All changes saved"


def test_a_new_number_is_added_changed_and_taken_out_in_one_field(at):
    at.go("members", id=at.world.dieter.hex)
    write(at, "person.phone", "06182 1234567")
    assert "06182 1234567" in values(at, at.world.dieter)
    write(at, "person.phone", "06182 7654321")
    assert values(at, at.world.dieter).count("06182 7654321") == 1
    assert "06182 1234567" not in values(at, at.world.dieter)
    write(at, "person.phone", "")
    assert not any(value.startswith("06182") for value in values(at, at.world.dieter))


def test_an_odd_age_is_kept_and_asked_about_until_it_is_said_to_be_right(pane):
    write(pane, "person.birth", "3.9.1871")
    assert pane.app.read(person, pane.world.barbara).birth.year == 1871
    assert "Is the year right?" in pane.words("person.pane")
    pane.click("field.accept")
    pane.find("members.table").choose(pane.world.dieter)
    pane.settle()
    pane.find("members.table").choose(pane.world.barbara)
    pane.settle()
    assert "Is the year right?" not in pane.words("person.pane")


def test_a_day_that_does_not_exist_offers_the_days_beside_it(pane):
    write(pane, "person.birth", "31.4.1971")
    pane.click("field.cure.0")
    assert str(pane.app.read(person, pane.world.barbara).birth) == "1971-04-30"


def write_street(at, text):
    at.find("person.address").setFocus(Qt.FocusReason.TabFocusReason)
    at.settle()
    write(at, "person.street", text, then=None)
    at.find("members.table").setFocus()
    at.settle()


def test_a_shared_address_asks_whom_it_is_for(pane):
    write_street(pane, "Mühlgasse 15")
    assert "Also for Piotr and Ola?" in pane.words("person.addressQuestion")
    assert street(pane, pane.world.barbara) == "Mühlgasse 14"  # nothing before the answer
    pane.click("person.addressBoth")
    assert street(pane, pane.world.piotr) == "Mühlgasse 15"
    assert not pane.there("person.addressQuestion")


def test_an_address_for_one_person_only(pane):
    write_street(pane, "Am Markt 1")
    pane.click("person.addressAlone")
    assert street(pane, pane.world.barbara) == "Am Markt 1"
    assert street(pane, pane.world.piotr) == "Mühlgasse 14"


def test_an_unanswered_question_about_the_address_waits(pane):
    write_street(pane, "Am Markt 1")
    pane.find("members.table").choose(pane.world.dieter)
    pane.settle()
    pane.find("members.table").choose(pane.world.barbara)
    pane.settle()
    assert pane.there("person.addressQuestion")
    assert pane.find("person.saved").text() == "Saved, except address"
    pane.click("person.addressNone")
    assert "Mühlgasse 14" in text_of(pane, "person.address")


def test_text_in_a_field_outlives_a_crash(pane, qtbot):
    write(pane, "person.email", "barbara@halb", then=None)
    key = f"field:{pane.world.barbara.hex}:email"
    qtbot.waitUntil(lambda: bool(pane.app.drafts(key)), timeout=KEEP_MS + 2000)
    assert pane.app.drafts(key)[0].content == "barbara@halb"
    pane.page.leave()
    pane.settle()
    assert not pane.app.drafts(key)


def test_undo_shows_the_old_value_again(pane):
    write(pane, "person.email", "barbara@neu.example")
    pane.find("members.table").setFocus()
    assert pane.desk.act("frame.undo")
    pane.settle()
    assert text_of(pane, "person.email") == "barbara@nowak.example"


def test_a_half_written_note_is_kept(pane):
    pane.click("person.tabs.notes")
    pane.find("person.newNote").setPlainText("Rings on")
    pane.click("person.tabs.dues")
    pane.click("person.tabs.notes")
    assert pane.find("person.newNote").toPlainText() == "Rings on"
    pane.click("person.addNote")
    assert "Rings on" in pane.words("person.pane")


def test_who_leaves_is_asked_when_and_why_in_place(pane):
    assert pane.page.pane.ask("left")
    pane.settle()
    tick(pane, f"person.question.{pane.world.piotr.hex}")
    box = pane.find("person.question.reason")
    box.choose(LeavingReason.MOVED.value)
    pane.click("person.question.yes")
    assert "2 people have left." in pane.said()
    assert not row_of(pane, pane.world.barbara).is_member
    assert not row_of(pane, pane.world.piotr).is_member


def test_who_died_on_an_unknown_day_gets_no_more_post(pane):
    pane.page.pane.ask("died")
    pane.settle()
    pane.click("person.question.yes")
    assert pane.app.read(person, pane.world.barbara).deceased


def test_esc_puts_a_question_away(pane):
    pane.page.pane.ask("died")
    pane.settle()
    assert pane.desk.act("escape")
    assert not pane.there("person.question")
    assert not pane.app.read(person, pane.world.barbara).deceased


def test_little_room_makes_a_bar_of_the_pane(sit):
    at = sit(1366, 690, text_size=150)
    at.go("members", id=at.world.barbara.hex)
    assert at.find("person.bar").height() < at.window.height() // 6
    assert not at.there("person.tabs")
    at.click("person.open")
    assert at.window.place == "person"
