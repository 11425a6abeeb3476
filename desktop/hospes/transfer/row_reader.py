# SPDX-License-Identifier: GPL-3.0-or-later
"""One row: texts by field become a person or an organisation."""

import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from hospes.domain.bank import read_iban
from hospes.domain.codes import ContactKind, ContactLabel, Gender, NameOrder
from hospes.domain.dates import DateProblem, birth_doubt
from hospes.domain.emails import read_email
from hospes.domain.errors import FieldProblem, Message
from hospes.domain.incoming import (
    Incoming,
    IncomingAddress,
    IncomingContact,
    IncomingMandate,
    IncomingMembership,
)
from hospes.domain.money import LARGEST, MoneyProblem, read_money
from hospes.domain.phones import e164
from hospes.domain.values import Money, RoughDate
from hospes.i18n.locale import Locale
from hospes.transfer import vocabulary
from hospes.transfer.addresses import Parts, address_of
from hospes.transfer.days import DayReader, NoYear, remedy
from hospes.transfer.fields import OWN, TAG
from hospes.transfer.functions import function_of
from hospes.transfer.person_names import Named, named
from hospes.transfer.reading import Cell

Oddity = tuple[str, str, str, Message]
"""Field, value, code, reason."""

_SEVERAL = re.compile(r"\s*[;\n]\s*")
_SEVERAL_EMAILS = re.compile(r"[\s,;/]*[;,/\n]\s*")
_SEVERAL_PHONES = re.compile(r"\s*(?:[;,\n|]|\s/\s|\bund\b|\boder\b|\bet\b|\bou\b|\bor\b|\band\b)\s*")
_SEVERAL_WORDS = re.compile(r"\s*[;,\n]\s*")
_SEVERAL_LANGUAGES = re.compile(r"\s*[;,/\n]\s*")
_TWO = re.compile(r"\w\s+(?:und|u\.|and|et|i|oraz|[&+/])\s+\w")
_ACCOUNT = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{8,30}\Z")
_PHONE_FIELDS = (
    ("phone", ContactKind.PHONE, ContactLabel.PRIVATE),
    ("mobile", ContactKind.MOBILE, ContactLabel.PRIVATE),
    ("phone_work", ContactKind.PHONE, ContactLabel.WORK),
)


_NO_LANGUAGE = Message("No language of this name is known; it is kept as a note.")
_NO_PHONE = Message("This does not look like a telephone number.")


class RowProblem(Exception):
    """The row cannot be used."""

    def __init__(self, field: str, code: str, reason: Message, remedy: Message) -> None:
        super().__init__(reason.msgid)
        self.code = code
        self.field = field
        self.reason = reason
        self.remedy = remedy


@dataclass(slots=True)
class RowReader:
    """Reads rows of one list."""

    locale: Locale
    country: str
    currency: str
    days: DayReader
    source: str = ""
    membership: bool = True
    surname_first: bool = False
    capitals: bool = False
    literal: bool = False
    needs_surname: bool = False
    """The list has a column of last names, so that an empty one is a slip."""
    special: bool = True
    """Some column is an own field or a tag."""
    headings: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """What stands over the column of a field; put before what is kept as a note."""

    def read(self, row: int, texts: dict[str, str], raw: dict[str, Cell]) -> tuple[Incoming, list[Oddity]]:
        """The person of a row and what is odd about it. Raises RowProblem."""
        return _Row(self, row, texts, raw).read()


