# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages that scroll as a whole: nobody scrolls within what scrolls."""

from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QTableView, QWidget

from hospes.ui.widgets.boxes import column, holder
from hospes.ui.widgets.tall import FEW_ROWS, Tall


def page(theme, qtbot, rows: int, least: int) -> tuple[Tall, QTableView]:
    table = QTableView()
    table.setModel(QStandardItemModel(rows, 1, table))
    head = QWidget()
    head.setFixedHeight(100)
    box = column(theme, head, table, gap=0)
    box.setStretch(1, 1)
    tall = Tall(holder(box), lambda: least, "page")
    qtbot.addWidget(tall)
    tall.resize(400, 200)
    tall.show()
    tall.settle()
    qtbot.waitUntil(lambda: table.height() > 0)
    return tall, table


def test_a_short_list_shows_all_its_rows_where_the_page_scrolls(theme, qtbot):
    tall, table = page(theme, qtbot, 12, least=300)
    assert tall.verticalScrollBar().maximum() > 0
    assert table.verticalScrollBar().maximum() == 0


def test_a_long_list_is_as_high_as_the_window(theme, qtbot):
    tall, table = page(theme, qtbot, FEW_ROWS + 1, least=300)
    assert table.height() == tall.maximumViewportSize().height()
    assert table.verticalScrollBar().maximum() > 0


def test_where_the_page_does_not_scroll_the_list_does(theme, qtbot):
    tall, table = page(theme, qtbot, 12, least=0)
    assert tall.verticalScrollBar().maximum() == 0
    assert table.verticalScrollBar().maximum() > 0
