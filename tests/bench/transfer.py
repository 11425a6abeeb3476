# SPDX-License-Identifier: GPL-3.0-or-later
"""In and out: a spreadsheet of members beside plain inserts, CSV and XLSX beside bare writers."""

import csv
import io
import random
import sqlite3
import sys
import tempfile
from pathlib import Path

from ratio import Compared, head, line, seconds

HEADINGS = (
    "Mitgliedsnr",
    "Vorname",
    "Name",
    "Straße",
    "PLZ",
    "Ort",
    "Telefon",
    "E-Mail",
    "Geboren",
    "Eintritt",
)


def rows(size: int) -> list[tuple[str, ...]]:
    """Made-up members, the same every time."""
    rng = random.Random(7)
    given = ("Anna", "Jürgen", "Łucja", "Émile", "Renate", "Piotr", "Zoë", "Klaus")
    last = ("Müller", "Nowak", "Lefèvre", "Schäfer", "Kowalska", "Dubois", "Weiß", "Łuczak")
    made = []
    for at in range(size):
        name, surname = rng.choice(given), f"{rng.choice(last)}-{at:05d}"
        day = f"{rng.randint(1, 28):02d}.{rng.randint(1, 12):02d}.{rng.randint(1940, 2000)}"
        mail = f"m{at}@verein.example"
        street = f"Mühlgasse {rng.randint(1, 200)}"
        made.append(
            (str(at + 1), name, surname, street, "63512", "Rosenau", f"06182 {at:06d}", mail, day, "2004")
        )
    return made


def bare_inserts(data: list[tuple[str, ...]], folder: Path) -> float:
    """The same people into four plain tables."""
    db = sqlite3.connect(folder / "bare.db")
    db.executescript(
        "CREATE TABLE person(id TEXT PRIMARY KEY, given TEXT, surname TEXT, birth TEXT);"
        "CREATE TABLE address(person TEXT, street TEXT, postcode TEXT, town TEXT);"
        "CREATE TABLE reach(person TEXT, value TEXT);"
        "CREATE TABLE membership(person TEXT, number TEXT, joined TEXT);"
    )

    def work() -> None:
        with db:
            db.executemany("INSERT INTO person VALUES (?,?,?,?)", ((r[0], r[1], r[2], r[8]) for r in data))
            db.executemany("INSERT INTO address VALUES (?,?,?,?)", ((r[0], r[3], r[4], r[5]) for r in data))
            db.executemany("INSERT INTO reach VALUES (?,?)", ((r[0], v) for r in data for v in (r[6], r[7])))
            db.executemany("INSERT INTO membership VALUES (?,?,?)", ((r[0], r[0], r[9]) for r in data))

    taken = seconds(work)
    db.close()
    (folder / "bare.db").unlink()
    return taken


def main(sizes: list[int], _rounds: int) -> None:
    """Measure for each size, once: an import of 100 000 is its own average."""
    from hospes.actions.association import FoundAssociation
    from hospes.app import App
    from hospes.i18n.locale import Locale
    from hospes.transfer.bringing import check, look

    head("In and out")
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            data = rows(size)
            source = folder / "members.csv"
            with source.open("w", encoding="cp1252", errors="replace", newline="") as file:
                csv.writer(file, delimiter=";").writerows([HEADINGS, *data])
            app = App.create(folder / "x.hospes", FoundAssociation("Verein", "Rosenau", "DE", "de"))
            draft = []
            reading = seconds(lambda: draft.append(look(source)))  # noqa: B023 - called at once
            checked = []
            comparing = seconds(lambda: checked.append(check(draft[0], app.read, Locale.of("de"), app.today)))  # noqa: B023 - called at once
            writing = seconds(lambda: app.run(checked[0].action()))  # noqa: B023 - called at once
            bare = bare_inserts(data, folder)
            line(f"{size} rows: read in the child", Compared(reading, bare))
            line(f"{size} rows: understand and compare", Compared(comparing, bare))
            line(f"{size} rows: write, with journal and search", Compared(writing, bare), "2.5x")
            out(app, folder, size, data)
            app.close()


def out(app: object, folder: Path, size: int, data: list[tuple[str, ...]]) -> None:
    """CSV and XLSX of all members."""
    import xlsxwriter

    from hospes.app import App
    from hospes.transfer.exporting import export

    assert isinstance(app, App)
    for ending in ("csv", "xlsx"):
        target = folder / f"out.{ending}"

        def ours(target: Path = target) -> None:
            export(app.read, target, "members", app.today)

        def bare(ending: str = ending) -> None:
            if ending == "csv":
                csv.writer(io.StringIO()).writerows(data)
                return
            book = xlsxwriter.Workbook(str(folder / "bare.xlsx"), {"constant_memory": True})
            sheet = book.add_worksheet()
            for at, row in enumerate(data):
                for column, text in enumerate(row):
                    sheet.write_string(at, column, text)
            book.close()

        line(f"{size} members out as {ending}", Compared(seconds(ours), seconds(bare)))


if __name__ == "__main__":
    main([int(text) for text in sys.argv[1].split(",")], int(sys.argv[2]))
