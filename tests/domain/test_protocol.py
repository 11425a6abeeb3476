# SPDX-License-Identifier: GPL-3.0-or-later
"""The order of protocol as data, who faces whom, sectors and corners, fields of work."""

from datetime import date

import pytest

from hospes.domain.codes import Function, OrganisationKind, Sector
from hospes.domain.codes_actors import Corner, FieldOfWork, fields_of_work, kept_fields, own_words
from hospes.domain.organisations import sector_of
from hospes.domain.protocol import (
    COMMON,
    Protocol,
    common_rank,
    corner_of,
    facing,
    facing_kind,
    kept_protocol,
    read_protocol,
)

F, K = Function, OrganisationKind


def test_every_office_has_one_place():
    assert sorted(COMMON) == sorted(Function)
    assert common_rank(F.MAYOR) < common_rank(F.COUNCILLOR) < common_rank(F.CHAIR) < common_rank(F.MEMBER)


def test_an_own_order_is_kept_with_its_day_and_read_back():
    order = Protocol().moved(F.PRIEST, -10)
    kept = kept_protocol(order, date(2026, 3, 1))
    again = read_protocol(kept)
    assert (again.order, again.as_of, again.own) == (order, date(2026, 3, 1), True)
    assert again.rank(F.PRIEST) == Protocol().rank(F.PRIEST) - 10


def test_an_office_that_came_later_stands_where_the_common_order_has_it():
    kept = kept_protocol([one for one in COMMON if one is not F.DEPUTY_MAYOR], date(2026, 1, 1))
    order = read_protocol(kept).order
    assert order.index(F.DEPUTY_MAYOR) == order.index(F.HONORARY_CONSUL) + 1


@pytest.mark.parametrize("kept", [None, 3, "mayor", {"order": "mayor"}, {}, []])
def test_what_is_no_order_gives_the_common_one(kept):
    assert read_protocol(kept) == Protocol()


def test_nothing_moves_beyond_the_ends():
    assert Protocol().moved(COMMON[0], -1) == COMMON
    assert Protocol().moved(COMMON[-1], 5) == COMMON


def test_who_faces_whom():
    assert facing(F.LORD_MAYOR) is facing(F.MAYOR)
    assert facing(F.DIRECTOR, K.COMPANY) is F.MANAGER
    assert facing(F.DIRECTOR, K.SCHOOL) is F.DIRECTOR
    assert facing_kind(K.OWN) is K.PARTNER_ASSOCIATION
    assert facing_kind(K.HONORARY_CONSULATE) is facing_kind(K.CONSULATE_GENERAL)


@pytest.mark.parametrize(
    ("kind", "sector"),
    [
        (K.YOUTH_PARLIAMENT, Sector.POLITICS),
        (K.CONSULATE_GENERAL, Sector.ADMINISTRATION),
        (K.TRADE_OFFICE, Sector.ECONOMY),
        (K.MIGRANTS, Sector.CIVIL),
        (K.FOUNDATION, Sector.CIVIL),
        (K.UNIVERSITY, Sector.EDUCATION),
    ],
)
def test_the_sector_a_kind_has_by_itself(kind, sector):
    assert sector_of(kind) is sector


def test_schools_are_civil_society_in_the_triangle():
    assert corner_of(Sector.EDUCATION) is corner_of(Sector.CIVIL) is Corner.CIVIL
    assert {corner_of(sector) for sector in Sector} == set(Corner)


def test_fields_of_work_keep_words_they_do_not_know():
    kept = "choir; Blasmusik;exchange"
    assert fields_of_work(kept) == (FieldOfWork.CHOIR, FieldOfWork.EXCHANGE)
    assert own_words(kept) == ("Blasmusik",)
    assert kept_fields({FieldOfWork.EXCHANGE}, own_words(kept)) == "exchange;Blasmusik"
