# SPDX-License-Identifier: GPL-3.0-or-later
"""`hospes search FILE TEXT`: find anyone or anything."""

from dataclasses import asdict
from typing import TYPE_CHECKING

from hospes.cli.call import Call

if TYPE_CHECKING:
    from argparse import Namespace

    from hospes.cli.parser import Parser


def arguments(parser: "Parser") -> None:
    """FILE, TEXT, how many, --json."""
    text = parser.locale.text
    parser.file()
    parser.add_argument("text", metavar="TEXT", nargs="+", help=text("what to look for"))
    parser.add_argument("--limit", type=int, default=50, metavar="N", help=text("at most so many"))
    parser.json()


def run(call: Call, args: "Namespace") -> None:
    """Print what was found, the best first."""
    from hospes.queries.search import search

    with call.reading(args.file) as app:
        found = app.read(search, " ".join(args.text), call.locale, app.today, max(args.limit, 0))
    if args.json:
        call.json([asdict(hit) for hit in found])
        return
    for hit in found:
        call.print("  ".join(part for part in (hit.id.hex, hit.kind, hit.title, hit.detail) if part))
    if not found:
        call.say("Nothing matches “{text}”.", text=" ".join(args.text))
