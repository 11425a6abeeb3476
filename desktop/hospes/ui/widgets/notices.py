# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window says: the message line, banners, empty states, work under way, a pane at the side.

Messages stand in the layout, near the cause, and stay until the next act or their ✕; nothing vanishes
by itself and nothing covers what it is about (design 6.4). The message line is announced to screen
readers.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFontMetrics, QTextLayout
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from hospes.ui.widgets.boxes import NO_LIMIT, FlowLayout, clear, holder, least_height
from hospes.ui.widgets.buttons import Button, icon_button
from hospes.ui.widgets.labels import Label, picture

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QFont, QResizeEvent

    from hospes.ui.desk import Answer, Desk, Question, Said
    from hospes.ui.look.theme import Theme
    from hospes.ui.tasks import Task


_KIND_TONES: dict[str, tuple[Literal["ok", "home", "warn", "err"], str]] = {
    "done": ("ok", "check"),
    "info": ("home", "info"),
    "warn": ("warn", "triangle-alert"),
    "err": ("err", "circle-alert"),
}


def _answers(
    theme: Theme, answers: Sequence[Answer], box: QHBoxLayout | FlowLayout, done: Callable[[], None]
) -> list[Button]:
    """Put a button for each answer into `box`; whichever is pressed, `done` comes first."""
    made = []
    for answer in answers:
        button = Button(theme, answer.label, "pri" if answer.main else "sec", name=answer.name)
        button.clicked.connect(done)
        button.clicked.connect(answer.call)
        box.addWidget(button)
        made.append(button)
    return made


FEW_LINES, LOW = 2, 460
"""How many lines of a long message a low window shows at first, and which height is low, in units."""


def first_lines(text: str, font: QFont, width: int, count: int) -> str:
    """As much of a text as stands in so many lines, with … where it goes on."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    begins = 0
    for _ in range(count):
        line = layout.createLine()
        if not line.isValid():
            return text
        line.setLineWidth(width)
        begins = line.textStart()
    layout.endLayout()
    rest = text[begins:].replace("\n", " ")
    return text[:begins] + QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)


class MessageLine(QFrame):
    """The line above the bottom of the content: the last act with Undo, or a question with its answers."""

    undo = Signal()

    left = Signal()
    """It went while the keyboard was in it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        theme = desk.theme
        self.setObjectName("message.line")
        self.setProperty("k", "message")
        self._offered: list[QWidget] = []
        self._answered: list[Button] = []
        self._whole = ""
        self._folds = False
        self._picture = QLabel()
        self._picture.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._words = Label(theme, wrap=True, name="message.text")
        self._undo = Button(theme, desk.text("Undo"), "quiet", icon="undo-2", name="message.undo")
        self._undo.clicked.connect(self._press_undo)
        self._more = Button(
            theme, desk.text("Read all of it"), "link", name="message.more", call=self._unfold
        )
        self._close = icon_button(
            theme, desk.text("Close the message"), "x", name="message.close", call=self.close_line, small=True
        )
        self._ways = QHBoxLayout()
        self._ways.setSpacing(theme.u(8))
        self._below = QHBoxLayout()
        self._below.setSpacing(theme.u(8))
        self._below.addStretch(1)  # an empty line would hold the sentence above it narrow
        middle = QVBoxLayout()
        middle.setSpacing(theme.u(4))
        middle.addWidget(self._words)
        middle.addLayout(self._below)
        box = QHBoxLayout(self)
        box.setContentsMargins(theme.u(14), theme.u(3), theme.u(6), theme.u(3))
        box.setSpacing(theme.u(10))
        box.addWidget(self._picture)
        box.addLayout(middle, 1)
        box.addLayout(self._ways)
        box.addWidget(self._more)
        box.addWidget(self._undo)
        box.addWidget(self._close)
        self.hide()

    def show_said(self, said: Said) -> None:
        """Show a message in place of the last one."""
        self._undo.setVisible(said.undoable)
        self._show(said.text, said.kind, said.answers, folds=True)

    def show_question(self, question: Question) -> None:
        """Show a question; it goes with the first answer, or with ✕ unanswered."""
        words = f"{question.text}\n{question.detail}" if question.detail else question.text
        self._undo.hide()
        self._show(words, "info", question.answers, folds=False)

    def text(self) -> str:
        """What it says now, empty if nothing."""
        return "" if self.isHidden() else self._whole

    def close_line(self) -> None:
        """Take the message away."""
        now = QApplication.focusWidget()
        held = now is not None and self.isAncestorOf(now)
        self.hide()
        if held:
            self.left.emit()

    def _show(self, text: str, kind: str, answers: Sequence[Answer], *, folds: bool) -> None:
        tone, icon = _KIND_TONES[kind]
        theme = self._desk.theme
        self._picture.setPixmap(theme.pixmap(icon, tone, 20))
        self._whole, self._folds = text, folds
        self._words.set_role("err" if kind == "err" else "warn" if kind == "warn" else "body")
        self.setAccessibleName(text)
        clear(self._ways)
        clear(self._below)
        self._answered = _answers(theme, answers, self._ways, self.close_line)
        self._below.addStretch(1)
        self._arrange()
        self._offered = [*self._answered, self._more, self._undo, self._close]
        for before, after in pairwise(self._offered):
            self.setTabOrder(before, after)
        self.show()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _arrange(self) -> None:
        """Answers beside the sentence or below it, whichever is lower; in a low window few lines of it."""
        theme = self._desk.theme
        gap = theme.u(10)
        always = [self._picture, self._close, *([] if self._undo.isHidden() else [self._undo])]
        edges = theme.u(20) + 3 * gap  # the margins, and room for layouts that stand empty
        taken = sum(one.sizeHint().width() + gap for one in always) + edges
        more = self._more.sizeHint().width() + gap
        wide = sum(one.sizeHint().width() + gap for one in self._answered)
        high = max((one.sizeHint().height() for one in self._answered), default=0)
        room = self.width() - taken
        below = bool(self._answered) and self._high(room) + theme.u(4) + high < self._high(room - wide)
        if not below:
            room -= wide
        limit = FEW_LINES * self._words.fontMetrics().lineSpacing()
        low = self.window().height() < theme.u(LOW)
        folded = self._folds and low and self._high(room) > limit + self._words.fontMetrics().lineSpacing()
        self._more.setVisible(folded)
        self._words.setText(
            first_lines(self._whole, self._words.font(), room - more, FEW_LINES) if folded else self._whole
        )
        for number, one in enumerate(self._answered):
            (self._below if below else self._ways).insertWidget(number, one)

    def _high(self, width: int) -> int:
        """How high the whole sentence is in so much room."""
        room = QRect(0, 0, max(width, 1), NO_LIMIT)
        flags = int(Qt.TextFlag.TextWordWrap)
        return int(self._words.fontMetrics().boundingRect(room, flags, self._whole).height())

    def _unfold(self) -> None:
        self._folds = False
        self._arrange()
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter(self) -> None:
        """Take the keyboard: to what comes next, where something is offered, else to Undo."""
        shown = [one for one in self._offered if one.isVisible()]
        if shown:
            shown[0].setFocus(Qt.FocusReason.TabFocusReason)

    def event(self, event: QEvent) -> bool:
        """Never lower than its words are at this width: in a small window the page gives way."""
        done = super().event(event)
        if event.type() == QEvent.Type.Resize:
            self._arrange()
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self.setMinimumHeight(max(0, self.heightForWidth(self.width())))
        return done

    def _press_undo(self) -> None:
        self.close_line()
        self.undo.emit()


