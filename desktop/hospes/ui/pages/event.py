# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of an event: what and when, who comes, and for a general meeting the votes (design 5.9)."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtWidgets import QWidget

from hospes.actions.bin import PutInBin
from hospes.domain.codes import EventKind
from hospes.domain.errors import UserError
from hospes.domain.event_days import days_words
from hospes.i18n.marks import N_
from hospes.queries.events import event_facts, event_of_motion
from hospes.ui.desk import Answer
from hospes.ui.page import Heading
from hospes.ui.pages.event_tab import EventTab
from hospes.ui.pages.tabbed import Tab, TabbedPage
from hospes.ui.widgets.notices import EmptyState, back_bar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hospes.queries.events import EventFacts
    from hospes.ui.desk import Desk


VOTES = "votes"
"""The tab that only general meetings have."""


class EventPage(TabbedPage):
    """One event."""

    TABS: ClassVar[tuple[Tab, ...]] = (
        Tab("overview", N_("Overview"), "hospes.ui.pages.event_overview:EventOverview"),
        Tab("people", N_("Who comes"), "hospes.ui.pages.event_people:EventPeople"),
        Tab(VOTES, N_("Ballots"), "hospes.ui.pages.event_votes:EventVotes"),
    )
    NAME: ClassVar[str] = "event"
    HEAD: ClassVar[int] = 104
    SHOTS: ClassVar[tuple[Mapping[str, object], ...]] = (
        {"id": "event:General meeting 2027"},
        {"id": "event:General meeting 2027", "tab": "people"},
        {"id": "event:General meeting 2027", "tab": "votes"},
        {"id": "event:Committee meeting 2026"},
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._id: UUID | None = None
        self.facts: EventFacts | None = None
        self._gone: QWidget | None = None
        self._top.insertWidget(0, back_bar(desk.theme, desk.text("All events"), self._to_list, "event.back"))

    def read_tab(self) -> None:
        tab = self.tab
        if self.facts is not None and isinstance(tab, EventTab):
            tab.show_facts(self.facts)

    def reload(self) -> None:
        desk = self.desk
        self.facts = None
        if self._id is not None:
            with suppress(UserError):
                self.facts = desk.read(event_facts, self._id, desk.locale)
        if self._gone is not None:
            self.stack.removeWidget(self._gone)
            self._gone.deleteLater()
            self._gone = None
        self._head.setVisible(self.facts is not None)
        if self.facts is None:
            self._show_gone()
        else:
            self._show(self.facts)
        self.headingChanged.emit()

    def _show_gone(self) -> None:
        words = self.desk.text("This event is no longer in the file.")
        way = Answer(self.desk.text("All events"), self._to_list, name="event.gone.list")
        self._gone = EmptyState(self.desk.theme, words, (way,), icon="calendar-days")
        self.stack.addWidget(self._gone)
        self.stack.setCurrentWidget(self._gone)

    def _show(self, facts: EventFacts) -> None:
        votes = facts.kind is EventKind.AGM
        button = self.tabs.findChild(QWidget, f"event.tabs.{VOTES}")
        if button is not None:
            button.setVisible(votes)
        if not votes and self._code == VOTES:
            self._code = self.TABS[0].code
        self.tabs.choose(self._code)
        super().reload()
        self.tab.fit(self.fits)
        self.tall.settle()

    def _least(self) -> int:
        return super()._least() if self.facts is not None else 0

    # -- the page ------------------------------------------------------------------------------------

    def heading(self) -> Heading:
        desk, facts = self.desk, self.facts
        if facts is None:
            return Heading(desk.text("Event"))
        parts = [desk.locale.label(facts.kind), days_words(desk.locale, facts.on, facts.last), facts.place]
        title = facts.words(desk.locale.language).title
        return Heading(title, " · ".join(part for part in parts if part), self.tab.new_button())

    def help_page(self) -> str:
        return "meetings"

    def acts(self) -> Mapping[str, Callable[[], object]]:
        if self.facts is None:
            return {}
        return {"bin": self._bin, "print": self._print, **super().acts()}

    def _print(self) -> None:
        """The papers of this event; the one for the tab in view comes first."""
        if self._id is not None:
            papers = {"people": "meeting-sign-in", "votes": "meeting-minutes"}
            paper = papers.get(self._code, "meeting-invitation")
            self.desk.go("print", paper=paper, event=self._id.hex)

    def _to_list(self) -> None:
        self.desk.go("calendar", tab="events")

    def _bin(self) -> None:
        if self._id is not None:
            said = self.desk.ntext("The event is in the bin.", "{n} events are in the bin.", 1)
            if self.desk.run(PutInBin("event", (self._id,)), said=said) is not None:
                self._to_list()

    def show_at(self, **where: object) -> None:
        ref, tab = where.get("id"), where.get("tab")
        if isinstance(ref, str) and ref:
            with suppress(ValueError):
                self._id = UUID(hex=ref)
        motion = where.get("motion")
        if isinstance(motion, str):
            with suppress(ValueError):
                self._id = self.desk.read(event_of_motion, UUID(hex=motion))
                tab = VOTES
        if self.is_tab(tab):
            self._code = str(tab)
        self.reload()

    def where(self) -> dict[str, object]:
        return {"id": self._id.hex if self._id is not None else "", "tab": self._code}

    def mark(self, ids: frozenset[UUID]) -> None:
        if self.facts is not None:
            super().mark(ids)

    def leave(self) -> None:
        if self.facts is not None:
            super().leave()

    def panes(self) -> Sequence[QWidget]:
        return super().panes() if self.facts is not None else (self,)

    def first_focus(self) -> QWidget | None:
        if self.facts is None:
            return self.findChild(QWidget, "event.gone.list")
        return super().first_focus()
