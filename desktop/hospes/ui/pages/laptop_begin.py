# SPDX-License-Identifier: GPL-3.0-or-later
"""How the page of the other laptop begins: what can be done, before a file is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.ui.widgets.boxes import card, column, holder, row
from hospes.ui.widgets.buttons import main_button, plain_button
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from hospes.ui.desk import Desk


def beginning(desk: Desk, copy: Callable[[], None], choose: Callable[[], None]) -> QWidget:
    """The two things one can do: take the other laptop's file, give it a copy of ours."""
    theme = desk.theme
    give = card(
        theme,
        Label(theme, desk.text("Give a copy to the other laptop"), "section", wrap=True),
        Label(
            theme,
            desk.text(
                "Save a copy of your file on a stick or in a shared folder. The other person opens it, "
                "works in it, and gives it back."
            ),
            wrap=True,
        ),
        row(
            theme,
            plain_button(
                theme,
                desk.text("Make a copy for the other laptop…"),
                copy,
                icon="copy",
                name="laptop.copy",
            ),
            None,
        ),
        gap=10,
    )
    take = card(
        theme,
        Label(theme, desk.text("Bring in the other laptop's file"), "section", wrap=True),
        Label(
            theme,
            desk.text(
                "You see what was changed there before anything comes in. Where both of you changed the "
                "same, you decide. One Undo takes all of it back."
            ),
            wrap=True,
        ),
        row(
            theme,
            main_button(theme, desk.text("Choose the file…"), choose, icon="git-merge", name="laptop.choose"),
            None,
        ),
        gap=10,
    )
    inner = holder(column(theme, take, give, None, gap=14))
    inner.setMaximumWidth(theme.u(760))
    return inner
