# SPDX-License-Identifier: GPL-3.0-or-later
"""Script 11, Jean-Luc's laptop: his work comes in, two decisions, nothing of Hannelore's is lost."""

import shutil

import pytest

from hospes import merging
from hospes.queries.laptops import waiting
from hospes.store import backup, backup_places
from hospes.store.merge_plan import make_plan
from tests import make


@pytest.fixture
def noticed(sit_down, laptop_once, tmp_path, monkeypatch):
    """Today, with Jean-Luc's file beside ours."""

    def start(*, child=False, **preferences):
        if not child:  # one test starts the real child; the plan is the same
            monkeypatch.setattr(merging, "look_at", lambda mine, theirs, **_: make_plan(mine, theirs))
        shutil.copyfile(laptop_once, tmp_path / "Jean-Luc.hospes")
        journey = sit_down(editor="hannelore-fischer", **preferences)
        journey.go("today")
        return journey

    return start


def cure(journey):
    """The button of the row about the other laptop."""
    hand = journey.hand
    for number in range(8):
        if hand.sees(f"today.need.{number}"):
            row = hand.find(f"today.need.{number}")
            if "Jean-Luc" in row.accessibleName():
                return f"today.cure.{number}"
    raise AssertionError("Today does not say that Jean-Luc worked")


def values(journey, table, column):
    return {row[column] for row in make.snapshot(journey.app)[table].values()}


def check(journey):
    """14 changes in, nothing of ours lost, both files kept, one Undo, nothing new the second time."""
    app, hand = journey.app, journey.hand
    assert "14 changes came in." in hand.told()
    emails = values(journey, "contact_point", "value")
    assert "anne.leroy@free.example" in emails
    assert "a.leroy@orange.example" not in emails
    assert {"Joubert", "Carré"} <= values(journey, "person", "surname")
    assert "Hôtel de ville, 1er étage (ascenseur)" in values(journey, "programme_item_text", "place")
    kept = {path.name.split(" 2")[0] for path in backup_places.usual().glob(f"*{backup.SUFFIX}")}
    assert kept == {"Rosenau", "Jean-Luc"}
    assert app.read(waiting) == 0
    assert "Bring in 14 changes from the other laptop" in hand.find("top.undo").accessibleDescription() + (
        hand.find("top.undo").toolTip()
    )
    journey.go("laptop", file=str(app.path.parent / "Jean-Luc.hospes"))
    assert hand.sees("merge.nothing")
    journey.undo_all(1)


def test_his_work_comes_in_by_mouse(noticed):
    journey = noticed(child=True)
    hand = journey.hand
    hand.click(cure(journey))
    for name in ("merge.theirs.0", "merge.mine.1", "merge.apply"):
        hand.click(name)
    hand.budget(clicks=5)
    check(journey)


def test_his_work_comes_in_by_keyboard(noticed):
    journey = noticed()
    hand = journey.hand
    wanted = cure(journey)
    for _ in range(4):
        hand.key("F8")  # from one thing that needs somebody to the next
    assert hand.focus().objectName() == wanted
    hand.key("Space")
    assert hand.focus().objectName() == "merge.mine.0"
    hand.key("Right")
    assert hand.focus().objectName() == "merge.theirs.0"
    hand.key("Space")
    hand.key("F8")
    assert hand.focus().objectName() == "merge.mine.1"
    hand.key("Space")
    hand.key("Ctrl+Return")
    hand.budget(keys=10)
    check(journey)


def test_decide_later_leaves_ours_and_reminds(noticed):
    journey = noticed()
    hand = journey.hand
    hand.click(cure(journey))
    hand.click("merge.apply")
    assert "2 decisions are still open" in hand.told()
    hand.click("merge.later")
    assert "12 changes came in. 2 changes wait for your decision" in hand.told()
    assert "a.leroy@orange.example" in values(journey, "contact_point", "value")
    need = next(one for one in journey.window.page.needs._needs if one.code == "laptop-questions")
    assert need.n == 2
    journey.go("laptop", waiting=True)
    hand.field("merge.value.0", "anne@neu")
    hand.click("merge.decide")
    assert "What you typed is kept." in hand.told()
    hand.field("merge.value.0", "anne@neu.example")
    hand.click("merge.theirs.1")
    hand.click("merge.decide")
    assert "2 changes are decided." in hand.told()
    emails = values(journey, "contact_point", "value")
    assert "anne@neu.example" in emails
    assert not {"a.leroy@orange.example", "anne.leroy@free.example"} & emails
    assert "Hôtel de ville, 1er étage (ascenseur)" not in values(journey, "programme_item_text", "place")
    assert hand.sees("laptop.choose")
    journey.undo_all(3)
