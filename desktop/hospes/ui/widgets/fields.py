# SPDX-License-Identifier: GPL-3.0-or-later
"""A labelled field that keeps what was typed (design 6.3, 6.5).

A field is checked when it is left, never while somebody types, and cleared as soon as it is right. Text
that cannot be used stays as typed, is marked and told to the page as `unusable`; text that looks odd is
saved and marked until somebody says it is right. Messages stand under the field, say what is wrong and
how to mend it, and carry a button for every cure the machine can do by itself. Nothing here ever blocks
leaving a page.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from hospes.ui.widgets.boxes import FlowLayout, clear, holder
from hospes.ui.widgets.buttons import Button, literal
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.typing_undo import lets_undo_through

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from hospes.ui.look.theme import Theme

LABEL_WIDTH = 122
"""Width of the words at the left of a value in a pane (mock 2), at 100 %."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the page's check says about a typed text."""

    kind: Literal["fine", "bad", "odd"] = "fine"
    text: str = ""  # bad or odd: the sentence; fine: how it was understood, shown beneath (dates)
    cures: tuple[tuple[str, str], ...] = ()  # words of the button, text it puts into the field
    accept: str = ""  # odd: words of the button that says it is right


FINE = Verdict()

Check = Callable[[str], Verdict]


class Editor(Protocol):
    """What a field needs of the widget in it; all editors of the kit have it."""

    def text(self) -> str: ...

    def setText(self, text: str, /) -> None: ...


class TextField(QLineEdit):
    """One line of text. Enter goes on to the next field."""

    def __init__(self, theme: Theme, text: str = "", *, example: str = "", name: str = "") -> None:
        super().__init__(text)
        self._theme = theme
        self.setPlaceholderText(example)
        if name:
            self.setObjectName(name)

    def event(self, event: QEvent) -> bool:
        if lets_undo_through(event, undo=self.isUndoAvailable, redo=self.isRedoAvailable):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            event.accept()
            self.focusNextChild()


class LongText(QPlainTextEdit):
    """Several lines of text; grows with what is written up to `lines_most` lines, then scrolls."""

    def __init__(
        self, theme: Theme, text: str = "", *, lines: int = 3, lines_most: int = 12, name: str = ""
    ) -> None:
        super().__init__(text)
        self._theme = theme
        self._least, self._most = lines, lines_most
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if name:
            self.setObjectName(name)
        self.textChanged.connect(self._grow)
        self._grow()

    def text(self) -> str:
        """The text, as in a line edit."""
        return self.toPlainText()

    def setText(self, text: str) -> None:
        """Change the text, as in a line edit."""
        self.setPlainText(text)

    def event(self, event: QEvent) -> bool:
        document = self.document()
        if lets_undo_through(event, undo=document.isUndoAvailable, redo=document.isRedoAvailable):
            event.ignore()
            return False
        return super().event(event)

    def _grow(self) -> None:
        lines = min(max(self.blockCount(), self._least), self._most)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + self._theme.u(20))


