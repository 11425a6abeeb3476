# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings: what is changed holds at once and is remembered."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from hospes import settings as kept
from hospes.domain.border import rule_for
from hospes.queries.border import border_rules
from hospes.queries.paper_facts import logo_of
from hospes.queries.signatures import signers
from hospes.transfer.documents import TakenIn
from hospes.ui.pages import settings_pictures
from hospes.ui.widgets.fields import Field
from hospes.ui.widgets.labels import Label


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
