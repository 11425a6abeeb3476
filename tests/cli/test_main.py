# SPDX-License-Identifier: GPL-3.0-or-later
"""The frame of the command line: codes, one line of refusal, language, UTF-8, nothing heavy for help."""

import importlib
import json
import os
import pkgutil
import subprocess
import sys

import pytest

import hospes as package
from hospes import cli as commands
from hospes import paths, settings
from hospes.cli import main as cli
from hospes.cli.call import Call, Wrong, chosen_locale
from hospes.domain.errors import UserError
from hospes.domain.values import Money
from hospes.i18n.locale import Locale


def run(*words, **environment):
    """A call in a process of its own."""
    surroundings = {**os.environ, "HOSPES_LANGUAGE": "en", **environment}
    return subprocess.run(
        [sys.executable, "-m", "hospes", *words], capture_output=True, check=False, env=surroundings
    )


def test_help_lists_every_command(hospes):
    done = hospes("--help")
    assert done.code == 0
    for name, (_, summary) in cli.COMMANDS.items():
        assert f"hospes {name}" in done.out
        assert summary in done.out
    assert hospes().out == hospes("help").out == hospes("-h").out == done.out


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_every_command_explains_itself(hospes, name):
    done = hospes(name, "--help")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"hospes {name} ")
    assert len(done.out.splitlines()) > 4


def test_every_module_of_a_command_is_listed():
    frame = {"main", "call", "parser"}
    names = {info.name for info in pkgutil.iter_modules(commands.__path__)} - frame
    with_run = {name for name in names if hasattr(importlib.import_module(f"hospes.cli.{name}"), "run")}
    assert with_run == {module for module, _ in cli.COMMANDS.values()}


def test_version(hospes):
    assert hospes("--version").out == f"hospes {package.__version__}\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["serach", "a", "b"], "There is no command “serach”. Did you mean “search”?"),
        (["blabla", "a", "b"], "There is no command “blabla”. `hospes --help` lists all."),
        (["--quatsch"], "There is no option --quatsch. `hospes --help` lists what can be called."),
        (["info"], "`hospes info --help` tells how it is called."),
        (["info", "a", "b"], "`hospes info --help` tells how it is called."),
        (["info", "a", "--js"], "`hospes info --help` tells how it is called."),
        (["search", "a", "b", "--limit", "many"], "`hospes search --help` tells how it is called."),
        (["new", "a.hospes"], "`hospes new --help` tells how it is called."),
        (["info", "a", "--today", "tomorrow"], "“tomorrow” is not a day. Write it as 2026-04-27."),
        (["--today", "27.4.2026", "info", "a"], "“27.4.2026” is not a day. Write it as 2026-04-27."),
    ],
)
def test_a_wrong_call_is_one_line_and_code_2(hospes, words, said):
    done = hospes(*words)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("hospes: ")
    assert done.err.endswith(f"{said}\n")
    assert done.err.count("\n") == 1


def test_a_slip_in_a_command_is_not_taken_for_a_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert cli.mistyped("serach")
    assert not cli.mistyped("Rosenau.hospes")
    (tmp_path / "serach").touch()
    assert not cli.mistyped("serach")


@pytest.mark.parametrize("command", [["info"], ["search"], ["history"], ["undo"], ["redo"], ["check"]])
def test_a_refusal_is_one_line_and_code_1(hospes, command):
    words = [*command, "nowhere.hospes", *(["x"] if command == ["search"] else [])]
    done = hospes(*words)
    assert (done.code, done.out) == (1, "")
    assert done.err == "hospes: There is no file “nowhere.hospes” there. It may have been moved or renamed.\n"


@pytest.mark.logs
def test_a_fault_of_the_program_is_one_line_too(hospes, monkeypatch):
    def broken(call, args):
        raise ZeroDivisionError("Anna Geheim")

    monkeypatch.setattr("hospes.cli.info.run", broken)
    done = hospes("info", "x")
    assert (done.code, done.out) == (1, "")
    assert done.err == "hospes: Something went wrong in Hospes (ZeroDivisionError). Your records are safe.\n"
    written = paths.log_file().read_text("utf-8")
    assert "ZeroDivisionError" in written
    assert "Geheim" not in written


