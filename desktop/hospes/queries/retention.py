# SPDX-License-Identifier: GPL-3.0-or-later
"""What is kept longer than it may be: sensitive answers after a visit, people who left long ago, old papers.

Only found here; it goes by `App.erase`, after somebody has read the list.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection

from hospes.domain.retention import Kept, Rules, Span, SpanUnit
from hospes.i18n.marks import N_
from hospes.queries.names import names
from hospes.store import erasing_plan, erasing_rules
from hospes.store.erasing import PERSON, Listed
from hospes.store.tables import load_all

MANDATE_LAPSES = Span(36, SpanUnit.MONTHS)
"""A mandate that was not used for so long has lapsed, also of a member."""

WHY = {
    Kept.HEALTH: N_("{visit} is over since {date}."),
    Kept.WISHES: N_("{visit} is over since {date}."),
    Kept.FORMER: N_("No member since {date}."),
    Kept.GUESTS: N_("Was last at a visit on {date}."),
    Kept.MANDATES: N_("Last used on {date}."),
    Kept.VOUCHERS: N_("Erased; the books need it no longer since {date}."),
    Kept.RECEIPTS: N_("Receipt of {date}."),
    Kept.GRANTS: N_("{visit} is over since {date}."),
}
NOTE_ENDED = N_("Was to be kept until {date}.")


@dataclass(frozen=True, slots=True)
class DueRow:
    """One thing that may go. `why` is to be translated, with `visit` and `date`."""

    kind: Kept
    listed: Listed
    name: str
    why: str
    visit: str
    since: date
    person: UUID | None = None

    @property
    def id(self) -> UUID:
        """For lists."""
        return UUID(hex=self.listed.ref)


@dataclass(frozen=True, slots=True)
class _Found:
    kind: Kept
    listed: Listed
    person: str
    since: date
    visit: str = ""
    why: str = ""


def due(connection: Connection, today: date, language: str) -> list[DueRow]:
    """All of it, by kind, then by day and name."""
    load_all()
    law = erasing_rules.rules(connection)
    found = [
        *_sensitive(connection, today, law),
        *_people(connection, today, law),
        *_papers(connection, today, law),
    ]
    ids = {UUID(hex=ref) for one in found for ref in (one.person, one.visit) if ref}
    named = names(connection, ids, language)

    def called(ref: str) -> str:
        one = named.get(UUID(hex=ref)) if ref else None
        return one.text if one is not None else ""

    rows = [
        DueRow(
            one.kind,
            one.listed,
            called(one.person),
            one.why or WHY[one.kind],
            called(one.visit),
            one.since,
            UUID(hex=one.person) if one.person else None,
        )
        for one in found
    ]
    order = list(Kept)
    return sorted(rows, key=lambda row: (order.index(row.kind), row.since, row.name, row.listed.ref))


def on_today(connection: Connection, today: date) -> int:
    """How much is due for Today: answers of a visit always, all else at the turn of the year."""
    law = erasing_rules.rules(connection)
    count = sum(1 for _ in _sensitive(connection, today, law))
    if today.month == _DECEMBER or today.month == _JANUARY:
        load_all()
        count += sum(1 for part in (_people, _papers) for _ in part(connection, today, law))
    return count


_DECEMBER, _JANUARY = 12, 1


# ---- answers of a visit ------------------------------------------------------------------------------------

_OVER = (
    "SELECT {columns} FROM {table} x JOIN participation p ON p.id = x.participation_id "
    "JOIN visit v ON v.id = p.visit_id WHERE v.last IS NOT NULL AND v.last < ? AND {which} ORDER BY x.id"
)
_REFUSED_BY_HOST = (
    "SELECT x.id, x.wanted_person_id, v.id, v.last FROM stay_link x JOIN host_offer o ON o.id = x.offer_id "
    "JOIN visit v ON v.id = o.visit_id WHERE v.last IS NOT NULL AND v.last < ? AND x.kind = 'refused' "
    "ORDER BY x.id"
)


def _sensitive(connection: Connection, today: date, law: Rules) -> Iterable[_Found]:
    health, wishes = law[Kept.HEALTH], law[Kept.WISHES]
    query = (
        "SELECT n.id, n.person_id, n.expires_on, v.id, v.last FROM health_note n "
        "LEFT JOIN visit v ON v.id = n.visit_id ORDER BY n.id"
    )
    for key, person, expires, visit, last in connection.exec_driver_sql(query):
        if expires is not None:
            if expires < today.isoformat():
                yield _Found(
                    Kept.HEALTH,
                    Listed(key, "health_note"),
                    person,
                    date.fromisoformat(expires),
                    why=NOTE_ENDED,
                )
        elif last is not None and health is not None and health.after(date.fromisoformat(last)) < today:
            yield _Found(Kept.HEALTH, Listed(key, "health_note"), person, date.fromisoformat(last), visit)
    if health is not None:
        filled = "(x.animal_allergies <> '' OR x.other_allergies <> '' OR x.diet <> '')"
        query = _OVER.format(columns="x.id, p.person_id, v.id, v.last", table="stay_wish", which=filled)
        for key, person, visit, last in connection.exec_driver_sql(query, (today.isoformat(),)):
            if health.after(date.fromisoformat(last)) < today:
                yield _Found(
                    Kept.HEALTH, Listed(key, "stay_wish", part=True), person, date.fromisoformat(last), visit
                )
    if wishes is not None:
        by_guest = _OVER.format(
            columns="x.id, p.person_id, v.id, v.last", table="stay_link", which="x.kind = 'refused'"
        )
        for query in (by_guest, _REFUSED_BY_HOST):
            for key, person, visit, last in connection.exec_driver_sql(query, (today.isoformat(),)):
                if wishes.after(date.fromisoformat(last)) < today:
                    yield _Found(
                        Kept.WISHES, Listed(key, "stay_link"), person or "", date.fromisoformat(last), visit
                    )


# ---- people ------------------------------------------------------------------------------------------------

_LAST_SEEN = (
    "SELECT p.person_id, max(coalesce(v.last, v.first)) FROM participation p "
    "JOIN visit v ON v.id = p.visit_id GROUP BY p.person_id"
)
_LAST_HOSTED = (
    "SELECT m.person_id, max(coalesce(v.last, v.first)) FROM host_offer o JOIN visit v ON v.id = o.visit_id "
    "JOIN household_member m ON m.household_id = o.household_id AND m.valid_to IS NULL GROUP BY m.person_id"
)
_HELD = (
    "SELECT person_id, max(coalesce(left_on, '9999')) FROM (SELECT person_id, left_on FROM membership WHERE "
    "person_id IS NOT NULL UNION ALL SELECT h.person_id, m.left_on FROM membership m JOIN household_member h "
    "ON h.household_id = m.household_id AND h.valid_to IS NULL) GROUP BY person_id"
)
_NEEDED = (
    "SELECT person_id FROM office WHERE valid_to IS NULL UNION SELECT guardian_id FROM guardian UNION "
    "SELECT person_id FROM visit_duty"
)
_THERE = (
    "SELECT id FROM person WHERE binned_at IS NULL AND merged_into IS NULL AND erased_on IS NULL "
    "AND NOT deceased ORDER BY id"
)


def _people(connection: Connection, today: date, law: Rules) -> Iterable[_Found]:
    former, guests = law[Kept.FORMER], law[Kept.GUESTS]
    if former is None and guests is None:
        return
    seen: dict[str, str] = {}
    for query in (_LAST_SEEN, _LAST_HOSTED):
        for person, last in connection.exec_driver_sql(query):
            if last is not None:
                seen[person] = max(seen.get(person, ""), last)
    held = {row[0]: row[1] for row in connection.exec_driver_sql(_HELD)}
    needed = {row[0] for row in connection.exec_driver_sql(_NEEDED)}
    for (key,) in connection.exec_driver_sql(_THERE):
        kind, span = (Kept.FORMER, former) if key in held else (Kept.GUESTS, guests)
        last = max(held.get(key, ""), seen.get(key, ""))
        if span is None or key in needed or not last or last == _NEVER:
            continue
        day = date.fromisoformat(last)
        if span.after(day) < today:
            yield _Found(kind, Listed(key), key, day)


_NEVER = "9999"


# ---- papers ------------------------------------------------------------------------------------------------


def _papers(connection: Connection, today: date, law: Rules) -> Iterable[_Found]:
    yield from _mandates(connection, today, law[Kept.MANDATES])
    receipts, grants = law[Kept.RECEIPTS], law[Kept.GRANTS]
    if receipts is not None:
        query = "SELECT id, person_id, issued_on FROM receipt ORDER BY id"
        for key, person, issued in connection.exec_driver_sql(query):
            if receipts.after_year_of(date.fromisoformat(issued)) < today:
                yield _Found(Kept.RECEIPTS, Listed(key, "receipt"), person or "", date.fromisoformat(issued))
    if grants is not None:
        query = _OVER.format(columns="x.id, p.person_id, v.id, v.last", table="grant_signature", which="1")
        for key, person, visit, last in connection.exec_driver_sql(query, (today.isoformat(),)):
            if grants.after_year_of(date.fromisoformat(last)) < today:
                yield _Found(
                    Kept.GRANTS, Listed(key, "grant_signature"), person, date.fromisoformat(last), visit
                )
    query = "SELECT id, erased_on FROM person WHERE erased_on IS NOT NULL ORDER BY id"
    for key, erased in connection.exec_driver_sql(query).all():
        made = erasing_plan.plan(connection, key, today, law)
        if made.cleared or any(made.gone.tables.values()):
            yield _Found(Kept.VOUCHERS, Listed(key, PERSON), key, date.fromisoformat(erased))


def _mandates(connection: Connection, today: date, span: Span | None) -> Iterable[_Found]:
    if span is None:
        return
    held = {row[0]: row[1] for row in connection.exec_driver_sql(_HELD)}
    query = (
        "SELECT id, person_id, coalesce(last_used_on, signed_on) FROM mandate "
        "WHERE coalesce(last_used_on, signed_on) IS NOT NULL AND person_id IS NOT NULL ORDER BY id"
    )
    for key, person, used in connection.exec_driver_sql(query):
        member = held.get(person) == _NEVER
        day = date.fromisoformat(used)
        if (MANDATE_LAPSES if member else span).after(day) < today:
            yield _Found(Kept.MANDATES, Listed(key, "mandate"), person, day)
