# SPDX-License-Identifier: GPL-3.0-or-later
"""Guests, hosts, the plan and visits as the exchange tables hold them (product 5).

Values are typed and not yet in anybody's language, by the fields of `transfer.fields`. What is a matter of
health or confidential is here only when it was asked for (decision 41).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from sqlalchemy import Connection, select

from hospes.domain.codes_visit import OfferState, ParticipationKind
from hospes.domain.errors import UserError
from hospes.domain.incoming_visit import KnownPart
from hospes.domain.phones import e164
from hospes.domain.visit_ways import Direction, direction_of
from hospes.i18n.fold import fold
from hospes.i18n.locale import Locale
from hospes.queries.association import association
from hospes.queries.export import Exported, Value, people_rows
from hospes.queries.filters import EVERYONE, Filter
from hospes.queries.member_history import visit_titles
from hospes.queries.members import member_ids
from hospes.queries.names import names
from hospes.queries.person_facts import names_of
from hospes.queries.scope import ids_in, there
from hospes.queries.visit_ground import VisitGround, visit_ground
from hospes.queries.visits import parties_of
from hospes.store.selections import pick
from hospes.store.tables.households import HouseholdMember
from hospes.store.tables.people import Person
from hospes.store.tables.stays import Bed, HostOffer, Placement, Room
from hospes.store.tables.towns import Territory, TerritoryName
from hospes.store.tables.visits import Participation, Visit, VisitText

Record = dict[str, Value | int | UUID]
"""By field; keyed rows also have `id` and `home`."""

HEALTH = frozenset(("animal_allergies", "animal_fear", "other_allergies", "diet", "max_stairs", "step_free"))
"""Columns of guests that tell of their health."""
CONFIDENTIAL = frozenset(("refused_hosts", "refused_guests"))
"""Columns nobody but the organiser may see (REQ-2-08)."""
_FLAGS = frozenset(
    (
        "minds_smoke", "step_free", "sofa_ok", "first_visit", "needs_lift", "hotel", "consent_host",
        "consent_photo", "minors_ok", "hosted_last_time", "experienced",
    )
)  # fmt: skip
_PARTS = (
    "group_rule", "smoker", "minds_smoke", "max_stairs", "step_free", "bed", "sofa_ok", "first_visit",
    "needs_lift", "hotel", "consent_host", "consent_photo", "delegation", "group",
)  # fmt: skip
_LISTS = (
    "animal_allergies", "animal_fear", "other_allergies", "diet", "wished_hosts", "refused_hosts", "guardian",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shown:
    """What may be in a table."""

    health: bool = False
    confidential: bool = False

    def hides(self, name: str) -> bool:
        """The column stays empty."""
        return (name in HEALTH and not self.health) or (name in CONFIDENTIAL and not self.confidential)


def exported_guests(
    connection: Connection,
    visit_id: UUID,
    filter_: Filter,
    locale: Locale,
    today: date,
    shown: Shown,
    language: str = "en",
    *,
    keyed: bool = False,
) -> list[Record]:
    """Everybody who takes part and is no host, in the order of names; nobody who cancelled."""
    ground = visit_ground(connection, visit_id, language, today)
    wanted = [person for person in ground.parts if person not in ground.gone]
    ids = _filtered(connection, wanted, filter_, locale, today)
    country = association(connection).country
    found: list[Record] = []
    for each in people_rows(connection, ids, today):
        record = _person(each, country)
        part = ground.parts[each.id]
        record |= {name: _plain(part, name) for name in _PARTS}
        record |= {name: ";".join(part.facts.get(name, ())) for name in _LISTS}
        record["arrival"], record["departure"] = _fact_day(part, "arrival"), _fact_day(part, "departure")
        record["role"] = _role(part)
        record["remarks"] = "\n\n".join(part.facts.get("remarks", ()))
        if keyed:
            record["id"] = each.id
        found.append({name: None if shown.hides(name) else value for name, value in record.items()})
    return found


def _filtered(
    connection: Connection, ids: Iterable[UUID], filter_: Filter, locale: Locale, today: date
) -> list[UUID]:
    """People in the order of names, those a filter lets through."""
    from hospes.queries.ranks import by_text

    wanted = set(ids)
    if filter_ != EVERYONE:
        wanted &= set(member_ids(connection, filter_, locale=locale, today=today))
    called = names_of(connection, ids_in(wanted))
    ordered = sorted(wanted)
    keys = [(f"{called[one].surname} {called[one].given}",) for one in ordered]
    return by_text(ordered, keys, locale)


def _person(each: Exported, country: str) -> Record:
    """Who somebody is. Numbers of other countries have their code: no column names their country."""
    values = each.values
    phones = [
        abroad if (abroad := each.numbers.get(number, "")) and e164(number, country) != abroad else number
        for name in ("phone", "mobile")
        for number in str(values.get(name) or "").split("; ")
        if number
    ]
    kept = (
        "given_name", "family_name", "sex", "birth_date", "languages", "interests", "profession", "email",
        "street", "postcode", "town", "country", "household",
    )  # fmt: skip
    return {**{name: values.get(name) for name in kept}, "phone": "; ".join(phones)}


def _plain(part: KnownPart, name: str) -> Value:
    return part.facts.get(name, ("",))[0]


def _fact_day(part: KnownPart, name: str) -> date | None:
    text = part.facts.get(name, ("",))[0]
    return date.fromisoformat(text) if text else None


def _role(part: KnownPart) -> str:
    """The role in words, before it the kind where the words alone would not tell it."""
    kind = part.facts.get("kind", (ParticipationKind.GUEST.value,))[0]
    role = part.facts.get("role", ("",))[0]
    if kind == ParticipationKind.GUEST:
        return role
    return f"{kind}; {role}" if role else kind


# ---- hosts ----------------------------------------------------------------------------------------------


def exported_hosts(
    connection: Connection,
    visit_id: UUID,
    filter_: Filter,
    locale: Locale,
    today: date,
    shown: Shown,
    language: str = "en",
    *,
    keyed: bool = False,
) -> list[Record]:
    """Every household that offers something, with the person who stands for it; nobody who said no."""
    ground = visit_ground(connection, visit_id, language, today)
    heads = _heads(connection, ground, today)
    refused = set(
        connection.scalars(
            select(HostOffer.household_id).where(
                HostOffer.visit_id == visit_id,
                HostOffer.state.in_((OfferState.NO, OfferState.WITHDRAWN)),
            )
        )
    )
    homes = {head: home for home, head in heads.items() if home in ground.offers and home not in refused}
    members: dict[UUID, list[UUID]] = defaultdict(list)
    for person, home in ground.home_of.items():
        members[home].append(person)
    if filter_ != EVERYONE:
        let = set(member_ids(connection, filter_, locale=locale, today=today))
        homes = {head: home for head, home in homes.items() if let & set(members[home])}
    ages = _ages(connection, [person for home in homes.values() for person in members[home]], ground, today)
    country = association(connection).country
    found: list[Record] = []
    for each in people_rows(connection, _filtered(connection, homes, EVERYONE, locale, today), today):
        home = homes[each.id]
        offer = ground.offers[home]
        record = _person(each, country)
        record["languages"] = record.get("languages")
        record |= _offer(offer)
        for name, known in ages.get(home, {}).items():
            record[name] = known or record.get(name)
        if keyed:
            record["id"], record["home"] = each.id, home
        hidden = () if shown.confidential else CONFIDENTIAL
        found.append({name: None if name in hidden else value for name, value in record.items()})
    return found


def _heads(connection: Connection, ground: VisitGround, today: date) -> dict[UUID, UUID]:
    """The person who stands for each household: the first of its list."""
    m = HouseholdMember
    query = (
        pick(m.household_id, m.person_id)
        .join(Person, Person.id == m.person_id)
        .where(m.household_id.in_(ids_in(ground.offers)), m.valid_to.is_(None), there(Person))
        .order_by(m.position, m.id)
    )
    found: dict[UUID, UUID] = {}
    for home, person in connection.execute(query):
        found.setdefault(home, person)
    return found


def _offer(offer: KnownPart) -> Record:
    facts = offer.facts
    record: Record = {}
    for name in ("single_beds", "double_beds", "sofa_beds", "max_guests", "stairs", "car_seats"):
        record[name] = int(facts[name][0]) if name in facts else None
    metres = facts.get("distance_km", ("",))[0]
    record["distance_km"] = _km(int(metres)) if metres else None
    for name in ("smoker", "step_free", "minors_ok", "hosted_last_time", "experienced"):
        record[name] = facts.get(name, ("",))[0]
    for name in ("pets", "diets", "accepts", "children_ages", "ages", "wished_guests", "refused_guests"):
        record[name] = ";".join(facts.get(name, ()))
    record["nights"] = spans(date.fromisoformat(text) for text in facts.get("nights", ()))
    record["remarks"] = "\n\n".join(facts.get("remarks", ()))
    return record


def _km(metres: int) -> str:
    text = f"{Decimal(metres) / 1000:.3f}".rstrip("0").rstrip(".")
    return text or "0"


def spans(nights: Iterable[date]) -> str:
    """Nights as spans of two days with two points between them (`first..last`), `;` between spans."""
    found: list[list[date]] = []
    for night in sorted(nights):
        if found and night - found[-1][1] == timedelta(days=1):
            found[-1][1] = night
        else:
            found.append([night, night])
    return ";".join(str(a) if a == b else f"{a}..{b}" for a, b in found)


def _ages(
    connection: Connection, people: Sequence[UUID], ground: VisitGround, today: date
) -> dict[UUID, dict[str, str]]:
    """Ages of adults and children by household, where birth dates are known."""
    on = ground.first or today
    found: dict[UUID, dict[str, list[int]]] = defaultdict(lambda: {"ages": [], "children_ages": []})
    query = select(Person.id, Person.birth).where(Person.id.in_(ids_in(people)), Person.birth.is_not(None))
    for person, birth in connection.execute(query):
        assert birth is not None
        age = on.year - birth.year
        if birth.exact is not None:
            age -= (on.month, on.day) < (birth.month, birth.day)
        if 0 <= age <= 120:
            found[ground.home_of[person]]["children_ages" if age < 18 else "ages"].append(age)
    return {
        home: {
            name: ";".join(str(age) for age in sorted(ages, reverse=True)) for name, ages in by_name.items()
        }
        for home, by_name in found.items()
    }


# ---- placements -----------------------------------------------------------------------------------------


def exported_placements(
    connection: Connection,
    visit_id: UUID,
    filter_: Filter,
    locale: Locale,
    today: date,
    language: str = "en",
) -> list[Record]:
    """Who sleeps where: a row for each guest at each host, from the first to the last night in a row."""
    ground = visit_ground(connection, visit_id, language, today)
    p = Placement
    query = (
        pick(Participation.person_id, HostOffer.household_id, p.night, p.locked, Room.name, Room.position)
        .join(Participation, Participation.id == p.participation_id)
        .join(HostOffer, HostOffer.id == p.offer_id)
        .join(Bed, Bed.id == p.bed_id, isouter=True)
        .join(Room, Room.id == Bed.room_id, isouter=True)
        .where(Participation.visit_id == visit_id)
        .order_by(p.night)
    )
    stays: dict[UUID, list[list[object]]] = defaultdict(list)
    for person, home, night, locked, name, position in connection.execute(query):
        room = name or ("" if position is None else str(position + 1))
        runs = stays[person]
        if runs and runs[-1][0] == home and runs[-1][2] == night - timedelta(days=1) and runs[-1][4] == room:
            runs[-1][2] = night
            runs[-1][3] = bool(runs[-1][3]) and locked
        else:
            runs.append([home, night, night, locked, room])
    heads = _heads(connection, ground, today)
    country = association(connection).country
    rows = people_rows(connection, sorted(set(heads.values())), today)
    hosts = {one.id: _person(one, country) for one in rows}
    labels = {home.id: home.label for home in ground.homes}
    called = names_of(connection, ids_in(stays))
    found: list[Record] = []
    for person in _filtered(connection, stays, filter_, locale, today):
        part = ground.parts.get(person)
        for home, first, last, locked, room in stays[person]:
            assert isinstance(home, UUID)
            assert isinstance(first, date)
            assert isinstance(last, date)
            host = hosts.get(heads[home], {}) if home in heads else {}
            name = called[person]
            found.append(
                {
                    "given_name": " ".join(part_ for part_ in (name.given, name.given2) if part_),
                    "family_name": " ".join(
                        x for x in (name.surname_prefix, name.surname, name.surname2) if x
                    ),
                    "delegation": _plain(part, "delegation") if part else "",
                    "group": _plain(part, "group") if part else "",
                    "first_night": first,
                    "last_night": last,
                    "night_count": (last - first).days + 1,
                    "household": labels.get(home, ""),
                    **{column: host.get(column) for column in ("street", "postcode", "town", "phone")},
                    "room": str(room),
                    "locked": "yes" if locked else "no",
                }
            )
    return found


# ---- visits ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class VisitFacts:
    """A visit as a list of visits shows it; all titles and all names of its towns, to find it again."""

    id: UUID
    first: date | None
    titles: tuple[str, ...]
    values: Mapping[str, str]
    towns: frozenset[str]
    """Folded names of every town of the visit."""


def visit_facts(connection: Connection, today: date, language: str = "") -> list[VisitFacts]:
    """Every visit of the file, the oldest first."""
    v = Visit
    rows = connection.execute(
        pick(v.id, v.first, v.last, v.territory_id, Territory.name)
        .join(Territory, Territory.id == v.territory_id, isouter=True)
        .where(v.binned_at.is_(None))
        .order_by(v.first, v.id)
    ).all()
    ids = [row[0] for row in rows]
    titles: dict[UUID, list[str]] = defaultdict(list)
    for visit_id, title in connection.execute(
        pick(VisitText.visit_id, VisitText.title).where(VisitText.title != "").order_by(VisitText.language)
    ):
        titles[visit_id].append(title)
    best = visit_titles(connection, ids, language or "en")
    parties = parties_of(connection, ids, language or "en")
    country = dict(connection.execute(pick(Territory.id, Territory.country)).all())
    called = names(connection, {row[3] for row in rows if row[3]}, language or "en", ("territory",))
    other: dict[UUID, set[str]] = defaultdict(set)
    for row_id, name in connection.execute(pick(TerritoryName.territory_id, TerritoryName.name)):
        other[row_id].add(fold(name))
    for row_id, name in connection.execute(pick(Territory.id, Territory.name)):
        other[row_id].add(fold(name))
    found: list[VisitFacts] = []
    for visit_id, first, last, place, place_name in rows:
        all_parties = parties.get(visit_id, [])
        partner = next((party for party in all_parties if not party.ours), None)
        way = direction_of((party.role, party.ours) for party in all_parties)
        values = {
            "visit_title": best.get(visit_id, ""),
            "start": str(first or ""),
            "end": str(last or ""),
            "direction": "third"
            if way is Direction.SEVERAL and all_parties
            else way.value
            if all_parties
            else "",
            "place": called[place].text if place in called else (place_name or ""),
            "partner_town": partner.name if partner is not None else "",
            "partner_country": country.get(partner.ref, "") if partner is not None else "",
        }
        towns = other[place] if place else set()
        for party in all_parties:
            towns = towns | other[party.ref] | {fold(party.name)}
        found.append(VisitFacts(visit_id, first, tuple(titles[visit_id]), values, frozenset(towns)))
    return found


def _lets_through(filter_: Filter, one: VisitFacts) -> bool:
    """Words and years anywhere in the title, the days, the place and the towns; `place:…` and `country:…`."""
    text = fold(" ".join((*one.values.values(), *one.titles, *one.towns)))
    if not all(word in text for word in fold(filter_.words).split()):
        return False
    for term in filter_.terms:
        known = {"place": one.towns | {fold(one.values["place"])}, "country": {one.values["partner_country"]}}
        if term.field not in known or term.op != "=":
            raise UserError(
                "Visits can be chosen by words, place and country, not by {field}.",
                code="filter-field",
                field=term.field,
            )
        wanted = {fold(value) if term.field == "place" else value.upper() for value in term.values}
        if bool(wanted & known[term.field]) is term.negated:
            return False
    return True


def exported_visits(
    connection: Connection, today: date, language: str = "en", filter_: Filter | None = None
) -> list[Record]:
    """Every visit that a filter lets through, the oldest first. Raises UserError for conditions of others."""
    found: list[Record] = []
    for one in visit_facts(connection, today, language):
        if not _lets_through(filter_ or EVERYONE, one):
            continue
        record: Record = {**one.values, "id": one.id}
        for name in ("start", "end"):
            record[name] = date.fromisoformat(one.values[name]) if one.values[name] else None
        found.append(record)
    return found
