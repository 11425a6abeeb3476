# SPDX-License-Identifier: GPL-3.0-or-later
"""Rubbish is found later, but it is found."""

import gc
import weakref

import pytest
from PySide6.QtCore import Qt

from hospes.ui import collecting
from hospes.ui.collecting import Collecting


class Knot:
    """Holds itself, so that only the walk over all objects finds it."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def found(qapp):
    before = gc.get_threshold()
    gc.unfreeze()  # the tests set aside what they loaded
    one = Collecting(qapp)
    yield one
    one.stop()
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0
    gc.freeze()


def test_nothing_is_walked_over_in_the_middle_of_a_click(found):
    walks = []
    gc.callbacks.append(lambda phase, told: walks.append(told["generation"]) if phase == "start" else None)
    try:
        keep = [Knot() for _ in range(200_000)]
    finally:
        gc.callbacks.pop()
    assert keep
    assert 2 not in walks


def test_what_nobody_holds_any_more_goes_with_the_next_walk(found):
    gone = weakref.ref(Knot())
    found.some()
    assert gone() is None


def test_what_was_set_aside_goes_when_the_window_is_left(found, qapp, monkeypatch):
    monkeypatch.setattr(collecting, "MUCH", 1_000_000_000)
    knot = Knot()
    gone = weakref.ref(knot)
    found.some()
    del knot
    found.some()
    assert gone() is not None
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert gone() is None


def test_what_was_set_aside_goes_when_it_is_much(found, monkeypatch):
    monkeypatch.setattr(collecting, "MUCH", 1_000)
    found.all()
    knot = Knot()
    gone = weakref.ref(knot)
    keep = [[] for _ in range(2_000)]
    found.some()
    del knot
    found.some()
    assert keep
    assert gone() is None
