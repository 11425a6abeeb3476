# SPDX-License-Identifier: GPL-3.0-or-later
"""Charters, declarations, work programmes, renewals: chains of papers, signed once or in each town (S25)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import func, select

from hospes.actions import Action
from hospes.actions.documents import NewDocument, keep_document
from hospes.actions.editing import Edit, EditFact, known_fields
from hospes.domain.codes import DocumentKind
from hospes.domain.codes_twinning import AgreementType
from hospes.domain.errors import FieldProblem
from hospes.domain.values import RoughDate
from hospes.i18n.languages import normal_code
from hospes.i18n.marks import N_
from hospes.store.base import Row
from hospes.store.removal import remove
from hospes.store.tables.partnerships import (
    Agreement,
    AgreementSignature,
    AgreementSigning,
    AgreementText,
    Partnership,
)
from hospes.store.tables.people import Person
from hospes.store.writer import Writer


@dataclass(frozen=True)
class AddAgreement(Action):
    """A paper between the partners, following an earlier one or not. Gives its id."""

    code: ClassVar[str] = "agreement-add"
    label: ClassVar[str] = N_("Add an agreement to {partnership}")

    partnership_id: UUID
    type: AgreementType
    titles: Mapping[str, str] = field(default_factory=dict)
    predecessor_id: UUID | None = None
    languages: tuple[str, ...] = ()
    renew_by: date | None = None
    signed_on: RoughDate | None = None
    signed_at: UUID | None = None
    """The town of the first signing; more are added one by one."""

    def apply(self, w: Writer) -> UUID:
        """Add it behind the others."""
        w.must(Partnership, self.partnership_id)
        a = Agreement
        position = w.scalar(select(func.max(a.position)).where(a.partnership_id == self.partnership_id))
        row = w.create(
            Agreement,
            partnership_id=self.partnership_id,
            type=self.type,
            predecessor_id=self.predecessor_id,
            languages=languages_text(self.languages),
            renew_by=self.renew_by,
            position=0 if position is None else position + 1,
        )
        _check_predecessor(w, row, self.predecessor_id)
        for language, title in self.titles.items():
            if title.strip():
                w.create(
                    AgreementText,
                    agreement_id=row.id,
                    language=normal_code(language),
                    title=" ".join(title.split()),
                )
        if self.signed_on is not None:
            w.create(AgreementSigning, agreement_id=row.id, on=self.signed_on, territory_id=self.signed_at)
        return row.id

    def refs(self, result: object) -> dict[str, object]:
        """The twinning."""
        return {"partnership": self.partnership_id}


def languages_text(codes: tuple[str, ...]) -> str:
    """Languages as the column keeps them."""
    return ";".join(dict.fromkeys(normal_code(code) for code in codes if code))


def _check_predecessor(w: Writer, row: Agreement, before: object) -> None:
    """Raises FieldProblem where a chain would lead round, or to another twinning."""
    seen = {row.id}
    while isinstance(before, UUID):
        if before in seen:
            raise FieldProblem("predecessor_id", "A paper cannot follow on itself.")
        seen.add(before)
        one = w.must(Agreement, before)
        if one.partnership_id != row.partnership_id:
            raise FieldProblem("predecessor_id", "The earlier paper belongs to another twinning.")
        before = one.predecessor_id


@dataclass(frozen=True)
class EditAgreement(EditFact):
    """Change what a paper is, what it follows on, its languages, and until when it is to be renewed."""

    code: ClassVar[str] = "agreement-edit"
    label: ClassVar[str] = N_("Change an agreement of {owner}")
    table: ClassVar[type[Row]] = Agreement
    fields: ClassVar[frozenset[str]] = frozenset(
        {"type", "predecessor_id", "languages", "renew_by", "valid_to", "position"}
    )

    def checked(self, w: Writer, row: Row) -> Mapping[str, object]:
        """Languages as codes; no chain that leads round."""
        assert isinstance(row, Agreement)
        values = dict(self.values)
        if "languages" in values:
            values["languages"] = languages_text(tuple(str(values["languages"]).split(";")))
        if "predecessor_id" in values:
            _check_predecessor(w, row, values["predecessor_id"])
        return values


@dataclass(frozen=True)
class SetAgreementTexts(Action):
    """Title and gist of a paper in one language. Gives the twinning."""

    code: ClassVar[str] = "agreement-texts"
    label: ClassVar[str] = N_("Write the texts of an agreement of {partnership}")

    id: UUID
    language: str
    values: Mapping[str, str] = field(default_factory=dict)

    def apply(self, w: Writer) -> UUID:
        """Keep them."""
        known_fields(self.values, {"title", "summary"})
        row = w.must(Agreement, self.id)
        keys = {"agreement_id": self.id, "language": normal_code(self.language)}
        w.put(AgreementText, keys, **{name: text.strip() for name, text in self.values.items()})
        return row.partnership_id

    def refs(self, result: object) -> dict[str, object]:
        """The twinning."""
        return {"partnership": result}


@dataclass(frozen=True)
class DeleteAgreement(Action):
    """Delete a paper with its signings; what followed on it closes up. Gives the twinning."""

    code: ClassVar[str] = "agreement-delete"
    label: ClassVar[str] = N_("Delete an agreement of {partnership}")

    id: UUID

    def apply(self, w: Writer) -> UUID:
        """Delete it; its scan stays among the documents."""
        row = w.must(Agreement, self.id)
        for after in w.scalars(select(Agreement).where(Agreement.predecessor_id == self.id)).all():
            after.predecessor_id = row.predecessor_id
        w.flush()
        remove(w, Agreement, self.id)
        return row.partnership_id

    def refs(self, result: object) -> dict[str, object]:
        """The twinning."""
        return {"partnership": result}


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody who signed, with the office held on that day, in the words of the paper."""

    name: str
    office: str = ""
    person_id: UUID | None = None


