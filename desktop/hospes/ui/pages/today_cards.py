# SPDX-License-Identifier: GPL-3.0-or-later
"""The smaller cards of Today: the next visit with its bars, this week, four figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from hospes.ui.look.sign import Side
from hospes.ui.pages.visit_bars import BarsCard, Progress
from hospes.ui.widgets.boxes import FlowLayout, card, column, holder, row
from hospes.ui.widgets.buttons import RingFrame, main_button, paint_ring
from hospes.ui.widgets.labels import Badge, Label, TownName, picture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hospes.queries.dashboard_figures import Figures
    from hospes.queries.dashboard_visit import NextVisit
    from hospes.queries.dashboard_week import ThisWeek
    from hospes.ui.desk import Desk
    from hospes.ui.look.theme import Theme
    from hospes.ui.widgets.labels import Tone


class IconTile(QWidget):
    """An icon on a soft square in its tone."""

    def __init__(self, theme: Theme, icon: str, tone: Tone) -> None:
        super().__init__()
        self._theme = theme
        self._ground = theme.color(f"{tone}_soft")
        self._pixmap = theme.pixmap(icon, tone, 22)
        self.setFixedSize(theme.u(46), theme.u(46))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ground)
        radius = self._theme.u(10)
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        size = self._pixmap.deviceIndependentSize()
        painter.drawPixmap(
            round((self.width() - size.width()) / 2), round((self.height() - size.height()) / 2), self._pixmap
        )
        painter.end()


class FigureCard(RingFrame):
    """A big number, what it counts, a second line; opens its list."""

    pressed = Signal(str)

    def __init__(self, desk: Desk, code: str, figure: str, what: str, more: str, icon: str) -> None:
        theme = desk.theme
        super().__init__(theme)
        self._code = code
        self.setObjectName(f"today.figure.{code}")
        self.setAccessibleName(f"{figure} {what}. {more}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        inner = card(
            theme,
            row(theme, Label(theme, figure, "figure"), None, picture(theme.pixmap(icon, "muted", 22))),
            Label(theme, what, "label", wrap=True),
            Label(theme, more, "m", wrap=True),
            gap=0,
            margins=(18, 10, 14, 12),
        )
        self.setLayout(column(theme, inner))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.pressed.emit(self._code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit(self._code)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.ring:
            painter = QPainter(self)
            paint_ring(painter, QRectF(self.rect()), self.theme, radius=12)
            painter.end()


def figure_cards(desk: Desk, figures: Figures, *, wide: bool) -> QWidget:
    """Members, households, open dues, years of twinning."""
    text, ntext, number = desk.text, desk.ntext, desk.locale.number
    since = figures.twinned_since
    years = desk.file.today.year - since.year if since is not None else 0
    next_ = ""
    if since is not None and since.exact is not None:
        day = since.exact.replace(year=desk.file.today.year) if since.exact.day < 29 else since.exact
        if (day.month, day.day) > (desk.file.today.month, desk.file.today.day):
            next_ = text("{n} on {day}", n=years, day=desk.locale.date(day, "day_month"))
            years -= 1
    joined = text("+{n} this year", n=figures.joined_this_year)
    cards = [
        FigureCard(desk, "members", number(figures.members), text("Members"), joined, "users"),
        FigureCard(
            desk,
            "hosts",
            number(figures.households),
            text("Households"),
            text("{n} can host", n=figures.hosts),
            "house",
        ),
        FigureCard(
            desk,
            "dues",
            desk.locale.money(figures.open),
            text("Dues open"),
            ntext("{n} household", "{n} households", figures.open_households),
            "wallet",
        ),
    ]
    if since is not None:
        cards.append(FigureCard(desk, "years", number(years), text("Years of twinning"), next_, "handshake"))
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(desk.theme.u(14))
    across = len(cards) if wide else 2
    for at, one in enumerate(cards):
        one.pressed.connect(_Opener(desk, one).open)
        grid.addWidget(one, at // across, at % across)
    return holder(grid)


class _Opener(QWidget):
    """Leads from a figure to its list; a child of the card, so that it lives as long."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.hide()

    def open(self, code: str) -> None:
        chips = {"members": "everyone", "hosts": "can_host"}
        if code == "dues":
            self._desk.go("money", tab="dues", chip="open")
        elif code in chips:
            self._desk.go("members", chip=chips[code])


