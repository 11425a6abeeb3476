# SPDX-License-Identifier: GPL-3.0-or-later
"""What a field may offer while somebody types."""

from hospes.actions.people import EditPerson
from hospes.domain.codes import FieldKind
from hospes.queries.suggestions import interests, own_fields, place_of, places
from tests import make


def test_a_place_fills_from_a_postcode_already_used(small):
    app, _ = small
    assert app.read(place_of, "63512") == "Rosenau"
    assert app.read(place_of, " 63512 ", "DE") == "Rosenau"
    assert app.read(place_of, "99999") == app.read(place_of, "") == ""
    assert app.read(places)[0] == "Rosenau"


def test_own_fields(small):
    app, world = small
    (field,) = app.read(own_fields, "de")
    assert (field.id, field.name, field.kind, field.choices) == (
        world.field, "Voice", FieldKind.CHOICE, ("alto", "tenor"),
    )  # fmt: skip


def test_interests_by_frequency(tmp_path):
    app = make.founded(tmp_path / "a.hospes")
    for given, liked in (("Anna", "choir; wine"), ("Jan", "wine"), ("Ola", "")):
        app.run(EditPerson(make.person(app, given), {"interests": liked}))
    assert app.read(interests) == ["wine", "choir"]
    app.close()
