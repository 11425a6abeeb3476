# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters that ask for a year's dues (domain 6, paper 6): what for, how much, by when, to which account."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Mailing, Needs, Paper, PaperGroup, Scope
from hospes.papers.dues_letters import (
    DuesLetter,
    DuesPost,
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
from hospes.papers.options import Options, day, number, text, tick
from hospes.papers.signing import SignedOptions
from hospes.papers.two_languages import reader_tongues

if TYPE_CHECKING:
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.queries import Connection


@dataclass(frozen=True, kw_only=True)
class InvoiceOptions(SignedOptions):
    """To whom, for which year, by when."""

    not_by_email: bool = tick(
        N_("Not to those who get e-mail"), hint=N_("Their addresses can be copied for an e-mail instead.")
    )
    year: int = number(N_("Dues of the year"), 0, 0, 2200, hint=N_("This year if it is 0."), machine=True)
    pay_by: date | None = day(
        N_("To be paid by"), hint=N_("The day the dues are due if nothing is given."), machine=True
    )
    words: str = text(N_("A paragraph of your own"), hint=N_("It stands in every letter as you write it."))
    signed_by: str = text(N_("Signed by"), hint=N_("Our association if nothing is given."))


class DuesInvoice(Paper[InvoiceOptions, DuesPost]):
    """Letters that ask for dues."""

    code: ClassVar[str] = "dues-invoice"
    title: ClassVar[str] = N_("Dues letter")
    about: ClassVar[str] = N_("Asks everybody for the dues of a year that are open, with account and QR code")
    group: ClassVar[PaperGroup] = PaperGroup.MONEY
    needs: ClassVar[Needs] = Needs.PAYERS
    options: ClassVar[type[Options]] = InvoiceOptions
    for_readers: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: InvoiceOptions, scope: Scope, locale: Locale
    ) -> DuesPost:
        """A letter for each who owes for the year."""
        from hospes.queries.association import association
        from hospes.queries.collections import usable_mandates
        from hospes.queries.dues import payer_rows

        own = association(connection)
        year = year_of(own, options.year, scope.today)
        payers = payers_of_scope(connection, scope, year, locale)
        wanted = set(payers) if payers is not None else None
        rows = payer_rows(connection, year, scope.today, locale)
        owing = [row.payer for row in rows if row.open and (wanted is None or row.payer in wanted)]
        mandates = usable_mandates(connection, scope.today) if own.creditor_id else {}
        letters, emails, without, fallbacks = [], [], [], 0
        for ready in ready_payers(connection, owing, own, scope.today, options.language):
            lines = open_until(ready.account, year)
            due = options.pay_by or max((line.due_on for line in lines if line.due_on), default=None)
            letter = DuesLetter(
                ready.account, ready.recipient, lines, ready.language, due,
                mandate=mandates.get(ready.account.payer),
            )  # fmt: skip
            if options.not_by_email and ready.recipient.by_email:
                emails.append(letter)
            elif ready.recipient.address is None:
                without.append(ready.account.name)
            else:
                letters.append(letter)
                fallbacks += ready.fallen_back
        return DuesPost(
            own, tuple(letters), tuple(emails), tuple(without), fallbacks=fallbacks, today=scope.today
        )

    def build(self, data: DuesPost, options: InvoiceOptions, kit: "Kit") -> "Document":
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

    def mailing(self, data: DuesPost) -> Mailing:
        """The addresses of those who get no letter because they read e-mail."""
        return Mailing(tuple(dict.fromkeys(letter.recipient.email for letter in data.emails)))


def _write(letter: DuesLetter, post: DuesPost, options: InvoiceOptions, kit: "Kit") -> None:
    flow = begin(letter, post.own, lambda reader: reader.text("Your dues"), kit)
    paragraphs(flow, letter, lambda locale: _first(letter, locale), options.words, kit)
    amounts(flow, letter, post.own, kit)
    if letter.pay_by is not None and letter.pay_by > kit.today and letter.mandate is None:
        day = letter.pay_by
        due = kit.tongues.each(
            lambda locale: locale.text("To be paid by {day}.", day=locale.date(day, "long"))
        )
        say(flow, due, kit)
    how_to_pay(flow, letter, post, kit)
    if is_friendly(letter):
        thanks = kit.tongues.ptext("friendly letter", "Your dues keep our twinning alive. Thank you.")
    else:
        thanks = kit.tongues.ptext("formal letter", "Your dues keep our twinning alive. Thank you.")
    say(flow, thanks, kit)
    close(flow, letter, options.signed_by, kit)


def _first(letter: DuesLetter, locale: Locale) -> str:
    if is_friendly(letter):
        return locale.ptext("friendly letter", "this letter is about your dues to our association.")
    return locale.ptext("formal letter", "this letter is about your dues to our association.")
