# SPDX-License-Identifier: GPL-3.0-or-later
"""`hospes history FILE`: what was done, the newest first."""

from typing import TYPE_CHECKING

from hospes.cli.call import Call

if TYPE_CHECKING:
    from argparse import Namespace

    from hospes.cli.parser import Parser
    from hospes.queries.history import StepRow


def arguments(parser: "Parser") -> None:
    """FILE, whose history, how many, --json."""
    text = parser.locale.text
    parser.file()
    parser.add_argument("--person", metavar="P", help=text("only what is about this person"))
    parser.add_argument("--limit", type=int, metavar="N", help=text("at most so many"))
    parser.json()


def run(call: Call, args: "Namespace") -> None:
    """Print the steps."""
    from hospes.queries import resolve
    from hospes.queries.history import history

    with call.reading(args.file) as app:
        person = app.read(resolve.person, args.person, call.locale.code) if args.person else None
        steps = app.read(history, call.locale.code, args.limit, person_id=person)
    if args.json:
        call.json([_plain(call, step) for step in steps])
        return
    for step in steps:
        mark = call.locale.text("(undone)") if step.undone else ""
        parts = (call.locale.moment(step.at), step.who, words_of(call, step), mark)
        call.print("  ".join(part for part in parts if part))
    if not steps:
        call.say("Nothing was done yet.")


def _plain(call: Call, step: "StepRow") -> dict[str, object]:
    return {
        "step": step.order,
        "id": step.id,
        "code": step.code,
        "when": step.at,
        "who": step.who or step.editor,
        "what": words_of(call, step),
        "undone": step.undone,
        "undoes": step.undoes,
        "changes": step.count,
    }


def words_of(call: Call, step: "StepRow") -> str:
    """The step in the reader's words."""
    from hospes.actions.labels import step_words

    said = step_words(call.locale, step.code, step.refs, {ref: one.text for ref, one in step.named.items()})
    return call.locale.text("Undone: {step}", step=said) if step.undoes is not None else said
