# SPDX-License-Identifier: GPL-3.0-or-later
"""People as a list from outside describes them: plain values between the reading of a file and the action
that brings them in.

What a list says about somebody is compared with what is known by *facts*: plain texts by field, spelt so that
the same fact is the same text (`facts_of`). So matching and doubts need no code per field and no database.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol
from uuid import UUID

from hospes.domain.codes import ContactKind, ContactLabel, Function, Gender, NameOrder
from hospes.domain.values import Money, RoughDate
from hospes.i18n.fold import fold

MANY = frozenset(("phones", "emails", "notes", "tags", "languages"))
"""Facts of which one more is an addition, never a contradiction, except a second telephone or e-mail."""
EXCLUSIVE = frozenset(("phones", "emails"))


@dataclass(frozen=True, slots=True)
class IncomingContact:
    """A telephone, an e-mail address, a website."""

    kind: ContactKind
    value: str
    e164: str | None = None
    label: ContactLabel = ContactLabel.PRIVATE


@dataclass(frozen=True, slots=True)
class IncomingAddress:
    """Where somebody lives; what the list does not say is empty."""

    care_of: str = ""
    extra: str = ""
    street: str = ""
    postcode: str = ""
    town: str = ""
    region: str = ""
    country: str = ""

    def __bool__(self) -> bool:
        return bool(self.street or self.postcode or self.town or self.care_of or self.extra)

    @property
    def place_key(self) -> str:
        """The same for the same place, however it is spelt."""
        return fold(f"{self.street} {self.postcode} {self.town}")


@dataclass(frozen=True, slots=True)
class IncomingMembership:
    """What the list says of the membership."""

    number: str = ""
    class_name: str = ""
    joined: RoughDate | None = None
    left_on: date | None = None
    resigned_on: date | None = None
    dues: Money | None = None
    class_dues: Money | None = None


@dataclass(frozen=True, slots=True)
class IncomingMandate:
    """Bank account and mandate."""

    iban: str = ""
    bic: str = ""
    account_name: str = ""
    reference: str = ""
    signed_on: date | None = None

    def __bool__(self) -> bool:
        return bool(self.iban or self.reference)


@dataclass(frozen=True, slots=True)
class Incoming:
    """One person, or one organisation if there is no name of a person, in a row of the list."""

    row: int
    source: str = ""
    source_id: str = ""
    title_prefix: str = ""
    given: str = ""
    given2: str = ""
    nickname: str = ""
    surname_prefix: str = ""
    surname: str = ""
    surname2: str = ""
    birth_surname: str = ""
    suffix: str = ""
    name_order: NameOrder = NameOrder.GIVEN_FIRST
    script_name: str = ""
    gender: Gender = Gender.UNKNOWN
    birth: RoughDate | None = None
    birth_place: str = ""
    died: RoughDate | None = None
    deceased: bool = False
    preferred_language: str = ""
    profession: str = ""
    interests: str = ""
    organisation: str = ""
    function: Function = Function.CONTACT
    function_title: str = ""
    household: str = ""
    address: IncomingAddress = IncomingAddress()
    contacts: tuple[IncomingContact, ...] = ()
    languages: tuple[tuple[str, str], ...] = ()
    """Pairs of language and level."""
    membership: IncomingMembership | None = None
    mandate: IncomingMandate = IncomingMandate()
    notes: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    can_host: bool | None = None
    own: tuple[tuple[str, str], ...] = ()
    """Pairs of an own field's name and the value."""

    @property
    def is_person(self) -> bool:
        """A person, not an organisation."""
        return bool(self.given or self.surname or self.script_name or self.nickname)

    @property
    def shown(self) -> str:
        """The name, for a list of what was left out."""
        name = " ".join(
            part
            for part in (self.title_prefix, self.given, self.surname_prefix, self.surname, self.suffix)
            if part
        )
        return name or self.script_name or self.nickname or self.organisation

    @property
    def name_key(self) -> str:
        """The folded name: the same for Müller, Mueller and MULLER."""
        if not self.is_person:
            return fold(self.organisation)
        return name_key(
            self.given or self.nickname, self.surname_prefix, self.surname, self.surname2
        ) or fold(self.script_name)

    @property
    def emails(self) -> tuple[str, ...]:
        """Its e-mail addresses, to compare."""
        return tuple(c.value.casefold() for c in self.contacts if c.kind is ContactKind.EMAIL)


