# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of members: order, rows by block, few statements, days other than today."""

from datetime import date

import pytest

from hospes.actions.bin import PutInBin
from hospes.actions.members import HasLeft
from hospes.actions.people import EditPerson
from hospes.domain.codes import ContactKind, DuesState, Function, LanguageLevel
from hospes.domain.names import list_name
from hospes.domain.values import Money, RoughDate
from hospes.i18n.locale import Locale
from hospes.queries.filters import EVERYONE, Filter, read_filter
from hospes.queries.members import (
    ORDERS,
    Count,
    Order,
    chip_counts,
    count_members,
    list_of_members,
    member_ids,
    member_rows,
)
from hospes.queries.memberships import ground, who_owes
from hospes.queries.people import email_addresses, person_names
from hospes.queries.whole_list import dues_states
from tests import make

DE, PL = Locale.of("de"), Locale.of("pl")
DAY = make.TODAY


def listed(app, locale=DE, order=Order(), today=DAY):  # noqa: B008  # frozen
    ids = app.read(member_ids, order=order, locale=locale, today=today)
    rows = app.read(member_rows, ids, locale=locale, today=today)
    assert [row.id for row in rows] == ids
    return rows


def test_a_row_holds_what_a_list_may_show(small):
    app, world = small
    (row,) = app.read(member_rows, [world.barbara], locale=DE, today=DAY)
    assert list_name(row.name) == "Nowak, Barbara"
    assert (row.number, row.since, row.age, row.is_member) == ("1", RoughDate(2026, 4, 12), 54, True)
    assert (row.household, row.street, row.postcode, row.place) == (
        "Nowak",
        "Mühlgasse 14",
        "63512",
        "Rosenau",
    )
    assert (row.class_name, row.dues, row.dues_year, row.open) == ("Paar", DuesState.PART, 2026, Money(1000))
    assert (row.phone.value, row.phone.shared, row.email.kind) == ("06182 44 17 09", True, ContactKind.EMAIL)
    assert row.mobile is None
    assert [(one.function, one.on_committee) for one in row.offices] == [(Function.CHAIR, True)]
    assert (row.can_host, row.beds, row.tags) == (True, 1, ("choir",))
    assert row.languages == (("de", LanguageLevel.NATIVE),)
    assert row.last_visit is None  # it is still to come
    later = app.read(member_rows, [world.barbara], locale=DE, today=date(2026, 6, 1))[0]
    assert later.last_visit == date(2026, 5, 17)


def test_few_statements_whatever_the_number_of_rows(small, max_sql):
    app, world = small
    people = [world.barbara, world.piotr, world.dieter, world.guest]
    with max_sql(app, 18):
        assert len(app.read(member_rows, people, locale=DE, today=DAY)) == 4
    with max_sql(app, 10):
        app.read(member_rows, people, locale=DE, today=DAY, only=("household", "place", "since", "dues"))
    app.read(member_ids, locale=DE, today=DAY)
    with max_sql(app, 6):  # the order of the names is known by now
        app.read(member_ids, locale=DE, today=DAY)


def test_only_the_columns_that_show_are_read(small):
    app, world = small
    (row,) = app.read(member_rows, [world.barbara], locale=DE, today=DAY, only=("place",))
    assert (row.place, row.phone, row.tags, row.household) == ("Rosenau", None, (), "")
    assert row.offices  # the role stands behind the name


def test_ids_that_are_gone_are_left_out(small):
    app, world = small
    from uuid import UUID

    rows = app.read(member_rows, [UUID(int=1), world.piotr], locale=DE, today=DAY)
    assert [row.id for row in rows] == [world.piotr]


@pytest.mark.parametrize("by", ORDERS)
def test_every_order_keeps_everybody_and_goes_both_ways(by, small):
    app, _ = small
    up = [row.id for row in listed(app, order=Order(by))]
    down = [row.id for row in listed(app, order=Order(by, descending=True))]
    assert sorted(up) == sorted(down)
    assert len(up) == 3


def test_states_of_everybody_are_those_of_the_rows(small):
    app, _ = small
    everybody = app.read(member_ids, read_filter("member:any"), locale=DE, today=DAY)
    rows = app.read(member_rows, everybody, locale=DE, today=DAY)

    def whole(connection):
        return dues_states(connection, ground(connection, DAY))

    assert app.read(whole) == {row.id.hex: row.dues for row in rows}


def test_unknown_orders_are_a_fault(small):
    with pytest.raises(ValueError, match="shoe"):
        small[0].read(member_ids, order=Order("shoe"), locale=DE, today=DAY)


def test_people_without_a_value_stand_last_either_way(small):
    app, world = small
    for descending in (False, True):
        assert listed(app, order=Order("email", descending))[-1].id == world.piotr


