# SPDX-License-Identifier: GPL-3.0-or-later
"""Bringing in lists of guests, hosts and visits: what `bringing` does, with what belongs to visits.

`check()` there comes here for these kinds; the answer is used in the same way.
"""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from hospes.domain.errors import Message
from hospes.domain.incoming_visit import PART_FACTS, GuestLine, HostLine
from hospes.transfer.door import Read
from hospes.transfer.drafts import Checked, Draft, need_names
from hospes.transfer.meaning import Setting, Understanding, understand
from hospes.transfer.plan import Decision, Fate, Planned, plan
from hospes.transfer.reading import Unreadable
from hospes.transfer.visit_plan import Missing, VisitPlan, plan_guests, plan_hosts
from hospes.transfer.visits_list import CheckedVisits, check_visits

if TYPE_CHECKING:
    from hospes.actions import Action
    from hospes.actions.bring_in_changes import ChangeKnown
    from hospes.domain.incoming import Incoming, KnownFacts
    from hospes.i18n.locale import Locale
    from hospes.queries.visit_ground import VisitGround

__all__ = ["UNFOUND", "CheckedForVisit", "CheckedGuests", "CheckedHosts", "CheckedVisits", "check_for_visit"]

UNFOUND = frozenset(
    (
        "name-unknown", "name-unknown-confidential", "companion-unknown", "guardian-unknown",
        "delegation-unknown", "nights-unclear", "nights-outside", "days-outside", "number-unknown",
        "steps-unclear",
    )
)  # fmt: skip
"""Remarks of a list of guests or hosts that somebody has to see to."""


@dataclass(slots=True)
class Parts:
    """What an action gets: new people, changes of known ones, and the rows that come in."""

    add: "list[Incoming]" = field(default_factory=list)
    change: "list[ChangeKnown]" = field(default_factory=list)
    rows: list[tuple[Planned, frozenset[str]]] = field(default_factory=list)
    """With the facts of the part in the visit that are written."""


@dataclass(slots=True)
class CheckedForVisit(Checked):
    """A list of guests or hosts that was understood and compared with the file."""

    visit: UUID | None = None
    at_visit: VisitPlan = field(default_factory=VisitPlan)
    cancel: set[UUID] = field(default_factory=set)
    """Participations of people who are not on the list and are to be cancelled."""

    def skip_doubtful(self, decision: Decision) -> None:
        """`skip` leaves out whoever it is not sure of; whose facts differ takes part with what we know."""
        if decision is Decision.SKIP:
            return
        for row in self.plan.doubtful:
            if decision is Decision.TAKE and row.match is None:
                continue
            if decision is Decision.ADD and row.decision is Decision.FILL:
                continue
            self.plan.decide(row.who.row, decision)

    @property
    def missing(self) -> tuple[Missing, ...]:
        """People of the visit who are no longer on the list."""
        return self.at_visit.missing

    @property
    def changed(self) -> list[Planned]:
        """Rows of people who take part and of whom the list says something else or more."""
        return [
            row
            for row in self.plan.rows
            if row.fate in (Fate.UPDATED, Fate.DOUBTFUL)
            and row.match is not None
            and not row.fills & {"takes_part", "offers"}
        ]

    def parts(self) -> Parts:
        """What comes in, as decided."""
        from hospes.actions.bring_in_changes import ChangeKnown

        found = Parts()
        for row in self.plan.rows:
            doubtful = row.fate is Fate.DOUBTFUL
            if row.fate is Fate.NEW or (doubtful and row.decision is Decision.ADD):
                found.add.append(row.who)
                found.rows.append((replace(row, match=None), frozenset()))
            elif row.match is not None and (
                row.fate is Fate.UPDATED or (doubtful and row.decision in (Decision.FILL, Decision.TAKE))
            ):
                takes = (
                    frozenset(each.field for each in row.differences)
                    if row.decision is Decision.TAKE
                    else frozenset()
                )
                fills = row.fills - PART_FACTS
                if fills or takes - PART_FACTS:
                    found.change.append(ChangeKnown(row.match, row.seen, row.who, fills, takes - PART_FACTS))
                said = (row.fills | takes) & PART_FACTS
                if said:
                    found.rows.append((row, said))
        return found

    def count(self) -> int:
        """How many rows would come in or change something."""
        found = self.parts()
        rows = {row.who.row for row, _ in found.rows} | {each.who.row for each in found.change}
        return len(rows) + len(self.cancel)


