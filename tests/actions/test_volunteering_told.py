# SPDX-License-Identifier: GPL-3.0-or-later
"""Hours on paper: the year by person and kind, and a sheet for each that confirms theirs."""

from datetime import date
from decimal import Decimal

from hospes.actions.volunteering import KeepHours
from hospes.domain.network_figures import Figure, protected
from hospes.domain.volunteering import HoursKind
from hospes.i18n.locale import Locale
from hospes.queries.figures_years import year_figures
from hospes.queries.network_figures import yearly
from hospes.queries.volunteering import by_year, hours_rows
from hospes.store.erasing import Listed
from tests.papers.printing import paper, table
from tests.papers.reading import page_texts

EN = Locale.of("en")
HOURS = {"first": date(2026, 3, 1), "minutes": 150, "kind": HoursKind.INTERPRETING}


def test_the_year_and_the_confirmations(app, world):
    app.run(KeepHours({**HOURS, "note": "Town hall"}, (world.barbara, world.dieter)))
    app.run(KeepHours({**HOURS, "minutes": 60, "kind": HoursKind.OFFICE}, (world.barbara,)))
    app.run(KeepHours({**HOURS, "first": date(2025, 3, 1)}, (world.dieter,)))
    (text,) = page_texts(paper(app, "volunteer-hours", language="en", year="2026", details="yes").pdf)
    assert "2026: 6 h" in text
    assert "Town hall" in text
    rows = table(app, "volunteer-hours", language="en", year="2026").rows
    assert sorted(row[3] for row in rows) == [Decimal("1.00"), Decimal("2.50"), Decimal("2.50")]
    sheets = page_texts(paper(app, "volunteer-confirmation", language="en", second="de", year="2026").pdf)
    assert len(sheets) == 2
    barbara = " ".join(sheets[0].split()) if "Barbara" in sheets[0] else " ".join(sheets[1].split())
    assert "Barbara Nowak gave our association 3 h 30 min of unpaid work in 2026" in barbara
    assert "Dieter" not in barbara
    (one,) = page_texts(
        paper(app, "volunteer-confirmation", language="en", people=(world.dieter,), year="2025").pdf
    )
    assert "2 h 30 min of unpaid work in 2025" in " ".join(one.split())
    figures = app.read(year_figures, date(2026, 12, 31), 2026, 2).years
    assert [(year.hours, year.volunteers) for year in figures] == [(3, 1), (6, 2)]
    told = app.read(yearly, 2026, date(2026, 12, 31)).figures
    assert (told[Figure.VOLUNTEERS], told[Figure.HOURS]) == (None, None)


def test_hours_of_somebody_erased_count_without_a_name(app, world):
    app.run(KeepHours({**HOURS, "note": "With her cousin"}, (world.barbara, world.dieter)))
    app.erase([Listed(world.barbara.hex)])
    assert app.read(by_year, date(2026, 12, 31)) == {2026: (300, 2)}
    rows = app.read(hours_rows, EN)
    assert not any("Barbara" in one.name for one in rows)
    assert sorted(one.note for one in rows) == ["", "With her cousin"]
    (sheet,) = page_texts(paper(app, "volunteer-confirmation", language="en", year="2026").pdf)
    assert "Dieter Kessler" in sheet


def test_hours_of_few_people_do_not_leave_the_association():
    few = protected({Figure.MEMBERS: 100, Figure.VOLUNTEERS: 4, Figure.HOURS: 300})
    assert (few[Figure.VOLUNTEERS], few[Figure.HOURS]) == (None, None)
    many = protected({Figure.MEMBERS: 100, Figure.VOLUNTEERS: 5, Figure.HOURS: 300})
    assert (many[Figure.VOLUNTEERS], many[Figure.HOURS]) == (5, 300)
