# SPDX-License-Identifier: GPL-3.0-or-later
"""Killing Hospes at random moments: `python -m tests.safety.killing KIND:ROUNDS,… SEED FOLDER` (T1.1 to 1.3).

Each round starts a child that works on a copy of a file and says on a pipe what it was promised; it is killed
(SIGKILL, nothing can be tidied up) after a random time. Then the file is opened like any other and looked at.
A process that has done the work once forks the children, so that a round takes as long as the work alone, and
no connection is ever carried over a fork. How long a work takes is measured before, so that the moments fall
into it on slow and fast computers. Each kind writes a line with its result as JSON.
"""

import gc
import io
import json
import os
import random
import shutil
import signal
import sys
import time
from collections import Counter
from contextlib import closing, contextmanager, redirect_stdout, suppress
from functools import partial
from pathlib import Path
from types import SimpleNamespace

from sqlalchemy import func, select

from hospes import children
from hospes.app import App
from hospes.cli import main as cli
from hospes.store import backup, backup_places, driver, files
from hospes.store.clock import utc_now
from hospes.store.restore import restore
from hospes.store.tables.aside import SearchEntry
from hospes.store.tables.households import Household, HouseholdMember
from hospes.store.tables.journal import Change, Step
from hospes.store.tables.people import Person
from tests.safety import forks
from tests.safety.killing_acts import (
    FEW_MORE,
    after_dues,
    after_erasing,
    after_merging,
    dues,
    erasing,
    few_more,
    marked_people,
    merging,
    other_laptop,
)
from tests.safety.wholeness import count, sure, whole
from tests.store import aging
from tests.store.world import DAY, WHO, Do, do, family, founded

PEOPLE = 5000
ROWS = 120
LIST = "given_name;family_name;street;postcode;town\n" + "".join(
    f"Anna{n};Meier{n};Mühlgasse {n};63512;Rosenau\n" for n in range(ROWS)
)


# ---- the work, each in a child -----------------------------------------------------------------------------


def editing(path, promise):
    """Add families one after the other, now and then taking one back."""
    with closing(App.open(path, WHO, today=DAY)) as app:
        promise("open")
        for number in range(10_000):
            name = f"N{number}"
            do(app, lambda w, name=name: family(w, name, "Anna", "Otto", phone=f"06182 {name}"))
            promise(f"there {name}")
            if number % 5 == 4:
                app.undo()
                promise(f"gone {name}")


def importing(path, promise):
    """Add many people in one step, then take them back, again and again."""
    with closing(App.open(path, WHO, today=DAY)) as app:
        promise("open")
        rows = [{"given": f"Anna {i}", "surname": f"Meier {i % 90}"} for i in range(PEOPLE)]
        while True:
            app.run(Do(lambda w: w.bulk_add(Person, rows)))
            promise("there all")
            app.undo()
            promise("gone all")


def bringing(path, promise):
    """Bring in a list by the command line, which reads it in a child of its own."""
    promise("open")
    if _bring_in(path) == 0:
        promise("there all")


def _bring_in(path):
    """The command line's word for it; gives how it ended."""
    with redirect_stdout(io.StringIO()):
        return cli.main(["import", str(path), str(path.with_name("list.csv"))])


def migrating(path, promise):
    """Open a file of the version before."""
    promise("open")
    files.open_file(path).close()
    promise("there new")


def making(path, promise):
    """Make a new file."""
    path.unlink()
    promise("open")
    founded(path).close()
    promise("there file")


def backing_up(path, promise):
    """Back up again and again."""
    os.environ["HOSPES_HOME"] = str(path.with_name("home"))
    promise("open")
    for number in range(10_000):
        backup_places.make(path, (), now=utc_now(), day=DAY)
        promise(f"there {number}")


