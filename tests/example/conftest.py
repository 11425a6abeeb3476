# SPDX-License-Identifier: GPL-3.0-or-later
"""The example, made once; every test reads it and none changes it."""

import pytest

from hospes.store.engine import FileEngine


@pytest.fixture(scope="session")
def example_file(example_once):
    return example_once


@pytest.fixture
def read(example_file):
    """A connection that reads the example."""
    engine = FileEngine(example_file, read_only=True)
    with engine.read() as connection:
        yield connection
    engine.close()


@pytest.fixture
def opened():
    """Open a file for reading: `opened(path)` gives a connection."""
    engines, contexts = [], []

    def open_(path):
        engine = FileEngine(path, read_only=True)
        context = engine.read()
        engines.append(engine)
        contexts.append(context)
        return context.__enter__()

    yield open_
    for context in contexts:
        context.__exit__(None, None, None)
    for engine in engines:
        engine.close()
