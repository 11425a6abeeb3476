# SPDX-License-Identifier: GPL-3.0-or-later
"""The card for each guest (domain 2.5): with whom they stay, where, how they are met; in their language.

Two cards to a sheet, to be cut in the middle.
"""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.addresses import address_lines
from hospes.domain.errors import Message
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Printed, Scope
from hospes.papers.hosting_list import HostingPlan, read_plan
from hospes.papers.kit.ink import (
    BRICK,
    HAIR,
    HAIRLINE,
    LARGE_PRINT,
    MM,
    MUTED,
    PETROL,
    RULE,
    SANS,
    SANS_ITALIC,
    SANS_SEMIBOLD,
    SERIF_SEMIBOLD,
    Style,
)
from hospes.papers.kit.letterhead import draw_logo, draw_tessera
from hospes.papers.kit.page import PaperSize
from hospes.papers.kit.stocks import Stock
from hospes.papers.kit.tongues import Pair
from hospes.papers.kit.wrap import shrink, wrap
from hospes.papers.options import Options, choice, language, number, tick
from hospes.papers.people import postal
from hospes.papers.visit_letters import (
    adults_of,
    animals_of,
    arrival_of,
    departure_of,
    joined,
    met,
    people_of,
)
from hospes.papers.visit_paper import (
    PHONES,
    VisitPaper,
    by_name,
    called,
    dial,
    spoken_words,
    stay_words,
    visit_lead,
    without_host,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from hospes.papers.kit.book import Book, Document
    from hospes.papers.kit.kit import Kit
    from hospes.papers.kit.labels import Place
    from hospes.queries import Connection
    from hospes.queries.paper_visit import PaperGuest
    from hospes.queries.paper_visit_hosts import PaperHost
    from hospes.queries.paper_visit_programme import PaperItem

A5 = Stock("a5", "210 × 148.5 mm", PaperSize.A4, 1, 2, 210, 148.5, 0, 0, 210, 148.5)
HALF_LETTER = Stock(
    "half-letter", "215.9 × 139.7 mm", PaperSize.LETTER, 1, 2, 215.9, 139.7, 0, 0, 215.9, 139.7
)


@dataclass(frozen=True, kw_only=True)
class GuestCardOptions(Options):
    """What guests are told."""

    second_language: str = language(N_("Second language"))
    size: PaperSize = choice(N_("Paper size"), PaperSize.A4)
    large_print: bool = tick(N_("Large print"))
    phones: bool = tick(N_("Phone number of the host"), True)
    open: bool = tick(N_("Also for guests without a host"), True)
    start: int = number(N_("Start at card no."), 1, 1, 2, machine=True)


@dataclass(frozen=True, slots=True)
class GuestCards:
    """The guests who get a card, and the plan."""

    plan: HostingPlan
    guests: tuple["PaperGuest", ...]
    items: tuple["PaperItem", ...]


class GuestCard(VisitPaper[GuestCardOptions, GuestCards]):
    """A card for each guest."""

    code: ClassVar[str] = "guest-card"
    title: ClassVar[str] = N_("Card for each guest")
    about: ClassVar[str] = N_("With whom a guest stays and how they are met, in the guest's language")
    options: ClassVar[type[Options]] = GuestCardOptions
    for_readers: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: GuestCardOptions, scope: Scope, locale: Locale
    ) -> GuestCards:
        """Guests by name, or the one asked for."""
        from hospes.queries.paper_visit_programme import paper_programme

        plan = read_plan(connection, scope, self.code)
        guests = [
            guest
            for guest in sorted(plan.guests, key=by_name(plan.visit, locale))
            if (guest.placed or options.open) and scope.person in {None, guest.person_id}
        ]
        return GuestCards(plan, tuple(guests), paper_programme(connection, plan.visit.id))

    def printed(self, data: GuestCards) -> Printed:
        """Who slept where when the cards were printed."""
        return Printed(data.plan.visit.id, data.plan.version, data.plan.lines)

    def build(self, data: GuestCards, options: GuestCardOptions, kit: "Kit") -> "Document":
        """Draw the cards, each in its guest's language unless one is asked for."""
        if not data.guests:
            flow = kit.flow(kit.tongues.text(self.title), lead=visit_lead(data.plan.visit, kit.tongues))
            flow.para(kit.tongues.text("No guest yet.").joined(), kit.type.grey)
            return kit.finish()
        stock = A5 if options.size is PaperSize.A4 else HALF_LETTER
        sheets = kit.labels(kit.tongues.text(self.title), stock)
        for at, (guest, place) in enumerate(sheets.places(data.guests, options.start), options.start - 1):
            if at % 2 == 0 or at == options.start - 1:
                sheets.book.pen.rule(5 * MM, stock.height * MM, stock.width * MM - 10 * MM, HAIRLINE, HAIR)
            own = guest.language if guest.language and not options.language else kit.locale.code
            _Card(sheets.book, place, kit, options, data, Locale.of(own)).draw(guest)
        return kit.finish()


