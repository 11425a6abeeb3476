# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts of a person that the pane and the page share: badges, household, dues, visits, notes, history."""

from __future__ import annotations

from datetime import UTC
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from hospes.actions.notes import AddNote, DeleteNote, EditNote
from hospes.domain.codes import DuesState, LetterStyle
from hospes.domain.names import display_name, initials
from hospes.i18n.languages import data_for, described
from hospes.queries.association import association, towns
from hospes.queries.history import history
from hospes.queries.member_history import visits_of
from hospes.queries.members import member_rows
from hospes.queries.people import household_of
from hospes.queries.person_details import notes_of
from hospes.ui.pages.members_columns import DUES_LOOK
from hospes.ui.pages.note_line import NoteLine
from hospes.ui.widgets.boxes import FlowLayout, clear, column, holder, line, row
from hospes.ui.widgets.buttons import RingFrame, icon_button, link_button, paint_ring, plain_button
from hospes.ui.widgets.fields import LongText
from hospes.ui.widgets.labels import Badge, Label, StateWord, avatar, picture
from hospes.ui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from hospes.queries.members import MemberRow
    from hospes.queries.people import HomeOf, Housemate, PersonHead
    from hospes.ui.desk import Desk


def badges(desk: Desk, member: MemberRow | None, head: PersonHead) -> QWidget:
    """What somebody is, in a row of badges: dues, host, offices, languages, death."""
    theme = desk.theme
    flow = FlowLayout(theme, gap=7)
    if head.deceased:
        day = desk.locale.rough(head.died) if head.died else ""
        flow.addWidget(Badge(theme, desk.text("Died {day}", day=day).strip(), "muted"))
    if member is not None:
        if member.is_member and member.dues is not DuesState.NONE:
            icon, tone = DUES_LOOK[member.dues]
            state = desk.locale.label(member.dues)
            state = state[:1].lower() + state[1:]
            words = desk.text("Dues {year} {state}", year=str(member.dues_year), state=state)
            flow.addWidget(Badge(theme, words, tone, icon))
        elif member.left_on is not None:
            day = desk.locale.date(member.left_on, "list")
            flow.addWidget(Badge(theme, desk.text("Left on {day}", day=day), "muted"))
        for office in member.offices[:2]:
            words = office.title or desk.locale.role(office.function, head.name.gender)
            flow.addWidget(Badge(theme, words, "home", "star"))
        if member.can_host:
            flow.addWidget(Badge(theme, desk.text("Host family"), "home", "house"))
        own = desk.read(association).language
        partners = partner_languages(desk)
        spoken = [code for code, _ in member.languages if code in partners and code != own]
        if spoken:
            names = desk.locale.listing(desk.locale.language_name(code) for code in spoken)
            words = desk.text("Speaks {language}", language=names)
            flow.addWidget(Badge(theme, words, "home", "languages"))
    box = holder(flow, "person.badges")
    if not flow.count():
        box.hide()
    return box


def partner_languages(desk: Desk) -> frozenset[str]:
    """Languages of the countries our partner towns are in."""
    countries = {town.country for town in desk.read(towns, desk.locale.language) if not town.is_home}
    return frozenset(code for code in described() if data_for(code).territory in countries)


