# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is in a twinning: any number of towns, regions, schools, clubs; and the groups it is part of."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from hospes.actions.partnerships import NewParty
from hospes.actions.partnerships_parties import (
    AddParty,
    EditParty,
    JoinGroup,
    LeaveGroup,
    RemoveParty,
    RenameGroup,
)
from hospes.queries.partnerships import bodies_to_choose
from hospes.queries.partnerships_page import groups_to_choose
from hospes.queries.territories import places_to_choose
from hospes.ui.pages.person_flat import FlatLine
from hospes.ui.pages.twinning_fields import leads_on, rough_field, write
from hospes.ui.pages.twinning_words import side_of
from hospes.ui.widgets.boxes import Box, column, holder, line, row
from hospes.ui.widgets.buttons import icon_button, link_button
from hospes.ui.widgets.choices import Combo, Tick
from hospes.ui.widgets.fields import Field
from hospes.ui.widgets.labels import Label, TownName

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from hospes.domain.values import RoughDate
    from hospes.queries.partnerships import BondParty
    from hospes.queries.partnerships_page import GroupRow, TwinningPage
    from hospes.ui.desk import Desk


def party_options(desk: Desk) -> list[tuple[str, str]]:
    """Places and organisations to choose from; the code says which of both it is."""
    places = desk.read(places_to_choose, desk.locale.code)
    bodies = desk.read(bodies_to_choose, desk.locale.code)
    found = [(f"t{ref.hex}", words) for ref, words in places]
    found += [(f"o{ref.hex}", words) for ref, words in bodies]
    return found


def party_of(code: str) -> NewParty:
    """The party that a code of `party_options` means."""
    ref = UUID(hex=code[1:])
    return NewParty(territory_id=ref) if code.startswith("t") else NewParty(organisation_id=ref)


