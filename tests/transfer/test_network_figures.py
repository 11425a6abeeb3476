# SPDX-License-Identifier: GPL-3.0-or-later
"""Yearly figures without names: out of one file, into the file of a network office, and on its paper."""

import json

import pytest

from hospes.actions.network_figures import BringInFigures
from hospes.app import App
from hospes.domain.network_figures import LEAST, Figure, IncomingFigures
from hospes.papers.base import Scope
from hospes.papers.making import draw, find_paper, gather, tabulate
from hospes.queries.network_figures import all_sent, yearly
from hospes.transfer.network_figures import write_figures
from hospes.transfer.network_figures_in import look_at
from hospes.transfer.reading import Unreadable
from tests import make
from tests.papers.reading import text_of


@pytest.fixture
def example(example_once):
    app = App.open(example_once, "x", read_only=True)
    yield app
    app.close()


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    app = make.founded(tmp_path_factory.mktemp("office") / "x.hospes")
    yield app
    app.close()


def written(path, **more):
    whole = {
        "format": "hospes-figures", "version": 1, "sender": "ab" * 16, "year": 2025, "country": "DE",
        "region": "Hessen", "size": "51-100", "least": 5, "made_on": "2026-01-10",
        "figures": {"members": 80, "women": None, "guests": 30},
    } | more  # fmt: skip
    path.write_text(json.dumps(whole), "utf-8")
    return path


def test_what_leaves_the_association_is_counted_and_tells_of_nobody(example, tmp_path):
    found = example.read(yearly, 2026, example.today)
    assert found.figures[Figure.MEMBERS] == 142
    assert not any(
        value is not None and 0 < value < LEAST
        for figure, value in found.figures.items()
        if figure not in (Figure.VISITS, Figure.EVENTS, Figure.TWINNINGS)
    )
    path = tmp_path / "f.hospes-figures"
    write_figures(path, found, example.today)
    text = path.read_text("utf-8")
    assert "Rosenau" not in text
    assert "Montclair" not in text
    (read,) = look_at([path])
    assert (read.year, read.size, read.figures["members"]) == (2026, "101-200", 142)
    assert example.read(yearly, 2026, example.today).sender == read.sender


def test_the_same_association_and_year_takes_the_place_and_undo_gives_it_back(office, tmp_path):
    one = look_at([written(tmp_path / "a.hospes-figures")])
    office.run(BringInFigures(tuple(one)))
    two = look_at([written(tmp_path / "b.hospes-figures", figures={"members": 90})])
    office.run(BringInFigures(tuple(two)))
    assert [row.sent.figures for row in office.read(all_sent)] == [{Figure.MEMBERS: 90}]
    office.undo()
    assert [row.sent.figures[Figure.MEMBERS] for row in office.read(all_sent)] == [80]
    office.undo()
    assert office.read(all_sent) == []


@pytest.mark.parametrize(
    "more",
    [
        {"format": "x"}, {"version": 2}, {"sender": "Rosenau"}, {"year": "2025"}, {"country": "Germany"},
        {"size": "about fifty"}, {"region": "x" * 500}, {"figures": {"members": -1}},
        {"figures": {"members": "80"}}, {"figures": [1]}, {"year": 20250},
    ],
)  # fmt: skip
def test_what_is_no_file_of_figures_is_refused(tmp_path, more):
    from hospes.transfer.network_figures import read
    from hospes.transfer.reading import GridOutput, ReadOptions

    with pytest.raises(Unreadable):
        read(written(tmp_path / "x.hospes-figures", **more), ReadOptions(), GridOutput())


def test_the_paper_sums_and_leaves_small_groups_out(office):
    many = tuple(
        IncomingFigures(
            f"{at:032x}", 2025, "DE" if at < 6 else "FR" if at < 8 else "PL", size="51-100",
            figures={"members": 80 + at, "visits": 2},
        )
        for at in range(9)
    )  # fmt: skip
    office.run(BringInFigures(many))
    paper = find_paper("network-figures")
    gathered = office.read(gather, paper, paper.options(language="en"), Scope(office.today))
    rows = {(row[0], row[1]): row for row in tabulate(gathered).rows}
    assert rows["All together", "All together"][2:4] == [9, sum(80 + at for at in range(9))]
    # France has two and Poland one: neither is shown, and nor is what would give their sum away with Germany.
    assert rows["By country", "France"][3] is None
    assert rows["By country", "Poland"][3] is None
    assert rows["By country", "Germany"][3] == sum(80 + at for at in range(6))
    words = text_of(draw(gathered).pdf)
    assert "9 associations" in words
    office.undo()
