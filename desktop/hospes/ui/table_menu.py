# SPDX-License-Identifier: GPL-3.0-or-later
"""The menu of a right click that every list has, where its page gives it none of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMetaMethod
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject, QPoint, SignalInstance
    from PySide6.QtWidgets import QTableView

    from hospes.ui.desk import Desk


def heard(sender: QObject, signal: SignalInstance) -> bool:
    """Whether anybody listens to a signal."""
    return sender.isSignalConnected(QMetaMethod.fromSignal(signal))


def usual_menu(
    table: QTableView,
    desk: Desk,
    where: QPoint,
    *,
    open_it: Callable[[], object] | None,
    copy: Callable[[], object],
    columns: Callable[[QPoint], object],
) -> QMenu:
    """Open, copy, choose columns: what every list can do."""
    menu = QMenu(table)
    menu.setObjectName("rows.menu")
    if table.currentIndex().isValid():
        if open_it is not None:
            menu.addAction(desk.text("Open"), open_it)
        menu.addAction(desk.text("Copy"), copy)
        menu.addSeparator()
    menu.addAction(desk.text("Columns…"), lambda: columns(where))
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(where)
    return menu
