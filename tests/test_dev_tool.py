# SPDX-License-Identifier: GPL-3.0-or-later
"""`dev.py`: readable by an old Python, honest where it cannot help, and at once when all is set up."""

import ast
import importlib.util
import os
import re
import subprocess
import sys
import types

import pytest

from tests.house.source import ROOT


@pytest.fixture
def dev() -> types.ModuleType:
    spec = importlib.util.spec_from_file_location("dev", ROOT / "dev.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def fresh(dev, tmp_path, monkeypatch):
    """A checkout where nothing is set up yet."""
    monkeypatch.setattr(dev, "ENVIRONMENT", str(tmp_path / ".venv"))
    monkeypatch.setattr(dev, "STAMP", str(tmp_path / ".venv" / "stamp"))
    return dev


def test_an_old_python_can_read_it():
    ast.parse((ROOT / "dev.py").read_text("utf-8"), feature_version=(3, 7))


def test_an_old_python_is_told_what_to_do(fresh, monkeypatch, capsys):
    monkeypatch.setattr(fresh.sys, "version_info", (3, 9, 2, "final", 0))
    monkeypatch.setattr(fresh.shutil, "which", lambda name: None)
    assert fresh.main(["test"]) == 1
    assert "Hospes needs Python 3.11 or newer" in capsys.readouterr().err


def test_run_without_a_display_says_so_in_one_line():
    bare = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    words = [sys.executable, str(ROOT / "dev.py"), "run"]
    done = subprocess.run(words, env=bare, capture_output=True, text=True, check=False)
    if sys.platform.startswith("linux"):
        assert done.returncode == 1
        assert done.stdout + done.stderr == "There is no display here, so Hospes cannot open its window.\n"


def test_without_rights_it_names_the_one_line_to_type(fresh, monkeypatch, capsys):
    monkeypatch.setattr(fresh.sys, "platform", "linux")
    monkeypatch.setattr(fresh.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(fresh.os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(fresh, "output", _ubuntu)
    assert fresh.main(["test"]) == 1
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 2
    assert said[1].startswith("sudo apt-get update && sudo apt-get install -y ")
    assert " libglib2.0-0t64" in said[1]
    assert "libgl1" not in said[1].split()


def _ubuntu(words):
    """What the tools of an Ubuntu say that has nothing but libgl1, and newer names for two packages."""
    if words[0] == "dpkg-query":
        return "libgl1 installed\nlibegl1 not-installed\n"
    if words[0] == "apt-cache":
        names = [
            name for name in words[2:] if name.endswith("t64") or name not in ("libglib2.0-0", "libcups2")
        ]
        return "".join(f"{name}:\n  Installed: (none)\n  Candidate: 1.0\n" for name in names)
    return "3.12"


def test_when_all_is_set_up_nothing_is_done(dev, monkeypatch, tmp_path):
    (tmp_path / "stamp").write_text(dev.fingerprint())
    monkeypatch.setattr(dev, "STAMP", str(tmp_path / "stamp"))
    for step in ("make_environment", "install_libraries", "install_system_packages"):
        monkeypatch.setattr(dev, step, lambda *_, step=step: pytest.fail(step))
    monkeypatch.setattr(dev, "compile_translations", lambda: None)
    called = []
    monkeypatch.setattr(dev, "call", lambda words: called.append(words) or 0)
    assert dev.main(["test", "tests/domain"]) == 0
    assert called == [[dev.environment_python(), "-m", "hospes.dev.check", "test", "tests/domain"]]


def test_a_step_that_fails_shows_its_last_words(dev):
    with pytest.raises(dev.Stop) as stop:
        dev.run_or_stop([sys.executable, "-c", "print('no such package'); raise SystemExit(3)"], "It failed")
    assert str(stop.value) == "It failed:\n  no such package"


def test_an_unknown_word_is_a_wrong_call(dev, capsys):
    assert dev.main(["walk"]) == 2
    assert "run [FILE" in capsys.readouterr().out


def test_the_lock_names_every_library_of_the_project_with_hashes():
    text = (ROOT / "requirements.lock").read_text("utf-8")
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    wanted = re.findall(r'^    "([\w-]+)[><=~]', project, re.MULTILINE)
    assert len(wanted) > 30
    plain = text.lower().replace("_", "-")
    assert [name for name in wanted if f"\n{name.lower().replace('_', '-')}==" not in plain] == []
    assert all("--hash=sha256:" in part for part in re.split(r"\n(?=\w)", text)[1:])
    assert "://" not in text
