# SPDX-License-Identifier: GPL-3.0-or-later
"""The one list: choosing, sorting, jumping, copying, columns, marks, and filling again."""

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from hospes import settings as preferences
from hospes.ui.rows import Cell, Column
from hospes.ui.table import ListTable

NAMES = [
    "Albrecht, Jürgen",
    "Baumann, Christel",
    "Łęcki, Adam",
    "Nowak, Barbara",
    "Nowak, Piotr",
    "Ödön, Béla",
]

COLUMNS = (
    Column("name", "Name", 240, lambda row, locale: Cell(row, "Host", initials="AB"), sort="name"),
    Column("place", "Place", 120, lambda row, locale: "Rosenau\tMitte", sort="place"),
    Column("dues", "Dues", 100, lambda row, locale: Cell("Paid", icon="check", tone="ok")),
    Column("phone", "Phone", 120, lambda row, locale: "06182"),
)


@pytest.fixture
def table(desk, qtbot):
    found = ListTable(desk, "people", COLUMNS, shown=["name", "place", "dues"], sort="name", label="People")
    found.set_rows(range(len(NAMES)), lambda ids: [NAMES[one] for one in ids])
    found.resize(700, 400)
    qtbot.addWidget(found)
    with qtbot.waitActive(found):
        found.show()
        found.activateWindow()
    found.setFocus()
    found.told = []
    found.chosen.connect(found.told.append)
    return found


def click(table, qtbot, place: int, keys=Qt.KeyboardModifier.NoModifier) -> None:
    spot = QPoint(60, table.rowViewportPosition(place) + 10)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, keys, spot)
    QApplication.processEvents()


def test_a_click_chooses_one(table, qtbot):
    click(table, qtbot, 3)
    assert table.told[-1] == [3]
    assert table.current_id() == 3


def test_several_are_chosen_with_ctrl_and_space(table, qtbot):
    click(table, qtbot, 1)
    click(table, qtbot, 3, Qt.KeyboardModifier.ControlModifier)
    assert table.told[-1] == [3, 1]
    qtbot.keyClick(table, Qt.Key.Key_Space)
    QApplication.processEvents()
    assert table.told[-1] == [1]
    qtbot.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert len(table.told[-1]) == len(NAMES)


def test_enter_and_double_click_open(table, qtbot):
    opened = []
    table.opened.connect(opened.append)
    table.choose(2)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    click(table, qtbot, 4)
    spot = QPoint(60, table.rowViewportPosition(4) + 10)
    qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert opened == [2, 4]


def test_delete_tells_whom(table, qtbot):
    binned = []
    table.binned.connect(binned.append)
    table.choose(1)
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert binned == [[1]]


@pytest.mark.parametrize(
    ("typed", "found"), [("n", 3), ("nowak, p", 4), ("b", 1), ("l", 2), ("o", 5), ("a", 0)]
)
def test_letters_jump_to_the_name(table, qtbot, typed, found):
    qtbot.keyClicks(table, typed)
    assert table.current_id() == found


def test_letters_jump_in_a_list_that_goes_down_too(table, qtbot):
    table.header.set_sort("name", descending=True)
    order = list(reversed(range(len(NAMES))))
    table.set_rows(order, lambda ids: [NAMES[one] for one in ids])
    qtbot.keyClicks(table, "baum")
    assert table.current_id() == 1


def test_a_page_can_find_the_name_by_itself(table, qtbot):
    asked = []
    table.finder = lambda typed: asked.append(typed) or 4
    qtbot.keyClicks(table, "xy")
    assert asked == ["x", "xy"]
    assert table.current_id() == 4


def test_a_click_on_the_head_sorts_and_a_second_turns_it_round(table, qtbot):
    sorts = []
    table.sorted.connect(lambda key, down: sorts.append((key, down)))
    head = table.horizontalHeader()

    def press(section: int) -> None:
        spot = QPoint(head.sectionViewportPosition(section) + 20, 15)
        qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    press(1)
    press(1)
    press(2)  # cannot be sorted by
    assert sorts == [("place", False), ("place", True)]
    assert (table.sort_key(), table.descending()) == ("place", True)
    assert preferences.load(table._desk._settings_file).lists["people"].sort == "place"


def test_what_was_chosen_stays_chosen_when_the_list_is_filled_again(table, qtbot):
    click(table, qtbot, 1)
    click(table, qtbot, 4, Qt.KeyboardModifier.ControlModifier)
    table.told.clear()
    order = [5, 4, 2, 1]
    table.set_rows(order, lambda ids: [NAMES[one] for one in ids])
    QApplication.processEvents()
    assert table.chosen_ids() == [4, 1]
    assert table.told == []
    table.set_rows([5, 2], lambda ids: [NAMES[one] for one in ids])
    QApplication.processEvents()
    assert table.told[-1] == []


def test_choosing_quietly_tells_nobody(table):
    assert table.choose(3, tell=False)
    QApplication.processEvents()
    assert table.told == []
    assert not table.choose(99)


