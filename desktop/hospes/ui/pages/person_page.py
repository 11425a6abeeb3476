# SPDX-License-Identifier: GPL-3.0-or-later
"""One person in full: two columns, and tabs for dues, visits, notes and history (design 5.4)."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QWidget

from hospes.domain.errors import UserError
from hospes.domain.names import display_name, initials
from hospes.i18n.marks import N_
from hospes.queries.members import member_rows
from hospes.queries.people import PersonHead, current_id, person
from hospes.ui.page import Fit, Heading, Page
from hospes.ui.pages.person_acts import PersonActs
from hospes.ui.pages.person_facts import consents_card, emergency_card, health_card, languages_card, tags_card
from hospes.ui.pages.person_fields import PersonFields
from hospes.ui.pages.person_membership import MembershipCard, offices_card
from hospes.ui.pages.person_parts import (
    HouseholdPart,
    NotesPart,
    badges,
    dues_part,
    history_part,
    visits_part,
)
from hospes.ui.widgets.boxes import card, clear, column, holder, row, scrolled
from hospes.ui.widgets.buttons import icon_button
from hospes.ui.widgets.chips import Chip, TabRow
from hospes.ui.widgets.labels import Label, StateWord, avatar
from hospes.ui.widgets.notices import EmptyState, back_bar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hospes.ui.desk import Desk

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

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self._id: UUID | None = None
        self._head: PersonHead | None = None
        self._tab = TABS[0][0]
        self._fields: PersonFields | None = None
        self._notes: NotesPart | None = None
        self._acts = PersonActs(desk, self)
        self._top = column(theme, gap=8)
        self._box = column(theme, gap=14)
        self.saved = StateWord(theme, desk.text("All changes saved"), "ok")
        self.saved.setObjectName("person.saved")
        one = holder(
            column(
                theme,
                back_bar(theme, desk.text("Back to the list"), self._back, "person.back"),
                self._top,
                scrolled(holder(column(theme, self._box, None)), "person.page"),
                gap=8,
                margins=(22, 0, 18, 12),
            )
        )
        self.body = QStackedWidget()
        self.body.addWidget(one)
        self.body.addWidget(
            EmptyState(theme, desk.text("This entry is no longer in the file."), icon="users")
        )
        self.setLayout(column(theme, self.body))

    # -- reading -------------------------------------------------------------------------------------

    def reload(self) -> None:
        if self._id is None:
            self.body.setCurrentIndex(1)
            return
        focus = self.focusWidget()
        if self._fields is not None and focus in self._fields.findChildren(QWidget) and focus.hasFocus():
            self._show_saved()
            return
        try:
            self._head = self.desk.read(person, self._id)
        except UserError:
            self._head = None
            self.body.setCurrentIndex(1)
            return
        self.body.setCurrentIndex(0)
        self._show(self._head)

    def _show(self, head: PersonHead) -> None:
        desk, theme = self.desk, self.desk.theme
        rows = desk.read(member_rows, [head.id], locale=desk.locale, today=desk.file.today)
        member = rows[0] if rows else None
        clear(self._top)
        clear(self._box)
        self._fields = self._notes = None
        name = Label(theme, display_name(head.name, second=True), "name", wrap=True, name="person.name")
        more = icon_button(theme, desk.text("More"), "ellipsis", self._more, name="person.more")
        top = row(theme, avatar(theme, initials(head.name), size=48), name, self.saved, more, gap=14)
        top.setStretch(1, 1)
        self._top.addLayout(top)
        self._top.addWidget(badges(desk, member, head))
        tabs = TabRow(theme, [Chip(code, desk.text(words)) for code, words in TABS], name="person.tabs")
        tabs.choose(self._tab)
        tabs.chosen.connect(self._choose_tab)
        self._top.addWidget(tabs)
        if self._tab == "details":
            self._box.addLayout(self._details(head))
        elif self._tab == "dues":
            self._box.addWidget(card(theme, dues_part(desk, head)))
        elif self._tab == "visits":
            self._box.addWidget(card(theme, visits_part(desk, head)))
        elif self._tab == "notes":
            self._notes = NotesPart(desk, "person", head.id)
            self._box.addWidget(card(theme, self._notes))
        else:
            self._box.addWidget(card(theme, history_part(desk, head)))
        self._show_saved()

    def _details(self, head: PersonHead) -> QHBoxLayout:
        desk, theme = self.desk, self.desk.theme
        self._fields = PersonFields(desk, head, full=True)
        self._fields.saved.connect(self._show_saved)
        left = column(
            theme,
            card(theme, Label(theme, desk.text("Contact"), "section"), self._fields, gap=8),
            languages_card(desk, head),
            emergency_card(desk, head),
            None,
            gap=14,
        )
        right = column(
            theme,
            card(theme, HouseholdPart(desk, head)),
            MembershipCard(desk, head),
            offices_card(desk, head),
            consents_card(desk, head),
            tags_card(desk, head),
            health_card(desk, head),
            None,
            gap=14,
        )
        across = row(theme, holder(left), holder(right), gap=16)
        across.setStretch(0, 1)
        across.setStretch(1, 1)
        if self.fits <= Fit.COMPACT:
            across.setDirection(across.Direction.TopToBottom)
        return across

    def _show_saved(self) -> None:
        bad = self._fields.bad() if self._fields is not None else []
        if bad:
            words = self.desk.text("Saved, except {fields}", fields=self.desk.locale.listing(bad))
            self.saved.set_state(words, "warn", "pencil")
        else:
            self.saved.set_state(self.desk.text("All changes saved"), "ok")

    # -- acts ----------------------------------------------------------------------------------------

    def person_id(self) -> UUID | None:
        """Who is shown."""
        return self._head.id if self._head is not None else None

    def ask(self, what: str) -> bool:
        """Ask a question about the person shown."""
        return False

    def _more(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("person.moreMenu")
        for words, act in self._acts.ways():
            menu.addAction(words, act)
        sender = self.sender()
        if isinstance(sender, QWidget):
            menu.exec(sender.mapToGlobal(sender.rect().bottomLeft()))

    def _back(self) -> None:
        if not self.desk.act("frame.back"):
            self.desk.go("members")

    def _choose_tab(self, code: str) -> None:
        self.leave()
        self._tab = code
        self.reload()
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
            next(iter(self._fields.fields.values())).editor.setFocus()

    def acts(self) -> Mapping[str, Callable[[], object]]:
        return {
            "edit": self._edit,
            "print": self._acts.sheet,
            "bin": self._acts.bin,
            "next_tab": self._next_tab,
            "previous_tab": self._previous_tab,
        }

    # -- the page ------------------------------------------------------------------------------------

    def heading(self) -> Heading:
        name = display_name(self._head.name) if self._head is not None else ""
        return Heading(name or self.desk.text("Person"), self.desk.text("Everything about one person"))

    def help_page(self) -> str:
        return "members"

    def show_at(self, **where: object) -> None:
        wanted = where.get("id")
        if isinstance(wanted, str) and wanted:
            with suppress(ValueError):
                self._id = self.desk.read(current_id, UUID(hex=wanted))
        tab = where.get("tab")
        if isinstance(tab, str) and tab in {code for code, _ in TABS}:
            self._tab = tab
        self.reload()
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
        if changed and self._id is not None:
            self.reload()
