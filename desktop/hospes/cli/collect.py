# SPDX-License-Identifier: GPL-3.0-or-later
"""`hospes collect FILE TARGET --date DAY`: collect open dues by direct debit and write the file for the bank.

Nothing is sent anywhere. `--dry-run` only tells who would be collected from and who not.
"""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from hospes.cli.call import Call, Wrong, read_day
from hospes.domain.sepa import NOTICE_DAYS, PainVersion
from hospes.i18n.marks import N_

if TYPE_CHECKING:
    from argparse import Namespace

    from hospes.app import App
    from hospes.cli.parser import Parser
    from hospes.domain.sepa import CollectionPlan


def arguments(parser: "Parser") -> None:
    """FILE, TARGET, the day, and which form."""
    text = parser.locale.text
    parser.file()
    parser.add_argument("target", metavar="TARGET", help=text("the file for the bank: .xml"))
    parser.add_argument("--date", metavar="DAY", required=True, help=text("the day the money is taken"))
    parser.add_argument(
        "--year", type=int, default=0, metavar="Y", help=text("dues up to this year; this year if not said")
    )
    parser.add_argument(
        "--schema", choices=[one.value for one in PainVersion], default="08",
        help=text("pain.008.001.08 or the older pain.008.001.02"),
    )  # fmt: skip
    parser.add_argument(
        "--notice", type=int, default=NOTICE_DAYS, metavar="N",
        help=text("payers are told so many days before; 14 if nothing is said"),
    )  # fmt: skip
    parser.add_argument("--dry-run", action="store_true", help=text("only tell what would happen"))
    parser.json()


def run(call: Call, args: "Namespace") -> None:
    """Plan, record, write, tell."""
    due_on = read_day(args.date)
    target = Path(args.target)
    if not 0 <= args.notice <= 60:
        raise Wrong(N_("“{word}” is no number of days."), word=args.notice)
    if not args.dry_run and target.exists():
        from hospes.domain.errors import UserError

        raise UserError("{file} is there already. Give another name.", code="target-there", file=target.name)
    step: UUID | None = None
    with call.reading(args.file) if args.dry_run else call.writing(args.file) as app:
        plan = _plan(call, app, args.year, due_on)
        if not args.dry_run:
            step = _collect(call, app, plan, args, due_on, target)
    _tell(call, plan, args, due_on, step)


def _plan(call: Call, app: "App", year: int, due_on: date) -> "CollectionPlan":
    from hospes.domain.dues import dues_year
    from hospes.queries.association import association
    from hospes.queries.collections import planned_collection

    wanted = year or dues_year(app.today, app.read(association).year_start)
    return app.read(planned_collection, wanted, due_on, app.today, call.locale)


def _collect(
    call: Call, app: "App", plan: "CollectionPlan", args: "Namespace", due_on: date, target: Path
) -> "UUID":
    from hospes.actions.collections import RecordCollection
    from hospes.domain.dues import dues_year
    from hospes.queries.association import association
    from hospes.queries.collections import collection_items
    from hospes.transfer.collecting import debits_of
    from hospes.transfer.writers.sepa_writer import write_collection

    own = app.read(association)
    version = PainVersion(args.schema)
    year = args.year or dues_year(app.today, own.year_start)
    done = app.run(RecordCollection(year, due_on, debits_of(plan, own), version, args.notice))
    try:
        made = done.result
        assert isinstance(made, UUID)
        write_collection(target, own, app.read(collection_items, made, call.locale), due_on, version)
    except BaseException:
        app.undo()
        raise
    assert done.step_id is not None
    return done.step_id


def _tell(call: Call, plan: "CollectionPlan", args: "Namespace", due_on: date, step: "UUID | None") -> None:
    from hospes.domain.values import Money

    locale = call.locale
    if args.json:
        call.json(
            {
                "due_on": due_on.isoformat(),
                "schema": PainVersion(args.schema).schema,
                "count": len(plan.debits),
                "total": Money(plan.total, "EUR").decimal_text(),
                "debits": [
                    {
                        "name": one.owed.name,
                        "amount": Money(one.owed.minor, "EUR").decimal_text(),
                        "mandate": one.mandate.reference,
                        "sequence": one.sequence.value,
                    }
                    for one in plan.debits
                ],
                "left_out": [
                    {"name": one.name, "code": why.value, "reason": locale.label(why)}
                    for one, why in plan.left_out
                ],
                "target": None if step is None else str(args.target),
                "step": step.hex if step is not None else None,
            }
        )
        return
    call.print(
        locale.ntext(
            "{n} debit, {amount}, due {day}", "{n} debits, {amount}, due {day}", len(plan.debits),
            amount=Money(plan.total, "EUR"), day=due_on,
        )
    )  # fmt: skip
    for one, why in plan.left_out:
        call.print(locale.text("{name} is left out: {reason}", name=one.name, reason=locale.label(why)))
