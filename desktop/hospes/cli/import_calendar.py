# SPDX-License-Identifier: GPL-3.0-or-later
"""The part of `hospes import` that takes calendars."""

from pathlib import Path
from typing import TYPE_CHECKING

from hospes.cli.call import Call
from hospes.domain.incoming_events import Standing
from hospes.transfer.plan import Decision

if TYPE_CHECKING:
    from argparse import Namespace
    from uuid import UUID

    from hospes.transfer.calendar_in import CheckedCalendar


def bring_in_calendar(call: Call, args: "Namespace", path: Path) -> None:
    """Bring in what is new; `--doubtful take` changes events that say something else there."""
    from hospes.transfer.calendar_in import look_at_calendar

    step: UUID | None = None
    with call.reading(args.file) if args.dry_run else call.writing(args.file) as app:
        checked = look_at_calendar(path, app.read, call.locale, app.today)
        if args.doubtful == Decision.TAKE.value:
            checked.compared.take_all()
        if not args.dry_run and checked.compared.count():
            app.back_up()
            step = app.run(checked.action()).step_id
    if args.json:
        call.json(_report(call, checked, step))
    else:
        _tell(call, checked)


def _report(call: Call, checked: "CheckedCalendar", step: "UUID | None") -> dict[str, object]:
    compared = checked.compared
    changed = compared.of(Standing.CHANGED)
    taken = sum(one.take for one in changed)
    return {
        "read": len(compared.rows) + len(checked.unread),
        "new": len(compared.of(Standing.NEW)),
        "updated": taken,
        "known": len(compared.of(Standing.SAME)) + len(compared.of(Standing.BINNED)),
        "doubtful": len(changed) - taken,
        "off": len(compared.of(Standing.OFF)),
        "rejected": [
            {"row": odd.row, "value": odd.value, "code": odd.code, "reason": call.locale.message(odd.message)}
            for odd in checked.unread
        ],
        "remarks": [
            {"code": lost.value, "n": n, "reason": call.locale.label(lost)}
            for lost, n in checked.lost().items()
        ],
        "source": "icalendar",
        "events": [
            {
                "title": one.event.title,
                "on": one.event.on.isoformat(),
                "last": one.event.last.isoformat() if one.event.last is not None else None,
                "standing": one.standing.value,
                "fields": list(one.fields),
                "taken": one.take,
            }
            for one in compared.rows
        ],
        "step": step.hex if step is not None else None,
    }


def _tell(call: Call, checked: "CheckedCalendar") -> None:
    locale, compared = call.locale, checked.compared
    changed = compared.of(Standing.CHANGED)
    taken = sum(one.take for one in changed)
    known = len(compared.of(Standing.SAME)) + len(compared.of(Standing.BINNED))
    left = len(compared.of(Standing.OFF)) + len(checked.unread)
    counts = (
        locale.ntext("{n} entry read", "{n} entries read", len(compared.rows) + len(checked.unread)),
        locale.ntext("{n} new", "{n} new", len(compared.of(Standing.NEW))),
        locale.ntext("{n} changed", "{n} changed", taken),
        locale.ntext("{n} known already", "{n} known already", known),
        locale.ntext("{n} doubtful", "{n} doubtful", len(changed) - taken),
        locale.ntext("{n} left out", "{n} left out", left),
    )
    call.print(", ".join(counts))
    for one in changed:
        if not one.take:
            call.print(
                locale.text(
                    "“{title}” on {day} says something else in the calendar. It was left as it is.",
                    title=one.event.title, day=one.event.on,
                )
            )  # fmt: skip
    for one in compared.of(Standing.OFF):
        call.print(
            locale.text(
                "“{title}” on {day} is called off in the calendar.", title=one.event.title, day=one.event.on
            )
        )
    for lost, n in checked.lost().items():
        call.print(locale.ntext("{n} entry: {reason}", "{n} entries: {reason}", n, reason=locale.label(lost)))
    for odd in checked.unread:
        call.print(locale.message(odd.message))
