# SPDX-License-Identifier: GPL-3.0-or-later
"""Smaller acts: tags, agreements, own fields, offices, classes, contacts, the association, kept lists."""

from datetime import date

import pytest

from hospes.actions.association import EditAssociation, SetAssociationTexts
from hospes.actions.classes import AddClass, DeleteClass, EditClass, SetClassAmount
from hospes.actions.consents import GiveConsent, WithdrawConsent
from hospes.actions.notes import AddNote, EditNote
from hospes.actions.offices import AddOffice, EditOffice
from hospes.actions.organisations import EditOrganisation
from hospes.actions.own_fields import AddOwnField, EditOwnField, SetOwnValue
from hospes.actions.people import SetGuardian, SetLanguages
from hospes.actions.settings import ChangeSetting, DropList, KeepList
from hospes.actions.tags import AddTag, DeleteTag, RemoveTag, RenameTag
from hospes.domain.codes import (
    ConsentPurpose,
    FieldKind,
    Function,
    LanguageLevel,
)
from hospes.domain.errors import FieldProblem, UserError
from hospes.domain.values import Money, RoughDate
from hospes.i18n.locale import Locale
from hospes.queries.association import association, classes
from hospes.queries.lists import kept_lists
from hospes.queries.person_details import (
    consents_of,
    guardians_of,
    languages_of,
    notes_of,
    offices_of,
    own_values,
    tags_of,
)
from hospes.queries.settings import setting
from tests import make

DE = Locale.of("de")
DAY = make.TODAY


def names(app, person_id):
    return [one.name for one in app.read(tags_of, "person", person_id)]


def test_a_tag_is_one_however_it_is_written(app, world):
    told = app.run(AddTag((world.barbara, world.piotr), " CHOIR ")).result
    assert (told.tag, told.n) == (world.tag, 1)
    assert names(app, world.piotr) == ["choir"]
    app.run(RemoveTag((world.piotr,), "Choir"))
    assert names(app, world.piotr) == []
    for bad in ("", " ; "):
        with pytest.raises(FieldProblem):
            app.run(AddTag((world.piotr,), bad))
    with pytest.raises(UserError):
        app.run(AddTag((), "choir"))


def test_renaming_a_tag_to_another_makes_them_one(app, world):
    app.run(AddTag((world.barbara, world.dieter), "Singers"))
    app.run(RenameTag(world.tag, "singers"))
    assert names(app, world.barbara) == names(app, world.double) == ["Singers"]
    assert len(make.snapshot(app)["tag"]) == 1


def test_only_the_spelling_of_a_tag(app, world):
    assert app.run(RenameTag(world.tag, "Choir")).result == world.tag
    assert names(app, world.barbara) == ["Choir"]
    assert app.run(DeleteTag(world.tag)).result == 2
    assert names(app, world.barbara) == []


def standing(app, person_id, day=DAY):
    return {one.purpose for one in app.read(consents_of, person_id) if one.stands_on(day)}


def test_agreements_are_facts_with_days(app, world):
    app.run(GiveConsent((world.barbara,), ConsentPurpose.LIST, date(2026, 4, 20)))
    app.run(WithdrawConsent(world.barbara, ConsentPurpose.LIST, date(2026, 4, 25)))
    assert ConsentPurpose.LIST not in standing(app, world.barbara)
    assert ConsentPurpose.LIST in standing(app, world.barbara, date(2026, 4, 24))
    app.run(GiveConsent((world.barbara,), ConsentPurpose.LIST))
    assert ConsentPurpose.LIST in standing(app, world.barbara)
    assert len([one for one in app.read(consents_of, world.barbara) if one.purpose == "list"]) == 2
    with pytest.raises(FieldProblem):
        app.run(GiveConsent((world.barbara,), ConsentPurpose.LIST, date(2026, 4, 28)))


@pytest.mark.parametrize(
    ("kind", "choices", "good", "kept", "bad"),
    [
        (FieldKind.NUMBER, "", "42,5", "42.5", "many"),
        (FieldKind.DAY, "", "2026-04-27", "2026-04-27", "27 April"),
        (FieldKind.YES_NO, "", "yes", "yes", "perhaps"),
        (FieldKind.CHOICE, "Alto; Tenor", "alto", "Alto", "Bass"),
    ],
)
def test_own_fields_take_what_fits(app, world, kind, choices, good, kept, bad):
    field = app.run(AddOwnField("Something", kind, choices)).result
    app.run(SetOwnValue((world.barbara,), field, good))
    values = {one.name: one.value for one in app.read(own_values, world.barbara, "en")}
    assert values["Something"] == kept
    with pytest.raises(FieldProblem) as refused:
        app.run(SetOwnValue((world.barbara,), field, bad))
    assert refused.value.field == "own.Something"
    app.run(SetOwnValue((world.barbara,), field, ""))
    assert {one.name: one.value for one in app.read(own_values, world.barbara, "en")}["Something"] == ""


