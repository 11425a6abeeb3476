# SPDX-License-Identifier: GPL-3.0-or-later
"""Filter rows above a list: "Place is Rosenau", "Age over 70", words to find, and lists kept under a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal

from hospes.i18n.marks import N_
from hospes.queries.filters import EVERYONE, FIELDS, Field, Filter, FilterProblem, Term, read_filter
from hospes.ui.widgets.boxes import Box, FlowLayout, column, holder, row
from hospes.ui.widgets.buttons import Button, icon_button, link_button, plain_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import TextField
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from hospes.queries.lists import KeptListRow
    from hospes.ui.desk import Desk

WAIT_MS = 150
"""After the last key; long enough not to read twice a word, short enough not to be noticed."""

OPS: dict[str, tuple[tuple[str, str], ...]] = {
    "text": (("=", N_("is")), ("!", N_("is not"))),
    "choice": (("=", N_("is")), ("!", N_("is not"))),
    "number": ((">", N_("over")), ("<", N_("under")), ("=", N_("is"))),
    "day": ((">=", N_("from")), ("<=", N_("until")), ("=", N_("is"))),
    "yes": (("=", N_("is so")), ("!", N_("is not so"))),
}


@dataclass
class _Row:
    """The widgets of one condition."""

    widget: QWidget
    field: Choice
    op: Choice
    text: TextField
    choice: Choice


class FilterRows(Box):
    """The rows; `button` opens and closes them, `changed` tells the new filter."""

    changed = Signal(object)

    def __init__(self, desk: Desk, place: str, fields: Sequence[str] = ()) -> None:
        """Build for a list; `place` is where kept lists belong, `fields` what may be asked (all if empty)."""
        theme = desk.theme
        super().__init__(theme, "card", gap=8, margins=(14, 12, 14, 12), name=f"{place}.filterRows")
        self.desk = desk
        self._place = place
        self._fields = [name for name in FIELDS if not fields or name in fields]
        self._rows: list[_Row] = []
        self.button = Button(
            theme, desk.text("Filter"), "chip", icon="list-filter", name=f"{place}.filter", call=self.toggle
        )
        self.words = TextField(theme, example=desk.text("Find in this list"), name=f"{place}.filterWords")
        self.words.setAccessibleName(desk.text("Find in this list"))
        self.words.setClearButtonEnabled(True)
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._timer.timeout.connect(self._tell)
        self.words.textEdited.connect(self._soon)
        self.words.textChanged.connect(self._soon)
        self._row_box = column(theme, gap=6)
        add = link_button(
            theme, desk.text("Add a condition"), self._add_empty, name=f"{place}.filterAdd", icon="plus"
        )
        clear = link_button(theme, desk.text("Show everyone"), self._clear, name=f"{place}.filterClear")
        close = icon_button(
            theme, desk.text("Close the filter"), "x", self.toggle, name=f"{place}.filterClose"
        )
        self.box.addLayout(row(theme, self.words, close))
        self.box.addLayout(self._row_box)
        self.box.addWidget(self._keeping(add, clear))

    def _keeping(self, add: QWidget, clear: QWidget) -> QWidget:
        desk, theme, place = self.desk, self.desk.theme, self._place
        self.kept = Choice(theme, name=f"{place}.kept")
        self.kept.setAccessibleName(desk.text("Kept lists"))
        self.kept.picked.connect(self._take_kept)
        self.name = TextField(theme, example=desk.text("Name of the list"), name=f"{place}.keepName")
        self.name.setAccessibleName(desk.text("Name of the list"))
        self.name.setMaximumWidth(theme.u(240))
        keep = plain_button(theme, desk.text("Keep this list"), self._keep, name=f"{place}.keep")
        self._forget = link_button(theme, desk.text("Forget it"), self._drop, name=f"{place}.keepDrop")
        self._forget.hide()
        flow = FlowLayout(theme)
        words = Label(theme, desk.text("Kept lists"), "m")
        words.setFixedHeight(theme.u(37))
        for widget in (
            add,
            clear,
            words,
            self.kept,
            self._forget,
            self.name,
            keep,
        ):
            flow.addWidget(widget)
        return holder(flow)

    # -- open and close ------------------------------------------------------------------------------

    def toggle(self) -> None:
        """Show the rows, or put them away; a filter that is set stays in force."""
        self.setVisible(self.isHidden())
        if not self.isHidden():
            self._show_kept()
            if not self._rows:
                self._add_empty()
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def find_words(self) -> None:
        """Put the keyboard into "Find in this list"."""
        if self.isHidden():
            self.toggle()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    # -- the filter ----------------------------------------------------------------------------------

    def filter(self) -> Filter:
        """What the rows say now; rows without a value say nothing."""
        terms = tuple(term for one in self._rows if (term := self._term(one)) is not None)
        return (
            Filter().searching(self.words.text())
            if not terms
            else Filter(Filter().searching(self.words.text()).words, terms)
        )

    def set_filter(self, wanted: Filter) -> None:
        """Show a filter without telling anybody."""
        self.words.blockSignals(True)
        self.words.setText(wanted.words)
        self.words.blockSignals(False)
        while self._rows:
            self._remove(self._rows[-1])
        for term in wanted.terms:
            if term.field in self._fields:
                self._add(term)
        if wanted:
            self.show()
            self._show_kept()

    def _term(self, one: _Row) -> Term | None:
        field = FIELDS[one.field.code()]
        negated = one.op.code() == "!"
        op = "=" if negated else one.op.code()
        if field.kind == "yes":
            return Term(field.name, ("no" if negated else "yes",))
        value = one.choice.code() if field.choices is not None else one.text.text().strip()
        if not value:
            return None
        term = Term(field.name, (value,), op, negated)
        try:
            return read_filter(term.text()).terms[0]
        except (FilterProblem, IndexError):
            return None

    def _soon(self) -> None:
        self._timer.start()

    def _tell(self) -> None:
        self.button.setProperty("on", bool(self.filter()))
        self.changed.emit(self.filter())

    def _clear(self) -> None:
        self.set_filter(EVERYONE)
        self._tell()

    # -- rows ----------------------------------------------------------------------------------------

    def _add_empty(self) -> None:
        self._add(Term("place" if "place" in self._fields else self._fields[0], ("",)))

    def _add(self, term: Term) -> None:
        desk, theme = self.desk, self.desk.theme
        n = len(self._rows)
        words = [(name, desk.text(FIELDS[name].label)) for name in self._fields]
        field = Choice(theme, words, term.field, name=f"{self._place}.filterField.{n}")
        field.setAccessibleName(desk.text("What"))
        op = Choice(theme, name=f"{self._place}.filterOp.{n}")
        op.setAccessibleName(desk.text("How"))
        text = TextField(theme, name=f"{self._place}.filterText.{n}")
        text.setAccessibleName(desk.text("Value"))
        choice = Choice(theme, name=f"{self._place}.filterChoice.{n}")
        choice.setAccessibleName(desk.text("Value"))
        away = icon_button(
            theme, desk.text("Remove this condition"), "x", name=f"{self._place}.filterRemove.{n}"
        )
        widget = holder(row(theme, field, op, text, choice, None, away))
        one = _Row(widget, field, op, text, choice)
        widget.setProperty("place", n)
        self._fill(one, term)
        field.picked.connect(self._field_picked)
        op.picked.connect(self._soon)
        choice.picked.connect(self._soon)
        text.textEdited.connect(self._soon)
        away.clicked.connect(self._remove_pressed)
        self._rows.append(one)
        self._row_box.addWidget(widget)

    def _fill(self, one: _Row, term: Term) -> None:
        field: Field = FIELDS[one.field.code()]
        op = "!" if term.negated or (field.kind == "yes" and term.values[0] == "no") else term.op
        one.op.set_options([(code, self.desk.text(label)) for code, label in OPS[field.kind]], op)
        one.text.setVisible(field.choices is None and field.kind != "yes")
        one.choice.setVisible(field.choices is not None)
        if field.choices is not None:
            options = [(c.value, self.desk.locale.label(c)) for c in field.choices]
            one.choice.set_options(options, term.values[0] or options[0][0])
        else:
            one.text.setText(term.values[0])

    def _row_of(self, sender: object) -> _Row | None:
        return next(
            (one for one in self._rows if sender in (one.field, *one.widget.findChildren(Button))), None
        )

    def _field_picked(self, code: str) -> None:
        one = self._row_of(self.sender())
        if one is not None:
            self._fill(one, Term(code, ("",)))
            self._soon()

    def _remove_pressed(self) -> None:
        one = self._row_of(self.sender())
        if one is not None:
            self._remove(one)
            self._tell()

    def _remove(self, one: _Row) -> None:
        self._rows.remove(one)
        self._row_box.removeWidget(one.widget)
        one.widget.hide()
        one.widget.deleteLater()

    # -- kept lists ----------------------------------------------------------------------------------

    def _lists(self) -> Sequence[KeptListRow]:
        from hospes.queries.lists import kept_lists

        return self.desk.read(kept_lists, self._place)

    def _show_kept(self, chosen: str = "") -> None:
        lists = self._lists()
        none = ("", self.desk.text("none"))
        self.kept.set_options([none, *((one.id.hex, one.name) for one in lists)], chosen)
        self.kept.setEnabled(bool(lists))
        self._forget.setVisible(bool(chosen))

    def _take_kept(self, code: str) -> None:
        found = next((one for one in self._lists() if one.id.hex == code), None)
        self._forget.setVisible(found is not None)
        if found is None:
            return
        self.name.setText(found.name)
        self.set_filter(read_filter(found.filter))
        self.kept.choose(code)
        self._forget.show()
        self._tell()

    def _keep(self) -> None:
        from hospes.actions.settings import KeepList

        outcome = self.desk.run(
            KeepList(self._place, self.name.text(), self.filter().text()),
            said=self.desk.text("The list “{name}” is kept.", name=self.name.text().strip()),
        )
        if outcome is not None:
            self._show_kept(getattr(outcome.result, "hex", ""))

    def _drop(self) -> None:
        from hospes.actions.settings import DropList

        found = next((one for one in self._lists() if one.id.hex == self.kept.code()), None)
        if found is not None:
            said = self.desk.text("The list “{name}” is forgotten; the people stay.", name=found.name)
            self.desk.run(DropList(found.id), said=said)
            self._show_kept()
