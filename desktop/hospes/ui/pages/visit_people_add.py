# SPDX-License-Identifier: GPL-3.0-or-later
"""Adding people to a visit: found by name, ticked from the last visit, or written in anew."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from hospes.actions.members import NewPerson
from hospes.actions.participations import AddNewParticipant, AddParticipants
from hospes.domain.codes_visit import ParticipationKind, ParticipationState
from hospes.domain.errors import FieldProblem, FormProblems, UserError
from hospes.queries.doubles import Typed
from hospes.queries.participants_add import Candidate, candidates, housemates_outside, last_time
from hospes.queries.visits import VISITING
from hospes.ui.pages.member_form_doubles import DoublesHint
from hospes.ui.pages.person_dates import birth_check, date_field, read_birth
from hospes.ui.widgets.boxes import Box, FlowLayout, clear, column, holder, row, scrolled
from hospes.ui.widgets.buttons import link_button, main_button, plain_button
from hospes.ui.widgets.choices import Choice, Tick
from hospes.ui.widgets.fields import Field, TextField, Verdict
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from hospes.queries.participants import VisitPeople
    from hospes.ui.desk import Desk

LOOK_MS = 150
"""So long after the last key people are looked for."""

STATES = (ParticipationState.INTERESTED, ParticipationState.REGISTERED, ParticipationState.CONFIRMED)
KINDS = tuple(kind for kind in ParticipationKind if kind is not ParticipationKind.HOST)


class AddPeopleForm(QWidget):
    """Find, tick, add; or write in somebody new."""

    added = Signal(list)
    """Ids of the people who were added."""

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        theme, text = desk.theme, desk.text
        self._people: VisitPeople | None = None
        self._ticked: dict[UUID, str] = {}
        self._found: tuple[Candidate, ...] = ()
        self._looking = QTimer(self, singleShot=True, interval=LOOK_MS)
        self._looking.timeout.connect(self._look)
        self.words = TextField(theme, example=text("Name of somebody in Hospes"), name="visit.add.words")
        self.words.setAccessibleName(text("Name of somebody in Hospes"))
        self.words.textChanged.connect(self._typed)
        self._hits = column(theme, gap=0)
        self._last = column(theme, gap=0)
        self.all_last = link_button(theme, text("Tick all"), self._tick_all, name="visit.add.tickAll")
        last_head = row(theme, Label(theme, text("From the last visit"), "label"), None, self.all_last)
        self.last_box = holder(column(theme, last_head, self._last, gap=4))
        self.state = Choice(theme, name="visit.add.state")
        self.kind = Choice(theme, name="visit.add.kind")
        self.party = Choice(theme, name="visit.add.delegation")
        self.ticked = Label(theme, "", "m", wrap=True, name="visit.add.ticked")
        self.new_box = self._new_person()
        self.new_box.hide()
        self.new_link = link_button(
            theme,
            text("Somebody who is not in Hospes yet"),
            self._toggle_new,
            icon="user-plus",
            name="visit.add.new",
        )
        self.mates = link_button(
            theme, text("Also who lives with them"), self._add_mates, icon="house", name="visit.add.mates"
        )
        self.button = main_button(theme, text("Add"), self.add, name="visit.add.add")
        cancel = plain_button(theme, text("Leave it"), self.closed.emit, name="visit.add.cancel")
        for choice, words in (
            (self.party, text("Comes with")),
            (self.kind, text("Takes part as")),
            (self.state, text("State")),
        ):
            choice.setAccessibleName(words)
            choice.setToolTip(plain_tip(words))
        inner = column(
            theme,
            Label(theme, text("Add people"), "name"),
            holder(FlowLayout(theme, self.party, self.kind, self.state)),
            self.words,
            self._hits,
            self.last_box,
            row(theme, self.new_link, None),
            self.new_box,
            None,
            gap=10,
            margins=(16, 8, 16, 8),
        )
        foot = column(
            theme,
            self.ticked,
            row(theme, self.mates, None),
            row(theme, self.button, cancel, None),
            gap=6,
            margins=(16, 4, 16, 12),
        )
        whole = column(theme, scrolled(holder(inner), "visit.add.area"), holder(foot), gap=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        self._options()

    def _options(self) -> None:
        locale = self.desk.locale
        self.state.set_options(
            [(one.value, locale.label(one)) for one in STATES], ParticipationState.REGISTERED.value
        )
        self.kind.set_options([(one.value, locale.label(one)) for one in KINDS])

    def _new_person(self) -> Box:
        desk, theme, text = self.desk, self.desk.theme, self.desk.text
        box = Box(theme, "card", gap=8, margins=(14, 12, 14, 12), name="visit.add.person")

        def field(words: str, code: str) -> Field:
            made = Field(theme, words, TextField(theme), name=f"visit.add.{code}")
            made.saved.connect(self._look_for_doubles)
            return made

        self.given, self.surname = field(text("First name"), "given"), field(text("Last name"), "surname")
        self.town, self.email = field(text("Place"), "town"), field(text("E-mail"), "email")
        self.mobile = field(text("Mobile"), "mobile")
        self.birth = Field(
            theme, text("Date of birth"), date_field(desk), check=birth_check(desk), name="visit.add.birth"
        )
        self.doubles = DoublesHint(desk)
        self.doubles.opened.connect(self._is_known)
        box.box.addLayout(row(theme, self.given, self.surname))
        box.box.addWidget(self.doubles)
        box.box.addLayout(row(theme, self.birth, self.town))
        box.box.addLayout(row(theme, self.mobile, self.email))
        return box

    # -- opening -------------------------------------------------------------------------------------

    def set_people(self, people: VisitPeople) -> None:
        """The visit was read again."""
        self._people = people
        parties = [(one.id.hex, one.name) for one in people.parties if one.role in VISITING]
        parties += [(one.id.hex, one.name) for one in people.parties if one.role not in VISITING]
        self.party.set_options(parties or [("", self.desk.text("none"))], self.party.code())

    def open(self) -> None:
        """Begin, with what was typed before still there."""
        self._fill_last()
        self._look()
        self._show_ticked()
        self.begin()

    def begin(self) -> None:
        """Put the keyboard into the first line."""
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _visit(self) -> UUID:
        if self._people is None:
            raise RuntimeError("no visit is shown")
        return self._people.visit.id

    def _fill_last(self) -> None:
        desk = self.desk
        clear(self._last)
        found = desk.read(last_time, self._visit(), locale=desk.locale, today=desk.file.today)
        self._last_ids = tuple(one.person_id for one in found)
        for one in found:
            self._last.addWidget(self._tick(one, "last"))
        self.last_box.setVisible(bool(found))

    # -- finding -------------------------------------------------------------------------------------

    def _typed(self, _words: str) -> None:
        self._looking.start()

    def _look(self) -> None:
        desk = self.desk
        words = self.words.text()
        self._found = desk.read(candidates, self._visit(), words, locale=desk.locale, today=desk.file.today)
        clear(self._hits)
        for one in self._found:
            if one.inside:
                told = desk.text("{person} is on the list already.", person=one.name)
                self._hits.addWidget(Label(desk.theme, told, "m", wrap=True))
            else:
                self._hits.addWidget(self._tick(one, "found"))
        if words.strip() and not self._found:
            told = desk.text("Nobody in Hospes is called so.")
            self._hits.addWidget(Label(desk.theme, told, "m", wrap=True))
        self.last_box.setVisible(bool(self._last_ids) and not words.strip())

    def _tick(self, one: Candidate, stem: str) -> Tick:
        words = f"{one.name}, {one.place}" if one.place else one.name
        tick = Tick(self.desk.theme, words, name=f"visit.add.{stem}.{one.person_id.hex}")
        tick.setChecked(one.person_id in self._ticked)
        tick.setProperty("person", one.person_id.hex)
        tick.setProperty("called", one.name)
        tick.clicked.connect(self._pressed)
        return tick

    def _pressed(self) -> None:
        tick = self.sender()
        if isinstance(tick, Tick):
            person = UUID(hex=str(tick.property("person")))
            if tick.isChecked():
                self._ticked[person] = str(tick.property("called"))
            else:
                self._ticked.pop(person, None)
            self._show_ticked()

    def _tick_all(self) -> None:
        for tick in self.last_box.findChildren(Tick):
            if not tick.isChecked():
                tick.click()

    def _add_mates(self) -> None:
        desk = self.desk
        found = desk.read(
            housemates_outside, self._visit(), list(self._ticked), locale=desk.locale, today=desk.file.today
        )
        self._ticked |= {one.person_id: one.name for one in found}
        self._show_ticked()
        self._look()

    def _show_ticked(self) -> None:
        desk, n = self.desk, len(self._ticked)
        self.ticked.setText(desk.locale.listing(self._ticked.values()) if n else "")
        self.ticked.setVisible(n > 0)
        self.mates.setVisible(n > 0)
        new = not self.new_box.isHidden()
        words = desk.text("Add") if new or not n else desk.ntext("Add {n} person", "Add {n} people", n)
        self.button.set_text(words)

    # -- somebody new --------------------------------------------------------------------------------

    def _toggle_new(self) -> None:
        self.new_box.setVisible(self.new_box.isHidden())
        if not self.new_box.isHidden():
            self._take_words()
            self.given.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_ticked()

    def _take_words(self) -> None:
        """What was looked for in vain is the name of who is new."""
        words = self.words.text().split()
        if words and not self._found and not self.given.value() and not self.surname.value():
            self.given.set_value(" ".join(words[:-1]))
            self.surname.set_value(words[-1])

    def _look_for_doubles(self, _text: str) -> None:
        emails = (self.email.value(),) if self.email.value().strip() else ()
        phones = (self.mobile.value(),) if self.mobile.value().strip() else ()
        typed = Typed(
            self.given.value(), self.surname.value(), self.town.value(), emails=emails, phones=phones
        )
        self.doubles.look(typed)

    def _is_known(self, person_id: UUID) -> None:
        """It is one of those Hospes knows: tick them, nothing is written in twice."""
        self._ticked[person_id] = f"{self.given.value()} {self.surname.value()}".strip()
        self._empty_new()
        self.new_box.hide()
        self._show_ticked()

    def _empty_new(self) -> None:
        for field in (self.given, self.surname, self.birth, self.town, self.email, self.mobile):
            field.set_value("")
        self.doubles.forget()

    # -- adding --------------------------------------------------------------------------------------

    def add(self) -> None:
        """Add whoever is ticked, and whoever is written in."""
        new = not self.new_box.isHidden() and bool(self.given.value().strip() or self.surname.value().strip())
        if new:
            self._add_new()
        elif self._ticked:
            self._add_ticked()
        else:
            self.words.setFocus()
            self.desk.say(self.desk.text("Nobody is chosen."), kind="info")

    def _how(self) -> tuple[ParticipationState, ParticipationKind, UUID | None]:
        party = self.party.code()
        return (
            ParticipationState(self.state.code()),
            ParticipationKind(self.kind.code()),
            UUID(hex=party) if party else None,
        )

    def _add_ticked(self) -> None:
        state, kind, party = self._how()
        ids = tuple(self._ticked)
        said = self.desk.ntext("{n} person is on the list.", "{n} people are on the list.", len(ids))
        if self.desk.run(AddParticipants(self._visit(), ids, state, kind, party), said=said) is not None:
            self._ticked.clear()
            self.words.clear()
            self.added.emit(list(ids))

    def _add_new(self) -> None:
        state, kind, party = self._how()
        for field in (self.given, self.surname, self.birth, self.town, self.email, self.mobile):
            field.leave()
        try:
            birth = read_birth(self.desk, self.birth.value())
        except UserError:
            self.birth.editor.setFocus()
            return
        person = NewPerson(
            self.given.value(),
            self.surname.value(),
            birth=birth,
            mobile=self.mobile.value(),
            email=self.email.value(),
            member=False,
        )
        action = AddNewParticipant(
            self._visit(), person, self.town.value(), state=state, kind=kind, delegation_id=party
        )
        name = f"{self.given.value()} {self.surname.value()}".strip()
        said = self.desk.text("{person} is on the list.", person=name)
        if self.desk.run(action, said=said, failed=self._refused) is not None:
            self._empty_new()
            self.new_box.hide()
            self.words.clear()
            if self._ticked:
                self._add_ticked()
            else:
                self.added.emit([])

    def _refused(self, error: UserError) -> None:
        """Say at each field what is wrong with it."""
        problems: tuple[FieldProblem, ...] = ()
        if isinstance(error, FormProblems):
            problems = error.problems
        elif isinstance(error, FieldProblem):
            problems = (error,)
        fields = {
            "given": self.given, "surname": self.surname, "birth": self.birth, "email": self.email,
            "mobile": self.mobile,
        }  # fmt: skip
        for problem in problems:
            field = fields.get(problem.field.split(".")[0])
            if field is not None:
                field.say(Verdict("bad", self.desk.words(problem)))
                field.editor.setFocus()
        if not problems:
            self.desk.say(error, kind="err")