def _styles(scale: float) -> dict[str, Style]:
    plain = {
        "own": Style(SERIF_SEMIBOLD, 10, 12.5),
        "visit": Style(SANS, 9, 11.5, MUTED),
        "guest": Style(SERIF_SEMIBOLD, 20, 24),
        "label": Style(SANS_SEMIBOLD, 9, 12, PETROL),
        "label_second": Style(SANS_ITALIC, 8.5, 12, BRICK),
        "host": Style(SERIF_SEMIBOLD, 14, 17.5),
        "text": Style(SANS, 11, 14.5),
        "small": Style(SANS, 8, 10, MUTED),
    }
    return {name: style.sized(scale) for name, style in plain.items()}


SCALES = (LARGE_PRINT, 1.12, 1.0, 0.92)
"""Sizes that are tried in turn; below the last the smallest words could not be read."""


class _Card:
    """One card being drawn."""

    def __init__(
        self,
        book: "Book",
        place: "Place",
        kit: "Kit",
        options: GuestCardOptions,
        data: GuestCards,
        own: Locale,
    ) -> None:
        self.book, self.pen, self.place, self.kit = book, book.pen, place, kit
        self.options, self.plan, self.visit, self.own = options, data.plan, data.plan.visit, own
        self.items = data.items
        second = kit.tongues.second
        self.second = second if second is not None and second.language != own.language else None
        self.style = _styles(1.0)
        self.dry = False
        self.twice = self.second is not None
        self.left = place.x + 15 * MM
        self.width = place.width - 30 * MM
        self.bottom = place.y + place.height - 13 * MM

    def draw(self, guest: "PaperGuest") -> None:
        """Draw the card as large as was asked for, or so much smaller that all of it has room."""
        for scale, twice in self._ways():
            self.style, self.twice = _styles(scale), twice
            self.dry = True
            fits = self._matter(guest) <= self.bottom + 1
            self.dry = False
            if fits:
                break
        self._matter(guest)
        if not fits:
            name = called(guest.name, self.own)
            self.book.notes.append(Message("“{name}” does not fit on a card.", name=name))
        self._foot()

    def _ways(self) -> list[tuple[float, bool]]:
        """Sizes to try in turn, and whether what stands under the labels is told in both languages.

        Where not all of it has room in both, the labels alone are in both; large print stays large.
        """
        scales = SCALES if self.options.large_print else SCALES[-2:]
        if self.second is None:
            return [(scale, False) for scale in scales]
        large = [(scale, twice) for scale in scales[:-2] for twice in (True, False)]
        return [*large, *((scale, twice) for twice in (True, False) for scale in scales[-2:])]

    def _matter(self, guest: "PaperGuest") -> float:
        """Everything but the foot; where the longer side ends."""
        y = self._head()
        name = called(guest.name, self.own)
        style = shrink(name, self.style["guest"], self.width, 12)
        y = self._lines(name, style, self.left, self.width, y)
        y += 3 * MM
        half = (self.width - 8 * MM) / 2
        right = self.left + half + 8 * MM
        return max(self._homes(guest, self.left, half, y), self._journey(guest, right, half, y))

    def _head(self) -> float:
        """Sign, name of the association, the visit, and the line of two colours; where the matter begins."""
        top, size = self.place.y + 10 * MM, 11 * MM
        sender = self.kit.sender
        if not self.dry and (
            sender.logo is None or not draw_logo(self.pen, sender.logo, self.left, top, size, size)
        ):
            draw_tessera(self.pen, self.left, top, size)
        left, room = self.left + size + 4 * MM, self.width - size - 4 * MM
        name = shrink(sender.name, self.style["own"], room, 8)
        y = self._lines(sender.name, name, left, room, top + 0.5 * MM)
        title = self._both(lambda locale: self.visit.title(locale.language)).joined()
        self._lines(title, shrink(title, self.style["visit"], room, 7.5), left, room, y)
        rule = top + size + 3.5 * MM
        if not self.dry:
            self.pen.rule(self.left, rule, self.width / 2, RULE, PETROL)
            self.pen.rule(self.left + self.width / 2, rule, self.width / 2, RULE, BRICK)
        return rule + 4 * MM

    def _homes(self, guest: "PaperGuest", x: float, width: float, y: float) -> float:
        """Every home the guest stays in, one beneath the other."""
        stays = self.plan.stays(guest)
        several = len(stays) > 1
        for stay in stays:
            host = self.plan.host(stay)
            # Nobody stays "with" a hotel.
            where = N_("Where you stay") if host is None and guest.hotel else N_("You stay with")
            y = self._label(self._words(where), x, width, y)
            if host is None:
                words = self._words(N_("You will be told on arrival who your host is."))
                if guest.hotel:
                    words = self._both(lambda locale: without_host(guest, locale))
                y = self._lines(words.first, self.style["text"], x, width, y)
                if words.second and words.second != words.first:
                    y = self._lines(words.second, self.style["label_second"], x, width, y)
            else:
                y = self._home(host, x, width, y)
            if several:
                y = self._told(partial(stay_words, stay), x, width, y)
            y += 3 * MM
        return y

    def _home(self, host: "PaperHost", x: float, width: float, y: float) -> float:
        own, visit = self.own, self.visit
        name = adults_of(host, visit, own)
        y = self._lines(name, self.style["host"], x, width, y)
        if host.address is not None:
            for line in address_lines((), postal(host.address), own, visit.home):
                y = self._lines(line, self.style["text"], x, width, y)
        if self.options.phones:
            # Guests have telephones of their own country.
            numbers = [dial(host.reach(kind), visit, own, anywhere=True) for kind in reversed(PHONES)]
            for shown in dict.fromkeys(one for one in numbers if one):
                y = self._lines(shown, self.style["text"], x, width, y)
        y += 2 * MM
        for label, say in (
            (N_("At home"), lambda reader: people_of(host, visit, reader)),
            (N_("Languages"), lambda reader: spoken_words(host.spoken, reader)),
            (N_("Animals"), lambda reader: animals_of(host, reader)),
        ):
            y = self._labelled(label, say, x, width, y, 1 * MM)
        return y

    def _journey(self, guest: "PaperGuest", x: float, width: float, y: float) -> float:
        own, visit = self.own, self.visit
        delegation = visit.delegation(guest.delegation_id)
        company = [
            called(one.name, own)
            for one in self.plan.guests
            if guest.group_id is not None and one.group_id == guest.group_id and one.id != guest.id
        ]
        for label, say in (
            (N_("You arrive"), lambda reader: arrival_of(guest, delegation, reader)),
            (N_("How you are met"), lambda reader: "\n".join(self._met(guest, reader))),
            (N_("You leave"), lambda reader: departure_of(guest, delegation, reader)),
            (N_("With you"), lambda reader: ", ".join(company)),
            (N_("In an emergency"), self._emergency),
        ):
            y = self._labelled(label, say, x, width, y, 2.5 * MM)
        return y

    def _met(self, guest: "PaperGuest", reader: Locale) -> tuple[str, ...]:
        """Where a guest is met; in the second language only what somebody wrote in it."""
        own = self.visit.delegation(guest.delegation_id)
        return met(guest, own, self.items, reader, translated=reader is self.second)

    def _emergency(self, reader: Locale) -> str:
        """The people in charge with their numbers, hosts' side first."""
        from hospes.queries.person_facts import first_reach

        found = []
        for one in sorted(self.visit.delegations, key=lambda one: one.visiting):
            if one.coordinator is None:
                continue
            reaches = (first_reach(one.coordinator_reaches, kind) for kind in PHONES)
            numbers = (dial(reach, self.visit, reader, anywhere=True) for reach in reaches)
            found.append(joined(called(one.coordinator, reader), next((n for n in numbers if n), "")))
        return "\n".join(found)

    def _foot(self) -> None:
        words = self.own.text(
            "Version {number} of {date}",
            number=str(self.plan.version),
            date=self.own.date(self.kit.today, "long"),
        )
        line = joined(*self._words(N_("Confidential: destroy after the visit")), words)
        base = self.place.y + self.place.height - 8 * MM
        self.pen.text(self.left, base, line, shrink(line, self.style["small"], self.width, 6))

    # ---- lines ---------------------------------------------------------------------------------------

    def _both(self, say: "Callable[[Locale], str]") -> Pair:
        return Pair(say(self.own), say(self.second) if self.second else "")

    def _words(self, msgid: str) -> Pair:
        """A label in the languages of the card. `msgid` is marked for translation where it is written."""
        return self._both(lambda locale: locale.text(msgid))

    def _label(self, words: Pair, x: float, width: float, y: float) -> float:
        first, second = self.style["label"], self.style["label_second"]
        base = y + first.size * 0.95
        self._put(x, base, words.first, first)
        beside = self.pen.width(words.first, first) + 2 * MM
        if words.second and words.second != words.first:
            if beside + self.pen.width(words.second, second) <= width:
                self._put(x + beside, base, words.second, second)
            else:
                base += second.leading
                self._put(x, base, words.second, second)
                y += second.leading
        return y + first.leading

    def _labelled(
        self, label: str, say: "Callable[[Locale], str]", x: float, width: float, y: float, gap: float
    ) -> float:
        """A label, marked for translation where it is written, and what there is to tell beneath it."""
        if not say(self.own):
            return y
        return self._told(say, x, width, self._label(self._words(label), x, width, y)) + gap

    def _told(self, say: "Callable[[Locale], str]", x: float, width: float, y: float) -> float:
        """What is told, and the same in the second language where that has room and differs."""
        told = self._both(say)
        y = self._lines(told.first, self.style["text"], x, width, y)
        if self.twice and told.second and told.second != told.first:
            y = self._lines(told.second, self.style["label_second"], x, width, y)
        return y

    def _lines(self, text: str, style: Style, x: float, width: float, y: float) -> float:
        for line in wrap(text, style, width):
            self._put(x, y + style.size * 0.95, line, style)
            y += style.leading
        return y

    def _put(self, x: float, base: float, text: str, style: Style) -> None:
        if not self.dry:
            self.pen.text(x, base, text, style)
