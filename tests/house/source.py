# SPDX-License-Identifier: GPL-3.0-or-later
"""The files of the project, for the tests that read them."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "desktop" / "hospes"
FOLDERS = ("desktop", "tests", "installer", "resources", "translations", ".ci")


def python_files() -> list[Path]:
    """Every Python file of the project."""
    return [*sorted(file for file in project_files() if file.suffix == ".py"), ROOT / "dev.py"]


def project_files() -> Iterator[Path]:
    """Every file that belongs to the project; nothing that was made from them."""
    yield from (file for file in sorted(ROOT.iterdir()) if file.is_file() and file.name != "dev.py")
    for folder in FOLDERS:
        for file in sorted((ROOT / folder).rglob("*")):
            if (
                file.is_file()
                and not {"__pycache__", ".hypothesis"} & set(file.parts)
                and file.suffix != ".mo"
            ):
                yield file


def tree(file: Path) -> ast.Module:
    """The syntax tree of a file; not kept, for those of all files are millions of objects."""
    return ast.parse(file.read_text("utf-8"), str(file))


def name(file: Path) -> str:
    """A file's name from the root on."""
    return file.relative_to(ROOT).as_posix()
