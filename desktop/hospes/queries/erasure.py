# SPDX-License-Identifier: GPL-3.0-or-later
"""What erasing somebody means, for whoever is asked: what goes, what stays and until when, who names them."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import Connection

from hospes.domain.erasure_words import ErasurePreview, NamedRow, StaysRow
from hospes.domain.retention import Kept
from hospes.i18n.marks import N_
from hospes.queries.names import names
from hospes.store import erasing, erasing_plan, erasing_rules
from hospes.store.erasing_plan import NamedIn, Plan
from hospes.store.name_marks import Marks
from hospes.store.tables import load_all

LONGEST_SNIPPET = 160

TEXTS = {
    "note": N_("Note"),
    "document": N_("Document"),
    "task": N_("Task"),
    "household": N_("Name of a household"),
    "household_text": N_("Salutation of a household"),
    "organisation": N_("Organisation"),
    "visit_text": N_("Text of a visit"),
    "event_text": N_("Text of an event"),
    "letter_text": N_("Text of a letter"),
    "programme_item_text": N_("Programme"),
    "partnership_text": N_("Text of a twinning"),
    "budget_line": N_("Budget"),
    "setting": N_("Setting"),
    "emergency_contact": N_("Emergency contact of somebody else"),
    "payment": N_("Payment"),
}
"""What the entry is in which somebody else's text stands; others are just entries."""

OTHER_TEXT = N_("Another entry")

WITH_NAME = frozenset({Kept.RECEIPTS, Kept.MANDATES})
"""Papers that say whose they are, for as long as they have to be there."""


def erasure_preview(connection: Connection, person_id: UUID, today: date, language: str) -> ErasurePreview:
    """What erasing this person would do now."""
    load_all()
    made = erasing_plan.plan(connection, person_id.hex, today, erasing_rules.rules(connection))
    named = names(connection, [person_id], language)
    counted = erasing_plan.counted(made)
    return ErasurePreview(
        person_id,
        named[person_id].text if person_id in named else "",
        len(made.visits),
        counted.get("participation", 0),
        len(_losing_a_host(made)),
        counted.get("note", 0),
        counted.get("document", 0),
        sum(counted.values()),
        _stays(made),
        _texts(made.texts, made.marks),
        bool(made.about.shared.tables.get("household")),
        _texts(erasing_plan.surname_in(connection, made), erasing_plan.surnames(made)),
    )


def _stays(made: Plan) -> tuple[StaysRow, ...]:
    counts: Counter[Kept] = Counter()
    ends: dict[Kept, list[date | None]] = defaultdict(list)
    for (table, _), stays in made.stays.items():
        if stays.why is not None and table not in {"payment_share", "dues_reminder"}:
            counts[stays.why] += 1
            ends[stays.why].append(stays.until)
    found = []
    for kind in Kept:
        if counts[kind]:
            known = [day for day in ends[kind] if day is not None]
            until = max(known) if len(known) == len(ends[kind]) else None
            found.append(StaysRow(kind, counts[kind], until, kind in WITH_NAME))
    return tuple(found)


def _losing_a_host(made: Plan) -> set[object]:
    """Guests of visits to come who sleep at a home that goes."""
    offers = set(made.gone.tables.get("host_offer", {}))
    own = set(made.about.own.tables.get("participation", {}))
    return {
        row["participation_id"]
        for row in made.gone.tables.get("placement", {}).values()
        if row["offer_id"] in offers and row["participation_id"] not in own
    }


def _texts(found: Sequence[NamedIn], wanted: Marks) -> tuple[NamedRow, ...]:
    return tuple(NamedRow(TEXTS.get(one.table, OTHER_TEXT), _snippet(wanted, one.text)) for one in found)


def _snippet(wanted: Marks, text: str) -> str:
    """The part of a text that names the person."""
    line = " ".join(text.split())
    for word in line.split(". "):
        if wanted.in_text(word):
            line = word
            break
    return line if len(line) <= LONGEST_SNIPPET else line[: LONGEST_SNIPPET - 1] + "…"


def is_erased(connection: Connection, person_id: UUID) -> bool:
    """Whether only a nameless entry is left, on which visits and books stand."""
    query = "SELECT erased_on FROM person WHERE id = ?"
    return connection.exec_driver_sql(query, (person_id.hex,)).scalar() is not None


def unfinished_erasures(connection: Connection) -> int:
    """How many erasures have not reached every backup yet."""
    return erasing.unfinished(connection)
