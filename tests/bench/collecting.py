# SPDX-License-Identifier: GPL-3.0-or-later
"""A year of dues by direct debit: its file, booked, debits that came back, reminders, a bank statement.

Bare counterparts: as many rows of debits and payments written and read through sqlite3. Times are the
processor's; what must hold is that ten times the members take about ten times as long.
`python tests/bench/collecting.py [MEMBERS...]`.
"""

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from hospes.app import App
    from hospes.queries.dues import PayerRow

T = TypeVar("T")
SIZES = (400, 1000, 10_000)
RETURNED = 30
"""Of 400 members' payers; more of more."""


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Seconds of the processor, and what came of it."""
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def bare(rows: int) -> float:
    """Write and read as many debits, payments and shares without anything around."""
    with tempfile.TemporaryDirectory() as folder:
        db = sqlite3.connect(Path(folder) / "bare.db")
        tables = ("debit", "payment", "share")
        for table in tables:
            db.execute(f"CREATE TABLE {table} (id TEXT PRIMARY KEY, payer TEXT, minor INTEGER) STRICT")

        def work() -> None:
            with db:
                for table in tables:
                    db.executemany(
                        f"INSERT INTO {table} VALUES (?, ?, ?)",
                        ((f"{n:032x}", f"{n:032x}", 3500) for n in range(rows)),
                    )
            for table in tables:
                db.execute(f"SELECT * FROM {table}").fetchall()

        took, _ = timed(work)
        db.close()
    return took


def sign(app: "App", rows: "list[PayerRow]") -> None:
    """Mandates for all payers but every tenth."""
    from typing import ClassVar

    from hospes.actions import Action
    from hospes.actions.own import own_association
    from hospes.domain.payers import PayerKind
    from hospes.store.tables.members import Mandate
    from hospes.store.writer import Writer

    class Sign(Action):
        """Add them in one step."""

        code: ClassVar[str] = "make"
        label: ClassVar[str] = "Make"

        def apply(self, w: Writer) -> None:
            """Add them."""
            own = own_association(w).id
            there = {
                one.person_id or one.household_id or one.organisation_id for one in w.query(Mandate).all()
            }
            columns = {
                PayerKind.PERSON: "person_id", PayerKind.HOUSEHOLD: "household_id",
                PayerKind.ORGANISATION: "organisation_id",
            }  # fmt: skip
            w.bulk_add(
                Mandate,
                [
                    {
                        "owner_id": own, columns[row.payer.kind]: row.payer.id, "reference": f"B-{at}",
                        "iban": "DE46999999991000000037", "account_name": "Łucja Müller",
                        "signed_on": date(2025, 1, 7),
                    }
                    for at, row in enumerate(rows)
                    if at % 10 and row.payer.id not in there
                ],
            )  # fmt: skip

        def refs(self, result: object) -> dict[str, object]:
            """Nothing."""
            return {}

    app.run(Sign())


def start_year(app: "App", year: int) -> None:
    """Ask everybody for their dues."""
    from hospes.actions.dues import NewDues, StartDues
    from hospes.i18n.locale import Locale
    from hospes.queries.dues_plan import plan_dues

    found = app.read(plan_dues, year, app.today, Locale.of("en"))
    dues = tuple(
        NewDues(one.payer, one.class_id, one.amount.minor, one.amount.currency, one.people)
        for one in found.plan.charges
    )
    app.run(StartDues(year, dues, date(year, 2, 28)))


def statement(path: Path, rows: "list[PayerRow]") -> int:
    """A bank's file in which half of those who owe pay what they owe."""
    lines = [
        (
            "Buchungstag;Valutadatum;Name Zahlungsbeteiligter;IBAN Zahlungsbeteiligter;Verwendungszweck;"
            "Betrag;Waehrung"
        )
    ]
    owing = [row for row in rows if row.open][::2]
    for row in owing:
        name = row.name.replace(",", "")
        lines.append(f"02.03.2027;02.03.2027;{name};;Beitrag;{row.open / 100:.2f};EUR")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(owing)


