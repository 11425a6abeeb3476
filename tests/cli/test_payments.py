# SPDX-License-Identifier: GPL-3.0-or-later
"""Payments out and in again, and papers about dues, without a window."""

import json

LIST = (
    "Nr;Name;Datum;Betrag;Zahlungsart;Jahr\n"
    ";Kessler, Dieter;20.4.2026;35,-;bar;2026\n"
    ";Erika Ludwig;21.4.2026;20,00;Überweisung;\n"
    ";Niemand Da;1.4.2026;3;bar;2026\n"
    ";Thoma, Marlies;1.4.2027;35;bar;2026\n"
)


def told(hospes, *words):
    done = hospes(*words, "--json")
    assert done.code == 0, done.err
    return json.loads(done.out)


def test_a_list_of_payments_comes_in_once(hospes, example, tmp_path):
    source = tmp_path / "zahlungen.csv"
    source.write_text(LIST, "utf-8")
    first = told(hospes, "import", example, source, "--kind", "payments")
    assert (first["read"], first["new"], first["known"]) == (4, 2, 0)
    assert {(one["row"], one["code"]) for one in first["rejected"]} == {
        (4, "payer-unknown"),
        (5, "day-unusable"),
    }
    again = told(hospes, "import", example, source, "--kind", "payments")
    assert (again["new"], again["known"]) == (0, 2)
    table = tmp_path / "dues.csv"
    assert hospes("paper", example, "dues-list", table, "--set", "which=open", "--language", "en").code == 0
    rows = [line.split(";") for line in table.read_text("utf-8-sig").splitlines()]
    open_ones = {row[0]: row[4] for row in rows[1:]}
    assert "Kessler, Dieter" not in open_ones
    assert open_ones["Ludwig, Erika"] == "15"
    assert len(open_ones) == 6


def test_what_goes_out_comes_in_as_known(hospes, example, tmp_path):
    out = tmp_path / "payments.csv"
    assert hospes("export", example, out, "--what", "payments").code == 0
    back = told(hospes, "import", example, out, "--kind", "payments", "--dry-run")
    assert back["new"] == 0
    assert back["known"] > 400


def test_reminders_of_one_person_and_receipts(hospes, example, tmp_path):
    letter = tmp_path / "letter.pdf"
    done = hospes("paper", example, "dues-reminder", letter, "--person", "Dieter Kessler")
    assert done.code == 0
    assert letter.read_bytes().startswith(b"%PDF")
    receipt = tmp_path / "receipt.pdf"
    assert hospes("paper", example, "dues-receipt", receipt, "--set", "receipt=2026-1").code == 0
