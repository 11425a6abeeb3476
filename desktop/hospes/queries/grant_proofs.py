# SPDX-License-Identifier: GPL-3.0-or-later
"""What a funder wants to see, and the document in the file that is it."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, select

from hospes.store.selections import pick
from hospes.store.tables.budget import BudgetLine
from hospes.store.tables.events import Blob, Document
from hospes.store.tables.grants import GrantProof, VisitGrant


@dataclass(frozen=True, slots=True)
class Attached:
    """A document that goes with the proof of use."""

    id: UUID
    name: str
    media_type: str
    proof: str = ""
    """The proof it is; empty for a voucher of the budget."""
    voucher: str = ""
    grant_id: UUID | None = None


def attached_proofs(connection: Connection, visit_id: UUID) -> tuple[Attached, ...]:
    """Documents that belong to proofs, then those of the budget's lines in the order of their vouchers.

    What is confidential or in the bin, or has no content in this file, is not handed in.
    """
    d, b, p = Document, Blob, GrantProof
    here = (d.binned_at.is_(None), d.confidential.is_(False))
    grants = select(VisitGrant.id).where(VisitGrant.visit_id == visit_id)
    query = (
        pick(d.id, d.name, b.media_type, p.proof, p.grant_id)
        .join(p, p.document_id == d.id)
        .join(b, b.sha256 == d.blob_sha)
        .where(p.grant_id.in_(grants), p.done_on.is_not(None), *here)
        .order_by(p.proof, d.name, d.id)
    )
    found = [
        Attached(id_, name, media, proof=proof, grant_id=grant)
        for id_, name, media, proof, grant in connection.execute(query)
    ]
    line = BudgetLine
    vouchers = (
        pick(d.id, d.name, b.media_type, line.voucher)
        .join(line, line.document_id == d.id)
        .join(b, b.sha256 == d.blob_sha)
        .where(line.visit_id == visit_id, *here)
        .order_by(line.voucher, line.paid_on, d.name, d.id)
    )
    found += [
        Attached(id_, name, media, voucher=voucher or "–")
        for id_, name, media, voucher in connection.execute(vouchers)
    ]
    return tuple(found)
