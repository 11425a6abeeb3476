# SPDX-License-Identifier: GPL-3.0-or-later
"""General meetings: what the by-laws say, proxies, ballots, resolutions; and school holidays of places."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import func, select

from hospes.actions import Action
from hospes.actions.editing import Edit
from hospes.actions.own import own_association
from hospes.actions.settings import keep_setting
from hospes.domain.codes import Attendance
from hospes.domain.codes_meeting import MotionKind
from hospes.domain.errors import FieldProblem, UserError
from hospes.domain.meetings import BY_LAWS, Ballot, ByLaws, checked_ballot, from_json, refuse_proxy, to_json
from hospes.i18n.marks import N_
from hospes.store.base import Row
from hospes.store.tables.events import Event, EventMotion, EventPerson, FreeDays
from hospes.store.tables.people import Person
from hospes.store.tables.settings import Setting
from hospes.store.tables.towns import Territory
from hospes.store.writer import Writer


def by_laws_of(w: Writer) -> ByLaws:
    """What our by-laws say."""
    keys = {"owner_id": own_association(w).id, "key": BY_LAWS}
    row = w.get(Setting, w.key_for(Setting, keys))
    return from_json(row.value if row is not None else None)


@dataclass(frozen=True)
class ChangeByLaws(Action):
    """Write down what the by-laws say about general meetings."""

    code: ClassVar[str] = "by-laws-change"
    label: ClassVar[str] = N_("Change what the by-laws say")

    laws: ByLaws

    def apply(self, w: Writer) -> None:
        """Check and keep it."""
        keep_setting(w, BY_LAWS, to_json(self.laws.checked()), own_association(w).id)

    def refs(self, result: object) -> dict[str, object]:
        """Nothing more to say."""
        return {}


@dataclass(frozen=True)
class GiveProxy(Action):
    """Somebody lets another vote for them. Refused where the by-laws do not allow one more."""

    code: ClassVar[str] = "proxy-give"
    label: ClassVar[str] = N_("Record a proxy for “{event}”")

    event_id: UUID
    giver_id: UUID
    holder_id: UUID

    def apply(self, w: Writer) -> None:
        """Keep it with the giver; the holder is put on the list as somebody who comes."""
        w.must(Event, self.event_id)
        rows = w.scalars(select(EventPerson).where(EventPerson.event_id == self.event_id)).all()
        given = {row.person_id: row.proxy_holder_id for row in rows if row.proxy_holder_id is not None}
        refuse_proxy(self.holder_id, self.giver_id, given, by_laws_of(w))
        if self.holder_id in given:
            raise UserError("This person has given a proxy and cannot hold one.", code="proxy-holder-gave")
        if self.giver_id in given.values():
            raise UserError("This person holds a proxy and cannot give one.", code="proxy-giver-holds")
        giver = {"event_id": self.event_id, "person_id": w.must(Person, self.giver_id).id}
        w.put(EventPerson, giver, attendance=Attendance.PROXY, proxy_holder_id=self.holder_id)
        holder = {"event_id": self.event_id, "person_id": w.must(Person, self.holder_id).id}
        row = w.get(EventPerson, w.key_for(EventPerson, holder))
        if row is None:
            w.create(EventPerson, **holder, attendance=Attendance.COMING)
        elif row.attendance not in (Attendance.COMING, Attendance.PRESENT):
            row.attendance = Attendance.COMING

    def refs(self, result: object) -> dict[str, object]:
        """The event."""
        return {"event": self.event_id}


@dataclass(frozen=True)
class AddMotion(Action):
    """Something to be decided at a meeting. Gives its id."""

    code: ClassVar[str] = "motion-add"
    label: ClassVar[str] = N_("Add a motion to “{event}”")

    event_id: UUID
    text: str
    kind: MotionKind = MotionKind.ORDINARY

    def apply(self, w: Writer) -> UUID:
        """Add it at the end."""
        w.must(Event, self.event_id)
        query = select(func.max(EventMotion.position)).where(EventMotion.event_id == self.event_id)
        last = w.scalar(query)
        return w.create(
            EventMotion,
            event_id=self.event_id,
            text=_motion(self.text),
            kind=self.kind,
            position=0 if last is None else last + 1,
        ).id

    def refs(self, result: object) -> dict[str, object]:
        """The event."""
        return {"event": self.event_id}


@dataclass(frozen=True)
class EditMotion(Edit):
    """Change the words or the kind of a motion."""

    code: ClassVar[str] = "motion-edit"
    label: ClassVar[str] = N_("Change a motion of “{event}”")
    table: ClassVar[type[Row]] = EventMotion
    fields: ClassVar[frozenset[str]] = frozenset({"text", "kind"})
    ref: ClassVar[str] = "motion"

    def checked(self, w: Writer, row: Row) -> Mapping[str, object]:
        """A motion has words."""
        values = dict(self.values)
        if "text" in values:
            values["text"] = _motion(str(values["text"]))
        return values

    def apply(self, w: Writer) -> object:
        """Change it. Gives the event."""
        super().apply(w)
        return w.must(EventMotion, self.id).event_id

    def refs(self, result: object) -> dict[str, object]:
        """The event."""
        return {"event": result}


@dataclass(frozen=True)
class RecordBallot(Action):
    """How a vote went. `votes` are those in the room, None where nobody counted; no `ballot` takes it back.

    `number` is the one in the register of resolutions; it is given once and stays with the motion.
    """

    code: ClassVar[str] = "ballot-record"
    label: ClassVar[str] = N_("Record a vote of “{event}”")

    id: UUID
    ballot: Ballot | None
    votes: int | None = None
    carried: bool = False

    def apply(self, w: Writer) -> UUID:
        """Keep it. Gives the event."""
        motion = w.must(EventMotion, self.id)
        if self.ballot is None:
            motion.yes = motion.no = motion.abstentions = motion.invalid = None
            motion.number = ""
            return motion.event_id
        ballot = checked_ballot(self.ballot, self.votes)
        motion.yes, motion.no = ballot.yes, ballot.no
        motion.abstentions, motion.invalid = ballot.abstentions, ballot.invalid
        if not self.carried:
            motion.number = ""
        elif not motion.number:
            motion.number = _next_number(w, w.must(Event, motion.event_id))
        return motion.event_id

    def refs(self, result: object) -> dict[str, object]:
        """The event."""
        return {"event": result}


@dataclass(frozen=True)
class DeleteMotion(Action):
    """Take a motion away."""

    code: ClassVar[str] = "motion-delete"
    label: ClassVar[str] = N_("Delete a motion of “{event}”")

    id: UUID

    def apply(self, w: Writer) -> UUID:
        """Delete it. Gives the event."""
        motion = w.must(EventMotion, self.id)
        w.delete(motion)
        return motion.event_id

    def refs(self, result: object) -> dict[str, object]:
        """The event."""
        return {"event": result}


@dataclass(frozen=True)
class AddFreeDays(Action):
    """School holidays of a place. Gives their id."""

    code: ClassVar[str] = "free-days-add"
    label: ClassVar[str] = N_("Add school holidays of {place}")

    territory_id: UUID
    name: str
    first: date
    last: date

    def apply(self, w: Writer) -> UUID:
        """Check and keep them."""
        w.must(Territory, self.territory_id)
        name = " ".join(self.name.split())
        if not name:
            raise FieldProblem("name", "The holidays need a name, such as “Easter holidays”.")
        if self.last < self.first:
            raise FieldProblem("last", "The last day lies before the first.")
        if (self.last - self.first).days > 120:
            raise FieldProblem("last", "Holidays of more than four months are not likely.")
        return w.create(
            FreeDays, territory_id=self.territory_id, name=name, first=self.first, last=self.last
        ).id

    def refs(self, result: object) -> dict[str, object]:
        """The place."""
        return {"place": self.territory_id}


@dataclass(frozen=True)
class DeleteFreeDays(Action):
    """Take school holidays away."""

    code: ClassVar[str] = "free-days-delete"
    label: ClassVar[str] = N_("Delete school holidays of {place}")

    id: UUID

    def apply(self, w: Writer) -> UUID:
        """Delete them. Gives the place."""
        row = w.must(FreeDays, self.id)
        w.delete(row)
        return row.territory_id

    def refs(self, result: object) -> dict[str, object]:
        """The place."""
        return {"place": result}


def _motion(typed: str) -> str:
    text = typed.strip()
    if not text:
        raise FieldProblem("text", "What is to be decided? The motion needs its words.")
    return text


def _next_number(w: Writer, event: Event) -> str:
    """`2027-3`: counted through the year of the meeting; a number once given is never given again."""
    year = str(event.on.year)
    query = (
        select(EventMotion.number)
        .join(Event, Event.id == EventMotion.event_id)
        .where(Event.owner_id == event.owner_id, EventMotion.number.startswith(f"{year}-", autoescape=True))
    )
    used = [int(tail) for number in w.scalars(query) if (tail := number.partition("-")[2]).isdecimal()]
    return f"{year}-{max(used, default=0) + 1}"