def restoring(path, promise):
    """Go back to a backup of more people, and to the present again, over and over."""
    os.environ["HOSPES_HOME"] = str(path.with_name("home"))
    backups = [path.parent.parent / f"{name}{backup.SUFFIX}" for name in ("more", "few")]
    promise("open")
    for number in range(10_000):
        restore(backups[number % 2], path, places=(), now=utc_now(), day=DAY)
        promise(f"there {number}")


# ---- what must hold afterwards -----------------------------------------------------------------------------


def after_editing(path, promised, base):
    """Every family that was promised is there in full, and no other is there in part."""
    app = App.open(path, WHO, today=DAY)
    try:
        whole(app)
        with app.engine.read() as reader:
            people = Counter(reader.execute(select(Person.surname)).scalars())
            homes = set(reader.execute(select(Household.name)).scalars())
            found = set(
                reader.execute(select(SearchEntry.key).where(SearchEntry.kind == "household")).scalars()
            )
            links = reader.execute(select(func.count()).select_from(HouseholdMember)).scalar()
            steps = reader.execute(select(func.count()).select_from(Step)).scalar()
            lost = reader.execute(select(func.count()).where(Change.step_id.not_in(select(Step.id)))).scalar()
        sure(set(people.values()) <= {2}, "a family in part")
        sure(set(people) == homes, "a family without a home")
        sure(found == {name.lower() for name in homes}, "the search does not follow")
        sure(links == 2 * len(homes), "a household in part")
        sure(lost == 0, "changes without a step")
        sure(steps >= len(homes), "a family without a step")
        kept = {name for name in promised if promised[name] == "there"}
        gone = {name for name in promised if promised[name] == "gone"}
        # At most the very last act may have been done and not yet told.
        sure(
            len(kept - homes) <= (1 if kept and _may_be_taken_back(promised) else 0), "lost what was promised"
        )
        sure(len(homes & gone) == 0, "came back")
        sure(len(homes - kept) <= 1, "more than one act untold")
    finally:
        app.close()


def _may_be_taken_back(promised):
    """Was the last thing told an act that is taken back at once?"""
    last = list(promised)[-1]
    return promised[last] == "there" and int(last[1:]) % 5 == 4


def after_importing(path, promised, base):
    """All or nobody."""
    app = App.open(path, WHO, today=DAY)
    try:
        whole(app)
        people = count(app, select(func.count()).select_from(Person))
        listed = count(app, select(func.count()).where(SearchEntry.kind == "person"))
        sure(people in {0, PEOPLE}, f"{people} of {PEOPLE} people")
        sure(listed == people, "the search does not follow")
        undone = count(app, select(func.count()).where(Step.undone_by.is_not(None)))
        imports = count(app, select(func.count()).where(Step.code == "test-do", Step.undoes.is_(None)))
        sure(imports - undone == (1 if people else 0), "the journal says something else")
    finally:
        app.close()


def after_bringing(path, promised, base):
    """All or nobody; and bringing the list in again adds nobody twice."""
    for expected in ({0, ROWS}, {ROWS}):
        app = App.open(path, WHO, today=DAY)
        try:
            whole(app)
            people = count(app, select(func.count()).select_from(Person))
            sure(people in expected, f"{people} of {ROWS} people")
            sure(people == ROWS or not promised, "lost what was promised")
        finally:
            app.close()
        if ROWS not in expected or len(expected) > 1:
            sure(_bring_in(path) == 0, "not again")


def after_migrating(path, promised, base):
    """The old file, byte for byte, or the new one whole with the old beside it."""
    head = files.look(path)
    if head.version == aging.OLD:
        sure("new" not in promised, "the new version was promised")
        recovered = path.read_bytes() if not path.with_name(f"{path.name}-journal").exists() else None
        sure(recovered == base.read_bytes(), "the old file was changed")
    opened = files.open_file(path)
    try:
        sure(files.look(path).version == aging.NEW, "not migrated after all")
        sure(opened.engine.problems() == [], "structure or references")
        with opened.engine.read() as reader:
            people = reader.exec_driver_sql("SELECT count(*), min(motto), max(motto) FROM person").one()
            sure(people == (400, "", ""), "people lost")
            sure(
                reader.exec_driver_sql("SELECT count(*) FROM badge").scalar() == 1, "the step was done twice"
            )
    finally:
        opened.close()
    kept = list(path.parent.glob("* (version *"))
    sure(len(kept) == 1, f"{len(kept)} originals")
    sure(kept[0].read_bytes() == base.read_bytes(), "the original was changed")