def name_key(given: str, *surnames: str) -> str:
    """The folded name, last name first."""
    return f"{fold(' '.join(part for part in surnames if part))}|{fold(given)}".strip("|")


@dataclass(frozen=True, slots=True)
class KnownKeys:
    """By what somebody in the file may be found again."""

    id: UUID
    is_person: bool
    name: str
    """`name_key` of the person, or the folded name of the organisation."""
    birth: str = ""
    postcodes: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    sources: frozenset[tuple[str, str]] = frozenset()
    in_full: str = ""
    """The key with the second first name or the patronymic, which lists write behind the first."""

    @property
    def names(self) -> frozenset[str]:
        """Both keys."""
        return frozenset((self.name, self.in_full or self.name))


@dataclass(frozen=True, slots=True)
class KnownFacts:
    """What the file says of somebody who was found again."""

    id: UUID
    version: int
    facts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By field; texts as people would write them."""


def plain(name: str, text: str) -> str:
    """A fact so spelt that equal facts are equal texts."""
    if name == "phones":
        return "".join(sign for sign in text if sign.isdigit() or sign == "+") or text.strip()
    if name in ("emails", "iban", "mandate", "number"):
        return "".join(text.split()).casefold()
    return fold(text) or text.strip()


class Say(Protocol):
    """Notes the texts of one fact."""

    def __call__(self, name: str, *texts: str) -> None:
        """Empty texts say nothing."""


def facts_of(who: Incoming) -> dict[str, tuple[str, ...]]:
    """Everything a row says, by field; fields it says nothing about are not there."""
    facts: dict[str, tuple[str, ...]] = {}

    def say(name: str, *texts: str) -> None:
        kept = tuple(text for text in texts if text)
        if kept:
            facts[name] = kept

    say("title", who.title_prefix)
    say("second_name", who.given2)
    say("nickname", who.nickname)
    say("birth_name", who.birth_surname)
    say("name_suffix", who.suffix)
    say("native_name", who.script_name)
    say("sex", "" if who.gender is Gender.UNKNOWN else who.gender.value)
    say("birth_date", str(who.birth or ""))
    say("birth_place", who.birth_place)
    say("died", str(who.died or ("1" if who.deceased else "")))
    say("language", who.preferred_language)
    say("profession", who.profession)
    say("interests", who.interests)
    if who.is_person:
        say("organisation", who.organisation)
    say("household", who.household)
    for name in ("care_of", "extra", "street", "postcode", "town", "region", "country"):
        say("address_extra" if name == "extra" else name, getattr(who.address, name))
    say(
        "phones",
        *(c.e164 or c.value for c in who.contacts if c.kind in (ContactKind.PHONE, ContactKind.MOBILE)),
    )
    say("emails", *(c.value for c in who.contacts if c.kind is ContactKind.EMAIL))
    say("web", *(c.value for c in who.contacts if c.kind is ContactKind.WEB))
    say("languages", *(language for language, _ in who.languages))
    _say_membership(who, say)
    say("iban", who.mandate.iban)
    say("mandate", who.mandate.reference)
    say("notes", *who.notes)
    say("tags", *who.tags)
    say("can_host", "" if who.can_host is None else ("yes" if who.can_host else "no"))
    for name, value in who.own:
        say(f"own:{name}", value)
    return facts


def _say_membership(who: Incoming, say: Say) -> None:
    member = who.membership
    if member is None:
        return
    say("membership", "yes")
    say("number", member.number)
    say("class", member.class_name)
    say("joined", str(member.joined or ""))
    say("left", str(member.left_on or ""))
    say("resigned", str(member.resigned_on or ""))
    say("dues", "" if member.dues is None else f"{member.dues.decimal_text()} {member.dues.currency}")
