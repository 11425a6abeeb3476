# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody typed is shown as it stands, never as mark-up (T6.2, T6.3; reliability F8, F9)."""

import ast
import re

import pytest

from tests.house.source import PACKAGE, name, tree

UI = sorted((PACKAGE / "ui").rglob("*.py"))
PRINTING = sorted((PACKAGE / "papers").rglob("*.py"))
HELP = "desktop/hospes/ui/help.py"
"""Shows the handbook, which is ours."""


def calls(files, words):
    """Every call of one of these names, with the file it stands in."""
    wanted = re.compile(r"\b(" + "|".join(words) + r")\(")
    for file in files:
        if wanted.search(file.read_text("utf-8")):  # a tree of every file takes its time
            for node in ast.walk(tree(file)):
                if isinstance(node, ast.Call) and called(node) in words:
                    yield file, node


def called(node):
    return getattr(node.func, "attr", getattr(node.func, "id", ""))


def constant(node):
    """A text of ours: written down here, or translated and with nothing put into it."""
    if isinstance(node, ast.Constant):
        return True
    return (
        isinstance(node, ast.Call) and called(node) == "text" and not node.keywords and constant(node.args[0])
    )


def test_tooltips_are_ours_or_plain():
    wrong = [
        f"{name(file)}:{node.lineno}"
        for file, node in calls(UI, ["setToolTip", "setWhatsThis", "setStatusTip"])
        if not constant(node.args[0])
        and not (isinstance(node.args[0], ast.Call) and called(node.args[0]) == "plain_tip")
    ]
    assert wrong == []


RICH = ["setHtml", "insertHtml", "setMarkdown", "appendHtml", "QTextDocument", "QTextBrowser", "QTextEdit"]
GUESSING = ["QMessageBox", "QErrorMessage", "QSplashScreen", "QSystemTrayIcon", "QWhatsThis", "QToolTip"]
"""These take a text for mark-up when it looks like it."""


@pytest.mark.parametrize("words", [RICH, GUESSING], ids=["rich", "guessing"])
def test_nothing_that_reads_mark_up_is_used(words):
    found = {f"{name(file)}: {called(node)}" for file, node in calls(UI, words) if name(file) != HELP}
    # What is copied from a table goes to spreadsheet programs as one, every cell escaped.
    assert found - {"desktop/hospes/ui/table.py: setHtml"} == set()


def test_labels_of_qt_hold_pictures_only():
    wrong = [f"{name(file)}:{node.lineno}" for file, node in calls(UI, ["QLabel"]) if node.args]
    assert wrong == []


def test_paragraphs_of_papers_are_made_in_one_place():
    """ReportLab reads mark-up in a `Paragraph`; the kit draws words itself."""
    assert list(calls(PRINTING, ["Paragraph", "XPreformatted"])) == []
