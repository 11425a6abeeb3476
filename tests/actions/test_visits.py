# SPDX-License-Identifier: GPL-3.0-or-later
"""Making, copying and moving visits; their programme."""

from datetime import date, time

import pytest
from sqlalchemy import select

from hospes.actions.programme import AddItem, CopyDay, ItemText, MoveItem, PutItemBehind, SetItemTexts
from hospes.actions.tasks import TickTask
from hospes.actions.visits import CreateVisit, EditVisit, NewDelegation, SetVisitTexts
from hospes.actions.visits_copy import HOSTS, PROGRAMME, CopyVisit
from hospes.actions.visits_days import SetVisitDays
from hospes.actions.visits_delegations import AddDelegation, EditDelegation, RemoveDelegation
from hospes.actions.visits_tasks import AddVisitTask
from hospes.domain.codes_visit import Audience, DelegationRole, Meal, OfferState, VisitState
from hospes.domain.errors import FieldProblem, FormProblems, UserError
from hospes.queries.programme import programme
from hospes.queries.visit_overview import visit_facts, visit_tasks
from hospes.queries.visits import visit_row
from hospes.store.tables.stays import HostOffer, OfferNight, Placement
from hospes.store.tables.visits import Delegation, Participation
from tests import make

FIRST, LAST = date(2027, 5, 5), date(2027, 5, 9)
THURSDAY = date(2026, 5, 14)


def rows(app, cls, **wanted):
    query = select(*cls.__table__.columns)
    for name, value in wanted.items():
        query = query.where(getattr(cls, name) == value)
    return app.read(lambda connection: connection.execute(query).all())


def items_on(app, visit, day):
    return [one.title() for one in app.read(programme, visit, "de").on(day)]


def add(app, w, title, starts=None, ends=None, on=THURSDAY, **more):
    action = AddItem(w.visit, on, {"de": ItemText(title)}, starts, ends, **more)
    return app.run(action).result


# ---- new visits -----------------------------------------------------------------------------------------


def test_a_new_visit_knows_place_zone_and_language(app, world):
    towns = (
        NewDelegation(DelegationRole.HOSTING, world.partner_town),
        NewDelegation(DelegationRole.VISITING, organisation_id=world.own),
    )
    visit = app.run(CreateVisit({"de": "  Fahrt   nach Montclair "}, FIRST, LAST, towns)).result
    facts = app.read(visit_facts, visit, "de")
    assert facts.territory_id == world.partner_town
    assert facts.zone == "Europe/Paris"
    assert facts.texts["de"].title == "Fahrt nach Montclair"
    row = app.read(visit_row, visit, "de", make.TODAY)
    assert row.direction == "outgoing"
    assert [party.language for party in row.parties if not party.ours] == ["fr"]


def test_without_days_it_is_an_idea(app, world):
    visit = app.run(CreateVisit({"de": "Irgendwann"})).result
    assert app.read(visit_facts, visit, "de").state is VisitState.IDEA


def test_what_keeps_a_visit_from_being_made_is_told_by_field(app, world):
    with pytest.raises(FormProblems) as refused:
        app.run(CreateVisit({"de": " "}, LAST, FIRST))
    assert {one.field for one in refused.value.problems} == {"title", "last"}


def test_a_visit_keeps_a_title_in_some_language(app, world):
    with pytest.raises(FieldProblem):
        app.run(SetVisitTexts(world.visit, "de", {"title": " "}))
    app.run(SetVisitTexts(world.visit, "fr", {"title": "Ascension"}))
    app.run(SetVisitTexts(world.visit, "de", {"title": ""}))
    assert app.read(visit_row, world.visit, "de", make.TODAY).title == "Ascension"


def test_no_time_zone_of_that_name(app, world):
    with pytest.raises(FieldProblem):
        app.run(EditVisit(world.visit, {"zone": "Europe/Rosenau"}))


# ---- like an earlier one --------------------------------------------------------------------------------


def test_a_copy_takes_programme_and_tasks_with_their_days_and_nobody_else(app, world):
    add(app, world, "Empfang", time(10, 30), meal=Meal.COFFEE)
    app.run(SetVisitTexts(world.visit, "fr", {"title": "Ascension 2026", "aims": "Se retrouver"}))
    app.run(AddVisitTask(world.visit, "Saal", days=-90))
    task = app.run(AddVisitTask(world.visit, "Geschenke", date(2026, 5, 12))).result
    app.run(TickTask(task))
    visit = app.run(CopyVisit(world.visit, {"de": "Himmelfahrt 2027"}, FIRST, LAST)).result
    found = app.read(programme, visit, "de")
    assert [(one.on, one.title(), one.meal) for one in found.items] == [
        (date(2027, 5, 6), "Empfang", Meal.COFFEE)
    ]
    tasks = {one.title: one for one in app.read(visit_tasks, visit)}
    assert tasks["Saal"].due_on == date(2027, 2, 4)
    assert tasks["Geschenke"].due_on == date(2027, 5, 4)
    assert tasks["Geschenke"].done_on is None
    facts = app.read(visit_facts, visit, "de")
    assert facts.texts["fr"].title == "Ascension 2027"
    other = app.run(CopyVisit(world.visit, {"de": "Sommerfahrt 2027"}, FIRST, LAST)).result
    assert [app.read(visit_facts, one, "de").texts["fr"].aims for one in (visit, other)] == [
        "Se retrouver"
    ] * 2
    assert app.read(visit_facts, other, "de").texts["fr"].title == "", "it is called otherwise"
    assert facts.model_id == world.visit
    assert rows(app, Participation, visit_id=visit) == []


