# SPDX-License-Identifier: GPL-3.0-or-later
"""What letters about dues have in common: to whom, what is owed line by line, how it is paid.

`WAYS` says how the money comes, one function after the other until one has an answer; a transfer with the
association's account and QR code is the last. A collection by direct debit stands before it.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hospes.domain.addresses import address_lines
from hospes.domain.codes import Formality
from hospes.domain.dues import dues_year, year_name
from hospes.domain.epc import Transfer, transfer_text
from hospes.domain.errors import Message, UserError
from hospes.domain.salutations import Salutation, joint_salutation, salutation
from hospes.domain.values import Money
from hospes.i18n.catalog import languages
from hospes.i18n.locale import Locale
from hospes.papers.kit.flow import Fact
from hospes.papers.kit.ink import BOX, MM
from hospes.papers.kit.listing import Align, Cell, Column, Listing, Section
from hospes.papers.kit.qr import SIZE, draw_qr
from hospes.papers.kit.tongues import Pair
from hospes.papers.kit.wrap import wrap
from hospes.papers.people import postal
from hospes.papers.signing import sign

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from hospes.domain.payers import Payer
    from hospes.domain.sepa import MandateFacts
    from hospes.papers.base import Scope
    from hospes.papers.kit.flow import Flow
    from hospes.papers.kit.kit import Kit
    from hospes.queries import Connection
    from hospes.queries.association import Association
    from hospes.queries.dues import Account, DuesLine
    from hospes.queries.paper_payers import Recipient


@dataclass(frozen=True, slots=True)
class DuesLetter:
    """One letter: what is owed, by whom, and by when."""

    account: "Account"
    recipient: "Recipient"
    lines: tuple["DuesLine", ...]
    """What is open, the oldest first."""
    language: str
    pay_by: "date | None"
    stage: int = 0
    again: bool = False
    mandate: "MandateFacts | None" = None
    """With it the dues are collected, so that nobody transfers them."""

    @property
    def due(self) -> Money:
        """What is to be paid: all that is open, less what stands to the payer's credit."""
        owed = sum(one.open for one in self.lines)
        return Money(max(0, owed - max(0, self.account.credit)), self.account.currency)


@dataclass(frozen=True, slots=True)
class DuesPost:
    """All letters of a paper, and who gets none for which reason."""

    own: "Association"
    letters: tuple[DuesLetter, ...]
    emails: tuple[DuesLetter, ...] = ()
    """Those written to by e-mail instead."""
    without_address: tuple[str, ...] = ()
    too_soon: int = 0
    fallbacks: int = 0
    """Letters in the association's language because there are no texts in their reader's."""
    today: "date | None" = None
    notes: tuple[Message, ...] = field(default=())


def payers_of_scope(
    connection: "Connection", scope: "Scope", year: int, locale: Locale
) -> "Collection[Payer] | None":
    """Whose dues a paper is about: rows chosen in their list, a person's, those of a filter; None for all."""
    from hospes.queries.dues import payer_rows, payers_of, payers_of_people

    if scope.rows is not None:
        wanted = set(scope.rows)
        rows = payer_rows(connection, year, scope.today, locale)
        found = [row.payer for row in rows if row.payer.id in wanted]
        return found or _bare(connection, wanted)
    if scope.person is not None:
        return payers_of(connection, scope.person, scope.today)
    people = scope.people
    if people is None and scope.filter:
        from hospes.queries.filters import read_filter
        from hospes.queries.members import member_ids

        chosen = read_filter(scope.filter)
        people = tuple(member_ids(connection, chosen, locale=locale, today=scope.today))
    return payers_of_people(connection, people, scope.today) if people is not None else None


def _bare(connection: "Connection", ids: "set[UUID]") -> "list[Payer]":
    """Payers chosen by their ids who have no dues in the year."""
    from hospes.domain.payers import Payer, PayerKind
    from hospes.queries.names import names

    kinds = {kind.value: kind for kind in PayerKind}
    called = names(connection, ids, "en", tuple(kinds))
    return [Payer(kinds[one.kind], key) for key, one in called.items() if one.kind in kinds]


def year_of(own: "Association", asked: int, today: "date") -> int:
    """The year a paper is about: the one asked for, else the association's present one."""
    return asked or dues_year(today, own.year_start)