class Banner(QFrame):
    """A lasting word within a page: icon, sentence, and the button that cures it."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        tone: Literal["ok", "warn", "err", "home"] = "warn",
        *,
        icon: str = "",
        answers: Sequence[Answer] = (),
        name: str = "banner",
    ) -> None:
        super().__init__()
        self.setProperty("banner", tone)
        self.setObjectName(name)
        default = {"ok": "check", "warn": "triangle-alert", "err": "circle-alert", "home": "info"}[tone]
        box = QHBoxLayout(self)
        box.setContentsMargins(theme.u(14), theme.u(9), theme.u(14), theme.u(9))
        box.setSpacing(theme.u(12))
        sign = picture(theme.pixmap(icon or default, tone, 21))
        box.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(theme.u(4))
        self.label = Label(theme, text, wrap=True)
        words.addWidget(self.label)
        if answers:
            flow = FlowLayout(theme)
            links: dict[str, Literal["link-warn", "link-err", "link"]] = {
                "warn": "link-warn",
                "err": "link-err",
            }
            for answer in answers:
                look: Literal["pri", "link-warn", "link-err", "link"] = (
                    "pri" if answer.main else links.get(tone, "link")
                )
                flow.addWidget(Button(theme, answer.label, look, name=answer.name, call=answer.call))
            words.addWidget(holder(flow))
        box.addLayout(words, 1)
        self.setAccessibleName(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Never lower than its sentence is at this width, however little room a page has."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))


class Ribbon(QFrame):
    """A line across the whole content that says what file this is, such as the example."""

    def __init__(
        self, theme: Theme, text: str, answers: Sequence[Answer] = (), *, name: str = "ribbon"
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("banner", "home")
        box = QHBoxLayout(self)
        box.setContentsMargins(theme.u(14), theme.u(2), theme.u(8), theme.u(2))
        box.setSpacing(theme.u(12))
        box.addWidget(picture(theme.pixmap("info", "home", 20)))
        box.addWidget(Label(theme, text, wrap=True), 1)
        for answer in answers:
            box.addWidget(Button(theme, answer.label, "link", name=answer.name, call=answer.call))
        self.setAccessibleName(text)


class EmptyState(QWidget):
    """In place of an empty list: one sentence and what can be done about it."""

    def __init__(
        self, theme: Theme, text: str, answers: Sequence[Answer] = (), *, icon: str = "", name: str = "empty"
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.u(24), theme.u(24), theme.u(24), theme.u(24))
        column.setSpacing(theme.u(14))
        column.addStretch(2)
        if icon:
            sign = picture(theme.pixmap(icon, "muted", 36))
            column.addWidget(sign, 0, Qt.AlignmentFlag.AlignHCenter)
        self.label = Label(theme, text, "section", wrap=True)
        self.label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.label)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.u(10))
        buttons.addStretch(1)
        for answer in answers:
            buttons.addWidget(
                Button(
                    theme, answer.label, "pri" if answer.main else "sec", name=answer.name, call=answer.call
                )
            )
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(3)
        self.setAccessibleName(text)


class ProgressStrip(QFrame):
    """Work under way: what is going on, how far it is in words, a bar, and Stop."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        self._desk = desk
        self._task: Task[Any] | None = None
        self.setObjectName("progress")
        self.setProperty("k", "message")
        self._words = Label(theme, name="progress.text")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(theme.u(10))
        self._bar.setStyleSheet(
            f"QProgressBar {{ background: {theme.hex('bar')}; border: none; border-radius: {theme.u(5)}px; }}"
            f"QProgressBar::chunk {{ background: {theme.hex('home')}; border-radius: {theme.u(5)}px; }}"
        )
        self._stop = Button(theme, desk.text("Stop"), "sec", icon="x", name="progress.stop", call=self._press)
        box = QHBoxLayout(self)
        box.setContentsMargins(theme.u(14), theme.u(3), theme.u(6), theme.u(3))
        box.setSpacing(theme.u(12))
        box.addWidget(self._words)
        box.addWidget(self._bar, 1)
        box.addWidget(self._stop)
        self.hide()

    def follow(self, task: Task[Any]) -> None:
        """Show this task until it ends."""
        self._task = task
        task.moved.connect(self._draw)
        task.ended.connect(self._end)
        self._stop.setEnabled(True)
        self._draw()
        self.show()

    def _draw(self) -> None:
        task = self._task
        if task is None:
            return
        desk = self._desk
        if task.total_steps:
            counted = desk.text("{n} of {m}", n=task.done_steps, m=task.total_steps)
            self._bar.setRange(0, task.total_steps)
            self._bar.setValue(task.done_steps)
        else:
            counted = ""
            self._bar.setRange(0, 0)
        parts = [part for part in (task.title, task.words, counted) if part]
        self._words.setText(" · ".join(parts))
        self.setAccessibleName(self._words.text())

    def _end(self) -> None:
        self._task = None
        self.hide()

    def _press(self) -> None:
        if self._task is not None:
            self._stop.setEnabled(False)
            self._task.stop()


