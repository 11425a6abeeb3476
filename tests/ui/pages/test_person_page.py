# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of one person and that of a household: everything written in place, nothing lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hospes.actions.bin import PutInBin
from hospes.actions.people import EditPerson
from hospes.app import App
from hospes.domain.codes import Function, HealthKind, LetterStyle, Relation
from hospes.domain.codes_visit import BedKind
from hospes.domain.values import RoughDate
from hospes.queries.association import association
from hospes.queries.households import hosting_of, household
from hospes.queries.member_history import memberships_of
from hospes.queries.people import household_of, person, reaches_of
from hospes.queries.person_details import (
    emergency_contacts,
    health_notes,
    languages_of,
    notes_of,
    offices_of,
    salutations,
)
from hospes.ui.pages.note_line import NoteLine
from tests import make
from tests.ui.pages.hands import choose, text_of, tick, write


@pytest.fixture
def page(at):
    at.go("person", id=at.world.barbara.hex)
    return at


def test_enter_on_a_member_opens_the_page_and_back_leads_to_the_list(at):
    at.go("members", id=at.world.dieter.hex)
    at.click("person.open")
    assert at.window.place == "person"
    assert at.find("person.name").text() == "Dieter Kessler"
    at.click("person.back")
    assert at.window.place == "members"
    assert at.find("members.table").current_id() == at.world.dieter


def test_the_member_number_is_not_called_a_quantity(page):
    assert "Member no." in page.words("person.page")


def test_a_name_is_corrected_and_the_heading_follows(page):
    write(page, "person.surname", "Nowak-Berg")
    assert page.app.read(person, page.world.barbara).name.surname == "Nowak-Berg"
    assert page.page.heading().title == "Barbara Nowak-Berg"


def test_of_two_changes_of_one_field_the_person_chooses(page):
    """T8.1: the second window's value is neither lost nor written over the first one's."""
    barbara = page.world.barbara

    def surname():
        return page.app.read(person, barbara).name.surname

    other = App(page.app.file, make.Who("jean-luc", "other"), page.app.frozen_day)
    other.run(EditPerson(barbara, {"surname": "Nowak-Theirs", "profession": "cook"}))
    write(page, "person.surname", "Nowak-Mine")
    assert surname() == "Nowak-Theirs", "nothing is written over"
    assert page.said() == "Somebody changed this in the meantime."
    assert text_of(page, "person.surname") == "Nowak-Mine", "what was typed stays"
    assert page.find("meanwhile.mine").text() == "Keep yours: Nowak-Mine"
    assert page.find("meanwhile.theirs").text() == "Keep theirs: Nowak-Theirs"
    page.click("meanwhile.theirs")
    assert surname() == text_of(page, "person.surname") == "Nowak-Theirs"
    other.run(EditPerson(barbara, {"surname": "Nowak-Again"}))
    write(page, "person.surname", "Nowak-Mine")
    page.click("meanwhile.mine")
    assert surname() == text_of(page, "person.surname") == "Nowak-Mine"
    assert page.app.read(person, barbara).profession == "cook", "other fields stay as they were changed"


def test_the_keyboard_stays_where_it_went_while_the_page_is_built_anew(page):
    write(page, "person.given", "Babette")
    assert QApplication.focusWidget().objectName() == "person.surname"


def test_what_is_being_typed_stays_while_something_else_is_saved(page):
    write(page, "person.profession", "Baker", then=None)
    tick(page, "household.canHost")
    assert text_of(page, "person.profession") == "Baker"


def test_an_address_can_be_kept_off_lists(page):
    tick(page, "person.email.lists")
    reach = page.app.read(reaches_of, page.app.today, person_id=page.world.barbara)
    assert [one.on_lists for one in reach if one.value == "barbara@nowak.example"] == [False]


def test_another_number_is_added(page):
    write(page, "person.newReach", "0170 9876543", then=None)
    page.click("person.addReach")
    found = page.app.read(reaches_of, page.app.today, person_id=page.world.barbara)
    assert "0170 9876543" in [one.value for one in found]


def test_a_language_is_added_by_its_first_letters(page):
    write(page, "person.language.add", "fren")
    assert "fr" in [one.language for one in page.app.read(languages_of, page.world.barbara)]