class Field(QWidget):
    """Words, an editor, and beneath it what there is to say about the text in it."""

    saved = Signal(str)
    """The field was left with another text than before, and the text can be used (fine or odd)."""

    unusable = Signal(str)
    """The field was left with a text that cannot be used; the page keeps it beside the valid value."""

    accepted = Signal(str)
    """The person said that an odd text is right."""

    def __init__(
        self,
        theme: Theme,
        label: str,
        editor: QWidget,
        *,
        check: Check | None = None,
        needed: str = "",
        hint: str = "",
        beside: bool = False,
        name: str = "",
    ) -> None:
        """Build the field around its editor.

        Args:
            theme: the look.
            label: words that name the field.
            editor: a widget with `text()` and `setText()`, or a `Choice`.
            check: called when the field is left and its text has changed.
            needed: words for "has to be filled", in the reader's language; marks the label with a star.
            hint: a grey line beneath while there is nothing else to say.
            beside: words at the left of the editor (panes) instead of above it (forms).
            name: objectName of the editor.
        """
        super().__init__()
        self._theme = theme
        self.editor = editor
        self._check = check
        self._hint = hint
        self._state: Literal["fine", "bad", "odd"] = "fine"
        self._last = self.value()
        self._target = editor.focusProxy() or editor
        if name:
            self._target.setObjectName(name)
        self.label = Label(
            theme, literal(f"{label} *" if needed else label), "m" if beside else "label", wrap=beside
        )
        self.label.setBuddy(self._target)
        self._target.setAccessibleName(f"{label} ({needed})" if needed else label)
        self.note = FieldNote(theme)
        self.note.cured.connect(self._cure)
        self.note.accepted.connect(self._accept)
        self._arrange(beside)
        self._target.installEventFilter(self)
        if isinstance(editor, Choice):
            editor.picked.connect(self.leave)
        elif isinstance(self._target, QLineEdit | QPlainTextEdit):
            self._target.textChanged.connect(self._typed)
        self.note.show_hint(hint)

    def _arrange(self, beside: bool) -> None:
        theme = self._theme
        inner = QVBoxLayout()
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(theme.u(4))
        if not beside:
            inner.addWidget(self.label)
        inner.addWidget(self.editor)
        inner.addWidget(self.note)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        if beside:
            words = self.label.text().split() or [""]
            longest = max(map(theme.metrics("body").horizontalAdvance, words)) + theme.u(8) + 2
            self.label.setFixedWidth(max(theme.u(LABEL_WIDTH), longest))  # lines break between words only
            self.label.setContentsMargins(0, theme.u(8), theme.u(8), 0)
            outer.addWidget(self.label, 0, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(inner, 1)

    # -- the text ----------------------------------------------------------------------------------

    def value(self) -> str:
        """What stands in the field; of a `Choice` the code."""
        if isinstance(self.editor, Choice):
            return self.editor.code()
        return cast("Editor", self.editor).text()

    def set_value(self, text: str) -> None:
        """Show a stored value; it counts as unchanged and nothing is said about it."""
        if isinstance(self.editor, Choice):
            self.editor.choose(text)
        elif self.value() != text:
            cast("Editor", self.editor).setText(text)
        self._last = self.value()
        self._show(FINE)

    def set_unusable(self, typed: str, verdict: Verdict) -> None:
        """Show a text that was kept although it cannot be used, with what is wrong about it."""
        cast("Editor", self.editor).setText(typed)
        self._last = typed
        self._show(verdict)

    @property
    def state(self) -> str:
        """fine, bad or odd."""
        return self._state

    @property
    def changed(self) -> bool:
        """Whether there is a text in it that nobody has been told of yet."""
        return self.value() != self._last

    def leave(self) -> None:
        """Check the text and tell the page, as if the keyboard had gone elsewhere."""
        if not self.changed:
            return
        self._last = self.value()
        verdict = self._check(self._last) if self._check is not None else FINE
        self._show(verdict, announce=True)
        if verdict.kind == "bad":
            self.unusable.emit(self._last)
        else:
            self.saved.emit(self._last)

    # -- what there is to say ------------------------------------------------------------------------

    def say(self, verdict: Verdict) -> None:
        """Show a verdict that came from elsewhere, such as the action's own refusal."""
        self._show(verdict, announce=True)

    def _show(self, verdict: Verdict, *, announce: bool = False) -> None:
        self._state = verdict.kind
        target = self._target
        look = "" if verdict.kind == "fine" else verdict.kind
        if (target.property("state") or "") != look:
            target.setProperty("state", look)
            target.style().unpolish(target)
            target.style().polish(target)
        target.setAccessibleDescription(verdict.text or self._hint)
        if verdict.kind == "fine":
            self.note.show_hint(verdict.text or self._hint)
        else:
            self.note.show_verdict(verdict)
        if announce and verdict.kind != "fine" and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self.note, QAccessible.Event.Alert))

    def _typed(self) -> None:
        if self._state != "fine" and self._check is not None:
            verdict = self._check(self.value())
            if verdict.kind == "fine":
                self._show(verdict)

    def _cure(self, text: str) -> None:
        cast("Editor", self.editor).setText(text)
        self._last = text + "\0"  # a cure is a change even if it repeats an older text
        self.leave()
        self._target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _accept(self) -> None:
        self._show(FINE)
        self.accepted.emit(self.value())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut and watched is self._target:
            reason = cast("QFocusEvent", event).reason()
            if reason not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason):
                self.leave()
        return super().eventFilter(watched, event)


class FieldNote(QWidget):
    """The line under a field: hint, reading, doubt or error, with the cures as links.

    Its parts are made when there is first something to say: most of the hundred fields of a form never have.
    """

    cured = Signal(str)
    accepted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._furnished = False
        self.hide()

    def _furnish(self) -> None:
        if self._furnished:
            return
        self._furnished = True
        theme = self._theme
        self._picture = QLabel()
        self._picture.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._picture.setContentsMargins(0, theme.u(2), 0, 0)
        self._words = Label(theme, wrap=True, name="field.note")
        self._links = FlowLayout(theme, gap=4)
        self._link_holder = holder(self._links)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._words)
        column.addWidget(self._link_holder)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, theme.u(2))
        box.setSpacing(theme.u(7))
        box.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(column, 1)

    def text(self) -> str:
        """What is being said, empty if nothing."""
        return "" if self.isHidden() or not self._furnished else self._words.text()

    def show_hint(self, text: str) -> None:
        """A grey line, or nothing."""
        if not text and not self._furnished:
            return
        self._furnish()
        clear(self._links)
        self._link_holder.hide()
        self._picture.hide()
        self._words.set_role("m")
        self._words.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))

    def show_verdict(self, verdict: Verdict) -> None:
        """What is wrong or odd, with its cures."""
        self._furnish()
        tone: Literal["err", "warn"] = "err" if verdict.kind == "bad" else "warn"
        icon = "circle-alert" if verdict.kind == "bad" else "triangle-alert"
        self._picture.setPixmap(self._theme.pixmap(icon, tone, 18))
        self._picture.show()
        self._words.set_role(tone)
        self._words.setText(verdict.text)
        self.setAccessibleName(verdict.text)
        clear(self._links)
        for number, (words, text) in enumerate(verdict.cures):
            look: Literal["link-err", "link-warn"] = "link-err" if tone == "err" else "link-warn"
            button = Button(self._theme, words, look, name=f"field.cure.{number}")
            button.setProperty("cure", text)
            button.clicked.connect(self._press)
            self._links.addWidget(button)
        if verdict.kind == "odd" and verdict.accept:
            button = Button(self._theme, verdict.accept, "link-warn", name="field.accept")
            button.clicked.connect(self.accepted)
            self._links.addWidget(button)
        self._link_holder.setVisible(self._links.count() > 0)
        self.show()

    def _press(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.cured.emit(str(button.property("cure")))
