# SPDX-License-Identifier: GPL-3.0-or-later
"""Suggesting hosts for all, the review, and the plan with the fewest calls after a late change."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QMenu

from hospes.actions.offers import WithdrawOffer
from hospes.domain.matching.fit import conflicts
from hospes.domain.matching.values import Leftover
from hospes.ui.widgets.choices import Tick
from hospes.ui.widgets.labels import Label, StateWord
from tests.hosting import guest, home
from tests.ui.pages.hosting_board import at, sit_down

__all__ = ["at", "sit_down"]


def test_a_suggestion_is_looked_through_before_anybody_is_placed(at):
    at.click("board.suggestAll")
    assert at.find("review.title").text() == "Suggested hosts for 5 guests"
    assert at.find("review.proof").accessibleName() == "Proved: no plan is better"
    assert at.read().counts.without == 5
    ticks = [
        one.accessibleName()
        for one in at.window.findChildren(QAbstractButton)
        if "review.tick" in one.objectName()
    ]
    assert any(words.startswith("Claire and Manon Dubois → Nowak") for words in ticks)
    assert all("points" in words for words in ticks)
    at.click("review.tick.3")
    assert at.find("review.place").text() == "Place the 4 ticked"
    at.click("review.place")
    assert at.read().counts.without == 1
    assert at.where_is("Claire Dubois") == ["Nowak"]
    assert at.where_is("Anne Leroy") == ["Baumann"]  # placed by hand stays
    at.window.acts.undo()
    at.settle()
    assert at.read().counts.without == 5


def test_cancelling_a_suggestion_changes_nothing(at):
    before = at.app.undo_step()
    at.click("board.suggestAll")
    review = at.tab._found
    review.leftover = tuple(Leftover(key, (), ()) for key in review.board.view.guests)
    at.find("board.review").show_review(review)
    at.settle()
    left = at.find("review.leftOver")  # however many are left over, each is told at its full height
    lines = left.findChildren(StateWord)
    assert len(lines) == 34
    assert all(one.height() >= one.heightForWidth(one.width()) > 0 for one in lines)
    assert left.verticalScrollBar().maximum() > 0
    assert left.focusPolicy() == Qt.FocusPolicy.TabFocus
    assert at.find("review.rows").height() >= at.find("review.rows").row_height()
    at.click("review.cancel")
    assert at.there("board.guests")
    assert at.app.undo_step() == before


def test_another_home_can_be_chosen_in_the_review(at):
    at.click("board.suggestAll")
    review = at.tab._found
    number = next(n for n, item in enumerate(review.items) if item.guests[0].name == "Sylvie Moreau")
    first = review.items[number].hosts
    at.click(f"review.other.{number}")
    menu = at.window.findChild(QMenu, "review.otherMenu")
    menu.actions()[0].trigger()
    menu.close()
    at.settle()
    assert at.tab._found.items[number].hosts != first
    at.click("review.place")
    wanted = review.board.view.hosts[review.items[number].hosts[0]].name
    assert at.where_is("Sylvie Moreau") == [wanted]
    assert at.read().counts.without == 0
    assert at.there("board.allPlaced")


def test_a_host_who_falls_ill_is_told_with_the_way_on(at):
    fischer = home(at.read(), "Fischer")
    at.desk.run(WithdrawOffer(UUID(hex=fischer.key)))
    at.settle()
    banner = at.find("board.lateBanner").accessibleName()
    assert banner == "Fischer cannot host any more: 2 guests need another bed."
    at.click("board.late")
    assert "fewest calls" in at.find("review.title").text()
    # Anne with Baumann was wrong before: nobody is telephoned for her unless that is wanted too.
    assert at.find("review.earlier").accessibleName() == "1 conflict from before stays"
    few = told(at)
    assert "Anne Leroy" not in " ".join(few)
    at.click("review.mend")
    assert not at.there("review.earlier")
    many = told(at)
    words = at.find("review.mend").text()
    assert words.startswith("Mend 1 conflict from before as well: ")
    assert words == f"Mend 1 conflict from before as well: {len(many) - len(few)} more calls"
    assert any(line.startswith("Anne Leroy moves from Baumann") for line in many)
    bar = at.find("review.rows").verticalScrollBar()
    bar.setValue(bar.maximum())
    ticks = [one.accessibleName() for one in at.window.findChildren(Tick) if one.isVisible()]
    assert sum("Mends a conflict from before · moves from Baumann" in one for one in ticks) == 1
    # What is not ticked makes no call.
    last = len(at.tab._found.items) - 1
    assert at.tab._found.items[last].mends
    at.click(f"review.tick.{last}")
    assert len(told(at)) < len(many)
    at.click("review.mend")
    assert told(at) == few
    calls = few
    assert any(line.startswith("Fischer: Jean-Luc Martin") for line in calls)
    assert any("+49" in line for line in calls)
    assert "hosting list" in at.find("review.printAgain").text()
    at.click("review.place")
    n = len([one for one in few if " moves from " in one or " stays with " in one])
    assert at.app.undo_step().refs["n"] == n
    martin = guest(at.read(), "Jean-Luc Martin")
    assert martin.placed
    assert martin.offers != (fischer.id,)
    assert not [one for one in conflicts(at.read().case) if one.host == fischer.key]
    assert not at.there("board.lateBanner")


def told(at):
    """The lines of the list of calls."""
    found = [one for one in at.find("review.callList").findChildren(Label) if one.isVisible()]
    return [one.text() for one in found if one.objectName().startswith("review.call.")]
