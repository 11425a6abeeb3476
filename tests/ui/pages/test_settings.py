# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings: what is changed holds at once and is remembered."""

from hospes import settings as kept
from hospes.domain.border import rule_for
from hospes.queries.border import border_rules
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