class _Row:
    def __init__(self, how: RowReader, row: int, texts: dict[str, str], raw: dict[str, Cell]) -> None:
        self.how = how
        self.row = row
        self.texts = texts
        self.raw = raw
        self.odd: list[Oddity] = []
        self.leftovers: list[str] = []

    def read(self) -> tuple[Incoming, list[Oddity]]:
        """All of it."""
        name = self._name()
        birth = self._birth()
        address = self._address()
        died = self._rough("died") if not self._is_yes("died") else None
        interests = self._list("interests")
        who = Incoming(
            row=self.row,
            source=self.how.source if self.texts.get("source_id") else "",
            source_id=self.texts.get("source_id", ""),
            title_prefix=name.title,
            given=name.given,
            given2=name.given2,
            nickname=name.nickname,
            surname_prefix=name.surname_prefix,
            surname=name.surname,
            surname2=name.surname2,
            birth_surname=name.birth_surname,
            suffix=name.suffix,
            name_order=name.order,
            script_name=self.texts.get("native_name", ""),
            gender=self._gender(name.gender),
            birth=birth,
            birth_place=self.texts.get("birth_place", ""),
            died=died,
            deceased=died is not None or self._is_yes("died"),
            preferred_language=self._language(),
            profession=self.texts.get("profession", ""),
            interests=";".join(interests),
            organisation=name.organisation,
            function=function_of(self.texts.get("function", "")),
            function_title=self.texts.get("function", ""),
            household=self.texts.get("household", ""),
            address=address,
            contacts=self._contacts(address.country or self.how.country),
            languages=self._languages(),
            membership=self._membership(),
            mandate=self._mandate(),
            can_host=self._yes_no("can_host"),
            tags=self._tags(),
            own=self._own(),
            notes=self._notes(),
        )
        return who, self.odd

    # ---- names -------------------------------------------------------------------------------------------

    def _name(self) -> Named:
        organisation = vocabulary.is_organisation(self.texts.get("kind", "")) is True
        order = NameOrder.SURNAME_FIRST if self.how.surname_first else NameOrder.GIVEN_FIRST
        found = named(
            self.texts,
            organisation=organisation,
            order=order,
            country=self.how.country,
            capitals=self.how.capitals,
            literal=self.how.literal,
        )
        if not found:
            raise RowProblem(
                "family_name" if "family_name" in self.how.headings else "full_name",
                "no-name",
                Message("The row names nobody."),
                Message("Write a first or last name, or the name of an organisation, into the row."),
            )
        if _TWO.search(found.given) and not self.how.literal:
            reason = Message(
                "Two people seem to stand in one row. Write each into a row, with one household."
            )
            self.odd.append(
                (
                    "given_name" if self.texts.get("given_name") else "full_name",
                    found.given,
                    "two-people",
                    reason,
                )
            )
        if self.how.needs_surname and found.given and not found.surname:
            raise RowProblem(
                "family_name",
                "no-last-name",
                Message("The last name is missing."),
                Message("Write it into the row; whoever has one name only has it as the last name."),
            )
        return found

    def _gender(self, by_address: Gender) -> Gender:
        for field in ("sex", "salutation"):
            text = self.texts.get(field, "")
            if not text:
                continue
            found = (
                vocabulary.gender(text) if field == "sex" else (vocabulary.gender(text.split()[0]) or None)
            )
            if found is not None:
                return found
            if field == "sex":
                self._strange(field, "sex-unknown", Message("Neither woman nor man is written here."))
        return by_address

    # ---- days --------------------------------------------------------------------------------------------

    def _birth(self) -> RoughDate | None:
        birth = self._rough("birth_date")
        if birth is None:
            return None
        if birth.first > self.how.days.today:
            raise RowProblem(
                "birth_date",
                "birth-in-future",
                Message("This day of birth is still to come."),
                Message("Write the day into the list, or leave the cell empty."),
            )
        doubt = birth_doubt(birth, self.how.days.today)
        if doubt is not None:
            self.odd.append(("birth_date", self.texts["birth_date"], "birth-odd", doubt))
        return birth

    def _rough(self, field: str) -> RoughDate | None:
        text = self.texts.get(field, "")
        if not text:
            return None
        past = field not in ("left", "resigned")
        try:
            return self.how.days.read(self.raw.get(field, text), past=past)
        except NoYear as problem:
            self._strange(
                field, problem.code, Message("The year is missing; what is written is kept as a note.")
            )
            return None
        except DateProblem as problem:
            raise RowProblem(field, problem.code, problem.message, remedy(problem)) from None

    def _day(self, field: str) -> date | None:
        """A whole day; of a month or a year the last one."""
        found = self._rough(field)
        return None if found is None else found.exact or found.last

    # ---- words -------------------------------------------------------------------------------------------

    def _strange(self, field: str, code: str, reason: Message) -> None:
        """A value that has no place: said, and kept as a note."""
        self._keep(field, self.texts[field], code, reason)

    def _keep(self, field: str, text: str, code: str, reason: Message) -> None:
        self.odd.append((field, text, code, reason))
        self.leftovers.append(": ".join(part for part in (self.how.headings.get(field, ""), text) if part))

    def _is_yes(self, field: str) -> bool:
        text = self.texts.get(field, "")
        return (bool(text) and text in ("†", "+")) or (
            bool(text) and vocabulary.yes_no(text) is True and text != "1"
        )

    def _yes_no(self, field: str) -> bool | None:
        text = self.texts.get(field, "")
        if not text:
            return None
        found = vocabulary.yes_no(text)
        if found is None:
            self._strange(field, "yes-no-unknown", Message("Neither yes nor no is written here."))
        return found

    def _list(self, field: str, cut: re.Pattern[str] = _SEVERAL_WORDS) -> list[str]:
        text = self.texts.get(field, "")
        if not text:
            return []
        if self.how.literal:
            cut = _SEVERAL
        return [word for word in dict.fromkeys(cut.split(text)) if word]

    def _language(self) -> str:
        text = self.texts.get("language", "")
        if not text:
            return ""
        found = vocabulary.language(text)
        if found is None:
            self._strange("language", "language-unknown", _NO_LANGUAGE)
        return found or ""

    def _languages(self) -> tuple[tuple[str, str], ...]:
        found: dict[str, str] = {}
        for word in self._list("languages", _SEVERAL_LANGUAGES):
            code, level = vocabulary.language_level(word)
            if code is None:
                self._keep("languages", word, "language-unknown", _NO_LANGUAGE)
            else:
                found.setdefault(code, level)
        return tuple(found.items())

    def _own(self) -> tuple[tuple[str, str], ...]:
        if not self.how.special:
            return ()
        return tuple(
            (field.removeprefix(OWN), text) for field, text in self.texts.items() if field.startswith(OWN)
        )

    def _tags(self) -> tuple[str, ...]:
        tags = dict.fromkeys(self._list("tags"))
        for field, text in self.texts.items() if self.how.special else ():
            if field.startswith(TAG) and vocabulary.yes_no(text) is True:
                tags[field.removeprefix(TAG)] = None
        return tuple(tags)

    def _notes(self) -> tuple[str, ...]:
        note = self.texts.get("notes", "")
        if self.texts.get("fax"):
            self.leftovers.append(f"Fax {self.texts['fax']}")
        return tuple(part for part in (note, "\n".join(self.leftovers)) if part)

    # ---- reaching somebody -------------------------------------------------------------------------------

    def _address(self) -> IncomingAddress:
        texts = self.texts
        country = ""
        if texts.get("country"):
            found = vocabulary.country(texts["country"])
            if found is None:
                self._strange(
                    "country",
                    "country-unknown",
                    Message("No country of this name is known; it is kept as a note."),
                )
            country = found or ""
        return address_of(
            Parts(
                whole=texts.get("address", ""),
                street=texts.get("street", ""),
                house=texts.get("house_number", ""),
                postcode=texts.get("postcode", ""),
                postcode_is_number=isinstance(self.raw.get("postcode"), int),
                town=texts.get("town", ""),
                postcode_town=texts.get("postcode_town", ""),
                care_of=texts.get("care_of", ""),
                extra=texts.get("address_extra", ""),
                region=texts.get("region", ""),
                country=country,
            ),
            self.how.country,
            literal=self.how.literal and self.how.source != "vcard",
        )

    def _contacts(self, country: str) -> tuple[IncomingContact, ...]:
        found: dict[tuple[ContactKind, str], IncomingContact] = {}
        for field, kind, label in _PHONE_FIELDS:
            for text in self._phones(field):
                number = e164(text, country) or None
                if number is None and not self.how.literal:
                    self.odd.append((field, text, "phone-odd", _NO_PHONE))
                found.setdefault((kind, number or text), IncomingContact(kind, text, number, label))
        for email in self._emails():
            found.setdefault((ContactKind.EMAIL, email.casefold()), IncomingContact(ContactKind.EMAIL, email))
        if self.texts.get("web"):
            web = self.texts["web"]
            found[ContactKind.WEB, web] = IncomingContact(ContactKind.WEB, web)
        return tuple(found.values())

    def _phones(self, field: str) -> list[str]:
        text = self.texts.get(field, "")
        if not text:
            return []
        raw = self.raw.get(field)
        if (
            isinstance(raw, int)
            and not isinstance(raw, bool)
            and len(text) >= 6
            and not text.startswith("00")
        ):
            # A spreadsheet took the number for a figure and lost its first zero.
            dial = text.startswith(("49", "33", "44", "48", "43", "41", "39", "31", "32")) and len(text) > 10
            text = f"+{text}" if dial else f"0{text}"
        cut = _SEVERAL if self.how.literal else _SEVERAL_PHONES
        return [part for part in dict.fromkeys(cut.split(text)) if part]

    def _emails(self) -> list[str]:
        text = self.texts.get("email", "")
        if not text:
            return []
        found: list[str] = []
        parts = _SEVERAL_EMAILS.split(text) if "<" not in text else _SEVERAL.split(text)
        if len(parts) == 1 and text.count("@") > 1:
            parts = text.split()
        for part in parts:
            if not part:
                continue
            try:
                found.append(read_email(part))
            except FieldProblem as problem:
                raise RowProblem(
                    "email",
                    "email-unusable",
                    Message("“{typed}” is no e-mail address.", typed=part[:80]),
                    _email_remedy(problem),
                ) from None
        return found

    # ---- membership and money ----------------------------------------------------------------------------

    def _membership(self) -> IncomingMembership | None:
        flag = self.texts.get("member_flag", "")
        if flag and (
            vocabulary.yes_no(flag) is False or flag == "2" or flag.casefold() in ("spender", "spenderin")
        ):
            return None
        if not self.how.membership:
            return None
        return IncomingMembership(
            number=self.texts.get("number", ""),
            class_name=self.texts.get("class", ""),
            joined=self._rough("joined"),
            left_on=self._day("left"),
            resigned_on=self._day("resigned"),
            dues=self._amount("dues"),
            class_dues=self._amount("class_dues"),
        )

    def _amount(self, field: str) -> Money | None:
        text = self.texts.get(field, "")
        if not text:
            return None
        cell = self.raw.get(field)
        try:
            if isinstance(cell, int | float) and not isinstance(cell, bool):
                amount = Money(int((Decimal(str(cell)) * 100).to_integral_value()), self.how.currency)
                if abs(amount.minor) >= LARGEST:
                    raise MoneyProblem("“{typed}” is no amount.", typed=text[:40])
            elif isinstance(cell, datetime | date):
                raise MoneyProblem("“{typed}” is no amount.", typed=text[:40])
            else:
                amount = read_money(text, self.how.currency)
        except MoneyProblem:
            raise RowProblem(
                field,
                "amount-unusable",
                Message("“{typed}” is no amount.", typed=text[:40]),
                Message("Write an amount such as 35.00 into the list, or leave the cell empty."),
            ) from None
        if amount.minor < 0:
            raise RowProblem(
                field,
                "amount-negative",
                Message("Dues cannot be less than nothing."),
                Message("Write an amount such as 35.00 into the list, or leave the cell empty."),
            )
        return amount

    def _mandate(self) -> IncomingMandate:
        iban = ""
        if self.texts.get("iban"):
            bare = re.sub(r"[\s.-]", "", self.texts["iban"]).upper()
            try:
                iban = read_iban(bare)
            except FieldProblem:
                if _ACCOUNT.match(bare):
                    iban = bare
                    reason = Message("A figure of this IBAN is wrong or missing.")
                    self.odd.append(("iban", self.texts["iban"], "iban-odd", reason))
                else:
                    self._strange("iban", "iban-unknown", Message("This is no IBAN; it is kept as a note."))
        return IncomingMandate(
            iban=iban,
            bic=re.sub(r"\s", "", self.texts.get("bic", "")).upper() if iban else "",
            account_name=self.texts.get("account_name", "") if iban else "",
            reference=self.texts.get("mandate", ""),
            signed_on=self._day("mandate_date"),
        )


def _email_remedy(problem: FieldProblem) -> Message:
    if problem.suggestions:
        return Message("Perhaps {email} is meant. Mend it in the list.", email=problem.suggestions[0])
    return Message("Mend the address in the list, or leave the cell empty.")
