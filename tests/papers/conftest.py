# SPDX-License-Identifier: GPL-3.0-or-later
"""Files to print from: the example association, and small ones made for one test."""

import pytest

from hospes import example
from hospes.actions.association import FoundAssociation
from hospes.app import App
from tests.make import founded_before
from tests.papers.people import TODAY
from tests.papers.visiting import furnish, hide_secrets


@pytest.fixture(scope="session")
def example_file(tmp_path_factory):
    """The example association in one file, only read."""
    path = tmp_path_factory.mktemp("papers") / "example.hospes"
    example.build(path, language="de")
    return path


@pytest.fixture(scope="session")
def rosenau(example_file):
    """The example association, open for looking: once, as nobody can change it."""
    app = App.open(example_file, read_only=True)
    yield app
    app.close()


@pytest.fixture
def founded(tmp_path):
    """A German association with nobody in it."""
    first = FoundAssociation(
        "Partnerschaftsverein Rosenau", "Rosenau", "DE", language="de", partners=(("Montclair", "FR"),)
    )
    app = founded_before(tmp_path / "new.hospes", first, today=TODAY)
    yield app
    app.close()


@pytest.fixture(scope="session")
def visit_file(example_file, tmp_path_factory):
    """The example with a coach, rooms, a budget and the report's texts, and secrets where none may show."""
    path = tmp_path_factory.mktemp("visit") / "visit.hospes"
    path.write_bytes(example_file.read_bytes())
    app = App.open(path)
    hide_secrets(app, furnish(app))
    app.close()
    return path


@pytest.fixture(scope="session")
def visiting(visit_file):
    """That file, open for looking: once, as nobody can change it."""
    app = App.open(visit_file, read_only=True)
    yield app
    app.close()


@pytest.fixture
def changing(visit_file, tmp_path):
    """A copy of it to write in."""
    path = tmp_path / "visit.hospes"
    path.write_bytes(visit_file.read_bytes())
    app = App.open(path)
    yield app
    app.close()
