# SPDX-License-Identifier: GPL-3.0-or-later
"""The gates: all run, one that fails is named, and single tests run without them."""

import sys

import pytest

from hospes.dev import check
from hospes.dev.check import Gate


@pytest.fixture
def calls(monkeypatch):
    """Which gates ran, instead of running them; "types" fails."""
    ran = []
    monkeypatch.setattr(check, "_passes", lambda gate, root: ran.append(gate) or gate.name != "types")
    return ran


def test_every_gate_runs_even_after_one_that_failed(calls, capsys):
    assert check.main(["test"]) == 1
    every = ["finding tests", "format", "imports", "style", "tests", "translations", "types"]
    assert sorted(gate.name for gate in calls) == every
    assert capsys.readouterr().out.strip() == "To mend: types"


def test_check_runs_no_tests(calls):
    check.main(["check"])
    assert "tests" not in [gate.name for gate in calls]


def test_named_tests_run_alone(calls, capsys):
    assert check.main(["test", "tests/domain", "-k", "dues"]) == 0
    (only,) = calls
    assert only.command[-3:] == ("tests/domain", "-k", "dues")
    assert capsys.readouterr().out.strip() == "All is well."


def test_the_long_sets_are_left_out_unless_asked_for(calls):
    check.main(["test"])
    check.main(["test", "--long"])
    short, long = (gate.command for gate in calls if gate.name == "tests")
    assert "not long" in short
    assert "not long" not in long


def test_a_wrong_word_is_a_wrong_call(calls):
    assert check.main(["walk"]) == 2
    assert calls == []


def test_a_gate_passes_by_its_exit_code_and_says_so(tmp_path, capsys):
    for code, word in ((0, "ok"), (3, "FAILED")):
        gate = Gate("this", (sys.executable, "-c", f"print('it says'); raise SystemExit({code})"))
        assert check._passes(gate, tmp_path) is (code == 0)
        assert capsys.readouterr().out.startswith(f"it says\nthis: {word} (")


def test_a_brief_gate_says_something_only_when_it_fails(tmp_path, capsys):
    for code, told in ((0, "this: ok ("), (3, "it says\nthis: FAILED (")):
        words = (sys.executable, "-c", f"print('it says'); raise SystemExit({code})")
        check._passes(Gate("this", words, brief=True), tmp_path)
        assert capsys.readouterr().out.startswith(told)


def test_a_tool_that_is_not_there_fails_its_gate(tmp_path, capsys):
    assert not check._passes(Gate("this", (str(tmp_path / "nowhere"),)), tmp_path)
    assert "this: FAILED" in capsys.readouterr().out