def language_of(recipient: "Recipient", own: "Association") -> tuple[str, bool]:
    """The language of a letter, and whether it is another than its reader's for want of texts."""
    ours = own.language or "en"
    wanted = recipient.language or ours
    if Locale.of(wanted).language in {Locale.of(code).language for code in languages()}:
        return wanted, False
    return ours, True


@dataclass(frozen=True, slots=True)
class Ready:
    """A payer with the account in the language of their letter."""

    account: "Account"
    recipient: "Recipient"
    language: str
    fallen_back: bool


def ready_payers(
    connection: "Connection",
    payers: "Collection[Payer]",
    own: "Association",
    today: "date",
    language: str = "",
) -> list[Ready]:
    """Payers in their order, each read in the language of their letter (`language` for all, if given)."""
    from hospes.queries.dues import accounts
    from hospes.queries.paper_payers import recipients

    whom = recipients(connection, payers, today, own.language or "en")
    spoken = {
        payer: (language, False) if language else language_of(whom[payer], own)
        for payer in payers
        if payer in whom
    }
    found: dict[Payer, Ready] = {}
    for code in dict.fromkeys(code for code, _ in spoken.values()):
        some = [payer for payer, (reads, _) in spoken.items() if reads == code]
        for payer, held in accounts(connection, some, today, Locale.of(code)).items():
            found[payer] = Ready(held, whom[payer], code, spoken[payer][1])
    return [found[payer] for payer in payers if payer in found]


def open_until(held: "Account", year: int) -> "tuple[DuesLine, ...]":
    """What is open up to a year, the oldest first."""
    found = (one for one in held.lines if one.open and one.year <= year)
    return tuple(sorted(found, key=lambda one: one.year))


def greeting_of(letter: DuesLetter, locale: Locale) -> Salutation:
    """How the letter greets; words kept for its reader hold in their own language only."""
    recipient = letter.recipient
    own = locale.language == Locale.of(letter.language).language
    kept = recipient.greeting if own else ""
    if len(recipient.names) == 1:
        return salutation(recipient.names[0], locale, formality=recipient.formality, override=kept)
    return joint_salutation(recipient.names, locale, formality=recipient.formality, override=kept)


def line_words(line: "DuesLine", own: "Association", locale: Locale) -> str:
    """`Dues 2026, Single`, with the number where one pays for several."""
    year = year_name(line.year, own.year_start)
    if not line.class_name:
        return locale.text("Dues {year}", year=year)
    if line.people > 1:
        return locale.text(
            "Dues {year}, {n} × {class}", year=year, n=line.people, **{"class": line.class_name}
        )
    return locale.text("Dues {year}, {class}", year=year, **{"class": line.class_name})


def begin(letter: DuesLetter, own: "Association", title: Callable[[Locale], str], kit: "Kit") -> "Flow":
    """Begin a letter: head, window, subject."""
    locale = kit.locale
    recipient = letter.recipient
    address: tuple[str, ...] = (recipient.envelope,)
    if recipient.address is not None:
        home = Locale.of(own.language or locale.code)
        address = address_lines((recipient.envelope,), postal(recipient.address), home, own.country)
    flow = kit.flow(
        kit.tongues.each(title),
        address=address,
        window_right=own.country == "FR",
        about=Pair(letter_foot(own, locale)),
    )
    flow.y += (4 if kit.tongues.second is None else 0.5) * MM
    return flow


def letter_foot(own: "Association", locale: Locale) -> str:
    """What stands at the foot of letters in a language, else the association's bank account and register."""
    texts = own.texts.get(locale.language)
    if texts is not None and texts.letter_foot:
        return texts.letter_foot
    parts = [own.bank_name, spaced(own.iban), own.register_no]
    return " · ".join(part for part in parts if part)


