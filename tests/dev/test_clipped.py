# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that are cut are found, words that fit or can be scrolled to are not."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from hospes.dev.clipped import clipped
from hospes.ui.look.theme import Theme, load_fonts
from hospes.ui.widgets.boxes import scrolled
from hospes.ui.widgets.buttons import plain_button
from hospes.ui.widgets.choices import Tick
from hospes.ui.widgets.labels import ElidedLabel, Label

WORDS = "Partnerschaftsverein Rosenau"


@pytest.fixture
def theme(qapp):
    load_fonts()
    found = Theme()
    found.dress(qapp)
    yield found
    qapp.setStyleSheet("")


@pytest.fixture
def page(qtbot):
    found = QWidget()
    qtbot.addWidget(found)
    found.resize(600, 300)
    return found


def put(page, widget, width: int, height: int = 60) -> list[str]:
    widget.setParent(page)
    widget.setGeometry(10, 10, width, height)
    page.show()
    QApplication.processEvents()
    return [cut.words for cut in clipped(page)]


def test_a_label_too_narrow_is_found(theme, page):
    assert put(page, Label(theme, WORDS), 60) == [WORDS]


def test_a_label_that_fits_is_not(theme, page):
    assert put(page, Label(theme, WORDS), 400) == []


def test_wrapped_words_need_height(theme, page):
    assert put(page, Label(theme, f"{WORDS} {WORDS}", wrap=True), 250, 20) == [f"{WORDS} {WORDS}"]
    assert put(page, Tick(theme, f"{WORDS} {WORDS}"), 250, 20) != []


def test_words_shortened_on_purpose_are_left_alone(theme, page):
    assert put(page, ElidedLabel(theme, WORDS), 60) == []


def test_a_button_too_narrow_is_found(theme, page):
    assert put(page, plain_button(theme, WORDS), 90) == [WORDS]


def test_what_reaches_beyond_its_parent_is_found_unless_it_scrolls(theme, page):
    label = Label(theme, WORDS)
    assert put(page, label, 400) == []
    label.move(500, 10)
    assert [cut.words for cut in clipped(page)] == [WORDS]
    label.hide()
    inner = QWidget()
    inner.setMinimumHeight(2000)
    far = Label(theme, WORDS, parent=inner)
    far.setGeometry(0, 1900, 400, 30)
    assert put(page, scrolled(inner), 500, 200) == []
