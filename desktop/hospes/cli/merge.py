# SPDX-License-Identifier: GPL-3.0-or-later
"""`hospes merge MINE THEIRS`: bring in what the other laptop did.

With something to decide and no `--take` nothing is changed; what has to be decided is listed and the exit
code is 1 (decision 26).
"""

from pathlib import Path
from typing import TYPE_CHECKING, cast

from hospes.cli.call import Call

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from hospes.actions.laptops import BroughtIn
    from hospes.cli.parser import Parser
    from hospes.domain.merge.plan import Plan
    from hospes.queries.laptops import Card, Choice, Described


def arguments(parser: "Parser") -> None:
    """MINE, THEIRS, the base, what to take."""
    text = parser.locale.text
    parser.add_argument("mine", metavar="MINE", help=text("your file"))
    parser.add_argument("theirs", metavar="THEIRS", help=text("the file of the other laptop"))
    parser.add_argument(
        "--base", metavar="BASE", help=text("what both had last in common; found by itself if not said")
    )
    parser.add_argument(
        "--take",
        choices=("mine", "theirs", "later"),
        help=text("what to take where both changed the same; later: decide in the window"),
    )
    parser.json()


def run(call: Call, args: "Namespace") -> int | None:
    """Look at theirs, then bring it in as one step after a backup of both."""
    from hospes.domain.merge.answers import Answer
    from hospes.merging import look_at
    from hospes.queries.broken_together import broken_together, new_in
    from hospes.queries.laptops import described
    from hospes.queries.names import names

    theirs = Path(args.theirs)
    with call.writing(args.mine) as app:
        plan = look_at(Path(args.mine), theirs, Path(args.base) if args.base else None)
        told = app.read(described, plan, call.locale, listed=True)
        if plan.nothing:
            _tell_nothing(call, args.json)
            return None
        if told.cards and args.take is None:
            _refuse(call, told, as_json=args.json)
            return 1
        answers = tuple(Answer(args.take) for _ in plan.merged.questions)
        base = Path(args.base) if args.base else None
        before = app.read(broken_together, app.today)
        outcome = app.bring_in_laptop(theirs, plan, answers, base=base)
        broken = new_in(app.read(broken_together, app.today), before)
        called = app.read(names, {one.id for one in broken}, call.locale.code)
    nameless = call.locale.text("an entry without a name")
    sentences = [
        call.locale.text(one.msgid, name=called[one.id].text if one.id in called else nameless, **one.args)
        for one in broken
    ]
    result = cast("BroughtIn", outcome.result)  # what bringing in gives
    _tell(call, told, result, plan, sentences, as_json=args.json)
    return None


def _tell_nothing(call: Call, as_json: bool) -> None:
    if as_json:
        call.json({"brought_in": 0, "changes": 0, "decide": [], "code": "laptop-nothing-new"})
    else:
        call.say("Nothing new in this file.")


def _refuse(call: Call, told: "Described", *, as_json: bool) -> None:
    locale = call.locale
    n = len(told.cards)
    words = locale.ntext(
        "{n} change needs your decision, so nothing was brought in. Say --take mine, theirs or later.",
        "{n} changes need your decision, so nothing was brought in. Say --take mine, theirs or later.",
        n,
    )
    if as_json:
        call.json(
            {
                "brought_in": 0,
                "changes": len(told.lines) + n,
                "decide": [_plain(one) for one in told.cards],
                "code": "laptop-decide",
                "text": words,
            }
        )
        return
    for line in (*told.lines, *lines(call, told)):
        call.print(line)
    call.complain(words)


def lines(call: Call, told: "Described") -> list[str]:
    """The questions, a line each."""
    locale = call.locale
    return [
        locale.text(
            "Decide: {what} · yours: {mine} · theirs: {theirs}",
            what=card.title,
            mine=_said(call, card.mine),
            theirs=_said(call, card.theirs),
        )
        for card in told.cards
    ]


def _said(call: Call, choice: "Choice") -> str:
    text = call.locale.text("taken out") if choice.deleted else choice.text or call.locale.text("still there")
    if choice.who and choice.when is not None:
        day = choice.when.astimezone().date()
        return call.locale.text("{value} ({who}, {day})", value=text, who=choice.who, day=day)
    return text


def _plain(card: "Card") -> dict[str, object]:
    return {
        "what": card.title,
        "code": card.kind,
        "mine": {
            "text": card.mine.text,
            "who": card.mine.who,
            "at": card.mine.when,
            "gone": card.mine.deleted,
        },
        "theirs": {
            "text": card.theirs.text,
            "who": card.theirs.who,
            "at": card.theirs.when,
            "gone": card.theirs.deleted,
        },
    }


def _tell(
    call: Call,
    told: "Described",
    result: "BroughtIn",
    plan: "Plan",
    broken: "Sequence[str]",
    *,
    as_json: bool,
) -> None:
    locale = call.locale
    if as_json:
        call.json(
            {
                "brought_in": result.changes,
                "changes": plan.merged.count,
                "waiting": result.waiting,
                "decide": [_plain(one) for one in told.cards],
                "renumbered": [{"name": a, "from": b, "to": c} for a, b, c in told.renumbered],
                "lines": list(told.lines),
                "together": list(broken),
            }
        )
        return
    for line in (*told.lines, *broken):
        call.print(line)
    for name, before, after in told.renumbered:
        call.print(
            locale.text(
                "{name}: the number {before} was given twice and is {after} now.",
                name=name, before=before, after=after,
            )
        )  # fmt: skip
    call.print(locale.ntext("{n} change came in.", "{n} changes came in.", result.changes))
    if result.waiting:
        call.print(
            locale.ntext(
                "{n} change waits for your decision; yours stays until then.",
                "{n} changes wait for your decision; yours stay until then.",
                result.waiting,
            )
        )
