# SPDX-License-Identifier: GPL-3.0-or-later
"""General meetings by the statutes: who may vote, when to send, whether a quorum is there, what is carried.

What a statute says is data (`ByLaws`), so that no country's law is built in (domain 4.6). Nothing here is
rounded: shares are compared as whole numbers, because one vote decides whether a resolution is void.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

from hospes.domain.codes import EventKind
from hospes.domain.codes_meeting import Majority, MotionKind, NoticeForm
from hospes.domain.errors import FieldProblem, UserError

MEETINGS = frozenset({EventKind.COMMITTEE, EventKind.AGM, EventKind.ONLINE})
"""Events of which minutes are kept; of all others a report of how it was."""

USUAL = {
    MotionKind.ORDINARY: Majority.SIMPLE,
    MotionKind.ELECTION: Majority.SIMPLE,
    MotionKind.STATUTES: Majority.THREE_QUARTERS,
    MotionKind.DISSOLUTION: Majority.THREE_QUARTERS,
}
_SHARES = {Majority.TWO_THIRDS: (2, 3), Majority.THREE_QUARTERS: (3, 4)}
MOST_DAYS, MOST_PERCENT, MOST_MINUTES = 365, 100, 600

BY_LAWS = "meeting.by-laws"
"""The setting of the association in which they are kept."""


@dataclass(frozen=True, slots=True)
class ByLaws:
    """What the statutes say about general meetings."""

    notice_days: int = 14
    post_days: int = 0
    """Days the post takes, where the statutes count from the day the letter arrives."""
    clear_days: bool = True
    """All days of the notice lie between the day of sending and that of the meeting."""
    form: NoticeForm = NoticeForm.TEXT
    quorum_percent: int = 0
    """Of all votes there are; 0 where any number will do."""
    quorum_counts_proxies: bool = True
    second_minutes: int = 0
    """How long after its beginning a meeting without a quorum may begin again on the same day (in Poland the
    "drugi termin"); 0 where the statutes know no second date."""
    second_quorum: int = 0
    """The quorum of the second date in per cent of all votes; 0 where any number will do."""
    proxies: int = 0
    """How many proxies one person may hold; 0 where the statutes allow none."""
    vote_age: int = 18
    paid_only: bool = False
    """Only who owes no dues may vote."""
    term_years: int = 2
    abstentions_count: bool = False
    """A majority is of all who are there, so that who abstains votes against it."""
    majorities: Mapping[MotionKind, Majority] = field(default_factory=lambda: dict(USUAL))

    def majority(self, kind: MotionKind) -> Majority:
        """What a motion of a kind takes."""
        return self.majorities.get(kind, USUAL[kind])

    def of_the_date(self, second: bool) -> "ByLaws":
        """What holds for a meeting on its first or its second date."""
        if not (second and self.second_minutes):
            return self
        return replace(self, quorum_percent=self.second_quorum)

    def checked(self) -> "ByLaws":
        """The same, or FieldProblem where a number makes no sense."""
        limits = {"notice_days": MOST_DAYS, "post_days": 30, "quorum_percent": MOST_PERCENT, "proxies": 20,
                  "vote_age": 30, "term_years": 10, "second_minutes": MOST_MINUTES,
                  "second_quorum": MOST_PERCENT}  # fmt: skip
        for name, most in limits.items():
            if not 0 <= getattr(self, name) <= most:
                raise FieldProblem(
                    name, "This has to be a number from {least} to {most}.", least=0, most=most
                )
        return self


def to_json(laws: ByLaws) -> dict[str, Any]:
    """As it is kept in the file's settings."""
    plain = {one.name: getattr(laws, one.name) for one in fields(laws) if one.name != "majorities"}
    plain["form"] = laws.form.value
    return plain | {"majorities": {kind.value: laws.majority(kind).value for kind in MotionKind}}


def from_json(kept: object) -> ByLaws:
    """What was kept; whatever cannot be read is as usual."""
    if not isinstance(kept, Mapping):
        return ByLaws()
    usual = ByLaws()
    values: dict[str, Any] = {}
    for one in fields(ByLaws):
        value, default = kept.get(one.name), getattr(usual, one.name)
        if type(default) in (int, bool) and type(value) is type(default):
            values[one.name] = value
    if kept.get("form") in {form.value for form in NoticeForm}:
        values["form"] = NoticeForm(kept["form"])
    said = kept.get("majorities")
    if isinstance(said, Mapping):
        known = {one.value for one in Majority}
        values["majorities"] = {
            kind: Majority(said[kind.value]) if said.get(kind.value) in known else USUAL[kind]
            for kind in MotionKind
        }
    return ByLaws(**values)


# ---- the invitation --------------------------------------------------------------------------------------


def latest_dispatch(meeting: date, laws: ByLaws) -> date:
    """The last day on which the invitation may go out.

    Neither the day it goes out nor that of the meeting counts: between them lie all days of the notice, as
    §§ 187 and 188 BGB count and as nobody can object to anywhere else. Statutes that count the day of the
    meeting say so (`clear_days`).
    """
    return meeting - timedelta(days=laws.notice_days + laws.post_days + laws.clear_days)


def days_late(meeting: date, sent: date, laws: ByLaws) -> int:
    """By how many days an invitation is late; 0 if it is in time."""
    return max(0, (sent - latest_dispatch(meeting, laws)).days)


