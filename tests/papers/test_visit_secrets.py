# SPDX-License-Identifier: GPL-3.0-or-later
"""Confidential wishes and health notes never leak (REQ-2-08): every paper of a visit is read for them."""

import io

import pytest
from docx import Document

from hospes.domain.errors import UserError
from hospes.papers import PAPERS
from hospes.papers.base import Needs
from hospes.papers.making import draw, editable, find_paper, tabulate
from hospes.papers.options import OptionKind
from tests.papers.printing import gathered
from tests.papers.reading import quick_text, squeezed
from tests.papers.visiting import FOR_LEADERS, SECRET, SHARED, draw_places, visit_of

OF_VISITS = [one.code for one in PAPERS if one.needs is Needs.VISIT]

HEALTH = {"emergency-sheet": {"health"}}
"""Ticks that show health notes on purpose; everything else may be ticked."""


def all_ticked(code):
    """Every tick and every several, but for health."""
    given = {}
    for option in find_paper(code).options.described():
        if option.kind is OptionKind.TICK and option.name not in HEALTH.get(code, set()):
            given[option.name] = "yes"
    return given


READ = {}
"""What was read already: the file is the same for all tests but one."""


def everything(app, code, **options):
    """All text a paper gives: its PDF, its table, its document."""
    key = (app.path.name, code, *sorted(options.items()), app.read_only)
    if key not in READ:
        READ[key] = read_all(app, code, **options)
    return READ[key]


def read_all(app, code, **options):
    ready = gathered(app, code, visit=visit_of(app), language="de", **options)
    found = squeezed(quick_text(draw(ready).pdf))
    paper = find_paper(code)
    if paper.is_list:
        found += "".join(str(value) for row in tabulate(ready).rows for value in row)
    if paper.editable:
        document = Document(io.BytesIO(editable(ready)))
        found += "".join(one.text for one in document.paragraphs)
        found += "".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return found


@pytest.mark.parametrize("code", OF_VISITS)
def test_nothing_secret_stands_on_a_paper(visiting, code):
    assert SECRET not in everything(visiting, code)


@pytest.mark.parametrize("code", OF_VISITS)
def test_nothing_secret_stands_on_a_paper_with_everything_ticked(visiting, code):
    assert SECRET not in everything(visiting, code, **all_ticked(code))


@pytest.mark.parametrize("order", ["guest", "host", "delegation"])
def test_nothing_about_food_or_health_stands_on_the_hosting_list(visiting, order):
    text = everything(visiting, "hosting-list", order=order, phones="yes", rooms="yes", reserve="yes")
    assert SHARED not in text


@pytest.mark.parametrize("scheme", ["general", "eu", "dfjw", "dpjw", "municipal"])
def test_nothing_about_food_or_health_lies_open_on_a_list_to_sign(visiting, scheme):
    text = everything(visiting, "participants-list", scheme=scheme)
    assert SHARED not in text
    assert SECRET not in text


def test_hosts_read_what_their_guests_agreed_to_tell(visiting):
    text = everything(visiting, "host-sheet")
    for part in ("Diaet", "Tiere", "Angst", "Allergie"):
        assert f"{SHARED}{part}" in text
    assert SHARED not in everything(visiting, "host-sheet", care="no")


def test_only_papers_made_for_it_tell_what_was_agreed(visiting):
    telling = {code for code in OF_VISITS if SHARED in everything(visiting, code, **all_ticked(code))}
    assert telling == {"host-sheet", "catering-counts"}


def test_health_notes_stand_on_the_emergency_sheet_when_ticked(visiting):
    assert FOR_LEADERS not in everything(visiting, "emergency-sheet")
    text = everything(visiting, "emergency-sheet", health="yes")
    assert FOR_LEADERS in text
    # Without a consent that stands, or after its last day, a note is told to nobody.
    for part in ("OhneEinwilligung", "Widerrufen", "Abgelaufen"):
        assert f"{SECRET}{part}" not in text
    assert "Confidential" in text or "Vertraulich" in text


def test_the_record_of_a_draw_tells_names_and_lots_only(changing):
    draw_places(changing, visit_of(changing))
    text = everything(changing, "draw-record")
    assert SECRET not in text
    assert SHARED not in text


def test_a_paper_of_a_visit_asks_for_the_visit(visiting):
    with pytest.raises(UserError) as refused:
        gathered(visiting, "hosting-list")
    assert refused.value.code == "visit-needed"
