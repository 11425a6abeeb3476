# SPDX-License-Identifier: GPL-3.0-or-later
"""`hospes backup`, `backups`, `restore`, and the backup `info` tells of."""

from hospes.app import App


def test_a_backup_without_a_target_is_listed_and_told(hospes, example):
    assert hospes("info", example, "--json").json["backup"] is None
    assert hospes("backups", example, "--json").json == []
    assert "no backup" in hospes("backups", example).out
    done = hospes("backup", example)
    assert (done.code, done.err) == (0, "")
    (one,) = hospes("backups", example, "--json").json
    told = hospes("info", example, "--json").json
    assert one["whole"] is True
    assert one["file"] in done.out
    assert one["file"].endswith(".hospes-backup")
    assert one["figures"]["members"] == told["members"]
    assert told["backup"] == {"day": one["day"], "file": one["file"], "made": one["made"]}
    assert one["file"] in hospes("backups", example).out


def test_a_target_is_written_exactly_and_never_over(hospes, example, tmp_path):
    target = tmp_path / "sub.hospes-backup"
    assert hospes("backup", example, target, "--today", "2026-04-27").code == 0
    assert target.exists()
    assert hospes("backups", example, "--json").json == []
    again = hospes("backup", example, target)
    assert again.code == 1
    assert again.err.startswith("hospes: ")
    assert again.err.count("\n") == 1


def test_going_back(hospes, example, tmp_path):
    target = tmp_path / "b.hospes-backup"
    hospes("backup", example, target, "--today", "2026-04-27")
    before = hospes("info", example, "--json").json["steps"]
    assert hospes("undo", example).code in {0, 1}
    csv = tmp_path / "list.csv"
    csv.write_text("given_name;family_name\nNeu;Zugang\n", "utf-8")
    assert hospes("import", example, csv).code == 0
    (first,) = hospes("backups", example, "--json").json  # made before the list came in
    done = hospes("restore", target, example)
    assert done.code == 0
    assert "27/04/2026" in done.out
    assert hospes("info", example, "--json").json["steps"] == before
    kept, again = hospes("backups", example, "--json").json
    assert kept["file"] in done.out
    assert again["file"] == first["file"]
    assert hospes("import", example, csv, "--dry-run").code == 0
    assert len(hospes("backups", example, "--json").json) == 2


def test_a_window_that_holds_the_file_keeps_it(hospes, example, tmp_path):
    target = tmp_path / "b.hospes-backup"
    app = App.open(example)
    try:
        assert hospes("backup", example, target).code == 0
        refused = hospes("restore", target, example)
        assert refused.code == 1
        assert refused.err.count("\n") == 1
    finally:
        app.close()


def test_what_is_no_backup_is_a_sentence(hospes, example, tmp_path):
    wrong = tmp_path / "b.hospes-backup"
    wrong.write_bytes(b"PK\x03\x04 nothing of ours")
    for words in (("restore", wrong, tmp_path / "n.hospes"), ("restore", tmp_path / "none", example)):
        done = hospes(*words)
        assert done.code == 1
        assert done.err.startswith("hospes: ")
        assert done.err.count("\n") == 1
    assert not (tmp_path / "n.hospes").exists()
    assert hospes("backup").code == 2
    assert hospes("backups", tmp_path / "none.hospes").code == 1


def test_what_can_be_read_of_a_damaged_file_comes_into_a_new_one(hospes, example, tmp_path):
    damaged, new = tmp_path / "damaged.hospes", tmp_path / "new.hospes"
    damaged.write_bytes(bytes(100) + example.read_bytes()[100:])
    assert hospes("info", damaged).code == 1
    done = hospes("salvage", damaged, new)
    assert (done.code, done.err) == (0, "")
    assert hospes("info", new, "--json").json["members"] == hospes("info", example, "--json").json["members"]
    again = hospes("salvage", damaged, new)
    assert again.code == 1
    assert again.err.count("\n") == 1
