# SPDX-License-Identifier: GPL-3.0-or-later
"""`hospes redo FILE`: bring back the step taken back last."""

from typing import TYPE_CHECKING

from hospes.cli.call import Call
from hospes.cli.undo import words_of
from hospes.domain.errors import UserError

if TYPE_CHECKING:
    from argparse import Namespace

    from hospes.cli.parser import Parser


def arguments(parser: "Parser") -> None:
    """FILE."""
    parser.file()


def run(call: Call, args: "Namespace") -> None:
    """Bring one step back; with nothing to bring back this is refused (decision 39)."""
    with call.writing(args.file) as app:
        info = app.redo_step()
        if info is None or app.redo() is None:
            raise UserError("There is nothing to redo.", code="nothing-to-redo")
        call.say("Done again: {step}", step=words_of(call, app, info))
