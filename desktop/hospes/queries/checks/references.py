# SPDX-License-Identifier: GPL-3.0-or-later
"""References: what is kept under its hash, keys made of parents, rows that hang on nothing."""

import hashlib
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import Connection, exists, or_, select

from hospes.i18n.marks import N_
from hospes.queries.checks import NOBODY, Finding
from hospes.store.base import Base, Row, natural_key
from hospes.store.codec import encode, table_of
from hospes.store.selections import Picked
from hospes.store.tables import load_all
from hospes.store.tables.aside import UnusableInput
from hospes.store.tables.events import Blob, Document
from hospes.store.tables.households import Household, HouseholdMember
from hospes.store.tables.members import Dues, Membership, Payment
from hospes.store.tables.people import Person
from hospes.store.tables.stays import HostOffer

if TYPE_CHECKING:
    from uuid import UUID

_OWNERS = ("person_id", "household_id", "organisation_id", "visit_id", "partnership_id", "participation_id")
"""By which of a row's references it is named."""


def changed_inside(connection: Connection, today: date) -> Iterator[Finding]:
    """A picture or document whose bytes are not those it was kept with."""
    for sha, data in connection.execute(select(Blob.sha256, Blob.data)):
        if hashlib.sha256(data).hexdigest() != sha:
            named = connection.execute(select(Document.id).where(Document.blob_sha == sha)).scalar()
            msgid = N_("{name}: a picture or document is not as it was when it was kept.")
            yield Finding("blob-changed", "document", named or NOBODY, msgid)


def key_of_another(connection: Connection, today: date) -> Iterator[Finding]:
    """A fact whose key is not that of its parents: two laptops would keep it twice."""
    load_all()
    for mapper in sorted(Base.registry.mappers, key=lambda one: one.class_.__name__):
        table = mapper.class_
        if not issubclass(table, Row) or not table.natural:
            continue
        columns = [getattr(table, name) for name in table.natural]
        for row in connection.execute(select(table.id, *columns)):
            if row[0] != natural_key(table.__tablename__, *_parts(table, row)):
                yield _strange_key(table, row)


def _parts(table: type[Row], row: Picked) -> list[object]:
    """The values as the writer makes keys of them."""
    known = table_of(table).columns
    stored = (encode(known[name], value) for name, value in zip(table.natural, row[1:], strict=True))
    return ["" if one is None else one for one in stored]


def _strange_key(table: type[Row], row: Picked) -> Finding:
    owners = [value for name, value in zip(table.natural, row[1:], strict=True) if name in _OWNERS and value]
    named: UUID = owners[0] if owners else row[0]
    msgid = N_("{name}: a row of “{table}” has the key of another one.")
    return Finding(
        "key-strange", table.__tablename__, named, msgid, {"table": table.__tablename__}, row=row[0]
    )


def input_of_nothing(connection: Connection, today: date) -> Iterator[Finding]:
    """Text that was kept for a row that is gone."""
    u = UnusableInput
    for table, row_id, field in connection.execute(select(u.table_name, u.row_id, u.field)):
        known = Base.metadata.tables.get(table)
        there = (
            known is not None and connection.execute(select(known.c.id).where(known.c.id == row_id)).first()
        )
        if not there:
            msgid = N_("A text that could not be used is kept for an entry that is gone.")
            yield Finding("input-orphan", table, row_id, msgid, error=False, cure=field)


def empty_household(connection: Connection, today: date) -> Iterator[Finding]:
    """A household nobody ever belonged to and nothing stands on."""
    h = Household
    stands = [
        exists().where(HouseholdMember.household_id == h.id),
        *(exists().where(table.household_id == h.id) for table in (Membership, Dues, Payment, HostOffer)),
    ]
    query = select(h.id).where(h.binned_at.is_(None), h.merged_into.is_(None), h.erased_on.is_(None))
    for ref in connection.execute(query.where(~or_(*stands))).scalars():
        msgid = N_("{name}: nobody belongs to this household.")
        yield Finding("household-empty", "household", ref, msgid, error=False, cure="bin")


def merged_in_a_circle(connection: Connection, today: date) -> Iterator[Finding]:
    """Doubles merged into each other lead nowhere."""
    for table in (Person, Household):
        query = select(table.id, table.merged_into).where(table.merged_into.is_not(None))
        into: dict[UUID, UUID | None] = {row[0]: row[1] for row in connection.execute(query)}
        for start in into:
            seen: set[UUID] = set()
            at: UUID | None = start
            while at is not None and at not in seen:
                seen.add(at)
                at = into.get(at)
            if at is not None:
                msgid = N_("{name} was merged into an entry that was merged into it.")
                yield Finding("merged-circle", table.__tablename__, start, msgid)
