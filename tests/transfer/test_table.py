# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding the headings of a grid."""

from hospes.transfer.reading import Grid, Head
from hospes.transfer.table import table_of


def grid(*rows, form="csv"):
    return Grid(Head(form), [(number, list(row)) for number, row in enumerate(rows, 1)])


def test_the_heading_may_stand_on_a_later_line():
    table = table_of(
        grid(["Mitgliederliste 2026"], [], ["Stand: 1. April"], ["Name", "Ort"], ["Nowak", "Ulm"])
    )
    assert table.heading_row == 4
    assert table.headings == ("Name", "Ort")
    assert table.rows == [(5, ["Nowak", "Ulm"])]


def test_a_list_without_headings_gets_numbered_ones():
    table = table_of(grid(["Nowak", "12.03.1957", "a@example.org"], ["Weiß", "13.04.1960", "b@example.org"]))
    assert table.heading_row == 0
    assert len(table.rows) == 2
    assert table.headings == ("#1", "#2", "#3")


def test_equal_headings_are_told_apart_and_empty_ones_numbered():
    table = table_of(
        grid(["Name", "Telefon", "Telefon", ""], ["Nowak", "1", "2", "3"], ["Weiß", "1", "2", "3"])
    )
    assert table.headings == ("Name", "Telefon", "Telefon (2)", "#4")


def test_a_row_with_a_cell_too_many_is_told_and_left_out():
    table = table_of(grid(["Name", "Ort"], ["Nowak", "Ulm", "x"], ["Weiß", "Bonn"], ["Huber", "Wien", ""]))
    assert [(odd.row, odd.code) for odd in table.odds] == [(2, "row-ragged")]
    assert [number for number, _ in table.rows] == [3, 4]


def test_a_column_many_rows_have_counts_though_nothing_stands_over_it():
    rows = [[f"Name {n}", "Ulm", "extra"] for n in range(10)]
    table = table_of(grid(["Name", "Ort"], *rows))
    assert table.headings == ("Name", "Ort", "#3")
    assert len(table.rows) == 10
    assert table.odds == []


def test_rows_of_blanks_are_no_rows():
    table = table_of(grid(["Name", "Ort"], [" ", ""], ["Nowak", "Ulm"], [None, None]))
    assert [number for number, _ in table.rows] == [3]


def test_samples_are_different_values_from_the_top():
    table = table_of(
        grid(["Name", "Ort"], ["a", "Ulm"], ["b", "Ulm"], ["c", ""], ["d", "Bonn"], ["e", "Wien"])
    )
    assert table.samples(1) == ("Ulm", "Bonn", "Wien")


def test_the_row_of_headings_can_be_said():
    made = grid(["x", "y"], ["Vor", "Nach"], ["Anna", "Nowak"])
    assert table_of(made, 2).headings == ("Vor", "Nach")
    assert len(table_of(made, 0).rows) == 3


def test_headings_are_cleaned_like_every_text():
    assert table_of(grid(["No\0te", "Ort\u2028"], ["x", "Ulm"])).headings == ("Note", "Ort")