class SidePane(QFrame):
    """A pane at the right of the content: 456 px, 520 where there is room; F9 folds it away.

    Where two columns have no room it stands beneath the list. The page scrolls as a whole there, so the pane
    then shows all it holds: nobody scrolls within what scrolls.
    """

    folded = Signal(bool)

    def __init__(self, theme: Theme, content: QWidget, *, width: float = 456, name: str = "pane") -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName(name)
        self.setProperty("k", "pane")
        self.set_width(width)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(content)
        self._content = content
        self._beneath = False
        self._settling = QTimer(self, singleShot=True, interval=0)  # when what was shown has its own layout
        self._settling.timeout.connect(self._show_all)

    def stand_beneath(self, beneath: bool) -> None:
        """Show everything under the list, or scroll by itself beside it."""
        if not isinstance(self._content, QScrollArea) or (inner := self._content.widget()) is None:
            return
        self._beneath = beneath
        policies = Qt.ScrollBarPolicy
        self._content.setVerticalScrollBarPolicy(
            policies.ScrollBarAlwaysOff if beneath else policies.ScrollBarAsNeeded
        )
        inner.removeEventFilter(self)
        if beneath:
            inner.installEventFilter(self)
            self._show_all()
        else:
            self.setMinimumHeight(0)
            self.setMaximumHeight(NO_LIMIT)

    def beneath(self) -> int:
        """How high it has to be under a list; 0 beside it, or folded."""
        return self.minimumHeight() if self._beneath and not self.isHidden() else 0

    def _show_all(self) -> None:
        inner = self._content.widget() if isinstance(self._content, QScrollArea) else None
        if inner is not None and self._beneath:
            self.setFixedHeight(least_height(inner, self.contentsRect().width()) + self._theme.u(2))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = (QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Show)
        if self._beneath and event.type() in kinds:
            self._settling.start()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._beneath and event.size().width() != event.oldSize().width():
            self._show_all()

    def set_width(self, width: float) -> None:
        """Change the width, in pixels of the design."""
        self.setFixedWidth(self._theme.u(width))

    def take_room(self) -> None:
        """Be as wide as there is room, where the pane covers the list."""
        self.setMinimumWidth(0)
        self.setMaximumWidth(NO_LIMIT)

    def set_folded(self, folded: bool) -> None:
        """Put it away or bring it back."""
        if folded != self.isHidden():
            self.setVisible(not folded)
            self.folded.emit(folded)


def back_bar(theme: Theme, words: str, call: Callable[[], object], name: str = "back") -> QWidget:
    """Lead back, as in "Back to the list", on top of a page that covers a list."""
    button = Button(theme, words, "quiet", icon="arrow-left", name=name, call=call)
    box = QHBoxLayout()
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(button)
    box.addStretch(1)
    return holder(box)
