# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of members: several at once, the bin and back, filters that match nobody, columns for the room."""

from typing import ClassVar

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from hospes.queries.person_details import tags_of
from tests.ui.pages.hands import write


@pytest.fixture
def members(at):
    at.go("members")
    return at


def names(at) -> list[str]:
    table = at.find("members.table")
    return [table.rows.cells(place)[0].text for place in range(table.rows.rowCount())]


def choose_all(at):
    at.find("members.table").selectAll()
    at.settle()


def test_nobody_is_chosen_at_first_or_the_first(members):
    assert names(members)
    assert members.there("person.nobody") or members.there("person.name")


def test_several_get_a_tag_at_once_and_lose_it_by_one_undo(members):
    choose_all(members)
    count = len(names(members))
    assert members.find("many.count").text() == f"{count} people"
    write(members, "many.tag", "Tenor", then=None)
    members.click("many.tagAdd")
    assert [tag.name for tag in members.app.read(tags_of, "person", members.world.dieter)][-1] == "Tenor"
    members.click("message.undo")
    assert "Tenor" not in [tag.name for tag in members.app.read(tags_of, "person", members.world.dieter)]


def test_addresses_of_several_are_copied(members):
    choose_all(members)
    members.click("many.emails")
    assert "barbara@nowak.example" in QApplication.clipboard().text()


def test_somebody_is_binned_without_a_question_and_comes_back(members):
    members.find("members.table").choose(members.world.dieter)
    members.settle()
    assert members.desk.act("bin")
    members.settle()
    assert members.said() == "Dieter Kessler is in the bin."
    assert "Kessler, Dieter" not in names(members)
    members.click("message.undo")
    assert "Kessler, Dieter" in names(members)


def test_a_filter_that_matches_nobody_offers_everyone(members):
    before = names(members)
    members.click("members.filter")
    write(members, "members.filterWords", "wiest", then=None)
    members.go("members", filter="wiest")
    assert "Nobody matches “wiest”." in members.words()
    members.click("members.empty.everyone")
    assert names(members) == before


def test_chips_filter_the_list(members):
    everyone = names(members)
    members.click("members.chips.dues_open")
    assert set(names(members)) < set(everyone)


def test_little_room_leaves_few_columns_and_says_how_many_there_are(sit):
    at = sit(1366, 690, text_size=150)
    at.go("members")
    assert at.find("members.table").shown() == ("name", "place", "since", "dues")
    assert "members in" in at.find("members.count").text()
    assert not at.there("members.footCount")


def test_little_room_lets_the_form_cover_the_list_and_go_again(sit):
    at = sit(1366, 690, text_size=150)
    at.go("members")
    at.click("members.new")
    assert not at.there("members.table")
    at.click("member.form.cancel")
    assert at.there("members.table")


def test_no_part_of_a_page_opens_as_a_window_of_its_own(sit):
    """A widget that is shown before it has a place flashes up as a window and takes the keyboard away."""

    class Watch(QObject):
        seen: ClassVar[list[str]] = []

        def eventFilter(self, watched, event):
            if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                self.seen.append(f"{type(watched).__name__} {watched.objectName()}")
            return False

    at = sit()
    watch = Watch()
    QApplication.instance().installEventFilter(watch)
    try:
        for person in (at.world.barbara, at.world.dieter):
            at.go("members", id=person.hex)
            at.settle()
            for tab in ("details", "household", "dues", "visits", "notes"):
                at.click(f"person.tabs.{tab}")
            at.go("person", id=person.hex)
        at.go("household", id=at.world.home.hex)
        at.go("members", new=True)
        at.find("members.table").selectAll()
        at.settle()
    finally:
        QApplication.instance().removeEventFilter(watch)
    assert watch.seen == []
