# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows as merging sees them, what it knows of their tables, and what it answers.

Values are as the file holds them: text, a whole number, or nothing. Rows that are alike on both sides and
point to nothing that differs may be left out of all three states.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

Key = tuple[str, str]
"""A row: its table and its id in 32 digits."""

Fields = Mapping[str, object]
"""The columns of a row without id and bookkeeping."""

State = Mapping[Key, Fields]
"""Rows of a file at one moment."""

Kind = Literal["field", "gone-here", "gone-there", "either", "bin"]
"""Why somebody is asked: a field was changed to two values; a row was deleted here and changed there, or the
other way round; two rows of which only one can be; a row is in the bin on one side and used on the other.
"""


@dataclass(frozen=True, slots=True)
class Shape:
    """What merging knows of a table."""

    refs: tuple[tuple[str, str], ...] = ()
    """Columns that point to a row, with its table."""
    required: frozenset[str] = frozenset()
    """Those of them that cannot be empty."""
    natural: tuple[str, ...] = ()
    """Columns that make the key of a fact."""
    unique: tuple[tuple[str, ...], ...] = ()
    """Columns that no two rows may have alike."""
    blank: Fields = field(default_factory=dict)
    """What a new row holds when nobody says anything."""
    together: tuple[tuple[str, ...], ...] = ()
    """Columns that say one thing only together, such as the lines of an address."""
    largest: frozenset[str] = frozenset()
    """Counters: the larger one is right."""


@dataclass(frozen=True, slots=True)
class World:
    """All tables, and how the key of a fact is made from its row."""

    shapes: Mapping[str, Shape]
    key: Callable[[str, Fields], str]

    def refs(self, key: Key, fields: Fields) -> list[Key]:
        """The rows a row points to."""
        found = ((target, fields.get(name)) for name, target in self.shapes[key[0]].refs)
        return [(target, value) for target, value in found if isinstance(value, str)]


@dataclass(frozen=True, slots=True)
class Question:
    """Something that nobody but a person can decide. Until then what is mine stays."""

    kind: Kind
    key: Key
    """The row it is about; of several that hang together the one the others hang on."""
    mine: Mapping[Key, Fields | None]
    """The rows as they are if mine is right; None is a row that is not there."""
    theirs: Mapping[Key, Fields | None]
    fields: tuple[str, ...] = ()
    """The columns that differ, where it is about columns."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """One thing that the other laptop did, and that fits: a new person with all that is theirs, say."""

    kind: Literal["added", "changed", "removed"]
    key: Key
    rows: tuple[Key, ...]
    fields: tuple[str, ...] = ()
    """The changed columns of the row it is about."""


@dataclass(frozen=True, slots=True)
class Renumbered:
    """A row whose number somebody else had already."""

    key: Key
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Merged:
    """What bringing in would do. `outcome` are the rows that become others than mine, nothing answered."""

    outcome: Mapping[Key, Fields | None]
    incoming: tuple[Incoming, ...]
    questions: tuple[Question, ...]
    renumbered: tuple[Renumbered, ...] = ()

    @property
    def count(self) -> int:
        """How many changes the other laptop has for us."""
        return len(self.incoming) + len(self.questions)
