# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings ▸ You: the name behind changes, and the language of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.actions.settings import ChangeSetting
from hospes.i18n.catalog import languages
from hospes.i18n.locale import Locale
from hospes.ui.widgets.boxes import Box
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import Field, TextField
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from hospes.ui.desk import Desk


class YouSection(Box):
    """Name and language."""

    def __init__(self, desk: Desk) -> None:
        theme = desk.theme
        self.desk = desk
        name = Field(
            theme,
            desk.text("Your name"),
            TextField(theme, desk.settings.user_name),
            hint=desk.text("So that changes can say who made them."),
            name="settings.name",
        )
        # Each language is written in itself: whoever landed in a foreign one must find the own.
        spoken = [(code, Locale.of(code).language_name(code)) for code in languages()]
        pairs = [(code, words[:1].upper() + words[1:]) for code, words in spoken]
        language = Choice(theme, pairs, desk.locale.language, name="settings.language")
        field = Field(theme, desk.text("Language of the program"), language, name="settings.language")
        super().__init__(theme, "card", Label(theme, desk.text("You"), "section"), name, field, gap=14)
        name.saved.connect(self._rename)
        language.picked.connect(self._speak)

    def _rename(self, name: str) -> None:
        self.desk.prefer(user_name=name.strip())
        if self.desk.app is not None and not self.desk.app.read_only:
            self.desk.run(ChangeSetting(f"editor.{self.desk.settings.editor}", name.strip() or None))

    def _speak(self, code: str) -> None:
        self.desk.prefer(language=code)
