# SPDX-License-Identifier: GPL-3.0-or-later
"""What erasing a person would do: what goes, what stays without a name and until when, who else names them.

Nothing is changed here. Bookings stay as long as the law wants the books, nights and places stay as figures
of past visits; both stand on a nameless row. Everything else goes (domain 4.4, REQ-4-11).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Connection

from hospes.domain.retention import Kept, Rules
from hospes.store.codec import journalled, reference_columns, table_of
from hospes.store.name_marks import Marks, marks, surname_marks
from hospes.store.subjects import About, Rows, Stored, about, rows_where
from hospes.store.types import JsonText, String

OF_A_VISIT = frozenset(
    {
        "participation",
        "placement",
        "presence",
        "grant_signature",
        "visit_share",
        "visit_bearer",
        "draw_ticket",
        "host_offer",
        "offer_night",
    }
)
"""What stays of visits that have begun: who came is told by a number, not by a name."""

OF_BOOKS = frozenset(
    {"payment", "payment_share", "dues", "dues_reminder", "gift", "receipt_item", "cash_entry"}
)

CLEARED = {
    "transport": ("driver_id", "driver_name", "driver_phone"),
    "task": ("assignee_id",),
    "agreement_signature": ("person_id", "name"),
}
"""Rows that are about something else: only these columns are emptied."""

AS_IT_IS = frozenset({"mandate"})
"""Proof has to say whose it is; it stays whole as long as it must stay."""


@dataclass(frozen=True, slots=True)
class Stays:
    """Why a row stays, and the last day of it; None for a reason means a figure, for a day no end."""

    why: Kept | None
    until: date | None


@dataclass(frozen=True, slots=True)
class NamedIn:
    """A text of somebody else that names the person."""

    table: str
    key: str
    column: str
    text: str


@dataclass(slots=True)
class Plan:
    """What will be done."""

    about: About
    marks: Marks
    gone: Rows = field(default_factory=Rows)
    stays: dict[tuple[str, str], Stays] = field(default_factory=dict)
    cleared: list[tuple[str, str]] = field(default_factory=list)
    texts: list[NamedIn] = field(default_factory=list)
    visits: frozenset[str] = frozenset()
    """Visits that will show somebody without a name."""


def plan(connection: Connection, person: str, today: date, rules: Rules) -> Plan:
    """What erasing this person would do now."""
    found = about(connection, person, today)
    people = found.own.tables.get("person", {})
    found_marks = marks(people.values(), found.own.tables.get("contact_point", {}).values())
    made = Plan(found, found_marks)
    judge = _Judge(connection, found, today, rules)
    visits = set()
    for table, row in found.own.each():
        if table in {"person", "household"}:
            continue
        key = str(row["id"])
        if _only_cleared(table, row, found.people) or judge.is_old_payment(table, row):
            made.cleared.append((table, key))
        elif (reason := judge.stays(table, row)) is not None:
            made.stays[table, key] = reason
            if table in {"participation", "host_offer"}:
                visits.add(str(row["visit_id"]))
        else:
            made.gone.add(table, row)
    made.visits = frozenset(visits)
    made.texts = named_in(connection, found_marks, found.own)
    return made


def _only_cleared(table: str, row: Stored, people: set[str]) -> bool:
    if table not in CLEARED:
        return False
    return table != "task" or row["person_id"] not in people


class _Judge:
    """Says of each row whether it must stay."""

    def __init__(self, connection: Connection, found: About, today: date, rules: Rules) -> None:
        self.found, self.today, self.rules = found, today, rules
        keys = {
            str(row["visit_id"])
            for table in ("participation", "host_offer")
            for row in found.own.tables.get(table, {}).values()
        }
        self._visits = {str(row["id"]): row for row in rows_where(connection, "visit", "id", keys)}
        self._parents = {
            (table, str(row["id"])): str(row["visit_id"])
            for table in ("participation", "host_offer")
            for row in found.own.tables.get(table, {}).values()
        }
        self._dues = found.own.tables.get("dues", {})
        self._payments = found.own.tables.get("payment", {})

    def stays(self, table: str, row: Stored) -> Stays | None:
        """Why it stays; None if it goes."""
        if table in OF_A_VISIT:
            return self._of_a_visit(table, row)
        if table in OF_BOOKS:
            day = self._day_of_booking(table, row)
            return self._for(Kept.VOUCHERS, day)
        if table == "receipt":
            return self._for(Kept.RECEIPTS, _day(row["issued_on"]))
        if table == "event_person":
            return self._for(Kept.MEETINGS, self.today)
        if table in {"membership", "membership_period", "volunteer_hours"}:
            return Stays(None, None)
        if table == "mandate" and row["last_used_on"] is not None:
            span = self.rules[Kept.MANDATES]
            until = span.after(_day(row["last_used_on"])) if span is not None else None
            return Stays(Kept.MANDATES, until) if until is None or until >= self.today else None
        return None

    def is_old_payment(self, table: str, row: Stored) -> bool:
        """A payment nobody has to know any more: the sum stays, whose it was does not."""
        return table in ("payment", "cash_entry") and self._for(Kept.VOUCHERS, _day(row["on"])) is None

    def _for(self, kind: Kept, day: date) -> Stays | None:
        span = self.rules[kind]
        until = span.after_year_of(day) if span is not None else None
        return Stays(kind, until) if until is None or until >= self.today else None

    def _of_a_visit(self, table: str, row: Stored) -> Stays | None:
        visit = self._visit_of(table, row)
        if table == "draw_ticket" and visit is None:
            return Stays(None, None)
        if visit is None or visit["first"] is None or str(visit["first"]) > self.today.isoformat():
            return None
        if table == "grant_signature":
            return self._for(Kept.GRANTS, _day(visit["last"] or visit["first"])) or Stays(None, None)
        return Stays(None, None)

    def _visit_of(self, table: str, row: Stored) -> Stored | None:
        if "visit_id" in row:
            return self._visits.get(str(row["visit_id"]))
        for column, parent in (("offer_id", "host_offer"), ("participation_id", "participation")):
            if column in row and (parent, str(row[column])) in self._parents:
                return self._visits.get(self._parents[parent, str(row[column])])
        return None

    def _day_of_booking(self, table: str, row: Stored) -> date:
        if table in ("payment", "cash_entry"):
            return _day(row["on"])
        payment = self._payments.get(str(row.get("payment_id")))
        if payment is not None:
            return _day(payment["on"])
        dues = row if table == "dues" else self._dues.get(str(row.get("dues_id")))
        return date(int(str(dues["year"])), 12, 31) if dues is not None else self.today


def _day(stored: object) -> date:
    return date.fromisoformat(str(stored))


def named_in(connection: Connection, wanted: Marks, own: Rows) -> list[NamedIn]:
    """Texts in rows that are not the person's own and name the person."""
    found = []
    for table, cls in sorted(journalled().items()):
        columns = text_columns(table)
        if table == "person" or not columns:
            continue
        names = ", ".join(f'"{column}"' for column in ("id", *columns))
        filled = " OR ".join(_may_name(column, wanted) for column in columns)
        query = f'SELECT {names} FROM "{cls.__tablename__}" WHERE {filled}'
        for key, *values in connection.exec_driver_sql(query):
            if own.has(table, key):
                continue
            found += [
                NamedIn(table, str(key), column, value)
                for column, value in zip(columns, values, strict=True)
                if isinstance(value, str) and wanted.in_text(value)
            ]
    return found