def test_breaking_off_is_one_line_too(hospes, monkeypatch):
    def broken(call, args):
        raise KeyboardInterrupt

    monkeypatch.setattr("hospes.cli.info.run", broken)
    assert hospes("info", "x").err == "hospes: Broken off. Nothing was changed.\n"


def test_newlines_in_names_stay_in_one_line(hospes, monkeypatch):
    def refuse(call, args):
        raise UserError("“{name}” is wrong.", name="a\nb\r\n c")

    monkeypatch.setattr("hospes.cli.info.run", refuse)
    assert hospes("info", "x").err == "hospes: “a b c” is wrong.\n"


@pytest.mark.parametrize(
    ("environment", "setting", "expected"),
    [
        ({"HOSPES_LANGUAGE": "fr"}, "pl", "fr"),
        ({"LANG": "de_DE.UTF-8"}, "pl", "pl"),
        ({"LANG": "de_AT.UTF-8@euro"}, "", "de"),
        ({"LC_ALL": "fr_FR", "LANG": "de_DE"}, "", "fr"),
        ({"LANG": "C"}, "", "en"),
        ({"HOSPES_LANGUAGE": "tlh"}, "", "en"),
        ({}, "", "en"),
    ],
)
def test_the_language_of_messages(monkeypatch, environment, setting, expected):
    for name in ("HOSPES_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    settings.save(settings.Settings(language=setting), paths.settings_file())
    assert chosen_locale().language == expected


def test_refusals_come_in_that_language(tmp_path):
    done = run("info", str(tmp_path / "x.hospes"), HOSPES_LANGUAGE="de")
    assert done.returncode == 1
    assert done.stderr.decode().startswith("hospes: ")
    assert "There is no file" not in done.stderr.decode()


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_output_is_utf_8_whatever_the_terminal_claims(example, encoding):
    done = run("search", str(example), "jürgen albrecht", PYTHONIOENCODING=encoding, LC_ALL="C")
    assert done.returncode == 0, done.stderr
    assert "Jürgen Albrecht" in done.stdout.decode("utf-8")


def test_a_reader_that_has_seen_enough(example):
    words = [sys.executable, "-m", "hospes", "search", str(example), "rosenau", "--limit", "500", "--json"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        err = process.stderr.read()
    assert err == b""


def test_one_computer_has_one_id_for_window_and_command_line(monkeypatch):
    call = Call(Locale.of("en"))
    first = call.who()
    assert first.device
    assert first.editor
    assert call.who() == first
    assert settings.load(paths.settings_file()).device == first.device


def test_json_is_sorted_and_plain(capsys):
    from datetime import UTC, date, datetime
    from uuid import UUID

    call = Call(Locale.of("en"))
    call.json(
        {
            "when": datetime(2026, 4, 27, 10, 0, tzinfo=UTC),
            "day": date(2026, 4, 27),
            "sum": Money(-1250, "EUR"),
            "id": UUID(int=1),
            "name": "Łódź",
        }
    )
    out = capsys.readouterr().out
    assert json.loads(out) == {
        "when": "2026-04-27T10:00:00+00:00",
        "day": "2026-04-27",
        "sum": "-12.50 EUR",
        "id": "00000000-0000-0000-0000-000000000001",
        "name": "Łódź",
    }
    assert list(json.loads(out)) == sorted(json.loads(out))
    assert "Łódź" in out
    with pytest.raises(TypeError):
        call.json({"x": object()})


def test_the_day_reaches_everything_below(monkeypatch):
    monkeypatch.setenv("HOSPES_TODAY", "2020-01-01")
    Call(Locale.of("en"), "2026-04-27")
    assert os.environ["HOSPES_TODAY"] == "2026-04-27"
    with pytest.raises(Wrong):
        Call(Locale.of("en"), "2026-13-01")
