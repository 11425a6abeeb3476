# SPDX-License-Identifier: GPL-3.0-or-later
"""Ids in order, rows by block, cells made once."""

from PySide6.QtCore import Qt

from hospes.i18n.locale import Locale
from hospes.ui.rows import BLOCK, BLOCKS_KEPT, Cell, Column, RowsModel


def model_of(count: int):
    asked: list[int] = []
    model = RowsModel(Locale.of("en"))
    model.set_columns(
        [
            Column("name", "Name", 200, lambda row, locale: Cell(row, "Host", initials="X")),
            Column("year", "Dues {year}", 80, lambda row, locale: row[-1], args=(("year", 2026),)),
        ]
    )

    def fetch(ids):
        asked.append(len(ids))
        return [f"Person {one}" for one in ids]

    model.set_rows(range(count), fetch)
    return model, asked


def test_only_what_is_looked_at_is_fetched(qapp):
    model, asked = model_of(100_000)
    assert asked == []
    assert model.row(54_321) == "Person 54321"
    model.cells(54_320)
    assert asked == [BLOCK]


def test_not_more_than_some_blocks_are_kept(qapp):
    model, _ = model_of(100_000)
    for block in range(BLOCKS_KEPT + 20):
        model.cells(block * BLOCK)
    assert len(model._rows) == BLOCKS_KEPT
    assert len(model._cells) <= BLOCKS_KEPT
    assert model.cells(0)[0].text == "Person 0"


def test_a_cell_is_made_once(qapp):
    made = []
    model = RowsModel(Locale.of("en"))
    model.set_columns([Column("name", "Name", 100, lambda row, locale: made.append(row) or row)])
    model.set_rows(["a"], list)
    for _ in range(5):
        model.data(model.index(0, 0))
    assert made == ["a"]


def test_ids_are_found_in_both_directions(qapp):
    model, _ = model_of(1000)
    assert model.place_of(700) == 700
    assert model.id_at(700) == 700
    assert model.place_of("gone") == -1


def test_a_row_that_is_gone_shows_dots_instead_of_failing(qapp):
    model = RowsModel(Locale.of("en"))
    model.set_columns([Column("name", "Name", 100, lambda row, locale: row.name)])
    model.set_rows(["gone"], lambda ids: [None for _ in ids])
    assert model.data(model.index(0, 0)) == "…"


def test_readers_hear_a_sentence(qapp):
    model, _ = model_of(10)
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.data(model.index(3, 0), role) == "Person 3, Host; Dues 2026: 3"
    assert model.data(model.index(3, 1), role) == "Dues 2026: 3"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Dues 2026"


def test_qt_finds_nothing_wrong_with_the_model(qtmodeltester):
    model, _ = model_of(300)
    qtmodeltester.check(model)
