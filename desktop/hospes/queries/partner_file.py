# SPDX-License-Identifier: GPL-3.0-or-later
"""What of a visit the partner association needs, and nothing else (see `transfer.partner_file`)."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from uuid import UUID

from sqlalchemy import Connection

from hospes.domain.codes_visit import Audience
from hospes.domain.names import display_name
from hospes.domain.phones import e164
from hospes.i18n.locale import Locale
from hospes.queries.association import association
from hospes.queries.export_visits import HEALTH, Record, Shown, exported_guests, exported_hosts, spans
from hospes.queries.filters import EVERYONE
from hospes.queries.person_facts import names_of
from hospes.queries.scope import ids_in
from hospes.queries.visit_ground import VisitGround, visit_ground
from hospes.store.selections import pick
from hospes.store.tables.people import SourceKey
from hospes.store.tables.stays import HostOffer, Placement
from hospes.store.tables.towns import Territory
from hospes.store.tables.visits import Participation, ProgrammeItem, ProgrammeItemText, Visit, VisitText

PARTNER = "partner"
"""Source of the ids people have in the files of partners."""
ADULT = 18

_GUEST = (
    "given_name", "family_name", "sex", "languages", "group", "group_rule", "role", "arrival", "departure",
    "smoker", "minds_smoke", "bed", "sofa_ok", "interests", "profession", "first_visit", "wished_hosts",
    "needs_lift", "hotel", "consent_host", "consent_photo",
)  # fmt: skip
_WITH_CONSENT = ("phone", "email")
_HOST = (
    "household", "given_name", "family_name", "street", "postcode", "town", "phone", "email", "languages",
    "children_ages", "ages", "single_beds", "double_beds", "sofa_beds", "max_guests", "nights", "pets",
    "smoker", "stairs", "step_free", "car_seats", "distance_km",
)  # fmt: skip


@dataclass(slots=True)
class PartnerData:
    """The content of a file for the partner."""

    sender: dict[str, object]
    visit: dict[str, object]
    guests: list[Record] = field(default_factory=list)
    hosts: list[Record] = field(default_factory=list)
    stays: list[Record] = field(default_factory=list)
    programme: list[dict[str, object]] = field(default_factory=list)


def exchange_id(letter: str, owner: UUID, row_id: UUID) -> str:
    """The id of a person or a household in files of ours; it tells nothing to anybody else."""
    return f"{letter}-{sha256(f'{owner.hex}:{row_id.hex}'.encode()).hexdigest()[:24]}"


@dataclass(slots=True)
class Ids:
    """Exchange ids of everybody who can stand in a file: theirs if they came from the partner, else ours."""

    owner: UUID
    people: dict[tuple[str, UUID], str] = field(default_factory=dict)

    def of(self, letter: str, person: UUID, row_id: UUID | None = None) -> str:
        """`g` is a guest, `h` a home with the person who stands for it."""
        return self.people.get((letter, person)) or exchange_id(letter, self.owner, row_id or person)


def exchange_ids(connection: Connection) -> Ids:
    """The ids everybody has in files that are exchanged."""
    own = association(connection)
    found = Ids(own.id)
    k = SourceKey
    query = pick(k.person_id, k.source_id).where(k.source == PARTNER, k.person_id.is_not(None))
    for person, source_id in connection.execute(query.order_by(k.id)):
        found.people.setdefault((source_id[:1], person), source_id)
    return found


def partner_data(connection: Connection, visit_id: UUID, today: date, allergies: bool) -> PartnerData:
    """Everything that may go to the partner; what of it goes is chosen by who writes the file."""
    own = association(connection)
    ground = visit_ground(connection, visit_id, own.language, today)
    locale = Locale.of(own.language)
    ids = exchange_ids(connection)
    people = _by_record(connection, visit_id, today, locale)
    ours = {party.id for party in ground.parties if party.ours} or None
    data = PartnerData(
        {"name": own.name, "town": own.town, "country": own.country, "language": own.language},
        _visit(connection, visit_id),
    )
    for person, record in people.items():
        if ours is None or ground.party_of.get(person) in ours:
            data.guests.append(
                {"id": ids.of("g", person), **_guest(record, ground, today, allergies=allergies)}
            )
    _hosts(connection, ground, ids, data, today, locale)
    data.programme = _programme(connection, visit_id)
    for one in (*data.guests, *data.hosts):
        if one.get("phone"):
            one["phone"] = _from_abroad(str(one["phone"]), own.country)
    return data


def _from_abroad(typed: str, country: str) -> str:
    """Numbers with the code of their country: over there a national one would be taken for one of theirs."""
    return "; ".join(e164(one, country) or one for one in map(str.strip, typed.split(";")) if one)


def _by_record(connection: Connection, visit_id: UUID, today: date, locale: Locale) -> dict[UUID, Record]:
    records = exported_guests(
        connection, visit_id, EVERYONE, locale, today, Shown(health=True), locale.language, keyed=True
    )
    return {record.pop("id"): record for record in records}  # type: ignore[misc]  # keyed rows have one


def _guest(record: Record, ground: VisitGround, today: date, *, allergies: bool) -> Record:
    agreed = record.get("consent_host") == "yes"
    names = [*_GUEST, *(_WITH_CONSENT if agreed else ()), *(sorted(HEALTH) if agreed and allergies else ())]
    kept = {name: record.get(name) for name in names}
    birth = record.get("birth_date")
    on = ground.first or today
    if isinstance(birth, date) and on.year - birth.year <= ADULT:
        kept["birth_date"] = birth
    elif birth:
        kept["birth_date"] = str(birth)[:4]
    return kept


def _hosts(
    connection: Connection, ground: VisitGround, ids: Ids, data: PartnerData, today: date, locale: Locale
) -> None:
    ours = {party.id for party in ground.parties if party.ours}
    query = (
        pick(Participation.person_id, HostOffer.household_id, Placement.night, HostOffer.delegation_id)
        .join(Participation, Participation.id == Placement.participation_id)
        .join(HostOffer, HostOffer.id == Placement.offer_id)
        .where(Participation.visit_id == ground.id)
        .order_by(Placement.night)
    )
    nights: dict[tuple[UUID, UUID], list[date]] = defaultdict(list)
    for person, home, night, party in connection.execute(query):
        if (party is None or not ours or party in ours) and person not in ground.gone:
            nights[person, home].append(night)
    homes = {home for _, home in nights}
    members: dict[UUID, list[UUID]] = defaultdict(list)
    for person, home in ground.home_of.items():
        if home in homes:
            members[home].append(person)
    called = names_of(
        connection, ids_in({p for each in members.values() for p in each} | {p for p, _ in nights})
    )
    home_ids: dict[UUID, str] = {}
    shown = Shown()
    records = exported_hosts(
        connection, ground.id, EVERYONE, locale, today, shown, locale.language, keyed=True
    )
    for record in records:
        head, home = record.pop("id"), record.pop("home")
        if not (isinstance(home, UUID) and isinstance(head, UUID) and home in homes):
            continue
        home_ids[home] = ids.of("h", head, home)
        people = sorted(display_name(called[person]) for person in members[home])
        kept: Record = {name: record.get(name) for name in _HOST}
        data.hosts.append({"id": home_ids[home], **kept, "people": "; ".join(people)})
    for (person, home), days in nights.items():
        if home in home_ids:
            name = called[person]
            data.stays.append(
                {
                    "guest": ids.of("g", person),
                    "given_name": name.given,
                    "family_name": " ".join(
                        x for x in (name.surname_prefix, name.surname, name.surname2) if x
                    ),
                    "host": home_ids[home],
                    "nights": spans(days),
                }
            )


def _visit(connection: Connection, visit_id: UUID) -> dict[str, object]:
    v = Visit
    row = connection.execute(
        pick(v.first, v.last, Territory.name)
        .join(Territory, Territory.id == v.territory_id, isouter=True)
        .where(v.id == visit_id)
    ).one()
    t = VisitText
    titles = dict(
        connection.execute(pick(t.language, t.title).where(t.visit_id == visit_id, t.title != "")).all()
    )
    return {"titles": titles, "first": str(row[0] or ""), "last": str(row[1] or ""), "place": row[2] or ""}


def _programme(connection: Connection, visit_id: UUID) -> list[dict[str, object]]:
    i, t = ProgrammeItem, ProgrammeItemText
    texts: dict[UUID, dict[str, dict[str, str]]] = defaultdict(dict)
    query = (
        pick(t.programme_item_id, t.language, t.title, t.details, t.place, t.meeting_point)
        .join(i, i.id == t.programme_item_id)
        .where(i.visit_id == visit_id)
        .order_by(t.language)
    )
    for item, language, *words in connection.execute(query):
        said = dict(zip(("title", "details", "place", "meeting_point"), words, strict=True))
        texts[item][language] = {name: text for name, text in said.items() if text}
    rows = pick(i.id, i.on, i.starts, i.ends, i.time_words, i.meal, i.audience).where(
        i.visit_id == visit_id, i.audience != Audience.CHOSEN
    )
    found = []
    for item, on, starts, ends, words, meal, audience in connection.execute(
        rows.order_by(i.on, i.starts.is_(None), i.starts, i.position, i.id)
    ):
        found.append(
            {
                "on": on,
                "starts": starts.isoformat("minutes") if starts else "",
                "ends": ends.isoformat("minutes") if ends else "",
                "time_words": words,
                "meal": meal.value,
                "audience": audience.value,
                "texts": texts[item],
            }
        )
    return found


def partner_title(connection: Connection, visit_id: UUID, language: str) -> str:
    """The name of the visit, for the name of the file."""
    from hospes.queries.member_history import visit_titles

    return visit_titles(connection, [visit_id], language).get(visit_id, "")
