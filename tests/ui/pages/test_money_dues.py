# SPDX-License-Identifier: GPL-3.0-or-later
"""Money ▸ Dues: how the year stands, in words and in the numbers of the chips, before and after payments."""

from PySide6.QtCore import QRegularExpression
from PySide6.QtWidgets import QWidget

from hospes.actions.members import EditMembership
from hospes.actions.payments import RecordPayment
from hospes.domain.money import Money
from hospes.i18n.locale import Locale
from hospes.queries.dues import account, payer_rows
from hospes.queries.member_history import memberships_of
from hospes.ui.widgets.choices import Tick
from tests.ui.pages.hands import write

FOR = QRegularExpression(r"money\.pay\.for\..*")
CHIPS = ("all", "open", "paid", "free")


def told(at):
    return at.find("money.summary").text(), [at.find(f"money.chips.{one}").text()[-1] for one in CHIPS]


def test_words_and_chips_say_how_the_year_stands(at):
    at.go("money", tab="dues")
    assert told(at) == ("2 open, €45.00", ["4", "2", "2", "0"])
    at.click("money.chips.open")
    assert "2 payers: €0.00 of €45.00 paid" in at.words()
    kessler, nowak = (
        row.payer
        for row in at.app.read(payer_rows, 2026, at.app.today, Locale.of("en"))
        if row.name in {"Kessler, Dieter", "Nowak, Barbara"}
    )
    at.app.run(RecordPayment(kessler, Money(500, "EUR")))
    at.settle()
    assert told(at) == ("2 open, €40.00", ["4", "2", "2", "0"])  # a part paid is still open
    at.app.run(RecordPayment(kessler, Money(3000, "EUR")))
    at.app.run(RecordPayment(nowak, Money(1000, "EUR")))
    at.settle()
    assert told(at) == ("Everybody has paid, €110.00", ["4", "0", "4", "0"])
    assert not at.find("money.remind").isEnabled()
    assert "Nobody here has open dues." in at.words()
    at.app.undo()
    at.settle()
    assert told(at) == ("1 open, €10.00", ["4", "1", "3", "0"])


def test_money_of_a_stranger_is_sent_to_the_journal_and_anybody_in_the_file_can_give(at):
    at.go("money", tab="dues", pay="new")
    at.find("money.pay.who").setText("Zoe Fremd")
    at.find("money.pay.amount").setText("20")
    at.click("money.pay.record")
    assert "Nobody here is called “Zoe Fremd”." in at.words()
    at.find("money.pay.who").setText("Markt, Jan")  # of the twin town, no member
    at.find("money.pay.purpose").choose("donation")
    at.click("money.pay.record")
    assert "€20.00 from Jan Markt recorded." in at.words()
    at.find("money.pay.who").setText("Zoe Fremd")
    at.find("money.pay.amount").setText("20")
    at.click("money.pay.record")
    at.click("money.pay.journal")
    assert at.find("money.tabs.journal").isChecked()


def test_what_somebody_owes_and_what_another_pays_for_them_are_told_apart(at):
    mine = at.app.read(memberships_of, at.world.dieter, at.app.today, "en")[0]
    at.app.run(EditMembership(mine.id, {"payer_person_id": at.world.barbara}))
    at.go("money", tab="dues", pay=f"person:{at.world.dieter.hex}")
    assert {tick.text().partition(":")[0] for tick in at.window.findChildren(Tick, FOR)} == {
        "Nowak, Barbara",
        "Kessler, Dieter",
    }


def test_dues_of_an_earlier_year_are_added_by_hand_and_undone(at):
    at.go("money", tab="dues")
    tab = at.page.tab
    row = next(
        one for one in at.app.read(payer_rows, 2026, at.app.today, Locale.of("en")) if "Nowak" in one.name
    )
    tab.pane.show_rows([row], 2026)
    at.settle()
    at.click("money.add")
    at.find("money.add.year").setText("2024")
    at.find("money.add.amount").setText("12,50")
    at.click("money.add.go")
    (added,) = [
        line
        for line in at.app.read(account, row.payer, at.app.today, Locale.of("en")).lines
        if line.year == 2024
    ]
    assert added.amount == Money(1250, "EUR")
    assert at.said() == f"{row.name} owes €12.50 for 2024."
    tab.pane.show_rows([row], 2026)
    at.settle()
    changes = [
        one
        for one in at.window.findChildren(QWidget, "money.dues.change")
        if one.property("amount") == "12.50"
    ]
    changes[0].click()
    at.settle()
    write(at, "money.dues.amount", "15")
    assert at.said() == "The amount is changed."
    lines = at.app.read(account, row.payer, at.app.today, Locale.of("en")).lines
    assert [line.amount for line in lines if line.year == 2024] == [Money(1500, "EUR")]
    at.app.undo()
    at.app.undo()
    assert 2024 not in {
        line.year for line in at.app.read(account, row.payer, at.app.today, Locale.of("en")).lines
    }
