# SPDX-License-Identifier: GPL-3.0-or-later
"""The log tells what happened and where in the code, and nothing about a person."""

import logging
import stat
import sys

import pytest

from hospes import log, paths


@pytest.fixture
def written():
    file = paths.log_file()
    log.start(file)
    yield lambda: file.read_text("utf-8")
    log.start(None)


def test_steps_are_written_with_time_and_module(written):
    logging.getLogger("hospes.store").info("opened, schema %d", 1)
    line = written().strip()
    assert line.endswith("INFO hospes.store opened, schema 1")
    assert line[10] == "T"
    assert line.split()[0].endswith("Z")


@pytest.mark.logs
def test_the_words_of_an_error_stay_out(written):
    try:
        try:
            raise KeyError("Barbara Nowak")
        except KeyError as error:
            raise ValueError("no such person: Barbara Nowak, 0251 123456") from error
    except ValueError:
        logging.getLogger("hospes.ui").exception("an action failed")
    text = written()
    assert "Nowak" not in text
    assert "0251" not in text
    assert "builtins.KeyError" in text
    assert text.index("builtins.KeyError") < text.index("builtins.ValueError")
    assert "test_log.py" in text
    assert "in test_the_words_of_an_error_stay_out" in text


@pytest.mark.logs
def test_no_folder_of_this_computer_is_named(written):
    try:
        paths._brought_along("nothing")
    except FileNotFoundError:
        logging.getLogger("hospes").exception("not whole")
    assert "  hospes/paths.py:" in written()
    assert str(paths._PACKAGE.parent) not in written()


def test_only_the_owner_may_read_it(written):
    logging.getLogger("hospes").info("started")
    if sys.platform != "win32":
        assert stat.S_IMODE(paths.log_file().stat().st_mode) == 0o600


def test_it_does_not_grow_for_ever(written, monkeypatch):
    handler = logging.getLogger("hospes").handlers[0]
    monkeypatch.setattr(handler, "maxBytes", 2_000)
    for _ in range(200):
        logging.getLogger("hospes").info("the same small step once more")
    files = sorted(paths.log_folder().iterdir())
    assert len(files) == 1 + log.KEPT_FILES
    assert all(file.stat().st_size <= 2_000 for file in files)


def test_small_steps_only_when_asked_for(tmp_path):
    file = tmp_path / "log"
    log.start(file)
    logging.getLogger("hospes.x").debug("small")
    log.start(file, verbose=True)
    logging.getLogger("hospes.x").debug("wanted")
    log.start(None)
    assert "small" not in file.read_text()
    assert "wanted" in file.read_text()


def test_a_folder_that_cannot_be_written_to_is_no_reason_not_to_work(tmp_path):
    (tmp_path / "taken").write_text("a file where the folder should be")
    log.start(tmp_path / "taken" / "log")
    logging.getLogger("hospes").info("nobody hears this")
    log.start(None)