def amounts(flow: "Flow", letter: DuesLetter, own: "Association", kit: "Kit") -> None:
    """What is owed, line by line, with what was paid of it, and the sum."""
    locale, tongues = kit.locale, kit.tongues
    parts = any(line.paid.minor for line in letter.lines)
    currency = letter.account.currency
    rows: list[list[Cell]] = []
    for line in letter.lines:
        still = locale.money(Money(line.open, currency))
        whole = locale.money(line.amount)
        words = line_words(line, own, locale)
        rows.append([words, whole, still] if parts else [words, still])
    if letter.account.credit > 0:
        used = min(letter.account.credit, sum(one.open for one in letter.lines))
        credit = locale.money(Money(-used, currency))
        words = locale.text("To your credit")
        rows.append([words, "", credit] if parts else [words, credit])
    columns = [
        Column(tongues.text("What for"), strong=True, grow=1),
        Column(tongues.text("Amount"), Align.RIGHT, grow=0, least=28),
    ]
    if parts:
        columns.append(Column(tongues.text("Still open"), Align.RIGHT, grow=0, least=28))
    total = tongues.each(lambda reader: reader.text("To pay: {amount}", amount=reader.money(letter.due)))
    flow.list(Listing(columns, [Section(rows)], total.joined()))
    flow.y += 4 * MM


Way = Callable[["Flow", DuesLetter, "DuesPost", "Kit"], bool]


def by_transfer(flow: "Flow", letter: DuesLetter, post: DuesPost, kit: "Kit") -> bool:
    """The account in a box, with the QR code where there is an IBAN; always an answer."""
    own, locale, tongues, styles = post.own, kit.locale, kit.tongues, kit.type
    if not own.iban or not letter.due.minor:
        return not letter.due.minor
    purpose = transfer_words(letter, own, locale)
    facts = [
        (tongues.text("Account of").joined(), own.name),
        (tongues.text("IBAN").joined(), spaced(own.iban)),
        (tongues.text("BIC").joined(), own.bic),
        (tongues.text("Bank").joined(), own.bank_name),
        (tongues.text("Amount").joined(), locale.money(letter.due)),
        (tongues.text("Words for the transfer").joined(), purpose),
    ]
    code = _code(letter, own, purpose)
    pad = 3 * MM
    width = flow.width - (SIZE + 2 * pad if code else 0) - 2 * pad
    left = max(flow.pen.width(name, styles.small_strong) for name, value in facts if value) + 4 * MM
    lines: list[tuple[str, str]] = []
    for name, value in facts:
        if value:
            lines += [
                (name if at == 0 else "", part)
                for at, part in enumerate(wrap(value, styles.row, width - left))
            ]
    high = max(len(lines) * styles.row.leading, SIZE if code else 0) + 2 * pad
    if code:
        high += styles.foot.leading
    flow.need(high)
    flow.pen.rectangle(flow.x, flow.y, flow.width, high, BOX)
    y = flow.y + pad
    for name, value in lines:
        flow.pen.text(flow.x + pad, y + styles.row.size * 0.95, name, styles.small_strong)
        flow.pen.text(flow.x + pad + left, y + styles.row.size * 0.95, value, styles.row)
        y += styles.row.leading
    if code:
        at = flow.right - pad - SIZE
        draw_qr(flow.pen, at, flow.y + pad, code)
        words = tongues.text("For your bank’s app").first
        flow.pen.text_centred(at + SIZE / 2, flow.y + pad + SIZE + styles.foot.size, words, styles.foot)
    flow.y += high + 4 * MM
    return True


def by_debit(flow: "Flow", letter: DuesLetter, post: "DuesPost", kit: "Kit") -> bool:
    """The account that is debited, where there is a mandate for it."""
    mandate, tongues = letter.mandate, kit.tongues
    if mandate is None or letter.account.currency != "EUR":
        return False
    words = tongues.text("We collect this amount from your account by direct debit. There is nothing to do.")
    say(flow, words, kit)
    flow.facts(
        [
            Fact(tongues.text("From the account"), masked(mandate.iban)),
            Fact(tongues.text("Mandate reference"), mandate.reference),
            Fact(tongues.text("Creditor identifier"), post.own.creditor_id),
        ]
    )
    flow.y += 4 * MM
    return True


def masked(iban: str) -> str:
    """An IBAN a letter may show: its owner knows it again."""
    return f"{iban[:4]} … {iban[-4:]}"


WAYS: list[Way] = [by_debit, by_transfer]
"""How the money may come, the first that has an answer."""


