# SPDX-License-Identifier: GPL-3.0-or-later
"""The list for each coach (domain 6, paper 20): who rides, where they get on, boxes for each roll call.

Where no coach is planned yet, everybody who travels stands on one list with empty boxes.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Scope, Table, Value
from hospes.papers.kit.ink import MM
from hospes.papers.kit.listing import Align, Cell, Column, Listing, Section
from hospes.papers.kit.tongues import Pair, Tongues
from hospes.papers.options import Options, SheetOptions, number, tick
from hospes.papers.visit_letters import joined
from hospes.papers.visit_paper import (
    PHONES,
    VisitPaper,
    by_name,
    clock_words,
    dial,
    foot,
    listed,
    visit_lead,
    visit_when,
)

if TYPE_CHECKING:
    from datetime import date, time
    from uuid import UUID

    from hospes.papers.kit.book import Document
    from hospes.papers.kit.flow import Flow
    from hospes.papers.kit.kit import Kit
    from hospes.queries import Connection
    from hospes.queries.paper_visit import PaperGuest, PaperVisit
    from hospes.queries.travel import Leg, Seat, TransportRow, TravelView

MOST_LEGS: Final = 5
"""More boxes do not fit beside the names."""

NOT_ON: Final = "–"


@dataclass(frozen=True, kw_only=True)
class BusListOptions(SheetOptions):
    """What stands on the list."""

    phones: bool = tick(N_("Phone numbers"), personal=True)
    calls: int = number(
        N_("Boxes for roll calls"), 4, 0, 8, hint=N_("0: one box for each part of the journey.")
    )


@dataclass(frozen=True, slots=True)
class BusData:
    """The coaches and who travels."""

    visit: "PaperVisit"
    travel: "TravelView"

    @property
    def guests(self) -> "dict[UUID, PaperGuest]":
        """Everybody by participation."""
        return {guest.id: guest for guest in self.visit.guests}

    def riders(self, one: "TransportRow", locale: Locale) -> "list[PaperGuest]":
        """Who rides on any part, by name."""
        known = self.guests
        ids = {seat.participation_id for leg in one.legs for seat in leg.seats}
        return sorted((known[id_] for id_ in ids if id_ in known), key=by_name(self.visit, locale))

    def everybody(self, locale: Locale) -> "list[PaperGuest]":
        """Everybody who travels, by name."""
        return sorted((one for one in self.visit.guests if one.visiting), key=by_name(self.visit, locale))


class BusList(VisitPaper[BusListOptions, BusData]):
    """The list for each coach."""

    code: ClassVar[str] = "bus-list"
    title: ClassVar[str] = N_("Bus list")
    about: ClassVar[str] = N_("Who rides on which coach and where they get on, with boxes for roll calls")
    options: ClassVar[type[Options]] = BusListOptions
    is_list: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: BusListOptions, scope: Scope, locale: Locale
    ) -> BusData:
        """All coaches of the visit with their parts, stops and seats."""
        from hospes.queries.paper_visit import paper_visit
        from hospes.queries.travel import travel

        visit = paper_visit(connection, scope.visit)
        return BusData(visit, travel(connection, visit.id, locale))

    def build(self, data: BusData, options: BusListOptions, kit: "Kit") -> "Document":
        """Draw a list for each coach."""
        book = kit.open_book(kit.tongues.text(self.title))
        book.expect(max(1, len(data.travel.transports)))
        for one in data.travel.transports:
            self._transport(data, one, options, kit.letter(kit.locale))
        if not data.travel.transports:
            self._plain(data, options, kit.letter(kit.locale))
        return kit.finish()

    def _flow(self, data: BusData, kit: "Kit", name: str, total: Pair) -> "Flow":
        tongues = kit.tongues
        return kit.flow(
            tongues.text(self.title),
            lead=joined(name, visit_lead(data.visit, tongues)),
            grey=visit_when(data.visit, tongues),
            about=foot(tongues, total),
            confidential=tongues.text("Confidential: destroy after the visit"),
        )

    def _transport(self, data: BusData, one: "TransportRow", options: BusListOptions, kit: "Kit") -> None:
        tongues, locale = kit.tongues, kit.locale
        riders = data.riders(one, locale)
        total = _count(one, len(riders), tongues)
        name = one.name or tongues.label(one.kind).joined()
        flow = self._flow(data, kit, name, total)
        driver = listed(one.driver, data.visit, locale) if one.driver is not None else one.driver_name
        flow.terms([
            (tongues.text("Company"), joined(one.company, one.phone)),
            (tongues.text("Driver"), joined(driver, one.driver_phone)),
            (tongues.text("Luggage"), one.luggage),
        ])  # fmt: skip
        for leg in one.legs:
            flow.terms([(tongues.label(leg.way), _leg_words(leg, locale))], gap=0)
            for stop in leg.stops:
                clock = clock_words(stop.at, None, stop.words, locale)
                flow.terms([(Pair(""), joined(clock, stop.place, stop.remarks))], gap=0)
        flow.space(3 * MM)
        legs = one.legs[:MOST_LEGS] if options.calls == 0 else ()
        columns = _columns(options, legs, tongues)
        seats = _seats(one)
        rows = [
            _row(at, guest, data.visit, seats.get(guest.id, {}), one, options, locale)
            for at, guest in enumerate(riders, 1)
        ]
        empty = tongues.text("Nobody rides on it yet.").joined()
        flow.list(Listing(columns, [Section(rows)] if rows else [], total.joined(), empty, row_least=7))

    def _plain(self, data: BusData, options: BusListOptions, kit: "Kit") -> None:
        """Everybody who travels, where no coach is planned."""
        tongues, locale = kit.tongues, kit.locale
        guests = data.everybody(locale)
        total = tongues.ntext("One traveller", "{n} travellers", len(guests))
        flow = self._flow(data, kit, "", total)
        flow.para(tongues.text("No coach is planned yet: everybody who travels.").joined(), kit.type.grey)
        columns = [
            Column(tongues.text("No."), Align.RIGHT, fixed=12),
            Column(tongues.ptext("person", "Name"), strong=True),
        ]
        if options.phones:
            columns.append(Column(tongues.text("Phone"), whole=True, grow=0.3))
        boxes = options.calls or 4
        columns += [Column(Pair(str(at + 1)), Align.CENTRE, fixed=9, tick=True) for at in range(boxes)]
        rows: list[list[Cell]] = []
        for at, guest in enumerate(guests, 1):
            row: list[Cell] = [str(at), listed(guest.name, data.visit, locale)]
            if options.phones:
                row.append(dial(guest.reach(*PHONES, for_list=True), data.visit, locale, anywhere=True))
            rows.append([*row, *("" for _ in range(boxes))])
        empty = tongues.text("Nobody travels yet.").joined()
        flow.list(Listing(columns, [Section(rows)] if rows else [], total.joined(), empty, row_least=7))

    def table(self, data: BusData, options: BusListOptions, locale: Locale) -> Table:
        """A row for each seat on each part of the journey."""
        text = locale.text
        headings = [
            text("Coach"), text("Part of the journey"), locale.ptext("person", "Name"), text("Seat"),
            text("Gets on at"), text("Time"), text("Wheelchair"), text("Phone"),
        ]  # fmt: skip
        rows: list[list[Value]] = []
        known = data.guests
        for one in data.travel.transports:
            for leg in one.legs:
                taken = {seat.participation_id: seat for seat in leg.seats}
                for guest in sorted(
                    (known[id_] for id_ in taken if id_ in known), key=by_name(data.visit, locale)
                ):
                    seat = taken[guest.id]
                    stop = next((stop for stop in leg.stops if stop.id == seat.stop_id), None)
                    reach = guest.reach(*PHONES, for_list=True) if options.phones else None
                    rows.append([
                        one.name or locale.label(one.kind), locale.label(leg.way),
                        listed(guest.name, data.visit, locale), seat.seat, stop.place if stop else "",
                        clock_words(stop.at, None, stop.words, locale) if stop else "",
                        locale.text("yes") if seat.wheelchair else "",
                        dial(reach, data.visit, locale, anywhere=True),
                    ])  # fmt: skip
        if not data.travel.transports:
            for guest in data.everybody(locale):
                reach = guest.reach(*PHONES, for_list=True) if options.phones else None
                name = listed(guest.name, data.visit, locale)
                rows.append(["", "", name, "", "", "", "", dial(reach, data.visit, locale, anywhere=True)])
        return Table(text(self.title), headings, rows)


def _count(one: "TransportRow", riders: int, tongues: Tongues) -> Pair:
    taken = tongues.ntext("One traveller", "{n} travellers", riders)
    if one.seats is None:
        return taken
    return foot(tongues, taken, tongues.ntext("one seat", "{n} seats", one.seats))


def _leg_words(leg: "Leg", locale: Locale) -> str:
    """`Wed 13 May, 08:00 Montclair – 17:00 Rosenau`."""
    start = _moment(leg.departs_on, leg.departs_at, leg.departs_words, locale)
    end_day = leg.arrives_on if leg.arrives_on != leg.departs_on else None
    end = _moment(end_day, leg.arrives_at, leg.arrives_words, locale)
    first = " ".join(part for part in (start, leg.origin) if part)
    last = " ".join(part for part in (end, leg.destination) if part)
    return joined(" – ".join(part for part in (first, last) if part), leg.reference)


def _moment(day: "date | None", at: "time | None", words: str, locale: Locale) -> str:
    parts = (locale.date(day, "weekday_short"), clock_words(at, None, words, locale))
    return ", ".join(part for part in parts if part)


def _columns(options: BusListOptions, legs: "tuple[Leg, ...]", tongues: Tongues) -> list[Column]:
    text = tongues.text
    columns = [
        Column(text("No."), Align.RIGHT, fixed=12),
        Column(tongues.ptext("person", "Name"), strong=True),
        Column(text("Gets on at"), grow=0.6),
    ]
    if options.phones:
        columns.append(Column(text("Phone"), whole=True, grow=0.3))
    if legs:
        columns += [Column(tongues.label(leg.way), Align.CENTRE, fixed=20, tick=True) for leg in legs]
    else:
        calls = range(options.calls)
        columns += [Column(Pair(str(at + 1)), Align.CENTRE, fixed=9, tick=True) for at in calls]
    return columns


def _seats(one: "TransportRow") -> "dict[UUID, dict[UUID, Seat]]":
    found: dict[UUID, dict[UUID, Seat]] = {}
    for leg in one.legs:
        for seat in leg.seats:
            found.setdefault(seat.participation_id, {})[leg.id] = seat
    return found


def _row(
    at: int,
    guest: "PaperGuest",
    visit: "PaperVisit",
    seats: "dict[UUID, Seat]",
    one: "TransportRow",
    options: BusListOptions,
    locale: Locale,
) -> list[Cell]:
    first = next((seats[leg.id] for leg in one.legs if leg.id in seats), None)
    stops = {stop.id: stop for leg in one.legs for stop in leg.stops}
    stop = stops.get(first.stop_id) if first is not None and first.stop_id is not None else None
    extra = [
        locale.text("seat {number}", number=first.seat) if first and first.seat else "",
        locale.text("wheelchair") if first and first.wheelchair else "",
    ]
    more = joined(*extra)
    name = listed(guest.name, visit, locale)
    row: list[Cell] = [
        str(at),
        (name, more) if more else name,
        joined(stop.place, clock_words(stop.at, None, stop.words, locale)) if stop else "",
    ]
    if options.phones:
        row.append(dial(guest.reach(*PHONES, for_list=True), visit, locale, anywhere=True))
    if options.calls:
        return [*row, *("" for _ in range(options.calls))]
    return [*row, *("" if leg.id in seats else NOT_ON for leg in one.legs[:MOST_LEGS])]