def measure(members: int) -> None:
    """One size."""
    from hospes import example
    from hospes.actions.association import EditAssociation
    from hospes.actions.collections import BookCollection, RecordCollection, ReturnDebits, ReturnedDebit
    from hospes.app import App
    from hospes.domain.sepa import PainVersion, ReturnReason
    from hospes.i18n.locale import Locale
    from hospes.papers.base import Scope
    from hospes.papers.making import draw, find_paper, gather
    from hospes.papers.options import read_options
    from hospes.queries.association import association
    from hospes.queries.collections import collection_items, planned_collection
    from hospes.queries.dues import payer_rows
    from hospes.transfer.child import read_in_child
    from hospes.transfer.collecting import debits_of
    from hospes.transfer.reading import ReadOptions
    from hospes.transfer.statement import statement_of
    from hospes.transfer.statement_plan import CheckedStatement, check_statement
    from hospes.transfer.writers.sepa_writer import collection_xml

    year, due = 2027, date(2027, 3, 1)
    locale = Locale.of("en")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.hospes"
        example.build(path, members)
        app = App.open(path, today=date(2027, 1, 11))
        own = app.read(association)
        app.run(
            EditAssociation(own.id, {"creditor_id": "DE98ZZZ09999999999", "iban": "DE59999999994711000001"})
        )
        own = app.read(association)
        start_year(app, year)
        sign(app, app.read(payer_rows, year, app.today, locale))
        planning, plan = timed(lambda: app.read(planned_collection, year, due, app.today, locale))
        recording, made = timed(lambda: app.run(RecordCollection(year, due, debits_of(plan, own))).result)
        items = app.read(collection_items, made, locale)
        writing, _ = timed(lambda: collection_xml(own, items, due, PainVersion.V08))
        app.close()
        app = App.open(path, today=date(2027, 3, 15))
        booking, _ = timed(lambda: app.run(BookCollection(made)))
        back = tuple(
            ReturnedDebit(one.id, ReturnReason.AM04, 300) for one in items[: RETURNED * members // 400]
        )
        returning, _ = timed(lambda: app.run(ReturnDebits(back)))
        paper = find_paper("dues-reminder")
        options = read_options(paper.options, {"year": str(year)})
        reading, gathered = timed(lambda: app.read(gather, paper, options, Scope(app.today)))
        drawing, _ = timed(lambda: draw(gathered))
        noting, _ = timed(lambda: app.run(paper.sent(gathered.data).action))
        listing, rows = timed(lambda: app.read(payer_rows, year, app.today, locale))
        paid = statement(Path(folder) / "bank.csv", rows)

        def look() -> CheckedStatement:
            read = statement_of(read_in_child(Path(folder) / "bank.csv", ReadOptions()), own.currency)
            return check_statement(read, "bank.csv", app.read, locale, app.today)

        looking, checked = timed(look)
        checked.take_likeliest()
        action = checked.action()
        bringing, _ = timed(lambda: app.run(action))
        undoing, _ = timed(app.undo)
        app.close()
    print(
        f"{members:>7} members, {len(items):>5} debits: planned {planning:6.2f} s · "
        f"recorded {recording:6.2f} s · "
        f"file written and checked {writing:6.2f} s · booked {booking:6.2f} s · "
        f"{len(back)} came back {returning:6.2f} s · "
        f"{len(gathered.data.letters)} reminders read {reading:6.2f} s, drawn {drawing:6.2f} s, "
        f"noted {noting:6.2f} s · "
        f"list {listing:6.2f} s · statement of {paid} matched {looking:6.2f} s, {len(action.add)} brought in "
        f"{bringing:6.2f} s, taken back {undoing:6.2f} s · bare rows {bare(len(items)):6.3f} s",
        flush=True,
    )


def main() -> None:
    """All sizes."""
    for members in [int(one) for one in sys.argv[1:]] or SIZES:
        measure(members)


if __name__ == "__main__":
    main()
