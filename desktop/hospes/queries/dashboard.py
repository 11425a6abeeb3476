# SPDX-License-Identifier: GPL-3.0-or-later
"""What Today shows: what needs somebody now, the next visit, this week, a few figures (design 5.1).

Needs come as codes with their facts; the words are the page's. Each may be put off (`today.later.CODE.ID`).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import Connection, String, func, or_, select, table, type_coerce

from hospes.domain.ages import Anniversary, anniversaries, is_round_birthday, is_round_membership
from hospes.domain.names import display_name
from hospes.domain.values import Money
from hospes.queries.dashboard_figures import Figures, figures, open_sums
from hospes.queries.dashboard_visit import NextVisit, next_visit
from hospes.queries.dashboard_week import ThisWeek, born_on, days_of_year, grants_due, this_week
from hospes.queries.memberships import ground
from hospes.queries.names import names
from hospes.queries.person_facts import names_of
from hospes.queries.scope import ids_in, mine, owned, there
from hospes.store.selections import pick
from hospes.store.tables.events import Task
from hospes.store.tables.members import Dues, DuesReminder, Membership
from hospes.store.tables.notes import Note
from hospes.store.tables.partnerships import Partnership
from hospes.store.tables.people import Person
from hospes.store.tables.settings import Setting
from hospes.store.tables.visits import Visit

SOON = 14
"""Days ahead that birthdays and tasks are told."""

CHARTER_SOON = 60
GRANT_SOON = 30
"""Days ahead that applications and reports of grants are told."""

INVITE_SOON = 30
"""Days ahead of the last day for the invitations to a general meeting that it is told."""

THANKS_FOR = timedelta(days=60)
"""How long after a visit Today speaks of thanks."""

BLOCKS = 30
"""Days before a visit from which on what is missing blocks it."""


@dataclass(frozen=True, slots=True)
class Need:
    """Something that needs somebody. `rank`: 0 blocks a visit, 1 legal or money, 2 people, 3 housekeeping."""

    code: str
    rank: int
    ref: UUID | None = None
    on: date | None = None
    n: int = 0
    name: str = ""
    money: Money | None = None
    earlier: date | None = None
    of: int = 0
    """How many there are in all, where `n` is a part of them."""
    visit: UUID | None = None
    """The visit a grant is for."""
    of_whom: str = ""
    """Who waits for it."""

    @property
    def later_key(self) -> str:
        """The setting that puts it off; of letters only this pile, not that of next year."""
        day = f".{self.earlier.isoformat()}" if self.ref and self.earlier else ""
        return f"today.later.{self.code}.{self.ref.hex if self.ref else 'all'}{day}"


@dataclass(frozen=True, slots=True)
class Today:
    """Everything on the page."""

    needs: tuple[Need, ...]
    week: tuple[ThisWeek, ...]
    visit: NextVisit | None
    figures: Figures


def today(connection: Connection, day: date, language: str) -> Today:
    """Gather it all for a day, names in a language. The page asks part by part, so that it shows at once."""
    needs = [need for at in range(len(NEEDS)) for need in needs_of(connection, at, day, language)]
    return Today(
        arranged(connection, day, needs),
        this_week(connection, day, language),
        next_visit(connection, day, language),
        figures(connection, day),
    )


def needs_of(connection: Connection, at: int, day: date, language: str) -> list[Need]:
    """What one of `NEEDS` finds."""
    return list(NEEDS[at](connection, day, language))


def arranged(connection: Connection, day: date, needs: Sequence[Need]) -> tuple[Need, ...]:
    """What was read by all of `NEEDS`, without what was put off, the most urgent first."""
    put_off = _put_off(connection, day)
    left = [need for need in needs if need.later_key not in put_off]
    return tuple(sorted(left, key=lambda need: (need.rank, need.on or day, need.name)))


def _put_off(connection: Connection, day: date) -> set[str]:
    query = select(Setting.key, Setting.value).where(Setting.key.startswith("today.later.", autoescape=True))
    return {key for key, until in connection.execute(query) if str(until) > day.isoformat()}


# ---- money ----------------------------------------------------------------------------------------------


def _open_dues(connection: Connection, day: date, _language: str) -> Iterable[Need]:
    on = ground(connection, day)
    open_, households = open_sums(connection, day)
    if not open_:
        return
    query = (
        select(func.min(Dues.due_on), func.max(DuesReminder.on))
        .select_from(Dues)
        .join(DuesReminder, DuesReminder.dues_id == Dues.id, isouter=True)
        .where(mine(Dues.owner_id, on), Dues.year == on.year)
    )
    due, reminded = connection.execute(query).one()
    yield Need("dues-open", 1, None, due, households, str(on.year), open_, reminded)


# ---- hosting --------------------------------------------------------------------------------------------


def _hosting(connection: Connection, day: date, language: str) -> Iterable[Need]:
    """Guests without a host and broken musts of the visits ahead; what is near blocks a visit."""
    from hospes.queries.hosting_needs import hosting_needs

    found = hosting_needs(connection, day, language)
    called = names(connection, [one.visit_id for one in found], language, ("visit",))
    for one in found:
        title = called[one.visit_id].text if one.visit_id in called else ""
        rank = 0 if one.first <= day + timedelta(days=BLOCKS) else 2
        if one.conflicts:
            yield Need("hosting-conflict", rank, one.visit_id, one.first, one.conflicts, title)
        if one.without:
            yield Need("no-host", rank, one.visit_id, one.first, one.without, title, of=one.guests)


def _grants(connection: Connection, day: date, language: str) -> Iterable[Need]:
    """Applications and reports that are due soon (REQ-3-06)."""
    for one in grants_due(connection, day + timedelta(days=GRANT_SOON), language):
        code = "grant-report" if one.kind == "report" else "grant-apply"
        yield Need(code, 1, one.grant_id, one.on, name=one.name, money=one.amount or None, visit=one.visit_id)


def _thanks(connection: Connection, day: date, language: str) -> Iterable[Need]:
    """Whom a visit of the last weeks still owes thanks (REQ-1-09)."""
    lately = select(Visit.id).where(func.coalesce(Visit.last, Visit.first).between(day - THANKS_FOR, day))
    if connection.execute(lately.limit(1)).first() is None:
        return
    from hospes.i18n.locale import Locale
    from hospes.queries.visit_thanks import visits_to_thank

    for visit, title, n in visits_to_thank(connection, day, Locale.of(language), THANKS_FOR):
        yield Need("not-thanked", 2, visit, n=n, name=title)


# ---- people ---------------------------------------------------------------------------------------------


def _jubilees(connection: Connection, day: date, month_days: list[str]) -> list[tuple[UUID, Anniversary]]:
    text = func.substr(type_coerce(Membership.joined, String), 6, 5)
    query = (
        pick(Membership.person_id, Membership.joined)
        .join(Person, Person.id == Membership.person_id)
        .where(there(Person), Person.deceased.is_(False), Membership.left_on.is_(None), text.in_(month_days))
        .where(owned(connection, Membership.owner_id))
    )
    last = day + timedelta(days=SOON)
    found = ((row[0], anniversaries(row[1], day, last)) for row in connection.execute(query))
    return [(person, one) for person, all_ in found for one in all_ if is_round_membership(one.years)]


def _people(connection: Connection, day: date, _language: str) -> Iterable[Need]:
    month_days = days_of_year(day, SOON)
    last = day + timedelta(days=SOON)
    birthdays = [
        (person, one)
        for person, birth in born_on(connection, month_days)
        for one in anniversaries(birth, day, last)
        if is_round_birthday(one.years)
    ]
    jubilees = _jubilees(connection, day, month_days)
    called = names_of(connection, ids_in([person for person, _ in (*birthdays, *jubilees)]))
    for code, found in (("birthday", birthdays), ("jubilee", jubilees)):
        for person, one in found:
            yield Need(code, 2, person, one.on, one.years, display_name(called[person]))


def _tasks(connection: Connection, day: date, _language: str) -> Iterable[Need]:
    query = (
        pick(Task.id, Task.title, Task.due_on)
        .where(Task.done_on.is_(None), Task.due_on.is_not(None), Task.due_on <= day + timedelta(days=SOON))
        .where(or_(Task.snoozed_to.is_(None), Task.snoozed_to <= day), owned(connection, Task.owner_id))
    )
    for task_id, title, due in connection.execute(query):
        yield Need("task", 2 if due >= day else 1, task_id, due, name=title)


def _follow_ups(connection: Connection, day: date, language: str) -> Iterable[Need]:
    query = pick(Note.id, Note.follow_up_on, Note.person_id, Note.organisation_id).where(
        Note.follow_up_on.is_not(None), Note.follow_up_on <= day + timedelta(days=3)
    )
    rows = connection.execute(query).all()
    called = names(connection, [row[2] or row[3] for row in rows if row[2] or row[3]], language)
    for _, due, person, organisation in rows:
        about = person or organisation
        if about in called:
            yield Need("follow-up", 2, about, due, name=called[about].text)


def _retention(connection: Connection, day: date, _language: str) -> Iterable[Need]:
    """What is kept longer than it may be, and erasures that have not reached every backup."""
    from hospes.queries.erasure import unfinished_erasures
    from hospes.queries.retention import on_today

    if count := on_today(connection, day):
        yield Need("retention", 1, n=count)
    if count := unfinished_erasures(connection):
        yield Need("erasure-unfinished", 1, n=count)


def _charters(connection: Connection, day: date, language: str) -> Iterable[Need]:
    query = pick(Partnership.id, Partnership.since).where(
        Partnership.since.is_not(None),
        Partnership.binned_at.is_(None),
        Partnership.until.is_(None),
        owned(connection, Partnership.owner_id),
    )
    rows = connection.execute(query).all()
    found = [
        (bond, one)
        for bond, since in rows
        for one in anniversaries(since, day, day + timedelta(days=CHARTER_SOON))
        if one.years % 5 == 0
    ]
    called = names(connection, [bond for bond, _ in found], language)
    for bond, one in found:
        yield Need("charter", 2, bond, one.on, one.years, called[bond].text if bond in called else "")


NeedReader = Callable[[Connection, date, str], Iterable[Need]]


def _laptop(connection: Connection, _day: date, _language: str) -> Iterable[Need]:
    """What both laptops changed and nobody has decided (design 5.14)."""
    n = connection.execute(select(func.count()).select_from(table("merge_question"))).scalar() or 0
    if n:
        yield Need("laptop-questions", 2, n=n)


def _twinnings(connection: Connection, day: date, language: str) -> Iterable[Need]:
    """Charters to be renewed, and links from which nothing was heard for long (REQ-1-06, REQ-1-16)."""
    from hospes.queries.dashboard_twinnings import due_renewals, fallen_asleep

    for bond, on, name in due_renewals(connection, day, language):
        yield Need("renewal", 1 if on < day else 2, bond, on, name=name)
    asleep = fallen_asleep(connection, day, language)
    if asleep:
        yield Need("asleep", 3, n=len(asleep), name=asleep[0])


def _projects(connection: Connection, day: date, language: str) -> Iterable[Need]:
    """Projects past their end, reports to their funders, and what is still to be published."""
    from hospes.queries.dashboard_twinnings import past_their_end, reports_due, to_publish

    for ref, on, title in past_their_end(connection, day, language):
        yield Need("project-over", 3, ref, on, name=title)
    for ref, on, title, giver in reports_due(connection, day, language):
        yield Need("project-report", 1, ref, on, name=title, of_whom=giver, earlier=on)
    n, title = to_publish(connection)
    if n:
        yield Need("to-publish", 3, n=n, name=title)


def _feedback(connection: Connection, day: date, language: str) -> Iterable[Need]:
    """Feedback that nobody has answered for months (REQ-1-20)."""
    from hospes.queries.feedback import unanswered

    for ref, sent, topic in unanswered(connection, day):
        yield Need("feedback", 3, ref, sent, name=topic)


def _letters(connection: Connection, _day: date, _language: str) -> Iterable[Need]:
    """Letters that were printed, and nobody said whether they were sent."""
    from hospes.queries.letters_waiting import letters_waiting

    for one in letters_waiting(connection):
        yield Need("letters-sent", 3, one.letter_id, n=one.count, name=one.name, earlier=one.on)


def _invitations(connection: Connection, day: date, language: str) -> Iterable[Need]:
    """General meetings to which has to be invited soon: a day too late, and what they decide can be void."""
    from hospes.queries.meetings import due_invitations

    for one in due_invitations(connection, day, language):
        if one.latest <= day + timedelta(days=INVITE_SOON):
            yield Need("invite", 1, one.event_id, one.latest, name=one.name, earlier=one.on)


NEEDS: tuple[NeedReader, ...] = (
    _laptop,
    _open_dues,
    _people,
    _tasks,
    _follow_ups,
    _charters,
    _twinnings,
    _projects,
    _feedback,
    _letters,
    _invitations,
    _grants,
    _thanks,
    _retention,
    _hosting,
)
"""What finds the needs, for a day and in a language; what costs most comes last. A new one is named here."""
