# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheet for each host (domain 2.5): who comes, when, what they eat, and the evenings; in its language.

What a guest did not agree to tell does not stand here, and refusals stand nowhere (REQ-2-08).
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from hospes.domain.codes import Gender
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Printed, Scope
from hospes.papers.hosting_list import HostingPlan, read_plan
from hospes.papers.kit.flow import Fact
from hospes.papers.kit.ink import MM
from hospes.papers.kit.side import Line, height, level
from hospes.papers.options import Options, SheetOptions, tick
from hospes.papers.visit_letters import (
    adults_of,
    arrival_of,
    care_words,
    departure_of,
    joined,
    leaves_from,
    met,
)
from hospes.papers.visit_paper import (
    BOX_HEIGHT,
    PHONES,
    VisitPaper,
    age_words,
    by_name,
    called,
    clock_words,
    destroy,
    dial,
    emergency_box,
    foot,
    hosts_by_name,
    spoken_words,
    stay_words,
    version_line,
    visit_lead,
    visit_when,
)

if TYPE_CHECKING:
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.flow import Flow
    from hospes.papers.kit.kit import Kit
    from hospes.papers.kit.tongues import Tongues
    from hospes.queries import Connection
    from hospes.queries.paper_visit import PaperGuest, PaperVisit, Stay
    from hospes.queries.paper_visit_care import Care
    from hospes.queries.paper_visit_hosts import PaperHost
    from hospes.queries.paper_visit_programme import PaperItem

EVENING = time(17, 0)
LATE = time(18, 0)
"""What begins before the evening counts as one when it ends after this."""


@dataclass(frozen=True, kw_only=True)
class HostSheetOptions(SheetOptions):
    """What hosts are told."""

    phones: bool = tick(N_("Phone numbers of the guests"), True)
    care: bool = tick(
        N_("Diet, allergies, health"),
        True,
        hint=N_("Only what each guest agreed to tell the host."),
        personal=True,
    )
    evenings: bool = tick(N_("Evenings"), True)


@dataclass(frozen=True, slots=True)
class HostSheets:
    """Homes with guests, and what they are told."""

    plan: HostingPlan
    hosts: tuple["PaperHost", ...]
    care: Mapping[UUID, "Care"]
    items: tuple["PaperItem", ...]
    rooms: Mapping[str, Mapping[tuple[UUID, UUID], str]]
    """By language, what the room of each guest in each home is called."""

    def room(self, guest: "PaperGuest", stay: "Stay", reader: Locale) -> str:
        """The room a guest has in the home of a stay, in words of a reader."""
        if stay.offer_id is None:
            return ""
        return self.rooms.get(reader.language, {}).get((guest.id, stay.offer_id), "")


class HostSheet(VisitPaper[HostSheetOptions, HostSheets]):
    """A sheet for each host."""

    code: ClassVar[str] = "host-sheet"
    title: ClassVar[str] = N_("Sheet for each host")
    about: ClassVar[str] = N_("Who comes, when, and what to know; a page for each home, in its language")
    options: ClassVar[type[Options]] = HostSheetOptions
    for_readers: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: HostSheetOptions, scope: Scope, locale: Locale
    ) -> HostSheets:
        """The homes that have guests, or the one of the person asked for."""
        from hospes.queries.paper_visit_care import shared_care
        from hospes.queries.paper_visit_hosts import rooms_of_guests
        from hospes.queries.paper_visit_programme import paper_programme

        plan = read_plan(connection, scope, self.code)
        used = plan.by_host()
        hosts = [
            host
            for host in sorted(plan.hosts.values(), key=hosts_by_name(locale))
            if host.id in used and (scope.person is None or _about(host, used[host.id], scope.person))
        ]
        care = shared_care(connection, plan.visit.id, scope.today) if options.care else {}
        codes = {host.language for host in hosts if host.language and not options.language}
        readers = [locale, *(Locale.of(code) for code in sorted({*codes, options.second_language} - {""}))]
        rooms = {
            reader.language: rooms_of_guests(connection, plan.visit.id, scope.today, reader)
            for reader in {one.language: one for one in readers}.values()
        }
        return HostSheets(plan, tuple(hosts), care, paper_programme(connection, plan.visit.id), rooms)

    def printed(self, data: HostSheets) -> Printed:
        """Who slept where when the sheets were printed."""
        return Printed(data.plan.visit.id, data.plan.version, data.plan.lines)

    def build(self, data: HostSheets, options: HostSheetOptions, kit: "Kit") -> "Document":
        """Draw a sheet for each home."""
        book = kit.open_book(kit.tongues.text(self.title))
        book.expect(len(data.hosts))
        used = data.plan.by_host()
        for at, host in enumerate(data.hosts):
            book.step(at, len(data.hosts))
            own = host.language if host.language and not options.language else kit.locale.code
            _Sheet(data, options, kit.letter(Locale.of(own))).draw(host, used[host.id])
        if not data.hosts:
            flow = kit.letter(kit.locale).flow(
                kit.tongues.text(self.title), lead=visit_lead(data.plan.visit, kit.tongues)
            )
            flow.para(kit.tongues.text("No home has a guest yet.").joined(), kit.type.grey)
        return kit.finish()


