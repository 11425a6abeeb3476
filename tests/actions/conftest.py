# SPDX-License-Identifier: GPL-3.0-or-later
"""The small world once, copied for each test."""

import shutil

import pytest

from hospes.app import App
from tests import make


@pytest.fixture(scope="session")
def world_file(tmp_path_factory):
    """The small world in a closed file, with its ids."""
    path = tmp_path_factory.mktemp("world") / "world.hospes"
    app = make.founded(path)
    world = make.small_world(app)
    app.close()
    return path, world


@pytest.fixture
def copy(world_file, tmp_path):
    """A copy of the file for one test; gives its path and the ids."""
    path = tmp_path / "copy.hospes"
    shutil.copyfile(world_file[0], path)
    return path, world_file[1]


@pytest.fixture
def app(copy):
    """The copy, open."""
    app = App.open(copy[0], make.WHO, today=make.TODAY)
    yield app
    app.close()


@pytest.fixture
def world(copy):
    """The ids in it."""
    return copy[1]
