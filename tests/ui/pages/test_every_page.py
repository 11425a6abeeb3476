# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page opens over a file with people in it, in every language, narrow and large, and can be left."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from hospes.ui.pages import PAGES

CODES = [place.code for place in PAGES]


LONG = pytest.mark.long


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


def test_every_shown_button_has_a_name_for_those_who_cannot_see(at):
    for code in CODES:
        at.go(code)
        for button in at.window.findChildren(QPushButton):
            if button.isVisible():
                assert button.text().strip() or button.accessibleName().strip(), (code, button.objectName())
