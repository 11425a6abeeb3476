# SPDX-License-Identifier: GPL-3.0-or-later
"""A task is ticked or deleted in a list: one act, one wording, for calendar, visits and projects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.actions.tasks import TickTask
from hospes.actions.visits_tasks import DeleteTask

if TYPE_CHECKING:
    from uuid import UUID

    from hospes.ui.desk import Desk


def tick_task(desk: Desk, task: UUID, title: str, *, done: bool) -> None:
    """Mark it as done, or open it again."""
    if done:
        said = desk.text("“{task}” is done.", task=title)
    else:
        said = desk.text("“{task}” is open again.", task=title)
    desk.run(TickTask(task, done), said=said)


def delete_task(desk: Desk, task: UUID, title: str) -> None:
    """Take it out."""
    desk.run(DeleteTask(task), said=desk.text("“{task}” is deleted.", task=title))
