# SPDX-License-Identifier: GPL-3.0-or-later
"""What a step is called and where it is seen: for the Undo button, its menu item and the message line.

The queries are imported when they are needed, after the frame was painted (decision 21).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID

    from hospes.store.journal import Changes
    from hospes.store.undo import StepInfo
    from hospes.ui.desk import Desk

_PEOPLE_PAGES = frozenset({"members", "contacts", "person", "household"})
_PEOPLE = frozenset({"person", "household", "household_member", "membership"})
_PARTS = frozenset(
    {
        "person_language", "person_text", "household_text", "membership_period", "address", "contact_point",
        "guardian", "emergency_contact", "consent", "health_note", "hosting", "actor_fact", "note",
        "tag_link", "own_field_value",
    }
)  # fmt: skip
"""Parts of a person, a household or an organisation. Whatever else points to one is seen elsewhere: a meeting
belongs to our association, and a task to somebody, and neither is looked for among the contacts."""
_CONTACTS = frozenset({"organisation", "organisation_text", "office"})
_DUES = frozenset({"membership", "dues", "payment", "payment_share"})
_EVENT = frozenset({"event", "event_text", "event_person", "event_motion"})
_LETTER = frozenset({"letter", "letter_text", "letter_sent"})
_VISIT_PAGES = frozenset({"visit", "visits"})
_VISIT_TABS: tuple[tuple[str, frozenset[str]], ...] = (
    (
        "overview",
        frozenset({"visit", "visit_text", "visit_duty", "visit_target_group", "delegation", "theme_link"}),
    ),
    ("programme", frozenset({"programme_item", "programme_item_text", "programme_audience"})),
    (
        "people",
        frozenset({"participation", "stay_wish", "travel_group", "visit_check", "presence", "place_draw"}),
    ),
    ("hosting", frozenset({"host_offer", "offer_night", "room", "bed", "placement", "stay_link"})),
    (
        "travel",
        frozenset(
            {"transport", "transport_leg", "transport_stop", "passenger", "hotel_room", "hotel_guest"}
        ),
    ),
    (
        "budget",
        frozenset(
            {
                "budget_line", "budget_eligibility", "visit_price", "visit_share", "visit_grant",
                "grant_signature", "grant_proof", "visit_bearer",
            }
        ),
    ),
)  # fmt: skip
"""In which tab of a visit the rows of a table are seen."""


def words_of_step(desk: Desk, info: StepInfo) -> str:
    """The act in the reader's words, with the names of whom it concerns: "Edit Barbara Nowak"."""
    from hospes.actions.labels import step_words
    from hospes.queries.history import ids_of
    from hospes.queries.names import names

    named = desk.read(names, ids_of(info.refs), desk.locale.code)
    return step_words(desk.locale, info.code, info.refs, {ref: one.text for ref, one in named.items()})


def place_of_changes(
    changes: Changes, here: str, built: Collection[str], tab: str = ""
) -> tuple[str, dict[str, object]] | None:
    """Where the rows of an undone step are seen, so that they can be shown and marked (design 6.2).

    None where the page in view (`here`, at `tab`) shows them, or no page that is built does.
    """
    wanted = next((code for code, tables in _VISIT_TABS if tables & changes.tables), "")
    if wanted and "visit" in built:
        return _in_visit(changes, wanted, here, tab)
    if changes.tables & (_PEOPLE | _PARTS | _CONTACTS):
        return _among_people(changes, here, built)
    event = _ids(changes, "event")
    if changes.tables & _EVENT and event and here not in ("event", "calendar") and "calendar" in built:
        made_or_gone = "event" in changes.tables  # its page may be gone, the list is not
        return ("calendar", {"tab": "events"}) if made_or_gone else ("event", {"id": event[0].hex})
    if changes.tables & _LETTER and here not in ("letters", "person", "today") and "letters" in built:
        return "letters", {}
    return None


def _among_people(
    changes: Changes, here: str, built: Collection[str]
) -> tuple[str, dict[str, object]] | None:
    tables = {table for table, _ in changes.touched} | changes.tables
    people = _ids(changes, "person")
    if here == "money" and changes.tables <= _DUES:
        return None
    if tables & _PEOPLE and here in _PEOPLE_PAGES:
        return None
    if tables & _PEOPLE and "members" in built:
        return "members", {"id": people[0].hex} if people else {}
    if tables & _CONTACTS and here != "contacts" and "contacts" in built:
        organisations = _ids(changes, "organisation")
        return "contacts", {"id": organisations[0].hex} if organisations else {}
    return None


def _in_visit(changes: Changes, wanted: str, here: str, tab: str) -> tuple[str, dict[str, object]] | None:
    visits = _ids(changes, "visit")
    if here == "visits" and changes.tables & _VISIT_TABS[0][1]:
        return None  # the list shows visits too
    if here == "visit" and (tab == wanted or not visits):
        return None
    if not visits:
        return None if here in _VISIT_PAGES else ("visits", {})
    return "visit", {"id": visits[0].hex, "tab": wanted}


def _ids(changes: Changes, table: str) -> list[UUID]:
    return sorted(row_id for name, row_id in changes.touched if name == table)
