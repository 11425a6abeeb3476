# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads: functions of a connection and filters that give frozen rows ready for a screen or a paper.

SQLAlchemy Core only (decision 21): no entities, nothing lazy, blocks of rows by id for long lists.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # For those above who hand a connection on and must not know SQLAlchemy (papers).
    from sqlalchemy import Connection as Connection
