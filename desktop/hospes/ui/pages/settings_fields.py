# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings ▸ Fields and tags: the words an association made itself, added, renamed, and deleted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from hospes.actions.own_fields import AddOwnField, DeleteOwnField, EditOwnField, SetOwnFieldName
from hospes.actions.tags import DeleteTag, RenameTag
from hospes.domain.codes import FieldKind
from hospes.i18n.catalog import languages
from hospes.queries.own_words import TagUse, all_tags, names_of_fields, values_of_fields
from hospes.queries.suggestions import FieldRow, own_fields
from hospes.ui.pages.person_languages import capital
from hospes.ui.pages.person_rebuild import rebuild
from hospes.ui.pages.twinning_fields import write
from hospes.ui.widgets.boxes import Box, FlowLayout, clear, column, holder, line, row
from hospes.ui.widgets.buttons import icon_button, link_button, plain_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import Field, TextField
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from hospes.ui.desk import Desk


class FieldsSection(Box):
    """Own fields of people with how many have something in them, and tags with how often they are used."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, "card", gap=12)
        self.desk = desk
        self._open: UUID | None = None
        theme, text = desk.theme, desk.text
        self._fields = column(theme, gap=10)
        self._tags = column(theme, gap=8)
        kinds = [(one.value, desk.locale.label(one)) for one in FieldKind]
        self._name = Field(theme, text("New field"), TextField(theme), name="settings.fields.name")
        self._kind = Field(
            theme, text("Kind"), Choice(theme, kinds, FieldKind.TEXT.value), name="settings.fields.kind"
        )
        self._kind.saved.connect(self._picked)
        self._choices = Field(
            theme, text("Choices"), TextField(theme),
            hint=text("One after the other, divided by semicolons."), name="settings.fields.choices",
        )  # fmt: skip
        add = plain_button(theme, text("Add the field"), self._add, icon="plus", name="settings.fields.add")
        about = text(
            "What Hospes does not ask about people can be kept in fields of your own, such as a shirt size. "
            "They stand on everybody’s page under “Own fields”, and lists can be filtered by them."
        )
        self.box.addWidget(Label(theme, text("Own fields"), "section"))
        self.box.addWidget(Label(theme, about, "m", wrap=True))
        self.box.addLayout(self._fields)
        new = row(theme, self._name, self._kind, gap=14)
        new.setStretch(0, 2)
        new.setStretch(1, 1)
        self.box.addLayout(new)
        self.box.addWidget(self._choices)
        self.box.addLayout(row(theme, add, None))
        self.box.addWidget(line())
        self.box.addWidget(Label(theme, text("Tags"), "section"))
        words = text("A tag that gets the name of another one becomes one with it.")
        self.box.addWidget(Label(theme, words, "m", wrap=True))
        self.box.addLayout(self._tags)
        self._picked(FieldKind.TEXT.value)
        self.reload()

    def reload(self) -> None:
        """Show those there are now; the keyboard stays where it is."""
        rebuild(self, self._fill)

    def _fill(self) -> None:
        desk, theme = self.desk, self.desk.theme
        clear(self._fields)
        clear(self._tags)
        used, called = desk.read(values_of_fields), desk.read(names_of_fields)
        for field in desk.read(own_fields, desk.locale.language):
            self._fields.addWidget(self._field(field, used.get(field.id, 0), called.get(field.id, {})))
            self._fields.addWidget(line())
        tags = desk.read(all_tags)
        for tag in tags:
            self._tags.addWidget(self._tag(tag))
        if not tags:
            self._tags.addWidget(Label(theme, desk.text("There are no tags yet."), "m"))

    # -- own fields ----------------------------------------------------------------------------------

    def _field(self, one: FieldRow, used: int, called: dict[str, str]) -> QWidget:
        desk, theme, key = self.desk, self.desk.theme, one.id.hex
        name = Field(theme, desk.text("Name"), TextField(theme, one.own_name), name=f"settings.field.{key}")
        name.saved.connect(partial(self._change, one, name, "name"))
        kinds = [(kind.value, desk.locale.label(kind)) for kind in FieldKind]
        kind = Field(
            theme, desk.text("Kind"), Choice(theme, kinds, one.kind.value), name=f"settings.field.{key}.kind"
        )
        kind.saved.connect(partial(self._change, one, kind, "kind"))
        top = row(theme, name, kind, gap=14)
        top.setStretch(0, 2)
        top.setStretch(1, 1)
        box = column(theme, top, gap=4)
        if one.kind is FieldKind.CHOICE:
            choices = Field(
                theme, desk.text("Choices"), TextField(theme, "; ".join(one.choices)),
                hint=desk.text("One after the other, divided by semicolons."),
                name=f"settings.field.{key}.choices",
            )  # fmt: skip
            choices.saved.connect(partial(self._change, one, choices, "choices"))
            box.addWidget(choices)
        if self._open == one.id:
            box.addWidget(self._other_names(one, called))
        words = desk.ntext("{n} person has something in it", "{n} people have something in it", used)
        more = link_button(
            theme, desk.text("Names in other languages"), partial(self._unfold, one.id),
            name=f"settings.field.{key}.names",
        )  # fmt: skip
        away = icon_button(
            theme, desk.text("Delete the field {field}", field=one.name), "trash-2",
            partial(self._delete, one, used), name=f"settings.field.{key}.delete", small=True,
        )  # fmt: skip
        box.addLayout(row(theme, Label(theme, words, "m"), None, more, away, gap=10))
        return holder(box)

    def _other_names(self, one: FieldRow, called: dict[str, str]) -> QWidget:
        theme, locale = self.desk.theme, self.desk.locale
        flow = FlowLayout(theme, gap=14)
        for code in languages():
            field = Field(
                theme, capital(locale.language_name(code)), TextField(theme, called.get(code, "")),
                name=f"settings.field.{one.id.hex}.{code}",
            )  # fmt: skip
            field.saved.connect(partial(self._call, one, field, code))
            field.setFixedWidth(theme.u(180))
            flow.addWidget(field)
        return holder(flow)

    def _unfold(self, field_id: UUID) -> None:
        self._open = None if self._open == field_id else field_id
        self.reload()

    def _change(self, one: FieldRow, field: Field, name: str, typed: str) -> None:
        write(self.desk, EditOwnField(one.id, {name: typed}, one.version), field)

    def _call(self, one: FieldRow, field: Field, language: str, typed: str) -> None:
        write(self.desk, SetOwnFieldName(one.id, language, typed), field)

    def _delete(self, one: FieldRow, used: int) -> None:
        said = self.desk.ntext(
            "The field {field} is deleted, with what {n} person had in it.",
            "The field {field} is deleted, with what {n} people had in it.",
            used,
            field=one.name,
        )
        self.desk.run(DeleteOwnField(one.id), said=said)

    def _picked(self, code: str) -> None:
        self._choices.setVisible(code == FieldKind.CHOICE.value)

    def _add(self) -> None:
        kind = FieldKind(self._kind.value())
        choices = self._choices.value() if kind is FieldKind.CHOICE else ""
        if write(self.desk, AddOwnField(self._name.value(), kind, choices), self._name):
            self._name.set_value("")
            self._choices.set_value("")

    # -- tags ----------------------------------------------------------------------------------------

    def _tag(self, one: TagUse) -> QWidget:
        desk, theme, key = self.desk, self.desk.theme, one.id.hex
        name = Field(theme, desk.text("Tag"), TextField(theme, one.name), name=f"settings.tag.{key}")
        name.editor.setAccessibleName(desk.text("Name of the tag {tag}", tag=one.name))
        name.label.hide()
        name.saved.connect(partial(self._rename, one, name))
        words = Label(theme, desk.ntext("used {n} time", "used {n} times", one.n), "m")
        away = icon_button(
            theme, desk.text("Delete the tag {tag}", tag=one.name), "trash-2", partial(self._forget, one),
            name=f"settings.tag.{key}.delete", small=True,
        )  # fmt: skip
        across = row(theme, name, words, None, away, gap=14)
        across.setStretch(0, 1)
        return holder(across)

    def _rename(self, one: TagUse, field: Field, typed: str) -> None:
        write(self.desk, RenameTag(one.id, typed), field)

    def _forget(self, one: TagUse) -> None:
        said = self.desk.text("The tag {tag} is deleted.", tag=one.name)
        self.desk.run(DeleteTag(one.id), said=said)
