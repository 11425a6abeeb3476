# SPDX-License-Identifier: GPL-3.0-or-later
"""Tools ▸ Look for doubles: people who may be there twice, side by side, merged line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtWidgets import QButtonGroup, QGridLayout, QStackedWidget, QWidget

from hospes.actions.doubles import MergePeople
from hospes.domain.codes import Code
from hospes.domain.values import RoughDate
from hospes.i18n.marks import N_
from hospes.queries.doubles import FieldPair, Reason, likely_pairs, side_by_side, two_people
from hospes.queries.members import MemberRow, member_rows
from hospes.queries.people import person_names
from hospes.ui.page import Heading, Page
from hospes.ui.widgets.boxes import card, clear, column, holder, row, scrolled
from hospes.ui.widgets.buttons import link_button, main_button, plain_button
from hospes.ui.widgets.choices import Combo, Radio
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.notices import EmptyState

if TYPE_CHECKING:
    from hospes.ui.desk import Desk

FIELDS = {
    "title_prefix": N_("Title"),
    "given": N_("First name"),
    "given2": N_("Second name"),
    "nickname": N_("Called"),
    "surname_prefix": N_("Before the last name"),
    "surname": N_("Last name"),
    "surname2": N_("Second last name"),
    "birth_surname": N_("Name at birth"),
    "suffix": N_("After the name"),
    "name_order": N_("Order of the names"),
    "script_name": N_("Name in its own script"),
    "latin_name": N_("Name in Latin letters"),
    "sort_key": N_("Sorted as"),
    "gender": N_("Salutation as"),
    "country": N_("Country"),
    "birth": N_("Born"),
    "birth_place": N_("Born in"),
    "deceased": N_("Has died"),
    "died": N_("Died"),
    "preferred_language": N_("Language"),
    "formality": N_("Letters"),
    "profession": N_("Profession"),
    "interests": N_("Interests"),
    "by_email": N_("Post by e-mail"),
    "photo_sha": N_("Photo"),
}
REASONS = {
    Reason.NAME: N_("the same name"),
    Reason.BIRTH: N_("the same birthday"),
}


class DoublesPage(Page):
    """A list of likely pairs, or one pair side by side."""

    watches: ClassVar[frozenset[str]] = frozenset({"person", "household_member", "address", "contact_point"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self._pair: tuple[UUID, UUID] | None = None
        self._fields: list[FieldPair] = []
        self._choices: dict[str, QButtonGroup] = {}
        self._list = column(theme, gap=10)
        self._one = column(theme, gap=12)
        self.body = QStackedWidget()
        self.body.addWidget(scrolled(holder(column(theme, self._list, None)), "doubles.list"))
        self.body.addWidget(scrolled(holder(column(theme, self._one, None)), "doubles.pair"))
        self._none = EmptyState(theme, desk.text("Nobody seems to be in the file twice."), icon="users")
        self.body.addWidget(self._none)
        self.setLayout(column(theme, self.body, margins=(22, 0, 18, 14)))

    # -- the list ------------------------------------------------------------------------------------

    def reload(self) -> None:
        if self._pair is not None:
            self._show_pair(*self._pair)
            return
        desk, theme = self.desk, self.desk.theme
        self.body.setCurrentIndex(0)
        clear(self._list)
        pairs = desk.read(likely_pairs, today=desk.file.today)
        rows = self._rows({one for pair in pairs for one in (pair.first, pair.second)})
        for number, pair in enumerate(pairs):
            first, second = rows.get(pair.first), rows.get(pair.second)
            if first is None or second is None:
                continue
            look = plain_button(theme, desk.text("Look at both"), name=f"doubles.look.{number}")
            look.setProperty("pair", [pair.first.hex, pair.second.hex])
            look.clicked.connect(self._look)
            two = link_button(theme, desk.text("They are two people"), name=f"doubles.two.{number}")
            two.setProperty("pair", [pair.first.hex, pair.second.hex])
            two.clicked.connect(self._two)
            why = desk.locale.listing([desk.text(REASONS[one]) for one in pair.reasons if one in REASONS])
            sides = row(theme, self._who(first), self._who(second), gap=24)
            sides.setStretch(0, 1)
            sides.setStretch(1, 1)
            foot = row(theme, Label(theme, why, "m"), None, two, look)
            self._list.addWidget(card(theme, sides, foot, gap=8))
        if not pairs:
            self.body.setCurrentWidget(self._none)

    def _rows(self, ids: set[UUID]) -> dict[UUID, MemberRow]:
        rows = self.desk.read(
            member_rows, sorted(ids, key=str), locale=self.desk.locale, today=self.desk.file.today
        )
        return {one.id: one for one in rows}

    def _who(self, one: MemberRow) -> QWidget:
        from hospes.domain.names import display_name

        theme, desk = self.desk.theme, self.desk
        parts = [one.street, f"{one.postcode} {one.place}".strip()]
        if one.birth is not None:
            parts.append(desk.text("born {day}", day=one.birth))
        if one.number:
            parts.append(desk.text("member no. {number}", number=one.number))
        about = Label(theme, " · ".join(part for part in parts if part), "m", wrap=True)
        return holder(column(theme, Label(theme, display_name(one.name), "label", wrap=True), about, gap=2))

    def _look(self) -> None:
        first, second = self.sender().property("pair")
        self._show_pair(UUID(hex=first), UUID(hex=second))
        self.moved.emit()

    def _two(self) -> None:
        first, second = self.sender().property("pair")
        self.desk.file.accept_doubt(UUID(hex=first), two_people(UUID(hex=second)))
        self._pair = None
        self.reload()

    # -- side by side --------------------------------------------------------------------------------

    def _show_pair(self, first: UUID, second: UUID) -> None:
        desk, theme = self.desk, self.desk.theme
        self._pair = (first, second)
        self._fields = desk.read(side_by_side, first, second)
        clear(self._one)
        self._choices.clear()
        self.body.setCurrentIndex(1)
        self.headingChanged.emit()
        if not self._fields:
            self._pair = None
            self.reload()
            return
        names = desk.read(person_names, [first, second])
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.u(18))
        grid.setVerticalSpacing(theme.u(4))
        for at, one in enumerate((first, second), start=1):
            words = desk.text("Keep {name}", name=names.get(one, "")) if at == 1 else names.get(one, "")
            grid.addWidget(Label(theme, words, "section", wrap=True), 0, at)
        for number, pair in enumerate(self._fields, start=1):
            grid.addWidget(Label(theme, desk.text(FIELDS[pair.name]), "m"), number, 0)
            self._line(grid, number, pair)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        hint = desk.text(
            "Phones, e-mails, notes, visits and payments of both stay. "
            "Where only one has something, it is taken over."
        )
        merge = main_button(theme, desk.text("Make them one"), self._merge, name="doubles.merge")
        turn = plain_button(
            theme, desk.text("Keep the other one"), self._turn, icon="arrow-left-right", name="doubles.turn"
        )
        two = link_button(theme, desk.text("They are two people"), name="doubles.twoPeople")
        two.setProperty("pair", [first.hex, second.hex])
        two.clicked.connect(self._two)
        back = plain_button(theme, desk.text("Back to the list"), self._back, name="doubles.back")
        self._one.addWidget(card(theme, holder(grid), Label(theme, hint, "m", wrap=True), gap=14))
        self._one.addLayout(row(theme, back, turn, two, None, merge))

    def _line(self, grid: QGridLayout, number: int, pair: FieldPair) -> None:
        theme = self.desk.theme
        values = (self._told(pair.first), self._told(pair.second))
        if not pair.differs:
            grid.addWidget(Label(theme, values[0] or values[1], wrap=True), number, 1)
            return
        group = QButtonGroup(self)
        for at, words in enumerate(values):
            radio = Radio(theme, words, name=f"doubles.{pair.name}.{at}")
            radio.setAutoExclusive(False)
            group.addButton(radio, at)
            grid.addWidget(radio, number, at + 1)
        self._choices[pair.name] = group

    def _told(self, value: object) -> str:
        locale = self.desk.locale
        if isinstance(value, RoughDate):
            return locale.rough(value)
        if isinstance(value, Code):
            return locale.label(value)
        if isinstance(value, bool):
            return locale.text("yes") if value else locale.text("no")
        return "" if value is None else str(value)

    def _merge(self) -> None:
        assert self._pair is not None
        values: dict[str, object] = {}
        for pair in self._fields:
            if pair.differs:
                chosen = self._choices[pair.name].checkedId()
                if chosen < 0:
                    words = self.desk.text(
                        "Say first which is right: {field}.", field=self.desk.text(FIELDS[pair.name])
                    )
                    self.desk.say(words, kind="warn")
                    self._choices[pair.name].button(0).setFocus()
                    return
                values[pair.name] = pair.second if chosen else pair.first
        keep, give_up = self._pair
        name = self.desk.read(person_names, [keep]).get(keep, "")
        self._pair = None
        said = self.desk.text("{name} is one person now.", name=name)
        if self.desk.run(MergePeople(keep, give_up, values), said=said) is None:
            self._pair = (keep, give_up)
        self.reload()

    def _turn(self) -> None:
        if self._pair is not None:
            self._show_pair(self._pair[1], self._pair[0])

    def _back(self) -> None:
        self._pair = None
        self.reload()

    # -- the page ------------------------------------------------------------------------------------

    def heading(self) -> Heading:
        desk = self.desk
        return Heading(desk.text("Look for doubles"), desk.text("People who may be in the file twice"))

    def help_page(self) -> str:
        return "members"

    def show_at(self, **where: object) -> None:
        first, second = where.get("id"), where.get("other")
        if isinstance(first, str) and isinstance(second, str) and first and second:
            self._show_pair(UUID(hex=first), UUID(hex=second))
        elif isinstance(first, str) and first:
            self._ask_other(UUID(hex=first))

    def _ask_other(self, first: UUID) -> None:
        """Somebody said "Same person as…": ask who the other one is."""
        from hospes.queries.filters import EVERYONE, MemberScope
        from hospes.queries.members import member_ids

        desk, theme = self.desk, self.desk.theme
        clear(self._one)
        everybody = EVERYONE.having("member", MemberScope.EVER.value, MemberScope.NEVER.value)
        ids = desk.read(member_ids, everybody, locale=desk.locale, today=desk.file.today)
        names = desk.read(person_names, ids)
        who = Combo(
            theme, [(one.hex, names.get(one, "")) for one in ids if one != first], name="doubles.other"
        )
        who.setAccessibleName(desk.text("The other entry"))
        self._asked = first
        who.picked.connect(self._other_picked)
        words = desk.text("Who is the same person as {name}?", name=names.get(first, ""))
        self._one.addWidget(card(theme, Label(theme, words, "section", wrap=True), who, gap=10))
        self._one.addLayout(row(theme, plain_button(theme, desk.text("Back to the list"), self._back), None))
        self.body.setCurrentIndex(1)
        who.setFocus()

    def _other_picked(self, code: str) -> None:
        self._show_pair(self._asked, UUID(hex=code))

    def where(self) -> dict[str, object]:
        return {} if self._pair is None else {"id": self._pair[0].hex, "other": self._pair[1].hex}
