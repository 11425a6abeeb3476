# SPDX-License-Identifier: GPL-3.0-or-later
"""Consents by purpose: given with day, form and version of the text; withdrawn with a day (REQ-4-09)."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select

from hospes.actions import Action
from hospes.domain.codes import ConsentForm, ConsentPurpose
from hospes.domain.errors import FieldProblem, UserError
from hospes.i18n.marks import N_
from hospes.store.tables.people import Consent
from hospes.store.writer import Writer


@dataclass(frozen=True)
class GiveConsent(Action):
    """Record that these people agreed to a use of their data."""

    code: ClassVar[str] = "consent-give"
    label: ClassVar[str] = N_("Record the consent of {person}")

    person_ids: tuple[UUID, ...]
    purpose: ConsentPurpose
    on: date | None = None
    form: ConsentForm = ConsentForm.SIGNED
    text_version: str = ""

    def apply(self, w: Writer) -> int:
        """Keep one fact a person, purpose and day. Gives how many people."""
        if not self.person_ids:
            raise UserError("Nobody is chosen.", code="nobody")
        day = self.on or w.today
        if day > w.today:
            raise FieldProblem("on", "This day is still to come.")
        c = Consent
        same_day = select(c).where(c.purpose == self.purpose, c.given_on == day)
        there = {consent.person_id: consent for consent in w.scalars(same_day)}
        new = []
        for person_id in dict.fromkeys(self.person_ids):
            consent = there.get(person_id)
            if consent is None:
                keys = {"person_id": person_id, "purpose": self.purpose, "given_on": day}
                new.append({**keys, "form": self.form, "text_version": self.text_version})
            else:
                # Given, withdrawn and given again on one day is one fact, the last one.
                consent.form, consent.text_version, consent.withdrawn_on = self.form, self.text_version, None
        w.bulk_add(c, new)
        return len(self.person_ids)

    def refs(self, result: object) -> dict[str, object]:
        """The first, and how many."""
        return {"person": self.person_ids[0], "n": len(self.person_ids)}


@dataclass(frozen=True)
class WithdrawConsent(Action):
    """Record that somebody takes a consent back; what was agreed to before stays on record."""

    code: ClassVar[str] = "consent-withdraw"
    label: ClassVar[str] = N_("Withdraw a consent of {person}")

    person_id: UUID
    purpose: ConsentPurpose
    on: date | None = None

    def apply(self, w: Writer) -> int:
        """End all that stand. Gives how many."""
        query = select(Consent).where(
            Consent.person_id == self.person_id,
            Consent.purpose == self.purpose,
            Consent.withdrawn_on.is_(None),
        )
        standing = list(w.scalars(query))
        for consent in standing:
            consent.withdrawn_on = self.on or w.today
        return len(standing)

    def refs(self, result: object) -> dict[str, object]:
        """Who."""
        return {"person": self.person_id}
