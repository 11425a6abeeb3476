# SPDX-License-Identifier: GPL-3.0-or-later
"""The fields of the form for new members: one person, their home, whoever lives with them (design 5.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hospes.domain.codes import Gender, LanguageLevel, Relation
from hospes.domain.emails import read_email
from hospes.domain.errors import FieldProblem
from hospes.domain.name_parts import split_name
from hospes.queries.suggestions import place_of
from hospes.ui.pages.member_form_class import ClassChoice
from hospes.ui.pages.member_form_doubles import DoublesHint
from hospes.ui.pages.member_form_letters import LettersPart
from hospes.ui.pages.member_form_people import GENDERS, MorePerson, labelled, pair
from hospes.ui.pages.person_dates import birth_check, date_field, day_check
from hospes.ui.pages.person_languages import LanguagesEdit
from hospes.ui.widgets.boxes import column, holder
from hospes.ui.widgets.buttons import link_button
from hospes.ui.widgets.choices import Choice, Tick
from hospes.ui.widgets.fields import Field, TextField, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hospes.ui.desk import Desk

TEXTS = ("firstName", "lastName", "street", "postcode", "place", "phone", "email", "born")
"""Fields whose text would be a pity to lose; the others come filled in."""


class FormBody(QWidget):
    """All fields; what they hold is read by the form."""

    edited = Signal()
    """Something was typed or chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.fields: dict[str, Field] = {}
        self.others: list[MorePerson] = []
        theme, text = desk.theme, desk.text
        self.doubles = DoublesHint(desk)
        self._others_box = column(theme, gap=8)
        needed = text("needed")
        given = self._text("firstName", text("First name"), needed=needed)
        surname = self._text("lastName", text("Last name"), needed=needed)
        street = self._text("street", text("Street"))
        town = pair(
            desk, self._text("postcode", text("Postcode")), self._text("place", text("Place")), (2, 3)
        )
        self.address = holder(column(theme, street, town, gap=8))
        reach = pair(
            desk,
            self._text("phone", text("Phone")),
            self._text("email", text("E-mail"), check=self._check_email),
        )
        born = self._day("born", text("Born"), birth_check(desk))
        genders = [(one.value, desk.locale.label(one)) for one in reversed(Gender)]
        self.gender = Choice(theme, genders, Gender.UNKNOWN.value)
        gender = Field(theme, text("Salutation as"), self.gender, name="member.form.gender")
        relations = [(one.value, desk.locale.label(one)) for one in Relation if one is not Relation.HEAD]
        self.relation = Choice(theme, relations, Relation.OTHER.value)
        self.relation_field = Field(
            theme, text("is in this household"), self.relation, name="member.form.relation"
        )
        self.class_ = ClassChoice(desk)
        class_ = Field(theme, text("Class"), self.class_, name="member.form.class")
        self.membership = pair(desk, self._day("since", text("Member since"), day_check(desk)), class_)
        self.languages = LanguagesEdit(desk, name="member.form.language")
        self.more = Tick(theme, text("More people in this household"), name="member.form.more")
        self.another = link_button(
            theme, text("One more person"), self.add_person, icon="plus", name="member.form.another"
        )
        self.letters = LettersPart(desk)
        self.host = Tick(theme, text("Can host guests"), name="member.form.host")
        self.consent = Tick(theme, text("Agrees to the use of the address"), name="member.form.consent")
        signed = self._day("consentOn", text("Signed on"), day_check(desk))
        self.setLayout(
            column(
                theme,
                pair(desk, given, surname),
                self.doubles,
                self.relation_field,
                self.address,
                reach,
                pair(desk, born, gender),
                self.membership,
                labelled(desk, text("Speaks"), self.languages),
                self.more,
                self._others_box,
                self.another,
                self.letters,
                self.host,
                self.consent,
                signed,
                gap=10,
            )
        )
        self._connect()
        self.clear()

    # -- building ------------------------------------------------------------------------------------

    def _text(
        self, code: str, words: str, *, needed: str = "", check: Callable[[str], Verdict] | None = None
    ) -> Field:
        field = Field(
            self.desk.theme,
            words,
            TextField(self.desk.theme),
            check=check,
            needed=needed,
            name=f"member.form.{code}",
        )
        self.fields[code] = field
        return field

    def _day(self, code: str, words: str, check: Callable[[str], Verdict]) -> Field:
        field = Field(self.desk.theme, words, date_field(self.desk), check=check, name=f"member.form.{code}")
        self.fields[code] = field
        return field

    def _connect(self) -> None:
        for field in self.fields.values():
            field.editor.textChanged.connect(self.edited)  # type: ignore[attr-defined]  # every text editor has it
        for choice in (self.gender, self.relation, self.class_):
            choice.picked.connect(self.edited)
        for tick in (self.host, self.consent):
            tick.clicked.connect(self.edited)
        self.languages.changed.connect(self.edited)
        self.letters.edited.connect(self.edited)
        self.more.clicked.connect(self._more_pressed)
        self.consent.toggled.connect(self.fields["consentOn"].setVisible)
        self.fields["postcode"].saved.connect(self._fill_place)
        self.fields["firstName"].saved.connect(self._split_name)

    def _check_email(self, typed: str) -> Verdict:
        problem = self._wrong_email(typed)
        return Verdict("bad", problem) if problem else Verdict()

    def _wrong_email(self, typed: str) -> str:
        if typed.strip():
            try:
                read_email(typed)
            except FieldProblem as problem:
                return self.desk.words(problem)
        return ""

    def email_problem(self) -> str:
        """Why the e-mail cannot be used; empty where it can or there is none."""
        return self._wrong_email(self.fields["email"].value())

    # -- what the machine fills in ---------------------------------------------------------------------

    def _fill_place(self, postcode: str) -> None:
        place = self.fields["place"]
        if not place.value().strip():
            found = self.desk.read(place_of, postcode)
            if found:
                place.set_value(found)

    def _split_name(self, typed: str) -> None:
        """`Nowak, Barbara` in the first field is both names."""
        if "," in typed and not self.value("lastName"):
            name = split_name(typed)
            self.fields["firstName"].set_value(name.given)
            self.fields["lastName"].set_value(name.surname)

    # -- more people -----------------------------------------------------------------------------------

    def _more_pressed(self, on: bool) -> None:
        if on and not self.others:
            self.add_person()
        self.show_more(on)
        self.edited.emit()

    def one_more(self) -> bool:
        """A line for somebody more, or the empty one there is; False while nothing is typed or asked for."""
        if self.more.isHidden() or self.is_empty():
            return False
        self.show_more(True)
        if self.others and self.others[-1].is_empty():
            self.others[-1].given.editor.setFocus()
        else:
            self.add_person()
        return True

    def show_more(self, on: bool) -> None:
        """Show or hide the further people; what was typed for them stays."""
        self.more.setChecked(on)
        self.another.setVisible(on)
        for person in self.others:
            person.setVisible(on)

    def add_person(self) -> MorePerson:
        """One more line; the keyboard goes into it."""
        person = MorePerson(self.desk, len(self.others) + 1, self.value("lastName"))
        person.edited.connect(self.edited)
        person.removed.connect(self._remove_person)
        self.others.append(person)
        self._others_box.addWidget(person)
        person.show()
        person.given.editor.setFocus()
        self.edited.emit()
        return person

    def _remove_person(self) -> None:
        person = self.sender()
        if isinstance(person, MorePerson):
            self._drop_person(person)
            if not self.others:
                self.show_more(False)
            self.edited.emit()

    def _drop_person(self, person: MorePerson) -> None:
        self.others.remove(person)
        self._others_box.removeWidget(person)
        person.hide()
        person.deleteLater()

    def further(self) -> list[MorePerson]:
        """Those who really have a name."""
        return [one for one in self.others if self.more.isChecked() and not one.is_empty()]

    # -- values ----------------------------------------------------------------------------------------

    def value(self, code: str) -> str:
        """The text of a field without blanks around it."""
        return self.fields[code].value().strip()

    def first_gender(self) -> Gender:
        """How letters greet the first person; in a household there already, the relation says it too."""
        said = Gender(self.gender.code())
        if said is Gender.UNKNOWN and not self.relation_field.isHidden():
            return GENDERS.get(Relation(self.relation.code()), said)
        return said

    def clear(self, *, keep_address: bool = False) -> None:
        """Empty all fields, or all but the address."""
        kept = {code: self.value(code) for code in ("street", "postcode", "place")} if keep_address else {}
        for person in list(self.others):
            self._drop_person(person)
        for code, field in self.fields.items():
            field.set_value(kept.get(code, ""))
        today = self.desk.locale.date(self.desk.file.today)
        self.fields["since"].set_value(today)
        self.fields["consentOn"].set_value(today)
        self.gender.choose(Gender.UNKNOWN.value)
        self.relation.choose(Relation.OTHER.value)
        self.class_.forget()
        self.languages.set_spoken(())
        self.host.setChecked(False)
        self.consent.setChecked(False)
        self.fields["consentOn"].hide()
        self.letters.forget()
        self.doubles.forget()
        self.show_more(False)

    def is_empty(self) -> bool:
        """Nothing was typed that would be a pity to lose."""
        typed = any(self.value(code) for code in TEXTS)
        return not typed and not self.languages.spoken() and not self.further()

    def as_draft(self) -> dict[str, object]:
        """All that is written, to be kept."""
        return {
            "fields": {code: field.value() for code, field in self.fields.items()},
            "gender": self.gender.code(),
            "relation": self.relation.code(),
            "class": self.class_.picked_code(),
            "languages": [[code, level.value] for code, level in self.languages.spoken()],
            "more": self.more.isChecked(),
            "people": [one.as_draft() for one in self.others],
            "letters": self.letters.letter_style().value,
            "host": self.host.isChecked(),
            "consent": self.consent.isChecked(),
        }

    def take_draft(self, kept: Mapping[str, Any]) -> None:
        """Show what was kept; what it does not know is left as it is."""
        for code, typed in dict(kept.get("fields", {})).items():
            if code in self.fields:
                self.fields[code].set_value(str(typed))
        self.gender.choose(str(kept.get("gender", "")))
        self.relation.choose(str(kept.get("relation", "")))
        self.class_.pick(str(kept.get("class", "")))
        self.languages.set_spoken(
            tuple((str(code), LanguageLevel(level)) for code, level in kept.get("languages", []))
        )
        for one in kept.get("people", []):
            self.add_person().take_draft(one)
        self.show_more(bool(kept.get("more", False)))
        self.letters.choose(str(kept.get("letters", "")))
        self.host.setChecked(bool(kept.get("host", False)))
        self.consent.setChecked(bool(kept.get("consent", False)))