def after_making(path, promised, base):
    """No file, or one that is founded."""
    if not path.exists():
        sure("file" not in promised, "the file was promised")
        return
    app = App.open(path, WHO, today=DAY)
    try:
        whole(app)
        sure(count(app, select(func.count()).where(Step.code == "association-found")) == 1, "not founded")
    finally:
        app.close()


def after_backing_up(path, promised, base):
    """The file is as it was; every backup that has a name is whole, and none that was promised is missing."""
    os.environ["HOSPES_HOME"] = str(path.with_name("home"))
    found = backup_places.listed(path, backup.file_id(path), ())
    sure(all(one.backup is not None for one in found), "a backup in part")
    sure(len(found) >= len([word for word in promised.values() if word == "there"]), "a backup lost")
    backup_places.make(path, (), now=utc_now(), day=DAY)
    left = [name for name in os.listdir(backup_places.usual()) if ".part" in name]
    sure(left == [], f"left behind: {left}")
    sure(path.read_bytes() == base.read_bytes(), "the file was changed")


def after_restoring(path, promised, base):
    """One state or the other, whole; and every state before is kept."""
    app = App.open(path, WHO, today=DAY)
    try:
        whole(app)
        sure(count(app, select(func.count()).select_from(Person)) in {0, FEW_MORE}, "people in part")
    finally:
        app.close()
    os.environ["HOSPES_HOME"] = str(path.with_name("home"))
    found = backup_places.listed(path, backup.file_id(path), ())
    sure(all(one.backup is not None for one in found), "a backup in part")
    sure(len(found) >= len(promised), "a state before was not kept")


WORKS = {
    "erasing": (erasing, after_erasing),
    "merging": (merging, after_merging),
    "dues": (dues, after_dues),
}


# ---- the rounds -------------------------------------------------------------------------------------------


