# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules for every file of the project that no linter knows."""

import ast
import re

import pytest

from tests.house.source import PACKAGE, name, project_files, python_files, tree

PYTHON = python_files()
ALLOWED_CATCH_ALL = {"desktop/hospes/ui/main.py", "desktop/hospes/ui/tasks.py", "desktop/hospes/cli/main.py"}
FORBIDDEN_NAMES = re.compile(r"(^|_)(utils?|helpers?|misc|managers?|stuff|common)(_|$)")
TEXT = {
    ".py",
    ".md",
    ".toml",
    ".lock",
    ".po",
    ".pot",
    ".txt",
    ".svg",
    ".sh",
    ".spec",
    ".nsi",
    ".xml",
    ".desktop",
    "",
}
# Put together here, so that this file does not hold what it looks for.
HOSTS = re.compile("|".join(["py" + "pi", "python" + "hosted", "npm" + "js", "deb" + "ian"]) + r"\." + "org")
MACHINE_PATHS = re.compile(r"(?<![\w.<$}~-])/(?:work|root|farm)/\w")
EXCUSES = re.compile(r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "X" + "XX", "HA" + "CK"]) + r")\b")
DOCSTRING = re.compile(r'(\s*(#.*)?\n)*r?"""|\s*\Z')
CATCH = re.compile(r"\bexcept\b\s*(:|.*\bException\b)")
REASONLESS = re.compile(
    r"#\s*(noqa(?::\s*[A-Z]+\d+(,\s*[A-Z]+\d+)*)?|type:\s*ignore(\[[\w\-, ]+\])?|pragma:\s*no cover)"
    r"\s*($|#\s*(noqa|type:))"
)


def test_the_files_are_found():
    assert len(PYTHON) > 100
    assert PACKAGE / "__main__.py" in PYTHON


@pytest.mark.parametrize("rule", ["licence", "docstring", "length", "name", "excuses", "catch-all"])
def test_python_files_keep_the_rule(rule):
    check = {
        "licence": _without_licence,
        "docstring": lambda file: not DOCSTRING.match(file.read_text("utf-8")),
        "length": lambda file: len(file.read_text("utf-8").splitlines()) > 500,
        "name": lambda file: FORBIDDEN_NAMES.search(file.stem) is not None,
        "excuses": _excuses_itself,
        "catch-all": _catches_all,
    }[rule]
    broken = [name(file) for file in PYTHON if check(file)]
    assert not broken, broken


def _without_licence(file):
    return not file.read_text("utf-8").startswith("# SPDX-License-Identifier: GPL-3.0-or-later\n")


def _excuses_itself(file):
    """Unfinished work, and rules switched off without a reason behind it or on the line above."""
    lines = file.read_text("utf-8").splitlines()
    pairs = zip(["", *lines], lines, strict=False)
    return any(
        EXCUSES.search(line) or (REASONLESS.search(line) and not before.lstrip().startswith("#"))
        for before, line in pairs
    )


def _catches_all(file):
    """`except:` or `except Exception`, but for the places where a program ends."""
    if name(file) in ALLOWED_CATCH_ALL or name(file).startswith("tests/"):
        return False
    if not CATCH.search(file.read_text("utf-8")):
        return False  # a tree of every file takes its time
    caught = [node.type for node in ast.walk(tree(file)) if isinstance(node, ast.ExceptHandler)]
    return any(kind is None or (isinstance(kind, ast.Name) and kind.id == "Exception") for kind in caught)


@pytest.mark.parametrize("pattern", [HOSTS, MACHINE_PATHS], ids=["package hosts", "paths of one computer"])
def test_no_file_names_a_place_outside_the_project(pattern):
    found = []
    for file in project_files():
        licence = "licen" in file.name.lower() or file.name == "OFL.txt"
        if file.suffix in TEXT and not licence:
            lines = file.read_text("utf-8", errors="replace").splitlines()
            found += [f"{name(file)}:{at}" for at, line in enumerate(lines, 1) if pattern.search(line)]
    assert found == []


def test_no_test_is_skipped():
    words = re.compile(r"\b(pytest\.skip|mark\.skip|mark\.xfail|pytest\.xfail|importorskip)\b")
    tests = [file for file in PYTHON if name(file).startswith("tests/") and file.name != "test_source.py"]
    assert [name(file) for file in tests if words.search(file.read_text("utf-8"))] == []
