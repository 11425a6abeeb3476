# SPDX-License-Identifier: GPL-3.0-or-later
"""Bringing in another calendar: choose the file, look at what is new and what changed, bring in.

Before the last click nothing in the file has changed.
"""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from hospes import paths
from hospes.domain.event_days import days_words
from hospes.domain.incoming_events import Compared, Lost, Standing
from hospes.i18n.marks import N_
from hospes.transfer.calendar_in import CheckedCalendar, look_at_calendar
from hospes.transfer.child import Stopped as ChildStopped
from hospes.ui.backing_up import after_backup
from hospes.ui.page import Fit, Heading, Page, side_margins
from hospes.ui.rows import Cell, Column
from hospes.ui.table import ListTable
from hospes.ui.tasks import Stopped
from hospes.ui.widgets.boxes import Box, FlowLayout, card, clear, column, holder, row, scrolled
from hospes.ui.widgets.buttons import link_button, main_button, plain_button
from hospes.ui.widgets.choices import Tick
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.notices import Banner
from hospes.ui.widgets.tall import Tall

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from hospes.app import Outcome
    from hospes.domain.errors import UserError
    from hospes.i18n.locale import Locale
    from hospes.ui.desk import Desk
    from hospes.ui.tasks import Work

CHOOSE, REVIEW = range(2)
SUFFIXES = "*.ics *.ical *.ifb *.vcs"
LEAST = 240
"""How high the list is at least, in units: what has no room beside it scrolls with it."""
ASKED = 60
"""So many changed events are asked about one by one; of more there is one answer for all."""
FIELDS = {
    "title": N_("Name"), "on": N_("Day"), "times": N_("Time"), "place": N_("Where"), "about": N_("Agenda"),
}  # fmt: skip


def _when(one: Compared, locale: Locale) -> Cell:
    clock = "–".join(locale.time(at) for at in (one.event.starts, one.event.ends) if at is not None)
    return Cell(days_words(locale, one.event.on, one.event.last, "weekday_short"), grey=clock)


def _columns() -> tuple[Column[Compared], ...]:
    return (
        Column("title", N_("Event"), 260, lambda one, _: one.event.title, least=150),
        Column("on", N_("Day"), 240, _when, least=180),
        Column("place", N_("Where"), 180, lambda one, _: one.event.place, goes=2),
        Column("standing", N_("In the file"), 190, lambda one, locale: locale.label(one.standing), least=150),
    )


SHOWN = ("title", "on", "place", "standing")


