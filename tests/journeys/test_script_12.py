# SPDX-License-Identifier: GPL-3.0-or-later
"""Script 12, big letters, French, and a stick: half as big again, another language, a copy of everything."""

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton, QScrollArea

from hospes.app import App
from hospes.i18n.locale import Locale
from hospes.store import backup
from tests import make


@pytest.fixture
def before_stick(sit_down, tmp_path, monkeypatch):
    """Today, 100 %, English; the stick is a folder, and the system's dialog answers with it."""
    stick = tmp_path / "STICK"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    journey = sit_down(text_size=100)
    window = journey.window
    window._language = lambda: setattr(
        window.desk, "locale", Locale.of(window.desk.settings.language or "en")
    )
    journey.go("today")
    window.message.close_line()
    journey.stick = stick
    return journey


def whole(journey):
    """Every button text is whole, and nothing has to be scrolled sideways."""
    for button in journey.window.findChildren(QPushButton):
        if button.isVisible() and button.text() and not button.visibleRegion().isEmpty():
            needed = button.fontMetrics().horizontalAdvance(button.text().replace("&", ""))
            assert button.width() >= needed, f"{button.objectName()}: {button.text()}"
    for area in journey.window.findChildren(QScrollArea):
        if area.isVisible():
            assert area.horizontalScrollBar().maximum() == 0, area.objectName()


def done(journey):
    desk = journey.desk
    assert desk.settings.text_size == 150
    assert desk.locale.language == "fr"
    (made,) = journey.stick.glob(f"*{backup.SUFFIX}")
    with backup.looking(made) as inside:
        copy = App.open(inside, read_only=True, today=journey.app.frozen_day)
        try:
            assert make.snapshot(copy) == make.snapshot(journey.app)
        finally:
            copy.close()
    journey.hand.settle()
    assert journey.hand.text("rail.backup") == "Sauvegardé aujourd’hui"
    words = {one.text() for one in journey.window.findChildren(QPushButton)}
    assert "Members" not in words
    assert "Créer notre association" in words, "the line above the page speaks French as well"
    journey.go("today")
    whole(journey)


def test_by_mouse_and_keys(before_stick):
    """The letters by keys, the rest by mouse."""
    journey, hand = before_stick, before_stick.hand
    for _ in range(5):
        hand.key("Ctrl++")
    assert journey.desk.settings.text_size == 150
    whole(journey)
    hand.step("large")
    hand.key("Ctrl+,")
    assert journey.window.place == "settings"  # begins with the section "You"
    hand.choose("settings.language", "fr")
    hand.step("french")
    hand.key("Ctrl+B")
    hand.click("backup.stick")
    hand.step("stick")
    hand.budget(clicks=3, keys=7)
    done(journey)


def test_by_keyboard(before_stick):
    journey, hand = before_stick, before_stick.hand
    for _ in range(5):
        hand.key("Ctrl++")
    hand.key("Ctrl+,")
    hand.key("F6")
    while hand.focus().objectName() != "settings.language":
        hand.key("Tab")
    hand.key("F")
    assert journey.desk.locale.language == "fr"
    hand.key("Ctrl+B")
    while hand.focus().objectName() != "backup.stick":
        hand.key("F6")
    hand.key("Return")
    hand.budget(keys=16)
    done(journey)
