# SPDX-License-Identifier: GPL-3.0-or-later
"""All gates of the project in one place: `dev.py check` runs the quick ones, `dev.py test` the tests as well.

What is not checked here is not a rule of the house. Every gate runs even if one before it failed, so that one
call shows everything there is to mend; the exit code is 1 if any failed. They run side by side, one on each
core; the tests, which use all cores themselves, begin with the first core that has nothing else to do.
"""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from hospes import paths


@dataclass(frozen=True, slots=True)
class Gate:
    """One check: its name in the summary and the program that makes it.

    What it says is shown when it is done; as it says it if it is `live`; only if it fails if it is `brief`.
    """

    name: str
    command: tuple[str, ...]
    live: bool = False
    brief: bool = False


def _module(name: str, *words: str) -> tuple[str, ...]:
    return (sys.executable, "-m", name, *words)


SOURCES = ("desktop", "tests", "installer", "dev.py")

GATES = (
    # First, as it takes longer than all others together.
    Gate("types", _module("mypy", "--no-error-summary")),
    Gate("style", _module("ruff", "check", "--quiet", *SOURCES)),
    Gate("format", _module("ruff", "format", "--check", "--quiet", *SOURCES)),
    # import-linter has no `-m`; its script stands beside this Python.
    Gate("imports", (str(Path(sys.executable).with_name("lint-imports")), "--no-logo")),
    Gate("translations", _module("hospes.dev.translations", "check")),
)

FINDING = Gate("finding tests", _module("pytest", "-q", "--collect-only"), brief=True)
"""Compiles all tests once; each of the processes that run them side by side would do it for itself."""


def main(arguments: list[str]) -> int:
    """Run the gates, and for "test" the tests: all, or those that `arguments` name; gives the exit code.

    Args:
        arguments: "check" or "test", then options: `--long` adds the sets with thousands of cases, everything
            else goes to pytest and then only the tests run.
    """
    root = paths.source_tree()
    if root is None or arguments[:1] not in (["check"], ["test"]):
        print("usage: dev.py check | dev.py test [--long] [what to test]", file=sys.stderr)
        return 2
    long = "--long" in arguments
    rest = [word for word in arguments[1:] if word != "--long"]
    gates = list(GATES) if not rest else []
    if arguments[0] == "test":
        gates += [FINDING] if gates else []
        chosen = [] if long else ["-m", "not long"]
        # All of them on all cores, a file's tests in one process so that what they share is made once.
        shared = [] if rest else ["-n", "auto", "--dist", "loadfile"]
        gates.append(Gate("tests", _module("pytest", "-q", *shared, *chosen, *rest), live=True))
    with ThreadPoolExecutor(os.cpu_count()) as cores:
        fine = list(cores.map(lambda gate: _passes(gate, root), gates))
    failed = [gate.name for gate, passed in zip(gates, fine, strict=True) if not passed]
    print("All is well." if not failed else f"To mend: {', '.join(failed)}")
    return 1 if failed else 0


def _passes(gate: Gate, root: Path) -> bool:
    """Run one gate, show what it says, and one line with its result."""
    start = time.monotonic()
    out, err = (None, None) if gate.live else (subprocess.PIPE, subprocess.STDOUT)
    try:
        done = subprocess.run(gate.command, cwd=root, stdout=out, stderr=err, check=False)
        code, said = done.returncode, done.stdout or b""
    except OSError as error:
        code, said = 127, f"{error}\n".encode()
    result = f"{gate.name}: {'ok' if code == 0 else 'FAILED'} ({time.monotonic() - start:.0f} s)"
    if gate.brief and code == 0:
        said = b""
    # In one piece: another gate may be done at the same moment.
    print(said.decode("utf-8", "replace") + result, flush=True)
    return code == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
