# SPDX-License-Identifier: GPL-3.0-or-later
"""The card "What needs you now": at most seven rows, each with one button that begins the cure."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QMenu, QWidget

from hospes.domain.errors import UserError
from hospes.ui.pages.today_cards import IconTile
from hospes.ui.pages.today_told import (
    Told,
    asleep,
    feedback,
    invite,
    letters_sent,
    not_thanked,
    project,
    renewal,
    to_publish,
)
from hospes.ui.widgets.boxes import Box, clear, column, holder, line, row
from hospes.ui.widgets.buttons import icon_button, link_button, plain_button
from hospes.ui.widgets.dates import DateField
from hospes.ui.widgets.fields import TextField
from hospes.ui.widgets.labels import Badge, Label

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from hospes.queries.dashboard import Need
    from hospes.queries.dashboard_visit import NextVisit
    from hospes.ui.desk import Desk
    from hospes.ui.widgets.labels import Tone

MOST = 5
"""Rows before "All 12": so many leave room for the figures on a small laptop (design 5.1 allows seven)."""
NEVER = "9999-12-31"


class NeedsCard(Box):
    """The rows, "All 12", and a line to add a task."""

    def __init__(self, desk: Desk) -> None:
        theme = desk.theme
        super().__init__(theme, "card", gap=0, margins=(1, 1, 1, 6), name="today.needs")
        self.desk = desk
        self._all = False
        self._needs: Sequence[Need] = ()
        self._cures: list[QWidget] = []
        self._visit: NextVisit | None = None
        self._narrow = False
        self._visits: Mapping[UUID, str] = {}
        self.badge = Badge(theme, "", "warn", name="today.count")
        self.add = link_button(
            theme, desk.text("Add a task"), self.begin_task, icon="plus", name="today.addTask"
        )
        head = row(
            theme,
            Label(theme, desk.text("What needs you now"), "section"),
            self.badge,
            None,
            self.add,
            gap=10,
            margins=(18, 10, 16, 10),
        )
        self.box.addLayout(head)
        self.form = self._task_form()
        self.box.addWidget(self.form)
        self._rows = column(theme, gap=0)
        self.list = holder(self._rows, "today.list")
        """What needs somebody: F6 leads to the first of it."""
        self.box.addWidget(self.list)

    # -- rows ----------------------------------------------------------------------------------------

    def set_narrow(self, narrow: bool) -> None:
        """Whether there is hardly any room across (design 4)."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self.add.set_wordless(narrow)
        if self._cures:
            self.show_needs(self._needs, self._visit)

    def show_needs(self, needs: Sequence[Need], visit: NextVisit | None) -> None:
        """Show them, the most urgent first."""
        from hospes.queries.member_history import visit_titles

        self._needs, self._visit = needs, visit
        ids = {need.visit for need in needs if need.visit is not None}
        self._visits = self.desk.read(visit_titles, ids, self.desk.locale.language) if ids else {}
        theme, desk = self.desk.theme, self.desk
        clear(self._rows)
        self.badge.set_text(desk.ntext("{n} thing", "{n} things", len(needs)))
        self.badge.setVisible(bool(needs))
        self._cures = []
        shown = needs if self._all else needs[:MOST]
        for number, need in enumerate(shown):
            self._rows.addWidget(line())
            self._rows.addWidget(self._row(need, number))
        if not needs:
            self._rows.addWidget(line())
            self._rows.addLayout(
                row(theme, Label(theme, self._nothing(), wrap=True), margins=(18, 18, 18, 18))
            )
        if len(needs) > MOST and not self._all:
            self._rows.addWidget(line())
            words = desk.ntext("All {n}", "All {n}", len(needs))
            more = link_button(theme, words, self._show_all, name="today.all")
            self._rows.addLayout(row(theme, more, None, margins=(14, 4, 14, 2)))

    def next_cure(self) -> None:
        """Put the keyboard on the next thing that needs somebody."""
        self._go_to_cure(1)

    def previous_cure(self) -> None:
        """Put it on the one before."""
        self._go_to_cure(-1)

    def _go_to_cure(self, by: int) -> None:
        cures = self._cures
        if not cures:
            return
        at = next((number for number, one in enumerate(cures) if one.hasFocus()), None)
        there = (at + by) % len(cures) if at is not None else (0 if by > 0 else len(cures) - 1)
        cures[there].setFocus(Qt.FocusReason.TabFocusReason)

    def _nothing(self) -> str:
        if self._visit is None:
            return self.desk.text("Nothing needs you today.")
        days = (self._visit.first - self.desk.file.today).days
        if days < 0:
            return self.desk.text("Nothing needs you today. The visit is under way.")
        return self.desk.ntext(
            "Nothing needs you today. The next visit is in {n} day.",
            "Nothing needs you today. The next visit is in {n} days.",
            days,
        )

    def _show_all(self) -> None:
        self._all = True
        self.show_needs(self._needs, self._visit)

    def _row(self, need: Need, number: int) -> QWidget:
        theme, desk = self.desk.theme, self.desk
        told = self._told(need)
        tile = IconTile(theme, told.icon, told.tone)
        words = column(theme, Label(theme, told.bold, "label", wrap=True), gap=0)
        if told.grey:
            words.addWidget(Label(theme, told.grey, "m", wrap=True))
        when = Label(theme, self.when(need.on), "label" if need.rank < 2 else "m")
        if need.rank == 1:
            when.set_role("warn")
        if need.rank == 0:
            when.set_role("err")
        cure = plain_button(theme, told.cure, told.call, name=f"today.cure.{number}")
        cure.setMinimumWidth(theme.u(164))
        self._cures.append(cure)
        later = icon_button(theme, desk.text("Not now"), "ellipsis", name=f"today.later.{number}", small=True)
        later.setProperty("need", number)
        later.clicked.connect(self._later)
        line_: QBoxLayout
        if self._narrow:  # the button beneath its words, so that neither runs out of the window
            above = row(theme, tile, holder(words), later, gap=14)
            above.setStretch(1, 1)
            line_ = column(theme, above, row(theme, when, None, cure), gap=4, margins=(18, 8, 10, 8))
        else:
            across = row(theme, tile, holder(words), when, cure, later, gap=14, margins=(18, 8, 10, 8))
            across.setStretch(1, 1)
            line_ = across
        box = holder(line_, f"today.need.{number}")
        box.setAccessibleName(f"{told.bold}. {told.grey}")
        return box

    def when(self, day: date | None) -> str:
        """A day in words: today, in 3 days, 8 weeks late."""
        if day is None:
            return ""
        desk = self.desk
        days = (day - desk.file.today).days
        if days == 0:
            return desk.text("today")
        if days == 1:
            return desk.text("tomorrow")
        if days > 0:
            return desk.ntext("in {n} day", "in {n} days", days)
        if days > -14:
            return desk.ntext("{n} day late", "{n} days late", -days)
        return desk.ntext("{n} week late", "{n} weeks late", -days // 7)

    def _told(self, need: Need) -> Told:
        makers: dict[str, Callable[[Need], Told]] = {
            "dues-open": self._dues,
            "birthday": self._birthday,
            "jubilee": self._jubilee,
            "task": self._task,
            "follow-up": self._follow_up,
            "charter": self._charter,
            "renewal": partial(renewal, self.desk),
            "asleep": partial(asleep, self.desk),
            "project-over": partial(project, self.desk),
            "project-report": partial(project, self.desk),
            "to-publish": partial(to_publish, self.desk),
            "feedback": partial(feedback, self.desk),
            "grant-apply": self._grant,
            "grant-report": self._grant,
            "no-host": self._no_host,
            "not-thanked": partial(not_thanked, self.desk),
            "letters-sent": partial(letters_sent, self.desk),
            "invite": partial(invite, self.desk),
            "hosting-conflict": self._hosting_conflict,
            "laptop-file": self._laptop_file,
            "laptop-questions": self._laptop_questions,
            "retention": self._retention,
            "erasure-unfinished": self._unfinished,
        }
        return makers[need.code](need)

    def _dues(self, need: Need) -> Told:
        desk = self.desk
        bold = desk.ntext(
            "{n} household owes dues for {year}", "{n} households owe dues for {year}", need.n, year=need.name
        )
        grey = desk.text("{amount} open", amount=need.money)
        if need.earlier is not None:
            day = desk.locale.date(need.earlier, "day_month")
            grey = desk.text("{amount} open; the last reminder went out on {day}", amount=need.money, day=day)
        return Told(bold, grey, "coins", "warn", desk.text("Write reminders"), self._write_reminders)

    def _write_reminders(self) -> None:
        self.desk.go("print", paper="dues-reminder")

    def _birthday(self, need: Need) -> Told:
        desk = self.desk
        day = desk.locale.date(need.on, "weekday") if need.on else ""
        bold = desk.text("{name} turns {years}", name=need.name, years=need.n)
        return Told(bold, day, "cake", "home", desk.text("Open the page"), self._opener(need))

    def _jubilee(self, need: Need) -> Told:
        desk = self.desk
        bold = desk.ntext(
            "{name} has been a member for {n} year",
            "{name} has been a member for {n} years",
            need.n,
            name=need.name,
        )
        day = desk.locale.date(need.on, "weekday") if need.on else ""
        return Told(bold, day, "star", "home", desk.text("Open the page"), self._opener(need))

    def _task(self, need: Need) -> Told:
        desk = self.desk
        grey = desk.locale.date(need.on, "weekday") if need.on else ""
        tone: Tone = "warn" if need.rank == 1 else "home"

        def tick() -> None:
            from hospes.actions.tasks import TickTask

            assert need.ref is not None
            desk.run(TickTask(need.ref), said=desk.text("“{task}” is done.", task=need.name))

        return Told(need.name, grey, "list-checks", tone, desk.locale.ptext("task", "Done"), tick)

    def _follow_up(self, need: Need) -> Told:
        desk = self.desk
        bold = desk.text("Come back to {name}", name=need.name)
        return Told(
            bold,
            desk.text("You wanted to be reminded."),
            "clock",
            "home",
            desk.text("Open the page"),
            self._opener(need),
        )

    def _charter(self, need: Need) -> Told:
        desk = self.desk
        bold = desk.ntext("{n} year of {name}", "{n} years of {name}", need.n, name=need.name)
        day = desk.locale.date(need.on, "long") if need.on else ""
        return Told(bold, day, "scroll-text", "home", desk.text("Add a task"), self.begin_task)

    def _grant(self, need: Need) -> Told:
        """An application or a report that a funder expects (REQ-3-06)."""
        desk = self.desk
        day = desk.locale.date(need.on, "weekday") if need.on is not None else ""
        report = need.code == "grant-report"
        bold = desk.text("Grant report is due") if report else desk.text("A grant has to be applied for")
        told = [
            need.name,
            self._visits.get(need.visit, "") if need.visit is not None else "",
            desk.locale.money(need.money),
            day,
        ]
        cure = desk.text("Finish the report") if report else desk.text("Look at the grant")
        return Told(
            bold, " · ".join(part for part in told if part), "file-text", "warn", cure, self._budget(need)
        )

    def _budget(self, need: Need) -> Callable[[], object]:
        def go() -> None:
            if need.visit is not None and need.ref is not None:
                self.desk.go("visit", id=need.visit.hex, tab="budget", part="grants", grant=need.ref.hex)

        return go

    def _no_host(self, need: Need) -> Told:
        desk = self.desk
        bold = desk.ntext("{n} guest has no host yet", "{n} guests have no host yet", need.n)
        grey = desk.ntext(
            "{visit}: {placed} of {n} guest is placed",
            "{visit}: {placed} of {n} guests are placed",
            need.of,
            visit=need.name,
            placed=need.of - need.n,
        )
        return Told(bold, grey, "bed", self._urgency(need), desk.text("Place guests"), self._board(need))

    def _hosting_conflict(self, need: Need) -> Told:
        desk = self.desk
        bold = desk.ntext(
            "{n} guest is placed against a must", "{n} guests are placed against a must", need.n
        )
        cure = desk.text("Look at the board")
        return Told(bold, need.name, "circle-alert", self._urgency(need), cure, self._board(need))

    def _laptop_file(self, need: Need) -> Told:
        desk = self.desk
        name, _, path = need.name.partition("\0")
        if name:
            bold = desk.text("{name} worked on the other laptop", name=name)
        else:
            bold = desk.text("Somebody worked on the other laptop")
        grey = desk.text(
            "The file “{file}” has changes you do not have.", file=path.replace("\\", "/").split("/")[-1]
        )

        def look() -> None:
            desk.go("laptop", file=path)

        return Told(bold, grey, "git-merge", "home", desk.text("Look at changes"), look)

    def _laptop_questions(self, need: Need) -> Told:
        desk = self.desk
        bold = desk.ntext(
            "{n} change of the other laptop needs your decision",
            "{n} changes of the other laptop need your decision",
            need.n,
        )

        def decide() -> None:
            desk.go("laptop", waiting=True)

        return Told(
            bold, desk.text("Until then yours stays."), "git-merge", "warn", desk.text("Decide"), decide
        )

    def _retention(self, need: Need) -> Told:
        desk = self.desk
        bold = desk.ntext(
            "{n} entry is kept longer than it may be", "{n} entries are kept longer than they may be", need.n
        )
        grey = desk.text("Read the list, then remove what is on it.")

        def look() -> None:
            desk.go("retention")

        return Told(bold, grey, "shield-check", "warn", desk.text("Look through"), look)

    def _unfinished(self, need: Need) -> Told:
        desk = self.desk
        bold = desk.text("Backups still hold what was erased")
        grey = desk.text("Plug in the stick they are on. A damaged backup has to be thrown away.")

        def finish() -> None:
            from hospes.ui.pages.person_erase import finish_erasing

            finish_erasing(desk)

        return Told(bold, grey, "archive-restore", "warn", desk.text("Try again"), finish)

    def _urgency(self, need: Need) -> Tone:
        return "err" if need.rank == 0 else "home"

    def _board(self, need: Need) -> Callable[[], object]:
        def go() -> None:
            if need.ref is not None:
                self.desk.go("visit", id=need.ref.hex, tab="hosting")

        return go

    def _opener(self, need: Need) -> Callable[[], object]:
        def go() -> None:
            if need.ref is not None:
                self.desk.go("person", id=need.ref.hex)

        return go

    # -- later ---------------------------------------------------------------------------------------

    def _later(self) -> None:
        sender = self.sender()
        need = self._needs[int(sender.property("need"))]
        desk = self.desk
        menu = QMenu(self)
        tomorrow = desk.file.today + timedelta(days=1)
        week = desk.file.today + timedelta(days=7)
        for words, until in (
            (desk.text("Tomorrow"), tomorrow.isoformat()),
            (desk.text("Next week"), week.isoformat()),
            (desk.text("Not needed"), NEVER),
        ):
            act = menu.addAction(words)
            act.setData((need.later_key, until))
            act.triggered.connect(self._put_off)
        assert isinstance(sender, QWidget)
        menu.exec(sender.mapToGlobal(sender.rect().bottomLeft()))

    def _put_off(self) -> None:
        from hospes.actions.settings import ChangeSetting

        key, until = self.sender().data()  # type: ignore[attr-defined]  # a QAction
        self.desk.run(ChangeSetting(key, until), said=self.desk.text("Put off."))

    # -- a task --------------------------------------------------------------------------------------

    def _task_form(self) -> QWidget:
        theme, desk = self.desk.theme, self.desk
        self.task = TextField(theme, example=desk.text("What is there to do?"), name="today.taskTitle")
        self.task.setAccessibleName(desk.text("What is there to do?"))
        self.due = DateField(
            theme,
            today=desk.file.today,
            language=desk.locale.language,
            words=desk.text("Choose in the calendar"),
            parse=self._day,
            write=self._written,
            name="today.taskDue",
        )
        self.due.setAccessibleName(desk.text("By when"))
        self.due.setMaximumWidth(theme.u(220))
        add = plain_button(theme, desk.text("Add"), self._add_task, name="today.taskAdd")
        away = icon_button(
            theme, desk.text("Close"), "x", self._close_task, name="today.taskClose", small=True
        )
        box = row(theme, self.task, self.due, add, away, margins=(18, 4, 14, 12))
        box.setStretch(0, 1)
        form = holder(box)
        form.hide()
        return form

    def _day(self, typed: str) -> date | None:
        from hospes.domain.dates import read_day

        try:
            return read_day(typed, self.desk.locale, self.desk.file.today)
        except UserError:
            return None

    def _written(self, day: date) -> str:
        return self.desk.locale.date(day, "list")

    def begin_task(self) -> None:
        """Open the line for a new task."""
        self.form.show()
        self.task.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_task(self) -> None:
        self.form.hide()

    def _add_task(self) -> None:
        from hospes.actions.tasks import AddTask
        from hospes.domain.dates import read_day

        desk = self.desk
        try:
            typed = self.due.text().strip()
            day = read_day(typed, desk.locale, desk.file.today) if typed else None
        except UserError as error:
            desk.say(error, kind="err")
            return
        if desk.run(AddTask(self.task.text(), day), said=desk.text("The task is noted.")) is not None:
            self.task.clear()
            self.due.setText("")
            self.form.hide()
