# SPDX-License-Identifier: GPL-3.0-or-later
"""Telephones and e-mail addresses of a person, each a line that is added, changed or emptied in place."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from hospes.actions.reach import AddContactPoint, DeleteContactPoint, EditContactPoint
from hospes.domain.codes import ContactKind
from hospes.domain.emails import read_email, read_website
from hospes.domain.errors import FieldProblem, UserError
from hospes.domain.phones import e164
from hospes.queries.members import home_country
from hospes.ui.pages.person_flat import FlatLine, flat_field
from hospes.ui.widgets.choices import Tick
from hospes.ui.widgets.fields import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from hospes.actions import Action
    from hospes.queries.people import ReachRow
    from hospes.queries.person_details import Unusable
    from hospes.ui.desk import Desk

PHONE_DOUBT = "odd-phone"


def reach_check(desk: Desk, kind: ContactKind, accepted: Callable[[str], bool]) -> Callable[[str], Verdict]:
    """What is wrong or odd about a typed number or address."""

    def check(typed: str) -> Verdict:
        text = typed.strip()
        if not text:
            return Verdict()
        try:
            if kind is ContactKind.EMAIL:
                read_email(text)
            elif kind is ContactKind.WEB:
                read_website(text)
            elif not e164(text, desk.read(home_country)) and not accepted(text):
                words = desk.text("“{value}” does not look like a telephone number.", value=text)
                return Verdict("odd", words, (), desk.text("It is right"))
        except FieldProblem as problem:
            return Verdict("bad", desk.words(problem))
        return Verdict()

    return check


class ReachField(QObject):
    """One number or address: its field, and the row it is kept in as soon as there is one."""

    saved = Signal()

    def __init__(
        self,
        desk: Desk,
        person_id: UUID,
        kind: ContactKind,
        one: ReachRow | None,
        accepted: Collection[tuple[UUID, str, str]],
        code: str,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.person_id = person_id
        self.kind = kind
        self.code = code
        self.row_id = one.id if one is not None else None
        self._accepted = {value for row_id, doubt, value in accepted if doubt == PHONE_DOUBT}
        self.line = FlatLine(desk.theme, empty=desk.text("not known"))
        self.field = flat_field(
            desk.theme,
            desk.locale.label(kind),
            self.line,
            check=reach_check(desk, kind, self._is_accepted),
            name=f"person.{code}",
        )
        self.field.saved.connect(self._save)
        self.field.unusable.connect(self._keep)
        self.field.accepted.connect(self._accept)
        self.lists = Tick(desk.theme, desk.text("on lists"), name=f"person.{code}.lists")
        self.lists.setToolTip(desk.text("Whether it stands on printed lists"))
        self.lists.clicked.connect(self._list)
        self.show_row(one)

    def show_row(self, one: ReachRow | None) -> None:
        """Show what the file holds now."""
        self.row_id = one.id if one is not None else None
        self.field.set_value(one.value if one is not None else "")
        shared = one is not None and one.shared
        self.line.set_suffix(self.desk.text("(of the household)") if shared else "")
        self._show_lists()
        self.lists.setChecked(one is not None and one.on_lists)
        if one is not None:
            verdict = reach_check(self.desk, self.kind, self._is_accepted)(one.value)
            if verdict.kind == "odd":
                self.field.say(verdict)

    def _show_lists(self) -> None:
        """Only what is in the file can stand on lists; a widget without a place must not be shown."""
        if self.row_id is None:
            self.lists.hide()
        elif self.lists.parentWidget() is not None:
            self.lists.show()

    def show_unusable(self, kept: Mapping[tuple[UUID, str], Unusable]) -> bool:
        """Show what was typed and could not be used, if anything was."""
        found = kept.get((self.row_id, "value")) if self.row_id is not None else None
        found = found or kept.get((self.person_id, self.kind.value))
        if found is not None:
            self.field.set_unusable(found.typed, Verdict("bad", found.reason))
        return found is not None

    def _is_accepted(self, typed: str) -> bool:
        return typed in self._accepted

    def _forget_unusable(self) -> None:
        if self.row_id is not None:
            self.desk.file.drop_unusable(self.row_id, "value")
        self.desk.file.drop_unusable(self.person_id, self.kind.value)

    def _save(self, typed: str) -> None:
        self._forget_unusable()
        text = typed.strip()
        action: Action | None = None
        if self.row_id is None and text:
            action = AddContactPoint("person", self.person_id, self.kind, text)
        elif self.row_id is not None and not text:
            action = DeleteContactPoint(self.row_id)
        elif self.row_id is not None:
            action = EditContactPoint(self.row_id, {"value": text})
        if action is None:
            self.saved.emit()
            return
        outcome = self.desk.run(action, failed=self._refused)
        if outcome is not None:
            if isinstance(action, AddContactPoint) and isinstance(outcome.result, UUID):
                self.row_id = outcome.result
            elif isinstance(action, DeleteContactPoint):
                self.row_id = None
            self._show_lists()
        self.saved.emit()

    def _refused(self, error: UserError) -> None:
        self.field.say(Verdict("bad", self.desk.words(error)))

    def _keep(self, typed: str) -> None:
        """Keep an unusable text beside the valid value, over a restart too."""
        reason = self.field.note.text()
        if self.row_id is not None:
            where = "contact_point", self.row_id, "value"
        else:
            where = "person", self.person_id, self.kind.value
        self.desk.file.keep_unusable(*where, typed, reason, self.person_id)
        self.saved.emit()

    def _accept(self, typed: str) -> None:
        self._accepted.add(typed.strip())
        if self.row_id is not None:
            self.desk.file.accept_doubt(self.row_id, PHONE_DOUBT, typed.strip(), self.person_id)
        self.saved.emit()

    def _list(self, on: bool) -> None:
        if self.row_id is not None:
            self.desk.run(EditContactPoint(self.row_id, {"on_lists": on}))
