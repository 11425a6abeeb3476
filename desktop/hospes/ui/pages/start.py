# SPDX-License-Identifier: GPL-3.0-or-later
"""The first start: three steps from nothing to a first member list (design 5.0).

Only the name and the two towns are asked; no question stands here that somebody may be unable to answer.
"""

from __future__ import annotations

import contextlib
import re
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QStackedWidget

from hospes import paths
from hospes.domain.errors import FormProblems, UserError
from hospes.i18n.marks import N_
from hospes.ui.page import Heading, Page
from hospes.ui.pages.start_members import QuickMembers
from hospes.ui.widgets.boxes import card, column, holder, row, scrolled
from hospes.ui.widgets.buttons import link_button, main_button, plain_button
from hospes.ui.widgets.choices import Choice, Combo
from hospes.ui.widgets.fields import Field, TextField, Verdict
from hospes.ui.widgets.labels import Label, picture
from hospes.ui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from hospes.ui.desk import Desk

WELCOME, NEW, MEMBERS = "welcome", "new", "members"
STEPS = (WELCOME, NEW, MEMBERS)
WIDTH = 760
LEAST_ROOM = 760
"""So many pixels the smallest window leaves for a step, at every size of text."""

COUNTRIES = (
    "AL", "AT", "BA", "BE", "BG", "BY", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB",
    "GE", "GR", "HR", "HU", "IE", "IS", "IT", "LT", "LU", "LV", "MD", "ME", "MK", "MT", "NL", "NO",
    "PL", "PT", "RO", "RS", "SE", "SI", "SK", "TR", "UA", "US", "XK",
)  # fmt: skip
"""Offered first; any other country is found by typing its name."""


