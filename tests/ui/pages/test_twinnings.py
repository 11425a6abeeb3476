# SPDX-License-Identifier: GPL-3.0-or-later
"""The Twinnings place in the window: cards, a new one, the page with its sections, places, themes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea

from hospes.actions.partnerships import EditPartnership, SetPartnershipTexts
from hospes.domain.values import RoughDate
from hospes.queries.agreements import papers_of
from hospes.queries.partnerships_page import all_theme_rows, twinning_page
from hospes.queries.resolve import twinning
from hospes.queries.territories import place_ids, place_page
from hospes.transfer.documents import TakenIn
from tests.regions import regions
from tests.ui.pages.hands import choose, write


@pytest.fixture
def at(sit):
    found = sit()
    found.bond = found.app.read(twinning, "Montclair")
    found.app.run(EditPartnership(found.bond, {"since": RoughDate(1974, 6, 8)}))
    return found


def page_of(at):
    return at.app.read(twinning_page, at.bond, "en", at.app.today)


def section(at, tab, **more):
    at.go("twinning", id=at.bond.hex, tab=tab, **more)
    at.settle()
    return at.page.section


def write_long(at, name, text):
    box = at.find(name)
    box.setFocus()
    box.setPlainText(text)
    box.document().setModified(True)


# ---- the list -------------------------------------------------------------------------------------------


def tell_and_open_a_card(at):
    at.go("twinnings")
    [card] = at.page.cards
    words = card.accessibleName()
    assert "Rosenau – Montclair" in words
    assert "since 8 June 1974 · 51 years" in words
    assert "60 years on 8 June 2034" in words
    assert "Sleeping" in words
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Return)
    at.settle()
    assert at.window.place == "twinning"
    assert at.window.top.title.whole() == "Rosenau – Montclair"
    at.desk.act("escape")
    assert at.window.place == "twinnings"


def narrow_the_list(at):
    at.go("twinnings")
    write(at, "twinnings.words", "Atlantis", then=None)
    at.settle()
    assert "No twinning matches “Atlantis”." in at.words("twinnings.area")
    at.click("twinnings.empty.all")
    at.settle()
    assert len(at.page.cards) == 1
    at.click("twinnings.views.asleep")
    assert len(at.page.cards) == 1
    choose(at, "twinnings.months", "60")
    assert "All changes saved" in at.said()
    assert len(at.page.cards) == 1  # nothing was ever heard


def add_a_triangle_and_undo(at):
    at.go("twinnings", new=True)
    write(at, "twinning.form.party.1", "Lipowiec", then=None)
    at.click("twinning.form.another")
    write(at, "twinning.form.party.2", "Montclair", then=None)
    choose(at, "twinning.form.level", "region")
    write(at, "twinning.form.since", "13.9.2014")
    at.click("twinning.form.add")
    assert at.window.place == "twinning"
    [made] = at.app.read(place_ids, "Lipowiec", locale=at.desk.locale)
    assert at.app.read(place_page, made, "en").kind == "region"
    assert at.window.top.title.whole() == "Rosenau – Lipowiec – Montclair"
    at.window.acts.undo()
    at.go("twinnings")
    assert len(at.page.cards) == 1


def leave_a_draft(at):
    at.go("twinnings", new=True)
    write(at, "twinning.form.name", "Noch offen")
    at.click("twinning.form.add")
    assert "needs two parties" in at.words("twinnings.pane")
    at.go("today")
    assert any(one.key == "new-twinning" for one in at.app.drafts("new-"))
    at.go("twinnings")
    assert at.find("twinning.form.name").text() == "Noch offen"
    at.click("twinning.form.cancel")
    assert not list(at.app.drafts("new-"))


def bin_and_back(at):
    section(at, "overview")
    at.page.acts()["bin"]()
    at.settle()
    assert "is in the bin" in at.said()
    assert at.there("twinnings.empty.new")
    at.go("twinning", id=at.bond.hex)
    at.click("twinning.putBack")
    assert not at.there("twinning.binned")


# ---- overview -------------------------------------------------------------------------------------------


def write_facts(at):
    section(at, "overview")
    assert at.find("twinning.fact.until", QLineEdit).placeholderText() == "not yet"
    write(at, "twinning.fact.since", "9.6.1974")
    assert str(page_of(at).row.since) == "1974-06-09"
    choose(at, "twinning.fact.status", "relaunched")
    assert page_of(at).row.status == "relaunched"
    write(at, "twinning.fact.until", "1950")
    assert "The end lies before the beginning." in at.words("twinning.facts")
    assert page_of(at).row.until is None


def add_parties_and_log_a_call(at):
    section(at, "overview")
    box = at.find("twinning.party.add")
    box.added.emit("Lipowiec")
    at.settle()
    assert [party.name for party in page_of(at).row.parties] == ["Rosenau", "Montclair", "Lipowiec"]
    at.find("twinning.ring.add").added.emit("Dreieck")
    at.settle()
    (group,) = page_of(at).groups
    write(at, f"twinning.ring.name.{group.id.hex}", "Weimarer Dreieck")
    assert [group.name for group in page_of(at).groups] == ["Weimarer Dreieck"]
    choose(at, "twinning.group.add", "apprentices")
    assert page_of(at).groups_of_people == ("apprentices",)
    write_long(at, "twinning.log.text", "Über den Herbst gesprochen")
    choose(at, "twinning.log.kind", "call")
    at.click("twinning.log.add")
    assert "a telephone call, today" in at.words("twinning.state")
    at.window.acts.undo()
    at.settle()
    assert "a telephone call" not in at.words("twinning.state")


def follow_missing_texts(at):
    at.app.run(SetPartnershipTexts(at.bond, "de", {"title": "Rosenau und Montclair", "story": "Es war."}))
    section(at, "overview")
    assert "French: 2 texts are missing." in at.words("twinning.missing")
    at.click("twinning.fill")
    write(at, "twinning.text.title", "Rosenau et Montclair")
    assert page_of(at).texts["fr"].title == "Rosenau et Montclair"
    at.click("twinning.fill")
    at.settle()
    assert at.page.where()["tab"] == "story"
    assert at.find("twinning.story.language.fr").isChecked()


# ---- agreements -----------------------------------------------------------------------------------------


def read_the_real_chain(at):
    found = regions(at.app)
    at.go("twinning", id=found.bond.hex, tab="papers")
    at.settle()
    words = at.words("twinning.area")
    parts = (
        "Gemeinsames Arbeitsprogramm",
        "North Rhine-Westphalia – Nord-Pas-de-Calais",
        "1 January 2016",
        "Nord-Pas-de-Calais and Picardy became Hauts-de-France",
        "North Rhine-Westphalia – Hauts-de-France",
        "4 September 2024",
    )
    places = [words.find(part) for part in parts]
    assert -1 not in places, dict(zip(parts, places, strict=True))
    assert places == sorted(places)
    assert at.window.top.title.whole() == "North Rhine-Westphalia – Hauts-de-France"


def write_a_charter(at):
    section(at, "papers")
    at.click("twinning.paper.new")
    write(at, "twinning.paper.text.title", "Partnerschaftsurkunde")
    write(at, "twinning.paper.renewBy", "8.6.2034")
    at.click("twinning.signing.add")
    papers = at.app.read(papers_of, at.bond)
    [[paper]] = papers.chains
    [signing] = paper.signings
    write(at, f"twinning.signing.on.{signing.id.hex}", "8.6.1974")
    write(at, f"twinning.signing.place.{signing.id.hex}", "Mairie")
    at.find("twinning.signer").picked.emit(at.world.barbara.hex)
    at.settle()
    at.find("twinning.signer").added.emit("Marcel Guillemin")
    at.settle()
    [[paper]] = at.app.read(papers_of, at.bond).chains
    assert paper.type == "charter"
    assert paper.title("de") == "Partnerschaftsurkunde"
    assert str(paper.renew_by) == "2034-06-08"
    [signing] = paper.signings
    assert (str(signing.on), signing.place) == ("1974-06-08", "Mairie")
    assert [one.name for one in signing.signatures] == ["Barbara Nowak", "Marcel Guillemin"]
    assert "Signed by Barbara Nowak (Chair) and Marcel Guillemin" in at.words("twinning.area")
    at.click(f"twinning.paper.renew.{paper.id.hex}")
    [chain] = at.app.read(papers_of, at.bond).chains
    assert [one.type for one in chain] == ["charter", "renewal"]
    at.window.acts.undo()
    at.settle()
    assert len(at.app.read(papers_of, at.bond).chains[0]) == 1


def attach_a_scan(at, monkeypatch, tmp_path):
    from hospes.ui.pages import twinning_paper_edit

    section(at, "papers")
    at.click("twinning.paper.new")
    monkeypatch.setattr(
        twinning_paper_edit,
        "read_files",
        lambda desk, files, keep: keep([TakenIn("charta.pdf", "application/pdf", b"%PDF-1.4")]),
    )
    editor = at.window.findChild(twinning_paper_edit.PaperEditor)
    editor.take(tmp_path / "charta.pdf")
    at.settle()
    [[paper]] = at.app.read(papers_of, at.bond).chains
    assert paper.document == "charta.pdf"
    assert at.there(f"twinning.paper.scan.{paper.id.hex}")


# ---- the other sections ---------------------------------------------------------------------------------


def reach_an_aim(at):
    section(at, "aims")
    write_long(at, "twinning.aim.new", "Schüler fahren hin.")
    at.click("twinning.aim.add")
    [aim] = page_of(at).aims
    at.click(f"twinning.aim.edit.{aim.id.hex}")
    at.find("twinning.aim.person").picked.emit(at.world.dieter.hex)
    at.settle()
    write(at, "twinning.aim.until", "2028")
    choose(at, "twinning.aim.visit.add", at.world.visit.hex)
    [aim] = page_of(at).aims
    assert (aim.person.surname, str(aim.until), [ref for ref, _ in aim.visits]) == (
        "Kessler",
        "2028",
        [at.world.visit],
    )
    at.click(f"twinning.aim.reached.{aim.id.hex}")
    assert page_of(at).aims[0].reached_on is not None
    at.find("twinning.theme.add").added.emit("Musik")
    at.settle()
    assert [theme.name("en") for theme in page_of(at).themes] == ["Musik"]


def tell_phases(at):
    section(at, "phases")
    write(at, "twinning.phase.new", "Kennenlernen", then=None)
    write(at, "twinning.phase.new.first", "1974", then=None)
    write(at, "twinning.phase.new.last", "1989", then=None)
    at.click("twinning.phase.add")
    [phase] = page_of(at).phases
    assert (phase.title("de"), str(phase.first), str(phase.last)) == ("Kennenlernen", "1974", "1989")
    choose(at, "twinning.motive.add", "CLA-REC")
    [motive] = page_of(at).motives
    assert (
        at.find(f"twinning.motive.last.{motive.id.hex}", QLineEdit).placeholderText() == "today"
    )  # it still drives
    write(at, f"twinning.motive.first.{motive.id.hex}", "1974")
    write(at, f"twinning.motive.last.{motive.id.hex}", "1994")
    chart = at.find("twinning.motives.chart")
    assert chart.accessibleName() == "Reconciliation after 1945: 1974–1994"


def look_and_write_the_story(at):
    section(at, "people")
    assert at.there("twinning.contacts")
    section(at, "visits")
    assert "Himmelfahrt" in at.words("twinning.visits")
    at.click(f"twinning.visit.{at.world.visit.hex}")
    assert at.window.place == "visit"
    section(at, "story")
    box = at.find("twinning.story.story")
    box.setFocus()
    box.setPlainText("Es begann mit einem Chor.")
    at.go("today")  # left is saved
    assert page_of(at).texts["de"].story == "Es begann mit einem Chor."
    at.go("twinning", id=at.bond.hex)
    at.click("twinning.print")
    assert at.window.place == "print"
    assert at.find("print.twinning").currentText() == "Rosenau – Montclair"


# ---- places and themes ----------------------------------------------------------------------------------


def name_a_town(at):
    at.go("places")
    write(at, "places.words", "Montclair", then=None)
    at.settle()
    at.page.table.choose(at.world.partner_town)
    at.settle()
    choose(at, "place.name.language", "pl")
    write(at, "place.name.new", "Monkler", then=None)
    at.click("place.name.add")
    assert at.app.read(place_ids, "monkler", locale=at.desk.locale) == [at.world.partner_town]
    write(at, "places.words", "monkler", then=None)
    at.settle()
    assert at.page.table.rows.rowCount() == 1
    write(at, "places.words", "Neuland", then=None)
    at.settle()
    assert at.there("places.empty.all")
    at.desk.act("new")
    at.settle()
    [new] = at.app.read(place_ids, "Neuland", locale=at.desk.locale)
    write(at, "place.valid_from", "1975")
    write(at, "place.valid_to", "2015")
    span = at.app.read(place_page, new, "en").span
    assert (str(span.first), str(span.last)) == ("1975-01-01", "2015-12-31")
    choose(at, "place.became.into", at.world.partner_town.hex)
    at.find("place.became.on").setText("1.1.2016")
    at.click("place.became.add")
    assert at.app.read(place_page, new, "en").after[0].place_id == at.world.partner_town
    assert "merged into Montclair" in at.words("places.pane")


def order_themes(at):
    at.go("themes")
    write(at, "themes.new", "Kultur", then=None)
    at.click("themes.add")
    [area] = at.app.read(all_theme_rows)
    write(at, f"themes.topic.{area.id.hex}", "Musik", then=None)
    at.click(f"themes.topic.add.{area.id.hex}")
    rows = at.app.read(all_theme_rows)
    assert [(row.name("de"), row.parent_id) for row in rows] == [("Kultur", None), ("Musik", area.id)]
    at.click(f"themes.edit.{rows[1].id.hex}")
    at.click("themes.name.language.fr")
    write(at, "themes.name.name", "Musique")
    assert at.app.read(all_theme_rows)[1].name("fr") == "Musique"


def test_where_there_is_little_room_everything_can_still_be_reached(sit):
    at = sit(900, 560)
    bond = at.app.read(twinning, "Montclair")
    at.go("twinnings", new=True)
    assert not at.there("twinnings.area")
    at.click("twinning.form.cancel")
    assert at.there("twinnings.area")
    for tab in ("overview", "papers", "aims", "phases", "people", "visits", "story"):
        at.go("twinning", id=bond.hex, tab=tab)
        QApplication.processEvents()
        assert at.page.where()["tab"] == tab


# ---- sittings: a window is dear, so what a volunteer does after the other is one -------------------------


def test_the_list_is_read_narrowed_and_led_from(at):
    tell_and_open_a_card(at)
    narrow_the_list(at)


def test_new_ones_are_added_undone_or_kept_as_drafts(at):
    add_a_triangle_and_undo(at)
    leave_a_draft(at)
    bin_and_back(at)


def test_the_overview_is_written_in_place(at):
    write_facts(at)
    add_parties_and_log_a_call(at)
    follow_missing_texts(at)


def test_a_charter_is_written_down_from_nothing(at, monkeypatch, tmp_path):
    attach_a_scan(at, monkeypatch, tmp_path)
    at.window.acts.undo()
    at.window.acts.undo()
    at.settle()
    write_a_charter(at)


def test_the_real_chain_reads_right_in_the_window(at, qtbot):
    read_the_real_chain(at)
    at.click("twinning.paper.new")  # the new one stands at the end, and is shown
    area = at.page.findChild(QScrollArea, "twinning.area")
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() > 0)


def test_aims_phases_motives_people_visits_and_story(at):
    reach_an_aim(at)
    tell_phases(at)
    look_and_write_the_story(at)


def test_places_and_themes(at):
    name_a_town(at)
    order_themes(at)
