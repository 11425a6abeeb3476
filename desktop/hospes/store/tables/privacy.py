# SPDX-License-Identifier: GPL-3.0-or-later
"""What an association needs to keep the law on people's data: texts agreed to, and the list of erasures."""

from datetime import date
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hospes.domain.codes import ConsentPurpose
from hospes.store.base import Base, Row, code, ref


class ConsentText(Row):
    """The words somebody agrees to, by purpose, edition and language (REQ-4-09).

    An edition that somebody has agreed to is never changed; new words are a new edition.
    """

    __tablename__ = "consent_text"
    __table_args__ = (UniqueConstraint("owner_id", "purpose", "edition", "language"),)
    natural = ("owner_id", "purpose", "edition", "language")

    owner_id: Mapped[UUID] = ref("organisation")
    purpose: Mapped[ConsentPurpose] = code(ConsentPurpose)
    edition: Mapped[str]
    """As it stands with each consent: a year, or a year and a number."""
    language: Mapped[str]
    text: Mapped[str] = mapped_column(default="")
    valid_from: Mapped[date | None]


class Erasure(Base):
    """Something that was erased for good: its id and nothing else (decision 28).

    Not journalled, so that Undo never reaches it. A backup restored later and the file of another laptop are
    cleaned by it. `what` is `person`, or the name of a table: then one row of it, or only its sensitive
    columns (`part`).
    """

    __tablename__ = "erasure"

    ref: Mapped[UUID] = mapped_column(primary_key=True)
    what: Mapped[str]
    part: Mapped[bool] = mapped_column(default=False)
    """Only the sensitive columns of the row."""
    texts: Mapped[bool] = mapped_column(default=False)
    """Of a person: the name was taken out of other people's texts too, after somebody had read them."""
    erased_on: Mapped[date]
    finished: Mapped[bool] = mapped_column(default=False)
    """Also the backups that could be reached are clean."""
