# SPDX-License-Identifier: GPL-3.0-or-later
"""The part of `hospes import --kind payments` that takes bank statements."""

from typing import TYPE_CHECKING

from hospes.cli.call import Call
from hospes.domain.statement import Lot
from hospes.domain.values import Money
from hospes.transfer.plan import Decision

if TYPE_CHECKING:
    from argparse import Namespace
    from uuid import UUID

    from hospes.domain.statement import Matched
    from hospes.transfer.reading import Grid
    from hospes.transfer.statement_plan import CheckedStatement


def bring_in_statement(call: Call, args: "Namespace", grid: "Grid", name: str) -> None:
    """Bring in what is sure; `--doubtful add` lets the likeliest payer have the rest."""
    from hospes.queries.association import association
    from hospes.transfer.statement import statement_of
    from hospes.transfer.statement_plan import check_statement

    step: UUID | None = None
    with call.reading(args.file) if args.dry_run else call.writing(args.file) as app:
        statement = statement_of(grid, app.read(association).currency)
        checked = check_statement(statement, name, app.read, call.locale, app.today)
        if args.doubtful in (Decision.ADD.value, Decision.TAKE.value):
            checked.take_likeliest()
        action = checked.action()
        if not args.dry_run and (checked.chosen() or checked.returned()):
            app.back_up()
            step = app.run(action).step_id
    if args.json:
        call.json(_report(call, checked, step))
    else:
        _tell(call, checked)


def _report(call: Call, checked: "CheckedStatement", step: "UUID | None") -> dict[str, object]:
    new = checked.chosen()
    taken = sum(1 for one in checked.lot(Lot.DOUBTFUL) if one.entry.row in checked.decided)
    return {
        "read": len(checked.rows) + len(checked.statement.unreadable),
        "new": len(new),
        "updated": 0,
        "known": checked.count(Lot.KNOWN),
        "doubtful": checked.count(Lot.DOUBTFUL) - taken,
        "rejected": [
            {
                "row": row,
                "code": "row-unreadable",
                "reason": call.locale.text("Day or amount cannot be read."),
            }
            for row in checked.statement.unreadable
        ],
        "unmatched": checked.count(Lot.UNKNOWN),
        "out": checked.count(Lot.OUT),
        "returned": len(checked.returned()),
        "collections": checked.count(Lot.COLLECTION),
        "waiting": list(checked.statement.waiting),
        "guessed": checked.statement.guessed,
        "source": "statement",
        "entries": [
            {
                "row": one.entry.row,
                "on": one.entry.on.isoformat(),
                "amount": Money(one.entry.minor, one.entry.currency).decimal_text(),
                "name": one.entry.name,
                "lot": one.lot.value,
                "payers": [
                    {"name": each.candidate.name, "because": [why.value for why in each.because]}
                    for each in one.proposals
                ],
                "debits": [
                    {
                        "name": each.debit.name,
                        "reference": each.debit.reference,
                        "because": [why.value for why in each.because],
                    }
                    for each in (*one.debits, *one.together)
                ],
                "together": [each.debit.reference for each in one.together],
            }
            for one in checked.rows
        ],
        "step": step.hex if step is not None else None,
    }


def _perhaps(call: Call, one: "Matched") -> str:
    """Which debits an entry may bring back, and why."""
    locale, first = call.locale, next(iter(one.together or one.debits), None)
    row, name = str(one.entry.row), one.entry.name or "–"
    amount = Money(one.entry.minor, one.entry.currency)
    if first is None:
        return locale.text(
            "Row {row}, {name}, {amount}: several debits in one sum; say in the window which they are",
            row=row, name=name, amount=amount,
        )  # fmt: skip
    reasons = locale.listing(locale.label(why) for why in first.because)
    if one.together:
        payers = locale.listing(each.debit.name for each in one.together)
        return locale.text(
            "Row {row}, {name}, {amount}: perhaps the debits of {payers}, because {reasons}",
            row=row, name=name, amount=amount, payers=payers, reasons=reasons,
        )  # fmt: skip
    return locale.text(
        "Row {row}, {name}, {amount}: perhaps the debit of {payer} of {day}, because {reasons}",
        row=row, name=name, amount=amount, payer=first.debit.name, day=first.debit.due_on, reasons=reasons,
    )  # fmt: skip


def _tell(call: Call, checked: "CheckedStatement") -> None:
    locale = call.locale
    doubtful = checked.count(Lot.DOUBTFUL) + sum(1 for one in checked.lot(Lot.BACK) if not one.sure)
    counts = (
        locale.ntext("{n} row read", "{n} rows read", len(checked.rows)),
        locale.ntext("{n} new", "{n} new", len(checked.chosen())),
        locale.ntext("{n} known already", "{n} known already", checked.count(Lot.KNOWN)),
        locale.ntext("{n} doubtful", "{n} doubtful", doubtful),
        locale.ntext("{n} left out", "{n} left out", checked.count(Lot.UNKNOWN) + checked.count(Lot.OUT)),
    )
    call.print(", ".join(counts))
    if n := len(checked.returned()):
        call.print(
            locale.ntext(
                "{n} debit came back; the dues are open again.",
                "{n} debits came back; the dues are open again.",
                n,
            )
        )
    if n := len(checked.statement.waiting):
        call.print(
            locale.ntext(
                "{n} entry is not booked by the bank yet; it comes with the next file.",
                "{n} entries are not booked by the bank yet; they come with the next file.",
                n,
            )
        )
    if n := len(checked.statement.unreadable):
        call.print(
            locale.ntext(
                "{n} row cannot be read or is of a day to come; it is left out.",
                "{n} rows cannot be read or are of days to come; they are left out.",
                n,
            )
        )
    if checked.statement.guessed:
        call.print(
            locale.text(
                "This file has no headings that are known, so days, sums and names were told from what "
                "stands in its columns. Compare a few entries with your statement before you bring them in."
            )
        )
    for one in checked.lot(Lot.BACK):
        if not checked.debits_of(one):
            call.print(_perhaps(call, one))
    for one in (*checked.lot(Lot.DOUBTFUL), *checked.lot(Lot.UNKNOWN)):
        amount = Money(one.entry.minor, one.entry.currency)
        if one.proposals and checked.payer(one) is None:
            best = one.proposals[0]
            reasons = locale.listing(locale.label(why) for why in best.because)
            call.print(
                locale.text(
                    "Row {row}, {name}, {amount}: perhaps {payer}, because {reasons}",
                    row=str(one.entry.row), name=one.entry.name or "–", amount=amount,
                    payer=best.candidate.name, reasons=reasons,
                )
            )  # fmt: skip
        elif checked.payer(one) is None:
            call.print(
                locale.text(
                    "Row {row}, {name}, {amount}: nobody in the file fits",
                    row=str(one.entry.row), name=one.entry.name or "–", amount=amount,
                )
            )  # fmt: skip
