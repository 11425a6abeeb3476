# SPDX-License-Identifier: GPL-3.0-or-later
"""Name badges and place cards (domain 6, paper 21): given name large, town by its shape, languages spoken.

Home and away differ in shape, square and circle, as in the window, so that a copy in grey still tells them.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from hospes.domain.codes import Code
from hospes.domain.errors import Message
from hospes.domain.names import for_reader, join
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Scope
from hospes.papers.kit.ink import (
    BRICK,
    GUIDE,
    HAIRLINE,
    MM,
    MUTED,
    PETROL,
    SANS,
    SANS_SEMIBOLD,
    SERIF_SEMIBOLD,
    WHITE,
    Colour,
    Style,
)
from hospes.papers.kit.page import PaperSize
from hospes.papers.kit.stocks import Stock
from hospes.papers.kit.wrap import shrink, wrap
from hospes.papers.options import Options, choice, number, tick
from hospes.papers.visit_paper import VisitPaper, by_name, called, spoken_words

if TYPE_CHECKING:
    from hospes.domain.person_name import PersonName
    from hospes.papers.kit.book import Book, Document
    from hospes.papers.kit.kit import Kit
    from hospes.papers.kit.labels import Place
    from hospes.papers.kit.pen import Pen
    from hospes.papers.kit.tongues import Pair
    from hospes.queries import Connection
    from hospes.queries.paper_visit import PaperVisit, Spoken
    from hospes.queries.person_facts import AddressLines

BADGES: Final = Stock("badges", "90 × 55 mm", PaperSize.A4, 2, 5, 90, 55, 15, 11, 90, 55)
BADGES_LETTER: Final = Stock(
    "badges-letter", "90 × 50 mm", PaperSize.LETTER, 2, 5, 90, 50, 17.95, 14.7, 90, 50
)
PLACES: Final = Stock("place-cards", "85 × 110 mm", PaperSize.A4, 2, 2, 85, 110, 20, 38.5, 85, 110)
PLACES_LETTER: Final = Stock(
    "place-cards-letter", "85 × 110 mm", PaperSize.LETTER, 2, 2, 85, 110, 22.95, 29.7, 85, 110
)
"""Place cards are 85 × 55 when folded."""

_ROUND: Final = 0.5522847498


class Whose(Code):
    """Who gets one."""

    GUESTS = "guests", N_("Guests")
    HOSTS = "hosts", N_("Hosts")
    ALL = "all", N_("Guests and hosts")


@dataclass(frozen=True, kw_only=True)
class BadgeOptions(Options):
    """Who gets one, and what stands on it."""

    whose: Whose = choice(N_("Who gets one"), Whose.ALL)
    languages: bool = tick(N_("Languages spoken"), True)
    size: PaperSize = choice(N_("Paper size"), PaperSize.A4)
    start: int = number(N_("Start at card no."), 1, 1, 10, machine=True)


@dataclass(frozen=True, kw_only=True)
class PlaceCardOptions(Options):
    """Who gets one."""

    whose: Whose = choice(N_("Who gets one"), Whose.ALL)
    size: PaperSize = choice(N_("Paper size"), PaperSize.A4)
    start: int = number(N_("Start at card no."), 1, 1, 4, machine=True)


@dataclass(frozen=True, slots=True)
class Bearer:
    """Somebody with a badge."""

    given: str
    surname: str
    town: str
    at_home: bool
    spoken: "Spoken"


@dataclass(frozen=True, slots=True)
class Bearers:
    """Everybody who gets one, and the visit's title."""

    people: tuple[Bearer, ...]
    title: str


