# SPDX-License-Identifier: GPL-3.0-or-later
"""New members: a couple in one form, drafts that survive, doubles, what cannot be used (task script 2)."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from hospes.domain.codes import Gender, LetterStyle, Relation
from hospes.i18n.locale import Locale
from hospes.queries.filters import EVERYONE
from hospes.queries.members import Order, member_ids, member_rows
from hospes.queries.people import household_of, person
from hospes.ui.pages.person_drafts import KEEP_MS
from tests.ui.pages.hands import choose, text_of, tick, write

FORM = "member.form"


@pytest.fixture
def form(at):
    """The form, open beside the list."""
    at.go("members")
    at.click("members.new")
    return at


def members(at, *names):
    """The members of these names, in this order."""
    how = {"locale": Locale.of("en"), "today": at.app.today}
    ids = at.app.read(member_ids, EVERYONE, Order("name"), **how)
    rows = {f"{row.name.given} {row.name.surname}": row for row in at.app.read(member_rows, ids, **how)}
    return [rows[name] for name in names]


def write_couple(form):
    write(form, f"{FORM}.firstName", "Karin")
    write(form, f"{FORM}.lastName", "Seidel")
    write(form, f"{FORM}.street", "Lindenweg 3")
    write(form, f"{FORM}.postcode", "63512")
    write(form, f"{FORM}.phone", "06182 5551234")
    tick(form, f"{FORM}.more")
    write(form, f"{FORM}.person.1.firstName", "Rolf")
    choose(form, f"{FORM}.person.1.relation", Relation.HUSBAND.value)


def test_a_couple_joins_in_one_form(form):
    write_couple(form)
    assert text_of(form, f"{FORM}.place") == "Rosenau"  # filled in from the postcode
    assert text_of(form, f"{FORM}.person.1.lastName") == "Seidel"
    assert form.find(f"{FORM}.add").text().replace("&", "") == "Add 2 members"
    form.click(f"{FORM}.add")
    assert "Karin and Rolf Seidel added, numbers" in form.said()
    karin, rolf = members(form, "Karin Seidel", "Rolf Seidel")
    assert int(rolf.number) == int(karin.number) + 1
    assert karin.class_name == rolf.class_name == "Couple"
    home = form.app.read(household_of, karin.id, form.app.today)
    assert [one.id for one in home.people] == [karin.id, rolf.id]
    assert home.letter_style is LetterStyle.ONE
    assert rolf.name.gender is Gender.MALE
    assert (rolf.street, rolf.place) == ("Lindenweg 3", "Rosenau")


def test_cards_for_both_are_one_press_away(form):
    write_couple(form)
    form.click(f"{FORM}.add")
    form.click("member.form.printCards")
    people = form.page.where().get("people")
    assert form.window.place == "print"
    assert len(people) == 2


def test_adding_is_taken_back_as_one_step(form):
    before = form.find("members.table").rows.rowCount()
    write_couple(form)
    form.click(f"{FORM}.add")
    assert form.find("members.table").rows.rowCount() == before + 2
    form.click("message.undo")
    assert form.find("members.table").rows.rowCount() == before


def test_the_list_shows_who_was_added(form):
    write_couple(form)
    form.click(f"{FORM}.add")
    assert form.find("person.name").text() == "Karin Seidel"


def test_ctrl_enter_adds_from_anywhere_in_the_form(form):
    write(form, f"{FORM}.firstName", "Karin", then=None)
    field = form.find(f"{FORM}.firstName")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    form.settle()
    assert "Karin added, number" in form.said()


def test_enter_goes_to_the_next_field(form):
    write(form, f"{FORM}.firstName", "Karin")
    assert QApplication.focusWidget().objectName() == f"{FORM}.lastName"


def test_a_name_with_a_comma_is_split(form):
    write(form, f"{FORM}.firstName", "Seidel, Karin")
    assert text_of(form, f"{FORM}.firstName") == "Karin"
    assert text_of(form, f"{FORM}.lastName") == "Seidel"


def test_a_day_of_birth_is_read_back_with_the_age(form):
    write(form, f"{FORM}.born", "3.9.71")
    assert "3 September 1971 (54)" in form.words("member.form")


def test_the_salutation_is_shown_as_it_will_be_printed(form):
    write_couple(form)
    choose(form, f"{FORM}.gender", Gender.FEMALE.value)
    words = form.find(f"{FORM}.salutation").text()
    assert "Sehr geehrte Frau Seidel, sehr geehrter Herr Seidel" in words


def test_a_child_is_no_member_by_itself_and_makes_a_couple_a_family(form):
    write_couple(form)
    form.click(f"{FORM}.another")
    write(form, f"{FORM}.person.2.firstName", "Lia")
    choose(form, f"{FORM}.person.2.relation", Relation.DAUGHTER.value)
    assert not form.find(f"{FORM}.person.2.member").isChecked()
    assert form.find(f"{FORM}.add").text().replace("&", "") == "Add 3 people"


def test_an_email_that_cannot_be_used_does_not_stop_adding_and_is_kept(form):
    write(form, f"{FORM}.firstName", "Karin")
    write(form, f"{FORM}.lastName", "Seidel")
    write(form, f"{FORM}.email", "karin.seidel@posteo")
    assert "The ending is missing" in form.words("member.form")
    form.click(f"{FORM}.add")
    assert "Karin Seidel added" in form.said()
    assert text_of(form, "person.email") == "karin.seidel@posteo"
    assert form.find("person.saved").text() == "Saved, except e-mail"


def test_a_form_without_a_name_says_what_is_missing_and_leads_there(form):
    write(form, f"{FORM}.street", "Lindenweg 3")
    form.click(f"{FORM}.add")
    problem = form.find(f"{FORM}.problem.0", QPushButton)
    assert "name" in problem.text()
    assert QApplication.focusWidget().objectName() == f"{FORM}.lastName"


def test_somebody_who_is_there_already_is_shown_while_typing(form, qtbot):
    write(form, f"{FORM}.firstName", "Dieter")
    write(form, f"{FORM}.lastName", "Kesler")
    qtbot.waitUntil(lambda: form.there(f"{FORM}.doubles"), timeout=3000)
    assert "Dieter Kessler" in form.words(f"{FORM}.doubles")
    form.click(f"{FORM}.noDouble")
    assert not form.there(f"{FORM}.doubles")


def test_opening_a_double_keeps_the_draft(form, qtbot):
    write(form, f"{FORM}.firstName", "Dieter")
    write(form, f"{FORM}.lastName", "Kessler")
    qtbot.waitUntil(lambda: form.there(f"{FORM}.doubles"), timeout=3000)
    form.click(f"{FORM}.double.{form.world.dieter.hex}")
    assert form.window.place == "person"
    assert form.app.drafts("new-member")[0].content["name"] == "Dieter Kessler"


def test_a_form_left_half_way_is_there_again(form):
    write_couple(form)
    form.go("today")
    form.click("rail.members")
    assert text_of(form, f"{FORM}.firstName") == "Karin"
    assert text_of(form, f"{FORM}.person.1.firstName") == "Rolf"


def test_a_draft_is_listed_above_the_list_and_gone_on_with(form):
    write_couple(form)
    form.click(f"{FORM}.cancel")
    assert "Karin and Rolf Seidel" in form.find("members.draftWords").whole()
    form.click("members.draftGoOn")
    assert text_of(form, f"{FORM}.street") == "Lindenweg 3"
    assert form.find(f"{FORM}.person.1.relation").code() == Relation.HUSBAND.value


def test_a_draft_outlives_a_crash(form, qtbot, sit):
    write(form, f"{FORM}.firstName", "Karin", then=None)
    qtbot.waitUntil(lambda: bool(form.app.drafts("new-member")), timeout=KEEP_MS + 2000)
    path = form.app.path
    form.page.pane.form.body.clear()  # what a crash would take along
    form.page.pane.form._keeping.stop()
    form.opening.let_go()
    again = sit()
    assert again.app.path == path
    again.go("members")
    assert "Karin" in again.find("members.draftWords").whole()


def test_a_draft_that_is_thrown_away_can_be_brought_back(form):
    write(form, f"{FORM}.lastName", "Seidel")
    form.click(f"{FORM}.cancel")
    form.click("members.draftAway")
    assert not form.there("members.draft")
    form.click("members.draftBack")
    assert form.there("members.draft")


def test_adding_another_keeps_the_address_and_says_so(form):
    write_couple(form)
    form.click(f"{FORM}.add")
    form.click("member.form.addAnother")
    assert text_of(form, f"{FORM}.firstName") == ""
    assert text_of(form, f"{FORM}.street") == "Lindenweg 3"
    assert "The address is the one you typed last." in form.words("member.form")


def test_somebody_is_added_to_a_household_that_is_there(at):
    at.go("members", id=at.world.barbara.hex)
    at.click("person.addMate")
    assert not at.there(f"{FORM}.street")
    write(at, f"{FORM}.firstName", "Jan")
    write(at, f"{FORM}.lastName", "Nowak")
    choose(at, f"{FORM}.relation", Relation.SON.value)
    at.click(f"{FORM}.add")
    home = at.app.read(household_of, at.world.barbara, at.app.today)
    assert home.people[-1].name.given == "Jan"
    assert home.people[-1].relation is Relation.SON
    assert at.app.read(person, home.people[-1].id).name.gender is Gender.MALE


def test_opening_the_file_again_says_what_was_being_typed(form, qtbot, sit):
    write(form, f"{FORM}.firstName", "Karin", then=None)
    qtbot.waitUntil(lambda: bool(form.app.drafts("new-member")), timeout=KEEP_MS + 2000)
    form.page.pane.form._looking.stop()
    form.opening.let_go()
    again = sit()
    qtbot.waitUntil(lambda: "Karin" in again.said(), timeout=5000)
    again.click("drafts.goOn")
    assert text_of(again, f"{FORM}.firstName") == "Karin"
