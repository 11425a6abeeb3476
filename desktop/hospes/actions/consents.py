# SPDX-License-Identifier: GPL-3.0-or-later
"""Consents by purpose: given with day, form and version of the text; withdrawn with a day (REQ-4-09)."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select

from hospes.actions import Action
from hospes.actions.own import own_association
from hospes.domain.codes import ConsentForm, ConsentPurpose
from hospes.domain.errors import FieldProblem, UserError
from hospes.i18n.marks import N_
from hospes.store.tables.people import Consent
from hospes.store.tables.privacy import ConsentText
from hospes.store.writer import Writer

NEWEST = (ConsentText.valid_from.desc(), ConsentText.edition.desc(), ConsentText.language)
"""Order of the editions of a text."""


def newest_edition(w: Writer, purpose: ConsentPurpose) -> str:
    """The edition of the words that are agreed to now; empty as long as the association has none."""
    query = select(ConsentText.edition).where(ConsentText.purpose == purpose).order_by(*NEWEST).limit(1)
    return w.scalars(query).first() or ""


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
        edition = self.text_version or newest_edition(w, self.purpose)
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
                new.append({**keys, "form": self.form, "text_version": edition})
            else:
                # Given, withdrawn and given again on one day is one fact, the last one.
                consent.form, consent.text_version, consent.withdrawn_on = self.form, edition, None
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


@dataclass(frozen=True)
class SetConsentText(Action):
    """Write down the words somebody agrees to, in one language of one edition; empty words take it out."""

    code: ClassVar[str] = "consent-text"
    label: ClassVar[str] = N_("Change the words of a consent")

    purpose: ConsentPurpose
    edition: str
    language: str
    text: str

    def apply(self, w: Writer) -> None:
        """Keep it. Raises FieldProblem where somebody has agreed to other words of this edition."""
        edition, text = self.edition.strip(), self.text.strip()
        if not edition:
            raise FieldProblem("edition", "The edition needs a name, a year for instance.")
        keys = {
            "owner_id": own_association(w).id,
            "purpose": self.purpose,
            "edition": edition,
            "language": self.language,
        }
        row = w.get(ConsentText, w.key_for(ConsentText, keys))
        if row is not None and row.text != text and self._agreed_to(w, edition):
            raise FieldProblem(
                "text", "Somebody has agreed to these words already. Make a new edition for other words."
            )
        if not text:
            if row is not None:
                w.delete(row)
        elif row is None:
            w.create(ConsentText, **keys, text=text, valid_from=self._begun(w, edition))
        else:
            row.text = text

    def _agreed_to(self, w: Writer, edition: str) -> bool:
        c = Consent
        query = select(c.id).where(c.purpose == self.purpose, c.text_version == edition).limit(1)
        return w.scalars(query).first() is not None

    def _begun(self, w: Writer, edition: str) -> date:
        """The day of the edition; its languages share it."""
        t = ConsentText
        query = select(t.valid_from).where(t.purpose == self.purpose, t.edition == edition).limit(1)
        return w.scalars(query).first() or w.today

    def refs(self, result: object) -> dict[str, object]:
        """For what, in which language."""
        return {"purpose": self.purpose.value, "language": self.language}
