# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings: what is changed holds at once and is remembered."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from hospes import settings as kept
from hospes.actions.tags import AddTag
from hospes.domain.border import rule_for
from hospes.queries.border import border_rules
from hospes.queries.own_words import all_tags, values_of_fields
from hospes.queries.paper_facts import logo_of
from hospes.queries.person_details import own_values
from hospes.queries.signatures import signers
from hospes.queries.suggestions import own_fields
from hospes.transfer.documents import TakenIn
from hospes.ui.pages import settings_pictures
from hospes.ui.widgets.fields import Field
from hospes.ui.widgets.labels import Label
from tests.ui.pages.hands import choose, write


def test_dark_colours_hold_at_once_and_are_remembered(at):
    at.go("settings", section="look")
    at.click("settings.scheme.dark")
    assert at.desk.settings.scheme == "dark"
    assert kept.load(at.desk._settings_file).scheme == "dark"


def test_another_language_speaks_everywhere(at):
    at.go("settings", section="you")
    at.desk.prefer(language="de")
    at.go("contacts")
    at.go("members")
    assert at.page.heading().title == "Mitglieder"


def test_what_a_border_asks_is_changed_confirmed_and_taken_back(at):
    at.go("settings", section="borders")
    rules = at.find("settings.borders.rule")
    rules.choose("gb-free")
    rules.picked.emit("gb-free")
    at.settle()
    at.click("settings.borders.checked")
    at.click("settings.borders.permit")
    rule = rule_for(at.desk.read(border_rules), "GB", "DE", None)
    assert (rule.verify, rule.permit, rule.valid_days_after) == (False, True, 90)
    at.click("settings.borders.back")
    assert not rule_for(at.desk.read(border_rules), "GB", "DE", None).own
    origin, destination = at.find("settings.borders.from"), at.find("settings.borders.to")
    origin.choose("US")
    destination.choose("DE")
    at.click("settings.borders.add")
    assert rule_for(at.desk.read(border_rules), "US", "DE", None).own


def test_the_mandates_own_words_warn_of_what_is_missing_and_go_back(at):
    at.go("settings", section="mandate")
    at.find("settings.mandate.language").choose("en")
    at.find("settings.mandate.language").picked.emit("en")
    field = next(one for one in at.page.findChildren(Field) if one.label.text() == "Right to a refund")
    usual = field.value()
    assert "8 weeks" in usual
    field.set_value("You may ask for it back.")
    field.saved.emit("You may ask for it back.")
    at.settle()
    assert at.find("settings.mandate.warning").text() == (
        "The right to a refund within eight weeks is missing."
    )
    at.click("settings.mandate.usual")
    at.settle()
    assert field.value() == usual
    assert at.page.findChild(Label, "settings.mandate.warning").text() == ""


def test_logo_and_signatures_are_put_in_seen_removed_and_taken_back(at, monkeypatch, tmp_path):
    ink = QImage(120, 40, QImage.Format.Format_RGB32)
    ink.fill(Qt.GlobalColor.darkBlue)
    path = tmp_path / "ink.png"
    assert ink.save(str(path))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    taken = TakenIn("ink.png", "image/png", path.read_bytes())
    for read in ("read_signature", "read_logo"):  # what they make of a picture has its own tests
        monkeypatch.setattr(settings_pictures, read, lambda _: taken)
    at.go("settings", section="association")
    key = at.world.barbara.hex
    assert not at.there(f"settings.signature.{key}")
    at.click("settings.signature.choose")
    assert at.there(f"settings.signature.{key}")
    assert at.app.read(signers)[0].person_id == at.world.barbara
    at.click(f"settings.signature.drop.{key}")
    assert at.app.read(signers) == ()
    at.app.undo()
    at.settle()
    assert at.there(f"settings.signature.{key}")
    at.click("settings.logo.choose")
    assert at.app.read(logo_of) == path.read_bytes()
    at.click("settings.logo.remove")
    assert at.app.read(logo_of) is None


def test_fields_of_ones_own_are_added_renamed_and_deleted_with_their_values(at):
    world = at.world
    at.go("settings", section="fields")
    write(at, "settings.fields.name", "Knows the town", then=None)
    choose(at, "settings.fields.kind", "yes_no")
    at.click("settings.fields.add")
    made = next(one for one in at.desk.read(own_fields, "en") if one.name == "Knows the town")
    write(at, f"settings.field.{made.id.hex}", "Guide")
    at.click(f"settings.field.{made.id.hex}.names")
    write(at, f"settings.field.{made.id.hex}.de", "Führt durch die Stadt")
    assert [one.name for one in at.desk.read(own_fields, "de") if one.id == made.id] == [
        "Führt durch die Stadt"
    ]
    at.go("person", id=world.barbara.hex)
    choose(at, f"person.own.{made.id.hex}", "yes")
    held = {one.name: one.value for one in at.desk.read(own_values, world.barbara, "en")}
    assert held["Guide"] == "yes"
    at.go("settings", section="fields")
    assert at.desk.read(values_of_fields)[made.id] == 1
    at.click(f"settings.field.{made.id.hex}.delete")
    assert at.said().startswith("The field Guide is deleted, with what 1 person had in it.")
    assert made.id not in {one.id for one in at.desk.read(own_fields, "en")}
    at.window.menus.actions["edit.undo"].trigger()
    at.settle()
    assert at.desk.read(values_of_fields)[made.id] == 1, "with undo the values are there again"
    at.go("settings", section="fields")
    assert at.there(f"settings.field.{made.id.hex}")


def test_a_tag_is_renamed_into_another_and_deleted(at):
    world = at.world
    at.app.run(AddTag((world.barbara, world.dieter), "Singers"))
    at.go("settings", section="fields")
    write(at, f"settings.tag.{world.tag.hex}", "singers")
    (kept,) = at.desk.read(all_tags)
    assert (kept.name, kept.n) == ("Singers", 3)
    at.click(f"settings.tag.{kept.id.hex}.delete")
    assert at.desk.read(all_tags) == ()
    assert not at.there(f"settings.tag.{kept.id.hex}")
