# SPDX-License-Identifier: GPL-3.0-or-later
"""Aims of a twinning, each with theme, person, end and the visits that serve it; and its themes."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from hospes.actions.partnerships_aims import AddAim, DeleteAim, EditAim, SetAimText, SetAimVisits
from hospes.actions.themes import SetPartnershipThemes
from hospes.domain.names import display_name
from hospes.domain.values import RoughDate
from hospes.queries.partnerships_page import all_theme_rows
from hospes.queries.partnerships_visits import visits_of_bond
from hospes.ui.pages.theme_picks import theme_picks
from hospes.ui.pages.twinning_fields import LanguageTexts, chips, choice_field, rough_field, titled, write
from hospes.ui.pages.twinning_section import TwinningSection
from hospes.ui.pages.visit_fields import PersonCombo
from hospes.ui.widgets.boxes import Box, column, holder, line, row
from hospes.ui.widgets.buttons import link_button, plain_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import LongText
from hospes.ui.widgets.labels import Label, StateWord

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from hospes.queries.partnerships_page import AimRow
    from hospes.ui.desk import Desk
    from hospes.ui.widgets.fields import Field


class AimsSection(TwinningSection):
    """A card an aim; the one that is being changed is open. The themes beside them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._open: UUID | None = None
        self._new_text: LongText | None = None

    def build(self) -> tuple[Sequence[QWidget], Sequence[QWidget]]:
        return [self._aims()], [self._themes()]

    def acts(self) -> Mapping[str, Callable[[], object]]:
        return {"new": self._begin}

    def _begin(self) -> None:
        if self._new_text is not None:
            self._new_text.setFocus()

    def show_at(self, **where: object) -> None:
        language = where.get("language")
        aims = self.bond.aims
        if isinstance(language, str) and language and aims:
            self.remember["twinning.aim.text"] = language
            self._open = next((one.id for one in aims if language not in one.texts), aims[0].id)
            self.again()

    # -- aims ----------------------------------------------------------------------------------------

    def _aims(self) -> QWidget:
        desk, theme, data = self.desk, self.desk.theme, self.bond
        box = titled(
            desk,
            desk.text("Aims"),
            name="twinning.aims",
            hint=desk.text("What shall be reached, whose matter it is, and until when."),
        )
        for one in data.aims:
            box.box.addWidget(line())
            box.box.addWidget(self._aim(one))
        box.box.addWidget(line())
        text = LongText(theme, lines=2, name="twinning.aim.new")
        text.setPlaceholderText(desk.text("A new aim in one sentence"))
        text.setAccessibleName(desk.text("A new aim in one sentence"))
        self._new_text = text

        def add() -> None:
            text.document().setModified(False)
            action = AddAim(data.row.id, {data.languages[0]: text.toPlainText()})
            desk.run(action, said=desk.text("The aim is added."))

        button = plain_button(theme, desk.text("Add the aim"), add, icon="plus", name="twinning.aim.add")
        box.box.addWidget(text)
        box.box.addLayout(row(theme, button, None))
        return box

    def _aim(self, one: AimRow) -> QWidget:
        desk, theme, key = self.desk, self.desk.theme, one.id.hex
        head = row(theme, Label(theme, one.text(desk.locale.language), wrap=True, name="twinning.aim.words"))
        head.setStretch(0, 1)
        if one.reached_on is not None:
            words = desk.text("reached {day}", day=desk.locale.rough(one.reached_on))
            head.addWidget(StateWord(theme, words, "ok"))
        parts: list[QWidget] = [holder(head)]
        told = self._told(one)
        if told:
            parts.append(Label(theme, told, "m", wrap=True))
        opened = one.id == self._open

        def toggle() -> None:
            self.leave()
            self._open = None if opened else one.id
            self.again()

        def reached() -> None:
            day = None if one.reached_on is not None else RoughDate.of(desk.file.today)
            write(desk, EditAim(one.id, {"reached_on": day}, one.version))

        def away() -> None:
            desk.run(DeleteAim(one.id), said=desk.text("The aim is deleted."))

        words = desk.text("Close") if opened else desk.text("Change")
        done = desk.text("Not reached yet") if one.reached_on is not None else desk.text("It is reached")
        buttons = row(
            theme,
            link_button(theme, words, toggle, name=f"twinning.aim.edit.{key}"),
            link_button(theme, done, reached, name=f"twinning.aim.reached.{key}"),
            None,
        )
        if opened:
            buttons.insertWidget(
                2,
                link_button(
                    theme, desk.text("Delete this aim"), away, icon="trash-2", name=f"twinning.aim.drop.{key}"
                ),
            )
        parts.append(holder(buttons))
        if opened:
            parts.append(self._editor(one))
        return holder(column(theme, *parts, gap=2))

    def _told(self, one: AimRow) -> str:
        desk = self.desk
        found = []
        theme = next((t for t in desk.read(all_theme_rows) if t.id == one.theme_id), None)
        if theme is not None:
            found.append(theme.whole(desk.locale.language))
        if one.person is not None:
            found.append(display_name(one.person))
        if one.until is not None:
            found.append(desk.text("until {day}", day=desk.locale.rough(one.until)))
        found += [title for _, title in one.visits]
        return " · ".join(found)

    def _editor(self, one: AimRow) -> QWidget:
        desk, theme, data = self.desk, self.desk.theme, self.bond

        def save(language: str, _code: str, text: str, field: Field) -> None:
            write(desk, SetAimText(one.id, language, text), field)

        def edit(values: dict[str, object], field: Field | None = None) -> None:
            write(desk, EditAim(one.id, values, one.version), field)

        texts = LanguageTexts(
            desk,
            data.languages,
            (("text", desk.text("The aim in one sentence"), 2),),
            {code: {"text": text} for code, text in one.texts.items()},
            save,
            "twinning.aim.text",
            remember=self.remember,
        )
        themes = [(t.id.hex, t.whole(desk.locale.language)) for t in desk.read(all_theme_rows)]
        theme_field = choice_field(
            desk, desk.text("Theme"), [("", desk.text("none")), *themes],
            one.theme_id.hex if one.theme_id else "",
            lambda code: edit({"theme_id": UUID(hex=code) if code else None}), "twinning.aim.theme",
        )  # fmt: skip
        until = rough_field(
            desk, desk.text("Until"), one.until, lambda value, field: edit({"until": value}, field),
            "twinning.aim.until",
        )  # fmt: skip
        who = PersonCombo(
            desk, "twinning.aim.person", text=display_name(one.person) if one.person is not None else ""
        )
        who.setPlaceholderText(desk.text("Whose matter is it?"))
        who.setAccessibleName(desk.text("Whose matter is it?"))

        def chosen(code: str) -> None:
            who.setModified(False)
            edit({"person_id": UUID(hex=code)})

        who.picked.connect(chosen)
        parts: list[QWidget] = [texts, theme_field, until, who]
        if one.person_id is not None:
            nobody = link_button(
                theme, desk.text("Nobody in particular"), lambda: edit({"person_id": None}),
                name="twinning.aim.nobody",
            )  # fmt: skip
            parts.append(holder(row(theme, nobody, None)))
        parts.append(self._visits(one))
        return Box(theme, "sunk", *parts, gap=8, name="twinning.aim.editor")

    def _visits(self, one: AimRow) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        now = tuple(ref for ref, _ in one.visits)

        def keep(visits: tuple[UUID, ...]) -> None:
            write(desk, SetAimVisits(one.id, visits))

        shown = chips(
            desk,
            [(ref.hex, title) for ref, title in one.visits],
            lambda code: keep(tuple(ref for ref in now if ref.hex != code)),
            "twinning.aim.visit",
        )
        rest = [
            (v.id.hex, v.title)
            for v in desk.read(visits_of_bond, self.bond.row.id, desk.locale.language)
            if v.id not in now
        ]
        box = Choice(
            theme, [("", desk.text("Add a visit that serves it")), *rest], name="twinning.aim.visit.add"
        )
        box.setAccessibleName(desk.text("Add a visit that serves it"))
        box.picked.connect(lambda code: keep((*now, UUID(hex=code))) if code else None)
        return holder(column(theme, *[part for part in (shown, box) if part is not None], gap=6))

    # -- themes --------------------------------------------------------------------------------------

    def _themes(self) -> QWidget:
        desk, theme, data = self.desk, self.desk.theme, self.bond
        language = desk.locale.language

        def keep(themes: tuple[UUID, ...], new: str = "") -> None:
            write(desk, SetPartnershipThemes(data.row.id, themes, new=new, language=language))

        shown, more = theme_picks(desk, data.themes, keep, "twinning.theme")
        all_ = link_button(
            theme, desk.text("All themes"), lambda: desk.go("themes"), name="twinning.themes.all"
        )
        return titled(
            desk, desk.text("Themes"), shown, more, holder(row(theme, all_, None)), name="twinning.themes"
        )
