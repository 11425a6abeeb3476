# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts of a person that the pane and the page share: badges, household, dues, visits, notes, history."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from hospes.actions.labels import step_words
from hospes.actions.notes import AddNote, DeleteNote
from hospes.domain.codes import DuesState
from hospes.domain.names import display_name, initials
from hospes.queries.association import association
from hospes.queries.history import history
from hospes.queries.member_history import dues_rows, visits_of
from hospes.queries.people import household_of
from hospes.queries.person_details import notes_of
from hospes.ui.pages.members_columns import DUES_LOOK
from hospes.ui.widgets.boxes import FlowLayout, clear, column, holder, line, row
from hospes.ui.widgets.buttons import icon_button, link_button, plain_button
from hospes.ui.widgets.fields import LongText
from hospes.ui.widgets.labels import Badge, Label, StateWord, avatar

if TYPE_CHECKING:
    from hospes.queries.members import MemberRow
    from hospes.queries.people import PersonHead
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
            words = desk.text(
                "Dues {year}: {state}", year=member.dues_year, state=desk.locale.label(member.dues)
            )
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
        for code in [code for code, _ in member.languages if code != own][:2]:
            if code != desk.locale.language:
                words = desk.text("Speaks {language}", language=desk.locale.language_name(code))
                flow.addWidget(Badge(theme, words, "home", "languages"))
    box = holder(flow, "person.badges")
    box.setVisible(flow.count() > 0)
    return box


class HouseholdPart(QWidget):
    """Who lives together; each leads to their page."""

    def __init__(self, desk: Desk, head: PersonHead) -> None:
        super().__init__()
        self.desk = desk
        theme = desk.theme
        box = column(theme, gap=4)
        self.setLayout(box)
        today = desk.file.today
        home = desk.read(household_of, head.id, today)
        if home is None:
            box.addWidget(Label(theme, desk.text("No household is known."), "m"))
            return
        more = link_button(
            theme, desk.text("Open the household"), self._open_household, name="person.household"
        )
        more.setProperty("household", home.id.hex)
        words = desk.text("Household {name}", name=home.name)
        box.addLayout(row(theme, Label(theme, words, "section", wrap=True), None, more))
        for one in home.people:
            if one.id == head.id or not one.lives_here(today):
                continue
            text = desk.text(
                "{name}, {relation}", name=display_name(one.name), relation=desk.locale.label(one.relation)
            )
            button = link_button(theme, text, self._open_person, name=f"person.mate.{one.id.hex}")
            button.setProperty("person", one.id.hex)
            box.addLayout(row(theme, avatar(theme, initials(one.name)), button, None, gap=8))
        letter = desk.locale.label(home.letter_style)
        box.addWidget(Label(theme, letter, "m"))

    def _open_household(self) -> None:
        self.desk.go("household", id=str(self.sender().property("household")))

    def _open_person(self) -> None:
        self.desk.go("person", id=str(self.sender().property("person")))


def dues_part(desk: Desk, head: PersonHead) -> QWidget:
    """Years of dues: owed, paid, how it stands."""
    theme = desk.theme
    box = column(theme, gap=6)
    found = desk.read(dues_rows, head.id, desk.file.today, desk.locale.language)
    for one in found:
        icon, tone = DUES_LOOK[one.state]
        first = row(
            theme,
            Label(theme, str(one.year), "label"),
            Label(theme, desk.locale.money(one.owed)),
            None,
            StateWord(theme, desk.locale.label(one.state), tone, icon),
            gap=14,
        )
        box.addLayout(first)
        for paid in one.payments:
            text = desk.text(
                "{amount} on {day}, {how}",
                amount=paid.amount,
                day=paid.on,
                how=desk.locale.label(paid.method),
            )
            box.addWidget(Label(theme, text, "m", wrap=True))
        if one.shared:
            box.addWidget(Label(theme, desk.text("paid by the household"), "m"))
        box.addWidget(line())
    if not found:
        box.addWidget(Label(theme, desk.text("No dues are written here."), "m"))
    return holder(box, "person.dues")


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
            self._list.addLayout(row(theme, Label(theme, head, "m"), None, away))
            self._list.addWidget(Label(theme, one.text, wrap=True))
            self._list.addWidget(line())

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


def history_part(desk: Desk, head: PersonHead) -> QWidget:
    """Who changed what about somebody, and when."""
    theme = desk.theme
    box = column(theme, gap=6)
    found = desk.read(history, desk.locale.language, 100, person_id=head.id)
    for one in found:
        named = {ref: name.text for ref, name in one.named.items()}
        words = step_words(desk.locale, one.code, one.refs, named)
        if one.undoes is not None:
            words = desk.text("taken back: {act}", act=words)
        box.addWidget(Label(theme, words, wrap=True))
        who = (
            desk.text("{moment}, {person}", moment=desk.locale.moment(one.at), person=one.who)
            if one.who
            else desk.locale.moment(one.at)
        )
        box.addWidget(Label(theme, who, "m"))
        box.addWidget(line())
    if not found:
        box.addWidget(Label(theme, desk.text("Nothing was changed yet."), "m"))
    return holder(box, "person.history")
