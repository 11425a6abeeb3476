# SPDX-License-Identifier: GPL-3.0-or-later
"""The funding schemes: the shipped ones with the association's corrections over them, and its own."""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from hospes import paths
from hospes.domain.funding import FundingChange, Scheme, read_scheme
from hospes.i18n.fold import fold
from hospes.store.selections import pick
from hospes.store.tables.grants import FundingEdit, FundingScheme


@dataclass(frozen=True, slots=True)
class SchemeRow:
    """A scheme in the list to choose from."""

    code: str
    scheme: Scheme
    own_id: UUID | None = None


@cache
def shipped() -> Mapping[str, Mapping[str, Any]]:
    """The data of every scheme Hospes brings along, by code, in the order of files and entries."""
    found: dict[str, Mapping[str, Any]] = {}
    for path in sorted((paths.resources() / "funding").glob("*.json")):
        for one in json.loads(path.read_text("utf-8"), parse_float=Decimal)["schemes"]:
            found[str(one["code"])] = one
    return found


@cache
def _as_shipped() -> Mapping[str, Scheme]:
    """The same, read, for those whose figures nobody has corrected."""
    return {code: read_scheme(raw) for code, raw in shipped().items()}


def schemes(connection: Connection) -> dict[str, SchemeRow]:
    """Every scheme by its code; one of the association's own has its id (32 digits) for a code."""
    edits: dict[str, dict[str, FundingChange]] = defaultdict(dict)
    e = FundingEdit
    for scheme, field, value, was, day, source in connection.execute(
        pick(e.scheme, e.field, e.value, e.shipped, e.checked_on, e.source)
    ):
        edits[scheme][field] = FundingChange(value, day, source, was)
    found = {code: SchemeRow(code, plain) for code, plain in _as_shipped().items()}
    for code in edits.keys() & found.keys():
        found[code] = SchemeRow(code, read_scheme(shipped()[code], edits[code]))
    own = pick(FundingScheme.id, FundingScheme.rules).order_by(FundingScheme.position, FundingScheme.id)
    for id_, rules in connection.execute(own):
        raw = {**rules, "code": id_.hex}
        found[id_.hex] = SchemeRow(id_.hex, read_scheme(raw, edits.get(id_.hex, {}), own=True), id_)
    return found


def same_named(connection: Connection, other: Scheme) -> SchemeRow | None:
    """The association's own scheme that bears a name of another one; None where none does."""
    wanted = {fold(name) for name in other.names.values()}
    own = (row for row in schemes(connection).values() if row.own_id is not None)
    return next((row for row in own if wanted & {fold(name) for name in row.scheme.names.values()}), None)


def scheme(connection: Connection, code: str) -> Scheme | None:
    """One scheme; None where there is none of that code any more."""
    row = schemes(connection).get(code)
    return row.scheme if row is not None else None