def read_bearers(connection: "Connection", whose: Whose, scope: Scope, locale: Locale) -> Bearers:
    """Guests by name, then the people of the homes that have guests."""
    from hospes.queries.paper_visit import paper_visit
    from hospes.queries.paper_visit_hosts import paper_hosts

    visit = paper_visit(connection, scope.visit)
    people: list[Bearer] = []
    seen = set()
    for guest in sorted(visit.guests, key=by_name(visit, locale)):
        seen.add(guest.person_id)
        at_home = not guest.visiting
        if (whose is Whose.HOSTS and not at_home) or (whose is Whose.GUESTS and at_home):
            continue
        if scope.person not in {None, guest.person_id}:
            continue
        own = visit.delegation(guest.delegation_id)
        town = own.name(locale.language) if own else _town(guest.address)
        people.append(_bearer(guest.name, town, at_home, guest.spoken, locale))
    if whose is not Whose.GUESTS:
        used = {offer for guest in visit.guests for _, offer in guest.placed}
        for host in paper_hosts(connection, visit.id, scope.today):
            if host.id in used:
                people += [
                    _bearer(one.name, _host_town(host.address, visit, locale), True, one.spoken, locale)
                    for one in host.people
                    if one.id not in seen and scope.person in {None, one.id}
                ]
    return Bearers(tuple(people), visit.title(locale.language))


def _town(address: "AddressLines | None") -> str:
    return address.town if address else ""


def _host_town(address: "AddressLines | None", visit: "PaperVisit", locale: Locale) -> str:
    home = next((one for one in visit.delegations if not one.visiting), None)
    return home.name(locale.language) if home else _town(address)


def _bearer(name: "PersonName", town: str, at_home: bool, spoken: "Spoken", locale: Locale) -> Bearer:
    shown = for_reader(name, locale.code)
    given = shown.nickname or shown.given
    surname = join(shown.surname_prefix, shown.surname, shown.surname2)
    if not given:
        return Bearer(called(name, locale), "", town, at_home, spoken)
    return Bearer(given, surname, town, at_home, spoken)


class NameBadges(VisitPaper[BadgeOptions, Bearers]):
    """Name badges."""

    code: ClassVar[str] = "name-badges"
    title: ClassVar[str] = N_("Name badges")
    about: ClassVar[str] = N_("Badges of 90 × 55 mm with the given name in large letters")
    options: ClassVar[type[Options]] = BadgeOptions

    def data(self, connection: "Connection", options: BadgeOptions, scope: Scope, locale: Locale) -> Bearers:
        """Everybody who gets one."""
        return read_bearers(connection, options.whose, scope, locale)

    def build(self, data: Bearers, options: BadgeOptions, kit: "Kit") -> "Document":
        """Draw the badges, ten to a sheet."""
        if not data.people:
            return _nobody(kit, kit.tongues.text(self.title), data.title)
        stock = BADGES if options.size is PaperSize.A4 else BADGES_LETTER
        sheets = kit.labels(kit.tongues.text(self.title), stock, marks=True)
        for bearer, place in sheets.places(data.people, options.start):
            _badge(sheets.book, place, bearer, data.title, kit.locale, languages=options.languages)
        return kit.finish()


class PlaceCards(VisitPaper[PlaceCardOptions, Bearers]):
    """Place cards."""

    code: ClassVar[str] = "place-cards"
    title: ClassVar[str] = N_("Place cards")
    about: ClassVar[str] = N_("Folded cards for the table, 85 × 55 mm")
    options: ClassVar[type[Options]] = PlaceCardOptions

    def data(
        self, connection: "Connection", options: PlaceCardOptions, scope: Scope, locale: Locale
    ) -> Bearers:
        """Everybody who gets one."""
        return read_bearers(connection, options.whose, scope, locale)

    def build(self, data: Bearers, options: PlaceCardOptions, kit: "Kit") -> "Document":
        """Draw the cards; the name is on the lower half, the fold in the middle."""
        if not data.people:
            return _nobody(kit, kit.tongues.text(self.title), data.title)
        stock = PLACES if options.size is PaperSize.A4 else PLACES_LETTER
        sheets = kit.labels(kit.tongues.text(self.title), stock, marks=True)
        for bearer, place in sheets.places(data.people, options.start):
            _place_card(sheets.book, place, bearer)
        return kit.finish()


def _nobody(kit: "Kit", title: "Pair", visit: str) -> "Document":
    """A sheet that says so, instead of one to cut up."""
    flow = kit.flow(title, lead=visit)
    flow.para(kit.tongues.text("No guest yet.").joined(), kit.type.grey)
    return kit.finish()


