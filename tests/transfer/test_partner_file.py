# SPDX-License-Identifier: GPL-3.0-or-later
"""The visit file of the partner: there and back between two associations, nothing secret in it, and files
made by people of ill will.
"""

import json
import zipfile
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from hospes.actions.association import FoundAssociation
from hospes.actions.visits import CreateVisit, NewDelegation
from hospes.app import App
from hospes.domain.codes_visit import DelegationRole, Meal, OfferState
from hospes.i18n.locale import Locale
from hospes.store.tables.households import ContactPoint
from hospes.store.tables.people import HealthNote, Person
from hospes.store.tables.stays import HostOffer, Placement, StayLink, StayWish
from hospes.store.tables.towns import Territory
from hospes.store.tables.visits import Participation, ProgrammeItem, ProgrammeItemText
from hospes.transfer.bringing import check, draft_of, look
from hospes.transfer.exporting import export
from hospes.transfer.partner_check import check_partner_file
from hospes.transfer.partner_file import Content, write_partner_file
from hospes.transfer.plan import Fate
from hospes.transfer.reading import Unreadable
from tests import make
from tests.transfer.conftest import TODAY
from tests.transfer.lists import table
from tests.transfer.test_bring_in import rows, state

FIRST, LAST = date(2026, 5, 13), date(2026, 5, 17)


def visit_in(app, visitor, host):
    """A visit of one town to another; both are made where they are missing."""

    def towns(w):
        known = {t.name: t.id for t in w.scalars(select(Territory))}
        for name, country in (("Rosenau", "DE"), ("Montclair", "FR")):
            if name not in known:
                known[name] = w.create(Territory, name=name, country=country).id
        return known

    known = make.do(app, towns)
    parties = (
        NewDelegation(DelegationRole.VISITING, known[visitor]),
        NewDelegation(DelegationRole.HOSTING, known[host]),
    )
    return app.run(CreateVisit({"de": "Himmelfahrt", "fr": "Ascension"}, FIRST, LAST, parties)).result


@pytest.fixture(scope="module")
def founded_there(tmp_path_factory):
    path = tmp_path_factory.mktemp("there") / "montclair.hospes"
    App.create(path, FoundAssociation("Comité de jumelage", "Montclair", "FR", "fr"), today=TODAY).close()
    return path


@pytest.fixture
def there(founded_there, tmp_path):
    """The French association with its guests."""
    import shutil

    app = App.open(shutil.copy(founded_there, tmp_path / "there.hospes"), today=TODAY)
    yield app
    app.close()


def put(app, visit, text, kind):
    made = draft_of(table(text, "|"), "liste.csv", kind=kind)
    found = check(made, app.read, Locale.of("fr"), app.today, kind=kind, visit=visit)
    assert found.understood.rejected == []
    app.run(found.action())


def french_guests(app, visit):
    text = (
        "Nom|Prénom|Date de naissance|Régime|Données à l'hôte|Téléphone|Vient avec|Langues\n"
        "Petit|Manon|12/03/1990|végétarienne|oui|02 61 91 00 11|Luc Roy|fr:4;de:2\n"
        "Roy|Luc|01/02/1951|sans gluten|non|02 61 91 00 12||fr:4\n"
        "Roy|Eve|03/04/2012|||||fr:4\n"
    )
    put(app, visit, text, "guests")


def send(app, visit, path, **content):
    written = write_partner_file(app.read, path, visit, TODAY, Content(**content))
    with zipfile.ZipFile(path) as packed:
        return written, json.loads(packed.read("visit.json"))


def compare(app, visit, path):
    return check_partner_file(look(path), app.read, Locale.of("de"), TODAY, visit)


def test_what_is_in_the_file_and_what_is_not(there, tmp_path):
    visit = visit_in(there, "Montclair", "Rosenau")
    french_guests(there, visit)

    def secrets(w):
        part = w.scalars(select(Participation)).first()
        home = make_home(w)
        w.create(StayLink, participation_id=part.id, wanted_household_id=home, kind="refused", rank=1)
        w.create(HealthNote, person_id=part.person_id, visit_id=visit, kind="medical", text="Herzinfarkt")
        w.scalars(select(StayWish)).first().remarks = "bleibt unter uns"

    def make_home(w):
        from hospes.store.tables.households import Household

        return w.create(Household, name="Geheimrat").id

    make.do(there, secrets)
    _, plain = send(there, visit, tmp_path / "a.hospes-visit", allergies=True)
    text = json.dumps(plain, ensure_ascii=False)
    for secret in ("Geheimrat", "Herzinfarkt", "bleibt unter uns"):
        assert secret not in text
    for (row_id,) in rows(there, Person, "id"):
        assert row_id.hex not in text
    by_name = {guest["given_name"]: guest for guest in plain["guests"]}
    # Diet and telephone only of who agreed; adults without the day of their birth.
    assert (by_name["Manon"]["diet"], by_name["Manon"]["phone"]) == ("vegetarian", "+33261910011")
    assert not {"diet", "phone"} & by_name["Luc"].keys()
    assert [by_name[name]["birth_date"] for name in ("Manon", "Luc", "Eve")] == ["1990", "1951", "2012-04-03"]
    _, plain = send(there, visit, tmp_path / "b.hospes-visit")
    assert "vegetarian" not in json.dumps(plain)
    _, plain = send(there, visit, tmp_path / "c.hospes-visit", guests=False, hosts=False)
    assert "guests" not in plain
    assert "stays" not in plain


