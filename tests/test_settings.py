# SPDX-License-Identifier: GPL-3.0-or-later
"""The computer's preferences: kept, private, and never a reason not to start."""

import os
import stat
from pathlib import Path

import pytest

from hospes import settings as prefs
from hospes.settings import ListLook, Settings, WindowPlace


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "hospes" / "settings.toml"


def test_no_file_gives_the_defaults(place):
    assert prefs.load(place) == Settings()


def test_what_was_saved_comes_back(place):
    left = Settings(
        user_name="Hannelore Fischer",
        language="de",
        scheme="dark",
        text_size=150,
        window=WindowPlace(10, 20, 1366, 690, True),
        lists={"members": ListLook(("name", "place"), {"name": 240}, "name", True)},
        recent_files=("/home/h/Rosenau.hospes",),
        nudge_right_mm=-0.5,
    )
    prefs.save(left, place)
    assert prefs.load(place) == left


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no mode bits; the profile folder is private there")
def test_only_the_owner_may_read_it(place):
    prefs.save(Settings(user_name="A"), place)
    assert stat.S_IMODE(place.stat().st_mode) == 0o600


def test_one_bad_value_does_not_cost_the_others(place):
    place.parent.mkdir()
    place.write_text(
        'language = 7\ntext_size = 155\nuser_name = "Anne"\nscheme = "pink"\n[window]\nwidth = "x"\nx = 3\n'
    )
    found = prefs.load(place)
    assert found == Settings(user_name="Anne", window=WindowPlace(x=3))


def test_a_broken_file_gives_the_defaults(place):
    place.parent.mkdir()
    place.write_bytes(b"\xff\xfe[[[ not toml")
    assert prefs.load(place) == Settings()


def test_keys_of_a_newer_hospes_are_kept(place):
    place.parent.mkdir()
    place.write_text('user_name = "Anne"\nfuture = [1, 2]\n')
    prefs.save(prefs.load(place).with_(language="fr"), place)
    assert "future" in place.read_text()
    assert prefs.load(place).language == "fr"


def test_a_failed_save_leaves_the_old_file(place, monkeypatch):
    prefs.save(Settings(user_name="before"), place)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="No space"):
        prefs.save(Settings(user_name="after"), place)
    assert prefs.load(place).user_name == "before"
    assert [p.name for p in place.parent.iterdir()] == ["settings.toml"]


def test_recent_files_are_few_and_newest_first():
    found = Settings()
    for n in range(12):
        found = found.with_recent(Path(f"/f/{n}.hospes"))
    found = found.with_recent(Path("/f/7.hospes"))
    assert len(found.recent_files) == prefs.RECENT_FILES
    assert found.recent_files[:2] == (str(Path("/f/7.hospes")), str(Path("/f/11.hospes")))
    assert str(Path("/f/7.hospes")) not in found.without_recent(Path("/f/7.hospes")).recent_files
