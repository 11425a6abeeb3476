# SPDX-License-Identifier: GPL-3.0-or-later
"""Start: from the process to the painted frame, and to the filled member list, beside an empty Qt window.

Each measured start is a process of its own, both with compiled bytecode at hand as every installation
has it: the first start of each kind, which compiles, does not count. Processor time stands beside the
clock's, since other work on the computer stretches only the latter. Goal: frame 1.3 times, list of 10 000
three times the empty one.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from ratio import Compared, head, line

GOALS = {"frame": "1.3x", "today": "", "list": "3x at 10 000"}
"""The frame is painted, all of Today is read, the member list is filled."""

EMPTY = """
import sys, time
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(time.time(), time.process_time()); sys.stdout.flush(); app.quit()
app = QApplication([])
window = Window(); window.resize(1366, 690); window.show()
app.exec()
"""

OURS = """
import gc, sys, time
gc.disable()  # as hospes.ui.main does
from pathlib import Path
from hospes.ui.main import Session, application
app = application()
session = Session(app, Path(sys.argv[1]), settings_file=Path(sys.argv[2]))
def painted():
    if sys.argv[3] == "frame":
        print(time.time(), time.process_time()); sys.stdout.flush(); app.quit()
    else:
        watch()
def watch():
    from PySide6.QtCore import QTimer
    window = session.window
    if sys.argv[3] == "today":
        return whole()
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
    print(time.time(), time.process_time()); sys.stdout.flush(); app.quit()
def whole():
    from PySide6.QtCore import QTimer
    page = getattr(session.window, "page", None) if hasattr(session, "desk") else None
    if page is None or page.to_read:
        QTimer.singleShot(5, whole)
        return
    session.window.repaint()
    print(time.time(), time.process_time()); sys.stdout.flush(); app.quit()
session.window.painted.connect(painted)
session.window.show()
app.exec()
"""


def started(folder: Path, code: str, *arguments: str) -> tuple[float, float]:
    """Seconds from starting a process to what it prints, by the clock and of the processor."""
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
    environment["HOSPES_HOME"] = str(folder / "home")
    begin = time.time()
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], env=environment, capture_output=True, text=True, check=True
    )
    clock, processor = done.stdout.split()[-2:]
    return float(clock) - begin, float(processor)


def measure(folder: Path, what: str, goal: str, path: Path, rounds: int) -> None:
    """Ours and an empty window in turn."""
    arguments = str(path), str(folder / "settings.toml"), what
    pairs = [(started(folder, OURS, *arguments), started(folder, EMPTY)) for _ in range(rounds + 1)][1:]
    for at, kind in enumerate(("clock", "processor")):
        ours, bare = (statistics.median(pair[side][at] for pair in pairs) for side in (0, 1))
        line(f"{path.stem} members, to {what} ({kind})", Compared(ours, bare), goal)


def main(sizes: list[int], rounds: int) -> None:
    """Measure for each size."""
    from hospes.example import build

    head("Start: process to painted, each in a process of its own")
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            path = Path(folder) / f"{size}.hospes"
            build(path, members=size)
            for what, goal in GOALS.items():
                measure(Path(folder), what, goal, path, rounds)


if __name__ == "__main__":
    main([int(text) for text in sys.argv[1].split(",")], int(sys.argv[2]))
