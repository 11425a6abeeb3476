# SPDX-License-Identifier: GPL-3.0-or-later
"""What erasing needs to know of the association: how long it keeps what, and its words for the nameless."""

import json
from dataclasses import dataclass
from functools import cache

from sqlalchemy import Connection

from hospes.domain.retention import SETTING, Kept, Rules, read, usual
from hospes.i18n.catalog import languages
from hospes.i18n.locale import Locale


@dataclass(frozen=True, slots=True)
class Words:
    """What stands instead of a name, in the association's language."""

    guest: str
    member: str
    host: str


def country(connection: Connection) -> str:
    """The country of the association's town; empty if nobody said."""
    query = (
        "SELECT t.country FROM organisation o JOIN territory t ON t.id = o.territory_id "
        "WHERE o.is_own ORDER BY o.id LIMIT 1"
    )
    return str(connection.exec_driver_sql(query).scalar() or "")


def rules(connection: Connection) -> Rules:
    """The spans that count here: what is usual in the country, and what was changed."""
    found = usual(country(connection))
    query = "SELECT key, value FROM setting WHERE substr(key, 1, ?) = ?"
    for key, value in connection.exec_driver_sql(query, (len(SETTING), SETTING)):
        kind = next((one for one in Kept if one.value == str(key).removeprefix(SETTING)), None)
        if kind is not None and value is not None:
            found[kind] = read(json.loads(value))
    return found


def words(connection: Connection) -> Words:
    """In the language the association writes in."""
    query = "SELECT preferred_language FROM organisation WHERE is_own ORDER BY id LIMIT 1"
    locale = Locale.of(str(connection.exec_driver_sql(query).scalar() or "en"))
    return _words(locale)


def _words(locale: Locale) -> Words:
    return Words(locale.text("a guest"), locale.text("a former member"), locale.text("a host"))


@cache
def every_word() -> frozenset[str]:
    """Everything that may stand instead of a name: the language may have been another one at the time."""
    found = (_words(Locale.of(language)) for language in languages())
    return frozenset(word for one in found for word in (one.guest, one.member, one.host))
