# SPDX-License-Identifier: GPL-3.0-or-later
"""The computer's clock, read in one place; everything else is given the time."""

from datetime import UTC, datetime


def utc_now() -> datetime:
    """This moment."""
    return datetime.now(UTC)
