# SPDX-License-Identifier: GPL-3.0-or-later
"""Receipts for all donors of a year in one run: looked through, drawn, written in one step, one PDF.

Bare counterpart: as many rows of receipts written through sqlite3. Times are the processor's; what must hold
is that ten times the donors take about ten times as long. `python tests/bench/receipts.py [DONORS...]`.
"""

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from hospes.app import App

T = TypeVar("T")
SIZES = (400, 1000, 10_000)
GIFTS = 2


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Seconds of the processor, and what came of it."""
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def bare(rows: int) -> float:
    """Write as many rows with a sheet each without anything around."""
    with tempfile.TemporaryDirectory() as folder:
        db = sqlite3.connect(Path(folder) / "bare.db")
        db.execute("CREATE TABLE receipt (id TEXT PRIMARY KEY, minor INTEGER, sheet BLOB) STRICT")
        sheet = bytes(30_000)

        def work() -> None:
            with db:
                db.executemany(
                    "INSERT INTO receipt VALUES (?, ?, ?)", ((f"{n:032x}", 3500, sheet) for n in range(rows))
                )

        took, _ = timed(work)
        db.close()
    return took


def give(app: "App", donors: int) -> None:
    """People with an address, and two gifts of each."""
    from datetime import date
    from typing import ClassVar

    from hospes.actions import Action
    from hospes.actions.own import own_association
    from hospes.domain.codes import PaymentMethod, PaymentPurpose
    from hospes.store.tables.households import Address
    from hospes.store.tables.members import Payment
    from hospes.store.tables.people import Person
    from hospes.store.writer import Writer

    class Give(Action):
        """Add them in one step."""

        code: ClassVar[str] = "make"
        label: ClassVar[str] = "Make"

        def apply(self, w: Writer) -> None:
            """Add them."""
            own = own_association(w).id
            keys = [w.new_id() for _ in range(donors)]
            w.bulk_add(
                Person,
                [{"id": key, "given": f"Anna{at}", "surname": f"Klos{at}"} for at, key in enumerate(keys)],
            )
            w.bulk_add(
                Address,
                [
                    {"person_id": key, "street": "Weg 1", "postcode": "63512", "town": "Rosenau"}
                    for key in keys
                ],
            )
            w.bulk_add(
                Payment,
                [
                    {
                        "owner_id": own, "person_id": key, "on": date(2026, 1, 5 + turn),
                        "minor": 1000 + at % 90, "purpose": PaymentPurpose.DONATION,
                        "method": PaymentMethod.TRANSFER,
                    }
                    for at, key in enumerate(keys)
                    for turn in range(GIFTS)
                ],
            )  # fmt: skip

        def refs(self, result: object) -> dict[str, object]:
            """Nothing."""
            return {}

    app.run(Give())


def measure(donors: int) -> None:
    """One size."""
    from datetime import date

    from hospes.actions.association import FoundAssociation
    from hospes.actions.donations_receipts import WriteDonationReceipts
    from hospes.app import App
    from hospes.i18n.locale import Locale
    from hospes.papers.base import Scope
    from hospes.papers.making import draw, find_paper, gather
    from hospes.papers.options import read_options
    from hospes.queries.donations import ready_receipts
    from hospes.ui.pages.money_donations_review import new_receipt

    locale = Locale.of("en")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.hospes"
        first = FoundAssociation(
            "Verein Rosenau", "Rosenau", "DE", language="de", partners=(("Montclair", "FR"),)
        )
        app = App.create(path, first, today=date(2026, 4, 27))
        give(app, donors)
        looking, ready = timed(lambda: app.read(ready_receipts, 2026, app.today, app.who.device, locale))
        drawing, made = timed(
            lambda: tuple(new_receipt(one, str(one.copy["number"]), app.today) for one in ready.receipts)
        )
        writing, _ = timed(lambda: app.run(WriteDonationReceipts(made)))
        paper = find_paper("donation-receipt")
        options = read_options(paper.options, {"year": "2026"})
        printing, document = timed(lambda: draw(app.read(gather, paper, options, Scope(app.today))))
        undoing, _ = timed(app.undo)
        size = sum(len(one.sheet) for one in made) / len(made)
        app.close()
    print(
        f"{donors:>6} donors: looked through {looking:6.2f} s · drawn {drawing:6.2f} s · written in one step "
        f"{writing:6.2f} s · one PDF of {document.pages} pages {printing:6.2f} s · "
        f"taken back {undoing:6.2f} s · "
        f"a sheet {size / 1000:.0f} kB · bare rows {bare(donors):6.3f} s"
    )


def main() -> None:
    """All sizes."""
    for donors in [int(one) for one in sys.argv[1:]] or SIZES:
        measure(donors)


if __name__ == "__main__":
    main()
