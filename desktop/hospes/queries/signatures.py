# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of signatures: for papers, and for the settings with whoever may sign."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection

from hospes.domain.codes import Function
from hospes.domain.names import display_name
from hospes.domain.signing import Signer
from hospes.queries.association import owner_of_file
from hospes.queries.person_facts import names_of
from hospes.queries.scope import ids_in, roughly_valid_on, there
from hospes.store.selections import pick
from hospes.store.tables.events import Blob
from hospes.store.tables.organisations import Office
from hospes.store.tables.people import Person
from hospes.store.tables.signatures import SignaturePicture


@dataclass(frozen=True, slots=True)
class MaySign:
    """Somebody who may sign for the association, or whose signature is kept."""

    person_id: UUID
    name: str
    function: Function | None
    """None where somebody holds no office of the association any more."""
    title: str
    picture: bytes | None


def signers(connection: Connection) -> tuple[Signer, ...]:
    """Those of our association whose signature is kept as a picture."""
    s = SignaturePicture
    rows = connection.execute(
        pick(s.person_id, Blob.data)
        .join(Blob, Blob.sha256 == s.picture_sha)
        .join(Person, Person.id == s.person_id)
        .where(s.owner_id == owner_of_file(connection), there(Person))
        .order_by(s.id)
    ).all()
    called = names_of(connection, ids_in([row[0] for row in rows]))
    return tuple(Signer(one, called[one], data) for one, data in rows if one in called)


def who_may_sign(connection: Connection, day: date) -> tuple[MaySign, ...]:
    """Who holds an office of our association on a day, the committee first; and whose picture is kept."""
    o = Office
    rows = connection.execute(
        pick(o.person_id, o.function, o.title)
        .join(Person, Person.id == o.person_id)
        .where(o.organisation_id == owner_of_file(connection), roughly_valid_on(o, day), there(Person))
        .order_by(o.on_committee.desc(), o.position, o.protocol_rank, o.id)
    ).all()
    kept = {one.person_id: one for one in signers(connection)}
    offices = {one: (function, title) for one, function, title in reversed(rows)}
    every = tuple(dict.fromkeys([*(row[0] for row in rows), *kept]))
    called = names_of(connection, ids_in(every))
    return tuple(
        MaySign(
            one, display_name(called[one]), *offices.get(one, (None, "")),
            kept[one].picture if one in kept else None,
        )
        for one in every
        if one in called
    )  # fmt: skip
