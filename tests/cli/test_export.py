# SPDX-License-Identifier: GPL-3.0-or-later
"""`hospes export`: what is written, in which form, and what comes back by `hospes import`."""

import csv
import hashlib
import json

import pytest

from hospes.transfer.fields import STANDARD


def table(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";"))


def test_members_have_the_headings_of_the_product_in_order(hospes, example, tmp_path):
    target = tmp_path / "m.csv"
    done = hospes("export", example, target, "--what", "members", "--json")
    assert done.code == 0
    assert done.json["rows"] == 142
    rows = table(target)
    assert tuple(rows[0]) == STANDARD
    assert len(rows) == 143


def test_headings_in_another_language(hospes, example, tmp_path):
    target = tmp_path / "m.csv"
    hospes("export", example, target, "--what", "members", "--language", "de")
    assert table(target)[0][2:4] == ["Vorname", "Nachname"]


@pytest.mark.parametrize("ending", ["csv", "xlsx", "ods", "json"])
def test_the_example_comes_back_equal_in_every_form(hospes, example, tmp_path, ending):
    first, back, target = tmp_path / "m0.csv", tmp_path / "m1.csv", tmp_path / f"m.{ending}"
    hospes("export", example, first, "--what", "members")
    hospes("export", example, target, "--what", "members")
    hospes("new", "b.hospes", "--name", "V", "--town", "Rosenau", "--country", "DE")
    said = hospes("import", "b.hospes", target, "--json", "--today", "2026-04-27").json
    assert (said["new"], said["rejected"]) == (142, [])
    hospes("export", "b.hospes", back, "--what", "members", "--today", "2026-04-27")
    assert table(back) == table(first)


def test_contacts_and_cards(hospes, example, tmp_path):
    target = tmp_path / "c.vcf"
    done = hospes("export", example, target, "--what", "contacts", "--json").json
    assert target.read_text(encoding="utf-8").count("BEGIN:VCARD") == done["rows"]
    assert done["rows"] == hospes("info", example, "--json").json["contacts"]


def test_everything_comes_back_equal(hospes, example, tmp_path):
    first, back = tmp_path / "a.json", tmp_path / "b.json"
    assert hospes("export", example, first, "--what", "everything").code == 0
    hospes("new", "b.hospes", "--name", "V", "--town", "Rosenau", "--country", "DE")
    assert hospes("import", "b.hospes", first).code == 0
    hospes("export", "b.hospes", back, "--what", "everything", "--today", "2026-04-27")
    assert json.loads(back.read_text("utf-8")) == json.loads(first.read_text("utf-8"))
    assert hospes("check", "b.hospes").code == 0
    assert hospes("undo", "b.hospes").code == 0


def test_a_filter(hospes, example, tmp_path):
    target = tmp_path / "m.csv"
    hospes("export", example, target, "--what", "members", "--filter", "dues:open")
    assert 0 < len(table(target)) - 1 < 20


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("m.pdf", "--what", "members"), 1),
        (("m.pdf", "--what", "payments"), 1),
        (("m.csv", "--what", "guests"), 1),
        (("m.pdf", "--what", "visits"), 1),
        (("gone/m.csv", "--what", "members"), 1),
        (("m.csv", "--what", "shoes"), 2),
        (("m.csv",), 2),
        (("m.csv", "--what", "members", "--filter", "shoe:38"), 1),
    ],
)
def test_refusals(hospes, example, words, code):
    done = hospes("export", example, *words)
    assert done.code == code
    assert done.err.startswith("hospes: ")
    assert done.err.count("\n") == 1


def test_the_file_stays_as_it_was(hospes, example, tmp_path):
    before = hashlib.sha256(example.read_bytes()).hexdigest()
    hospes("export", example, tmp_path / "m.xlsx", "--what", "members")
    assert hashlib.sha256(example.read_bytes()).hexdigest() == before
