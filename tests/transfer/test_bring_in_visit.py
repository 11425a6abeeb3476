# SPDX-License-Identifier: GPL-3.0-or-later
"""Guests and hosts from lists: groups, wishes, doubles, corrected lists, the same list twice, one Undo."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from hospes.actions.visits import CreateVisit, NewDelegation
from hospes.domain.codes_visit import (
    BedKind,
    DelegationRole,
    GroupRule,
    OfferState,
    ParticipationKind,
    ParticipationState,
    WishKind,
)
from hospes.domain.values import RoughDate
from hospes.i18n.locale import Locale
from hospes.queries.export_visits import Shown, exported_guests
from hospes.queries.filters import EVERYONE
from hospes.queries.visits import visit_ids, visit_rows
from hospes.store.tables.people import EmergencyContact, Guardian, Person
from hospes.store.tables.stays import Bed, HostOffer, OfferNight, Placement, Room, StayLink, StayWish
from hospes.store.tables.towns import Territory
from hospes.store.tables.visits import Participation, TravelGroup
from hospes.transfer.bringing import check, draft_of
from hospes.transfer.bringing_visit import UNFOUND
from hospes.transfer.plan import Decision, Fate
from hospes.transfer.reading import ReadOptions, Unreadable
from tests import make
from tests.transfer import french
from tests.transfer.lists import bring_in, counts, table
from tests.transfer.test_bring_in import rows, state

FIRST, LAST = date(2026, 5, 13), date(2026, 5, 17)
HOSTS = (
    "Familie;Vorname;Nachname;Straße;PLZ;Ort;Betten;Doppelbett;Nächte;Haustiere;Raucher;Stufen;Kinder;"
    "Kann kochen;Wunschgäste;Auto;Entfernung;Nimmt auf\n"
    "Weber;Anna;Weber;Mühlgasse 14;63512;Rosenau;2;1;13.5.-17.5.;Katze, Kaninchen;nein;keine;12 und 15;"
    "vegetarisch;;ja 4;1,2 km;Paare, Frauen\n"
    "Schmidt;Bernd;Schmidt;Linde 2;63512;Rosenau;1;;alle;keine;nur draußen;;;;Zoé Garçon;3;400 m;alle\n"
)


@pytest.fixture
def visit(app):
    """A visit of people of Montclair."""

    def towns(w):
        home = w.scalars(select(Territory.id).where(Territory.is_home.is_(True))).first()
        there = w.create(Territory, name="Montclair-sur-Loire", country="FR")
        return home, there.id

    home, there = make.do(app, towns)
    parties = (NewDelegation(DelegationRole.VISITING, there), NewDelegation(DelegationRole.HOSTING, home))
    return app.run(CreateVisit({"de": "Himmelfahrt"}, FIRST, LAST, parties)).result


def guests(app, visit, text, **options):
    made = draft_of(table(text) if isinstance(text, str) else text, "liste.csv", kind="guests")
    return check(made, app.read, Locale.of("fr"), app.today, kind="guests", visit=visit, **options)


def hosts(app, visit, text=HOSTS):
    made = draft_of(table(text), "hosts.csv", kind="hosts")
    return check(made, app.read, Locale.of("de"), app.today, kind="hosts", visit=visit)


def taken(app, visit):
    shown = Shown(health=True, confidential=True)
    found = app.read(exported_guests, visit, EVERYONE, Locale.of("en"), app.today, shown)
    return {f"{each['given_name']} {each['family_name']}": each for each in found}


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_sixty_french_guests_come_in_at_once_with_groups_and_wishes(app, visit, read, form):
    app.run(hosts(app, visit).action())
    before = state(app)
    data = french.as_csv() if form == "csv" else french.as_xlsx()
    found = guests(app, visit, read(data, f"liste.{form}"))
    assert [column.heading for column in found.draft.unknown] == []
    assert found.understood.rejected == []
    assert counts(found) == {"new": 60}
    app.run(found.action())
    people = taken(app, visit)
    assert len(people) == 60
    aurelie, jerome = people["Aurélie Lefèvre"], people["Jérôme Lefèvre"]
    assert aurelie["group"] == jerome["group"] == "Lefèvre"
    assert aurelie["wished_hosts"] == "Weber"
    assert str(aurelie["birth_date"]) == "1941-02-08"
    assert people["Zoé Garçon"]["group"] == people["Noël Bénard"]["group"]
    assert (people["Zoé Garçon"]["diet"], people["Noël Bénard"]["diet"]) == ("gluten", "")
    assert people["Zoé Garçon"]["animal_allergies"] == "dog"
    assert people["Zoé Garçon"]["other_allergies"] == "dust"
    [mayor] = [each for name, each in people.items() if name.startswith("Françoise D")]
    assert mayor["role"] == "official; maire"
    assert people["Gaëlle Müller-Roy"]["role"] == "companion"
    assert people["Hélène Étienne"]["departure"] == date(2026, 5, 16)
    assert rows(app, EmergencyContact, "name", "phone") == [("Paul Roy", "02 61 91 00 11")]
    assert len(rows(app, TravelGroup, "id")) == 10
    [unknown] = [each for each in found.understood.remarks if each.code == "name-unknown"]
    assert unknown.value == "Inconnu"
    assert "Inconnu" in people["Hélène-Ève Étienne"]["remarks"]
    app.undo()
    assert state(app) == before


def test_a_remark_about_steps_is_asked_about_at_the_review(app, visit):
    text = "Nom;Prénom;Plain-pied;Observations\nRoux;Anne;;fauteuil roulant\nRoux;Paul;oui;fauteuil roulant\n"
    found = guests(app, visit, text)
    (asked,) = [each for each in found.understood.remarks if each.code in UNFOUND]
    assert (asked.row, asked.code, asked.value) == (2, "steps-unclear", "fauteuil roulant")


def test_the_same_list_twice_changes_nothing(app, visit, read):
    app.run(guests(app, visit, read(french.as_csv())).action())
    before = state(app)
    again = guests(app, visit, read(french.as_xlsx(), "liste.xlsx"))
    assert counts(again) == {"known": 60}
    assert again.missing == ()
    assert app.run(again.action()).step_id is None
    assert state(app) == before


def test_somebody_of_an_earlier_visit_takes_part_and_is_no_second_person(app, visit):
    bring_in(app, "Nom;Prénom;Date de naissance\nPetit;Manon;12.03.1990\n", kind="contacts")
    found = guests(app, visit, "Nom;Prénom;Date de naissance;Régime\nPETIT;Manon;12/03/1990;végétarienne\n")
    assert counts(found) == {"updated": 1}
    app.run(found.action())
    assert len(rows(app, Person, "id")) == 1
    assert taken(app, visit)["Manon Petit"]["diet"] == "vegetarian"


def test_a_name_alone_is_asked_about(app, visit):
    bring_in(app, "Nom;Prénom;Profession\nPetit;Manon;peintre\n", kind="contacts")
    found = guests(app, visit, "Nom;Prénom\nPetit;Manon\n")
    [row] = found.plan.rows
    assert (row.fate, row.decision) == (Fate.DOUBTFUL, Decision.SKIP)
    assert found.count() == 0
    found.plan.decide(row.who.row, Decision.FILL)
    app.run(found.action())
    assert len(rows(app, Person, "id")) == 1
    assert len(taken(app, visit)) == 1


LIST = (
    "Nom;Prénom;Arrivée;Départ;Allergies\nPetit;Manon;13.5.2026;17.5.2026;\n"
    "Roy;Luc;13.5.2026;17.5.2026;chat\nRoy;Eve;;;\n"
)
CORRECTED = (
    "Nom;Prénom;Arrivée;Départ;Allergies\nPetit;Manon;14.5.2026;17.5.2026;noix\n"
    "Roy;Luc;13.5.2026;17.5.2026;chat\nNeuf;Ida;;;\n"
)


def locked(app, visit):
    """Everybody sleeps at Weber, fixed by hand."""

    def place(w):
        offer = w.scalars(select(HostOffer)).first()
        for part in list(w.scalars(select(Participation).where(Participation.visit_id == visit))):
            for n in range(4):
                night = FIRST + timedelta(days=n)
                w.create(Placement, participation_id=part.id, night=night, offer_id=offer.id, locked=True)

    make.do(app, place)


def test_a_corrected_list_shows_added_changed_removed_and_touches_no_bed(app, visit):
    app.run(hosts(app, visit).action())
    app.run(guests(app, visit, LIST).action())
    locked(app, visit)
    beds = rows(app, Placement, "participation_id", "night", "offer_id", "locked")
    found = guests(app, visit, CORRECTED)
    assert [row.who.shown for row in found.plan.rows if row.fate is Fate.NEW] == ["Ida Neuf"]
    [changed] = found.changed
    assert [(each.field, each.ours, each.theirs) for each in changed.differences] == [
        ("arrival", "2026-05-13", "2026-05-14")
    ]
    assert "diet" in changed.fills
    assert [each.name for each in found.missing] == ["Eve Roy"]
    # Nothing is overwritten and nobody cancelled unless somebody says so.
    app.run(found.action())
    people = taken(app, visit)
    assert set(people) == {"Manon Petit", "Luc Roy", "Ida Neuf", "Eve Roy"}
    assert people["Manon Petit"]["arrival"] == date(2026, 5, 13)
    assert people["Manon Petit"]["diet"] == "nut"
    found = guests(app, visit, CORRECTED)
    found.skip_doubtful(Decision.TAKE)
    found.cancel = {each.participation for each in found.missing}
    app.run(found.action())
    people = taken(app, visit)
    assert people["Manon Petit"]["arrival"] == date(2026, 5, 14)
    assert "Eve Roy" not in people
    assert ParticipationState.CANCELLED in {each for (each,) in rows(app, Participation, "state")}
    assert rows(app, Placement, "participation_id", "night", "offer_id", "locked") == beds


def test_groups_by_name_and_by_companion(app, visit):
    text = (
        "Name;Vorname;Gruppe;Gruppenregel\nWolf;Ada;Chor;nahe beieinander\nFuchs;Max;Chor;\n"
        "Bär;Kim;mit Lea;\nBär;Lea;;\nBär;Tim;mit Niemand;\n"
    )
    found = guests(app, visit, text)
    app.run(found.action())
    groups = dict(rows(app, TravelGroup, "name", "rule"))
    assert groups == {"Chor": GroupRule.NEAR, "Bär": GroupRule.SAME_HOUSE}
    people = taken(app, visit)
    assert [people[name]["group"] for name in ("Ada Wolf", "Kim Bär", "Lea Bär", "Tim Bär")] == [
        "Chor", "Bär", "Bär", "",
    ]  # fmt: skip
    assert "companion-unknown" in {each.code for each in found.understood.remarks}


def test_a_refusal_is_kept_apart_and_an_unknown_one_is_not_written_down(app, visit):
    app.run(hosts(app, visit).action())
    found = guests(app, visit, "Nom;Prénom;Pas chez\nPetit;Manon;Schmidt\nRoy;Luc;Dupont\n")
    app.run(found.action())
    assert [kind for (kind,) in rows(app, StayLink, "kind")] == [WishKind.REFUSED]
    assert all("Dupont" not in text for (text,) in rows(app, StayWish, "remarks"))
    assert "name-unknown-confidential" in {each.code for each in found.understood.remarks}
    hidden = app.read(exported_guests, visit, EVERYONE, Locale.of("en"), app.today, Shown())
    assert {each["refused_hosts"] for each in hidden} == {None}


def test_a_guardian_may_be_a_row_of_the_list(app, visit):
    text = "Name;Vorname;Geburtsdatum;Eltern\nWolf;Ada;1.2.1980;\nWolf;Mia;3.4.2012;Ada Wolf\n"
    app.run(guests(app, visit, text).action())
    people = {given: row_id for row_id, given in rows(app, Person, "id", "given")}
    assert rows(app, Guardian, "minor_id", "guardian_id") == [(people["Mia"], people["Ada"])]


def test_polish_words(app, visit):
    text = (
        "Lp.;Imię;Nazwisko;Dieta;Alergie;Pali;Rola\n1;Jan;Żak;wegetariańska;koty;nie;burmistrz\n"
        "2;Ewa;Żak;brak;;tak;tłumaczka\n"
    )
    found = guests(app, visit, text)
    assert found.draft.unknown == ()
    app.run(found.action())
    people = taken(app, visit)
    assert (people["Jan Żak"]["diet"], people["Jan Żak"]["animal_allergies"]) == ("vegetarian", "cat")
    assert [people[name]["smoker"] for name in ("Jan Żak", "Ewa Żak")] == ["no", "yes"]
    kinds = {kind for (kind,) in rows(app, Participation, "kind")}
    assert kinds == {ParticipationKind.OFFICIAL, ParticipationKind.INTERPRETER}


def test_cats_and_dogs_may_have_columns_of_their_own(app, visit):
    text = "Nazwisko;Imię;Łóżka pojedyncze;Koty;Psy\nŻak;Ewa;2;tak;nie\nLis;Jan;1;;nie\n"
    found = hosts(app, visit, text)
    assert found.draft.unknown == ()
    app.run(found.action())
    assert sorted(rows(app, HostOffer, "cats", "dogs"), key=str) == [(None, False), (True, False)]


def test_a_day_that_is_none_is_rejected_with_what_to_do(app, visit):
    found = guests(app, visit, "Nom;Prénom;Arrivée\nPetit;Manon;31.2.2026\nRoy;Luc;13.5.\n")
    [bad] = found.understood.rejected
    assert (bad.row, bad.column, bad.value) == (2, "Arrivée", "31.2.2026")
    assert bad.remedy.msgid
    app.run(found.action())
    assert taken(app, visit)["Luc Roy"]["arrival"] == FIRST


def test_guests_need_a_visit(app, visit):
    with pytest.raises(Unreadable):
        guests(app, None, LIST)


def test_hosts_with_beds_nights_and_everything(app, visit):
    app.run(guests(app, visit, "Nom;Prénom\nGarçon;Zoé\n").action())
    found = hosts(app, visit)
    assert found.draft.unknown == ()
    before = state(app)
    app.run(found.action())
    offers = rows(
        app, HostOffer, "state", "cats", "dogs", "other_pets", "stairs", "diets", "accepts", "car_seats",
        "distance_m", "children_ages",
    )  # fmt: skip
    assert sorted(offers, key=str) == sorted(
        [
            (OfferState.YES, True, False, "rodents", 0, "vegetarian", "couple;woman", 4, 1200, "12;15"),
            (OfferState.YES, False, False, "", None, "", "man;woman;couple;family;minor", 3, 400, ""),
        ],
        key=str,
    )
    assert len(rows(app, Room, "id")) == len(rows(app, Bed, "id")) == 4
    assert sorted(kind for (kind,) in rows(app, Bed, "kind")) == [BedKind.DOUBLE, *[BedKind.SINGLE] * 3]
    nights = {night for (night,) in rows(app, OfferNight, "night")}
    assert nights == {FIRST + timedelta(days=n) for n in range(4)}
    assert [kind for (kind,) in rows(app, StayLink, "kind")] == [WishKind.WISHED]
    assert counts(hosts(app, visit)) == {"known": 2}
    app.undo()
    assert state(app) == before


def test_more_beds_in_a_later_list_are_added(app, visit):
    app.run(hosts(app, visit).action())
    later = hosts(app, visit, HOSTS.replace("Rosenau;2;1;", "Rosenau;3;1;"))
    later.skip_doubtful(Decision.TAKE)
    app.run(later.action())
    assert len(rows(app, Bed, "id")) == 5


def test_visits_come_in_once(app):
    text = (
        "Titel;Beginn;Ende;Richtung;Partnerstadt;Land des Partners\n"
        "Begegnung 2019;30.05.2019;02.06.2019;zu uns;Montclair;Frankreich\nOhne Tag;;;;;\n"
        ";1.1.2020;;;;\nFalsch;5.5.2020;1.5.2020;;;\n"
    )

    def look():
        made = draft_of(table(text), "visits.csv", kind="visits")
        return check(made, app.read, Locale.of("de"), app.today, kind="visits")

    found = look()
    assert counts(found) == {"new": 2}
    assert [each.code for each in found.understood.rejected] == ["no-title", "end-before-start"]
    app.run(found.action())
    assert counts(look()) == {"known": 2}


def test_nothing_is_read_in_another_kind_than_was_said(read, app, visit):
    made = draft_of(read(french.as_csv(), encoding=None), "liste.csv", kind="guests")
    assert {column.heading: column.field for column in made.columns}["Régime"] == "diet"
    assert {c.heading: c.field for c in made.with_kind("members").columns}["Régime"] is None
    assert ReadOptions().encoding is None


def test_a_guest_known_by_the_year_of_birth_is_the_same_person(app, visit):
    app.run(guests(app, visit, "Nom;Prénom;Date de naissance\nPetit;Manon;1990\n").action())
    found = guests(app, visit, "Nom;Prénom;Date de naissance\nPetit;Manon;12/03/1990\nPetit;Manon;1.1.1950\n")
    assert [row.fate for row in found.plan.rows] == [Fate.KNOWN, Fate.NEW]


def test_who_travels_is_told_by_the_place_where_the_list_does_not_say_it(app):
    text = (
        "Titel;Beginn;Ende;Richtung;Ort;Partnerstadt;Partnerland\n"
        "A;1.5.2027;3.5.2027;wie immer;Rosenau;Montclair;FR\nB;1.6.2027;3.6.2027;;Montclair;Montclair;FR\n"
        "C;1.7.2027;3.7.2027;;Metz;Montclair;FR\nD;1.8.2027;3.8.2027;bei uns;Metz;Montclair;FR\n"
    )
    made = draft_of(table(text), "visits.csv", kind="visits")
    app.run(check(made, app.read, Locale.of("de"), app.today, kind="visits").action())
    ids = app.read(visit_ids, "coming", locale=Locale.of("de"), today=app.today)
    found = {one.title: one.direction for one in app.read(visit_rows, ids, "de", app.today)}
    assert {name: str(found[name]) for name in "ABCD"} == {
        "A": "incoming",
        "B": "outgoing",
        "C": "several",
        "D": "incoming",
    }


def test_a_town_that_is_no_delegation_makes_nobody_missing(app, visit):
    app.run(guests(app, visit, LIST).action())
    named = "Vorname;Nachname;Delegation\nManon;Petit;Montclair\nIda;Neuf;Zielonka\n"
    found = guests(app, visit, named)
    assert "delegation-unknown" in {one.code for one in found.understood.remarks}
    assert found.missing == ()


def test_a_name_that_two_people_bear_is_told_and_means_neither(app, visit):
    for _ in range(2):
        make.do(app, lambda w: w.create(Person, given="Anna", surname="Weber"))
    text = "Name;Vorname;Geburtsdatum;Eltern\nPetit;Léa;3.4.2012;Anna Weber\n"
    found = guests(app, visit, text)
    [told] = [each for each in found.understood.remarks if each.code == "guardian-unknown"]
    said = Locale.of("en").message(told.reason)
    assert "Anna Weber (1)" in said
    assert "Anna Weber (2)" in said
    app.run(found.action())
    assert rows(app, Guardian, "guardian_id") == []
    again = guests(app, visit, text.replace("Anna Weber", "Anna Weber (2)"))
    assert "guardian-unknown" not in {each.code for each in again.understood.remarks}


def test_a_year_of_birth_tells_which_of_two_people_is_meant(app, visit):
    born = {year: RoughDate(year) for year in (1952, 1980)}
    ids = {
        year: make.do(app, lambda w, day=day: w.create(Person, given="Anna", surname="Weber", birth=day).id)
        for year, day in born.items()
    }
    text = "Name;Vorname;Geburtsdatum;Eltern\nPetit;Léa;3.4.2012;Anna Weber\n"
    [told] = [one for one in guests(app, visit, text).understood.remarks if one.code == "guardian-unknown"]
    assert "Anna Weber (1952)" in Locale.of("en").message(told.reason)
    app.run(guests(app, visit, text.replace("Anna Weber", "Anna Weber (1980)")).action())
    assert rows(app, Guardian, "guardian_id") == [(ids[1980],)]


def test_of_two_on_the_list_with_one_name_nobody_is_guessed_even_if_the_file_knows_one(app, visit):
    make.do(app, lambda w: w.create(Person, given="Jean", surname="Petit", birth=RoughDate(1950)))
    text = (
        "Name;Vorname;Geburtsdatum;Eltern\nPetit;Léa;3.4.2012;Jean Petit\n"
        "Petit;Jean;1.2.1978;\nPetit;Jean;5.6.1948;\n"
    )
    found = guests(app, visit, text)
    [told] = [one for one in found.understood.remarks if one.code == "guardian-unknown"]
    assert "More than one of this list" in Locale.of("en").message(told.reason)
    again = guests(app, visit, text.replace("Jean Petit", "Jean Petit (1978)"))
    assert "guardian-unknown" not in {one.code for one in again.understood.remarks}
    assert again.at_visit.guests[2].guardians == (3,)