def test_hosts_are_asked_again_with_their_answers_only_where_the_same_town_hosts(app, world):
    app.run(AddDelegation(world.visit, DelegationRole.HOSTING, organisation_id=world.own))
    visit = app.run(CopyVisit(world.visit, {"de": "Wieder"}, FIRST, LAST, parts=frozenset({HOSTS}))).result
    [offer] = rows(app, HostOffer, visit_id=visit)
    assert offer.household_id == world.home
    assert offer.state is OfferState.NOT_ASKED
    away = (
        NewDelegation(DelegationRole.HOSTING, world.partner_town),
        NewDelegation(DelegationRole.VISITING, organisation_id=world.own),
    )
    back = app.run(CopyVisit(world.visit, {"de": "Gegenbesuch"}, FIRST, LAST, away)).result
    assert rows(app, HostOffer, visit_id=back) == []


def test_only_what_was_ticked_comes_along(app, world):
    add(app, world, "Empfang", time(10, 30))
    app.run(AddVisitTask(world.visit, "Saal", days=-90))
    only = CopyVisit(world.visit, {"de": "Kurz"}, FIRST, LAST, parts=frozenset({PROGRAMME}))
    visit = app.run(only).result
    assert app.read(visit_tasks, visit) == ()
    assert items_on(app, visit, date(2027, 5, 6)) == ["Empfang"]


# ---- other days -----------------------------------------------------------------------------------------


def test_moving_takes_everything_dated_along(app, world):
    add(app, world, "Empfang", time(10, 30))
    task = app.run(AddVisitTask(world.visit, "Saal", days=-3)).result
    nights = {row.night for row in rows(app, Placement)}
    offered = {row.night for row in rows(app, OfferNight)}
    people = rows(app, Placement)
    app.run(SetVisitDays(world.visit, date(2026, 5, 14), date(2026, 5, 18), along=True))
    assert items_on(app, world.visit, date(2026, 5, 15)) == ["Empfang"]
    assert {row.night.toordinal() - 1 for row in rows(app, Placement)} == {n.toordinal() for n in nights}
    assert {row.night.toordinal() - 1 for row in rows(app, OfferNight)} == {n.toordinal() for n in offered}
    assert len(rows(app, Placement)) == len(people)
    assert next(t for t in app.read(visit_tasks, world.visit) if t.id == task).due_on == date(2026, 5, 11)


def test_only_the_days_leave_the_programme_but_tasks_follow(app, world):
    add(app, world, "Empfang", time(10, 30))
    app.run(AddVisitTask(world.visit, "Saal", days=-3))
    app.run(SetVisitDays(world.visit, date(2026, 5, 14), date(2026, 5, 18)))
    assert items_on(app, world.visit, THURSDAY) == ["Empfang"]
    assert app.read(visit_tasks, world.visit)[0].due_on == date(2026, 5, 11)


# ---- delegations ----------------------------------------------------------------------------------------


def test_a_third_town_that_is_new_here(app, world):
    app.run(AddDelegation(world.visit, DelegationRole.VISITING, town="Lipowiec", country="PL"))
    row = app.read(visit_row, world.visit, "de", make.TODAY)
    lipowiec = next(party for party in row.parties if party.name == "Lipowiec")
    assert (lipowiec.language, lipowiec.partner) == ("pl", 1)


def test_a_delegation_with_people_stays(app, world):
    delegation = rows(app, Delegation)[0].id
    with pytest.raises(UserError) as refused:
        app.run(RemoveDelegation(delegation))
    assert refused.value.code == "delegation-has-people"


def test_nobody_leaves_before_they_came(app, world):
    delegation = rows(app, Delegation)[0].id
    app.run(EditDelegation(delegation, {"arrival_on": date(2026, 5, 13)}))
    with pytest.raises(FieldProblem) as refused:
        app.run(EditDelegation(delegation, {"departure_on": date(2026, 5, 12)}))
    assert refused.value.field == "departure_on"


# ---- programme ------------------------------------------------------------------------------------------


def test_items_stand_in_their_order_whatever_was_entered_first(app, world):
    add(app, world, "Museum", time(14), time(15, 30))
    add(app, world, "Empfang", time(10, 30))
    evening = add(app, world, "Familien", time_words="evening")
    assert items_on(app, world.visit, THURSDAY) == ["Empfang", "Museum", "Familien"]
    app.run(PutItemBehind(evening, None))
    assert items_on(app, world.visit, THURSDAY) == ["Familien", "Empfang", "Museum"]


def test_a_moved_item_keeps_its_length(app, world):
    museum = add(app, world, "Museum", time(14), time(15, 30))
    app.run(MoveItem(museum, date(2026, 5, 15), time(16)))
    item = app.read(programme, world.visit, "de").item(museum)
    assert (item.on, item.starts, item.ends) == (date(2026, 5, 15), time(16), time(17, 30))


def test_a_copied_day_brings_texts_and_who_takes_part(app, world):
    delegation = rows(app, Delegation)[0].id
    item = add(app, world, "Boule", time(10), audience=Audience.CHOSEN, delegations=(delegation,))
    app.run(SetItemTexts(item, "fr", {"title": "Pétanque"}))
    assert app.run(CopyDay(world.visit, THURSDAY, date(2026, 5, 16))).result == 1
    [copy] = app.read(programme, world.visit, "de").on(date(2026, 5, 16))
    assert copy.words("fr").title == "Pétanque"
    assert copy.delegations == (delegation,)
    assert copy.count.guests == 3


def test_an_item_needs_words(app, world):
    with pytest.raises(FieldProblem) as refused:
        add(app, world, "  ", time(10))
    assert refused.value.field == "title"


def test_an_empty_day_cannot_be_copied(app, world):
    with pytest.raises(UserError) as refused:
        app.run(CopyDay(world.visit, THURSDAY, date(2026, 5, 16)))
    assert refused.value.code == "empty-day"
