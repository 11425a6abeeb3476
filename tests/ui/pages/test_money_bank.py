# SPDX-License-Identifier: GPL-3.0-or-later
"""Money ▸ Bank: a mandate, a collection to its file, its money and a return; a statement; all with Undo."""

from datetime import date

from PySide6.QtWidgets import QFileDialog

from hospes.actions.association import EditAssociation
from hospes.actions.collections import NewDebit, RecordCollection
from hospes.actions.mandates import AddMandate
from hospes.domain.codes import DuesState
from hospes.domain.payers import Payer, PayerKind
from hospes.i18n.locale import Locale
from hospes.queries.collections import collection_items, collections, mandate_lines
from hospes.queries.dues import payer_rows
from hospes.store.tables.collections import Collection
from tests import make

ENGLISH = Locale.of("en")


def state(at, person):
    rows = at.app.read(payer_rows, 2026, at.app.today, ENGLISH)
    return next(row.state for row in rows if row.payer.id == person)


def codes(combo):
    return [code for code, _ in combo._options]


def lines(at):
    return at.app.read(collections, at.app.today)


BACK = (
    "Buchungstag;Valutadatum;Name Zahlungsbeteiligter;Buchungstext;Verwendungszweck;Betrag;Waehrung\n"
    "24.04.2026;24.04.2026;;RUECKLASTSCHRIFT;EREF: {reference} AC04 KONTO AUFGELOEST;-38,00;EUR\n"
)


def test_from_mandate_to_a_debit_that_came_back(at, tmp_path, monkeypatch, qtbot):
    at.go("money", tab="bank", mandate=f"person:{at.world.dieter.hex}")
    before = len(at.app.read(mandate_lines, at.app.today, ENGLISH))
    at.find("bank.mandate.iban").setText("DE46 9999 9999 1000 0000 38")
    at.click("bank.mandate.add")
    assert "This is no IBAN" in at.words()
    at.find("bank.mandate.iban").setText("DE46 9999 9999 1000 0000 37")
    at.find("bank.mandate.signed").setText("7.1.2026")
    at.click("bank.mandate.add")
    assert len(at.app.read(mandate_lines, at.app.today, ENGLISH)) == before + 1
    assert at.find("bank.look.name").text() == "Kessler, Dieter"
    assert at.find("bank.mandates").hasFocus(), "the form that had the keyboard is gone"

    at.click("bank.collect")
    assert at.there("bank.collect.noCreditor")
    at.app.run(
        EditAssociation(at.world.own, {"creditor_id": "DE98ZZZ09999999999", "iban": "DE59999999994711000001"})
    )
    at.settle()
    assert "Collect €35.00 from 1 payer" in at.find("bank.collect.do").text()
    at.click("bank.collect.do")
    made = lines(at)[0]
    assert (made.count, made.total) == (1, 3500)
    target = tmp_path / "out.xml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    at.click("bank.collection.save")
    assert b'<InstdAmt Ccy="EUR">35.00</InstdAmt>' in target.read_bytes()
    assert not at.there("bank.collection.book")

    make.do(at.app, lambda w: setattr(w.must(Collection, made.id), "due_on", date(2026, 4, 20)))
    at.settle()
    at.find("bank.collection.book").setFocus()
    at.click("bank.collection.book")
    assert at.find("bank.collections").hasFocus(), "the button is gone, and the keyboard goes on in the list"
    assert state(at, at.world.dieter) is DuesState.PAID
    item = next(iter(at.page.tab.collection._ticks.values()))
    item.setChecked(True)
    at.find("bank.return.fee").setText("3,50")
    at.click("bank.return.do")
    assert state(at, at.world.dieter) is DuesState.OPEN
    assert lines(at)[0].fees == 350
    at.app.undo()
    at.settle()
    assert state(at, at.world.dieter) is DuesState.PAID

    # The bank's statement names the debit: looked at, brought in with its reason and fee, and known then.
    (debit,) = at.app.read(collection_items, made.id, ENGLISH)
    source = tmp_path / "back.csv"
    source.write_text(BACK.format(reference=debit.reference), "utf-8")
    at.go("money", tab="bank", statement=True, file=str(source))
    qtbot.waitUntil(lambda: at.there("bank.lot.back"), timeout=20_000)
    assert "Kessler, Dieter: the bank names this very debit" in at.find("bank.back.why.2").text()
    assert "Fee of the bank: €3.00." in at.find("bank.back.why.2").text()
    assert at.find("bank.back.reason.2").code() == "AC04"
    assert at.find("bank.statement.do").text() == "Bring in 1 line"
    assert at.find("bank.back.2").hasFocus(), "the entries are looked at before the button is pressed"
    at.click("bank.statement.do")
    assert "1 debit came back; the dues are open again." in at.words()
    assert state(at, at.world.dieter) is DuesState.OPEN
    assert (lines(at)[0].returned, lines(at)[0].fees) == (1, 300)
    (mandate,) = [one for one in at.app.read(mandate_lines, at.app.today, ENGLISH) if one.ended_on]
    assert mandate.ended_on == date(2026, 4, 24)
    at.go("money", tab="bank", statement=True, file=str(source))
    qtbot.waitUntil(lambda: "1 entry is in the file already." in at.words(), timeout=20_000)
    assert not at.there("bank.lot.back")
    at.app.undo()
    assert state(at, at.world.dieter) is DuesState.PAID


