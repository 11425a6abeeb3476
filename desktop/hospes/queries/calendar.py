# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands in the calendar between two days: visits, events, deadlines, feast days and more (design 5.9).

Of several associations in a file it is the one that is looked at; feast days and school holidays are
shared.

`SOURCES` says what there is; each is a function and one line, and somebody may leave any of them out.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from uuid import UUID

from sqlalchemy import Connection, String, func, select, type_coerce

from hospes.domain.ages import anniversaries, is_round_membership
from hospes.domain.codes import Code
from hospes.domain.codes_visit import VisitState
from hospes.domain.event_days import last_of
from hospes.domain.feast_days import FeastDay, feast_days
from hospes.domain.names import display_name
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.queries.memberships import ground, members
from hospes.queries.names import names
from hospes.queries.person_facts import names_of
from hospes.queries.scope import ids_in, owned, there
from hospes.queries.territories import atlas
from hospes.store.selections import pick
from hospes.store.tables.events import Event, FreeDays, Task
from hospes.store.tables.members import Membership
from hospes.store.tables.partnerships import Partnership, PartnershipParty
from hospes.store.tables.people import Person
from hospes.store.tables.towns import Territory
from hospes.store.tables.visits import ProgrammeItem, Visit

MOST_DAYS = 400
LATELY = 120
"""Days back to which tasks may still be counted from a visit or event that is over."""


class Shown(Code):
    """What the calendar can show; each kind can be left out."""

    VISITS = "visits", N_("Visits")
    PROGRAMME = "programme", N_("Programme")
    EVENTS = "events", N_("Events")
    TASKS = "tasks", N_("Tasks")
    DEADLINES = "deadlines", N_("Deadlines")
    FEASTS = "feasts", N_("Feast days")
    SCHOOL = "school", N_("School holidays")
    BIRTHDAYS = "birthdays", N_("Birthdays")
    JUBILEES = "jubilees", N_("Jubilees")


USUAL = (Shown.VISITS, Shown.EVENTS, Shown.TASKS, Shown.DEADLINES, Shown.FEASTS, Shown.SCHOOL)


@dataclass(frozen=True, slots=True)
class Entry:
    """Something on a day or several. `name` is what the file calls it, `code` what it is more exactly."""

    kind: Shown
    on: date
    last: date
    name: str
    ref: UUID | None = None
    code: str = ""
    starts: time | None = None
    ends: time | None = None
    place: str = ""
    years: int = 0
    countries: tuple[str, ...] = ()
    owner: UUID | None = None
    """Whose it is where the entry itself has no page: the visit of a part of a programme."""


def calendar(
    connection: Connection, first: date, last: date, locale: Locale, shown: Collection[Shown] = USUAL
) -> tuple[Entry, ...]:
    """Everything between two days, both included, in order; at most `MOST_DAYS` of them."""
    last = min(last, first + timedelta(days=MOST_DAYS))
    found = [
        entry
        for kind, source in SOURCES.items()
        if kind in shown
        for entry in source(connection, first, last, locale)
    ]
    order = {kind: at for at, kind in enumerate(ORDER)}
    found.sort(key=lambda one: (one.on, order[one.kind], one.starts or time.min, locale.sort_key(one.name)))
    return tuple(found)


ORDER = (
    Shown.FEASTS, Shown.SCHOOL, Shown.VISITS, Shown.EVENTS, Shown.PROGRAMME, Shown.DEADLINES, Shown.TASKS,
    Shown.BIRTHDAYS, Shown.JUBILEES,
)  # fmt: skip
"""How the entries of one day stand beneath each other."""


# ---- ours ------------------------------------------------------------------------------------------------


def _visits(connection: Connection, first: date, last: date, locale: Locale) -> Iterable[Entry]:
    v = Visit
    query = pick(v.id, v.first, func.coalesce(v.last, v.first), v.state).where(
        v.binned_at.is_(None), v.first <= last, func.coalesce(v.last, v.first) >= first,
        owned(connection, v.owner_id),
    )  # fmt: skip
    rows = [row for row in connection.execute(query) if row[3] is not VisitState.CANCELLED]
    called = names(connection, [row[0] for row in rows], locale.language, ("visit",))
    for ref, begins, ends, state in rows:
        title = called[ref].text if ref in called else ""
        yield Entry(Shown.VISITS, begins, ends, title, ref, code=state.value)


def _programme(connection: Connection, first: date, last: date, locale: Locale) -> Iterable[Entry]:
    p = ProgrammeItem
    query = (
        pick(p.id, p.on, p.starts, p.ends, p.visit_id)
        .join(Visit, Visit.id == p.visit_id)
        .where(Visit.binned_at.is_(None), Visit.state != VisitState.CANCELLED, p.on.between(first, last))
        .where(owned(connection, Visit.owner_id))
    )
    rows = connection.execute(query).all()
    called = names(connection, [row[0] for row in rows], locale.language, ("programme_item",))
    for ref, on, starts, ends, visit in rows:
        title = called[ref].text if ref in called else ""
        yield Entry(Shown.PROGRAMME, on, on, title, ref, starts=starts, ends=ends, owner=visit)


