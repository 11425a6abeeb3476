# SPDX-License-Identifier: GPL-3.0-or-later
"""What two laptops made of one file, brought together.

Fields of one row that were changed on both sides merge; a field changed to two values is a question; what was
deleted here and changed there is always one. An erased person stays erased whatever the other side did, and
nobody is asked.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from hospes.domain.merge import numbers, rules
from hospes.domain.merge.follow import follow
from hospes.domain.merge.knots import Knots
from hospes.domain.merge.units import gather
from hospes.domain.merge.values import Fields, Key, Kind, Merged, Question, Renumbered, Shape, State, World

BINNED = "binned_at"


def merge(
    base: State, mine: State, theirs: State, world: World, erased: Collection[str] = frozenset()
) -> Merged:
    """Bring theirs into mine.

    Args:
        base: what both had when they were last the same.
        mine: what is here.
        theirs: what comes.
        world: the tables.
        erased: ids of people who were erased on either side.
    """
    gone: set[Key] = set()
    before = mine
    if erased:
        base, mine, theirs = (_without(state, erased, world, gone) for state in (base, mine, theirs))
    b, m, t, _ = follow(base, mine, theirs, world)
    side = _Sides(b, m, t, world)
    knots = Knots(b, m, t, world).found(rules.clashes(b, m, t))
    knotted = {key: knot for knot in knots for key in knot}
    after: dict[Key, Fields] = {}
    questions: list[Question] = []
    for key in m.keys() | t.keys():
        if key not in knotted:
            fields, clash = side.row(key)
            if fields is not None:
                after[key] = fields
                questions += clash
    for knot in knots:
        question = side.question(knot)
        after |= {key: fields for key, fields in question.mine.items() if fields is not None}
        questions.append(question)
    questions += _binned(side, knotted, after)
    questions, done = _numbered(after, questions, b)
    questions = [_settled(question, after) for question in questions]
    outcome: dict[Key, Fields | None] = {
        key: fields for key, fields in after.items() if before.get(key) != fields
    }
    outcome |= {key: None for key in before if key not in after}
    asked = {key for question in questions for key in (*question.mine, question.key)}
    incoming = gather({k: v for k, v in outcome.items() if k not in asked or k not in knotted}, before, world)
    return Merged(
        outcome,
        tuple(one for one in incoming if not side.counts_for_nothing(one.rows)),
        tuple(sorted(questions, key=lambda one: (one.key, one.fields))),
        tuple(done),
    )


class _Sides:
    """The three states, and what becomes of one row."""

    def __init__(self, base: State, mine: State, theirs: State, world: World) -> None:
        self.base, self.mine, self.theirs, self.world = base, mine, theirs, world

    def row(self, key: Key) -> tuple[Fields | None, list[Question]]:
        """What becomes of a row that hangs on nothing disputed, and what is asked about it."""
        mine, theirs, base = self.mine.get(key), self.theirs.get(key), self.base.get(key)
        if mine is None or theirs is None:
            if base is not None:
                return None, []
            return (mine if mine is not None else theirs), []
        shape = self.world.shapes[key[0]]
        fields, disputed = blend(base if base is not None else shape.blank, mine, theirs, shape)
        asked = [
            Question("field", key, {key: fields}, {key: {**fields, **{n: theirs[n] for n in group}}}, group)
            for group in disputed
        ]
        return fields, asked

    def question(self, knot: frozenset[Key]) -> Question:
        """What is asked about rows that hang together."""
        mine = {key: self._chosen(key, knot, self.mine, self.theirs) for key in sorted(knot)}
        theirs = {key: self._chosen(key, knot, self.theirs, self.mine) for key in sorted(knot)}
        deleted = [key for key in knot if key in self.base and (key in self.mine) != (key in self.theirs)]
        kind: Kind = "either"
        root = min(key for key in knot if key in self.theirs or key in self.mine)
        if deleted:
            root = self._root(deleted)
            kind = "gone-there" if root in self.mine else "gone-here"
        return Question(kind, root, mine, theirs)

    def _root(self, deleted: Iterable[Key]) -> Key:
        """The deleted row the others hang on: the one that points to no other of them."""
        among = set(deleted)

        def depth(key: Key) -> int:
            return sum(target in among for target in self.world.refs(key, self.base[key]) if target != key)

        return min(among, key=lambda key: (depth(key), key))

    def _chosen(self, key: Key, knot: frozenset[Key], side: State, other: State) -> Fields | None:
        """A row of a knot if this side is right: what fits from the other comes along all the same."""
        own, foreign = side.get(key), other.get(key)
        if own is None or foreign is None:
            return own
        shape = self.world.shapes[key[0]]
        fields, _ = blend(self.base.get(key, shape.blank), own, foreign, shape)
        lost = [
            name
            for name, target in shape.refs
            if isinstance(value := fields.get(name), str)
            and fields.get(name) != own.get(name)
            and (target, value) in knot
            and (target, value) not in side
        ]
        groups = [group for group in _groups(shape, own) if any(name in group for name in lost)]
        return {**fields, **{name: own[name] for group in groups for name in group}}

    def counts_for_nothing(self, rows: Iterable[Key]) -> bool:
        """Whether something is only a counter that went on."""
        return all(self.world.shapes[table].largest for table, _ in rows)


def blend(base: Fields, mine: Fields, theirs: Fields, shape: Shape) -> tuple[Fields, list[tuple[str, ...]]]:
    """One row that both sides have: what it becomes with mine where both differ, and where they do."""
    if mine == theirs:
        return mine, []
    fields = dict(mine)
    disputed: list[tuple[str, ...]] = []
    for group in _groups(shape, mine):
        was, ours, others = (tuple(row.get(name) for name in group) for row in (base, mine, theirs))
        if ours == others or others == was:
            continue
        if group[0] in shape.largest:
            fields[group[0]] = max(ours + others, key=_counted)
        elif ours == was:
            fields |= zip(group, others, strict=True)
        else:
            disputed.append(group)
    return fields, disputed


def _counted(value: object) -> int:
    return value if isinstance(value, int) else -1


def _groups(shape: Shape, row: Fields) -> list[tuple[str, ...]]:
    joined = {name for group in shape.together for name in group}
    return [*shape.together, *((name,) for name in row if name not in joined)]


def _binned(side: _Sides, knotted: Mapping[Key, object], after: dict[Key, Fields]) -> list[Question]:
    """What one side put in the bin while the other worked on it; the bin is a way of deleting."""
    found = []
    touched: dict[int, set[Key]] = {}
    for key, fields in after.items():
        base, mine, theirs = side.base.get(key), side.mine.get(key), side.theirs.get(key)
        if BINNED not in fields or base is None or mine is None or theirs is None or key in knotted:
            continue
        if (mine[BINNED] is None) == (theirs[BINNED] is None) or base[BINNED] is not None:
            continue
        at = 1 if mine[BINNED] is not None else 0  # the side that went on working
        if at not in touched:
            touched[at] = _worked_on(side, at)
        if key in touched[at]:
            ours, others = ({**fields, BINNED: row[BINNED]} for row in (mine, theirs))
            found.append(Question("bin", key, {key: ours}, {key: others}, (BINNED,)))
    for question in found:
        after |= {key: fields for key, fields in question.mine.items() if fields is not None}
    return found


def _numbered(
    after: dict[Key, Fields], questions: list[Question], base: State
) -> tuple[list[Question], list[Renumbered]]:
    """No number is given twice, whatever will be answered."""
    pool = {key: fields for question in questions for key, fields in question.theirs.items() if fields}
    pool |= after
    before = dict(pool)
    done = numbers.renumber(pool, base)
    if not done:
        return questions, []
    changed = {key: fields for key, fields in pool.items() if fields is not before[key]}
    after |= {key: fields for key, fields in changed.items() if key in after}
    given = {one.key: one.after for one in done}

    def renewed(rows: Mapping[Key, Fields | None]) -> dict[Key, Fields | None]:
        return {
            key: {**fields, "number": given[key]} if fields is not None and key in given else fields
            for key, fields in rows.items()
        }

    return [replace(one, mine=renewed(one.mine), theirs=renewed(one.theirs)) for one in questions], done


def _settled(question: Question, after: Mapping[Key, Fields]) -> Question:
    """A question about columns, with the rest of the row as it will be."""
    if not question.fields:
        return question
    row, theirs = after[question.key], question.theirs[question.key] or {}
    turned = {**row, **{name: theirs[name] for name in question.fields}}
    return replace(question, mine={question.key: row}, theirs={question.key: turned})


def _worked_on(side: _Sides, at: int) -> set[Key]:
    """Rows that a side changed, or wrote something new on."""
    state = (side.mine, side.theirs)[at]
    found: set[Key] = set()
    for key, fields in state.items():
        base = side.base.get(key)
        if fields != base:
            found.add(key)
            found.update(side.world.refs(key, fields))
    return found


def _without(state: State, erased: Collection[str], world: World, gone: set[Key]) -> State:
    """A state without the erased people and without what is about them."""
    left: dict[Key, Fields] = {}
    for key, fields in state.items():
        if key[1] in erased:
            gone.add(key)
            continue
        left[key] = fields
    while True:
        dropped = []
        for key, fields in left.items():
            shape = world.shapes[key[0]]
            lost = [
                name
                for name, target in shape.refs
                if fields.get(name) in erased or (target, fields.get(name)) in gone
            ]
            if any(name in shape.required or any(name in g for g in shape.together) for name in lost):
                dropped.append(key)
            elif lost:
                left[key] = {**fields, **dict.fromkeys(lost)}
        if not dropped:
            return left
        for key in dropped:
            gone.add(key)
            del left[key]
