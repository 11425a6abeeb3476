# SPDX-License-Identifier: GPL-3.0-or-later
"""Real files brought together: the example's laptops, three laptops, and files that are not what they say."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from datetime import date

import pytest
from sqlalchemy import select

from hospes import children, merging
from hospes.actions.bring_in_calendar import BringInCalendar
from hospes.actions.laptops import BringInLaptop
from hospes.actions.notes import AddNote
from hospes.actions.payments import RecordPayment
from hospes.actions.people import EditPerson
from hospes.app import App, Who
from hospes.domain.codes import NoteKind
from hospes.domain.errors import UserError
from hospes.domain.incoming_events import IncomingEvent
from hospes.domain.merge.answers import Answer
from hospes.domain.money import Money
from hospes.domain.payers import Payer, PayerKind
from hospes.i18n.locale import Locale
from hospes.queries.broken_together import broken_together, new_in
from hospes.queries.events import event_rows
from hospes.queries.history import history
from hospes.queries.laptops import waiting
from hospes.store.laptop_files import copy_for_other, noticed
from hospes.store.merge_plan import make_plan
from hospes.store.merge_read import journal
from hospes.store.tables.members import Receipt
from tests import make

HANNELORE, JEAN_LUC, MARIE = Who("hannelore", "a"), Who("jean-luc", "b"), Who("marie", "c")
LOCAL = frozenset({"other_laptop", "merge_question", "setting"})


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """The small world in a closed file."""
    path = tmp_path_factory.mktemp("small") / "ours.hospes"
    app = make.founded(path, who=HANNELORE, anew=True)
    world = make.small_world(app)
    app.close()
    return path, world


class Laptops:
    """Copies of one file, each with somebody before it."""

    def __init__(self, folder, source, world) -> None:
        self.world = world
        self.paths = {}
        for who in (HANNELORE, JEAN_LUC, MARIE):
            self.paths[who] = folder / f"{who.editor}.hospes"
            shutil.copyfile(source, self.paths[who])

    def work(self, who, *acts):
        app = App.open(self.paths[who], who, today=make.TODAY)
        try:
            return [app.run(act).result if not callable(act) else act(app) for act in acts]
        finally:
            app.close()

    def plan(self, mine, theirs):
        return make_plan(self.paths[mine], self.paths[theirs])

    def bring(self, mine, theirs, take="mine"):
        plan = self.plan(mine, theirs)
        if plan.nothing:
            return plan
        answers = tuple(Answer(take) for _ in plan.merged.questions)
        self.work(mine, BringInLaptop(plan, answers))
        return plan

    def rows(self, who):
        found = self.work(who, make.snapshot)[0]
        return {table: rows for table, rows in found.items() if table not in LOCAL}


@pytest.fixture
def laptops(small, tmp_path):
    return Laptops(tmp_path, *small)


def rename(world, who, name):
    return EditPerson(getattr(world, who), {"given": name})


def test_the_same_calendar_brought_in_on_both_laptops_gives_each_event_once(laptops):
    fair = IncomingEvent("fest@ort", "Stadtfest", date(2026, 6, 19), last=date(2026, 6, 21))
    concert = IncomingEvent("k@ort", "Konzert", date(2026, 6, 20))
    laptops.work(HANNELORE, BringInCalendar((fair, concert)))
    laptops.work(JEAN_LUC, BringInCalendar((fair,)))
    plan = laptops.bring(HANNELORE, JEAN_LUC)
    assert not plan.merged.questions
    known = laptops.work(HANNELORE, lambda app: app.read(event_rows, Locale.of("de")))[0]
    assert [one.title for one in known] == ["Konzert", "Stadtfest"]


# ---- the example ---------------------------------------------------------------------------------------


@pytest.fixture
def ours(example_once, tmp_path):
    path = tmp_path / "Rosenau.hospes"
    shutil.copyfile(example_once, path)
    return path


def test_fourteen_changes_two_of_them_to_decide_and_one_undo(ours, laptop_once):
    plan = merging.look_at(ours, laptop_once)
    given = merging.look_at(ours, laptop_once, laptop_once.with_name("Jean-Luc-base.hospes"))
    assert given == plan  # what both had is rebuilt from the steps to the last field
    assert (plan.merged.count, len(plan.merged.questions)) == (14, 2)
    assert [one.kind for one in plan.merged.questions] == ["field", "gone-there"]
    app = App.open(ours, HANNELORE)
    before = make.snapshot(app)
    app.run(BringInLaptop(plan))
    assert app.read(waiting) == 2
    steps = app.read(history, "en")
    assert [step.who for step in steps[1:]] == ["Jean-Luc Martin"] * 14
    assert make_plan(ours, laptop_once).nothing
    after = make.snapshot(app)
    app.undo()
    assert make.snapshot(app) == before
    again = make_plan(ours, laptop_once)
    assert again.merged.count == 14
    assert again.told == plan.told  # what came along and was taken back has changed nothing of ours
    app.redo()
    assert make.snapshot(app) == after
    assert app.engine.problems() == []
    app.close()


# ---- two and three laptops -----------------------------------------------------------------------------


def test_the_file_goes_back_and_forth(laptops):
    world = laptops.world
    laptops.work(HANNELORE, rename(world, "barbara", "Bärbel"))
    laptops.work(JEAN_LUC, rename(world, "barbara", "Babs"), lambda app: make.person(app, "Luc", "Neu"))
    assert laptops.bring(HANNELORE, JEAN_LUC, "mine").merged.count == 2
    # His laptop takes over what was decided, and asks nothing again.
    back = laptops.bring(JEAN_LUC, HANNELORE)
    assert not back.merged.questions
    assert laptops.rows(HANNELORE) == laptops.rows(JEAN_LUC)
    # A later change of his to the same field is his to make.
    laptops.work(JEAN_LUC, rename(world, "barbara", "Barbe"))
    again = laptops.bring(HANNELORE, JEAN_LUC)
    assert (again.merged.count, again.merged.questions) == (1, ())
    assert laptops.rows(HANNELORE) == laptops.rows(JEAN_LUC)


def test_what_was_decided_for_ours_is_not_asked_again(laptops):
    world = laptops.world
    laptops.work(HANNELORE, rename(world, "barbara", "Bärbel"))
    laptops.work(JEAN_LUC, rename(world, "barbara", "Babs"))
    laptops.bring(HANNELORE, JEAN_LUC, "mine")
    laptops.work(JEAN_LUC, rename(world, "piotr", "Peter"))
    later = laptops.bring(HANNELORE, JEAN_LUC)
    assert (later.merged.count, later.merged.questions) == (1, ())
    given = {row["given"] for row in laptops.rows(HANNELORE)["person"].values()}
    assert {"Bärbel", "Peter"} <= given


@pytest.mark.parametrize("first", [JEAN_LUC, MARIE])
def test_three_laptops_end_equal(laptops, first):
    world = laptops.world
    laptops.work(HANNELORE, rename(world, "barbara", "Bärbel"))
    laptops.work(JEAN_LUC, rename(world, "piotr", "Peter"), lambda app: make.person(app, "Luc", "Neu"))
    laptops.work(
        MARIE, rename(world, "ola", "Aleksandra"), AddNote("person", world.piotr, "Tenor", NoteKind.NOTE)
    )
    second = MARIE if first is JEAN_LUC else JEAN_LUC
    laptops.bring(HANNELORE, first)
    laptops.bring(second, HANNELORE)
    laptops.bring(HANNELORE, second)
    laptops.bring(first, second)
    assert laptops.rows(HANNELORE) == laptops.rows(JEAN_LUC) == laptops.rows(MARIE)
    assert laptops.plan(JEAN_LUC, MARIE).nothing
    assert laptops.plan(MARIE, JEAN_LUC).nothing
    given = {row["given"] for row in laptops.rows(MARIE)["person"].values()}
    assert {"Bärbel", "Peter", "Aleksandra", "Luc"} <= given


def test_equal_member_numbers_are_told_apart_the_same_way_on_both(laptops):
    laptops.work(HANNELORE, lambda app: make.person(app, "Eva", "Früh"))
    laptops.work(JEAN_LUC, lambda app: make.person(app, "Luc", "Spät"))
    plan = laptops.bring(HANNELORE, JEAN_LUC)
    assert len(plan.merged.renumbered) == 1
    laptops.bring(JEAN_LUC, HANNELORE)
    assert laptops.rows(HANNELORE) == laptops.rows(JEAN_LUC)
    numbers = [row["number"] for row in laptops.rows(HANNELORE)["membership"].values() if row["number"]]
    assert len(numbers) == len(set(numbers))
    upcoming = laptops.work(JEAN_LUC, lambda app: make.person(app, "Ida", "Nächste"))
    assert upcoming


def test_a_receipt_number_both_gave_is_told_and_never_happens_again(laptops):
    def pay(person):
        return RecordPayment(Payer(PayerKind.PERSON, person), Money(500), receipt=True)

    def doubts(app):
        return app.read(broken_together, app.today)

    def numbers(app):
        return sorted(app.read(lambda c: c.execute(select(Receipt.number)).scalars().all()))

    world = laptops.world
    laptops.work(HANNELORE, pay(world.dieter))
    laptops.work(JEAN_LUC, pay(world.barbara))
    (before,) = laptops.work(HANNELORE, doubts)
    laptops.bring(HANNELORE, JEAN_LUC)
    (after,) = laptops.work(HANNELORE, doubts)
    assert {one.code for one in new_in(after, before)} == {"receipt-twice"}
    laptops.bring(JEAN_LUC, HANNELORE)
    laptops.work(HANNELORE, pay(world.dieter))
    laptops.work(JEAN_LUC, pay(world.barbara))
    laptops.bring(HANNELORE, JEAN_LUC)
    (now,) = laptops.work(HANNELORE, doubts)
    assert now == after, "from now on each laptop has a series of its own"
    (given,) = laptops.work(HANNELORE, numbers)
    assert any("-B" in number for number in given)


def test_steps_of_the_other_laptop_are_never_undone_here_but_can_be_there(laptops):
    laptops.work(JEAN_LUC, rename(laptops.world, "barbara", "Babs"))
    last = laptops.work(HANNELORE, lambda app: app.undo_step())[0]
    laptops.bring(HANNELORE, JEAN_LUC)
    app = App.open(laptops.paths[HANNELORE], HANNELORE, today=make.TODAY)
    assert app.undo().result.code == "laptop-bring-in"
    assert app.undo_step() == last
    app.close()
    other = App.open(laptops.paths[JEAN_LUC], JEAN_LUC, today=make.TODAY)
    assert other.undo().result.code == "person-edit"
    other.close()


def test_a_plan_is_refused_when_something_was_done_since(laptops):
    laptops.work(JEAN_LUC, rename(laptops.world, "barbara", "Babs"))
    plan = laptops.plan(HANNELORE, JEAN_LUC)
    laptops.work(HANNELORE, rename(laptops.world, "piotr", "Peter"))
    with pytest.raises(UserError) as refused:
        laptops.work(HANNELORE, BringInLaptop(plan))
    assert refused.value.code == "laptop-stale"


def test_a_copy_for_the_other_laptop_and_the_file_that_comes_back_is_noticed(laptops, tmp_path):
    copy = tmp_path / "stick" / "Für Jean-Luc.hospes"
    copy.parent.mkdir()
    ours = laptops.paths[HANNELORE]
    copy_for_other(ours, copy)
    places = [str(copy.parent)]
    known = laptops.work(HANNELORE, lambda app: app.read(journal).known())[0]
    assert noticed(ours, known, places) is None
    laptops.paths[JEAN_LUC] = copy
    laptops.work(JEAN_LUC, rename(laptops.world, "barbara", "Babs"))
    found = noticed(ours, known, places)
    assert (found.path, found.steps) == (copy, 1)
    with pytest.raises(UserError) as refused:
        copy_for_other(ours, ours)
    assert refused.value.code == "laptop-same-file"


def test_who_was_erased_on_either_laptop_stays_erased_on_both(laptops):
    from hospes.store.erasing import Listed

    world = laptops.world
    here, there = world.double, world.dieter
    laptops.work(HANNELORE, lambda app: app.erase([Listed(here.hex)]))
    laptops.work(JEAN_LUC, lambda app: app.erase([Listed(there.hex)]))
    laptops.work(JEAN_LUC, EditPerson(here, {"given": "Zurückgekehrt"}), rename(world, "piotr", "Peter"))
    laptops.work(HANNELORE, EditPerson(there, {"given": "Wiedergänger"}))
    plan = laptops.plan(HANNELORE, JEAN_LUC)
    assert not plan.merged.questions
    laptops.work(HANNELORE, lambda app: app.bring_in_laptop(laptops.paths[JEAN_LUC], plan, ()))
    held = laptops.paths[HANNELORE].read_bytes()
    for name in ("Zurückgekehrt", "Wiedergänger"):
        assert name.encode() not in held
    given = {row["given"] for row in laptops.rows(HANNELORE)["person"].values()}
    assert "Peter" in given


# ---- files that are not what they say ------------------------------------------------------------------


def test_what_cannot_be_brought_in_is_refused_with_a_reason(laptops, tmp_path):
    ours = laptops.paths[HANNELORE]
    foreign = tmp_path / "foreign.hospes"
    make.founded(foreign, anew=True).close()
    torn = tmp_path / "torn.hospes"
    torn.write_bytes(laptops.paths[JEAN_LUC].read_bytes()[: 20 * 4096])
    nonsense = tmp_path / "nonsense.hospes"
    shutil.copyfile(laptops.paths[MARIE], nonsense)
    app = App.open(nonsense, MARIE, today=make.TODAY)
    make.person(app, "Luc", "Neu")
    app.close()
    raw = sqlite3.connect(nonsense)
    raw.execute("UPDATE person SET died = 'the day before yesterday' WHERE given = 'Luc'")
    raw.commit()
    raw.close()
    for path, code in (
        (ours, "laptop-same-file"),
        (foreign, "laptop-foreign"),
        (torn, "file-truncated"),
        (tmp_path / "none.hospes", "file-missing"),
        (nonsense, "laptop-unreadable"),
    ):
        before = path.read_bytes() if path.exists() else None
        with pytest.raises(UserError) as refused:
            make_plan(ours, path)
        assert refused.value.code == code, path.name
        assert before is None or path.read_bytes() == before


def test_the_child_gives_the_reason_and_can_be_stopped(laptops, tmp_path):
    ours = laptops.paths[HANNELORE]
    foreign = tmp_path / "foreign.hospes"
    make.founded(foreign, anew=True).close()
    with pytest.raises(UserError) as refused:
        merging.look_at(ours, foreign)
    assert refused.value.code == "laptop-foreign"
    with pytest.raises(merging.Stopped):
        merging.look_at(ours, laptops.paths[JEAN_LUC], go_on=lambda: False)
    with pytest.raises(UserError) as died:
        merging.look_at(ours, laptops.paths[JEAN_LUC], limits=merging.Limits(resident=1))
    assert died.value.code == "laptop-unreadable"
    assert children.JOBS["merge"] == "hospes.merging"


# ---- killed on the way -----------------------------------------------------------------------------------

KILLED = """
import sys
sys.path[:0] = {path!r}
from pathlib import Path
from hospes.app import App, Who
from hospes.actions.laptops import BringInLaptop
from hospes.store.merge_plan import make_plan
mine, theirs = Path(sys.argv[1]), Path(sys.argv[2])
app = App.open(mine, Who("hannelore", "a"))
plan = make_plan(mine, theirs)
print("ready", flush=True)
sys.stdin.readline()
app.run(BringInLaptop(plan))
print("done", flush=True)
"""


def kill_while_bringing_in(mine, theirs, seconds):
    """Start bringing in, and kill it so many seconds after it began to write. True if it had finished."""
    script = KILLED.format(path=sys.path)
    call = [sys.executable, "-X", "utf8", "-c", script, os.fspath(mine), os.fspath(theirs)]
    with subprocess.Popen(call, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout.readline().strip() == b"ready"
        child.stdin.write(b"\n")
        child.stdin.flush()
        time.sleep(seconds)
        child.send_signal(signal.SIGKILL)
        return b"done" in child.stdout.read()


def all_or_nothing(ours, laptop, folder, times, changes):
    """Kill it at many moments; gives how often all was in and how often nothing."""
    app = App.open(ours, HANNELORE)
    before = make.snapshot(app)
    app.close()
    whole = none = 0
    for number in range(times):
        mine = folder / f"killed{number}.hospes"
        shutil.copyfile(ours, mine)
        done = kill_while_bringing_in(mine, laptop, number * 0.6 / times)
        app = App.open(mine, HANNELORE, take_over=True)
        now = make.snapshot(app)
        assert app.engine.problems() == []
        app.close()
        if now == before:
            none += 1
            assert not done
            assert make_plan(mine, laptop).merged.count == changes
        else:
            whole += 1
            assert make_plan(mine, laptop).nothing
        mine.unlink()
    return whole, none


@pytest.mark.skipif(os.name == "nt", reason="a process is killed otherwise there")
def test_killed_on_the_way_all_is_in_or_nothing(laptops, tmp_path):
    laptops.work(JEAN_LUC, rename(laptops.world, "barbara", "Babs"))
    whole, none = all_or_nothing(laptops.paths[HANNELORE], laptops.paths[JEAN_LUC], tmp_path, 1, 1)
    assert whole + none == 1


@pytest.mark.long
@pytest.mark.timeout(3600)
@pytest.mark.skipif(os.name == "nt", reason="a process is killed otherwise there")
def test_killed_a_hundred_times(laptops, tmp_path):
    laptops.work(JEAN_LUC, rename(laptops.world, "barbara", "Babs"))
    whole, none = all_or_nothing(laptops.paths[HANNELORE], laptops.paths[JEAN_LUC], tmp_path, 100, 1)
    assert whole
    assert none
