# SPDX-License-Identifier: GPL-3.0-or-later
"""`hospes costs FILE VISIT`: what a visit costs and who pays what; `--share` parts what is not covered.

Without `--apply` nothing is written. The parts are to the cent and always the same.
"""

from typing import TYPE_CHECKING

from hospes.cli.call import Call, Wrong
from hospes.domain.cost_split import CostSplit
from hospes.i18n.marks import N_

if TYPE_CHECKING:
    from argparse import Namespace

    from hospes.app import App
    from hospes.cli.parser import Parser
    from hospes.domain.budget import Account
    from hospes.queries.bearers import BearerOption
    from hospes.queries.budget import BudgetView

OPEN = "open"


def arguments(parser: "Parser") -> None:
    """FILE, VISIT, how much is shared, and among whom."""
    text = parser.locale.text
    parser.file()
    parser.add_argument("visit", metavar="VISIT", help=text("a title, a year or an id"))
    parser.add_argument(
        "--share",
        metavar="AMOUNT",
        nargs="?",
        const=OPEN,
        help=text("share so much, or what is not covered if no amount is said"),
    )
    parser.add_argument(
        "--among",
        choices=[one.value for one in CostSplit],
        default=CostSplit.PERSON.value,
        help=text("among whom it is shared"),
    )
    parser.add_argument("--apply", action="store_true", help=text("keep the shares"))
    parser.json()


def run(call: Call, args: "Namespace") -> None:
    """Tell the budget and the accounts; share, and keep the shares if asked for."""
    from hospes.queries import resolve
    from hospes.queries.budget import budget

    if args.apply and args.share is None:
        raise Wrong(N_("Say with --share what is to be shared."))
    opening = call.writing if args.apply else call.reading
    with opening(args.file) as app:
        visit = app.read(resolve.visit, args.visit, call.locale.language)
        view = app.read(budget, visit, app.today, call.locale)
        told = None if args.share is None else _share(call, app, view, args)
        if args.apply:
            view = app.read(budget, visit, app.today, call.locale)
        if args.json:
            call.json(_as_json(view) | ({} if told is None else {"shared": told}))
        elif told is None:
            _tell(call, view)
        else:
            _tell_shares(call, told)


def _share(call: Call, app: "App", view: "BudgetView", args: "Namespace") -> dict[str, object]:
    from hospes.actions.bearers import ShareCosts, shared
    from hospes.domain.cost_split import split
    from hospes.domain.money import read_money
    from hospes.domain.values import Money
    from hospes.queries.cost_split import other_sharers, sharers

    amount = view.unshared if args.share == OPEN else read_money(args.share, view.currency)
    if amount.minor <= 0 and args.share != OPEN:
        raise Wrong(N_("“{word}” cannot be shared: an amount above nought can."), word=args.share)
    others = app.read(other_sharers, view.visit_id, call.locale.language)
    people = app.read(sharers, view.visit_id, app.today, others)
    shares = split(amount.minor, people, CostSplit(args.among))
    people_parts, parts = shared(shares, others)
    if args.apply:
        app.run(ShareCosts(view.visit_id, people_parts, parts, view.currency))
    called = _names(app, view, others, call)
    return {
        "amount": amount,
        "among": args.among,
        "applied": bool(args.apply),
        "shares": [
            {**called[key], "amount": Money(minor, view.currency)} for key, minor in shares.items() if minor
        ],
    }


def _names(
    app: "App", view: "BudgetView", others: "tuple[BearerOption, ...]", call: Call
) -> dict[object, dict[str, object]]:
    """Names and ids by the key of a share."""
    from hospes.domain.names import display_name
    from hospes.queries.participants import visit_people

    found: dict[object, dict[str, object]] = {
        one.ref: {"name": one.name, "kind": one.kind.value, "id": one.ref.hex} for one in others
    }
    people = app.read(visit_people, view.visit_id, locale=call.locale, today=app.today)
    for one in people.rows:
        name = display_name(one.name)
        found[one.participation_id] = {"name": name, "kind": "person", "id": one.person_id.hex}
    return found


def _as_json(view: "BudgetView") -> dict[str, object]:
    from hospes.domain.names import display_name
    from hospes.domain.values import Money

    def money(minor: int) -> Money:
        return Money(minor, view.currency)

    payers: list[dict[str, object]] = [
        {"name": display_name(one.name), "kind": "person", "id": one.person_id.hex, **_account(one.account)}
        for one in view.accounts
    ]
    payers += [
        {
            "name": one.who.name, "kind": one.who.kind.value, "id": one.who.ref.hex,
            **_account(one.account),
        }
        for one in view.bearers
    ]  # fmt: skip
    return {
        "visit_id": view.visit_id.hex,
        "currency": view.currency,
        "costs": {"planned": money(view.planned.costs), "real": money(view.real.costs)},
        "income": {"planned": money(view.planned.income), "real": money(view.real.income)},
        "missing": view.missing,
        "unshared": view.unshared,
        "payers": payers,
    }


def _account(account: "Account") -> dict[str, object]:
    return {"owed": account.owed, "paid": account.paid, "open": account.open}


def _tell(call: Call, view: "BudgetView") -> None:
    from hospes.domain.names import display_name
    from hospes.domain.values import Money

    call.say(
        "{costs} of costs and {income} of income are planned.",
        costs=Money(view.planned.costs, view.currency),
        income=Money(view.planned.income, view.currency),
    )
    if view.missing:
        call.say("{amount} still missing", amount=view.missing)
    payers: list[tuple[str, Account]] = [(display_name(one.name), one.account) for one in view.accounts]
    payers += [(one.who.name, one.account) for one in view.bearers]
    for name, account in payers:
        call.say(
            "{name}: {owed} to pay, {paid} paid, {open} open",
            name=name, owed=account.owed, paid=account.paid, open=account.open,
        )  # fmt: skip


def _tell_shares(call: Call, told: dict[str, object]) -> None:
    shares = told["shares"]
    assert isinstance(shares, list)
    for one in shares:
        call.say("{name}: {amount}", name=one["name"], amount=one["amount"])
    if told["applied"]:
        call.say("The shares are kept. `hospes undo` takes it back.")
    else:
        call.say("Nothing was changed. With --apply the shares are kept.")
