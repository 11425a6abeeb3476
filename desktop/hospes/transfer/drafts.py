# SPDX-License-Identifier: GPL-3.0-or-later
"""A list that was read: what each column is, and what bringing it in would do. See `bringing` for the way."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from hospes.domain.errors import Message
from hospes.transfer.child import Progress, read_in_child
from hospes.transfer.columns import Column, guess, with_map
from hospes.transfer.csv_reader import read_bytes
from hospes.transfer.fields import BOOK_KINDS, FIELDS
from hospes.transfer.plan import Decision, Fate, Plan
from hospes.transfer.reading import Grid, GridOutput, ReadOptions, Unreadable
from hospes.transfer.sources import NAMES, as_source, recognise
from hospes.transfer.sources.base import Recognised
from hospes.transfer.table import Table, table_of

if TYPE_CHECKING:
    from hospes.actions import Action
    from hospes.actions.bring_in_everything import BringInEverything
    from hospes.transfer.meaning import Understanding

KINDS = ("members", "contacts", "visits", "guests", "hosts", "payments", "partnerships", *BOOK_KINDS)
"""What a list can hold; `NOT_YET` will follow, each as a module of its own."""
NOT_YET: tuple[str, ...] = ()
WITH_VISIT = ("guests", "hosts", "goods")
"""Lists that belong to one visit."""
SOURCES = ("auto", "spreadsheet", *NAMES, "vcard", "icalendar")


@dataclass(frozen=True, slots=True)
class Draft:
    """A list that was read and whose columns have a meaning, guessed or said."""

    name: str
    """The file's name, for messages."""
    grid: Grid
    table: Table
    columns: tuple[Column, ...]
    known: Recognised | None
    kind: str = "members"
    """What the columns were looked at as."""

    @property
    def source(self) -> str:
        """The program it comes from, or what kind of file it is."""
        if self.known is not None:
            return self.known.source
        named = {"vcard": "vcard", "dump": "hospes", "calendar": "icalendar"}
        return named.get(self.grid.head.form, "spreadsheet")

    @property
    def is_everything(self) -> bool:
        """A dump of a whole association: there is nothing to ask, it comes in by `everything()`."""
        return self.grid.head.form == "dump"

    @property
    def is_partner_file(self) -> bool:
        """The visit file of a partner association: it comes in by `partner_check.check_partner_file`."""
        return self.grid.head.form == "visit"

    @property
    def is_figures(self) -> bool:
        """The yearly figures of an association: they come in by `network_figures.figures_of`."""
        return self.grid.head.form == "figures"

    @property
    def is_rules(self) -> bool:
        """The rules of a funding scheme: they come in with the grants of a visit."""
        return self.grid.head.form == "rules"

    @property
    def is_calendar(self) -> bool:
        """A calendar: it comes in by `calendar_in.check_calendar`."""
        return self.grid.head.form == "calendar"

    def everything(self) -> "BringInEverything":
        """The act that brings a dump in; into a file that holds nobody yet."""
        from hospes.actions.bring_in_everything import BringInEverything

        tables: dict[str, list[dict[str, object]]] = {}
        for _, card in self.grid.cards:
            tables.setdefault(card["table"], []).append(card["row"])
        return BringInEverything(
            self.grid.head.schema, tuple((name, tuple(rows)) for name, rows in tables.items())
        )

    @property
    def unknown(self) -> tuple[Column, ...]:
        """Columns nobody has a place for; each is offered for an own field (product 5)."""
        return tuple(c for c in self.columns if c.field is None and not c.silent)

    def with_map(self, said: dict[str, list[str]]) -> "Draft":
        """The draft with what somebody said of some columns (field or `skip` or `own` → headings, letters,
        numbers).
        """
        return replace(self, columns=with_map(self.columns, said, self.kind))

    def with_kind(self, kind: str) -> "Draft":
        """The draft as a list of another kind; what was said of its columns is guessed anew."""
        if kind == self.kind or self.is_everything or {kind, self.kind} <= {"members", "contacts"}:
            return replace(self, kind=kind)
        return draft_of(self.grid, self.name, kind=kind)


def look(
    path: Path,
    options: ReadOptions | None = None,
    source: str = "auto",
    progress: Progress | None = None,
    kind: str = "members",
) -> Draft:
    """Read a file and find out what its columns are. Raises `Unreadable` with a sentence, `Stopped`."""
    grid = read_in_child(path, options or ReadOptions(), progress)
    return draft_of(grid, path.name, source, kind)


def look_at_text(text: str, name: str = "") -> Draft:
    """A list somebody pasted, as spreadsheet programs put it on the clipboard.

    It is text already and our own reader keeps to the limits, so it needs no child. Raises `Unreadable`.
    """
    out = GridOutput()
    read_bytes(text.encode("utf-8", "surrogatepass"), name, ReadOptions(encoding="utf-8"), out)
    return draft_of(out.grid, name)


