# SPDX-License-Identifier: GPL-3.0-or-later
"""Our own association: what it says about itself, its towns, its classes of members."""

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, bindparam, exists, func, select
from sqlalchemy.orm import aliased

from hospes.domain.errors import UserError
from hospes.domain.membership import ClassFacts
from hospes.domain.values import Money, RoughDate
from hospes.i18n.fold import fold
from hospes.store.owners import chosen_owner
from hospes.store.selections import pick
from hospes.store.tables.members import ClassAmount, MembershipClass, MembershipClassText
from hospes.store.tables.organisations import Organisation, OrganisationText
from hospes.store.tables.towns import Territory, TerritoryName
from hospes.store.types import UuidText


@dataclass(frozen=True, slots=True)
class AssociationTexts:
    """What it says in one language."""

    name: str = ""
    purpose: str = ""
    letter_foot: str = ""


@dataclass(frozen=True, slots=True)
class Association:
    """Our association."""

    id: UUID
    version: int
    name: str
    short_name: str
    language: str
    town: str
    country: str
    territory_id: UUID | None
    currency: str
    year_start: str
    founded: RoughDate | None
    register_no: str
    tax_no: str
    tax_office: str
    tax_notice_on: date | None
    tax_purpose: str
    bank_name: str
    iban: str
    bic: str
    creditor_id: str
    logo_sha: str | None
    texts: dict[str, AssociationTexts] = field(default_factory=dict)

    def name_in(self, language: str) -> str:
        """Its name in a language, else its own name."""
        texts = self.texts.get(language)
        return texts.name if texts is not None and texts.name else self.name


def association(connection: Connection, owner_id: UUID | None = None) -> Association:
    """The association of the file, or the one asked for. Raises UserError where there is none yet.

    Of several the one that is looked at; the umbrella where that is all of them.
    """
    owner_id = owner_id or chosen_owner(connection)
    found = connection.execute(_association(owner_id is not None), {"owner": owner_id}).first()
    if found is None:
        raise UserError("This file has no association yet.", code="no-association")
    own = Association(*found)
    for language, *words in connection.execute(_association_texts(), {"own": own.id}):
        own.texts[language] = AssociationTexts(*words)
    return own


@cache
def _association(of_one: bool) -> Select[*tuple[Any, ...]]:
    o, town = Organisation, Territory
    query = (
        pick(
            o.id, o.version, o.name, o.short_name, o.preferred_language, func.coalesce(town.name, ""),
            func.coalesce(town.country, ""), o.territory_id, o.currency, o.year_start, o.founded,
            o.register_no, o.tax_no, o.tax_office, o.tax_notice_on, o.tax_purpose, o.bank_name, o.iban, o.bic,
            o.creditor_id, o.logo_sha,
        )
        .join(town, town.id == o.territory_id, isouter=True)
        .where(o.is_own.is_(True))
        .order_by(*umbrella_first())
        .limit(1)
    )  # fmt: skip
    return query.where(o.id == bindparam("owner", type_=UuidText)) if of_one else query


@cache
def _association_texts() -> Select[*tuple[Any, ...]]:
    t = OrganisationText
    mine = t.organisation_id == bindparam("own", type_=UuidText)
    return pick(t.language, t.name, t.purpose, t.letter_foot).where(mine)


def owner_of_file(connection: Connection) -> UUID | None:
    """The id of the own association that is looked at; the umbrella's where that is all of them."""
    chosen = chosen_owner(connection)
    if chosen is not None:
        return chosen
    return connection.execute(_first_owner()).scalar()


@cache
def _first_owner() -> Select[UUID]:
    return select(Organisation.id).where(Organisation.is_own.is_(True)).order_by(*umbrella_first()).limit(1)


@cache
def umbrella_first() -> tuple[ColumnElement[Any], ...]:
    """The order of own associations: the umbrella, then those under it as they came in, binned ones last."""
    o, above = Organisation, aliased(Organisation)
    under = exists().where(above.id == o.parent_id, above.is_own.is_(True))
    return (o.binned_at.is_not(None), under, o.id.asc())


@dataclass(frozen=True, slots=True)
class OwnAssociation:
    """One of several associations in a file."""

    id: UUID
    version: int
    name: str
    short_name: str
    is_umbrella: bool

    @property
    def called(self) -> str:
        """In a narrow place."""
        return self.short_name or self.name


def associations(connection: Connection) -> tuple[OwnAssociation, ...]:
    """All own associations that are not in the bin, the umbrella first."""
    o = Organisation
    query = (
        pick(o.id, o.version, o.name, o.short_name)
        .where(o.is_own.is_(True), o.binned_at.is_(None))
        .order_by(*umbrella_first())
    )
    rows = connection.execute(query).all()
    return tuple(
        OwnAssociation(row[0], row[1], row[2], row[3], at == 0 and len(rows) > 1)
        for at, row in enumerate(rows)
    )


