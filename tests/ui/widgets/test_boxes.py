# SPDX-License-Identifier: GPL-3.0-or-later
"""Boxes: measures through the scale, rows that wrap."""

from PySide6.QtWidgets import QWidget

from hospes.ui.look.scale import Scale
from hospes.ui.look.theme import Theme
from hospes.ui.widgets.boxes import FlowLayout, card, clear, column, holder, limited, row
from hospes.ui.widgets.labels import Label


def block(width: int) -> QWidget:
    widget = QWidget()
    widget.setFixedSize(width, 20)
    return widget


def test_gaps_and_margins_grow_with_the_text(qapp):
    box = row(Theme(scale=Scale(150)), QWidget(), None, QWidget(), gap=8, margins=(2, 4, 6, 8))
    margins = box.contentsMargins()
    assert box.spacing() == 12
    assert (margins.left(), margins.top(), margins.right(), margins.bottom()) == (3, 6, 9, 12)


def test_what_does_not_fit_goes_into_the_next_line(theme, qtbot):
    widget = holder(FlowLayout(theme, block(100), block(100), block(100), gap=8))
    qtbot.addWidget(widget)
    assert widget.heightForWidth(320) == 20
    assert widget.heightForWidth(210) == 48
    assert widget.heightForWidth(100) == 76


def test_buttons_and_words_of_one_line_stand_on_its_middle(theme, qtbot):
    low, high = block(100), QWidget()
    high.setFixedSize(100, 40)
    widget = holder(FlowLayout(theme, low, high))
    qtbot.addWidget(widget)
    widget.resize(300, 40)
    widget.layout().activate()
    assert low.geometry().center().y() == high.geometry().center().y()


def test_a_narrow_part_with_a_long_sentence_is_as_high_as_its_lines(theme, qtbot):
    part = holder(
        column(theme, Label(theme, "This category does not exist. Choose one of the list.", wrap=True))
    )
    part.setFixedWidth(120)
    widget = holder(FlowLayout(theme, part, block(100)))
    qtbot.addWidget(widget)
    assert widget.heightForWidth(600) == part.heightForWidth(120) > 2 * part.fontMetrics().height()


def test_hidden_things_take_no_room(theme, qtbot):
    first = block(100)
    widget = holder(FlowLayout(theme, first, block(100), gap=8))
    qtbot.addWidget(widget)
    first.hide()
    assert widget.layout().sizeHint().width() == 100


def test_clearing_empties_inner_layouts_too(theme, qtbot):
    box = column(theme, Label(theme, "a"), row(theme, Label(theme, "b")))
    widget = holder(box)
    qtbot.addWidget(widget)
    clear(box)
    assert box.count() == 0


def test_a_page_is_not_wider_than_can_be_read(theme, qtbot):
    inner = QWidget()
    outer = limited(theme, inner)
    qtbot.addWidget(outer)
    outer.resize(3000, 100)
    outer.show()
    assert inner.width() == 1680
    assert abs(inner.x() - 660) <= 1
    outer.resize(1000, 100)
    assert inner.width() == 1000


def test_a_card_is_told_by_its_kind(theme, qtbot):
    box = card(theme, Label(theme, "a"))
    qtbot.addWidget(box)
    assert box.property("k") == "card"


def test_chips_inside_a_line_go_on_in_a_second_one_and_are_seen(theme, qtbot):
    chips = holder(FlowLayout(theme, block(100), block(100), block(100), gap=8))
    widget = holder(FlowLayout(theme, chips, block(60)))
    qtbot.addWidget(widget)
    assert widget.heightForWidth(210) == 48 + theme.u(8) + 20


def test_a_narrow_column_begins_at_the_left_and_a_page_stands_in_the_middle(theme, qtbot):
    for width, left in ((400, 0), (1680, 160)):
        inner = QWidget()
        page = limited(theme, inner, width)
        qtbot.addWidget(page)
        page.resize(2000, 40)
        page.layout().activate()
        assert abs(inner.geometry().left() - left) <= 1
