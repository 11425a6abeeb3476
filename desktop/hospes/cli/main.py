# SPDX-License-Identifier: GPL-3.0-or-later
"""The frame of the command line: which commands there are, and how each of them begins and ends.

A command is a module with three things: `SUMMARY`, `arguments(parser)` and `run(call, args) -> int | None`.
It is named once, in `COMMANDS`. Only the chosen module is imported, and modules import what is heavy inside
`run`, so that help is quick (decision 21).

Exit codes are a contract: 0 done, 1 refused or failed with one line on standard error, 2 wrong call.
"""

import contextlib
import difflib
import logging
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Protocol, cast

from hospes import __version__
from hospes.cli import passwords
from hospes.cli.call import Call, Wrong, chosen_locale
from hospes.cli.parser import Parser
from hospes.domain.errors import FormProblems, UserError
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_

log = logging.getLogger(__name__)

COMMANDS = {
    # name: (module in this package, what it does)
    "new": ("new", N_("make a file for a new association")),
    "demo": ("demo", N_("make a file with the example association, of any size")),
    "info": ("info", N_("tell what is in a file")),
    "import": ("import_", N_("bring in a list of members or contacts")),
    "directory": ("directory", N_("count links between towns anywhere, and compare with what others state")),
    "export": ("export", N_("write a list of members or contacts, or everything, into a file")),
    "papers": ("papers", N_("list every paper and what can be set on it")),
    "paper": ("paper", N_("make a paper: PDF, and of lists spreadsheet or text")),
    "collect": ("collect", N_("collect open dues by direct debit: write the file for the bank")),
    "match": ("match", N_("find the best hosts for the guests of a visit")),
    "costs": ("costs", N_("tell what a visit costs and who pays what; share what is not covered")),
    "funding": ("funding", N_("list funding schemes and their figures, and what they would pay for a visit")),
    "draw": ("draw", N_("draw the places of a visit by lot, so that it can be repeated")),
    "search": ("search", N_("find anyone or anything")),
    "history": ("history", N_("list what was done, the newest first")),
    "undo": ("undo", N_("take back the last step")),
    "redo": ("redo", N_("bring back the step taken back last")),
    "backup": ("backup", N_("make a backup of a file, and check it")),
    "backups": ("backups", N_("list the backups of a file, the newest first")),
    "restore": ("restore", N_("go back to a backup; the present state is kept as a backup")),
    "salvage": ("salvage", N_("put what can still be read of a damaged file into a new one")),
    "merge": ("merge", N_("bring in what was done on the other laptop")),
    "extract": ("extract", N_("write all data on one person into a file, and on nobody else")),
    "erase": ("erase", N_("erase one person for good; Undo does not bring them back")),
    "handover": ("handover", N_("make the package a new committee is handed")),
    "retention": ("retention", N_("list what is kept longer than it may be, and remove it")),
    "signature": ("signature", N_("keep pictures of signatures and the logo for papers, or take them out")),
    "password": ("password", N_("give a file a password, another one, or none")),
    "check": ("check", N_("check structure, references and house rules; changes nothing")),
}
"""Every command; a new one is a file and a line here."""

_WRITES_PLAIN = frozenset({"export", "extract", "paper"})
"""Commands whose outcome anybody can read, whatever the file is protected by."""

DONE, REFUSED, WRONG_CALL = 0, 1, 2


class Command(Protocol):
    """What a module of a command holds."""

    arguments: Callable[[Parser], None]
    run: Callable[[Call, object], int | None]


def main(words: Sequence[str]) -> int:
    """Carry out one command; gives the exit code and never raises."""
    _speak_utf8()
    locale = chosen_locale()
    try:
        return _carry_out(list(words), locale)
    except Wrong as wrong:
        return _say(wrong.said(locale), WRONG_CALL)
    except UserError as error:
        return _say(_sentence(locale, error), REFUSED)
    except KeyboardInterrupt:
        return _say(locale.text("Broken off. Nothing was changed."), REFUSED)
    except BrokenPipeError:
        # Whoever read our output has seen enough (`hospes search … | head`).
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return REFUSED
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else DONE
    except Exception as error:
        # The last frame of all: a fault of the program is one line for people and a full story in the log.
        log.exception("fault in the command line")
        kind = type(error).__name__
        return _say(
            locale.text("Something went wrong in Hospes ({kind}). Your records are safe.", kind=kind), REFUSED
        )


