# SPDX-License-Identifier: GPL-3.0-or-later
"""Small associations with random histories on one to three laptops, for the properties of merging."""

from uuid import UUID, uuid5

from hypothesis import strategies as st

from hospes.domain.merge.values import Shape, World

ROOT = UUID(int=7)

SHAPES = {
    "person": Shape(
        refs=(("merged_into", "person"),),
        blank={"given": "", "job": "", "binned_at": None, "merged_into": None},
    ),
    "phone": Shape(
        refs=(("person_id", "person"),),
        required=frozenset({"person_id"}),
        blank={"person_id": None, "value": "", "e164": None, "label": "p"},
        together=(("value", "e164"),),
    ),
    "speaks": Shape(
        refs=(("person_id", "person"),),
        required=frozenset({"person_id"}),
        natural=("person_id", "language"),
        unique=(("person_id", "language"),),
        blank={"person_id": None, "language": None, "level": "b"},
    ),
    "visit": Shape(blank={"title": ""}),
    "group": Shape(
        refs=(("visit_id", "visit"),),
        required=frozenset({"visit_id"}),
        blank={"visit_id": None, "name": ""},
    ),
    "stay": Shape(
        refs=(("visit_id", "visit"), ("person_id", "person"), ("group_id", "group")),
        required=frozenset({"visit_id", "person_id"}),
        natural=("visit_id", "person_id"),
        unique=(("visit_id", "person_id"),),
        blank={"visit_id": None, "person_id": None, "group_id": None, "role": ""},
    ),
    "night": Shape(
        refs=(("stay_id", "stay"),),
        required=frozenset({"stay_id"}),
        natural=("stay_id", "night"),
        unique=(("stay_id", "night"),),
        blank={"stay_id": None, "night": 0, "home": ""},
    ),
    "household_member": Shape(
        refs=(("person_id", "person"),),
        required=frozenset({"person_id"}),
        blank={"person_id": None, "household_id": "", "valid_to": None},
    ),
    "membership": Shape(
        refs=(("person_id", "person"),),
        required=frozenset({"person_id"}),
        blank={"person_id": None, "owner_id": "own", "number": ""},
    ),
    "number_series": Shape(
        natural=("kind",), blank={"owner_id": "own", "kind": "", "next": 1}, largest=frozenset({"next"})
    ),
}


def key_of(table, fields):
    parts = "/".join(str(fields[name]) for name in SHAPES[table].natural)
    return uuid5(ROOT, f"{table}/{parts}").hex


WORLD = World(SHAPES, key_of)

OPS = (
    "add", "edit", "edit", "phone", "phone_edit", "speak", "speak", "bin", "visit", "group", "stay", "stay",
    "regroup", "night", "night", "join", "move", "ungroup", "leave", "delete", "delete_phone",
)  # fmt: skip
DOUBLES = ("double", "double")

acts = st.tuples(st.sampled_from(OPS), st.integers(0, 5), st.integers(0, 5))
acts_with_doubles = st.tuples(st.sampled_from(OPS + DOUBLES), st.integers(0, 5), st.integers(0, 5))


