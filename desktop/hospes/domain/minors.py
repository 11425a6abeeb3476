# SPDX-License-Identifier: GPL-3.0-or-later
"""What has to be there before a minor travels or is lodged (domain 4.3), beside what a border asks.

Only the fact that something was seen, the day and initials are kept, never a copy (REQ-4-05). The rules say
what is missing; they are no legal advice.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from hospes.domain.border import NO_BORDER, BorderRule
from hospes.domain.codes import Code
from hospes.domain.codes_visit import CheckKind
from hospes.i18n.marks import N_

FRANCE = "FR"

AST_YEARS = 1
"""A French permission to leave the country is valid for a year at most."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of one paper or agreement."""

    kind: CheckKind
    answer: bool | None = None
    seen_on: date | None = None
    valid_until: date | None = None
    initials: str = ""


@dataclass(frozen=True, slots=True)
class Traveller:
    """What the rules need to know of somebody."""

    minor: bool
    home: str = ""
    """ISO country where they live."""
    with_guardian: bool = False
    """Somebody who answers for them takes part, too."""
    has_guardian: bool = False
    has_emergency_contact: bool = False
    travels: bool = True
    """Belongs to a delegation that comes from elsewhere."""


class Missing(Code):
    """What is missing that is no paper."""

    GUARDIAN = "guardian", N_("Who answers for them")
    EMERGENCY = "emergency", N_("Whom to telephone in an emergency")


class CheckState(Code):
    """How it stands with one paper or agreement."""

    MISSING = "missing", N_("Missing")
    EXPIRED = "expired", N_("Not valid long enough")
    DONE = "done", N_("Seen")
    YES = "yes", N_("Yes")
    NO = "no", N_("No")


ANSWERS = frozenset(
    {CheckKind.SWIMMING, CheckKind.OUTINGS, CheckKind.CARS, CheckKind.DOCTOR, CheckKind.PHOTO}
)
"""Agreements where both yes and no are an answer; the others are papers that are seen or not."""


def papers_needed(who: Traveller, place: str, border: BorderRule = NO_BORDER) -> tuple[CheckKind, ...]:
    """Which papers and agreements somebody needs at a visit in a country, in the order of the checklist.

    A minor whose guardian comes along needs only what the border asks.

    Args:
        who: Somebody who takes part.
        place: ISO country of the visit.
        border: What holds on the way there (`border.rule_for`).
    """
    found: list[CheckKind] = []
    abroad = bool(who.travels and who.home and place and who.home != place)
    alone = who.minor and not who.with_guardian
    if alone:
        found.append(CheckKind.CONSENT_SHEET)
    if alone and abroad and who.home == FRANCE:
        found += [CheckKind.LEAVING_COUNTRY, CheckKind.PARENT_ID]
    if (who.minor and who.travels) or CheckKind.TRAVEL_DOCUMENT in border.papers:
        found.append(CheckKind.TRAVEL_DOCUMENT)
    if CheckKind.ENTRY_PERMIT in border.papers:
        found.append(CheckKind.ENTRY_PERMIT)
    if alone and who.travels:
        found.append(CheckKind.INSURANCE)
    if alone:
        found += [CheckKind.SWIMMING, CheckKind.OUTINGS, CheckKind.CARS, CheckKind.DOCTOR, CheckKind.PHOTO]
    return tuple(found) if who.travels or who.minor else ()


def facts_missing(who: Traveller) -> tuple[Missing, ...]:
    """What is missing of a minor beside papers."""
    if not who.minor:
        return ()
    found = []
    if not who.has_guardian:
        found.append(Missing.GUARDIAN)
    if not who.has_emergency_contact and not who.with_guardian:
        found.append(Missing.EMERGENCY)
    return tuple(found)


def state_of(
    kind: CheckKind, seen: Seen | None, last: date | None, border: BorderRule = NO_BORDER
) -> CheckState:
    """How it stands with one paper on the last day of a visit, and as long after it as the border asks."""
    if seen is None:
        return CheckState.MISSING
    if kind in ANSWERS:
        if seen.answer is None:
            return CheckState.MISSING
        return CheckState.YES if seen.answer else CheckState.NO
    if seen.seen_on is None:
        return CheckState.MISSING
    until = valid_until(kind, seen)
    needed = border.holds_until(last) if kind is CheckKind.TRAVEL_DOCUMENT else last
    if until is not None and needed is not None and until < needed:
        return CheckState.EXPIRED
    return CheckState.DONE


def valid_until(kind: CheckKind, seen: Seen) -> date | None:
    """Until when a paper holds, as noted; a French permission without a day a year from when it was seen."""
    if seen.valid_until is not None or kind is not CheckKind.LEAVING_COUNTRY or seen.seen_on is None:
        return seen.valid_until
    return seen.seen_on + timedelta(days=365 * AST_YEARS)


def open_papers(
    who: Traveller,
    place: str,
    seen: Mapping[CheckKind, Seen],
    last: date | None,
    border: BorderRule = NO_BORDER,
) -> tuple[CheckKind, ...]:
    """Papers and agreements that are still missing or do not hold long enough."""
    not_done = (CheckState.MISSING, CheckState.EXPIRED)
    return tuple(
        kind
        for kind in papers_needed(who, place, border)
        if state_of(kind, seen.get(kind), last, border) in not_done
    )
