# SPDX-License-Identifier: GPL-3.0-or-later
"""Bringing a list in: what stands in the file then, what a second time changes, what Undo gives back.

Of the test catalogue: T5.6.
"""

import random
from datetime import date

import pytest
from sqlalchemy import select

from hospes.domain.codes import AddressKind, LanguageLevel, MemberUnit
from hospes.domain.errors import UserError
from hospes.i18n.locale import Locale
from hospes.queries.export import everything
from hospes.queries.members import member_ids
from hospes.store.tables.households import Address, Hosting, Household, HouseholdMember
from hospes.store.tables.members import Dues, Mandate, Membership, MembershipClass, MembershipPeriod
from hospes.store.tables.notes import OwnField, Tag
from hospes.store.tables.organisations import Office, Organisation
from hospes.store.tables.people import Person, PersonLanguage, SourceKey
from hospes.transfer.bringing import check, look
from hospes.transfer.plan import Decision, Fate
from hospes.transfer.reading import ReadOptions, Unreadable
from tests.transfer.conftest import TODAY
from tests.transfer.lists import bring_in, checked, counts, draft, grid


def state(app):
    """All records of the file."""
    return app.read(lambda connection: {name: list(rows) for name, rows in everything(connection).tables})


def rows(app, table, *columns):
    chosen = [getattr(table, column) for column in columns]
    return app.read(
        lambda connection: [tuple(row) for row in connection.execute(select(*chosen).order_by(table.id))]
    )


HEAD = (
    "Mitgliedsnummer;Nachname;Vorname;Haushalt;Straße;PLZ;Ort;Telefon;E-Mail;Geburtsdatum;Mitgliedsart;"
    "Eintritt;Beitrag;Gastgeber;Sprachkenntnisse;Schlagwörter;IBAN;Mandat"
)
BARBARA = (
    "1;Nowak;Barbara;Familie Nowak;Mühlgasse 14;63512;Rosenau;06182 441709;b@example.org;12.03.1957;Familie;"
    "1998;60;ja;de:4, fr:2;Chor;DE89370400440532013000;M-1"
)
PIOTR = "1;Nowak;Piotr;Familie Nowak;;;;;;01.02.1955;Familie;1998;60;;pl:4;;;"
ANNA = "2;Weiß;Anna;;Linde 2;63512;Rosenau;;;05.05.1990;Schnuppermitglied;1.1.2026;20;;;Chor;;"
FAMILY = "\n".join((HEAD, BARBARA, PIOTR, ANNA))


def test_a_family_shares_household_address_and_membership(app):
    bring_in(app, FAMILY)
    assert rows(app, Household, "name") == [("Familie Nowak",)]
    assert len(rows(app, HouseholdMember, "id")) == 2
    addresses = rows(app, Address, "street", "kind", "household_id", "person_id")
    assert sorted(address[0] for address in addresses) == ["Linde 2", "Mühlgasse 14"]
    assert {a[0]: a[2] is not None for a in addresses} == {"Mühlgasse 14": True, "Linde 2": False}
    numbers = rows(app, Membership, "number", "household_id", "person_id")
    assert sorted((number, home is not None) for number, home, _ in numbers) == [("1", True), ("2", False)]
    assert sorted(minor for (minor,) in rows(app, Dues, "minor")) == [2000, 6000]
    assert rows(app, Hosting, "can_host") == [(True,)]
    assert len(app.read(member_ids, locale=Locale.of("de"), today=TODAY)) == 3


def test_classes_are_found_by_name_in_any_language_and_made_if_unknown(app):
    before = {name for (name,) in rows(app, MembershipClass, "name")}
    bring_in(app, FAMILY)
    after = rows(app, MembershipClass, "name", "counts")
    assert {name for name, _ in after} - before == {"Schnuppermitglied"}
    assert dict(after)["Schnuppermitglied"] is MemberUnit.PERSON
    assert len(rows(app, MembershipPeriod, "id")) == 2


def test_what_stands_beside_people(app):
    bring_in(app, FAMILY)
    spoken = rows(app, PersonLanguage, "language", "level")
    assert sorted(spoken) == [
        ("de", LanguageLevel.NATIVE), ("fr", LanguageLevel.CONVERSATION), ("pl", LanguageLevel.NATIVE),
    ]  # fmt: skip
    assert rows(app, Tag, "name") == [("Chor",)]
    assert rows(app, Mandate, "reference", "iban") == [("M-1", "DE89370400440532013000")]


