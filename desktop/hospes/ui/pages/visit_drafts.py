# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody is writing on the pages of visits, kept every two seconds so that a crash costs no more.

Forms of something new keep all they hold under a key of their own: `new-visit`, `new-item:VISIT`. In the
workspace every field is written to its row when it is left; the text of the one somebody is in, and of
lines that are only added by a button, is kept as `typing:visit:VISIT` with the place it belongs to.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeGuard
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from hospes.domain.errors import UserError
from hospes.queries.visits import visit_row
from hospes.ui.pages.person_drafts import Keeping, drop_draft, keep_draft, kept_draft
from hospes.ui.pages.person_flat import FlatLine
from hospes.ui.widgets.fields import Field

if TYPE_CHECKING:
    from collections.abc import Callable

    from hospes.ui.desk import Desk
    from hospes.ui.page import Page

NEW_VISIT = "new-visit"
NEW_ITEM = "new-item:"
TYPING = "typing:visit:"
WATCHED = "typingWatched"
"""Property of a field that tells when it is typed in; it is set once, however often the field is entered."""

ADDED_BY_BUTTON = (
    "visit.budget.new.", "visit.grants.name", "visit.grants.percent", "visit.grants.most",
    "visit.hotel.name", "visit.travel.stop", "visit.pay.price",
)  # fmt: skip
"""Lines that are no fields: what is typed in them stays until a button adds it."""

HEALTH = "visit.person.health"
"""Notes on health are kept in their own place only, never beside it."""


class FormDraft(QObject):
    """The draft of a form of something new; it is gone once that is added or thrown away."""

    def __init__(self, desk: Desk, key: str, form: QWidget, typed: Callable[[], dict[str, Any]]) -> None:
        """`typed` gives what the form holds, with a `name` for the line that offers it again."""
        super().__init__(form)
        self._desk, self.key, self._form, self._typed = desk, key, form, typed
        self._before: dict[str, Any] = {}
        self._touched = False
        self._keeping = Keeping(self.keep, self)

    def begin(self) -> dict[str, Any] | None:
        """The form stands as it begins; gives what was kept before, if anything."""
        self._keeping.stop()
        self._before, self._touched = self._typed(), False
        self.watch()
        kept = kept_draft(self._desk, self.key)
        return kept if isinstance(kept, dict) else None

    def watch(self) -> None:
        """Hear of what is typed and chosen; called again where the form has got more fields."""
        for kind, signal in (
            (QLineEdit, "textEdited"), (QPlainTextEdit, "textChanged"), (QComboBox, "activated"),
            (QAbstractButton, "clicked"),
        ):  # fmt: skip
            for one in self._form.findChildren(kind):
                if not one.property("drafted"):
                    one.setProperty("drafted", True)
                    getattr(one, signal).connect(self._edited)

    def _edited(self, *_: object) -> None:
        if not self._form.isVisible():  # its own Cancel or Add: what was to be kept is kept
            return
        self._touched = True
        self._keeping.typed()

    def keep(self) -> None:
        """Keep what stands in the form; nothing where it is emptied again."""
        self._keeping.stop()
        typed = self._typed()
        if typed != self._before:
            keep_draft(self._desk, self.key, typed)
        elif self._touched:
            drop_draft(self._desk, self.key)

    def drop(self) -> None:
        """What it held is added."""
        self._keeping.stop()
        self._before, self._touched = self._typed(), False
        drop_draft(self._desk, self.key)


