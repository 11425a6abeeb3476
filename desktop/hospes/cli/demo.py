# SPDX-License-Identifier: GPL-3.0-or-later
"""`hospes demo FILE`: the example association, of any size."""

from pathlib import Path
from typing import TYPE_CHECKING

from hospes.cli.call import Call

if TYPE_CHECKING:
    from argparse import Namespace

    from hospes.cli.parser import Parser


def arguments(parser: "Parser") -> None:
    """FILE, how many members, the seed, a folder for the extras."""
    text = parser.locale.text
    parser.file(text("the file to make; there must be none of this name"))
    parser.add_argument("--members", type=int, metavar="N", help=text("how many members; 142 if not said"))
    parser.add_argument("--seed", type=int, metavar="N", help=text("the same number makes the same file"))
    parser.add_argument(
        "--extras", metavar="DIR", help=text("a folder for the other laptop's file and an old spreadsheet")
    )


def run(call: Call, args: "Namespace") -> None:
    """Make the file."""
    from hospes import example

    given = {"members": args.members, "seed": args.seed, "today": call.today}
    given["extras"] = Path(args.extras) if args.extras else None
    path = Path(args.file)
    example.build(path, language=call.locale.language, **{k: v for k, v in given.items() if v is not None})
    call.say("{file} is ready to look round in.", file=path.name)