def test_the_same_file_twice_changes_nothing(app):
    bring_in(app, FAMILY)
    before = state(app)
    again = checked(app, FAMILY)
    assert counts(again) == {"known": 3}
    assert app.run(again.action()).step_id is None
    assert state(app) == before


def test_one_undo_takes_all_back_and_one_redo_brings_it_again(app):
    before = state(app)
    bring_in(app, FAMILY)
    after = state(app)
    app.undo()
    assert state(app) == before
    app.redo()
    assert state(app) == after
    assert app.undo_step().code == "bring-in"
    assert app.undo_step().refs["n"] == 3


def test_members_without_a_number_get_the_next_free_ones(app):
    bring_in(app, "Nr;Nachname;Vorname\n2;Weiß;Anna\n")
    bring_in(app, "Nachname;Vorname;Geburtsdatum\nNowak;Barbara;12.03.1957\nNowak;Piotr;01.02.1955\n")
    assert sorted(number for (number,) in rows(app, Membership, "number")) == ["1", "2", "3"]


def test_empty_fields_are_filled_and_nothing_else_is_touched(app):
    bring_in(app, "Nachname;Vorname;Geburtsdatum;PLZ;Ort\nNowak;Barbara;12.03.1957;63512;Rosenau\n")
    more = (
        "Nachname;Vorname;Geburtsdatum;Straße;Telefon;E-Mail;Beruf;Notizen;Schlagwörter;Sprache;Austritt;IBAN;"
        "Gastgeber\n"
        "Nowak;Barbara;12.03.1957;Mühlgasse 14;06182 441709;b@example.org;Lehrerin;Trinkt Tee;Chor;fr;"
        "31.12.2026;DE89370400440532013000;ja\n"
    )
    found = bring_in(app, more)
    assert counts(found) == {"updated": 1}
    assert rows(app, Person, "surname", "profession", "preferred_language") == [("Nowak", "Lehrerin", "fr")]
    assert rows(app, Address, "street", "postcode") == [("Mühlgasse 14", "63512")]
    assert rows(app, Membership, "left_on") == [(date(2026, 12, 31),)]
    assert rows(app, Hosting, "can_host") == [(True,)]
    assert counts(checked(app, more)) == {"known": 1}
    app.undo()
    assert rows(app, Person, "profession") == [("",)]


DOUBT = (
    "Nachname;Vorname;Geburtsdatum;Straße;Telefon;Beruf\n"
    "Nowak;Barbara;12.03.1957;Neue Gasse 1;030 123456;Ärztin\n"
)


@pytest.fixture
def known(app):
    """A file that knows Barbara Nowak otherwise."""
    bring_in(
        app,
        "Nachname;Vorname;Geburtsdatum;Straße;Telefon\nNowak;Barbara;12.03.1957;Alte Gasse 1;030 654321\n",
    )
    return app


def test_a_doubtful_row_is_left_out_unless_somebody_decides(known):
    before = state(known)
    found = checked(known, DOUBT)
    [doubt] = found.plan.doubtful
    assert [(d.field, d.ours, d.theirs) for d in doubt.differences] == [
        ("street", "Alte Gasse 1", "Neue Gasse 1"),
        ("phones", "+4930654321", "+4930123456"),
    ]
    known.run(found.action())
    assert state(known) == before


@pytest.mark.parametrize(
    ("decision", "streets", "professions"),
    [
        (Decision.ADD, ["Alte Gasse 1", "Neue Gasse 1"], ["", "Ärztin"]),
        (Decision.FILL, ["Alte Gasse 1"], ["Ärztin"]),
        (Decision.TAKE, ["Neue Gasse 1"], ["Ärztin"]),
    ],
)
def test_each_decision_about_a_doubtful_row(known, decision, streets, professions):
    found = checked(known, DOUBT)
    found.plan.decide(2, decision)
    before = state(known)
    known.run(found.action())
    assert sorted(street for (street,) in rows(known, Address, "street")) == streets
    assert sorted(profession for (profession,) in rows(known, Person, "profession")) == professions
    known.undo()
    assert state(known) == before