_GIVEN: Final = Style(SERIF_SEMIBOLD, 28, 31)
_SURNAME: Final = Style(SANS_SEMIBOLD, 14, 17)
_TOWN: Final = Style(SANS, 10, 12.5)
_SPOKEN: Final = Style(SANS, 9, 11.5, MUTED)
_VISIT: Final = Style(SANS, 8, 10, MUTED)
_TABLE: Final = Style(SERIF_SEMIBOLD, 26, 30)


def _badge(
    book: "Book", place: "Place", bearer: Bearer, title: str, locale: Locale, *, languages: bool
) -> None:
    pen = book.pen
    left, width = place.x + 7 * MM, place.width - 14 * MM
    pen.text(left, place.y + 7.5 * MM, title, shrink(title, _VISIT, width, 6))
    y = _centred(book, bearer.given, _GIVEN, place, place.y + 11 * MM, 12)
    y = _centred(book, bearer.surname, _SURNAME, place, y + 0.5 * MM, 8)
    base = place.y + place.height - 6 * MM
    if languages and bearer.spoken:
        words = spoken_words(bearer.spoken, locale)
        pen.text(left, base, words, shrink(words, _SPOKEN, width, 6.5))
        base -= 5 * MM
    _mark(pen, left, base - 3.1 * MM, 3.6 * MM, at_home=bearer.at_home)
    pen.text(left + 5.4 * MM, base, bearer.town, shrink(bearer.town, _TOWN, width - 6 * MM, 7))


def _place_card(book: "Book", place: "Place", bearer: Bearer) -> None:
    pen = book.pen
    fold = place.y + place.height / 2
    pen.stroke(place.x, fold, place.x + 4 * MM, fold, HAIRLINE, GUIDE)
    pen.stroke(place.x + place.width - 4 * MM, fold, place.x + place.width, fold, HAIRLINE, GUIDE)
    y = _centred(book, bearer.given, _TABLE, place, fold + 14 * MM, 12)
    _centred(book, bearer.surname, _SURNAME, place, y + 0.5 * MM, 8)
    base = place.y + place.height - 6 * MM
    wide = pen.width(bearer.town, _TOWN) + 5.4 * MM
    left = place.x + (place.width - wide) / 2
    _mark(pen, left, base - 3.1 * MM, 3.6 * MM, at_home=bearer.at_home)
    pen.text(left + 5.4 * MM, base, bearer.town, shrink(bearer.town, _TOWN, place.width - 14 * MM, 7))


def _centred(book: "Book", text: str, style: Style, place: "Place", y: float, least: float) -> float:
    """Text in the middle, smaller where it is long; in two lines where that is still too long."""
    width = place.width - 14 * MM
    used = shrink(text, style, width, least)
    lines = wrap(text, used, width)
    if len(lines) > 2:
        book.notes.append(Message("“{name}” does not fit on a card.", name=text))
    for line in lines[:2]:
        y += used.leading
        book.pen.text_centred(place.x + place.width / 2, y - used.leading * 0.24, line, used)
    return y


def _mark(pen: "Pen", x: float, y: float, size: float, *, at_home: bool) -> None:
    """A full square for our people, a ring for those who come."""
    if at_home:
        pen.rectangle(x, y, size, size, PETROL)
        return
    half = size / 2
    for radius, ink in ((half, BRICK), (half * 0.55, WHITE)):
        _disc(pen, x + half, y + half, radius, ink)


def _disc(pen: "Pen", x: float, y: float, r: float, ink: Colour) -> None:
    k = r * _ROUND
    pen.shape(
        (
            ("m", (x + r, y)),
            ("c", (x + r, y + k, x + k, y + r, x, y + r)),
            ("c", (x - k, y + r, x - r, y + k, x - r, y)),
            ("c", (x - r, y - k, x - k, y - r, x, y - r)),
            ("c", (x + k, y - r, x + r, y - k, x + r, y)),
        ),
        ink,
    )
