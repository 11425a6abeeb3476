# SPDX-License-Identifier: GPL-3.0-or-later
"""The desk: the one door for changes, messages, preferences."""

import pytest

from hospes import settings as preferences
from hospes.domain.errors import UserError


class Busy:
    """A file that another process is writing to for a while."""

    read_only = False

    def __init__(self, times: int) -> None:
        self.times = times
        self.ran = []

    def run(self, action, *, wait_ms):
        assert wait_ms <= 100
        if self.times:
            self.times -= 1
            raise UserError("Busy.", code="file-busy")
        self.ran.append(action)
        return "outcome"


@pytest.fixture
def said(desk):
    found = []
    desk.bus.message.connect(found.append)
    return found


def test_an_act_is_said_with_undo(desk, said):
    desk.app = Busy(0)
    done = []
    assert desk.run("act", said="Anne Leroy is in the bin.", done=done.append) == "outcome"
    assert done == ["outcome"]
    assert (said[0].text, said[0].undoable) == ("Anne Leroy is in the bin.", True)


def test_a_busy_file_is_tried_again(desk, said, qtbot):
    desk.app = Busy(2)
    done = []
    assert desk.run("act", said="Done.", done=done.append) is None
    assert said[0].kind == "info"
    qtbot.waitUntil(lambda: done == ["outcome"])
    assert desk.app.ran == ["act"]
    assert said[-1].text == "Done."


def test_a_refusal_is_said_or_handed_to_the_page(desk, said):
    class Refusing:
        def run(self, action, *, wait_ms):
            raise UserError("The end is before the beginning.", code="dates")

    desk.app = Refusing()
    assert desk.run("act") is None
    assert (said[0].text, said[0].kind) == ("The end is before the beginning.", "err")
    taken = []
    desk.run("act", failed=taken.append)
    assert taken[0].code == "dates"
    assert len(said) == 1


def test_preferences_are_kept_at_once(desk, qtbot):
    with qtbot.assertNotEmitted(desk.bus.scaleChanged):
        desk.prefer(user_name="Hannelore")
    with qtbot.waitSignal(desk.bus.scaleChanged):
        desk.prefer(text_size=150)
    with qtbot.waitSignal(desk.bus.languageChanged):
        desk.prefer(language="fr")
    kept = preferences.load(desk._settings_file)
    assert (kept.user_name, kept.text_size, kept.language) == ("Hannelore", 150, "fr")


def test_a_disk_that_refuses_preferences_is_no_reason_to_stop(desk, said, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(preferences, "save", full)
    desk.prefer(user_name="Hannelore")
    assert desk.settings.user_name == "Hannelore"
    assert said[0].kind == "warn"


def test_without_a_file_there_is_nothing_to_read(desk):
    with pytest.raises(RuntimeError):
        desk.read(lambda connection: None)
