# SPDX-License-Identifier: GPL-3.0-or-later
"""Search: a key in Ctrl+K, the query alone, beside a bare full-text table holding the same folded texts.

Goal at 100 000 members: p99 of the query 2 ms.
"""

import sqlite3
import sys
import tempfile
import time
from pathlib import Path

from ratio import head, percentile, single

WORDS = (
    "nowak", "mueller", "baumann", "rosenau", "claire d", "ba no", "schaef", "lipowiec", "0618", "jan ko",
)  # fmt: skip


def keystrokes() -> list[str]:
    """What stands in the box after each key."""
    return [word[:at] for word in WORDS for at in range(1, len(word) + 1) if word[at - 1] != " "]


def timed(call: object, texts: list[str], rounds: int) -> list[float]:
    """Best of some rounds for each text, as a person sees it after the first keys."""
    found = []
    for text in texts:
        best = float("inf")
        for _ in range(rounds):
            start = time.perf_counter()
            call(text)  # type: ignore[operator]  # any of the two ways to search
            best = min(best, time.perf_counter() - start)
        found.append(best)
    return found


def main(sizes: list[int], rounds: int) -> None:
    """Measure for each size."""
    from hospes.app import App
    from hospes.example import build
    from hospes.store import search as index

    head("Search: one key, the query")
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            path = Path(folder) / f"{size}.hospes"
            build(path, members=size)
            app = App.open(path, read_only=True)
            texts = keystrokes()
            with app.engine.read() as connection:
                rows = connection.exec_driver_sql("SELECT text FROM search_entry").fetchall()
                ours = timed(lambda text, c=connection: index.find(c, text, 20), texts, rounds)
            app.close()
            bare = sqlite3.connect(":memory:")
            bare.execute("CREATE VIRTUAL TABLE t USING fts5(text, prefix='1 2 3')")
            bare.executemany("INSERT INTO t(text) VALUES (?)", rows)

            def ask(text: str, bare: sqlite3.Connection = bare) -> None:
                query = " ".join(f'"{part}"*' for part in text.split())
                bare.execute("SELECT rowid, text FROM t WHERE t MATCH ? LIMIT 20", (query,)).fetchall()

            theirs = timed(ask, texts, rounds)
            single(f"{size} members, Hospes", ours, "p99 2 ms at 100 000")
            single(f"{size} members, bare full-text table", theirs)
            print(f"{'':44} ratio of p50 {percentile(ours, 0.5) / percentile(theirs, 0.5):.2f}x")


if __name__ == "__main__":
    main([int(text) for text in sys.argv[1].split(",")], int(sys.argv[2]))
