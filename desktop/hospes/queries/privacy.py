# SPDX-License-Identifier: GPL-3.0-or-later
"""What the association says on people's data, and what its file really holds: for notices and the record of
processing (Art. 30 GDPR, REQ-4-07).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection

from hospes.domain.codes import Function
from hospes.domain.names import display_name
from hospes.domain.privacy_notice import SETTING
from hospes.domain.retention import Rules
from hospes.queries.association import association
from hospes.queries.person_facts import names_of
from hospes.queries.scope import ids_in
from hospes.queries.settings import setting, settings
from hospes.store import erasing_rules

OFFICER, EXTRA = "privacy.officer", "privacy.recipients"


@dataclass(frozen=True, slots=True)
class PrivacyTexts:
    """The association's own words, and its spans."""

    name: str
    notices: Mapping[str, str]
    """Its own notices by language; a language without one has the usual sentences."""
    rules: Rules
    officer: str = ""
    recipients: str = ""


def privacy_texts(connection: Connection) -> PrivacyTexts:
    """What forms and settings show."""
    found = settings(connection, SETTING)
    return PrivacyTexts(
        association(connection).name,
        {key.removeprefix(SETTING): str(text) for key, text in found.items() if text},
        erasing_rules.rules(connection),
        str(setting(connection, OFFICER) or ""),
        str(setting(connection, EXTRA) or ""),
    )


@dataclass(frozen=True, slots=True)
class Committee:
    """Somebody who answers for the association."""

    name: str
    function: Function
    title: str
    gender: str


@dataclass(frozen=True, slots=True)
class HeldData:
    """How much the file holds of what; a purpose without rows is none."""

    texts: PrivacyTexts
    address: str
    register_no: str
    committee: tuple[Committee, ...]
    counts: Mapping[str, int]
    countries: tuple[str, ...]
    """Countries of the partners."""


_COUNTS = {
    "members": "SELECT count(*) FROM membership WHERE left_on IS NULL OR left_on >= :today",
    "former": "SELECT count(*) FROM membership WHERE left_on < :today",
    "people": "SELECT count(*) FROM person WHERE merged_into IS NULL AND erased_on IS NULL",
    "guests": "SELECT count(DISTINCT person_id) FROM participation WHERE kind <> 'host'",
    "hosts": "SELECT count(DISTINCT household_id) FROM host_offer",
    "minors": "SELECT count(DISTINCT minor_id) FROM guardian",
    "checks": "SELECT count(*) FROM leader_check",
    "health": (
        "SELECT (SELECT count(*) FROM health_note) + (SELECT count(*) FROM stay_wish WHERE diet <> '' "
        "OR animal_allergies <> '' OR other_allergies <> '')"
    ),
    "emergency": "SELECT count(*) FROM emergency_contact",
    "payments": "SELECT count(*) FROM payment",
    "mandates": "SELECT count(*) FROM mandate",
    "receipts": "SELECT count(*) FROM receipt",
    "grants": "SELECT count(*) FROM visit_grant",
    "meetings": "SELECT count(*) FROM event_person",
    "newsletter": "SELECT count(*) FROM consent WHERE purpose = 'newsletter' AND withdrawn_on IS NULL",
    "photos": (
        "SELECT count(*) FROM consent WHERE purpose IN ('photo_print', 'photo_web') AND withdrawn_on IS NULL"
    ),
    "portraits": "SELECT count(*) FROM person WHERE photo_sha IS NOT NULL",
    "documents": "SELECT count(*) FROM document WHERE person_id IS NOT NULL",
    "notes": "SELECT count(*) FROM note WHERE person_id IS NOT NULL",
}


def held_data(connection: Connection, today: date) -> HeldData:
    """What the record of processing is made of."""
    own = association(connection)
    counts = {
        name: int(connection.exec_driver_sql(query, {"today": today.isoformat()}).scalar() or 0)
        for name, query in _COUNTS.items()
    }
    countries = connection.exec_driver_sql(
        "SELECT DISTINCT t.country FROM territory t WHERE NOT t.is_home AND t.country <> '' AND (t.id IN "
        "(SELECT territory_id FROM partnership_party) OR t.id IN (SELECT territory_id FROM delegation)) "
        "ORDER BY t.country"
    ).scalars()
    line = connection.exec_driver_sql(
        "SELECT street, postcode, town FROM address WHERE organisation_id = ? "
        "AND (valid_to IS NULL OR valid_to >= ?) ORDER BY valid_from DESC LIMIT 1",
        (own.id.hex, today.isoformat()),
    ).first()
    address = (
        ", ".join(part for part in (line[0], f"{line[1]} {line[2]}".strip()) if part) if line else own.town
    )
    return HeldData(
        privacy_texts(connection),
        address,
        own.register_no,
        _committee(connection, own.id.hex, today),
        counts,
        tuple(str(one) for one in countries),
    )


def _committee(connection: Connection, own: str, today: date) -> tuple[Committee, ...]:
    query = (
        "SELECT person_id, function, title FROM office WHERE organisation_id = ? AND on_committee "
        "AND (valid_to IS NULL OR rtrim(valid_to, '~') >= ?) ORDER BY protocol_rank, position, id"
    )
    rows = connection.exec_driver_sql(query, (own, today.isoformat())).all()
    called = names_of(connection, ids_in([UUID(hex=row[0]) for row in rows]))
    return tuple(
        Committee(display_name(called[person]), Function(row[1]), row[2], called[person].gender.value)
        for row in rows
        if (person := UUID(hex=row[0])) in called
    )
