# SPDX-License-Identifier: GPL-3.0-or-later
"""Telling what a partner's visit file changes: for the command line, in JSON and in lines."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hospes.transfer.bringing_visit import CheckedForVisit
from hospes.transfer.partner_check import CheckedPartnerFile
from hospes.transfer.plan import Decision, Fate

if TYPE_CHECKING:
    from uuid import UUID

    from hospes.i18n.locale import Locale


def report(checked: CheckedPartnerFile, locale: "Locale", step: "UUID | None") -> dict[str, object]:
    """Every difference, with the keys `hospes import` has for lists."""
    found: dict[str, object] = {
        "read": len(checked.draft.grid.cards) - 1,
        "new": _count(checked, Fate.NEW),
        "updated": _count(checked, Fate.UPDATED),
        "known": _count(checked, Fate.KNOWN),
        "doubtful": _count(checked, Fate.DOUBTFUL),
        "rejected": [
            {"row": each.row, "column": each.column, "value": each.value, "code": each.code,
             "reason": locale.message(each.reason)}
            for part in checked.lists
            for each in part.understood.rejected
        ],
        "encoding": "utf-8",
        "delimiter": None,
        "columns": {},
        "source": "hospes-visit",
        "from": checked.sender,
        "same_days": checked.same_days,
        "not_at_the_visit": checked.unfound,
        "step": step.hex if step is not None else None,
    }  # fmt: skip
    for name, part in (("guests", checked.guests), ("hosts", checked.hosts)):
        found[name] = _people(part, locale) if part is not None else None
    found["stays"] = [
        {"fate": each.fate.value, "guest": each.name, "host": each.host, "before": each.before,
         "nights": [str(night) for night in each.nights], "taken": each.take}
        for each in checked.stays
    ]  # fmt: skip
    found["gone"] = [
        {"guest": each.name, "host": each.host, "nights": [str(night) for night in each.nights],
         "taken": each.take}
        for each in checked.gone
    ]  # fmt: skip
    found["programme"] = [
        {"fate": each.fate.value, "on": str(each.on), "title": each.title, "taken": each.take,
         "changes": [{"field": f, "ours": ours, "theirs": theirs} for f, ours, theirs in each.changes]}
        for each in checked.items
    ]  # fmt: skip
    return found


def _count(checked: CheckedPartnerFile, fate: Fate) -> int:
    return sum(part.plan.count(fate) for part in checked.lists)


def _people(part: CheckedForVisit, locale: "Locale") -> dict[str, object]:
    return {
        "new": [row.who.shown for row in part.plan.rows if row.fate is Fate.NEW or row.fills & _JOINING],
        "changed": [
            {
                "name": row.who.shown,
                "decision": row.decision.value if row.fate is Fate.DOUBTFUL else "fill",
                "reason": locale.message(row.reason) if row.reason is not None else "",
                "differences": [
                    {"field": each.field, "ours": each.ours, "theirs": each.theirs}
                    for each in row.differences
                ],
                "fills": sorted(row.fills),
            }
            for row in part.plan.rows
            if row.fate in (Fate.UPDATED, Fate.DOUBTFUL) and not row.fills & _JOINING
        ],
        "gone": [
            {"name": each.name, "cancelled": each.participation in part.cancel} for each in part.missing
        ],
    }


_JOINING = {"takes_part", "offers"}


def lines(checked: CheckedPartnerFile, locale: "Locale") -> list[str]:
    """Every difference as a line."""
    found = [
        locale.text("From {sender}: {title}", sender=checked.sender, title=_title(checked, locale)),
        *(line for part in checked.lists for line in _people_lines(part, locale)),
    ]
    if not checked.same_days:
        found.append(locale.text("The visit begins on another day there: {day}", day=checked.first))
    for stay in checked.stays:
        if stay.fate is Fate.NEW:
            found.append(locale.text("{guest} sleeps at {host}", guest=stay.name, host=stay.host))
        elif stay.fate is Fate.UPDATED:
            found.append(
                locale.text(
                    "{guest} sleeps at {host} and no longer at {before}",
                    guest=stay.name, host=stay.host, before=stay.before,
                )
            )  # fmt: skip
    for gone in checked.gone:
        words = (
            "{guest} no longer sleeps at {host}"
            if gone.take
            else "{guest} no longer sleeps at {host}; left as it is"
        )
        found.append(locale.text(words, guest=gone.name, host=gone.host))
    for item in checked.items:
        if item.fate is Fate.NEW:
            found.append(
                locale.text(
                    "New in the programme: {day}, {title}", day=locale.date(item.on), title=item.title
                )
            )
        else:
            found.append(
                locale.text(
                    "Changed in the programme: {day}, {title}", day=locale.date(item.on), title=item.title
                )
            )
    found += [
        locale.text("{name} has a bed by the file and is not at this visit.", name=name)
        for name in checked.unfound
    ]
    if len(found) == 1 and not checked.count():
        found.append(locale.text("Nothing is different."))
    return found


def _title(checked: CheckedPartnerFile, locale: "Locale") -> str:
    return checked.titles.get(locale.language) or next(iter(checked.titles.values()), "")


def _people_lines(part: CheckedForVisit, locale: "Locale") -> Iterator[str]:
    for row in part.plan.rows:
        if row.fate is Fate.NEW or row.fills & _JOINING:
            yield locale.text("New: {name}", name=row.who.shown)
        if row.fate is Fate.DOUBTFUL and row.decision is Decision.SKIP and row.reason is not None:
            yield locale.text("{name}: {reason}", name=row.who.shown, reason=locale.message(row.reason))
        for each in row.differences:
            yield locale.text(
                "{name}, {field}: ours “{ours}”, theirs “{theirs}”",
                name=row.who.shown, field=each.field, ours=each.ours, theirs=each.theirs,
            )  # fmt: skip
        if row.fate is Fate.UPDATED and not row.fills & _JOINING:
            yield locale.text("{name}: completed", name=row.who.shown)
    for gone in part.missing:
        if gone.participation in part.cancel:
            yield locale.text("{name} is no longer on the list and was cancelled.", name=gone.name)
        else:
            yield locale.text("{name} is no longer on the list and was left as it is.", name=gone.name)
