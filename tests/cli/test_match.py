# SPDX-License-Identifier: GPL-3.0-or-later
"""`hospes match`: the contract of its JSON, applying as one step, running again, refusing."""

import re
from collections import Counter

import pytest
from pypdf import PdfReader

from hospes import solving
from hospes.app import App
from tests import hosting, make
from tests.hosting import UNPLACED

KEYS = {"guests", "placed", "unplaced", "score", "optimal", "bound", "seconds"}
PLACED = {"guest", "guest_id", "host", "host_id", "nights", "score", "reasons", "kept"}
HEX = re.compile(r"[0-9a-f]{32}\Z")


def snapshot(path):
    app = App.open(path, make.WHO, read_only=True)
    try:
        return make.snapshot(app)
    finally:
        app.close()


def board(path):
    app = App.open(path, make.WHO, read_only=True)
    try:
        return hosting.board_of(app, hosting.ascension(app))
    finally:
        app.close()


def new(told):
    return [one["guest"] for one in told["placed"] if not one["kept"]]


def test_all_five_get_a_host_and_it_is_proved(hospes, example):
    before = snapshot(example)
    done = hospes("match", example, "Ascension visit 2026", "--json")
    assert (done.code, done.err) == (0, "")
    told = done.json
    assert told.keys() >= KEYS
    assert told["guests"] == 34
    assert new(told) == UNPLACED
    assert told["unplaced"] == []
    assert (told["optimal"], told["bound"]) == (True, told["score"])
    assert told["seconds"] >= 0
    assert snapshot(example) == before


def test_each_placing_has_its_reasons_and_they_add_up(hospes, example):
    told = hospes("match", example, "2026", "--json").json
    for one in told["placed"]:
        assert one.keys() >= PLACED
        assert HEX.match(one["guest_id"])
        assert HEX.match(one["host_id"])
        assert one["nights"] == sorted(one["nights"])
        assert sum(reason["points"] for reason in one["reasons"]) == one["score"]
        assert all(reason["code"] and reason["text"] for reason in one["reasons"])
    assert sum(one["score"] for one in told["placed"]) == told["score"]
    claire = next(one for one in told["placed"] if one["guest"] == "Claire Dubois")
    assert (claire["host"], claire["nights"]) == ("Nowak", [f"2026-05-{day}" for day in (13, 14, 15, 16)])
    assert {"language", "interest", "children"} <= {reason["code"] for reason in claire["reasons"]}
    assert "Barbara speaks French" in {reason["text"] for reason in claire["reasons"]}


def test_no_night_has_more_guests_than_beds(hospes, example):
    told = hospes("match", example, "2026", "--replan", "--json").json
    beds = {home.household_id.hex: home.places for home in board(example).hosts}
    nights = Counter((one["host_id"], night) for one in told["placed"] for night in one["nights"])
    assert all(count <= beds[host] for (host, _), count in nights.items())


def test_the_conflict_is_told_but_not_what_is_secret(hospes, example):
    told = hospes("match", example, "2026", "--json").json
    (conflict,) = told["conflicts"]
    assert (conflict["guest"], conflict["host"]) == ("Anne Leroy", "Baumann")
    texts = [reason["text"] for one in told["placed"] for reason in one["reasons"]]
    assert not any("cat" in text.lower() or "allerg" in text.lower() for text in texts)


def test_applying_is_one_step_and_undone_as_one(hospes, example):
    before = snapshot(example)
    done = hospes("match", example, "2026", "--apply", "--json")
    assert done.json["applied"] is True
    assert board(example).counts.without == 0
    (step,) = hospes("history", example, "--limit", "1", "--json").json
    assert step["what"] == "Place 5 guests"
    assert hospes("undo", example).code == 0
    assert snapshot(example) == before


def test_running_again_keeps_everybody(hospes, example):
    first = hospes("match", example, "2026", "--apply", "--json").json
    again = hospes("match", example, "2026", "--apply", "--json").json
    assert new(again) == []
    assert again["moved"] == []
    assert again["score"] == first["score"]
    assert hospes("history", example, "--limit", "1", "--json").json[0]["what"] == "Place 5 guests"


def test_replanning_frees_who_is_not_kept_and_earns_more(hospes, example):
    careful = hospes("match", example, "2026", "--json").json
    free = hospes("match", example, "2026", "--replan", "--json").json
    assert free["score"] > careful["score"]
    assert free["conflicts"] == []
    assert "Anne Leroy" in free["moved"]
    hospes("match", example, "2026", "--replan", "--apply")
    after = board(example)
    assert after.counts.without == 0
    hosts = {card.id: card.name for card in after.hosts}
    placed = {card.name: hosts[card.offers[0]] for card in after.guests}
    assert placed == {one["guest"]: one["host"] for one in free["placed"]}