def test_there_and_back(app, there, tmp_path):
    theirs, ours = visit_in(there, "Montclair", "Rosenau"), visit_in(app, "Montclair", "Rosenau")
    french_guests(there, theirs)
    path = tmp_path / "list.hospes-visit"
    send(there, theirs, path, allergies=True)
    before = state(app)
    checked = compare(app, ours, path)
    assert [row.fate for row in checked.guests.plan.rows] == [Fate.NEW] * 3
    assert state(app) == before
    app.run(checked.action())
    assert len(rows(app, Participation, "id")) == 3
    assert ("+33261910011",) in rows(app, ContactPoint, "e164"), "read in Germany, and French"
    assert compare(app, ours, path).count() == 0

    # A second file changes one, and says so field by field.
    def move(w):
        person = w.scalars(select(Person).where(Person.given == "Manon")).one()
        part = w.scalars(select(Participation).where(Participation.person_id == person.id)).one()
        part.arrival_on = date(2026, 5, 14)
        w.scalars(select(Person).where(Person.given == "Eve")).one().given = "Ève-Marie"

    make.do(there, move)
    send(there, theirs, path, allergies=True)
    checked = compare(app, ours, path)
    fills = {row.who.given: row.fills for row in checked.guests.plan.rows if row.fate is Fate.UPDATED}
    assert fills == {"Manon": frozenset({"arrival"})}
    app.run(checked.action())
    app.undo()
    app.undo()
    assert state(app) == before
    app.redo()

    # Beds and programme go back.
    put(
        app,
        ours,
        "Familie|Vorname|Nachname|Straße|PLZ|Ort|Telefon|Betten\n"
        "Weber|Anna|Weber|Gasse 1|63512|Rosenau|06182 441709|2\n",
        "hosts",
    )

    def lodge(w):
        offer = w.scalars(select(HostOffer)).one()
        part = w.scalars(select(Participation)).first()
        for n in range(4):
            w.create(Placement, participation_id=part.id, night=FIRST + timedelta(days=n), offer_id=offer.id)
        item = w.create(ProgrammeItem, visit_id=ours, on=FIRST, meal=Meal.DINNER)
        for code, title in (("de", "Begrüßung"), ("fr", "Accueil")):
            w.create(ProgrammeItemText, programme_item_id=item.id, language=code, title=title)

    make.do(app, lodge)
    back = tmp_path / "back.hospes-visit"
    written, plain = send(app, ours, back)
    assert (written.counts["hosts"], written.counts["placed"], written.counts["programme"]) == (1, 1, 1)
    assert "Petit" not in json.dumps(plain.get("guests"))
    before = state(there)
    checked = compare(there, theirs, back)
    assert checked.unfound == []
    assert [(stay.fate, stay.host, len(stay.nights)) for stay in checked.stays] == [(Fate.NEW, "Weber", 4)]
    assert [item.fate for item in checked.items] == [Fate.NEW]
    there.run(checked.action())
    assert len(rows(there, Placement, "id")) == 4
    assert rows(there, HostOffer, "state") == [(OfferState.YES,)]
    titles = {tuple(pair) for pair in rows(there, ProgrammeItemText, "language", "title")}
    assert titles == {("de", "Begrüßung"), ("fr", "Accueil")}
    assert compare(there, theirs, back).count() == 0
    there.undo()
    assert state(there) == before


def test_a_locked_bed_stays(app, there, tmp_path):
    visit = visit_in(there, "Montclair", "Rosenau")
    french_guests(there, visit)
    put(
        there,
        visit,
        "Familie|Vorname|Nachname|PLZ|Betten\nWeber|Anna|Weber|63512|2\nWolf|Ada|Wolf|63512|2\n",
        "hosts",
    )

    def lock(w):
        offers = list(w.scalars(select(HostOffer).order_by(HostOffer.id)))
        part = w.scalars(select(Participation)).first()
        values = {"participation_id": part.id, "night": FIRST, "offer_id": offers[0].id}
        w.create(Placement, **values, locked=True)
        return part.person_id, offers[1].household_id

    person, home = make.do(there, lock)
    from hospes.actions.bring_in_partner import BringInPartnerFile, PartnerStay

    before = rows(there, Placement, "offer_id", "night")
    there.run(BringInPartnerFile(visit, stays=(PartnerStay(person, home, (FIRST,)),)))
    assert rows(there, Placement, "offer_id", "night") == before


