# SPDX-License-Identifier: GPL-3.0-or-later
"""The member list in the real window: opening it, and a key in its filter, each until it is painted.

Beside it a bare QTableView with a plain model that holds the same texts: refilled and painted for the
opening, filtered by `in` over lower-cased texts and painted for each key.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QTableView
from ratio import Compared, head, line, percentile

TYPED = ("m", "mü", "mül", "müll", "ber", "berg", "no", "now", "nowak", "an", "ann", "anna")
"""What somebody types into the filter; each counts as one key."""

Rows = list[tuple[str, ...]]


class Plain(QAbstractTableModel):
    """The bare counterpart's model: texts and nothing else."""

    def __init__(self, rows: Rows) -> None:
        super().__init__()
        self.rows = rows

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return len(self.rows)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        return 5

    def data(self, index: QModelIndex, role: int = 0) -> object:
        return self.rows[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None

    def show(self, rows: Rows) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()


def painted(work: object, widget: object) -> float:
    """Seconds until what `work` changed is on the (offscreen) screen."""
    start = time.perf_counter()
    work()  # type: ignore[operator]  # a call without arguments
    widget.repaint()  # type: ignore[attr-defined]  # a widget
    QApplication.processEvents()
    return time.perf_counter() - start


def main(sizes: list[int], rounds: int) -> None:
    """Measure for each size."""
    from hospes import paths, settings
    from hospes.example import build
    from hospes.ui.main import Session, application

    with tempfile.TemporaryDirectory() as folder:
        os.environ[paths.HOME_VARIABLE] = folder
        app = application()
        head("Member list: opening it and a key in its filter, until it is painted")
        for size in sizes:
            path = Path(folder) / f"{size}.hospes"
            build(path, members=size)
            settings.save(settings.Settings(language="de"), paths.settings_file())
            session = Session(app)
            session.hold()
            session.furnish(inline=True)
            window = session.window
            window.resize(1366, 690)
            window.show()
            window.desk.open_file(path)
            window.go("members", {})
            app.processEvents()
            _measure(window, size, rounds)
            session.opening.let_go()
            window.close()
            window.deleteLater()
            app.processEvents()


def _measure(window: object, size: int, rounds: int) -> None:
    page = window.page  # type: ignore[attr-defined]  # a MainWindow
    table = page.table
    model = table.rows
    rows = [
        tuple(str(model.index(at, column).data() or "") for column in range(model.columnCount()))
        for at in range(model.rowCount())
    ]
    rows = [(*row, "", "", "", "", "")[:5] for row in rows]
    view = QTableView()
    bare = Plain(rows)
    view.setModel(bare)
    view.resize(table.size())
    view.show()
    QApplication.processEvents()
    pairs = [
        (painted(page.reload, table.viewport()), painted(lambda: bare.show(rows), view.viewport()))
        for _ in range(rounds)
    ]
    line(f"{size} members, opening", _medians(pairs))
    lowered = [" ".join(row).lower() for row in rows]
    keys = []
    for _ in range(rounds):
        for typed in TYPED:
            ours = painted(lambda typed=typed: page.show_at(filter=typed), table.viewport())  # type: ignore[misc]  # mypy cannot tell a default's type

            def plain(typed: str = typed) -> None:
                bare.show([row for row, text in zip(rows, lowered, strict=True) if typed in text])

            keys.append((ours, painted(plain, view.viewport())))
    line(f"{size} members, a key in the filter (p50)", _medians(keys), "16 ms")
    slow = [pair[0] for pair in keys]
    print(f"{'':44} p99 {percentile(slow, 0.99) * 1000:.1f} ms of {len(slow)} keys; goal 25 ms")
    view.close()
    page.show_at(filter="")


def _medians(pairs: list[tuple[float, float]]) -> Compared:
    return Compared(percentile([one for one, _ in pairs], 0.5), percentile([two for _, two in pairs], 0.5))


if __name__ == "__main__":
    main([int(text) for text in sys.argv[1].split(",")], int(sys.argv[2]))
