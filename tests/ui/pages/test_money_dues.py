# SPDX-License-Identifier: GPL-3.0-or-later
"""Money ▸ Dues: how the year stands, in words and in the numbers of the chips, before and after payments."""

from hospes.actions.payments import RecordPayment
from hospes.domain.money import Money
from hospes.i18n.locale import Locale
from hospes.queries.dues import payer_rows

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
