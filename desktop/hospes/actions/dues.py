# SPDX-License-Identifier: GPL-3.0-or-later
"""Dues: starting a year, exempting, correcting, reminding."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select

from hospes.actions import Action
from hospes.actions.editing import EditFact, owner_of
from hospes.actions.membership_terms import give_class
from hospes.actions.own import own_association
from hospes.actions.settling import free_money
from hospes.domain.codes import Channel
from hospes.domain.dues import year_span
from hospes.domain.errors import FieldProblem, UserError
from hospes.domain.payers import Payer
from hospes.i18n.marks import N_, NN_
from hospes.store.base import Row
from hospes.store.tables.members import (
    Dues,
    DuesReminder,
    Membership,
    MembershipClass,
    PaymentShare,
)
from hospes.store.writer import Writer

EARLIEST, LATEST = 1900, 2200
"""Years of dues; others are slips of the finger."""


@dataclass(frozen=True)
class NewDues:
    """What one payer is to owe. With `dues_id`, dues that are there are raised by it."""

    payer: Payer
    class_id: UUID | None
    minor: int
    currency: str = "EUR"
    people: int = 1
    dues_id: UUID | None = None
    waived_reason: str = ""
    """Not empty: free for this reason."""


@dataclass(frozen=True)
class StartDues(Action):
    """Set up the dues of a year as they were looked through; what somebody paid too much before pays them.

    `moves` gives memberships another class from the first day of the year on (age limits).
    """

    code: ClassVar[str] = "dues-start"
    label: ClassVar[str | tuple[str, str]] = NN_(
        "Start the dues of {year} for {n} payer", "Start the dues of {year} for {n} payers"
    )

    year: int
    dues: tuple[NewDues, ...]
    due_on: date | None = None
    moves: tuple[tuple[UUID, UUID], ...] = ()

    def apply(self, w: Writer) -> int:
        """Write the rows. Gives how many payers owe from now on."""
        if not EARLIEST <= self.year <= LATEST:
            raise FieldProblem("year", "This is no year for dues.")
        own = own_association(w)
        first = year_span(self.year, own.year_start).first
        for membership_id, class_id in self.moves:
            give_class(w, w.must(Membership, membership_id), w.must(MembershipClass, class_id), first)
        there = set(w.scalars(select(Dues.id).where(Dues.owner_id == own.id, Dues.year == self.year)))
        fresh = [one for one in self.dues if one.dues_id is None and self._key(w, one, own.id) not in there]
        for one in self.dues:
            if one.minor < 0:
                raise FieldProblem("amount", "An amount cannot be below zero.")
            if one.dues_id is not None:
                row = w.must(Dues, one.dues_id)
                row.minor += one.minor
                row.people += one.people
        keys = w.bulk_add(Dues, [self._row(one, own.id, w.today) for one in fresh])
        added = [(key, one) for key, one in zip(keys, fresh, strict=True) if not one.waived_reason]
        raised = [(one.dues_id, one) for one in self.dues if one.dues_id is not None]
        _pay_from_credit(w, own.id, [*added, *raised])
        return len({one.payer for one in self.dues})

    def _key(self, w: Writer, one: NewDues, owner: UUID) -> UUID:
        """What the dues would be called: whoever was asked in the meantime is not asked twice."""
        keys = {**one.payer.columns(), "owner_id": owner, "year": self.year}
        return w.key_for(Dues, {**keys, "membership_class_id": one.class_id})

    def _row(self, one: NewDues, owner: UUID, today: date) -> dict[str, object]:
        row: dict[str, object] = {
            **one.payer.columns(),
            "owner_id": owner,
            "year": self.year,
            "membership_class_id": one.class_id,
            "minor": one.minor,
            "currency": one.currency,
            "people": one.people,
            "charged_on": today,
            "due_on": self.due_on,
        }
        if one.waived_reason:
            row |= {"waived": True, "waived_on": today, "waived_reason": one.waived_reason}
        return row

    def refs(self, result: object) -> dict[str, object]:
        """The year, and how many."""
        return {"year": self.year, "n": result}


def _pay_from_credit(w: Writer, owner: UUID, added: list[tuple[UUID, NewDues]]) -> None:
    """Use what payers paid too much before for their new dues."""
    if not added:
        return
    free = free_money(w, owner)
    shares: dict[tuple[UUID, UUID], int] = defaultdict(int)
    for dues_id, one in added:
        left = one.minor
        parts = free.get((one.payer, one.currency), [])
        while left and parts:
            payment_id, rest = parts[0]
            part = min(left, rest)
            shares[payment_id, dues_id] += part
            left -= part
            parts[0] = (payment_id, rest - part)
            if parts[0][1] == 0:
                parts.pop(0)
    for (payment_id, dues_id), minor in shares.items():
        share = w.get(PaymentShare, w.key_for(PaymentShare, {"payment_id": payment_id, "dues_id": dues_id}))
        if share is None:
            w.create(PaymentShare, payment_id=payment_id, dues_id=dues_id, minor=minor)
        else:
            share.minor += minor


@dataclass(frozen=True)
class AddDues(Action):
    """Dues of one payer by hand: for an earlier year, or an amount of their own."""

    code: ClassVar[str] = "dues-add"
    label: ClassVar[str] = N_("Dues of {payer}")

    payer: Payer
    year: int
    minor: int
    currency: str = "EUR"
    class_id: UUID | None = None
    due_on: date | None = None

    def apply(self, w: Writer) -> UUID:
        """Add the row. Raises UserError where there are such dues already."""
        if not EARLIEST <= self.year <= LATEST:
            raise FieldProblem("year", "This is no year for dues.")
        if self.minor <= 0:
            raise FieldProblem("amount", "Dues are more than nothing. Exempt somebody instead.")
        own = own_association(w)
        values = {
            **self.payer.columns(),
            "owner_id": own.id,
            "year": self.year,
            "membership_class_id": self.class_id,
        }
        if w.get(Dues, w.key_for(Dues, values)) is not None:
            raise UserError("These dues are there already. Change their amount instead.", code="dues-there")
        row = w.create(
            Dues, **values, minor=self.minor, currency=self.currency, due_on=self.due_on, charged_on=w.today
        )
        w.flush()
        new = NewDues(self.payer, self.class_id, self.minor, self.currency)
        _pay_from_credit(w, own.id, [(row.id, new)])
        return row.id

    def refs(self, result: object) -> dict[str, object]:
        """Who owes."""
        return {"payer": self.payer.id}


@dataclass(frozen=True)
class EditDues(EditFact):
    """Correct dues: amount, the day they are due.

    What was paid beyond a smaller amount stands to the payer's credit; their credit pays a larger one.
    """

    code: ClassVar[str] = "dues-edit"
    label: ClassVar[str] = N_("Dues of {owner}")
    table: ClassVar[type[Row]] = Dues
    fields: ClassVar[frozenset[str]] = frozenset({"minor", "due_on"})

    def checked(self, w: Writer, row: Row) -> Mapping[str, object]:
        """Dues are an amount."""
        minor = self.values.get("minor")
        if isinstance(minor, int) and minor <= 0:
            raise FieldProblem("amount", "Dues are more than nothing. Exempt somebody instead.")
        return self.values

    def apply(self, w: Writer) -> object:
        """Change them, and what is paid of them. Gives whose they are."""
        whose = super().apply(w)
        row = w.must(Dues, self.id)
        if "minor" not in self.values or row.waived:
            return whose
        over = -row.minor
        for share in sorted(_shares(w, row.id), key=lambda one: one.id):
            over += share.minor
            if over <= 0:
                continue
            if over >= share.minor:
                w.delete(share)
            else:
                share.minor -= over
            over = 0
        w.flush()
        payer = Payer.of(row.person_id, row.household_id, row.organisation_id)
        if over < 0 and payer is not None:
            missing = NewDues(payer, row.membership_class_id, -over, row.currency)
            _pay_from_credit(w, own_association(w).id, [(row.id, missing)])
        return whose


@dataclass(frozen=True)
class WaiveDues(Action):
    """Exempt payers from dues, with the reason. What was paid of them stays to their credit."""

    code: ClassVar[str] = "dues-waive"
    label: ClassVar[str] = N_("Exempt {person} from dues")

    dues_ids: tuple[UUID, ...]
    reason: str = ""

    def apply(self, w: Writer) -> list[object]:
        """Exempt them. Gives whose dues they were."""
        found: list[object] = []
        for dues_id in self.dues_ids:
            row = w.must(Dues, dues_id)
            row.waived, row.waived_on, row.waived_reason = True, w.today, " ".join(self.reason.split())
            for share in _shares(w, row.id):
                w.delete(share)
            found.append(owner_of(row))
        return found

    def refs(self, result: object) -> dict[str, object]:
        """Whose, and how many."""
        return _first_of(result)


@dataclass(frozen=True)
class ClaimDues(Action):
    """Take an exemption back: the dues are owed again, and what the payer has to their credit pays them."""

    code: ClassVar[str] = "dues-claim"
    label: ClassVar[str] = N_("Ask {person} for dues after all")

    dues_ids: tuple[UUID, ...]

    def apply(self, w: Writer) -> list[object]:
        """Ask for them again. Gives whose dues they are."""
        found: list[object] = []
        again: list[tuple[UUID, NewDues]] = []
        owner = own_association(w).id
        for dues_id in self.dues_ids:
            row = w.must(Dues, dues_id)
            found.append(owner_of(row))
            if not row.waived:
                continue
            row.waived, row.waived_on, row.waived_reason = False, None, ""
            payer = Payer.of(row.person_id, row.household_id, row.organisation_id)
            if payer is not None:
                new = NewDues(payer, row.membership_class_id, row.minor, row.currency)
                again.append((row.id, new))
        w.flush()
        _pay_from_credit(w, owner, again)
        return found

    def refs(self, result: object) -> dict[str, object]:
        """Whose, and how many."""
        return _first_of(result)


@dataclass(frozen=True)
class DeleteDues(Action):
    """Take dues back that were set up by mistake; what was paid for them stays to the payer's credit."""

    code: ClassVar[str] = "dues-delete"
    label: ClassVar[str] = N_("Delete dues of {person}")

    dues_ids: tuple[UUID, ...]

    def apply(self, w: Writer) -> list[object]:
        """Delete them with their reminders. Gives whose they were."""
        found: list[object] = []
        for dues_id in self.dues_ids:
            row = w.must(Dues, dues_id)
            reminders = w.scalars(select(DuesReminder).where(DuesReminder.dues_id == row.id))
            for fact in (*_shares(w, row.id), *list(reminders)):
                w.delete(fact)
            found.append(owner_of(row))
            w.delete(row)
        return found

    def refs(self, result: object) -> dict[str, object]:
        """Whose, and how many."""
        return _first_of(result)


