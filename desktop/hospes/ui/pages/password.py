# SPDX-License-Identifier: GPL-3.0-or-later
"""The password of a protected file is asked for here, over the whole window; nothing of the file is in view.

Asked when a protected file is opened, and when the window was left alone for a while and has locked itself.
A wrong one is said, and nothing more.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QTimer

from hospes.domain.errors import UserError
from hospes.ui.page import Heading, Page
from hospes.ui.widgets.boxes import card, column, holder, row, scrolled
from hospes.ui.widgets.buttons import link_button, main_button
from hospes.ui.widgets.choices import Tick
from hospes.ui.widgets.fields import Field, Verdict
from hospes.ui.widgets.labels import Label, picture
from hospes.ui.widgets.secret import SecretField, show_or_hide

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from hospes.ui.desk import Desk

WIDTH = 560
BACK = "back"
"""Where to go on: to what was in view before, instead of opening the file."""


class PasswordPage(Page):
    """One field and one button."""

    needs_file: ClassVar[bool] = False
    SHOTS: ClassVar[tuple[Mapping[str, object], ...]] = ({"file": "/Rosenau.hospes"},)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self._file = Path()
        self._locked, self._then = False, ""
        self.title = Label(theme, "", "title", wrap=True, name="password.title")
        self.words = Label(theme, "", wrap=True, name="password.words")
        self.field = Field(theme, desk.text("Password"), SecretField(theme), name="password.typed")
        self.field.editor.returnPressed.connect(self._unlock)  # type: ignore[attr-defined]  # a QLineEdit
        shown = Tick(theme, desk.text("Show the password"), name="password.show")
        shown.toggled.connect(self._show_it)
        self.open_button = main_button(theme, desk.text("Open"), self._unlock, name="password.open")
        self.other = link_button(
            theme, desk.text("Open another file"), self._other_file, name="password.other"
        )
        self.back = link_button(theme, desk.text("Back"), self._back, name="password.back")
        body = column(
            theme,
            row(theme, picture(theme.tessera(64)), self.title, gap=16),
            8,
            self.words,
            card(theme, self.field, shown, row(theme, self.open_button, None), gap=12),
            row(theme, self.other, self.back, None, gap=16),
            None,
            gap=10,
        )
        inner = holder(body)
        inner.setMaximumWidth(theme.u(WIDTH))
        inner.setMinimumWidth(theme.u(420))
        middle = holder(row(theme, None, inner, None, gap=0, margins=(22, 40, 22, 16)))
        self.setLayout(column(theme, scrolled(middle), gap=0))

    def show_at(self, **where: object) -> None:
        self._file = Path(str(where.get("file", "")))
        self._locked = bool(where.get("locked"))
        self._then = str(where.get("then", ""))
        desk = self.desk
        if self._locked:
            self.title.setText(desk.text("Locked"))
            words = desk.text("“{name}” is locked. What you were typing is kept.", name=self._file.name)
            self.words.setText(words)
        else:
            self.title.setText(self._file.stem)
            self.words.setText(desk.text("“{name}” is protected by a password.", name=self._file.name))
        self.back.setVisible(desk.app is not None)
        self.other.setVisible(self._then != BACK)
        self.field.set_value("")

    def where(self) -> dict[str, object]:
        return {"file": str(self._file), "locked": self._locked, "then": self._then}

    def heading(self) -> Heading:
        return Heading(self.desk.text("Password"))

    def acts(self) -> Mapping[str, Callable[[], object]]:
        return {"escape": self._back} if self.desk.app is not None else {}

    def first_focus(self) -> QWidget | None:
        return self.field.editor

    def _show_it(self, on: bool) -> None:
        show_or_hide(on, self.field)

    def _unlock(self) -> None:
        from hospes.store import password

        typed = self.field.value()
        try:
            password.unlock(self._file, typed)
        except UserError as error:
            self.field.set_value("")
            self.field.say(Verdict("bad", self.desk.words(error)))
            # Return leads on to the next field after this; the wrong password has to be typed here again.
            QTimer.singleShot(0, self.field.editor.setFocus)
            return
        self.field.set_value("")
        if self._then == BACK:
            self._back()
            self.desk.say(self.desk.text("“{name}” can be opened now.", name=self._file.name))
        else:
            self.desk.open_file(self._file)

    def _other_file(self) -> None:
        self.desk.act("frame.open")

    def _back(self) -> None:
        if self.desk.app is not None:
            self.desk.act("frame.back")