def _about(host: "PaperHost", stays: "list[tuple[PaperGuest, Stay]]", person: UUID) -> bool:
    return any(one.id == person for one in host.people) or any(
        guest.person_id == person for guest, _ in stays
    )


def _title(guests: Collection["PaperGuest"], locale: Locale) -> str:
    """`Your guests`; French has a form for women."""
    said = locale.ntext("Your guest", "Your guests", len(guests))
    if any(guest.name.gender is not Gender.FEMALE for guest in guests):
        return said
    one = locale.ptext("a woman", "Your guest")
    women = one if len(guests) == 1 else locale.ptext("women", "Your guests")
    return said if women in {"Your guest", "Your guests"} else women


class _Sheet:
    """The sheet of one home."""

    def __init__(self, data: HostSheets, options: HostSheetOptions, kit: "Kit") -> None:
        self.data, self.options, self.kit = data, options, kit
        self.visit: PaperVisit = data.plan.visit
        self.tongues: Tongues = kit.tongues
        self.locale = kit.locale

    def draw(self, host: "PaperHost", stays: "list[tuple[PaperGuest, Stay]]") -> None:
        tongues, visit = self.tongues, self.visit
        flow = self.kit.flow(
            tongues.each(lambda locale: _title({guest.id: guest for guest, _ in stays}.values(), locale)),
            lead=joined(adults_of(host, visit, self.locale), visit_lead(visit, tongues)),
            grey=visit_when(visit, tongues),
            about=foot(tongues, version_line(tongues, self.data.plan.version, self.kit.today)),
            confidential=destroy(tongues),
        )
        flow.book.bookmark(host.name, level=1)
        key = by_name(visit, self.locale)
        stays = sorted(stays, key=lambda pair: (key(pair[0]), pair[1].first or date.min))
        here = {guest.id for guest, _ in stays}
        together = len({(guest.arrival, guest.departure, guest.delegation_id) for guest, _ in stays}) == 1
        for guest, stay in stays:
            self._guest(flow, guest, stay, here, together=together)
        if together:
            flow.section(tongues.text("Arrival and departure"), keep=16 * MM, bookmark=False)
            flow.facts(self._journey(stays[0][0]))
        if self.options.evenings:
            self._evenings(flow, [guest for guest, _ in stays])
        emergency_box(flow, visit, self.kit)

    def _guest(
        self, flow: "Flow", guest: "PaperGuest", stay: "Stay", here: set[UUID], *, together: bool
    ) -> None:
        visit, care = self.visit, self.data.care.get(guest.id)
        own = visit.delegation(guest.delegation_id)
        age = guest.age(visit.first) if visit.first else None
        name = self.tongues.each(lambda reader: called(guest.name, reader))
        flow.section(name, keep=30 * MM, bookmark=False)
        # Guests' telephones are of another country than the home.
        number = dial(guest.reach(*PHONES), visit, self.locale, anywhere=True) if self.options.phones else ""
        whole = (stay.first, stay.last) == (guest.arrival, guest.departure)
        town = guest.address.town if guest.address and guest.address.town else ""
        flow.facts([
            *self._fact(N_("Age"), lambda reader: age_words(age, reader), guest.profession),
            *self._fact(N_("Comes from"), lambda reader: town or (own.name(reader.language) if own else "")),
            *self._fact(N_("Speaks"), lambda reader: spoken_words(guest.spoken, reader, levels=True)),
            *self._fact(N_("Comes with"), lambda reader: self._company(guest, here, reader)),
            *([] if together else self._journey(guest)),
            *self._fact(N_("Nights with you"), lambda reader: "" if whole else stay_words(stay, reader)),
            *self._fact(N_("Room"), lambda reader: self.data.room(guest, stay, reader)),
            *self._fact(N_("Phone"), lambda reader: number),
            *self._fact(N_("Diet"), lambda reader: care_words(care, reader).food),
            *self._fact(N_("Allergies"), lambda reader: care_words(care, reader).allergies),
            *self._fact(N_("Stairs"), lambda reader: care_words(care, reader).stairs),
            *self._fact(N_("Health"), lambda reader: care_words(care, reader).health),
        ])  # fmt: skip

    def _journey(self, guest: "PaperGuest") -> list[Fact]:
        """When and where guests are met and taken back to."""
        own, items = self.visit.delegation(guest.delegation_id), self.data.items
        second = self.tongues.second  # a place nobody translated stands once, in the first line

        def arrives(reader: Locale) -> str:
            place, *_ = (*met(guest, own, items, reader, translated=reader is second), "")
            return joined(arrival_of(guest, own, reader), place)

        def leaves(reader: Locale) -> str:
            place = leaves_from(guest, own, items, reader, translated=reader is second)
            return joined(departure_of(guest, own, reader), place)

        return [*self._fact(N_("Arrival"), arrives), *self._fact(N_("Departure"), leaves)]

    def _fact(self, msgid: str, say: Callable[[Locale], str], written: str = "") -> list[Fact]:
        """A fact if there is anything to tell. `msgid` is marked for translation where it is written.

        `written` is what somebody wrote: it stands once.
        """
        value = self.tongues.each(say)
        name = self.tongues.each(lambda locale: locale.text(msgid))
        told = joined(value.first, written)
        return [Fact(name, told, other="" if value.second == value.first else value.second)] if told else []

    def _company(self, guest: "PaperGuest", here: set[UUID], reader: Locale) -> str:
        """Who belongs to the guest and stays elsewhere."""
        if guest.group_id is None:
            return ""
        others = [
            called(one.name, reader)
            for one in self.data.plan.guests
            if one.group_id == guest.group_id and one.id not in here
        ]
        return ", ".join(others)

    # ---- evenings ------------------------------------------------------------------------------------

    def _evenings(self, flow: "Flow", guests: "list[PaperGuest]") -> None:
        """Each evening of the stay: what the programme has, or that it is free."""
        nights = sorted({night for guest in guests for night, _ in guest.placed})
        if not nights or not self.data.items:
            return
        flow.section(self.tongues.text("Evenings"), keep=20 * MM, bookmark=False)
        parts = (34 * MM * self.kit.type.scale, 1.0)
        one = [self._night(night, guests, twice=False) for night in nights]
        both = [self._night(night, guests, twice=True) for night in nights]
        # A second language is no reason for a second sheet.
        left = flow.room - BOX_HEIGHT
        high, least = (sum(height(flow, row, parts) for row in rows) for rows in (both, one))
        for row in one if least <= left < high else both:
            level(flow, row, parts)

    def _night(self, night: date, guests: "list[PaperGuest]", *, twice: bool) -> list[list[Line]]:
        """The day and what its evening brings, in one language or in both."""
        styles, locale, second = self.kit.type, self.locale, self.tongues.second
        items = self._items(night, guests)
        free = self.tongues.text("Nothing in the programme: the evening is yours.")
        day: list[Line] = [(locale.date(night, "weekday_short"), styles.row_strong)]
        told = [(_told(item, locale), styles.row) for item in items] or [(free.first, styles.row)]
        if twice and second is not None:
            day.append((second.date(night, "weekday_short"), styles.head_second))
            # What nobody translated stands once.
            others = [_told(item, second) for item in items if _differs(item, locale, second)]
            told += [(words, styles.head_second) for words in others or ([] if items else [free.second])]
        return [day, told]

    def _items(self, night: date, guests: "list[PaperGuest]") -> "list[PaperItem]":
        """What the programme has for the guests of a home on an evening."""
        return [
            item
            for item in self.data.items
            if item.on == night
            and _in_the_evening(item)
            and any(item.for_guest(guest.person_id, guest.delegation_id) for guest in guests)
        ]


def _told(item: "PaperItem", reader: Locale) -> str:
    """`19:00–23:00 · Evening of friendship · town hall`."""
    words = item.text(reader.language)
    return joined(clock_words(item.starts, item.ends, item.time_words, reader), words.title, words.place)


def _differs(item: "PaperItem", first: Locale, second: Locale) -> bool:
    """Whether the programme says something of its own in the second language."""
    return item.has(second.language) and item.text(second.language) != item.text(first.language)


def _in_the_evening(item: "PaperItem") -> bool:
    if item.starts is None:
        return True
    return item.starts >= EVENING or (item.ends is not None and item.ends > LATE)