def test_an_own_field_does_not_forget_what_people_have_in_it(app, world):
    with pytest.raises(FieldProblem):
        app.run(EditOwnField(world.field, {"choices": "bass"}))
    with pytest.raises(FieldProblem):
        app.run(AddOwnField(" voice "))


def test_the_committee_is_who_usually_sits_on_it(app, world):
    app.run(AddOffice(world.dieter, world.own, Function.TREASURER))
    app.run(AddOffice(world.dieter, world.townhall, Function.SECRETARY))
    app.run(AddOffice(world.dieter, world.own, Function.AUDITOR))
    found = {
        (one.function, one.is_own): one.on_committee for one in app.read(offices_of, person_id=world.dieter)
    }
    assert found == {
        (Function.TREASURER, True): True,
        (Function.SECRETARY, False): False,
        (Function.AUDITOR, True): False,
    }


def test_offices_end_and_do_not_end_before_they_began(app, world):
    app.run(EditOffice(world.office, {"valid_to": RoughDate(2025)}))
    (office,) = app.read(offices_of, person_id=world.mayor)
    assert not office.held_on(DAY)
    assert office.held_on(date(2025, 12, 31))
    with pytest.raises(FieldProblem):
        app.run(AddOffice(world.dieter, world.own, valid_from=RoughDate(2026), valid_to=RoughDate(2025)))


def test_the_whole_list_of_languages_at_once(app, world):
    app.run(SetLanguages(world.double, (("FR", LanguageLevel.NATIVE), ("en", LanguageLevel.LITTLE))))
    assert [(one.language, one.level) for one in app.read(languages_of, world.double)] == [
        ("fr", LanguageLevel.NATIVE),
        ("en", LanguageLevel.LITTLE),
    ]


def test_guardians(app, world):
    app.run(SetGuardian(world.ola, world.piotr))
    assert {one.name.given for one in app.read(guardians_of, world.ola)} == {"Barbara", "Piotr"}
    app.run(SetGuardian(world.ola, world.piotr, away=True))
    assert {one.name.given for one in app.read(guardians_of, world.ola)} == {"Barbara"}
    with pytest.raises(UserError):
        app.run(SetGuardian(world.ola, world.ola))


def test_classes(app, world):
    garden = app.run(AddClass("Garden", amount=Money(1200))).result
    app.run(SetClassAmount(garden, Money(1500), date(2027, 1, 1)))
    found = {one.id: one for one in app.read(classes, "de", DAY)}
    assert (found[garden].name, found[garden].amount) == ("Garden", Money(1200))
    later = {one.id: one for one in app.read(classes, "fr", date(2027, 1, 1))}
    assert later[garden].amount == Money(1500)
    assert later[world.classes["couple"]].name == "Couple"
    assert later[world.classes["honorary"]].free
    for refused in (
        AddClass("garden"),
        EditClass(garden, {"age_from": 20, "age_to": 10}),
        SetClassAmount(garden, Money(-1), DAY),
        DeleteClass(world.classes["couple"]),
    ):
        with pytest.raises(UserError):
            app.run(refused)


def test_our_association(app, world):
    app.run(EditAssociation(world.own, {"iban": "de02 1203 0000 0000 2020 51", "year_start": "04-01"}))
    app.run(SetAssociationTexts("fr", "Comité de Rosenau", letter_foot="Bien à vous"))
    own = app.read(association)
    assert (own.iban, own.year_start, own.name_in("fr"), own.name_in("pl")) == (
        "DE02120300000000202051", "04-01", "Comité de Rosenau", "Verein Rosenau",
    )  # fmt: skip
    with pytest.raises(FieldProblem):
        app.run(EditAssociation(world.own, {"name": " "}))


def test_organisations_do_not_stand_above_themselves(app, world):
    with pytest.raises(FieldProblem):
        app.run(EditOrganisation(world.townhall, {"parent_id": world.townhall}))


def test_notes_are_not_empty(app, world):
    app.run(AddNote("household", world.home, " Rings first. ", follow_up_on=date(2026, 5, 1)))
    (note,) = app.read(notes_of, "household", world.home)
    assert (note.text, note.on, note.follow_up_on) == ("Rings first.", DAY, date(2026, 5, 1))
    for empty in (AddNote("person", world.barbara, " "), EditNote(note.id, {"text": ""})):
        with pytest.raises(FieldProblem):
            app.run(empty)


def test_kept_lists_by_place_and_name(app, world):
    first = app.run(KeepList("members", "Wine", "tag:wine")).result
    again = app.run(KeepList("members", "WINE", "tag:wine lang:fr")).result
    assert first == again
    found = {one.name: one.filter for one in app.read(kept_lists, "members")}
    assert found == {"Choir": "tag:choir", "WINE": "tag:wine lang:fr"}
    app.run(DropList(first))
    assert [one.name for one in app.read(kept_lists, "members")] == ["Choir"]


def test_settings_have_a_default_again(app):
    app.run(ChangeSetting("people.keep_health_days", 60))
    assert app.read(setting, "people.keep_health_days") == 60
    app.run(ChangeSetting("people.keep_health_days", None))
    assert app.read(setting, "people.keep_health_days") is None