def _events(connection: Connection, first: date, last: date, locale: Locale) -> Iterable[Entry]:
    e = Event
    query = pick(e.id, e.on, e.last, e.starts, e.ends, e.place, e.kind).where(
        e.binned_at.is_(None), e.on <= last, func.coalesce(e.last, e.on) >= first,
        owned(connection, e.owner_id),
    )  # fmt: skip
    rows = connection.execute(query).all()
    called = names(connection, [row[0] for row in rows], locale.language, ("event",))
    for ref, on, until, starts, ends, place, kind in rows:
        title = called[ref].text if ref in called else ""
        yield Entry(
            Shown.EVENTS, on, last_of(on, until), title, ref, code=kind.value, starts=starts, ends=ends,
            place=place,
        )  # fmt: skip


def _tasks(connection: Connection, first: date, last: date, _locale: Locale) -> Iterable[Entry]:
    query = pick(Task.id, Task.due_on, Task.title).where(
        Task.done_on.is_(None), Task.due_on.between(first, last), owned(connection, Task.owner_id)
    )
    for ref, due, title in connection.execute(query):
        yield Entry(Shown.TASKS, due, due, title, ref)


def _deadlines(connection: Connection, first: date, last: date, locale: Locale) -> Iterable[Entry]:
    """Days of grants, charters that are to be renewed, and the last day to invite to a general meeting."""
    from hospes.queries.dashboard_twinnings import due_renewals
    from hospes.queries.grants import due_grants
    from hospes.queries.meetings import due_invitations

    for one in due_grants(connection, last, locale.language):
        if one.on >= first:
            code = f"grant-{one.kind.value}"
            yield Entry(Shown.DEADLINES, one.on, one.on, one.name, one.grant_id, code, owner=one.visit_id)
    for bond, on, name in due_renewals(connection, last, locale.language):
        if first <= on <= last:
            yield Entry(Shown.DEADLINES, on, on, name, bond, code="renewal", owner=bond)
    for due in due_invitations(connection, first, locale.language):
        if first <= due.latest <= last:
            yield Entry(Shown.DEADLINES, due.latest, due.latest, due.name, due.event_id, code="invitation")


# ---- feast days ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CalendarPlace:
    """A town whose holidays count, ours first."""

    id: UUID
    name: str
    country: str
    subdivision: str
    is_home: bool


def calendar_places(connection: Connection, locale: Locale) -> tuple[CalendarPlace, ...]:
    """Our towns and those of our twinnings. What a town does not say is that of where it lies."""
    t, p = Territory, Partnership
    partners = (
        select(PartnershipParty.territory_id)
        .join(p, p.id == PartnershipParty.partnership_id)
        .where(p.binned_at.is_(None), p.until.is_(None), PartnershipParty.territory_id.is_not(None))
    )
    rows = {row[0]: row for row in connection.execute(
        pick(t.id, t.country, t.subdivision, t.parent_id, t.is_home, t.name)
    )}  # fmt: skip
    wanted = {row[0] for row in rows.values() if row[4]} | {
        ref for ref in connection.scalars(partners) if ref is not None
    }
    called = atlas(connection, wanted)
    found = []
    for ref in wanted & rows.keys():
        country, subdivision = _of_above(ref, rows)
        own = rows[ref]
        name = called.name(ref, locale.code) or own[5]
        found.append(CalendarPlace(ref, name, country, subdivision, bool(own[4])))
    return tuple(sorted(found, key=lambda one: (not one.is_home, locale.sort_key(one.name))))


def _of_above(ref: UUID, rows: Mapping[UUID, Sequence[object]]) -> tuple[str, str]:
    country = subdivision = ""
    at: object = ref
    for _ in range(12):
        row = rows.get(at) if isinstance(at, UUID) else None
        if row is None:
            break
        country, subdivision, at = country or str(row[1]), subdivision or str(row[2]), row[3]
    return country, subdivision


def _feasts(connection: Connection, first: date, last: date, locale: Locale) -> Iterable[Entry]:
    """A feast two countries have on one day stands there once, in the reader's language if it is known."""
    found: dict[tuple[date, str], list[tuple[str, FeastDay]]] = {}
    asked = dict.fromkeys((one.country, one.subdivision) for one in calendar_places(connection, locale))
    for country, subdivision in asked:
        for year in range(first.year, last.year + 1):
            for one in feast_days(country, subdivision, year, locale.language):
                if first <= one.on <= last:
                    found.setdefault((one.on, one.feast), []).append((country, one))
    for (day, _), told in found.items():
        name = next((one.name for _, one in told if one.translated), told[0][1].name)
        countries = tuple(dict.fromkeys(country for country, _ in told))
        yield Entry(Shown.FEASTS, day, day, name, countries=countries)


