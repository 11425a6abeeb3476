# SPDX-License-Identifier: GPL-3.0-or-later
"""A disk that fails at the n-th call, and a power cut: `python -m tests.safety.disks WHAT:KIND:N,… FOLDER`.

`faults:KIND:STEP` does the work once to count its calls, then again for every STEP-th call, which fails once
or from then on with "no room" or "cannot be read or written". Afterwards the file must be whole, what was
promised be there, and nothing half-made beside it. `power:KIND:CUTS` writes down every call of the work,
plays it up to a random point with a random choice of what was not yet on the disk, and looks the same way.
Each writes a line with its result as JSON.

Needs `shim.c` preloaded; the process forks a child for each round, so that a round takes as long as its work.
"""

import ctypes
import errno
import gc
import json
import os
import random
import shutil
import sys
from collections import Counter
from functools import partial
from pathlib import Path
from types import SimpleNamespace

from sqlalchemy import select

from hospes import children
from hospes.app import App
from hospes.domain.errors import UserError
from hospes.merging import look_at
from hospes.store import backup, backup_places, files, search
from hospes.store.backup_rewrite import rewriting
from hospes.store.clock import utc_now
from hospes.store.restore import restore
from hospes.store.tables.people import Person
from tests.safety import forks
from tests.safety.wholeness import sure
from tests.store import aging
from tests.store.world import DAY, WHO, do, family, founded

FAMILIES = 3
ERRORS = (errno.ENOSPC, errno.EIO)
SECTOR = 512


def saving(path, promise):
    """Some acts of a person, one taken back."""
    app = App.open(path, WHO, today=DAY)
    for number in range(FAMILIES):
        do(app, lambda w, number=number: family(w, f"N{number}", "Anna", "Otto"))
        promise(f"N{number}")
    app.close()


def migrating(path, promise):
    """Open a file of the version before."""
    files.open_file(path).close()
    promise("new")


def backing_up(path, promise):
    """A backup into two places."""
    stick = path.with_name("stick")
    made = backup_places.make(path, ("", str(stick)), now=utc_now(), day=DAY)
    promise(made.backup.path.name)


def restoring(path, promise):
    """Go back to a backup of another state."""
    restore(path.with_name(f"other{backup.SUFFIX}"), path, places=(), now=utc_now(), day=DAY)
    promise("other")


def rewriting_one(path, promise):
    """Change what lies inside a finished backup."""
    one = path.with_name(f"other{backup.SUFFIX}")
    with rewriting(backup.Backup(one, backup.check(one))):
        pass
    promise("rewritten")


def merging(path, promise):
    """Bring in the other laptop's file, after backups of both."""
    theirs = path.with_name("theirs.hospes")
    both = path.parent.parent / "base.hospes"
    app = App.open(path, WHO, today=DAY)
    app.bring_in_laptop(theirs, look_at(path, theirs, both), (), base=both)
    promise("other")
    app.close()


WORK = {
    "saving": saving,
    "merging": merging,
    "migrating": migrating,
    "backing_up": backing_up,
    "restoring": restoring,
    "rewriting": rewriting_one,
}


# ---- what must hold ----------------------------------------------------------------------------------------


def names(path):
    """The families in a file, which is whole."""
    app = App.open(path, WHO, today=DAY)
    try:
        sure(app.engine.problems() == [], "structure or references")
        with app.engine.write() as writer:
            sure(search.is_whole(writer), "full text")
        with app.engine.read() as reader:
            found = Counter(reader.execute(select(Person.surname)).scalars())
        sure(set(found.values()) <= {2}, "a family in part")
        return set(found)
    finally:
        app.close()


def untouched(path, base):
    """Is the file as it was, byte for byte, with nothing beside it that was not there?"""
    beside = set(os.listdir(path.parent)) - {"home", "stick"}
    left = [one for one in beside if not one.startswith(("other.", "theirs."))]
    return left == [path.name] and path.read_bytes() == base.read_bytes()