class Laptop:
    """A state, and what a program would let somebody do with it: it never leaves anything in the void."""

    def __init__(self, name, rows=None):
        self.name = name
        self.rows = {key: dict(fields) for key, fields in (rows or {}).items()}
        self.count = 0
        series = ("number_series", key_of("number_series", {"kind": "member"}))
        self.series = series
        self.rows.setdefault(series, {"owner_id": "own", "kind": "member", "next": 1})

    def new_id(self):
        self.count += 1
        return f"{self.count:04d}{self.name}".ljust(32, "0")

    def live(self, table):
        return sorted(k for k, f in self.rows.items() if k[0] == table and not f.get("merged_into"))

    def pick(self, table, number):
        keys = self.live(table)
        return keys[number % len(keys)] if keys else None

    def add(self, table, **fields):
        row = {**SHAPES[table].blank, **fields}
        key = (table, key_of(table, row) if SHAPES[table].natural else self.new_id())
        self.rows.setdefault(key, row)
        return key

    def drop(self, key):
        """Delete a row with all that cannot be without it."""
        del self.rows[key]
        for other, fields in list(self.rows.items()):
            for name, target in SHAPES[other[0]].refs:
                if (target, fields.get(name)) == key and other in self.rows:
                    if name in SHAPES[other[0]].required:
                        self.drop(other)
                    else:
                        self.set(other, **{name: None})

    def set(self, key, **values):
        self.rows[key] = {**self.rows[key], **values}

    def do(self, acts):
        for name, one, two in acts:
            getattr(self, f"do_{name}")(one, two)
        return self

    def do_add(self, one, two):
        self.add("person", given=f"{self.name}{one}")

    def do_edit(self, one, two):
        if key := self.pick("person", one):
            self.set(key, **{("given", "job")[two % 2]: f"{self.name}{two}"})

    def do_phone(self, one, two):
        if key := self.pick("person", one):
            self.add("phone", person_id=key[1], value=f"0{two}", e164=f"+{two}")

    def do_phone_edit(self, one, two):
        if key := self.pick("phone", one):
            if two % 3:
                self.set(key, value=f"{self.name}{two}", e164=f"+{self.name}{two}")
            else:
                self.set(key, label=f"{self.name}{two}")

    def do_delete_phone(self, one, two):
        if key := self.pick("phone", one):
            self.drop(key)

    def do_speak(self, one, two):
        if key := self.pick("person", one):
            row = self.add("speaks", person_id=key[1], language="dfp"[two % 3])
            self.set(row, level="abc"[one % 3])

    def do_bin(self, one, two):
        if key := self.pick("person", one):
            self.set(key, binned_at=None if self.rows[key]["binned_at"] else "2026")

    def do_visit(self, one, two):
        self.add("visit", title=f"{self.name}{one}")

    def do_group(self, one, two):
        if key := self.pick("visit", one):
            self.add("group", visit_id=key[1], name=f"{two}")

    def do_stay(self, one, two):
        visit, person = self.pick("visit", one), self.pick("person", two)
        if visit and person:
            self.add("stay", visit_id=visit[1], person_id=person[1], role=f"{one}")

    def do_regroup(self, one, two):
        stay, group = self.pick("stay", one), self.pick("group", two)
        if stay and group:
            self.set(stay, group_id=group[1])

    def do_ungroup(self, one, two):
        if key := self.pick("group", one):
            self.drop(key)

    def do_night(self, one, two):
        if key := self.pick("stay", one):
            night = self.add("night", stay_id=key[1], night=two % 2)
            self.set(night, home=f"{self.name}{one}")

    def do_join(self, one, two):
        if key := self.pick("person", one):
            number = self.rows[self.series]["next"]
            self.set(self.series, next=number + 1)
            self.add("membership", person_id=key[1], number=str(number))

    def do_move(self, one, two):
        if key := self.pick("person", one):
            for row, fields in self.rows.items():
                if row[0] == "household_member" and fields["person_id"] == key[1]:
                    self.rows[row] = {**fields, "valid_to": "2026"}
            self.add("household_member", person_id=key[1], household_id=f"{self.name}{two}")

    def do_leave(self, one, two):
        if key := self.pick("stay", one):
            self.drop(key)

    def do_delete(self, one, two):
        if key := self.pick("person", one):
            self.drop(key)

    def do_double(self, one, two):
        keep, give_up = self.pick("person", one), self.pick("person", two)
        if not keep or keep == give_up:
            return
        self._repoint("person", give_up[1], keep[1])
        self.set(give_up, merged_into=keep[1])

    def _repoint(self, table, old, new):
        for key, fields in list(self.rows.items()):
            for name, target in SHAPES[key[0]].refs:
                if target != table or fields.get(name) != old or key not in self.rows:
                    continue
                row = {**self.rows[key], name: new}
                if name in SHAPES[key[0]].natural:
                    moved = (key[0], key_of(key[0], row))
                    self.rows.setdefault(moved, row)
                    self._repoint(key[0], key[1], moved[1])
                    del self.rows[key]
                else:
                    self.rows[key] = row


def apply(rows, written):
    """The state after a merge is written."""
    after = {**rows, **written}
    return {key: dict(fields) for key, fields in after.items() if fields is not None}
