# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 at random moments (T1.1 to T1.3).

The file opens, nothing promised is missing, nothing is there in part.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def kill(rounds, seed, folder):
    """Kill so many children at each kind of work; gives what happened, by kind."""
    asked = ",".join(f"{kind}:{number}" for kind, number in rounds.items())
    words = [sys.executable, "-W", "error", "-m", "tests.safety.killing", asked, str(seed), str(folder)]
    places = os.pathsep.join([str(ROOT), str(ROOT / "desktop")])
    done = subprocess.run(
        words, capture_output=True, text=True, check=False, cwd=ROOT, env={**os.environ, "PYTHONPATH": places}
    )
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    results = {one["kind"]: one for one in map(json.loads, lines)}
    assert done.returncode == 0, done.stderr[-2000:]
    assert {kind: one["rounds"] for kind, one in results.items()} == rounds
    return results


LANDING = {
    "merging": 20, "bringing": 20, "migrating": 30, "importing": 20, "editing": 50, "erasing": 20, "dues": 20,
    "restoring": 30, "backing_up": 30, "making": 10,
}  # fmt: skip
"""How often at every landing, as the catalogue of reliability says (T1.1 to T1.3); the long ones first."""


@pytest.mark.timeout(1100)
def test_killed_at_any_moment(tmp_path):
    """T1.1 to T1.3: nothing promised is lost, all or nothing, old or new, and again makes nothing double."""
    results = kill(LANDING, 1, tmp_path)
    assert len(results["editing"]["promises"]) > 3, "the kills came at different moments"


@pytest.mark.long
@pytest.mark.timeout(3600)
@pytest.mark.parametrize(
    ("kind", "rounds"),
    [
        ("editing", 600),
        ("importing", 100),
        ("bringing", 100),
        ("migrating", 150),
        ("making", 100),
        ("backing_up", 100),
        ("restoring", 100),
        ("erasing", 300),
        ("merging", 300),
        ("dues", 300),
    ],
)
@pytest.mark.parametrize("seed", ["a"])
def test_killed_a_thousand_times(tmp_path, kind, rounds, seed):
    kill({kind: rounds}, f"{kind} {seed}", tmp_path)