def look(kind, path, promised, base):
    """The file is whole, old or new; everything that has its name is whole; what was promised is there."""
    sure(path.exists(), "the file is gone")
    # What was not touched need not be opened to know what is in it.
    old = untouched(path, base)
    found = {"Base"} if old else names(path)
    if kind == "saving":
        sure({"Base", *promised} <= found, f"lost: {set(promised) - found}")
        sure(len(found) <= len(promised) + 2, "more than one act untold")
    elif kind in ("restoring", "merging"):
        sure(found in ({"Base"}, {"Base", "Other"}), f"neither: {found}")
        sure(not promised or "Other" in found, "what comes in was promised")
    else:
        sure(found == {"Base"}, "other people")
    for folder in (path.parent, path.with_name("stick"), backup_places.usual()):
        for one in folder.glob(f"*{backup.SUFFIX}"):
            backup.check(one)
    if kind == "backing_up" and promised:
        sure((backup_places.usual() / promised[0]).exists(), "the backup was promised")
    # Where nobody may write, a copy is brought up to date and looked at instead.
    if kind == "migrating" and promised and not old:
        sure(len(list(path.parent.glob("* (version *"))) == 1, "no original")


# ---- faults ------------------------------------------------------------------------------------------------


def in_child(work, path, shim, number=0, error=0, sticky=0):
    """Do the work in a child; gives what it promised, how it ended, and how many calls it made."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        os.environ["HOSPES_HOME"] = str(path.with_name("home"))
        shim.shim_watch(os.fsencode(path.parent))
        shim.shim_fail(number, error, sticky)
        end = "done"
        try:
            work(path, lambda words: os.write(writing, f"p {words}\n".encode()))
        except UserError as refused:
            end = f"said {refused.code}"
        except BaseException as fault:
            end = f"fault {type(fault).__name__} {fault}".replace("\n", " ")[:300]
        os.write(writing, f"n {shim.shim_count()}\ne {end}\n".encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as told:
        lines = [line.rstrip("\n").split(" ", 1) for line in told]
    os.waitpid(child, 0)
    promised = [words for kind, words in lines if kind == "p"]
    ends = [words for kind, words in lines if kind == "e"]
    sure(len(ends) == 1, "the child broke down")
    return promised, ends[0], next(int(words) for kind, words in lines if kind == "n")


def warm(work, path):
    """Do the work once without faults: what is imported then need not be imported in each round.

    What the process that compares two laptops' files said is said again in each round: the files are the
    same ones at the same place, it only reads, and its own calls never fail, so that starting it anew would
    try nothing.
    """
    said = {}

    def ask(call, request, **limits):
        job = call[-1]
        if job not in said:
            said[job] = forks.ask(call, request, **limits)
        return said[job]

    children.ask = ask
    os.environ["HOSPES_HOME"] = str(path.with_name("home"))
    work(path, lambda words: None)


def faults(kind, step, states, folder, shim):
    """A fault at every step-th call."""
    base, other = prepare(kind, states, folder)
    work = WORK[kind]
    warm(work, place(base, other, folder))
    gc.freeze()
    promised, end, calls = in_child(work, place(base, other, folder), shim)
    sure(end == "done", end)
    seen = Counter()
    for number in range(1, calls + 1, step):
        error = ERRORS[number // step % 2]
        sticky = number // step // 2 % 2
        path = place(base, other, folder)
        promised, end, _ = in_child(work, path, shim, number, error, sticky)
        where = (
            f"{kind}, call {number} of {calls}, {errno.errorcode[error]} {'on' if sticky else 'once'}: {end}"
        )
        try:
            sure(not end.startswith("fault"), "a fault of the program")
            os.environ["HOSPES_HOME"] = str(path.with_name("home"))
            look(kind, path, promised, base)
            left = [name for name in os.listdir(path.parent) if ".part" in name and not sticky]
            sure(left == [] or number > calls - 40, f"left behind: {left}")
        except Exception as broken:
            print(f"{where}: {broken!r}", file=sys.stderr)
            raise
        seen[end.split(" ")[0]] += 1
    print(
        json.dumps({"what": f"faults {kind}", "calls": calls, "tried": sum(seen.values()), "ends": seen}),
        flush=True,
    )


def two_states(folder):
    """A file, and the same one with more in it."""
    base = folder / "first.hospes"
    app = founded(base)
    do(app, lambda w: family(w, "Base", "Anna", "Otto"))
    app.close()
    more = Path(shutil.copy(base, folder / "more.hospes"))
    app = App.open(more, WHO, today=DAY)
    do(app, lambda w: family(w, "Other", "Eva", "Ida"))
    app.close()
    return base, more


def prepare(kind, states, folder):
    """The file each round begins with, and a backup of another state or the other laptop's file."""
    base = Path(shutil.copy(states[0], folder / "base.hospes"))
    if kind == "merging":
        return base, Path(shutil.copy(states[1], folder / "theirs.hospes"))
    other = folder / f"other{backup.SUFFIX}"
    state = base if kind == "rewriting" else states[1]
    backup.write(state, other, now=utc_now(), day=DAY, sequence=1)
    if kind == "migrating":
        # Nobody puts this back: the process of this kind lives one version ahead.
        aging.grow(folder / "migrations", SimpleNamespace(setattr=setattr))
    return base, other


