# SPDX-License-Identifier: GPL-3.0-or-later
"""Today: what needs somebody now, what comes next, and a few figures (design 5.1, mock 1).

Everybody sees this page first, so it stands before it has read anything: the cards are filled one after the
other, one part in a turn of the event loop, what costs most last, and only while the page is in view. A card
keeps what it shows until its part is read anew; the needs come all at once, so that no row moves away from
under the mouse.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget

from hospes.ui.page import Fit, Heading, NewButton, Page
from hospes.ui.pages.today_cards import figure_cards, visit_card, week_card
from hospes.ui.pages.today_needs import NeedsCard
from hospes.ui.pages.today_steps import FirstSteps
from hospes.ui.tab_order import tab_as_read
from hospes.ui.widgets.boxes import FlowLayout, card, clear, column, holder, line, row, scrolled
from hospes.ui.widgets.buttons import Button
from hospes.ui.widgets.chips import Chip, TabRow
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QBoxLayout, QWidget

    from hospes.queries.dashboard import Need
    from hospes.queries.dashboard_figures import Figures
    from hospes.queries.dashboard_visit import NextVisit
    from hospes.ui.desk import Desk
    from hospes.ui.pages.today_figures import FiguresTab

RIGHT = 352
CARRY_ON = 3
MORNING, EVENING = 11, 18
NEEDS_ROOM = 360
"""Height kept for what needs somebody until it is read: five rows, as many as show at first."""


@dataclass(frozen=True)
class _Lately:
    """Something that was worked on."""

    words: str
    icon: str
    place: str
    where: dict[str, object]


class TodayPage(Page):
    """Cards left and right; under each other where there is little room."""

    watches: ClassVar[frozenset[str]] = frozenset({"*"})
    SHOTS: ClassVar[tuple[Mapping[str, object], ...]] = (
        {},
        {"tab": "figures"},
        {"tab": "figures", "report": True},
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self.needs = NeedsCard(desk)
        self.steps = FirstSteps(desk)
        self.steps.hidden.connect(self.reload)
        self._lately = column(theme, gap=0)
        self._figures = column(theme, gap=0)
        self._visit = column(theme, gap=0)
        self._week = column(theme, gap=0)
        left = holder(column(theme, self.steps, self.needs, self._lately, self._figures, None, gap=14))
        self._left = left
        self.right = holder(column(theme, self._visit, self._week, None, gap=14))
        self._columns = row(theme, left, self.right, gap=18)
        self._columns.setStretchFactor(left, 1)
        inner = holder(column(theme, self._columns, None, gap=0, margins=(22, 0, 18, 14)))
        inner.setMaximumWidth(theme.u(1680))
        tabs = (Chip("needs", desk.text("What needs you")), Chip("figures", desk.text("Figures")))
        self.tabs = TabRow(theme, tabs, name="today.tabs")
        self.tabs.chosen.connect(self._choose)
        self.figures: FiguresTab | None = None
        self.stack = QStackedWidget()
        self.stack.addWidget(scrolled(inner, "today.scroll"))
        top = column(theme, self.tabs, line(), gap=0, margins=(22, 0, 18, 0))
        self.setLayout(column(theme, holder(top), self.stack, gap=6))
        self._to_read: deque[Callable[[], None]] = deque()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._read_next)
        self._counted: Figures | None = None
        self._ahead: NextVisit | None = None
        self.steps.hide()
        self.needs.setMinimumHeight(theme.u(NEEDS_ROOM))

    # -- reading -------------------------------------------------------------------------------------

    @property
    def to_read(self) -> int:
        """How many parts are still to be read."""
        return len(self._to_read)

    def reload(self) -> None:
        """Begin to read all parts of the tab in view anew."""
        if self.tabs.code() == "figures":
            self._charts().reload()
            return
        self._to_read = deque(
            (self._read_figures, self._read_week, self._read_visit, self._read_lately, self._begin_needs)
        )
        if self.desk.tasks.inline:
            while self._to_read:
                self._to_read.popleft()()
        else:
            self._soon.start()

    def _charts(self) -> FiguresTab:
        """The Figures tab, made when it is first wanted."""
        if self.figures is None:
            from hospes.ui.pages.today_figures import FiguresTab

            self.figures = FiguresTab(self.desk)
            self.figures.fit(self.fits)
            self.stack.addWidget(self.figures)
        return self.figures

    def _choose(self, code: str) -> None:
        self.leave()
        self.tabs.choose(code)
        self.stack.setCurrentIndex(0)
        if self.tabs.code() == "figures":
            self.stack.setCurrentWidget(self._charts())
        self.reload()
        self.moved.emit()

    def show_at(self, **where: object) -> None:
        wanted = where.get("tab")
        if wanted in ("needs", "figures") and wanted != self.tabs.code():
            self._choose(str(wanted))
        if where.get("report") and wanted == "figures":
            self._charts().show_report()

    def where(self) -> dict[str, object]:
        return {"tab": self.tabs.code()}

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._to_read:
            self._soon.start()

    def _read_next(self) -> None:
        """Read one part; what is left when somebody has gone on waits until the page is seen again."""
        if self._to_read and self.isVisible() and self.desk.app is not None:
            part = self._to_read.popleft()
            self._soon.start()  # first: a part that fails takes no other with it
            part()

    def _read_figures(self) -> None:
        from hospes.queries.dashboard_figures import figures

        self._counted = self.desk.read(figures, self.desk.file.today)
        steps = self.steps.wanted(self._counted.members)
        self.steps.setVisible(steps)
        self.needs.setVisible(not steps)
        self._show_figures()

    def _show_figures(self) -> None:
        if self._counted is not None:
            wide = self.fits > Fit.COMPACT
            self._put(self._figures, figure_cards(self.desk, self._counted, wide=wide))

    def _read_week(self) -> None:
        from hospes.queries.dashboard_week import this_week

        desk = self.desk
        week = desk.read(this_week, desk.file.today, desk.locale.language)
        self._put(self._week, week_card(desk, week))

    def _read_visit(self) -> None:
        from hospes.queries.dashboard_visit import next_visit

        desk = self.desk
        self._ahead = desk.read(next_visit, desk.file.today, desk.locale.language)
        self._put(self._visit, visit_card(desk, self._ahead))

    def _read_lately(self) -> None:
        self._put(self._lately, self._carry_on())

    def _begin_needs(self) -> None:
        from hospes.queries.dashboard import NEEDS

        found: list[Need] = []
        self._to_read.extend(partial(self._read_needs, number, found) for number in range(len(NEEDS)))
        self._to_read.append(partial(self._read_laptop, found))
        self._to_read.append(partial(self._show_needs, found))

    def _read_needs(self, number: int, found: list[Need]) -> None:
        from hospes.queries.dashboard import needs_of

        found += self.desk.read(needs_of, number, self.desk.file.today, self.desk.locale.language)

    def _read_laptop(self, found: list[Need]) -> None:
        """A file of the other laptop that lies beside ours or at a known place."""
        from hospes.ui.laptop_noticed import noticed_need

        need = noticed_need(self.desk)
        if need is not None:
            found.append(need)

    def _show_needs(self, found: list[Need]) -> None:
        from hospes.queries.dashboard import arranged

        self.needs.setMinimumHeight(0)
        self.needs.show_needs(self.desk.read(arranged, self.desk.file.today, found), self._ahead)
        QTimer.singleShot(0, self, self._order_keys)  # the rows have their places in the next turn only

    def _order_keys(self) -> None:
        """Tab goes through the parts as they stand, not in the order in which they were read."""
        tab_as_read((self._left, self.right))

    @staticmethod
    def _put(box: QBoxLayout, widget: QWidget | None) -> None:
        clear(box)
        if widget is not None:
            box.addWidget(widget)

    def _carry_on(self) -> QWidget | None:
        theme, desk = self.desk.theme, self.desk
        things = self._last_things()
        if not things:
            return None
        flow = FlowLayout(theme)
        flow.addWidget(Label(theme, desk.text("Carry on with"), "label"))
        for number, thing in enumerate(things):
            button = Button(theme, thing.words, "chip", icon=thing.icon, name=f"today.carryOn.{number}")
            button.setProperty("place", thing.place)
            button.setProperty("where", thing.where)
            button.clicked.connect(self._go_on)
            flow.addWidget(button)
        return card(theme, holder(flow), margins=(18, 12, 18, 12))

    def _go_on(self) -> None:
        sender = self.sender()
        self.desk.go(str(sender.property("place")), **dict(sender.property("where")))

    def _last_things(self) -> list[_Lately]:
        """The people and organisations of the last steps, then the paper made last."""
        from hospes.queries.history import history

        found: dict[UUID, _Lately] = {}
        for step in self.desk.read(history, self.desk.locale.language, 30):
            for ref, named in step.named.items():
                if named.kind == "person" and named.text:
                    found.setdefault(ref, _Lately(named.text, "users", "person", {"id": ref.hex}))
        things = list(found.values())[:CARRY_ON]
        for code in self.desk.settings.papers_used[:1]:
            from hospes.papers import PAPERS

            for paper in PAPERS:
                if paper.code == code:
                    words = self.desk.text(paper.title)
                    things = things[: CARRY_ON - 1]
                    things.append(_Lately(words, "printer", "print", {"paper": code}))
        return things

    # -- the page ------------------------------------------------------------------------------------

    def heading(self) -> Heading:
        from hospes.queries.association import association

        desk = self.desk
        hour = desk.file.now().astimezone().hour
        name = desk.settings.user_name.partition(" ")[0]
        if not name:
            title = desk.text("Today")
        elif hour < MORNING:
            title = desk.text("Good morning, {name}", name=name)
        elif hour < EVENING:
            title = desk.text("Good day, {name}", name=name)
        else:
            title = desk.text("Good evening, {name}", name=name)
        own = desk.read(association)
        day = desk.locale.date(desk.file.today, "weekday")
        sub = desk.text("{day} · {association}", day=day, association=own.name_in(desk.locale.language))
        choices = (
            (desk.text("Member"), self._new_member),
            (desk.text("Contact"), self._new_contact),
            (desk.text("Visit"), self._new_visit),
            (desk.text("Event"), self._new_event),
            (desk.text("Payment"), self._new_payment),
            (desk.text("Task"), self.needs.begin_task),
        )
        return Heading(title, sub, NewButton(desk.text("New"), "plus", "top.new", choices))

    def acts(self) -> Mapping[str, Callable[[], object]]:
        return {
            "next_doubt": self.needs.next_cure,
            "previous_doubt": self.needs.previous_cure,
            "next_tab": self._next_tab,
            "previous_tab": self._next_tab,  # of two, the one before is the one after
        }

    def panes(self) -> Sequence[QWidget]:
        if self.figures is not None and self.tabs.code() == "figures":
            return (self.tabs, self.figures)
        return (self.steps, self.needs.list, self.right, self.tabs)

    def _next_tab(self) -> None:
        self.tabs.step(1)

    def _new_member(self) -> None:
        self.desk.go("members", new=True)

    def _new_contact(self) -> None:
        self.desk.go("contacts", new=True)

    def _new_visit(self) -> None:
        self.desk.go("visits", new=True)

    def _new_event(self) -> None:
        self.desk.go("calendar", tab="events", new="yes")

    def _new_payment(self) -> None:
        self.desk.go("money", pay="new")

    def leave(self) -> None:
        if self.figures is not None:
            self.figures.leave()

    def help_page(self) -> str:
        return "figures" if self.tabs.code() == "figures" else ""

    def fit(self, fit: Fit) -> None:
        super().fit(fit)
        if self.figures is not None:
            self.figures.fit(fit)
        theme = self.desk.theme
        direction = self._columns.Direction
        small = fit <= Fit.COMPACT
        self.needs.set_narrow(fit is Fit.NARROW)
        self._columns.setDirection(direction.TopToBottom if small else direction.LeftToRight)
        self.right.setMinimumWidth(0 if small else theme.u(RIGHT))
        self.right.setMaximumWidth(16777215 if small else theme.u(RIGHT))
        self._show_figures()
