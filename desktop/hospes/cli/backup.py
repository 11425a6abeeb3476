# SPDX-License-Identifier: GPL-3.0-or-later
"""`hospes backup FILE [TARGET]`: make a backup, also while a window has the file open."""

from pathlib import Path
from typing import TYPE_CHECKING

from hospes.cli.call import Call

if TYPE_CHECKING:
    from argparse import Namespace

    from hospes.cli.parser import Parser


def arguments(parser: "Parser") -> None:
    """FILE and TARGET."""
    parser.file()
    parser.add_argument(
        "target",
        metavar="TARGET",
        nargs="?",
        help=parser.locale.text("exactly this file; without it the backup goes to its usual place"),
    )


def run(call: Call, args: "Namespace") -> None:
    """Make the backup, read it again, and say where it lies."""
    from hospes.queries.figures import figures
    from hospes.store import backup, backup_places

    now, day = backup_places.moment()
    places = backup_places.chosen()
    with call.reading(args.file) as app:
        counted = app.read(figures, app.today)
        path = app.path
    missing: tuple[Path, ...] = ()
    if args.target is None:
        made = backup_places.make(path, places, now=now, day=day, figures=counted)
        done, missing = made.backup, made.missing
    else:
        number = backup_places.next_number(backup.file_id(path), places)
        done = backup.write(path, Path(args.target), now=now, day=day, sequence=number, figures=counted)
    call.say("Backed up and checked: {file}", file=str(done.path))
    for place in missing:
        call.complain(
            call.locale.text(
                "The place for backups “{folder}” is not plugged in or has no room.", folder=str(place)
            )
        )
