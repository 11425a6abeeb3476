# SPDX-License-Identifier: GPL-3.0-or-later
"""Calling the command line in this process, on files of the test's own."""

import json
import shutil
from dataclasses import dataclass

import pytest

from hospes.cli import main as cli


@dataclass(frozen=True)
class Done:
    """How a call ended."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


@pytest.fixture
def hospes(capsys, monkeypatch, tmp_path):
    """Call a command in a folder of the test's own; messages are English unless the test says otherwise."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOSPES_LANGUAGE", "en")

    def call(*words):
        # A day given by --today is handed on to child processes; the next call must not see it.
        with monkeypatch.context() as scope:
            scope.delenv("HOSPES_TODAY", raising=False)
            code = cli.main([str(word) for word in words])
        said = capsys.readouterr()
        return Done(code, said.out, said.err)

    return call


@pytest.fixture
def example(example_once, tmp_path):
    """A copy of the example of the test's own."""
    return shutil.copy(example_once, tmp_path / "d.hospes")
