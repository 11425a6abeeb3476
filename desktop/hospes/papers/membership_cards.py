# SPDX-License-Identifier: GPL-3.0-or-later
"""Membership cards (domain 6, paper 5): of a bank card's size, ten to a sheet, with marks to cut along."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.codes import Code
from hospes.domain.dues import dues_year
from hospes.domain.errors import Message
from hospes.domain.names import display_name, for_reader
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Needs, Paper, PaperGroup, Scope
from hospes.papers.kit.ink import (
    BRICK,
    HAIR,
    HAIRLINE,
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
from hospes.papers.kit.stocks import CARDS, CARDS_LETTER
from hospes.papers.kit.wrap import shrink, wrap
from hospes.papers.options import Options, choice, language, number, several
from hospes.papers.people import read_people

if TYPE_CHECKING:
    from hospes.papers.kit.book import Book, Document
    from hospes.papers.kit.kit import Kit
    from hospes.papers.kit.labels import Place
    from hospes.queries import Connection
    from hospes.queries.paper_people import PaperPerson


class CardShow(Code):
    """What stands on a card beside the name."""

    NUMBER = "number", N_("Member no.")
    CLASS = "class", N_("Class")
    JOINED = "joined", N_("Member since")


@dataclass(frozen=True, kw_only=True)
class CardOptions(Options):
    """What stands on the cards."""

    second_language: str = language(N_("Second language"))
    size: PaperSize = choice(N_("Paper size"), PaperSize.A4)
    year: int = number(N_("Valid in the year"), 0, 0, 2200, hint=N_("This year if it is 0."))
    show: tuple[CardShow, ...] = several(N_("Show"), tuple(CardShow), CardShow)
    start: int = number(N_("Start at card no."), 1, 1, 10, machine=True)


@dataclass(frozen=True, slots=True)
class Cards:
    """The people who get a card, by name."""

    people: tuple["PaperPerson", ...]
    year: int


class MembershipCards(Paper[CardOptions, Cards]):
    """Membership cards."""

    code: ClassVar[str] = "membership-cards"
    title: ClassVar[str] = N_("Membership cards")
    about: ClassVar[str] = N_("Cards of the size of a bank card, ten to a sheet, to be cut")
    group: ClassVar[PaperGroup] = PaperGroup.MEMBERS
    needs: ClassVar[Needs] = Needs.PEOPLE
    options: ClassVar[type[Options]] = CardOptions
    for_readers: ClassVar[bool] = True

    def data(self, connection: "Connection", options: CardOptions, scope: Scope, locale: Locale) -> Cards:
        """The members of the scope: only who is a member gets a card."""
        from hospes.queries.association import association

        own = association(connection)
        listed = read_people(connection, scope, locale)
        members = [
            person
            for person in listed.people
            if person.membership is not None and person.membership.current and not person.deceased
        ]
        return Cards(tuple(members), options.year or dues_year(scope.today, own.year_start))

    def build(self, data: Cards, options: CardOptions, kit: "Kit") -> "Document":
        """Draw the cards, each in its member's language unless one is asked for."""
        cards = CARDS if options.size is PaperSize.A4 else CARDS_LETTER
        sheets = kit.labels(kit.tongues.text(self.title), cards, marks=True)
        if not data.people:
            hint = [kit.tongues.text("Nobody gets a card.").first]
            sheets.outlines(hint, kit.type)
        for person, place in sheets.places(data.people, options.start):
            _Card(sheets.book, place, kit, options, data.year).draw(person)
        return kit.finish()


_NAME = Style(SERIF_SEMIBOLD, 14, 17)
_OWN = Style(SERIF_SEMIBOLD, 8.5, 10.2)
_KIND = Style(SANS_SEMIBOLD, 8.5, 10.5, PETROL)
_KIND_SECOND = Style(SANS_ITALIC, 8.5, 10.5, BRICK)
_FACT = Style(SANS, 8.5, 10.8, MUTED)
_NUMBER = Style(SANS_SEMIBOLD, 10, 12)
_YEAR = Style(SERIF_SEMIBOLD, 20, 22, PETROL)


class _Card:
    """One card being drawn."""

    def __init__(self, book: "Book", place: "Place", kit: "Kit", options: CardOptions, year: int) -> None:
        self.book, self.pen = book, book.pen
        self.place, self.kit, self.options, self.year = place, kit, options, year
        self.left = place.x + 5 * MM
        self.width = place.width - 10 * MM

    def draw(self, person: "PaperPerson") -> None:
        own = Locale.of(person.language) if person.language and not self.options.language else self.kit.locale
        second = self.kit.tongues.second
        second = second if second is not None and second.language != own.language else None
        place, pen = self.place, self.pen
        self._head()
        y = place.y + 22.5 * MM
        kind = own.text("Membership card")
        pen.text(self.left, y, kind, _KIND)
        if second is not None:
            beside = self.left + pen.width(kind, _KIND) + 2 * MM
            pen.text(beside, y, second.text("Membership card"), _KIND_SECOND)
        name = display_name(for_reader(person.name, own.code))
        style = shrink(name, _NAME, self.width, 9)
        y = place.y + 31 * MM
        lines = wrap(name, style, self.width)
        if len(lines) > 2:
            self.book.notes.append(Message("“{name}” does not fit on a card.", name=name))
        for line in lines[:2]:
            pen.text(self.left, y, line, style)
            y += style.leading
        self._facts(person, own, y - style.leading + 5.2 * MM)
        self._foot(person, own)

    def _head(self) -> None:
        """Sign and name of the association over the line of two colours."""
        place, pen, sender = self.place, self.pen, self.kit.sender
        top, size = place.y + 4.5 * MM, 10 * MM
        if sender.logo is None or not draw_logo(pen, sender.logo, self.left, top, size, size):
            draw_tessera(pen, self.left, top, size)
        room = self.width - size - 3 * MM
        style = shrink(sender.name, _OWN, room, 7.5)
        lines = wrap(sender.name, style, room)[:3]
        y = top + (size - len(lines) * style.leading) / 2 + style.size * 0.9
        for line in lines:
            pen.text(self.left + size + 3 * MM, y, line, style)
            y += style.leading
        rule = place.y + 17 * MM
        pen.rule(self.left, rule, self.width / 2, RULE, PETROL)
        pen.rule(self.left + self.width / 2, rule, self.width / 2, RULE, BRICK)

    def _facts(self, person: "PaperPerson", own: Locale, y: float) -> None:
        facts = [person.class_name] if CardShow.CLASS in self.options.show else []
        joined = person.membership.joined if person.membership else None
        if CardShow.JOINED in self.options.show and joined is not None:
            facts.append(own.text("Member since {year}", year=str(joined.year)))
        for line in wrap(" · ".join(fact for fact in facts if fact), _FACT, self.width):
            self.pen.text(self.left, y, line, _FACT)
            y += _FACT.leading

    def _foot(self, person: "PaperPerson", own: Locale) -> None:
        pen, base = self.pen, self.place.y + self.place.height - 5 * MM
        pen.rule(self.left, base - 7 * MM, self.width, HAIRLINE, HAIR)
        if CardShow.NUMBER in self.options.show and person.membership and person.membership.number:
            pen.text(self.left, base, own.text("No. {number}", number=person.membership.number), _NUMBER)
        pen.text_right(self.left + self.width, base, str(self.year), _YEAR)
