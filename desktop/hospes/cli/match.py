# SPDX-License-Identifier: GPL-3.0-or-later
"""`hospes match FILE VISIT`: the best hosts for the guests of a visit, with reasons; `--apply` places them.

Without `--apply` nothing is written, and a window may have the file open. Guests left over are no failure
(decision 39). What comes from confidential wishes or from health is told by its rule, never in its own words.

With `--late` it is the plan with the fewest telephone calls after a late change, and whom to call; conflicts
there were before are told, and mended only with `--mend`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from hospes.cli.call import Call, Wrong
from hospes.cli.match_late import plan_late
from hospes.i18n.marks import N_

if TYPE_CHECKING:
    from argparse import Namespace
    from uuid import UUID

    from hospes.app import App
    from hospes.cli.parser import Parser
    from hospes.domain.matching.values import Conflict, Fit, Plan, Stay, Term
    from hospes.domain.matching.view import View
    from hospes.queries.hosting import Gathered

SECONDS = 60
REASONS_SHOWN = 4
"""So many reasons stand behind a placing that people read; programs get all."""


def arguments(parser: "Parser") -> None:
    """FILE, VISIT, and how to plan."""
    text = parser.locale.text
    parser.file()
    parser.add_argument("visit", metavar="VISIT", help=text("a title, a year or an id"))
    parser.add_argument("--apply", action="store_true", help=text("place the guests as planned"))
    parser.add_argument(
        "--replan", action="store_true", help=text("plan everybody anew who is not kept where they are")
    )
    parser.add_argument(
        "--late",
        action="store_true",
        help=text("after a late change: the plan with the fewest telephone calls"),
    )
    parser.add_argument(
        "--mend", action="store_true", help=text("with --late: mend conflicts from before as well")
    )
    parser.add_argument(
        "--seconds",
        metavar="N",
        default=str(SECONDS),
        help=text("search so long at most; 60 if nothing is said"),
    )
    parser.json()


def run(call: Call, args: "Namespace") -> None:
    """Find the plan, write it if asked for, and tell it."""
    args.seconds = _seconds(args.seconds)
    if args.late and args.replan:
        raise Wrong(
            N_("--late keeps as many people as possible where they are, --replan nobody: choose one.")
        )
    if args.mend and not args.late:
        raise Wrong(N_("--mend belongs to --late."))
    opening = call.writing if args.apply else call.reading
    with opening(args.file) as app:
        if args.late:
            plan_late(call, app, args)
            return
        found, plan = _solve(call, app, args)
        answer = Answer(call, found, plan, _persons(found))
        if args.apply:
            _apply(app, found, plan)
        if args.json:
            call.json({**answer.as_json(), "applied": bool(args.apply)})
        else:
            answer.tell(applied=args.apply)


def _seconds(said: str) -> float:
    """How long to search, up to a day. Raises Wrong."""
    try:
        found = float(said.replace(",", "."))
    except ValueError:
        found = 0.0
    if not 0 < found <= 86_400:
        raise Wrong(N_("“{word}” is no number of seconds."), word=said)
    return found


def _solve(call: Call, app: "App", args: "Namespace") -> "tuple[Gathered, Plan]":
    from hospes.queries import resolve
    from hospes.queries.hosting import gather
    from hospes.solving import plan_in_child

    visit = app.read(resolve.visit, args.visit, call.locale.language)
    found = app.read(gather, visit, app.today, call.locale)
    return found, plan_in_child(found.case, args.seconds, replan=args.replan)


def _apply(app: "App", found: "Gathered", plan: "Plan") -> None:
    from hospes.actions.placements import ApplyPlan, stays_of

    app.run(ApplyPlan(found.visit.id, stays_of(plan), found.case))


def _persons(found: "Gathered") -> "Mapping[str, UUID]":
    return found.guests.persons


@dataclass(frozen=True, slots=True)
class _Part:
    """A guest in a home, on some nights: one line of the plan."""

    guest: str
    host: str
    nights: tuple[date, ...]
    fit: "Fit"
    kept: bool


class Answer:
    """A plan as people and programs read it."""

    def __init__(self, call: Call, found: "Gathered", plan: "Plan", persons: "Mapping[str, UUID]") -> None:
        from hospes.domain.matching.values import Placed
        from hospes.domain.matching.view import View, with_placed

        self.call = call
        self.plan = plan
        self.persons = persons
        self.case = found.case
        self.hosts = {host.key: host for host in found.case.hosts}
        self.guests = {guest.key: guest for guest in found.case.guests}
        excuses = {(one.guest, one.night, one.host): one.excuse for one in found.case.placed}
        placed = [
            Placed(stay.guest, night, host, excuse=excuses.get((stay.guest, night, host), ""))
            for stay in plan.stays
            for night, host in stay.nights
        ]
        self.after = with_placed(found.case, placed)
        self.view = View(self.after)
        self.parts = list(self._parts())

    def _parts(self) -> Iterable[_Part]:
        """Who is placed on all nights, in the order of the plan."""
        left = {one.guest for one in self.plan.leftover}
        fits: dict[tuple[tuple[str, ...], str, tuple[date, ...]], Fit] = {}
        for stay in self.plan.stays:
            if stay.guest in left:
                continue
            for host in stay.hosts:
                nights = tuple(night for night, home in stay.nights if home == host)
                together = _together(self.view, stay, host, self.plan.stays)
                key = (together, host, nights if len(stay.hosts) > 1 else ())
                if key not in fits:
                    fits[key] = _fit(self.view, *key)
                yield _Part(stay.guest, host, nights, fits[key], stay.kept)

    # ---- for programs --------------------------------------------------------------------------------------

    def as_json(self) -> dict[str, object]:
        """The contract of product 4, and a little more."""
        plan = self.plan
        return {
            "guests": len(self.guests),
            "placed": [self._placed(part) for part in self.parts],
            "unplaced": [
                {
                    "guest": self.guests[one.guest].name,
                    "guest_id": self.persons[one.guest].hex,
                    "participation_id": one.guest,
                    "reasons": [self._reason(term) for term in one.reasons],
                    "would_help": [self._reason(term) for term in one.would_help],
                }
                for one in plan.leftover
            ],
            "conflicts": [
                {
                    "guest": self.guests[conflict.guests[0]].name,
                    "host": self.hosts[conflict.host].name,
                    "nights": list(conflict.nights),
                    **self._reason(conflict.term),
                }
                for conflict in self._conflicts()
            ],
            "moved": [self.guests[key].name for key in plan.moved],
            "score": plan.score,
            "optimal": plan.optimal,
            "bound": plan.bound,
            "seconds": round(plan.seconds, 2),
        }

    def _placed(self, part: _Part) -> dict[str, object]:
        host = self.hosts[part.host]
        return {
            "guest": self.guests[part.guest].name,
            "guest_id": self.persons[part.guest].hex,
            "participation_id": part.guest,
            "host": host.name,
            "host_id": host.household,
            "offer_id": host.key,
            "nights": list(part.nights),
            "score": part.fit.score,
            "grade": part.fit.grade.value,
            "reasons": [self._reason(term) for term in part.fit.wishes]
            + [self._reason(term) for term in part.fit.musts if not term.private],
            "kept": part.kept,
        }

    def _reason(self, term: "Term") -> dict[str, object]:
        return {"code": str(term.code), "points": term.points or 0, "text": self._words(term)}

    def _words(self, term: "Term") -> str:
        from hospes.domain.matching.words import label, sentence

        return label(term, self.call.locale) if term.private else sentence(term, self.call.locale)

    def _conflicts(self) -> Iterable["Conflict"]:
        from hospes.domain.matching.fit import conflicts

        return conflicts(self.after)

    # ---- for people ----------------------------------------------------------------------------------------

    def tell(self, *, applied: bool) -> None:
        """Plain sentences on standard output."""
        locale, plan = self.call.locale, self.plan
        new = [part for part in self.parts if not part.kept]
        placed = len({part.guest for part in self.parts})
        self.call.print(
            locale.ntext(
                "{placed} of {n} guest has a host.", "{placed} of {n} guests have a host.",
                len(self.guests), placed=placed,
            )
        )  # fmt: skip
        for part in new:
            self._tell_part(part)
        for left in plan.leftover:
            self.call.say("{guest}: no host.", guest=self.guests[left.guest].name)
            for term in left.reasons:
                self.call.print(f"    {self._words(term)}")
            for term in left.would_help:
                self.call.print("    " + locale.text("Would help: {change}", change=self._words(term)))
        for conflict in self._conflicts():
            self.call.say(
                "Conflict: {guest} with {host} ({must})",
                guest=self.guests[conflict.guests[0]].name,
                host=self.hosts[conflict.host].name,
                must=self._words(conflict.term),
            )
        self._tell_proof()
        if not new and not plan.moved:
            self.call.say("Everybody stays where they are.")
        elif applied:
            self.call.say("The guests were placed. `hospes undo` takes it back.")
        else:
            self.call.say("Nothing was changed. With --apply the guests are placed so.")

    def _tell_part(self, part: _Part) -> None:
        best = sorted((one for one in part.fit.wishes if one.points), key=lambda one: -(one.points or 0))
        said = " · ".join(self._words(term) for term in best[:REASONS_SHOWN])
        self.call.say(
            "{guest} with {host}: {score} points. {reasons}",
            guest=self.guests[part.guest].name,
            host=self.hosts[part.host].name,
            score=part.fit.score,
            reasons=said,
        )

    def _tell_proof(self) -> None:
        plan, locale = self.plan, self.call.locale
        if plan.optimal:
            self.call.say(
                "Sum of points: {score}. No plan places more guests or has more points; that is proved.",
                score=plan.score,
            )
            return
        more = max(plan.bound - plan.score, 0)
        self.call.print(
            locale.ntext(
                "Sum of points: {score}. The best plan has at most {n} point more. "
                "With more --seconds it may be found.",
                "Sum of points: {score}. The best plan has at most {n} points more. "
                "With more --seconds it may be found.",
                more, score=plan.score,
            )
        )  # fmt: skip


def _together(view: "View", stay: "Stay", host: str, stays: "Iterable[Stay]") -> tuple[str, ...]:
    """Those who are kept together with a guest and have the same homes."""
    guest = view.guests[stay.guest]
    if view.rule(guest) is None:
        return (stay.guest,)
    mates = {one.key for one in view.members[guest.group]}
    return tuple(one.guest for one in stays if one.guest in mates and one.hosts == stay.hosts)


def _fit(view: "View", guests: tuple[str, ...], host: str, nights: tuple[date, ...]) -> "Fit":
    from hospes.domain.matching.fit import fit_in

    return fit_in(view, guests, host, nights)
