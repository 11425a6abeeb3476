# SPDX-License-Identifier: GPL-3.0-or-later
"""The ledger: nights given and received, pairs of households, whose turn it is."""

from datetime import date

import pytest
from sqlalchemy import select

from hospes.app import App
from hospes.domain.codes_visit import OfferState
from hospes.queries.reciprocity import ledger
from hospes.store.tables.organisations import Organisation
from hospes.store.tables.stays import HostOffer, Placement
from hospes.store.tables.visits import Participation, Visit
from tests import make
from tests.hosting import EN
from tests.store.world import do, family, founded


@pytest.fixture(scope="module")
def rosenau(example_once):
    app = App.open(example_once, make.WHO, read_only=True)
    yield app
    app.close()


def test_renate_vogel_gave_to_eleven_guests_since_1979(rosenau):
    told = rosenau.read(ledger, EN)
    vogel = next(line for line in told.homes if line.name == "Vogel")
    assert (vogel.guests, vogel.visits_hosted, vogel.given) == (11, 11, 44)
    stays = [one for one in told.stays if one.host == "Vogel"]
    assert (stays[-1].on.year, stays[-1].guest, stays[-1].nights) == (1979, "Roger Caron", 4)
    assert sum(line.given for line in told.homes) == sum(one.nights for one in told.stays)


def test_one_household_is_told_alone(rosenau):
    told = rosenau.read(ledger, EN)
    fischer = next(line for line in told.homes if line.name == "Fischer")
    alone = rosenau.read(ledger, EN, fischer.household_id)
    assert alone.homes == (fischer,)
    martin = next(pair for pair in alone.pairs if pair.other == "Martin")
    assert (martin.one, martin.one_gave, martin.other_gave) == ("Fischer", 32, 0)
    assert martin.one_years == (2007, 2013, 2019, 2026)
    assert martin.turn == martin.other_id


def test_whose_turn_it_is_goes_to_and_fro(tmp_path):
    app = founded(tmp_path / "a.hospes")

    def add(w):
        own = w.scalars(select(Organisation).where(Organisation.is_own.is_(True))).one()
        home, (anna,) = family(w, "Klos", "Anna")
        there, (luc,) = family(w, "Petit", "Luc")
        for year, host, who in ((2022, home, luc), (2024, there, anna), (2025, there, anna)):
            first = date(year, 5, 1)
            visit = w.create(Visit, owner_id=own.id, first=first, last=date(year, 5, 4))
            offer = w.create(HostOffer, visit_id=visit.id, household_id=host, state=OfferState.YES)
            part = w.create(Participation, visit_id=visit.id, person_id=who)
            for day in (1, 2, 3):
                w.create(Placement, participation_id=part.id, night=date(year, 5, day), offer_id=offer.id)
        return home, there

    home, there = do(app, add)
    told = app.read(ledger, EN, home)
    (pair,) = told.pairs
    assert (pair.one_id, pair.one_gave, pair.other_gave) == (home, 3, 6)
    assert (pair.one_years, pair.other_years) == ((2022,), (2024, 2025))
    assert pair.turn == home
    assert told.homes[0].balance == -3
    earlier = app.read(ledger, EN, home, date(2023, 1, 1))
    assert earlier.pairs[0].turn == there
    app.close()
