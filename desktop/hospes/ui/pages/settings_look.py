# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings ▸ Look: text size with a live sample, light or dark, spacing, movement."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSlider, QWidget

from hospes.i18n.marks import N_
from hospes.settings import TEXT_SIZES
from hospes.ui.look.theme import computer_text_size
from hospes.ui.widgets.boxes import Box, column, holder, row
from hospes.ui.widgets.choices import Radio, Tick
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from hospes.ui.desk import Desk

SCHEMES = (("computer", N_("As the computer")), ("light", N_("Light")), ("dark", N_("Dark")))


class LookSection(Box):
    """How the program looks on this computer."""

    def __init__(self, desk: Desk) -> None:
        theme = desk.theme
        self.desk = desk
        size = desk.settings.text_size or computer_text_size()
        nearest = min(range(len(TEXT_SIZES)), key=lambda at: abs(TEXT_SIZES[at] - size))
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setObjectName("settings.textSize")
        slider.setRange(0, len(TEXT_SIZES) - 1)
        slider.setPageStep(1)
        slider.setValue(nearest)
        slider.setAccessibleName(desk.text("Text size"))
        slider.setMinimumWidth(theme.u(260))
        self._words = Label(theme, self._percent(nearest), "label", name="settings.textSizeWords")
        sample = Label(theme, desk.text("Barbara Nowak, Mühlgasse 14, Rosenau"), "name")
        super().__init__(
            theme,
            "card",
            Label(theme, desk.text("Look"), "section"),
            Label(theme, desk.text("Text size"), "label"),
            row(theme, Label(theme, "A", "m"), slider, Label(theme, "A", "title"), self._words, None, gap=12),
            sample,
            self._schemes(desk),
            self._spacing(desk),
            gap=12,
        )
        slider.valueChanged.connect(self._moved)
        slider.sliderReleased.connect(self._take)
        self._slider = slider

    def _percent(self, at: int) -> str:
        return self.desk.text("{n} %", n=TEXT_SIZES[at])

    def _moved(self, at: int) -> None:
        self._words.setText(self._percent(at))
        if not self._slider.isSliderDown():
            self._take()

    def _take(self) -> None:
        self.desk.prefer(text_size=TEXT_SIZES[self._slider.value()])

    def _schemes(self, desk: Desk) -> QWidget:
        theme = desk.theme
        box = column(theme, Label(theme, desk.text("Colours"), "label"), gap=0)
        for code, words in SCHEMES:
            radio = Radio(theme, desk.text(words), name=f"settings.scheme.{code}")
            radio.setChecked(desk.settings.scheme == code)
            radio.toggled.connect(partial(self._scheme, code))
            box.addWidget(radio)
        return holder(box)

    def _scheme(self, code: str, on: bool) -> None:
        if on:
            self.desk.prefer(scheme=code)

    def _spacing(self, desk: Desk) -> QWidget:
        theme = desk.theme
        roomy = Tick(theme, desk.text("Roomy lists"), name="settings.roomy")
        roomy.setChecked(desk.settings.roomy)
        roomy.toggled.connect(self._roomy)
        still = Tick(theme, desk.text("Less movement"), name="settings.lessMovement")
        still.setChecked(desk.settings.less_movement)
        still.toggled.connect(self._still)
        return holder(
            column(theme, Label(theme, desk.text("Spacing and movement"), "label"), roomy, still, gap=0)
        )

    def _roomy(self, on: bool) -> None:
        self.desk.prefer(roomy=on)

    def _still(self, on: bool) -> None:
        self.desk.prefer(less_movement=on)
