# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the benchmarks of `tests/bench`: `python3 dev.py bench [name …]`."""

import argparse
import subprocess
import sys

from hospes import paths


def main(arguments: list[str] | None = None) -> int:
    """Run the named benchmarks, or all; gives 1 if one could not run."""
    root = paths.source_tree()
    if root is None:
        print("Benchmarks need the source tree.")
        return 1
    folder = root / "tests" / "bench"
    names = sorted(p.stem for p in folder.glob("*.py") if p.stem not in {"ratio", "__init__"})
    parser = argparse.ArgumentParser(prog="dev.py bench")
    parser.add_argument("name", nargs="*", choices=[*names, []], help="which; all if none is named")
    parser.add_argument("--sizes", default="2000,10000,100000", help="numbers of members, with commas")
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args(arguments)
    failed = 0
    for name in given.name or names:
        command = [sys.executable, str(folder / f"{name}.py"), given.sizes, str(given.rounds)]
        failed |= subprocess.run(command, cwd=root, check=False).returncode
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
