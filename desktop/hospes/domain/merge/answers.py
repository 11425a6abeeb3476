# SPDX-License-Identifier: GPL-3.0-or-later
"""Decisions turned into rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal
from uuid import NAMESPACE_OID, uuid5

from hospes.domain.merge.values import Fields, Key, Merged, Question

Take = Literal["mine", "theirs", "both", "value", "later"]

BOTH = {"contact_point": "position"}
"""Tables of which somebody can have two, and the column of their order."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody decided. `value` are the columns typed anew, for `value`."""

    take: Take = "later"
    value: Fields = field(default_factory=dict)


LATER = Answer()


def can_keep_both(question: Question) -> bool:
    """Whether both values can stand beside each other."""
    return question.kind == "field" and question.key[0] in BOTH


def resolve(merged: Merged, answers: Sequence[Answer]) -> dict[Key, Fields | None]:
    """The rows that become others than mine, by these answers, one for each question."""
    rows = dict(merged.outcome)
    for question, answer in zip(merged.questions, answers, strict=True):
        rows |= written(question, answer, rows)
    return rows


def written(
    question: Question, answer: Answer, rows: Mapping[Key, Fields | None]
) -> dict[Key, Fields | None]:
    """The rows of one answered question; `rows` are those that are written already."""
    if answer.take in ("mine", "later"):
        return {}
    if not question.fields:
        return dict(question.theirs)
    key = question.key
    present = rows.get(key) or question.mine[key]
    theirs, mine = question.theirs[key], question.mine[key]
    assert present is not None
    assert theirs is not None
    assert mine is not None
    if answer.take == "value":
        return {key: {**present, **answer.value}}
    chosen = {**present, **{name: theirs[name] for name in question.fields}}
    if answer.take == "theirs":
        return {key: chosen}
    order = BOTH[key[0]]
    beside = {**present, **{name: mine[name] for name in question.fields}}
    at = chosen[order]
    # The same key on both laptops, so that two who keep both have two and not four.
    new = uuid5(NAMESPACE_OID, f"both {key[1]} {sorted(map(str, beside.values()))}").hex
    return {key: chosen, (key[0], new): {**beside, order: at + 1 if isinstance(at, int) else at}}