def mistyped(word: str) -> bool:
    """Is it rather a command with a slip than the name of a file that is not there?"""
    return not os.path.exists(word) and bool(difflib.get_close_matches(word, COMMANDS, n=1, cutoff=0.7))


def refuse(msgid: str) -> int:
    """Say one sentence on standard error, in the language of messages; gives the exit code."""
    _speak_utf8()
    return _say(chosen_locale().text(msgid), REFUSED)


def _carry_out(words: list[str], locale: Locale) -> int:
    today, words = _take_today(words)
    if not words or words[0] in {"-h", "--help", "help"}:
        print(_overview(locale), end="")
        return DONE
    if words[0] == "--version":
        print(f"hospes {__version__}")
        return DONE
    name, *rest = words
    if name not in COMMANDS:
        raise _unknown(name)
    module, summary = COMMANDS[name]
    command = cast("Command", import_module(f"hospes.cli.{module}"))
    parser = Parser(f"hospes {name}", locale, locale.text(summary))
    parser.add_argument("--today", metavar="YYYY-MM-DD", help=locale.text("the day it is"))
    command.arguments(parser)
    args = parser.parse_args(rest)
    call = Call(locale, args.today or today)
    _start_log()
    passwords.begin(locale)
    code = command.run(call, args)
    if name in _WRITES_PLAIN and passwords.were_used():
        call.complain(locale.text("What was written is not protected by the password."))
    sys.stdout.flush()
    return DONE if code is None else code


def _take_today(words: list[str]) -> tuple[str | None, list[str]]:
    """`--today` may also stand before the command."""
    if words and words[0].startswith("--today="):
        return words[0].partition("=")[2], words[1:]
    if len(words) > 1 and words[0] == "--today":
        return words[1], words[2:]
    return None, words


def _unknown(name: str) -> Wrong:
    near = difflib.get_close_matches(name, COMMANDS, n=1)
    if name.startswith("-"):
        return Wrong(N_("There is no option {word}. `hospes --help` lists what can be called."), word=name)
    if near:
        return Wrong(N_("There is no command “{word}”. Did you mean “{near}”?"), word=name, near=near[0])
    return Wrong(N_("There is no command “{word}”. `hospes --help` lists all."), word=name)


def _overview(locale: Locale) -> str:
    lines = [
        locale.text("Hospes keeps the records of a town-twinning association."),
        "",
        "  hospes              " + locale.text("open the window"),
        "  hospes FILE         " + locale.text("open the window with this file"),
        "",
    ]
    lines += [f"  hospes {name:<12} {locale.text(summary)}" for name, (_, summary) in COMMANDS.items()]
    lines += ["", locale.text("`hospes COMMAND --help` tells more about a command."), ""]
    return "\n".join(lines)


def _sentence(locale: Locale, error: UserError) -> str:
    said = locale.message(error)
    if isinstance(error, FormProblems):
        said = " ".join([said, *(locale.message(problem) for problem in error.problems)])
    return said


def _say(text: str, code: int) -> int:
    # One line, whatever stands in names: scripts read it.
    line = " ".join(text.split())
    with contextlib.suppress(BrokenPipeError):
        print(f"hospes: {line}", file=sys.stderr)
    return code


def _start_log() -> None:
    from hospes import log as logs
    from hospes import paths

    try:
        logs.start(paths.log_file())
    except OSError:
        logs.start(None)


def _speak_utf8() -> None:
    """What we print is UTF-8 wherever we run; what a file name hides is shown, never a fault."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
