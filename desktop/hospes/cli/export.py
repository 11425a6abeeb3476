# SPDX-License-Identifier: GPL-3.0-or-later
"""`hospes export FILE TARGET`: members, contacts, or everything, in the form the target's ending names."""

from pathlib import Path
from typing import TYPE_CHECKING

from hospes.cli.call import Call
from hospes.transfer.exporting import NOT_YET, WHAT, export

if TYPE_CHECKING:
    from argparse import Namespace

    from hospes.cli.parser import Parser


def arguments(parser: "Parser") -> None:
    """FILE, TARGET, what, in which language, for whom."""
    text = parser.locale.text
    parser.file()
    parser.add_argument(
        "target", metavar="TARGET", help=text("the file to write: .csv .xlsx .ods .vcf .json")
    )
    parser.add_argument("--what", choices=[*WHAT, *NOT_YET], required=True, help=text("what to write"))
    parser.add_argument("--visit", metavar="V", help=text("the visit that is meant"))
    parser.add_argument("--filter", metavar="TEXT", default="", help=text("only those a filter lets through"))
    parser.add_argument("--language", metavar="CODE", default="", help=text("language of the headings"))
    parser.json()


def run(call: Call, args: "Namespace") -> None:
    """Write the file and say how much is in it."""
    from hospes.queries.filters import read_filter

    target = Path(args.target)
    chosen = read_filter(args.filter) if args.filter.strip() else None
    with call.reading(args.file) as app:
        written = export(
            app.read, target, args.what, app.today, language=args.language, filter_=chosen, locale=call.locale
        )
    if args.json:
        call.json({"rows": written.rows, "target": str(written.path), "what": args.what})
    else:
        call.print(
            call.locale.ntext(
                "{n} row written to {file}", "{n} rows written to {file}", written.rows, file=target.name
            )
        )
