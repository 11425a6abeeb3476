# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody was typing when Hospes ended, said on opening with the way back to it (design 6.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.queries.people import person_names
from hospes.ui.desk import Answer
from hospes.ui.pages import PAGES
from hospes.ui.pages.book import BOOK
from hospes.ui.pages.person_drafts import FORMS, person_of
from hospes.ui.pages.visit_drafts import unfinished

if TYPE_CHECKING:
    from collections.abc import Callable

    from hospes.ui.desk import Desk


def tell_unfinished(desk: Desk) -> bool:
    """Say what somebody was typing when Hospes ended, with the way back to it; False if nothing was."""
    drafts = [] if desk.app is None or desk.app.read_only else desk.app.drafts()
    for draft in drafts:
        found = _unfinished(desk, draft.key, draft.content)
        if found is not None:
            words, go = found
            answer = Answer(desk.text("Go on"), go, main=True, name="drafts.goOn")
            desk.say(words, answers=(answer,), kind="info")
            return True
    return False


def _unfinished(desk: Desk, key: str, content: object) -> tuple[str, Callable[[], object]] | None:
    """The sentence for a draft, and where it is gone on with."""
    name = str(content.get("name", "")) if isinstance(content, dict) else ""
    if key in FORMS:
        words = desk.text("You were writing down somebody new: {name}.", name=name or "…")
        place = "members" if key == FORMS[0] else "contacts"
        return words, lambda: desk.go(place, new=True)
    if key.startswith(BOOK):
        return _in_book(desk, key, name)
    person = person_of(key)
    if person is None:
        return unfinished(desk, key, content)
    name = desk.read(person_names, [person]).get(person, "")
    if not name:
        return None
    if key.startswith("note:"):
        words = desk.text("You were typing a note for {person}.", person=name)
        return words, lambda: desk.go("person", id=person.hex, tab="notes")
    words = desk.text("You were changing something about {person}.", person=name)
    return words, lambda: desk.go("person", id=person.hex, tab="details")


def _in_book(desk: Desk, key: str, name: str) -> tuple[str, Callable[[], object]] | None:
    """An entry of a book, `book:PLACE:ENTRY` or `book:PLACE:new`."""
    code, _, entry = key.removeprefix(BOOK).partition(":")
    place = next((one for one in PAGES if one.code == code), None)
    if place is None:
        return None
    words = desk.text(
        "You were writing an entry in “{place}”: {name}.", place=desk.text(place.label), name=name or "…"
    )
    if entry == "new":
        return words, lambda: desk.go(code, new=True)
    return words, lambda: desk.go(code, id=entry)
