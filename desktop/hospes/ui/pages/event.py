# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of an event: what and when, who comes, and for a general meeting the votes (design 5.9)."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget, QWidget

from hospes.actions.bin import PutInBin
from hospes.domain.codes import EventKind
from hospes.domain.errors import UserError
from hospes.domain.event_days import days_words
from hospes.i18n.marks import N_
from hospes.queries.events import event_facts, event_of_motion
from hospes.ui.desk import Answer
from hospes.ui.page import Fit, Heading, Page, side_margins
from hospes.ui.pages.event_tab import EventTab
from hospes.ui.widgets.boxes import column, holder, line
from hospes.ui.widgets.chips import Chip, TabRow
from hospes.ui.widgets.notices import EmptyState, back_bar
from hospes.ui.widgets.tall import Tall

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hospes.queries.events import EventFacts
    from hospes.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab: its code, its word, where its class is, and whether only general meetings have it."""

    code: str
    label: str
    factory: str
    votes: bool = False

    def load(self) -> type[EventTab]:
        """The tab's class."""
        module, _, name = self.factory.partition(":")
        found = getattr(import_module(module), name)
        if not (isinstance(found, type) and issubclass(found, EventTab)):
            raise TypeError(self.factory)
        return found


HEAD = 104
"""How high the way back and the tabs stand."""

TABS: tuple[Tab, ...] = (
    Tab("overview", N_("Overview"), "hospes.ui.pages.event_overview:EventOverview"),
    Tab("people", N_("Who comes"), "hospes.ui.pages.event_people:EventPeople"),
    Tab("votes", N_("Ballots"), "hospes.ui.pages.event_votes:EventVotes", votes=True),
)
"""The tabs in their order; a new one is one line here."""


class EventPage(Page):
    """One event."""

    watches: ClassVar[frozenset[str]] = frozenset({"*"})
    SHOTS: ClassVar[tuple[Mapping[str, object], ...]] = (
        {"id": "event:General meeting 2027"},
        {"id": "event:General meeting 2027", "tab": "people"},
        {"id": "event:General meeting 2027", "tab": "votes"},
        {"id": "event:Committee meeting 2026"},
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self._id: UUID | None = None
        self._code = TABS[0].code
        self.facts: EventFacts | None = None
        self._made: dict[str, EventTab] = {}
        self.tabs = TabRow(theme, [Chip(one.code, desk.text(one.label)) for one in TABS], name="event.tabs")
        self.tabs.chosen.connect(self._choose)
        back = back_bar(theme, desk.text("All events"), self._to_list, "event.back")
        self._top = column(theme, back, self.tabs, line(), gap=0)
        self._head = holder(self._top)
        self.stack = QStackedWidget()
        self._gone: QWidget | None = None
        self._whole = column(theme, self._head, self.stack, gap=8)
        self._whole.setStretch(1, 1)
        self.tall = Tall(holder(self._whole), self._least, "event.scroll")
        self.setLayout(column(theme, self.tall, gap=0))

    @property
    def tab(self) -> EventTab:
        """The tab in view, made when it is first wanted."""
        if self._code not in self._made:
            tab = next(one for one in TABS if one.code == self._code).load()(self.desk)
            tab.headingChanged.connect(self.headingChanged)
            tab.moved.connect(self.moved)
            self.stack.addWidget(tab)
            self._made[self._code] = tab
            tab.fit(self.fits)
        return self._made[self._code]

    def _choose(self, code: str) -> None:
        if code == self._code or self.facts is None:
            return
        if self._code in self._made:
            self.tab.leave()
        self._code = code
        self._show()
        self.moved.emit()

    def reload(self) -> None:
        desk = self.desk
        self.facts = None
        if self._id is not None:
            with suppress(UserError):
                self.facts = desk.read(event_facts, self._id, desk.locale)
        self._show()

    def _show(self) -> None:
        if self._gone is not None:
            self.stack.removeWidget(self._gone)
            self._gone.deleteLater()
            self._gone = None
        facts = self.facts
        self._head.setVisible(facts is not None)
        if facts is None:
            words = self.desk.text("This event is no longer in the file.")
            way = Answer(self.desk.text("All events"), self._to_list, name="event.gone.list")
            self._gone = EmptyState(self.desk.theme, words, (way,), icon="calendar-days")
            self.stack.addWidget(self._gone)
            self.stack.setCurrentWidget(self._gone)
            self.headingChanged.emit()
            return
        votes = facts.kind is EventKind.AGM
        for one in TABS:
            button = self.tabs.findChild(QWidget, f"event.tabs.{one.code}")
            if button is not None:
                button.setVisible(votes or not one.votes)
        if not votes and self._code == "votes":
            self._code = TABS[0].code
        self.tabs.choose(self._code)
        self.stack.setCurrentWidget(self.tab)
        self.tab.fit(self.fits)
        self.tab.show_facts(facts)
        self.tall.settle()
        self.headingChanged.emit()

    def _least(self) -> int:
        """How high the page is at least; where there is little room it scrolls (design 4)."""
        least = self.tab.least() if self.facts is not None else 0
        return self.desk.theme.u(HEAD + least) if least else 0

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
        own = {
            "next_tab": self._next, "previous_tab": self._previous, "bin": self._bin, "print": self._print
        }  # fmt: skip
        return {**own, **self.tab.acts()}

    def _next(self) -> None:
        self.tabs.step(1)

    def _previous(self) -> None:
        self.tabs.step(-1)

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
                tab = "votes"
        if tab in {one.code for one in TABS}:
            self._code = str(tab)
        self.reload()

    def where(self) -> dict[str, object]:
        return {"id": self._id.hex if self._id is not None else "", "tab": self._code}

    def mark(self, ids: frozenset[UUID]) -> None:
        if self.facts is not None:
            self.tab.mark(ids)

    def leave(self) -> None:
        if self.facts is not None and self._code in self._made:
            self.tab.leave()

    def fit(self, fit: Fit) -> None:
        super().fit(fit)
        left, top, right, _ = side_margins(self.desk.theme, fit)
        self._top.setContentsMargins(left, top, right, 0)
        for tab in self._made.values():
            tab.fit(fit)
        self.tall.settle()

    def panes(self) -> Sequence[QWidget]:
        return (self.tabs, *self.tab.panes()) if self.facts is not None else (self,)

    def first_focus(self) -> QWidget | None:
        if self.facts is None:
            return self.findChild(QWidget, "event.gone.list")
        return self.tab.first_focus()
