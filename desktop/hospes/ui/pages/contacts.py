# SPDX-License-Identifier: GPL-3.0-or-later
"""Contacts: people and organisations in both towns, and who stands opposite whom (design 5.6)."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from hospes.i18n.marks import N_
from hospes.queries import contacts as people
from hospes.queries import organisations
from hospes.queries.filters import EVERYONE, Filter, Side
from hospes.queries.members import Order
from hospes.ui.desk import Answer
from hospes.ui.page import Fit, Heading, NewButton, Page
from hospes.ui.pages.contacts_columns import (
    ORGANISATIONS,
    ORGANISATIONS_SHOWN,
    PEOPLE,
    PEOPLE_SHOWN,
    SMALL_ORGANISATIONS,
    SMALL_PEOPLE,
)
from hospes.ui.pages.contacts_invite import InviteView
from hospes.ui.pages.contacts_match import MatchView
from hospes.ui.pages.contacts_networks import NetworksLink
from hospes.ui.pages.contacts_opposite import OppositeView
from hospes.ui.pages.organisation_form import OrganisationForm
from hospes.ui.pages.organisation_pane import OrganisationPane
from hospes.ui.pages.person_pane import PersonPane
from hospes.ui.table import ListTable
from hospes.ui.widgets.boxes import Box, FlowLayout, column, holder, line, row
from hospes.ui.widgets.buttons import link_button
from hospes.ui.widgets.chips import Chip, ChipRow
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.list_body import ListBody, find_field
from hospes.ui.widgets.notices import EmptyState, SidePane, back_bar
from hospes.ui.widgets.tall import Tall

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hospes.ui.desk import Desk

VIEWS = (
    ("people", N_("People")),
    ("organisations", N_("Organisations")),
    ("opposite", N_("Who stands opposite whom")),
    ("match", N_("Find a partner")),
    ("invite", N_("Invitation list")),
)
PAPERS = {"opposite": "opposites", "invite": "invitation-list"}
"""What a view prints; the others print the directory."""
WIDE_VIEWS = frozenset({"opposite", "match", "invite"})
"""Views that take the whole width until somebody is chosen in them."""
LIST_LEAST = 120
"""How high the list is at least, in units: the page scrolls in a lower window."""
SIDES = (("", N_("Both towns")), (Side.OURS.value, N_("Our town")), (Side.THEIRS.value, N_("Partner town")))
SECTORS = (
    ("", N_("Every kind")),
    ("politics", N_("Politics")),
    ("administration", N_("Administration")),
    ("civil", N_("Associations")),
    ("economy", N_("Business")),
    ("education", N_("Schools")),
)


class ContactsPage(Page):
    """Three views of the same people and organisations, with the chosen one beside them."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {
            "person", "organisation", "organisation_text", "office", "address", "contact_point", "territory",
            "household", "household_member", "membership", "person_language", "tag_link", "note", "consent",
            "partnership", "setting", "actor_fact", "event", "visit", "courtesy",
        }
    )  # fmt: skip
    SHOTS: ClassVar[tuple[Mapping[str, object], ...]] = (
        {},
        {"view": "organisations"},
        {"view": "opposite"},
        {"view": "match", "kind": "choir"},
        {"view": "invite", "sectors": ["politics", "administration"]},
        {"view": "organisations", "new": True},
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self._view = "people"
        self.views = ChipRow(theme, desk.text("Show"), name="contacts.views")
        self.views.set_chips([Chip(code, desk.text(words)) for code, words in VIEWS], self._view)
        self.views.chosen.connect(self._choose_view)
        self.side_box = self._choice(SIDES, "contacts.side", desk.text("Side"))
        self.sector_box = self._choice(SECTORS, "contacts.sector", desk.text("Kind"))
        self.words = find_field(
            theme, desk.text("Find in this list"), "contacts.words", self._narrowed, width=200
        )
        self.people = ListTable(
            desk,
            "contacts",
            PEOPLE,
            shown=PEOPLE_SHOWN,
            sort="name",
            name="contacts.table",
            label=desk.text("People"),
        )
        self.organisations = ListTable(
            desk,
            "organisations",
            ORGANISATIONS,
            shown=ORGANISATIONS_SHOWN,
            name="contacts.organisations",
            label=desk.text("Organisations"),
        )
        self.opposite = OppositeView(desk)
        self.match = MatchView(desk)
        self.invite = InviteView(desk)
        self.body = QStackedWidget()
        self.body.setMinimumHeight(theme.u(LIST_LEAST))
        self._lists = (ListBody(self.people), ListBody(self.organisations))
        for widget in (*self._lists, self.opposite, self.match, self.invite):
            self.body.addWidget(widget)
        self.count = Label(theme, "", "m", name="contacts.count")
        self.print_link = link_button(
            theme, desk.text("Print this list"), self._print, icon="printer", name="contacts.print"
        )
        self.networks = NetworksLink(desk)
        foot = row(theme, self.count, None, self.networks, self.print_link, margins=(16, 6, 12, 8))
        box = Box(theme, "card", self.body, line(), foot, gap=0, margins=(1, 1, 1, 1))
        tools = holder(FlowLayout(theme, self.side_box, self.sector_box, self.words))
        self.list_side = holder(column(theme, self.views, tools, box, gap=10, margins=(22, 0, 16, 14)))
        self.person_pane = PersonPane(desk)
        self.organisation_pane = OrganisationPane(desk)
        self.form = OrganisationForm(desk)
        self._shown_organisation = False
        self.pane_stack = QStackedWidget()
        for pane in (self.person_pane, self.organisation_pane, self.form):
            self.pane_stack.addWidget(pane)
        self.back = back_bar(theme, desk.text("Back to the list"), self._to_list, "contacts.back")
        self.back.hide()
        self.side = SidePane(
            theme, holder(column(theme, self.back, self.pane_stack, gap=0)), name="contacts.pane"
        )
        self._across = row(theme, self.list_side, self.side, gap=0)
        self._across.setStretchFactor(self.list_side, 1)
        self.tall = Tall(holder(self._across), self._least, "contacts.scroll")
        self.setLayout(column(theme, self.tall, gap=0))
        self._connect()

    def _connect(self) -> None:
        self.people.chosen.connect(self._people_chosen)
        self.people.opened.connect(self._open_person)
        self.people.sorted.connect(self._sorted)
        self.people.binned.connect(self._bin_people)
        self.organisations.chosen.connect(self._organisation_chosen)
        self.organisations.binned.connect(self._bin_organisations)
        self.opposite.chosen.connect(self._show_organisation)
        self.opposite.wanted.connect(self._new_like)
        self.opposite.sought.connect(self._find_like)
        self.match.opened.connect(self._show_organisation)
        self.match.counted.connect(self._count_found)
        self.invite.picked.connect(self._show_person)
        self.invite.counted.connect(self._count_invited)
        self.person_pane.opened.connect(self._open_person)
        self.person_pane.added.connect(self._person_added)
        self.form.added.connect(self._organisation_added)
        self.form.cancelled.connect(self._form_closed)
        self.person_pane.closed.connect(self._fold)
        self.pane_stack.currentChanged.connect(self._fold)

    def _choice(self, options: Sequence[tuple[str, str]], name: str, words: str) -> Choice:
        box = Choice(self.desk.theme, [(code, self.desk.text(text)) for code, text in options], name=name)
        box.setAccessibleName(words)
        box.picked.connect(self._narrowed)
        return box

    # -- reading -------------------------------------------------------------------------------------

    def filter(self) -> Filter:
        """What the boxes above the list say."""
        wanted = EVERYONE.searching(self.words.text())
        if self.side_box.code():
            wanted = wanted.having("side", self.side_box.code())
        if self.sector_box.code():
            wanted = wanted.having("sector", self.sector_box.code())
        return wanted

    def _show_or_say(self, body: ListBody, *, filled: bool) -> None:
        """The list, or what is said while nothing stands in it."""
        desk = self.desk
        if filled:
            body.show_list()
        elif self.words.text() or self.side_box.code() or self.sector_box.code():
            way = Answer(desk.text("Show all"), self._show_all, main=True, name="contacts.all")
            words = desk.text("Nothing here is like that.")
            body.show_empty(EmptyState(desk.theme, words, (way,), icon="search"))
        else:
            words = desk.text("Town hall, schools, clubs, shops: people you need for a visit.")
            way = Answer(self._new_words(), self._new, main=True, name="contacts.empty.new")
            body.show_empty(EmptyState(desk.theme, words, (way,), icon="contact"))

    def _show_all(self) -> None:
        self.side_box.choose("")
        self.sector_box.choose("")
        self.words.clear()
        self.reload()

    def reload(self) -> None:
        desk, locale, today = self.desk, self.desk.locale, self.desk.file.today
        self.body.setCurrentIndex([code for code, _ in VIEWS].index(self._view))
        tools = self._view in ("people", "organisations")
        for widget in (self.side_box, self.sector_box, self.words):
            widget.setVisible(tools)
        self.print_link.setVisible(self._view != "match")
        self.networks.offer(self._view == "organisations")
        if self._view == "people":
            order = Order(self.people.sort_key() or "name", self.people.descending())
            ids = desk.read(people.contact_ids, self.filter(), order, locale=locale, today=today)
            self.people.set_rows(ids, self._fetch_people)
            self._show_or_say(self._lists[0], filled=bool(ids))
            self.count.setText(desk.ntext("{n} person", "{n} people", len(ids)))
            self.person_pane.reload()
        elif self._view == "organisations":
            ids = desk.read(organisations.organisation_ids, self.filter(), locale=locale, today=today)
            self.organisations.set_rows(ids, self._fetch_organisations)
            self._show_or_say(self._lists[1], filled=bool(ids))
            self.count.setText(desk.ntext("{n} organisation", "{n} organisations", len(ids)))
        elif self._view == "match":
            self.match.reload()
        elif self._view == "invite":
            self.invite.reload()
            self.person_pane.reload()
        else:
            gaps = self.opposite.reload()
            words = desk.ntext("{n} gap", "{n} gaps", gaps) if gaps else desk.text("Everybody has a partner.")
            self.count.setText(words)
        self.organisation_pane.reload()

    def _count_found(self) -> None:
        n = len(self.match.found)
        self.count.setText(self.desk.ntext("{n} fits", "{n} fit", n) if self.match.sought else "")

    def _count_invited(self) -> None:
        n = len(self.invite.people)
        self.count.setText(self.desk.ntext("{n} person", "{n} people", n))

    def _fetch_people(self, ids: Sequence[UUID]) -> Sequence[people.ContactRow | None]:
        rows = self.desk.read(people.contact_rows, ids, locale=self.desk.locale, today=self.desk.file.today)
        by_id = {one.id: one for one in rows}
        return [by_id.get(one) for one in ids]

    def _fetch_organisations(self, ids: Sequence[UUID]) -> Sequence[organisations.OrganisationRow | None]:
        rows = self.desk.read(
            organisations.organisation_rows, ids, locale=self.desk.locale, today=self.desk.file.today
        )
        by_id = {one.id: one for one in rows}
        return [by_id.get(one) for one in ids]

    def _narrowed(self, *_: object) -> None:
        self.reload()

    def _sorted(self, _key: str, _down: bool) -> None:
        self.reload()

    # -- choosing ------------------------------------------------------------------------------------

    def _choose_view(self, code: str) -> None:
        self._view = code
        self.views.choose(code)
        if code in WIDE_VIEWS:
            self._shown_organisation = False
            self.organisation_pane.show_organisation(None)
        people = code in ("people", "invite")
        self.pane_stack.setCurrentWidget(self.person_pane if people else self.organisation_pane)
        self._fold()
        self.reload()
        self.moved.emit()
        self.headingChanged.emit()

    def _people_chosen(self, ids: list[UUID]) -> None:
        self.pane_stack.setCurrentWidget(self.person_pane)
        self.person_pane.show_people(ids)
        self._fold()

    def _open_person(self, person_id: UUID) -> None:
        self.desk.go("person", id=person_id.hex)

    def _person_added(self, person_id: UUID) -> None:
        self.reload()
        self.people.choose(person_id)

    def _organisation_chosen(self, ids: list[UUID]) -> None:
        if self.pane_stack.currentWidget() is not self.form:
            self.pane_stack.setCurrentWidget(self.organisation_pane)
        self.organisation_pane.show_organisation(ids[0] if ids else None)
        self._shown_organisation = bool(ids)
        self._fold()

    def _show_organisation(self, organisation_id: UUID) -> None:
        self.pane_stack.setCurrentWidget(self.organisation_pane)
        self.organisation_pane.show_organisation(organisation_id)
        self._shown_organisation = True
        self._fold()

    def _show_person(self, person_id: UUID) -> None:
        self.pane_stack.setCurrentWidget(self.person_pane)
        self.person_pane.show_people([person_id])
        self._fold()

    def _find_like(self, kind: str) -> None:
        """A gap opposite was pressed: look for somebody who could fill it."""
        self.match.show_at(kind)
        self._choose_view("match")

    def _new_like(self, kind: str, territory_id: str) -> None:
        """A gap opposite was pressed: begin the organisation that is missing there."""
        self.pane_stack.setCurrentWidget(self.form)
        self.form.begin(kind, territory_id)

    def _organisation_added(self, organisation_id: UUID) -> None:
        self._choose_view("organisations")
        self.organisations.choose(organisation_id)
        self._show_organisation(organisation_id)
        self._keyboard_to_list()

    def _form_closed(self) -> None:
        self.pane_stack.setCurrentWidget(self.organisation_pane)
        self._keyboard_to_list()

    def _keyboard_to_list(self) -> None:
        """The form that had the keyboard is gone; else it falls to the head of the rail."""
        if self.organisations.isVisible():
            self.organisations.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bin_people(self, ids: list[UUID]) -> None:
        self._bin("person", ids, self.person_pane.name_of(ids[0]) if ids else "")

    def _bin_organisations(self, ids: list[UUID]) -> None:
        self._bin("organisation", ids, self.organisation_pane.name())

    def _bin(self, table: str, ids: list[UUID], name: str) -> None:
        from hospes.actions.bin import PutInBin

        if not ids:
            return
        said = self.desk.text("{person} is in the bin.", person=name)
        if len(ids) > 1:
            said = self.desk.ntext("{n} entry is in the bin.", "{n} entries are in the bin.", len(ids))
        self.desk.run(PutInBin(table, tuple(ids)), said=said)

    # -- acts ----------------------------------------------------------------------------------------

    def heading(self) -> Heading:
        desk = self.desk
        return Heading(
            desk.text("Contacts"),
            desk.text("People and organisations you need in both towns"),
            NewButton(self._new_words(), "plus", "contacts.new"),
        )

    def _new_words(self) -> str:
        people = self._view in ("people", "invite")
        return self.desk.text("New contact") if people else self.desk.text("New organisation")

    def acts(self) -> Mapping[str, Callable[[], object]]:
        table = self.people if self._view == "people" else self.organisations
        return {
            "new": self._new,
            "find": self._find,
            "print": self._print,
            "columns": table.choose_columns,
            "add": self.form.add if self.pane_stack.currentWidget() is self.form else self.person_pane.add,
            "next_tab": self.person_pane.next_tab,
            "previous_tab": self.person_pane.previous_tab,
        }

    def _find(self) -> None:
        self.words.setFocus()
        self.words.selectAll()

    def _new(self) -> None:
        if self._view in ("people", "invite"):
            self.pane_stack.setCurrentWidget(self.person_pane)
            self.person_pane.begin_new(member=False)
            self._fold()
        else:
            self.pane_stack.setCurrentWidget(self.form)
            self.form.begin()

    def _print(self) -> None:
        more: dict[str, object] = {}
        if self._view == "opposite":
            more = self.opposite.print_where()
        elif self._view == "invite":
            more = self.invite.print_where()
        self.desk.go("print", paper=PAPERS.get(self._view, "contact-directory"), **more)

    # -- the page ------------------------------------------------------------------------------------

    def show_at(self, **where: object) -> None:
        view = where.get("view")
        if view == "match":
            self.match.show_at(where.get("kind"), where.get("field"), where.get("interest"))
        elif view == "opposite":
            self.opposite.show_at(where.get("town"), where.get("year"))
        elif view == "invite":
            sectors = where.get("sectors")
            wanted = [str(one) for one in sectors] if isinstance(sectors, (list, tuple)) else []
            self.invite.show_at(str(where.get("target") or ""), wanted)
        if isinstance(view, str) and view in {code for code, _ in VIEWS}:
            self._choose_view(view)
        chosen = where.get("id")
        if isinstance(chosen, str) and chosen:
            with suppress(ValueError):
                self._choose(UUID(hex=chosen))
        if where.get("new"):
            self._new()

    def _choose(self, wanted: UUID) -> None:
        if self._view == "people" and self.people.choose(wanted):
            return
        if self.organisations.rows.place_of(wanted) < 0:
            self._choose_view("organisations")
        if self.organisations.choose(wanted):
            self._show_organisation(wanted)

    def where(self) -> dict[str, object]:
        table = self.people if self._view == "people" else self.organisations
        current = table.current_id()
        for code, part in (("opposite", self.opposite), ("match", self.match), ("invite", self.invite)):
            if code == self._view:
                return {"view": code, **part.where()}
        return {"view": self._view, **({"id": current.hex} if isinstance(current, UUID) else {})}

    def leave(self) -> None:
        self.person_pane.leave()

    def fit(self, fit: Fit) -> None:
        super().fit(fit)
        small = fit <= Fit.COMPACT
        self.views.set_compact(small)
        self.people.fit_columns(SMALL_PEOPLE if small else None)
        self.organisations.fit_columns(SMALL_ORGANISATIONS if small else None)
        self._fold()
        self.tall.settle()

    def _least(self) -> int:
        """How high the page is at least; what covers the list scrolls by itself."""
        return 0 if self.list_side.isHidden() else self.tall.natural()

    def _fold(self, *_: object) -> None:
        """Where there is little room the pane is there only while it shows something; then it may cover."""
        shown = self.pane_stack.currentWidget()
        if shown is self.person_pane:
            table = self.invite.table if self._view == "invite" else self.people
            busy = self.person_pane.is_new() or bool(table.chosen_ids())
        else:
            busy = shown is self.form or self._shown_organisation
        narrow = self.fits is Fit.NARROW
        small = self.fits <= Fit.COMPACT or self._view in WIDE_VIEWS
        self.side.set_folded(small and not busy)
        self.list_side.setVisible(not (narrow and busy))
        self.back.setVisible(narrow and busy)
        if narrow:
            self.side.take_room()
        else:
            self.side.set_width({Fit.COMPACT: 360, Fit.WIDE: 520}.get(self.fits, 456))

    def _to_list(self) -> None:
        self.leave()
        self._shown_organisation = False
        self.pane_stack.setCurrentWidget(self.organisation_pane)
        for table in (self.people, self.organisations, self.invite.table):
            table.clearSelection()
        self._choose_view(self._view)
        self._fold()

    def first_focus(self) -> QWidget | None:
        return self.people if self._view == "people" else self.organisations
