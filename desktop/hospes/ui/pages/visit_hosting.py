# SPDX-License-Identifier: GPL-3.0-or-later
"""Hosting: the tab in which every guest gets a host (design 5.8, mock 3).

Three pages take turns: the board, the review of a suggestion, and the hosts to ask. What each is about stands
in its own file: `visit_hosting_board`, `visit_hosting_review`, `visit_hosting_asking`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from hospes.ui.pages.visit_hosting_board import BoardPage
from hospes.ui.pages.visit_hosting_read import mark_of
from hospes.ui.pages.visit_hosting_review import ReviewPage
from hospes.ui.pages.visit_hosting_suggest import Suggesting
from hospes.ui.pages.visit_tab import TabMark, VisitTab
from hospes.ui.widgets.boxes import column

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hospes.ui.desk import Desk
    from hospes.ui.page import Fit
    from hospes.ui.pages.visit_hosting_asking import AskingPage
    from hospes.ui.pages.visit_hosting_plan import Review

BOARD, REVIEW, HOSTS = "board", "review", "hosts"


class HostingTab(VisitTab):
    """The tab."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {
            "visit", "delegation", "travel_group", "participation", "person", "household",
            "household_member", "stay_wish", "stay_link", "host_offer", "offer_night", "room", "bed",
            "placement", "setting", "guardian", "health_note", "consent", "person_language", "hosting",
            "contact_point", "address",
        }
    )  # fmt: skip
    SHOTS: ClassVar[tuple[Mapping[str, object], ...]] = ({"view": BOARD}, {"view": HOSTS})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._view = BOARD
        self._behind = False
        """Whether something has changed since the board was read."""
        self._found: Review | None = None
        self.board = BoardPage(desk)
        self.board.went.connect(self.moved)
        self.board.changed.connect(self.headingChanged)
        self.board.suggest.connect(self.suggest)
        self.board.late.connect(self.suggest_late)
        self.board.ask_host.connect(self._ask_host)
        self.board.tools.hosts.connect(self._ask_hosts)
        self.board.tools.print_list.connect(self._print)
        self.review = ReviewPage(desk)
        self.review.place.connect(self._apply)
        self.review.cancelled.connect(self._to_board)
        self.review.again.connect(self._search_longer)
        self.suggesting = Suggesting(desk, self)
        self.suggesting.found.connect(self._show_review)
        self.suggesting.applied.connect(self._to_board)
        self.asking: AskingPage | None = None
        self.stack = QStackedWidget()
        self.stack.addWidget(self.board)
        self.stack.addWidget(self.review)
        self.setLayout(column(desk.theme, 8, self.stack, gap=0))

    # -- reading -------------------------------------------------------------------------------------

    @classmethod
    def tab_mark(cls, desk: Desk, visit_id: UUID) -> TabMark:
        return mark_of(desk, visit_id)

    def show_visit(self, visit_id: UUID) -> None:
        super().show_visit(visit_id)
        self.board.forget()
        self._behind = False
        self._show_view(BOARD)

    def reload(self) -> None:
        if self._view == HOSTS and self.asking is not None:
            self._behind = True  # every answer of a host would match all guests and homes anew, unseen
            self.asking.reload()
            return
        self._read_board()
        if self._view == REVIEW:
            self._show_view(BOARD)  # the plan was made for another state of the file

    def _read_board(self) -> None:
        self._behind = False
        self.board.reload(self.visit)

    def _catch_up(self) -> None:
        """Read the board if something has changed while the hosts stood before it."""
        if self._behind:
            self._read_board()

    # -- suggesting ----------------------------------------------------------------------------------

    def suggest(self) -> None:
        """Look for the best plan for everybody; what is found is looked through first."""
        if self.board.board.waiting:
            self.suggesting.search(self.board.board)

    def suggest_late(self) -> None:
        """After a late change: look for the plan with the fewest calls."""
        self.suggesting.search_late(self.board.board)

    def _search_longer(self) -> None:
        if self._found is not None and self._found.late is not None:
            self.suggesting.search_late(self.board.board, longer=True)
        else:
            self.suggesting.search(self.board.board, longer=True)

    def _show_review(self, review: Review) -> None:
        if review.board is not self.board.board:
            return  # the file has changed in the meantime, or another visit is shown
        self._found = review
        self.review.show_review(review)
        self._show_view(REVIEW)
        self.review.place_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _apply(self) -> None:
        if self._found is not None and (self._found.people or self._found.late is not None):
            self.suggesting.apply(self._found)

    # -- pages ---------------------------------------------------------------------------------------

    def _show_view(self, view: str) -> None:
        if self._view == HOSTS and self.asking is not None:
            self.asking.leave()
        self._view = view
        if view != HOSTS:
            self._catch_up()
        if view != REVIEW:
            self._found = None
        pages: dict[str, QWidget | None] = {BOARD: self.board, REVIEW: self.review, HOSTS: self.asking}
        self.stack.setCurrentWidget(pages[view] or self.board)
        self.headingChanged.emit()

    def _to_board(self) -> None:
        self._show_view(BOARD)
        self.board.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self.moved.emit()

    def _ask_hosts(self) -> None:
        self._ask_host("")

    def _ask_host(self, household: str) -> None:
        self._open_hosts(household)
        self.moved.emit()

    def _open_hosts(self, household: str) -> None:
        from hospes.ui.pages.visit_hosting_asking import AskingPage

        if self.asking is None:
            self.asking = AskingPage(self.desk)
            self.asking.board.connect(self._to_board)
            self.asking.fit(self.fits)
            self.stack.addWidget(self.asking)
        self.asking.show_visit(self.visit)
        self.asking.reload()
        if household:
            self.asking.choose(UUID(hex=household))
        self._show_view(HOSTS)
        self.asking.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _print(self) -> None:
        self.desk.go("print", paper="hosting-list", visit=self.visit.hex)

    # -- the tab -------------------------------------------------------------------------------------

    def acts(self) -> Mapping[str, Callable[[], object]]:
        if self._view == HOSTS and self.asking is not None:
            return {"find": self.asking.find_words, "print": self._print, "escape": self._to_board}
        if self._view == REVIEW:
            return {"add": self._apply, "escape": self._to_board}
        return {
            "print": self._print,
            "find": self.board.columns.head.open_find,
            "next_doubt": self.board.next_conflict,
            "previous_doubt": self.board.previous_conflict,
            "escape": self._escape,
        }

    def _escape(self) -> None:
        if not self.board.escape():
            self.desk.go("visits", id=self.visit.hex)

    def where(self) -> dict[str, object]:
        found = self.board.where()
        if self._view == HOSTS and self.asking is not None:
            household = self.asking.chosen()
            found |= {"view": HOSTS, "household": household.hex if household is not None else ""}
        return found

    def show_at(self, **where: object) -> None:
        self._catch_up()
        self.board.show_at(where)
        if where.get("view") == HOSTS:
            household = where.get("household")
            self._open_hosts(household if isinstance(household, str) else "")
        elif self._view == HOSTS:
            self._show_view(BOARD)
        if where.get("suggest"):
            self.suggest()
        elif where.get("late"):
            self.suggest_late()

    def mark(self, ids: frozenset[UUID]) -> None:
        if not self._behind:
            self.board.mark(ids)

    def leave(self) -> None:
        if self.asking is not None:
            self.asking.leave()

    def fit(self, fit: Fit) -> None:
        super().fit(fit)
        self.board.fit(fit)
        self.review.fit(fit)
        if self.asking is not None:
            self.asking.fit(fit)

    def panes(self) -> Sequence[QWidget]:
        if self._view == HOSTS and self.asking is not None:
            return (self.asking.table, self.asking.pane)
        if self._view == REVIEW:
            return (self.review,)
        return (self.board.guests, self.board.grid, self.board.why)

    def first_focus(self) -> QWidget | None:
        if self._view == HOSTS and self.asking is not None:
            return self.asking.table
        return self.review.place_button if self._view == REVIEW else self.board.first_focus()
