# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters that announce a direct debit: how much, when, from which account, with which mandate."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.errors import Message
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Mailing, Needs, Paper, PaperGroup, Scope
from hospes.papers.dues_letters import (
    DuesLetter,
    begin,
    close,
    is_friendly,
    masked,
    paragraphs,
    ready_payers,
    say,
)
from hospes.papers.kit.flow import Fact
from hospes.papers.kit.ink import MM
from hospes.papers.options import Options, text, tick
from hospes.papers.sepa_paper import collected
from hospes.papers.signing import SignedOptions
from hospes.papers.two_languages import reader_tongues

if TYPE_CHECKING:
    from datetime import date

    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.queries import Connection
    from hospes.queries.association import Association
    from hospes.queries.collections import ItemLine


@dataclass(frozen=True, kw_only=True)
class PrenotificationOptions(SignedOptions):
    """Which collection, and to whom."""

    collection: str = text(N_("Collection"), hint=N_("The day it is due; the newest if nothing is given."))
    not_by_email: bool = tick(
        N_("Not to those who get e-mail"), hint=N_("Their addresses can be copied for an e-mail instead.")
    )
    words: str = text(N_("A paragraph of your own"), hint=N_("It stands in every letter as you write it."))
    signed_by: str = text(N_("Signed by"), hint=N_("Our association if nothing is given."))


@dataclass(frozen=True, slots=True)
class Announced:
    """The letters, and who gets none."""

    own: "Association"
    due_on: "date | None"
    letters: tuple[tuple[DuesLetter, "ItemLine"], ...] = ()
    emails: tuple[str, ...] = ()
    without_address: tuple[str, ...] = ()


class SepaPrenotification(Paper[PrenotificationOptions, Announced]):
    """Letters before a collection."""

    code: ClassVar[str] = "sepa-prenotification"
    title: ClassVar[str] = N_("Announcement of a direct debit")
    about: ClassVar[str] = N_(
        "Tells every payer of a collection how much is taken, when and by which mandate"
    )
    group: ClassVar[PaperGroup] = PaperGroup.MONEY
    needs: ClassVar[Needs] = Needs.NOTHING
    options: ClassVar[type[Options]] = PrenotificationOptions
    for_readers: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: PrenotificationOptions, scope: Scope, locale: Locale
    ) -> Announced:
        """A letter for each debit of the collection."""
        from hospes.queries.association import association

        own = association(connection)
        found = collected(connection, options.collection, scope.today, locale)
        if found is None:
            return Announced(own, None)
        items = {one.payer: one for one in found.items if one.payer is not None and one.returned_on is None}
        letters, emails, without = [], [], []
        for ready in ready_payers(connection, list(items), own, scope.today, options.language):
            letter = DuesLetter(ready.account, ready.recipient, (), ready.language, found.line.due_on)
            if options.not_by_email and ready.recipient.by_email:
                emails.append(ready.recipient.email)
            elif ready.recipient.address is None:
                without.append(ready.account.name)
            else:
                letters.append((letter, items[ready.account.payer]))
        return Announced(own, found.line.due_on, tuple(letters), tuple(emails), tuple(without))

    def build(self, data: Announced, options: PrenotificationOptions, kit: "Kit") -> "Document":
        """Write the letters."""
        book = kit.open_book(kit.tongues.text(self.title))
        book.expect(max(1, len(data.letters)))
        for at, (letter, item) in enumerate(data.letters):
            book.step(at, len(data.letters))
            tongues = reader_tongues(letter.language, data.own.language, kit)
            _write(letter, item, data, options, kit.letter_in(tongues))
        if not data.letters:
            flow = kit.letter(kit.locale).flow(kit.tongues.text(self.title))
            flow.para(kit.tongues.text("Nobody gets a letter.").joined(), kit.type.grey)
        if data.without_address:
            n, named = len(data.without_address), ", ".join(data.without_address[:5])
            book.notes.append(
                Message(
                    "One has no address: {names}.", many="{n} have no address: {names}.", n=n, names=named
                )
            )
        return kit.finish()

    def mailing(self, data: Announced) -> Mailing:
        """The addresses of those who get no letter because they read e-mail."""
        return Mailing(tuple(dict.fromkeys(data.emails)))


def _write(
    letter: DuesLetter, item: "ItemLine", data: Announced, options: PrenotificationOptions, kit: "Kit"
) -> None:
    locale, tongues = kit.locale, kit.tongues
    flow = begin(letter, data.own, lambda reader: reader.text("Announcement of a direct debit"), kit)
    if is_friendly(letter):
        first = tongues.ptext("friendly letter", "we shall soon collect your dues by direct debit.")
    else:
        first = tongues.ptext("formal letter", "we shall soon collect your dues by direct debit.")
    paragraphs(
        flow, letter, lambda one: first.first if one is tongues.first else first.second, options.words, kit
    )
    assert data.due_on is not None
    facts = [
        Fact(tongues.text("Amount"), locale.money(item.amount)),
        Fact(tongues.text("The money is taken on"), locale.date(data.due_on, "long")),
        Fact(tongues.text("From the account"), masked(item.mandate.iban)),
        Fact(tongues.text("Mandate reference"), item.mandate.reference),
        Fact(tongues.text("Creditor identifier"), data.own.creditor_id),
        Fact(tongues.text("Words on your statement"), item.words),
    ]
    flow.facts([fact for fact in facts if fact.value])
    flow.y += 4 * MM
    if is_friendly(letter):
        last = tongues.ptext(
            "friendly letter", "Tell us if your account has changed. There is nothing else to do."
        )
    else:
        last = tongues.ptext(
            "formal letter", "Tell us if your account has changed. There is nothing else to do."
        )
    say(flow, last, kit)
    close(flow, letter, options.signed_by, kit)
