# SPDX-License-Identifier: GPL-3.0-or-later
"""The bin: everything comes back from it; emptying it takes what hangs on people and leaves the money."""

from datetime import date

import pytest

from hospes.actions.bin import EmptyBin, PutBack, PutInBin
from hospes.actions.doubles import MergePeople
from hospes.app import App
from hospes.domain.errors import UserError
from hospes.i18n.locale import Locale
from hospes.queries.contacts import contact_ids
from hospes.queries.filters import EVERYONE
from hospes.queries.members import member_ids
from hospes.queries.organisations import organisation_ids
from tests import make

DE = Locale.of("de")


def ids(app):
    return app.read(member_ids, EVERYONE, locale=DE, today=make.TODAY)


def test_bring_him_back_with_everything_he_had(copy):
    path, world = copy
    app = App.open(path, make.WHO, today=make.TODAY)
    before = make.snapshot(app)
    app.run(PutInBin("person", (world.dieter,)))
    assert world.dieter not in ids(app)
    app.close()
    app = App.open(path, make.WHO, today=make.TODAY)
    app.run(PutBack("person", (world.dieter,)))
    assert world.dieter in ids(app)
    assert make.snapshot(app) == before
    app.close()


def test_lists_do_not_show_what_is_in_the_bin(app, world):
    app.run(PutInBin("organisation", (world.townhall,)))
    app.run(PutInBin("person", (world.mayor,)))
    assert world.townhall not in app.read(organisation_ids, locale=DE, today=make.TODAY)
    assert world.mayor not in app.read(contact_ids, locale=DE, today=make.TODAY)


def test_our_own_association_stays_and_nothing_is_no_choice(app, world):
    for table, chosen, code in (
        ("organisation", (world.own,), "own-association"),
        ("person", (), "nothing-chosen"),
    ):
        with pytest.raises(UserError) as refused:
            app.run(PutInBin(table, chosen))
        assert refused.value.code == code


def test_emptying_takes_what_hangs_on_people_and_leaves_the_money(app, world):
    app.run(PutInBin("person", (world.double, world.dieter)))
    emptied = app.run(EmptyBin()).result
    assert (emptied.gone, emptied.kept) == (2, ())
    kept = make.snapshot(app)
    gone = {world.double.hex, world.dieter.hex}
    for table, found in kept.items():
        assert not [row for row in found.values() if gone & set(map(str, row.values()))], table
    assert [row["minor"] for row in kept["payment"].values() if row["person_id"] is None] == [1000]
    assert app.engine.problems() == []


def test_whoever_has_a_receipt_stays(app, world):
    app.run(PutInBin("person", (world.barbara, world.dieter)))
    emptied = app.run(EmptyBin()).result
    assert (emptied.gone, emptied.kept) == (1, (world.barbara,))
    assert world.barbara in make.snapshot(app)["person"]


def test_only_what_lies_there_long(app, world):
    app.run(PutInBin("person", (world.dieter,)))
    assert app.run(EmptyBin(before=make.TODAY)).result.gone == 0
    assert app.run(EmptyBin(before=date(2026, 4, 28))).result.gone == 1


def test_a_double_merged_into_somebody_goes_with_them(app, world):
    app.run(MergePeople(world.dieter, world.guest))
    app.run(PutInBin("person", (world.dieter,)))
    app.run(EmptyBin())
    assert world.guest not in make.snapshot(app)["person"]
