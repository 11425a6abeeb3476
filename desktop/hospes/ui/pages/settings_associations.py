# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings ▸ Associations: several under one umbrella, each with members, year and letterhead of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.actions.association import EditAssociation
from hospes.actions.umbrella import AddAssociation, PutAssociationAway
from hospes.queries.association import associations
from hospes.queries.overview import members_of_associations
from hospes.ui.pages.twinning_fields import write
from hospes.ui.widgets.boxes import Box, clear, column, holder, line, row
from hospes.ui.widgets.buttons import icon_button, link_button, plain_button
from hospes.ui.widgets.fields import Field, TextField
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from hospes.queries.association import OwnAssociation
    from hospes.ui.desk import Desk


class AssociationsSection(Box):
    """One card an association, and a line for another one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, "card", gap=12)
        self.desk = desk
        theme = desk.theme
        self.box.addWidget(Label(theme, desk.text("Associations"), "section"))
        words = desk.text(
            "One file can hold several associations under one umbrella. Each has its own members, dues, "
            "visits, bank and letterhead; people, households and organisations are shared."
        )
        self.box.addWidget(Label(theme, words, "m", wrap=True))
        self._all = link_button(
            theme, desk.text("Look at all together"), self._look_at_all, name="settings.associations.all"
        )
        self.box.addWidget(holder(row(theme, self._all, None)))
        self._list = column(theme, gap=10)
        self.box.addLayout(self._list)
        self.box.addWidget(line())
        self._name = Field(theme, desk.text("Name"), TextField(theme), name="settings.associations.name")
        self._short = Field(
            theme, desk.text("Short name"), TextField(theme), name="settings.associations.short",
            hint=desk.text("Stands at the top of the window, where there is little room."),
        )  # fmt: skip
        self.box.addWidget(Label(theme, desk.text("Another association"), "label"))
        self.box.addWidget(self._name)
        self.box.addWidget(self._short)
        add = plain_button(
            theme, desk.text("Add the association"), self._add, icon="plus", name="settings.associations.add"
        )
        self.box.addWidget(holder(row(theme, add, None)))
        self.reload()

    def reload(self) -> None:
        """Show those there are now."""
        desk = self.desk
        clear(self._list)
        self._all.setVisible(desk.file.owner is not None)
        every = desk.read(associations)
        members = desk.read(members_of_associations, desk.file.today)
        for one in every:
            self._list.addWidget(line())
            self._list.addWidget(self._one(one, members.get(one.id, 0)))

    def _one(self, one: OwnAssociation, members: int) -> QWidget:
        desk, theme, key = self.desk, self.desk.theme, one.id.hex
        grey = desk.ntext("{n} member", "{n} members", members)
        if one.is_umbrella:
            grey = " · ".join((desk.text("Umbrella"), grey))
        name = Field(
            theme, desk.text("Name"), TextField(theme, one.name), name=f"settings.association.{key}.name"
        )
        short = Field(
            theme, desk.text("Short name"), TextField(theme, one.short_name),
            name=f"settings.association.{key}.short",
        )  # fmt: skip
        name.saved.connect(self._saver(one, "name", name))
        short.saved.connect(self._saver(one, "short_name", short))
        across = row(theme, name, short, gap=14)
        across.setStretch(0, 2)
        across.setStretch(1, 1)
        foot = row(theme, Label(theme, grey, "m"), None)
        looked_at = desk.file.owner == one.id
        if looked_at:
            foot.addWidget(Label(theme, desk.text("Looked at now"), "label"))
        else:
            show = link_button(
                theme, desk.text("Look at this one only"), self._chooser(one.id),
                name=f"settings.association.{key}.show",
            )  # fmt: skip
            foot.addWidget(show)
        if not one.is_umbrella and len(desk.read(associations)) > 1:
            away = icon_button(
                theme, desk.text("Put {name} in the bin", name=one.name), "trash-2", self._binner(one),
                name=f"settings.association.{key}.bin", small=True,
            )  # fmt: skip
            foot.addWidget(away)
        return holder(column(theme, across, foot, gap=4))

    def _saver(self, one: OwnAssociation, name: str, field: Field) -> Callable[[str], None]:
        def save(typed: str) -> None:
            write(self.desk, EditAssociation(one.id, {name: typed}, one.version), field)

        return save

    def _chooser(self, owner: UUID) -> Callable[[], None]:
        def choose() -> None:
            self.desk.look_at(owner)

        return choose

    def _binner(self, one: OwnAssociation) -> Callable[[], None]:
        def away() -> None:
            said = self.desk.text("{person} is in the bin.", person=one.name)
            self.desk.run(PutAssociationAway(one.id), said=said)

        return away

    def _look_at_all(self) -> None:
        self.desk.look_at(None)

    def _add(self) -> None:
        action = AddAssociation(str(self._name.value()), str(self._short.value()))
        if write(self.desk, action, self._name):
            for field in (self._name, self._short):
                field.set_value("")
