# SPDX-License-Identifier: GPL-3.0-or-later
"""Phases of a twinning and its motives over time: what it was for then, and what it is for now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.actions.partnerships_story import (
    AddMotive,
    AddPhase,
    DeleteMotive,
    DeletePhase,
    EditMotive,
    EditPhase,
    SetPhaseTexts,
)
from hospes.domain.codes_twinning import Motive
from hospes.domain.dates import DateKind
from hospes.domain.errors import UserError
from hospes.ui.pages.person_dates import read_day
from hospes.ui.pages.twinning_fields import LanguageTexts, rough_field, titled, write
from hospes.ui.pages.twinning_motives import MotiveChart
from hospes.ui.pages.twinning_section import TwinningSection
from hospes.ui.widgets.boxes import Box, column, holder, line, row
from hospes.ui.widgets.buttons import icon_button, link_button, plain_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import TextField
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from hospes.domain.values import RoughDate
    from hospes.queries.partnerships_page import MotiveRow, PhaseRow
    from hospes.ui.desk import Desk
    from hospes.ui.widgets.fields import Field


class PhasesSection(TwinningSection):
    """The phases as cards one after the other, the motives beneath."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._open: UUID | None = None

    def build(self) -> tuple[Sequence[QWidget], Sequence[QWidget]]:
        return [self._phases(), self._motives()], []

    def show_at(self, **where: object) -> None:
        language = where.get("language")
        phases = self.bond.phases
        if isinstance(language, str) and language and phases:
            self.remember["twinning.phase.text"] = language
            missing = (one.id for one in phases if language not in one.texts or not one.texts[language].title)
            self._open = next(missing, phases[0].id)
            self.again()

    # -- phases --------------------------------------------------------------------------------------

    def _phases(self) -> QWidget:
        desk, theme, data = self.desk, self.desk.theme, self.bond
        box = titled(desk, desk.text("Phases"), name="twinning.phases")
        for one in data.phases:
            box.box.addWidget(line())
            box.box.addWidget(self._phase(one))
        box.box.addWidget(line())
        title = TextField(theme, example=desk.text("A new phase, such as “Getting to know each other”"))
        title.setObjectName("twinning.phase.new")
        title.setAccessibleName(desk.text("Name of the new phase"))
        first, last = (
            TextField(theme, example=desk.text("from")),
            TextField(theme, example=desk.text("until")),
        )
        for line_, name, words in (
            (first, "first", desk.text("First year")),
            (last, "last", desk.text("Last year")),
        ):
            line_.setObjectName(f"twinning.phase.new.{name}")
            line_.setAccessibleName(words)
            line_.setFixedWidth(theme.u(110))

        def add() -> None:
            try:
                days = [read_day(desk, one.text(), DateKind.ANY) for one in (first, last)]
            except UserError as error:
                desk.say(error, kind="err")
                return
            for one in (title, first, last):
                one.setModified(False)
            action = AddPhase(data.row.id, {data.languages[0]: title.text()}, *days)
            desk.run(action, said=desk.text("The phase is added."))

        button = plain_button(theme, desk.text("Add the phase"), add, icon="plus", name="twinning.phase.add")
        across = row(theme, title, first, last)
        across.setStretch(0, 1)
        box.box.addLayout(across)
        box.box.addLayout(row(theme, button, None))
        return box

    def _phase(self, one: PhaseRow) -> QWidget:
        desk, theme, key = self.desk, self.desk.theme, one.id.hex
        language = desk.locale.language
        opened = one.id == self._open

        def toggle() -> None:
            self.leave()
            self._open = None if opened else one.id
            self.again()

        words = desk.text("Close") if opened else desk.text("Change")
        head = row(
            theme,
            Label(theme, one.title(language), "label", wrap=True, name="twinning.phase.title"),
            Label(theme, years_words(desk, one.first, one.last), "m"),
            link_button(theme, words, toggle, name=f"twinning.phase.edit.{key}"),
            gap=12,
        )
        head.setStretch(0, 1)
        parts: list[QWidget] = [holder(head)]
        text = one.texts.get(language)
        if text is not None and text.text and not opened:
            parts.append(Label(theme, text.text, wrap=True))
        if opened:
            parts.append(self._editor(one))
        return holder(column(theme, *parts, gap=4))

    def _editor(self, one: PhaseRow) -> QWidget:
        desk, theme, data = self.desk, self.desk.theme, self.bond

        def save(language: str, code: str, text: str, field: Field) -> None:
            write(desk, SetPhaseTexts(one.id, language, {code: text}), field)

        def edit(name: str) -> Callable[[RoughDate | None, Field], None]:
            def keep(value: RoughDate | None, field: Field) -> None:
                write(desk, EditPhase(one.id, {name: value}, one.version), field)

            return keep

        def away() -> None:
            desk.run(DeletePhase(one.id), said=desk.text("The phase is deleted."))

        texts = LanguageTexts(
            desk,
            data.languages,
            (("title", desk.text("Name"), 1), ("text", desk.text("What happened"), 4)),
            {code: t._asdict() for code, t in one.texts.items()},
            save,
            "twinning.phase.text",
            remember=self.remember,
        )
        days = row(
            theme,
            rough_field(desk, desk.text("From"), one.first, edit("first"), "twinning.phase.first"),
            rough_field(desk, desk.text("Until"), one.last, edit("last"), "twinning.phase.last"),
            gap=14,
        )
        days.setStretch(0, 1)
        days.setStretch(1, 1)
        drop = link_button(
            theme, desk.text("Delete this phase"), away, icon="trash-2", name="twinning.phase.drop"
        )
        return Box(theme, "sunk", days, texts, row(theme, drop, None), gap=8)

    # -- motives -------------------------------------------------------------------------------------

    def _motives(self) -> QWidget:
        desk, theme, data = self.desk, self.desk.theme, self.bond
        box = titled(
            desk,
            desk.text("Motives"),
            name="twinning.motives",
            hint=desk.text("Why the partners are partners, and from when to when that was so."),
        )
        if data.motives:
            box.box.addWidget(MotiveChart(desk, data))
        for one in data.motives:
            box.box.addWidget(self._motive(one))
        options = [("", desk.text("Add a motive")), *((m.value, desk.locale.label(m)) for m in Motive)]
        more = Choice(theme, options, name="twinning.motive.add")
        more.setAccessibleName(desk.text("Add a motive"))

        def add(code: str) -> None:
            if code:
                write(desk, AddMotive(data.row.id, Motive(code)))

        more.picked.connect(add)
        box.box.addLayout(row(theme, more, None))
        return box

    def _motive(self, one: MotiveRow) -> QWidget:
        desk, theme, key = self.desk, self.desk.theme, one.id.hex

        def edit(name: str) -> Callable[[RoughDate | None, Field], None]:
            def keep(value: RoughDate | None, field: Field) -> None:
                write(desk, EditMotive(one.id, {name: value}, one.version), field)

            return keep

        def away() -> None:
            desk.run(DeleteMotive(one.id), said=desk.text("The motive is deleted."))

        label = desk.locale.label(one.motive)
        drop = icon_button(
            theme, desk.text("Take off {what}", what=label), "x", away, name=f"twinning.motive.drop.{key}",
            small=True,
        )  # fmt: skip
        first = rough_field(desk, desk.text("From"), one.first, edit("first"), f"twinning.motive.first.{key}")
        last = rough_field(
            desk, desk.text("Until"), one.last, edit("last"), f"twinning.motive.last.{key}",
            empty=desk.text("today"),
        )  # fmt: skip
        narrow = self.fits.value <= 1
        days = row(theme, first, last, gap=10)
        if narrow:
            return holder(
                column(theme, row(theme, Label(theme, label, "label", wrap=True), drop), days, gap=2)
            )
        box = row(theme, Label(theme, label, "label", wrap=True), days, drop, gap=10)
        box.setStretch(0, 1)
        box.setStretch(1, 2)
        return holder(box)


def years_words(desk: Desk, first: RoughDate | None, last: RoughDate | None) -> str:
    """`1974 to 1989`, `since 2014`."""
    rough = desk.locale.rough
    if first is not None and last is not None:
        return desk.text("{since} to {until}", since=rough(first), until=rough(last))
    if first is not None:
        return desk.text("since {since}", since=rough(first))
    return desk.text("until {day}", day=rough(last)) if last is not None else ""
