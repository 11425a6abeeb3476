# SPDX-License-Identifier: GPL-3.0-or-later
"""Offices where they are read: what an office is and since when, changed in place, ended, or deleted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from hospes.actions.offices import AddOffice, DeleteOffice, EditOffice
from hospes.domain.codes import Function
from hospes.domain.values import RoughDate
from hospes.queries.association import association, associations
from hospes.queries.names import names
from hospes.queries.organisations import organisation_ids
from hospes.queries.person_details import OfficeRow, offices_of
from hospes.ui.pages.twinning_fields import rough_field, write
from hospes.ui.widgets.boxes import Box, FlowLayout, column, holder, row
from hospes.ui.widgets.buttons import icon_button, link_button, plain_button
from hospes.ui.widgets.choices import Choice, Combo, Tick
from hospes.ui.widgets.fields import Field, TextField
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from hospes.queries.people import PersonHead
    from hospes.ui.desk import Desk
    from hospes.ui.widgets.buttons import Button


def office_words(desk: Desk, one: OfficeRow, role: str) -> str:
    """An office with its years."""
    since = desk.locale.rough(one.valid_from) if one.valid_from else ""
    until = desk.locale.rough(one.valid_to) if one.valid_to else ""
    if until:
        return desk.text("{role}, {since} to {until}", role=role, since=since or "…", until=until)
    if since:
        return desk.text("{role}, since {since}", role=role, since=since)
    return role


def pencil(desk: Desk, one: OfficeRow, toggle: Callable[[UUID], object]) -> Button:
    """The button that opens the form of an office, and puts it away."""
    words = desk.text("Change this office")
    act = partial(toggle, one.id)
    return icon_button(desk.theme, words, "pencil", act, name=f"office.{one.id.hex}.change", small=True)


def office_form(desk: Desk, one: OfficeRow, role: str) -> QWidget:
    """Everything about an office, each field written when it is left, and how to take it away."""
    theme, text, key = desk.theme, desk.text, f"office.{one.id.hex}"

    def change(name: str, field: Field | None, value: object) -> None:
        write(desk, EditOffice(one.id, {name: value}, one.version), field)

    functions = [(code.value, desk.locale.label(code)) for code in Function]
    function = Field(
        theme, text("Function"), Choice(theme, functions, one.function.value), beside=True,
        name=f"{key}.function",
    )  # fmt: skip
    function.saved.connect(lambda code: change("function", function, Function(code)))
    title = Field(
        theme, text("Title"), TextField(theme, one.title, example=role), beside=True, name=f"{key}.title"
    )
    title.saved.connect(lambda typed: change("title", title, typed.strip()))
    days = [
        rough_field(desk, words, value, partial(_keep_day, change, name), f"{key}.{name}")
        for name, words, value in (
            ("valid_from", text("From"), one.valid_from),
            ("valid_to", text("Until"), one.valid_to),
            ("term_ends", text("Term ends"), one.term_ends),
        )
    ]
    box = column(theme, function, title, *days, gap=4)
    if one.is_own:
        sits = Tick(theme, text("On the committee"), name=f"{key}.committee")
        sits.setChecked(one.on_committee)
        sits.clicked.connect(lambda on: change("on_committee", None, bool(on)))
        box.addWidget(sits)

    def delete() -> None:
        desk.run(DeleteOffice(one.id), said=text("The office is deleted."))

    hint = Label(theme, text("Who gave it up gets a last day. Delete only what never was."), "m", wrap=True)
    away = link_button(theme, text("Delete this office"), delete, icon="trash-2", name=f"{key}.delete")
    box.addWidget(hint)
    box.addLayout(row(theme, away, None))
    return holder(box)


def _keep_day(
    change: Callable[[str, Field | None, object], None], name: str, day: RoughDate | None, field: Field
) -> None:
    change(name, field, day)


class OfficesCard(Box):
    """The offices of a person, in our own association and elsewhere; a new one from the line below."""

    def __init__(self, desk: Desk, head: PersonHead, opened: set[UUID]) -> None:
        """Show them. `opened` outlives the card: which of them are being changed."""
        theme, text = desk.theme, desk.text
        super().__init__(theme, "card", Label(theme, text("Offices"), "section"), gap=6)
        self.desk, self._head, self._opened = desk, head, opened
        self._lines = column(theme, gap=6)
        self.box.addLayout(self._lines)
        for one in desk.read(offices_of, person_id=head.id):
            self._lines.addWidget(self._office(one))
        own = desk.read(association)
        places = [(one.id.hex, one.name) for one in desk.read(associations)]
        others = desk.read(organisation_ids, locale=desk.locale, today=desk.file.today)
        called = desk.read(names, others, desk.locale.language, ("organisation",))
        places += [(one.hex, called[one].text) for one in others if one in called]
        functions = [(one.value, desk.locale.role(one, head.name.gender)) for one in Function]
        self.function = Choice(theme, functions, Function.ASSESSOR.value, name="person.office.function")
        self.function.setAccessibleName(text("Function"))
        self.place = Combo(theme, places, name="person.office.place")
        self.place.setAccessibleName(text("Where"))
        self.place.choose(own.id.hex)
        add = plain_button(theme, text("Add an office"), self._add, name="person.office.add")
        self.box.addWidget(holder(FlowLayout(theme, self.function, self.place, add)))

    def _office(self, one: OfficeRow) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        role = desk.locale.role(one.function, self._head.name.gender)
        words = Label(theme, office_words(desk, one, one.title or role), wrap=True)
        where = {"section": "association"}
        place = "settings"
        if not one.is_own:
            place, where = "contacts", {"view": "organisations", "id": one.organisation_id.hex}
        link = link_button(
            theme, one.organisation, partial(desk.go, place, **where), name=f"person.office.{one.id.hex}"
        )
        labels = column(theme, words, row(theme, link, None), gap=0)
        line = row(theme, holder(labels), pencil(desk, one, self._toggle))
        line.setStretch(0, 1)
        box = column(theme, line, gap=4)
        if one.id in self._opened:
            box.addWidget(office_form(desk, one, role))
        return holder(box)

    def _toggle(self, office: UUID) -> None:
        self._opened ^= {office}
        for at in reversed(range(self._lines.count())):
            item = self._lines.takeAt(at)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for one in self.desk.read(offices_of, person_id=self._head.id):
            self._lines.addWidget(self._office(one))

    def _add(self) -> None:
        desk = self.desk
        if not self.place.code():
            desk.say(desk.text("Choose an organisation from the list first."), kind="info")
            return
        action = AddOffice(
            self._head.id,
            UUID(hex=self.place.code()),
            Function(self.function.code()),
            valid_from=RoughDate.of(desk.file.today),
        )
        desk.run(action, said=desk.text("The office is added."))
