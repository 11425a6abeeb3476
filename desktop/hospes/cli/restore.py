# SPDX-License-Identifier: GPL-3.0-or-later
"""`hospes restore BACKUP FILE`: go back to a backup; the present state is saved as a backup first."""

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from hospes.cli.call import Call
from hospes.domain.errors import UserError

if TYPE_CHECKING:
    from argparse import Namespace

    from hospes.cli.parser import Parser


def arguments(parser: "Parser") -> None:
    """BACKUP and FILE."""
    text = parser.locale.text
    parser.add_argument("backup", metavar="BACKUP", help=text("the backup to go back to"))
    parser.file(text("the file to bring back; if there is none of this name it is made"))


def run(call: Call, args: "Namespace") -> None:
    """Restore, and say where the state before is kept."""
    from hospes.queries.figures import figures
    from hospes.store import backup_places
    from hospes.store.restore import restore

    now, day = backup_places.moment()
    counted: dict[str, int] = {}
    # A damaged file cannot be counted, and is why people go back.
    with contextlib.suppress(UserError), call.reading(args.file) as app:
        counted = app.read(figures, app.today)
    places = backup_places.chosen()
    done = restore(Path(args.backup), Path(args.file), places=places, now=now, day=day, figures=counted)
    name = Path(args.file).name
    call.say("{file} is back as it was on {day}.", file=name, day=done.manifest.day)
    if done.saved is not None:
        call.say("The state before is kept as a backup: {file}", file=str(done.saved.path))
    if done.kept is not None:
        call.say("The damaged file is kept beside it: {file}", file=done.kept.name)
