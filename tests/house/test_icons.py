# SPDX-License-Identifier: GPL-3.0-or-later
"""Every icon that the window names is there, drawn in one colour, with its licence beside it."""

import ast
import re

from tests.house.source import PACKAGE, ROOT, name, tree

ICONS = ROOT / "resources" / "icons"
# Where an icon's name stands among the arguments of what draws one.
PLACES = {"icon": 0, "pixmap": 0, "set_icon": 0, "icon_button": 2, "Place": 2}


def named_icons():
    """Every text in the window's code that stands where an icon's name is wanted, with its place."""
    for file in sorted((PACKAGE / "ui").rglob("*.py")):
        for node in ast.walk(tree(file)):
            for expression in _icon_arguments(node):
                for part in ast.walk(expression):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str) and part.value:
                        yield part.value, f"{name(file)}:{part.lineno}"


def _icon_arguments(node):
    if isinstance(node, ast.Call):
        called = getattr(node.func, "attr", getattr(node.func, "id", ""))
        yield from (word.value for word in node.keywords if word.arg == "icon")
        place = PLACES.get(called)
        if place is not None and len(node.args) > place:
            yield node.args[place]
    elif isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Dict):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        if any("ICON" in getattr(target, "id", "") for target in targets):
            yield from node.value.values


def test_every_named_icon_is_there():
    found = list(named_icons())
    assert len({icon for icon, _ in found}) > 20
    lost = [
        f"{place} {icon}" for icon, place in found if _is_name(icon) and not (ICONS / f"{icon}.svg").is_file()
    ]
    assert lost == []


def _is_name(text):
    """Icon names are lower case words with hyphens; the test of a condition may stand among them."""
    return re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", text) is not None and text not in ("bad", "warn", "err", "ok")


def test_drawings_take_the_colour_they_are_given():
    drawings = [file for file in ICONS.glob("*.svg") if file.name != "hospes.svg"]
    assert len(drawings) > 80
    assert [file.name for file in drawings if 'stroke="currentColor"' not in file.read_text("utf-8")] == []


def test_every_folder_of_borrowed_things_has_its_licence():
    folders = [ICONS, *(folder for folder in (ROOT / "resources" / "fonts").iterdir() if folder.is_dir())]
    assert len(folders) == 3
    for folder in folders:
        assert [f for f in folder.iterdir() if f.name == "OFL.txt" or f.name.startswith("LICENSE")], folder


def test_every_font_is_named_in_the_list_of_parts():
    text = (ROOT / "resources" / "README.md").read_text("utf-8")
    for folder in (ROOT / "resources").glob("fonts/*/"):
        assert f"fonts/{folder.name}/" in text
