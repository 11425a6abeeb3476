# SPDX-License-Identifier: GPL-3.0-or-later
"""F1 shows the page for what is in view, in the reader's language or in English."""

import pytest
from PySide6.QtCore import QUrl

from hospes import paths
from hospes.ui.help import help_text


@pytest.fixture
def handbook(tmp_path, monkeypatch):
    for language, page, text in (
        ("en", "index", "# Contents"),
        ("en", "people", "# Members\n\nSee [cards](cards.md)."),
        ("en", "cards", "# Cards"),
        ("de", "people", "# Mitglieder"),
    ):
        (tmp_path / "help" / language).mkdir(parents=True, exist_ok=True)
        (tmp_path / "help" / language / f"{page}.md").write_text(text, "utf-8")
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)


def test_the_reader_gets_the_own_language_or_english(handbook):
    assert help_text("de", "people") == "# Mitglieder"
    assert help_text("de-AT", "people") == "# Mitglieder"
    assert help_text("pl", "people").startswith("# Members")
    assert help_text("en", "missing") == ""


def test_no_page_lies_outside_the_handbook(handbook):
    (paths.resources() / "secret.md").write_text("secret", "utf-8")
    assert help_text("en", "../../secret") == ""


def test_f1_opens_and_closing_gives_the_keyboard_back(window, handbook):
    window.page.table.setFocus()
    window.menus.do("help.page")
    assert window.help.isVisible()
    assert "Members" in window.help.browser.toPlainText()
    window.acts.close_help()
    assert window.help.isHidden()
    assert window.page.table.hasFocus()


def test_links_lead_to_pages_and_never_out(window, handbook):
    window.acts.show_help()
    window.help.browser.anchorClicked.emit(QUrl("cards.md"))
    assert window.help.page == "cards"
    window.help.browser.anchorClicked.emit(QUrl("https://example.org/cards"))
    assert window.help.page == "cards"


def test_another_place_has_another_page(window, handbook):
    window.acts.show_help()
    window.go("form", {})
    assert "Contents" in window.help.browser.toPlainText()
