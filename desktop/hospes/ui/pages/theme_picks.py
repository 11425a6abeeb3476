# SPDX-License-Identifier: GPL-3.0-or-later
"""Themes of a twinning or a project: chips to take away, and a line to add one of the list or a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from hospes.queries.partnerships_page import ThemeRow, all_theme_rows
from hospes.ui.pages.twinning_fields import chips
from hospes.ui.widgets.choices import Combo

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from hospes.ui.desk import Desk


class Keep(Protocol):
    """Keeps the themes in place of those there were; `new` is one the list does not have yet."""

    def __call__(self, themes: tuple[UUID, ...], new: str = "") -> None:
        """Keep them."""


def theme_picks(
    desk: Desk, themes: Sequence[ThemeRow], keep: Keep, name: str
) -> tuple[QWidget | None, Combo]:
    """The chips, None where there is no theme, and the line to add one. `name` heads the objectNames."""
    language = desk.locale.language
    now = tuple(one.id for one in themes)
    shown = chips(
        desk,
        [(one.id.hex, one.whole(language)) for one in themes],
        lambda code: keep(tuple(ref for ref in now if ref.hex != code)),
        name,
    )
    rest = [(one.id.hex, one.whole(language)) for one in desk.read(all_theme_rows) if one.id not in now]
    more = Combo(
        desk.theme, rest, add=lambda typed: desk.text("Add “{text}”", text=typed), name=f"{name}.add"
    )
    more.setPlaceholderText(desk.text("Add a theme"))
    more.setAccessibleName(desk.text("Add a theme"))

    def picked(code: str) -> None:
        more.setModified(False)
        keep((*now, UUID(hex=code)))

    def added(typed: str) -> None:
        more.setModified(False)
        keep(now, typed)

    more.picked.connect(picked)
    more.added.connect(added)
    return shown, more