def test_a_workbook_for_those_without_hospes(there, tmp_path):
    visit = visit_in(there, "Montclair", "Rosenau")
    french_guests(there, visit)
    for ending in (".xlsx", ".ods"):
        target = tmp_path / f"liste{ending}"
        export(there.read, target, "partner", TODAY, visit=visit, language="de")
        draft = look(target, kind="guests")
        assert len(draft.grid.head.sheets) == 4
        assert [cells[0] for _, cells in draft.table.rows] == ["Manon", "Luc", "Eve"] or len(
            draft.table.rows
        ) == 3


# ---- ill will -------------------------------------------------------------------------------------------


def packed(path, text, name="visit.json"):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(name, text)
    return path


GOOD = {"hospes_visit": 1, "from": {}, "visit": {}, "guests": []}
BAD = {
    "no-json": "{",
    "a-list": "[]",
    "no-version": "{}",
    "version-true": '{"hospes_visit": true}',
    "deep": '{"hospes_visit": 1, "guests": [' + "[" * 100_000 + "]}",
    "guests-text": json.dumps({**GOOD, "guests": "many"}),
    "guest-text": json.dumps({**GOOD, "guests": ["one"]}),
    "float": json.dumps({**GOOD, "guests": [{"id": 1e300}]}),
    "huge-number": '{"hospes_visit": 1, "guests": [{"id": ' + "9" * 5000 + "}]}",
    "long-text": json.dumps({**GOOD, "guests": [{"id": "x" * 70_000}]}),
    "many": json.dumps({**GOOD, "guests": [{}] * 6000}),
    "nested": json.dumps({**GOOD, "guests": [{"a": {"b": {"c": {"d": 1}}}}]}),
}


@pytest.mark.parametrize("name", sorted(BAD))
def test_what_has_another_shape_ends_in_a_sentence(tmp_path, name):
    with pytest.raises(Unreadable) as problem:
        look(packed(tmp_path / "x.hospes-visit", BAD[name]))
    assert problem.value.code in ("visit-file-damaged", "source-unreadable")


def test_a_newer_file_says_so(tmp_path):
    with pytest.raises(Unreadable) as problem:
        look(packed(tmp_path / "x.hospes-visit", json.dumps({**GOOD, "hospes_visit": 99})))
    assert problem.value.code == "visit-file-newer"


@pytest.mark.parametrize("name", ["../visit.json", "/visit.json", "C:\\visit.json"])
def test_parts_that_lead_elsewhere_are_refused(tmp_path, name):
    path = packed(tmp_path / "x.hospes-visit", json.dumps(GOOD), name)
    with zipfile.ZipFile(path, "a") as made:
        made.writestr("visit.json", json.dumps(GOOD))
    with pytest.raises(Unreadable) as problem:
        look(path)
    assert problem.value.code == "visit-file-damaged"


def test_a_bomb_is_not_unpacked(tmp_path):
    path = tmp_path / "x.hospes-visit"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made, made.open("visit.json", "w") as part:
        for _ in range(210):
            part.write(b" " * (1 << 20))
    with pytest.raises(Unreadable) as problem:
        look(path)
    assert problem.value.code == "source-too-big"


def test_signs_no_text_can_have_are_taken_out(app, tmp_path):
    visit = visit_in(app, "Montclair", "Rosenau")
    guest = {"id": "g-1\u0000", "given_name": "Ma\u0000non", "family_name": "Pe\ud800tit"}
    path = packed(tmp_path / "x.hospes-visit", json.dumps({**GOOD, "guests": [guest]}))
    app.run(compare(app, visit, path).action())
    assert rows(app, Person, "given", "surname") == [("Manon", "Petit")]


def test_anything_else_named_so_is_no_visit_file(tmp_path):
    for content in (b"PK\x03\x04rest", b"hello", b""):
        path = tmp_path / "x.hospes-visit"
        path.write_bytes(content)
        with pytest.raises(Unreadable):
            look(path)


def test_a_bed_for_one_of_two_namesakes_is_given_to_neither(app, there, tmp_path):
    """Both associations wrote the guests down by themselves, so only names tell who is meant."""
    theirs, ours = visit_in(there, "Montclair", "Rosenau"), visit_in(app, "Montclair", "Rosenau")
    text = (
        "Nom|Prénom|Date de naissance\nPetit|Manon|12/03/1990\nPetit|Manon|01/02/1951\nRoy|Luc|01/02/1952\n"
    )
    put(there, theirs, text, "guests")
    put(app, ours, text, "guests")
    home = (
        "Familie|Vorname|Nachname|Straße|PLZ|Ort|Telefon|Betten\nWeber|Anna|Weber|Gasse 1|63512|Rosenau||3\n"
    )
    put(app, ours, home, "hosts")

    def lodge(w):
        offer = w.scalars(select(HostOffer)).one()
        for part in w.scalars(select(Participation)):
            w.create(Placement, participation_id=part.id, night=FIRST, offer_id=offer.id)

    make.do(app, lodge)
    back = tmp_path / "back.hospes-visit"
    send(app, ours, back)
    checked = compare(there, theirs, back)
    assert checked.unfound == ["Manon Petit", "Manon Petit"]
    assert [stay.name for stay in checked.stays] == ["Luc Roy"]