def _school(connection: Connection, first: date, last: date, _locale: Locale) -> Iterable[Entry]:
    f, t = FreeDays, Territory
    query = (
        pick(f.id, f.first, f.last, f.name, t.id, t.country)
        .join(t, t.id == f.territory_id)
        .where(f.first <= last, f.last >= first)
    )
    for ref, begins, ends, name, place, country in connection.execute(query):
        yield Entry(Shown.SCHOOL, begins, ends, name, ref, countries=(country,), owner=place)


@dataclass(frozen=True, slots=True)
class FreeDaysRow:
    """School holidays somebody typed."""

    id: UUID
    name: str
    first: date
    last: date


def free_days(connection: Connection, territory_id: UUID) -> tuple[FreeDaysRow, ...]:
    """The school holidays of a place, the latest first."""
    f = FreeDays
    query = pick(f.id, f.name, f.first, f.last).where(f.territory_id == territory_id)
    return tuple(FreeDaysRow(*row) for row in connection.execute(query.order_by(f.first.desc(), f.id)))


# ---- people ----------------------------------------------------------------------------------------------


def _month_days(first: date, last: date) -> list[str]:
    days = {(first + timedelta(days=at)).isoformat()[5:] for at in range((last - first).days + 1)}
    if "03-01" in days:
        days.add("02-29")  # kept on 1 March where the year has none
    return sorted(days)


def _birthdays(connection: Connection, first: date, last: date, _locale: Locale) -> Iterable[Entry]:
    text = func.substr(type_coerce(Person.birth, String), 6, 5)
    query = (
        pick(Person.id, Person.birth)
        .where(there(Person), Person.deceased.is_(False), text.in_(_month_days(first, last)))
        .where(Person.id.in_(members(ground(connection, first))))
    )
    rows = connection.execute(query).all()
    called = names_of(connection, ids_in([row[0] for row in rows]))
    for ref, birth in rows:
        for one in anniversaries(birth, first, last):
            name = display_name(called[ref])
            yield Entry(Shown.BIRTHDAYS, one.on, one.on, name, ref, years=one.years)


def _jubilees(connection: Connection, first: date, last: date, locale: Locale) -> Iterable[Entry]:
    """Round years of membership, and years of our twinnings."""
    text = func.substr(type_coerce(Membership.joined, String), 6, 5)
    query = (
        pick(Membership.person_id, Membership.joined)
        .join(Person, Person.id == Membership.person_id)
        .where(there(Person), Person.deceased.is_(False), Membership.left_on.is_(None))
        .where(text.in_(_month_days(first, last)), owned(connection, Membership.owner_id))
    )
    rows = connection.execute(query).all()
    called = names_of(connection, ids_in([row[0] for row in rows]))
    for ref, joined in rows:
        for one in anniversaries(joined, first, last):
            if is_round_membership(one.years):
                name = display_name(called[ref])
                yield Entry(Shown.JUBILEES, one.on, one.on, name, ref, "member", years=one.years)
    p = Partnership
    bonds = connection.execute(
        pick(p.id, p.since).where(
            p.since.is_not(None), p.binned_at.is_(None), p.until.is_(None), owned(connection, p.owner_id)
        )
    ).all()
    titles = names(connection, [row[0] for row in bonds], locale.language, ("partnership",))
    for ref, since in bonds:
        for one in anniversaries(since, first, last):
            title = titles[ref].text if ref in titles else ""
            yield Entry(Shown.JUBILEES, one.on, one.on, title, ref, "twinning", years=one.years)


Source = Callable[[Connection, date, date, Locale], Iterable[Entry]]

SOURCES: dict[Shown, Source] = {
    Shown.VISITS: _visits,
    Shown.PROGRAMME: _programme,
    Shown.EVENTS: _events,
    Shown.TASKS: _tasks,
    Shown.DEADLINES: _deadlines,
    Shown.FEASTS: _feasts,
    Shown.SCHOOL: _school,
    Shown.BIRTHDAYS: _birthdays,
    Shown.JUBILEES: _jubilees,
}
"""What finds the entries of each kind. A new one is a function and a line."""


# ---- from what a task may be counted ---------------------------------------------------------------------


def starts_to_choose(
    connection: Connection, today: date, locale: Locale
) -> tuple[tuple[str, UUID, str, date], ...]:
    """Visits and events from which days can be counted: kind, id, name, first day; those to come first."""
    since = today - timedelta(days=LATELY)
    visits = pick(Visit.id, Visit.first).where(
        Visit.binned_at.is_(None), Visit.first >= since, Visit.state != VisitState.CANCELLED,
        owned(connection, Visit.owner_id),
    )  # fmt: skip
    events = pick(Event.id, Event.on).where(
        Event.binned_at.is_(None), Event.on >= since, owned(connection, Event.owner_id)
    )
    found = [("visit", *row) for row in connection.execute(visits)]
    found += [("event", *row) for row in connection.execute(events)]
    called = names(connection, [row[1] for row in found], locale.language, ("visit", "event"))
    told = [(kind, ref, called[ref].text if ref in called else "", on) for kind, ref, on in found]
    return tuple(sorted(told, key=lambda one: (one[3] < today, one[3], one[2])))
