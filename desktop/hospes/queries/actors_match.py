# SPDX-License-Identifier: GPL-3.0-or-later
"""Find a partner: a choir for their choir, a firefighter for their firefighters (S30).

Organisations and people of both towns that have what is asked for, each with the reasons it is shown. All
that is asked must hold; an interest is looked for in fields of work, tags, clubs and professions alike.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, select

from hospes.domain.codes import Code, Function, OrganisationKind
from hospes.domain.codes_actors import FieldOfWork, fields_of_work, own_words
from hospes.domain.errors import Message
from hospes.domain.names import PersonName, display_name
from hospes.domain.protocol import facing_kind
from hospes.domain.values import RoughDate
from hospes.i18n.fold import fold
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.queries import person_facts as facts
from hospes.queries.actors import offices_on
from hospes.queries.association import base_language, towns
from hospes.queries.filters import Side
from hospes.queries.scope import ids_in, there
from hospes.store.selections import pick
from hospes.store.tables.notes import Tag, TagLink
from hospes.store.tables.organisations import Organisation, OrganisationText
from hospes.store.tables.people import Person
from hospes.store.tables.towns import Territory


class AgeGroup(Code):
    """Ages one looks for; only people have one."""

    CHILDREN = "children", N_("Under 14")
    YOUTH = "youth", N_("14 to 26")
    ADULTS = "adults", N_("27 to 64")
    SENIORS = "seniors", N_("65 and older")


AGES = {
    AgeGroup.CHILDREN: (0, 13),
    AgeGroup.YOUTH: (14, 26),
    AgeGroup.ADULTS: (27, 64),
    AgeGroup.SENIORS: (65, 200),
}


@dataclass(frozen=True, slots=True)
class Sought:
    """What is asked for; what is empty is not asked."""

    kind: OrganisationKind | None = None
    field: FieldOfWork | None = None
    interest: str = ""
    age: AgeGroup | None = None
    language: str = ""

    def __bool__(self) -> bool:
        return bool(self.kind or self.field or self.interest.strip() or self.age or self.language)


@dataclass(frozen=True, slots=True)
class Found:
    """An organisation or a person that fits. `organisation_id` is the one a link would be made with."""

    id: UUID
    is_person: bool
    name: str
    side: Side
    town: str
    organisation_id: UUID | None
    organisation: str
    reasons: tuple[Message, ...]


def find_partners(connection: Connection, sought: Sought, day: date, locale: Locale) -> list[Found]:
    """Those who fit, organisations first, then by name. Nothing is found before something is asked."""
    if not sought:
        return []
    tags = _tags(connection)
    organisations = _organisations(connection, locale)
    found = _fitting_organisations(sought, organisations, tags) if sought.age is None else []
    found += _people(connection, sought, day, locale, organisations, tags)
    return sorted(found, key=lambda one: (one.is_person, locale.sort_key(one.name), one.id.hex))


def _tags(connection: Connection) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = defaultdict(list)
    query = pick(Tag.name, TagLink.person_id, TagLink.organisation_id).join(Tag, Tag.id == TagLink.tag_id)
    for name, person, organisation in connection.execute(query.order_by(Tag.name)):
        owner = person or organisation
        if owner is not None:
            found[owner].append(name)
    return found


@dataclass(frozen=True, slots=True)
class _Body:
    id: UUID
    name: str
    kind: OrganisationKind
    fields: str
    language: str
    at_home: bool
    town: str


def _organisations(connection: Connection, locale: Locale) -> dict[UUID, _Body]:
    o, t, words = Organisation, Territory, OrganisationText
    language = base_language(locale.code)
    own = pick(words.organisation_id, words.name).where(words.language == language, words.name != "")
    called = {row[0]: row[1] for row in connection.execute(own)}
    places = {one.id: one.name for one in towns(connection, locale.code)}
    query = (
        pick(o.id, o.name, o.kind, o.fields_of_work, o.preferred_language, o.territory_id, t.is_home)
        .join(t, t.id == o.territory_id, isouter=True)
        .where(there(o))
    )
    return {
        ref: _Body(
            ref, called.get(ref, name), kind, fields, tongue, home is not False, places.get(town, "")
        )
        for ref, name, kind, fields, tongue, town, home in connection.execute(query)
    }  # fmt: skip


def _fits(words: str, texts: Iterable[str]) -> str:
    """The first text all words stand in."""
    parts = fold(words).split()
    return next((text for text in texts if parts and all(part in fold(text) for part in parts)), "")


def _hit(sought: Sought, text: str) -> Message:
    return Message(N_("“{words}” stands in: {text}"), words=sought.interest.strip(), text=text)


def _fitting_organisations(
    sought: Sought, organisations: dict[UUID, _Body], tags: dict[UUID, list[str]]
) -> list[Found]:
    found = []
    for one in organisations.values():
        reasons: list[Message] = []
        if sought.kind is not None:
            if facing_kind(one.kind) is not facing_kind(sought.kind):
                continue
            reasons.append(Message(N_("Kind: {kind}"), kind=one.kind))
        if sought.field is not None:
            if sought.field not in fields_of_work(one.fields):
                continue
            reasons.append(Message(N_("Works on: {field}"), field=sought.field))
        if sought.interest.strip():
            hit = _fits(sought.interest, [*own_words(one.fields), *tags.get(one.id, ()), one.name])
            if not hit:
                continue
            reasons.append(
                Message(N_("“{words}” stands in: {text}"), words=sought.interest.strip(), text=hit)
            )
        if sought.language:
            if base_language(one.language) != sought.language:
                continue
            reasons.append(Message(N_("Writes in this language")))
        side = Side.OURS if one.at_home else Side.THEIRS
        found.append(Found(one.id, False, one.name, side, one.town, one.id, one.name, tuple(reasons)))
    return found


@dataclass(slots=True)
class _Held:
    organisations: list[_Body]
    functions: list[tuple[Function, str]]


def _people(
    connection: Connection,
    sought: Sought,
    day: date,
    locale: Locale,
    organisations: dict[UUID, _Body],
    tags: dict[UUID, list[str]],
) -> list[Found]:
    held: dict[UUID, _Held] = defaultdict(lambda: _Held([], []))
    for office in offices_on(connection, day, locale.code):
        body = organisations.get(office.organisation_id)
        if body is not None:
            held[office.person_id].organisations.append(body)
            held[office.person_id].functions.append((office.function, office.title))
    p = Person
    query = pick(p.id, *facts.NAME_COLUMNS, p.birth, p.profession, p.preferred_language)
    rows = connection.execute(query.where(there(p), p.deceased.is_(False))).all()
    people = ids_in(row[0] for row in rows)
    speaks = facts.languages(connection, people) if sought.language else {}
    links = facts.household_links(connection, people, day)
    lives = facts.addresses(connection, people, links, day)
    home = connection.execute(select(Territory.country).where(Territory.is_home.is_(True))).scalar() or ""
    found = []
    for ref, *rest in rows:
        name = PersonName(*rest[: facts.NAMES])
        birth, profession, tongue = rest[facts.NAMES :]
        offices = held.get(ref, _Held([], []))
        why = _why(sought, offices, birth, profession, tags.get(ref, []), locale, day)
        if why is None:
            continue
        reasons, body = why
        if sought.language:
            spoken = [code for code, _ in speaks.get(ref, ())]
            if sought.language not in {base_language(code) for code in (*spoken, tongue)}:
                continue
            reasons.append(Message(N_("Speaks this language")))
        at = lives.get(ref)
        body = body or (offices.organisations[0] if offices.organisations else None)
        here = body.at_home if body is not None else at is None or at.country in {"", home}
        town = body.town if body is not None and body.town else (at.town if at else "")
        found.append(
            Found(
                ref, True, display_name(name), Side.OURS if here else Side.THEIRS, town,
                body.id if body else None, body.name if body else "", tuple(reasons),
            )
        )  # fmt: skip
    return found


def _why(
    sought: Sought,
    held: _Held,
    birth: RoughDate | None,
    profession: str,
    tags: list[str],
    locale: Locale,
    day: date,
) -> tuple[list[Message], _Body | None] | None:
    """The reasons for a person and the organisation they lie in; None where something does not hold."""
    reasons: list[Message] = []
    bodies = held.organisations
    where: _Body | None = None
    if sought.kind is not None:
        kind = facing_kind(sought.kind)
        where = next((one for one in bodies if facing_kind(one.kind) is kind), None)
        if where is None:
            return None
        reasons.append(Message(N_("Has an office there: {organisation}"), organisation=where.name))
    if sought.field is not None:
        body = next((one for one in bodies if sought.field in fields_of_work(one.fields)), None)
        hit = "" if body is not None else _fits(sought.field.value, tags)
        if body is None and not hit:
            return None
        where = where or body
        shown = body.name if body is not None else hit
        reasons.append(Message(N_("{field}: {where}"), field=sought.field, where=shown))
    if sought.interest.strip():
        titles = [title or locale.label(function) for function, title in held.functions]
        hit = _fits(sought.interest, [*tags, profession, *titles])
        if not hit:
            return None
        reasons.append(_hit(sought, hit))
    if sought.age is not None:
        age = birth.age_on(day) if birth is not None else None
        least, most = AGES[sought.age]
        if age is None or not least <= age <= most:
            return None
        reasons.append(Message(N_("Age: {ages}"), ages=sought.age))
    return reasons, where
