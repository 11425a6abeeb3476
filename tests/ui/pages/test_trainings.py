# SPDX-License-Identifier: GPL-3.0-or-later
"""Trainings and advice in the window: people are added by name, taken away again, and drafts keep them."""

from hospes.i18n.locale import Locale
from hospes.queries.trainings import advice_rows, training_rows
from tests.ui.pages.hands import write

EN = Locale.of("en")


def test_a_training_with_its_people_and_a_question(at):
    at.go("trainings")
    at.click("trainings.empty.new")
    write(at, "trainings.topic", "Grants")
    for name in ("barbara", "dieter"):
        at.page.people.line.picked.emit(getattr(at.world, name).hex)
    at.settle()
    at.go("today")
    at.go("trainings", new=True)
    assert at.page.people.ids() == (at.world.barbara, at.world.dieter)
    at.click(f"trainings.people.{at.world.dieter.hex}")
    at.click("trainings.keep")
    (kept,) = at.app.read(training_rows, EN)
    assert (kept.topic, kept.names) == ("Grants", ("Barbara Nowak",))
    at.click("trainings.advice")
    at.click("advice.empty.new")
    write(at, "advice.question", "Are guests insured?")
    at.click("advice.keep")
    assert [one.question for one in at.app.read(advice_rows)] == ["Are guests insured?"]
