# SPDX-License-Identifier: GPL-3.0-or-later
"""Starting a year's dues: what every class comes to, who is different, then one button and one undo."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from hospes.actions.dues import NewDues, StartDues
from hospes.domain.dues import dues_year, year_name
from hospes.domain.dues_plan import Charge, NewcomersPay, PlanNote
from hospes.domain.errors import UserError
from hospes.domain.values import Money
from hospes.i18n.marks import N_
from hospes.queries.association import association
from hospes.queries.dues_plan import plan_dues
from hospes.ui.desk import Answer
from hospes.ui.page import Fit, side_margins
from hospes.ui.pages.person_dates import date_field, day_check, read_day
from hospes.ui.widgets.boxes import Box, FlowLayout, clear, column, holder, line, row, scrolled
from hospes.ui.widgets.buttons import main_button
from hospes.ui.widgets.choices import Choice, Combo, Tick
from hospes.ui.widgets.fields import Field, TextField
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.notices import Banner, back_bar

if TYPE_CHECKING:
    from datetime import date

    from hospes.queries.dues_plan import PlannedYear
    from hospes.ui.desk import Desk

ASK, EXEMPT, LEAVE = "ask", "exempt", "leave"
WAYS = ((ASK, N_("Owes this")), (EXEMPT, N_("Is exempt")), (LEAVE, N_("Leave out")))
LOOK_AT = frozenset({
    PlanNote.JOINED, PlanNote.LEAVES, PlanNote.AGE, PlanNote.OTHER_CLASS, PlanNote.MORE, PlanNote.SEVERAL,
})  # fmt: skip
"""Notes that put a payer among those to be looked at."""
MOST_LISTED = 60


class ChargeRow(QWidget):
    """One payer who is different: why, and what becomes of it."""

    changed = Signal()

    def __init__(self, desk: Desk, charge: Charge, name: str, about: str) -> None:
        super().__init__()
        theme = desk.theme
        self.charge = charge
        ways = [(code, desk.text(words)) for code, words in WAYS]
        first = LEAVE if PlanNote.OTHER_CLASS in charge.notes else ASK
        key = charge.payer.id.hex
        self.way = Choice(theme, ways, first, name=f"money.start.way.{key}")
        self.way.setAccessibleName(name)
        self.way.picked.connect(self._picked)
        self.reason = TextField(theme, example=desk.text("Reason"), name=f"money.start.reason.{key}")
        self.reason.setAccessibleName(desk.text("Reason"))
        self.reason.hide()
        words = column(theme, Label(theme, name, wrap=True), Label(theme, about, "m", wrap=True), gap=0)
        amount = Label(theme, desk.locale.money(charge.amount))
        across = row(theme, holder(words), amount, self.way, gap=12)
        across.setStretch(0, 1)
        self.setLayout(column(theme, across, self.reason, line(), gap=4))

    def _picked(self, code: str) -> None:
        self.reason.setVisible(code == EXEMPT)
        if code == EXEMPT:
            self.reason.setFocus()
        self.changed.emit()

    def exempt(self) -> None:
        """Exempt them, and ask why."""
        self.way.choose(EXEMPT)
        self._picked(EXEMPT)

    def decided(self) -> tuple[str, str]:
        """What becomes of it, and the reason."""
        return self.way.code(), self.reason.text().strip()


class StartDuesForm(QWidget):
    """The review: settings above, classes, those who are different, the button."""

    closed = Signal()
    started = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        theme = desk.theme
        self._found: PlannedYear | None = None
        self._rows: list[ChargeRow] = []
        self._year = 0
        self.year = Choice(theme)
        self.year.picked.connect(self._settle)
        year = Field(theme, desk.text("Dues of the year"), self.year, name="money.start.year")
        self.newcomers = Choice(theme, [(one.value, desk.locale.label(one)) for one in NewcomersPay])
        self.newcomers.picked.connect(self._settle)
        newcomers = Field(
            theme, desk.text("Whoever joins in the year owes"), self.newcomers, name="money.start.newcomers"
        )
        self.due = date_field(desk)
        due = Field(theme, desk.text("Due on"), self.due, check=day_check(desk), name="money.start.due")
        self.follow_age = Tick(
            theme, desk.text("Whoever is past a class’s age gets the class that fits"), name="money.start.age"
        )
        self.follow_age.setChecked(True)
        self.follow_age.toggled.connect(self._settle)
        self.title = Label(theme, "", "name", wrap=True, name="money.start.title")
        self._notes = column(theme, gap=8)
        self._classes = QGridLayout()
        self._classes.setContentsMargins(0, 0, 0, 0)
        self._classes.setHorizontalSpacing(theme.u(22))
        self._classes.setVerticalSpacing(theme.u(6))
        self._look = column(theme, gap=6)
        self.other = Combo(theme, name="money.start.other")
        self.other.setAccessibleName(desk.text("Somebody else"))
        self.other.setPlaceholderText(desk.text("Somebody else"))
        self.other.picked.connect(self._add_other)
        self.start = main_button(theme, "", self.add, icon="check", name="money.start.do")
        back = back_bar(theme, desk.text("Back to the list"), self.closed.emit, "money.start.back")
        settings = FlowLayout(theme, year, due, newcomers, gap=14)
        classes = Box(
            theme,
            "card",
            Label(theme, desk.text("What each class comes to"), "section"),
            self._classes,
            gap=10,
        )
        look = Box(
            theme,
            "card",
            Label(theme, desk.text("Look at these first"), "section"),
            Label(
                theme,
                desk.text("Everybody else owes what their class costs. Whoever shall not, is chosen here."),
                "m",
                wrap=True,
            ),
            self._look,
            self.other,
            gap=8,
        )
        self._inner = column(
            theme, self.title, holder(settings), self.follow_age, self._notes, classes, look, None, gap=12,
            margins=(0, 0, 10, 14),
        )  # fmt: skip
        inner = holder(self._inner)
        inner.setMaximumWidth(theme.u(900))
        across = row(theme, inner, gap=0)
        across.setStretchFactor(inner, 100)
        across.addStretch(1)
        foot = row(theme, self.start, None, margins=(0, 6, 0, 6))
        self._whole = column(theme, back, scrolled(holder(across), "money.start"), line(), foot, gap=4)
        self.setLayout(self._whole)

    # -- reading -------------------------------------------------------------------------------------

    def begin(self, year: int) -> None:
        """Look at what starting a year would do."""
        desk = self.desk
        own = desk.read(association)
        present = dues_year(desk.file.today, own.year_start)
        years = sorted({year, present, present + 1})
        self.year.set_options([(str(one), year_name(one, own.year_start)) for one in years], str(year))
        self._year = year
        self._settle()
        self.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def year_chosen(self) -> int:
        """The year in view."""
        return self._year

    def first_focus(self) -> QWidget:
        """Where the keyboard goes."""
        return self.start

    def reload(self) -> None:
        """Look again."""
        if self._year:
            self._settle()

    def _settle(self, *_: object) -> None:
        desk = self.desk
        year = int(self.year.code() or self._year)
        fresh = year != self._year or not self.due.text()
        self._year = year
        found = desk.read(
            plan_dues,
            year,
            desk.file.today,
            desk.locale,
            newcomers=NewcomersPay(self.newcomers.code()),
            follow_age=self.follow_age.isChecked(),
        )
        self._found = found
        if fresh:
            self.due.setText(desk.locale.date(found.due_on))
        own = desk.read(association)
        self.title.setText(desk.text("Start the dues of {year}", year=year_name(year, own.year_start)))
        self._show_notes(found)
        self._show_classes(found)
        self._show_look(found)
        self._name_button()

    def _show_notes(self, found: PlannedYear) -> None:
        desk, theme = self.desk, self.desk.theme
        clear(self._notes)
        to_classes = Answer(desk.text("Open the classes"), self._open_classes, name="money.start.classes")
        if found.plan.without_price:
            named = desk.locale.listing(found.class_names.get(one, "") for one in found.plan.without_price)
            words = desk.text("Nobody said yet what these classes cost: {classes}.", classes=named)
            self._notes.addWidget(Banner(theme, words, answers=(to_classes,), name="money.start.noPrice"))
        if found.plan.without_class:
            n = len(found.plan.without_class)
            words = desk.ntext(
                "{n} membership has no class and owes nothing.",
                "{n} memberships have no class and owe nothing.",
                n,
            )
            self._notes.addWidget(Banner(theme, words, name="money.start.noClass"))
        if found.plan.already:
            words = desk.ntext(
                "{n} membership was asked already and is left as it is.",
                "{n} memberships were asked already and are left as they are.",
                found.plan.already,
            )
            self._notes.addWidget(Banner(theme, words, "home", name="money.start.already"))

    def _show_classes(self, found: PlannedYear) -> None:
        desk, theme = self.desk, self.desk.theme
        while (item := self._classes.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        heads = (desk.text("Class"), desk.text("Payers"), desk.text("A year"), desk.text("Sum"))
        for across, words in enumerate(heads):
            label = Label(theme, words, "m")
            self._classes.addWidget(label, 0, across, self._side(across))
        sums: dict[object, list[Charge]] = defaultdict(list)
        for charge in found.plan.charges:
            sums[charge.class_id].append(charge)
        down = 1
        for class_id, name in found.class_names.items():
            charges = sums.get(class_id, [])
            price = found.classes[class_id].price
            if not charges:
                continue
            total = Money(sum(one.amount.minor for one in charges), charges[0].amount.currency)
            texts = (
                name,
                desk.locale.number(len(charges)),
                desk.locale.money(price),
                desk.locale.money(total),
            )
            for across, words in enumerate(texts):
                self._classes.addWidget(Label(theme, words), down, across, self._side(across))
            down += 1
        if found.plan.free:
            words = desk.ntext("{n} membership is free", "{n} memberships are free", found.plan.free)
            self._classes.addWidget(Label(theme, words, "m", name="money.start.free"), down, 0, 1, 4)
        self._classes.setColumnStretch(0, 1)

    @staticmethod
    def _side(across: int) -> Qt.AlignmentFlag:
        return Qt.AlignmentFlag.AlignRight if across else Qt.AlignmentFlag.AlignLeft

    def _show_look(self, found: PlannedYear) -> None:
        clear(self._look)
        self._rows = []
        different = [one for one in found.plan.charges if LOOK_AT & set(one.notes)]
        for charge in different[:MOST_LISTED]:
            self._add_row(charge)
        self._offer_others()

    def _add_row(self, charge: Charge) -> ChargeRow:
        made = ChargeRow(self.desk, charge, self._name(charge), self._about(charge))
        made.changed.connect(self._name_button)
        self._rows.append(made)
        self._look.addWidget(made)
        return made

    def _offer_others(self) -> None:
        if self._found is None:
            return
        listed = {one.charge for one in self._rows}
        rest = [one for one in self._found.plan.charges if one not in listed]
        pairs = [(f"{one.payer}/{one.class_id}", self._name(one)) for one in rest]
        self.other.set_options(sorted(pairs, key=lambda pair: self.desk.locale.sort_key(pair[1])))

    def _add_other(self, code: str) -> None:
        if self._found is None:
            return
        charge = next(
            (one for one in self._found.plan.charges if f"{one.payer}/{one.class_id}" == code), None
        )
        self.other.setText("")
        if charge is not None:
            made = self._add_row(charge)
            made.exempt()
            self._offer_others()

    def _name(self, charge: Charge) -> str:
        return self._found.names.get(charge.payer.id, "") if self._found is not None else ""

    def _about(self, charge: Charge) -> str:
        desk, found = self.desk, self._found
        assert found is not None
        parts = [found.class_names.get(charge.class_id, "")]
        parts += [desk.locale.label(note) for note in charge.notes if note is not PlanNote.SEVERAL]
        if PlanNote.SEVERAL in charge.notes:
            named = desk.locale.listing(found.names.get(one.id, "") for one in charge.holders)
            parts.append(desk.text("pays for {people}", people=named))
        for move in found.plan.moves:
            if move.membership_id in charge.memberships:
                parts.append(
                    desk.text("{years} years old, so far {class}", years=move.age,
                              **{"class": found.class_names.get(move.old, "")})
                )  # fmt: skip
        return " · ".join(part for part in parts if part)

    # -- doing it ------------------------------------------------------------------------------------

    def _decided(self) -> list[NewDues]:
        """What will be written, with what was decided of those who are different."""
        if self._found is None:
            return []
        told = {one.charge: one.decided() for one in self._rows}
        made = []
        for charge in self._found.plan.charges:
            way, reason = told.get(charge, (ASK, ""))
            if PlanNote.OTHER_CLASS in charge.notes and charge not in told:
                way = LEAVE
            if way == LEAVE:
                continue
            waived = (reason or self.desk.text("Exempt")) if way == EXEMPT else ""
            made.append(
                NewDues(
                    charge.payer, charge.class_id, charge.amount.minor, charge.amount.currency, charge.people,
                    charge.dues_id, waived,
                )
            )  # fmt: skip
        return made

    def _name_button(self) -> None:
        desk = self.desk
        owing = [one for one in self._decided() if not one.waived_reason]
        currency = owing[0].currency if owing else desk.read(association).currency
        total = Money(sum(one.minor for one in owing), currency)
        n = len({one.payer for one in owing})
        self.start.setText(
            desk.ntext("Ask {n} payer for {amount}", "Ask {n} payers for {amount}", n, amount=total)
        )
        self.start.setEnabled(bool(self._decided()))

    def _due(self) -> date | None:
        try:
            value = read_day(self.desk, self.due.text())
        except UserError:
            return None
        return value.exact if value is not None else None

    def add(self) -> None:
        """Start the dues as they stand."""
        desk, found = self.desk, self._found
        made = tuple(self._decided())
        if found is None or not made:
            return
        asked = {(one.payer, one.class_id) for one in made}
        moves = tuple(
            (move.membership_id, move.new)
            for charge in found.plan.charges
            if (charge.payer, charge.class_id) in asked
            for move in found.plan.moves
            if move.membership_id in charge.memberships
        )
        year = self._year
        name = year_name(year, desk.read(association).year_start)
        n = len({one.payer for one in made})
        said = desk.ntext(
            "The dues of {year} are started for {n} payer.",
            "The dues of {year} are started for {n} payers.",
            n,
            year=name,
        )
        letters = Answer(desk.text("Write dues letters"), self._letters, name="money.start.letters")
        action = StartDues(year, made, self._due(), moves)
        if desk.run(action, said=said, answers=(letters,)) is not None:
            self.started.emit(year)

    def _letters(self) -> None:
        self.desk.go("print", paper="dues-invoice", options={"year": str(self._year)})

    def _open_classes(self) -> None:
        self.desk.go("settings", section="dues")

    def fit(self, fit: Fit) -> None:
        """There is that much room."""
        left, _, right, bottom = side_margins(self.desk.theme, fit)
        self._whole.setContentsMargins(left, 0, right, bottom)
