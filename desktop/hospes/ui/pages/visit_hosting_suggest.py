# SPDX-License-Identifier: GPL-3.0-or-later
"""Suggest hosts for all: the search in a process of its own, and the one step that places what is ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hospes.actions.placements import ApplyPlan
from hospes.solving import Stopped as SearchStopped
from hospes.solving import plan_in_child
from hospes.ui.pages.visit_hosting_plan import Review
from hospes.ui.tasks import Stopped

if TYPE_CHECKING:
    from hospes.app import Outcome
    from hospes.domain.errors import UserError
    from hospes.domain.matching.values import Plan, Progress
    from hospes.ui.desk import Desk
    from hospes.ui.pages.visit_hosting_model import Board
    from hospes.ui.tasks import Work


LEAST_S = 5
"""A search that is shorter than this would not even load what it needs."""


class Suggesting(QObject):
    """Searches for a plan, and carries out what was ticked."""

    found = Signal(object)
    """A `Review` to be looked through."""
    applied = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._longer = 1
        self._busy = False

    def search(self, board: Board, *, longer: bool = False) -> None:
        """Search for the best plan for everybody who waits; `longer` gives it more time than before."""
        if self._busy:
            return
        desk = self._desk
        self._longer = self._longer * 3 if longer else 1
        seconds = max(desk.settings.search_seconds, LEAST_S) * self._longer
        case = board.case

        def job(work: Work) -> Plan:
            def tell(progress: Progress) -> bool:
                if not work.stopped:
                    work.told.emit(progress.placed, len(case.guests), _stage_words(desk, progress))
                return not work.stopped

            try:
                return plan_in_child(case, seconds, progress=tell)
            except SearchStopped:
                raise Stopped from None

        def done(plan: Plan) -> None:
            self._busy = False
            self._look(board, plan)

        def failed(error: UserError) -> None:
            self._busy = False
            desk.say(error, kind="warn")

        def stopped() -> None:
            self._busy = False
            desk.say(desk.text("Stopped. Nobody was placed."), kind="info")

        self._busy = True
        desk.tasks.run(
            job, title=desk.text("Looking for the best hosts"), done=done, failed=failed, stopped=stopped
        )

    def _look(self, board: Board, plan: Plan) -> None:
        review = Review(board, plan)
        if review.items or review.leftover:
            self.found.emit(review)
        else:
            self._desk.say(self._desk.text("There is nothing to suggest: everybody has a host."), kind="info")

    def apply(self, review: Review) -> None:
        """Place what is ticked, as one step."""
        desk = self._desk
        n = review.people
        said = desk.ntext("{n} guest has a host now.", "{n} guests have a host now.", n)

        def done(outcome: Outcome) -> None:
            self.applied.emit()

        desk.run(
            ApplyPlan(review.board.read.visit_id, review.chosen(), review.board.case), said=said, done=done
        )


def _stage_words(desk: Desk, progress: Progress) -> str:
    """What the search is about just now."""
    if progress.stage in ("placing", "moving"):
        return desk.text("As many people as possible")
    return desk.text("As many wishes as possible")
