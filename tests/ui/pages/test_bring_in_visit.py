# SPDX-License-Identifier: GPL-3.0-or-later
"""Guests of a visit through the window: seen before, in with one step, out with one Undo."""

from hospes.actions.visits_delegations import AddDelegation
from hospes.domain.codes_visit import DelegationRole
from hospes.queries.export_visits import Shown, exported_guests, visit_facts
from hospes.queries.filters import EVERYONE
from tests.transfer import french


def visit_of(at):
    return next(
        one.id for one in at.app.read(visit_facts, at.app.today) if one.first and one.first > at.app.today
    )


def guests(at, visit):
    return at.app.read(
        exported_guests, visit, EVERYONE, at.desk.locale, at.app.today, Shown(health=True), "en"
    )


def test_a_french_list_of_guests_comes_in_for_the_visit_in_view(at, tmp_path):
    visit = visit_of(at)
    before = len(guests(at, visit))
    path = tmp_path / "liste.csv"
    path.write_bytes(french.as_csv())
    at.go("visit", id=visit.hex, tab="people")
    at.window.menus.actions["file.import"].trigger()
    at.settle()
    assert at.find("import.what").code() == "guests"
    assert at.find("import.visit").code() == visit.hex
    at.page.open_list(path)
    at.settle()
    at.click("import.next")
    assert "Inconnu" in "".join(
        label.text() for label in at.find("import.remarks").findChildren(object) if hasattr(label, "text")
    )
    at.click("import.next")
    now = guests(at, visit)
    assert len(now) == before + 60
    jerome = next(one for one in now if one["given_name"] == "Jérôme" and one["family_name"] == "Lefèvre")
    assert jerome["group"]
    at.window.menus.actions["edit.undo"].trigger()
    at.settle()
    assert len(guests(at, visit)) == before


def test_of_several_delegations_one_is_said_for_the_whole_list(at, tmp_path):
    visit = visit_of(at)
    new = AddDelegation(visit, DelegationRole.VISITING, town="Lipowiec", country="PL")
    delegation = at.app.run(new).result[0]
    path = tmp_path / "liste.csv"
    path.write_text("Nom;Prénom\nKaczmarek;Ewa\n", encoding="utf-8")
    at.go("visit", id=visit.hex, tab="people")
    at.window.menus.actions["file.import"].trigger()
    at.settle()
    choice = at.find("import.delegation")
    assert choice.currentText() == "as a column says"
    choice.choose(delegation.hex)
    at.page.open_list(path)
    at.settle()
    at.click("import.next")
    assert not at.there("import.remarks")
    at.click("import.next")
    (ewa,) = [one for one in guests(at, visit) if one["given_name"] == "Ewa"]
    assert ewa["delegation"] == "Lipowiec"
    at.window.menus.actions["edit.undo"].trigger()
    at.settle()
