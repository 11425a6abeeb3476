# SPDX-License-Identifier: GPL-3.0-or-later
"""How the entries of the calendar look, what they say, and where they lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.i18n.marks import N_
from hospes.queries.calendar import Shown

if TYPE_CHECKING:
    from datetime import date

    from hospes.queries.calendar import Entry
    from hospes.ui.desk import Desk
    from hospes.ui.widgets.labels import Tone

LOOK: dict[Shown, tuple[str, Tone]] = {
    Shown.VISITS: ("bus", "home"),
    Shown.PROGRAMME: ("clock", "home"),
    Shown.EVENTS: ("users", "third"),
    Shown.TASKS: ("list-checks", "warn"),
    Shown.DEADLINES: ("triangle-alert", "err"),
    Shown.FEASTS: ("star", "partner"),
    Shown.SCHOOL: ("graduation-cap", "fourth"),
    Shown.BIRTHDAYS: ("cake", "ok"),
    Shown.JUBILEES: ("gift", "ok"),
}
"""Icon and tone of each kind; the icon tells them apart without the colour."""

DEADLINES = {
    "grant-apply": N_("Apply for the grant: {name}"),
    "grant-report": N_("Report for the grant: {name}"),
    "renewal": N_("Renew the charter: {name}"),
    "invitation": N_("Last day to invite: {name}"),
}


def entry_title(desk: Desk, entry: Entry) -> str:
    """What stands in the calendar, without the hour."""
    if entry.kind is Shown.DEADLINES:
        return desk.text(DEADLINES.get(entry.code, N_("Deadline: {name}")), name=entry.name)
    if entry.kind is Shown.BIRTHDAYS:
        return desk.text("{name} turns {n}", name=entry.name, n=entry.years)
    if entry.kind is Shown.JUBILEES and entry.code == "twinning":
        return desk.ntext("{name}: {n} year", "{name}: {n} years", entry.years, name=entry.name)
    if entry.kind is Shown.JUBILEES:
        return desk.ntext(
            "{name}: {n} year a member", "{name}: {n} years a member", entry.years, name=entry.name
        )
    return entry.name or desk.locale.label(entry.kind)


def entry_clock(desk: Desk, entry: Entry) -> str:
    """The hours, if there are any."""
    clock = [desk.locale.time(at) for at in (entry.starts, entry.ends) if at is not None]
    return "–".join(clock)


def entry_about(desk: Desk, entry: Entry) -> str:
    """The second line: days of something longer, hours, place, countries."""
    parts = [entry_clock(desk, entry)]
    if entry.last != entry.on:
        parts.append(desk.locale.span(entry.on, entry.last))
    parts.append(entry.place)
    parts += [desk.locale.country(code) for code in entry.countries if code]
    return " · ".join(part for part in parts if part)


def whole_words(desk: Desk, entry: Entry) -> str:
    """Everything in one line, for screen readers and tooltips."""
    parts = (desk.locale.label(entry.kind), entry_title(desk, entry), entry_about(desk, entry))
    return ", ".join(part for part in parts if part)


def leads_on(entry: Entry) -> bool:
    """Is there a page to open?"""
    return entry.ref is not None


def open_entry(desk: Desk, entry: Entry) -> None:
    """Open the page behind an entry."""
    if entry.ref is None:
        return
    ref, owner = entry.ref.hex, entry.owner.hex if entry.owner is not None else ""
    if entry.kind is Shown.VISITS:
        desk.go("visit", id=ref)
    elif entry.kind is Shown.PROGRAMME:
        desk.go("visit", id=owner, tab="programme")
    elif entry.kind is Shown.EVENTS:
        desk.go("event", id=ref)
    elif entry.code == "invitation":
        desk.go("event", id=ref, tab="votes")
    elif entry.kind is Shown.TASKS:
        desk.go("calendar", tab="tasks", id=ref)
    elif entry.kind is Shown.SCHOOL:
        desk.go("places", id=owner)
    elif entry.code in ("renewal", "twinning"):
        desk.go("twinning", id=ref)
    elif entry.kind is Shown.DEADLINES:
        desk.go("visit", id=owner, tab="budget")
    else:
        desk.go("person", id=ref)


def month_words(desk: Desk, day: date) -> str:
    """`May 2026`."""
    return desk.locale.date(day, "month_year")