@contextmanager
def at_work(work, path):
    """A child at its work: its process and what it tells, line by line; gone at the end."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            work(path, lambda words: os.write(writing, f"{words}\n".encode()))
            time.sleep(60)
        finally:
            os._exit(3)
    os.close(writing)
    with os.fdopen(reading, "rb", buffering=0) as told:
        yield child, told
    _, status = os.waitpid(child, 0)
    sure(os.WIFSIGNALED(status), f"the child ended by itself: {status}")


def one_round(work, path, wait, promises=0):
    """Start the work, kill it `wait` seconds after its opening and so many promises; gives these in order."""
    with at_work(work, path) as (child, told):
        heard = told.readline() if wait >= 0 else b""
        heard += b"".join(told.readline() for _ in range(promises if wait >= 0 else 0))
        time.sleep(abs(wait))
        os.kill(child, signal.SIGKILL)
        heard += told.read() or b""
    lines = [line.split(" ", 1) for line in heard.decode().split("\n")[:-1] if " " in line]
    promised = {}
    for word, name in lines:
        promised.pop(name, None)
        promised[name] = word
    return promised


SINGLE = frozenset({"bringing", "migrating", "making", "merging"})
"""Works that do their act once; the others go on with the next one."""


def time_of_one_act(work, path):
    """Seconds from the opening to the first promise."""
    with at_work(work, path) as (child, told):
        told.readline()
        started = time.monotonic()
        told.readline()
        taken = time.monotonic() - started
        os.kill(child, signal.SIGKILL)
    return taken


class Enough(Exception):
    """One act was done."""


def one_act(work, path):
    """Do the work once in this process: what is imported and compiled then need not be in each round."""
    promised = {}

    def promise(words):
        word, _, name = words.partition(" ")
        if name:
            promised[name] = word
            raise Enough

    with suppress(Enough):
        work(path, promise)
    return promised


def prepare(kind, first, folder):
    """The file each round begins with, made of a founded one."""
    base = Path(shutil.copy(first, folder / "base.hospes"))
    app = App.open(base, WHO, today=DAY)
    if kind == "migrating":
        rows = [{"given": f"Anna {i}", "surname": "Meier"} for i in range(400)]
        do(app, lambda w: w.bulk_add(Person, rows))
    if kind == "erasing":
        do(app, marked_people)
    if kind == "dues":
        do(app, lambda w: w.bulk_add(Person, few_more()))
    app.close()
    if kind == "merging":
        other_laptop(base, folder)
    if kind == "restoring":
        _two_backups(base, folder)
    if kind == "migrating":
        # Nobody puts this back: the process of this kind lives one version ahead.
        aging.grow(folder / "migrations", SimpleNamespace(setattr=setattr))
    return base


def _two_backups(base, folder):
    """A backup of the file as it is, and one with more people."""
    facts = {"now": utc_now(), "day": DAY, "sequence": 1}
    backup.write(base, folder / f"few{backup.SUFFIX}", **facts)
    more = Path(shutil.copy(base, folder / "more.hospes"))
    app = App.open(more, WHO, today=DAY)
    do(app, lambda w: w.bulk_add(Person, few_more()))
    app.close()
    backup.write(more, folder / f"more{backup.SUFFIX}", **facts)


def all_rounds(kind, rounds, seed, first, folder):
    """All rounds of a kind; prints what happened."""
    folder.mkdir()
    chance = random.Random(f"{seed} {kind}")
    base = prepare(kind, first, folder)
    work, after = WORKS.get(kind) or (globals()[kind], globals()[f"after_{kind}"])
    place = folder / "round"
    path = _anew(kind, base, place)
    after(path, one_act(work, path), base)
    gc.freeze()
    acts = 1.15 if kind in SINGLE else 3.0
    longest = acts * time_of_one_act(work, _anew(kind, base, place))
    seen = Counter()
    slowest = 0.0
    for number in range(rounds):
        path = _anew(kind, base, place)
        # One round in five is killed while it opens the file.
        wait = chance.uniform(0, longest) if number % 5 else -chance.uniform(0.0, 0.05)
        # By acts and not by time alone, so that a busy computer kills at as many different moments.
        promised = one_round(work, path, wait, chance.randint(0, 8) if kind == "editing" else 0)
        started = time.monotonic()
        try:
            after(path, promised, base)
        except Exception as error:
            print(
                f"round {number}, killed after {wait:.4f} s: {error!r}, {os.listdir(place)}", file=sys.stderr
            )
            raise
        slowest = max(slowest, time.monotonic() - started)
        left = [name for name in os.listdir(place) if name.startswith(".") and kind != "making"]
        sure(left == [], f"left behind: {left}")
        seen[f"{len(promised)}"] += 1
        sure(not driver.is_open_here(path) if path.exists() else True, "still open")
    print(json.dumps({"kind": kind, "rounds": rounds, "promises": seen, "slowest": slowest}), flush=True)


def _anew(kind, base, place):
    """A folder as it is before a round, with a copy of the file."""
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    os.environ["HOSPES_HOME"] = str(place / "home")
    path = Path(shutil.copy(base, place / "a.hospes"))
    if kind == "bringing":
        path.with_name("list.csv").write_text(LIST, "utf-8")
    return path


def main(asked, seed, folder):
    """Every kind in a copy of this process, which makes the imports and the first file for all of them."""
    children.ask = forks.ask
    first = folder / "first.hospes"
    app = founded(first)
    app.close()
    kinds = [one.split(":") for one in asked.split(",")]
    return forks.side_by_side(
        [partial(all_rounds, kind, int(rounds), seed, first, folder / kind) for kind, rounds in kinds]
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], Path(sys.argv[3])))
