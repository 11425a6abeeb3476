# SPDX-License-Identifier: GPL-3.0-or-later
"""Guests, hosts, plans and the partner's file on the command line, on the example."""

import csv
import json
import zipfile

import pytest

from tests.transfer import french

V = "Ascension visit 2026"


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "liste.csv"
    path.write_bytes(french.as_csv())
    return path


def table(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def test_sixty_guests_and_undo(hospes, example, source):
    dry = hospes("import", example, source, "--kind", "guests", "--visit", V, "--dry-run", "--json")
    assert dry.json["step"] is None
    done = hospes("import", example, source, "--kind", "guests", "--visit", V, "--json")
    said = done.json
    assert (said["read"], said["new"], said["rejected"], said["encoding"]) == (60, 60, [], "cp1252")
    assert said["columns"]["diet"] == "Régime"
    assert len(said["added"]) == 60
    again = hospes("import", example, source, "--kind", "guests", "--visit", V, "--json").json
    assert (again["new"], again["known"], again["step"]) == (0, 60, None)
    # Those of the example are not on the list: said, and left as they are.
    assert len(again["removed"]) == 34
    assert hospes("undo", example).code == 0
    assert hospes("check", example).code == 0


def test_guests_without_a_visit_are_a_wrong_call(hospes, example, source):
    assert hospes("import", example, source, "--kind", "guests").code == 2


def test_what_went_out_is_all_known_when_it_comes_back(hospes, example, tmp_path):
    """Patronymics and national numbers of another country too."""
    for kind, count in (("members", 142), ("guests", 34), ("hosts", 21)):
        visit = [] if kind == "members" else ["--visit", V]
        hospes("export", example, tmp_path / f"{kind}.csv", "--what", kind, *visit)
        back = hospes(
            "import", example, tmp_path / f"{kind}.csv", "--kind", kind, *visit, "--dry-run", "--json"
        ).json
        assert (back["known"], back["new"], back["doubtful"]) == (count, 0, 0), kind


@pytest.mark.parametrize(("ending", "language"), [("csv", "pl"), ("xlsx", "fr"), ("ods", "de")])
def test_a_round_trip_of_guests_and_hosts(hospes, example, tmp_path, ending, language):
    """Out of the example, into a new file, out again: the same tables (decision 41)."""
    other = tmp_path / "b.hospes"
    hospes(
        "new",
        other,
        "--name",
        "V",
        "--town",
        "Rosenau",
        "--country",
        "DE",
        "--partner",
        "Montclair-sur-Loire:FR",
    )
    (tmp_path / "v.csv").write_text(
        "title;start;end;direction;place;partner_town;partner_country\n"
        f"{V};2026-05-13;2026-05-17;incoming;Rosenau;Montclair-sur-Loire;FR\n"
    )
    hospes("import", other, tmp_path / "v.csv", "--kind", "visits")
    spoken = ["--language", language] if language else []
    for kind in ("hosts", "guests"):
        whole = ["--what", kind, "--visit", V, "--with-health", "--with-confidential"]
        moved = tmp_path / f"{kind}.{ending}"
        assert hospes("export", example, moved, *whole, *spoken).code == 0
        done = hospes("import", other, moved, "--kind", kind, "--visit", V, "--doubtful", "add", "--json")
        assert done.json["rejected"] == []
        assert done.json["unknown"] == []
        before, after = tmp_path / f"{kind}1.csv", tmp_path / f"{kind}2.csv"
        hospes("export", example, before, *whole)
        hospes("export", other, after, *whole)
        one, two = table(before), table(after)
        key = lambda each: (each["family_name"], each["given_name"])  # noqa: E731 - a short name for a sort
        differing = [
            (name, a[name], b[name])
            for a, b in zip(sorted(one, key=key), sorted(two, key=key), strict=True)
            for name in a
            if a[name] != b[name] and name not in ("guardian",)
        ]
        assert differing == []


def test_health_stays_in_the_file_unless_asked_for(hospes, example, tmp_path):
    hospes("export", example, tmp_path / "a.csv", "--what", "guests", "--visit", V)
    hospes("export", example, tmp_path / "b.csv", "--what", "guests", "--visit", V, "--with-health")
    plain, full = table(tmp_path / "a.csv"), table(tmp_path / "b.csv")
    assert {row["diet"] for row in plain} == {""}
    assert {row["animal_allergies"] for row in plain} == {""}
    assert "vegetarian" in {row["diet"] for row in full}


def test_who_sleeps_where_and_the_visits(hospes, example, tmp_path):
    said = hospes("export", example, tmp_path / "p.csv", "--what", "placements", "--visit", V, "--json").json
    assert said["rows"] == len(table(tmp_path / "p.csv")) >= 29
    hospes("export", example, tmp_path / "v.csv", "--what", "visits")
    rows = {row["title"]: row for row in table(tmp_path / "v.csv")}
    assert rows[V]["direction"] == "incoming"
    assert rows[V]["partner_country"] == "FR"


def test_the_file_for_the_partner(hospes, example, tmp_path):
    target = tmp_path / "t.hospes-visit"
    done = hospes("export", example, target, "--visit", V)
    assert done.code == 0
    assert "18 hosts" in done.out
    with zipfile.ZipFile(target) as packed:
        plain = json.loads(packed.read("visit.json"))
    assert plain["hospes_visit"] == 1
    assert plain["programme"]
    assert {"de", "fr"} <= set(plain["programme"][0]["texts"])
    same = hospes("import", example, target, "--visit", V, "--json").json
    assert (same["new"], same["step"]) == (0, None)
    assert hospes("import", example, target).code == 2
    target.write_bytes(b"PK\x03\x04nothing")
    bad = hospes("import", example, target, "--visit", V)
    assert bad.code == 1
    assert bad.err.startswith("hospes: ")


def test_headings_in_a_language_nobody_has_are_refused(hospes, example, tmp_path):
    done = hospes("export", example, tmp_path / "a.csv", "--what", "guests", "--visit", V, "--language", "xx")
    assert done.code == 1
    assert "“xx”" in done.err
    assert not (tmp_path / "a.csv").exists()


def test_wrong_calls_are_told_in_the_language_of_messages(hospes, example, source, monkeypatch):
    monkeypatch.setenv("HOSPES_LANGUAGE", "de")
    done = hospes("import", example, source, "--kind", "guests")
    assert done.code == 2
    assert "Besuch" in done.err
