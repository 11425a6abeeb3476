# SPDX-License-Identifier: GPL-3.0-or-later
"""`hospes funding FILE [SCHEME]`: the funding schemes, their figures, and what one would pay for a visit.

`--correct PATH=VALUE` puts a figure right, or back to the one of Hospes with nothing behind the sign.
`--give TARGET` writes the rules of a scheme into a file; `--bring-in SOURCE` tells what such a file says
otherwise, and with `--apply` brings it in.
"""

from typing import TYPE_CHECKING

from hospes.cli.call import Call, Wrong
from hospes.cli.funding_rules import bring_in_rules, give_rules
from hospes.domain.errors import UserError
from hospes.i18n.marks import N_

if TYPE_CHECKING:
    from argparse import Namespace
    from uuid import UUID

    from hospes.app import App
    from hospes.cli.parser import Parser
    from hospes.domain.funding import Figure, Scheme
    from hospes.queries.funding import SchemeRow
    from hospes.queries.grant_views import GrantView

HALF_ROUND_THE_EARTH = 20_040
"""Kilometres; nobody has a longer way."""

MARKS = {"red": "✗", "amber": "!", "green": "✓"}
"""Before a rule: broken, to be looked at, kept."""


def arguments(parser: "Parser") -> None:
    """FILE, a scheme, a visit, and figures to put right."""
    text = parser.locale.text
    parser.file()
    parser.add_argument(
        "scheme", metavar="SCHEME", nargs="?", help=text("a code or a name; without one all are listed")
    )
    parser.add_argument("--visit", metavar="V", help=text("tell what it would pay for this visit"))
    parser.add_argument(
        "--km", metavar="N", help=text("kilometres one way, where the visit has no grant of it yet")
    )
    parser.add_argument(
        "--correct",
        metavar="PATH=VALUE",
        action="append",
        default=[],
        help=text("put a figure right; with nothing behind the sign the figure of Hospes counts again"),
    )
    parser.add_argument("--source", metavar="TEXT", default="", help=text("where the figures are from"))
    parser.add_argument("--give", metavar="TARGET", help=text("write its rules into a .hospes-rules file"))
    parser.add_argument(
        "--bring-in",
        metavar="SOURCE",
        help=text("tell what a file of rules says otherwise"),
    )
    parser.add_argument("--apply", action="store_true", help=text("bring these rules in"))
    parser.json()


def run(call: Call, args: "Namespace") -> None:
    """List, show, compute or correct."""
    from hospes.queries.funding import schemes

    if args.bring_in:
        bring_in_rules(call, args)
        return
    if args.apply:
        raise Wrong(N_("--apply goes with --bring-in."))
    if args.scheme is None and (args.correct or args.visit or args.give):
        raise Wrong(N_("Say which funding scheme is meant."))
    if args.source and not args.correct:
        raise Wrong(N_("--source goes with --correct."))
    if args.km is not None and not args.visit:
        raise Wrong(N_("--km goes with --visit."))
    km = _kilometres(args.km)
    opening = call.writing if args.correct else call.reading
    with opening(args.file) as app:
        known = app.read(schemes)
        if args.scheme is None:
            _list(call, known, json=args.json)
            return
        row = _chosen(known, args.scheme, call)
        if args.correct:
            _correct(app, row.scheme, args)
            row = app.read(schemes)[row.code]
        if args.give:
            give_rules(call, app, row.scheme, args)
            return
        found = _estimated(app, row, args.visit, km, call) if args.visit else None
        if args.json:
            call.json(_as_json(call, row, found))
        else:
            _tell(call, row.scheme, found)


def _kilometres(said: str | None) -> int | None:
    """The way to the other town. Raises Wrong."""
    if said is None:
        return None
    if not (said.isascii() and said.isdigit() and int(said) <= HALF_ROUND_THE_EARTH):
        raise Wrong(N_("“{word}” is no number of kilometres."), word=said)
    return int(said)


def _chosen(known: "dict[str, SchemeRow]", wanted: str, call: Call) -> "SchemeRow":
    """The scheme of a code, else the only one whose name has the words. Raises UserError."""
    from hospes.i18n.fold import fold

    if wanted in known:
        return known[wanted]
    named = [
        row for row in known.values() if any(fold(wanted) in fold(name) for name in row.scheme.names.values())
    ]
    if len(named) != 1:
        raise UserError(
            "There is no one funding scheme called “{name}”. `hospes funding` lists them.",
            code="no-scheme",
            name=wanted,
        )
    return named[0]


