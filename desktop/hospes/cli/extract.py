# SPDX-License-Identifier: GPL-3.0-or-later
"""`hospes extract FILE PERSON TARGET`: all data on one person, and on nobody else (Art. 15 and 20 GDPR)."""

from pathlib import Path
from typing import TYPE_CHECKING

from hospes.cli.call import Call

if TYPE_CHECKING:
    from argparse import Namespace

    from hospes.cli.parser import Parser


def arguments(parser: "Parser") -> None:
    """FILE, PERSON, TARGET."""
    text = parser.locale.text
    parser.file()
    parser.add_argument("person", metavar="PERSON", help=text("whose data; a name, a number or an id"))
    parser.add_argument(
        "target", metavar="TARGET", help=text("the file to write: .zip with sheet and documents, or .json")
    )
    parser.json()


def run(call: Call, args: "Namespace") -> None:
    """Write the file and say how much is in it."""
    from hospes.papers.extracting import check_target, read_everything, write_into
    from hospes.queries.resolve import person
    from hospes.transfer.writers.whole import whole_file

    target = Path(args.target)
    check_target(target)
    language = call.locale.language
    with call.reading(args.file) as app:
        who = app.read(person, args.person, language)
        found = app.read(read_everything, who, app.today, language)
    with whole_file(target) as part:
        write_into(part, found, target.suffix)
    rows = found.extract.rows
    if args.json:
        call.json(
            {"target": str(target), "person": who, "rows": rows, "documents": len(found.extract.attached)}
        )
    else:
        call.print(
            call.locale.ntext(
                "{file}: {n} record about {person}",
                "{file}: {n} records about {person}",
                rows,
                file=target.name,
                person=found.extract.name,
            )
        )
