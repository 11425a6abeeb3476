# SPDX-License-Identifier: GPL-3.0-or-later
"""A new twinning: its parties, what it is, and since when. What is typed is a draft until it is added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hospes.actions.partnerships import AddPartnership, NewParty
from hospes.domain.codes_twinning import LinkKind, PartnershipLevel, PartnershipType
from hospes.domain.dates import DateKind
from hospes.domain.errors import FieldProblem, FormProblems, UserError
from hospes.queries.association import association, base_language, towns
from hospes.ui.pages.links_words import kind_options
from hospes.ui.pages.person_dates import day_check, read_day
from hospes.ui.pages.person_drafts import Keeping, drop_draft, keep_draft, kept_draft
from hospes.ui.pages.twinning_parties import party_of, party_options
from hospes.ui.widgets.boxes import column, holder, row, scrolled
from hospes.ui.widgets.buttons import link_button, main_button, plain_button
from hospes.ui.widgets.choices import Choice, Combo
from hospes.ui.widgets.fields import Field, TextField, Verdict
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hospes.ui.desk import Desk

DRAFT = "new-twinning"
LEVELS = {
    PartnershipType.REGIONAL: PartnershipLevel.REGION,
    PartnershipType.INSTITUTION: PartnershipLevel.SCHOOL,
}
"""Between whom a kind of link usually is; towns else."""


class TwinningForm(QWidget):
    """The form in the pane. Two parties stand there, more come by a button."""

    added = Signal(object)
    cancelled = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        self.desk = desk
        self.parties: list[Combo] = []
        self._options: list[tuple[str, str]] = []
        self._parties = column(theme, gap=8)
        self._problem = Label(theme, "", "err", wrap=True, name="twinning.form.problem")
        self._problem.hide()
        another = link_button(
            theme, desk.text("Another party"), self._another, icon="plus", name="twinning.form.another"
        )
        kinds = [(kind.value, desk.locale.label(kind)) for kind in PartnershipType]
        self.type = Choice(theme, kinds, PartnershipType.TWINNING.value)
        self.type.picked.connect(self._type_picked)
        self.kind = Choice(theme, [("", desk.text("not known")), *kind_options(desk)])
        levels = [(level.value, desk.locale.label(level)) for level in PartnershipLevel]
        self.level = Choice(theme, levels, PartnershipLevel.TOWN.value)
        self.since = Field(
            theme,
            desk.text("Since"),
            TextField(theme),
            check=day_check(desk, DateKind.ANY),
            hint=desk.text("A year is enough."),
            name="twinning.form.since",
        )
        self.name = Field(
            theme,
            desk.text("Name"),
            TextField(theme),
            hint=desk.text("Without a name it is called by its parties."),
            name="twinning.form.name",
        )
        self.kind_field = Field(
            theme, desk.text("Kind of school or club link"), self.kind, name="twinning.form.kind"
        )
        self.kind_field.hide()
        self._keeping = Keeping(self.keep, self)
        for field in (self.since, self.name):
            editor = field.editor
            if isinstance(editor, TextField):
                editor.textEdited.connect(self._keeping.typed)
        add = main_button(theme, desk.text("Add the twinning"), self.add, name="twinning.form.add")
        away = plain_button(theme, desk.text("Cancel"), self._cancel, name="twinning.form.cancel")
        inner = column(
            theme,
            Label(theme, desk.text("New twinning"), "name"),
            Label(theme, desk.text("Between"), "label"),
            self._parties,
            row(theme, another, None),
            self._problem,
            Field(theme, desk.text("Kind"), self.type, name="twinning.form.type"),
            self.kind_field,
            Field(theme, desk.text("Between whom"), self.level, name="twinning.form.level"),
            self.since,
            self.name,
            row(theme, add, away, None),
            None,
            gap=12,
            margins=(22, 14, 22, 14),
        )
        self.setLayout(column(theme, scrolled(holder(inner)), gap=0))

    # -- filling -------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Begin with what was typed before, or with our town and an empty line."""
        self.reload()
        kept = kept_draft(self.desk, DRAFT)
        if isinstance(kept, dict):
            self.take(kept)
            return
        home = next((one for one in self.desk.read(towns, self.desk.locale.language) if one.is_home), None)
        self._set_parties([home.name if home is not None else "", ""])
        self.type.choose(PartnershipType.TWINNING.value)
        self.level.choose(PartnershipLevel.TOWN.value)
        self.kind.choose("")
        self._show_kind()
        for field in (self.since, self.name):
            field.set_value("")
        self._problem.hide()
        self.parties[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def reload(self) -> None:
        """Read what there is to choose from again."""
        self._options = party_options(self.desk)
        for box in self.parties:
            box.set_options(self._options)

    def _set_parties(self, words: list[str]) -> None:
        for box in self.parties:
            box.hide()
            box.deleteLater()
        self.parties = []
        for text in words:
            self._add_line(text)

    def _add_line(self, text: str) -> None:
        desk, number = self.desk, len(self.parties)
        box = Combo(
            desk.theme,
            self._options,
            add=lambda typed: desk.text("Add “{text}”", text=typed),
            name=f"twinning.form.party.{number}",
        )
        box.setPlaceholderText(desk.text("Town, region, school or club"))
        box.setAccessibleName(desk.text("Town, region, school or club"))
        box.setText(text)
        box.textEdited.connect(self._keeping.typed)
        self.parties.append(box)
        self._parties.addWidget(box)

    def _another(self) -> None:
        self._add_line("")
        self.parties[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _type_picked(self, code: str) -> None:
        self.level.choose(LEVELS.get(PartnershipType(code), PartnershipLevel.TOWN).value)
        self._show_kind()
        if code == PartnershipType.TRIANGLE.value and len(self.parties) < 3:
            self._another()

    def _show_kind(self) -> None:
        self.kind_field.setVisible(self.type.code() == PartnershipType.INSTITUTION.value)

    # -- adding --------------------------------------------------------------------------------------

    def add(self) -> None:
        """Make the twinning."""
        desk = self.desk
        self.since.leave()
        if self.since.state == "bad":
            self.since.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        parties = tuple(
            party_of(box.code()) if box.code() else NewParty(name=box.text())
            for box in self.parties
            if box.text().strip()
        )
        own = base_language(desk.read(association).language or desk.locale.language)
        action = AddPartnership(
            parties,
            PartnershipType(self.type.code()),
            PartnershipLevel(self.level.code()),
            since=read_day(desk, self.since.value(), DateKind.ANY),
            titles={own: self.name.value()},
            link_kind=self._kind(),
        )
        outcome = desk.run(action, said=desk.text("The twinning is added."), failed=self._failed)
        if outcome is not None:
            self._keeping.stop()
            drop_draft(desk, DRAFT)
            self.added.emit(outcome.result)

    def _kind(self) -> LinkKind | None:
        link = self.type.code() == PartnershipType.INSTITUTION.value
        return LinkKind(self.kind.code()) if link and self.kind.code() else None

    def _failed(self, error: UserError) -> None:
        problem = error.problems[0] if isinstance(error, FormProblems) else error
        if isinstance(problem, FieldProblem) and problem.field == "since":
            self.since.say(Verdict("bad", self.desk.words(problem)))
            return
        self._problem.setText(self.desk.words(problem))
        self._problem.show()
        empty = next((box for box in self.parties if not box.text().strip()), self.parties[-1])
        empty.setFocus(Qt.FocusReason.OtherFocusReason)

    def _cancel(self) -> None:
        self._keeping.stop()
        drop_draft(self.desk, DRAFT)
        self.cancelled.emit()

    # -- the draft -----------------------------------------------------------------------------------

    def typed(self) -> dict[str, object]:
        """What stands in it."""
        return {
            "name": self.name.value() or " – ".join(box.text() for box in self.parties if box.text()),
            "title": self.name.value(),
            "since": self.since.value(),
            "type": self.type.code(),
            "level": self.level.code(),
            "kind": self.kind.code(),
            "parties": [box.text() for box in self.parties],
        }

    def take(self, typed: Mapping[str, object]) -> None:
        """Put it in again."""
        parties = typed.get("parties")
        self._set_parties(
            [self._named(str(one)) for one in parties] if isinstance(parties, list) else ["", ""]
        )
        self.kind.choose(str(typed.get("kind") or ""))
        self.type.choose(str(typed.get("type") or ""))
        self.level.choose(str(typed.get("level") or ""))
        self._show_kind()
        self.since.set_value(str(typed.get("since") or ""))
        self.name.set_value(str(typed.get("title") or ""))
        self._problem.hide()

    def _named(self, typed: str) -> str:
        """The words of a party; whoever opens the form may also give its code (see `party_options`)."""
        return next((words for code, words in self._options if code == typed), typed)

    def keep(self) -> None:
        """Keep what was typed as a draft, where anything was."""
        typed = self.typed()
        parties = typed["parties"]
        some = sum(bool(one) for one in parties) if isinstance(parties, list) else 0
        if typed["title"] or typed["since"] or some > 1:
            keep_draft(self.desk, DRAFT, typed)
