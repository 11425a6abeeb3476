# SPDX-License-Identifier: GPL-3.0-or-later
"""Venues of programme items and what somebody finds there who cannot climb steps or hears badly (S35)."""

from sqlalchemy.orm import Mapped, mapped_column

from hospes.store.base import Row


class Venue(Row):
    """A house or place where things happen. What nobody has asked yet is NULL."""

    __tablename__ = "venue"

    name: Mapped[str]
    address: Mapped[str] = mapped_column(default="")
    step_free: Mapped[bool | None]
    """There is a way in, and to the rooms that are used, without steps (by a lift counts)."""
    lift: Mapped[bool | None]
    accessible_wc: Mapped[bool | None]
    induction_loop: Mapped[bool | None]
    parking: Mapped[bool | None]
    """There is a parking place for people with a disability."""
    note: Mapped[str] = mapped_column(default="")
