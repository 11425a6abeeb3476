# SPDX-License-Identifier: GPL-3.0-or-later
"""A book: a list whose entries are written in a form above it, as the protocol book or the publications are.

A page of this kind says what its entries are (`read`, `columns`, `views`), which fields its form has and how
they become an action (`build_form`, `fill`, `act`), and which words it uses. All the rest is here once: chips
with their counts, finding, sorting, the empty state, drafts of what is half written, keys, Back and undo.
"""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Protocol, TypeVar
from uuid import UUID

from PySide6.QtCore import Qt

from hospes.domain.errors import FieldProblem, UserError
from hospes.i18n.marks import N_
from hospes.ui.desk import Answer
from hospes.ui.page import Fit, Heading, NewButton, Page, side_margins
from hospes.ui.pages.visit_drafts import FormDraft
from hospes.ui.pages.visit_fields import day_check, day_editor, day_of
from hospes.ui.table import ListTable
from hospes.ui.widgets.boxes import Box, FlowLayout, column, holder, row
from hospes.ui.widgets.buttons import link_button, main_button, quiet_button
from hospes.ui.widgets.chips import Chip, ChipRow
from hospes.ui.widgets.choices import plain_fold
from hospes.ui.widgets.fields import Field, LongText, TextField, Verdict
from hospes.ui.widgets.list_body import ListBody, find_field
from hospes.ui.widgets.notices import EmptyState
from hospes.ui.widgets.tall import Tall

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from hospes.actions import Action
    from hospes.i18n.collation import Order
    from hospes.ui.desk import Desk
    from hospes.ui.rows import Column
    from hospes.ui.widgets.fields import Check

NARROW_FIELD, WIDE_FIELD = 210, 330
"""Widths of a form's fields in units of the design."""

AROUND_FIELDS = 96
"""What stands at both sides of a form's fields."""

BOOK = "book:"
"""Head of the keys of drafts: `book:PLACE:ENTRY`, `book:PLACE:new`."""

LIST_LEAST = 260


class Refused(Exception):
    """A field of the form cannot be used and has said why."""


class Entry(Protocol):
    """What is known of every entry."""

    @property
    def id(self) -> UUID:
        """Its id."""
        ...


E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True)
class View(Generic[E]):
    """A chip over the list and which entries it shows."""

    code: str
    label: str  # msgid
    fits: Callable[[E], bool]


@dataclass(frozen=True, slots=True)
class BookWords:
    """The words of a book, all msgids."""

    title: str
    sub: str
    empty: str  # said while the book is empty: what it is good for
    kept: str  # said when an entry was kept
    new: str = N_("New entry")


