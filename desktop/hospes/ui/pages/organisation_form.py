# SPDX-License-Identifier: GPL-3.0-or-later
"""A new organisation: a name is enough; kind and town put it in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hospes.actions.organisations import AddOrganisation
from hospes.domain.codes import OrganisationKind, Sector
from hospes.domain.errors import FieldProblem, UserError
from hospes.domain.organisations import sector_of
from hospes.queries.association import towns
from hospes.ui.widgets.boxes import column, holder, row, scrolled
from hospes.ui.widgets.buttons import main_button, plain_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import Field, TextField, Verdict
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from hospes.ui.desk import Desk


class OrganisationForm(QWidget):
    """The form in the place of the pane."""

    added = Signal(object)
    cancelled = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        self.desk = desk
        self.name = Field(
            theme,
            desk.text("Name"),
            TextField(theme),
            needed=desk.text("needed"),
            name="organisation.form.name",
        )
        kinds = [(k.value, desk.locale.label(k)) for k in OrganisationKind if k is not OrganisationKind.OWN]
        kinds.sort(key=lambda pair: desk.locale.sort_key(pair[1]))
        self.kind = Choice(theme, kinds, OrganisationKind.CLUB.value)
        self.kind.picked.connect(self._kind_picked)
        self.sector = Choice(theme, [(s.value, desk.locale.label(s)) for s in Sector], Sector.CIVIL.value)
        self.town = Choice(theme)
        add = main_button(theme, desk.text("Add organisation"), self.add, name="organisation.form.add")
        away = plain_button(theme, desk.text("Cancel"), self._cancel, name="organisation.form.cancel")
        inner = holder(
            column(
                theme,
                Label(theme, desk.text("New organisation"), "name"),
                self.name,
                Field(theme, desk.text("What it is"), self.kind, name="organisation.form.kind"),
                Field(theme, desk.text("Kind"), self.sector, name="organisation.form.sector"),
                Field(theme, desk.text("Town"), self.town, name="organisation.form.town"),
                row(theme, add, away, None),
                None,
                gap=12,
                margins=(22, 14, 22, 14),
            )
        )
        self.setLayout(column(theme, scrolled(inner)))

    def begin(self, kind: str = "", territory_id: str = "") -> None:
        """Begin an empty form, perhaps for a kind and a town where one is missing."""
        desk = self.desk
        self.name.set_value("")
        found = desk.read(towns, desk.locale.language)
        pairs = [("", desk.text("somewhere else")), *((town.id.hex, town.name) for town in found)]
        home = next((town.id.hex for town in found if town.is_home), "")
        self.town.set_options(pairs, territory_id or home)
        self.kind.choose(kind or OrganisationKind.CLUB.value)
        self._kind_picked(self.kind.code())
        self.name.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _kind_picked(self, code: str) -> None:
        self.sector.choose(sector_of(OrganisationKind(code)).value)

    def add(self) -> None:
        """Add what the form holds."""
        action = AddOrganisation(
            self.name.value(),
            OrganisationKind(self.kind.code()),
            Sector(self.sector.code()),
            UUID(hex=self.town.code()) if self.town.code() else None,
        )
        said = self.desk.text("{name} is added.", name=self.name.value().strip())
        outcome = self.desk.run(action, said=said, failed=self._failed)
        if outcome is not None:
            self.added.emit(outcome.result)

    def _failed(self, error: UserError) -> None:
        if isinstance(error, FieldProblem):
            self.name.say(Verdict("bad", self.desk.words(error)))
            self.name.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.desk.say(error, kind="err")

    def _cancel(self) -> None:
        self.cancelled.emit()
