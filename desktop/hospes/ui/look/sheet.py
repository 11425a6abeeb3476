# SPDX-License-Identifier: GPL-3.0-or-later
"""The style sheet (design 11.2), with every colour a token and every measure through the scale.

`$name` stands for a colour of the palette and `u(n)` for n pixels of the design. The property `k` tells kinds
of buttons and frames apart, `r` the roles of labels. Weights are the same in every state of a control: a size
hint does not see `:checked`, so a button that turns bold would cut its own text.
"""

import re

from hospes.ui.look.scale import Scale
from hospes.ui.look.tokens import Palette

_MEASURE = re.compile(r"\bu\((\d+(?:\.\d+)?)\)")
_COLOUR = re.compile(r"\$([a-z_]+)")

_SHEET = """
QWidget { color: $text; selection-background-color: $home; selection-color: $on_home; }
QMainWindow, QWidget#root, QStackedWidget#pages { background: $window; }
QToolTip { background: $surface; color: $text; border: 1px solid $ctl; padding: u(4) u(8); }

QMenuBar { background: $rail; border: none; padding: 0 u(8); }
QMenuBar::item { background: transparent; padding: u(6) u(10); border-radius: u(6); }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $rail_sel; }
QMenu { background: $surface; border: 1px solid $ctl; padding: u(6); }
QMenu::item { padding: u(8) u(22) u(8) u(12); border-radius: u(6); }
QMenu::icon { padding-left: u(10); }
QMenu::item:selected { background: $sel; }
QMenu::item:disabled { color: $ctl; }
QMenu::separator { height: 1px; background: $border; margin: u(5) u(8); }

QFrame#rail { background: $rail; border: none; border-right: 1px solid $border; }
QFrame[k="card"] { background: $surface; border: 1px solid $border; border-radius: u(12); }
QFrame[k="chosen"] { background: $home_soft; border: 2px solid $home; border-radius: u(12); }
QFrame[k="sunk"] { background: $sunken; border: none; border-radius: u(12); }
QFrame[k="pane"] { background: $surface; border: none; border-left: 1px solid $border; }
QFrame[k="line"] { background: $border; border: none; max-height: 1px; min-height: 1px; }
QFrame[k="message"] { background: $surface; border: 1px solid $ctl; border-radius: u(9);
    margin-bottom: u(10); }
QFrame[k="popup"] { background: $surface; border: 1px solid $ctl; border-radius: u(10); }

QLabel { background: transparent; border: none; }
QLabel[r="m"] { color: $muted; }
QLabel[r="lead"] { font-weight: 700; }
QLabel[r="label"] { font-weight: 600; }
QLabel[r="group"] { color: $muted; font-weight: 700; }

QPushButton { border: none; background: transparent; padding: 0; text-align: center; }
QPushButton:disabled { color: $ctl; }
QPushButton[k="pri"] { background: $home; color: $on_home; border-radius: u(8); padding: 0 u(16);
    min-height: u(40); font-weight: 600; }
QPushButton[k="pri"]:hover { background: $home_hover; }
QPushButton[k="pri"]:disabled { background: $bar; color: $muted; }
QPushButton[k="sec"] { background: $surface; border: 1px solid $ctl; border-radius: u(8); padding: 0 u(13);
    min-height: u(38); font-weight: 600; }
QPushButton[k="sec"]:hover { background: $hover; }
QPushButton[k="quiet"] { padding: 0 u(10); min-height: u(40); border-radius: u(8); font-weight: 600; }
QPushButton[k="quiet"]:hover, QPushButton[k="icon"]:hover { background: $hover; }
QPushButton[k="icon"] { min-width: u(40); max-width: u(40); min-height: u(40); max-height: u(40);
    border-radius: u(8); }
QPushButton[k="small"] { min-width: u(32); max-width: u(32); min-height: u(32); max-height: u(32);
    border-radius: u(6); }
QPushButton[k="small"]:hover { background: $hover; }
QPushButton[k="link"] { color: $home; font-weight: 600; text-decoration: underline; padding: 0 u(4);
    min-height: u(32); border-radius: u(4); text-align: left; }
QPushButton[k="link"]:hover { color: $home_hover; }
QPushButton[k="link"]:disabled { color: $muted; text-decoration: none; }
QPushButton[k="link-warn"] { color: $warn; font-weight: 600; text-decoration: underline; padding: 0 u(4);
    min-height: u(32); }
QPushButton[k="link-err"] { color: $err; font-weight: 600; text-decoration: underline; padding: 0 u(4);
    min-height: u(32); }
QPushButton[k="chip"] { background: $surface; border: 1px solid $ctl; border-radius: u(17); padding: 0 u(13);
    min-height: u(34); font-weight: 600; }
QPushButton[k="chip"]:hover { background: $hover; }
QPushButton[k="chip"]:checked { background: $home_soft; border: 2px solid $home; color: $home;
    padding: 0 u(12); min-height: u(32); }
QPushButton[k="tab"] { border-bottom: u(3) solid transparent; padding: 0 u(13); min-height: u(41);
    font-weight: 600; color: $muted; }
QPushButton[k="tab"]:hover { color: $text; }
QPushButton[k="tab"]:checked { color: $home; border-bottom: u(3) solid $home; }
QPushButton[k="rail"] { text-align: left; padding: 0 u(12); min-height: u(44); border-radius: u(9);
    border: 1px solid transparent; font-weight: 500; }
QPushButton[k="rail"]:hover { background: $hover; }
QPushButton[k="rail"]:checked { background: $rail_sel; color: $home; border: 1px solid $border; }
QPushButton[k="foot"] { text-align: left; color: $muted; padding: 0 u(12); min-height: u(36);
    border-radius: u(8); }
QPushButton[k="foot"]:hover { background: $hover; }
QPushButton[k="item"] { text-align: left; padding: u(2) u(10); min-height: u(30); border-radius: u(7);
    border: 1px solid transparent; }
QPushButton[k="item"]:hover { background: $hover; }
QPushButton[k="item"]:checked { background: $surface; border: 1px solid $home; color: $home; }
QPushButton[k="gap"] { text-align: left; color: $muted; border: 1px dashed $ctl; border-radius: u(10);
  padding: u(8) u(12); min-height: u(34); }
QPushButton[k="gap"]:hover { background: $hover; }

QLineEdit, QComboBox { background: $surface; border: 1px solid $ctl; border-radius: u(8); padding: 0 u(10);
    min-height: u(35); }
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $focus;
    padding: 0 u(9); }
QPlainTextEdit, QTextEdit { background: $surface; border: 1px solid $ctl; border-radius: u(8);
    padding: u(4) u(6); }
QPlainTextEdit:focus, QTextEdit:focus { padding: u(3) u(5); }
QLineEdit[state="bad"], QComboBox[state="bad"], QPlainTextEdit[state="bad"] { border: 2px solid $err; }
QLineEdit[state="bad"]:focus, QComboBox[state="bad"]:focus { border: 2px solid $focus; }
QLineEdit[state="odd"], QComboBox[state="odd"] { border: 2px solid $warn; }
QLineEdit[state="odd"]:focus, QComboBox[state="odd"]:focus { border: 2px solid $focus; }
QLineEdit:read-only { background: $sunken; }
QLineEdit:disabled, QComboBox:disabled { color: $muted; background: $sunken; }
QLineEdit[k="bare"] { background: transparent; border: none; padding: 0; min-height: u(30); }
QLineEdit[k="flat"] { background: transparent; border: 1px solid transparent; padding: 0; min-height: u(28); }
QLineEdit[k="flat"]:hover { background: $hover; border: 1px solid $border; }
QLineEdit[k="flat"]:focus { background: $surface; border: 2px solid $focus; padding: 0 u(9);
    min-height: u(26); }
QLineEdit[k="flat"][state="bad"] { background: $surface; border: 2px solid $err; padding: 0 u(9);
    min-height: u(33); }
QLineEdit[k="flat"][state="odd"] { background: $surface; border: 2px solid $warn; padding: 0 u(9);
    min-height: u(33); }
QLineEdit[k="flat"][state="bad"]:focus, QLineEdit[k="flat"][state="odd"]:focus {
    border: 2px solid $focus; }
QComboBox { padding-right: u(34); }
QComboBox:focus { padding: 0 u(33) 0 u(9); }
QComboBox::drop-down { border: none; width: 0; }
QComboBox QLineEdit { border: none; padding: 0; min-height: 0; background: transparent; }
QAbstractItemView { background: $surface; border: 1px solid $ctl; outline: none;
    selection-background-color: $sel; selection-color: $text; }
QListView::item { min-height: u(34); padding: 0 u(8); }
QListView::item:selected { background: $sel; color: $text; }

QTextBrowser { background: transparent; border: none; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: $sunken; color: $muted; font-weight: 700; padding: u(6) u(10);
    border: none; border-bottom: 1px solid $ctl; }
QTableView { border: none; background: transparent; }

QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar:vertical { background: transparent; width: u(14); margin: 0; }
QScrollBar::handle:vertical { background: $ctl; border-radius: u(4); min-height: u(36); margin: u(2); }
QScrollBar:horizontal { background: transparent; height: u(14); margin: 0; }
QScrollBar::handle:horizontal { background: $ctl; border-radius: u(4); min-width: u(36); margin: u(2); }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSlider { min-height: u(32); }
QSlider::groove:horizontal { background: $bar; height: u(8); border-radius: u(4); }
QSlider::sub-page:horizontal { background: $home; height: u(8); border-radius: u(4); }
QSlider::handle:horizontal { background: $surface; border: 2px solid $home; width: u(22); margin: -u(9) 0;
    border-radius: u(12); }
QSlider::handle:horizontal:focus { border: 3px solid $focus; }
QSplitter::handle { background: $border; }
"""


_TONE = """
QFrame[badge="TONE"] { background: SOFT; border: 1px solid $TONE; border-radius: u(7); }
QFrame[banner="TONE"] { background: SOFT; border: 1px solid $TONE; border-radius: u(9); }
QFrame[badge="TONE"] QLabel { color: $TONE; font-weight: 600; }
QLabel[r="TONE"] { color: $TONE; font-weight: 600; }
"""

_TONES = {
    "ok": "$ok_soft",
    "warn": "$warn_soft",
    "err": "$err_soft",
    "home": "$home_soft",
    "partner": "$partner_soft",
    "third": "$surface",
    "fourth": "$surface",
    "muted": "$sunken",
}


def sheet(palette: Palette, scale: Scale) -> str:
    """The whole style sheet for one palette and one text size."""
    colours = palette._asdict()
    tones = "".join(_TONE.replace("TONE", tone).replace("SOFT", soft) for tone, soft in _TONES.items())
    text = _COLOUR.sub(lambda found: str(colours[found[1]]), _SHEET + tones)
    return _MEASURE.sub(lambda found: f"{scale.u(float(found[1]))}px", text)
