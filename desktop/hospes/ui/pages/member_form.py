# SPDX-License-Identifier: GPL-3.0-or-later
"""A new member, or a whole household, in one form that takes the place of the pane (design 5.3).

Only a name is needed. What is typed is a draft until it is added: kept every two seconds and on leaving, so
that it is there again after a click elsewhere and after a crash. What cannot be used (an e-mail without an
ending, an unreadable day of birth) does not stop adding; it is kept beside the person as typed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QComboBox, QPushButton, QWidget

from hospes.actions.members import Added, AddPeople, NewPerson
from hospes.domain.codes import Relation
from hospes.domain.errors import FieldProblem, FormProblems, UserError
from hospes.domain.names import PersonName, joint_name
from hospes.queries.doubles import Typed
from hospes.ui.desk import Answer
from hospes.ui.pages.member_form_body import FormBody
from hospes.ui.pages.person_dates import read_birth, read_day
from hospes.ui.pages.person_drafts import Keeping, drop_draft, keep_draft, kept_draft
from hospes.ui.widgets.boxes import clear, column, holder, line, row, scrolled
from hospes.ui.widgets.buttons import icon_button, main_button, plain_button
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.letters import give_letters
from hospes.ui.widgets.notices import Banner

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from hospes.domain.values import RoughDate
    from hospes.queries.people import HomeOf
    from hospes.ui.desk import Desk
    from hospes.ui.widgets.fields import Field

LOOK_MS = 400
"""After the last key; doubles are looked for when somebody pauses, not between two letters."""
LOW = 320
"""Height, in units of the design, below which title and buttons leave the fields no room."""

PROBLEM_FIELDS = {
    "given": "firstName",
    "surname": "lastName",
    "birth": "born",
    "joined": "since",
    "town": "place",
}
"""What the rules call a field that the form calls something else."""


class MemberForm(QWidget):
    """The form in the place of the pane."""

    added = Signal(object)
    """Id of the first person who was added."""

    cancelled = Signal()
    another = Signal()
    """Somebody wants to add the next one; the pane opens the form again."""

    opened = Signal(object)
    """Id of somebody who turned out to be the one meant."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        self.desk = desk
        self._member = True
        self._home: HomeOf | None = None
        self._add_words = ""
        self._keeping = Keeping(self._keep, self)
        self._looking = QTimer(self, singleShot=True, interval=LOOK_MS)
        self._looking.timeout.connect(self._look)
        self._title = Label(theme, "", "name", wrap=True, name="member.form.title")
        self._state = Label(theme, "", "m", name="member.form.state")
        close = icon_button(
            theme, desk.text("Close, the draft is kept"), "x", self._cancel, name="member.form.close"
        )
        self._head = row(theme, self._title, self._state, close, gap=10)
        self._head.setStretch(0, 1)
        self._top = holder(self._head)
        self._notices = column(theme, gap=8)
        self.body = FormBody(desk)
        self.body.edited.connect(self._edited)
        self.body.doubles.opened.connect(self._open_double)
        self._inner = column(theme, self._notices, self.body, None, gap=8, margins=(22, 4, 22, 14))
        self._scroll = scrolled(holder(self._inner), "member.form")
        self._add = main_button(theme, desk.text("Add"), self.add, name="member.form.add")
        cancel = plain_button(theme, desk.text("Cancel, keep draft"), self._cancel, name="member.form.cancel")
        self._foot = row(theme, self._add, cancel, None, gap=10)
        self._end = holder(self._foot)
        self._line = line()
        self._whole = column(theme, self._top, self._scroll, self._line, self._end, gap=0)
        self.setLayout(self._whole)
        self._low = True
        self._stand(low=False)

    def _stand(self, *, low: bool) -> None:
        """Title and buttons frame the fields; where the height is small they scroll with them."""
        if low == self._low:
            return
        self._low, u = low, self.desk.theme.u
        side = 0 if low else u(22)
        self._head.setContentsMargins(side, u(10), 0 if low else u(14), u(4))
        self._foot.setContentsMargins(side, u(8), side, u(12))
        (self._inner if low else self._whole).insertWidget(0, self._top)
        if low:
            self._inner.addWidget(self._end)
        else:
            self._whole.addWidget(self._end)
        self._line.setVisible(not low)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand(low=event.size().height() < self.desk.theme.u(LOW))

    # -- beginning and leaving -------------------------------------------------------------------------

    def begin(self, member: bool = True, home: HomeOf | None = None) -> None:
        """Begin: with the draft if there is one, else empty.

        Args:
            member: members, or only contacts.
            home: the household somebody is added to; the address is there already.
        """
        self._set_up(member, home)
        self.body.clear()
        kept = kept_draft(self.desk, self._key())
        if isinstance(kept, dict):
            self.body.take_draft(kept)
            afresh = Answer(self.desk.text("Start afresh"), self._start_afresh, name="member.form.afresh")
            words = self.desk.text("This is what you typed before.")
            self._notices.addWidget(
                Banner(self.desk.theme, words, "home", answers=(afresh,), name="member.form.draft")
            )
        self._refresh()
        self._settle()

    def begin_another(self) -> None:
        """The next household in the same house: names go, the address stays, and that is said."""
        self._set_up(self._member, None)
        self.body.clear(keep_address=True)
        if self.body.value("street") or self.body.value("place"):
            empty = Answer(self.desk.text("Empty it"), self._start_afresh, name="member.form.emptyAddress")
            words = self.desk.text("The address is the one you typed last.")
            self._notices.addWidget(
                Banner(self.desk.theme, words, "home", answers=(empty,), name="member.form.kept")
            )
        self._refresh()
        self._settle()

    def _set_up(self, member: bool, home: HomeOf | None) -> None:
        self._member, self._home = member, home
        clear(self._notices)
        self._title.setText(self.title())
        self.body.membership.setVisible(member)
        for widget in (self.body.address, self.body.host):
            widget.setVisible(home is None)
        self.body.relation_field.setVisible(home is not None)
        self.body.more.setVisible(home is None)

    def _settle(self) -> None:
        """What was just filled in is no edit; keys, letters and the keyboard are where they belong."""
        self._keeping.stop()
        self._watch_keys()
        give_letters(self)
        self._scroll.verticalScrollBar().setValue(0)
        self.body.fields["firstName"].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def title(self) -> str:
        """What the form is for."""
        if self._home is not None:
            return self.desk.text("New person in the household {name}", name=self._home.name)
        return self.desk.text("New member") if self._member else self.desk.text("New contact")

    def is_member(self) -> bool:
        """Whether members are added, or only contacts."""
        return self._member

    def home_id(self) -> UUID | None:
        """The household somebody is added to."""
        return self._home.id if self._home is not None else None

    def leave(self) -> None:
        """Keep what is typed; it is there again on coming back."""
        self._looking.stop()
        self._keep()

    def _key(self) -> str:
        if self._home is not None:
            return f"new-person:{self._home.id.hex}"
        return "new-member" if self._member else "new-contact"

    def _keep(self) -> None:
        self._keeping.stop()
        if self.body.is_empty():
            drop_draft(self.desk, self._key())
            self._state.setText("")
            return
        content = {**self.body.as_draft(), "name": joint_name(self._names(), self.desk.locale)}
        if keep_draft(self.desk, self._key(), content):
            self._state.setText(self.desk.text("Draft kept"))

    def _start_afresh(self) -> None:
        before = self.body.as_draft()
        self._keeping.stop()
        drop_draft(self.desk, self._key())
        clear(self._notices)
        self.body.clear()
        self._refresh()
        self._settle()

        def bring_back() -> None:
            self.body.clear()
            self.body.take_draft(before)
            self._refresh()
            self._keep()

        answer = Answer(self.desk.text("Bring it back"), bring_back, name="member.form.bringBack")
        self.desk.say(self.desk.text("The form is empty now."), answers=(answer,), kind="info")

    def _cancel(self) -> None:
        self.leave()
        self.cancelled.emit()

    # -- while somebody types --------------------------------------------------------------------------

    def _edited(self) -> None:
        self._keeping.typed()
        self._looking.start()
        self._watch_keys()
        self._refresh()

    def _names(self) -> list[PersonName]:
        body = self.body
        first = PersonName(
            given=body.value("firstName"), surname=body.value("lastName"), gender=body.first_gender()
        )
        more = [
            PersonName(
                given=one.given.value().strip(), surname=one.surname.value().strip(), gender=one.gender()
            )
            for one in body.further()
        ]
        return [name for name in (first, *more) if name]

    def _joining(self) -> list[bool]:
        """For each person whether they become members; only those who are can ask for a class."""
        return [self._member, *(self._member and one.member.isChecked() for one in self.body.further())]

    def _refresh(self) -> None:
        joining = self._joining()
        names = self._names()
        births = [self._birth(self.body.fields["born"]), *(self._birth(p.born) for p in self.body.further())]
        today = self.desk.file.today
        if self._member:
            ages = [
                birth.age_on(today) if birth is not None else None
                for birth, joins in zip(births, joining, strict=True)
                if joins
            ]
            self.body.class_.propose(ages)
        self.body.letters.show_people(names if self._home is None else ())
        n = len(joining)
        if all(joining):
            words = self.desk.ntext("Add {n} member", "Add {n} members", n)
        else:
            words = self.desk.ntext("Add {n} person", "Add {n} people", n)
        if words != self._add_words:
            self._add_words = words
            self._add.set_text(words)
            give_letters(self)

    def _birth(self, field: Field) -> RoughDate | None:
        try:
            return read_birth(self.desk, field.value())
        except UserError:
            return None

    def _look(self) -> None:
        value = self.body.value
        emails, phones = value("email"), value("phone")
        typed = Typed(
            given=value("firstName"),
            surname=value("lastName"),
            place=value("place"),
            street=value("street"),
            emails=(emails,) if emails else (),
            phones=(phones,) if phones else (),
            birth=self._birth(self.body.fields["born"]),
        )
        self.body.doubles.look(typed)

    def _open_double(self, person_id: UUID) -> None:
        self.leave()
        self.opened.emit(person_id)

    # -- keys ------------------------------------------------------------------------------------------

    def _watch_keys(self) -> None:
        for widget in self.findChildren(QWidget):
            if isinstance(widget, QComboBox | QAbstractButton):
                widget.installEventFilter(self)  # once more does no harm

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress:
            key = cast("QKeyEvent", event)
            if key.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not _with_control(key):
                if isinstance(watched, QPushButton):
                    watched.click()
                else:
                    self.focusNextChild()
                return True
        return super().eventFilter(watched, event)

    # -- adding ----------------------------------------------------------------------------------------

    def add(self) -> None:
        """Add what the form holds; reasons why it cannot be stand on top, each leading to its field."""
        body = self.body
        try:
            joined = read_day(self.desk, body.fields["since"].value()) if self._member else None
            consent = self._consent_day()
        except FieldProblem as problem:
            self._refused(FormProblems((problem,)))
            return
        except UserError as error:
            self._refused(FormProblems((_at_field(error, "since"),)))
            return
        value = body.value
        action = AddPeople(
            self._people(),
            street=value("street") if self._home is None else "",
            postcode=value("postcode") if self._home is None else "",
            town=value("place") if self._home is None else "",
            joined=joined,
            class_id=body.class_.class_id() if self._member else None,
            letter_style=body.letters.letter_style(),
            can_host=self._home is None and body.host.isChecked(),
            address_consent=consent,
            household_id=self._home.id if self._home is not None else None,
        )
        self.desk.run(action, done=lambda outcome: self._done(outcome.result), failed=self._refused)

    def _consent_day(self) -> date | None:
        body = self.body
        if not body.consent.isChecked():
            return None
        try:
            day = read_day(self.desk, body.fields["consentOn"].value())
        except UserError as error:
            raise _at_field(error, "consentOn") from error
        return day.first if day is not None else self.desk.file.today

    def _people(self) -> tuple[NewPerson, ...]:
        body = self.body
        email = body.value("email")
        first = NewPerson(
            body.value("firstName"),
            body.value("lastName"),
            gender=body.first_gender(),
            birth=self._birth(body.fields["born"]),
            relation=Relation(body.relation.code()) if self._home is not None else Relation.HEAD,
            member=self._member,
            phone=body.value("phone"),
            email="" if body.email_problem() else email,
            languages=body.languages.spoken(),
        )
        more = [
            NewPerson(
                one.given.value().strip(),
                one.surname.value().strip(),
                gender=one.gender(),
                birth=self._birth(one.born),
                relation=Relation(one.relation.code()),
                member=joins,
            )
            for one, joins in zip(body.further(), self._joining()[1:], strict=True)
        ]
        return (first, *more)

    def _unusable(self) -> list[tuple[int, str, str, str]]:
        """Texts that cannot be used: which person, field of the row, text, what is wrong."""
        body = self.body
        found = []
        problem = body.email_problem()
        if problem:
            found.append((0, "email", body.value("email"), problem))
        births = [body.fields["born"], *(one.born for one in body.further())]
        for at, field in enumerate(births):
            try:
                read_birth(self.desk, field.value())
            except UserError as error:
                found.append((at, "birth", field.value().strip(), self.desk.words(error)))
        return found

    def _refused(self, error: UserError) -> None:
        """Put the reasons on top, lead to the first."""
        clear(self._notices)
        problems = error.problems if isinstance(error, FormProblems) else ()
        if not problems and isinstance(error, FieldProblem):
            problems = (error,)
        answers = tuple(
            Answer(self.desk.words(one), self._to_field(one.field), name=f"member.form.problem.{number}")
            for number, one in enumerate(problems)
        )
        words = self.desk.text("Some fields still need you.") if problems else self.desk.words(error)
        banner = Banner(self.desk.theme, words, "err", answers=answers, name="member.form.problems")
        self._notices.addWidget(banner)
        self._scroll.verticalScrollBar().setValue(0)
        for one in problems[:1]:
            self._to_field(one.field)()

    def _to_field(self, name: str) -> Callable[[], object]:
        code, _, number = name.partition(".")
        code = PROBLEM_FIELDS.get(code, code)
        at = int(number) if number.isdecimal() else 0
        further = self.body.further()
        field: Field | None = self.body.fields.get(code)
        if 0 < at <= len(further):
            field = further[at - 1].born if code == "born" else further[at - 1].given

        def go() -> None:
            if field is not None:
                field.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

        return go

    def _done(self, result: object) -> None:
        added = cast("Added", result)
        desk = self.desk
        self._keeping.stop()
        self._looking.stop()
        for at, field, typed, reason in self._unusable():
            person = added.people[at]
            desk.file.keep_unusable("person", person, field, typed, reason, person)
        names = self._names()
        joined = [one for one, joins in zip(added.people, self._joining(), strict=True) if joins]
        drop_draft(desk, self._key())
        self.added.emit(added.people[0])
        answers = [Answer(desk.text("Add another"), self._another, name="member.form.addAnother")]
        if joined:
            cards = Answer(desk.text("Print cards"), self._cards(joined), name="member.form.printCards")
            answers.insert(0, cards)
        desk.say(self._said(joint_name(names, desk.locale), added.numbers), undoable=True, answers=answers)

    def _said(self, names: str, numbers: tuple[str, ...]) -> str:
        desk = self.desk
        if not numbers:
            return desk.text("{names} added.", names=names)
        listed = desk.locale.listing(numbers)
        if len(numbers) == 1:
            return desk.text("{names} added, number {numbers}.", names=names, numbers=listed)
        return desk.text("{names} added, numbers {numbers}.", names=names, numbers=listed)

    def _cards(self, people: list[UUID]) -> Callable[[], object]:
        return lambda: self.desk.go("print", paper="membership-cards", people=[one.hex for one in people])

    def _another(self) -> None:
        self.another.emit()


def _at_field(error: UserError, field: str) -> FieldProblem:
    """A failure as one of a field."""
    problem = FieldProblem(field, error.msgid, many=error.many)
    problem.args_by_name = error.args_by_name
    return problem


def _with_control(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