def place(base, other, folder):
    """A fresh folder with the file and its backup."""
    here = folder / "round"
    shutil.rmtree(here, ignore_errors=True)
    (here / "stick").mkdir(parents=True)
    (here / "home").mkdir()
    shutil.copy(other, here / other.name)
    return Path(shutil.copy(base, here / "a.hospes"))


# ---- power -------------------------------------------------------------------------------------------------


class Disk:
    """Files as they are, and as they would be found after a power cut."""

    def __init__(self, folder):
        self.names = {}
        self.sure_names = {}
        self.folder_ops = []
        self.pending = {}
        self.content = {}
        for number, path in enumerate(sorted(p for p in folder.rglob("*") if p.is_file())):
            self.names[str(path)] = self.sure_names[str(path)] = number
            self.content[number] = bytearray(path.read_bytes())
            self.pending[number] = []
        self.next = len(self.names)

    def do(self, kind, path, other, at, data):
        """One call of the record."""
        if kind == "C":
            self._name(path, self.next)
            self.content[self.next], self.pending[self.next] = bytearray(), []
            self.next += 1
        elif kind in "WT":
            if path in self.names:
                self.pending[self.names[path]].append((kind, at, data))
        elif kind == "S":
            if path in self.names:
                number = self.names[path]
                for op in self.pending[number]:
                    apply(self.content[number], op)
                self.pending[number] = []
            else:
                self._settle(path)
        elif kind == "U":
            self._name(path, None)
        elif kind in "RL":
            self._name(other, self.names[path])
            if kind == "R":
                self._name(path, None)

    def _name(self, path, number):
        self.folder_ops.append((path, number))
        self._set(self.names, path, number)

    def _settle(self, folder):
        """A folder was synced: its names are sure."""
        left = []
        for path, number in self.folder_ops:
            if os.path.dirname(path) == folder.rstrip("/"):
                self._set(self.sure_names, path, number)
            else:
                left.append((path, number))
        self.folder_ops = left

    @staticmethod
    def _set(names, path, number):
        if number is None:
            names.pop(path, None)
        else:
            names[path] = number

    def after_cut(self, chance, old, new):
        """Write what a power cut may leave: some of what was not sure, torn at sectors."""
        names = dict(self.sure_names)
        for path, number in self.folder_ops[: chance.randint(0, len(self.folder_ops))]:
            self._set(names, path, number)
        for path, number in names.items():
            content = bytearray(self.content[number])
            for op in self.pending[number]:
                fate = chance.random()
                if fate < 0.45:
                    apply(content, op)
                elif fate < 0.6 and op[0] == "W":
                    end = chance.randrange(0, len(op[2]) + 1) // SECTOR * SECTOR
                    apply(content, ("W", op[1], op[2][:end]))
            target = Path(str(new) + path.removeprefix(str(old)))
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)