class SavedLine(QWidget):
    """How things stand at the left; who changed the person last at the right, as far as there is room."""

    def __init__(self, desk: Desk, head: PersonHead, bad: Sequence[str]) -> None:
        super().__init__()
        self.desk = desk
        theme = desk.theme
        if bad:
            words = desk.text("Saved, except {fields}", fields=desk.locale.listing(bad))
            self.state = StateWord(theme, words, "warn", "pencil")
        elif desk.file.read_only:
            self.state = StateWord(theme, desk.text("Only for looking"), "muted", "circle-alert")
        else:
            self.state = StateWord(theme, desk.text("All changes saved"), "ok")
        self.state.setObjectName("person.saved")
        self._long, self._short = self._words(head)
        self.when = Label(theme, self._short, "m", name="person.changed")
        self.when.setAccessibleName(self._long)
        self.when.setToolTip(plain_tip(self._long))
        self.setLayout(row(theme, self.state, None, self.when))

    def _words(self, head: PersonHead) -> tuple[str, str]:
        """With and without who it was."""
        desk = self.desk
        steps = desk.read(history, desk.locale.language, 1, person_id=head.id)
        at, who = (steps[0].at, steps[0].who) if steps else (head.changed_at, "")
        if at is None:
            return "", ""
        local = (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone()
        time = desk.locale.time(local.time())
        if local.date() == desk.file.today:
            short = desk.text("Changed today, {time}", time=time)
            long = desk.text("Changed today, {time} by {person}", time=time, person=who)
        else:
            short = desk.text("Changed on {day}", day=local.date())
            long = desk.text("Changed on {day}, {time} by {person}", day=local.date(), time=time, person=who)
        return (long if who else short), short

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = event.size().width() - self.state.sizeHint().width() - self.desk.theme.u(16)
        fits = self.when.fontMetrics().horizontalAdvance(self._long) <= room
        self.when.setText(self._long if fits else self._short)


def within(desk: Desk, words: str) -> str:
    """A label in the middle of a line: small letters, save in German, whose nouns keep their capital."""
    return words if desk.locale.language == "de" else words[:1].lower() + words[1:]


class MateRow(RingFrame):
    """Somebody of the household: the whole line leads to their page."""

    pressed = Signal(object)

    def __init__(self, desk: Desk, one: Housemate, words: str, about: str) -> None:
        super().__init__(desk.theme)
        theme = desk.theme
        self._id = one.id
        self.setObjectName(f"person.mate.{one.id.hex}")
        self.setAccessibleName(", ".join(part for part in (words, about) if part))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        texts = column(theme, Label(theme, words, "lead", wrap=True), gap=0)
        if about:
            texts.addWidget(Label(theme, about, "m", wrap=True))
        way = picture(theme.pixmap("chevron-right", "text", 20))
        box = row(
            theme,
            avatar(theme, initials(one.name), size=36),
            holder(texts),
            way,
            gap=10,
            margins=(0, 3, 0, 3),
        )
        box.setStretch(1, 1)
        self.setLayout(box)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit(self._id)
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit(self._id)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.ring and self.hasFocus():
            painter = QPainter(self)
            paint_ring(painter, QRectF(self.rect()), self.theme, radius=6)
            painter.end()


class HouseholdPart(QWidget):
    """Who lives together; each leads to their page, and somebody can be added."""

    adding = Signal(object)
    """A `HomeOf` somebody shall be added to."""

    def __init__(self, desk: Desk, head: PersonHead, *, add: bool = True) -> None:
        super().__init__()
        self.desk = desk
        theme = desk.theme
        box = column(theme, gap=4)
        self.setLayout(box)
        today = desk.file.today
        self._home = home = desk.read(household_of, head.id, today)
        if home is None:
            box.addWidget(Label(theme, desk.text("No household is known."), "m"))
            return
        words = Label(theme, desk.text("Household {name}", name=home.name), "section", wrap=True)
        top = row(theme, words)
        top.setStretch(0, 1)
        if add and not desk.file.read_only:
            top.addWidget(
                link_button(theme, desk.text("Add person"), self._add, icon="plus", name="person.addMate")
            )
        box.addLayout(top)
        mates = [one for one in home.people if one.id != head.id and one.lives_here(today)]
        numbers = self._numbers(mates)
        several = len([one for one in home.people if one.lives_here(today) and not one.deceased])
        for one in mates:
            relation = within(desk, desk.locale.label(one.relation))
            words_ = desk.text("{name}, {relation}", name=display_name(one.name), relation=relation)
            about = [numbers.get(one.id, ""), self._letters(home, several)]
            line_ = MateRow(desk, one, words_, " · ".join(part for part in about if part))
            line_.pressed.connect(self._open_person)
            box.addWidget(line_)
        if not mates:
            box.addWidget(Label(theme, desk.text("Nobody else lives here."), "m"))
        more = link_button(
            theme, desk.text("Open the household"), self._open_household, name="person.household"
        )
        box.addLayout(row(theme, more, None))

    def home(self) -> HomeOf | None:
        """The household shown."""
        return self._home

    def _numbers(self, mates: list[Housemate]) -> dict[UUID, str]:
        desk = self.desk
        ids = [one.id for one in mates]
        rows = desk.read(member_rows, ids, locale=desk.locale, today=desk.file.today, only=())
        return {
            one.id: desk.text("Member no. {number}", number=one.number)
            for one in rows
            if one.is_member and one.number
        }

    def _letters(self, home: HomeOf, several: int) -> str:
        if home.letter_style is LetterStyle.EACH:
            return self.desk.text("a letter to each")
        return self.desk.text("one letter to both") if several == 2 else self.desk.text("one letter to all")

    def _add(self) -> None:
        self.adding.emit(self._home)

    def _open_household(self) -> None:
        if self._home is not None:
            self.desk.go("household", id=self._home.id.hex)

    def _open_person(self, person_id: UUID) -> None:
        self.desk.go("person", id=person_id.hex)


def visits_part(desk: Desk, head: PersonHead) -> QWidget:
    """Visits as guest and as host, and with whom."""
    theme = desk.theme
    box = column(theme, gap=6)
    found = desk.read(visits_of, head.id, desk.file.today, desk.locale.language)
    for one in found:
        when = desk.locale.span(one.first, one.last) if one.first and one.last else ""
        box.addWidget(Label(theme, one.title, "label", wrap=True))
        parts = [when, desk.locale.label(one.kind)]
        if one.with_whom:
            guests = desk.locale.listing([display_name(name) for name in one.with_whom])
            parts.append(desk.text("hosted {people}", people=guests))
        if one.household:
            parts.append(desk.text("slept at {household}", household=one.household))
        box.addWidget(Label(theme, " · ".join(part for part in parts if part), "m", wrap=True))
        box.addWidget(line())
    if not found:
        box.addWidget(Label(theme, desk.text("No visits yet."), "m"))
    return holder(box, "person.visits")


class NotesPart(QWidget):
    """Notes, the newest first, and a place to write one; half-written ones come back after a crash."""

    def __init__(self, desk: Desk, owner: str, owner_id: UUID) -> None:
        super().__init__()
        self.desk = desk
        self._owner, self._id = owner, owner_id
        theme = desk.theme
        kept = desk.file.drafts(self._key())
        self.text = LongText(theme, str(kept[0].content) if kept else "", lines=3, name="person.newNote")
        self.text.setAccessibleName(desk.text("New note"))
        self.text.setPlaceholderText(desk.text("Write a note"))
        add = plain_button(theme, desk.text("Add note"), self._add, name="person.addNote")
        self._list = column(theme, gap=6)
        self.setLayout(column(theme, self.text, row(theme, add, None), self._list, None, gap=8))
        self._fill()

    def _key(self) -> str:
        return f"note:{self._owner}:{self._id.hex}"

    def leave(self) -> None:
        """Keep what is half written."""
        for one in self.findChildren(NoteLine):
            one.leave()
        typed = self.text.text().strip()
        if typed:
            person = self._id if self._owner == "person" else None
            self.desk.file.keep_draft(self._key(), typed, person)
        elif self.desk.file.drafts(self._key()):
            self.desk.file.drop_draft(self._key())

    def _fill(self) -> None:
        clear(self._list)
        desk, theme = self.desk, self.desk.theme
        for one in desk.read(notes_of, self._owner, self._id):
            head = desk.text("{day} · {kind}", day=one.on, kind=desk.locale.label(one.kind))
            away = icon_button(
                theme,
                desk.text("Delete this note"),
                "trash-2",
                self._delete,
                name="person.deleteNote",
                small=True,
            )
            away.setProperty("note", one.id.hex)
            self._list.addWidget(
                NoteLine(
                    desk,
                    one.text,
                    one.text,
                    partial(self._changed, one.id, one.version),
                    away,
                    grey=head,
                    name="person.editNote",
                )
            )
            self._list.addWidget(line())

    def _changed(self, note: UUID, seen: int, typed: str) -> EditNote:
        return EditNote(note, {"text": typed}, seen)

    def _add(self) -> None:
        action = AddNote(self._owner, self._id, self.text.text())  # type: ignore[arg-type]  # an owner of notes
        if self.desk.run(action, said=self.desk.text("The note is kept.")) is not None:
            self.text.setText("")
            self.desk.file.drop_draft(self._key())
            self._fill()

    def _delete(self) -> None:
        note = UUID(hex=str(self.sender().property("note")))
        self.desk.run(DeleteNote(note), said=self.desk.text("The note is deleted."))
        self._fill()
