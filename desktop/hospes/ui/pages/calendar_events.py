# SPDX-License-Identifier: GPL-3.0-or-later
"""Events: those to come and those that were, and the form for a new one."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt

from hospes.actions.bin import PutInBin
from hospes.actions.events import AddEvent
from hospes.domain.codes import EventKind
from hospes.domain.errors import FieldProblem, UserError
from hospes.domain.event_days import days_words
from hospes.domain.programme_times import read_times
from hospes.i18n.marks import N_
from hospes.queries.events import EventRow, event_rows
from hospes.ui.desk import Answer
from hospes.ui.page import Fit, NewButton, side_margins
from hospes.ui.pages.calendar_tab import CalendarTab
from hospes.ui.pages.visit_fields import day_check, day_editor, day_of, times_check
from hospes.ui.rows import Cell, Column
from hospes.ui.table import ListTable
from hospes.ui.widgets.boxes import Box, FlowLayout, column, holder
from hospes.ui.widgets.buttons import link_button, main_button, quiet_button
from hospes.ui.widgets.chips import Chip, ChipRow
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import Field, TextField, Verdict
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.list_body import ListBody, find_field
from hospes.ui.widgets.notices import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from hospes.i18n.collation import Order
    from hospes.i18n.locale import Locale
    from hospes.ui.desk import Desk

FIELD = 200
WIDE_FIELD = 300


def _clock(one: EventRow, locale: Locale) -> str:
    return "–".join(locale.time(at) for at in (one.starts, one.ends) if at is not None)


def _when(one: EventRow, locale: Locale) -> Cell:
    return Cell(days_words(locale, one.on, one.last, "weekday_short"), grey=_clock(one, locale))


def _coming(one: EventRow, locale: Locale) -> str:
    if not one.asked:
        return ""
    return locale.text("{n} of {m}", n=one.coming, m=one.asked)


def _columns() -> tuple[Column[EventRow], ...]:
    return (
        Column("title", N_("Event"), 220, lambda one, _: one.title, "title", least=160),
        Column("on", N_("Day"), 250, _when, "on", least=180),
        Column("kind", N_("Kind"), 150, lambda one, locale: locale.label(one.kind), "kind", goes=1),
        Column("place", N_("Where"), 160, lambda one, _: one.place, "place", goes=2),
        Column("coming", N_("Coming"), 100, _coming, align="right", goes=3),
    )


SHOWN = ("title", "on", "kind", "place", "coming")
COMPACT = ("title", "on", "kind")
NARROW = ("title", "on")


AROUND_FORM = 24
"""What stands above and beneath the form, in units."""


class EventsTab(CalendarTab):
    """Chips, the form when it is open, the list."""

    def __init__(self, desk: Desk, day: Callable[[], date], go: Callable[[date], None]) -> None:
        super().__init__(desk, day, go)
        theme = desk.theme
        self._chip = "coming"
        self._rows: dict[UUID, EventRow] = {}
        self.chips = ChipRow(theme, desk.text("Show"), name="events.chips")
        self.chips.chosen.connect(self._pick)
        self.words = find_field(theme, desk.text("Find in this list"), "events.words", self.reload)
        bring = link_button(
            theme, desk.text("Bring in a calendar"), self._bring_in, icon="upload", name="events.bringIn"
        )
        self._tools = holder(FlowLayout(theme, self.chips, self.words, bring, gap=10))
        self.form = self._form()
        self.form.hide()
        self.table = ListTable(
            desk, "events", _columns(), shown=SHOWN, name="events.table", label=desk.text("Events")
        )
        self.table.opened.connect(self._open)
        self.table.sorted.connect(self.reload)
        self.table.binned.connect(self._bin)
        self.table.chosen.connect(self._tell)
        self.body = ListBody(self.table)
        self._card = Box(theme, "card", self.body, gap=0, margins=(1, 1, 1, 1))
        self._whole = column(theme, self._tools, self.form, self._card, gap=10)
        self._whole.setStretch(2, 1)
        self.setLayout(self._whole)

    # -- the form ------------------------------------------------------------------------------------

    def _form(self) -> Box:
        desk, theme = self.desk, self.desk.theme
        needed = desk.text("has to be filled")
        self.title = Field(
            theme, desk.text("What is it called?"), TextField(theme), needed=needed, name="event.new.title"
        )
        self.on = Field(
            theme,
            desk.text("Day"),
            day_editor(desk),
            check=day_check(desk),
            needed=needed,
            name="event.new.on",
        )
        self.last = Field(
            theme, desk.text("Last day"), day_editor(desk), check=day_check(desk), name="event.new.last",
            hint=desk.text("Only if it takes several days."),
        )  # fmt: skip
        kinds = [(one.value, desk.locale.label(one)) for one in EventKind]
        self.kind = Field(
            theme,
            desk.text("Kind"),
            Choice(theme, kinds, EventKind.COMMITTEE.value),
            name="event.new.kind",
        )
        self.times = Field(
            theme, desk.text("Time"), TextField(theme, example="19:30"), check=times_check(desk),
            name="event.new.times",
        )  # fmt: skip
        self.place = Field(theme, desk.text("Where"), TextField(theme), name="event.new.place")
        for field in (self.title, self.place):
            field.setFixedWidth(theme.u(WIDE_FIELD))
        for field in (self.on, self.last, self.kind, self.times):
            field.setFixedWidth(theme.u(FIELD))
        add = main_button(theme, desk.text("Add the event"), self._add, name="event.new.add")
        away = quiet_button(theme, desk.text("Cancel"), self._close, name="event.new.cancel")
        shown = (self.title, self.on, self.last, self.kind, self.times, self.place)
        fields = holder(FlowLayout(theme, *shown, gap=14))
        buttons = holder(FlowLayout(theme, add, away))
        self._form_head = Label(theme, desk.text("New event"), "section")
        return Box(theme, "card", self._form_head, fields, buttons, name="event.new")

    def begin(self, day: date | None = None) -> None:
        """Open the form, perhaps on a day."""
        self.form.show()
        self._make_room()
        if day is not None:
            self.on.set_value(self.desk.locale.date(day, "list"))
        self.title.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_room(self) -> None:
        """In small windows the form takes the place of chips and list."""
        alone = self.fits <= Fit.COMPACT and not self.form.isHidden()
        self._tools.setVisible(not alone)
        self._form_head.setVisible(not alone)
        self._card.setVisible(not alone)

    def least(self) -> int:
        """The form for a new event is seen whole: the page scrolls in a low window."""
        layout = self.form.layout()
        if layout is None or self.form.isHidden() or self.fits > Fit.COMPACT:
            return super().least()
        high = layout.minimumHeightForWidth(self.form.width())
        return self.desk.theme.scale.effective(high) + AROUND_FORM

    def _close(self) -> None:
        for field in (self.title, self.on, self.last, self.times, self.place):
            field.set_value("")
        self.form.hide()
        self._make_room()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> None:
        desk = self.desk
        day = day_of(desk, self.on.value())
        if day is None:
            self.on.say(Verdict("bad", desk.text("On which day is it?")))
            return
        last = day_of(desk, self.last.value())
        if last is None and self.last.value().strip():
            self.last.say(day_check(desk)(self.last.value()))
            return
        try:
            times = read_times(self.times.value(), desk.locale)
        except UserError as error:
            self.times.say(Verdict("bad", desk.words(error)))
            return
        action = AddEvent(
            self.title.value(), day, EventKind(self.kind.value()), times.starts, times.ends,
            self.place.value(), desk.locale.language, last,
        )  # fmt: skip
        outcome = desk.run(action, said=desk.text("The event is noted."), failed=self._failed)
        if outcome is not None and isinstance(outcome.result, UUID):
            self._close()
            desk.go("event", id=outcome.result.hex)

    def _failed(self, error: UserError) -> None:
        if isinstance(error, FieldProblem) and error.field in ("title", "last"):
            field = self.title if error.field == "title" else self.last
            field.say(Verdict("bad", self.desk.words(error)))
        else:
            self.desk.say(error, kind="err")

    # -- the list ------------------------------------------------------------------------------------

    def reload(self, *_: object) -> None:
        desk = self.desk
        everything = desk.read(event_rows, desk.locale)
        words = self.words.text().casefold().split()
        fitting = [one for one in everything if _has(one, words, desk.locale)]
        today, number = desk.file.today, desk.locale.number
        coming = [one for one in reversed(fitting) if one.until >= today]
        past = [one for one in fitting if one.until < today]
        self.chips.set_chips(
            [
                Chip("coming", desk.text("Coming up"), number(len(coming))),
                Chip("past", desk.text("Past"), number(len(past))),
            ],
            self._chip,
        )
        shown = coming if self._chip == "coming" else past
        key = self.table.sort_key()
        if key:
            shown.sort(key=lambda one: _sorted_by(one, key, desk.locale), reverse=self.table.descending())
        self._rows = {one.id: one for one in shown}
        self.table.set_rows(list(self._rows), lambda ids: [self._rows.get(one) for one in ids])
        if shown and not self.table.chosen_ids():
            self.table.choose(shown[0].id, tell=False)
        self._show_empty(not shown)
        self.headingChanged.emit()

    def _show_empty(self, empty: bool) -> None:
        if not empty:
            self.body.show_list()
            return
        desk = self.desk
        if self.words.text():
            way = Answer(desk.text("Show all"), self.words.clear, main=True, name="events.all")
            nothing = EmptyState(desk.theme, desk.text("No event is like that."), (way,), icon="search")
        else:
            way = Answer(desk.text("New event"), self.begin, main=True, name="events.empty.new")
            words = desk.text("No events yet.")
            nothing = EmptyState(desk.theme, words, (way,), icon="calendar-days")
        self.body.show_empty(nothing)

    def _pick(self, code: str) -> None:
        self._chip = code
        self.reload()
        self.moved.emit()

    def _bring_in(self) -> None:
        self.desk.go("calendarIn")

    def _open(self, event: object) -> None:
        if isinstance(event, UUID):
            self.desk.go("event", id=event.hex)

    def _bin(self, ids: Sequence[UUID]) -> None:
        if ids:
            said = self.desk.ntext("The event is in the bin.", "{n} events are in the bin.", len(ids))
            self.desk.run(PutInBin("event", tuple(ids)), said=said)

    def _tell(self, *_: object) -> None:
        self.headingChanged.emit()

    # -- the tab -------------------------------------------------------------------------------------

    def new_button(self) -> NewButton | None:
        return NewButton(self.desk.text("New event"), "plus", "calendar.new")

    def acts(self) -> Mapping[str, Callable[[], object]]:
        acts: dict[str, Callable[[], object]] = {
            "new": self.begin,
            "find": self.words.setFocus,
            "columns": self.table.choose_columns,
        }
        if not self.form.isHidden():
            acts |= {"add": self._add, "escape": self._close}
        if self.table.chosen_ids() and self.body.filled:
            acts["bin"] = self._bin_chosen
        return acts

    def _bin_chosen(self) -> None:
        self._bin(self.table.chosen_ids())

    def show_at(self, **where: object) -> None:
        if where.get("chip") in ("coming", "past"):
            self._chip = str(where["chip"])
        self.reload()
        new = where.get("new")
        if isinstance(new, str) and new:
            day = None
            with suppress(ValueError):
                day = date.fromisoformat(new)
            self.begin(day)

    def where(self) -> dict[str, object]:
        return {"chip": self._chip}

    def mark(self, ids: frozenset[UUID]) -> None:
        self.table.mark(ids)

    def panes(self) -> Sequence[QWidget]:
        return (self.chips, self.table)

    def first_focus(self) -> QWidget | None:
        return self.title.editor if not self.form.isHidden() else self.table

    def fit(self, fit: Fit) -> None:
        super().fit(fit)
        left, _, right, bottom = side_margins(self.desk.theme, fit)
        self.chips.set_compact(fit is Fit.NARROW)
        self.table.fit_columns({Fit.COMPACT: COMPACT, Fit.NARROW: NARROW}.get(fit))
        self._whole.setContentsMargins(left, 0, right, bottom)
        self._make_room()


def _has(one: EventRow, words: Sequence[str], locale: Locale) -> bool:
    text = " ".join((one.title, one.place, locale.label(one.kind), str(one.on.year))).casefold()
    return all(word in text for word in words)


def _sorted_by(one: EventRow, key: str, locale: Locale) -> Order:
    if key == "on":
        return one.on.toordinal(), locale.sort_key("")
    if key == "kind":
        return 0, locale.sort_key(locale.label(one.kind))
    return 0, locale.sort_key(one.place if key == "place" else one.title)
