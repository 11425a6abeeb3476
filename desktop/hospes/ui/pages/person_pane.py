# SPDX-License-Identifier: GPL-3.0-or-later
"""The pane beside a list of people: the chosen one, several, nobody, or the form for a new one (mock 2 and
6).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QWidget

from hospes.domain.errors import UserError
from hospes.domain.names import display_name, initials
from hospes.i18n.marks import N_
from hospes.queries.members import MemberRow, member_rows
from hospes.queries.people import PersonHead, person, person_names
from hospes.ui.pages.member_form import MemberForm
from hospes.ui.pages.person_acts import PersonActs
from hospes.ui.pages.person_fields import PersonFields
from hospes.ui.pages.person_many import ManyPeople
from hospes.ui.pages.person_parts import HouseholdPart, NotesPart, badges, dues_part, visits_part
from hospes.ui.widgets.boxes import Box, clear, column, holder, line, row, scrolled
from hospes.ui.widgets.buttons import icon_button, main_button, plain_button
from hospes.ui.widgets.chips import Chip, TabRow
from hospes.ui.widgets.labels import ElidedLabel, Label, StateWord, avatar
from hospes.ui.widgets.notices import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from hospes.ui.desk import Desk

TABS = (
    ("details", N_("Details")),
    ("household", N_("Household")),
    ("dues", N_("Dues")),
    ("visits", N_("Visits")),
    ("notes", N_("Notes")),
)
EMPTY, ONE, MANY, NEW, BAR = range(5)


class PersonPane(QWidget):
    """What the pane shows follows the list; `set_bar` makes a bar of it where there is little room."""

    closed = Signal()
    opened = Signal(object)
    added = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._ids: list[UUID] = []
        self._head: PersonHead | None = None
        self._tab = TABS[0][0]
        self._bar = False
        self._fields: PersonFields | None = None
        self._notes: NotesPart | None = None
        self._acts = PersonActs(desk, self)
        theme = desk.theme
        self.stack = QStackedWidget()
        self._one = column(theme, gap=8, margins=(22, 14, 22, 8))
        self._foot = column(theme, gap=0, margins=(22, 0, 22, 10))
        self._bar_box = row(theme, gap=12, margins=(14, 8, 14, 8))
        self.many = ManyPeople(desk)
        self.form = MemberForm(desk)
        self.form.added.connect(self._added)
        self.form.cancelled.connect(self._cancelled)
        self.form.opened.connect(self.opened)
        empty = EmptyState(theme, desk.text("Choose somebody in the list."), icon="users")
        inner = scrolled(holder(column(theme, self._one, None)), "person.pane")
        one = holder(column(theme, inner, line(), self._foot, gap=4))
        bar = Box(theme, "chosen", gap=0, margins=(0,), name="person.bar")
        bar.box.addLayout(self._bar_box)
        for widget in (empty, one, self.many, self.form, bar):
            self.stack.addWidget(widget)
        self.setLayout(column(theme, self.stack, gap=0))

    # -- what is shown -------------------------------------------------------------------------------

    def show_people(self, ids: Sequence[UUID]) -> None:
        """Show the chosen people; a form being filled in stays."""
        if list(ids) == self._ids and self.stack.currentIndex() in (ONE, MANY, BAR):
            return
        if self.is_new() and ids == self._ids:
            return
        self.leave()
        self._ids = list(ids)
        self._show()

    def reload(self) -> None:
        """Read the shown person again, unless somebody is typing here."""
        if self.is_new():
            return
        focus = self.focusWidget()
        if self._fields is not None and self._fields.isAncestorOf(focus) and focus.hasFocus():
            self._show_foot()
            return
        self._show()

    def _show(self) -> None:
        if not self._ids:
            self._head = None
            self.stack.setCurrentIndex(EMPTY)
            self.setVisible(not self._bar)
            return
        self.setVisible(True)
        if len(self._ids) > 1:
            self.many.show_people(self._ids)
            self.stack.setCurrentIndex(MANY)
            return
        try:
            self._head = self.desk.read(person, self._ids[0])
        except UserError:
            self._ids = []
            self._show()
            return
        if self._bar:
            self._show_bar(self._head)
        else:
            self._show_one(self._head)

    def _member(self, head: PersonHead) -> MemberRow | None:
        rows = self.desk.read(member_rows, [head.id], locale=self.desk.locale, today=self.desk.file.today)
        return rows[0] if rows else None

    def _show_one(self, head: PersonHead) -> None:
        desk, theme = self.desk, self.desk.theme
        clear(self._one)
        self._fields = self._notes = None
        member = self._member(head)
        name = Label(theme, display_name(head.name), "name", wrap=True, name="person.name")
        about = Label(theme, self._about(member), "m", wrap=True, name="person.about")
        more = icon_button(theme, desk.text("More"), "ellipsis", self._more, name="person.more")
        words = holder(column(theme, name, about, gap=0))
        top = row(theme, avatar(theme, initials(head.name), size=60), words, more, gap=16)
        top.setStretch(1, 1)
        self._one.addLayout(top)
        self._one.addWidget(badges(desk, member, head))
        self._one.addLayout(self._buttons())
        tabs = TabRow(theme, [Chip(code, desk.text(text)) for code, text in TABS], name="person.tabs")
        tabs.choose(self._tab)
        tabs.chosen.connect(self.show_tab)
        self._one.addWidget(tabs)
        self._one.addWidget(line())
        self._one.addWidget(self._tab_content(head))
        self._show_foot()
        self.stack.setCurrentIndex(ONE)

    def _about(self, member: MemberRow | None) -> str:
        desk = self.desk
        if member is None or not (member.number or member.since):
            return desk.text("Contact")
        since = desk.locale.rough(member.since) if member.since else ""
        if member.number and since:
            return desk.text("Member no. {number} · since {since}", number=member.number, since=since)
        return desk.text("Member no. {number}", number=member.number) if member.number else since

    def _buttons(self) -> QHBoxLayout:
        desk, theme = self.desk, self.desk.theme
        return row(
            theme,
            main_button(theme, desk.text("Open page"), self._open, icon="contact", name="person.open"),
            plain_button(
                theme, desk.text("E-mail"), self._acts.email, icon="at-sign", name="member.action.email"
            ),
            plain_button(
                theme, desk.text("Card"), self._acts.card, icon="id-card", name="member.action.card"
            ),
            None,
            gap=8,
        )

    def _tab_content(self, head: PersonHead) -> QWidget:
        desk = self.desk
        if self._tab == "household":
            return HouseholdPart(desk, head)
        if self._tab == "dues":
            return dues_part(desk, head)
        if self._tab == "visits":
            return visits_part(desk, head)
        if self._tab == "notes":
            self._notes = NotesPart(desk, "person", head.id)
            return self._notes
        self._fields = PersonFields(desk, head, full=False)
        self._fields.saved.connect(self._show_foot)
        theme = desk.theme
        return holder(
            column(
                theme,
                Label(theme, desk.text("Contact"), "section"),
                self._fields,
                line(),
                HouseholdPart(desk, head),
                gap=8,
            )
        )

    def _show_foot(self) -> None:
        clear(self._foot)
        desk, theme, head = self.desk, self.desk.theme, self._head
        if head is None:
            return
        bad = self._fields.bad() if self._fields is not None else []
        if bad:
            words = desk.text("Saved, except {fields}", fields=desk.locale.listing(bad))
            state = StateWord(theme, words, "warn", "pencil")
        else:
            state = StateWord(theme, desk.text("All changes saved"), "ok")
        state.setObjectName("person.saved")
        changed = desk.locale.moment(head.changed_at) if head.changed_at else ""
        when = Label(theme, desk.text("Changed {moment}", moment=changed) if changed else "", "m")
        self._foot.addLayout(row(theme, state, None, when))

    def _show_bar(self, head: PersonHead) -> None:
        desk, theme = self.desk, self.desk.theme
        clear(self._bar_box)
        member = self._member(head)
        reach = (member.phone or member.mobile) if member is not None else None
        phone = desk.locale.phone(reach.value, reach.e164) if reach is not None else ""
        self._bar_box.addWidget(avatar(theme, initials(head.name), size=40))
        self._bar_box.addWidget(Label(theme, display_name(head.name), "label", name="person.name"))
        self._bar_box.addWidget(ElidedLabel(theme, phone, "m"), 1)
        self._bar_box.addWidget(
            plain_button(theme, desk.text("Card"), self._acts.card, icon="id-card", name="member.action.card")
        )
        self._bar_box.addWidget(main_button(theme, desk.text("Open page"), self._open, name="person.open"))
        self.stack.setCurrentIndex(BAR)

    # -- tabs ----------------------------------------------------------------------------------------

    def show_tab(self, code: str) -> None:
        """Show a tab."""
        if code not in {one for one, _ in TABS}:
            return
        self.leave()
        self._tab = code
        if self._head is not None and not self._bar and self.stack.currentIndex() == ONE:
            self._show_one(self._head)

    def tab(self) -> str:
        """The tab in view."""
        return self._tab

    def next_tab(self) -> None:
        """Go to the next tab."""
        self._step_tab(1)

    def previous_tab(self) -> None:
        """Go to the tab before."""
        self._step_tab(-1)

    def _step_tab(self, by: int) -> None:
        codes = [code for code, _ in TABS]
        self.show_tab(codes[(codes.index(self._tab) + by) % len(codes)])

    # -- a new one -----------------------------------------------------------------------------------

    def begin_new(self, *, member: bool = True) -> None:
        """Open the form in the place of the pane."""
        self.leave()
        self.setVisible(True)
        self.form.begin(member=member)
        self.stack.setCurrentIndex(NEW)

    def is_new(self) -> bool:
        """Whether the form is open."""
        return self.stack.currentIndex() == NEW

    def add(self) -> None:
        """Add what the form holds (Ctrl+Enter)."""
        if self.is_new():
            self.form.add()

    def _added(self, person_id: UUID) -> None:
        self._ids = []
        self.stack.setCurrentIndex(EMPTY)
        self.added.emit(person_id)

    def _cancelled(self) -> None:
        self.stack.setCurrentIndex(EMPTY)
        self._show()
        self.closed.emit()

    # -- acts ----------------------------------------------------------------------------------------

    def edit(self) -> None:
        """Put the keyboard into the first field (F2)."""
        if self._fields is not None:
            next(iter(self._fields.fields.values())).editor.setFocus()
        elif self._head is not None:
            self._open()

    def leave(self) -> None:
        """Write what is open in fields, keep a half-written note or form."""
        if self._fields is not None:
            self._fields.leave()
        if self._notes is not None:
            self._notes.leave()
        if self.is_new():
            self.form.leave()

    def person_id(self) -> UUID | None:
        """Who is shown."""
        return self._head.id if self._head is not None else None

    def name_of(self, person_id: UUID) -> str:
        """What somebody is called."""
        return self.desk.read(person_names, [person_id]).get(person_id, "")

    def ways(self) -> list[tuple[str, Callable[[], object]]]:
        """What can be done with the person shown, for the menu of a row."""
        if self._head is None:
            return []
        return [(self.desk.text("Open page"), self._open), *self._acts.ways()]

    def set_bar(self, bar: bool) -> None:
        """A bar under the list where there is little room."""
        if bar != self._bar:
            self._bar = bar
            if not self.is_new():
                self._show()

    def _more(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("person.moreMenu")
        for words, act in self.ways():
            menu.addAction(words, act)
        sender = self.sender()
        if isinstance(sender, QWidget):
            menu.exec(sender.mapToGlobal(sender.rect().bottomLeft()))

    def _open(self) -> None:
        if self._head is not None:
            self.opened.emit(self._head.id)