def test_a_change_in_the_meantime_stops_everything(known):
    found = checked(known, DOUBT)
    found.plan.decide(2, Decision.FILL)
    other = checked(known, DOUBT.replace("Ärztin", "Lehrerin"))
    other.plan.decide(2, Decision.FILL)
    known.run(other.action())
    before = state(known)
    with pytest.raises(UserError) as refused:
        known.run(found.action())
    assert refused.value.code == "changed-meanwhile"
    assert state(known) == before


def test_people_of_one_name_at_one_address_are_a_household_when_asked(app):
    text = "Nachname;Vorname;Straße;PLZ;Ort\nNowak;Barbara;Linde 1;1;Ulm\n"
    text += "Nowak;Piotr;Linde 1;1;Ulm\nWeiß;Anna;Linde 1;1;Ulm\n"
    bring_in(app, text)
    assert rows(app, Household, "name") == []
    app.undo()
    bring_in(app, text, same_address=True)
    assert rows(app, Household, "name") == [("Nowak",)]
    assert len(rows(app, Address, "id")) == 2


def test_a_host_without_a_household_gets_one(app):
    bring_in(app, "Nachname;Vorname;Ort;Gastgeber\nNowak;Barbara;Ulm;x\n")
    assert rows(app, Household, "name") == [("Nowak",)]
    assert rows(app, Hosting, "can_host") == [(True,)]


def test_a_second_list_finds_the_household_of_the_first(app):
    head = "Nachname;Vorname;Haushalt;Straße;PLZ;Ort;Geburtsdatum\n"
    bring_in(app, head + "Nowak;Barbara;Familie Nowak;Linde 1;1;Ulm;12.03.1957\n")
    bring_in(app, head + "Nowak;Ola;Familie Nowak;Linde 1;1;Ulm;12.03.2011\n")
    assert rows(app, Household, "name") == [("Familie Nowak",)]
    assert len(rows(app, HouseholdMember, "id")) == 2
    assert len(rows(app, Address, "id")) == 1


def test_contacts_and_their_organisations(app):
    text = (
        "Organisation;Nachname;Vorname;Funktion;Straße;PLZ;Ort;E-Mail\n"
        "Stadt Rosenau;Fuchs;Ida;Bürgermeisterin;Markt 1;63512;Rosenau;ida@example.org\n"
        "Stadt Rosenau;;;;Markt 1;63512;Rosenau;rathaus@example.org\n"
        "Gasthof Linde;;;;Linde 1;63512;Rosenau;\n"
    )
    bring_in(app, text, kind="contacts")
    names = sorted(name for name, own in rows(app, Organisation, "name", "is_own") if not own)
    assert names == ["Gasthof Linde", "Stadt Rosenau"]
    assert rows(app, Office, "title") == [("Bürgermeisterin",)]
    assert rows(app, Membership, "id") == []
    kinds = {(person is not None): kind for person, kind in rows(app, Address, "person_id", "kind")}
    assert kinds[True] is AddressKind.WORK
    assert counts(checked(app, text, kind="contacts")) == {"known": 3}


def test_a_firm_may_be_a_member(app):
    bring_in(app, "Nr;Organisation;Nachname;Vorname;Ort\n7;Gasthof Linde;;;Ulm\n8;;Nowak;Barbara;Ulm\n")
    held = rows(app, Membership, "number", "organisation_id", "person_id")
    assert sorted((number, firm is not None) for number, firm, _ in held) == [("7", True), ("8", False)]


def test_own_fields(app):
    made = draft("Nachname;Vorname;Geburtsdatum;Größe\nNowak;Barbara;12.03.1957;M\n").with_map(
        {"own:T-Shirt": ["Größe"]}
    )
    bring_in(app, made)
    assert rows(app, OwnField, "name") == [("T-Shirt",)]
    assert counts(checked(app, made)) == {"known": 1}


def test_ids_of_other_programs_are_kept(app):
    text = "vorname;name;id;telefonprivat\nBarbara;Nowak;7;030 654321\n"
    bring_in(app, text)
    assert rows(app, SourceKey, "source", "source_id") == [("jverein", "7")]
    married = checked(app, text.replace("Nowak", "Kowalska"))
    assert married.plan.rows[0].match is not None


def test_a_list_without_names_is_told(app):
    with pytest.raises(Unreadable, match="holds names"):
        checked(app, "Schuhgröße;Farbe\n38;rot\n")


