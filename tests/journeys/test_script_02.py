# SPDX-License-Identifier: GPL-3.0-or-later
"""Script 2, Frau Nowak joins with her husband: one form, two members, two cards."""

import io
import shutil

import pytest
from pypdf import PdfReader

from hospes import example
from hospes.domain.codes import LetterStyle, Relation
from hospes.i18n.locale import Locale
from hospes.queries.filters import Filter
from hospes.queries.members import member_ids, member_rows
from hospes.queries.people import household_of
from tests.journeys.form_hand import FormHand

CLICKS, FIELDS, KEYS = 10, 7, 12
FORM = "member.form"
ENGLISH = Locale.of("en")


@pytest.fixture(scope="session")
def example_once(tmp_path_factory):
    """The example in which the Nowaks are not members yet."""
    path = tmp_path_factory.mktemp("nowaks") / "Rosenau.hospes"
    example.build(path, language="de", nowaks=False)
    kept = path.with_name("kept.hospes")
    shutil.copyfile(path, kept)
    return kept


@pytest.fixture
def printed(monkeypatch):
    """What the printer got."""
    papers = []

    def take(document, _parent):
        papers.append(document.pdf)
        return True

    monkeypatch.setattr("hospes.ui.pages.print_centre.print_document", take)
    return papers


def check(journey, printed):
    app = journey.app
    ids = app.read(member_ids, Filter("nowak"), locale=ENGLISH, today=app.today)
    barbara, piotr = app.read(member_rows, ids, locale=ENGLISH, today=app.today)
    assert (barbara.name.given, piotr.name.given) == ("Barbara", "Piotr")
    assert barbara.class_name == piotr.class_name == "Couple"
    home = app.read(household_of, barbara.id, app.today)
    assert [one.id for one in home.people] == [barbara.id, piotr.id]
    assert home.letter_style is LetterStyle.ONE
    assert (piotr.street, piotr.place) == ("Mühlgasse 14", "Rosenau")
    told = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(printed[0])).pages)
    assert told.count("Nowak") == 2
    for number in (barbara.number, piotr.number):
        assert number in told
    journey.window.acts.undo()
    journey.hand.settle()
    assert app.read(member_ids, Filter("nowak"), locale=ENGLISH, today=app.today) == []


@pytest.mark.parametrize(
    "preferences",
    [
        pytest.param({}, id="100"),
        pytest.param({"language": "de", "text_size": 150}, id="de-150"),
        pytest.param({"language": "fr", "text_size": 150}, marks=pytest.mark.long, id="fr-150"),
    ],
)
def test_a_couple_joins_by_mouse(sit_down, printed, preferences):
    journey = sit_down(**preferences)
    journey.go("today")
    hand = FormHand.of(journey)
    hand.click("rail.members")
    hand.click("members.new")
    hand.field(f"{FORM}.firstName", "Barbara")
    hand.field(f"{FORM}.lastName", "Nowak")
    hand.field(f"{FORM}.street", "Mühlgasse 14")
    hand.field(f"{FORM}.postcode", "63512")
    hand.field(f"{FORM}.phone", "06182 44 17 09")
    hand.click(f"{FORM}.more")
    hand.field(f"{FORM}.person.1.firstName", "Piotr")
    hand.choose(f"{FORM}.person.1.relation", Relation.HUSBAND.value)
    hand.step("form")
    hand.click(f"{FORM}.add")
    hand.click(f"{FORM}.printCards")
    hand.click("print.print")
    hand.budget(clicks=CLICKS, fields=FIELDS)
    check(journey, printed)


@pytest.mark.parametrize(
    "preferences",
    [
        pytest.param({}, id="100"),
        pytest.param({"language": "fr"}, marks=pytest.mark.long, id="fr"),
        pytest.param({"language": "fr", "text_size": 150}, marks=pytest.mark.long, id="fr-150"),
    ],
)
def test_a_couple_joins_by_keyboard(sit_down, printed, preferences):
    journey = sit_down(**preferences)
    journey.go("today")
    hand = FormHand.of(journey)
    hand.chord("Ctrl+2")
    hand.chord("Ctrl+N")
    hand.go_on(f"{FORM}.firstName", "Barbara")
    hand.field(f"{FORM}.lastName", "Nowak")
    hand.field(f"{FORM}.street", "Mühlgasse 14")
    hand.field(f"{FORM}.postcode", "63512")
    hand.chord("Tab")  # past the place, which filled itself
    hand.field(f"{FORM}.phone", "06182 44 17 09")
    hand.chord("Ctrl+N")  # in the form: one more person
    hand.go_on(f"{FORM}.person.1.firstName", "Piotr")
    hand.chord("Tab")  # past the last name, which is there
    hand.field(f"{FORM}.person.1.relation", journey.desk.locale.label(Relation.HUSBAND)[:4].lower())
    hand.chord("Ctrl+Return")
    assert not hand.focus().objectName().startswith("rail."), "the keyboard stays in the page"
    hand.chord("F6")  # to the message line, which offers what comes next; in a low window past the bar
    if hand.focus().objectName() != f"{FORM}.printCards":
        hand.chord("F6")
    assert hand.focus().objectName() == f"{FORM}.printCards"
    hand.chord("Space")
    hand.chord("Ctrl+P")
    hand.budget(keys=KEYS, fields=FIELDS)
    check(journey, printed)
