# SPDX-License-Identifier: GPL-3.0-or-later
"""The hosting board in the window: choosing a guest, placing one, both until the window is painted again; the
query of the board read anew and remembered; Today's question about hosting, first and again.

Bare counterparts: as many plain push buttons as the board shows cards and beds, built and painted; the tables
of placements, guests and offers fetched through sqlite3. Times are the processor's. Goal: a guest chosen at
400 guests is painted within 100 ms. `python tests/bench/board.py [MEMBERS [ROUNDS]]`; 1670 members have a
visit of 400 guests.
"""

import os
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ratio import Compared, head, line

if TYPE_CHECKING:
    from uuid import UUID

    from hospes.app import App
    from hospes.i18n.locale import Locale

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

TURNS = 6
"""Turns of the event loop after which the board is painted."""


def cpu(work: Callable[[], object]) -> float:
    """Seconds of the processor one call takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def middle(work: Callable[[], object], rounds: int) -> float:
    """The median of some calls."""
    return statistics.median(cpu(work) for _ in range(rounds))


def idle() -> None:
    """Let everything come to rest, and fits be worked out beforehand."""
    from PySide6.QtWidgets import QApplication

    for _ in range(40):
        QApplication.processEvents()
        time.sleep(0.005)


def shown(board: Any) -> int:  # the page, whose module is loaded late
    """How many cards and beds stand on the board."""
    return sum(1 + len(card.view.rows) for card in board.grid._cards.values())


def plain_buttons(number: int) -> None:
    """So many push buttons in a window of the board's size, built and painted."""
    from PySide6.QtWidgets import QApplication, QGridLayout, QPushButton, QWidget

    window = QWidget()
    grid = QGridLayout(window)
    for at in range(number):
        grid.addWidget(QPushButton(f"Free bed {at}"), at // 8, at % 8)
    window.resize(1366, 690)
    window.show()
    QApplication.processEvents()
    window.grab()
    window.deleteLater()


def bare_rows(path: Path) -> None:
    """The rows a board is made of, fetched and left as they are."""
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    for table in ("placement", "participation", "stay_wish", "host_offer", "offer_night", "room", "bed"):
        db.execute(f'SELECT * FROM "{table}"').fetchall()
    db.close()


def asked(app: "App", locale: "Locale", visit: "UUID", path: Path, rounds: int) -> None:
    """What the board and Today read, anew and again."""
    from hospes.queries.hosting_board import hosting_board
    from hospes.queries.hosting_memory import standing
    from hospes.queries.hosting_needs import hosting_needs

    fresh = middle(lambda: app.read(hosting_board, visit, app.today, locale), rounds)
    again = middle(lambda: app.read(standing, visit, app.today, locale), rounds)
    fetched = middle(lambda: bare_rows(path), rounds)
    line("the board read anew", Compared(fresh, fetched))
    line("the board remembered", Compared(again, fetched))
    other = "pl" if locale.language != "pl" else "fr"
    first = cpu(lambda: app.read(hosting_needs, app.today, other))
    second = middle(lambda: app.read(hosting_needs, app.today, other), rounds)
    line("Today's question, first", Compared(first, fetched), "250 ms")
    line("Today's question, again", Compared(second, fetched), "100 ms")


def main(members: int, rounds: int) -> None:
    """Measure in one window over one file."""
    from PySide6.QtWidgets import QApplication

    from hospes.example import build
    from hospes.queries.hosting_needs import hosting_needs
    from hospes.ui.collecting import Collecting
    from hospes.ui.main import Session, application

    qt = application()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "board.hospes"
        build(path, members=members)
        Collecting(qt)
        session = Session(qt, path, settings_file=Path(folder) / "settings.toml")
        session.window.resize(1366, 690)
        session.window.show()
        while (
            getattr(session, "desk", None) is None or session.desk.app is None or not session.desk.may_write
        ):
            qt.processEvents()
        desk = session.desk
        while not desk.may_write:
            qt.processEvents()
        app, locale = desk.file, desk.locale

        idle()
        visit = app.read(hosting_needs, app.today)[0].visit_id
        desk.go("visit", id=visit.hex, tab="hosting")
        idle()
        board = session.window.page.tab.board  # type: ignore[union-attr]  # the page of a visit
        case = board.board.case
        head(f"Hosting board: {len(case.guests)} guests, {len(case.hosts)} homes (processor)")

        def choose(key: str) -> None:
            board.choose(key)
            for _ in range(TURNS):
                QApplication.processEvents()

        chosen = [cpu(lambda key=key: choose(key)) for key in board.guests.parties()[1 : rounds + 1]]  # type: ignore[misc]  # mypy cannot tell a default's type
        bare = middle(lambda: plain_buttons(shown(board)), rounds)
        line("choosing a guest, painted", Compared(statistics.median(chosen), bare), "100 ms")

        def place() -> None:
            board._place_at(board.board.suggestions(board.chosen)[0])
            for _ in range(TURNS):
                QApplication.processEvents()

        placings = []
        for _ in range(rounds):
            keys = board.guests.parties()
            able = [key for key in keys if board.board.suggestions(board.board.party(key))]
            if not able:
                break
            board.choose(able[0])
            idle()
            placings.append(cpu(place))
            idle()
        if placings:
            line("placing, all of the window painted", Compared(statistics.median(placings), bare))
        asked(app, locale, visit, path, rounds)
        session.window.hide()
        sys.stdout.flush()
        os._exit(0)  # the window is not closed in order: nothing is to be kept


if __name__ == "__main__":
    sizes = sys.argv[1].split(",") if len(sys.argv) > 1 else ["1670"]
    main(int(sizes[0]), int(sys.argv[2]) if len(sys.argv) > 2 else 7)