def big_list(language, n, bad, seed):
    """A list as an office would save it: cp1252, semicolons, empty lines, some rows that cannot be used."""
    rng = random.Random(seed)
    given = ["Jürgen", "Anna", "Käthe", "Renée", "François", "Élodie", "Thérèse", "Günter", "Zoé", "Jean-Luc"]
    names = [
        "Müller",
        "Größe",
        "Lefèvre",
        "Weiß",
        "Schäfer",
        "von der Heide",
        "d'Artagnan",
        "Garçon",
        "O’Brien",
    ]
    heads = {
        "de": "Mitgliedsnummer;Anrede;Nachname;Vorname;Straße;PLZ;Ort;Telefon;E-Mail;Geburtsdatum;Eintritt;"
        "Beitrag;Notizen",
        "fr": "Numéro adhérent;Civilité;Nom;Prénom;Adresse;Code postal;Ville;Téléphone;Courriel;Né le;"
        "Adhésion depuis;Cotisation;Remarques",
    }  # fmt: skip
    sign = {"de": ".", "fr": "/"}[language]
    titles = {"de": ("Frau", "Herr"), "fr": ("Mme", "M.")}[language]

    def day(first, last):
        return sign.join(
            (f"{rng.randint(1, 28):02}", f"{rng.randint(1, 12):02}", str(rng.randint(first, last)))
        )

    slips = [
        {9: "31.02.1960"}, {2: "", 3: ""}, {8: "kaputt@"}, {10: "irgendwann"}, {11: "viel"},
        {9: "99.99.1999"}, {9: "12.03.2058"}, {8: "ohne.example.org"},
    ]  # fmt: skip
    lines, wrong = [heads[language]], []
    chosen = set(rng.sample(range(n), bad))
    for at in range(n):
        if rng.random() < 0.02:
            lines.append(rng.choice(["", ";" * 12, "  "]))
        cells = [
            str(at + 1), titles[at % 2], rng.choice(names), rng.choice(given),
            f"Lindenstraße {rng.randint(1, 99)}", rng.choice(["01067", "63512", "06000"]),
            rng.choice(["Köln", "Orléans"]), f"06182 {100_000 + at}", f"p{at}@example.org", day(1930, 2010),
            day(1970, 2025), "35,00", '"Größe; ""M"""' if at % 50 == 0 else "",
        ]  # fmt: skip
        if at in chosen:
            for place, value in slips[len(wrong) % len(slips)].items():
                cells[place] = value
            wrong.append(len(lines) + 1)
        lines.append(";".join(cells))
    return "\r\n".join(lines).encode("cp1252"), wrong


@pytest.mark.parametrize("language", ["de", pytest.param("fr", marks=pytest.mark.long)])
def test_five_thousand_rows_with_forty_bad_ones(app, tmp_path, language):
    data, wrong = big_list(language, 5000, 40, seed=7)
    path = tmp_path / "alt.csv"
    path.write_bytes(data)
    before = state(app)
    found = check(look(path, ReadOptions()), app.read, Locale.of(language), TODAY)
    assert found.draft.grid.head.encoding == "cp1252"
    assert found.understood.read == 5000
    assert [rejected.row for rejected in found.understood.rejected] == wrong
    assert all(
        rejected.column and rejected.reason.msgid and rejected.remedy.msgid
        for rejected in found.understood.rejected
    )
    assert found.plan.count(Fate.NEW) == 4960
    app.run(found.action())
    assert len(app.read(member_ids, locale=Locale.of(language), today=TODAY)) == 4960
    again = check(look(path, ReadOptions()), app.read, Locale.of(language), TODAY)
    assert again.plan.count(Fate.KNOWN) == 4960
    app.undo()
    assert state(app) == before


def test_a_grid_of_a_workbook_comes_in_with_its_days(app):
    made = draft(
        grid(
            ["Nachname", "Vorname", "Geburtsdatum", "PLZ"],
            ["Nowak", "Barbara", date(1957, 3, 12), 1067],
            form="workbook",
        )
    )
    bring_in(app, made)
    assert [str(birth) for (birth,) in rows(app, Person, "birth")] == ["1957-03-12"]
    assert rows(app, Address, "postcode") == [("01067",)]
