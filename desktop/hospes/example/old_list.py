# SPDX-License-Identifier: GPL-3.0-or-later
"""The old spreadsheet somebody still has: 121 people, 118 of them new, 3 perhaps in Hospes already.

Its heads are German, "Tel2" and "seit" say little, and the three doubtful rows differ from the file in one
value each.
"""

from datetime import date, datetime, time
from pathlib import Path

from hospes.example import names, reach
from hospes.example.almanac import Almanac
from hospes.example.draw import Lot
from hospes.example.rows import Rows

NAME = "members-old.xlsx"
GOOD = 118
HEADS = ("Name", "Vorname", "Straße", "PLZ", "Ort", "Telefon", "Tel2", "E-Mail", "geboren", "seit")

DOUBTFUL = (
    # A digit of the birthday, and two old streets.
    (
        "Albrecht", "Jürgen", "Lindenallee 30", "63512", "Rosenau", "06182 51 66 08", "", "",
        date(1955, 10, 20), 1998,
    ),
    (
        "Lindner", "Monika", "Steinweg 30", "63512", "Rosenau", "06182 77 20 41", "", "",
        date(1963, 12, 11), 2003,
    ),
    (
        "Kessler", "Dieter", "Hauptstr. 3", "63513", "Oberrosenau", "06183 60 15", "", "",
        date(1951, 9, 5), 1984,
    ),
)  # fmt: skip
PLACES = (("63512", "Rosenau"), ("63513", "Oberrosenau"), ("63514", "Seligenbach"))

Line = tuple[object, ...]


def lines(rows: Rows, seed: int) -> list[Line]:
    """The rows of the list in the order of names; nobody good has the name of somebody in the file."""
    lot, almanac = Lot(seed + 2), rows.almanac
    taken = {name for kind, name in rows.known if kind == "person"}
    found: list[Line] = [(*line[:8], _moved(almanac, line[8]), _year(almanac, line[9])) for line in DOUBTFUL]
    while len(found) < GOOD + len(DOUBTFUL):
        gender = lot.random.choice("fm")
        one = lot.person(names.GERMAN, lot.random.choice(names.GERMAN.surnames), gender, lot.birthday(25, 85))
        name = f"{one.given} {one.surname}"
        if name in taken:
            continue
        taken.add(name)
        postcode, town = lot.random.choice(PLACES)
        number = 300 + len(found)
        with_email = lot.random.random() < 0.4
        found.append(
            (
                one.surname,
                one.given,
                lot.street(),
                postcode,
                town,
                reach.landline("DE", number),
                reach.mobile("DE", number) if lot.random.random() < 0.5 else "",
                reach.email(one.given, one.surname, "altmail") if with_email else "",
                almanac.yearly(one.born),
                almanac.year(lot.random.randint(1975, 2020)),
            )
        )
    return sorted(found, key=lambda line: (str(line[0]), str(line[1])))


def _moved(almanac: Almanac, day: object) -> date:
    assert isinstance(day, date)
    return almanac.yearly(day)


def _year(almanac: Almanac, year: object) -> int:
    assert isinstance(year, int)
    return almanac.year(year)


def write(target: Path, found: list[Line], on: date) -> None:
    """Write the workbook; the same lines give the same bytes."""
    import xlsxwriter

    workbook = xlsxwriter.Workbook(target, {"default_date_format": "dd.mm.yyyy"})
    workbook.set_properties({"title": "Mitgliederliste", "created": datetime.combine(on, time(20, 15))})
    sheet = workbook.add_worksheet("Mitglieder")
    sheet.write_row(0, 0, HEADS, workbook.add_format({"bold": True}))
    day = workbook.add_format({"num_format": "dd.mm.yyyy"})
    for row, line in enumerate(found, 1):
        for column, value in enumerate(line):
            if isinstance(value, date):
                sheet.write_datetime(row, column, value, day)
            else:
                sheet.write(row, column, value)
    sheet.set_column(0, len(HEADS) - 1, 16)
    workbook.close()