@dataclass(frozen=True)
class AddSigning(Action):
    """A day and a place on which a paper was signed. Gives its id and the twinning."""

    code: ClassVar[str] = "agreement-signing-add"
    label: ClassVar[str] = N_("Add a signing to an agreement of {partnership}")

    agreement_id: UUID
    on: RoughDate
    territory_id: UUID | None = None
    place: str = ""
    signers: tuple[Signer, ...] = ()

    def apply(self, w: Writer) -> tuple[UUID, UUID]:
        """Add it."""
        agreement = w.must(Agreement, self.agreement_id)
        row = w.create(
            AgreementSigning,
            agreement_id=self.agreement_id,
            on=self.on,
            territory_id=self.territory_id,
            place=" ".join(self.place.split()),
        )
        for position, signer in enumerate(self.signers):
            _add_signer(w, row.id, signer, position)
        return row.id, agreement.partnership_id

    def refs(self, result: object) -> dict[str, object]:
        """The twinning."""
        assert isinstance(result, tuple)
        return {"partnership": result[1]}


def _add_signer(w: Writer, signing_id: UUID, signer: Signer, position: int) -> AgreementSignature:
    if signer.person_id is not None:
        w.must(Person, signer.person_id)
    name = " ".join(signer.name.split())
    if not name:
        raise FieldProblem("name", "Write who signed.")
    return w.create(
        AgreementSignature,
        signing_id=signing_id,
        person_id=signer.person_id,
        name=name,
        office=" ".join(signer.office.split()),
        position=position,
    )


def _bond_of_signing(w: Writer, signing_id: UUID) -> UUID:
    return w.must(Agreement, w.must(AgreementSigning, signing_id).agreement_id).partnership_id


@dataclass(frozen=True)
class EditSigning(Edit):
    """Change day, town or place of a signing. Gives the twinning."""

    code: ClassVar[str] = "agreement-signing-edit"
    label: ClassVar[str] = N_("Change a signing of an agreement of {partnership}")
    table: ClassVar[type[Row]] = AgreementSigning
    fields: ClassVar[frozenset[str]] = frozenset({"on", "territory_id", "place"})
    ref: ClassVar[str] = "partnership"

    def apply(self, w: Writer) -> object:
        """Check and assign."""
        super().apply(w)
        return _bond_of_signing(w, self.id)

    def checked(self, w: Writer, row: Row) -> Mapping[str, object]:
        """A signing has a day, be it rough."""
        if "on" in self.values and self.values["on"] is None:
            raise FieldProblem("on", "Write when it was signed; a year is enough.")
        return self.values

    def refs(self, result: object) -> dict[str, object]:
        """The twinning."""
        return {"partnership": result}