def visit_card(desk: Desk, visit: NextVisit | None) -> QWidget | None:
    """The next visit; nothing if there is none ahead."""
    if visit is None:
        return None
    theme, text = desk.theme, desk.text
    days = (visit.first - desk.file.today).days
    if days > 1:
        when = desk.ntext("in {n} day", "in {n} days", days)
    else:
        when = text("under way") if days < 0 else text("today") if days == 0 else text("tomorrow")
    head = row(theme, Label(theme, text("Next visit"), "section"), None, Badge(theme, when, "home", "clock"))
    found = BarsCard(
        desk,
        visit.id.hex,
        holder(head),
        Label(theme, visit.name, "label", wrap=True),
        Label(theme, desk.locale.span(visit.first, visit.last), "m", wrap=True),
        _way(desk, visit),
        name="today.visit",
    )
    found.add_bars(
        Progress(visit.guests, visit.placed, visit.days, visit.programme_days, visit.seats, visit.money)
    )
    way_in = main_button(theme, text("Open the visit"), found.open_visit, name="today.visit.open")
    way_in.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    found.box.addWidget(way_in)
    return found


def _way(desk: Desk, visit: NextVisit) -> QWidget:
    """Who comes to whom, with the towns' signs."""
    theme = desk.theme
    coming = [(name, ours) for name, role, ours in visit.delegations if role != "hosting"]
    hosting = [(name, ours) for name, role, ours in visit.delegations if role != "visiting"]
    flow = FlowLayout(theme, gap=6)  # in one line where the names have room, as on the page of the visit
    for name, ours in coming:
        flow.addWidget(TownName(theme, name, Side.HOME if ours else Side.PARTNER))
    for name, ours in hosting:
        arrow = picture(theme.pixmap("arrow-right", "muted", 18), desk.text("comes to"))
        town = TownName(theme, name, Side.HOME if ours else Side.PARTNER)
        flow.addWidget(holder(row(theme, arrow, town, gap=6)))
    return holder(flow)


def week_card(desk: Desk, week: Sequence[ThisWeek]) -> QWidget:
    """What stands in the calendar for seven days."""
    theme, text = desk.theme, desk.text
    box = column(theme, Label(theme, text("This week"), "section"), gap=6)
    days = {one.on: desk.locale.date(one.on, "weekday_short") for one in week}
    widest = max((theme.metrics("strong").horizontalAdvance(day) for day in days.values()), default=0)
    last = None
    for one in week:
        day = days[one.on] if one.on != last else ""
        last = one.on
        when = Label(theme, day, "home")
        when.setFixedWidth(widest + theme.u(8))
        words = column(theme, gap=0)
        if one.code == "birthday":
            told = text("{name} turns {years}", name=one.name, years=one.n)
        elif one.code == "grant-report":
            told = text("Grant report to {funder}", funder=one.name)
        elif one.code.startswith("grant-"):
            told = text("Application to {funder}", funder=one.name)
        else:
            told = one.name
        words.addWidget(Label(theme, told, wrap=True))
        more = ", ".join(
            part for part in (desk.locale.time(one.starts) if one.starts else "", one.place) if part
        )
        if more:
            words.addWidget(Label(theme, more, "m", wrap=True))
        line = row(theme, when, words, gap=4)
        line.setAlignment(when, Qt.AlignmentFlag.AlignTop)
        line.setStretch(1, 1)
        box.addLayout(line)
    if not week:
        box.addWidget(Label(theme, text("Nothing this week."), "m"))
    return card(theme, box)
