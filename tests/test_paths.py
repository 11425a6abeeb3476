# SPDX-License-Identifier: GPL-3.0-or-later
"""Where things lie: in the source tree, in an installed wheel, and in the folder a person names."""

import stat
import sys

import pytest

from hospes import paths


def test_the_source_tree_has_its_data():
    assert (paths.resources() / "fonts").is_dir()
    assert (paths.translations() / "de" / "LC_MESSAGES" / "hospes.po").is_file()
    assert paths.source_tree() == paths.resources().parent


def test_a_wheel_has_its_data_beside_the_package(tmp_path, monkeypatch):
    package = tmp_path / "site-packages" / "hospes"
    (package / "_resources").mkdir(parents=True)
    monkeypatch.setattr(paths, "_PACKAGE", package)
    assert paths.source_tree() is None
    assert paths._brought_along("resources") == package / "_resources"


def test_an_installation_that_lacks_its_data_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path)
    with pytest.raises(FileNotFoundError, match="translations"):
        paths._brought_along("translations")


def test_what_hospes_keeps_lies_in_the_folder_that_was_named(tmp_path, monkeypatch):
    monkeypatch.setenv("HOSPES_HOME", str(tmp_path / "stick"))
    kept = [paths.settings_file(), paths.log_file(), paths.data_folder(), paths.documents_folder()]
    assert all(place.is_relative_to(tmp_path / "stick") for place in kept)


def test_the_folders_are_closed_to_other_people():
    assert sys.platform == "win32" or stat.S_IMODE(paths.config_folder().stat().st_mode) == 0o700


def test_without_a_named_folder_the_system_says_where(monkeypatch, tmp_path):
    monkeypatch.delenv("HOSPES_HOME")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("APPDATA", str(tmp_path))
    if sys.platform.startswith("linux"):
        assert paths.settings_file() == tmp_path / "hospes" / "settings.toml"
