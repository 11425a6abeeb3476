# SPDX-License-Identifier: GPL-3.0-or-later
"""Fields of one person, edited in place: saved when left; what cannot be used is kept as typed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hospes.actions.people import EditPerson
from hospes.actions.reach import (
    AddAddress,
    AddContactPoint,
    DeleteContactPoint,
    EditAddress,
    EditContactPoint,
    OnlyHere,
)
from hospes.domain.birth import birth_doubt, checked_birth
from hospes.domain.codes import ContactKind, Gender
from hospes.domain.dates import DateKind, DateProblem, read_date
from hospes.domain.errors import FieldProblem, UserError
from hospes.queries.people import AddressRow, PersonHead, ReachRow, addresses_of, household_of, reaches_of
from hospes.queries.person_details import accepted_doubts, unusable_input
from hospes.ui.desk import Answer
from hospes.ui.widgets.boxes import column
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import Field, LongText, TextField, Verdict
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from hospes.actions import Action
    from hospes.domain.values import RoughDate
    from hospes.ui.desk import Desk

BIRTH_DOUBT = "birth-odd"
ADDRESS_PARTS = ("street", "postcode", "town")


class PersonFields(QWidget):
    """Name, address, phones and e-mails, birth, and what else a person is."""

    saved = Signal()

    def __init__(self, desk: Desk, head: PersonHead, *, full: bool) -> None:
        """Build for a person; `full` shows everything (the page), else what the pane has room for."""
        super().__init__()
        self.desk = desk
        self.head = head
        self.fields: dict[str, Field] = {}
        self._box = column(desk.theme, gap=4)
        self.setLayout(self._box)
        today = desk.file.today
        self._addresses = desk.read(addresses_of, today, person_id=head.id)
        self._reaches = desk.read(reaches_of, today, person_id=head.id)
        rows = [head.id, *(one.id for one in self._addresses), *(one.id for one in self._reaches)]
        self._unusable = desk.read(unusable_input, rows)
        self._accepted = desk.read(accepted_doubts, rows)
        if full:
            self._names()
        self._address()
        self._reach(full=full)
        self._birth()
        if full:
            self._more()

    def bad(self) -> list[str]:
        """Words of the fields whose text cannot be used."""
        return [field.label.text() for field in self.fields.values() if field.state == "bad"]

    def leave(self) -> None:
        """Write what is still open."""
        for field in self.fields.values():
            field.leave()

    # -- building ------------------------------------------------------------------------------------

    def _add(
        self, code: str, words: str, editor: QWidget, check: Callable[[str], Verdict] | None = None
    ) -> Field:
        field = Field(self.desk.theme, words, editor, check=check, beside=True, name=f"person.{code}")
        self.fields[code] = field
        self._box.addWidget(field)
        return field

    def _own(self, code: str, words: str, *, lines: int = 1) -> None:
        """A plain field of the person's own row."""
        value = str(getattr(self.head.name, code, None) or getattr(self.head, code, ""))
        editor = (
            TextField(self.desk.theme, value) if lines == 1 else LongText(self.desk.theme, value, lines=lines)
        )
        field = self._add(code, words, editor)
        field.saved.connect(lambda typed, code=code: self._edit({code: typed.strip()}, self.fields[code]))

    def _names(self) -> None:
        text = self.desk.text
        for code, words in (
            ("title_prefix", text("Title")),
            ("given", text("First name")),
            ("surname_prefix", text("Before the last name")),
            ("surname", text("Last name")),
            ("birth_surname", text("Name at birth")),
            ("script_name", text("Name in its own script")),
            ("latin_name", text("Name in Latin letters")),
        ):
            self._own(code, words)
        pairs = [(gender.value, self.desk.locale.label(gender)) for gender in Gender]
        choice = Choice(self.desk.theme, pairs, self.head.name.gender)
        self._add("gender", text("Salutation as"), choice).saved.connect(
            lambda code: self._edit({"gender": Gender(code)}, self.fields["gender"])
        )

    def _more(self) -> None:
        text = self.desk.text
        self._own("birth_place", text("Born in"))
        self._own("profession", text("Profession"))
        self._own("interests", text("Interests"), lines=2)
        pairs = [("", text("not said"))]
        pairs += [
            (code, self.desk.locale.language_name(code))
            for code in ("de", "fr", "en", "pl", "it", "hu", "uk")
        ]
        if self.head.preferred_language and self.head.preferred_language not in dict(pairs):
            code = self.head.preferred_language
            pairs.append((code, self.desk.locale.language_name(code)))
        choice = Choice(self.desk.theme, pairs, self.head.preferred_language)
        self._add("preferred_language", text("Letters in"), choice).saved.connect(
            lambda code: self._edit({"preferred_language": code}, self.fields["preferred_language"])
        )

    # -- saving --------------------------------------------------------------------------------------

    def _run(self, action: Action, field: Field) -> bool:
        outcome = self.desk.run(action, failed=lambda error: self._refused(error, field))
        if outcome is not None:
            self.saved.emit()
        return outcome is not None

    def _refused(self, error: UserError, field: Field) -> None:
        field.say(Verdict("bad", self.desk.words(error)))
        self.saved.emit()

    def _edit(self, values: dict[str, object], field: Field) -> bool:
        action = EditPerson(self.head.id, values, self.head.version)
        outcome = self.desk.run(action, failed=lambda error: self._refused(error, field))
        if outcome is None:
            return False
        if isinstance(outcome.result, int):
            # The next field of this person is saved on top of this one.
            from dataclasses import replace

            self.head = replace(self.head, version=outcome.result)
        self.saved.emit()
        return True

    def _keep(self, table: str, row_id: UUID, code: str, typed: str, field: Field) -> None:
        """Keep an unusable text beside the valid value, over a restart too."""
        self.desk.file.keep_unusable(table, row_id, code, typed, field.note.text(), self.head.id)
        self.saved.emit()

    # -- address -------------------------------------------------------------------------------------

    def _address(self) -> None:
        text = self.desk.text
        address = self._addresses[0] if self._addresses else None
        words = {"street": text("Street"), "postcode": text("Postcode"), "town": text("Place")}
        for part in ADDRESS_PARTS:
            if address is None and part == "postcode":
                continue
            value = getattr(address, part) if address is not None else ""
            field = self._add(part, words[part], TextField(self.desk.theme, value))
            field.saved.connect(lambda typed, part=part: self._save_address(address, part, typed))

    def _save_address(self, address: AddressRow | None, part: str, typed: str) -> None:
        field = self.fields[part]
        if address is None:
            street, town = (typed, "") if part == "street" else ("", typed)
            self._run(AddAddress("person", self.head.id, street=street, town=town), field)
            return
        others = self._others()
        if not address.shared or not others:
            self._run(EditAddress(address.id, {part: typed}), field)
            return
        desk = self.desk
        words = desk.text("Also for {people}?", people=desk.locale.listing(others))

        def both() -> None:
            self._run(EditAddress(address.id, {part: typed}), field)

        def alone() -> None:
            outcome = desk.run(OnlyHere(self.head.id, address.id))
            if outcome is not None and isinstance(outcome.result, UUID):
                self._run(EditAddress(outcome.result, {part: typed}), field)

        only = desk.text("Only {person}", person=self.head.name.given or self.head.name.surname)
        answers = (
            Answer(desk.text("Yes, all of them"), both, main=True, name="person.addressBoth"),
            Answer(only, alone, name="person.addressAlone"),
        )
        desk.ask(words, answers)

    def _others(self) -> list[str]:
        """Given names of those who share the address."""
        home = self.desk.read(household_of, self.head.id, self.desk.file.today)
        if home is None:
            return []
        day = self.desk.file.today
        return [
            one.name.given or one.name.surname
            for one in home.people
            if one.id != self.head.id and one.lives_here(day) and not one.deceased
        ]

    # -- phones and e-mails --------------------------------------------------------------------------

    def _reach(self, *, full: bool) -> None:
        seen: set[ContactKind] = set()
        for number, one in enumerate(self._reaches):
            if not full and one.kind in seen:
                continue
            seen.add(one.kind)
            self._reach_field(one, number)
        kinds = ContactKind if full else (ContactKind.PHONE, ContactKind.EMAIL)
        for kind in kinds:
            if kind not in seen:
                self._missing_reach(kind)

    def _reach_field(self, one: ReachRow, number: int) -> None:
        desk = self.desk
        kind = one.kind
        code = kind.value if kind.value not in self.fields else f"{kind.value}{number}"
        shown = one.value  # as it was typed: that is what is edited
        field = self._add(code, desk.locale.label(kind), TextField(desk.theme, shown), self._checker(kind))
        kept = self._unusable.get((one.id, "value"))
        if kept is not None:
            field.set_unusable(kept.typed, Verdict("bad", kept.reason))

        def save(typed: str) -> None:
            desk.file.drop_unusable(one.id, "value")
            if not typed.strip():
                self._run(DeleteContactPoint(one.id), field)
            elif typed != shown:
                self._run(EditContactPoint(one.id, {"value": typed}), field)

        field.saved.connect(save)
        field.unusable.connect(lambda typed: self._keep("contact_point", one.id, "value", typed, field))

    def _missing_reach(self, kind: ContactKind) -> None:
        desk = self.desk
        field = self._add(kind.value, desk.locale.label(kind), TextField(desk.theme), self._checker(kind))
        kept = self._unusable.get((self.head.id, kind.value))
        if kept is not None:
            field.set_unusable(kept.typed, Verdict("bad", kept.reason))

        def save(typed: str) -> None:
            desk.file.drop_unusable(self.head.id, kind.value)
            if typed.strip():
                self._run(AddContactPoint("person", self.head.id, kind, typed), field)

        field.saved.connect(save)
        field.unusable.connect(lambda typed: self._keep("person", self.head.id, kind.value, typed, field))

    def _checker(self, kind: ContactKind) -> Callable[[str], Verdict]:
        def check(typed: str) -> Verdict:
            if not typed.strip():
                return Verdict()
            try:
                if kind == ContactKind.EMAIL:
                    from hospes.domain.emails import read_email

                    read_email(typed)
                elif kind == ContactKind.WEB:
                    from hospes.domain.emails import read_website

                    read_website(typed)
                elif sum(sign.isdigit() for sign in typed) < 5:
                    return Verdict(
                        "odd",
                        self.desk.text("That is a short number. Is it right?"),
                        (),
                        self.desk.text("It is right"),
                    )
            except FieldProblem as problem:
                return Verdict("bad", self.desk.words(problem))
            return Verdict()

        return check

    # -- birth ---------------------------------------------------------------------------------------

    def _birth(self) -> None:
        desk = self.desk
        shown = self._told_birth(self.head.birth)
        field = self._add("birth", desk.text("Born"), TextField(desk.theme, shown), self._check_birth)
        kept = self._unusable.get((self.head.id, "birth"))
        if kept is not None:
            field.set_unusable(kept.typed, Verdict("bad", kept.reason))
        elif (
            self.head.birth is not None
            and (self.head.id, BIRTH_DOUBT, str(self.head.birth)) not in self._accepted
        ):
            field.say(self._verdict(self.head.birth))
        field.saved.connect(self._save_birth)
        field.unusable.connect(lambda typed: self._keep("person", self.head.id, "birth", typed, field))
        field.accepted.connect(self._accept_birth)

    def _told_birth(self, birth: RoughDate | None) -> str:
        return self.desk.locale.rough(birth) if birth is not None else ""

    def _read_birth(self, typed: str) -> RoughDate:
        return checked_birth(
            read_date(typed, self.desk.locale, self.desk.file.today, DateKind.PAST), self.desk.file.today
        )

    def _check_birth(self, typed: str) -> Verdict:
        if not typed.strip():
            return Verdict()
        try:
            return self._verdict(self._read_birth(typed))
        except DateProblem as problem:
            cures = tuple(
                (self.desk.locale.rough(day), self.desk.locale.rough(day)) for day in problem.suggestions
            )
            return Verdict("bad", self.desk.words(problem), cures)
        except UserError as error:
            return Verdict("bad", self.desk.words(error))

    def _verdict(self, birth: RoughDate) -> Verdict:
        desk = self.desk
        doubt = birth_doubt(birth, self.head.died, desk.file.today)
        if doubt is not None and (self.head.id, BIRTH_DOUBT, str(birth)) not in self._accepted:
            return Verdict("odd", desk.locale.message(doubt), (), desk.text("It is right"))
        age = birth.age_on(desk.file.today)
        if age is None or self.head.deceased:
            return Verdict("fine", desk.locale.rough(birth))
        return Verdict("fine", desk.text("{day} ({age})", day=desk.locale.rough(birth), age=age))

    def _save_birth(self, typed: str) -> None:
        self.desk.file.drop_unusable(self.head.id, "birth")
        birth = self._read_birth(typed) if typed.strip() else None
        self._edit({"birth": birth}, self.fields["birth"])

    def _accept_birth(self, typed: str) -> None:
        birth = self._read_birth(typed)
        self.desk.file.accept_doubt(self.head.id, BIRTH_DOUBT, str(birth), self.head.id)


def heading(desk: Desk, words: str) -> Label:
    """A section's heading."""
    return Label(desk.theme, words, "section")
