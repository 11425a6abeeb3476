# SPDX-License-Identifier: GPL-3.0-or-later
"""The card over a book that offers what could be taken into it, with one press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.ui.widgets.boxes import Box, row
from hospes.ui.widgets.buttons import link_button
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from hospes.ui.look.theme import Theme


class OfferCard(Box):
    """A sentence and the button that takes it up."""

    def __init__(
        self, theme: Theme, words: str, call: Callable[[], object], name: str, button: str, *, icon: str = ""
    ) -> None:
        """Take the button's words, what it does, and the objectNames of the card and the button."""
        self._words = Label(theme, "", wrap=True)
        line = row(theme, self._words, link_button(theme, words, call, icon=icon, name=button))
        line.setStretch(0, 1)
        super().__init__(theme, "sunk", line, name=name)

    def offer(self, words: str, shown: bool) -> None:
        """Say what is offered, or nothing."""
        self._words.setText(words)
        self.setVisible(shown)
