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


def tried(shim, works, folder):
    """Let the rounds of each WHAT:KIND:N run; gives what happened, by what and kind."""
    places = os.pathsep.join([str(ROOT), str(ROOT / "desktop")])
    done = subprocess.run(
        [sys.executable, "-m", "tests.safety.disks", ",".join(works), str(folder)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": places, "LD_PRELOAD": str(shim)},
    )
    assert done.returncode == 0, done.stderr[-2000:]
    lines = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    assert len(lines) == len(works)
    return {one["what"]: one for one in lines}


FAULTS = ("merging", "migrating", "restoring", "saving", "backing_up")
CUTS = {"saving": 12, "backing_up": 4}


@pytest.mark.timeout(1100)
def test_a_disk_that_fails_or_stops_breaks_nothing(shim, tmp_path):
    """A fault at every tenth call, as the catalogue of reliability says, and some power cuts."""
    faults = [f"faults:{kind}:10" for kind in FAULTS]
    results = tried(shim, faults + [f"power:{kind}:{cuts}" for kind, cuts in CUTS.items()], tmp_path)
    for kind in FAULTS:
        result = results[f"faults {kind}"]
        assert result["tried"] == -(-result["calls"] // 10)
        assert result["ends"].get("said", 0) > 0, f"the faults in {kind} came to nothing"
    for kind, cuts in CUTS.items():
        assert results[f"power {kind}"]["cuts"] == cuts


@pytest.mark.long
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("kind", KINDS)
def test_a_fault_at_every_call(shim, tmp_path, kind):
    tried(shim, [f"faults:{kind}:1"], tmp_path)


@pytest.mark.long
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("kind", KINDS)
def test_power_cuts_at_many_moments(shim, tmp_path, kind):
    tried(shim, [f"power:{kind}:100"], tmp_path)
