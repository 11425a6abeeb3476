# SPDX-License-Identifier: GPL-3.0-or-later
"""The pane beside a list of people: the one chosen, several, nobody, or the form for a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QMenu, QStackedWidget, QWidget

from hospes.domain.errors import UserError
from hospes.domain.names import display_name, initials
from hospes.i18n.marks import N_
from hospes.queries.members import MemberRow, home_country, member_rows
from hospes.queries.people import HomeOf, PersonHead, home_by_id, person, person_names
from hospes.ui.pages.member_form import MemberForm
from hospes.ui.pages.person_acts import PersonActs
from hospes.ui.pages.person_dues import dues_part
from hospes.ui.pages.person_fields import PersonFields
from hospes.ui.pages.person_many import ManyPeople
from hospes.ui.pages.person_parts import (
    HouseholdPart,
    NotesPart,
    SavedLine,
    badges,
    visits_part,
)
from hospes.ui.pages.person_questions import QUESTIONS, LifeQuestion
from hospes.ui.widgets.boxes import Box, FlowLayout, clear, column, holder, line, put_late, row, scrolled
from hospes.ui.widgets.buttons import icon_button, link_button, main_button, plain_button
from hospes.ui.widgets.chips import Chip, TabRow
from hospes.ui.widgets.labels import ElidedLabel, Label, avatar
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
    """The form was put away."""

    opened = Signal(object)
    """Id of somebody whose page is wanted."""

    added = Signal(object)
    """Id of somebody who is new in the file."""

    began = Signal()
    """The form took the place of the pane by itself ("Add person", "Add another")."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._ids: list[UUID] = []
        self._head: PersonHead | None = None
        self._tab = TABS[0][0]
        self._bar = False
        self._fields: PersonFields | None = None
        self._notes: NotesPart | None = None
        self._question: LifeQuestion | None = None
        self._acts = PersonActs(desk, self)
        theme = desk.theme
        self.stack = QStackedWidget()
        self._top = column(theme, gap=8)
        self._content = column(theme, gap=8)
        self._foot = column(theme, gap=0, margins=(22, 4, 22, 8))
        self._bar_box = row(theme, gap=12, margins=(16, 3, 12, 3))
        self._many: ManyPeople | None = None
        self._form: MemberForm | None = None
        empty = EmptyState(
            theme, desk.text("Choose somebody in the list."), icon="users", name="person.nobody"
        )
        both = column(theme, self._top, self._content, None, gap=8, margins=(22, 10, 14, 8))
        inner = scrolled(holder(both), "person.pane")
        one = holder(column(theme, inner, line(), self._foot, gap=0))
        bar = Box(theme, "chosen", gap=0, margins=(0,), name="person.bar")
        bar.box.addLayout(self._bar_box)
        for widget in (empty, one, QWidget(), QWidget(), bar):  # two that are built when they are wanted
            self.stack.addWidget(widget)
        self.setLayout(column(theme, self.stack, gap=0))

    @property
    def form(self) -> MemberForm:
        """Where somebody new is written; built when it is first opened."""
        if self._form is None:
            self._form = MemberForm(self.desk)
            self._form.added.connect(self._added)
            self._form.cancelled.connect(self._cancelled)
            self._form.opened.connect(self._double_opened)
            self._form.another.connect(self._another)
            put_late(self.stack, NEW, self._form)
        return self._form

    @property
    def many(self) -> ManyPeople:
        """What can be done with several at once; built when several are chosen."""
        if self._many is None:
            self._many = ManyPeople(self.desk)
            put_late(self.stack, MANY, self._many)
        return self._many

    # -- what is shown -------------------------------------------------------------------------------

    def show_people(self, ids: Sequence[UUID]) -> None:
        """Show the chosen people; a form being filled in stays until somebody else is chosen."""
        if list(ids) == self._ids and self.stack.currentIndex() in (ONE, MANY, BAR, NEW):
            return
        was_new = self.is_new()
        self.leave()
        self._ids = list(ids)
        self._question = None
        self._show()
        if was_new:
            self.closed.emit()

    def reload(self) -> None:
        """Read the shown person again; fields somebody is writing in stay as they are."""
        if self.is_new():
            return
        head = self._read_head() if len(self._ids) == 1 else None
        if (
            head is not None
            and self._fields is not None
            and self.stack.currentIndex() == ONE
            and self._head is not None
            and head.id == self._head.id
            and (self._fields.refresh(head) or self._fields.is_writing())
        ):
            self._head = head
            self._show_top(head)
            self._show_foot()
            return
        self._show()

    def _read_head(self) -> PersonHead | None:
        try:
            return self.desk.read(person, self._ids[0])
        except UserError:
            return None

    def _show(self) -> None:
        self._fields = self._notes = None
        self._head = self._read_head() if len(self._ids) == 1 else None
        if self._head is not None and self._head.binned_at is not None:
            self._head = None
        if self._head is None and len(self._ids) == 1:
            self._ids = []
        if not self._ids:
            self.stack.setCurrentIndex(EMPTY)
            self.setVisible(not self._bar)
            return
        self.setVisible(True)
        if self._head is None:
            self.many.show_people(self._ids)
            self.stack.setCurrentIndex(MANY)
        elif self._bar:
            self._show_bar(self._head)
        else:
            self._show_one(self._head)

    def _member(self, head: PersonHead) -> MemberRow | None:
        rows = self.desk.read(member_rows, [head.id], locale=self.desk.locale, today=self.desk.file.today)
        return rows[0] if rows else None

    def _show_one(self, head: PersonHead) -> None:
        clear(self._content)
        self._show_top(head)
        self._content.addWidget(self._tab_content(head))
        self._show_foot()
        self.stack.setCurrentIndex(ONE)

    def _show_top(self, head: PersonHead) -> None:
        """Name, badges, acts and tabs; a question that is open stays."""
        desk, theme = self.desk, self.desk.theme
        question = self._question
        if question is not None:
            self._top.removeWidget(question)
        focus = QApplication.focusWidget()
        had_focus = focus.objectName() if focus is not None and self.isAncestorOf(focus) else ""
        clear(self._top)
        member = self._member(head)
        name = Label(theme, display_name(head.name), "name", wrap=True, name="person.name")
        about = Label(theme, self._about(member), "m", wrap=True, name="person.about")
        more = icon_button(theme, desk.text("More"), "ellipsis", self._more, name="person.more")
        words = holder(column(theme, name, about, gap=0))
        top = row(theme, avatar(theme, initials(head.name), size=52), words, more, gap=14)
        top.setStretch(1, 1)
        self._top.addLayout(top)
        self._top.addWidget(badges(desk, member, head))
        self._top.addWidget(self._buttons(member))
        tabs = TabRow(theme, [Chip(code, desk.text(text)) for code, text in TABS], name="person.tabs")
        tabs.choose(self._tab)
        tabs.chosen.connect(self.show_tab)
        self._top.addWidget(holder(column(theme, tabs, line(), gap=0)))
        if question is not None:
            self._top.addWidget(question)
        if had_focus.startswith("person.tabs."):
            again = tabs.findChild(QWidget, had_focus)
            if again is not None:
                again.setFocus()

    def _about(self, member: MemberRow | None) -> str:
        desk = self.desk
        if member is None or not (member.number or member.since):
            return desk.text("Contact")
        since = desk.locale.rough(member.since) if member.since else ""
        if member.number and since:
            return desk.text("Member no. {number} · since {since}", number=member.number, since=since)
        return desk.text("Member no. {number}", number=member.number) if member.number else since

    def _buttons(self, member: MemberRow | None) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        flow = FlowLayout(theme, gap=5)
        flow.addWidget(main_button(theme, desk.text("Open page"), self._open, name="person.open"))
        flow.addWidget(
            plain_button(
                theme, desk.text("E-mail"), self._acts.email, icon="at-sign", name="member.action.email"
            )
        )
        if member is not None and member.is_member:
            flow.addWidget(
                plain_button(
                    theme,
                    desk.text("Payment"),
                    self._acts.payment,
                    icon="coins",
                    name="member.action.payment",
                )
            )
            flow.addWidget(
                plain_button(
                    theme, desk.text("Card"), self._acts.card, icon="id-card", name="member.action.card"
                )
            )
        sheet = plain_button(theme, desk.text("Data sheet"), self._acts.sheet, name="member.action.sheet")
        sheet.setToolTip(desk.text("Print everything we hold about this person"))
        flow.addWidget(sheet)
        return holder(flow)

    def _tab_content(self, head: PersonHead) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        if self._tab == "household":
            return self._household(head)
        if self._tab == "dues":
            return dues_part(desk, head)
        if self._tab == "visits":
            return visits_part(desk, head)
        if self._tab == "notes":
            self._notes = NotesPart(desk, "person", head.id)
            return self._notes
        self._fields = PersonFields(desk, head, full=False)
        self._fields.saved.connect(self._show_foot)
        edit = link_button(theme, desk.text("Edit"), self.edit, icon="pencil", name="person.edit")
        title = row(theme, Label(theme, desk.text("Contact"), "section"), None, edit)
        return holder(column(theme, title, self._fields, line(), self._household(head), gap=6))

    def _household(self, head: PersonHead) -> HouseholdPart:
        part = HouseholdPart(self.desk, head)
        part.adding.connect(self._add_mate)
        return part

    def _show_foot(self) -> None:
        clear(self._foot)
        if self._head is not None:
            bad = self._fields.bad() if self._fields is not None else []
            self._foot.addWidget(SavedLine(self.desk, self._head, bad))

    def _show_bar(self, head: PersonHead) -> None:
        desk, theme = self.desk, self.desk.theme
        clear(self._bar_box)
        member = self._member(head)
        reach = (member.phone or member.mobile) if member is not None else None
        phone = ""
        if reach is not None:
            phone = desk.locale.phone(reach.value, reach.e164, desk.read(home_country))
        self._bar_box.addWidget(avatar(theme, initials(head.name), size=34))
        self._bar_box.addWidget(Label(theme, display_name(head.name), "lead", name="person.name"))
        self._bar_box.addWidget(ElidedLabel(theme, phone, "m", name="person.phone"), 1)
        if member is not None and member.is_member:
            card = plain_button(
                theme, desk.text("Card"), self._acts.card, icon="id-card", name="member.action.card"
            )
            self._bar_box.addWidget(card)
        self._bar_box.addWidget(main_button(theme, desk.text("Open page"), self._open, name="person.open"))
        self.stack.setCurrentIndex(BAR)

    # -- tabs ----------------------------------------------------------------------------------------

    def show_tab(self, code: str) -> None:
        """Show a tab."""
        if code not in {one for one, _ in TABS} or code == self._tab:
            return
        self.leave()
        self._tab = code
        self._fields = self._notes = None
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
        """Open the form in the place of the pane; one that is open already stays as it is."""
        if self.is_new() and self.form.is_member() is member:
            return
        self._to_form()
        self.form.begin(member=member)

    def _to_form(self) -> None:
        self.leave()
        self._fields = self._notes = None
        self.setVisible(True)
        self.stack.setCurrentWidget(self.form)

    def one_more(self) -> bool:
        """In the form that is open and not empty: a line for somebody more of the household."""
        return self.is_new() and self.form.body.one_more()

    def begin_in(self, household_id: UUID) -> None:
        """Open the form for somebody more in a household."""
        try:
            home = self.desk.read(home_by_id, household_id, self.desk.file.today)
        except UserError as error:
            self.desk.say(error, kind="warn")
            return
        self._to_form()
        self.form.begin(member=True, home=home)

    def _add_mate(self, home: HomeOf) -> None:
        self.begin_in(home.id)
        self.began.emit()

    def form_where(self) -> dict[str, object]:
        """What the form is open for, so that Back leads to it again."""
        if not self.is_new():
            return {}
        home = self.form.home_id()
        return {"new": True} if home is None else {"new": True, "household": home.hex}

    def _another(self) -> None:
        self._to_form()
        self.form.begin_another()
        self.began.emit()

    def is_new(self) -> bool:
        """Whether the form is open."""
        return self.stack.currentIndex() == NEW

    def add(self) -> None:
        """Add what the form holds (Ctrl+Enter)."""
        if self.is_new():
            self.form.add()
        elif self._question is not None:
            self._question.answer()

    def _added(self, person_id: UUID) -> None:
        self._ids = []
        self.stack.setCurrentIndex(EMPTY)
        self.added.emit(person_id)

    def _cancelled(self) -> None:
        self.stack.setCurrentIndex(EMPTY)
        self._show()
        self.closed.emit()

    def _double_opened(self, person_id: UUID) -> None:
        self._cancelled()
        self.opened.emit(person_id)

    # -- acts ----------------------------------------------------------------------------------------

    def edit(self) -> None:
        """Put the keyboard into the first field (F2)."""
        if self._fields is not None:
            self._fields.address.edit()
        elif self._head is not None:
            self._open()

    def can_escape(self) -> bool:
        """Whether something is open in the pane that Esc puts away."""
        return self._question is not None or self.is_new()

    def escape(self) -> None:
        """Put away what is open: a question, or the form, whose text is kept."""
        if self._question is not None:
            self._end_question()
        elif self.is_new():
            self.form.leave()
            self._cancelled()

    def ask(self, what: str) -> bool:
        """Ask a question about the person shown; False where there is no room for it here."""
        if self._head is None or self.stack.currentIndex() != ONE:
            return False
        self._end_question()
        name = display_name(self._head.name)
        question = QUESTIONS[what](self.desk, self._head.id, name)
        question.closed.connect(self._end_question)
        self._question = question
        self._top.addWidget(question)
        question.begin()
        return True

    def _end_question(self) -> None:
        question, self._question = self._question, None
        if question is not None:
            self._top.removeWidget(question)
            question.hide()
            question.deleteLater()

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
                self.leave()
                self._show()

    def _more(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("person.moreMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, act in self.ways():
            menu.addAction(words, act)
        sender = self.sender()
        if isinstance(sender, QWidget):
            menu.popup(sender.mapToGlobal(sender.rect().bottomLeft()))

    def _open(self) -> None:
        if self._head is not None:
            self.opened.emit(self._head.id)
