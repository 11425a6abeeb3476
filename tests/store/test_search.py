# SPDX-License-Identifier: GPL-3.0-or-later
"""The search index follows every change, finds what people type, and takes every sign literally.

Of the test catalogue: T4.3.
"""

import random
import sqlite3
import string
import time
import unicodedata

import pytest
from sqlalchemy import select

from hospes.app import App
from hospes.domain.codes import ContactKind, HealthKind
from hospes.i18n.fold import matches, query_tokens
from hospes.store import search
from hospes.store.search_words import phone_words
from hospes.store.tables.aside import SearchEntry
from hospes.store.tables.events import Document, Task
from hospes.store.tables.households import Address, ContactPoint, Household
from hospes.store.tables.members import Membership
from hospes.store.tables.notes import Note, Tag, TagLink
from hospes.store.tables.organisations import Office, Organisation
from hospes.store.tables.people import HealthNote, Person
from hospes.store.tables.towns import Territory, TerritoryName
from tests.store.world import DAY, WHO, do, family, founded


@pytest.fixture
def app(tmp_path):
    app = founded(tmp_path / "a.hospes")
    yield app
    app.close()


def found(app, text, kind="person", limit=50):
    """The names under which the hits are listed, best first."""
    return [hit.key for hit in app.read(search.find, text, limit, (kind,) if kind else ())]


def own(w):
    return w.scalars(select(Organisation).where(Organisation.is_own.is_(True))).one()


NAMES = "Jürgen Müller|Émile Straße|Łucja Łódź|Şule İstanbul|Jean-Luc O'Brien|Barbara Nowak|Chloé Œuf"
TYPED = {
    "Müller": ["muller", "mueller", "MÜLLER", "müller j", "m"],
    "Straße": ["strasse", "emile", unicodedata.normalize("NFD", "Émile"), "ÉMILE", "straße"],
    "Łódź": ["lodz", "łódź", "lucja"],
    "İstanbul": ["istanbul", "İSTANBUL", "ISTANBUL", "sule"],
    "O'Brien": ["O'Brien", "obrien", "o’brien", "jeanluc", "luc", "Jean-Luc O"],
    "Nowak": ["ba no", "no ba", "n b", "b n", "nowak, barbara"],
    "Œuf": ["oeuf", "œuf", "chloe"],
}


@pytest.mark.parametrize(("surname", "typed"), [(name, one) for name, many in TYPED.items() for one in many])
def test_names_are_found_as_people_type_them(world, surname, typed):
    hits = world.read(search.find, typed, 50, ("person",))
    with world.engine.read() as reader:
        surnames = {
            reader.execute(select(Person.surname).where(Person.id == hit.ref)).scalar() for hit in hits
        }
    assert surname in surnames
    assert len(surnames) < 3


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    """An association nobody changes."""
    app = founded(tmp_path_factory.mktemp("world") / "w.hospes")

    def add(w):
        for given, _, surname in (name.partition(" ") for name in NAMES.split("|")):
            family(w, surname, given, phone="06182 44 17 09" if surname == "Nowak" else "")
        _home, (person,) = family(w, "Kyjiwska", "Oksana", town="Lipowiec")
        row = w.get(Person, person)
        row.script_name, row.surname, row.given = "Оксана Київська", "", ""
        w.create(ContactPoint, person_id=person, kind=ContactKind.EMAIL, value="oksana.k@example.org")
        w.create(Membership, owner_id=own(w).id, number="M-0214", person_id=person)

    do(app, add)
    yield app
    app.close()


@pytest.mark.parametrize(
    "typed", ["06182 441709", "0618244", "44 17 09", "441709", "6182441709", "1709", "06182/44"]
)
def test_telephones_are_found_by_their_digits(world, typed):
    assert found(world, typed) == ["nowak barbara"]


@pytest.mark.parametrize("query", ["0251 1234", "0251/12-34", "+49 251 12", "0049 2511234", "(0251) 1234567"])
def test_a_number_is_found_in_any_spacing_and_with_its_country(query):
    assert matches(" ".join(phone_words("0251-1234567", "+492511234567")), query_tokens(query))
    assert not matches(" ".join(phone_words("0170-7654321", "+491707654321")), query_tokens(query))


@pytest.mark.parametrize(
    "typed",
    [
        "kyjiwska",
        "kyiv",
        "kyjiw",
        "київська",
        "КИЇВ",
        "oksana",
        "lipowiec",
        "oksana.k@example",
        "M-0214",
        "0214",
    ],
)
def test_other_scripts_towns_addresses_and_numbers(world, typed):
    assert len(found(world, typed)) == 1


NAUGHTY = [
    "O'Brien",
    "Saint-Rémy",
    "100%",
    "_",
    "\\",
    '"',
    "*",
    "AND",
    "NEAR(",
    "-x",
    "a:b",
    "^a",
    "(",
    ")",
    "{a",
    "a*b",
    '"a',
    "NOT",
    "OR",
    "text:",
    "ключ",
    "%%",
    "..",
    "'''",
    "ﬃ",
    "İ",
    "😀",
    "\x00",
    "\ud800",
    "\u202e",
    "'; DROP TABLE person; --",
    "a" * 100_000,
    "ß" * 50,
    " ".join(string.ascii_lowercase),
    " ",
    "",
]


