# SPDX-License-Identifier: GPL-3.0-or-later
"""School and club links, and several associations, in the window."""

from hospes.domain.codes_twinning import LinkKind
from hospes.i18n.locale import Locale
from hospes.queries.links import links_of
from hospes.queries.resolve import twinning
from tests.ui.pages.hands import choose, write


def test_a_link_is_added_counted_and_taken_back(at):
    bond = at.app.read(twinning, "Montclair")

    def links():
        return at.app.read(links_of, bond, Locale.of("en"), at.app.today)

    at.go("twinning", id=bond.hex, tab="links")
    at.settle()
    assert "No school, club or parish is linked here yet." in at.words("twinning.area")
    at.click("twinning.link.new")
    choose(at, "twinning.link.kind", LinkKind.CHOIR.value)
    at.find("twinning.link.ours.0").setText("Liederkranz")
    at.click("twinning.link.add")
    at.settle()
    assert at.find("twinning.link.problem").text() == "A link needs a school or club on each side."
    at.find("twinning.link.theirs.0").setText("Chorale")
    at.click("twinning.link.add")
    at.settle()
    [one] = links()
    assert (one.kind, one.twinning.title) == (LinkKind.CHOIR, "Liederkranz – Chorale")
    assert "Liederkranz – Chorale" in at.words("twinning.schools")

    at.click(f"twinning.school.{one.id.hex}")
    at.settle()
    assert at.window.top.title.whole() == "Liederkranz – Chorale"
    assert at.page.tabs.buttons["links"].isHidden()
    for name, typed in (("year", "2025"), ("people", "38"), ("apprentices", "2")):
        at.find(f"twinning.exchange.{name}").setText(typed)
    at.click("twinning.exchange.add")
    at.settle()
    [one] = links()
    assert [(y.year, y.people, y.apprentices) for y in one.years] == [(2025, 38, 2)]
    assert "Last exchange: 2025" in at.words("twinning.link.facts")
    at.app.undo()
    at.app.undo()
    assert links() == ()


def test_one_of_several_associations_is_looked_at(at):
    chooser = at.window.top.association
    assert chooser.isHidden(), "one association needs no choice"
    at.go("settings", section="associations")
    write(at, "settings.associations.name", "Freundeskreis Ost", then=None)
    at.click("settings.associations.add")
    at.settle()
    chooser = at.window.top.association
    assert not chooser.isHidden()
    at.go("members")
    at.settle()
    every = at.page.table.model().rowCount()
    assert every > 1
    choose(at, "top.association", chooser.itemData(2))
    at.settle()
    assert at.page.table.model().rowCount() == 0
    assert at.find("top.association").currentText() == "Freundeskreis Ost"
    # Taking back its adding leads back to all there are.
    at.app.undo()
    at.settle()
    assert at.app.owner is None
    assert at.window.top.association.isHidden()
    assert at.page.table.model().rowCount() == every
