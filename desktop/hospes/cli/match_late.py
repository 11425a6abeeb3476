# SPDX-License-Identifier: GPL-3.0-or-later
"""`hospes match FILE VISIT --late`: after a late change the plan with the fewest telephone calls; the calls.

What was in conflict before stays as it is unless `--mend` asks for more; either way it is told apart.
"""

from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from argparse import Namespace

    from hospes.app import App
    from hospes.cli.call import Call
    from hospes.domain.matching.late import Late
    from hospes.queries.hosting_late import CallBook, CallList


def plan_late(call: "Call", app: "App", args: "Namespace") -> None:
    """Find the plan, write it if asked for, and tell whom to telephone."""
    from hospes.queries import resolve
    from hospes.queries.hosting_late import call_book, late_case
    from hospes.solving import late_in_child

    visit = app.read(resolve.visit, args.visit, call.locale.language)
    case = app.read(late_case, visit, app.today, call.locale)
    found = late_in_child(case, args.seconds)
    chosen = found.mended if args.mend and found.mended is not None else found
    change, mending = _calls(app.read(call_book, visit, app.today, call.locale), found, chosen)
    if args.apply and chosen.lists:
        from hospes.actions.placements import ApplyLateChange, stays_of

        mends = frozenset(one.guest_id for one in mending.guests)
        n = len(chosen.calls)
        app.run(ApplyLateChange(visit, stays_of(chosen.plan), case, calls=n, mending=mends))
    if args.json:
        call.json(_as_json(found, chosen, change, mending, applied=bool(args.apply and chosen.lists)))
    else:
        _tell(call, found, chosen, (change, mending), applied=args.apply)


def _calls(book: "CallBook", found: "Late", chosen: "Late") -> "tuple[CallList, CallList]":
    """Whom to telephone for the change, and to mend what was before."""
    known = {one.guest for one in found.calls} | {one.host for one in found.homes}
    return (
        book.calls(
            [one for one in chosen.calls if one.guest in known],
            [one for one in chosen.homes if one.host in known],
        ),
        book.calls(
            [one for one in chosen.calls if one.guest not in known],
            [one for one in chosen.homes if one.host not in known],
        ),
    )


def _tell(
    call: "Call", found: "Late", chosen: "Late", calls: "tuple[CallList, CallList]", *, applied: bool
) -> None:
    """Plain sentences on standard output."""
    from hospes.queries.hosting_late_words import guest_line, home_line

    locale = call.locale
    change, mending = calls
    n = change.calls + mending.calls
    call.print(locale.ntext("{n} call to make", "{n} calls to make", n))
    for head, some in (
        (locale.text("Because of this change"), change),
        (locale.text("To mend conflicts from before"), mending),
    ):
        if mending.calls and some.calls:
            call.print(head)
        for home in some.homes:
            call.print("    " + home_line(locale, home))
        for guest in some.guests:
            call.print("    " + guest_line(locale, guest))
    if chosen.earlier:
        stay = len(chosen.earlier)
        call.print(locale.ntext("{n} conflict from before stays", "{n} conflicts from before stay", stay))
    if chosen is found and found.mended is not None:
        call.say("With --mend conflicts from before are mended as well.")
    if not n:
        call.say("Everybody stays where they are.")
    elif applied:
        call.say("The guests were placed. `hospes undo` takes it back.")
    else:
        call.say("Nothing was changed. With --apply the guests are placed so.")


def _as_json(
    found: "Late", chosen: "Late", change: "CallList", mending: "CallList", *, applied: bool
) -> dict[str, object]:
    """For programs: the calls with why they are made, and what stays broken."""
    return {
        "calls": [
            *_rows(change, "change"),
            *_rows(mending, "mend"),
        ],
        "earlier_conflicts": [
            {"participation_id": one.guests[0], "offer_id": one.host, "code": one.term.code}
            for one in chosen.earlier
        ],
        "can_mend": len(found.earlier) - len(found.mended.earlier) if found.mended is not None else 0,
        "unplaced": [one.guest for one in chosen.plan.leftover],
        "optimal": chosen.plan.optimal,
        "applied": applied,
    }


def _rows(calls: "CallList", why: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = [
        {
            "host": one.name,
            "offer_id": _hex(one.offer_id),
            "gone": list(one.gone),
            "come": list(one.come),
            "phones": [number.value for number in one.phones],
            "why": why,
        }
        for one in calls.homes
    ]
    found += [
        {
            "guest": one.name,
            "participation_id": _hex(one.guest_id),
            "before": list(one.before),
            "after": list(one.after),
            "phones": [number.value for number in one.phones],
            "why": why,
        }
        for one in calls.guests
    ]
    return found


def _hex(key: UUID) -> str:
    return key.hex
