# SPDX-License-Identifier: GPL-3.0-or-later
"""SEPA direct debits: identifiers, which letters a bank takes, when a mandate lapses, who is collected from.

The scheme's rules as far as an association needs them (domain 4.5): core scheme, euros, a mandate lapses
36 months after it was last used, a debit is announced 14 days before unless less was agreed.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from hospes.domain.codes import Code, MandateState
from hospes.domain.errors import FieldProblem
from hospes.domain.payers import Payer
from hospes.i18n.marks import N_

NOTICE_DAYS = 14
"""How long before the money is taken the payer is told, unless less was agreed."""
LAPSES_AFTER = 36
"""Months without use after which a mandate is void."""
NAME, WORDS, REFERENCE = 70, 140, 35

_ALLOWED = re.compile(r"[^a-zA-Z0-9/\-?:().,'+ ]")
_REFERENCE = re.compile(r"[A-Za-z0-9/\-?:().,'+]{1,35}")
_SPELT = str.maketrans({
    "ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "ẞ": "SS", "&": "+",
    "„": "'", "“": "'", "”": "'", '"': "'", "’": "'", "‘": "'", "–": "-", "—": "-", ";": ",", "_": "-",
    "@": "(at)", "€": "EUR",
})  # fmt: skip

SEPA_COUNTRIES = frozenset({
    "AD", "AL", "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR",
    "GB", "GI", "GR", "HR", "HU", "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MC", "MD",
    "ME", "MK", "MT", "NL", "NO", "PL", "PT", "RO", "RS", "SE", "SI", "SK", "SM", "VA",
})  # fmt: skip
"""Whose accounts can be debited; the first letters of an IBAN."""


class MandateKind(Code):
    """For how many debits a mandate is."""

    RECURRENT = "recurrent", N_("For every debit until it is revoked")
    ONCE = "once", N_("For one debit only")


class Sequence(Code):
    """Which debit of a mandate it is, as the bank wants to know."""

    FIRST = "FRST", N_("The first one")
    RECURRENT = "RCUR", N_("A later one")
    ONCE = "OOFF", N_("The only one")


class PainVersion(Code):
    """The version of the file for the bank."""

    V08 = "08", N_("pain.008.001.08 (usual)")
    V02 = "02", N_("pain.008.001.02 (older)")

    @property
    def schema(self) -> str:
        """The name of its schema."""
        return f"pain.008.001.{self.value}"


class LeftOut(Code):
    """Why somebody who owes is not collected from."""

    NO_MANDATE = "no_mandate", N_("No mandate")
    EXPIRED = "expired", N_("The mandate lapsed: it was not used for 36 months")
    USED_UP = "used_up", N_("The mandate was for one debit only")
    UNSIGNED = "unsigned", N_("The day of the signature is missing")
    BAD_REFERENCE = "bad_reference", N_("The mandate has no usable reference")
    BAD_IBAN = "bad_iban", N_("The IBAN is wrong")
    NOT_SEPA = "not_sepa", N_("The account is not in a SEPA country")
    NOT_EUROS = "not_euros", N_("Direct debits take euros only")
    UNDER_WAY = "under_way", N_("A debit is under way already")


class ReturnReason(Code):
    """Why a debit came back, by the code on the bank statement."""

    AC01 = "AC01", N_("The account number is wrong")
    AC04 = "AC04", N_("The account is closed")
    AC06 = "AC06", N_("The account is blocked")
    AC13 = "AC13", N_("The account is a company’s")
    AG01 = "AG01", N_("The account takes no direct debits")
    AG02 = "AG02", N_("The bank does not know this kind of debit")
    AM04 = "AM04", N_("Not enough money on the account")
    AM05 = "AM05", N_("Collected twice")
    BE05 = "BE05", N_("The creditor identifier is wrong")
    MD01 = "MD01", N_("There is no valid mandate")
    MD06 = "MD06", N_("The payer asked for the money back")
    MD07 = "MD07", N_("The payer has died")
    MS02 = "MS02", N_("The payer refused the debit")
    MS03 = "MS03", N_("No reason was told")
    RC01 = "RC01", N_("The BIC is wrong")
    RR04 = "RR04", N_("A rule of the country forbids it")
    SL01 = "SL01", N_("The payer blocked debits of this creditor")

    @property
    def ends_mandate(self) -> bool:
        """Is the mandate of no use any more?"""
        return self.value in ("AC04", "MD01", "MD07")


def read_creditor_id(typed: str, field: str = "creditor_id") -> str:
    """A creditor identifier without blanks. Raises FieldProblem where its check figures do not fit."""
    from stdnum.eu import at_02
    from stdnum.exceptions import ValidationError

    text = re.sub(r"[\s]", "", typed).upper()
    try:
        return str(at_02.validate(text))
    except ValidationError:
        raise FieldProblem(
            field,
            "This is no creditor identifier: a figure is wrong or missing. In Germany it has 18 characters "
            "and looks like DE98ZZZ09999999999. What you typed is kept.",
        ) from None


def read_reference(typed: str, field: str = "reference") -> str:
    """A mandate reference. Raises FieldProblem where banks would refuse it."""
    text = "".join(typed.split())
    if not _REFERENCE.fullmatch(text) or text.startswith("/") or text.endswith("/") or "//" in text:
        raise FieldProblem(
            field,
            "A mandate reference has at most 35 letters, figures and - . , ( ) and no blanks or umlauts.",
        )
    return text


def plain_text(text: str, most: int) -> str:
    """A text in the letters every bank takes: umlauts spelt out, accents gone, & as +, at most so long."""
    from text_unidecode import unidecode  # type: ignore[import-untyped]  # it has none

    composed = unicodedata.normalize("NFC", text).translate(_SPELT)
    shown = _ALLOWED.sub(" ", unidecode(composed))
    return " ".join(shown.split())[:most].strip().lstrip("/") or "-"


def lapses_on(signed_on: date | None, last_used_on: date | None) -> date | None:
    """The first day on which a mandate is void unless it is used before."""
    since = max((day for day in (signed_on, last_used_on) if day is not None), default=None)
    if since is None:
        return None
    year, month = since.year + LAPSES_AFTER // 12, since.month
    try:
        return date(year, month, since.day) + timedelta(days=1)
    except ValueError:
        return date(year, 3, 1)


def is_bank_day(day: date) -> bool:
    """Do banks settle euros on this day? Not at weekends and on six feast days."""
    import holidays

    return day.weekday() < 5 and day not in holidays.financial_holidays("ECB", years=day.year)


def next_bank_day(day: date) -> date:
    """The day itself or the first after it on which banks settle."""
    while not is_bank_day(day):
        day += timedelta(days=1)
    return day


def earliest_debit(today: date, notice: int = NOTICE_DAYS) -> date:
    """The first day a debit announced today can be due."""
    return next_bank_day(today + timedelta(days=max(notice, 2)))


def check_due(due_on: date, today: date, notice: int) -> None:
    """Raises FieldProblem for a day on which nothing can be collected."""
    earliest = earliest_debit(today, notice)
    if due_on < earliest:
        raise FieldProblem(
            "due_on",
            "This day is too near: payers are told {n} days before, and the bank needs the file before that. "
            "The first day possible is {day}.",
            n=notice,
            day=earliest,
        )
    if not is_bank_day(due_on):
        raise FieldProblem(
            "due_on",
            "Banks do not work on this day. The next one is {day}.",
            day=next_bank_day(due_on),
        )


@dataclass(frozen=True, slots=True)
class MandateFacts:
    """A mandate, as far as it decides about a collection."""

    id: UUID
    payer: Payer
    reference: str
    iban: str
    bic: str
    account_name: str
    signed_on: date | None
    last_used_on: date | None
    kind: MandateKind = MandateKind.RECURRENT
    state: MandateState = MandateState.ACTIVE

    def sequence(self) -> Sequence:
        """Which debit comes next."""
        if self.kind is MandateKind.ONCE:
            return Sequence.ONCE
        return Sequence.RECURRENT if self.last_used_on else Sequence.FIRST


@dataclass(frozen=True, slots=True)
class Owed:
    """What a payer is to pay."""

    payer: Payer
    name: str
    minor: int
    currency: str = "EUR"
    years: tuple[int, ...] = ()
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Debit:
    """One debit of a collection."""

    owed: Owed
    mandate: MandateFacts
    sequence: Sequence


@dataclass(frozen=True, slots=True)
class CollectionPlan:
    """Who is collected from, and who is not and why."""

    debits: tuple[Debit, ...]
    left_out: tuple[tuple[Owed, LeftOut], ...]

    @property
    def total(self) -> int:
        """The sum in cents."""
        return sum(one.owed.minor for one in self.debits)


def trouble(mandate: MandateFacts, due_on: date) -> LeftOut | None:
    """Why a mandate cannot be used on a day; None if it can."""
    from hospes.domain.bank import read_iban

    if mandate.kind is MandateKind.ONCE and mandate.last_used_on is not None:
        return LeftOut.USED_UP
    if mandate.signed_on is None:
        return LeftOut.UNSIGNED
    lapses = lapses_on(mandate.signed_on, mandate.last_used_on)
    if lapses is not None and lapses <= due_on:
        return LeftOut.EXPIRED
    try:
        read_reference(mandate.reference)
    except FieldProblem:
        return LeftOut.BAD_REFERENCE
    try:
        iban = read_iban(mandate.iban)
    except FieldProblem:
        return LeftOut.BAD_IBAN
    return None if iban[:2] in SEPA_COUNTRIES else LeftOut.NOT_SEPA


def plan_collection(
    owed: Iterable[Owed],
    mandates: Mapping[Payer, Collection[MandateFacts]],
    due_on: date,
    under_way: Collection[Payer] = frozenset(),
) -> CollectionPlan:
    """Whom to collect from on a day. Of several mandates the newest that can be used counts."""
    debits: list[Debit] = []
    left: list[tuple[Owed, LeftOut]] = []
    for one in owed:
        if one.minor <= 0:
            continue
        some = [each for each in mandates.get(one.payer, ()) if each.state is MandateState.ACTIVE]
        some.sort(key=lambda each: (each.signed_on or date.min, each.id.hex), reverse=True)
        usable = next((each for each in some if trouble(each, due_on) is None), None)
        if one.payer in under_way:
            left.append((one, LeftOut.UNDER_WAY))
        elif not some:
            left.append((one, LeftOut.NO_MANDATE))
        elif one.currency != "EUR":
            left.append((one, LeftOut.NOT_EUROS))
        elif usable is None:
            left.append((one, trouble(some[0], due_on) or LeftOut.NO_MANDATE))
        else:
            debits.append(Debit(one, usable, usable.sequence()))
    return CollectionPlan(tuple(debits), tuple(left))
