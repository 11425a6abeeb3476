# SPDX-License-Identifier: GPL-3.0-or-later
"""The small world, only read; and a count of statements."""

from contextlib import contextmanager

import pytest
from sqlalchemy import event

from hospes.app import App
from tests import make


@pytest.fixture(scope="session")
def small_world(tmp_path_factory):
    """The small world in a file, with its ids."""
    path = tmp_path_factory.mktemp("world") / "world.hospes"
    app = make.founded(path)
    world = make.small_world(app)
    app.close()
    return path, world


@pytest.fixture
def small(small_world):
    """The small world, open for looking; gives the app and the ids."""
    app = App.open(small_world[0], make.WHO, today=make.TODAY, read_only=True)
    yield app, small_world[1]
    app.close()


@pytest.fixture
def max_sql():
    """Fails where a block asks more statements than it may: lists must not ask row by row."""

    @contextmanager
    def counting(app, most):
        asked = []

        def note(connection, cursor, statement, *more):
            if not statement.startswith(("PRAGMA", "BEGIN")):
                asked.append(statement)

        event.listen(app.engine.readers, "before_cursor_execute", note)
        try:
            yield asked
        finally:
            event.remove(app.engine.readers, "before_cursor_execute", note)
        assert len(asked) <= most, "\n".join(asked)

    return counting
