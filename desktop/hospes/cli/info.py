# SPDX-License-Identifier: GPL-3.0-or-later
"""`hospes info FILE`: name, towns, counts, schema, last backup."""

from dataclasses import asdict
from typing import TYPE_CHECKING

from hospes.cli.call import Call
from hospes.i18n.locale import Locale

if TYPE_CHECKING:
    from argparse import Namespace

    from hospes.cli.parser import Parser
    from hospes.queries.overview import Overview


def arguments(parser: "Parser") -> None:
    """FILE and --json."""
    parser.file()
    parser.association()
    parser.json()


def run(call: Call, args: "Namespace") -> None:
    """Print what is in the file."""
    from hospes.queries.overview import overview
    from hospes.store import backup_places, driver

    with call.reading(args.file, args.association) as app:
        found = app.read(overview, app.today, call.locale.code)
        size, today = app.path.stat().st_size, app.today
        protected = driver.is_protected(app.path)
    last = backup_places.last(found.file_id, backup_places.chosen())
    if args.json:
        backup = (
            {"made": last.manifest.made_at, "day": last.manifest.day, "file": last.path} if last else None
        )
        call.json({**asdict(found), "size": size, "today": today, "backup": backup, "protected": protected})
        return
    for line in _lines(call.locale, found):
        call.print(line)
    if protected:
        call.say("Protected by a password")
    if last is None:
        call.say("No backup yet")
    else:
        call.say("Last backup {when}", when=last.manifest.made_at)


def _lines(locale: Locale, found: "Overview") -> list[str]:
    where = locale.listing(partner.partition(":")[0] for partner in found.partners)
    lines = [found.name]
    if where:
        lines.append(locale.text("{town}, twinned with {partners}", town=found.town, partners=where))
    elif found.town:
        lines.append(found.town)
    lines += [
        locale.ntext("{n} member", "{n} members", found.members),
        locale.ntext("{n} household", "{n} households", found.households),
        locale.ntext("{n} contact", "{n} contacts", found.contacts),
        locale.ntext("{n} twinning", "{n} twinnings", found.partnerships),
        locale.ntext("{n} visit", "{n} visits", found.visits),
        locale.ntext("{n} step in the history", "{n} steps in the history", found.steps),
    ]
    lines += [
        locale.ntext("{name}: {n} member", "{name}: {n} members", n, name=name)
        for name, n in found.associations
    ]
    if found.last_change is not None:
        lines.append(locale.text("Last changed {when}", when=found.last_change))
    lines.append(locale.text("File version {number}", number=found.schema))
    return lines
