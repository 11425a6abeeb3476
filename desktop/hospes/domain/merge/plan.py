# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that bringing in the other laptop's file will write, as plain values that survive JSON.

A child process makes it and the open association carries it out; what stands in it came from a file that
somebody handed over, and is checked again where it is written.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from hospes.domain.merge.values import Fields, Incoming, Key, Kind, Merged, Question, Renumbered


@dataclass(frozen=True, slots=True)
class Told:
    """Who changed something last, and when; both as the journal holds them, empty where nobody knows."""

    by: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """Whose changes come: the person at the other laptop, the laptop, and its last step."""

    editor: str = ""
    name: str = ""
    device: str = ""
    at: str = ""
    last_step: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What fits, what is asked, and the steps of the other laptop that belong to it."""

    merged: Merged
    told: tuple[tuple[Told, Told], ...] = ()
    """For each question who changed ours and theirs."""
    side: Side = field(default_factory=Side)
    ours_step: str = ""
    """The last step of our file when the plan was made; nothing may have been changed since."""
    steps: tuple[Sequence[Any], ...] = ()
    changes: tuple[Sequence[Any], ...] = ()
    subjects: tuple[Sequence[Any], ...] = ()
    secrets: tuple[Sequence[Any], ...] = ()
    blobs: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Pictures and documents that are not here yet: kind and bytes in base 64, by hash."""
    editors: Mapping[str, str] = field(default_factory=dict)
    """Names of people at other laptops that are not known here."""
    erased: tuple[Sequence[Any], ...] = ()
    """What was erased there and is erased here too when the file comes in: id, what, part, texts."""

    @property
    def nothing(self) -> bool:
        """Whether the file has nothing that is not here."""
        return not self.merged.outcome and not self.merged.questions and not self.erased


def to_plain(plan: Plan) -> dict[str, Any]:
    """As JSON can hold it."""
    merged = plan.merged
    return {
        "outcome": rows_to_plain(merged.outcome),
        "incoming": [[one.kind, one.key, one.rows, one.fields] for one in merged.incoming],
        "questions": [
            [one.kind, one.key, one.fields, rows_to_plain(one.mine), rows_to_plain(one.theirs)]
            for one in merged.questions
        ],
        "renumbered": [[one.key, one.before, one.after] for one in merged.renumbered],
        "told": [[[told.by, told.at] for told in pair] for pair in plan.told],
        "side": [plan.side.editor, plan.side.name, plan.side.device, plan.side.at, plan.side.last_step],
        "ours_step": plan.ours_step,
        "steps": plan.steps,
        "changes": plan.changes,
        "subjects": plan.subjects,
        "secrets": plan.secrets,
        "blobs": dict(plan.blobs),
        "editors": dict(plan.editors),
        "erased": plan.erased,
    }


def from_plain(plain: Mapping[str, Any]) -> Plan:
    """What `to_plain` made."""
    return Plan(
        Merged(
            rows_from_plain(plain["outcome"]),
            tuple(
                Incoming(kind, _key(key), tuple(_key(row) for row in rows), tuple(fields))
                for kind, key, rows, fields in plain["incoming"]
            ),
            tuple(
                question_from_plain(kind, key, fields, mine, theirs)
                for kind, key, fields, mine, theirs in plain["questions"]
            ),
            tuple(Renumbered(_key(key), before, after) for key, before, after in plain["renumbered"]),
        ),
        tuple((Told(*mine), Told(*theirs)) for mine, theirs in plain["told"]),
        Side(*plain["side"]),
        plain["ours_step"],
        tuple(plain["steps"]),
        tuple(plain["changes"]),
        tuple(plain["subjects"]),
        tuple(plain["secrets"]),
        {sha: (kind, data) for sha, (kind, data) in plain["blobs"].items()},
        plain["editors"],
        tuple(plain["erased"]),
    )


def question_from_plain(
    kind: str, key: Sequence[str], fields: Sequence[str], mine: Sequence[Any], theirs: Sequence[Any]
) -> Question:
    """A question from what the file or a child keeps of it."""
    rows = rows_from_plain(mine), rows_from_plain(theirs)
    return Question(cast("Kind", kind), _key(key), *rows, tuple(fields))


def rows_to_plain(rows: Mapping[Key, Fields | None]) -> list[Any]:
    """Rows as `[table, id, columns or nothing]`."""
    return [[table, row_id, None if f is None else dict(f)] for (table, row_id), f in rows.items()]


def rows_from_plain(plain: Sequence[Any]) -> dict[Key, Fields | None]:
    """What `rows_to_plain` made."""
    return {(table, row_id): fields for table, row_id, fields in plain}


def _key(plain: Sequence[str]) -> Key:
    return plain[0], plain[1]