def test_copy_gives_text_and_table(table):
    table.choose(3)
    table.copy()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "Name\tPlace\tDues\nNowak, Barbara\tRosenau Mitte\tPaid"
    assert "<td>Nowak, Barbara</td>" in data.html()


def test_names_are_escaped_on_the_clipboard(table):
    table.set_rows([0], lambda ids: ["<b>Bobby</b> & Co"])
    table.choose(0)
    table.copy()
    assert "&lt;b&gt;Bobby&lt;/b&gt; &amp; Co" in QGuiApplication.clipboard().mimeData().html()


def test_columns_are_chosen_and_remembered(desk, table, qtbot):
    table.choose_columns()
    menu = table.findChild(QMenu, "columns.menu")
    phone = next(act for act in menu.actions() if act.data() == "phone")
    assert isinstance(phone, QAction)
    assert not phone.isChecked()
    assert not menu.actions()[0].isEnabled()
    phone.trigger()
    menu.close()
    assert table.shown() == ("name", "place", "dues", "phone")
    again = ListTable(desk, "people", COLUMNS, shown=["name", "place", "dues"])
    qtbot.addWidget(again)
    assert again.shown() == ("name", "place", "dues", "phone")


def test_with_little_room_only_the_needed_columns_stay(table):
    table.choose(2)
    table.fit_columns(["name", "dues"])
    assert table.shown() == ("name", "dues")
    assert table.current_id() == 2
    table.fit_columns(None)
    assert table.shown() == ("name", "place", "dues")


def test_columns_fill_the_list_without_scrolling_sideways(table):
    assert sum(table.columnWidth(n) for n in range(3)) == table.viewport().width()
    table.resize(500, 400)
    QApplication.processEvents()
    assert not table.horizontalScrollBar().isVisible()


def test_a_width_drawn_by_hand_is_kept(desk, table, qtbot):
    table.header.resizeSection(0, 300)
    assert desk.settings.lists["people"].widths["name"] == 300


def colour_at(table, x: int, place: int) -> str:
    y = table.rowViewportPosition(place) + 3
    return table.viewport().grab().toImage().pixelColor(x, y).name().upper()


def test_a_chosen_row_is_tinted_and_has_a_bar(table):
    palette = table._desk.theme.palette
    table.choose(2)
    assert colour_at(table, 1, 2) == palette.home
    assert colour_at(table, 300, 2) == palette.sel
    assert colour_at(table, 300, 1) == palette.alt
    assert colour_at(table, 300, 0) == palette.surface


def test_after_an_undo_the_row_is_marked_for_a_while(table):
    palette = table._desk.theme.palette
    table.mark([3])
    assert colour_at(table, 300, 3) == palette.warn_soft
    table._end_mark()
    assert colour_at(table, 300, 3) == palette.alt
    table._unmark.stop()


def test_the_keyboard_has_a_ring_and_the_mouse_has_none(table, qtbot):
    palette = table._desk.theme.palette
    click(table, qtbot, 2)
    y = table.rowViewportPosition(2) + 1

    def ring() -> bool:
        image = table.viewport().grab().toImage()
        return palette.focus == image.pixelColor(300, y).name().upper()

    assert not ring()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    y += table.rowHeight(2)
    assert ring()


def test_rows_are_higher_when_roomy_or_large(make_desk, qtbot):
    for preferred, height in (({}, 40), ({"roomy": True}, 48), ({"text_size": 150}, 60)):
        found = ListTable(make_desk(**preferred), "people", COLUMNS, shown=["name"])
        qtbot.addWidget(found)
        found.set_rows([0], lambda ids: [NAMES[0]])
        assert found.rowHeight(0) == height


def test_a_hundred_thousand_are_chosen_as_one_range(table):
    table.set_rows(range(100_000), lambda ids: [f"Person {one}" for one in ids])
    table.selectAll()
    assert len(table.chosen_ids()) == 100_000
    table.set_rows(range(100_000), lambda ids: [f"Person {one}" for one in ids])
    assert table.selectionModel().selection().count() == 1
    table.selectionModel().clearSelection()
    table.selectionModel().setCurrentIndex(table.rows.index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate)


def test_columns_go_in_their_order_before_names_are_crowded(desk, qtbot):
    columns = (
        Column("name", "Name", 240, lambda row, locale: row, least=180),
        Column("place", "Place", 120, lambda row, locale: "Rosenau", goes=1),
        Column("dues", "Dues", 120, lambda row, locale: "Paid", goes=2),
    )
    table = ListTable(desk, "visitors", columns, shown=["name", "place", "dues"], label="Visitors")
    qtbot.addWidget(table)
    seen = []
    for width in (600, 300, 230, 600):
        table.resize(width, 300)
        table.show()
        QApplication.processEvents()
        seen.append(table.shown())
        assert table.columnWidth(0) >= 180
    assert seen == [("name", "place", "dues"), ("name", "place"), ("name",), ("name", "place", "dues")]