@dataclass(slots=True)
class CheckedGuests(CheckedForVisit):
    """Guests."""

    def action(self) -> "Action":
        """The one act that brings all of it in."""
        from hospes.actions.bring_in_visit import BringInGuests

        assert self.visit is not None
        found = self.parts()
        lines: list[GuestLine] = []
        for row, said in found.rows:
            line = self.at_visit.guests[row.who.row]
            lines.append(replace(line, person=row.match, said=said, joins=row.match is None or line.joins))
        cancel = tuple(each.participation for each in self.missing if each.participation in self.cancel)
        return BringInGuests(
            self.visit, tuple(found.add), tuple(found.change), tuple(lines), cancel,
            same_address=self.same_address,
        )  # fmt: skip


@dataclass(slots=True)
class CheckedHosts(CheckedForVisit):
    """Hosts."""

    def action(self) -> "Action":
        """The one act that brings all of it in."""
        from hospes.actions.bring_in_visit import BringInHosts

        assert self.visit is not None
        found = self.parts()
        lines: list[HostLine] = []
        for row, said in found.rows:
            line = self.at_visit.hosts[row.who.row]
            home = line.home if row.match is not None else None
            lines.append(
                replace(line, person=row.match, home=home, said=said, offers=row.match is None or line.offers)
            )
        return BringInHosts(
            self.visit, tuple(found.add), tuple(found.change), tuple(lines), same_address=self.same_address
        )


def check_for_visit(
    draft: Draft,
    read: Read,
    locale: "Locale",
    today: date,
    *,
    date_order: str | None = None,
    same_address: bool = False,
    anyway: frozenset[int] = frozenset(),
    visit: UUID | None = None,
    literal: bool = False,
    delegation: UUID | None = None,
) -> Checked:
    """Understand the rows of a list of guests, hosts or visits and compare them with the file.

    Raises `Unreadable` where no visit is said or nobody on the list has a name.
    """
    from hospes.queries.association import association
    from hospes.queries.bring_in import known_facts, known_keys
    from hospes.queries.visit_ground import visit_ground

    need_names(draft)
    own = read(association)
    if draft.kind == "visits":
        return check_visits(draft, read, locale, today, own.language, date_order)
    if visit is None:
        raise Unreadable("Say to which visit the list belongs.", code="visit-missing")
    ground: VisitGround = read(visit_ground, visit, locale.language, today)
    setting = Setting(
        locale, today, own.country, own.currency, draft.kind, date_order, ground.first, ground.last,
        literal=literal, anyway=anyway,
    )  # fmt: skip
    understood = understand(draft.table, draft.columns, setting, draft.known)

    def details(ids: Collection[UUID]) -> "dict[UUID, KnownFacts]":
        return read(known_facts, ids, today) if ids else {}

    guests = draft.kind == "guests"
    among = frozenset(ground.parts) if guests else ground.hosting_people
    made = plan(understood.people, read(known_keys, today), details, among, ask=True)
    headings = {column.field: column.heading for column in reversed(draft.columns) if column.field}
    default = delegation or _default(ground, understood, guests=guests)
    if guests:
        at_visit = plan_guests(understood, made, ground, headings, default)
        return CheckedGuests(draft, understood, made, same_address, visit, at_visit)
    at_visit = plan_hosts(understood, made, ground, headings, default)
    return CheckedHosts(draft, understood, made, same_address, visit, at_visit)


def _default(ground: "VisitGround", understood: Understanding, *, guests: bool) -> UUID | None:
    """Whose they are where no column says: the only delegation that can be meant."""
    from hospes.transfer.meaning import Remark

    able = [party for party in ground.parties if (party.visits if guests else party.hosts)]
    if len(able) == 1:
        return able[0].id
    theirs = [party for party in able if not party.ours]
    if guests and len(theirs) == 1:
        return theirs[0].id
    ours = [party for party in able if party.ours]
    if not guests and len(ours) == 1:
        return ours[0].id
    if guests and able:
        reason = Message(
            "Several delegations travel, and no column says who belongs to which. They come in without one."
        )
        understood.remarks.append(Remark(0, "", "", "delegation-missing", reason))
    return None