def test_people_read_sentences(hospes, example):
    said = hospes("match", example, "2026").out
    assert "34 of 34 guests have a host." in said
    assert "Claire Dubois with Nowak" in said
    assert "that is proved" in said
    assert "Nothing was changed." in said
    said = hospes("match", example, "2026", "--apply").out
    assert "`hospes undo` takes it back" in said
    assert "Everybody stays where they are." in hospes("match", example, "2026").out


def test_guests_left_over_are_no_failure(hospes, example):
    app = App.open(example, make.WHO)
    visit = hosting.ascension(app)
    from hospes.actions.offers import AnswerOffer
    from hospes.domain.codes_visit import OfferState

    for card in hosting.board_of(app, visit).hosts:
        if not card.guests:
            app.run(AnswerOffer(card.id, OfferState.NO))
    app.close()
    done = hospes("match", example, "2026", "--json")
    assert done.code == 0
    left = done.json["unplaced"]
    assert left
    assert {one["guest"] for one in left} <= set(UNPLACED)
    for one in left:
        assert HEX.match(one["guest_id"])
        assert one["reasons"]
        assert all(reason["code"] and reason["text"] for reason in (*one["reasons"], *one["would_help"]))
    assert done.json["guests"] == 34
    assert len(done.json["placed"]) + len(left) == 34


def test_it_reads_while_a_window_has_the_file_and_does_not_write(hospes, example):
    window = App.open(example, make.WHO)
    try:
        assert hospes("match", example, "2026", "--json").code == 0
        done = hospes("match", example, "2026", "--apply")
        assert done.code == 1
        assert done.err.startswith("hospes: ")
    finally:
        window.close()


def test_a_broken_off_search_leaves_the_file_as_it_was(hospes, example, monkeypatch):
    def broken_off(*args, **more):
        raise KeyboardInterrupt

    monkeypatch.setattr(solving, "plan_in_child", broken_off)
    before = snapshot(example)
    done = hospes("match", example, "2026", "--apply")
    assert (done.code, done.err) == (1, "hospes: Broken off. Nothing was changed.\n")
    assert snapshot(example) == before


@pytest.mark.parametrize(
    ("words", "code"),
    [(["1066"], 1), (["no such visit"], 1), (["visit"], 1), (["2026", "--seconds", "0"], 2), ([], 2)],
)
def test_what_is_wrong_is_said_in_one_line(hospes, example, words, code):
    done = hospes("match", example, *words)
    assert done.code == code
    assert done.err.startswith("hospes: ")
    assert done.err.count("\n") == 1


@pytest.mark.parametrize("text", ["Himmelfahrtsbesuch 2026", "visite de l'ascension 2026", "2026"])
def test_a_visit_is_named_in_any_language_or_by_its_year(hospes, example, text):
    assert hospes("match", example, text, "--json").json["guests"] == 34


def test_a_visit_in_german(hospes, example, monkeypatch):
    monkeypatch.setenv("HOSPES_LANGUAGE", "de")
    assert hospes("match", example, "2026", "--json").json["guests"] == 34


def test_a_visit_that_is_only_an_idea_has_nobody_to_place(hospes, example):
    told = hospes("match", example, "Advent market in Lipowiec", "--json").json
    assert (told["guests"], told["placed"], told["unplaced"], told["optimal"]) == (0, [], [], True)


def test_after_a_late_change_the_calls_are_told_apart_from_mending(hospes, example, tmp_path):
    from hospes.actions.offers import WithdrawOffer

    visit = ("--visit", "2026", "--language", "en")
    hospes("paper", example, "hosting-list", "list.pdf", "--remember", *visit)
    app = App.open(example, make.WHO)
    app.run(WithdrawOffer(hosting.home(hosting.board_of(app, hosting.ascension(app)), "Fischer").id))
    app.close()
    few = hospes("match", example, "2026", "--late")
    assert few.code == 0
    assert "calls to make" in few.out
    assert "Fischer: Jean-Luc Martin" in few.out
    assert "1 conflict from before stays" in few.out
    assert "With --mend conflicts from before are mended as well." in few.out
    assert "Anne Leroy" not in few.out
    told = hospes("match", example, "2026", "--late", "--mend", "--apply", "--json").json
    assert (told["applied"], told["earlier_conflicts"]) == (True, [])
    mends = {one.get("guest", one.get("host")) for one in told["calls"] if one["why"] == "mend"}
    assert "Anne Leroy" in mends
    change = [one for one in told["calls"] if one["why"] == "change"]
    assert few.out.splitlines()[0] == f"{len(change)} calls to make"
    hospes("paper", example, "visit-changes", "changes.pdf", *visit)
    said = "".join(page.extract_text() for page in PdfReader(tmp_path / "changes.pdf").pages)
    _, moved, mended = re.split(r"Moved because of a late change|Moved because their home did not fit", said)
    assert "Jean-Luc" in moved
    assert "Anne" in mended
    assert "Everybody stays where they are." in hospes("match", example, "2026", "--late").out
    assert hospes("match", example, "2026", "--mend").code == 2
    assert hospes("match", example, "2026", "--late", "--replan").code == 2
