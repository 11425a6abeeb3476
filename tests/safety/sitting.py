# SPDX-License-Identifier: GPL-3.0-or-later
"""A real window in a process of its own, to be killed: `python -m tests.safety.sitting FILE type|look`.

`type` begins a form for a new member and a note, waits until what was typed is kept, says so, and then types
on until it is killed. `look` opens the window again and tells what it says and what the form holds.
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from hospes import paths
from hospes.settings import Settings, save
from hospes.ui.main import Session, application

TYPED = "Anneliese Halbfertig"


def until(true, seconds=30):
    """Let the window work until something holds."""
    loop, clock = QEventLoop(), QTimer()
    clock.timeout.connect(lambda: loop.quit() if true() else None)
    clock.start(20)
    QTimer.singleShot(seconds * 1000, loop.quit)
    loop.exec()
    assert true()


def shown(window, name):
    """The field of this name that can be seen, None if there is none."""
    return next((one for one in window.findChildren(QLineEdit, name) if one.isVisible()), None)


def type_in(field, text):
    """Key by key, as hands do."""
    for sign in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, sign))


def main(file, what):
    """Sit down and work."""
    save(Settings(language="en", user_name="Hannelore", backup_at_closing=False), paths.settings_file())
    session = Session(application(), Path(file))
    window = session.window
    window.show()
    until(lambda: window.furnished and window.place != "" and session.desk.may_write)
    desk = session.desk
    if what == "look":
        until(lambda: window.message.text() != "")
        said = window.message.text()
        desk.go("members", new=True)
        until(lambda: shown(window, "member.form.firstName") is not None)
        fields = [shown(window, f"member.form.{name}").text() for name in ("firstName", "lastName")]
        print(json.dumps({"said": said, "fields": fields}), flush=True)
        window.close()
        return
    desk.go("members", new=True)
    until(lambda: shown(window, "member.form.firstName") is not None)
    for name, text in zip(("firstName", "lastName"), TYPED.split(), strict=True):
        field = shown(window, f"member.form.{name}")
        field.setFocus()
        type_in(field, text)
    print("typing", flush=True)
    until(lambda: any("Halbfertig" in json.dumps(one.content) for one in desk.file.drafts("new-member")))
    print("kept", flush=True)
    while True:
        type_in(shown(window, "member.form.street"), "x")
        until(lambda: True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
