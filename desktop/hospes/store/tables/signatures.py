# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of the signatures of those who sign for the association."""

from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from hospes.store.base import Row, blob_ref, ref


class SignaturePicture(Row):
    """How somebody signs for the association; it goes with the person when the person is erased."""

    __tablename__ = "signature_picture"
    __table_args__ = (UniqueConstraint("owner_id", "person_id"),)
    subjects = ("person_id",)
    natural = ("owner_id", "person_id")

    owner_id: Mapped[UUID] = ref("organisation")
    person_id: Mapped[UUID] = ref("person")
    picture_sha: Mapped[str | None] = blob_ref()
