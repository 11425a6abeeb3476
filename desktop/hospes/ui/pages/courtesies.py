# SPDX-License-Identifier: GPL-3.0-or-later
"""The protocol book: gifts, honours, thanks and speeches, so that none is forgotten or repeated (S14)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget

from hospes.actions.courtesies import DropCourtesy, KeepCourtesy
from hospes.domain.courtesies import GIFTS, CourtesyKind
from hospes.domain.errors import FieldProblem, UserError
from hospes.i18n.marks import N_
from hospes.queries.courtesies import CourtesyRow, courtesy_rows, given_before, jubilees_due, names_of_due
from hospes.queries.organisations import organisation_ids, organisation_rows
from hospes.ui.desk import Answer
from hospes.ui.page import Fit, Heading, NewButton, Page, side_margins
from hospes.ui.pages.visit_fields import day_check, day_editor, day_of, people_options
from hospes.ui.rows import Cell, Column
from hospes.ui.table import ListTable
from hospes.ui.widgets.boxes import Box, FlowLayout, clear, column, holder, row, scrolled
from hospes.ui.widgets.buttons import link_button, main_button, quiet_button
from hospes.ui.widgets.chips import Chip, ChipRow
from hospes.ui.widgets.choices import Choice, Combo
from hospes.ui.widgets.fields import Field, LongText, TextField, Verdict
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.notices import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from hospes.i18n.collation import Order
    from hospes.i18n.locale import Locale
    from hospes.ui.desk import Desk

FIELD, WIDE = 210, 330
DUE_SHOWN = 3


def _when(one: CourtesyRow, locale: Locale) -> Cell:
    return Cell(locale.date(one.on, "list") if one.on is not None else locale.text("Still to do"))


def _columns() -> tuple[Column[CourtesyRow], ...]:
    return (
        Column("what", N_("What"), 240, lambda one, _: one.what, "what", least=160),
        Column("kind", N_("Kind"), 160, lambda one, locale: locale.label(one.kind), "kind"),
        Column("whom", N_("For or from whom"), 220, lambda one, _: one.whom, "whom"),
        Column("on", N_("Day"), 130, _when, "on"),
        Column("occasion", N_("Occasion"), 200, lambda one, _: one.occasion, "occasion", goes=1),
    )


SHOWN = ("what", "kind", "whom", "on", "occasion")
COMPACT = ("what", "whom", "on")
NARROW = ("what", "on")


class CourtesiesPage(Page):
    """Chips, the form when it is open, the list, and whose jubilee is due."""

    watches: ClassVar[frozenset[str]] = frozenset({"courtesy", "person", "organisation", "membership"})
    SHOTS: ClassVar[tuple[Mapping[str, object], ...]] = ({}, {"new": True})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self._chip = "all"
        self._editing: UUID | None = None
        self._was: CourtesyRow | None = None
        self._was_named = ""
        self._rows: dict[UUID, CourtesyRow] = {}
        self.chips = ChipRow(theme, desk.text("Show"), name="courtesies.chips")
        self.chips.chosen.connect(self._pick)
        self.words = TextField(theme, example=desk.text("Find in this list"), name="courtesies.words")
        self.words.setAccessibleName(desk.text("Find in this list"))
        self.words.setFixedWidth(theme.u(190))
        self.words.setClearButtonEnabled(True)
        self.words.textChanged.connect(self.reload)
        gifts = link_button(
            theme, desk.text("Print the gifts"), self._print_gifts, icon="printer", name="courtesies.gifts"
        )
        honours = link_button(
            theme,
            desk.text("Print the honours"),
            self._print_honours,
            icon="printer",
            name="courtesies.honours",
        )
        self._tools = holder(FlowLayout(theme, self.chips, self.words, gifts, honours, gap=10))
        self.form = self._form()
        self.form.hide()
        self._due = column(theme, gap=4)
        self._due_card = Box(theme, "sunk", self._due, name="courtesies.due")
        self.table = ListTable(
            desk, "courtesies", _columns(), shown=SHOWN, name="courtesies.table",
            label=desk.text("Gifts and honours"),
        )  # fmt: skip
        self.table.opened.connect(self._open)
        self.table.sorted.connect(self.reload)
        self.table.binned.connect(self._drop)
        self.body = QStackedWidget()
        self.body.addWidget(self.table)
        self._empty: QWidget | None = None
        self._card = Box(theme, "card", self.body, gap=0, margins=(1, 1, 1, 1))
        self._card.setMinimumHeight(theme.u(260))
        self._whole = column(theme, self._tools, self.form, self._due_card, self._card, gap=10)
        self._whole.setStretch(3, 1)
        self.setLayout(column(theme, scrolled(holder(self._whole), "courtesies.scroll"), gap=0))

    # -- the form ------------------------------------------------------------------------------------

    def _form(self) -> Box:
        desk, theme = self.desk, self.desk.theme
        kinds = [(one.value, desk.locale.label(one)) for one in CourtesyKind]
        self.kind = Field(
            theme,
            desk.text("Kind"),
            Choice(theme, kinds, CourtesyKind.GIFT_GIVEN.value),
            name="courtesy.kind",
        )
        self.what = Field(theme, desk.text("What is it?"), TextField(theme), name="courtesy.what")
        self.combo = Combo(theme)
        self.combo.setPlaceholderText(desk.text("Somebody in the file, or any name"))
        self.combo.textChanged.connect(self._tell_before)
        self.whom = Field(
            theme,
            desk.text("For or from whom"),
            self.combo,
            name="courtesy.whom",
        )
        self.on = Field(
            theme,
            desk.text("Day"),
            day_editor(desk),
            check=day_check(desk),
            hint=desk.text("Left empty: still to do."),
            name="courtesy.on",
        )
        self.occasion = Field(theme, desk.text("Occasion"), TextField(theme), name="courtesy.occasion")
        self.note = Field(theme, desk.text("Note"), LongText(theme, "", lines=2), name="courtesy.note")
        for field in (self.what, self.whom, self.occasion):
            field.setFixedWidth(theme.u(WIDE))
        for field in (self.kind, self.on):
            field.setFixedWidth(theme.u(FIELD))
        self.before = Label(theme, "", "warn", wrap=True, name="courtesy.before")
        self.before.hide()
        keep = main_button(theme, desk.text("Keep"), self._keep, name="courtesy.keep")
        away = quiet_button(theme, desk.text("Cancel"), self._close, name="courtesy.cancel")
        fields = holder(FlowLayout(theme, self.kind, self.what, self.whom, self.on, self.occasion, gap=14))
        buttons = holder(FlowLayout(theme, keep, away))
        return Box(theme, "card", fields, self.before, self.note, buttons, name="courtesy.form")

    def _options(self) -> list[tuple[str, str]]:
        desk = self.desk
        people = [(f"p{code}", words) for code, words in people_options(desk)]
        today = desk.file.today
        ids = desk.read(organisation_ids, locale=desk.locale, today=today)
        rows = desk.read(organisation_rows, ids, locale=desk.locale, today=today)
        return people + [(f"o{one.id.hex}", one.name) for one in rows]

    def begin(self, one: CourtesyRow | None = None) -> None:
        """Open the form, empty or with an entry."""
        self.combo.set_options(self._options())
        self._editing = one.id if one is not None else None
        self._was = one
        desk = self.desk
        self.kind.set_value(one.kind.value if one is not None else CourtesyKind.GIFT_GIVEN.value)
        self.what.set_value(one.what if one is not None else "")
        self.combo.choose(_code_of(one) if one is not None else "")
        if one is not None and not self.combo.text():
            self.combo.setText(one.whom)
        self._was_named = self.combo.text()
        self.on.set_value(desk.locale.date(one.on, "list") if one is not None and one.on else "")
        self.occasion.set_value(one.occasion if one is not None else "")
        self.note.set_value(one.note if one is not None else "")
        self._tell_before()
        self.form.show()
        self._due_card.hide()
        self.what.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _new(self) -> None:
        self.begin()

    def _subject(self) -> tuple[UUID | None, UUID | None, str]:
        """Person, organisation, or whatever was typed.

        Whoever stood there stays while the name is not touched, also somebody who can no longer be chosen
        because they have died or lie in the bin.
        """
        if (one := self._was) is not None and self.combo.text() == self._was_named:
            linked = one.person_id is not None or one.organisation_id is not None
            return one.person_id, one.organisation_id, "" if linked else one.whom
        code = self.combo.code()
        if code.startswith("p"):
            return UUID(hex=code[1:]), None, ""
        if code.startswith("o"):
            return None, UUID(hex=code[1:]), ""
        return None, None, self.combo.text().strip()

    def _tell_before(self, *_: object) -> None:
        desk = self.desk
        person, organisation, other = self._subject()
        found = [
            one
            for one in desk.read(given_before, desk.locale, person, organisation, other)
            if one.id != self._editing
        ]
        words = [desk.text("{what}, {day}", what=one.what, day=one.on) for one in found[:4]]
        self.before.setText(desk.text("So far: {list}", list=desk.locale.listing(words)) if words else "")
        self.before.setVisible(bool(words))

    def _close(self) -> None:
        self.form.hide()
        self._show_due()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        desk = self.desk
        person, organisation, other = self._subject()
        try:
            on = day_of(desk, self.on.value())
        except UserError as error:
            self.on.say(Verdict("bad", desk.words(error)))
            return
        values = {
            "kind": CourtesyKind(self.kind.value()),
            "what": self.what.value(),
            "on": on,
            "person_id": person,
            "organisation_id": organisation,
            "other": other,
            "occasion": self.occasion.value(),
            "note": self.note.value().strip(),
        }
        said = desk.text("It stands in the protocol book.")
        if desk.run(KeepCourtesy(values, self._editing), said=said, failed=self._failed) is not None:
            self._close()

    def _failed(self, error: UserError) -> None:
        fields = {"what": self.what, "whom": self.whom, "on": self.on}
        if isinstance(error, FieldProblem) and error.field in fields:
            fields[error.field].say(Verdict("bad", self.desk.words(error)))
        else:
            self.desk.say(error, kind="err")

    # -- the list ------------------------------------------------------------------------------------

    def reload(self, *_: object) -> None:
        desk = self.desk
        everything = desk.read(courtesy_rows, desk.locale)
        words = self.words.text().casefold().split()
        fitting = [one for one in everything if _has(one, words, desk.locale)]
        views: dict[str, list[CourtesyRow]] = {
            "all": fitting,
            "gifts": [one for one in fitting if one.kind in GIFTS],
            "honours": [one for one in fitting if one.kind not in GIFTS],
            "todo": [one for one in fitting if one.planned],
        }
        labels = {
            "all": desk.text("All"),
            "gifts": desk.text("Gifts"),
            "honours": desk.text("Honours and thanks"),
            "todo": desk.text("Still to do"),
        }
        number = desk.locale.number
        self.chips.set_chips(
            [Chip(code, labels[code], number(len(rows))) for code, rows in views.items()], self._chip
        )
        shown = views[self._chip]
        if key := self.table.sort_key():
            shown.sort(key=lambda one: _sorted_by(one, key, desk.locale), reverse=self.table.descending())
        self._rows = {one.id: one for one in shown}
        self.table.set_rows(list(self._rows), lambda ids: [self._rows.get(one) for one in ids])
        self._show_empty(not shown)
        self._show_due()
        self.headingChanged.emit()

    def _show_due(self) -> None:
        desk, theme = self.desk, self.desk.theme
        clear(self._due)
        due = desk.read(jubilees_due, desk.file.today)
        named = desk.read(names_of_due, due[:DUE_SHOWN])
        for one in due[:DUE_SHOWN]:
            words = desk.ntext(
                "{name} has been a member for {n} year.",
                "{name} has been a member for {n} years.",
                one.years,
                name=named.get(one.person, ""),
            )
            honour = link_button(theme, desk.text("Plan the honour"), self._plan, name="courtesies.plan")
            honour.setProperty("person", one.person.hex)
            made = row(theme, Label(theme, words, wrap=True), honour)
            made.setStretch(0, 1)
            self._due.addLayout(made)
        if len(due) > DUE_SHOWN:
            more = desk.ntext("and {n} more", "and {n} more", len(due) - DUE_SHOWN)
            self._due.addWidget(Label(theme, more, "m"))
        self._due_card.setVisible(bool(due) and self.form.isHidden())

    def _plan(self) -> None:
        desk = self.desk
        person = UUID(hex=str(self.sender().property("person")))
        values = {
            "kind": CourtesyKind.CERTIFICATE,
            "what": desk.text("Certificate of membership"),
            "person_id": person,
            "occasion": desk.text("Years of membership"),
        }
        desk.run(KeepCourtesy(values), said=desk.text("It stands in the protocol book."))

    def _show_empty(self, empty: bool) -> None:
        if self._empty is not None:
            self.body.removeWidget(self._empty)
            self._empty.deleteLater()
            self._empty = None
        if not empty:
            self.body.setCurrentWidget(self.table)
            return
        desk = self.desk
        if self.words.text():
            way = Answer(desk.text("Show all"), self.words.clear, main=True, name="courtesies.all")
            words = desk.text("Nothing here is like that.")
        else:
            way = Answer(desk.text("New entry"), self._new, main=True, name="courtesies.empty.new")
            words = desk.text("Gifts, honours and thanks: written down here, none is forgotten or repeated.")
        self._empty = EmptyState(desk.theme, words, (way,), icon="heart-handshake")
        self.body.addWidget(self._empty)
        self.body.setCurrentWidget(self._empty)

    def _pick(self, code: str) -> None:
        self._chip = code
        self.reload()
        self.moved.emit()

    def _open(self, one: object) -> None:
        if isinstance(one, UUID) and one in self._rows:
            self.begin(self._rows[one])

    def _drop(self, ids: Sequence[UUID]) -> None:
        if ids:
            said = self.desk.ntext("The entry is taken out.", "{n} entries are taken out.", len(ids))
            self.desk.run(DropCourtesy(tuple(ids)), said=said)

    def _print_gifts(self) -> None:
        self.desk.go("print", paper="gift-register")

    def _print_honours(self) -> None:
        self.desk.go("print", paper="honours-list")

    # -- the page ------------------------------------------------------------------------------------

    def heading(self) -> Heading:
        desk = self.desk
        words = desk.text("Gifts, honours, thanks and speeches, so that none is forgotten or repeated")
        new = NewButton(desk.text("New entry"), "plus", "courtesies.new")
        return Heading(desk.text("Gifts and honours"), words, new)

    def acts(self) -> Mapping[str, Callable[[], object]]:
        acts: dict[str, Callable[[], object]] = {"new": self._new, "find": self.words.setFocus}
        if not self.form.isHidden():
            acts["escape"] = self._close
        if self.table.chosen_ids():
            acts["bin"] = lambda: self._drop(self.table.chosen_ids())
        return acts

    def show_at(self, **where: object) -> None:
        if where.get("chip") in ("all", "gifts", "honours", "todo"):
            self._chip = str(where["chip"])
        self.reload()
        if where.get("new"):
            self.begin()

    def where(self) -> dict[str, object]:
        return {"chip": self._chip}

    def mark(self, ids: frozenset[UUID]) -> None:
        self.table.mark(ids)

    def panes(self) -> Sequence[QWidget]:
        return (self.chips, self.table)

    def first_focus(self) -> QWidget | None:
        return self.what.editor if not self.form.isHidden() else self.table

    def fit(self, fit: Fit) -> None:
        super().fit(fit)
        left, _, right, bottom = side_margins(self.desk.theme, fit)
        self.chips.set_compact(fit is Fit.NARROW)
        self.table.fit_columns({Fit.COMPACT: COMPACT, Fit.NARROW: NARROW}.get(fit))
        self._whole.setContentsMargins(left, 0, right, bottom)


def _code_of(one: CourtesyRow) -> str:
    if one.person_id is not None:
        return f"p{one.person_id.hex}"
    return f"o{one.organisation_id.hex}" if one.organisation_id is not None else ""


def _has(one: CourtesyRow, words: Sequence[str], locale: Locale) -> bool:
    text = " ".join((one.what, one.whom, one.occasion, one.note, locale.label(one.kind))).casefold()
    return all(word in text for word in words)


def _sorted_by(one: CourtesyRow, key: str, locale: Locale) -> Order:
    if key == "on":
        return one.on.toordinal() if one.on is not None else 0, locale.sort_key("")
    if key == "kind":
        return 0, locale.sort_key(locale.label(one.kind))
    return 0, locale.sort_key(str(getattr(one, key)))
