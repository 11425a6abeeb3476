# SPDX-License-Identifier: GPL-3.0-or-later
"""Twinnings read: a real chain with names as of its days, jubilees, sleeping links, people, visits."""

from datetime import date

import pytest

from hospes import example
from hospes.actions.agreements import EditAgreement
from hospes.actions.notes import AddNote
from hospes.actions.settings import ChangeSetting
from hospes.app import App
from hospes.domain.codes import NoteKind
from hospes.domain.codes_twinning import PartnershipStatus
from hospes.i18n.locale import Locale
from hospes.queries import partnerships as q
from hospes.queries.agreements import papers_of
from hospes.queries.dashboard import today as dashboard
from hospes.queries.paper_twinning import with_its_groups
from hospes.queries.partnerships_page import twinning_page
from hospes.queries.partnerships_visits import both_ways, office_on, people_over_there, visits_of_bond
from hospes.queries.resolve import twinning
from hospes.queries.search import search
from hospes.queries.territories import place_ids, place_rows
from tests import make
from tests.regions import regions

DE = Locale.of("de")


@pytest.fixture(scope="module")
def pair(tmp_path_factory):
    """The two regions in a file of their own."""
    app = make.founded(tmp_path_factory.mktemp("regions") / "regions.hospes")
    found = regions(app)
    yield app, found
    app.close()


@pytest.fixture(scope="module")
def rosenau(tmp_path_factory):
    path = tmp_path_factory.mktemp("example") / "example.hospes"
    example.build(path, language="de")
    app = App.open(path)
    yield app
    app.close()


# ---- the real chain -------------------------------------------------------------------------------------


def test_the_chain_of_two_regions_reads_as_it_was(pair):
    app, found = pair
    papers = app.read(papers_of, found.bond)
    [chain] = papers.chains
    assert [one.id for one in chain] == list(found.papers)
    told = [(str(one.signed), one.title("de"), papers.between(one, "de")) for one in chain]
    nrw = "Nordrhein-Westfalen"
    assert told == [
        ("2004", "Gemeinsames Arbeitsprogramm", (nrw, "Nord-Pas-de-Calais")),
        ("2014", "Gemeinsame Erklärung", (nrw, "Nord-Pas-de-Calais")),
        ("2021", "Gemeinsame Erklärung", (nrw, "Hauts-de-France")),
        ("2024-09-04", "Erneuerung der Gemeinsamen Erklärung", (nrw, "Hauts-de-France")),
    ]
    assert papers.between(chain[0], "fr") == ("Rhénanie-du-Nord-Westphalie", "Nord-Pas-de-Calais")


def test_two_regions_became_one(pair):
    app, found = pair
    [change] = app.read(papers_of, found.bond).changes("de", app.today)
    assert (change.on, change.before, change.after) == (
        date(2016, 1, 1),
        ("Nord-Pas-de-Calais", "Pikardie"),
        "Hauts-de-France",
    )


def test_today_the_partner_has_its_new_name_and_remembers_the_old(pair):
    app, found = pair
    row = app.read(q.twinning_row, found.bond, "de", app.today)
    assert row.title == "Nordrhein-Westfalen – Hauts-de-France"
    assert [party.first_name for party in row.parties] == ["", "Nord-Pas-de-Calais"]
    then = app.read(q.parties_of_bonds, [found.bond], "de", date(2010, 1, 1))[found.bond]
    assert [party.name for party in then] == ["Nordrhein-Westfalen", "Nord-Pas-de-Calais"]


def test_a_place_is_found_by_any_of_its_names(pair):
    app, found = pair
    for words in ("westphalie", "north rhine", "NORDRHEIN"):
        assert app.read(place_ids, words, locale=DE) == [found.nrw], words
        hits = app.read(search, words, DE, app.today)
        assert found.nrw in {hit.id for hit in hits if hit.kind == "territory"}, words
        assert found.bond in {hit.id for hit in hits if hit.kind == "partnership"}, words
    [row] = app.read(place_rows, [found.north], "de")
    assert row.span.last == date(2015, 12, 31)
    assert app.read(twinning, "Nord-Pas-de-Calais") == found.bond


def test_a_renewal_is_asked_for_until_it_is_signed(pair):
    app, found = pair
    last = found.papers[-1]
    app.run(EditAgreement(found.papers[0], {"renew_by": date(2009, 1, 1)}))  # followed long ago
    assert app.read(q.renewals_of, [found.bond]) == {}
    app.run(EditAgreement(last, {"renew_by": date(2026, 6, 1)}))
    assert app.read(q.renewals_of, [found.bond]) == {found.bond: date(2026, 6, 1)}
    assert [(one.on, one.years) for one in app.read(q.ahead, app.today, "de") if one.bond == found.bond] == [
        (date(2026, 6, 1), 0)
    ]
    [need] = [one for one in app.read(dashboard, app.today, "de").needs if one.code == "renewal"]
    assert (need.ref, need.rank, need.name) == (found.bond, 2, "Nordrhein-Westfalen – Hauts-de-France")
    app.run(EditAgreement(last, {"renew_by": date(2026, 4, 1)}))
    [need] = [one for one in app.read(dashboard, app.today, "de").needs if one.code == "renewal"]
    assert need.rank == 1


