# SPDX-License-Identifier: GPL-3.0-or-later
"""SEPA direct debit mandates: writing one down, correcting it, ending it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select

from hospes.actions import Action
from hospes.actions.editing import EditFact, owner_of
from hospes.actions.own import own_association, take_numbers
from hospes.domain.bank import read_bic, read_iban
from hospes.domain.codes import MandateState, SeriesKind
from hospes.domain.errors import FieldProblem, FormProblems, UserError
from hospes.domain.payers import Payer
from hospes.domain.sepa import SEPA_COUNTRIES, MandateKind, read_reference
from hospes.i18n.marks import N_
from hospes.store.base import Row
from hospes.store.tables.collections import CollectionItem
from hospes.store.tables.members import Mandate
from hospes.store.tables.organisations import Organisation
from hospes.store.writer import Writer


def next_references(w: Writer, own: Organisation, count: int = 1) -> list[str]:
    """References nobody has yet, from the association's series."""
    used = {one.upper() for one in w.scalars(select(Mandate.reference).where(Mandate.owner_id == own.id))}
    found: list[str] = []
    while len(found) < count:
        offered = f"M-{take_numbers(w, own, SeriesKind.MANDATE)[0]}"
        if offered not in used:
            found.append(offered)
    return found


def _taken(w: Writer, owner: UUID, reference: str, but: UUID | None = None) -> bool:
    query = select(Mandate.id, Mandate.reference).where(Mandate.owner_id == owner)
    return any(key != but and text.upper() == reference.upper() for key, text in w.execute(query))


def _iban(typed: str) -> str:
    iban = read_iban(typed)
    if iban[:2] not in SEPA_COUNTRIES:
        raise FieldProblem("iban", "Direct debits work only with accounts in SEPA countries.")
    return iban


def _day(signed_on: date | None, today: date) -> date | None:
    if signed_on is not None and signed_on > today:
        raise FieldProblem("signed_on", "This day has not come yet.")
    return signed_on


@dataclass(frozen=True)
class AddMandate(Action):
    """Write down a mandate. Without a reference it gets the next one of the series.

    An older mandate of the same payer goes on; whoever replaces it ends it.
    """

    code: ClassVar[str] = "mandate-add"
    label: ClassVar[str] = N_("Direct debit mandate of {payer}")

    payer: Payer
    iban: str
    signed_on: date | None = None
    reference: str = ""
    bic: str = ""
    account_name: str = ""
    kind: MandateKind = MandateKind.RECURRENT

    def apply(self, w: Writer) -> UUID:
        """Write it. Raises FormProblems with every field that cannot be used."""
        own = own_association(w)
        problems: list[FieldProblem] = []
        values: dict[str, str] = {}
        readers: dict[str, tuple[Callable[[str], str], str]] = {
            "iban": (_iban, self.iban),
            "bic": (read_bic, self.bic),
            "reference": (read_reference, self.reference),
        }
        for name, (read, typed) in readers.items():
            try:
                values[name] = read(typed) if typed.strip() or name == "iban" else ""
            except FieldProblem as problem:
                problems.append(problem)
        if values.get("reference") and _taken(w, own.id, values["reference"]):
            problems.append(FieldProblem("reference", "Another mandate has this reference."))
        try:
            _day(self.signed_on, w.today)
        except FieldProblem as problem:
            problems.append(problem)
        if problems:
            raise FormProblems(tuple(problems))
        if not values["reference"]:
            values["reference"] = next_references(w, own)[0]
        made = w.create(
            Mandate,
            owner_id=own.id,
            **self.payer.columns(),
            **values,
            account_name=" ".join(self.account_name.split()),
            signed_on=self.signed_on,
            kind=self.kind,
        )
        w.flush()
        return made.id

    def refs(self, result: object) -> dict[str, object]:
        """Whose."""
        return {"payer": self.payer.id}


@dataclass(frozen=True)
class EditMandate(EditFact):
    """Correct a mandate. Another account of the same payer keeps the mandate, as the scheme allows."""

    code: ClassVar[str] = "mandate-edit"
    label: ClassVar[str] = N_("Direct debit mandate of {owner}")
    table: ClassVar[type[Row]] = Mandate
    fields: ClassVar[frozenset[str]] = frozenset(
        {"iban", "bic", "account_name", "reference", "signed_on", "kind"}
    )

    def checked(self, w: Writer, row: Row) -> Mapping[str, object]:
        """Identifiers as banks want them."""
        values = dict(self.values)
        if "iban" in values:
            values["iban"] = _iban(str(values["iban"]))
        if values.get("bic"):
            values["bic"] = read_bic(str(values["bic"]))
        if "reference" in values:
            values["reference"] = read_reference(str(values["reference"]))
            mandate = w.must(Mandate, row.id)
            if values["reference"] != mandate.reference and mandate.last_used_on is not None:
                raise FieldProblem(
                    "reference",
                    "This mandate was used already, so its reference stays. End it and write down a new one.",
                )
            if _taken(w, mandate.owner_id, str(values["reference"]), row.id):
                raise FieldProblem("reference", "Another mandate has this reference.")
        day = values.get("signed_on")
        if isinstance(day, date):
            _day(day, w.today)
        return values


@dataclass(frozen=True)
class EndMandate(Action):
    """A mandate was revoked or is of no use any more; it stays as proof."""

    code: ClassVar[str] = "mandate-end"
    label: ClassVar[str] = N_("End the direct debit mandate of {owner}")

    id: UUID
    on: date | None = None

    def apply(self, w: Writer) -> object:
        """End it."""
        row = w.must(Mandate, self.id)
        row.state, row.ended_on = MandateState.ENDED, self.on or w.today
        return owner_of(row)

    def refs(self, result: object) -> dict[str, object]:
        """Whose."""
        return {"owner": result}


@dataclass(frozen=True)
class RenewMandate(Action):
    """Take the end of a mandate back: it was not revoked after all."""

    code: ClassVar[str] = "mandate-renew"
    label: ClassVar[str] = N_("Use the direct debit mandate of {owner} again")

    id: UUID

    def apply(self, w: Writer) -> object:
        """Use it again."""
        row = w.must(Mandate, self.id)
        row.state, row.ended_on = MandateState.ACTIVE, None
        return owner_of(row)

    def refs(self, result: object) -> dict[str, object]:
        """Whose."""
        return {"owner": result}


@dataclass(frozen=True)
class DeleteMandate(Action):
    """Delete a mandate that was written down by mistake and never used."""

    code: ClassVar[str] = "mandate-delete"
    label: ClassVar[str] = N_("Delete the direct debit mandate of {owner}")

    id: UUID

    def apply(self, w: Writer) -> object:
        """Delete it. Raises UserError where it was used."""
        row = w.must(Mandate, self.id)
        query = select(CollectionItem.id).where(CollectionItem.mandate_id == row.id).limit(1)
        if row.last_used_on is not None or w.scalars(query).first() is not None:
            raise UserError(
                "This mandate was used, so it stays as proof. End it instead.", code="mandate-used"
            )
        owner = owner_of(row)
        w.delete(row)
        return owner

    def refs(self, result: object) -> dict[str, object]:
        """Whose."""
        return {"owner": result}