class Typing(QObject):
    """The crash journal of a visit's workspace: the texts somebody is in the middle of."""

    def __init__(self, desk: Desk, page: Page, visit: Callable[[], UUID | None]) -> None:
        super().__init__(page)
        self._desk, self._page, self._visit = desk, page, visit
        self._texts: dict[str, str] = {}
        self._key = ""
        self._editor: QLineEdit | QPlainTextEdit | None = None
        self._keeping = Keeping(self._keep, self)
        desk.bus.changed.connect(self._added)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_went)

    def _focus_went(self, _old: QWidget | None, now: QWidget | None) -> None:
        left, self._editor = self._editor, None
        if left is not None and isValid(left):  # a page that was built anew has taken its fields along
            self._left(left)
        if isinstance(now, QLineEdit | QPlainTextEdit) and self._page.isAncestorOf(now) and _is_kept(now):
            self._editor = now
            if not now.property(WATCHED):
                now.setProperty(WATCHED, True)
                signal = now.textEdited if isinstance(now, QLineEdit) else now.textChanged
                signal.connect(self._edited)

    def _added(self, _changes: object) -> None:
        """A button may have added what waited in a line."""
        if self._key and not self._texts.keys() <= self._waiting():
            self._write()

    def _waiting(self) -> set[str]:
        """Lines that hold something."""
        found = {name: self._page.findChildren(QWidget, name) for name in self._texts}
        return {
            name for name, lines in found.items() if any(_text(one).strip() for one in lines if _is_line(one))
        }

    def _edited(self, *_: object) -> None:
        if self.sender() is self._editor:
            self._keeping.typed()

    def _left(self, editor: QLineEdit | QPlainTextEdit) -> None:
        """A field has written its text when it is left; a line without one waits for its button."""
        name, text = editor.objectName(), _text(editor)
        if _waits(editor) and text.strip():
            self._texts[name] = text
        else:
            self._texts.pop(name, None)
        self._keeping.stop()
        self._write()

    def _keep(self) -> None:
        if self._editor is not None and isValid(self._editor):
            self._texts[self._editor.objectName()] = _text(self._editor)
            self._write()

    def _write(self) -> None:
        """Write the texts down, or forget them once there are none."""
        visit = self._visit()
        key = f"{TYPING}{visit.hex}" if visit is not None else ""
        if self._key and self._key != key:
            drop_draft(self._desk, self._key)
            self._key, self._texts = "", {}
        waiting = self._waiting()
        self._texts = {name: text for name, text in self._texts.items() if name in waiting}
        if self._texts and key:
            where = json.loads(json.dumps(self._page.where(), default=str))
            if keep_draft(self._desk, key, {"texts": self._texts, "where": where}):
                self._key = key
        elif self._key:
            drop_draft(self._desk, self._key)
            self._key = ""

    def take(self) -> None:
        """Put the texts that were kept back into their lines, and the keyboard into the last one."""
        visit = self._visit()
        kept = kept_draft(self._desk, f"{TYPING}{visit.hex}") if visit is not None else None
        texts = kept.get("texts", {}) if isinstance(kept, dict) else {}
        for name, text in texts.items():
            editor = next((one for one in self._page.findChildren(QWidget, name) if one.isVisible()), None)
            if isinstance(editor, QLineEdit | QPlainTextEdit):
                editor.setFocus()
                editor.selectAll()
                _insert(editor, str(text))


def _is_line(widget: QWidget) -> TypeGuard[QLineEdit | QPlainTextEdit]:
    return isinstance(widget, QLineEdit | QPlainTextEdit)


def _insert(editor: QLineEdit | QPlainTextEdit, text: str) -> None:
    """Write into an editor as a person does, so that it knows it has changed."""
    if isinstance(editor, QLineEdit):
        editor.insert(text)
    else:
        editor.insertPlainText(text)


def _text(editor: QLineEdit | QPlainTextEdit) -> str:
    return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()


def _waits(editor: QWidget) -> bool:
    """Whether a button has to be pressed before its text is written."""
    return editor.objectName().startswith(ADDED_BY_BUTTON)


def _is_kept(editor: QWidget) -> bool:
    """Whether a text is kept here: fields and lines to add, but no searches, no health, no drafted forms."""
    name = editor.objectName()
    if not name or name.startswith(HEALTH) or editor.property("drafted"):
        return False
    if _waits(editor) or isinstance(editor, FlatLine):
        return True
    outer = editor.parentWidget()
    while outer is not None and not isinstance(outer, Field):
        outer = outer.parentWidget()
    return outer is not None


def unfinished(desk: Desk, key: str, content: object) -> tuple[str, Callable[[], object]] | None:
    """The sentence for a draft of the visits, and where it is gone on with; None for others."""
    held = content if isinstance(content, dict) else {}
    if key == NEW_VISIT:
        words = desk.text("You were writing down a new visit: {name}.", name=str(held.get("name") or "…"))
        return words, lambda: desk.go("visits", new=True)
    for prefix in (NEW_ITEM, TYPING):
        if key.startswith(prefix):
            return _in_visit(desk, prefix, key.removeprefix(prefix), held)
    return None


def _in_visit(
    desk: Desk, prefix: str, code: str, held: dict[str, Any]
) -> tuple[str, Callable[[], object]] | None:
    try:
        title = desk.read(visit_row, UUID(hex=code), desk.locale.language, desk.file.today).title
    except (UserError, ValueError):
        return None
    if prefix == NEW_ITEM:
        words = desk.text("You were adding to the programme of {visit}.", visit=title)
        day = str(held.get("day") or "")
        return words, lambda: desk.go("visit", id=code, tab="programme", day=day, new=True)
    where = held.get("where")
    place: dict[str, object] = {str(k): v for k, v in where.items()} if isinstance(where, dict) else {}
    words = desk.text("You were writing something for {visit}.", visit=title)
    return words, lambda: desk.go("visit", **{**place, "id": code, "unfinished": True})
