# SPDX-License-Identifier: GPL-3.0-or-later
"""The directory of links in the window: a list comes in, is counted, and stands beside what others state."""

from hospes.queries.directory import Wanted, link_ids
from tests import directory_lists


def links(at):
    return len(at.app.read(link_ids, Wanted()))


def test_a_list_comes_in_by_the_wizard_and_is_found_counted_and_taken_back(at, tmp_path, qtbot):
    made = directory_lists.made(60)
    path = tmp_path / "Partnerschaften.csv"
    path.write_text(directory_lists.as_csv(made.rows), "utf-8")
    at.go("import", kind="partnerships")
    assert at.there("import.source")
    at.find("import.source").setText("Ministerium")
    at.page.open_list(path)
    at.settle()
    assert not at.there("import.sameAddress")
    at.click("import.next")
    assert "60" in at.find("import.next").text()
    at.click("import.next")
    assert links(at) == 60
    at.click("import.next")
    table = at.find("directory.links").model()
    assert table.rowCount() == 60
    assert "Ministerium" in at.find("directory.count").text()

    town = made.rows[0][0]
    at.find("directory.words").setText(town.partition(" (")[0].lower())
    qtbot.waitUntil(lambda: 0 < table.rowCount() < 60)
    at.find("directory.words").clear()

    at.page.show_at(view="counts")
    at.settle()
    counts = at.find("directory.counts").model()
    assert counts.rowCount() == len(made.by_country)
    at.page.show_at(view="stated")
    at.settle()
    words = " ".join(at.find("directory.stated").model().sentence(row) for row in range(5))
    for stated in ("2,238", "RGRE, AFCCRE", f" {made.by_country['FR']}"):
        assert stated in words

    at.window.menus.actions["edit.undo"].trigger()
    at.settle()
    assert links(at) == 0


def test_a_number_others_state_is_corrected_and_never_kept_without_its_source(at):
    at.go("directory", view="stated")
    at.find("directory.stated").choose("slide-2024-fr-de")
    at.settle()
    at.find("directory.stated.count").setText("2.281")
    at.find("directory.stated.source").setText("")
    at.click("directory.stated.save")
    assert at.app.read(number_of, "slide-2024-fr-de") == 2238
    at.find("directory.stated.source").setText("DFI")
    at.click("directory.stated.save")
    assert at.app.read(number_of, "slide-2024-fr-de") == 2281
    at.window.menus.actions["edit.undo"].trigger()
    at.settle()
    assert at.app.read(number_of, "slide-2024-fr-de") == 2238


def number_of(connection, code):
    from hospes.queries.directory import stated

    return next(one.count for one in stated(connection, "en") if one.code == code)
