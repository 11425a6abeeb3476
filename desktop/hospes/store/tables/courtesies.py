# SPDX-License-Identifier: GPL-3.0-or-later
"""The protocol book: gifts, honours, thanks and speeches, so that none is forgotten or repeated (S14)."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from hospes.domain.courtesies import CourtesyKind, Reason
from hospes.store.base import Row, code, ref


class Courtesy(Row):
    """One of them: for whom or from whom, what, when, on which occasion; planned while `on` is empty."""

    __tablename__ = "courtesy"
    subjects = ("person_id",)

    owner_id: Mapped[UUID] = ref("organisation")
    kind: Mapped[CourtesyKind] = code(CourtesyKind)
    what: Mapped[str]
    on: Mapped[date | None]
    person_id: Mapped[UUID | None] = ref("person", null=True)
    organisation_id: Mapped[UUID | None] = ref("organisation", null=True)
    other: Mapped[str] = mapped_column(default="")
    """Who it is where nobody in the file is: "the choir of Lipowiec"."""
    occasion: Mapped[str] = mapped_column(default="")
    visit_id: Mapped[UUID | None] = ref("visit", null=True)
    reason: Mapped[Reason | None] = code(Reason, null=True)
    """What an honour is for, where it is one that is counted; a certificate says the number."""
    note: Mapped[str] = mapped_column(default="")
