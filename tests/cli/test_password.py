# SPDX-License-Identifier: GPL-3.0-or-later
"""A password on the command line: from a file, never an argument."""

import shutil

import pytest

from hospes.store import driver, keyring
from tests import make

WORDS = "Reblaus Pendeluhr 7"


@pytest.fixture(autouse=True)
def empty_keyring(monkeypatch):
    monkeypatch.setattr(keyring, "_ROUNDS", 1_000)  # how hard it is to guess is tested elsewhere
    keyring.forget()
    yield
    keyring.forget()
    keyring.asker = None


@pytest.fixture(scope="module")
def founded(tmp_path_factory):
    path = tmp_path_factory.mktemp("founded") / "a.hospes"
    make.founded(path).close()
    return path


def test_given_asked_for_and_taken_away(hospes, founded, tmp_path, monkeypatch):
    shutil.copyfile(founded, tmp_path / "a.hospes")
    (tmp_path / "word").write_text(WORDS + "\n")
    (tmp_path / "wrong").write_text("something else\n")
    assert hospes("password", "a.hospes").code == 1  # nobody to ask
    monkeypatch.setenv("HOSPES_NEW_PASSWORD_FILE", "word")
    done = hospes("password", "a.hospes")
    assert (done.code, done.out) == (0, "The file is protected by the password now.\n")
    keyring.forget()

    refused = hospes("info", "a.hospes")
    assert (refused.code, refused.err) == (1, "hospes: “a.hospes” is protected by a password.\n")
    monkeypatch.setenv("HOSPES_PASSWORD_FILE", "wrong")
    refused = hospes("info", "a.hospes")
    assert (refused.code, refused.err) == (1, "hospes: This is not the password of “a.hospes”.\n")
    monkeypatch.setenv("HOSPES_PASSWORD_FILE", "word")
    assert hospes("info", "a.hospes", "--json").json["protected"] is True
    assert hospes("check", "a.hospes").code == 0
    assert hospes("export", "a.hospes", "m.csv", "--what", "members").err.endswith(
        "hospes: What was written is not protected by the password.\n"
    )
    done = hospes("password", "a.hospes", "--remove")
    assert done.out == "The file has no password any more.\n"
    assert not driver.is_protected(tmp_path / "a.hospes")
    assert hospes("password", "a.hospes", "--remove").err == "hospes: This file has no password.\n"
