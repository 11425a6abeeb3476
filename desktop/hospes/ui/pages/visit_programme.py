# SPDX-License-Identifier: GPL-3.0-or-later
"""The programme of a visit, day by day, in one language or two (design 5.8)."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from hospes.domain.errors import UserError
from hospes.queries.programme import Programme, programme
from hospes.ui.desk import Answer
from hospes.ui.page import Fit
from hospes.ui.pages.member_drafts import DraftStrip
from hospes.ui.pages.person_languages import capital
from hospes.ui.pages.person_rebuild import half_typed
from hospes.ui.pages.visit_drafts import NEW_ITEM
from hospes.ui.pages.visit_programme_acts import ItemMenu, delete_item
from hospes.ui.pages.visit_programme_form import ItemForm
from hospes.ui.pages.visit_programme_notes import ProgrammeNotes
from hospes.ui.pages.visit_programme_rows import ItemRow
from hospes.ui.pages.visit_programme_words import missing_words, spoken
from hospes.ui.pages.visit_tab import TabMark, VisitTab
from hospes.ui.widgets.boxes import NO_LIMIT, clear, column, holder, row, scrolled
from hospes.ui.widgets.buttons import main_button, plain_button
from hospes.ui.widgets.chips import Chip, ChipRow
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.notices import EmptyState
from hospes.ui.widgets.turning import Turning

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hospes.queries.programme import Item
    from hospes.ui.desk import Desk

FORM_WIDTH = 404
DAYS_WIDTH = 320
"""So much of a line the days need before they go on in a second one."""
BOTH = "both"


class ProgrammeTab(VisitTab):
    """Days, the items of the chosen one, and the form of an item beside them."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {
            "visit", "programme_item", "programme_item_text", "programme_audience", "participation",
            "delegation", "stay_wish", "host_offer", "placement", "person", "transport", "transport_leg",
            "venue",
        }
    )  # fmt: skip
    SHOTS: ClassVar[tuple[Mapping[str, object], ...]] = ({}, {"new": True}, {"show": BOTH})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self._programme: Programme | None = None
        self._day: date | None = None
        self._show = BOTH
        self._form: ItemForm | None = None
        self._rows: dict[UUID, ItemRow] = {}
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._show_all)
        self.days = ChipRow(theme, desk.text("Day"), name="visit.days")
        self.days.chosen.connect(self._choose_day)
        self.new = main_button(theme, desk.text("Item"), self._new, icon="plus", name="visit.item.new")
        self.new.setAccessibleName(desk.text("New item"))
        self.copy = plain_button(
            theme, desk.text("Copy a day"), self._begin_copy, icon="copy", name="visit.copyDay"
        )
        self.show_box = Choice(theme, name="visit.programme.show")
        self.show_box.setAccessibleName(desk.text("Show"))
        self.show_box.picked.connect(self._choose_show)
        making = holder(row(theme, self.show_box, self.copy, self.new))
        self._head = Turning(theme, self.days, making, gap=12, enough=theme.u(DAYS_WIDTH))
        self.notes = ProgrammeNotes(desk)
        self.notes.opened.connect(self.open_item)
        self.notes.textWanted.connect(self._open_text)
        self.notes.copied.connect(self._day_copied)
        self._list = column(theme, gap=8)
        read = column(theme, self.notes, self._list, None, gap=8, margins=(0, 0, 4, 8))
        self.area = scrolled(holder(read), "visit.programme")  # what is doubted scrolls with the days
        self.drafts = DraftStrip(desk, (), "visit.item")
        self.drafts.goes_on.connect(self._new)
        self._list_side = holder(column(theme, self.drafts, self.area, gap=8))
        self._form_side = holder(column(theme, gap=0))
        self._form_side.hide()
        self._across: QHBoxLayout = row(theme, self._list_side, self._form_side, gap=14)
        self._across.setStretch(0, 1)
        whole = column(theme, self._head, self._across, gap=10, margins=(0, 12, 0, 0))
        whole.setStretch(1, 1)
        self.setLayout(whole)

    @classmethod
    def tab_mark(cls, desk: Desk, visit_id: UUID) -> TabMark:
        """Overlaps and texts that are not there yet; done when every day has its items."""
        try:
            found = desk.read(programme, visit_id, desk.locale.language)
        except UserError:
            return TabMark()
        if found.overlaps:
            words = desk.ntext(
                "{n} overlap in the programme", "{n} overlaps in the programme", len(found.overlaps)
            )
            return TabMark(len(found.overlaps), words=words)
        missing = [(code, len(found.missing(code))) for code in spoken(found)]
        lacking = [(code, n) for code, n in missing if n]
        if lacking and found.items:
            told = [missing_words(desk, code, n) for code, n in lacking]
            return TabMark(sum(n for _, n in lacking), words=" ".join(told))
        if found.items and {item.on for item in found.items} >= set(found.days()):
            return TabMark(done=True, words=desk.text("Every day has its programme"))
        return TabMark()

    # -- reading -------------------------------------------------------------------------------------

    def show_visit(self, visit_id: UUID) -> None:
        super().show_visit(visit_id)
        self._programme = None
        self._day = None
        self._close_form(keep=True)

    def reload(self) -> None:
        desk = self.desk
        try:
            self._programme = desk.read(programme, self.visit, desk.locale.language)
        except UserError:
            self._programme = None
            return
        self._read_form()
        self._show_all()

    def _show_all(self) -> None:
        found = self._programme
        if found is None:
            return
        self._show_days(found)
        self._show_languages(found)
        self.notes.show_notes(found, self._day, self.languages(), self._open_id())
        self.drafts.look_after(f"{NEW_ITEM}{self.visit.hex}")
        self.drafts.reload(self._form.draft.key if self._form is not None else "")
        self._show_items(found)
        self.copy.setEnabled(bool(self._day and found.on(self._day)))
        self.headingChanged.emit()

    def _show_days(self, found: Programme) -> None:
        desk = self.desk
        days = found.days()
        if self._day not in days:
            today = desk.file.today
            self._day = today if today in days else next(iter(days), None)
        chips = [Chip(day.isoformat(), desk.locale.date(day, "weekday_short")) for day in days]
        self.days.set_chips(chips, self._day.isoformat() if self._day else "")
        self.days.setVisible(bool(days))
        self.new.setVisible(bool(days) and not desk.file.read_only)

    def _show_languages(self, found: Programme) -> None:
        desk = self.desk
        names = [(code, capital(desk.locale.language_name(code))) for code in spoken(found)]
        if len(names) > 1:
            both = desk.text("All languages") if len(names) > 2 else desk.text("Both languages")
            names.append((BOTH, both))
        self.show_box.set_options(names, self._show)
        self._show = self.show_box.code()
        self.show_box.setVisible(len(names) > 1)

    def languages(self) -> tuple[str, ...]:
        """The languages that are shown."""
        if self._programme is None:
            return ()
        return spoken(self._programme) if self._show == BOTH else (self._show,)

    def _open_id(self) -> UUID | None:
        """The item whose form is open."""
        return self._form.item.id if self._form is not None and self._form.item is not None else None

    def _open_text(self, item_id: UUID, language: str) -> None:
        self.open_item(item_id)
        if self._form is not None:
            self._form.go_to_text(language)

    def _begin_copy(self) -> None:
        if self._programme is not None and self._day is not None:
            self.area.verticalScrollBar().setValue(0)
            self.notes.begin_copy(self._programme, self._day)

    def _day_copied(self, day: date) -> None:
        self._day = day
        self.reload()

    # -- the items of the day --------------------------------------------------------------------------

    def _show_items(self, found: Programme) -> None:
        desk, theme = self.desk, self.desk.theme
        focus = next((key for key, one in self._rows.items() if one.hasFocus()), None)
        scroll = self.area.verticalScrollBar().value()
        clear(self._list)
        self._rows = {}
        if self._day is None:
            words = desk.text("The visit has no days yet. The programme begins with them.")
            facts = Answer(desk.text("Fix the days"), self._to_facts, main=True, name="visit.programme.days")
            self._list.addWidget(EmptyState(theme, words, (facts,), icon="calendar-days"))
            return
        items = found.on(self._day)
        for item in items:
            line = ItemRow(desk, found, item, self.languages(), wide=self._is_wide())
            line.chosen.connect(self.open_item)
            line.menuWanted.connect(self._menu)
            line.deleted.connect(self._delete)
            line.stepped.connect(self._step)
            self._rows[item.id] = line
            self._list.addWidget(line)
        if not items:
            new = Answer(desk.text("New item"), self._new, main=True, name="visit.programme.first")
            day = desk.locale.date(self._day, "weekday")
            words = desk.text("Nothing on {day} yet.", day=day)
            self._list.addWidget(EmptyState(theme, words, (new,), icon="list-checks"))
        self._mark_open()
        self.area.verticalScrollBar().setValue(scroll)
        if focus in self._rows:
            self._rows[focus].setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_wide(self) -> bool:
        return self.fits >= Fit.WIDE or (self.fits is Fit.NORMAL and self._form is None)

    def _mark_open(self) -> None:
        open_ = self._open_id()
        for key, line in self._rows.items():
            line.set_chosen(key == open_)

    def _to_facts(self) -> None:
        self.desk.go("visit", id=self.visit.hex, tab="overview")

    def _step(self, by: int) -> None:
        keys = list(self._rows)
        here = next((at for at, key in enumerate(keys) if self._rows[key].hasFocus()), None)
        if here is not None and 0 <= here + by < len(keys):
            target = self._rows[keys[here + by]]
            target.setFocus(Qt.FocusReason.TabFocusReason)
            self.area.ensureWidgetVisible(target)

    def _choose_day(self, code: str) -> None:
        self.go_to_day(date.fromisoformat(code))
        self.moved.emit()

    def go_to_day(self, day: date) -> None:
        """Show a day."""
        self._day = day
        if self._form is not None and self._form.item is not None:
            self._close_form()
        elif self._form is not None:
            self._form.day_box.choose(day.isoformat())
        self._show_all()

    def _choose_show(self, code: str) -> None:
        self._show = code
        self._again.start()
        self.moved.emit()

    # -- the form ------------------------------------------------------------------------------------

    def _new(self) -> None:
        if self._programme is None or self._day is None:
            return
        form = self._open_form(None)
        form.go_on()
        form.begin()
        self.drafts.reload(form.draft.key)

    def open_item(self, item_id: UUID) -> None:
        """Open the form of an item, on its day."""
        item = self._programme.item(item_id) if self._programme is not None else None
        if item is None:
            return
        self._day = item.on
        form = self._open_form(item)
        self._show_all()
        form.begin()
        if item_id in self._rows:
            QTimer.singleShot(0, self, self._keep_in_view)

    def _keep_in_view(self) -> None:
        here = self._open_id()
        if here in self._rows:
            self.area.ensureWidgetVisible(self._rows[here])

    def _open_form(self, item: Item | None) -> ItemForm:
        assert self._programme is not None
        assert self._day is not None
        self._close_form(keep=True)
        form = ItemForm(self.desk, self._programme, self._day, spoken(self._programme), item)
        form.added.connect(self._added)
        form.closed.connect(self._form_closed)
        layout = self._form_side.layout()
        assert layout is not None
        layout.addWidget(form)
        self._form = form
        self._arrange()
        self._again.start()
        self.headingChanged.emit()
        return form

    def _read_form(self) -> None:
        """The open form follows what was changed elsewhere, unless somebody is typing in it."""
        form = self._form
        if form is None or form.item is None or self._programme is None:
            return
        item = self._programme.item(form.item.id)
        if item is None:
            self._close_form(keep=True)
        elif item != form.item and not half_typed(form):
            focus = QApplication.focusWidget()
            name = focus.objectName() if focus is not None and form.isAncestorOf(focus) else ""
            scroll = form.area.verticalScrollBar().value()
            self._day = item.on
            new = self._open_form(item)
            new.area.verticalScrollBar().setValue(scroll)
            again = new.findChild(QWidget, name) if name else None
            if isinstance(again, QWidget):
                again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_form(self, *, keep: bool = False) -> None:
        """Put the form away; without `keep` what is open in it is written first."""
        form, self._form = self._form, None
        if form is None:
            return
        if not keep:
            form.leave()
        form.hide()
        form.deleteLater()
        self._arrange()
        self.headingChanged.emit()

    def _form_closed(self) -> None:
        here = self._open_id()
        self._close_form(keep=True)
        self._show_all()
        target = self._rows.get(here) if here is not None else None
        (target or self.new).setFocus(Qt.FocusReason.OtherFocusReason)

    def _added(self, item_id: UUID) -> None:
        if self._form is not None:
            self._day = self._form._day()  # noqa: SLF001  # the day chosen in the form
        self._close_form(keep=True)
        self.reload()
        if item_id in self._rows:
            self._rows[item_id].setFocus(Qt.FocusReason.OtherFocusReason)

    # -- acts on an item -------------------------------------------------------------------------------

    def _menu(self, item_id: UUID, where: QPoint) -> None:
        found = self._programme
        item = found.item(item_id) if found is not None else None
        if found is not None and item is not None:
            menu = ItemMenu(self.desk, found, item, self.languages(), self)
            menu.opened.connect(self.open_item)
            menu.popup(where)

    def _delete(self, item_id: UUID) -> None:
        item = self._programme.item(item_id) if self._programme is not None else None
        if item is not None:
            delete_item(self.desk, item, self.languages())

    def _delete_open(self) -> None:
        here = self._open_id() or next((key for key, one in self._rows.items() if one.hasFocus()), None)
        if here is not None:
            self._delete(here)

    # -- the tab -------------------------------------------------------------------------------------

    def acts(self) -> Mapping[str, Callable[[], object]]:
        acts: dict[str, Callable[[], object]] = {"new": self._new, "edit": self._edit}
        if self._form is not None:
            acts["add"] = self._form.add
            acts["escape"] = self._form.close_form
        acts["bin"] = self._delete_open
        return acts

    def _edit(self) -> None:
        here = next((key for key, one in self._rows.items() if one.hasFocus()), next(iter(self._rows), None))
        if here is not None:
            self.open_item(here)

    def show_at(self, **where: object) -> None:
        show = where.get("show")
        if isinstance(show, str) and show:
            self._show = show
        day = where.get("day")
        if isinstance(day, str) and day and self._programme is not None:
            with suppress(ValueError):
                wanted = date.fromisoformat(day)
                if wanted in self._programme.days():
                    self._day = wanted
        self._show_all()
        item = where.get("item")
        if isinstance(item, str) and item:
            with suppress(ValueError):
                self.open_item(UUID(hex=item))
        elif where.get("new"):
            self._new()
            typed = where.get("typed")
            if isinstance(typed, dict) and self._form is not None:
                self._form.take(typed)

    def where(self) -> dict[str, object]:
        found: dict[str, object] = {"show": self._show}
        if self._day is not None:
            found["day"] = self._day.isoformat()
        here = self._open_id()
        if here is not None:
            found["item"] = here.hex
        elif self._form is not None:
            found |= {"new": True, "typed": self._form.typed()}
        return found

    def mark(self, ids: frozenset[UUID]) -> None:
        """An undo may have changed another day: go there, and show the row as chosen for a while."""
        found = self._programme
        hit = next((item for item in found.items if item.id in ids), None) if found is not None else None
        if hit is None:
            return
        if hit.on != self._day:
            self._day = hit.on
            self._show_all()
        line = self._rows.get(hit.id)
        if line is not None:
            line.set_chosen(True)
            self.area.ensureWidgetVisible(line)
            QTimer.singleShot(MARK_MS, self, self._mark_open)

    def leave(self) -> None:
        if self._form is not None:
            self._form.leave()

    def fit(self, fit: Fit) -> None:
        changed = fit is not self.fits
        super().fit(fit)
        self.days.set_compact(fit <= Fit.COMPACT)
        self.copy.set_wordless(fit is Fit.NARROW)
        self._arrange()
        if changed and self._programme is not None:
            self._again.start()

    def _arrange(self) -> None:
        """Beside the list, or in its place where there is little room."""
        theme, open_ = self.desk.theme, self._form is not None
        cover = self.fits <= Fit.COMPACT and open_
        self._form_side.setVisible(open_)
        self._list_side.setVisible(not cover)
        if cover:
            self._form_side.setMinimumWidth(0)
            self._form_side.setMaximumWidth(NO_LIMIT)
        else:
            self._form_side.setFixedWidth(theme.u(FORM_WIDTH + (60 if self.fits is Fit.WIDE else 0)))

    def least(self) -> int:
        return 330 if self._form is None else 480

    def panes(self) -> Sequence[QWidget]:
        return (self.days, self.area, *([self._form] if self._form is not None else []))

    def first_focus(self) -> QWidget | None:
        if self._form is not None:
            return None
        chosen = self.days.findChild(QWidget, f"visit.days.{self._day.isoformat()}") if self._day else None
        return chosen if isinstance(chosen, QWidget) and chosen.isVisible() else self.new


MARK_MS = 3000
"""How long a row changed by Undo stays marked (design 6.2)."""
