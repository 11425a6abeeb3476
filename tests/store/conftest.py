# SPDX-License-Identifier: GPL-3.0-or-later
"""Empty documents for the tests of the store."""

import shutil

import pytest

from hospes.store import files
from hospes.store.engine import FileEngine


@pytest.fixture(scope="session")
def empty_document(tmp_path_factory):
    """An empty document nobody changes; copied for each test."""
    path = tmp_path_factory.mktemp("empty") / "empty.hospes"
    with files.creating(path):
        pass
    return path


@pytest.fixture
def document(empty_document, tmp_path):
    """An empty document of the test's own."""
    return shutil.copy(empty_document, tmp_path / "a.hospes")


@pytest.fixture
def engine(document):
    """Connections to `document`."""
    engine = FileEngine(document, read_only=False)
    yield engine
    engine.close()
