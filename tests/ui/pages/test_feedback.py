# SPDX-License-Identifier: GPL-3.0-or-later
"""Feedback in the window: kept in the form, written into a letter, noted as sent."""

from hospes.domain.feedback import FeedbackState, Level
from hospes.i18n.locale import Locale
from hospes.queries.feedback import feedback_rows
from tests.ui.pages.hands import write

EN = Locale.of("en")


def test_an_item_is_kept_and_its_letter_is_one_click_away(at):
    at.go("feedback")
    at.click("feedback.empty.new")
    at.click("feedback.keep")
    assert "Say in a few words what it is about." in at.words("feedback.form")
    write(at, "feedback.topic", "A night train")
    at.page.fields["level"].set_value(Level.STATE.value)
    at.page.occasion.choose(f"visit:{at.world.visit.hex}")
    write(at, "feedback.sent_on", "31 February 2026")
    at.click("feedback.keep")
    assert at.app.read(feedback_rows, EN) == ()
    write(at, "feedback.sent_on", "")
    at.click("feedback.keep")
    (kept,) = at.app.read(feedback_rows, EN)
    assert (kept.topic, kept.level, kept.visit_id) == ("A night train", Level.STATE, at.world.visit)
    assert kept.state is FeedbackState.NEW
    at.page.table.choose(kept.id)
    at.click("feedback.letter")
    assert at.window.page.where()["rows"] == [kept.id.hex]