class StartPage(Page):
    """Welcome, our association, our members."""

    needs_file: ClassVar[bool] = False
    SHOTS: ClassVar[tuple[Mapping[str, object], ...]] = ({}, {"step": NEW}, {"step": MEMBERS})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._partners: list[tuple[Field, Field]] = []
        self._chosen: Path | None = None
        self.steps = QStackedWidget()
        self._forms = {WELCOME: self._welcome(), NEW: self._association(), MEMBERS: self._members()}
        for name in STEPS:
            self.steps.addWidget(self._forms[name])
        theme = desk.theme
        inner = holder(row(theme, None, self.steps, None, gap=0, margins=(22, 16, 22, 16)))
        self.steps.setMaximumWidth(theme.u(WIDTH))
        self.steps.setMinimumWidth(min(theme.u(460), LEAST_ROOM))
        self.setLayout(column(theme, scrolled(inner), gap=0))

    # -- step 1 --------------------------------------------------------------------------------------

    def _welcome(self) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        languages = [(code, name) for code, name in _languages(desk)]
        self.language = Choice(theme, languages, desk.locale.code, name="start.language")
        self.language.setAccessibleName(desk.text("Language"))
        self.language.picked.connect(self._speak)
        words = Label(
            theme,
            desk.text("The record book for your twinning association. Everything stays on this computer."),
            wrap=True,
        )
        welcome = Label(theme, desk.text("Welcome to Hospes"), "title", wrap=True)
        head = row(theme, picture(theme.tessera(64)), welcome, gap=16)
        head.setStretch(1, 1)
        begin = main_button(theme, desk.text("Start our association"), self._begin, name="start.begin")
        example = plain_button(
            theme, desk.text("Look round the example first"), self._example, name="start.example"
        )
        opening = plain_button(theme, desk.text("Open a file I have"), self._open, name="start.open")
        return holder(
            column(
                theme,
                row(
                    theme, self._step_words(1), None, Label(theme, desk.text("Language"), "m"), self.language
                ),
                8,
                head,
                4,
                words,
                12,
                card(theme, begin, example, opening, gap=12),
                self._recent(),
                None,
                gap=8,
            )
        )

    def _recent(self) -> QWidget:
        from hospes.store.driver import is_protected

        theme = self.desk.theme
        box = column(theme, gap=2)
        known = [Path(name) for name in self.desk.settings.recent_files if Path(name).is_file()]
        if known:
            box.addWidget(Label(theme, self.desk.text("Opened lately"), "m"))
        for number, path in enumerate(known[:5]):
            button = link_button(theme, path.stem, name=f"start.recent.{number}")
            button.setProperty("path", str(path))
            button.setToolTip(plain_tip(str(path)))
            button.clicked.connect(self._open_recent)
            kept = Label(theme, self.desk.text("protected"), "m", name=f"start.protected.{number}")
            kept.setVisible(is_protected(path))
            box.addLayout(row(theme, button, kept, None))
        return holder(box)

    def _step_words(self, number: int) -> Label:
        return Label(self.desk.theme, self.desk.text("Step {n} of {m}", n=number, m=len(STEPS)), "m")

    def _speak(self, code: str) -> None:
        self.desk.prefer(language=code)

    def _begin(self) -> None:
        self._show(NEW)

    def _example(self) -> None:
        self.desk.act("frame.example")

    def _open(self) -> None:
        self.desk.act("frame.open")

    def _open_recent(self) -> None:
        button = self.sender()
        if button is not None:
            self.desk.open_file(Path(str(button.property("path"))))

    # -- step 2 --------------------------------------------------------------------------------------

    def _association(self) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        needed = desk.text("needed")
        self.name = self._line("Name", "start.name", needed)
        self.town = self._line("Our town", "start.town", needed)
        self.country = self._country("start.country", _home_country(desk))
        self.editor = Field(
            theme,
            desk.text("Your name"),
            TextField(theme, desk.settings.user_name),
            hint=desk.text("So that changes can say who made them."),
            name="start.editor",
        )
        self._partner_box = column(theme, gap=8)
        self._add_partner()
        more = link_button(
            theme,
            desk.text("Another partner town"),
            self._add_partner,
            name="start.morePartners",
            icon="plus",
        )
        self._problems = Label(theme, "", "err", wrap=True, name="start.problems")
        self._problems.hide()
        self._place = Label(theme, "", "m", wrap=True, name="start.place")
        other = link_button(
            theme, desk.text("Choose another place"), self._choose_place, name="start.choosePlace"
        )
        self.name.editor.textChanged.connect(self._name_place)  # type: ignore[attr-defined]  # a TextField
        back = plain_button(theme, desk.text("Back"), self._back, name="start.back")
        next_ = main_button(theme, desk.text("Next"), self._found, name="start.next")
        self._name_place()
        return holder(
            column(
                theme,
                self._step_words(2),
                Label(theme, desk.text("Your association"), "title"),
                self._problems,
                card(
                    theme,
                    self.name,
                    row(theme, self.town, self.country, gap=12),
                    self._partner_box,
                    row(theme, more, None),
                    self.editor,
                    gap=12,
                ),
                self._place,
                row(theme, other, None),
                row(theme, None, back, next_),
                None,
                gap=8,
            )
        )

    def _line(self, label: str, name: str, needed: str = "") -> Field:
        words = {
            "Name": N_("Name of the association"),
            "Our town": N_("Our town"),
            "Partner town": N_("Partner town"),
        }[label]
        return Field(
            self.desk.theme, self.desk.text(words), TextField(self.desk.theme), needed=needed, name=name
        )

    def _country(self, name: str, code: str) -> Field:
        options = sorted(
            ((c, self.desk.locale.country(c)) for c in COUNTRIES),
            key=lambda o: self.desk.locale.sort_key(o[1]),
        )
        combo = Combo(self.desk.theme, options)
        field = Field(self.desk.theme, self.desk.text("Country"), combo, name=name)
        combo.choose(code)
        field.setFixedWidth(self.desk.theme.u(230))
        return field

    def _add_partner(self) -> None:
        n = len(self._partners)
        suffix = "" if n == 0 else str(n + 1)
        town = self._line("Partner town", f"start.partnerTown{suffix}")
        country = self._country(f"start.partnerCountry{suffix}", "")
        self._partners.append((town, country))
        self._partner_box.addLayout(row(self.desk.theme, town, country, gap=12))
        if n:
            town.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_place(self) -> None:
        if self._chosen is None:
            self._place.setText(
                self.desk.text("It will be kept as {file}.", file=str(self._target()))
                if self.name.value().strip()
                else ""
            )

    def _target(self) -> Path:
        if self._chosen is not None:
            return self._chosen
        folder = paths.documents_folder()
        stem = re.sub(r'[<>:"/\\|?*\x00-\x1f]+', " ", self.name.value()).strip(" .")[:80] or "Hospes"
        path = folder / f"{stem}.hospes"
        number = 2
        while path.exists():
            path = folder / f"{stem} {number}.hospes"
            number += 1
        return path

    def _choose_place(self) -> None:
        wanted = str(self._target())
        words = self.desk.text("Where shall the file lie?")
        found, _ = QFileDialog.getSaveFileName(self, words, wanted, "Hospes (*.hospes)")
        if found:
            path = Path(found)
            self._chosen = path if path.suffix == ".hospes" else path.with_name(path.name + ".hospes")
            self._place.setText(self.desk.text("It will be kept as {file}.", file=str(self._chosen)))

    def _back(self) -> None:
        self._show(WELCOME)

    def _found(self) -> None:
        from hospes.actions.association import FoundAssociation

        partners = tuple((t.value(), _code(c)) for t, c in self._partners if t.value().strip())
        action = FoundAssociation(
            name=self.name.value(),
            town=self.town.value(),
            country=_code(self.country),
            language=self.desk.locale.code,
            partners=partners,
            founder=self.editor.value(),
            themes=True,
        )
        target = self._target()
        try:
            with contextlib.suppress(FileExistsError):
                target.parent.mkdir(parents=True, exist_ok=True)
            self.desk.prefer(user_name=self.editor.value().strip())
            self.desk.create_file(target, action)
        except FormProblems as problems:
            self._tell(problems)
            return
        except (UserError, OSError) as error:
            words = self.desk.words(error) if isinstance(error, UserError) else str(error.strerror)
            self._problems.setText(words)
            self._problems.show()
            return
        self.desk.go("start", step=MEMBERS)

    def _tell(self, problems: FormProblems) -> None:
        fields = {
            "name": self.name,
            "town": self.town,
            "country": self.country,
            "partner_country": self._partners[0][1],
        }
        self._problems.setText(self.desk.words(problems))
        self._problems.show()
        first: Field | None = None
        for problem in problems.problems:
            field = fields.get(problem.field)
            if field is not None:
                field.say(Verdict("bad", self.desk.words(problem)))
                first = first or field
        if first is not None:
            first.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- step 3 --------------------------------------------------------------------------------------

    def _members(self) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        self.quick = QuickMembers(desk)
        self.quick.done.connect(self._finish)
        self.quick.hide()
        bring = main_button(theme, desk.text("Bring in a list I have"), self._bring_in, name="start.bringIn")
        hint = Label(
            theme,
            desk.text("Excel, LibreOffice or CSV. You see everything before it is taken over."),
            "m",
            wrap=True,
        )
        typing = plain_button(theme, desk.text("Type them in"), self._type, name="start.type")
        typing_hint = Label(
            theme,
            desk.text("A quick table: first name, last name, street, place, phone, e-mail."),
            "m",
            wrap=True,
        )
        later = plain_button(theme, desk.text("Later"), self._finish, name="start.later")
        self._ways = card(theme, bring, hint, 8, typing, typing_hint, 8, later, gap=6)
        return holder(
            column(
                theme,
                self._step_words(3),
                Label(theme, desk.text("Your members"), "title"),
                self._ways,
                self.quick,
                None,
            )
        )

    def _bring_in(self) -> None:
        self.desk.go("import")

    def _type(self) -> None:
        self._ways.hide()
        self.quick.show()
        self.quick.begin()

    def _finish(self) -> None:
        self.desk.go("today")

    # -- the page ------------------------------------------------------------------------------------

    def heading(self) -> Heading:
        return Heading(self.desk.text("Hospes"))

    def show_at(self, **where: object) -> None:
        step = where.get("step")
        self._show(step if isinstance(step, str) and step in STEPS else WELCOME)

    def where(self) -> dict[str, object]:
        return {"step": STEPS[self.steps.currentIndex()]}

    def first_focus(self) -> QWidget | None:
        return self.name.editor if self.steps.currentIndex() == 1 else None

    def _show(self, step: str) -> None:
        if step == MEMBERS and self.desk.app is None:
            step = WELCOME
        self.steps.setCurrentIndex(STEPS.index(step))
        if step == NEW:
            self.name.editor.setFocus(Qt.FocusReason.OtherFocusReason)


def _code(field: Field) -> str:
    """The country of a field: the chosen code, or what was typed for the rule to read."""
    editor = field.editor
    return (editor.code() or editor.text()) if isinstance(editor, Combo) else field.value()


def _home_country(desk: Desk) -> str:
    return {"de": "DE", "fr": "FR", "pl": "PL", "en": "GB"}.get(desk.locale.language, "")


def _languages(desk: Desk) -> list[tuple[str, str]]:
    from hospes.i18n.catalog import languages
    from hospes.i18n.locale import Locale

    return [(code, Locale.of(code).language_name(code).capitalize()) for code in languages()]
