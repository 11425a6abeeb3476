# SPDX-License-Identifier: GPL-3.0-or-later
"""Links as lists have them: names of towns, the same link twice, counting, and why numbers differ."""

import pytest

from hospes.domain.codes_twinning import PartnershipStatus, PartnershipType
from hospes.domain.directory_counts import Area, By, Lump, Stated, Why, between, compared, counted
from hospes.domain.directory_links import Link, Side, TownCell, gather, read_town
from hospes.domain.values import RoughDate
from hospes.i18n.fold import fold
from hospes.transfer.vocabulary import country


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("Neustadt (Aisch)", TownCell("Neustadt", "Aisch")),
        ("Rieux [Oise]", TownCell("Rieux", "Oise")),
        ("Tournai (Belgien)", TownCell("Tournai", country="BE")),
        ("Lyon (F)", TownCell("Lyon", country="FR")),
        ("Stadt Ahlbach", TownCell("Ahlbach")),
        ("Beauvillers (1964)", TownCell("Beauvillers", since=1964)),
        ("Beauvillers, seit 1964", TownCell("Beauvillers", since=1964)),
        ("Lipowiec, Polen", TownCell("Lipowiec", country="PL")),
        ("Neustadt (Dosse), (seit 1991)", TownCell("Neustadt", "Dosse", since=1991)),
        ("Roma (in)", TownCell("Roma", "in")),
        ("Lübeck, Hansestadt", TownCell("Lübeck")),
        ("Landeshauptstadt Schwerin", TownCell("Schwerin")),
        ("Essen, Lower Saxony", TownCell("Essen", "Lower Saxony")),
        ("Landkreis Ahlbach", TownCell("Landkreis Ahlbach")),
        ("Gmina Skawina", TownCell("Skawina")),
        ("Ville d’Arques", TownCell("Arques")),
        ("ASLAR (ALLEMAGNE FEDERALE) - 1968", TownCell("ASLAR", country="DE", since=1968)),
        ("Villers, Calvados, France", TownCell("Villers", "Calvados", "FR")),
        ("Sesimbra Municipality", TownCell("Sesimbra")),
    ],
)
def test_what_a_cell_says_of_a_town(cell, meant):
    assert read_town(cell, country) == meant


def side(name, addition="", region="", land="DE"):
    return Side(name, addition, region, land, token=fold(name))


def link(row, a, b, **more):
    return Link(row, a, b, **more)


def test_a_link_is_one_from_both_sides_and_with_or_without_the_addition():
    ours, theirs = side("Neustadt", "Aisch"), side("Rieux", land="FR")
    found, twice = gather(
        [
            link(1, ours, theirs, since=RoughDate(1964)),
            link(2, theirs, side("Neustadt"), since=RoughDate(1964, 5, 9)),
            link(3, side("NEUSTADT", "Aisch"), theirs, since=RoughDate(1970)),
        ]
    )
    assert [(one.since, one.both_sides) for one in found] == [(RoughDate(1964, 5, 9), True)]
    assert [(one.row, one.other_side, one.years is not None) for one in twice] == [
        (2, True, False), (3, False, True),
    ]  # fmt: skip


def test_two_towns_of_one_name_stay_two_and_so_do_kinds():
    theirs = side("Rieux", land="FR")
    found, twice = gather(
        [
            link(1, side("Neustadt", "Aisch"), theirs),
            link(2, side("Neustadt", "Dosse"), theirs),
            link(3, side("Neustadt", "Dosse"), side("Rieux", land="BE")),
            link(4, side("Neustadt", "Aisch"), theirs, type=PartnershipType.FRIENDSHIP),
        ]
    )
    assert len(found) == 4
    assert not twice


def test_what_could_be_either_of_two_is_neither():
    theirs = side("Rieux", land="FR")
    found, _ = gather(
        [
            link(1, side("Neustadt", "Aisch"), theirs),
            link(2, side("Neustadt", "Dosse"), theirs),
            link(3, side("Neustadt"), theirs),
        ]
    )
    assert len(found) == 3


def lump(a="DE", b="FR", count=10, **more):
    values = {
        "a_region": "", "b_region": "", "type": PartnershipType.TWINNING, "status": PartnershipStatus.ACTIVE,
        "decade": 1960, "both_sides": 0,
    } | more  # fmt: skip
    return Lump(a_country=a, b_country=b, count=count, **values)


LUMPS = (
    lump(count=10, both_sides=3, a_region="nordrhein westfalen"),
    lump("FR", "DE", count=4, type=PartnershipType.FRIENDSHIP),
    lump(count=2, status=PartnershipStatus.ENDED),
    lump("DE", "DE", count=1, decade=None),
)


def test_pairs_are_counted_in_either_order_and_what_ended_is_told_apart():
    counts = counted(LUMPS, By.COUNTRY)
    assert {key: (one.count, one.ended, one.both_sides) for key, one in counts.items()} == {
        ("DE", "FR"): (14, 2, 3), ("DE", "DE"): (1, 0, 0),
    }  # fmt: skip
    assert {key: one.count for key, one in counted(LUMPS, By.DECADE).items()} == {("",): 1, ("1960",): 14}
    assert {key[0]: one.count for key, one in counted(LUMPS, By.KIND).items()} == {
        "twinning": 11,
        "friendship": 4,
    }


def test_a_region_is_found_by_any_of_its_names():
    region = Area("DE", "North Rhine-Westphalia", frozenset({"nordrhein westfalen", "nrw"}))
    assert between(LUMPS, Area("FR"), region).count == 10
    assert between(LUMPS, Area("FR"), Area("DE", "Bayern")).count == 0
    assert between(LUMPS, Area("FR"), Area()).count == 14


@pytest.mark.parametrize(
    ("stated", "reasons"),
    [(14, (Why.SAME,)), (10, (Why.KINDS,)), (16, (Why.ENDED, Why.TWICE)), (17, (Why.TWICE, Why.ENDED))],
)
def test_the_way_of_counting_that_comes_nearest_is_named_first(stated, reasons):
    one = compared(Stated("x", Area("FR"), Area("DE"), stated), LUMPS)
    assert one.reasons == reasons
    assert one.difference == 14 - stated


def test_a_number_that_does_not_say_between_whom_is_compared_with_nothing():
    assert compared(Stated("x", Area(), Area(), 6597), LUMPS).here is None
    assert compared(Stated("x", Area("PL"), Area("UA"), 5), LUMPS).reasons == (Why.NOTHING_HERE,)
