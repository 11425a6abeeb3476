# SPDX-License-Identifier: GPL-3.0-or-later
"""A new member or contact: a name is enough; the address is stored once, for the household."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hospes.actions.members import Added, AddPeople, NewPerson
from hospes.ui.widgets.boxes import column, holder, row, scrolled
from hospes.ui.widgets.buttons import main_button, plain_button
from hospes.ui.widgets.fields import Field, TextField
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from hospes.domain.errors import UserError
    from hospes.ui.desk import Desk


class MemberForm(QWidget):
    """The form in the place of the pane."""

    added = Signal(object)
    cancelled = Signal()
    opened = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        self.desk = desk
        self._member = True
        self._title = Label(theme, desk.text("New member"), "name")
        self.given = self._field("Given name", "given")
        self.surname = self._field("Surname", "surname")
        self.street = self._field("Street", "street")
        self.postcode = self._field("Postcode", "postcode")
        self.town = self._field("Town", "town")
        self.phone = self._field("Phone", "phone")
        self.email = self._field("E-mail", "email")
        self._fields = (
            self.given,
            self.surname,
            self.street,
            self.postcode,
            self.town,
            self.phone,
            self.email,
        )
        add = main_button(theme, desk.text("Add"), self.add, name="member.form.add")
        away = plain_button(theme, desk.text("Cancel"), self._cancel, name="member.form.cancel")
        inner = holder(
            column(
                theme,
                self._title,
                *self._fields,
                row(theme, add, away, None),
                None,
                gap=12,
                margins=(22, 14, 22, 14),
            )
        )
        self.setLayout(column(theme, scrolled(inner)))

    def _field(self, label: str, name: str) -> Field:
        theme = self.desk.theme
        return Field(theme, self.desk.text(label), TextField(theme), name=f"member.form.{name}")

    def begin(self, member: bool = True) -> None:
        """Begin an empty form, for a member or only a contact."""
        self._member = member
        self._title.setText(self.title())
        for field in self._fields:
            field.set_value("")
        self.given.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def title(self) -> str:
        """What the form is for."""
        return self.desk.text("New member") if self._member else self.desk.text("New person")

    def has_draft(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return any(field.value().strip() for field in self._fields)

    def leave(self) -> None:
        """Nothing to keep yet: a draft is not kept here."""

    def add(self) -> None:
        """Add what the form holds."""
        values = {field: field.value().strip() for field in self._fields}
        person = NewPerson(
            values[self.given],
            values[self.surname],
            member=self._member,
            phone=values[self.phone],
            email=values[self.email],
        )
        action = AddPeople(
            (person,), street=values[self.street], postcode=values[self.postcode], town=values[self.town]
        )
        name = f"{person.given} {person.surname}".strip()
        outcome = self.desk.run(
            action, said=self.desk.text("{name} is added.", name=name), failed=self._failed
        )
        if outcome is not None and isinstance(outcome.result, Added):
            self.added.emit(outcome.result.people[0])

    def _failed(self, error: UserError) -> None:
        self.desk.say(error, kind="err")

    def _cancel(self) -> None:
        self.cancelled.emit()
