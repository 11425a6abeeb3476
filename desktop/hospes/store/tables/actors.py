# SPDX-License-Identifier: GPL-3.0-or-later
"""What is stated about actors: numbers with a day and a source, never constants (S26, REQ-1-17)."""

from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from hospes.domain.values import RoughDate
from hospes.store.base import Row, ref


class ActorFact(Row):
    """One figure of an organisation ("120 jobs"), or of a whole country ("960 companies here")."""

    __tablename__ = "actor_fact"

    organisation_id: Mapped[UUID | None] = ref("organisation", null=True)
    """None: it is about a country."""
    country: Mapped[str] = mapped_column(default="")
    what: Mapped[str]
    """In the words of who keeps it: "Jobs", "French companies here"."""
    value: Mapped[str]
    as_of: Mapped[RoughDate | None]
    source: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
