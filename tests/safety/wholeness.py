# SPDX-License-Identifier: GPL-3.0-or-later
"""What holds of every file, whatever was done to it: structure, references, the search."""

from hospes.store import search


class Broken(AssertionError):
    """A kill broke something."""


def sure(holds, what):
    """Say what broke."""
    if not holds:
        raise Broken(what)


def whole(app):
    """Structure, references, and the search index."""
    sure(app.engine.problems() == [], "structure or references")
    with app.engine.write() as writer:
        sure(search.is_whole(writer), "full text")


def count(app, query):
    """A number from the file."""
    with app.engine.read() as reader:
        return reader.execute(query).scalar()