class BookPage(Page, Generic[E]):
    """Chips and finding, the form when it is open, a card above the list where there is one, and the list."""

    NAME: ClassVar[str]
    """The place's code; objectNames begin with it."""

    ICON: ClassVar[str]
    WORDS: ClassVar[BookWords]

    SHOWN: ClassVar[tuple[str, ...]]
    """Codes of the columns that are shown at first, in a compact and in a narrow window."""
    COMPACT: ClassVar[tuple[str, ...]]
    NARROW: ClassVar[tuple[str, ...]]

    IMPORT: ClassVar[str] = ""
    """Kind of list that can be brought into it; none if empty."""

    SHOTS: ClassVar[tuple[Mapping[str, object], ...]] = ({}, {"new": True})

    # -- what a book says of itself ------------------------------------------------------------------

    @abstractmethod
    def columns(self) -> Sequence[Column[E]]:
        """The columns of the list; those with a `sort` can be sorted by."""

    @abstractmethod
    def views(self) -> Sequence[View[E]]:
        """The chips. The first shows everything."""

    @abstractmethod
    def read(self) -> Sequence[E]:
        """All entries in their usual order."""

    @abstractmethod
    def text_of(self, one: E) -> str:
        """The words by which an entry is found."""

    @abstractmethod
    def order(self, one: E, key: str) -> Order:
        """What an entry is sorted by, for a column's `sort`."""

    @abstractmethod
    def build_form(self) -> Sequence[QWidget]:
        """The fields of the form, put into `self.fields` under the names their problems have; rows of it."""

    @abstractmethod
    def fill(self, one: E | None) -> None:
        """Put an entry into the form, or what a new one begins with."""

    @abstractmethod
    def act(self, one: UUID | None) -> Action:
        """The action that keeps what stands in the form as a new entry or in `one`.

        Raises:
            UserError: a field cannot be used; a `FieldProblem` is said at its field.
            Refused: a field has said so already (`day`).
        """

    @abstractmethod
    def drop_act(self, ids: tuple[UUID, ...]) -> Action:
        """The action that takes entries out."""

    def tools(self) -> Sequence[QWidget]:
        """Further tools beside the line for finding: what can be printed."""
        return ()

    def _lists(self) -> Sequence[QWidget]:
        if not self.IMPORT:
            return ()
        theme, words = self.desk.theme, self.desk.text("Bring in a list")
        return (
            link_button(theme, words, self.bring_in, icon="file-spreadsheet", name=f"{self.NAME}.import"),
        )

    def bring_in(self) -> None:
        """Go where a list for this book is brought in."""
        self.desk.go("import", kind=self.IMPORT)

    def above(self) -> QWidget | None:
        """A card between form and list."""
        return None

    def read_above(self) -> None:
        """Fill that card anew, and show or hide it."""

    # -- building ------------------------------------------------------------------------------------

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme, name = desk.theme, self.NAME
        self._views = tuple(self.views())
        self._chip = self._views[0].code
        self._rows: dict[UUID, E] = {}
        self.editing: UUID | None = None
        self.fields: dict[str, Field] = {}
        self._widths: dict[Field, int] = {}
        self.chips = ChipRow(theme, desk.text("Show"), name=f"{name}.chips")
        self.chips.chosen.connect(self._pick)
        self.words = find_field(theme, desk.text("Find in this list"), f"{name}.words", self.reload)
        self._tools = holder(FlowLayout(theme, self.chips, self.words, *self.tools(), *self._lists(), gap=10))
        self.form = self._form()
        self.form.hide()
        self.draft = FormDraft(desk, f"{BOOK}{name}:new", self.form, self.typed)
        self.table = ListTable(
            desk, name, self.columns(), shown=self.SHOWN, name=f"{name}.table",
            label=desk.text(self.WORDS.title),
        )  # fmt: skip
        self.table.opened.connect(self._open)
        self.table.sorted.connect(self.reload)
        self.table.binned.connect(self._drop)
        self.table.chosen.connect(self._told)
        self.body = ListBody(self.table)
        self._card = Box(theme, "card", self.body, gap=0, margins=(1, 1, 1, 1))
        self._card.setMinimumHeight(theme.u(LIST_LEAST))
        card = self.above()
        parts = (self._tools, self.form, *((card,) if card is not None else ()), self._card)
        self._whole = column(theme, *parts, gap=10)
        self._whole.setStretch(len(parts) - 1, 1)
        self.tall = Tall(holder(self._whole), None, f"{name}.scroll")
        self.setLayout(column(theme, self.tall, gap=0))

    def _form(self) -> Box:
        desk, theme, name = self.desk, self.desk.theme, self.NAME
        parts = self.build_form()
        keep = main_button(theme, desk.text("Write it down"), self.keep, name=f"{name}.keep")
        away = quiet_button(theme, desk.text("Cancel"), self._cancel, name=f"{name}.cancel")
        self.out = quiet_button(theme, desk.text("Take this entry out"), self._drop_this, name=f"{name}.out")
        buttons = row(theme, keep, away, None, self.out)
        return Box(theme, "card", *parts, holder(buttons), name=f"{name}.form")

    def put(
        self,
        name: str,
        label: str,
        editor: QWidget,
        *,
        width: int = 0,
        check: Check | None = None,
        hint: str = "",
    ) -> Field:
        """Make a field of the form, known by the name its problems have.

        Args:
            name: name of the field in `FieldProblem` and, after the book's, its objectName.
            label: msgid.
            editor: as `Field` takes it.
            width: `NARROW_FIELD`, `WIDE_FIELD` or any units; 0 takes all the room there is.
            check: as `Field` takes it.
            hint: a grey line beneath, in the reader's language.
        """
        theme = self.desk.theme
        field = Field(
            theme, self.desk.text(label), editor, check=check, hint=hint, name=f"{self.NAME}.{name}"
        )
        if width:
            field.setFixedWidth(theme.u(width))
            self._widths[field] = theme.u(width)
        self.fields[name] = field
        return field

    def day_field(self, name: str, label: str, *, width: int = 0, hint: str = "") -> Field:
        """Make a field for a day, read by `day`."""
        return self.put(
            name, label, day_editor(self.desk), width=width, check=day_check(self.desk), hint=hint
        )

    def day(self, name: str) -> date | None:
        """The day in such a field, None if it is empty.

        Raises:
            Refused: it is no day; the field says so.
        """
        field = self.fields[name]
        verdict = day_check(self.desk)(field.value())
        if verdict.kind == "bad":
            field.say(verdict)
            field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            raise Refused
        return day_of(self.desk, field.value())

    def day_words(self, day: date | None) -> str:
        """A day as the field shows it."""
        return self.desk.locale.date(day, "list") if day is not None else ""

    # -- the form ------------------------------------------------------------------------------------

    def begin(self, one: E | None = None) -> None:
        """Open the form, empty or with an entry; what was half written in it before comes back."""
        if not self.form.isHidden():
            self.draft.keep()  # of the entry that was open: what was typed a moment ago as well
        self.editing = one.id if one is not None else None
        self.fill(one)
        for field in self.fields.values():
            field.say(Verdict("fine"))
        self.out.setVisible(one is not None)
        self.form.show()
        self.draft.key = f"{BOOK}{self.NAME}:{self.editing.hex if self.editing is not None else 'new'}"
        if (kept := self.draft.begin()) is not None:
            self.restore(kept)
        self.read_above()
        self.first_field().setFocus(Qt.FocusReason.OtherFocusReason)
        self.headingChanged.emit()

    def first_field(self) -> QWidget:
        """Where the keyboard goes when the form opens."""
        return next(iter(self.fields.values())).editor

    def typed(self) -> dict[str, Any]:
        """What stands in the form, for the draft; `name` is what the draft is offered under."""
        texts = [one.value() for one in self.fields.values() if isinstance(one.editor, TextField | LongText)]
        held = {name: field.value() for name, field in self.fields.items()}
        return {"name": next((one for one in texts if one), "")[:60], "fields": held}

    def restore(self, kept: Mapping[str, Any]) -> None:
        """Put a draft back into the form."""
        held = kept.get("fields")
        for name, value in held.items() if isinstance(held, dict) else ():
            if name in self.fields and isinstance(value, str):
                self.fields[name].set_value(value)

    def keep(self) -> None:
        """Keep what stands in the form; its problems are said at the fields."""
        try:
            act = self.act(self.editing)
        except Refused:
            return
        except UserError as error:
            self._failed(error)
            return
        done = self.desk.run(act, said=self.desk.text(self.WORDS.kept), failed=self._failed)
        if done is not None:
            self.draft.drop()
            self._close()
            self.kept(done.result)

    def kept(self, result: object) -> None:
        """Where the person is led once an entry is kept; `result` is what the action gave."""

    def _failed(self, error: UserError) -> None:
        if isinstance(error, FieldProblem) and error.field in self.fields:
            field = self.fields[error.field]
            field.say(Verdict("bad", self.desk.words(error)))
            field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.desk.say(error, kind="err")

    def _cancel(self) -> None:
        self.draft.drop()
        self._close()

    def _close(self) -> None:
        self.form.hide()
        self.editing = None
        self.read_above()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.headingChanged.emit()

    # -- the list ------------------------------------------------------------------------------------

    def reload(self, *_: object) -> None:
        desk = self.desk
        wanted = plain_fold(self.words.text()).split()
        entries = self.read()
        fitting = [one for one in entries if _has(self.text_of(one), wanted)]
        rows = {view.code: [one for one in fitting if view.fits(one)] for view in self._views}
        number = desk.locale.number
        self.chips.set_chips(
            [Chip(view.code, desk.text(view.label), number(len(rows[view.code]))) for view in self._views],
            self._chip,
        )
        shown = rows[self._chip]
        if key := self.table.sort_key():
            shown.sort(key=lambda one: self.order(one, key), reverse=self.table.descending())
        self._rows = {one.id: one for one in shown}
        self.table.set_rows(list(self._rows), lambda ids: [self._rows.get(one) for one in ids])
        if shown:
            self.body.show_list()
        else:
            self.body.show_empty(self._none_like_that() if entries else self._nothing())
        self.read_above()
        self.headingChanged.emit()

    def _nothing(self) -> EmptyState:
        """What a book without entries is good for."""
        desk = self.desk
        way = Answer(desk.text(self.WORDS.new), self._new, main=True, name=f"{self.NAME}.empty.new")
        return EmptyState(desk.theme, desk.text(self.WORDS.empty), (way,), icon=self.ICON)

    def _none_like_that(self) -> EmptyState:
        """There are entries, but none with these words under this chip."""
        desk = self.desk
        way = Answer(desk.text("Show all"), self._show_all, main=True, name=f"{self.NAME}.all")
        return EmptyState(desk.theme, desk.text("Nothing here is like that."), (way,), icon="search")

    def _show_all(self) -> None:
        self._chip = self._views[0].code
        self.words.clear()
        self.reload()
        self.moved.emit()

    def _pick(self, code: str) -> None:
        self._chip = code
        self.reload()
        self.moved.emit()

    def _told(self, _ids: object) -> None:
        self.headingChanged.emit()

    def _open(self, one: object) -> None:
        if isinstance(one, UUID) and one in self._rows:
            self.begin(self._rows[one])

    def _new(self) -> None:
        self.begin()

    def _drop_this(self) -> None:
        if self.editing is not None:
            self._drop([self.editing])

    def _drop(self, ids: Sequence[UUID]) -> None:
        if not ids:
            return
        said = self.desk.ntext("The entry is taken out.", "{n} entries are taken out.", len(ids))
        done = self.desk.run(self.drop_act(tuple(ids)), said=said)
        if done is not None and self.editing in ids:
            self._cancel()

    # -- the page ------------------------------------------------------------------------------------

    def heading(self) -> Heading:
        desk, words = self.desk, self.WORDS
        new = NewButton(desk.text(words.new), "plus", f"{self.NAME}.new")
        return Heading(desk.text(words.title), desk.text(words.sub), new)

    def acts(self) -> Mapping[str, Callable[[], object]]:
        acts: dict[str, Callable[[], object]] = {
            "new": self._new,
            "find": self.words.setFocus,
            "columns": self.table.choose_columns,
        }
        if not self.form.isHidden():
            acts["escape"] = self._cancel
        if ids := self.table.chosen_ids():
            acts["bin"] = lambda: self._drop(ids)
            acts["edit"] = lambda: self._open(ids[0])
        return acts

    def show_at(self, **where: object) -> None:
        chip = where.get("chip")
        if chip in {view.code for view in self._views}:
            self._chip = str(chip)
        self.reload()
        wanted = where.get("id")
        if isinstance(wanted, str) and wanted:
            self._show_entry(wanted)
        elif where.get("new"):
            self.begin()

    def _show_entry(self, code: str) -> None:
        """Choose an entry and open it, whichever chip it stands under."""
        try:
            wanted = UUID(hex=code)
        except ValueError:
            return
        if wanted not in self._rows:
            self._chip = self._views[0].code
            self.words.clear()
            self.reload()
        if wanted in self._rows:
            self.table.choose(wanted)
            self.begin(self._rows[wanted])

    def where(self) -> dict[str, object]:
        return {"chip": self._chip}

    def leave(self) -> None:
        if not self.form.isHidden():
            self.draft.keep()

    def mark(self, ids: frozenset[UUID]) -> None:
        self.table.mark(ids)

    def panes(self) -> Sequence[QWidget]:
        return (self.chips, self.table)

    def first_focus(self) -> QWidget | None:
        return self.first_field() if not self.form.isHidden() else self.table

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - self.desk.theme.u(AROUND_FIELDS)
        for field, width in self._widths.items():
            field.setFixedWidth(max(min(width, room), 1))

    def fit(self, fit: Fit) -> None:
        super().fit(fit)
        left, _, right, bottom = side_margins(self.desk.theme, fit)
        self.chips.set_compact(fit is Fit.NARROW)
        self.table.fit_columns({Fit.COMPACT: self.COMPACT, Fit.NARROW: self.NARROW}.get(fit))
        self._whole.setContentsMargins(left, 0, right, bottom)
        self.tall.settle()


def _has(text: str, words: Sequence[str]) -> bool:
    plain = plain_fold(text)
    return all(word in plain for word in words)
