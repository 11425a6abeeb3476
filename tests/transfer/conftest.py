# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists from outside and files to bring them into."""

import shutil
from datetime import date

import pytest

from hospes.actions.association import FoundAssociation
from hospes.app import App
from hospes.transfer import sniff
from hospes.transfer.readers import reader_of
from hospes.transfer.reading import GridOutput, ReadOptions

TODAY = date(2026, 4, 27)


@pytest.fixture(scope="session")
def founded(tmp_path_factory):
    """The file of a new association in Germany; copied for each test."""
    path = tmp_path_factory.mktemp("founded") / "founded.hospes"
    App.create(path, FoundAssociation("Partnerschaftsverein", "Rosenau", "DE", "de"), today=TODAY).close()
    return path


@pytest.fixture
def new_file(founded, tmp_path):
    """Opens as many new files as a test wants."""
    opened = []

    def new():
        path = tmp_path / f"new-{len(opened)}.hospes"
        shutil.copy(founded, path)
        opened.append(App.open(path, today=TODAY))
        return opened[-1]

    yield new
    for app in opened:
        app.close()


@pytest.fixture
def app(new_file):
    """A new file."""
    return new_file()


@pytest.fixture
def read(tmp_path):
    """Reads bytes in this process, as the child would; gives the grid."""

    def read_bytes(data, name="list.csv", **options):
        path = tmp_path / name
        path.write_bytes(data)
        out = GridOutput()
        reader_of(sniff.form_of(path))(path, ReadOptions(**options), out)
        return out.grid

    return read_bytes
