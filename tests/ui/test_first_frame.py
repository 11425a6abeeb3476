# SPDX-License-Identifier: GPL-3.0-or-later
"""The first painted frame: early, with the grounds and the logo where the real ones will be."""

import os
import subprocess
import sys

import pytest

from hospes.ui.first_frame import FirstFrame
from hospes.ui.look.tokens import DARK, LIGHT
from hospes.ui.main_window import MainWindow

LATER = (
    "sqlalchemy",
    "reportlab",
    "babel",
    "phonenumbers",
    "numpy",
    "hospes.app",
    "hospes.ui.rail",
    "hospes.i18n",
)

SCRIPT = f"""
import sys
from hospes.ui import main
app = main.application()
session = main.Session(app)
session.hold()
def painted():
    print(sorted(name for name in {LATER!r} if name in sys.modules))
    app.exit()
session.window.painted.connect(painted)
session.window.show()
app.exec()
"""


def test_it_is_painted_before_anything_heavy_is_loaded():
    surroundings = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        capture_output=True,
        text=True,
        env=surroundings,
        check=True,
        timeout=120,
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(("dark", "palette"), [(False, LIGHT), (True, DARK)], ids=["light", "dark"])
def test_its_grounds_are_those_of_the_frame(make_window, dark, palette):
    bare = MainWindow(first_frame=FirstFrame.of(dark=dark, percent=100))
    bare.resize(1366, 690)
    early = bare.grab().toImage()
    window = make_window(1366, 690, scheme="dark" if dark else "light")
    real = window.grab().toImage()
    for x, y, token in ((700, 10, "rail"), (100, 400, "rail"), (195, 400, "border"), (700, 400, "window")):
        assert early.pixelColor(x, y).name().upper() == getattr(palette, token), token
        assert real.pixelColor(x, y).name().upper() == getattr(palette, token), token
    bare.close()


def test_the_logo_does_not_jump(make_window):
    bare = MainWindow(first_frame=FirstFrame.of(dark=False, percent=100))
    bare.resize(1366, 690)
    early, real = bare.grab().toImage(), make_window(1366, 690, scheme="light").grab().toImage()

    def place(image) -> tuple[int, int]:
        petrol = [
            (x, y)
            for x in range(60)
            for y in range(36, 86)
            if image.pixelColor(x, y).name().upper() == LIGHT.home
        ]
        return min(x for x, _ in petrol), min(y for _, y in petrol)

    early_x, early_y = place(early)
    real_x, real_y = place(real)
    assert abs(early_x - real_x) <= 1
    assert abs(early_y - real_y) <= 1
    bare.close()
