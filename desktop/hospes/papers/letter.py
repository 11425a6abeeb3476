# SPDX-License-Identifier: GPL-3.0-or-later
"""A letter to many (domain 6, paper 4): each in its reader's language, with the address in the window.

Whoever is to get it and how is one run (`letter_run`); here it is drawn, and made a table for a print shop.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.addresses import address_lines
from hospes.domain.codes import Channel, Code
from hospes.domain.errors import Message
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Mailing, Needs, Paper, PaperGroup, Scope, Sent, Table
from hospes.papers.dues_letters import letter_foot
from hospes.papers.kit.ink import MM
from hospes.papers.kit.tongues import Pair, Tongues
from hospes.papers.letter_run import LetterRun, OneLetter, SecondWords, make_run, notes_of
from hospes.papers.options import Options, choice, text, tick
from hospes.papers.people import postal
from hospes.papers.two_languages import Said, TwoLanguageOptions, write

if TYPE_CHECKING:
    from uuid import UUID

    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.queries import Connection


class Window(Code):
    """Where the window of the envelope is."""

    COUNTRY = "country", N_("As usual in our country")
    LEFT = "left", N_("Window on the left (Germany, Poland, United Kingdom)")
    RIGHT = "right", N_("Window on the right (France)")


WINDOW_RIGHT = frozenset({"FR", "MC"})
"""Countries whose envelopes have their window on the right."""


@dataclass(frozen=True, kw_only=True)
class LetterOptions(TwoLanguageOptions):
    """Which letter, to whom, in which envelope."""

    letter: str = text(N_("Letter"), hint=N_("Its name; the newest if nothing is given."))
    not_by_email: bool = tick(
        N_("Not to those who get e-mail"), hint=N_("Their addresses can be copied for an e-mail instead.")
    )
    newsletter: bool = tick(N_("Only those who agreed to the newsletter"))
    window: Window = choice(N_("Envelope"), Window.COUNTRY)


class LetterPaper(Paper[LetterOptions, LetterRun]):
    """Letters to many."""

    code: ClassVar[str] = "letter"
    title: ClassVar[str] = N_("Letter")
    about: ClassVar[str] = N_("One of our letters to many, each in its reader’s language")
    group: ClassVar[PaperGroup] = PaperGroup.LETTERS
    needs: ClassVar[Needs] = Needs.PEOPLE
    options: ClassVar[type[Options]] = LetterOptions
    for_readers: ClassVar[bool] = True
    is_list: ClassVar[bool] = True
    asks_whether_sent: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: LetterOptions, scope: Scope, locale: Locale
    ) -> LetterRun:
        """The letter, ready for everybody who gets it."""
        from hospes.queries.letters import find_letter, letter

        kept = letter(connection, find_letter(connection, options.letter))
        return make_run(
            connection, kept, scope, locale,
            not_by_email=options.not_by_email or kept.not_by_email,
            newsletter=options.newsletter or kept.newsletter,
            second=options.second_language or kept.second_language,
        )  # fmt: skip

    def build(self, data: LetterRun, options: LetterOptions, kit: "Kit") -> "Document":
        """Write the letters."""
        book = kit.open_book(Pair(data.letter.name))
        book.expect(max(1, len(data.letters)))
        for at, one in enumerate(data.letters):
            book.step(at, len(data.letters))
            second = Locale.of(one.second.language) if one.second is not None else None
            _write(one, data, options, kit.letter_in(Tongues(Locale.of(one.language), second)))
        if not data.letters:
            flow = kit.letter(kit.locale).flow(kit.tongues.text(self.title))
            flow.para(kit.tongues.text("Nobody gets a letter.").joined(), kit.type.grey)
        book.notes += notes_of(data, kit.locale)
        return kit.finish()

    def sent(self, data: LetterRun) -> Sent | None:
        """Who got it by post."""
        return went_out(data.letter.id, data.letters, Channel.LETTER)

    def mailing(self, data: LetterRun) -> Mailing | None:
        """Those who get an e-mail instead."""
        if not data.emails:
            return None
        found = dict.fromkeys(one.email for one in data.emails)
        return Mailing(tuple(found), (), went_out(data.letter.id, data.emails, Channel.EMAIL))

    def table(self, data: LetterRun, options: LetterOptions, locale: Locale) -> Table:
        """Addresses and salutations for a print shop."""
        text = locale.text
        headings = [
            text("Name"), text("Care of"), text("Addition to the address"), text("Street"), text("Postcode"),
            text("Town"), text("Country"), text("Language"), text("Salutation"), text("E-mail"),
        ]  # fmt: skip
        rows = []
        for one in data.every:
            a = one.address
            where = (a.care_of, a.extra, a.street, a.postcode, a.town, a.country) if a else ("",) * 6
            rows.append([one.envelope, *where, one.language, one.greeted.opening, one.email])
        return Table(data.letter.name, headings, rows)


def went_out(letter_id: "UUID", letters: tuple[OneLetter, ...], channel: Channel) -> Sent | None:
    """What is kept of letters that went out."""
    from hospes.actions.letters import RecordLetterSent

    people = tuple((person.id, one.language) for one in letters for person in one.people)
    if not people:
        return None
    said = Message(
        "It is kept that one person got the letter.", many="It is kept that {n} people got the letter.",
        n=len(people),
    )  # fmt: skip
    return Sent(RecordLetterSent(letter_id, people, channel), said)


def _write(one: OneLetter, run: LetterRun, options: LetterOptions, kit: "Kit") -> None:
    own, locale, second = run.own, kit.locale, one.second
    lines: tuple[str, ...] = (one.envelope,)
    if one.address is not None:
        ours = Locale.of(own.language or locale.code)
        lines = address_lines((one.envelope,), postal(one.address), ours, own.country)
    usual = Window.RIGHT if own.country in WINDOW_RIGHT else Window.LEFT
    right = (usual if options.window is Window.COUNTRY else options.window) is Window.RIGHT
    flow = kit.flow(
        Pair(one.subject, second.subject if second is not None else ""),
        address=lines, window_right=right, about=Pair(letter_foot(own, locale)),
    )  # fmt: skip
    flow.y += 4 * MM
    way = run.letter.two_ways if run.letter.second_language else options.two_ways
    write(flow, _said(one), _said(second) if second is not None else None, way, run.letter.signed_by, kit)
    added = {Locale.of(said.language).text("Enclosures: {list}", list=said.enclosures): None
             for said in (one, second) if said is not None and said.enclosures}  # fmt: skip
    if added:
        flow.y += 4 * MM
        for words in added:
            flow.para(words, kit.type.grey)


def _said(words: "OneLetter | SecondWords") -> Said:
    return Said(tuple(words.body.strip().split("\n\n")), words.greeted.closing)
