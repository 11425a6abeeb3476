# SPDX-License-Identifier: GPL-3.0-or-later
"""Step 2 of bringing in a list: each column with three samples and what it was taken for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from hospes.i18n.marks import N_
from hospes.transfer.fields import BOOK_KINDS, FIELDS, OWN, fields_of
from hospes.transfer.reading import ReadOptions
from hospes.ui.widgets.boxes import FlowLayout, clear, column, holder, scrolled
from hospes.ui.widgets.choices import Choice, Tick
from hospes.ui.widgets.labels import ElidedLabel, Label, StateWord
from hospes.ui.widgets.notices import Banner
from hospes.ui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from hospes.transfer.bringing import Draft
    from hospes.transfer.columns import Column
    from hospes.ui.desk import Desk

LEAVE_OUT, NEW_FIELD = "", OWN
NO_PEOPLE = ("visits", "partnerships", *BOOK_KINDS)
"""Lists whose rows are no people: they have no households and no fields of our own."""
ORDERS = (
    ("", N_("Dates: as they seem")),
    ("dmy", N_("Dates: day, month, year")),
    ("mdy", N_("Dates: month, day, year")),
    ("ymd", N_("Dates: year, month, day")),
)
KINDS = (("members", N_("They are members")), ("contacts", N_("They are contacts")))
PROGRAMS = {"jverein": "JVerein", "galette": "Galette", "paheko": "Paheko"}


class ColumnStep(QWidget):
    """The columns, and how the file is read."""

    read_again = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._draft: Draft | None = None
        self._choices: dict[int, Choice] = {}
        theme = desk.theme
        self._notes = column(theme, gap=6)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.u(18))
        self._grid.setVerticalSpacing(theme.u(6))
        self._kind = Choice(theme, [(code, desk.text(words)) for code, words in KINDS], name="import.kind")
        self._kind.setAccessibleName(desk.text("Who they are"))
        self._order = Choice(
            theme, [(code, desk.text(words)) for code, words in ORDERS], name="import.dateOrder"
        )
        self._order.setAccessibleName(desk.text("Order of dates"))
        self._same = Tick(
            theme, desk.text("One last name at one address is a household"), name="import.sameAddress"
        )
        self._same.setChecked(True)
        self._encoding = Choice(theme, name="import.encoding")
        self._encoding.setAccessibleName(desk.text("Character set"))
        self._encoding.picked.connect(self._reread)
        self._sheet = Choice(theme, name="import.sheet")
        self._sheet.setAccessibleName(desk.text("Sheet"))
        self._sheet.picked.connect(self._reread)
        foot = FlowLayout(theme, gap=10)
        for widget in (self._kind, self._order, self._sheet, self._encoding, self._same):
            foot.addWidget(widget)
        inner = holder(column(theme, self._notes, holder(self._grid, "import.columns"), None, gap=10))
        self.setLayout(column(theme, scrolled(inner), holder(foot), gap=8))

    def show_draft(self, draft: Draft) -> None:
        """Show what was read."""
        self._draft = draft
        clear(self._notes)
        people = draft.kind in ("members", "contacts")
        self._kind.setVisible(people)
        self._same.setVisible(draft.kind not in NO_PEOPLE)
        self._same.setChecked(people)
        self._say_source(draft)
        self._fill(draft)
        head = draft.grid.head
        self._sheet.setVisible(len(head.sheets) > 1)
        self._sheet.set_options([(name, name) for name in head.sheets], head.sheet or "")
        self._encoding.setVisible(bool(head.encodings))
        words = self.desk.text("Character set")
        self._encoding.set_options(
            [(name, f"{words}: {name}") for name in head.encodings], head.encoding or ""
        )

    def draft(self) -> Draft:
        """What was read, with the meaning each column was given."""
        draft = self._draft
        assert draft is not None
        columns = []
        for each in draft.columns:
            chosen = self._choices[each.index].code()
            field = OWN + each.heading if chosen == NEW_FIELD else chosen or None
            columns.append(replace(each, field=field, sure=True, silent=field is None))
        return replace(draft, columns=tuple(columns))

    def kind(self) -> str:
        """Members or contacts, or what was chosen before the file was read."""
        draft = self._draft
        if draft is not None and draft.kind not in ("members", "contacts"):
            return draft.kind
        return self._kind.code()

    def date_order(self) -> str | None:
        """How dates are to be read, None if it shall be guessed."""
        return self._order.code() or None

    def same_address(self) -> bool:
        """Whether people of one name at one address become a household."""
        return self._same.isChecked()

    # ------------------------------------------------------------------------------------------------

    def _say_source(self, draft: Draft) -> None:
        desk = self.desk
        rows = desk.ntext("{n} row in {file}.", "{n} rows in {file}.", len(draft.table.rows), file=draft.name)
        if draft.source in PROGRAMS:
            words = desk.text(
                "This is an export of {program}; its columns are known.", program=PROGRAMS[draft.source]
            )
            self._notes.addWidget(Banner(desk.theme, words, "ok", name="import.recognised"))
        self._notes.addWidget(Label(desk.theme, rows, "m", wrap=True, name="import.rows"))

    def _fill(self, draft: Draft) -> None:
        clear(self._grid)
        self._choices.clear()
        theme, desk = self.desk.theme, self.desk
        for at, words in enumerate((desk.text("In the list"), desk.text("Examples"), desk.text("Means"))):
            self._grid.addWidget(Label(theme, words, "label"), 0, at)
        options = [(code, desk.text(field.label)) for code, field in fields_of(draft.kind).items()]
        options.sort(key=lambda pair: desk.locale.sort_key(pair[1]))
        own = [] if draft.kind in NO_PEOPLE else [(NEW_FIELD, desk.text("A field of our own"))]
        pairs = [(LEAVE_OUT, desk.text("Leave out")), *own, *options]
        for number, each in enumerate(draft.columns, start=1):
            self._grid.addWidget(Label(theme, each.heading or "–", wrap=True), number, 0)
            samples = ElidedLabel(theme, " · ".join(text for text in each.samples[:3] if text), "m")
            samples.setToolTip(plain_tip("\n".join(each.samples[:3])))
            self._grid.addWidget(samples, number, 1)
            if self._is_unclear(each):
                self._grid.addWidget(StateWord(theme, desk.text("Say what it is"), "warn"), number, 3)
            choice = Choice(theme, pairs, self._meaning(each), name=f"import.column.{each.index}")
            choice.setAccessibleName(desk.text("What “{column}” means", column=each.heading))
            choice.picked.connect(self._picked)
            self._choices[each.index] = choice
            self._grid.addWidget(choice, number, 2)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(2, theme.u(250))

    def _meaning(self, each: Column) -> str:
        if each.field is not None and each.field.startswith(OWN):
            return NEW_FIELD
        return each.field or LEAVE_OUT

    def _is_unclear(self, each: Column) -> bool:
        return each.field is None and not each.silent and any(each.samples)

    def _picked(self, code: str) -> None:
        """A field that can be there once is taken from the column that had it."""
        sender = self.sender()
        if code not in FIELDS or FIELDS[code].many:
            return
        for choice in self._choices.values():
            if choice is not sender and choice.code() == code:
                choice.choose(LEAVE_OUT)

    def _reread(self, _code: str) -> None:
        self.read_again.emit(
            ReadOptions(encoding=self._encoding.code() or None, sheet=self._sheet.code() or None)
        )
