# SPDX-License-Identifier: GPL-3.0-or-later
"""Who stands opposite whom on a day: organisations of a kind, and the people who hold offices in them."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import Connection

from hospes.domain.codes import OrganisationKind
from hospes.domain.protocol import SPEAKING, Protocol, facing, facing_kind
from hospes.domain.values import RoughDate
from hospes.i18n.locale import Locale
from hospes.queries.actors import (
    ActorOffice,
    FacingKind,
    FacingOffice,
    in_order,
    offices_on,
    protocol,
)
from hospes.queries.association import base_language
from hospes.queries.scope import there
from hospes.store.selections import pick
from hospes.store.tables.organisations import Organisation, OrganisationText
from hospes.store.tables.towns import Territory

_KINDS = tuple(kind for kind in OrganisationKind if kind is not OrganisationKind.OTHER)


def facing_offices(connection: Connection, territory_id: UUID, day: date, locale: Locale) -> list[FacingKind]:
    """Kinds that exist on either side, with the offices that should face each other.

    Organisations without a town count as ours, as they do in the list. Those founded later are left out.
    """
    order = protocol(connection)
    held = in_order(offices_on(connection, day, locale.code), order, locale)
    ours, theirs = _organisations(connection, territory_id, day, locale)
    found = []
    for kind in _KINDS:
        if facing_kind(kind) is not kind:
            continue
        here = [one for one in ours if facing_kind(one[1]) is kind]
        there_ = [one for one in theirs if facing_kind(one[1]) is kind]
        if not here and not there_:
            continue
        near, far = {one[0] for one in here}, {one[0] for one in there_}
        facing_rows = _rows(
            [one for one in held if one.organisation_id in near],
            [one for one in held if one.organisation_id in far],
            order,
        )
        found.append(
            FacingKind(
                kind,
                tuple((one[0], one[2]) for one in here),
                tuple((one[0], one[2]) for one in there_),
                facing_rows,
            )
        )
    return found


def _rows(
    ours: Iterable[ActorOffice], theirs: Iterable[ActorOffice], order: Protocol
) -> tuple[FacingOffice, ...]:
    here, far = list(ours), list(theirs)
    functions = sorted({facing(one.function, one.kind) for one in (*here, *far)}, key=order.rank)
    rows = []
    for function in functions:
        left = tuple(one for one in here if facing(one.function, one.kind) is function)
        right = tuple(one for one in far if facing(one.function, one.kind) is function)
        if (left and right) or function in SPEAKING:
            rows.append(FacingOffice(function, left, right))
    return tuple(rows)


def _organisations(
    connection: Connection, territory_id: UUID, day: date, locale: Locale
) -> tuple[list[tuple[UUID, OrganisationKind, str]], list[tuple[UUID, OrganisationKind, str]]]:
    o, t, words = Organisation, Territory, OrganisationText
    language = base_language(locale.code)
    called = {
        row[0]: row[1]
        for row in connection.execute(
            pick(words.organisation_id, words.name).where(words.language == language, words.name != "")
        )
    }
    query = (
        pick(o.id, o.kind, o.name, o.founded, o.territory_id, t.is_home)
        .join(t, t.id == o.territory_id, isouter=True)
        .where(there(o))
    )
    ours, theirs = [], []
    for ref, kind, name, founded, town, at_home in connection.execute(query):
        if isinstance(founded, RoughDate) and founded.first > day:
            continue
        entry = (ref, kind, called.get(ref, name))
        if town == territory_id:
            theirs.append(entry)
        elif at_home is not False:
            ours.append(entry)
    for side in (ours, theirs):
        side.sort(key=lambda entry: (locale.sort_key(entry[2]), entry[0].hex))
    return ours, theirs
