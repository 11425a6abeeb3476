# SPDX-License-Identifier: GPL-3.0-or-later
"""How the command line learns a password: typed without being shown, or from a file; never an argument."""

import getpass
import os
import sys
from pathlib import Path

from hospes.domain.errors import UserError
from hospes.i18n.locale import Locale

VARIABLE, NEW_VARIABLE = "HOSPES_PASSWORD_FILE", "HOSPES_NEW_PASSWORD_FILE"


def begin(locale: Locale) -> None:
    """From now on a protected file makes this process ask."""
    from hospes.store import keyring

    def ask(path: Path) -> str | None:
        if VARIABLE in os.environ:
            return _from_file(os.environ[VARIABLE])
        if not sys.stdin.isatty():
            return None
        return getpass.getpass(locale.text("Password of “{name}”:", name=path.name) + " ")

    keyring.asker = ask


def were_used() -> bool:
    """Whether this call opened a protected file."""
    from hospes.store import keyring

    return bool(keyring.to_plain())


def new_password(locale: Locale) -> str:
    """A new password, typed twice, after the warning.

    Raises:
        UserError: nobody can be asked, or the two are not the same.
    """
    if NEW_VARIABLE in os.environ:
        return _from_file(os.environ[NEW_VARIABLE])
    if not sys.stdin.isatty():
        raise UserError(
            "Nobody can be asked for a password here. Name a file with it in {variable}.",
            code="password-unasked",
            variable=NEW_VARIABLE,
        )
    print(
        locale.text(
            "Write the password down and keep it in a safe place. Whoever forgets it cannot open the file "
            "any more. Nobody can, not even we."
        ),
        file=sys.stderr,
    )
    first = getpass.getpass(locale.text("New password:") + " ")
    if first != getpass.getpass(locale.text("Once more:") + " "):
        raise UserError("The two passwords are not the same.", code="password-unequal")
    return first


def _from_file(name: str) -> str:
    """The first line of a file; it may be written by any editor."""
    try:
        text = Path(name).read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise UserError(
            "The file with the password cannot be read: {name}", code="password-file", name=name
        ) from None
    return text.split("\n", 1)[0].rstrip("\r")
