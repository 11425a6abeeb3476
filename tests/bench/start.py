# SPDX-License-Identifier: GPL-3.0-or-later
"""Start: from the process to the painted frame, and to the filled member list, beside an empty Qt window.

Each measured start is a process of its own. Goal: frame 1.3 times, list of 10 000 three times the empty one.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from ratio import Compared, beside, head, line

EMPTY = """
import sys, time
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(time.time()); sys.stdout.flush(); app.quit()
app = QApplication([])
window = Window(); window.resize(1366, 690); window.show()
app.exec()
"""

OURS = """
import sys, time
from pathlib import Path
from hospes.ui.main import Session, application
app = application()
session = Session(app, Path(sys.argv[1]), settings_file=Path(sys.argv[2]))
def painted():
    if sys.argv[3] == "frame":
        print(time.time()); sys.stdout.flush(); app.quit()
    else:
        watch()
def watch():
    from PySide6.QtCore import QTimer
    window = session.window
    page = getattr(window, "page", None)
    if page is None or getattr(session.desk if hasattr(session, "desk") else None, "app", None) is None:
        QTimer.singleShot(0, watch)
        return
    if getattr(window, "place", "") != "members":
        session.desk.go("members")
        QTimer.singleShot(0, watch)
        return
    if page.table.rows.rowCount() == 0:
        QTimer.singleShot(0, watch)
        return
    window.repaint()
    print(time.time()); sys.stdout.flush(); app.quit()
session.window.painted.connect(painted)
session.window.show()
app.exec()
"""


def started(code: str, *arguments: str) -> float:
    """Seconds from starting a process to what it prints."""
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    begin = time.time()
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], env=environment, capture_output=True, text=True, check=True
    )
    return float(done.stdout.split()[-1]) - begin


def main(sizes: list[int], rounds: int) -> None:
    """Measure for each size."""
    from hospes.example import build

    head("Start: process to painted, each in a process of its own")
    with tempfile.TemporaryDirectory() as folder:
        settings = str(Path(folder) / "settings.toml")
        for size in sizes:
            path = Path(folder) / f"{size}.hospes"
            build(path, members=size)
            for what, goal in (("frame", "1.3x"), ("list", "3x at 10 000")):
                found: Compared = beside(
                    lambda path=path, what=what: started(OURS, str(path), settings, what),  # type: ignore[misc]  # mypy cannot tell a default's type
                    lambda: started(EMPTY),
                    rounds,
                )
                line(f"{size} members, to the {what}", found, goal)


if __name__ == "__main__":
    main([int(text) for text in sys.argv[1].split(",")], int(sys.argv[2]))
