# SPDX-License-Identifier: GPL-3.0-or-later
"""The fault for which PySide6 is held below 6.12 (pyproject.toml), and the proof that our version lacks it.

On Python 3.11, PySide6 6.12.0 takes one reference from None with each call of a Qt method that returns
nothing; after a few minutes of an ordinary window the process aborts. From Python 3.12 on None cannot lose
references.
"""

import subprocess
import sys

SCRIPT = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication(["none", "-platform", "offscreen"])
widget = QWidget()
before = sys.getrefcount(None)
for _ in range({calls}):
    widget.setToolTip("again")
print(sys.getrefcount(None) - before)
"""


def test_void_calls_take_no_reference_from_none():
    calls = 20_000
    script = SCRIPT.format(calls=calls)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-500:]
    assert abs(int(done.stdout)) < calls // 100
