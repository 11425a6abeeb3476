# SPDX-License-Identifier: GPL-3.0-or-later
"""`hospes draw FILE VISIT --seed S`: a fair draw of places; `--apply` gives them.

Without `--apply` nothing is written. The same seed gives the same result on every computer, so a draw made in
public can be checked by anybody with the file or with its printed record.
"""

from typing import TYPE_CHECKING

from hospes.cli.call import Call
from hospes.domain.errors import UserError
from hospes.i18n.marks import N_

if TYPE_CHECKING:
    from argparse import Namespace
    from uuid import UUID

    from hospes.app import App
    from hospes.cli.parser import Parser
    from hospes.domain.draw import ClassRule, Drawn
    from hospes.queries.participants_draw import InDraw

NO_PLACES = N_("Say with --places how many places there are to give.")


def arguments(parser: "Parser") -> None:
    """FILE, VISIT, the seed, and how many places."""
    text = parser.locale.text
    parser.file()
    parser.add_argument("visit", metavar="VISIT", help=text("a title, a year or an id"))
    parser.add_argument(
        "--seed",
        metavar="TEXT",
        required=True,
        help=text("a number nobody could choose, such as the lottery numbers of a day"),
    )
    parser.add_argument(
        "--places", metavar="N", type=int, help=text("places to give; those still free if nothing is said")
    )
    parser.add_argument("--apply", action="store_true", help=text("give the places as drawn"))
    parser.json()


def run(call: Call, args: "Namespace") -> None:
    """Draw, give the places if asked for, and tell the result."""
    from hospes.actions.participations_draw import RULES_KEY, ApplyDraw
    from hospes.domain.draw import draw, rules_from_plain
    from hospes.queries import resolve
    from hospes.queries.participants_draw import in_draw, places_of
    from hospes.queries.settings import setting

    opening = call.writing if args.apply else call.reading
    with opening(args.file) as app:
        visit = app.read(resolve.visit, args.visit, call.locale.language)
        people = app.read(in_draw, visit, locale=call.locale, today=app.today)
        places = args.places if args.places is not None else app.read(places_of, visit).free
        if places is None:
            raise UserError(NO_PLACES, code="no-places")
        rules = rules_from_plain(app.read(setting, RULES_KEY))
        result = draw((one.applicant for one in people), places, args.seed, rules)
        if args.apply:
            _apply(app, ApplyDraw(visit, tuple(one.applicant for one in people), places, args.seed, rules))
        if args.json:
            call.json(_as_json(visit, args, places, rules, people, result))
        else:
            _tell(call, people, result, applied=args.apply)


def _apply(app: "App", action: object) -> None:
    from hospes.actions import Action

    assert isinstance(action, Action)
    app.run(action)


def _as_json(
    visit: "UUID",
    args: "Namespace",
    places: int,
    rules: "tuple[ClassRule, ...]",
    people: "tuple[InDraw, ...]",
    result: "tuple[Drawn, ...]",
) -> dict[str, object]:
    from hospes.domain.draw import rules_to_plain
    from hospes.domain.names import display_name

    who = {one.applicant.key: one for one in people}
    return {
        "visit_id": visit.hex,
        "seed": args.seed.strip(),
        "places": places,
        "rules": rules_to_plain(rules),
        "applied": bool(args.apply),
        "result": [
            {
                "person": display_name(who[one.key].name),
                "person_id": who[one.key].person_id.hex,
                "number": one.number,
                "party": one.party,
                "class": one.klass.value,
                "lot": one.lot,
                "result": one.result.value,
                "rank": one.rank,
                "reserved": one.reserved,
            }
            for one in result
        ],
    }


def _tell(call: Call, people: "tuple[InDraw, ...]", result: "tuple[Drawn, ...]", *, applied: bool) -> None:
    from hospes.domain.codes_visit import DrawResult
    from hospes.domain.names import display_name

    if not result:
        call.say("Nobody is registered whose place could be drawn.")
        return
    who = {one.applicant.key: display_name(one.name) for one in people}
    for one in result:
        if one.result is DrawResult.PLACE:
            call.say("{person} has a place.", person=who[one.key])
        else:
            call.say("{person} waits as no. {n}.", person=who[one.key], n=one.rank)
    if applied:
        call.say("The places were given. `hospes undo` takes it back.")
    else:
        call.say("Nothing was changed. With --apply the places are given so.")
