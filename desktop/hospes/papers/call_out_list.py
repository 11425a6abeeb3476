# SPDX-License-Identifier: GPL-3.0-or-later
"""The lists read out in the hall at arrival (domain 6, paper 19): by guest, and by host, in large letters."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.codes import Code
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Printed, Scope, Table, Value
from hospes.papers.hosting_list import HostingPlan, read_plan
from hospes.papers.kit.ink import Type
from hospes.papers.kit.listing import Cell, Column, Listing, Section
from hospes.papers.options import Options, SheetOptions, choice
from hospes.papers.visit_paper import (
    VisitPaper,
    by_name,
    destroy,
    foot,
    hosts_by_name,
    listed,
    version_line,
    visit_lead,
    visit_when,
    without_host,
)

if TYPE_CHECKING:
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.papers.kit.tongues import Pair
    from hospes.queries import Connection
    from hospes.queries.paper_visit import PaperGuest

CALLED: float = 1.4
"""How much larger than in other lists: 14 points, to be read standing."""


class CallBy(Code):
    """Which of the two lists."""

    BOTH = "both", N_("Both lists")
    GUEST = "guest", N_("By guest")
    HOST = "host", N_("By host")


@dataclass(frozen=True, kw_only=True)
class CallOutOptions(SheetOptions):
    """Which lists."""

    by: CallBy = choice(N_("Which list"), CallBy.BOTH)


class CallOutList(VisitPaper[CallOutOptions, HostingPlan]):
    """The call-out lists."""

    code: ClassVar[str] = "call-out-list"
    title: ClassVar[str] = N_("Lists to call out")
    about: ClassVar[str] = N_("Who goes with whom, by guest and by host, in large letters with boxes to tick")
    options: ClassVar[type[Options]] = CallOutOptions
    is_list: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: CallOutOptions, scope: Scope, locale: Locale
    ) -> HostingPlan:
        """The hosting plan."""
        return read_plan(connection, scope, self.code)

    def printed(self, data: HostingPlan) -> Printed:
        """Who slept where when it was printed."""
        return Printed(data.visit.id, data.version, data.lines)

    def build(self, data: HostingPlan, options: CallOutOptions, kit: "Kit") -> "Document":
        """Draw one list or both, each beginning on a sheet of its own."""
        book = kit.open_book(kit.tongues.text(self.title))
        book.part = 0.5 if options.by is CallBy.BOTH else 1.0
        if options.by is not CallBy.HOST:
            self._by_guest(data, kit.letter(kit.locale))
        # Where all sleep in a hotel there is no list of hosts.
        if options.by is CallBy.HOST or (options.by is CallBy.BOTH and (data.homes or not data.guests)):
            self._by_host(data, kit.letter(kit.locale))
        return kit.finish()

    def _draw(
        self, data: HostingPlan, kit: "Kit", title: "Pair", columns: list[Column], rows: list[list[Cell]]
    ) -> None:
        tongues = kit.tongues
        flow = kit.flow(
            title,
            lead=visit_lead(data.visit, tongues),
            grey=visit_when(data.visit, tongues),
            about=foot(tongues, version_line(tongues, data.version, kit.today)),
            confidential=destroy(tongues),
        )
        flow.type = Type.at(CALLED * (1.1 if kit.large_print else 1.0))
        empty = tongues.text("No guest yet.").joined()
        flow.list(Listing(columns, [Section(rows)] if rows else [], "", empty, pad=2.6))

    def _by_guest(self, data: HostingPlan, kit: "Kit") -> None:
        text, locale = kit.tongues.text, kit.locale
        columns = [
            Column(text("Here"), fixed=16, tick=True),
            Column(text("Guest"), strong=True),
            Column(text("Host")),
        ]
        rows: list[list[Cell]] = [
            ["", listed(guest.name, data.visit, locale), _hosts_of(data, guest, locale)]
            for guest in sorted(data.guests, key=by_name(data.visit, locale))
        ]
        self._draw(data, kit, text("Guests and their hosts"), columns, rows)

    def _by_host(self, data: HostingPlan, kit: "Kit") -> None:
        text, locale = kit.tongues.text, kit.locale
        columns = [
            Column(text("Here"), fixed=16, tick=True),
            Column(text("Host"), strong=True),
            Column(text("Guests")),
        ]
        stays = data.by_host()
        key = by_name(data.visit, locale)
        rows: list[list[Cell]] = []
        for host in sorted(data.hosts.values(), key=hosts_by_name(locale)):
            if host.id in stays:
                guests = sorted({guest.id: guest for guest, _ in stays[host.id]}.values(), key=key)
                names = "\n".join(listed(guest.name, data.visit, locale) for guest in guests)
                rows.append(["", host.name, names])
        self._draw(data, kit, text("Hosts and their guests"), columns, rows)

    def table(self, data: HostingPlan, options: CallOutOptions, locale: Locale) -> Table:
        """A row for each guest."""
        rows: list[list[Value]] = [
            [listed(guest.name, data.visit, locale), _hosts_of(data, guest, locale)]
            for guest in sorted(data.guests, key=by_name(data.visit, locale))
        ]
        return Table(locale.text(self.title), [locale.text("Guest"), locale.text("Host")], rows)


def _hosts_of(data: HostingPlan, guest: "PaperGuest", locale: Locale) -> str:
    names = [host.name for stay in data.stays(guest) if (host := data.host(stay)) is not None]
    if names:
        return ", ".join(dict.fromkeys(names))
    return without_host(guest, locale)
