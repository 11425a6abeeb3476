# SPDX-License-Identifier: GPL-3.0-or-later
"""Tab through a page: what it comes to is seen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from hospes.ui.shell import Shell
from hospes.ui.widgets.boxes import scrolled


def test_tab_into_an_area_that_was_scrolled_away_shows_where_it_came_to(qtbot):
    shell, whole, inner = Shell(), QWidget(), QWidget()
    qtbot.addWidget(shell)
    shell.furnished = True
    tool, lines = QPushButton("Find"), [QPushButton(f"Line {n}") for n in range(60)]
    column = QVBoxLayout(inner)
    for line in lines:
        column.addWidget(line)
    area = scrolled(inner)
    box = QVBoxLayout(whole)
    box.addWidget(tool)
    box.addWidget(area)
    shell.setCentralWidget(whole)
    shell.show()
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    tool.setFocus()
    assert lines[0].visibleRegion().isEmpty()
    qtbot.keyClick(tool, Qt.Key.Key_Tab)
    assert shell.focusWidget() is lines[0]
    assert not lines[0].visibleRegion().isEmpty()