@pytest.mark.parametrize("typed", NAUGHTY, ids=range(len(NAUGHTY)))
def test_every_sign_is_taken_literally(world, typed):
    hits = found(world, typed, kind=None)
    assert len(hits) < 20
    with world.engine.read() as reader:
        reader.execute(search.matching(typed, "person")).all()


@pytest.mark.parametrize("typed", ["%", "_", "*", '"', "-", "'", "\\", "😀", " "])
def test_signs_alone_find_nothing(world, typed):
    assert found(world, typed, kind=None) == []


def test_all_printable_pairs_are_harmless(world):
    with world.engine.read() as reader:
        for one in string.punctuation:
            for two in string.punctuation:
                search.find(reader, f"a{one}{two}b", 5)


def test_a_selection_finds_the_same_as_the_search(world):
    for typed in ("mu", "no ba", "n b", "rosenau", "straße", "4417"):
        with world.engine.read() as reader:
            chosen = set(reader.execute(search.matching(typed, "person")).scalars())
        assert chosen == {hit.ref for hit in world.read(search.find, typed, 50, ("person",))}, typed


def test_the_index_follows_names(app):
    _home, (person,) = do(app, lambda w: family(w, "Meier", "Anna"))
    assert found(app, "meier") == ["meier anna"]
    do(app, lambda w: setattr(w.get(Person, person), "surname", "Wiesner"))
    assert found(app, "meier") == []
    assert found(app, "wies an") == ["wiesner anna"]
    assert found(app, "anna", "household") == ["meier"], "a household is found by its people's names"
    app.undo()
    assert found(app, "meier") == ["meier anna"]
    app.redo()
    assert found(app, "wiesner") == ["wiesner anna"]


def test_what_belongs_to_a_person_finds_them(app):
    _home, (anna, otto) = do(app, lambda w: family(w, "Meier", "Anna", "Otto"))

    def add(w):
        w.create(ContactPoint, person_id=anna, kind=ContactKind.EMAIL, value="a.zimmer@example.org")
        tag = w.create(Tag, name="Chor")
        w.create(TagLink, tag_id=tag.id, person_id=otto)
        hall = w.create(Organisation, name="Stadtverwaltung Seligenbach")
        w.create(Office, person_id=otto, organisation_id=hall.id)
        return tag.id, hall.id

    tag, hall = do(app, add)
    assert found(app, "zimmer") == ["meier anna"]
    assert found(app, "chor") == found(app, "seligen") == ["meier otto"]
    do(app, lambda w: setattr(w.get(Tag, tag), "name", "Orchester"))
    do(app, lambda w: setattr(w.get(Organisation, hall), "name", "Rathaus"))
    assert found(app, "chor") == found(app, "seligen") == []
    assert found(app, "orch") == found(app, "rathaus") == ["meier otto"]


def test_a_new_address_of_the_household_reaches_its_people(app):
    do(app, lambda w: family(w, "Meier", "Anna", "Otto"))
    assert found(app, "mühlgasse") == ["meier anna", "meier otto"]
    do(app, lambda w: setattr(w.scalars(select(Address)).one(), "street", "Am Anger 3"))
    assert found(app, "mühlgasse") == []
    assert found(app, "am anger") == ["meier anna", "meier otto"]


def test_towns_are_found_by_every_name_they_have(app):
    do(app, lambda w: family(w, "Kowalski", "Jan", town="Wrocław"))
    town = do(app, lambda w: w.create(Territory, name="Wrocław", country="PL").id)
    assert found(app, "breslau") == []
    do(app, lambda w: w.create(TerritoryName, territory_id=town, language="de", name="Breslau"))
    assert found(app, "breslau") == found(app, "wroclaw") == ["kowalski jan"]
    assert found(app, "breslau", "territory") == ["wroclaw"]


def test_the_bin_and_merged_doubles_are_not_found(app):
    _home, (anna, double) = do(app, lambda w: family(w, "Meier", "Anna", "Anne"))
    do(app, lambda w: setattr(w.get(Person, anna), "binned_at", DAY))
    assert found(app, "meier") == ["meier anne"]
    app.undo()
    do(app, lambda w: setattr(w.get(Person, double), "merged_into", anna))
    assert found(app, "meier") == ["meier anna"]


def test_what_was_deleted_is_gone(app):
    task = do(app, lambda w: w.create(Task, owner_id=own(w).id, title="Blumen bestellen").id)
    assert found(app, "blumen", None) == ["blumen bestellen"]
    do(app, lambda w: w.delete(w.get(Task, task)))
    assert found(app, "blumen", None) == []


