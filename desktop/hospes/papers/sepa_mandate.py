# SPDX-License-Identifier: GPL-3.0-or-later
"""The form of a SEPA direct debit mandate, to be signed (domain 4.5): blank, or with a member's name."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from hospes.domain.addresses import address_lines
from hospes.domain.errors import Message
from hospes.domain.mandate_words import SETTING
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.base import Needs, Paper, PaperGroup, Scope
from hospes.papers.dues_letters import payers_of_scope, year_of
from hospes.papers.kit.flow import Fact
from hospes.papers.kit.ink import MM
from hospes.papers.options import Options, SheetOptions, text, tick
from hospes.papers.people import postal
from hospes.papers.sepa_paper import mandate_text

if TYPE_CHECKING:
    from hospes.papers.kit.book import Document
    from hospes.papers.kit.kit import Kit
    from hospes.queries import Connection
    from hospes.queries.association import Association
    from hospes.queries.paper_payers import Recipient

LINE = "_" * 42


@dataclass(frozen=True, kw_only=True)
class MandateOptions(SheetOptions):
    """For one debit or every one, and with which reference."""

    once: bool = tick(N_("For one debit only"))
    reference: str = text(N_("Mandate reference"), hint=N_("Written in later if nothing is given."))


@dataclass(frozen=True, slots=True)
class MandateForms:
    """For whom; nobody: a blank form."""

    own: "Association"
    people: tuple["Recipient", ...]
    words: Mapping[str, object]


class SepaMandate(Paper[MandateOptions, MandateForms]):
    """The mandate to sign. Nothing else stands on its sheet."""

    code: ClassVar[str] = "sepa-mandate"
    title: ClassVar[str] = N_("SEPA direct debit mandate")
    about: ClassVar[str] = N_("The form with which a member lets us collect the dues, blank or with the name")
    group: ClassVar[PaperGroup] = PaperGroup.MONEY
    needs: ClassVar[Needs] = Needs.NOTHING
    options: ClassVar[type[Options]] = MandateOptions
    for_readers: ClassVar[bool] = True

    def data(
        self, connection: "Connection", options: MandateOptions, scope: Scope, locale: Locale
    ) -> MandateForms:
        """Those somebody chose; else a blank form."""
        from hospes.queries.association import association
        from hospes.queries.paper_payers import recipients
        from hospes.queries.settings import settings

        own, words = association(connection), settings(connection, SETTING)
        if scope.person is None and scope.rows is None and scope.people is None:
            return MandateForms(own, (), words)
        payers = payers_of_scope(connection, scope, year_of(own, 0, scope.today), locale) or ()
        whom = recipients(connection, payers, scope.today, own.language or "en")
        return MandateForms(own, tuple(whom[one] for one in payers if one in whom), words)

    def build(self, data: MandateForms, options: MandateOptions, kit: "Kit") -> "Document":
        """A form for each, or a blank one."""
        book = kit.open_book(kit.tongues.text(self.title))
        book.expect(max(1, len(data.people)))
        if not data.people:
            _form(data, None, options, kit.letter(kit.locale))
        for at, one in enumerate(data.people):
            book.step(at, len(data.people))
            language = one.language if one.language and not options.language else kit.locale.code
            _form(data, one, options, kit.letter(Locale.of(language)))
        if not data.own.creditor_id:
            book.notes.append(
                Message(
                    "The association’s creditor identifier is missing. It is written in the settings, under "
                    "Association."
                )
            )
        book.notes.append(
            Message("Compare the wording with your bank’s own form before you use it for the first time.")
        )
        return kit.finish()


def _form(data: MandateForms, one: "Recipient | None", options: MandateOptions, kit: "Kit") -> None:
    own = data.own
    locale, tongues, styles = kit.locale, kit.tongues, kit.type
    flow = kit.flow(tongues.text("SEPA direct debit mandate"))
    flow.y += 3 * MM
    reference = "".join(options.reference.split()) or LINE
    kind = N_("One debit only") if options.once else N_("Every debit until it is revoked")
    flow.facts(
        [
            Fact(tongues.text("Creditor"), own.name),
            Fact(tongues.text("Town"), own.town),
            Fact(tongues.text("Creditor identifier"), own.creditor_id or LINE),
            Fact(tongues.text("Mandate reference"), reference),
            Fact(tongues.text("For which debits"), locale.text(kind)),
        ]
    )
    flow.y += 4 * MM
    for reader in dict.fromkeys((locale, *([tongues.second] if tongues.second else []))):
        for paragraph in mandate_text(own.name, reader, data.words):
            flow.para(paragraph, styles.body, gap=3 * MM)
    flow.y += 3 * MM
    name, street, town = LINE, LINE, LINE
    if one is not None:
        name = one.envelope
        if one.address is not None:
            home = Locale.of(own.language or locale.code)
            lines = address_lines((), postal(one.address), home, own.country)
            street, town = ", ".join(lines[:-1]) or LINE, lines[-1] if lines else LINE
    flow.facts(
        [
            Fact(tongues.text("Account of"), name),
            Fact(tongues.text("Street"), street),
            Fact(tongues.text("Town"), town),
            Fact(tongues.text("IBAN"), " ".join(["____"] * 5 + ["__"])),
            Fact(tongues.text("BIC (not needed within the SEPA countries)"), "_" * 11),
        ]
    )
    flow.y += 10 * MM
    flow.signatures([tongues.text("Place, day"), tongues.text("Signature")])
