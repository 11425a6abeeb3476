# SPDX-License-Identifier: GPL-3.0-or-later
"""Deciding what a list of guests or hosts would do to a visit: every name in it found or said to be unknown,
every fact compared. Pure; nothing is written.

People are planned as in any list (`plan`); here their part in the visit is added to each row. A row whose
person is sure and whose facts differ is doubtful like any other, but unless somebody decides otherwise the
person takes part with what the file says; only where it is not sure who somebody is the row is left out.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from hospes.domain.codes_visit import BedWish, GroupRule
from hospes.domain.errors import Message
from hospes.domain.incoming import Incoming
from hospes.domain.incoming_visit import (
    Facts,
    GuestLine,
    HostLine,
    IncomingOffer,
    IncomingStay,
    KnownPart,
    compared,
    offer_facts,
    stay_facts,
)
from hospes.i18n.fold import fold
from hospes.transfer.meaning import Remark, Understanding
from hospes.transfer.naming import Names, Rows, joined_groups
from hospes.transfer.nights import all_nights
from hospes.transfer.plan import Decision, Difference, Fate, Plan, Planned

if TYPE_CHECKING:
    from hospes.queries.visit_ground import VisitGround

FAR = timedelta(days=14)
"""Further than this from the visit a day of arrival is looked at twice."""
PERSON_ONLY = frozenset(("household", "can_host"))
"""What a list of guests or hosts says of people and is no reason to ask."""


UNKNOWN_DELEGATION = "delegation-unknown"


@dataclass(frozen=True, slots=True)
class Missing:
    """Somebody of the visit who is no longer on the list."""

    participation: UUID
    person: UUID
    name: str


@dataclass(slots=True)
class VisitPlan:
    """What becomes of each row at the visit."""

    guests: dict[int, GuestLine] = field(default_factory=dict)
    hosts: dict[int, HostLine] = field(default_factory=dict)
    missing: tuple[Missing, ...] = ()


class _Planner:
    def __init__(
        self, understood: Understanding, plan: Plan, ground: "VisitGround", headings: Mapping[str, str]
    ):
        self.understood = understood
        self.plan = plan
        self.ground = ground
        self.headings = headings
        self.names = Names(ground)
        self.rows = {row.who.row: row for row in plan.rows}
        self.kept: dict[int, list[str]] = {}

    def remark(self, row: int, name: str, value: str, code: str, reason: Message) -> None:
        """Say something about a cell."""
        self.understood.remarks.append(Remark(row, self.headings.get(name, ""), value, code, reason))

    def keep(self, row: int, name: str, value: str) -> None:
        """Keep a value as a remark, under its heading."""
        heading = self.headings.get(name, "")
        self.kept.setdefault(row, []).append(": ".join(part for part in (heading, value) if part))

    def homes(self, row: int, name: str, texts: Iterable[str], *, confidential: bool) -> tuple[UUID, ...]:
        """Households by their names."""
        found: list[UUID] = []
        for text in texts:
            home = self.names.home(text)
            if home is not None:
                found.append(home.id)
                continue
            self._unknown(row, name, text, confidential=confidential)
        return tuple(dict.fromkeys(found))

    def people(self, row: int, name: str, texts: Iterable[str], *, confidential: bool) -> tuple[UUID, ...]:
        """People who take part, by their names."""
        found: list[UUID] = []
        for text in texts:
            person = self.names.person(text, here=True)
            if person is not None:
                found.append(person.id)
                continue
            self._unknown(row, name, text, confidential=confidential)
        return tuple(dict.fromkeys(found))

    def _unknown(self, row: int, name: str, text: str, *, confidential: bool) -> None:
        if confidential:
            # A remark may be printed; what is confidential must not become one.
            reason = Message(
                "Nobody, or more than one, has this name here. It is confidential and was not kept; "
                "say it with the guest or host."
            )
            self.remark(row, name, text, "name-unknown-confidential", reason)
            return
        some = self.names.namesakes(text) if name.endswith("guests") else []
        self.remark(row, name, text, "name-unknown", self.names.not_one(some))
        self.keep(row, name, text)

    def labels(self, ids: Iterable[UUID]) -> tuple[str, ...]:
        """What the households or people are called."""
        called = {home.id: home.label for home in self.ground.homes}
        called |= {person.id: person.label for person in self.ground.people}
        return tuple(called[row_id] for row_id in ids if row_id in called)

    def settle(self, planned: Planned, facts: Facts, known: KnownPart | None, *, joins: str) -> Planned:
        """The row with what its part in the visit adds to its fate."""
        differences = tuple(each for each in planned.differences if each.field not in PERSON_ONLY)
        fills = planned.fills - PERSON_ONLY
        if known is None:
            fills |= {joins}
        else:
            more, differing = compared(facts, known.facts)
            fills |= more
            differences += tuple(Difference(name, ours, theirs) for name, (ours, theirs) in differing.items())
        unsure = planned.fate is Fate.DOUBTFUL and (
            planned.match is None or not planned.differences or _asks(planned)
        )
        if planned.fate is Fate.NEW:
            fate = Fate.NEW
        elif unsure or differences:
            fate = Fate.DOUBTFUL
        else:
            fate = Fate.UPDATED if fills else Fate.KNOWN
        reason = (
            planned.reason
            if unsure or fate is not Fate.DOUBTFUL
            else Message("The file says something else.")
        )
        return replace(
            planned,
            fate=fate,
            fills=frozenset(fills),
            differences=differences,
            reason=reason if fate is Fate.DOUBTFUL else None,
            decision=Decision.SKIP if unsure or fate is not Fate.DOUBTFUL else Decision.FILL,
        )


def _asks(planned: Planned) -> bool:
    """It is not sure who the row is."""
    return planned.reason is not None and planned.reason.msgid != "The file says something else."


# ---- guests ---------------------------------------------------------------------------------------------


def plan_guests(
    understood: Understanding,
    plan: Plan,
    ground: "VisitGround",
    headings: Mapping[str, str],
    delegation: UUID | None,
) -> VisitPlan:
    """Add to each row what it does at the visit; `delegation` is theirs where no column says it."""
    planner = _Planner(understood, plan, ground, headings)
    stays = {row: stay for row, stay in understood.stays.items() if isinstance(stay, IncomingStay)}
    groups = _Groups(planner, stays)
    result = VisitPlan()
    rows: list[Planned] = []
    for planned in plan.rows:
        row = planned.who.row
        line, facts = _guest_line(planner, planned, stays[row], groups, delegation)
        known = ground.parts.get(planned.match) if planned.match is not None else None
        settled = planner.settle(planned, facts, known, joins="takes_part")
        result.guests[row] = replace(line, joins=known is None)
        rows.append(settled)
    plan.rows = rows
    if not any(one.code == UNKNOWN_DELEGATION for one in planner.understood.remarks):
        # With a delegation nobody knows, its people would pass for others', and those for missing.
        result.missing = _missing(plan, result, ground)
    return result


def _guest_line(
    planner: _Planner, planned: Planned, stay: IncomingStay, groups: "_Groups", default: UUID | None
) -> tuple[GuestLine, Facts]:
    row, ground = planned.who.row, planner.ground
    party = _party(planner, row, stay.delegation)
    known = ground.party_of.get(planned.match) if planned.match is not None else None
    place = party or known or default
    name, rule = groups.of(row)
    wished = planner.homes(row, "wished_hosts", stay.wished, confidential=False)
    refused = planner.homes(row, "refused_hosts", stay.refused, confidential=True)
    guardians = _guardians(planner, groups.list, planned.who, stay)
    kept = "\n".join(planner.kept.get(row, ()))
    if kept:
        stay = replace(stay, remarks=tuple(part for part in (*stay.remarks, kept) if part))
    facts = stay_facts(stay)
    labels = {one.id: one.label for one in ground.parties}
    if party is not None:
        facts["delegation"] = (labels[party],)
    if name:
        facts["group"] = (name,)
    if stay.group_rule is not None:
        facts["group_rule"] = (stay.group_rule.value,)
    for fact, ids in (("wished_hosts", wished), ("refused_hosts", refused)):
        if ids:
            facts[fact] = planner.labels(ids)
    known_guardians = planner.labels(each for each in guardians if isinstance(each, UUID))
    if known_guardians:
        facts["guardian"] = known_guardians
    ours = any(one.id == place and one.ours for one in ground.parties)
    if planned.match in ground.gone or (planned.match in ground.waiting and not ours):
        facts["state"] = ("registered" if ours else "confirmed",)
    _look_at_days(planner, row, stay)
    line = GuestLine(
        row, planned.match, stay, delegation=place, ours=ours, group=name, group_rule=rule, wished=wished,
        refused=refused, guardians=guardians,
    )  # fmt: skip
    return line, facts


def _look_at_days(planner: _Planner, row: int, stay: IncomingStay) -> None:
    """Say it where somebody comes in another month, or another year, than the visit."""
    first, last = planner.ground.first, planner.ground.last
    for name, day in (("arrival", stay.arrival), ("departure", stay.departure)):
        if day is not None and first and last and not first - FAR <= day <= last + FAR:
            reason = Message("This day is far from the days of the visit. Is the year right?")
            planner.remark(row, name, str(day), "days-outside", reason)


def _party(planner: _Planner, row: int, text: str) -> UUID | None:
    if not text:
        return None
    found = planner.names.party(text)
    if found is None:
        reason = Message("No delegation of this visit is called so; it is kept as a remark.")
        planner.remark(row, "delegation", text, UNKNOWN_DELEGATION, reason)
        planner.keep(row, "delegation", text)
    return found.id if found is not None else None


def _guardians(planner: _Planner, rows: Rows, who: Incoming, stay: IncomingStay) -> tuple[UUID | int, ...]:
    found: list[UUID | int] = []
    for text in stay.guardian:
        beside = rows.find(text, who)
        if beside is not None:
            match = planner.rows[beside.row].match
            found.append(match or beside.row)
            continue
        if len(rows.all(text, who)) > 1:
            reason = Message(
                "More than one of this list has this name. Write the year of birth behind it, such as "
                "“Anna Weber (1980)”. It is kept as a remark."
            )
            planner.remark(who.row, "guardian", text, "guardian-unknown", reason)
            planner.keep(who.row, "guardian", text)
            continue
        known = planner.rows[who.row].match
        home = planner.ground.home_of.get(known) if known is not None else None
        person = planner.names.person(text, here=False, home=home)
        if person is not None:
            found.append(person.id)
            continue
        some = planner.names.namesakes(text, here=False)
        planner.remark(who.row, "guardian", text, "guardian-unknown", planner.names.not_one(some))
        planner.keep(who.row, "guardian", text)
    return tuple(dict.fromkeys(found))


def _missing(plan: Plan, lines: VisitPlan, ground: "VisitGround") -> tuple[Missing, ...]:
    """People of the same delegations who are not on the list, where it is a corrected list at all."""
    matched = {row.match for row in plan.rows if row.match is not None}
    if not matched & ground.parts.keys():
        return ()
    parties = {line.delegation for line in lines.guests.values()}
    labels = {person.id: person.label for person in ground.people}
    return tuple(
        Missing(part.id, person, labels.get(person, ""))
        for person, part in ground.parts.items()
        if person not in matched and person not in ground.gone and ground.party_of.get(person) in parties
    )


class _Groups:
    """Who travels with whom: by the name of a group, or because a row says "with Manon"."""

    def __init__(self, planner: _Planner, stays: Mapping[int, IncomingStay]) -> None:
        self.planner = planner
        self.stays = stays
        people = {row: planned.who for row, planned in planner.rows.items()}
        self.list = Rows(people.values())
        self._names: dict[int, str] = {}
        self._rules: dict[str, GroupRule | None] = {}
        pairs: list[tuple[int, int]] = []
        known: dict[int, str] = {}
        for row, who in people.items():
            for text in self._companions(row, who):
                other = self.list.find(text, who)
                if other is not None:
                    pairs.append((row, other.row))
                    continue
                joined = self._known_group(text)
                if joined:
                    known[row] = joined
                    continue
                reason = Message("Nobody on the list has this name; it is kept as a remark.")
                planner.remark(row, "with_whom", text, "companion-unknown", reason)
                planner.keep(row, "with_whom", text)
        self._name_all(people, joined_groups(pairs, people), known)

    def of(self, row: int) -> tuple[str, GroupRule | None]:
        """The group of a row and its rule; no name where somebody travels alone."""
        name = self._names.get(row, "")
        return name, self._rules.get(fold(name) or name) if name else None

    def _companions(self, row: int, who: Incoming) -> tuple[str, ...]:
        stay = self.stays[row]
        if stay.group and not stay.with_whom:
            # "Manon Petit" in the column of groups is a person if that person is on the list.
            other = self.list.find(stay.group, who) if " " in stay.group else None
            return (stay.group,) if other is not None else ()
        return stay.with_whom

    def _known_group(self, text: str) -> str:
        person = self.planner.names.person(text, here=True)
        part = self.planner.ground.parts.get(person.id) if person is not None else None
        return part.facts.get("group", ("",))[0] if part is not None else ""

    def _name_all(
        self,
        people: Mapping[int, Incoming],
        together: Mapping[int, tuple[int, ...]],
        known: Mapping[int, str],
    ) -> None:
        taken = {fold(name) for name in self.planner.ground.groups.values()}
        taken |= {fold(stay.group) for stay in self.stays.values() if stay.group}
        for row in people:
            if row in self._names:
                continue
            members = together.get(row, (row,))
            name = self._said(members) or next((known[one] for one in members if one in known), "")
            if not name and len(members) > 1:
                name = self._before(members) or _free(_family_names(people[one] for one in members), taken)
                taken.add(fold(name))
            for one in members:
                if name:
                    self._names[one] = name
        by_name: dict[str, list[int]] = {}
        for row, name in self._names.items():
            by_name.setdefault(fold(name) or name, []).append(row)
        self._rules = {name: self._rule(rows) for name, rows in by_name.items()}

    def _said(self, members: Iterable[int]) -> str:
        for one in members:
            stay = self.stays[one]
            if stay.group and not self._companions_by_group(one):
                return stay.group
        return ""

    def _companions_by_group(self, row: int) -> bool:
        stay = self.stays[row]
        return (
            bool(stay.group)
            and not stay.with_whom
            and bool(self._companions(row, self.planner.rows[row].who))
        )

    def _before(self, members: Iterable[int]) -> str:
        """The group they had when the list was brought in before."""
        names: set[str] = set()
        for one in members:
            match = self.planner.rows[one].match
            part = self.planner.ground.parts.get(match) if match is not None else None
            if part is not None:
                names |= set(part.facts.get("group", ()))
        return names.pop() if len(names) == 1 else ""

    def _rule(self, rows: list[int]) -> GroupRule | None:
        said = [self.stays[row].group_rule for row in rows if self.stays[row].group_rule is not None]
        if said:
            return said[0]
        couple = len(rows) == 2 and all(self.stays[row].bed is BedWish.DOUBLE_SHARED for row in rows)
        return GroupRule.SAME_ROOM if couple else None


def _family_names(people: Iterable[Incoming]) -> str:
    return ", ".join(dict.fromkeys(who.surname or who.shown for who in people))


def _free(name: str, taken: set[str]) -> str:
    number, found = 1, name
    while fold(found) in taken:
        number += 1
        found = f"{name} ({number})"
    return found


# ---- hosts ----------------------------------------------------------------------------------------------


def plan_hosts(
    understood: Understanding,
    plan: Plan,
    ground: "VisitGround",
    headings: Mapping[str, str],
    delegation: UUID | None,
) -> VisitPlan:
    """Add to each row what the household offers at the visit."""
    planner = _Planner(understood, plan, ground, headings)
    result = VisitPlan()
    rows: list[Planned] = []
    every = all_nights(ground.first, ground.last)
    for each in plan.rows:
        planned, row = each, each.who.row
        offer = understood.stays[row]
        assert isinstance(offer, IncomingOffer)
        home = ground.home_of.get(planned.match) if planned.match is not None else None
        known = ground.offers.get(home) if home is not None else None
        wished = planner.people(row, "wished_guests", offer.wished, confidential=False)
        refused = planner.people(row, "refused_guests", offer.refused, confidential=True)
        kept = "\n".join(planner.kept.get(row, ()))
        if kept:
            offer = replace(offer, remarks=tuple(part for part in (*offer.remarks, kept) if part))
        if home in ground.aged:
            offer = replace(offer, ages=(), children_ages=())
        if known is None and not offer.nights:
            offer = replace(offer, nights=every)
        facts = offer_facts(offer)
        for fact, ids in (("wished_guests", wished), ("refused_guests", refused)):
            if ids:
                facts[fact] = planner.labels(ids)
        if known is not None and (known.facts.get("state") or known.facts.get("unanswered")):
            facts["state"] = ("yes",)
        who = planned.who
        name = (
            who.household or " ".join(part for part in (who.surname_prefix, who.surname) if part) or who.shown
        )
        result.hosts[row] = HostLine(
            row, planned.match, offer, offers=known is None, home=home, home_name=name, delegation=delegation,
            wished=wished, refused=refused,
        )  # fmt: skip
        if planned.match is None and not who.household and who.address:
            # Named, so that people of one name at one place become one household with one address.
            planned = replace(planned, who=replace(who, household=name))
        rows.append(planner.settle(planned, facts, known, joins="offers"))
    plan.rows = rows
    return result
