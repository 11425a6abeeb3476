# SPDX-License-Identifier: GPL-3.0-or-later
"""`hospes password FILE`: give a file a password, another one, or none.

The password is asked for without being shown, or read from the file named in HOSPES_PASSWORD_FILE; a new one
from the file named in HOSPES_NEW_PASSWORD_FILE. Never an argument: other people of the computer can read
those (decision 29).
"""

from pathlib import Path
from typing import TYPE_CHECKING

from hospes.cli.call import Call
from hospes.domain.errors import UserError

if TYPE_CHECKING:
    from argparse import Namespace

    from hospes.cli.parser import Parser


def arguments(parser: "Parser") -> None:
    """FILE, --remove."""
    parser.file()
    parser.add_argument("--remove", action="store_true", help=parser.locale.text("take the password away"))


def run(call: Call, args: "Namespace") -> None:
    """Change it by copy and swap; the backups follow."""
    from hospes.cli.passwords import new_password
    from hospes.store import backup_places, driver, files, password

    path = Path(args.file)
    files.look(path)  # asks for the present password
    if args.remove and not driver.is_protected(path):
        raise UserError("This file has no password.", code="password-none")
    wanted = "" if args.remove else new_password(call.locale)
    now, _ = backup_places.moment()
    done = password.change(path, wanted, now=now, places=backup_places.chosen())
    if wanted:
        call.say("The file is protected by the password now.")
    else:
        call.say("The file has no password any more.")
    if done.backups:
        call.print(
            call.locale.ntext(
                "{n} backup was written anew like it.", "{n} backups were written anew like it.", done.backups
            )
        )
    for one in (*done.failed, *done.missing):
        call.complain(call.locale.text("Could not be reached, so it stays as it was: {file}", file=str(one)))