def test_a_diet_is_noted_and_marked_as_only_for_visits(page):
    write(page, "person.health", "No nuts", then=None)
    page.click("person.addHealth")
    found = page.app.read(health_notes, page.world.barbara)
    assert ("No nuts", HealthKind.DIET) in [(one.text, one.kind) for one in found]
    assert "Only for visits" in page.words("person.page")
    kept = next(one for one in found if one.text == "No nuts")
    pencil = next(one for one in page.page.findChildren(NoteLine) if one.editor.text() == "No nuts").pencil
    pencil.click()
    rewrite(page, "No nuts, no sesame")
    changed = next(one for one in page.app.read(health_notes, page.world.barbara) if one.id == kept.id)
    assert (changed.text, changed.kind) == ("No nuts, no sesame", HealthKind.DIET)
    page.window.menus.actions["edit.undo"].trigger()
    page.settle()
    assert "No nuts" in [one.text for one in page.app.read(health_notes, page.world.barbara)]


def test_a_note_is_corrected_where_it_stands(page):
    page.go("person", id=page.world.barbara.hex, tab="notes")
    page.find("person.newNote").setPlainText("Sings alto")
    page.click("person.addNote")
    line = next(one for one in page.page.findChildren(NoteLine) if one.editor.text() == "Sings alto")
    line.pencil.click()
    rewrite(page, "  ")
    assert line.field.state == "bad", "an empty note is not kept"
    line.editor.setFocus()
    rewrite(page, "Sings soprano")
    assert page.said().startswith("The note is changed.")
    texts = [one.text for one in page.app.read(notes_of, "person", page.world.barbara)]
    assert "Sings soprano" in texts
    assert "Sings alto" not in texts


def test_letters_to_one_person_begin_as_somebody_wrote(page):
    language = page.app.read(association).language or "en"
    write(page, "person.salutation", "Dear Basia,")
    assert page.app.read(salutations, page.world.barbara) == {language: "Dear Basia,"}
    write(page, "person.salutation", "")
    assert page.app.read(salutations, page.world.barbara) == {}


def test_an_office_is_given_changed_and_taken_away_again(page):
    dieter = page.world.dieter
    page.go("person", id=dieter.hex)
    choose(page, "person.office.function", Function.TREASURER.value)
    page.click("person.office.add")

    def office():
        return next(
            (
                one
                for one in page.app.read(offices_of, person_id=dieter)
                if one.function is not Function.CONTACT
            ),
            None,
        )

    made = office()
    assert (made.function, made.is_own, made.on_committee) == (Function.TREASURER, True, True)
    key = f"office.{made.id.hex}"
    page.click(f"{key}.change")
    write(page, f"{key}.valid_from", "2021")
    write(page, f"{key}.valid_to", "31.3.2026")
    assert (office().valid_from, office().valid_to) == (RoughDate(2021), RoughDate(2026, 3, 31))
    assert not office().held_on(page.app.today)
    page.click(f"{key}.delete")
    assert office() is None
    assert page.said() == "The office is deleted."
    page.window.menus.actions["edit.undo"].trigger()
    page.settle()
    assert office().function is Function.TREASURER


def rewrite(page, text):
    """Write another text into the note that is open, and leave it by Tab."""
    page.settle()
    editor = QApplication.focusWidget()
    editor.selectAll()
    editor.insertPlainText(text)
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    page.settle()


def test_whoever_pays_the_dues_of_somebody_is_named(page):
    def payer():
        today = page.app.today
        one = page.app.read(memberships_of, page.world.barbara, today, "en")[0]
        return one.payer_person_id

    def name(text):
        write(page, "person.payer", text, then=None)
        page.window.activateWindow()  # the list of names takes it away off screen
        QTest.keyClick(page.find("person.payer"), Qt.Key.Key_Tab)
        page.settle()

    name("Kessler, Dieter")
    assert payer() == page.world.dieter
    name("Nobody Atall")
    assert payer() == page.world.dieter
    assert "Nobody is called that." in page.words("person.page")
    name("")
    assert payer() is None