@dataclass(frozen=True)
class DeleteSigning(Action):
    """Delete a signing with its signatures. Gives the twinning."""

    code: ClassVar[str] = "agreement-signing-delete"
    label: ClassVar[str] = N_("Delete a signing of an agreement of {partnership}")

    id: UUID

    def apply(self, w: Writer) -> UUID:
        """Delete it."""
        bond = _bond_of_signing(w, self.id)
        remove(w, AgreementSigning, self.id)
        return bond

    def refs(self, result: object) -> dict[str, object]:
        """The twinning."""
        return {"partnership": result}


@dataclass(frozen=True)
class AddSignature(Action):
    """Somebody who signed. Gives its id and the twinning."""

    code: ClassVar[str] = "agreement-signature-add"
    label: ClassVar[str] = N_("Add a signature to an agreement of {partnership}")

    signing_id: UUID
    signer: Signer

    def apply(self, w: Writer) -> tuple[UUID, UUID]:
        """Add it behind the others."""
        s = AgreementSignature
        last = w.scalar(select(func.max(s.position)).where(s.signing_id == self.signing_id))
        row = _add_signer(w, self.signing_id, self.signer, 0 if last is None else last + 1)
        return row.id, _bond_of_signing(w, self.signing_id)

    def refs(self, result: object) -> dict[str, object]:
        """The twinning."""
        assert isinstance(result, tuple)
        return {"partnership": result[1]}


@dataclass(frozen=True)
class EditSignature(Edit):
    """Change the name or the office of somebody who signed. Gives the twinning."""

    code: ClassVar[str] = "agreement-signature-edit"
    label: ClassVar[str] = N_("Change a signature of an agreement of {partnership}")
    table: ClassVar[type[Row]] = AgreementSignature
    fields: ClassVar[frozenset[str]] = frozenset({"name", "office", "person_id", "position"})
    ref: ClassVar[str] = "partnership"

    def apply(self, w: Writer) -> object:
        """Check and assign."""
        super().apply(w)
        return _bond_of_signing(w, w.must(AgreementSignature, self.id).signing_id)

    def checked(self, w: Writer, row: Row) -> Mapping[str, object]:
        """A signature has a name."""
        if "name" in self.values and not str(self.values["name"]).strip():
            raise FieldProblem("name", "Write who signed.")
        return self.values

    def refs(self, result: object) -> dict[str, object]:
        """The twinning."""
        return {"partnership": result}


@dataclass(frozen=True)
class DeleteSignature(Action):
    """Take a signature out. Gives the twinning."""

    code: ClassVar[str] = "agreement-signature-delete"
    label: ClassVar[str] = N_("Delete a signature of an agreement of {partnership}")

    id: UUID

    def apply(self, w: Writer) -> UUID:
        """Delete it."""
        row = w.must(AgreementSignature, self.id)
        w.delete(row)
        return _bond_of_signing(w, row.signing_id)

    def refs(self, result: object) -> dict[str, object]:
        """The twinning."""
        return {"partnership": result}


@dataclass(frozen=True)
class AttachScan(Action):
    """Keep the scan of a paper with it; None takes it off, the document stays. Gives the twinning."""

    code: ClassVar[str] = "agreement-scan"
    label: ClassVar[str] = N_("Attach the scan of an agreement of {partnership}")

    agreement_id: UUID
    file: NewDocument | None

    def apply(self, w: Writer) -> UUID:
        """Keep it."""
        row = w.must(Agreement, self.agreement_id)
        row.document_id = None
        if self.file is not None:
            bond = w.must(Partnership, row.partnership_id)
            file = NewDocument(
                self.file.name, self.file.media_type, self.file.data, DocumentKind.CHARTER, self.file.on
            )
            document = keep_document(w, bond.owner_id, file, partnership_id=bond.id)
            row.document_id = document.id
        return row.partnership_id

    def refs(self, result: object) -> dict[str, object]:
        """The twinning."""
        return {"partnership": result}
