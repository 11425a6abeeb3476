# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is meant: an id, the beginning of one, a member number, a name in any order; never a guess."""

import pytest
from sqlalchemy import select

from hospes.domain.errors import UserError
from hospes.i18n.locale import Locale
from hospes.queries import resolve
from hospes.store.tables.members import Membership
from hospes.store.tables.organisations import Organisation
from hospes.store.tables.people import Person
from hospes.store.tables.visits import Visit, VisitText
from tests.store.world import DAY, do, family, founded


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    app = founded(tmp_path_factory.mktemp("world") / "a.hospes")
    yield app
    app.close()


@pytest.fixture(scope="module")
def people(app):
    """Ids of the people, by a short name."""

    def add(w):
        own = w.scalars(select(Organisation).where(Organisation.is_own.is_(True))).one().id
        _, (barbara, piotr) = family(w, "Nowak", "Barbara", "Piotr")
        _, (anna, other) = family(w, "Müller", "Anna", "Anna Maria")
        home, (otto,) = family(w, "Weiß", "Otto")
        _, (gone,) = family(w, "Double", "Barbara")
        w.create(Membership, owner_id=own, number="214", person_id=barbara)
        w.create(Membership, owner_id=own, number="215", person_id=piotr, left_on=DAY)
        w.create(Membership, owner_id=own, number="300", household_id=home)
        visit = w.create(Visit, owner_id=own)
        w.create(VisitText, visit_id=visit.id, language="de", title="Himmelfahrt 2026")
        w.create(VisitText, visit_id=visit.id, language="fr", title="Ascension 2026")
        w.get(Person, gone).merged_into = barbara
        return {
            "barbara": barbara, "piotr": piotr, "anna": anna, "anna maria": other, "otto": otto, "gone": gone,
            "visit": visit.id,
        }  # fmt: skip

    return do(app, add)


def meant(app, text):
    return app.read(resolve.person, text, "en")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Barbara Nowak", "barbara"),
        ("nowak barbara", "barbara"),
        ("NOWAK, Barbara", "barbara"),
        ("piotr", "piotr"),
        ("anna mueller", "anna"),
        ("Müller Anna Maria", "anna maria"),
        ("Otto Weiss", "otto"),
        ("no:214", "barbara"),
        ("No: 215", "piotr"),
        ("no:300", "otto"),
    ],
)
def test_people_are_found_by_name_and_number(app, people, text, who):
    assert meant(app, text) == people[who]


def test_people_are_found_by_their_id(app, people):
    for ref in people.values():
        if ref != people["visit"] and ref != people["gone"]:
            assert meant(app, ref.hex) == meant(app, str(ref)) == meant(app, ref.hex.upper()) == ref


def test_a_merged_double_leads_to_the_one_that_was_kept(app, people):
    assert meant(app, people["gone"].hex) == people["barbara"]


def test_the_beginning_of_an_id_must_be_unique(app, people):
    with pytest.raises(resolve.Ambiguous) as refused:
        meant(app, people["anna"].hex[:8])
    assert refused.value.code == "ambiguous"
    for name, short in refused.value.candidates:
        assert len(short) >= 8
        if "Double" not in name:
            assert meant(app, short).hex.startswith(short)


def test_several_are_listed_and_none_is_taken(app, people):
    with pytest.raises(resolve.Ambiguous) as refused:
        meant(app, "nowak")
    assert [name for name, _ in refused.value.candidates] == ["Barbara Nowak", "Piotr Nowak"]
    said = Locale.of("en").message(refused.value)
    assert "Barbara Nowak (" in said
    assert "Piotr Nowak (" in said


@pytest.mark.parametrize("text", ["Nobody", "no:999", "no:", "", "  ", "%", "zzzzzzzz", "0" * 32, "deadbeef"])
def test_nobody_is_nobody(app, people, text):
    with pytest.raises(UserError) as refused:
        meant(app, text)
    assert refused.value.code == "nobody"


def test_visits_are_found_by_any_of_their_titles(app, people):
    for text in ("Himmelfahrt 2026", "ascension", "2026 Ascension", people["visit"].hex):
        assert app.read(resolve.visit, text, "en") == people["visit"]
    with pytest.raises(UserError) as refused:
        app.read(resolve.visit, "Barbara Nowak", "en")
    assert refused.value.code == "no-visit"


def test_organisations_too(app, people):
    assert app.read(resolve.organisation, "verein rosenau", "en")
    with pytest.raises(UserError) as refused:
        app.read(resolve.organisation, "Barbara", "en")
    assert refused.value.code == "no-organisation"