def test_an_emergency_contact_is_added_and_shown(page):
    write(page, "person.emergencyName", "Maria Berg", then=None)
    write(page, "person.emergencyPhone", "06182 99", then=None)
    page.click("person.addEmergency")
    assert "Maria Berg" in [one.name for one in page.app.read(emergency_contacts, page.world.barbara)]
    assert "Maria Berg" in page.words("person.page")


def test_history_says_who_did_what(page):
    write(page, "person.profession", "Baker")
    page.click("person.tabs.history")
    assert "Edit Barbara Nowak" in page.words("person.history")
    page.app.run(EditPerson(page.world.barbara, {"profession": "Cook"}))
    page.settle()
    assert "Profession: “Baker” became “Cook”" in page.words("person.history")


def test_moving_out_makes_a_household_with_its_address(page):
    page.go("person", id=page.world.barbara.hex, ask="move_out")
    write(page, "person.question.street", "Am Markt 1")
    write(page, "person.question.postcode", "63512")
    assert text_of(page, "person.question.town") == "Rosenau"
    tick(page, f"person.question.{page.world.ola.hex}")
    page.click("person.question.yes")
    assert page.window.place == "household"
    home = page.app.read(household_of, page.world.barbara, page.app.today)
    assert {one.id for one in home.people} == {page.world.barbara, page.world.ola}
    assert text_of(page, "household.street") == "Am Markt 1"


def test_somebody_in_the_bin_is_put_back_from_their_page(at):
    at.app.run(PutInBin("person", (at.world.dieter,)))
    at.go("person", id=at.world.dieter.hex)
    at.settle()
    assert "Dieter Kessler is in the bin." in at.words("person.binned")
    at.click("person.putBack")
    assert at.app.read(person, at.world.dieter).binned_at is None
    assert not at.there("person.binned")


# ---- household ------------------------------------------------------------------------------------------


@pytest.fixture
def home(at):
    at.go("household", id=at.world.home.hex)
    return at


def test_a_household_that_is_gone_leads_back(home):
    home.go("household", id="0" * 32)
    assert not home.there("household.back"), "nothing of it is left to show"
    home.click("household.gone.list")
    assert home.there("household.back"), "the one before, as with any way back"


def found(at):
    return at.app.read(household, at.world.home, at.app.today)


def test_letters_are_chosen_and_the_salutation_can_be_written_by_hand(home):
    assert home.find("household.salutation").placeholderText().startswith("Sehr geehrte")
    write(home, "household.salutation", "Liebe Nowaks,")
    assert found(home).texts["de"].salutation == "Liebe Nowaks,"
    home.click("household.letters.each")
    assert found(home).letter_style is LetterStyle.EACH


def test_somebody_of_the_file_moves_in(home):
    dieter = home.world.dieter
    home.click("household.join")
    who = home.find("household.join.who")
    who.choose(dieter.hex)
    who.picked.emit(dieter.hex)
    home.settle()
    assert dieter in {one.id for one in found(home).people}
    assert home.said() == "Dieter Kessler lives here now."


def test_what_somebody_is_in_the_household_is_chosen(home):
    choose(home, f"household.relation.{home.world.piotr.hex}", Relation.PARTNER.value)
    assert [one.relation for one in found(home).people if one.id == home.world.piotr] == [Relation.PARTNER]


def test_beds_and_animals_are_noted(home):
    before = len(home.app.read(hosting_of, home.world.home).beds)
    write(home, "household.bedRoom", "Attic", then=None)
    choose(home, "household.bedKind", BedKind.DOUBLE.value)
    home.click("household.addBed")
    beds = home.app.read(hosting_of, home.world.home).beds
    assert (len(beds), beds[-1].room, beds[-1].places) == (before + 1, "Attic", 2)
    choose(home, "household.cats", "1")
    assert home.app.read(hosting_of, home.world.home).cats is True
    choose(home, "household.cats", "")
    assert home.app.read(hosting_of, home.world.home).cats is None


def test_a_number_that_is_none_is_kept_as_typed_and_not_saved(home):
    write(home, "household.stairs", "many")
    assert text_of(home, "household.stairs") == "many"
    assert "This is no number" in home.words("household.page")
    assert home.app.read(hosting_of, home.world.home).stairs is None
