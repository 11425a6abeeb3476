# SPDX-License-Identifier: GPL-3.0-or-later
"""A fault of the program: said, reported without personal data, and survived."""

import re

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from hospes import __version__
from hospes.ui.crash import report


def fault() -> ValueError:
    name = "Anne Leroy"
    try:
        raise ValueError(f"cannot save {name}, anne.leroy@free.example")
    except ValueError as error:
        return error


def test_the_report_names_the_place_and_nobody():
    text = report(fault())
    assert f"Hospes {__version__}" in text
    assert "ValueError" in text
    assert re.search(r"test_crash\.py:\d+ in fault", text)
    assert "Anne" not in text
    assert "example" not in text


def test_the_report_names_no_folder_of_this_computer():
    assert "/" + "home" not in report(fault())
    assert __file__.rpartition("/")[0] not in report(fault())


def test_one_can_copy_it_and_go_on(window, qtbot):
    window.crash.show_error(fault())
    assert "Your records are safe" in window.message.text()
    window.findChild(QPushButton, "crash.copy").click()
    assert "ValueError" in QGuiApplication.clipboard().text()
    assert "no names" in window.message.text()
    on = [one for one in window.findChildren(QPushButton, "crash.goOn") if one.isVisible()]
    on[-1].click()
    assert window.message.text() == ""
    window.go("form", {})
    assert window.place == "form"


def test_a_second_fault_is_added_until_somebody_goes_on(window):
    window.crash.show_error(fault())
    window.crash.show_error(KeyError("x"))
    assert "ValueError" in window.crash.details
    assert "KeyError" in window.crash.details
    window.findChildren(QPushButton, "crash.goOn")[-1].click()
    window.crash.show_error(KeyError("x"))
    assert "ValueError" not in window.crash.details
