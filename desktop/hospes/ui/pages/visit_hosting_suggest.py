# SPDX-License-Identifier: GPL-3.0-or-later
"""Suggest hosts for all: the search in a process of its own, and the one step that places what is ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hospes.actions.placements import ApplyLateChange, ApplyPlan
from hospes.queries.hosting_late import call_book, late_case
from hospes.solving import Stopped as SearchStopped
from hospes.solving import late_in_child, plan_in_child
from hospes.ui.pages.visit_hosting_plan import Review
from hospes.ui.tasks import Stopped

if TYPE_CHECKING:
    from collections.abc import Callable

    from hospes.app import Outcome
    from hospes.domain.errors import UserError
    from hospes.domain.matching.values import Case, Progress
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
        case = board.case

        def solve(seconds: float, tell: Callable[[Progress], bool]) -> Review:
            return Review(board, plan_in_child(case, seconds, progress=tell))

        self._run(case, solve, self._desk.text("Looking for the best hosts"), longer=longer)

    def search_late(self, board: Board, *, longer: bool = False) -> None:
        """After a late change: search for the plan with the fewest people to telephone."""
        desk = self._desk
        visit, today, locale = board.read.visit_id, desk.file.today, desk.locale
        case = desk.read(late_case, visit, today, locale)

        def solve(seconds: float, tell: Callable[[Progress], bool]) -> Review:
            late = late_in_child(case, seconds, progress=tell)
            book = desk.read(call_book, visit, today, locale)
            return Review(board, late.plan, late=late, book=book, case=case)

        self._run(case, solve, desk.text("Looking for the fewest calls"), longer=longer)

    def _run(
        self,
        case: Case,
        solve: Callable[[float, Callable[[Progress], bool]], Review],
        title: str,
        *,
        longer: bool,
    ) -> None:
        if self._busy:
            return
        desk = self._desk
        self._longer = self._longer * 3 if longer else 1
        seconds = max(desk.settings.search_seconds, LEAST_S) * self._longer

        def job(work: Work) -> Review:
            def tell(progress: Progress) -> bool:
                if not work.stopped:
                    work.told.emit(progress.placed, len(case.guests), _stage_words(desk, progress))
                return not work.stopped

            try:
                return solve(seconds, tell)
            except SearchStopped:
                raise Stopped from None

        def done(review: Review) -> None:
            self._busy = False
            if review.items or review.leftover or review.late is not None:
                self.found.emit(review)
            else:
                desk.say(desk.text("There is nothing to suggest: everybody has a host."), kind="info")

        def failed(error: UserError) -> None:
            self._busy = False
            desk.say(error, kind="warn")

        def stopped() -> None:
            self._busy = False
            desk.say(desk.text("Stopped. Nobody was placed."), kind="info")

        self._busy = True
        desk.tasks.run(job, title=title, done=done, failed=failed, stopped=stopped)

    def apply(self, review: Review) -> None:
        """Place what is ticked, as one step."""
        desk = self._desk
        visit, n = review.board.read.visit_id, review.people

        def done(outcome: Outcome) -> None:
            self.applied.emit()

        calls = review.calls()
        if calls is not None:
            told = sum(some.calls for some in calls)
            guests = sum(len(some.guests) for some in calls)
            said = desk.ntext("Changed. {n} call to make.", "Changed. {n} calls to make.", told)
            change = ApplyLateChange(
                visit, review.chosen(), review.made_of, calls=guests, mending=review.mending()
            )
            desk.run(change, said=said, done=done)
            return
        said = desk.ntext("{n} guest has a host now.", "{n} guests have a host now.", n)
        desk.run(ApplyPlan(visit, review.chosen(), review.made_of), said=said, done=done)


def _stage_words(desk: Desk, progress: Progress) -> str:
    """What the search is about just now."""
    if progress.stage in ("placing", "moving"):
        return desk.text("As many people as possible")
    return desk.text("As many wishes as possible")