SUM = (
    "Buchungstag;Valutadatum;Name Zahlungsbeteiligter;Buchungstext;Verwendungszweck;Betrag;Waehrung\n"
    "24.04.2026;24.04.2026;;RUECKLASTSCHRIFT;Sammel ohne Angaben;-76,00;EUR\n"
)


def test_several_debits_of_one_sum_are_chosen_and_come_back_in_one_step(at, tmp_path, qtbot):
    iban = "DE46999999991000000037"
    at.app.run(EditAssociation(at.world.own, {"creditor_id": "DE98ZZZ09999999999", "iban": iban}))
    for payer in (Payer(PayerKind.PERSON, at.world.dieter), Payer(PayerKind.HOUSEHOLD, at.world.home)):
        at.app.run(AddMandate(payer, iban, date(2026, 1, 7)))
    debits = [NewDebit(one.id, 3500) for one in at.app.read(mandate_lines, at.app.today, ENGLISH)]
    made = at.app.run(RecordCollection(2026, date(2026, 5, 20), tuple(debits[:2]))).result
    make.do(at.app, lambda w: setattr(w.must(Collection, made), "due_on", date(2026, 4, 20)))
    source = tmp_path / "sum.csv"
    source.write_text(SUM)
    at.go("money", tab="bank", statement=True, file=str(source))
    qtbot.waitUntil(lambda: at.there("bank.lot.back"), timeout=20_000)
    assert not at.find("bank.statement.do").isEnabled()
    choice = at.find("bank.back.2")
    choice.setCurrentIndex(choice.findData("several"))
    choice.picked.emit("several")
    add = at.find("bank.back.add.2")
    for one in at.app.read(collection_items, made, ENGLISH):
        assert "Fee of the bank" not in at.find("bank.back.sum.2").text()
        add.picked.emit(one.id.hex)
    assert at.find("bank.back.sum.2").text() == "2 debits, €70.00 together. Fee of the bank: €6.00."
    at.click("bank.back.drop.2.0")
    assert "€41.00 is still missing" in at.find("bank.back.sum.2").text()
    assert not at.find("bank.statement.do").isEnabled()
    add.picked.emit(
        next(one.id.hex for one in at.app.read(collection_items, made, ENGLISH) if one.id.hex in codes(add))
    )
    at.click("bank.statement.do")
    assert "2 debits came back; the dues are open again." in at.words()
    assert (lines(at)[0].returned, lines(at)[0].fees) == (2, 600)
    at.app.undo()
    assert lines(at)[0].returned == 0


STATEMENT = (
    "Buchungstag;Valutadatum;Name Zahlungsbeteiligter;IBAN Zahlungsbeteiligter;Verwendungszweck;Betrag;"
    "Waehrung\n"
    "20.04.2026;20.04.2026;Dieter Kessler;DE46999999991000000037;Beitrag 2026;35,00;EUR\n"
    "21.04.2026;21.04.2026;Niemand;DE46999999991000000037;Miete;9,00;EUR\n"
)


def test_a_statement_comes_in_once_and_undo_takes_it_back(at, tmp_path, qtbot):
    source = tmp_path / "umsaetze.csv"
    source.write_text(STATEMENT, "utf-8")
    at.go("money", tab="bank", statement=True, file=str(source))
    qtbot.waitUntil(lambda: at.there("bank.lot.sure"), timeout=20_000)
    assert at.there("bank.lot.unknown")
    assert at.find("bank.statement.do").text() == "Bring in 1 payment, €35.00"
    at.click("bank.statement.do")
    assert state(at, at.world.dieter) is DuesState.PAID
    at.go("money", tab="bank", statement=True, file=str(source))
    qtbot.waitUntil(lambda: at.there("bank.lot.unknown"), timeout=20_000)
    assert not at.there("bank.lot.sure")
    assert "1 entry is in the file already." in at.words()
    at.app.undo()
    assert state(at, at.world.dieter) is DuesState.OPEN
