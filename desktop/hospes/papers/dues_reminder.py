# SPDX-License-Identifier: GPL-3.0-or-later
"""Reminders of dues (domain 6, paper 6): a letter by stage in its reader's language, with a QR code.

Whoever was reminded lately is left out; whoever was reminded today gets the same letter once more, for a
sheet the printer spoiled. What went out is kept, so that nobody is reminded twice by mistake.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.codes import Channel, Code
from hospes.domain.errors import Message
from hospes.domain.reminding import WAIT_DAYS, next_reminder
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Mailing, Needs, Paper, PaperGroup, Scope, Sent
from hospes.papers.dues_letters import (
    DuesLetter,
    DuesPost,
    Ready,
    amounts,
    begin,
    close,
    how_to_pay,
    is_friendly,
    notes_of,
    open_until,
    paragraphs,
    payers_of_scope,
    ready_payers,
    say,
    year_of,
)
from hospes.papers.options import OptionField, Options, choice, number, text, tick
from hospes.papers.signing import SignedOptions
from hospes.papers.two_languages import reader_tongues

if TYPE_CHECKING:
    from datetime import date

    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.queries import Connection
    from hospes.queries.association import Association


class Stage(Code):
    """Which of the letters."""

    NEXT = "next", N_("The next one for each")
    FIRST = "first", N_("The first, friendly one")
    SECOND = "second", N_("The second one")
    LAST = "last", N_("The last one")


_NUMBER = {Stage.NEXT: 0, Stage.FIRST: 1, Stage.SECOND: 2, Stage.LAST: 3}


@dataclass(frozen=True, kw_only=True)
class ReminderOptions(SignedOptions):
    """To whom, how firmly, by when."""

    not_by_email: bool = tick(
        N_("Not to those who get e-mail"), hint=N_("Their addresses can be copied for an e-mail instead.")
    )
    stage: Stage = choice(N_("Which reminder"), Stage.NEXT)
    wait_days: int = number(
        N_("Days since the last reminder"),
        WAIT_DAYS,
        0,
        365,
        hint=N_("Whoever was reminded later than that gets no letter now."),
    )
    pay_days: int = number(N_("Days to pay"), 14, 0, 90)
    year: int = number(N_("Dues of the year"), 0, 0, 2200, hint=N_("This year if it is 0."), machine=True)
    words: str = text(N_("A paragraph of your own"), hint=N_("It stands in every letter as you write it."))
    signed_by: str = text(N_("Signed by"), hint=N_("Our association if nothing is given."))

    @classmethod
    def described(cls) -> tuple[OptionField, ...]:
        """Whether e-mail is enough is asked first: it decides who gets a letter."""
        found = super().described()
        return tuple(sorted(found, key=lambda option: option.name != "not_by_email"))


class DuesReminder(Paper[ReminderOptions, DuesPost]):
    """Reminders of dues."""

    code: ClassVar[str] = "dues-reminder"
    title: ClassVar[str] = N_("Dues reminder")
    about: ClassVar[str] = N_("A letter to everybody whose dues are open, with account and QR code")
    group: ClassVar[PaperGroup] = PaperGroup.MONEY
    needs: ClassVar[Needs] = Needs.PAYERS
    options: ClassVar[type[Options]] = ReminderOptions
    for_readers: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: ReminderOptions, scope: Scope, locale: Locale
    ) -> DuesPost:
        """Whoever owes for the year: the letter that is due, or the reason why there is none."""
        from hospes.queries.association import association
        from hospes.queries.dues import payer_rows

        own = association(connection)
        year = year_of(own, options.year, scope.today)
        payers = payers_of_scope(connection, scope, year, locale)
        wanted = set(payers) if payers is not None else None
        rows = payer_rows(connection, year, scope.today, locale)
        owing = [row.payer for row in rows if row.open and (wanted is None or row.payer in wanted)]
        sorter = _Sorter(own, options, scope.today, year)
        for ready in ready_payers(connection, owing, own, scope.today, options.language):
            sorter.take(ready)
        return sorter.post()

    def build(self, data: DuesPost, options: ReminderOptions, kit: "Kit") -> "Document":
        """Write the letters."""
        book = kit.open_book(kit.tongues.text(self.title))
        book.expect(max(1, len(data.letters)))
        for at, letter in enumerate(data.letters):
            book.step(at, len(data.letters))
            tongues = reader_tongues(letter.language, data.own.language, kit)
            _write(letter, data, options, kit.letter_in(tongues))
        if not data.letters:
            flow = kit.letter(kit.locale).flow(kit.tongues.text(self.title))
            flow.para(kit.tongues.text("Nobody gets a letter.").joined(), kit.type.grey)
        book.notes += notes_of(data)
        return kit.finish()

    def sent(self, data: DuesPost) -> Sent | None:
        """Those whose letter was printed are reminded."""
        return _kept(data.letters, Channel.LETTER, data.today)

    def mailing(self, data: DuesPost) -> Mailing:
        """The addresses of those who get no letter because they read e-mail."""
        found = dict.fromkeys(letter.recipient.email for letter in data.emails)
        return Mailing(tuple(found), (), _kept(data.emails, Channel.EMAIL, data.today))


class _Sorter:
    """Puts each payer where they belong: a letter, an e-mail, or neither for a reason."""

    def __init__(self, own: "Association", options: ReminderOptions, today: "date", year: int) -> None:
        self.own, self.options, self.today, self.year = own, options, today, year
        self.letters: list[DuesLetter] = []
        self.emails: list[DuesLetter] = []
        self.without: list[str] = []
        self.too_soon = self.fallbacks = 0

    def take(self, ready: Ready) -> None:
        options, held = self.options, ready.account
        lines = open_until(held, self.year)
        sent = (told for line in lines for told in line.reminders)
        told = next_reminder(sent, self.today, options.wait_days, _NUMBER[options.stage])
        pay_by = self.today + timedelta(days=options.pay_days) if options.pay_days else None
        letter = DuesLetter(held, ready.recipient, lines, ready.language, pay_by, told.stage, told.again)
        if not letter.due.minor:
            return
        if told.too_soon:
            self.too_soon += 1
        elif options.not_by_email and ready.recipient.by_email:
            self.emails.append(letter)
        elif ready.recipient.address is None:
            self.without.append(held.name)
        else:
            self.fallbacks += ready.fallen_back
            self.letters.append(letter)

    def post(self) -> DuesPost:
        return DuesPost(
            self.own,
            tuple(self.letters),
            tuple(self.emails),
            tuple(self.without),
            self.too_soon,
            self.fallbacks,
            self.today,
        )


def _kept(letters: tuple[DuesLetter, ...], channel: Channel, today: "date | None") -> Sent | None:
    from hospes.actions.dues import RecordReminders

    if not letters:
        return None
    reminders = tuple((line.id, letter.stage) for letter in letters for line in letter.lines)
    n = len(letters)
    said = Message(
        "One is marked as reminded {day}.", many="{n} are marked as reminded {day}.", n=n, day=today
    )
    return Sent(RecordReminders(reminders, channel, today), said)


def _title(stage: int, locale: Locale) -> str:
    if stage >= 3:
        return locale.text("Last reminder of your dues")
    return locale.text("Reminder of your dues")


def _write(letter: DuesLetter, post: DuesPost, options: ReminderOptions, kit: "Kit") -> None:
    flow = begin(letter, post.own, lambda reader: _title(letter.stage, reader), kit)
    paragraphs(flow, letter, lambda locale: _first(letter, locale), options.words, kit)
    amounts(flow, letter, post.own, kit)
    if letter.pay_by is not None:
        say(flow, kit.tongues.each(lambda locale: _by(letter, locale)), kit)
    how_to_pay(flow, letter, post, kit)
    say(flow, kit.tongues.each(lambda locale: _last(letter, locale)), kit)
    close(flow, letter, options.signed_by, kit)


def _first(letter: DuesLetter, locale: Locale) -> str:
    days = sorted({told.on for line in letter.lines for told in line.reminders if told.stage < letter.stage})
    when = locale.listing([locale.date(day, "long") for day in days])
    if letter.stage <= 1 or not days:
        if is_friendly(letter):
            return locale.ptext(
                "friendly letter", "perhaps it has slipped your mind: your dues have not reached us yet."
            )
        return locale.ptext(
            "formal letter", "perhaps it has slipped your mind: your dues have not reached us yet."
        )
    if letter.stage == 2:
        if is_friendly(letter):
            return locale.ptext(
                "friendly letter",
                "we wrote to you about your dues on {days}. They have not reached us yet.",
                days=when,
            )
        return locale.ptext(
            "formal letter",
            "we wrote to you about your dues on {days}. They have not reached us yet.",
            days=when,
        )
    if is_friendly(letter):
        return locale.ptext(
            "friendly letter",
            "we wrote to you about your dues on {days}, and they have still not reached us. This is our last "
            "reminder.",
            days=when,
        )
    return locale.ptext(
        "formal letter",
        "we wrote to you about your dues on {days}, and they have still not reached us. This is our last "
        "reminder.",
        days=when,
    )


def _by(letter: DuesLetter, locale: Locale) -> str:
    day = locale.date(letter.pay_by, "long")
    if is_friendly(letter):
        return locale.ptext("friendly letter", "It would help us if you paid by {day}.", day=day)
    return locale.ptext("formal letter", "It would help us if you paid by {day}.", day=day)


def _last(letter: DuesLetter, locale: Locale) -> str:
    if is_friendly(letter):
        return locale.ptext(
            "friendly letter",
            "If you have paid in the meantime, take this letter as settled. If something stands in the way, "
            "tell us; we will find an answer.",
        )
    return locale.ptext(
        "formal letter",
        "If you have paid in the meantime, take this letter as settled. If something stands in the way, "
        "tell us; we will find an answer.",
    )
