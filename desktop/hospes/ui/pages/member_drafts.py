# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody began to write down and has not added: at the top of the list, in italics (design 6.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from hospes.ui.desk import Answer
from hospes.ui.pages.person_drafts import drop_draft, keep_draft
from hospes.ui.widgets.boxes import Box
from hospes.ui.widgets.buttons import link_button
from hospes.ui.widgets.labels import ElidedLabel, picture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hospes.ui.desk import Desk


class DraftStrip(Box):
    """A line above the list while there is a draft; it can be gone on with or given up."""

    goes_on = Signal()

    def __init__(self, desk: Desk, keys: Sequence[str], name: str = "members") -> None:
        """Look after the drafts with these keys; `name` begins the names of its parts."""
        theme = desk.theme
        super().__init__(theme, "card", gap=10, margins=(14, 2, 8, 2), name=f"{name}.draft", across=True)
        self.desk = desk
        self._keys = tuple(keys)
        self._name = name
        self._key = ""
        self._hidden = ""
        self.words = ElidedLabel(theme, "", name=f"{name}.draftWords")
        font = self.words.font()
        font.setItalic(True)
        self.words.setFont(font)
        self.box.addWidget(picture(theme.pixmap("pencil", "muted", 18)))
        self.box.addWidget(self.words, 1)
        go = link_button(theme, desk.text("Go on"), self.goes_on.emit, name=f"{name}.draftGoOn")
        away = link_button(theme, desk.text("Throw away"), self._throw_away, name=f"{name}.draftAway")
        self.box.addWidget(go)
        self.box.addWidget(away)
        self.hide()

    def look_after(self, key: str) -> None:
        """Look after one other draft from now on."""
        self._keys = (key,)

    def reload(self, hide: str = "") -> None:
        """Look again; a draft that is open in the form is not shown a second time (`hide`)."""
        found = next((one for one in self.desk.file.drafts("new-") if one.key in self._keys), None)
        if found is None or found.key == hide:
            self.hide()
            return
        self._key = found.key
        name = str(found.content.get("name", "")) if isinstance(found.content, dict) else ""
        if name:
            words = self.desk.text("Draft: {name}, begun {moment}", name=name, moment=found.saved_at)
        else:
            words = self.desk.text("Draft begun {moment}", moment=found.saved_at)
        self.words.set_text(words)
        self.show()

    def _throw_away(self) -> None:
        """Give the draft up; it can be brought back until the next message."""
        desk, key = self.desk, self._key
        found = next((one for one in desk.file.drafts(key) if one.key == key), None)
        if found is None:
            return
        drop_draft(desk, key)
        self.reload()

        def bring_back() -> None:
            keep_draft(desk, key, found.content)
            self.reload()

        answer = Answer(desk.text("Bring it back"), bring_back, name=f"{self._name}.draftBack")
        desk.say(desk.text("The draft is gone."), answers=(answer,), kind="info")
