# SPDX-License-Identifier: GPL-3.0-or-later
"""A note that can be corrected where it stands: words until the pencil is pressed, saved when it is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from hospes.actions.health import EditHealthNote
from hospes.ui.widgets.boxes import column, holder, row
from hospes.ui.widgets.buttons import icon_button
from hospes.ui.widgets.fields import Field, LongText, Verdict
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from hospes.actions import Action
    from hospes.ui.desk import Desk


def health_changed(note: UUID, seen: int, typed: str) -> EditHealthNote:
    """Correct a health note; who saw an older version is told."""
    return EditHealthNote(note, {"text": typed}, seen)


class NoteLine(QWidget):
    """The words of a note, a pencil, and what else can be done with it.

    Like every field it is written when the keyboard leaves it; the message line then offers Undo.
    """

    def __init__(
        self,
        desk: Desk,
        shown: str,
        text: str,
        change: Callable[[str], Action],
        *others: QWidget,
        grey: str = "",
        below: str = "",
        name: str,
    ) -> None:
        """Show it.

        Args:
            desk: the desk.
            shown: the words as they are read, which may say more than the text alone.
            text: what is edited.
            change: the action for what was typed.
            others: further buttons at the right.
            grey: a grey line above, for instance the day.
            below: a grey line beneath.
            name: objectName of the pencil and, with `.text`, of the field.
        """
        super().__init__()
        self.desk = desk
        self._change = change
        theme = desk.theme
        self.label = Label(theme, shown, wrap=True)
        self.editor = LongText(theme, text, lines=2, name=f"{name}.text")
        self.field = Field(theme, desk.text("Note"), self.editor, check=self._check, name=f"{name}.text")
        self.field.label.hide()
        self.field.saved.connect(self._save)
        self.field.hide()
        self.editor.installEventFilter(self)
        self.pencil = icon_button(
            theme, desk.text("Edit this note"), "pencil", self.edit, name=name, small=True
        )
        lines = column(theme, gap=0)
        if grey:
            lines.addWidget(Label(theme, grey, "m", wrap=True))
        lines.addWidget(self.label)
        lines.addWidget(self.field)
        if below:
            lines.addWidget(Label(theme, below, "m", wrap=True))
        line = row(theme, holder(lines), self.pencil, *others)
        line.setStretch(0, 1)
        self.setLayout(line)

    def edit(self) -> None:
        """Put the words into a field and the keyboard behind them."""
        self.label.hide()
        self.field.show()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.editor.moveCursor(self.editor.textCursor().MoveOperation.End)

    def leave(self) -> None:
        """Write what is open."""
        self.field.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut and watched is self.editor:
            QTimer.singleShot(0, self, self._maybe_close)
        return super().eventFilter(watched, event)

    def _maybe_close(self) -> None:
        if not self.editor.hasFocus() and not self.field.changed and self.field.state == "fine":
            self.field.hide()
            self.label.show()

    def _check(self, typed: str) -> Verdict:
        if typed.strip():
            return Verdict()
        return Verdict("bad", self.desk.text("The note is empty. Write something or delete it."))

    def _save(self, typed: str) -> None:
        self.desk.run(
            self._change(typed),
            said=self.desk.text("The note is changed."),
            failed=lambda error: self.field.say(Verdict("bad", self.desk.words(error))),
        )
