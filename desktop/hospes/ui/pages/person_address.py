# SPDX-License-Identifier: GPL-3.0-or-later
"""The address of a person: one line until it is pressed, then its parts; saved when the last part is left.

An address shared with a household is asked about: "Also for Piotr? [Yes, both] [Only Barbara]" (design 5.5).
Until that is answered what was typed is a draft.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from hospes.actions.addresses import ChangeAddress
from hospes.domain.addresses import PostalAddress, one_line, postcode_doubt
from hospes.queries.members import home_country
from hospes.queries.people import AddressRow, addresses_of, household_of
from hospes.queries.person_details import accepted_doubts
from hospes.queries.suggestions import place_of
from hospes.ui.pages.person_drafts import Keeping, drop_draft, field_key, keep_draft, kept_draft
from hospes.ui.pages.person_flat import FlatLine
from hospes.ui.widgets.boxes import Box, FlowLayout, clear, column, holder, row
from hospes.ui.widgets.buttons import main_button, plain_button
from hospes.ui.widgets.fields import Field, TextField, Verdict
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    from hospes.domain.errors import UserError
    from hospes.queries.people import PersonHead
    from hospes.ui.desk import Desk

PARTS = ("street", "postcode", "town")
POSTCODE_DOUBT = "odd-postcode"
DRAFT = "address"


class _Line(FlatLine):
    """The address as it is read; a click or the keyboard opens its parts."""

    entered = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, empty=desk.text("not known"))
        self.setReadOnly(True)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self.entered.emit()


class AddressField(QWidget):
    """The address. `saved` tells that something was written, or that a question is open."""

    saved = Signal()

    def __init__(self, desk: Desk, head: PersonHead) -> None:
        super().__init__()
        self.desk = desk
        self.head = head
        theme, text = desk.theme, desk.text
        self._row: AddressRow | None = None
        self._keeping = Keeping(self._keep, self)
        self.line = _Line(desk)
        self.line.setObjectName("person.address")
        self.line.setAccessibleName(text("Address"))
        self.line.entered.connect(self.edit)
        words = {"street": text("Street"), "postcode": text("Postcode"), "town": text("Place")}
        self.parts: dict[str, Field] = {}
        for code in PARTS:
            editor = TextField(theme, example=words[code])
            check = self._check_postcode if code == "postcode" else None
            self.parts[code] = Field(theme, words[code], editor, check=check, name=f"person.{code}")
            editor.textEdited.connect(self._keeping.typed)
            editor.installEventFilter(self)
        self.parts["postcode"].saved.connect(self._fill_place)
        self.parts["postcode"].accepted.connect(self._accept)
        below = row(theme, self.parts["postcode"], self.parts["town"], gap=8)
        below.setStretch(0, 2)
        below.setStretch(1, 3)
        for code in ("postcode", "town"):
            below.setAlignment(self.parts[code], Qt.AlignmentFlag.AlignTop)
        self._open = holder(column(theme, self.parts["street"], below, gap=4))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.line)
        self._stack.addWidget(self._open)
        self._question = Box(theme, "card", gap=6, margins=(12, 8, 12, 8), name="person.addressQuestion")
        self._question.hide()
        label = Label(theme, text("Address"), "m", wrap=True)
        label.setFixedWidth(theme.u(122))
        label.setContentsMargins(0, theme.u(4), theme.u(8), 0)
        across = row(theme, label, self._stack, gap=0)
        across.setStretch(1, 1)
        across.setAlignment(label, Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(theme, across, self._question, gap=4))
        self._asking = False
        self.refresh(head)
        self._take_draft()

    # -- showing -------------------------------------------------------------------------------------

    def refresh(self, head: PersonHead) -> None:
        """Show what the file holds now, unless somebody is writing here or has to answer."""
        self.head = head
        if self._asking or self.is_open():
            return
        desk = self.desk
        found = desk.read(addresses_of, desk.file.today, person_id=head.id)
        self._row = next((one for one in found if one.holds(desk.file.today)), None)
        for code, field in self.parts.items():
            field.set_value(str(getattr(self._row, code, "")))
        self._show_line()

    def _show_line(self) -> None:
        self._stack.setCurrentWidget(self.line)
        self._fit_stack()
        self.line.setText(one_line(self._address(), self.desk.locale, self.desk.read(home_country)))
        self.line.setCursorPosition(0)
        doubt = postcode_doubt(self.parts["postcode"].value(), self._country())
        row_ = self._row
        if doubt is not None and row_ is not None:
            accepted = self.desk.read(accepted_doubts, [row_.id])
            if (row_.id, POSTCODE_DOUBT, self.parts["postcode"].value()) not in accepted:
                self.line.setToolTip(plain_tip(self.desk.words(doubt)))

    def _fit_stack(self) -> None:
        """Only the page in view decides the height."""
        for widget in (self.line, self._open):
            policy = widget.sizePolicy()
            shown = widget is self._stack.currentWidget()
            vertical = policy.Policy.Preferred if shown else policy.Policy.Ignored
            widget.setSizePolicy(policy.horizontalPolicy(), vertical)
        self._stack.updateGeometry()

    def is_open(self) -> bool:
        """Whether the parts are in view."""
        return self._stack.currentWidget() is self._open

    def edit(self) -> None:
        """Open the parts and go into the first."""
        self._stack.setCurrentWidget(self._open)
        self._fit_stack()
        self.parts["street"].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_asking(self) -> bool:
        """Whether it is not said yet for whom the address holds."""
        return self._asking

    # -- writing -------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            reason = cast("QFocusEvent", event).reason()
            if reason not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason):
                QTimer.singleShot(0, self, self._maybe_close)
        return super().eventFilter(watched, event)

    def _maybe_close(self) -> None:
        focus = QApplication.focusWidget()
        if self.is_open() and (focus is None or not self._open.isAncestorOf(focus)):
            self.leave()

    def leave(self) -> None:
        """Write what was typed, or ask for whom it is meant."""
        if not self.is_open():
            return
        for field in self.parts.values():
            field.leave()
        self._keeping.stop()
        if not self._differs():
            drop_draft(self.desk, self._key())
            self._show_line()
            return
        others = self._others()
        if self._row is not None and self._row.shared and others:
            self._ask(others)
        else:
            self._write(only_this=False)

    def _differs(self) -> bool:
        return any(
            field.value().strip() != str(getattr(self._row, code, "")) for code, field in self.parts.items()
        )

    def _address(self) -> PostalAddress:
        kept = {code: str(getattr(self._row, code, "")) for code in ("care_of", "extra", "region", "country")}
        typed = {code: field.value().strip() for code, field in self.parts.items()}
        return PostalAddress(**kept, **typed)

    def _country(self) -> str:
        return str(getattr(self._row, "country", "")) or self.desk.read(home_country)

    def _write(self, *, only_this: bool) -> None:
        self._asking = False
        self._question.hide()
        action = ChangeAddress("person", self.head.id, self._address(), only_this=only_this)
        self._show_line()
        self.desk.run(action, done=lambda _: self._written(), failed=self._refused)

    def _written(self) -> None:
        drop_draft(self.desk, self._key())
        self.refresh(self.head)
        self.saved.emit()

    def _refused(self, error: UserError) -> None:
        self._stack.setCurrentWidget(self._open)
        self._fit_stack()
        self.parts["street"].say(Verdict("bad", self.desk.words(error)))
        self._keep()
        self.saved.emit()

    def _ask(self, others: list[str]) -> None:
        """For whom is it? The answer stands right beneath; until it is given nothing is changed."""
        desk, theme = self.desk, self.desk.theme
        self._asking = True
        self._keep()
        clear(self._question.box)
        own = self.head.name.given or self.head.name.surname
        names = desk.locale.listing(others)
        all_ = desk.text("Yes, both") if len(others) == 1 else desk.text("Yes, all of them")
        flow = FlowLayout(theme)
        flow.addWidget(main_button(theme, all_, self._for_all, name="person.addressBoth"))
        only = desk.text("Only {person}", person=own)
        flow.addWidget(plain_button(theme, only, self._for_one, name="person.addressAlone"))
        flow.addWidget(
            plain_button(theme, desk.text("Leave it as it was"), self._for_none, name="person.addressNone")
        )
        self._question.box.addWidget(Label(theme, desk.text("Also for {people}?", people=names), wrap=True))
        self._question.box.addWidget(holder(flow))
        self._question.setAccessibleName(desk.text("Also for {people}?", people=names))
        self._question.show()
        self._show_line()
        self.saved.emit()

    def _for_all(self) -> None:
        self._write(only_this=False)

    def _for_one(self) -> None:
        self._write(only_this=True)

    def _for_none(self) -> None:
        self._asking = False
        self._question.hide()
        self._written()

    def _others(self) -> list[str]:
        """Given names of those who share the address."""
        day = self.desk.file.today
        home = self.desk.read(household_of, self.head.id, day)
        people = home.people if home is not None else ()
        return [
            one.name.given or one.name.surname
            for one in people
            if one.id != self.head.id and one.lives_here(day) and not one.deceased
        ]

    # -- place, doubts, drafts -------------------------------------------------------------------------

    def _fill_place(self, postcode: str) -> None:
        town = self.parts["town"]
        if not town.value().strip():
            town.set_value(self.desk.read(place_of, postcode, self._country()))

    def _check_postcode(self, typed: str) -> Verdict:
        doubt = postcode_doubt(typed.strip(), self._country()) if typed.strip() else None
        if doubt is None:
            return Verdict()
        return Verdict("odd", self.desk.words(doubt), (), self.desk.text("It is right"))

    def _accept(self, typed: str) -> None:
        if self._row is not None:
            self.desk.file.accept_doubt(self._row.id, POSTCODE_DOUBT, typed.strip(), self.head.id)

    def _key(self) -> str:
        return field_key(self.head.id, DRAFT)

    def _keep(self) -> None:
        content = {code: field.value() for code, field in self.parts.items()}
        keep_draft(self.desk, self._key(), content, self.head.id)

    def _take_draft(self) -> None:
        """What was typed before a crash, or is still to be answered."""
        kept: Any = kept_draft(self.desk, self._key())
        if not isinstance(kept, dict):
            return
        for code, field in self.parts.items():
            field.set_value(str(kept.get(code, field.value())))
        if not self._differs():
            drop_draft(self.desk, self._key())
            return
        others = self._others()
        if self._row is not None and self._row.shared and others:
            self._ask(others)
        else:
            self._stack.setCurrentWidget(self._open)
            self._fit_stack()
