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


def kill(kind, rounds, seed, folder):
    """Kill so many children at their work; gives what happened."""
    words = [
        sys.executable,
        "-W",
        "error",
        "-m",
        "tests.safety.killing",
        kind,
        str(rounds),
        str(seed),
        str(folder),
    ]
    places = os.pathsep.join([str(ROOT), str(ROOT / "desktop")])
    done = subprocess.run(
        words, capture_output=True, text=True, check=False, cwd=ROOT, env={**os.environ, "PYTHONPATH": places}
    )
    assert done.returncode == 0, done.stderr[-2000:]
    result = json.loads(done.stdout.splitlines()[-1])
    assert result["rounds"] == rounds
    return result


def test_killed_while_editing(tmp_path):
    result = kill("editing", 20, 1, tmp_path)
    assert len(result["promises"]) > 3, "the kills came at different moments"


def test_killed_while_adding_many_people(tmp_path):
    kill("importing", 4, 2, tmp_path)


def test_killed_while_bringing_in_a_list(tmp_path):
    kill("bringing", 3, 5, tmp_path)


def test_killed_while_migrating(tmp_path):
    kill("migrating", 4, 3, tmp_path)


def test_killed_while_making_a_file_backing_up_and_going_back(tmp_path):
    kill("making,backing_up,restoring", 4, 4, tmp_path)


def test_killed_while_erasing_merging_or_asking_for_dues(tmp_path):
    """T1.2: all or nothing, and doing it again makes nothing double."""
    kill("erasing,merging,dues", 2, 8, tmp_path)


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
    kill(kind, rounds, f"{kind} {seed}", tmp_path)
