# SPDX-License-Identifier: GPL-3.0-or-later
"""Hosts to ask: the list, one-click answers, and everything a host offers."""

from datetime import date

import pytest

from hospes.domain.codes_visit import OfferState
from hospes.queries.offers import offer_page
from tests.hosting import hosts_to_ask
from tests.ui.pages.hands import choose, tick, write
from tests.ui.pages.hosting_board import at, sit_down

__all__ = ["at", "sit_down"]


@pytest.fixture
def asking(at):
    at.click("board.askHosts")
    return at


def offer(at, name):
    return next(row for row in hosts_to_ask(at.app, at.visit) if row.name == name)


def show(at, name):
    at.tab.asking.choose(offer(at, name).household_id)
    at.settle()


def facts(at, name):
    return at.app.read(offer_page, offer(at, name).id, at.desk.locale)


def test_everybody_who_can_host_is_listed_with_a_number_to_call(asking):
    show(asking, "Baumann")
    assert asking.find("host.name").text() == "Baumann"
    assert "+49" in asking.find("host.phone.0").text()
    assert "Ascension visit 2023" in asking.find("host.last").text()


def test_an_answer_is_one_click_and_puts_the_host_on_the_list(asking):
    show(asking, "Brandt")
    assert offer(asking, "Brandt").id is None
    asking.click("host.say.asked")
    assert offer(asking, "Brandt").state is OfferState.ASKED
    asking.click("host.say.yes")
    row = offer(asking, "Brandt")
    assert row.state is OfferState.YES
    assert row.places == 2  # as the household offers in general
    assert asking.said() == "Brandt: Said yes"
    asking.window.acts.undo()
    asking.settle()
    assert offer(asking, "Brandt").state is OfferState.ASKED


def test_beds_nights_and_answers_are_written_at_once(asking):
    show(asking, "Weber")
    assert date(2026, 5, 13) not in facts(asking, "Weber").nights
    tick(asking, "host.night.2026-05-13")
    assert date(2026, 5, 13) in facts(asking, "Weber").nights
    write(asking, "host.stairs", "7")
    choose(asking, "host.cats", "1")
    tick(asking, "host.diets.vegan")
    page = facts(asking, "Weber")
    assert (page.stairs, page.cats) == (7, True)
    assert "vegan" in page.diets
    before = page.places
    asking.find("host.room").setText("Attic")
    asking.click("host.addBed")
    assert facts(asking, "Weber").places == before + 1


def test_what_cannot_be_used_is_kept_as_typed(asking):
    show(asking, "Weber")
    write(asking, "host.stairs", "many")
    choose(asking, "host.cats", "1")
    assert asking.find("host.stairs").text() == "many"
    assert facts(asking, "Weber").stairs == 12


def test_the_hosts_of_last_time_come_onto_the_list_unasked(asking):
    before = [row for row in hosts_to_ask(asking.app, asking.visit) if row.id is not None]
    asking.click("hosts.likeLastTime")
    now = [row for row in hosts_to_ask(asking.app, asking.visit) if row.id is not None]
    new = {row.name for row in now} - {row.name for row in before}
    assert new
    assert all(row.state is OfferState.NOT_ASKED for row in now if row.name in new)


def test_the_board_leads_to_the_host_to_ask(at):
    at.choose("Luc Fontaine")
    card = at.card("Weber")
    ask = [n for n, link in enumerate(card.view.links) if link.text == "Ask Thomas Weber"]
    card._links[ask[0]].click()
    at.settle()
    assert at.find("host.name").text() == "Weber"
    at.click("hosts.toBoard")
    assert at.there("board.guests")
