# SPDX-License-Identifier: GPL-3.0-or-later
"""The recipe of the frozen program leaves out nothing that a library of ours needs."""

import ast
import os
import re
import subprocess
import sys

from tests.house.source import PACKAGE, ROOT

IMPORT = re.compile(r"^ *(?:from|import) ([\w.]+)(?= import |$| as )", re.MULTILINE)
BLOCK = """
import importlib, importlib.abc, sys
out = sys.argv[1].split()
class Left(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if any(name == one or name.startswith(one + ".") for one in out):
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Left())
for one in sys.argv[2].split():
    importlib.import_module(one)
"""


def left_out() -> list[str]:
    """What `hospes.spec` says is never imported."""
    spec = ast.parse((ROOT / "installer" / "hospes.spec").read_text("utf-8"))
    [words] = [one.value for one in ast.walk(spec) if isinstance(one, ast.keyword) and one.arg == "excludes"]
    return list(ast.literal_eval(words))


def libraries() -> set[str]:
    """Every module of somebody else that the program imports somewhere."""
    found = set()
    for file in PACKAGE.rglob("*.py"):
        if not file.is_relative_to(PACKAGE / "dev"):
            found |= set(IMPORT.findall(file.read_text("utf-8")))
    ours = {*sys.stdlib_module_names, "hospes"}
    return {one for one in found if one.partition(".")[0] not in ours}


def test_what_is_left_out_is_needed_by_no_library():
    wanted = libraries()
    assert {"stdnum", "sepaxml", "docx", "highspy"} <= {one.partition(".")[0] for one in wanted}
    done = subprocess.run(
        [sys.executable, "-c", BLOCK, " ".join(left_out()), " ".join(sorted(wanted))],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.returncode == 0, done.stderr[-800:]
