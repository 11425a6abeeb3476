# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page opens over a file with people in it, in every language, narrow and large, and can be left.

While a page is shown nothing of the file is held (T8.2), and a name that looks like mark-up is a name (T6.3).
"""

import contextlib
import sqlite3

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from hospes.actions.people import EditPerson
from hospes.ui.pages import PAGES

CODES = [place.code for place in PAGES]
LONG = pytest.mark.long
pytestmark = pytest.mark.usefixtures("visit_marks")


@pytest.mark.parametrize("language", ["en", "de", *(pytest.param(one, marks=LONG) for one in ("fr", "pl"))])
def test_every_page_opens_and_reloads(sit, language):
    at = sit(language=language)
    for code in CODES:
        at.go(code, **({"id": at.world.barbara.hex} if code == "person" else {}))
        assert at.window.place == code
        at.page.reload()
        assert at.page.heading().title


@pytest.mark.parametrize("size", [(900, 560), pytest.param((1920, 1000), marks=LONG)])
def test_every_page_fits_small_and_large_windows(sit, size):
    at = sit(*size, text_size=150)
    for code in CODES:
        at.go(code)
        QApplication.processEvents()
        assert at.window.width() == size[0], code


def another_program_gets_in(path):
    """Somebody else may take the whole file for himself, at once."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None, timeout=0.2)) as other:
        other.execute("BEGIN EXCLUSIVE")
        other.execute("ROLLBACK")


def reads_as_mark_up(widget):
    """Whether a label or tooltip would take a name for mark-up."""
    label = isinstance(widget, QLabel) and widget.text() and widget.textFormat() != Qt.TextFormat.PlainText
    return label or "<img" in widget.toolTip()


def test_every_shown_button_has_a_name_for_those_who_cannot_see(at):
    name = "<img src='file:///x.png'>Léa & <b>Söhne"
    at.app.run(EditPerson(at.world.barbara, {"given": name, "surname": name}))
    for code in CODES:
        at.go(code, **({"id": at.world.barbara.hex} if code == "person" else {}))
        another_program_gets_in(at.app.path)
        assert not [one.objectName() for one in at.window.findChildren(QWidget) if reads_as_mark_up(one)], (
            code
        )
        for button in at.window.findChildren(QPushButton):
            if button.isVisible():
                assert button.text().strip() or button.accessibleName().strip(), (code, button.objectName())
