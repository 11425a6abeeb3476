# SPDX-License-Identifier: GPL-3.0-or-later
"""Disks that fail at any call (T1.5) and power cuts (T1.4): whole, nothing promised lost, said in words."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COMPILER = shutil.which("gcc") or shutil.which("cc")
KINDS = ("saving", "merging", "migrating", "backing_up", "restoring", "rewriting")

pytestmark = pytest.mark.skipif(
    COMPILER is None or not sys.platform.startswith("linux"), reason="needs a C compiler and LD_PRELOAD"
)


@pytest.fixture(scope="module")
def shim(tmp_path_factory):
    """The library that stands between Hospes and the disk."""
    target = tmp_path_factory.mktemp("shim") / "shim.so"
    source = ROOT / "tests" / "safety" / "shim.c"
    words = [COMPILER, "-shared", "-fPIC", "-O1", "-o", str(target), str(source), "-ldl"]
    subprocess.run(words, check=True, capture_output=True)
    return target


def tried(shim, what, kind, number, folder):
    """Let the rounds run; gives what happened."""
    places = os.pathsep.join([str(ROOT), str(ROOT / "desktop")])
    done = subprocess.run(
        [sys.executable, "-m", "tests.safety.disks", what, kind, str(number), str(folder)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": places, "LD_PRELOAD": str(shim)},
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.parametrize(("kind", "step"), [("saving", 83), ("backing_up", 19), ("restoring", 29)])
def test_a_disk_that_fails_breaks_nothing(shim, tmp_path, kind, step):
    result = tried(shim, "faults", kind, step, tmp_path)
    assert result["tried"] >= 3
    assert result["ends"].get("said", 0) > 0, "the faults came to nothing"


@pytest.mark.parametrize(("kind", "cuts"), [("saving", 12), ("backing_up", 4)])
def test_a_power_cut_loses_nothing_that_was_promised(shim, tmp_path, kind, cuts):
    assert tried(shim, "power", kind, cuts, tmp_path)["cuts"] == cuts


@pytest.mark.long
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("kind", KINDS)
def test_a_fault_at_every_call(shim, tmp_path, kind):
    """Of the 1 400 calls of bringing in the other laptop's file every fifth."""
    tried(shim, "faults", kind, 5 if kind == "merging" else 1, tmp_path)


@pytest.mark.long
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("kind", KINDS)
def test_power_cuts_at_many_moments(shim, tmp_path, kind):
    tried(shim, "power", kind, 100, tmp_path)
