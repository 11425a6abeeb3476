# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters an association writes to many: their words by language, and who got one, how and when."""

from datetime import date
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hospes.domain.codes import Channel
from hospes.domain.codes_letters import TwoWays
from hospes.store.base import Row, code, ref


class Letter(Row):
    """A letter that is kept, to be sent, looked up or written again next year."""

    __tablename__ = "letter"

    owner_id: Mapped[UUID] = ref("organisation")
    name: Mapped[str]
    """What the association calls it; readers never see it."""
    written_on: Mapped[date]
    together: Mapped[bool] = mapped_column(default=True)
    """One letter to a household that likes it so."""
    signed_by: Mapped[str] = mapped_column(default="")
    signature_picture: Mapped[bool] = mapped_column(default=False)
    not_by_email: Mapped[bool] = mapped_column(default=False)
    """Who reads e-mail gets no paper."""
    newsletter: Mapped[bool] = mapped_column(default=False)
    """Only to those who agreed to the newsletter: kept, so that nobody gets it who did not."""
    second_language: Mapped[str] = mapped_column(default="")
    """Beside each reader's own; empty for letters in one language."""
    two_ways: Mapped[TwoWays] = code(TwoWays, default=TwoWays.BELOW)
    binned_at: Mapped[date | None]


class LetterText(Row):
    """The words of a letter in one language; inserts stand in them as `{first-name}`."""

    __tablename__ = "letter_text"
    __table_args__ = (UniqueConstraint("letter_id", "language"),)
    natural = ("letter_id", "language")

    letter_id: Mapped[UUID] = ref("letter")
    language: Mapped[str]
    subject: Mapped[str] = mapped_column(default="")
    body: Mapped[str] = mapped_column(default="")
    enclosures: Mapped[str] = mapped_column(default="")


class LetterSent(Row):
    """Somebody got a letter; sending it once more on the same day the same way is no second one."""

    __tablename__ = "letter_sent"
    subjects = ("person_id",)
    natural = ("letter_id", "person_id", "channel", "on")

    letter_id: Mapped[UUID] = ref("letter")
    person_id: Mapped[UUID] = ref("person")
    channel: Mapped[Channel] = code(Channel, default=Channel.LETTER)
    on: Mapped[date]
    language: Mapped[str] = mapped_column(default="")
