# SPDX-License-Identifier: GPL-3.0-or-later
"""`hospes salvage FILE NEW`: put what can still be read of a damaged file into a new one."""

from pathlib import Path
from typing import TYPE_CHECKING

from hospes.cli.call import Call

if TYPE_CHECKING:
    from argparse import Namespace

    from hospes.cli.parser import Parser


def arguments(parser: "Parser") -> None:
    """FILE and NEW."""
    text = parser.locale.text
    parser.file(text("the damaged file; it is left as it is"))
    parser.add_argument("new", metavar="NEW", help=text("the file to make"))
    parser.json()


def run(call: Call, args: "Namespace") -> None:
    """Read what can be read, and say what was left out."""
    from hospes.store.salvage import salvage

    done = salvage(Path(args.file), Path(args.new))
    if args.json:
        call.json({"rows": done.rows, "left_out": done.left_out, "broken": done.broken})
        return
    locale = call.locale
    call.print(locale.ntext("{n} record was read.", "{n} records were read.", done.rows))
    if done.left_out:
        call.print(
            locale.ntext(
                "{n} record did not fit and was left out.",
                "{n} records did not fit and were left out.",
                done.left_out,
            )
        )
    if done.broken:
        call.say("In these parts records may be missing: {parts}.", parts=locale.listing(done.broken))
