# SPDX-License-Identifier: GPL-3.0-or-later
"""A card of facts about one person of a visit, each written at once when it is left."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from hospes.domain.dates import DateKind
from hospes.domain.errors import UserError
from hospes.ui.pages.person_dates import bad_day, read_day
from hospes.ui.pages.person_flat import FlatLine, flat_field
from hospes.ui.widgets.boxes import Box
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import Field, Verdict
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hospes.actions import Action
    from hospes.domain.codes import Code
    from hospes.ui.desk import Desk

UNKNOWN = ""


def firm(widget: QWidget) -> QWidget:
    """`widget` with buttons that go on in a second line: never lower than they need."""
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)
    return widget


class FactsCard(Box):
    """Fields of one thing, each written at once when it is left."""

    wrote = Signal(list)
    """Names of values that were kept; the card shows them already."""

    def __init__(self, desk: Desk, words: str, stem: str) -> None:
        super().__init__(desk.theme, "card", gap=4, margins=(14, 12, 14, 12))
        if words:
            self.box.addWidget(Label(desk.theme, words, "section"))
        self.desk = desk
        self.seen: int | None = None
        """The version of the row the card shows; each own change makes it one more."""
        self._stem = stem

    def write(self, values: dict[str, object]) -> Action:
        """The action that keeps changed values."""
        raise NotImplementedError

    def save(self, field: Field | None, values: dict[str, object]) -> None:
        """Keep values; what is wrong about them is said at the field."""

        def failed(error: UserError) -> None:
            if field is None:
                self.desk.say(error, kind="err")
            else:
                field.say(Verdict("bad", self.desk.words(error)))

        outcome = self.desk.run(self.write(values), failed=failed)
        if outcome is not None:
            if isinstance(outcome.result, int):
                self.seen = outcome.result
            self.wrote.emit(list(values))

    def choice(
        self,
        code: str,
        words: str,
        options: Sequence[tuple[str, str]],
        now: str,
        read: Callable[[str], object],
    ) -> Field:
        """One of several words."""
        editor = Choice(self.desk.theme, options, now)
        field = Field(self.desk.theme, words, editor, beside=True, name=f"{self._stem}.{code}")
        field.saved.connect(lambda picked: self.save(field, {code: read(picked)}))
        self.box.addWidget(field)
        return field

    def code_of(
        self, code: str, words: str, kind: type[Code], now: Code | None, *, empty: bool = True
    ) -> Field:
        """One of the codes of a kind, or not asked."""
        text = self.desk.text
        options = [(UNKNOWN, text("not asked"))] if empty else []
        options += [(one.value, self.desk.locale.label(one)) for one in kind]
        return self.choice(
            code, words, options, now.value if now is not None else UNKNOWN, lambda c: kind(c) if c else None
        )

    def yes_no(self, code: str, words: str, now: bool | None) -> Field:
        """Yes, no, or not asked."""
        text = self.desk.text
        options = [(UNKNOWN, text("not asked")), ("1", text("yes")), ("0", text("no"))]
        shown = UNKNOWN if now is None else "1" if now else "0"
        return self.choice(code, words, options, shown, lambda c: None if c == UNKNOWN else c == "1")

    def words(self, code: str, words: str, now: str, *, empty: str = "") -> Field:
        """A line of text."""
        line = FlatLine(self.desk.theme, now, empty=empty or self.desk.text("not known"))
        field = flat_field(self.desk.theme, words, line, name=f"{self._stem}.{code}")
        field.saved.connect(lambda typed: self.save(field, {code: typed.strip()}))
        self.box.addWidget(field)
        return field

    def number(self, code: str, words: str, now: int | None) -> Field:
        """A whole number, or not asked."""

        def check(typed: str) -> Verdict:
            if not typed.strip() or typed.strip().isdecimal():
                return Verdict()
            return Verdict("bad", self.desk.text("This is no number. What you typed is kept."))

        line = FlatLine(self.desk.theme, "" if now is None else str(now), empty=self.desk.text("not asked"))
        field = flat_field(self.desk.theme, words, line, check=check, name=f"{self._stem}.{code}")
        field.saved.connect(lambda typed: self.save(field, {code: int(typed) if typed.strip() else None}))
        self.box.addWidget(field)
        return field

    def day(self, code: str, words: str, now: date | None, *, empty: str) -> Field:
        """A whole day, read as typed and read back in words."""
        desk = self.desk

        def check(typed: str) -> Verdict:
            try:
                found = read_day(desk, typed, DateKind.ANY)
            except UserError as error:
                return bad_day(desk, error)
            if found is not None and found.exact is None:
                return Verdict("bad", desk.text("The whole day is needed."))
            return Verdict("fine", desk.locale.date(found.exact, "long")) if found is not None else Verdict()

        shown = desk.locale.date(now) if now is not None else ""
        line = FlatLine(desk.theme, shown, empty=empty)
        field = flat_field(desk.theme, words, line, check=check, name=f"{self._stem}.{code}")

        def keep(typed: str) -> None:
            found = read_day(desk, typed, DateKind.ANY)
            self.save(field, {code: found.exact if found is not None else None})

        field.saved.connect(keep)
        self.box.addWidget(field)
        return field

    def clock(self, code: str, words: str, now: time | None) -> Field:
        """A time of day."""
        desk = self.desk

        def check(typed: str) -> Verdict:
            if not typed.strip() or read_clock(typed) is not None:
                return Verdict()
            return Verdict("bad", desk.text("This is no time, such as 14:30. What you typed is kept."))

        shown = desk.locale.time(now) if now is not None else ""
        line = FlatLine(desk.theme, shown, empty=desk.text("not known"))
        field = flat_field(desk.theme, words, line, check=check, name=f"{self._stem}.{code}")
        field.saved.connect(lambda typed: self.save(field, {code: read_clock(typed)}))
        self.box.addWidget(field)
        return field


def read_clock(typed: str) -> time | None:
    """A time as people write it: 14:30, 14.30, 14 h 30, 9, 2:30 pm."""
    text = typed.strip().lower()
    later = text.endswith(("pm", "p.m."))
    for word in ("a.m.", "p.m.", "am", "pm", "uhr", "godz."):
        text = text.replace(word, "")
    figures = [part for part in "".join(c if c.isdecimal() else " " for c in text).split() if part]
    if not figures or len(figures) > 2 or any(c.isalpha() and c not in "h" for c in text):
        return None
    if len(figures) == 1 and len(figures[0]) in (3, 4):
        figures = [figures[0][:-2], figures[0][-2:]]
    hour, minute = int(figures[0]), int(figures[1]) if len(figures) > 1 else 0
    if later and hour < 12:
        hour += 12
    return time(hour, minute) if hour < 24 and minute < 60 else None