class PartiesCard(Box):
    """One line a party, a line to add one, and the groups."""

    def __init__(self, desk: Desk, data: TwinningPage) -> None:
        theme = desk.theme
        super().__init__(
            theme, "card", Label(theme, desk.text("Parties"), "section"), gap=8, name="twinning.parties"
        )
        self.desk, self._data = desk, data
        for party in data.row.parties:
            self.box.addWidget(self._party(party))
        self.more = Combo(theme, add=self._add_words, name="twinning.party.add")
        self.more.setPlaceholderText(desk.text("Add a town, region, school or club"))
        self.more.setAccessibleName(desk.text("Add a town, region, school or club"))
        self.more.set_options(party_options(desk))
        self.more.picked.connect(self._add)
        self.more.added.connect(self._add_new)
        self.box.addWidget(self.more)
        self.box.addWidget(line())
        self.box.addWidget(Label(theme, desk.text("Triangles and rings"), "label"))
        for group in data.groups:
            self.box.addWidget(self._group(group))
        self.groups = Combo(theme, add=self._add_words, name="twinning.ring.add")
        self.groups.setPlaceholderText(desk.text("Put it into a triangle or ring"))
        self.groups.setAccessibleName(desk.text("Put it into a triangle or ring"))
        mine = {group.id for group in data.groups}
        self.groups.set_options(
            [(ref.hex, words) for ref, words in desk.read(groups_to_choose) if ref not in mine]
        )
        self.groups.picked.connect(self._join)
        self.groups.added.connect(self._join_new)
        self.box.addWidget(self.groups)

    def _add_words(self, typed: str) -> str:
        return self.desk.text("Add “{text}”", text=typed)

    # -- parties -------------------------------------------------------------------------------------

    def _party(self, party: BondParty) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        name = link_button(
            theme, desk.text("Open"), self._opener(party), name=f"twinning.party.{party.id.hex}"
        )
        name.setAccessibleName(desk.text("Open {what}", what=party.name))
        away = icon_button(
            theme,
            desk.text("Take {what} out", what=party.name),
            "x",
            self._remover(party),
            name=f"twinning.party.drop.{party.id.hex}",
            small=True,
        )
        ours = Tick(theme, desk.text("On our side"), name=f"twinning.party.ours.{party.id.hex}")
        ours.setChecked(party.is_ours)

        def save_side() -> None:
            write(desk, EditParty(party.id, {"is_ours": ours.isChecked()}))

        ours.clicked.connect(save_side)
        head = row(theme, TownName(theme, party.name, side_of(party)), None, ours, name, away, gap=10)
        parts: list[QWidget] = [holder(head)]
        more = self._more_words(party)
        if more:
            parts.append(Label(theme, more, "m", wrap=True))
        if party.first is not None or party.last is not None or len(self._data.row.parties) > 2:
            parts.append(self._days(party))
        return holder(column(theme, *parts, gap=2))

    def _more_words(self, party: BondParty) -> str:
        desk = self.desk
        found = []
        if party.town:
            found.append(party.town)
        if party.own_name and party.own_name != party.name:
            found.append(party.own_name)
        if party.country:
            found.append(desk.locale.country(party.country))
        if party.first_name:
            found.append(desk.text("at the beginning {name}", name=party.first_name))
        return " · ".join(found)

    def _days(self, party: BondParty) -> QWidget:
        desk = self.desk

        def first(value: RoughDate | None, field: Field) -> None:
            write(desk, EditParty(party.id, {"first": value}), field)

        def last(value: RoughDate | None, field: Field) -> None:
            write(desk, EditParty(party.id, {"last": value}), field)

        parts = (
            rough_field(
                desk, desk.text("Came in"), party.first, first, f"twinning.party.first.{party.id.hex}"
            ),
            rough_field(desk, desk.text("Left"), party.last, last, f"twinning.party.last.{party.id.hex}"),
        )
        box = row(desk.theme, *parts, gap=14)
        box.setStretch(0, 1)
        box.setStretch(1, 1)
        return holder(box)

    def _opener(self, party: BondParty) -> Callable[[], None]:
        def go() -> None:
            if party.is_place:
                self.desk.go("places", id=party.ref.hex)
            else:
                self.desk.go("contacts", view="organisations", id=party.ref.hex)

        return go

    def _remover(self, party: BondParty) -> Callable[[], None]:
        def away() -> None:
            said = self.desk.text("{name} is taken out.", name=party.name)
            self.desk.run(RemoveParty(party.id), said=said)

        return away

    def _add(self, code: str) -> None:
        self.more.setModified(False)
        write(self.desk, AddParty(self._data.row.id, party_of(code)))

    def _add_new(self, typed: str) -> None:
        """A place that is not in the file yet; its country is set on its own page."""
        self.more.setModified(False)
        write(self.desk, AddParty(self._data.row.id, NewParty(name=typed)))

    # -- groups --------------------------------------------------------------------------------------

    def _group(self, group: GroupRow) -> QWidget:
        desk, theme, bond = self.desk, self.desk.theme, self._data.row.id

        def leave() -> None:
            write(desk, LeaveGroup(bond, group.id))

        away = icon_button(
            theme, desk.text("Take it out of {group}", group=group.name), "x", leave,
            name=f"twinning.ring.drop.{group.id.hex}", small=True,
        )  # fmt: skip
        name = Field(
            theme, desk.text("Name of the group"), FlatLine(theme, group.name),
            name=f"twinning.ring.name.{group.id.hex}",
        )  # fmt: skip
        name.label.hide()

        def rename(typed: str) -> None:
            write(desk, RenameGroup(group.id, typed), name)

        name.saved.connect(rename)
        head = row(theme, name, away)
        head.setStretch(0, 1)
        parts: list[QWidget] = [holder(head)]
        for ref, words in group.members:
            if ref != bond:
                parts.append(self._member(ref, words))
        return holder(column(theme, *parts, gap=0))

    def _member(self, ref: UUID, words: str) -> QWidget:
        def go() -> None:
            self.desk.go("twinning", id=ref.hex)

        return leads_on(self.desk, words, go, f"twinning.ring.member.{ref.hex}")

    def _join(self, code: str) -> None:
        self.groups.setModified(False)
        write(self.desk, JoinGroup(self._data.row.id, UUID(hex=code)))

    def _join_new(self, typed: str) -> None:
        self.groups.setModified(False)
        write(self.desk, JoinGroup(self._data.row.id, name=typed))
