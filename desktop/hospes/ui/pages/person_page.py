# SPDX-License-Identifier: GPL-3.0-or-later
"""One person in full: two columns, and tabs for dues, visits, notes and history (design 5.4)."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QWidget

from hospes.domain.errors import UserError
from hospes.domain.names import display_name, initials
from hospes.domain.payers import Payer, PayerKind
from hospes.i18n.marks import N_
from hospes.queries.courtesies import entries_of
from hospes.queries.erasure import is_erased
from hospes.queries.members import MemberRow, member_rows
from hospes.queries.people import PersonHead, current_id, person
from hospes.ui.desk import Answer
from hospes.ui.page import Fit, Heading, Page, side_margins
from hospes.ui.pages.letters_of_person import letters_part
from hospes.ui.pages.office_line import OfficesCard
from hospes.ui.pages.person_acts import PersonActs
from hospes.ui.pages.person_donations import donations_part
from hospes.ui.pages.person_dues import dues_part
from hospes.ui.pages.person_erase import EraseQuestion
from hospes.ui.pages.person_facts import (
    consents_card,
    emergency_card,
    health_card,
    languages_card,
    own_fields_card,
    tags_card,
)
from hospes.ui.pages.person_fields import PersonFields
from hospes.ui.pages.person_history import history_part
from hospes.ui.pages.person_hosting import HostingCard
from hospes.ui.pages.person_hours import hours_card
from hospes.ui.pages.person_membership import MembershipCard
from hospes.ui.pages.person_parts import (
    HouseholdPart,
    NotesPart,
    SavedLine,
    badges,
    visits_part,
)
from hospes.ui.pages.person_questions import (
    QUESTIONS,
    DiedQuestion,
    LeftQuestion,
    LifeQuestion,
    MoveOutQuestion,
)
from hospes.ui.pages.person_rebuild import half_typed, rebuild
from hospes.ui.pages.visit_thanks import EntriesCard
from hospes.ui.widgets.boxes import FlowLayout, card, clear, column, holder, line, row, scrolled
from hospes.ui.widgets.buttons import icon_button, plain_button
from hospes.ui.widgets.chips import Chip, TabRow
from hospes.ui.widgets.labels import Label, avatar
from hospes.ui.widgets.notices import Banner, EmptyState, back_bar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hospes.queries.people import HomeOf
    from hospes.ui.desk import Desk

ASKED: dict[str, type[LeftQuestion | DiedQuestion | MoveOutQuestion | EraseQuestion]] = {
    **QUESTIONS,
    "erase": EraseQuestion,
}
"""Questions by the name under which the page can be asked to open one."""

TABS = (
    ("details", N_("Details")),
    ("dues", N_("Dues")),
    ("visits", N_("Visits")),
    ("notes", N_("Notes")),
    ("history", N_("History")),
)


class PersonPage(Page):
    """The page of one person, whatever list it was opened from."""

    watches: ClassVar[frozenset[str]] = frozenset({"*"})
    SHOTS: ClassVar[tuple[Mapping[str, object], ...]] = tuple(
        {"id": "person:Nowak Barbara", "tab": code} for code, _ in TABS
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self._id: UUID | None = None
        self._head: PersonHead | None = None
        self._tab = TABS[0][0]
        self._offices: set[UUID] = set()
        self._fields: PersonFields | None = None
        self._notes: NotesPart | None = None
        self._question: LifeQuestion | None = None
        self._acts = PersonActs(desk, self)
        self._top = column(theme, gap=8)
        self._asked = column(theme, gap=8)
        self._box = column(theme, gap=14)
        self._foot = column(theme, gap=0)
        inner = column(theme, self._top, self._asked, self._box, None, gap=10)
        self._area = scrolled(holder(inner), "person.page")
        self._inner = inner
        self._back_bar = back_bar(theme, desk.text("Back to the list"), self._back, "person.back")
        self._column = column(theme, self._back_bar, self._area, line(), self._foot, gap=6)
        self.body = QStackedWidget()
        self.body.addWidget(holder(self._column))
        way = Answer(desk.text("Back to the list"), self._back, main=True, name="person.gone.list")
        words = desk.text("This entry is no longer in the file.")
        self.body.addWidget(EmptyState(theme, words, (way,), icon="users"))
        self.setLayout(column(theme, self.body))

    # -- reading -------------------------------------------------------------------------------------

    def reload(self) -> None:
        head = self._read()
        if head is None:
            self._head = None
            self.body.setCurrentIndex(1)
            return
        same = self._head is not None and self._head.id == head.id
        self._head = head
        self.body.setCurrentIndex(0)
        if same and half_typed(self):
            self._show_saved()  # the rest follows as soon as what is being typed is written
            return
        rebuild(self, self._show, self._area)

    def _read(self) -> PersonHead | None:
        if self._id is None:
            return None
        try:
            return self.desk.read(person, self._id)
        except UserError:
            return None

    def _show(self) -> None:
        head = self._head
        if head is None:
            return
        desk, theme = self.desk, self.desk.theme
        clear(self._top)
        clear(self._box)
        self._fields = self._notes = None
        self._header(head)
        if self._tab == "details":
            self._box.addLayout(self._details(head))
        elif self._tab == "dues":
            self._box.addWidget(card(theme, dues_part(desk, head)))
            donations = donations_part(desk, Payer(PayerKind.PERSON, head.id), name="person")
            if donations is not None:
                self._box.addWidget(donations)
        elif self._tab == "visits":
            self._box.addWidget(card(theme, visits_part(desk, head)))
        elif self._tab == "notes":
            self._notes = NotesPart(desk, "person", head.id)
            self._box.addWidget(card(theme, self._notes))
        else:
            letters = letters_part(desk, head.id)
            if letters is not None:
                self._box.addWidget(letters)
            self._box.addWidget(card(theme, history_part(desk, head)))
        self._show_saved()

    def _header(self, head: PersonHead) -> None:
        desk, theme = self.desk, self.desk.theme
        rows = desk.read(member_rows, [head.id], locale=desk.locale, today=desk.file.today)
        member = rows[0] if rows else None
        if head.binned_at is not None and desk.read(is_erased, head.id):
            words = desk.text("Somebody was erased here. Past visits and the books stand on this entry.")
            self._top.addWidget(Banner(theme, words, "home", name="person.erased"))
        elif head.binned_at is not None:
            back = Answer(desk.text("Put back"), self._acts.put_back, name="person.putBack")
            words = desk.text("{person} is in the bin.", person=display_name(head.name))
            self._top.addWidget(Banner(theme, words, "warn", answers=(back,), name="person.binned"))
        name = Label(theme, display_name(head.name, second=True), "name", wrap=True, name="person.name")
        about = Label(theme, self._about(member), "m", wrap=True, name="person.about")
        more = icon_button(theme, desk.text("More"), "ellipsis", self._more, name="person.more")
        words_ = holder(column(theme, name, about, gap=0))
        words_.setMinimumWidth(theme.u(170))  # many buttons beside it break into lines instead
        top = row(theme, avatar(theme, initials(head.name), size=52), words_, gap=14)
        top.setStretch(1, 1)
        top.addWidget(self._buttons(member), 0, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(more)
        self._top.addLayout(top)
        self._top.addWidget(badges(desk, member, head))
        tabs = TabRow(theme, [Chip(code, desk.text(words)) for code, words in TABS], name="person.tabs")
        tabs.choose(self._tab)
        tabs.chosen.connect(self._choose_tab)
        self._top.addWidget(holder(column(theme, tabs, line(), gap=0)))

    def _about(self, member: MemberRow | None) -> str:
        desk = self.desk
        if member is None or not member.number:
            return desk.text("Contact")
        if member.since is None:
            return desk.text("Member no. {number}", number=member.number)
        return desk.text(
            "Member no. {number} · since {since}",
            number=member.number,
            since=desk.locale.rough(member.since),
        )

    def _buttons(self, member: MemberRow | None) -> QWidget:
        desk, theme, acts = self.desk, self.desk.theme, self._acts
        flow = FlowLayout(theme)
        email = plain_button(theme, desk.text("E-mail"), acts.email, icon="at-sign", name="person.email")
        flow.addWidget(email)
        if member is not None and member.is_member:
            flow.addWidget(
                plain_button(theme, desk.text("Payment"), acts.payment, icon="coins", name="person.payment")
            )
            flow.addWidget(
                plain_button(theme, desk.text("Card"), acts.card, icon="id-card", name="person.card")
            )
        sheet = plain_button(theme, desk.text("Data sheet"), acts.sheet, icon="printer", name="person.sheet")
        sheet.setToolTip(desk.text("Print everything we hold about this person"))
        flow.addWidget(sheet)
        box = holder(flow)
        if self.fits > Fit.COMPACT:
            box.setMinimumWidth(flow.sizeHint().width())
        return box

    def _details(self, head: PersonHead) -> QHBoxLayout:
        desk, theme = self.desk, self.desk.theme
        self._fields = PersonFields(desk, head, full=True)
        self._fields.saved.connect(self._show_saved)
        household = HouseholdPart(desk, head)
        household.adding.connect(self._add_mate)
        left = column(
            theme,
            card(theme, Label(theme, desk.text("Contact"), "section"), self._fields, gap=8),
            languages_card(desk, head),
            health_card(desk, head),
            emergency_card(desk, head),
            consents_card(desk, head),
            None,
            gap=14,
        )
        right = column(
            theme,
            card(theme, household),
            MembershipCard(desk, head),
            OfficesCard(desk, head, self._offices),
            gap=14,
        )
        home = household.home()
        if home is not None and home.current:
            right.addWidget(HostingCard(desk, home.id))
        own = own_fields_card(desk, head)
        if own is not None:
            right.addWidget(own)
        if entries := desk.read(entries_of, desk.locale, person=head.id):
            right.addWidget(EntriesCard(desk, head.id, entries))
        if (hours := hours_card(desk, head.id)) is not None:
            right.addWidget(hours)
        right.addWidget(tags_card(desk, head))
        right.addStretch(1)
        across = row(theme, holder(left), holder(right), gap=16)
        across.setStretch(0, 1)
        across.setStretch(1, 1)
        if self.fits <= Fit.COMPACT:
            across.setDirection(across.Direction.TopToBottom)
        return across

    def _show_saved(self) -> None:
        clear(self._foot)
        if self._head is not None:
            bad = self._fields.bad() if self._fields is not None else []
            self._foot.addWidget(SavedLine(self.desk, self._head, bad))

    # -- acts ----------------------------------------------------------------------------------------

    def person_id(self) -> UUID | None:
        """Who is shown."""
        return self._head.id if self._head is not None else None

    def ask(self, what: str) -> bool:
        """Ask a question about the person shown, above everything else on the page."""
        if self._head is None or what not in ASKED:
            return False
        self._end_question()
        question = ASKED[what](self.desk, self._head.id, display_name(self._head.name))
        question.closed.connect(self._end_question)
        question.setMaximumWidth(self.desk.theme.u(640))
        self._question = question
        self._asked.addWidget(question)
        question.begin()
        QTimer.singleShot(0, self, self._show_question)
        return True

    def _show_question(self) -> None:
        if self._question is not None:
            self._area.ensureWidgetVisible(self._question)

    def _end_question(self) -> None:
        question, self._question = self._question, None
        if question is not None:
            self._asked.removeWidget(question)
            question.hide()
            question.deleteLater()

    def _add_mate(self, home: HomeOf) -> None:
        self.desk.go("members", new=True, household=home.id.hex)

    def _more(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("person.moreMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, act in self._acts.ways():
            menu.addAction(words, act)
        sender = self.sender()
        if isinstance(sender, QWidget):
            menu.popup(sender.mapToGlobal(sender.rect().bottomLeft()))

    def _back(self) -> None:
        if not self.desk.act("frame.back"):
            self.desk.go("members")

    def _choose_tab(self, code: str) -> None:
        self.leave()
        self._tab = code
        rebuild(self, self._show, self._area)
        self.moved.emit()

    def _step_tab(self, by: int) -> None:
        codes = [code for code, _ in TABS]
        self._choose_tab(codes[(codes.index(self._tab) + by) % len(codes)])

    def _next_tab(self) -> None:
        self._step_tab(1)

    def _previous_tab(self) -> None:
        self._step_tab(-1)

    def _edit(self) -> None:
        if self._fields is not None:
            next(iter(self._fields.fields.values())).editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def acts(self) -> Mapping[str, Callable[[], object]]:
        acts: dict[str, Callable[[], object]] = {
            "edit": self._edit,
            "print": self._acts.sheet,
            "bin": self._acts.bin,
            "next_tab": self._next_tab,
            "previous_tab": self._previous_tab,
        }
        if self._question is not None:
            acts["add"] = self._question.answer
            acts["escape"] = self._end_question
        else:
            acts["escape"] = self._back
        return acts

    # -- the page ------------------------------------------------------------------------------------

    def heading(self) -> Heading:
        name = display_name(self._head.name) if self._head is not None else ""
        return Heading(name or self.desk.text("Person"), self.desk.text("Everything about one person"))

    def help_page(self) -> str:
        return "members"

    def show_at(self, **where: object) -> None:
        wanted = where.get("id")
        before = self._id
        if isinstance(wanted, str) and wanted:
            with suppress(ValueError):
                self._id = self.desk.read(current_id, UUID(hex=wanted))
        if before != self._id:
            self._end_question()
            self._tab = TABS[0][0]
            self._head = None
            self._area.verticalScrollBar().setValue(0)
        tab = where.get("tab")
        if isinstance(tab, str) and tab in {code for code, _ in TABS}:
            self._tab = tab
        self.reload()
        ask = where.get("ask")
        if isinstance(ask, str):
            self.ask(ask)
        self.headingChanged.emit()

    def where(self) -> dict[str, object]:
        return {"tab": self._tab, **({"id": self._id.hex} if self._id is not None else {})}

    def leave(self) -> None:
        if self._fields is not None:
            self._fields.leave()
        if self._notes is not None:
            self._notes.leave()

    def fit(self, fit: Fit) -> None:
        changed = (fit <= Fit.COMPACT) != (self.fits <= Fit.COMPACT)
        super().fit(fit)
        self._column.setContentsMargins(*side_margins(self.desk.theme, fit))
        # in a small window the way back scrolls with the page, which needs the height
        (self._inner if fit <= Fit.COMPACT else self._column).insertWidget(0, self._back_bar)
        if changed and self._id is not None:
            self.reload()
