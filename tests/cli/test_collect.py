# SPDX-License-Identifier: GPL-3.0-or-later
"""`hospes collect`, and bank statements through `hospes import --kind payments`, as whole calls."""

import json

STATEMENT = (
    "Buchungstag;Valutadatum;Name Zahlungsbeteiligter;IBAN Zahlungsbeteiligter;Verwendungszweck;Betrag\n"
    "20.04.2026;20.04.2026;Dieter Kessler;FR1420041010050500013M02606;Beitrag 2026;35,00\n"
    "21.04.2026;21.04.2026;Erika Ludwig;FR1420041010050500013M02606;Beitrag;20,00\n"
    "21.04.2026;21.04.2026;Niemand;FR1420041010050500013M02606;Miete;9,00\n"
)


def told(hospes, *words):
    done = hospes(*words, "--json")
    assert done.code == 0, done.err
    return json.loads(done.out)


def test_a_collection_tells_who_is_left_out_and_writes_nothing_when_it_is_refused(hospes, example, tmp_path):
    target = tmp_path / "out.xml"
    found = told(hospes, "collect", example, target, "--date", "2026-05-20", "--dry-run")
    assert (found["count"], found["schema"], found["step"]) == (0, "pain.008.001.08", None)
    assert {one["code"] for one in found["left_out"]} == {"no_mandate"}
    assert len(found["left_out"]) == 7
    for words in (["2026-05-20"], ["2026-04-30"], ["2026-05-23"]):
        refused = hospes("collect", example, target, "--date", *words)
        assert refused.code == 1
        assert refused.err.strip()
    assert hospes("collect", example, target, "--date", "tomorrow").code == 2
    assert not target.exists()


def test_a_statement_brings_what_is_sure_and_the_rest_when_told_to(hospes, example, tmp_path):
    source = tmp_path / "umsaetze.csv"
    source.write_text(STATEMENT, "cp1252")
    first = told(hospes, "import", example, source, "--kind", "payments")
    assert (first["read"], first["new"], first["doubtful"], first["unmatched"]) == (3, 1, 1, 1)
    again = told(hospes, "import", example, source, "--kind", "payments", "--doubtful", "add")
    assert (again["known"], again["new"], again["doubtful"]) == (1, 1, 0)
    last = told(hospes, "import", example, source, "--kind", "payments", "--doubtful", "add")
    assert (last["known"], last["new"], last["step"]) == (2, 0, None)
    early = hospes("import", example, source, "--kind", "payments", "--today", "2026-01-01")
    assert "3 rows cannot be read or are of days to come" in early.out
