# SPDX-License-Identifier: GPL-3.0-or-later
"""The hosting list: who sleeps where (domain 6, paper 17), by guest, by host or by delegation.

Allergies, health notes and refusals never stand on it (REQ-2-08); telephones only where somebody wants them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from hospes.domain.codes import Code
from hospes.domain.codes_visit import OfferState
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Printed, Scope, Table, Value
from hospes.papers.kit.listing import Align, Cell, Column, Listing, Section
from hospes.papers.kit.tongues import Pair, Tongues
from hospes.papers.options import Options, SheetOptions, choice, tick
from hospes.papers.visit_letters import joined
from hospes.papers.visit_paper import (
    BOX_HEIGHT,
    PHONES,
    VisitPaper,
    age_words,
    by_name,
    delegation_name,
    destroy,
    dial,
    emergency_box,
    foot,
    hosts_by_name,
    listed,
    place_line,
    stay_words,
    street_line,
    version_line,
    visit_lead,
    visit_when,
    without_host,
)

if TYPE_CHECKING:
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.queries import Connection
    from hospes.queries.paper_visit import PaperGuest, PaperVisit, Stay
    from hospes.queries.paper_visit_hosts import PaperHost


class HostingOrder(Code):
    """How the list is put together."""

    GUEST = "guest", N_("Guest")
    HOST = "host", N_("Host")
    DELEGATION = "delegation", N_("Delegation")


@dataclass(frozen=True, kw_only=True)
class HostingListOptions(SheetOptions):
    """What stands on the list."""

    order: HostingOrder = choice(N_("Sorted by"), HostingOrder.GUEST)
    ages: bool = tick(N_("Ages"), True)
    addresses: bool = tick(N_("Addresses of the hosts"), True)
    phones: bool = tick(N_("Phone numbers"), personal=True)
    rooms: bool = tick(N_("Rooms"))
    emergency: bool = tick(N_("Whom to call in an emergency"), True)
    reserve: bool = tick(N_("Free beds and hosts in reserve"))


@dataclass(frozen=True, slots=True)
class HostingPlan:
    """Who sleeps where."""

    visit: "PaperVisit"
    guests: tuple["PaperGuest", ...]
    hosts: Mapping[UUID, "PaperHost"]
    """By offer."""
    rooms: Mapping[tuple[UUID, UUID], str]
    """By participation and offer."""
    version: int
    lines: Mapping[str, str]

    @property
    def homes(self) -> int:
        """How many homes have a guest."""
        return len({offer for guest in self.guests for _, offer in guest.placed})

    @property
    def open(self) -> int:
        """How many guests have no host for at least one night; who sleeps in a hotel needs none."""
        looking = (guest for guest in self.guests if not guest.hotel)
        return sum(1 for guest in looking if any(stay.offer_id is None for stay in self.stays(guest)))

    def stays(self, guest: "PaperGuest") -> "tuple[Stay, ...]":
        """Where somebody sleeps, stay by stay."""
        from hospes.queries.paper_visit import stays

        return stays(guest)

    def host(self, stay: "Stay") -> "PaperHost | None":
        """The home of a stay."""
        return self.hosts.get(stay.offer_id) if stay.offer_id else None

    def by_host(self) -> "dict[UUID | None, list[tuple[PaperGuest, Stay]]]":
        """The stays of each offer; None: without a host."""
        found: dict[UUID | None, list[tuple[PaperGuest, Stay]]] = {}
        for guest in self.guests:
            for stay in self.stays(guest):
                found.setdefault(stay.offer_id, []).append((guest, stay))
        return found

    def room(self, guest: "PaperGuest", stay: "Stay") -> str:
        """The room a guest has in the home of a stay."""
        return self.rooms.get((guest.id, stay.offer_id), "") if stay.offer_id is not None else ""


def read_plan(
    connection: "Connection", scope: Scope, paper: str, rooms_for: Locale | None = None
) -> HostingPlan:
    """The hosting plan of the scope's visit; rooms only for a reader who wants them.

    Raises UserError where no visit was chosen.
    """
    from hospes.queries.paper_visit import paper_visit
    from hospes.queries.paper_visit_hosts import paper_hosts, rooms_of_guests
    from hospes.queries.paper_visit_prints import hosting_lines, version_of

    visit = paper_visit(connection, scope.visit)
    hosts = paper_hosts(connection, visit.id, scope.today)
    guests = visit.lodged
    rooms = rooms_of_guests(connection, visit.id, scope.today, rooms_for) if rooms_for is not None else {}
    lines = hosting_lines(guests, hosts)
    number = version_of(connection, visit.id, paper, lines)
    return HostingPlan(visit, guests, {host.id: host for host in hosts}, rooms, number, lines)


class HostingList(VisitPaper[HostingListOptions, HostingPlan]):
    """The hosting list."""

    code: ClassVar[str] = "hosting-list"
    title: ClassVar[str] = N_("Hosting list")
    about: ClassVar[str] = N_("Who sleeps where, by guest, by host or by delegation")
    options: ClassVar[type[Options]] = HostingListOptions
    is_list: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: HostingListOptions, scope: Scope, locale: Locale
    ) -> HostingPlan:
        """Everybody who needs a bed, and the homes."""
        return read_plan(connection, scope, self.code, locale if options.rooms else None)

    def printed(self, data: HostingPlan) -> Printed:
        """Who slept where when it was printed."""
        return Printed(data.visit.id, data.version, data.lines)

    def build(self, data: HostingPlan, options: HostingListOptions, kit: "Kit") -> "Document":
        """Draw the list."""
        tongues = kit.tongues
        flow = kit.flow(
            tongues.text(self.title),
            lead=visit_lead(data.visit, tongues),
            grey=visit_when(data.visit, tongues),
            about=foot(tongues, version_line(tongues, data.version, kit.today), _count(data, tongues)),
            confidential=destroy(tongues),
        )
        drawing = _Drawing(data, options, kit)
        by_host = options.order is HostingOrder.HOST
        columns = drawing.host_columns() if by_host else drawing.guest_columns()
        sections = drawing.host_sections() if by_host else drawing.guest_sections()
        empty = tongues.text("No guest yet.").joined()
        keep = BOX_HEIGHT if options.emergency and not options.reserve else 0.0
        flow.list(Listing(columns, sections, _count(data, tongues).joined(), empty, keep_after=keep))
        if options.reserve:
            drawing.reserve(flow)
        if options.emergency:
            emergency_box(flow, data.visit, kit)
        return kit.finish()

    def table(self, data: HostingPlan, options: HostingListOptions, locale: Locale) -> Table:
        """A row for each stay."""
        headings = [
            N_("Guest"), N_("Delegation"), N_("Age"), N_("Host"), N_("Street"), N_("Postcode"), N_("Town"),
            N_("Phone of the host"), N_("First night"), N_("Departure"), N_("Nights"),
        ]  # fmt: skip
        rows = [
            _table_row(data, guest, stay, options, locale)
            for guest in sorted(data.guests, key=by_name(data.visit, locale))
            for stay in data.stays(guest)
        ]
        return Table(locale.text(self.title), [locale.text(heading) for heading in headings], rows)


def _table_row(
    data: HostingPlan, guest: "PaperGuest", stay: "Stay", options: HostingListOptions, locale: Locale
) -> list[Value]:
    visit = data.visit
    host = data.host(stay)
    own = visit.delegation(guest.delegation_id)
    address = host.address if host and options.addresses else None
    number = dial(host.reach(*PHONES, for_list=True), visit, locale) if host and options.phones else ""
    return [
        listed(guest.name, visit, locale),
        own.name(locale.language) if own else "",
        guest.age(visit.first) if options.ages and visit.first else None,
        host.name if host else without_host(guest, locale),
        address.street if address else "",
        address.postcode if address else "",
        address.town if address else "",
        number,
        stay.first,
        stay.last,
        len(stay.nights),
    ]


def _count(data: HostingPlan, tongues: Tongues) -> Pair:
    """`34 guests in 21 homes, 5 still without a host`."""

    def say(locale: Locale) -> str:
        guests = locale.ntext("one guest", "{n} guests", len(data.guests))
        homes = locale.ntext("one home", "{n} homes", data.homes)
        if not data.open and not data.homes:
            return guests
        if not data.open:
            return locale.text("{guests} in {homes}", guests=guests, homes=homes)
        if not data.homes:
            return locale.text("{guests}, nobody with a host yet", guests=guests)
        return locale.ntext(
            "{guests} in {homes}, one still without a host",
            "{guests} in {homes}, {n} still without a host",
            data.open,
            guests=guests,
            homes=homes,
        )

    return tongues.each(say)


class _Drawing:
    """The rows of one list."""

    def __init__(self, data: HostingPlan, options: HostingListOptions, kit: "Kit") -> None:
        self.data, self.options, self.kit = data, options, kit
        self.visit, self.tongues, self.locale = data.visit, kit.tongues, kit.locale

    # ---- by guest ------------------------------------------------------------------------------------

    def guest_columns(self) -> list[Column]:
        text = self.tongues.text
        columns = [Column(text("Guest"), strong=True, grow=0.6), Column(text("Host"), strong=True)]
        if self.options.rooms:
            columns.append(Column(text("Room"), grow=0.4))
        if self.options.phones:
            columns.append(Column(text("Phone"), grow=0.4, whole=True))
        return [*columns, self._nights_column()]

    def guest_sections(self) -> list[Section]:
        guests = sorted(self.data.guests, key=by_name(self.visit, self.locale))
        if self.options.order is HostingOrder.GUEST:
            return [Section(self._guest_rows(guests))] if guests else []
        sections = []
        # One delegation alone: its sum is that of the list.
        several = len({guest.delegation_id for guest in guests}) > 1
        for delegation in (*self.visit.delegations, None):
            some = [
                guest
                for guest in guests
                if guest.delegation_id == (delegation.id if delegation is not None else None)
            ]
            if some:
                total = self.tongues.ntext("one guest", "{n} guests", len(some)).joined()
                rows = self._guest_rows(some)
                name = delegation_name(delegation, self.tongues)
                sections.append(Section(rows, name, total if several else ""))
        return sections

    def _guest_rows(self, guests: "Iterable[PaperGuest]") -> list[list[Cell]]:
        return [self._guest_row(guest, stay) for guest in guests for stay in self.data.stays(guest)]

    def _guest_row(self, guest: "PaperGuest", stay: "Stay") -> list[Cell]:
        host = self.data.host(stay)
        name = listed(guest.name, self.visit, self.locale)
        row: list[Cell] = [(name, self._age(guest)) if self._age(guest) else name]
        if host is None:
            row.append(_open_cell(guest, self.tongues))
        else:
            street = street_line(host.address) if self.options.addresses else ""
            row.append((host.name, street) if street else host.name)
        if self.options.rooms:
            row.append(self.data.room(guest, stay) if host else "")
        if self.options.phones:
            row.append(self._phone(host))
        return [*row, self._nights(guest, stay)]

    def _age(self, guest: "PaperGuest") -> str:
        if not self.options.ages or self.visit.first is None:
            return ""
        return age_words(guest.age(self.visit.first), self.locale)

    def _phone(self, host: "PaperHost | None") -> str:
        if host is None:
            return ""
        both = self.tongues.second is not None
        return dial(host.reach(*PHONES, for_list=True), self.visit, self.locale, anywhere=both)

    def _nights_column(self) -> Column:
        parts = any(not self._whole(stay) for guest in self.data.guests for stay in self.data.stays(guest))
        return Column(self.tongues.text("Nights"), Align.RIGHT, grow=0.2, least=34 if parts else 0)

    def _whole(self, stay: "Stay") -> bool:
        return not stay.nights or (stay.first, stay.last) == (self.visit.first, self.visit.last)

    def _nights(self, guest: "PaperGuest", stay: "Stay") -> Cell:
        """The number; with the days where they are not those of the whole visit."""
        number = self.locale.number(len(stay.nights)) if stay.nights else ""
        return number if self._whole(stay) else (number, stay_words(stay, self.locale))

    # ---- by host -------------------------------------------------------------------------------------

    def host_columns(self) -> list[Column]:
        text = self.tongues.text
        columns = [Column(text("Host"), strong=True), Column(text("Guests"))]
        if self.options.phones:
            columns.append(Column(text("Phone"), grow=0.4, whole=True))
        return [*columns, self._nights_column()]

    def host_sections(self) -> list[Section]:
        stays = self.data.by_host()
        hosts = sorted(self.data.hosts.values(), key=hosts_by_name(self.locale))
        rows = [self._host_row(host, stays[host.id]) for host in hosts if host.id in stays]
        sections = [Section(rows)] if rows else []
        if None in stays:
            open_rows = [self._open_row(guest, stay) for guest, stay in self._sorted(stays[None])]
            sections.append(Section(open_rows, self.tongues.text("Without a host")))
        return sections

    def _sorted(self, stays: "list[tuple[PaperGuest, Stay]]") -> "list[tuple[PaperGuest, Stay]]":
        key = by_name(self.visit, self.locale)
        return sorted(stays, key=lambda pair: (key(pair[0]), pair[1].first or date.min))

    def _host_row(self, host: "PaperHost", stays: "list[tuple[PaperGuest, Stay]]") -> list[Cell]:
        street = street_line(host.address) if self.options.addresses else ""
        lines = [self._guest_line(guest) for guest, _ in self._sorted(stays)]
        nights = "\n".join(self._nights_line(stay) for _, stay in self._sorted(stays))
        row: list[Cell] = [(host.name, street) if street else host.name, "\n".join(lines)]
        if self.options.phones:
            row.append(self._phone(host))
        return [*row, nights]

    def _nights_line(self, stay: "Stay") -> str:
        """`4`, or `14 May – 17 May · 3` in the line of the guest."""
        number = self.locale.number(len(stay.nights)) if stay.nights else ""
        return number if self._whole(stay) else joined(stay_words(stay, self.locale), number)

    def _open_row(self, guest: "PaperGuest", stay: "Stay") -> list[Cell]:
        row: list[Cell] = [_open_cell(guest, self.tongues), self._guest_line(guest)]
        if self.options.phones:
            row.append("")
        return [*row, self._nights(guest, stay)]

    def _guest_line(self, guest: "PaperGuest") -> str:
        name = listed(guest.name, self.visit, self.locale)
        age = guest.age(self.visit.first) if self.options.ages and self.visit.first else None
        return name if age is None else self.locale.text("{name} ({age})", name=name, age=age)

    # ---- reserve -------------------------------------------------------------------------------------

    def reserve(self, flow: "object") -> None:
        """Homes with room left, those in reserve last."""
        from hospes.papers.kit.flow import Flow

        assert isinstance(flow, Flow)
        text = self.tongues.text
        rows = list(self._reserve_rows())
        columns = [
            Column(text("Host"), strong=True),
            Column(text("Free beds"), Align.RIGHT, grow=0.2),
            Column(text("Answer")),
        ]
        if self.options.phones:
            columns.append(Column(text("Phone"), grow=0.4, whole=True))
        flow.section(text("Free beds and hosts in reserve"))
        empty = text("No home has a free bed.").joined()
        keep = BOX_HEIGHT if self.options.emergency else 0.0
        flow.list(Listing(columns, [Section(rows)] if rows else [], "", empty, keep_after=keep))

    def _reserve_rows(self) -> Iterator[list[Cell]]:
        used = self.data.by_host()
        hosts = sorted(self.data.hosts.values(), key=hosts_by_name(self.locale))
        for state in (OfferState.YES, OfferState.RESERVE):
            for host in (one for one in hosts if one.state is state):
                free = host.places - _most(host, used.get(host.id, []))
                if free <= 0:
                    continue
                place = ", ".join(p for p in (street_line(host.address), place_line(host.address)) if p)
                row: list[Cell] = [
                    (host.name, place) if place and self.options.addresses else host.name,
                    self.locale.number(free),
                    self.tongues.label(state).joined(),
                ]
                yield [*row, self._phone(host)] if self.options.phones else row


def _open_cell(guest: "PaperGuest", tongues: Tongues) -> Cell:
    words = tongues.each(lambda locale: without_host(guest, locale))
    return (words.first, words.second) if words.second and words.second != words.first else words.first


def _most(host: "PaperHost", stays: "list[tuple[PaperGuest, Stay]]") -> int:
    """Guests on the fullest night of those the home offers."""
    counts = [sum(1 for _, stay in stays if night in stay.nights) for night in host.nights]
    return max(counts, default=len(stays))