def test_health_notes_notes_and_confidential_papers_are_never_found(app):
    _home, (anna,) = do(app, lambda w: family(w, "Meier", "Anna"))

    def add(w):
        w.create(
            HealthNote,
            person_id=anna,
            kind=next(iter(HealthKind)),
            subject="hazelnut",
            text="Hazelnussallergie",
        )
        w.create(Note, person_id=anna, on=DAY, text="hat Hazelnuss erwähnt")
        w.create(Document, owner_id=own(w).id, name="Hazelnussakte", confidential=True)

    do(app, add)
    for rebuilt in (False, True):
        assert found(app, "hazel", None) == []
        with app.engine.read() as reader:
            texts = reader.execute(select(SearchEntry.text)).scalars().all()
        assert not any("hazel" in text for text in texts)
        if not rebuilt:
            with app.engine.write() as writer:
                search.rebuild(writer)


def entries(app):
    with app.engine.read() as reader:
        query = select(SearchEntry.kind, SearchEntry.ref, SearchEntry.key, SearchEntry.text)
        return sorted(
            (k, r.hex, key, " ".join(sorted(text.split()))) for k, r, key, text in reader.execute(query)
        )


def test_step_by_step_gives_the_same_index_as_making_it_anew(app):
    homes = [
        do(app, lambda w, i=i: family(w, f"Name{i}", "Anna", "Otto", phone=f"06182 {i}{i} 17 0{i}"))
        for i in range(6)
    ]
    do(app, lambda w: setattr(w.get(Household, homes[0][0]), "name", "Anders"))
    do(app, lambda w: setattr(w.get(Person, homes[1][1][0]), "surname", "Wieder"))
    app.undo()
    before = entries(app)
    with app.engine.write() as writer:
        count = search.rebuild(writer)
        assert search.is_whole(writer)
    assert entries(app) == before
    assert count == len(before)


def test_the_full_text_agrees_with_its_entries(app):
    do(app, lambda w: [family(w, f"Name{i}", "Anna") for i in range(30)])
    app.undo()
    app.redo()
    with app.engine.write() as writer:
        assert search.is_whole(writer)
        writer.exec_driver_sql("UPDATE search_entry SET text = 'strange' WHERE kind = 'person'")
        assert not search.is_whole(writer)
        search.rebuild(writer)
        assert search.is_whole(writer)


def test_those_listed_under_the_text_come_first(app):
    def add(w):
        family(w, "Bergmann", "Anna", street="Annastraße 1")
        family(w, "Anna", "Otto")
        family(w, "Annaberg", "Eva")
        family(w, "Zander", "Anna")
        family(w, "Otto", "Karl", street="Annastraße 2")

    do(app, add)
    assert found(app, "anna")[:2] == ["anna otto", "annaberg eva"]
    assert found(app, "anna")[-1] == "otto karl"
    assert found(app, "anna", limit=2) == ["anna otto", "annaberg eva"]


def test_there_are_some_of_every_kind_where_very_many_fit(app):
    def add(w):
        for number in range(30):
            family(w, "Müller", f"Anna{number}")
        w.create(Task, owner_id=own(w).id, title="Müller anrufen")

    do(app, add)
    for typed in ("m", "müller", "muller a", "rosenau"):
        kinds = {hit.kind for hit in app.read(search.find, typed, 40, (), 5)}
        assert {"person", "household"} <= kinds, typed
    hits = app.read(search.find, "müller", 40, (), 5)
    assert [hit.kind for hit in hits].count("person") == 5
    assert "task" in {hit.kind for hit in hits}
    assert len(app.read(search.find, "müller", 7)) == 7


def test_long_words_are_told_apart_by_their_end(app):
    do(app, lambda w: [family(w, f"Partnerschaft{end}", "Anna") for end in ("lich", "en", "er")])
    assert found(app, "partnerschaftl") == ["partnerschaftlich anna"]
    assert len(found(app, "partnerschaft")) == 3
    with app.engine.read() as reader:
        assert len(reader.execute(search.matching("partnerschaften anna", "person")).all()) == 1


def test_many_people_are_added_in_reasonable_time(app):
    people = [{"given": f"Anna{i % 90}", "surname": f"Name{i % 700}"} for i in range(5000)]
    started = time.perf_counter()
    do(app, lambda w: w.bulk_add(Person, people))
    assert time.perf_counter() - started < 60, "a hang limit, no measure"
    assert len(found(app, "name12", limit=500)) == sum(p["surname"].startswith("Name12") for p in people)


BROKEN = (
    "DELETE FROM search_fts_config",
    "UPDATE search_fts_data SET block = noise(id)",
    "UPDATE search_fts_data SET block = noise(id + 23)",  # asks for more memory than there is
    "DELETE FROM search_fts_data",
)


def noise(at):
    """Three thousand bytes by chance."""
    return random.Random(at).randbytes(3000)


@pytest.mark.parametrize("damage", BROKEN)
def test_a_broken_index_is_made_anew_when_the_file_is_opened(tmp_path, damage):
    path = tmp_path / "a.hospes"
    app = founded(path)
    do(app, lambda w: family(w, "Xylander", "Anna", "Otto"))
    app.close()
    raw = sqlite3.connect(path)
    raw.create_function("noise", 1, noise)
    raw.execute(damage)
    raw.commit()
    raw.close()
    app = App.open(path, WHO, today=DAY)
    assert len(app.read(search.find, "xylander", 10)) >= 2
    with app.engine.write() as writer:
        assert search.is_whole(writer)
    app.close()
