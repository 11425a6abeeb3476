# SPDX-License-Identifier: GPL-3.0-or-later
"""`hospes costs` and `hospes funding`: who pays what, sharing to the cent, schemes and what they pay."""

import json

import pytest


def test_costs_are_told_shared_on_trial_and_kept_in_one_step(hospes, example):
    before = hospes("costs", example, "2026", "--json").json
    assert before["costs"]["planned"] == "6400.00 EUR"
    asked = ("costs", example, "2026", "--share", "--among", "hosts", "--json")
    trial = hospes(*asked)
    shares = trial.json["shared"]["shares"]
    assert {one["kind"] for one in shares} == {"person", "host"}
    assert cents(one["amount"] for one in shares) == cents([before["unshared"]])
    assert hospes("costs", example, "2026", "--json").json == before
    done = hospes(*asked, "--apply").json
    assert done["missing"] == "0.00 EUR"
    assert done["shared"]["shares"] == shares
    assert sum(one["kind"] == "host" for one in done["payers"]) > 1
    assert hospes("undo", example).code == 0
    assert hospes("costs", example, "2026", "--json").json == before
    told = hospes("costs", example, "2026", "--share", "10", "--among", "associations").out
    assert "€5.00" in told
    assert "Nothing was changed." in told
    assert "still missing" in hospes("costs", example, "2026").out
    assert hospes("costs", example, "2026", "--apply").code == 2


def cents(amounts):
    return sum(round(float(one.split()[0]) * 100) for one in amounts)


def test_schemes_are_listed_corrected_and_computed(hospes, example):
    known = {one["scheme"]: one for one in hospes("funding", example, "--json").json}
    assert known["dfjw"]["rates"][1] == {"from": "2024-01-01", "to": None}
    path = "rates/2024-01-01/travel/value"
    asked = ("funding", example, "dfjw", "--visit", "2026", "--km", "600")
    found = hospes(*asked, "--json").json
    assert found["estimate"]["lines"][0]["code"] == "travel"
    assert {one["light"] for one in found["estimate"]["checks"]} <= {"red", "amber", "green"}
    changed = hospes(*asked, "--correct", f"{path}=0,32", "--source", "letter", "--json").json
    (figure,) = (one for one in changed["figures"] if one["path"] == path)
    assert (figure["value"], figure["shipped"], figure["source"]) == ("0.32", "0.16", "letter")
    both = [cents([one["estimate"]["lines"][0]["amount"]]) for one in (found, changed)]
    assert both[1] == 2 * both[0] > 0
    assert "It would pay" in hospes(*asked).out
    assert hospes("funding", example, "dfjw", "--correct", f"{path}=").code == 0
    assert f"{path} = 0.16" in hospes("funding", example, "DFJW").out
    assert hospes("funding", example, "nothing of the kind").code == 1
    assert hospes("funding", example, "--visit", "2026").code == 2


def test_rules_go_to_another_association_and_what_differs_is_told_before_they_come_in(
    hospes, example, tmp_path
):
    rules = tmp_path / "town.hospes-rules"
    assert hospes("funding", example, "dfjw", "--give", rules).code == 0
    assert hospes("funding", example, "dfjw", "--give", tmp_path / "town.json").code == 2
    found = hospes("funding", example, "--bring-in", rules, "--json").json
    assert (found["new"], found["step"]) == (True, None)
    assert len(found["differences"]) > 10
    assert "Nothing was changed." in hospes("funding", example, "--bring-in", rules).out
    assert hospes("funding", example, "--bring-in", rules, "--apply").code == 0
    own = [one for one in hospes("funding", example, "--json").json if one["own"]]
    assert "Nothing is different." in hospes("funding", example, "--bring-in", rules).out
    whole = json.loads(rules.read_text("utf-8"))
    whole["scheme"]["rates"][-1]["cap"] = "777"
    rules.write_text(json.dumps(whole), "utf-8")
    (one,) = hospes("funding", example, "--bring-in", rules, "--apply", "--json").json["differences"]
    assert (one["what"], one["after"]) == ("Limit for a project", "777")
    assert len([one for one in hospes("funding", example, "--json").json if one["own"]]) == len(own)
    assert hospes("undo", example).code == hospes("undo", example).code == 0
    assert hospes("funding", example, "--bring-in", rules, "--json").json["new"]
    assert hospes("import", example, rules, "--kind", "members").code == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["costs", "2026", "--share=-5"], "“-5” cannot be shared: an amount above nought can."),
        (["funding", "buergerfonds", "--visit", "2026", "--km=-3"], "“-3” is no number of kilometres."),
        (["funding", "buergerfonds", "--visit", "2026", "--km", "far"], "“far” is no number of kilometres."),
        (["funding", "--km", "5"], "--km goes with --visit."),
        (["funding", "buergerfonds", "--source", "a letter"], "--source goes with --correct."),
        (["match", "2026", "--seconds", "soon"], "“soon” is no number of seconds."),
    ],
)
def test_what_is_typed_wrongly_is_said_in_a_sentence(hospes, example, words, said):
    command, *rest = words
    done = hospes(command, example, *rest)
    assert (done.code, done.err) == (2, f"hospes: {said}\n")
