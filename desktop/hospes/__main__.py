# SPDX-License-Identifier: GPL-3.0-or-later
"""The way in: `hospes`, `python -m hospes`, and the program file of a frozen build.

No word, or a first word that is no command, opens the window; everything else is the command line (decision
38). Nothing heavy is imported here: which libraries are loaded is decided by what was asked for.
"""

import logging
import os
import sys

CHILD = "--hospes-child"
"""`hospes.children.HIDDEN_ARGUMENT`: a frozen build calls itself to read a foreign file or to solve."""


def main(arguments: list[str] | None = None) -> int:
    """Do what the arguments (by default the process's) ask for; gives the exit code of the contract."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words[:1] == [CHILD]:
        from hospes.children import main as be_child

        return be_child(words[1:])
    # Until a log is open, what is logged goes nowhere: by itself Python would write it on the terminal.
    logging.getLogger("hospes").addHandler(logging.NullHandler())
    from hospes.cli import main as cli

    today, rest = _today(words)
    if rest and (rest[0].startswith("-") or rest[0] in cli.COMMANDS):
        return cli.main(words)
    if len(rest) > 1 or (rest and cli.mistyped(rest[0])):
        return cli.main(words)  # no command and more than a file: let it explain what can be called
    if today:
        os.environ["HOSPES_TODAY"] = today
    if not _has_display():
        return cli.refuse("There is no display here, so the window cannot open.")
    from hospes.ui.main import main as window

    return window(rest[0] if rest else None)


def _today(words: list[str]) -> tuple[str | None, list[str]]:
    """The day given before or after a FILE, and the other words; commands read their own (product 4)."""
    for at, word in enumerate(words):
        if word.startswith("--today="):
            return word.partition("=")[2], words[:at] + words[at + 1 :]
        if word == "--today" and at + 1 < len(words):
            return words[at + 1], words[:at] + words[at + 2 :]
    return None, words


def _has_display() -> bool:
    """Whether a window can be shown; only Linux and its relatives may have no display."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main())