# ---- contacts -------------------------------------------------------------------------------------------


def test_a_link_falls_asleep_and_wakes_by_a_conversation(pair):
    app, _ = pair
    bond = app.read(twinning, "Montclair")

    def asleep():
        return [need.name for need in app.read(dashboard, app.today, "de").needs if need.code == "asleep"]

    assert asleep() == ["Rosenau – Montclair"]
    app.run(AddNote("partnership", bond, "Nur ein Gedanke", NoteKind.NOTE))
    assert asleep()
    app.run(AddNote("partnership", bond, "Anruf", NoteKind.CALL, on=date(2025, 1, 10)))
    row = app.read(q.twinning_row, bond, "de", app.today)
    assert (row.contact.on, row.contact.kind, row.asleep) == (date(2025, 1, 10), "call", False)
    assert not asleep()
    app.run(ChangeSetting(q.SLEEPS_KEY, 6))
    assert asleep()


def test_last_contacts_of_the_example(rosenau):
    rows = {row.title: row for row in rosenau.read(q.all_rows, DE, rosenau.today)}
    heard = {title: (row.contact.kind, row.asleep) for title, row in rows.items() if row.contact}
    assert heard["Rosenau und Montclair an der Loire"] == ("letter", False)
    assert heard["Rosenau und Lipowitz"] == ("letter", False)
    sleeping = [row.title for row in q.listed(rows.values(), "asleep", locale=DE)]
    assert sleeping == ["Boulefreunde Rosenau – Amicale bouliste de Montclair"]
    # What we wrote to Montclair says nothing about Montclair and Lipowiec.
    assert rows["Montclair an der Loire – Lipowitz"].contact.kind == "visit"


def test_the_list_has_views_orders_and_words(rosenau):
    rows = rosenau.read(q.all_rows, DE, rosenau.today)
    first = q.listed(rows, "ours", order="since", locale=DE)
    assert first[0].title == "Rosenau und Montclair an der Loire"
    assert {row.type for row in q.listed(rows, "links", locale=DE)} == {"institution"}
    assert [row.title for row in q.listed(rows, "others", locale=DE)] == ["Montclair an der Loire – Lipowitz"]
    assert len(q.listed(rows, "all", "montclair-sur", locale=DE)) == 3  # by the name it has itself
    assert q.listed(rows, "all", "Atlantis", locale=DE) == []
    assert rows[0].status is not PartnershipStatus.ENDED


def test_jubilees_ahead(rosenau):
    found = rosenau.read(q.ahead, rosenau.today, "de")
    assert all(one.on >= rosenau.today for one in found if one.years)
    assert {(one.on.year, one.years, one.exact) for one in found} == {(2026, 30, False), (2026, 20, False)}


# ---- the page -------------------------------------------------------------------------------------------


def test_the_page_of_the_first_twinning(rosenau):
    bond = rosenau.read(twinning, "Rosenau und Montclair an der Loire")
    page = rosenau.read(twinning_page, bond, "fr", rosenau.today)
    assert page.row.title == "Rosenau et Montclair-sur-Loire"
    assert page.languages == ("de", "fr", "en", "pl")
    assert page.missing == ()
    assert page.phases[0].title("fr") == "Se connaître"
    assert "Culture: Musique" in [theme.whole("fr") for theme in page.themes]
    assert [aim.reached_on is None for aim in page.aims] == [True, True, False]
    [group] = page.groups
    assert len(group.members) == 4
    assert len(page.children) == 4


def test_visits_and_people_of_the_first_twinning(rosenau):
    bond = rosenau.read(twinning, "Rosenau und Montclair an der Loire")
    visits = rosenau.read(visits_of_bond, bond, "de")
    sums = both_ways(visits, rosenau.today)
    assert visits[0].title == "Himmelfahrtsbesuch 2026"
    assert (visits[0].theirs, visits[0].ours) == (34, 0)
    assert sums.visits == 22  # neither the coming nor the cancelled one
    assert sums.theirs > 100
    assert sums.ours > 100
    people = rosenau.read(people_over_there, bond, "de", rosenau.today)
    assert (people[0].name.surname, people[0].function) == ("La Roche", "mayor")
    mayor = people[0].person_id
    assert rosenau.read(office_on, mayor, date(2024, 6, 8)) == ("mayor", "")
    assert rosenau.read(office_on, mayor, date(2010, 1, 1)) is None


def test_a_triangle_comes_with_its_pairs_by_age(rosenau):
    triangle = rosenau.read(twinning, "Dreieck der drei Städte")
    bonds = rosenau.read(with_its_groups, triangle)
    titles = rosenau.read(q.titles_of, bonds, "de")
    assert [titles[one] for one in bonds] == [
        "Rosenau und Montclair an der Loire",
        "Rosenau und Lipowitz",
        "Montclair an der Loire – Lipowitz",
        "Dreieck der drei Städte",
    ]