OF_A_HOME = frozenset({"household", "household_text"})
"""Where a surname stands because other people of that name live there."""


def surnames(made: Plan) -> Marks:
    """What tells the person by the surname alone."""
    return surname_marks(made.about.own.tables.get("person", {}).values())


def surname_in(connection: Connection, made: Plan) -> list[NamedIn]:
    """Texts of others in which only the surname stands; they are left, for a person to read."""
    wanted = surnames(made)
    if not wanted.names:
        return []
    named = {(one.table, one.key, one.column) for one in made.texts}
    return [
        one
        for one in named_in(connection, wanted, made.about.own)
        if one.table not in OF_A_HOME and (one.table, one.key, one.column) not in named
    ]


def _may_name(column: str, wanted: Marks) -> str:
    """A condition that lets through every text that names them, and not many others."""
    if not wanted.hints:
        return f'length("{column}") > 2'
    # The hints are plain letters and figures, so the quotes can hold them all.
    return " OR ".join(f"instr(lower(\"{column}\"), '{hint}') > 0" for hint in wanted.hints)


def text_columns(table: str) -> tuple[str, ...]:
    """Columns in which somebody can write words."""
    cls = journalled()[table]
    references = {name for name, _ in reference_columns(cls)}
    return tuple(
        column.name
        for column in table_of(cls).columns
        if isinstance(column.type, String | JsonText)
        and column.name not in references
        and column.name not in {"changed_by", "currency"}
        and not column.name.endswith("_sha")
    )


def counted(made: Plan) -> Mapping[str, int]:
    """How many rows of each table will be gone."""
    return {table: len(rows) for table, rows in made.gone.tables.items() if rows}