def second_time(starts: time | None, laws: ByLaws) -> time | None:
    """When a meeting begins again if its quorum is missing; None where the statutes know no second date."""
    if starts is None or not (laws.second_minutes and laws.quorum_percent):
        return None
    minutes = (starts.hour * 60 + starts.minute + laws.second_minutes) % (24 * 60)
    return time(minutes // 60, minutes % 60)


# ---- votes -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Member:
    """What decides whether a member may vote on the day of the meeting. `age` None: not known."""

    id: UUID
    votes: int = 1
    age: int | None = None
    owes: bool = False


def votes_of(member: Member, laws: ByLaws) -> int:
    """How many votes a member has; who is of an unknown age counts as grown up."""
    if member.age is not None and member.age < laws.vote_age:
        return 0
    if laws.paid_only and member.owes:
        return 0
    return max(0, member.votes)


def voters(members: Iterable[Member], laws: ByLaws) -> dict[UUID, int]:
    """Who may vote, with their votes."""
    found = {one.id: votes_of(one, laws) for one in members}
    return {ref: votes for ref, votes in found.items() if votes}


def proxy_problems(proxies: Mapping[UUID, UUID], present: Iterable[UUID], laws: ByLaws) -> dict[UUID, str]:
    """Givers whose proxy does not count, each with a code of the reason.

    `many`: the holder has more than the statutes allow, and this one came later; `none`: the statutes allow
    none; `absent`: the holder is not there; `there`: the giver is there and votes alone.
    """
    here = set(present)
    held: Counter[UUID] = Counter()
    wrong: dict[UUID, str] = {}
    for giver, holder in proxies.items():
        if laws.proxies == 0:
            wrong[giver] = "none"
        elif giver in here:
            wrong[giver] = "there"
        elif holder not in here:
            wrong[giver] = "absent"
        elif held[holder] >= laws.proxies:
            wrong[giver] = "many"
        else:
            held[holder] += 1
    return wrong


def refuse_proxy(holder: UUID, giver: UUID, proxies: Mapping[UUID, UUID], laws: ByLaws) -> None:
    """Raise UserError where the statutes do not let `holder` have one more proxy."""
    if holder == giver:
        raise UserError("Nobody can be their own proxy.", code="proxy-self")
    if laws.proxies == 0:
        raise UserError("Your by-laws allow no proxies.", code="proxy-none")
    others = sum(one == holder for other, one in proxies.items() if other != giver)
    if others >= laws.proxies:
        raise UserError(
            "Your by-laws allow one proxy for each person.",
            many="Your by-laws allow {n} proxies for each person.",
            code="proxy-many",
            n=laws.proxies,
        )


@dataclass(frozen=True, slots=True)
class Turnout:
    """Who is there, in people and in votes."""

    members: int
    all_votes: int
    present: int
    represented: int
    votes_present: int
    votes_represented: int
    needed: int
    """Votes the quorum takes; 0 without one."""
    counted: int
    """Votes that count for it."""

    @property
    def votes(self) -> int:
        """Votes that can be cast."""
        return self.votes_present + self.votes_represented

    @property
    def quorate(self) -> bool:
        """May the meeting decide?"""
        return self.counted >= self.needed


def turnout(
    entitled: Mapping[UUID, int], present: Sequence[UUID], proxies: Mapping[UUID, UUID], laws: ByLaws
) -> Turnout:
    """Count a meeting. Proxies that do not count are left out; a person is counted once."""
    here = dict.fromkeys(one for one in present if one in entitled)
    wrong = proxy_problems({g: h for g, h in proxies.items() if g in entitled}, present, laws)
    given = [giver for giver in proxies if giver in entitled and giver not in wrong]
    total = sum(entitled.values())
    own = sum(entitled[one] for one in here)
    by_proxy = sum(entitled[one] for one in given)
    needed = -(-total * laws.quorum_percent // 100)
    counted = own + (by_proxy if laws.quorum_counts_proxies else 0)
    return Turnout(len(entitled), total, len(here), len(given), own, by_proxy, needed, counted)


# ---- ballots ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Ballot:
    """How a vote went."""

    yes: int = 0
    no: int = 0
    abstentions: int = 0
    invalid: int = 0

    @property
    def cast(self) -> int:
        """Votes that count for a majority: abstentions and invalid ones do not."""
        return self.yes + self.no

    @property
    def given(self) -> int:
        """All ballots."""
        return self.cast + self.abstentions + self.invalid


def checked_ballot(ballot: Ballot, votes: int | None) -> Ballot:
    """The ballot, or UserError where there are more ballots than votes in the room."""
    if min(ballot.yes, ballot.no, ballot.abstentions, ballot.invalid) < 0:
        raise FieldProblem("yes", "A number of votes cannot be below nothing.")
    if votes is not None and ballot.given > votes:
        raise FieldProblem(
            "yes", "There are {given} ballots, but only {votes} votes in the room.", given=ballot.given,
            votes=votes,
        )  # fmt: skip
    return ballot


def carried(ballot: Ballot, kind: MotionKind, laws: ByLaws, all_votes: int) -> bool:
    """Is a motion of a kind carried? Equal votes carry nothing; invalid ones never count."""
    majority = laws.majority(kind)
    if majority is Majority.ALL_VOTES:
        return 2 * ballot.yes > all_votes
    counted = ballot.cast + (ballot.abstentions if laws.abstentions_count else 0)
    if majority is Majority.SIMPLE:
        return 2 * ballot.yes > counted
    part, whole = _SHARES[majority]
    return counted > 0 and whole * ballot.yes >= part * counted


# ---- terms of office -------------------------------------------------------------------------------------


def term_end(begun: date, laws: ByLaws) -> date | None:
    """The day on which a term that began on a day is over; None where terms have no end."""
    if not laws.term_years:
        return None
    year = begun.year + laws.term_years
    try:
        return begun.replace(year=year)
    except ValueError:  # 29 February
        return date(year, 3, 1)