class CalendarInPage(Page):
    """Two steps: the file, and every entry of it beside the events of the file."""

    watches: ClassVar[frozenset[str]] = frozenset()
    SHOTS: ClassVar[tuple[Mapping[str, object], ...]] = ({},)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setAcceptDrops(True)
        theme = desk.theme
        self._checked: CheckedCalendar | None = None
        self._rows: dict[UUID, Compared] = {}
        self._ticks: list[Tick] = []
        self._problem = column(theme, gap=6)
        self.steps = QStackedWidget()
        self.table = ListTable(
            desk, "calendarIn", _columns(), shown=SHOWN, name="calendarIn.table",
            label=desk.text("Entries of the calendar"),
        )  # fmt: skip
        self.steps.addWidget(self._choose_step())
        self.steps.addWidget(self._review_step())
        self.words = Label(theme, "", "m", name="calendarIn.words")
        self.back = plain_button(theme, desk.text("Back"), self._back, name="calendarIn.back")
        self.next = main_button(theme, desk.text("Next"), self._bring_in, name="calendarIn.next")
        self._foot = holder(row(theme, self.words, None, self.back, self.next))
        self._whole = column(theme, self._problem, self.steps, gap=10)
        self._whole.setStretch(1, 1)
        self.tall = Tall(holder(self._whole), self._least, "calendarIn.scroll")
        self._below = column(theme, self._foot)
        self.setLayout(column(theme, self.tall, self._below, gap=0))
        self._show(CHOOSE)

    # -- 1 the file ----------------------------------------------------------------------------------

    def _choose_step(self) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        words = desk.text(
            "A calendar file (.ics) of a telephone, a mail program, or another association. "
            "You see everything before it is taken over; one Undo takes it back."
        )
        choose = main_button(
            theme, desk.text("Choose a file…"), self._choose, icon="folder-open", name="calendarIn.choose"
        )
        paste = plain_button(
            theme, desk.text("Paste what I copied"), self._paste, icon="copy", name="calendarIn.paste"
        )
        drop = Label(theme, desk.text("A file can also be dropped here."), "m", wrap=True)
        buttons = holder(FlowLayout(theme, choose, paste))
        inner = card(theme, Label(theme, words, wrap=True), buttons, drop, gap=14)
        inner.setMaximumWidth(theme.u(820))
        return scrolled(holder(column(theme, inner, None)))

    def _choose(self) -> None:
        desk = self.desk
        kind = desk.text("Calendar (.ics)").partition(" (")[0]
        found, _ = QFileDialog.getOpenFileName(
            self, desk.text("Choose a file…"), str(paths.documents_folder()), f"{kind} ({SUFFIXES});;* (*)"
        )
        if found:
            self.open_calendar(Path(found))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.open_calendar(Path(files[0]))

    def _paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        if "BEGIN:VCALENDAR" not in text.upper():
            clear(self._problem)
            words = self.desk.text("What was copied last is no calendar. Copy the text of a calendar first.")
            self._problem.addWidget(Banner(self.desk.theme, words, name="calendarIn.problem"))
            return
        # The clipboard is read like any foreign file: by the child process, with its limits.
        with tempfile.NamedTemporaryFile("wb", suffix=".ics", delete=False) as file:
            file.write(text.encode())
        self.open_calendar(Path(file.name), pasted=True)

    def open_calendar(self, path: Path, *, pasted: bool = False) -> None:
        """Read this file and show what it would do; that of what was pasted goes when it is read."""
        clear(self._problem)
        app, locale = self.desk.file, self.desk.locale
        title = self.desk.text("Reading the files")
        if not pasted:
            title = self.desk.text("Reading {file}", file=path.name)

        def job(work: Work) -> CheckedCalendar:
            def progress(share: float) -> bool:
                work.tell(round(share * 100), 100)
                return not work.stopped

            try:
                checked = look_at_calendar(path, app.read, locale, app.today, progress)
            except ChildStopped:
                raise Stopped from None
            finally:
                if pasted:
                    path.unlink(missing_ok=True)
            if pasted:
                checked.name = ""
            return checked

        self.desk.tasks.run(
            job, title=title, done=self._take, failed=self._fail,
        )  # fmt: skip

    # -- 2 what it would do --------------------------------------------------------------------------

    def _review_step(self) -> QWidget:
        theme = self.desk.theme
        self._told = column(theme, gap=6)
        self._asked = column(theme, gap=6)
        self._asked_card = Box(theme, "card", self._asked, name="calendarIn.changed")
        listed = Box(theme, "card", self.table, gap=0, margins=(1, 1, 1, 1))
        listed.setMinimumHeight(theme.u(LEAST))
        review = column(theme, self._told, self._asked_card, listed, gap=10)
        review.setStretch(2, 1)
        return holder(review)

    def _take(self, checked: CheckedCalendar) -> None:
        self._checked = checked
        compared = checked.compared
        self._rows = {UUID(int=at): one for at, one in enumerate(compared.rows, 1)}
        self.table.set_rows(list(self._rows), lambda ids: [self._rows.get(one) for one in ids])
        self._tell(checked)
        self._ask(compared.of(Standing.CHANGED))
        self._show(REVIEW)

    def _tell(self, checked: CheckedCalendar) -> None:
        """What came of it in numbers, and what of it cannot be kept."""
        desk, theme = self.desk, self.desk.theme
        clear(self._told)
        new, changed, same = (
            len(checked.compared.of(kind)) for kind in (Standing.NEW, Standing.CHANGED, Standing.SAME)
        )
        counts = [desk.ntext("{n} new", "{n} new", new)]
        if changed:
            counts.append(desk.ntext("{n} changed", "{n} changed", changed))
        if same:
            counts.append(desk.ntext("{n} as in the file", "{n} as in the file", same))
        if binned := len(checked.compared.of(Standing.BINNED)):
            counts.append(desk.ntext("{n} in the bin", "{n} in the bin", binned))
        head = " · ".join(counts)
        self._told.addWidget(Label(theme, head, "section", wrap=True, name="calendarIn.counts"))
        off = sum(one.known is not None for one in checked.compared.of(Standing.OFF))
        told = checked.lost() | ({Lost.CANCELLED: off} if off else {})
        lines = [
            desk.ntext("{n} entry: {reason}", "{n} entries: {reason}", n, reason=desk.locale.label(lost))
            for lost, n in told.items()
        ]
        lines += [desk.locale.message(odd.message) for odd in checked.unread[:5]]
        if len(checked.unread) > 5:
            more = len(checked.unread) - 5
            lines.append(desk.ntext("{n} more cannot be read.", "{n} more cannot be read.", more))
        if lines:
            self._told.addWidget(Banner(theme, "\n".join(lines), "warn", name="calendarIn.lost"))

    def _ask(self, changed: Sequence[Compared]) -> None:
        """Events that say something else there: ours stays until somebody ticks it."""
        desk, theme = self.desk, self.desk.theme
        clear(self._asked)
        self._ticks = []
        self._asked_card.setVisible(bool(changed))
        if not changed:
            return
        words = desk.text(
            "These are in the file already, but the calendar says something else. Tick what to take."
        )
        every = link_button(theme, desk.text("Tick all"), self._tick_all, name="calendarIn.all")
        head = row(theme, Label(theme, words, wrap=True), every)
        head.setStretch(0, 1)
        self._asked.addLayout(head)
        for at, one in enumerate(changed[:ASKED]):
            tick = Tick(theme, self._difference(one), name=f"calendarIn.take.{at}")
            tick.toggled.connect(partial(self._ticked, one))
            self._ticks.append(tick)
            self._asked.addWidget(tick)
        more = len(changed) - ASKED
        if more > 0:
            words = desk.ntext(
                "{n} more is not shown here; “Tick all” takes it as well.",
                "{n} more are not shown here; “Tick all” takes them as well.",
                more,
            )
            self._asked.addWidget(Label(theme, words, "m", wrap=True, name="calendarIn.more"))

    def _difference(self, one: Compared) -> str:
        """`“Boules”, Friday 19 June: Time, Place`, with what the calendar says of each."""
        desk, locale = self.desk, self.desk.locale
        said = {
            "title": one.event.title,
            "on": days_words(locale, one.event.on, one.event.last, "list"),
            "times": "–".join(locale.time(at) for at in (one.event.starts, one.event.ends) if at is not None),
            "place": one.event.place,
            "about": " ".join(one.event.about.split())[:60],
        }
        parts = [
            desk.text("{field}: “{value}”", field=desk.text(FIELDS[name]), value=said[name] or "–")
            for name in one.fields
        ]
        title = next(iter(one.known.titles.values()), one.event.title) if one.known else one.event.title
        return desk.text("{title}. {changes}", title=title, changes=", ".join(parts))

    def _ticked(self, one: Compared, on: bool) -> None:
        one.take = on
        self._name_buttons()

    def _tick_all(self) -> None:
        if self._checked is not None:
            self._checked.compared.take_all()
            for tick in self._ticks:
                tick.setChecked(True)
            self._name_buttons()

    # -- bringing in ---------------------------------------------------------------------------------

    def _bring_in(self) -> None:
        checked = self._checked
        if checked is None or not checked.compared.count():
            return
        self.desk.tasks.run(
            after_backup(self.desk, checked.action),
            title=self.desk.text("Bringing in the calendar"),
            done=self._brought,
            failed=self._fail,
        )

    def _brought(self, outcome: Outcome) -> None:
        n = outcome.result if isinstance(outcome.result, int) else 0
        said = self.desk.ntext("{n} event came in or changed.", "{n} events came in or changed.", n)
        self.desk.say(said, undoable=outcome.step_id is not None)
        self._checked = None
        self._show(CHOOSE)
        self.desk.go("calendar", tab="events")

    def _fail(self, error: UserError) -> None:
        clear(self._problem)
        self._problem.addWidget(
            Banner(self.desk.theme, self.desk.words(error), "err", name="calendarIn.problem")
        )

    # -- the page ------------------------------------------------------------------------------------

    def _show(self, step: int) -> None:
        self.steps.setCurrentIndex(step)
        self._foot.setVisible(step == REVIEW)
        self._name_buttons()
        self.headingChanged.emit()
        if step == REVIEW:
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)
        self.tall.settle()

    def _name_buttons(self) -> None:
        count = self._checked.compared.count() if self._checked is not None else 0
        self.next.set_text(self.desk.ntext("Bring in {n} event", "Bring in {n} events", count))
        self.next.setEnabled(bool(count))
        asked = self._checked is not None and bool(self._checked.compared.of(Standing.CHANGED))
        everything_known = self._checked is not None and not count and not asked
        words = self.desk.text("Nothing is new. The file stays as it is.") if everything_known else ""
        self.words.setText(words)

    def _back(self) -> None:
        self._checked = None
        self._show(CHOOSE)

    def heading(self) -> Heading:
        desk = self.desk
        name = self._checked.name if self._checked is not None else ""
        return Heading(desk.text("Bring in a calendar"), name)

    def help_page(self) -> str:
        return "calendar"

    def show_at(self, **where: object) -> None:
        file = where.get("file")
        if isinstance(file, str) and file:
            self.open_calendar(Path(file), pasted=bool(where.get("pasted")))

    def fit(self, fit: Fit) -> None:
        super().fit(fit)
        left, top, right, bottom = side_margins(self.desk.theme, fit)
        self._whole.setContentsMargins(left, top, right, self.desk.theme.u(8))
        self._below.setContentsMargins(left, 0, right, bottom)
        self.table.fit_columns(("title", "on", "standing") if fit <= Fit.COMPACT else None)
        self.tall.settle()

    def _least(self) -> int:
        """How high the review is at least; in a lower window it scrolls (design 4)."""
        return self.tall.natural() if self._checked is not None else 0

    def panes(self) -> Sequence[QWidget]:
        return (self.table,) if self._checked is not None else (self,)