def test_counts_and_who_owes(small):
    app, _ = small
    counts = app.read(chip_counts, today=DAY)
    assert counts["everyone"] == Count(3, 2)
    owing = app.read(who_owes, DAY)
    assert (owing.payers, owing.open, owing.year) == (2, Money(4500), 2026)


@pytest.fixture
def app(tmp_path):
    app = make.founded(tmp_path / "a.hospes")
    yield app
    app.close()


def test_names_sort_as_the_reader_does(app):
    for given, surname in (
        ("Jan", "Zając"), ("Ewa", "Łoza"), ("Anna", "Lodz"), ("Anna", "Müller"), ("Anna", "Mutz"),
        ("Émile", "Müller"), ("Zoe", "Müller"),
    ):  # fmt: skip
        make.person(app, given, surname)
    assert [list_name(row.name) for row in listed(app, PL)] == [
        "Lodz, Anna", "Łoza, Ewa", "Müller, Anna", "Müller, Émile", "Müller, Zoe", "Mutz, Anna", "Zając, Jan",
    ]  # fmt: skip
    assert [list_name(row.name) for row in listed(app, DE)].index("Łoza, Ewa") == 1


def test_small_words_and_other_scripts_sort_by_their_rules(app):
    auer = make.person(app, "Friedrich", "Auerbach", surname_prefix="von")
    zoe = make.person(app, "Zoe", "Zimmer")
    oksana = make.person(app, "Оксана", "Коваль")
    app.run(EditPerson(oksana, {"latin_name": "Oksana Koval", "country": "UA"}))
    assert [row.id for row in listed(app)] == [auer, oksana, zoe]


def test_descending_keeps_names_in_order_among_equals(app):
    for given in ("Cora", "Anna", "Berta"):
        make.person(app, given, "Gleich", town="Hanau")
    make.person(app, "Zoe", "Anders", town="Aschaffenburg")
    rows = listed(app, order=Order("place", descending=True))
    assert [row.name.given for row in rows] == ["Anna", "Berta", "Cora", "Zoe"]


def test_numbers_sort_by_their_value(app):
    ids = [make.person(app, given) for given in ("Anna", "Berta", "Cora")]
    from hospes.actions.members import EditMembership
    from hospes.queries.member_history import memberships_of

    for person_id, number in zip(ids, ("10", "9", "A-1"), strict=True):
        row = app.read(memberships_of, person_id, DAY, "de")[0]
        app.run(EditMembership(row.id, {"number": number}))
    assert [row.number for row in listed(app, order=Order("number"))] == ["A-1", "9", "10"]


def test_what_is_kept_of_a_list_gives_way_to_every_change(app):
    berta, cora = make.person(app, "Berta", "Bach"), make.person(app, "Cora", "Conrad")

    def told(filter_=EVERYONE):
        ids, count = app.read(list_of_members, filter_, locale=DE, today=DAY)
        assert count == app.read(count_members, filter_, today=DAY)
        return ids, count.people

    assert told() == ([berta, cora], 2)
    app.run(EditPerson(cora, {"surname": "Aaron"}))
    assert told() == ([cora, berta], 2)
    assert told(Filter("aaron")) == ([cora], 1)
    assert told(Filter("conrad")) == ([], 0)
    app.run(PutInBin("person", (cora,)))
    assert told() == ([berta], 1)
    assert told(Filter("aaron")) == ([], 0)
    assert app.read(chip_counts, today=DAY)["everyone"].people == 1
    app.undo()
    app.undo()
    assert told() == ([berta, cora], 2)
    assert app.read(chip_counts, today=DAY)["everyone"].people == 2


def test_who_joins_next_month_is_on_the_list_already(app):
    anna = make.person(app, joined=RoughDate(2026, 6, 1))
    assert [row.id for row in listed(app)] == [anna]


def test_as_of_a_day(app):
    anna = make.person(app, joined=RoughDate(2020))
    app.run(HasLeft((anna,), date(2026, 4, 1)))
    assert listed(app) == []
    assert [row.id for row in listed(app, today=date(2026, 3, 31))] == [anna]


def test_an_email_is_written_to_once_and_not_to_the_dead(app):
    from hospes.actions.people import HasDied

    anna = make.person(app, email="klos@example.org")
    jan = make.person(app, "Jan", email="klos@example.org")
    eva = make.person(app, "Eva", email="eva@example.org")
    app.run(HasDied(eva))
    assert app.read(email_addresses, today=DAY) == ["klos@example.org"]
    assert app.read(email_addresses, "", [eva, jan], today=DAY) == ["klos@example.org"]
    assert app.read(person_names, [anna]) == {anna: "Anna Klos"}
