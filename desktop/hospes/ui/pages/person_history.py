# SPDX-License-Identifier: GPL-3.0-or-later
"""The history of a person: who changed what, when, and from what to what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.actions.labels import step_words
from hospes.i18n.marks import N_
from hospes.queries.history import changes_of, history
from hospes.ui.widgets.boxes import column, holder, line
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from hospes.queries.people import PersonHead
    from hospes.ui.desk import Desk

TEXTS = {
    ("person", "title_prefix"): N_("Title"),
    ("person", "given"): N_("First name"),
    ("person", "given2"): N_("Second name"),
    ("person", "nickname"): N_("Called"),
    ("person", "surname_prefix"): N_("Before the last name"),
    ("person", "surname"): N_("Last name"),
    ("person", "surname2"): N_("Second last name"),
    ("person", "birth_surname"): N_("Name at birth"),
    ("person", "birth_place"): N_("Born in"),
    ("person", "profession"): N_("Profession"),
    ("person", "interests"): N_("Interests"),
    ("contact_point", "value"): N_("Phone or e-mail"),
    ("address", "street"): N_("Street"),
    ("address", "postcode"): N_("Postcode"),
    ("address", "town"): N_("Place"),
    ("note", "text"): N_("Note"),
    ("health_note", "text"): N_("Health"),
    ("own_field_value", "value"): N_("Own fields"),
    ("office", "title"): N_("Office"),
}
"""Fields that hold what somebody typed, which can be shown as it was; by table and column."""


def _changes(desk: Desk, step: UUID, person: UUID) -> Iterator[str]:
    """What a step changed about a person, field by field, where it replaced words by others."""
    for change in desk.read(changes_of, step, person):
        if change.kind != "update":
            continue
        for name, (old, new) in change.fields.items():
            words = TEXTS.get((change.table, name))
            if words is not None and isinstance(old, str) and isinstance(new, str):
                yield desk.text(
                    "{field}: “{old}” became “{new}”", field=desk.text(words), old=old or "…", new=new or "…"
                )


def history_part(desk: Desk, head: PersonHead) -> QWidget:
    """Who changed what about somebody, and when."""
    theme = desk.theme
    box = column(theme, gap=6)
    found = desk.read(history, desk.locale.language, 100, person_id=head.id)
    for one in found:
        named = {ref: name.text for ref, name in one.named.items()}
        words = step_words(desk.locale, one.code, one.refs, named)
        if one.undoes is not None:
            words = desk.text("taken back: {act}", act=words)
        box.addWidget(Label(theme, words, wrap=True))
        who = (
            desk.text("{moment}, {person}", moment=desk.locale.moment(one.at), person=one.who)
            if one.who
            else desk.locale.moment(one.at)
        )
        box.addWidget(Label(theme, who, "m"))
        for change in _changes(desk, one.id, head.id):
            box.addWidget(Label(theme, change, "m", wrap=True))
        box.addWidget(line())
    if not found:
        box.addWidget(Label(theme, desk.text("Nothing was changed yet."), "m"))
    return holder(box, "person.history")
