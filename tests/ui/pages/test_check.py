# SPDX-License-Identifier: GPL-3.0-or-later
"""Check the records: found, opened, mended, called right."""

from sqlalchemy import text


def spoil(at):
    with at.app.engine.write() as connection:
        connection.execute(
            text(
                "UPDATE address SET postcode = '62345', country = 'PL' "
                "WHERE id = (SELECT min(id) FROM address WHERE postcode != '')"
            )
        )
    at.app.renew_search()


def lines(at):
    model = at.page.table.model()
    return [str(model.index(row, 1).data()) for row in range(model.rowCount())]


def choose(at, words):
    (row,) = [number for number, line in enumerate(lines(at)) if words in line]
    at.page.table.choose(row)
    at.settle()


def test_a_doubt_is_mended_undone_and_called_right(at):
    spoil(at)
    at.go("check")
    words = "is written “62-345” in its country"
    choose(at, words)
    at.click("check.cure")
    assert not [one for one in lines(at) if words in one]
    at.window.acts.undo()  # shows where something was undone
    at.settle()
    at.go("check")
    choose(at, words)
    at.click("check.open")
    assert at.window.place in {"person", "household"}
    at.go("check")
    choose(at, words)
    at.click("check.right")
    assert not [one for one in lines(at) if words in one]


def test_a_search_that_is_old_is_made_anew(at):
    with at.app.engine.write() as connection:
        connection.execute(text("UPDATE search_entry SET text = 'x' WHERE kind = 'person'"))
    at.go("check")
    choose(at, "The search does not know")
    assert not at.there("check.right")
    at.click("check.cure")
    assert not [one for one in lines(at) if "The search" in one]
    at.click("check.thorough")
