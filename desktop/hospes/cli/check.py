# SPDX-License-Identifier: GPL-3.0-or-later
"""`hospes check FILE`: structure, references and house rules; changes nothing."""

from typing import TYPE_CHECKING

from hospes.cli.call import Call

if TYPE_CHECKING:
    from argparse import Namespace

    from hospes.app import App
    from hospes.cli.parser import Parser


def arguments(parser: "Parser") -> None:
    """FILE, --thorough and --json."""
    parser.file()
    parser.add_argument(
        "--thorough", action="store_true", help=parser.locale.text("compare every index with its table too")
    )
    parser.json()


def run(call: Call, args: "Namespace") -> int:
    """Print every problem; errors make exit code 1, warnings alone 0 (decision 39)."""
    with call.reading(args.file) as app:
        problems = _structure(call, app, thorough=args.thorough)
        if not problems:
            problems = _rules(call, app)
    errors = [one for one in problems if one["error"]]
    if args.json:
        call.json({"ok": not errors, "problems": problems})
    else:
        for one in problems:
            call.print(str(one["text"]))
        if not problems:
            call.say("All is well.")
        elif not errors:
            call.say("Nothing is broken; some things look odd.")
    if errors and not args.json:
        n = len(errors)
        call.complain(call.locale.ntext("{n} problem was found.", "{n} problems were found.", n))
    return 1 if errors else 0


def _structure(call: Call, app: "App", *, thorough: bool) -> list[dict[str, object]]:
    """What SQLite's own check finds; then no rule can be relied on."""
    return [
        {
            "code": "structure",
            "where": part,
            "text": call.locale.text("A part of the file is damaged: {part}.", part=part),
            "error": True,
        }
        for part in app.engine.problems(thorough=thorough)
    ]


def _rules(call: Call, app: "App") -> list[dict[str, object]]:
    from hospes.queries.checks import check_rules
    from hospes.queries.names import names

    found = app.read(check_rules, app.today)
    named = app.read(names, {one.id for one in found}, call.locale.code)
    problems: list[dict[str, object]] = []
    for one in found:
        name = named[one.id].text if one.id in named else call.locale.text("an entry without a name")
        said = call.locale.text(one.msgid, name=name, **one.args)
        where = f"{one.kind} {one.id.hex}"
        problems.append({"code": one.code, "where": where, "text": said, "error": one.error})
    return problems
