# SPDX-License-Identifier: GPL-3.0-or-later
"""The pane beside the list of a visit's people: one person in parts, several at once, or the form to add."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from hospes.actions.participations import RemoveParticipants
from hospes.domain.codes_visit import ParticipationKind, ParticipationState
from hospes.domain.names import display_name, initials
from hospes.i18n.marks import N_
from hospes.queries.participants_detail import ParticipantDetail, participant_detail
from hospes.ui.desk import Answer
from hospes.ui.look.sign import Side
from hospes.ui.pages.person_rebuild import half_typed, rebuild
from hospes.ui.pages.visit_people_add import AddPeopleForm
from hospes.ui.pages.visit_people_care import care_part
from hospes.ui.pages.visit_people_columns import STATE_LOOK, consent_words, state_words
from hospes.ui.pages.visit_people_fields import FactsCard
from hospes.ui.pages.visit_people_many import ManyParticipants
from hospes.ui.pages.visit_people_parts import before_part, travel_part
from hospes.ui.pages.visit_people_states import NEXT, VERBS, state_action, state_said
from hospes.ui.pages.visit_people_stay import food_part, stay_part
from hospes.ui.widgets.boxes import FlowLayout, clear, column, holder, line, put_late, row, scrolled
from hospes.ui.widgets.buttons import icon_button, main_button, plain_button
from hospes.ui.widgets.chips import Chip, TabRow
from hospes.ui.widgets.fields import Field
from hospes.ui.widgets.labels import Badge, Label, avatar
from hospes.ui.widgets.notices import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from hospes.queries.participants import ParticipantRow, VisitPeople
    from hospes.ui.desk import Desk

PARTS = (
    ("travel", N_("Registration")),
    ("food", N_("Food")),
    ("stay", N_("Stay")),
    ("care", N_("Care")),
    ("before", N_("Earlier")),
)
EMPTY, ONE, MANY, ADD = range(4)
REBUILDING = {"kind", "delegation_id", "target_group"}
"""Values of a registration on which it depends which fields there are."""
NO_BREAK = "\N{NO-BREAK SPACE}"

S = ParticipationState


class PeoplePane(QWidget):
    """Shows whoever is chosen."""

    closed = Signal()
    """The form for adding was left."""

    added = Signal(list)
    """Ids of people who were added."""

    went = Signal(object)
    """The id of another person of the visit whose name was pressed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._people: VisitPeople | None = None
        self._ids: list[UUID] = []
        self._part = PARTS[0][0]
        self._wanted = ""
        """Field to be brought before the eyes as soon as it stands there."""
        self._own_write = False
        self._shown: object = None
        theme = desk.theme
        self.stack = QStackedWidget()
        nobody = desk.text("Choose somebody in the list.")
        self.stack.addWidget(EmptyState(theme, nobody, icon="users", name="visit.person.nobody"))
        self._top = column(theme, gap=10)
        self._content = column(theme, gap=10)
        self._inner = holder(column(theme, self._top, self._content, None, gap=10, margins=(16, 8, 16, 16)))
        self._area = scrolled(self._inner, "visit.person.area")
        self.stack.addWidget(holder(column(theme, self._area, gap=0), "visit.person"))
        self._many: ManyParticipants | None = None
        self._form: AddPeopleForm | None = None
        for _ in (MANY, ADD):
            self.stack.addWidget(QWidget())  # built when they are wanted
        self.setLayout(column(theme, self.stack, gap=0))

    @property
    def many(self) -> ManyParticipants:
        """What can be done with several at once; built when several are chosen."""
        if self._many is None:
            self._many = ManyParticipants(self.desk, self.take_off)
            if self._people is not None:
                self._many.set_people(self._people)
            put_late(self.stack, MANY, self._many)
        return self._many

    @property
    def form(self) -> AddPeopleForm:
        """Where people are added; built when it is first opened."""
        if self._form is None:
            self._form = AddPeopleForm(self.desk)
            self._form.added.connect(self._form_added)
            self._form.closed.connect(self.end_adding)
            if self._people is not None:
                self._form.set_people(self._people)
            put_late(self.stack, ADD, self._form)
        return self._form

    # -- what is shown -------------------------------------------------------------------------------

    def set_people(self, people: VisitPeople) -> None:
        """The visit was read again."""
        self._people = people
        for part in (self._form, self._many):
            if part is not None:
                part.set_people(people)
        if self.is_adding():
            return
        self._ids = [one for one in self._ids if people.row(one) is not None]
        if self._own_write and self.stack.currentIndex() == ONE and len(self._ids) == 1:
            # What was just written stands in its field; only name and badges may have to follow.
            self._own_write = False
            self._refresh_top(people)
            return
        self._own_write = False
        if half_typed(self._inner):
            return
        rebuild(self, self._show, self._area)

    def _wrote(self, names: list[str]) -> None:
        """A card of this pane has kept values; some of them change which fields there are."""
        self._own_write = not REBUILDING & set(names)

    def _refresh_top(self, people: VisitPeople) -> None:
        detail = self._read(people)
        if detail is not None and self._look_of(detail) != self._shown:
            rebuild(self, lambda: self._show_top(detail), self._area)

    def _look_of(self, detail: ParticipantDetail) -> object:
        """What name, badges and buttons are made from."""
        plain = replace(detail.row, version=0, diet="", allergies="", allergies_hidden=False, languages=())
        return plain, detail.phone

    def show_chosen(self, ids: Sequence[UUID]) -> None:
        """Show these people."""
        if list(ids) == self._ids and self.stack.currentIndex() != EMPTY:
            return
        self.leave()
        self._ids = list(ids)
        if not self.is_adding() or ids:
            self._show()

    def show_nobody(self) -> None:
        """Forget whoever was shown."""
        self._ids = []
        self.stack.setCurrentIndex(EMPTY)

    def show_part(self, code: str) -> None:
        """Show a part of the person: travel, stay, care, before."""
        if code in dict(PARTS) and code != self._part:
            self.leave()
            self._part = code
            self._show()

    def show_field(self, name: str) -> None:
        """Bring a field of the part in view before the eyes, with the keyboard in it."""
        self._wanted = name
        QTimer.singleShot(0, self, self._bring)

    def _bring(self) -> None:
        shown = [one for one in self._inner.findChildren(QWidget, self._wanted) if one.isVisible()]
        if not self._wanted or not shown:
            return
        self._wanted = ""
        field = shown[-1]
        inside = [field, *field.findChildren(QWidget)]
        target = next((one for one in inside if one.focusPolicy() & Qt.FocusPolicy.TabFocus), field)
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(
            0, field, lambda: self._area.ensureWidgetVisible(field, 0, self._area.height() // 3)
        )

    def part(self) -> str:
        """The part in view."""
        return self._part

    def is_busy(self) -> bool:
        """Whether there is anything to show."""
        return self.stack.currentIndex() != EMPTY

    def is_adding(self) -> bool:
        """Whether the form for adding people is open."""
        return self.stack.currentIndex() == ADD

    def begin(self) -> None:
        """Put the keyboard into what is shown."""
        if self.is_adding():
            self.form.begin()

    def begin_adding(self) -> None:
        """Open the form for adding people."""
        self.leave()
        self.stack.setCurrentWidget(self.form)
        self.form.open()

    def end_adding(self) -> None:
        """Close the form; what was typed in it stays for the next time."""
        self.stack.setCurrentIndex(EMPTY)
        self._ids = []
        self.closed.emit()

    def add(self) -> None:
        """Add whoever is ticked or typed in the form."""
        if self.is_adding():
            self.form.add()

    def _form_added(self, ids: list[UUID]) -> None:
        self.stack.setCurrentIndex(EMPTY)
        self._ids = []
        self.added.emit(ids)

    def leave(self) -> None:
        """Write what is still open in fields."""
        for field in self._inner.findChildren(Field):
            field.leave()

    def _show(self) -> None:
        people = self._people
        if people is None or not self._ids:
            self.stack.setCurrentIndex(EMPTY)
            return
        if len(self._ids) > 1:
            self.many.show_people(self._ids)
            self.stack.setCurrentIndex(MANY)
            return
        detail = self._read(people)
        if detail is None:
            self.show_nobody()
            return
        self._show_top(detail)
        clear(self._content)
        for part in self._make_part(detail, people):
            if isinstance(part, FactsCard):
                part.wrote.connect(self._wrote)
            self._content.addWidget(part)
        self.stack.setCurrentIndex(ONE)
        if self._wanted:
            QTimer.singleShot(0, self, self._bring)

    def _read(self, people: VisitPeople) -> ParticipantDetail | None:
        desk = self.desk
        return desk.read(participant_detail, people, self._ids[0], locale=desk.locale, today=desk.file.today)

    def _make_part(self, detail: ParticipantDetail, people: VisitPeople) -> list[QWidget]:
        desk = self.desk
        if self._part == "food":
            return food_part(desk, detail)
        if self._part == "stay":
            return stay_part(desk, detail, people)
        if self._part == "care":
            return care_part(desk, detail, people)
        if self._part == "before":
            return before_part(desk, detail)
        return travel_part(desk, detail, people, self.went.emit)

    def _show_top(self, detail: ParticipantDetail) -> None:
        desk, theme, row_ = self.desk, self.desk.theme, detail.row
        self._shown = self._look_of(detail)
        clear(self._top)
        name = Label(theme, display_name(row_.name, second=True), "name", wrap=True, name="visit.person.name")
        about = Label(theme, self._about(detail), "m", wrap=True, name="visit.person.about")
        picture = avatar(theme, initials(row_.name), Side.of(row_.partner), size=48)
        page = icon_button(
            theme, desk.text("Open page"), "external-link", self._open, name="visit.person.open"
        )
        top = row(theme, picture, holder(column(theme, name, about, gap=0)), page, gap=12)
        top.setStretch(1, 1)
        self._top.addLayout(top)
        self._top.addWidget(self._badges(row_))
        buttons = self._buttons(row_)
        self._top.addWidget(buttons)
        tabs = TabRow(theme, [Chip(code, desk.text(text)) for code, text in PARTS], name="visit.person.tabs")
        tabs.choose(self._part)
        tabs.chosen.connect(self.show_part)
        self._top.addWidget(holder(column(theme, tabs, line(), gap=0)))

    def _about(self, detail: ParticipantDetail) -> str:
        desk, row_ = self.desk, detail.row
        age = desk.ntext("{n} year", "{n} years", row_.age) if row_.age is not None else ""
        phone = desk.locale.phone(detail.phone.value, detail.phone.e164) if detail.phone is not None else ""
        phone = phone.replace(" ", NO_BREAK)
        role = row_.role or desk.locale.label(row_.kind)
        return " · ".join(part for part in (role, row_.delegation, age, phone) if part)

    def _badges(self, row_: ParticipantRow) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        flow = FlowLayout(theme, gap=7)
        if row_.kind is not ParticipationKind.HOST:
            icon, tone = STATE_LOOK[row_.state]
            flow.addWidget(Badge(theme, state_words(row_, desk.locale), tone, icon))
        if row_.minor:
            flow.addWidget(Badge(theme, desk.text("Under 18"), "warn", "shield-check"))
        if row_.incomplete:
            flow.addWidget(Badge(theme, desk.text("Papers missing"), "warn", "triangle-alert"))
        if row_.without_host:
            flow.addWidget(Badge(theme, desk.text("No host yet"), "warn", "house"))
        elif row_.sleeps_at:
            words = desk.text("Sleeps at {home}", home=desk.locale.listing(row_.sleeps_at))
            flow.addWidget(Badge(theme, words, "home", "house"))
        elif row_.household:
            flow.addWidget(Badge(theme, desk.text("Home {home}", home=row_.household), "home", "house"))
        if row_.first_visit:
            flow.addWidget(Badge(theme, desk.text("First visit"), "partner", "sparkles"))
        words, icon_, tone_ = consent_words(row_, desk.locale)
        if row_.consent_host is False or row_.consent_photo is False:
            flow.addWidget(Badge(theme, desk.text("Consent: {words}", words=words), tone_, icon_))
        box = holder(flow, "visit.person.badges")
        if not flow.count():
            box.hide()
        return box

    def _buttons(self, row_: ParticipantRow) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        flow = FlowLayout(theme, gap=6)
        if row_.participation_id is not None and row_.kind is not ParticipationKind.HOST:
            for at, state in enumerate(NEXT[row_.state]):
                icon, verb = VERBS[state]
                make = main_button if at == 0 and row_.state is not S.CONFIRMED else plain_button
                words = desk.text("Moves up") if row_.state is S.WAITING and at == 0 else desk.text(verb)
                button = make(
                    theme, words, self._set_state, icon=icon, name=f"visit.person.state.{state.value}"
                )
                button.setProperty("state_to", state.value)
                flow.addWidget(button)
        if row_.without_host:
            flow.addWidget(
                plain_button(
                    theme, desk.text("Find a host"), self._host, icon="bed", name="visit.person.host"
                )
            )
        box = holder(flow)
        if not flow.count():
            box.hide()
        return box

    # -- acts ----------------------------------------------------------------------------------------

    def _row(self) -> ParticipantRow | None:
        return self._people.row(self._ids[0]) if self._people is not None and len(self._ids) == 1 else None

    def _set_state(self) -> None:
        self.set_state(ParticipationState(str(self.sender().property("state_to"))))

    def set_state(self, state: ParticipationState) -> None:
        """Bring whoever is shown to a state."""
        row_ = self._row()
        if row_ is None or row_.participation_id is None:
            return
        action = state_action(state, (row_.participation_id,), waiting=row_.state is S.WAITING)
        said = state_said(self.desk, state, 1, display_name(row_.name))
        self.desk.run(action, said=said, answers=self._who_moves_up(state))

    def _who_moves_up(self, state: ParticipationState) -> tuple[Answer, ...]:
        """A place is free and people wait: the message leads to them. Nobody moves up by themselves."""
        people = self._people
        if state not in (S.CANCELLED, S.NO_SHOW) or people is None:
            return ()
        if not any(one.state is S.WAITING for one in people.rows):
            return ()
        return (Answer(self.desk.text("Who moves up"), self._to_places, name="visit.person.moveUp"),)

    def _to_places(self) -> None:
        if self._people is not None:
            self.desk.go("visit", id=self._people.visit.id.hex, tab="people", view="places")

    def _host(self) -> None:
        row_ = self._row()
        if row_ is not None and row_.participation_id is not None and self._people is not None:
            self.desk.go(
                "visit",
                id=self._people.visit.id.hex,
                tab="hosting",
                guest=row_.participation_id.hex,
            )

    def _open(self) -> None:
        if len(self._ids) == 1:
            self.desk.go("person", id=self._ids[0].hex)

    def take_off(self, ids: Sequence[UUID]) -> None:
        """Take people off the visit's list who were put on it by mistake."""
        people = self._people
        rows = [people.row(one) for one in ids] if people is not None else []
        parts = tuple(one.participation_id for one in rows if one is not None and one.participation_id)
        if not parts:
            self.desk.say(
                self.desk.text("Hosts stand here because of their offer. Change it under Hosting."),
                kind="info",
            )
            return
        said = self.desk.ntext(
            "{n} person is taken off the list.", "{n} people are taken off the list.", len(parts)
        )
        self.desk.run(RemoveParticipants(parts), said=said)

    def ways(self) -> list[tuple[str, Callable[[], object]]]:
        """What a right click on the chosen people offers."""
        desk, row_ = self.desk, self._row()
        if len(self._ids) > 1:
            return self.many.ways()
        if row_ is None:
            return []
        found: list[tuple[str, Callable[[], object]]] = [(desk.text("Open page"), self._open)]
        if row_.participation_id is not None and row_.kind is not ParticipationKind.HOST:
            steps = {
                S.REGISTERED: self._register,
                S.CONFIRMED: self._confirm,
                S.WAITING: self._wait,
                S.CANCELLED: self._cancel,
                S.NO_SHOW: self._missed,
            }
            found += [
                (desk.text(VERBS[state][1]), steps[state]) for state in NEXT[row_.state] if state in steps
            ]
            found.append((desk.text("Take off the list"), self._take_off_one))
        return found

    def _register(self) -> None:
        self.set_state(S.REGISTERED)

    def _confirm(self) -> None:
        self.set_state(S.CONFIRMED)

    def _wait(self) -> None:
        self.set_state(S.WAITING)

    def _cancel(self) -> None:
        self.set_state(S.CANCELLED)

    def _missed(self) -> None:
        self.set_state(S.NO_SHOW)

    def _take_off_one(self) -> None:
        self.take_off(self._ids)