@dataclass(frozen=True)
class RecordReminders(Action):
    """Reminders went out on a day: for each of the dues the stage of its letter."""

    code: ClassVar[str] = "dues-remind"
    label: ClassVar[str] = N_("Remind {person} of dues")

    reminders: tuple[tuple[UUID, int], ...]
    channel: Channel = Channel.LETTER
    on: date | None = None

    def apply(self, w: Writer) -> list[object]:
        """Keep them; the same letter on the same day counts once. Gives who was reminded."""
        day = self.on or w.today
        found: dict[object, None] = {}
        for dues_id, stage in self.reminders:
            row = w.must(Dues, dues_id)
            keys = {"dues_id": dues_id, "stage": stage, "on": day}
            if w.get(DuesReminder, w.key_for(DuesReminder, keys)) is None:
                w.create(DuesReminder, **keys, channel=self.channel)
            found[owner_of(row)] = None
        return list(found)

    def refs(self, result: object) -> dict[str, object]:
        """Whom, and how many."""
        return _first_of(result)


def _first_of(result: object) -> dict[str, object]:
    owners = list(dict.fromkeys(result)) if isinstance(result, list) else []
    return {"person": owners[0] if owners else None, "n": len(owners)}


def _shares(w: Writer, dues_id: UUID) -> Iterable[PaymentShare]:
    return list(w.scalars(select(PaymentShare).where(PaymentShare.dues_id == dues_id)))
