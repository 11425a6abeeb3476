# SPDX-License-Identifier: GPL-3.0-or-later
"""`hospes backups FILE`: the backups of a file, the newest first, each read whole."""

from pathlib import Path
from typing import TYPE_CHECKING

from hospes.cli.call import Call

if TYPE_CHECKING:
    from argparse import Namespace

    from hospes.cli.parser import Parser
    from hospes.store.backup_places import Listed


def arguments(parser: "Parser") -> None:
    """FILE and --json."""
    parser.file()
    parser.json()


def run(call: Call, args: "Namespace") -> None:
    """List them."""
    from hospes.store import backup_places, files
    from hospes.store.backup import file_id

    path = Path(args.file)
    files.look(path)
    found = backup_places.listed(path, file_id(path), backup_places.chosen())
    if args.json:
        call.json([told(one) for one in found])
        return
    if not found:
        call.say("There is no backup of this file yet.")
    for one in found:
        call.print(_line(call, one))


def told(one: "Listed") -> dict[str, object]:
    """One backup for programs."""
    about = one.backup.manifest if one.backup is not None else None
    return {
        "file": str(one.path),
        "size": one.size,
        "whole": about is not None,
        "made": about.made_at if about else None,
        "day": about.day if about else None,
        "sequence": about.sequence if about else None,
        "schema": about.schema if about else None,
        "figures": dict(about.figures) if about else {},
        "rows": sum(about.counts.values()) if about else None,
    }


def _line(call: Call, one: "Listed") -> str:
    if one.backup is None:
        return call.locale.text("damaged: {file}", file=str(one.path))
    about, locale = one.backup.manifest, call.locale
    parts = [locale.date(about.day, "list")]
    if about.figures:
        parts.append(locale.ntext("{n} member", "{n} members", about.figures.get("members", 0)))
        parts.append(locale.ntext("{n} visit", "{n} visits", about.figures.get("visits", 0)))
    return "  ".join([*parts, str(one.path)])