def apply(content, op):
    """One write or cut."""
    kind, at, data = op
    if kind == "T":
        del content[at:]
        content.extend(bytes(at - len(content)))
    else:
        content.extend(bytes(max(0, at - len(content))))
        content[at : at + len(data)] = data


def record(file):
    """The calls in the record, in order."""
    with open(file, "rb") as lines:
        while head := lines.readline():
            kind, at, size, rest = head.decode().rstrip("\n").split(" ", 3)
            path, _, other = rest.partition("\t")
            yield kind, path, other, int(at), lines.read(int(size)) if kind == "W" else b""


def power(kind, cuts, states, folder, shim):
    """Power cuts at random points of one recorded run."""
    base, other = prepare(kind, states, folder)
    warm(WORK[kind], place(base, other, folder))
    path = place(base, other, folder)
    disk_file = folder / "calls"
    start = folder / "start"
    shutil.copytree(path.parent, start)
    child = os.fork()
    if child == 0:
        os.environ["HOSPES_HOME"] = str(path.with_name("home"))
        shim.shim_watch(os.fsencode(path.parent))
        shim.shim_record(os.fsencode(disk_file))
        code = 1
        try:
            WORK[kind](path, lambda words: shim.shim_mark(words.encode()))
            code = 0
        finally:
            os._exit(code)
    sure(os.waitpid(child, 0)[1] == 0, "the recorded run failed")
    calls = list(record(disk_file))
    chance = random.Random(f"{kind} {cuts}")
    shutil.rmtree(path.parent)
    shutil.copytree(start, path.parent)
    cut_at = sorted(chance.randint(0, len(calls)) for _ in range(cuts))
    disk, done, promised, seen = Disk(path.parent), 0, [], Counter()
    found = folder / "found"
    for at in cut_at:
        for call in calls[done:at]:
            if call[0] == "M":
                promised.append(call[1])
            else:
                disk.do(*call)
        done = at
        shutil.rmtree(found, ignore_errors=True)
        for name in ("stick", "home"):
            (found / name).mkdir(parents=True)
        disk.after_cut(chance, path.parent, found)
        os.environ["HOSPES_HOME"] = str(found / "home")
        try:
            look(kind, found / path.name, promised, base)
        except Exception as broken:
            print(f"{kind}, power cut after call {at} of {len(calls)}: {broken!r}", file=sys.stderr)
            raise
        seen[len(promised)] += 1
    print(
        json.dumps({"what": f"power {kind}", "calls": len(calls), "cuts": cuts, "promises": seen}), flush=True
    )


def one(what, kind, number, states, folder, shim):
    """All rounds of a kind."""
    folder.mkdir()
    {"faults": faults, "power": power}[what](kind, number, states, folder, shim)


def main(asked, folder):
    """Everything in copies of this process, which makes the imports and the first files for all of it."""
    shim = ctypes.CDLL(None)
    shim.shim_mark.argtypes = shim.shim_watch.argtypes = shim.shim_record.argtypes = [ctypes.c_char_p]
    shim.shim_fail.argtypes = [ctypes.c_long, ctypes.c_int, ctypes.c_int]
    shim.shim_count.restype = ctypes.c_long
    states = two_states(folder)
    works = [each.split(":") for each in asked.split(",")]
    return forks.side_by_side(
        [
            partial(one, what, kind, int(number), states, folder / f"{what} {kind}", shim)
            for what, kind, number in works
        ]
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
