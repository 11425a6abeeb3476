# SPDX-License-Identifier: GPL-3.0-or-later
"""Privacy, and what two laptops left to decide."""

from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy import Connection, or_, select

from hospes.i18n.marks import N_
from hospes.queries.checks import NOBODY, Finding
from hospes.store import erasing_rules
from hospes.store.tables.laptops import MergeQuestion
from hospes.store.tables.people import HealthNote, Person
from hospes.store.tables.privacy import ConsentText, Erasure

OLD = timedelta(days=7)


def erased_and_named(connection: Connection, today: date) -> Iterator[Finding]:
    """Somebody erased for good who has a name again."""
    p = Person
    gone = or_(p.erased_on.is_not(None), p.id.in_(select(Erasure.ref).where(Erasure.what == "person")))
    named = select(p.id, p.given, p.surname).where(gone, or_(p.given != "", p.surname != ""))
    for ref, given, surname in connection.execute(named):
        if not given and surname in erasing_rules.every_word():
            continue  # "a former member" stands there instead
        yield Finding("erased-named", "person", ref, N_("{name} was erased for good and has a name again."))


def note_kept_too_long(connection: Connection, today: date) -> Iterator[Finding]:
    """A health note whose day is over."""
    n = HealthNote
    for ref, row in connection.execute(select(n.person_id, n.id).where(n.expires_on < today)):
        msgid = N_("{name}: a health note is kept longer than it may be.")
        yield Finding("health-expired", "retention", ref, msgid, error=False, row=row)


def text_changed(connection: Connection, today: date) -> Iterator[Finding]:
    """An edition of a consent without words."""
    c = ConsentText
    for row, edition in connection.execute(select(c.id, c.edition).where(c.text == "")):
        msgid = N_("The text of consent {edition} is empty in one language.")
        yield Finding("consent-empty", "settings", NOBODY, msgid, {"edition": edition}, error=False, row=row)


def undecided(connection: Connection, today: date) -> Iterator[Finding]:
    """A question between two laptops that nobody has answered for a week."""
    q = MergeQuestion
    query = select(q.id, q.person_id, q.theirs_at)
    for row, person, at in connection.execute(query):
        if at is not None and at.date() < today - OLD:
            msgid = N_("{name}: a change of the other laptop is still to be decided.")
            yield Finding("laptop-undecided", "laptop", person or NOBODY, msgid, error=False, row=row)