def _correct(app: "App", scheme: "Scheme", args: "Namespace") -> None:
    from hospes.actions.grants import CorrectFigure

    figures = {figure.path: figure for figure in scheme.figures}
    for given in args.correct:
        path, sign, value = given.partition("=")
        if not sign:
            raise Wrong(N_("Write a figure as PATH=VALUE."))
        figure = figures.get(path)
        if figure is None:
            raise UserError("This scheme has no figure {path}.", code="no-figure", path=path)
        shipped = figure.shipped if figure.edited else figure.text
        typed = value.strip() or None
        app.run(CorrectFigure(scheme.code, path, typed, shipped, args.source, figure.percent))


def _estimated(app: "App", row: "SchemeRow", visit: str, km: int | None, call: Call) -> "GrantView":
    from hospes.queries import resolve
    from hospes.queries.grant_views import scheme_view

    visit_id: UUID = app.read(resolve.visit, visit, call.locale.language)
    return app.read(scheme_view, visit_id, row.scheme, app.today, call.locale.language, km)


def _list(call: Call, known: "dict[str, SchemeRow]", *, json: bool) -> None:
    language = call.locale.language
    if json:
        call.json([_head(row, language) for row in known.values()])
        return
    for row in known.values():
        call.print(f"{row.code}: {row.scheme.name(language)}")


def _head(row: "SchemeRow", language: str) -> dict[str, object]:
    scheme = row.scheme
    return {
        "scheme": row.code,
        "name": scheme.name(language),
        "funder": scheme.funder,
        "currency": scheme.currency,
        "own": scheme.own,
        "source": scheme.source,
        "to_verify": scheme.to_verify,
        "rates": [{"from": one.first, "to": one.last} for one in scheme.rates],
    }


def _as_json(call: Call, row: "SchemeRow", found: "GrantView | None") -> dict[str, object]:
    from hospes.domain.grants_checks import check_words
    from hospes.domain.grants_words import computed_words, part_words

    data = _head(row, call.locale.language) | {"figures": [_figure(one) for one in row.scheme.figures]}
    if found is None or found.before is None:
        return data
    estimate = found.before
    return data | {
        "estimate": {
            "people": found.expected,
            "total": estimate.total,
            "upto": estimate.upto,
            "cap": estimate.cap,
            "lines": [
                {
                    "code": line.part,
                    "text": part_words(call.locale, line.part),
                    "amount": line.amount,
                    "counted": computed_words(call.locale, line),
                    "missing": line.missing,
                }
                for line in estimate.lines
            ],
            "checks": [
                {"code": one.code, "light": one.light.value, "text": check_words(call.locale, one.rule)}
                for one in found.checks
            ],
            "deadlines": [{"code": one.kind.value, "on": one.on} for one in found.deadlines],
        }
    }


def _figure(figure: "Figure") -> dict[str, object]:
    return {
        "path": figure.path,
        "value": figure.text,
        "verify": figure.verify,
        "source": figure.source,
        "checked_on": figure.checked_on,
        "edited": figure.edited,
        "shipped": figure.shipped if figure.edited else figure.text,
    }


def _tell(call: Call, scheme: "Scheme", found: "GrantView | None") -> None:
    from hospes.domain.grants_checks import check_words
    from hospes.domain.grants_words import computed_words, figure_words, part_words

    locale = call.locale
    call.print(scheme.name(locale.language))
    if found is None or found.before is None:
        for figure in scheme.figures:
            words = f"{figure.path} = {figure_words(locale, figure)}"
            call.print(locale.text("{words} (to be checked)", words=words) if figure.verify else words)
        return
    for line in found.before.lines:
        counted = computed_words(locale, line)
        call.say(
            "{what}: {amount} ({counted})", what=part_words(locale, line.part), amount=line.amount,
            counted=counted,
        )  # fmt: skip
    call.say("It would pay {amount}.", amount=found.before.total)
    for check in found.checks:
        words = check_words(locale, check.rule)
        if check.found is not None:
            words = locale.text("{rule} {found}", rule=words, found=check_words(locale, check.found))
        call.print(f"{MARKS[check.light.value]} {words}")