def association_called(connection: Connection, typed: str) -> UUID:
    """The association of a name, a short name or an id as it is typed.

    Raises:
        UserError: none or several are called so; it names those there are.
    """
    wanted = fold(typed.strip())
    every = associations(connection)
    found = [one for one in every if wanted in (fold(one.name), fold(one.short_name), one.id.hex)]
    if not found:
        found = [one for one in every if wanted and wanted in fold(one.name)]
    if len(found) == 1:
        return found[0].id
    raise UserError(
        "“{text}” is none of the associations in this file. There are: {known}.",
        code="association-unknown",
        text=typed,
        known=", ".join(f"“{one.called}”" for one in every),
    )


@dataclass(frozen=True, slots=True)
class ClassRow(ClassFacts):
    """A class of members with its name in the reader's language and its amount on a day."""

    name: str = ""
    own_name: str = ""
    votes: int = 1
    may_travel: bool = True
    position: int = 0
    version: int = 1
    amount: Money | None = None

    @property
    def free(self) -> bool:
        """Does it cost nothing?"""
        return self.honorary or (self.amount is not None and not self.amount)


def classes(
    connection: Connection, language: str, day: date, owner_id: UUID | None = None, *, every: bool = False
) -> list[ClassRow]:
    """All classes of an association in its own order; `every` for those of all associations."""
    owner = None if every else owner_id or owner_of_file(connection)
    amounts: dict[UUID, Money] = {}
    for class_id, minor, currency in connection.execute(_amounts(), {"day": day}):
        amounts[class_id] = Money(minor, currency)
    rows = connection.execute(_classes(), {"owner": owner, "language": base_language(language)})
    return [replace(ClassRow(*row), amount=amounts.get(row[0])) for row in rows]


@cache
def _amounts() -> Select[UUID, int, str]:
    a = ClassAmount
    return (
        select(a.membership_class_id, a.minor, a.currency)
        .where(a.valid_from <= bindparam("day"))
        .order_by(a.valid_from)
    )


@cache
def _classes() -> Select[*tuple[Any, ...]]:
    c, words = MembershipClass, MembershipClassText
    owner = bindparam("owner", type_=UuidText)
    in_language = (words.membership_class_id == c.id) & (words.language == bindparam("language"))
    return (
        pick(
            c.id, c.counts, c.age_from, c.age_to, c.people_to, c.honorary, c.valid_from, c.valid_to,
            func.coalesce(words.name, c.name), c.name, c.votes, c.may_travel, c.position, c.version,
        )
        .join(words, in_language, isouter=True)
        .where((c.owner_id == owner) | owner.is_(None))
        .order_by(c.position, c.id)
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class DatedAmount:
    """What a class costs from a day on."""

    valid_from: date
    amount: Money


def class_amounts(connection: Connection, class_id: UUID) -> tuple[DatedAmount, ...]:
    """All amounts of a class, the newest first."""
    a = ClassAmount
    query = (
        select(a.valid_from, a.minor, a.currency)
        .where(a.membership_class_id == class_id)
        .order_by(a.valid_from.desc())
    )
    return tuple(DatedAmount(day, Money(minor, code)) for day, minor, code in connection.execute(query))


def class_names(connection: Connection, class_id: UUID) -> dict[str, str]:
    """A class's names in other languages, by language."""
    t = MembershipClassText
    query = select(t.language, t.name).where(t.membership_class_id == class_id)
    return {row[0]: row[1] for row in connection.execute(query)}


def base_language(code: str) -> str:
    """`de` of `de-AT`: the users' own texts are kept by language, not by region."""
    return code.partition("-")[0]


@dataclass(frozen=True, slots=True)
class Town:
    """A territory with its name in the reader's language and as it is called there."""

    id: UUID
    name: str
    own_name: str
    country: str
    zone: str
    is_home: bool


def towns(connection: Connection, language: str, day: date | None = None) -> list[Town]:
    """All territories, ours first."""
    t = Territory
    query = select(TerritoryName.territory_id, TerritoryName.name).where(
        TerritoryName.language == base_language(language)
    )
    if day is not None:
        query = query.where(
            (TerritoryName.valid_from.is_(None)) | (TerritoryName.valid_from <= day),
            (TerritoryName.valid_to.is_(None)) | (TerritoryName.valid_to >= day),
        )
    names = {row[0]: row[1] for row in connection.execute(query)}
    rows = connection.execute(
        select(t.id, t.name, t.country, t.zone, t.is_home).order_by(t.is_home.desc(), t.name)
    )
    return [
        Town(row.id, names.get(row.id, row.name), row.name, row.country, row.zone, row.is_home)
        for row in rows
    ]
