# SPDX-License-Identifier: GPL-3.0-or-later
"""What the committee learns: trainings with who was there, advice they were given (S15)."""

from datetime import date
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from hospes.store.base import Row, ref


class Training(Row):
    """A training: of whom, where, when, about what."""

    __tablename__ = "training"

    owner_id: Mapped[UUID] = ref("organisation")
    topic: Mapped[str]
    provider: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    first: Mapped[date | None]
    last: Mapped[date | None]
    note: Mapped[str] = mapped_column(default="")


class TrainingPerson(Row):
    """Somebody who took part."""

    __tablename__ = "training_person"
    __table_args__ = (UniqueConstraint("training_id", "person_id"),)
    subjects = ("person_id",)
    natural = ("training_id", "person_id")

    training_id: Mapped[UUID] = ref("training")
    person_id: Mapped[UUID] = ref("person")


class AdviceCase(Row):
    """A question the association asked somebody, and the answer."""

    __tablename__ = "advice_case"

    owner_id: Mapped[UUID] = ref("organisation")
    question: Mapped[str]
    asked: Mapped[str] = mapped_column(default="")
    """Who was asked: "the network office", "our tax adviser"."""
    asked_on: Mapped[date | None]
    answer: Mapped[str] = mapped_column(default="")
    answered_on: Mapped[date | None]
