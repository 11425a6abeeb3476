# SPDX-License-Identifier: GPL-3.0-or-later
"""`hospes retention FILE [--yes]`: what is kept longer than it may be; with --yes it is removed for good."""

from typing import TYPE_CHECKING

from hospes.cli.call import Call
from hospes.domain.retention import Kept

if TYPE_CHECKING:
    from argparse import Namespace

    from hospes.cli.parser import Parser


def arguments(parser: "Parser") -> None:
    """FILE, which kinds, whether it is meant."""
    text = parser.locale.text
    parser.file()
    parser.add_argument(
        "--kind",
        action="append",
        choices=[kind.value for kind in Kept],
        default=[],
        help=text("only this kind of data; may be given several times"),
    )
    parser.add_argument("--yes", action="store_true", help=text("remove it; without this it is only listed"))
    parser.json()


def run(call: Call, args: "Namespace") -> None:
    """List it; with --yes remove it."""
    from hospes.domain.erasure_words import backups
    from hospes.queries.retention import due

    locale = call.locale
    opened = call.writing if args.yes else call.reading
    cleaned = None
    with opened(args.file) as app:
        rows = [
            row
            for row in app.read(due, app.today, locale.language)
            if not args.kind or row.kind.value in args.kind
        ]
        if args.yes and rows:
            cleaned = app.erase([row.listed for row in rows])
    if args.json:
        call.json({
            "removed": cleaned is not None,
            "due": [
                {"kind": row.kind.value, "what": row.listed.what, "id": row.listed.ref, "since": row.since}
                for row in rows
            ],
        })  # fmt: skip
        return
    for row in rows:
        why = locale.text(row.why, visit=row.visit, date=locale.date(row.since, "long"))
        call.print(f"{locale.label(row.kind)}\t{row.name}\t{why}")
    if not rows:
        call.print(locale.text("Nothing is kept longer than it may be."))
    elif cleaned is not None:
        call.print(
            locale.ntext("{n} entry was removed for good.", "{n} entries were removed for good.", len(rows))
        )
        for line in backups(cleaned.rewritten, len(cleaned.failed), len(cleaned.missing), locale):
            call.print(line)
