# SPDX-License-Identifier: GPL-3.0-or-later
"""Travel in words: times and ways of legs, how full they are, what does not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.domain.codes_travel import LegWay, TransportKind
from hospes.domain.driving import DrivingProblem, DrivingRule
from hospes.i18n.marks import N_
from hospes.queries.travel import TravelDoubt

if TYPE_CHECKING:
    from hospes.queries.travel import Leg, TransportProblem, TransportRow, TravelView
    from hospes.ui.desk import Desk
    from hospes.ui.widgets.labels import Tone

ICONS = {
    TransportKind.COACH: "bus",
    TransportKind.MINIBUS: "bus",
    TransportKind.CAR: "car",
}

DRIVING = {
    DrivingRule.BREAK: N_("{time} at the wheel: a break of 45 minutes is due after 4½ hours."),
    DrivingRule.REST: N_("Only {time} of rest for the driver; at least 9 hours are due, normally 11."),
    DrivingRule.REST_SHORT: N_(
        "{time} of rest for the driver: 11 hours are due, 9 are possible three times."
    ),
    DrivingRule.DAY: N_("{time} at the wheel in a day: more than a driver may drive. Plan a second one."),
    DrivingRule.DAY_LONG: N_("{time} at the wheel in a day: more than 9 hours are possible twice a week."),
    DrivingRule.SHIFT: N_("{time} from leaving to arriving: longer than a working day may be."),
    DrivingRule.SHIFT_LONG: N_("{time} from leaving to arriving: more than 13 hours are an exception."),
    DrivingRule.WEEK: N_("After 12 days in a row the driver needs a longer rest."),
}
"""Rules for drivers (domain 2.6); also for the programme."""


def driving_words(desk: Desk, problem: DrivingProblem) -> str:
    """A rule for drivers in words."""
    hours, minutes = divmod(problem.minutes, 60)
    time = desk.text("{h} h {m} min", h=hours, m=minutes) if minutes else desk.text("{h} hours", h=hours)
    return desk.text(DRIVING[problem.rule], time=time)


def problem_words(desk: Desk, problem: TransportProblem) -> str:
    """What does not fit with a transport."""
    if problem.driving is not None:
        return driving_words(desk, problem.driving)
    match problem.doubt:
        case TravelDoubt.OVERFULL:
            return desk.ntext(
                "{n} person too many for the seats", "{n} people too many for the seats", problem.n
            )
        case TravelDoubt.WHEELCHAIRS:
            return desk.ntext(
                "{n} wheelchair place is missing", "{n} wheelchair places are missing", problem.n
            )
        case TravelDoubt.BACKWARDS:
            return desk.text("It arrives before it leaves. Look at the times again.")
        case _:
            return desk.text("Nobody has entered how many seats there are.")


def leg_words(desk: Desk, leg: Leg) -> str:
    """From where to where, on which day, at what time."""
    locale = desk.locale
    way = desk.text("{origin} to {destination}", origin=leg.origin, destination=leg.destination)
    if not leg.origin or not leg.destination:
        way = leg.origin or leg.destination
    day = locale.date(leg.departs_on, "weekday_short") if leg.departs_on is not None else ""
    at = leg.departs_words or (locale.time(leg.departs_at) if leg.departs_at is not None else "")
    return " · ".join(part for part in (day, at, leg.reference, way) if part)


def fill_words(desk: Desk, one: TransportRow, leg: Leg) -> tuple[str, Tone | None, str]:
    """How full a leg is, with tone and icon."""
    n = len(leg.seats)
    if one.seats is None or one.kind is TransportKind.OWN:
        return desk.locale.number(n), None, ""
    words = desk.text("{n} of {m}", n=n, m=one.seats)
    if any(p.serious and p.leg_id == leg.id for p in one.problems):
        return words, "err", "circle-alert"
    return words, None, ""


def missing_words(desk: Desk, n: int, way: LegWay) -> str:
    """How many sit nowhere on a part of the journey."""
    if way is LegWay.BACK:
        return desk.ntext("{n} on no transport, way back", "{n} on no transport, way back", n)
    return desk.ntext("{n} on no transport, way there", "{n} on no transport, way there", n)


def name_for(desk: Desk, view: TravelView, kind: TransportKind) -> str:
    """The name of a new transport: "Coach", and "Coach 2" beside another."""
    word = desk.locale.label(kind)
    taken = {one.name for one in view.transports}
    if word not in taken:
        return word
    number = 2
    while desk.text("{word} {n}", word=word, n=number) in taken:
        number += 1
    return desk.text("{word} {n}", word=word, n=number)
