# SPDX-License-Identifier: GPL-3.0-or-later
"""The themes of the association in two levels, areas and topics, named in each language (S5, S23)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import Qt

from hospes.actions.themes import AddTheme, DeleteTheme, MoveTheme, NameTheme
from hospes.queries.association import association, base_language
from hospes.queries.partnerships_page import ThemeRow, all_theme_rows
from hospes.ui.page import Fit, Heading, NewButton, Page, side_margins
from hospes.ui.pages.person_rebuild import half_typed, rebuild
from hospes.ui.pages.twinning_fields import LanguageTexts, choice_field, write
from hospes.ui.widgets.boxes import Box, clear, column, holder, limited, line, row, scrolled
from hospes.ui.widgets.buttons import link_button, plain_button
from hospes.ui.widgets.fields import Field, TextField
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.notices import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from hospes.ui.desk import Desk

LANGUAGES = ("de", "fr", "en", "pl")


class ThemesPage(Page):
    """A card an area with its topics; the one that is being changed is open."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {"theme", "theme_text", "theme_link", "partnership_aim", "project_theme"}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self._open: UUID | None = None
        self._rows: tuple[ThemeRow, ...] = ()
        self.remember: dict[str, str] = {}
        self._box = column(theme, gap=14)
        self.new = TextField(theme, example=desk.text("A new area, such as “Culture”"), name="themes.new")
        self.new.setAccessibleName(desk.text("Name of the new area"))
        add = plain_button(theme, desk.text("Add the area"), self._add, icon="plus", name="themes.add")
        top = row(theme, self.new, add)
        top.setStretch(0, 1)
        inner = holder(column(theme, top, self._box, None, gap=14, margins=(0, 4, 4, 10)))
        self.area = scrolled(limited(theme, inner, 860), "themes.area")
        self._column = column(theme, self.area, gap=0)
        self.setLayout(self._column)

    def reload(self) -> None:
        self._rows = self.desk.read(all_theme_rows)
        if self._box.count() and half_typed(self):
            return
        rebuild(self, self._show, self.area)

    def _show(self) -> None:
        desk, theme = self.desk, self.desk.theme
        clear(self._box)
        areas = [one for one in self._rows if one.parent_id is None]
        if not areas:
            words = desk.text("No themes yet. Areas hold topics: culture, and music within it.")
            self._box.addWidget(EmptyState(theme, words, icon="tag"))
        for area in areas:
            box = Box(theme, "card", gap=6, name=f"themes.area.{area.id.hex}")
            box.box.addWidget(self._theme(area))
            for topic in (one for one in self._rows if one.parent_id == area.id):
                box.box.addWidget(line())
                box.box.addWidget(self._theme(topic))
            box.box.addWidget(line())
            box.box.addWidget(self._new_topic(area))
            self._box.addWidget(box)

    def _theme(self, one: ThemeRow) -> QWidget:
        desk, theme, key = self.desk, self.desk.theme, one.id.hex
        opened = one.id == self._open

        def toggle() -> None:
            self.leave()
            self._open = None if opened else one.id
            rebuild(self, self._show, self.area)

        name = one.name(desk.locale.language)
        used = desk.ntext("used {n} time", "used {n} times", one.uses) if one.uses else desk.text("not used")
        words = desk.text("Close") if opened else desk.text("Change")
        head = row(
            theme,
            Label(theme, name, "section" if one.parent_id is None else "body", wrap=True),
            Label(theme, used, "m"),
            link_button(theme, words, toggle, name=f"themes.edit.{key}"),
            gap=12,
            margins=(0 if one.parent_id is None else 18, 0, 0, 0),
        )
        head.setStretch(0, 1)
        if not opened:
            return holder(head)
        return holder(column(theme, head, self._editor(one), gap=6))

    def _editor(self, one: ThemeRow) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        own = base_language(desk.read(association).language or desk.locale.language)

        def save(language: str, _code: str, text: str, field: Field) -> None:
            write(desk, NameTheme(one.id, language, text), field)

        def move(code: str) -> None:
            write(desk, MoveTheme(one.id, UUID(hex=code) if code else None))

        def away() -> None:
            desk.run(DeleteTheme(one.id), said=desk.text("The theme is deleted."))

        texts = LanguageTexts(
            desk,
            list(dict.fromkeys([own, *LANGUAGES, *sorted(one.names)])),
            (("name", desk.text("Name"), 1),),
            {code: {"name": name} for code, name in one.names.items()},
            save,
            "themes.name",
            remember=self.remember,
        )
        areas = [
            (other.id.hex, other.name(desk.locale.language))
            for other in self._rows
            if other.parent_id is None and other.id != one.id
        ]
        parts: list[QWidget] = [texts]
        if not any(other.parent_id == one.id for other in self._rows):
            parts.append(
                choice_field(
                    desk, desk.text("Part of"), [("", desk.text("none: an area itself")), *areas],
                    one.parent_id.hex if one.parent_id else "", move, "themes.parent",
                )
            )  # fmt: skip
        drop = link_button(theme, desk.text("Delete this theme"), away, icon="trash-2", name="themes.drop")
        parts.append(holder(row(theme, drop, None)))
        return Box(theme, "sunk", *parts, gap=8)

    def _new_topic(self, area: ThemeRow) -> QWidget:
        desk, theme, key = self.desk, self.desk.theme, area.id.hex
        words = TextField(theme, example=desk.text("A new topic"), name=f"themes.topic.{key}")
        words.setAccessibleName(desk.text("A new topic"))

        def add() -> None:
            words.setModified(False)
            self._run_add(words.text(), area.id)

        button = plain_button(theme, desk.text("Add"), add, name=f"themes.topic.add.{key}")
        box = row(theme, words, button, margins=(18, 0, 0, 0))
        box.setStretch(0, 1)
        return holder(box)

    def _add(self) -> None:
        self.new.setModified(False)
        if self._run_add(self.new.text(), None):
            self.new.clear()

    def _run_add(self, name: str, area: UUID | None) -> bool:
        desk = self.desk
        own = base_language(desk.read(association).language or desk.locale.language)
        return desk.run(AddTheme({own: name}, area), said=desk.text("The theme is added.")) is not None

    # -- the page ------------------------------------------------------------------------------------

    def heading(self) -> Heading:
        desk = self.desk
        return Heading(
            desk.text("Themes"),
            desk.text("Areas and topics of twinnings and visits"),
            NewButton(desk.text("New area"), "plus", "themes.begin"),
        )

    def acts(self) -> Mapping[str, Callable[[], object]]:
        return {"new": self._begin, "escape": self._back}

    def _begin(self) -> None:
        self.new.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _back(self) -> None:
        self.desk.go("twinnings")

    def help_page(self) -> str:
        return "twinnings"

    def leave(self) -> None:
        for field in self.findChildren(Field):
            field.leave()

    def fit(self, fit: Fit) -> None:
        super().fit(fit)
        left, top, right, bottom = side_margins(self.desk.theme, fit)
        self._column.setContentsMargins(left, top, right, bottom)

    def panes(self) -> Sequence[QWidget]:
        return (self.area,)

    def first_focus(self) -> QWidget | None:
        return self.new
