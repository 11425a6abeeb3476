# SPDX-License-Identifier: GPL-3.0-or-later
"""The emergency sheet for those in charge: every guest, where they sleep, and whom to telephone.

Health notes stand on it only where somebody ticks them; then it is marked as confidential for the leaders.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from hospes.domain.phones import e164
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Scope, Table, Value
from hospes.papers.hosting_list import HostingPlan, read_plan
from hospes.papers.kit.listing import Cell, Column, Listing, Section
from hospes.papers.options import Options, SheetOptions, tick
from hospes.papers.visit_letters import joined
from hospes.papers.visit_paper import (
    BOX_HEIGHT,
    PHONES,
    VisitPaper,
    age_words,
    by_name,
    called,
    destroy,
    dial,
    emergency_box,
    foot,
    listed,
    version_line,
    visit_lead,
    visit_when,
    within,
    without_host,
)

if TYPE_CHECKING:
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.queries import Connection
    from hospes.queries.paper_visit import PaperGuest
    from hospes.queries.paper_visit_care import Emergency, Note


@dataclass(frozen=True, kw_only=True)
class EmergencyOptions(SheetOptions):
    """What stands on the sheet."""

    hosts: bool = tick(N_("Hosts with their phone numbers"), True)
    health: bool = tick(
        N_("Health notes"), personal=True, hint=N_("For those in charge only; nobody else may see the sheet.")
    )


@dataclass(frozen=True, slots=True)
class EmergencyData:
    """Guests and whom to telephone."""

    plan: HostingPlan
    contacts: Mapping[UUID, tuple["Emergency", ...]]
    health: Mapping[UUID, tuple["Note", ...]]


class EmergencySheet(VisitPaper[EmergencyOptions, EmergencyData]):
    """The emergency sheet."""

    code: ClassVar[str] = "emergency-sheet"
    title: ClassVar[str] = N_("Emergency sheet")
    about: ClassVar[str] = N_("Whom to call for each guest, for those in charge")
    options: ClassVar[type[Options]] = EmergencyOptions
    is_list: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: EmergencyOptions, scope: Scope, locale: Locale
    ) -> EmergencyData:
        """Everybody who travels."""
        from hospes.queries.paper_visit_care import emergency_contacts, leaders_care

        plan = read_plan(connection, scope, "hosting-list")
        people = [guest.person_id for guest in plan.guests]
        contacts = emergency_contacts(connection, people, scope.today)
        notes = leaders_care(connection, plan.visit.id, people, scope.today) if options.health else {}
        return EmergencyData(plan, contacts, notes)

    def build(self, data: EmergencyData, options: EmergencyOptions, kit: "Kit") -> "Document":
        """Draw a row for each guest."""
        tongues, visit = kit.tongues, data.plan.visit
        confidential = destroy(tongues)
        if options.health:
            confidential = tongues.text("Confidential: only for those in charge; destroy after the visit")
        flow = kit.flow(
            tongues.text(self.title),
            lead=visit_lead(visit, tongues),
            grey=visit_when(visit, tongues),
            about=foot(tongues, version_line(tongues, data.plan.version, kit.today)),
            confidential=confidential,
            landscape=True,
        )
        columns = [
            Column(tongues.text("Guest"), strong=True),
            Column(tongues.text("Phone"), whole=True, grow=0.3),
        ]
        if options.hosts:
            columns.append(Column(tongues.text("Host")))
        columns.append(Column(tongues.text("In an emergency")))
        if options.health:
            columns.append(Column(tongues.text("Health")))
        guests = sorted(data.plan.guests, key=by_name(visit, kit.locale))
        rows = [self._row(data, guest, options, kit.locale) for guest in guests]
        missing = sum(1 for guest in guests if not data.contacts.get(guest.person_id))
        total = tongues.ntext("One guest", "{n} guests", len(guests))
        if missing:
            none = tongues.ntext("one without anybody to call", "{n} without anybody to call", missing)
            total = foot(tongues, total, none)
        empty = tongues.text("No guest yet.").joined()
        sections = [Section(rows)] if rows else []
        flow.list(Listing(columns, sections, total.joined(), empty, keep_after=BOX_HEIGHT))
        emergency_box(flow, visit, kit)
        return kit.finish()

    def _row(
        self, data: EmergencyData, guest: "PaperGuest", options: EmergencyOptions, locale: Locale
    ) -> list[Cell]:
        visit = data.plan.visit
        name = listed(guest.name, visit, locale)
        age = age_words(guest.age(visit.first) if visit.first else None, locale)
        number = dial(guest.reach(*PHONES), visit, locale, anywhere=True)
        row: list[Cell] = [(name, age) if age else name, number]
        if options.hosts:
            row.append(_hosts(data.plan, guest, locale))
        row.append(
            # The number on a line of its own: nobody dials one that is broken in two.
            "\n".join(
                "\n".join(part for part in _contact(one, guest, data, locale) if part)
                for one in data.contacts.get(guest.person_id, ())
            )
        )
        if options.health:
            row.append("\n".join(_health(note, locale) for note in data.health.get(guest.person_id, ())))
        return row

    def table(self, data: EmergencyData, options: EmergencyOptions, locale: Locale) -> Table:
        """A row for each guest."""
        headings = [N_("Guest"), N_("Age"), N_("Phone"), N_("Host"), N_("In an emergency")]
        if options.health:
            headings.append(N_("Health"))
        rows: list[list[Value]] = []
        visit = data.plan.visit
        for guest in sorted(data.plan.guests, key=by_name(visit, locale)):
            contacts = "; ".join(
                joined(*_contact(one, guest, data, locale)) for one in data.contacts.get(guest.person_id, ())
            )
            row: list[Value] = [
                listed(guest.name, visit, locale),
                guest.age(visit.first) if visit.first else None,
                dial(guest.reach(*PHONES), visit, locale, anywhere=True),
                _hosts(data.plan, guest, locale).replace("\n", "; ") if options.hosts else "",
                contacts,
            ]
            if options.health:
                row.append("; ".join(_health(note, locale) for note in data.health.get(guest.person_id, ())))
            rows.append(row)
        return Table(locale.text(self.title), [locale.text(heading) for heading in headings], rows)


def _hosts(plan: HostingPlan, guest: "PaperGuest", locale: Locale) -> str:
    lines = []
    for stay in plan.stays(guest):
        host = plan.host(stay)
        if host is not None:
            lines += [host.name, dial(host.reach(*PHONES), plan.visit, locale, anywhere=True)]
        else:
            lines.append(without_host(guest, locale))
    return "\n".join(dict.fromkeys(line for line in lines if line))


def _contact(one: "Emergency", guest: "PaperGuest", data: EmergencyData, locale: Locale) -> tuple[str, str]:
    """Who is called, and the number as both sides' people in charge dial it."""
    name = called(one.person, locale) if one.person is not None else one.name
    relation = within(locale.label(one.kind), locale) if one.kind is not None else one.relation
    who = locale.text("{name} ({relation})", name=name, relation=relation) if relation else name
    visit = data.plan.visit
    known = one.e164
    if one.phone and not known:
        # Written down as people at the guest's home dial it; whoever stands here must dial the country too.
        own = visit.delegation(guest.delegation_id)
        country = (guest.address.country if guest.address else "") or (own.country if own else "")
        known = e164(one.phone, country or visit.home)
    number = locale.phone(one.phone, known or None, "") if one.phone else ""
    return who, number


def _health(note: "Note", locale: Locale) -> str:
    words = note.text or note.subject
    kind = locale.label(note.kind)
    return locale.text("{kind}: {what}", kind=kind, what=words) if words else kind
