# SPDX-License-Identifier: GPL-3.0-or-later
"""Papers seen, health notes of a visit, days present. Of a paper only the fact is kept, never a copy."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select

from hospes.actions import Action
from hospes.actions.health import AddHealthNote
from hospes.domain.codes import ConsentForm, ConsentPurpose, HealthKind
from hospes.domain.codes_visit import (
    CheckKind,
    DelegationRole,
    LeaderCheckKind,
    ParticipationKind,
    ParticipationState,
    PresenceState,
)
from hospes.domain.errors import FieldProblem, UserError
from hospes.domain.minors import ANSWERS
from hospes.i18n.marks import N_
from hospes.store.tables.participants import LeaderCheck, Presence, VisitCheck
from hospes.store.tables.people import Consent, Person
from hospes.store.tables.settings import Setting
from hospes.store.tables.visits import Delegation, Participation, Visit
from hospes.store.writer import Writer

MOST_INITIALS = 12
KEEP_HEALTH_DAYS = 60
"""Days after a visit until a health note is forgotten, unless the association chose others (REQ-4-08)."""


@dataclass(frozen=True)
class SetVisitChecks(Action):
    """A paper was seen, or something was agreed, for these people; with `away` it was not after all.

    Gives how many people.
    """

    code: ClassVar[str] = "visit-check-set"
    label: ClassVar[str] = N_("Note papers of {person}")

    ids: tuple[UUID, ...]
    kind: CheckKind
    answer: bool | None = None
    seen_on: date | None = None
    valid_until: date | None = None
    initials: str = ""
    away: bool = False

    def apply(self, w: Writer) -> int:
        """Keep the fact. Raises FieldProblem for a day to come."""
        if not self.ids:
            raise UserError("Nobody is chosen.", code="nobody")
        day = self.seen_on or w.today
        if day > w.today:
            raise FieldProblem("seen_on", "This day is still to come.")
        if self.valid_until is not None and self.valid_until < day:
            raise FieldProblem("valid_until", "It would have been out of date when it was seen.")
        for participation_id in dict.fromkeys(self.ids):
            w.must(Participation, participation_id)
            keys = {"participation_id": participation_id, "kind": self.kind}
            if self.away:
                row = w.get(VisitCheck, w.key_for(VisitCheck, keys))
                if row is not None:
                    w.delete(row)
                continue
            answer = self.answer if self.kind in ANSWERS else None
            w.put(
                VisitCheck,
                keys,
                answer=answer,
                seen_on=day,
                valid_until=self.valid_until,
                initials=self.initials.strip()[:MOST_INITIALS],
            )
        return len(self.ids)

    def refs(self, result: object) -> dict[str, object]:
        """The first, and how many."""
        return {"person": self.ids[0], "n": len(self.ids)}


@dataclass(frozen=True)
class SetLeaderCheck(Action):
    """A paper of somebody who looks after minors was seen; what it says is never kept (REQ-4-06)."""

    code: ClassVar[str] = "leader-check-set"
    label: ClassVar[str] = N_("Note papers of {person}")

    person_id: UUID
    kind: LeaderCheckKind
    seen_on: date | None = None
    valid_until: date | None = None
    initials: str = ""
    away: bool = False

    def apply(self, w: Writer) -> None:
        """Keep the fact, or take it out. Raises FieldProblem for a day to come."""
        w.must(Person, self.person_id)
        keys = {"person_id": self.person_id, "kind": self.kind}
        if self.away:
            row = w.get(LeaderCheck, w.key_for(LeaderCheck, keys))
            if row is not None:
                w.delete(row)
            return
        day = self.seen_on or w.today
        if day > w.today:
            raise FieldProblem("seen_on", "This day is still to come.")
        if self.valid_until is not None and self.valid_until < day:
            raise FieldProblem("valid_until", "It would have been out of date when it was seen.")
        w.put(
            LeaderCheck,
            keys,
            seen_on=day,
            valid_until=self.valid_until,
            initials=self.initials.strip()[:MOST_INITIALS],
        )

    def refs(self, result: object) -> dict[str, object]:
        """Who."""
        return {"person": self.person_id}


@dataclass(frozen=True)
class AddVisitHealthNote(Action):
    """A health fact that is needed at this visit, with the consent it rests on; gives its id.

    Without a consent that stands, `consent_form` says how the person agreed now. The note is forgotten some
    time after the visit.
    """

    code: ClassVar[str] = "visit-health-add"
    label: ClassVar[str] = N_("Health note of {person}")

    participation_id: UUID
    kind: HealthKind
    text: str = ""
    subject: str = ""
    severe: bool = False
    share_with_host: bool = False
    consent_form: ConsentForm | None = None
    expires_on: date | None = None

    def apply(self, w: Writer) -> UUID:
        """Add it. Raises UserError where nobody has agreed."""
        participation = w.must(Participation, self.participation_id)
        visit = w.must(Visit, participation.visit_id)
        consent_id = self._consent(w, participation.person_id)
        expires = self.expires_on
        if expires is None:
            expires = (visit.last or w.today) + timedelta(days=keep_health_days(w))
        note = AddHealthNote(
            participation.person_id,
            self.kind,
            self.text,
            self.subject,
            self.severe,
            self.share_with_host,
            consent_id,
            expires,
            visit.id,
        )
        return note.apply(w)

    def _consent(self, w: Writer, person_id: UUID) -> UUID:
        c = Consent
        standing = (
            select(c)
            .where(c.person_id == person_id, c.purpose == ConsentPurpose.HEALTH, c.withdrawn_on.is_(None))
            .order_by(c.given_on.desc(), c.id)
        )
        found = w.scalars(standing).first()
        if found is not None:
            return found.id
        if self.consent_form is None:
            raise UserError(
                "Health notes need the consent of the person. Say how it was given.", code="no-consent"
            )
        keys = {"person_id": person_id, "purpose": ConsentPurpose.HEALTH, "given_on": w.today}
        row = w.put(Consent, keys, form=self.consent_form, withdrawn_on=None)
        w.flush()
        return row.id

    def refs(self, result: object) -> dict[str, object]:
        """Whose."""
        return {"person": self.participation_id}


def keep_health_days(w: Writer) -> int:
    """How many days after a visit health notes are kept."""
    query = select(Setting.value).where(Setting.key == "people.keep_health_days", Setting.owner_id.is_(None))
    value = w.scalar(query)
    return value if isinstance(value, int) and value >= 0 else KEEP_HEALTH_DAYS


@dataclass(frozen=True)
class SetPresence(Action):
    """These people were there on a day, left early, or were not there; None is "not asked".

    People are named as persons, because hosts have no registration: whoever is ticked and has none is put on
    the visit's list as a host. Gives how many people.
    """

    code: ClassVar[str] = "presence-set"
    label: ClassVar[str] = N_("Roll call of {person}")

    visit_id: UUID
    person_ids: tuple[UUID, ...]
    day: date
    state: PresenceState | None = PresenceState.HERE

    def apply(self, w: Writer) -> int:
        """Keep it for each."""
        if not self.person_ids:
            raise UserError("Nobody is chosen.", code="nobody")
        w.must(Visit, self.visit_id)
        for person_id in dict.fromkeys(self.person_ids):
            keys = {"participation_id": self._participation(w, person_id), "day": self.day}
            if self.state is not None:
                w.put(Presence, keys, state=self.state)
                continue
            row = w.get(Presence, w.key_for(Presence, keys))
            if row is not None:
                w.delete(row)
        return len(self.person_ids)

    def _participation(self, w: Writer, person_id: UUID) -> UUID:
        keys = {"visit_id": self.visit_id, "person_id": person_id}
        row_id = w.key_for(Participation, keys)
        if w.get(Participation, row_id) is None:
            w.must(Person, person_id)
            w.create(
                Participation,
                **keys,
                kind=ParticipationKind.HOST,
                state=ParticipationState.CONFIRMED,
                delegation_id=hosting_delegation(w, self.visit_id),
            )
            w.flush()
        return row_id

    def refs(self, result: object) -> dict[str, object]:
        """The first, how many, and which visit."""
        return {"person": self.person_ids[0], "n": len(self.person_ids), "visit": self.visit_id}


def hosting_delegation(w: Writer, visit_id: UUID) -> UUID | None:
    """The delegation that hosts, where there is just one."""
    query = select(Delegation.id).where(
        Delegation.visit_id == visit_id, Delegation.role.in_((DelegationRole.HOSTING, DelegationRole.BOTH))
    )
    found = list(w.scalars(query))
    return found[0] if len(found) == 1 else None
