# SPDX-License-Identifier: GPL-3.0-or-later
"""The activity report of the example's year: eight pages at most, every number is that of the rows."""

import io

import pytest
from docx import Document

from hospes.actions.settings import ChangeSetting
from hospes.app import App
from hospes.i18n.locale import Locale
from hospes.papers.base import Scope
from hospes.papers.kit.tongues import Tongues
from hospes.papers.making import find_paper
from hospes.papers.options import read_options
from hospes.queries.activity_year import activity_year, words_key
from hospes.queries.association import association
from tests.papers.printing import paper
from tests.papers.reading import squeezed, text_of
from tests.queries.test_figures_years import members_of


@pytest.fixture(scope="module")
def reporting(example_file, tmp_path_factory):
    path = tmp_path_factory.mktemp("report") / "example.hospes"
    path.write_bytes(example_file.read_bytes())
    app = App.open(path)
    key = words_key(2025, "outlook", "de")
    app.run(ChangeSetting(key, "Wir freuen uns auf Himmelfahrt.", app.read(association).id))
    yield app
    app.close()


def test_the_last_whole_year_in_two_languages_on_eight_pages_at_most(reporting):
    document = paper(reporting, "activity-report", language="de", second="fr")
    drawn = squeezed(text_of(document.pdf))
    assert document.pages <= 8
    with reporting.engine.read() as connection:
        raw = connection.connection
        end = members_of(raw, "2025-12-31")
        came = raw.execute(
            "select count(*) from participation p join visit v on v.id = p.visit_id"
            " join delegation d on d.id = p.delegation_id where v.first like '2025-%'"
            " and p.state in ('registered', 'confirmed') and d.role in ('visiting', 'both')"
        ).fetchone()[0]
        events = raw.execute(
            "select count(*) from event where \"on\" like '2025-%' and binned_at is null"
        ).fetchone()[0]
        honoured = raw.execute(
            "select count(*) from courtesy where \"on\" like '2025-%'"
            " and kind in ('medal', 'certificate', 'honorary')"
        ).fetchone()[0]
        listed = raw.execute(
            "select sum(coalesce(e.visitors, (select count(*) from event_person p where p.event_id = e.id"
            " and p.attendance = 'present'))) from event e"
            " where e.\"on\" like '2025-%' and e.binned_at is null"
        ).fetchone()[0]
        taught = raw.execute("select count(*) from training where first like '2025-%'").fetchone()[0]
        sent = raw.execute("select count(*) from feedback where sent_on like '2025-%'").fetchone()[0]
    year = reporting.read(activity_year, 0, reporting.today, ("de", "fr"), 2)
    assert sum(one.came for one in year.events) == listed > 50
    assert (len(year.trainings), len(year.feedback)) == (taught, sent)
    assert taught
    assert sent
    assert year.year == 2025
    assert year.figures.last.members == len(end)
    assert sum(one.figures.people for one in year.visits) == came == 12
    assert sum(year.figures.last.travellers.values()) == came
    assert len(year.events) == events
    assert len(year.honours) == honoured
    assert all(squeezed(one.whom) in drawn for one in year.honours)
    for words in (
        str(len(end)),
        "Himmelfahrtsbesuch 2025",
        "Visite de l'Ascension 2025",
        "6.720,12 €",
        "Wir freuen uns auf Himmelfahrt.",
        "Stand auf dem Weihnachtsmarkt",
        "Boulefreunde",
    ):
        assert squeezed(words) in drawn, words
    assert "Unter 18" in text_of(document.pdf)
    assert squeezed("Gasthof Linde") not in drawn  # meetings of the committee are counted, not listed


def test_the_jubilee_year_as_a_document_to_write_in(reporting):
    found = find_paper("activity-report")
    options = read_options(found.options, {"language": "en", "year": "2024", "money": "no"})
    english = Locale.of("en")
    data = reporting.read(found.data, options, Scope(reporting.today), english)
    [signed, *jubilees] = data.year.news
    assert signed.papers
    assert 50 in {one.years for one in jubilees} or 50 in {one.years for one in data.year.news}
    written = Document(io.BytesIO(found.document(data, options, Tongues(english))))
    told = "\n".join(
        [one.text for one in written.paragraphs]
        + [cell.text for table in written.tables for row in table.rows for cell in row.cells]
    )
    assert "50 years of twinning" in told
    assert "22 people travelled" in told
    assert "Money in brief" not in told
    assert "133" in told  # the chart of members stands as a table
