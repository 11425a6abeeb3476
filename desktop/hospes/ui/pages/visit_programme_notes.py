# SPDX-License-Identifier: GPL-3.0-or-later
"""What the programme has to say above its items: overlaps with their cure, missing texts, drivers' hours."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hospes.actions.programme import CopyDay, MoveItem
from hospes.queries.travel import transports_of
from hospes.queries.venues import AccessDoubt, access_doubts
from hospes.ui.desk import Answer
from hospes.ui.pages.venue_field import access_words
from hospes.ui.pages.visit_programme_words import missing_words, spoken, time_of, zone_words
from hospes.ui.pages.visit_travel_words import driving_words
from hospes.ui.widgets.boxes import FlowLayout, clear, column, holder, row
from hospes.ui.widgets.buttons import link_button, plain_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.notices import Banner

if TYPE_CHECKING:
    from hospes.domain.programme import Overlap
    from hospes.queries.programme import Programme
    from hospes.ui.desk import Desk


class ProgrammeNotes(QWidget):
    """Lines and banners; nothing where all is well."""

    opened = Signal(UUID)
    """Open this item."""

    textWanted = Signal(UUID, str)
    """Open this item at its text in a language."""

    copied = Signal(object)
    """A day was copied to this day."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._found: Programme | None = None
        self._open: UUID | None = None
        self._copying: QWidget | None = None
        self._from: date | None = None
        self._copy_box = column(desk.theme, gap=0)
        self._box = column(desk.theme, gap=6)
        self.setLayout(column(desk.theme, self._copy_box, self._box, gap=6))

    def show_notes(
        self, found: Programme, day: date | None, languages: tuple[str, ...], open_: UUID | None
    ) -> None:
        """Say it anew."""
        desk, theme = self.desk, self.desk.theme
        self._found, self._open = found, open_
        if day != self._from:
            self._end_copy()
        clear(self._box)
        if found.zone and found.home_zone and found.zone != found.home_zone:
            words = desk.text("All times are those of {town}.", town=zone_words(found.zone))
            self._box.addWidget(Label(theme, words, "m", wrap=True, name="visit.programme.zone"))
        for number, pair in enumerate(found.overlaps):
            self._box.addWidget(self._overlap(found, pair, languages, number))
        for code in spoken(found):
            lacking = found.missing(code)
            if lacking:
                words = missing_words(desk, code, len(lacking))
                jump = link_button(theme, words, self._jump, icon="languages", name=f"visit.missing.{code}")
                jump.setProperty("language", code)
                self._box.addLayout(row(theme, jump, None))
        for number, doubt in enumerate(desk.read(access_doubts, found.visit_id, desk.locale)):
            self._box.addWidget(self._access(found, doubt, languages, number))
        for number, (words, serious) in enumerate(self._driving(found, day)):
            answer = Answer(desk.text("Open the journey"), self._to_travel, name="visit.driving.open")
            banner = Banner(
                theme, words, "warn" if serious else "home", answers=(answer,), name=f"visit.driving.{number}"
            )
            self._box.addWidget(banner)

    def _access(
        self, found: Programme, doubt: AccessDoubt, languages: tuple[str, ...], number: int
    ) -> QWidget:
        """A venue that does not suit somebody who takes part, or of which nobody knows (S35)."""
        desk, item = self.desk, found.item(doubt.item_id)
        title = item.title(*languages) if item is not None else ""
        words = [access_words(desk.locale, doubt, title)]
        if doubt.names:
            words.append(desk.locale.listing(doubt.names))
        item_id, venue_id = doubt.item_id, doubt.venue_id

        def open_() -> None:
            self.opened.emit(item_id)

        def show() -> None:
            desk.go("venues", id=venue_id.hex)

        answers = (
            Answer(desk.text("Open it"), open_, name=f"visit.access.open.{number}"),
            Answer(desk.text("Show the venue"), show, name=f"visit.access.venue.{number}"),
        )
        tone: Literal["warn", "home"] = "warn" if doubt.doubt.known else "home"
        return Banner(desk.theme, "\n".join(words), tone, answers=answers, name=f"visit.access.{number}")

    def _driving(self, found: Programme, day: date | None) -> list[tuple[str, bool]]:
        """What the coach drivers of the day cannot do, or only now and then (REQ-2-10)."""
        desk = self.desk
        told = []
        for one in desk.read(transports_of, found.visit_id, found.zone):
            days = {leg.id: leg.departs_on for leg in one.legs}
            for problem in one.problems:
                if (
                    problem.driving is not None
                    and problem.leg_id is not None
                    and days.get(problem.leg_id) == day
                ):
                    words = driving_words(desk, problem.driving)
                    name = one.name or desk.locale.label(one.kind)
                    told.append((desk.text("{coach}: {problem}", coach=name, problem=words), problem.serious))
        return told

    def _to_travel(self) -> None:
        if self._found is not None:
            self.desk.go("visit", id=self._found.visit_id.hex, tab="travel")

    def _overlap(self, found: Programme, pair: Overlap, languages: tuple[str, ...], number: int) -> QWidget:
        """Two items at once, with the button that moves the later one."""
        desk = self.desk
        first, second = (found.item(_uuid(slot.id)) for slot in (pair.first, pair.second))
        assert first is not None
        assert second is not None
        words = desk.text(
            "{day}: two items overlap, {first_time} {first} and {second_time} {second}.",
            day=desk.locale.date(first.on, "weekday_short"),
            first_time=time_of(desk, first),
            first=first.title(*languages),
            second_time=time_of(desk, second),
            second=second.title(*languages),
        )
        item_id, on, move_to = second.id, second.on, pair.move_to

        def move() -> None:
            said = desk.text("Moved to {time}.", time=move_to)
            desk.run(MoveItem(item_id, on, move_to), said=said)

        def open_() -> None:
            self.opened.emit(item_id)

        answers = []
        if move_to is not None:
            told = desk.text("Move {item} to {time}", item=second.title(*languages), time=move_to)
            answers.append(Answer(told, move, name=f"visit.overlap.move.{number}"))
        answers.append(Answer(desk.text("Open it"), open_, name=f"visit.overlap.open.{number}"))
        return Banner(desk.theme, words, "warn", answers=tuple(answers), name=f"visit.overlap.{number}")

    def _jump(self) -> None:
        """The next item, after the one that is open, that has no text in the language."""
        language, found = str(self.sender().property("language")), self._found
        lacking = found.missing(language) if found is not None else ()
        if found is None or not lacking:
            return
        ids = [item.id for item in found.items]
        after = ids.index(self._open) if self._open in ids else -1
        wanted = next((item for item in lacking if ids.index(item.id) > after), lacking[0])
        self.textWanted.emit(wanted.id, language)

    # -- copying a day ---------------------------------------------------------------------------------

    def begin_copy(self, found: Programme, day: date) -> None:
        """Ask to which day."""
        desk, theme = self.desk, self.desk.theme
        others = [(one.isoformat(), desk.locale.date(one, "weekday")) for one in found.days() if one != day]
        if not others:
            desk.say(desk.text("The visit has only one day."), kind="info")
            return
        self._end_copy()
        self._from = day
        self.copy_to = Choice(theme, others, name="visit.copyDay.to")
        self.copy_to.setAccessibleName(desk.text("Copy to"))
        go = plain_button(theme, desk.text("Copy"), self._copy, name="visit.copyDay.go")
        away = plain_button(theme, desk.text("Cancel"), self._end_copy, name="visit.copyDay.cancel")
        words = desk.text("Copy everything of {day} to", day=desk.locale.date(day, "weekday"))
        label = Label(theme, words)
        label.setMinimumHeight(go.sizeHint().height())
        self._copying = holder(FlowLayout(theme, label, self.copy_to, go, away))
        self._copy_box.addWidget(self._copying)
        self.copy_to.setFocus(Qt.FocusReason.OtherFocusReason)

    def _copy(self) -> None:
        found, day, desk = self._found, self._from, self.desk
        if found is None or day is None:
            return
        to = date.fromisoformat(self.copy_to.code())
        words = desk.text("The day is copied to {day}.", day=desk.locale.date(to, "weekday"))
        if desk.run(CopyDay(found.visit_id, day, to), said=words) is not None:
            self._end_copy()
            self.copied.emit(to)

    def _end_copy(self) -> None:
        copying, self._copying = self._copying, None
        self._from = None
        if copying is not None:
            copying.hide()
            copying.deleteLater()


def _uuid(value: object) -> UUID:
    assert isinstance(value, UUID)
    return value