def draft_of(grid: Grid, name: str, source: str = "auto", kind: str = "members") -> Draft:
    """The draft of a grid that was read already."""
    if grid.head.form == "dump":
        return Draft(name, grid, Table(grid.head, (), 0, [], grid.odds), (), None)
    if source == "icalendar" and grid.head.form != "calendar":
        raise Unreadable("{file} is no calendar.", code="source-other", file=name)
    if grid.head.form in ("visit", "figures", "calendar", "rules"):
        return Draft(name, grid, Table(grid.head, (), 0, [], grid.odds), (), None, kind)
    table = table_of(grid, None, kind)
    if not table.rows and not table.odds:
        raise Unreadable("{file} holds no rows.", code="source-empty", file=name)
    known: Recognised | None = None
    if source in NAMES:
        known = as_source(source, grid, table)
        if known is None:
            raise Unreadable(
                "{file} does not look like an export of {program}. Leave the program out to have it guessed.",
                code="source-other",
                file=name,
                program=source.capitalize() if source != "jverein" else "JVerein",
            )
    elif source == "vcard" and grid.head.form != "vcard":
        raise Unreadable("{file} holds no address card.", code="source-other", file=name)
    elif source == "auto" and grid.head.form != "vcard" and kind in ("members", "contacts"):
        known = recognise(grid, table)
    if known is not None and known.heading_row is not None:
        table = table_of(grid, known.heading_row)
    columns = _of_cards(table) if grid.head.form == "vcard" else guess(table, kind)
    if known is not None:
        columns = tuple(
            replace(c, field=known.fields[c.index], sure=True, silent=known.fields[c.index] is None)
            if c.index in known.fields
            else _beside(c, known)
            for c in columns
        )
    return Draft(name, grid, table, columns, known, kind)


def _of_cards(table: Table) -> tuple[Column, ...]:
    """Address cards name their fields themselves."""
    return tuple(
        Column(at, heading, table.samples(at), heading if heading in FIELDS else None, sure=True)
        for at, heading in enumerate(table.headings)
    )


def _beside(column: Column, known: Recognised) -> Column:
    """A guess beside known columns counts only for a field they leave open."""
    taken = column.field in known.fields.values() and column.field in FIELDS and not FIELDS[column.field].many
    return replace(column, field=None) if taken or not column.sure else column


@dataclass(slots=True)
class Checked:
    """A list that was understood and compared with the file."""

    draft: Draft
    understood: "Understanding"
    plan: Plan
    same_address: bool = False

    @property
    def notes(self) -> list[Message]:
        """What should be said about the list as a whole."""
        said = [remark.reason for remark in self.understood.remarks if remark.row == 0]
        if self.understood.order.ambiguous:
            said.append(
                Message(
                    "Nothing in the list tells day and month apart; days were read as day, month, year. "
                    "Say it if the month comes first."
                )
            )
        return said

    def skip_doubtful(self, decision: Decision) -> None:
        """One decision about all doubtful rows, as the command line asks for it."""
        self.plan.decide_all(decision)

    def count(self) -> int:
        """How many people would come in or be completed."""
        action = self.action()
        return len(action.add) + len(action.change)  # type: ignore[attr-defined]  # BringIn

    def action(self) -> "Action":
        """The one act that brings all of it in."""
        from hospes.actions.bring_in import BringIn
        from hospes.actions.bring_in_changes import ChangeKnown

        add = []
        change = []
        for row in self.plan.rows:
            if row.fate is Fate.NEW or (row.fate is Fate.DOUBTFUL and row.decision is Decision.ADD):
                add.append(row.who)
            elif row.match is not None and (
                row.fate is Fate.UPDATED
                or (row.fate is Fate.DOUBTFUL and row.decision in (Decision.FILL, Decision.TAKE))
            ):
                takes = row.differences if row.decision is Decision.TAKE else ()
                change.append(
                    ChangeKnown(
                        row.match, row.seen, row.who, row.fills, frozenset(each.field for each in takes)
                    )
                )
        return BringIn(tuple(add), tuple(change), same_address=self.same_address)


def need_names(draft: Draft) -> None:
    """Raises `Unreadable` for a list in which nobody has a name."""
    fields = {column.field for column in draft.columns}
    if not fields & {"given_name", "family_name", "full_name", "organisation", "visit_title"} and not (
        (draft.kind == "hosts" and "household" in fields)
        or (draft.kind == "payments" and fields & {"number", "household"})
    ):
        raise Unreadable(
            "No column of {file} holds names. Say which one does: {columns}.",
            code="no-names",
            file=draft.name,
            columns=", ".join(column.heading for column in draft.columns[:20]),
        )