def how_to_pay(flow: "Flow", letter: DuesLetter, post: DuesPost, kit: "Kit") -> None:
    """Say how the money comes."""
    for way in WAYS:
        if way(flow, letter, post, kit):
            return


def transfer_words(letter: DuesLetter, own: "Association", locale: Locale) -> str:
    """The words of the transfer: what for, whose, with the member numbers so that it is found again.

    They are for our own treasurer and stand in the association's language.
    """
    ours = Locale.of(own.language or locale.code)
    years = ", ".join(dict.fromkeys(year_name(one.year, own.year_start) for one in letter.lines))
    name = letter.recipient.envelope or letter.account.name
    if letter.recipient.numbers:
        numbers = ", ".join(letter.recipient.numbers)
        return ours.text("Dues {year}, {name}, no. {number}", year=years, name=name, number=numbers)
    return ours.text("Dues {year}, {name}", year=years, name=name)


def _code(letter: DuesLetter, own: "Association", purpose: str) -> str:
    """The text of the QR code; empty where there can be none (another currency)."""
    try:
        return transfer_text(Transfer(own.name, own.iban, letter.due, purpose, own.bic))
    except UserError:
        return ""


def spaced(iban: str) -> str:
    """An IBAN in groups of four."""
    text = "".join(iban.split())
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))


def say(flow: "Flow", words: Pair, kit: "Kit", gap: float = 3 * MM) -> None:
    """A paragraph, with the same in the second language beneath it."""
    two = bool(words.second) and words.second != words.first
    flow.para(words.first, kit.type.body, gap=0.5 * MM if two else gap)
    if two:
        flow.para(words.second, kit.type.head_second, gap=min(gap, 2.5 * MM))


def close(flow: "Flow", letter: DuesLetter, signed_by: str, kit: "Kit") -> None:
    """Closing, room for a signature, name."""
    flow.y += 1 * MM
    closings = kit.tongues.each(lambda locale: greeting_of(letter, locale).closing)
    if closings.second:
        flow.need(28 * MM)
        say(flow, closings, kit, gap=0)
        sign(flow, "", signed_by, kit, gap=12 * MM)
    else:
        sign(flow, closings.first, signed_by, kit)


def paragraphs(
    flow: "Flow", letter: DuesLetter, first: Callable[[Locale], str], own_words: str, kit: "Kit"
) -> None:
    """The opening, the first sentence in each language, and a paragraph somebody wrote as they wrote it.

    The sentence begins small where the language wants it so.
    """
    styles = ((kit.tongues.first, kit.type.body), (kit.tongues.second, kit.type.head_second))
    two = kit.tongues.second is not None
    for locale, style in styles:
        if locale is not None:
            greeted, text = greeting_of(letter, locale), first(locale)
            flow.para(greeted.opening, style, gap=1 * MM if two else 4 * MM)
            text = text if greeted.starts_lower else text[:1].upper() + text[1:]
            flow.para(text, style, gap=2 * MM if two else 3 * MM)
    if own_words.strip():
        flow.para(own_words.strip(), kit.type.body, gap=3 * MM)


def is_friendly(letter: DuesLetter) -> bool:
    """Does the letter speak to friends?"""
    return letter.recipient.formality is Formality.FRIENDLY


def notes_of(post: DuesPost) -> list[Message]:
    """What somebody should know before printing."""
    notes = list(post.notes)
    if post.without_address:
        n = len(post.without_address)
        named = ", ".join(post.without_address[:5])
        notes.append(
            Message("One has no address: {names}.", many="{n} have no address: {names}.", n=n, names=named)
        )
    if post.too_soon:
        notes.append(
            Message(
                "One was reminded only lately and gets no letter now.",
                many="{n} were reminded only lately and get no letter now.",
                n=post.too_soon,
            )
        )
    if post.fallbacks:
        ours = Locale.of(post.own.language or "en")
        notes.append(
            Message(
                "One letter is in {language}, because Hospes has no texts in its reader’s language.",
                many="{n} letters are in {language}, because Hospes has no texts in their readers’ language.",
                n=post.fallbacks,
                language=ours.own_name(),
            )
        )
    if not post.own.iban and post.letters:
        notes.append(
            Message(
                "The letters name no account: the association’s IBAN is missing in the settings, under "
                "Association."
            )
        )
    return notes
