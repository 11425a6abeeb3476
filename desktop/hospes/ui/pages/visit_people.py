# SPDX-License-Identifier: GPL-3.0-or-later
"""The people of a visit: list with the chosen one beside it, roll call, places and draw (design 5.8)."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from hospes.domain.names import display_name
from hospes.queries.participants import VisitPeople, incomplete_people, visit_people
from hospes.queries.participants_order import chosen, counts, ordered
from hospes.ui.page import Fit
from hospes.ui.pages.visit_people_bits import ALWAYS, CHIPS, PersonBar, nobody_here, nobody_yet
from hospes.ui.pages.visit_people_columns import BESIDE, COMPACT, NARROW, SHOWN, fitted
from hospes.ui.pages.visit_people_fields import firm
from hospes.ui.pages.visit_people_pane import PeoplePane
from hospes.ui.pages.visit_tab import TabMark, VisitTab
from hospes.ui.table import ListTable
from hospes.ui.widgets.boxes import Box, FlowLayout, column, holder, line, row
from hospes.ui.widgets.buttons import Button, link_button, main_button, plain_button
from hospes.ui.widgets.chips import Chip, ChipRow
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.list_body import ListBody, find_field
from hospes.ui.widgets.notices import EmptyState, SidePane, back_bar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtCore import QPoint

    from hospes.queries.participants import ParticipantRow
    from hospes.ui.desk import Desk
    from hospes.ui.pages.visit_people_draw import PlacesView
    from hospes.ui.pages.visit_people_roll import RollView

LIST = 0


class PeopleTab(VisitTab):
    """Everybody who has to do with a visit."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {
            "participation", "stay_wish", "stay_link", "travel_group", "visit_check", "leader_check",
            "presence", "place_draw", "person", "guardian", "emergency_contact", "health_note", "consent",
            "placement", "host_offer", "household_member", "person_language", "delegation", "visit",
            "contact_point", "address", "passenger", "payment", "visit_price", "visit_share",
        }
    )  # fmt: skip
    SHOTS: ClassVar[tuple[Mapping[str, object], ...]] = (
        {},
        {"find": "Dubois", "first": True},
        {"find": "Dubois", "first": True, "part": "stay"},
        {"find": "Girard", "first": True, "part": "care"},
        {"view": "roll"},
        {"view": "places"},
        {"new": True},
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme, text = desk.theme, desk.text
        self._chip = ""
        self._people: VisitPeople | None = None
        self._rows: dict[UUID, ParticipantRow] = {}
        self._folded = False
        self._covering = False
        self.chips = ChipRow(theme, text("Show"), name="visit.people.chips")
        self.chips.chosen.connect(self._choose_chip)
        self.words = find_field(theme, text("Find in this list"), "visit.people.words", self._narrowed)
        add = main_button(
            theme, text("Add people"), self.add_people, icon="user-plus", name="visit.people.add"
        )
        words = text("Roll call")
        roll = plain_button(theme, words, self.show_roll, icon="list-checks", name="visit.people.roll")
        places = plain_button(
            theme, text("Places and draw"), self.show_places, icon="scroll-text", name="visit.people.places"
        )
        self.tools = firm(holder(FlowLayout(theme, self.words, add, roll, places)))
        self.table = self._make_table()
        self.body = ListBody(self.table)
        self.count = Label(theme, "", "m", name="visit.people.count")
        self.print_link = link_button(
            theme, text("Print this list"), self._print, icon="printer", name="visit.people.print"
        )
        self._foot = holder(row(theme, self.count, None, self.print_link, margins=(16, 6, 12, 8)))
        self.bar = PersonBar(desk, self._cover)
        box = Box(theme, "card", self.body, line(), self._foot, gap=0, margins=(1, 1, 1, 1))
        self._head = column(theme, self.chips, self.tools, gap=10)
        inner = column(theme, self._head, box, self.bar, gap=10, margins=(0, 10, 0, 0))
        inner.setStretch(1, 1)
        self.list_side = holder(inner)
        self.pane = PeoplePane(desk)
        self.pane.closed.connect(self._pane_closed)
        self.pane.added.connect(self._added)
        self.pane.went.connect(self._went)
        self.back = back_bar(theme, text("Back to the list"), self._uncover, "visit.people.back")
        self.side = SidePane(
            theme, holder(column(theme, self.back, self.pane, gap=0)), name="visit.people.pane"
        )
        across = row(theme, self.list_side, self.side, gap=14)
        across.setStretch(0, 1)
        self.views = QStackedWidget()
        self.views.addWidget(holder(across))
        self.roll: RollView | None = None
        self.places: PlacesView | None = None
        self.setLayout(column(theme, self.views, gap=0))
        self._arrange()

    def _make_table(self) -> ListTable:
        desk = self.desk
        table = ListTable(
            desk,
            "visit-people",
            fitted(desk.theme, desk.locale, desk.file.today),
            shown=SHOWN,
            sort="name",
            name="visit.people.table",
            label=desk.text("People of the visit"),
        )
        table.chosen.connect(self._chosen)
        table.opened.connect(self._opened)
        table.binned.connect(self._take_off)
        table.sorted.connect(self._sorted)
        table.menuWanted.connect(self._menu)
        return table

    @classmethod
    def tab_mark(cls, desk: Desk, visit_id: UUID) -> TabMark:
        """How many people still lack a paper or somebody who answers for them."""
        n = desk.read(incomplete_people, visit_id, locale=desk.locale, today=desk.file.today)
        words = desk.ntext("{n} person lacks papers", "{n} people lack papers", n) if n else ""
        return TabMark(n, words=words)

    # -- reading -------------------------------------------------------------------------------------

    def show_visit(self, visit_id: UUID) -> None:
        super().show_visit(visit_id)
        self._people = None
        self._chip = ""
        self.table.clearSelection()
        self.pane.show_nobody()
        self._covering = False
        self.views.setCurrentIndex(LIST)

    def reload(self) -> None:
        desk = self.desk
        self._people = people = desk.read(visit_people, self.visit, locale=desk.locale, today=desk.file.today)
        self._rows = {one.person_id: one for one in people.rows}
        self._fill()
        self.pane.set_people(people)
        if self.roll is not None and self._view() == "roll":
            self.roll.show_people(people)
        if self.places is not None and self._view() == "places":
            self.places.show_visit(self.visit)
        self._arrange()

    def _fill(self) -> None:
        desk, people = self.desk, self._people
        if people is None:
            return
        today = desk.file.today
        numbers = counts(people.rows, today)
        if not self._chip:
            # Whoever plans looks at the guests; before anybody is registered, at everybody.
            self._chip = "guests" if numbers["guests"] else "all"
        rows = chosen(people.rows, self._chip, today, self.words.text())
        by = self.table.sort_key() or "name"
        rows = ordered(rows, by, desk.locale, descending=self.table.descending(), today=today)
        self.table.set_rows([one.person_id for one in rows], self._fetch)
        number = desk.locale.number
        chips = [
            Chip(code, desk.text(words), number(numbers[code]))
            for code, words in CHIPS
            if numbers[code] or code in ALWAYS or code == self._chip
        ]
        self.chips.set_chips(chips, self._chip)
        self.count.setText(desk.ntext("{n} person", "{n} people", len(rows)))
        self._show_empty(not rows)

    def _fetch(self, ids: Sequence[UUID]) -> Sequence[ParticipantRow | None]:
        return [self._rows.get(one) for one in ids]

    def _show_empty(self, empty: bool) -> None:
        if not empty:
            self.body.show_list()
            return
        nothing = self._empty_state()
        self.body.show_empty(nothing)

    def _empty_state(self) -> EmptyState:
        if self._people is not None and not self._people.rows:
            return nobody_yet(self.desk, self.add_people, self._bring_in)
        return nobody_here(self.desk, self.words.text().strip(), self._show_everyone)

    # -- choosing ------------------------------------------------------------------------------------

    def _choose_chip(self, code: str) -> None:
        self._chip = code
        self.moved.emit()
        self._fill()

    def _narrowed(self, _words: str) -> None:
        self._fill()

    def _sorted(self, _key: str, _down: bool) -> None:
        self._fill()

    def _show_everyone(self) -> None:
        """Everybody; who was looked for in vain under one chip is shown under the one they stand behind."""
        rows = self._people.rows if self._people is not None else ()
        today, words = self.desk.file.today, self.words.text()
        self._chip = next((one for one in ("all", "gone") if chosen(rows, one, today, words)), "all")
        if not chosen(rows, self._chip, today, words):
            self.words.clear()
        self._fill()

    def _chosen(self, ids: list[UUID]) -> None:
        if self.pane.is_adding() and not ids:
            return
        self.pane.show_chosen(ids)
        self._arrange()
        self.headingChanged.emit()
        QTimer.singleShot(0, self, self._keep_in_view)

    def _keep_in_view(self) -> None:
        index = self.table.currentIndex()
        if index.isValid() and self.table.chosen_ids():
            self.table.scrollTo(index)

    def _opened(self, person_id: UUID) -> None:
        if self.fits <= Fit.COMPACT:
            self.pane.show_chosen([person_id])
            self._cover()
        else:
            self._folded = False
            self._arrange()
            self.pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def _went(self, person_id: UUID) -> None:
        """A name in the pane was pressed: show that person."""
        if self.table.rows.place_of(person_id) < 0:
            self.words.clear()
            row_ = self._rows.get(person_id)
            self._chip = "gone" if row_ is not None and row_.gone else "all"
            self._fill()
        self.table.choose(person_id)

    def _pane_closed(self) -> None:
        self._covering = False
        self.pane.show_chosen(self.table.chosen_ids())
        self._arrange()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _added(self, ids: list[UUID]) -> None:
        self._covering = False
        self.words.clear()
        self._chip = "all"
        self.reload()
        if ids:
            self.table.choose(ids[0])
        self._arrange()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _menu(self, where: QPoint) -> None:
        menu = QMenu(self)
        for words, act in self.pane.ways():
            menu.addAction(words, act)
        if menu.actions():
            menu.exec(where)

    def _take_off(self, ids: list[UUID]) -> None:
        self.pane.take_off(ids)

    # -- views ---------------------------------------------------------------------------------------

    def add_people(self) -> None:
        """Begin to add people."""
        self.show_list()
        self._folded = False
        self.pane.begin_adding()
        self._cover()

    def show_list(self) -> None:
        """Back to the list from roll call or places."""
        self.views.setCurrentIndex(LIST)
        self.headingChanged.emit()

    def show_roll(self) -> None:
        """Tick who is here."""
        from hospes.ui.pages.visit_people_roll import RollView

        if self.roll is None:
            self.roll = RollView(self.desk)
            self.roll.closed.connect(self.show_list)
            self.views.addWidget(self.roll)
            self.roll.fit(self.fits)
        if self._people is not None:
            self.roll.show_people(self._people)
        self.views.setCurrentWidget(self.roll)
        self.roll.begin()
        self.moved.emit()
        self.headingChanged.emit()

    def show_places(self) -> None:
        """Waiting list and draw."""
        from hospes.ui.pages.visit_people_draw import PlacesView

        if self.places is None:
            self.places = PlacesView(self.desk)
            self.places.closed.connect(self.show_list)
            self.views.addWidget(self.places)
            self.places.fit(self.fits)
        self.places.show_visit(self.visit)
        self.views.setCurrentWidget(self.places)
        self.moved.emit()
        self.headingChanged.emit()

    # -- acts ----------------------------------------------------------------------------------------

    def acts(self) -> Mapping[str, Callable[[], object]]:
        if self._view() != "list":
            return {"escape": self.show_list, "print": self._print, "new": self.add_people}
        acts: dict[str, Callable[[], object]] = {
            "new": self.add_people,
            "find": self._find,
            "print": self._print,
            "columns": self.table.choose_columns,
            "fold": self._fold,
            "add": self.pane.add,
        }
        if self.pane.is_adding() or self._covering:
            acts["escape"] = self._escape
        if self.table.chosen_ids():
            acts["bin"] = self._take_off_chosen
        return acts

    def _take_off_chosen(self) -> None:
        self._take_off(self.table.chosen_ids())

    def _escape(self) -> None:
        if self.pane.is_adding():
            self.pane.end_adding()
        else:
            self._uncover()

    def _find(self) -> None:
        self.words.setFocus()
        self.words.selectAll()

    def _print(self) -> None:
        """The list to sign: of those marked, else of those shown; all guests by name are the whole list."""
        marked = set(self.table.chosen_ids())
        shown = list(self.table.rows.ids())
        people = [one for one in shown if one in marked] if len(marked) > 1 else shown
        by_name = (self.table.sort_key() or "name") == "name" and not self.table.descending()
        rows = self._people.rows if self._people is not None else ()
        whole = {one.person_id for one in chosen(rows, "guests", self.desk.file.today) if one.travels}
        if not people or (by_name and set(people) == whole):
            self.desk.go("print", paper="participants-list", visit=self.visit.hex)
            return
        self.desk.go(
            "print",
            paper="participants-list",
            visit=self.visit.hex,
            people=[one.hex for one in people],
        )

    def _bring_in(self) -> None:
        self.desk.go("import", kind="guests", visit=self.visit.hex)

    def _fold(self) -> None:
        self._folded = not self._folded
        self._arrange()

    # -- the frame -----------------------------------------------------------------------------------

    def show_at(self, **where: object) -> None:
        chip = where.get("chip")
        if isinstance(chip, str) and chip in dict(CHIPS):
            self._chip = chip
        find = where.get("find")
        if isinstance(find, str):
            self.words.setText(find)
        self._fill()
        view = where.get("view")
        {"roll": self.show_roll, "places": self.show_places}.get(str(view), self.show_list)()
        person = where.get("person")
        if isinstance(person, str) and person:
            with suppress(ValueError):
                self._went(UUID(hex=person))
        elif where.get("first") and self.table.rows.rowCount():
            self.table.choose(self.table.rows.id_at(0))
        guest = where.get("guest")  # a participation, as the board and the check know them
        ids = {row_.participation_id: row_.person_id for row_ in self._rows.values()}
        found = [person for part, person in ids.items() if part is not None and part.hex == guest]
        for one in found:
            self._went(one)
        part = where.get("part")
        if isinstance(part, str):
            self.pane.show_part(part)
        field = where.get("field")
        if found and isinstance(field, str):
            self._opened(found[0])
            self.pane.show_field(field)
        if where.get("new"):
            self.add_people()

    def where(self) -> dict[str, object]:
        current = self.table.chosen_ids()
        return {
            "chip": self._chip,
            "find": self.words.text(),
            "view": self._view(),
            "part": self.pane.part(),
            **({"person": current[0].hex} if len(current) == 1 else {}),
        }

    def _view(self) -> str:
        shown = self.views.currentWidget()
        if shown is self.roll:
            return "roll"
        return "places" if shown is self.places else "list"

    def mark(self, ids: frozenset[UUID]) -> None:
        people = {row.person_id for row in self._rows.values() if row.participation_id in ids}
        self.table.mark(people or ids)

    def leave(self) -> None:
        self.pane.leave()

    def panes(self) -> Sequence[QWidget]:
        return (self.chips, self.table, self.pane)

    def first_focus(self) -> QWidget | None:
        return self.table

    def fit(self, fit: Fit) -> None:
        super().fit(fit)
        small = fit <= Fit.COMPACT
        self.chips.set_compact(small)
        direction = self._head.Direction
        self._head.setDirection(direction.LeftToRight if small else direction.TopToBottom)
        self._head.setStretchFactor(self.tools, 1 if small else 0)
        self.words.setFixedWidth(self.desk.theme.u(150 if small else 190))
        for button in self.tools.findChildren(Button):
            button.set_wordless(fit is Fit.NARROW)
        for view in (self.roll, self.places):
            if view is not None:
                view.fit(fit)
        self._arrange()

    def _cover(self) -> None:
        """Where there is little room the pane takes the place of the list."""
        self._covering = True
        self._arrange()
        if self.pane.is_adding():
            self.pane.begin()
        elif not self.back.isHidden():
            self.back.findChildren(QWidget)[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _uncover(self) -> None:
        self.pane.leave()
        self._covering = False
        if self.pane.is_adding():
            self.pane.end_adding()
        self._arrange()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        """Show list, pane or both, as there is room and as somebody is chosen."""
        theme, small = self.desk.theme, self.fits <= Fit.COMPACT
        busy = self.pane.is_busy()
        covering = small and self._covering and busy
        beside = not small and busy and not self._folded
        self.list_side.setVisible(not covering)
        self.side.set_folded(not (covering or beside))
        self.back.setVisible(covering)
        self._foot.setVisible(self.fits > Fit.COMPACT)
        if covering:
            self.side.take_room()
        else:
            self.side.set_width(500 if self.fits is Fit.WIDE else 436)
        name = self._name_of_chosen() if small and busy and not covering else ""
        self.bar.show_name(name)
        few = {Fit.COMPACT: COMPACT, Fit.NARROW: NARROW}.get(self.fits)
        self.table.fit_columns(few if few is not None else BESIDE if beside else None)
        self.side.setContentsMargins(0, theme.u(10) if beside else 0, 0, 0)

    def _name_of_chosen(self) -> str:
        ids = self.table.chosen_ids()
        if len(ids) == 1 and ids[0] in self._rows:
            return display_name(self._rows[ids[0]].name)
        return self.desk.ntext("{n} person", "{n} people", len(ids)) if ids else ""
