# SPDX-License-Identifier: GPL-3.0-or-later
"""`hospes undo FILE`: take back the newest step of this computer, whichever program made it."""

from typing import TYPE_CHECKING

from hospes.cli.call import Call
from hospes.domain.errors import UserError

if TYPE_CHECKING:
    from argparse import Namespace

    from hospes.app import App
    from hospes.cli.parser import Parser
    from hospes.store.undo import StepInfo


def arguments(parser: "Parser") -> None:
    """FILE."""
    parser.file()


def run(call: Call, args: "Namespace") -> None:
    """Take back one step; with nothing to take back this is refused (decision 39)."""
    with call.writing(args.file) as app:
        info = app.undo_step()
        if info is None or app.undo() is None:
            raise UserError("There is nothing to undo.", code="nothing-to-undo")
        call.say("Undone: {step}", step=words_of(call, app, info))


def words_of(call: Call, app: "App", info: "StepInfo") -> str:
    """The step in the reader's words, with the names its rows have or had."""
    from hospes.actions.labels import step_words
    from hospes.queries.history import ids_of
    from hospes.queries.names import names

    named = app.read(names, ids_of(info.refs), call.locale.code)
    return step_words(call.locale, info.code, info.refs, {ref: one.text for ref, one in named.items()})
