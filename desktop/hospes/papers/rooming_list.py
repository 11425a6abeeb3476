# SPDX-License-Identifier: GPL-3.0-or-later
"""The rooming list for hotels (domain 6, paper 20): rooms, who sleeps in them, and on which nights."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Scope, Table, Value
from hospes.papers.kit.listing import Align, Cell, Column, Listing, Section
from hospes.papers.kit.tongues import Pair, Tongues
from hospes.papers.options import Options, SheetOptions, tick
from hospes.papers.twinning_paper import in_both
from hospes.papers.visit_letters import joined
from hospes.papers.visit_paper import (
    VisitPaper,
    called,
    destroy,
    foot,
    listed,
    short_span,
    visit_lead,
    visit_when,
)

if TYPE_CHECKING:
    from datetime import date

    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.queries import Connection
    from hospes.queries.paper_visit import PaperVisit
    from hospes.queries.travel import RoomGuest, RoomRow, TravelView


@dataclass(frozen=True, kw_only=True)
class RoomingOptions(SheetOptions):
    """What stands on the list."""

    remarks: bool = tick(N_("Remarks on the rooms"), True)


@dataclass(frozen=True, slots=True)
class Rooming:
    """The rooms of a visit."""

    visit: "PaperVisit"
    travel: "TravelView"

    def nights(self, room: "RoomRow", guest: "RoomGuest") -> tuple["date | None", "date | None"]:
        """First and last night of somebody in a room."""
        person = self.travel.person(guest.participation_id)
        from hospes.queries.travel import nights_in

        if person is None:
            return guest.first or room.first, guest.last or room.last
        nights = tuple(nights_in(guest, person, self.visit.first, self.visit.last))
        return (nights[0], nights[-1]) if nights else (None, None)


class RoomingList(VisitPaper[RoomingOptions, Rooming]):
    """The rooming list."""

    code: ClassVar[str] = "rooming-list"
    title: ClassVar[str] = N_("Rooming list")
    about: ClassVar[str] = N_("Who sleeps in which hotel room, for the hotel")
    options: ClassVar[type[Options]] = RoomingOptions
    is_list: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: RoomingOptions, scope: Scope, locale: Locale
    ) -> Rooming:
        """All rooms."""
        from hospes.queries.paper_visit import paper_visit
        from hospes.queries.travel import travel

        visit = paper_visit(connection, scope.visit)
        return Rooming(visit, travel(connection, visit.id, locale))

    def build(self, data: Rooming, options: RoomingOptions, kit: "Kit") -> "Document":
        """Draw a section for each hotel."""
        tongues = kit.tongues
        guests = sum(len(room.guests) for room in data.travel.rooms)
        total = foot(
            tongues,
            tongues.ntext("one room", "{n} rooms", len(data.travel.rooms)),
            tongues.ntext("one guest", "{n} guests", guests),
        )
        flow = kit.flow(
            tongues.text(self.title),
            lead=visit_lead(data.visit, tongues),
            grey=visit_when(data.visit, tongues),
            about=total,
            confidential=destroy(tongues),
        )
        columns = [
            Column(tongues.text("Room"), strong=True),
            Column(tongues.text("Beds"), Align.RIGHT, grow=0.2),
            Column(tongues.text("Guests")),
            Column(tongues.text("Nights"), grow=0.4),
        ]
        sections: list[Section] = []
        for hotel in dict.fromkeys(room.hotel for room in data.travel.rooms):
            rows = [_row(data, room, options, tongues) for room in data.travel.rooms if room.hotel == hotel]
            sections.append(Section(rows, Pair(hotel)))
        empty = tongues.text("No hotel room is reserved.").joined()
        flow.list(Listing(columns, sections, total.joined() if sections else "", empty))
        waiting = [data.travel.person(id_) for id_ in data.travel.without_room]
        names = [called(one.name, tongues.first) for one in waiting if one is not None]
        if names:
            flow.space(10)
            words = tongues.each(
                lambda one: one.text("Still without a room: {names}", names=one.listing(names))
            )
            flow.para(words.joined("\n"), kit.type.body)
        return kit.finish()

    def table(self, data: Rooming, options: RoomingOptions, locale: Locale) -> Table:
        """A row for each guest in a room."""
        headings = [
            N_("Hotel"), N_("Room"), N_("Beds"), N_("Guest"), N_("First night"), N_("Last night"),
            N_("Remarks"),
        ]  # fmt: skip
        rows: list[list[Value]] = []
        for room in data.travel.rooms:
            remarks = room.remarks if options.remarks else ""
            for guest in room.guests:
                person = data.travel.person(guest.participation_id)
                first, last = data.nights(room, guest)
                name = listed(person.name, data.visit, locale) if person else ""
                rows.append([room.hotel, room.name, room.places, name, first, last, remarks])
            if not room.guests:
                rows.append([room.hotel, room.name, room.places, "", room.first, room.last, remarks])
        return Table(locale.text(self.title), [locale.text(heading) for heading in headings], rows)


def _row(data: Rooming, room: "RoomRow", options: RoomingOptions, tongues: Tongues) -> list[Cell]:
    locale = tongues.first
    names, spans = [], []
    for guest in room.guests:
        person = data.travel.person(guest.participation_id)
        if person is not None:
            names.append(listed(person.name, data.visit, locale))
            spans.append(data.nights(room, guest))
    if len(set(spans)) <= 1:
        spans = spans[:1] or [(room.first, room.last)]
    step_free = tongues.text("no steps").joined(" / ") if room.step_free else ""
    more = joined(step_free, room.remarks if options.remarks else "")
    name = room.name or locale.text("Room")
    return [
        (name, more) if more else name,
        locale.number(room.places),
        "\n".join(names),
        in_both(tongues, lambda reader: "\n".join(short_span(*span, reader) for span in spans)),
    ]
