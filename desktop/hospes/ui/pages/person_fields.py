# SPDX-License-Identifier: GPL-3.0-or-later
"""Fields of one person, written in place: saved when left; what cannot be used is kept as typed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from hospes.actions.people import EditPerson, SetLanguages, SetSalutation
from hospes.actions.reach import AddContactPoint
from hospes.domain.codes import ContactKind, Gender
from hospes.domain.salutations import salutation
from hospes.i18n.locale import Locale
from hospes.queries.association import association
from hospes.queries.people import PersonHead, ReachRow, reaches_of
from hospes.queries.person_details import accepted_doubts, languages_of, salutations, unusable_input
from hospes.ui.pages.person_address import AddressField
from hospes.ui.pages.person_dates import birth_check, read_birth
from hospes.ui.pages.person_drafts import Keeping, drop_draft, field_key, keep_draft
from hospes.ui.pages.person_flat import FlatLine, flat_field
from hospes.ui.pages.person_languages import LanguagesEdit, language_words
from hospes.ui.pages.person_parts import within
from hospes.ui.pages.person_reach import ReachField
from hospes.ui.widgets.boxes import column, holder, row
from hospes.ui.widgets.buttons import link_button, plain_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import Field, LongText, TextField, Verdict
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from hospes.domain.errors import UserError
    from hospes.ui.desk import Desk

BIRTH_DOUBT = "odd-birth"
NAMES = ("given", "surname")
RARE_NAMES = ("title_prefix", "surname_prefix", "birth_surname", "script_name", "latin_name")
LETTERS_IN = ("de", "fr", "en", "pl", "it", "hu", "uk")


class PersonFields(QWidget):
    """Name, address, phones and e-mails, birth, and what else a person is."""

    saved = Signal()
    """Something was written, or kept as it is."""

    def __init__(self, desk: Desk, head: PersonHead, *, full: bool) -> None:
        """Build for a person; `full` shows everything (the page), else what the pane has room for."""
        super().__init__()
        self.desk = desk
        self.head = head
        self._full = full
        self.fields: dict[str, Field] = {}
        self.reaches: list[ReachField] = []
        self._keeping = Keeping(self._keep_typing, self)
        self._kept: set[str] = set()
        self._box = column(desk.theme, gap=2)
        self.setLayout(self._box)
        if full:
            self._names()
        self.address = AddressField(desk, head)
        self.address.saved.connect(self.saved)
        self._box.addWidget(self.address)
        self._reach()
        self._birth()
        if full:
            self._more()
        else:
            self._languages()
        self._take_drafts()

    # -- state ---------------------------------------------------------------------------------------

    def bad(self) -> list[str]:
        """Words of the fields whose text cannot be used, or waits for an answer."""
        found = [field.label.text() for field in self.fields.values() if field.state == "bad"]
        if self.address.is_asking():
            found.insert(0, self.desk.text("Address"))
        return [words if words.isupper() else within(self.desk, words) for words in found]

    def leave(self) -> None:
        """Write what is still open."""
        self._keeping.stop()
        self.address.leave()
        for code, field in self.fields.items():
            field.leave()
            self._forget_typing(code)

    def is_writing(self) -> bool:
        """Whether the keyboard is in one of the fields."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def refresh(self, head: PersonHead) -> bool:
        """Show what the file holds now in all fields nobody is writing in.

        False where the rows themselves are others than before, so that the fields have to be built again.
        """
        self.head = head
        found = self._rows()
        if [one.row_id for one in self.reaches if one.row_id] != [
            one.id for one in found if self._shown(one)
        ]:
            return False
        self.address.refresh(head)
        focus = QApplication.focusWidget()
        by_id = {one.id: one for one in found}
        for reach in self.reaches:
            if reach.line is not focus and not reach.field.changed and reach.field.state != "bad":
                reach.show_row(by_id.get(reach.row_id) if reach.row_id else None)
        for code, field in self.fields.items():
            here = focus is not None and field.isAncestorOf(focus)
            if code in self._own_codes() and not here and not field.changed and field.state == "fine":
                field.set_value(self._told(code))
        self._show_age()
        return True

    def _own_codes(self) -> set[str]:
        return {*NAMES, *RARE_NAMES, "birth", "birth_place", "profession", "interests"}

    def _told(self, code: str) -> str:
        if code == "birth":
            return self.desk.locale.rough(self.head.birth)
        value = getattr(self.head.name, code, None)
        return str(value if value is not None else getattr(self.head, code, ""))

    # -- building ------------------------------------------------------------------------------------

    def _add(
        self, code: str, words: str, editor: QWidget, check: Callable[[str], Verdict] | None = None
    ) -> Field:
        field = flat_field(self.desk.theme, words, editor, check=check, name=f"person.{code}")
        self.fields[code] = field
        self._box.addWidget(field)
        self._watch(editor)
        return field

    def _watch(self, editor: QWidget) -> None:
        if isinstance(editor, TextField):
            editor.textEdited.connect(self._keeping.typed)

    def _own(self, code: str, words: str, *, lines: int = 1) -> Field:
        """A plain field of the person's own row."""
        value, theme = self._told(code), self.desk.theme
        empty = self.desk.text("not known")
        editor = FlatLine(theme, value, empty=empty) if lines == 1 else LongText(theme, value, lines=lines)
        field = self._add(code, words, editor)
        field.saved.connect(lambda typed, code=code: self._edit({code: typed.strip()}, self.fields[code]))
        return field

    def _names(self) -> None:
        text = self.desk.text
        self._own("given", text("First name"))
        self._own("surname", text("Last name"))
        words = {
            "title_prefix": text("Title"),
            "surname_prefix": text("Before the last name"),
            "birth_surname": text("Name at birth"),
            "script_name": text("Name in its own script"),
            "latin_name": text("Name in Latin letters"),
        }
        rare = []
        for code in RARE_NAMES:
            field = self._own(code, words[code])
            if not field.value():
                field.hide()
                rare.append(field)
        pairs = [(gender.value, self.desk.locale.label(gender)) for gender in Gender]
        choice = Choice(self.desk.theme, pairs, self.head.name.gender)
        self._add("gender", text("Salutation as"), choice).saved.connect(
            lambda code: self._edit({"gender": Gender(code)}, self.fields["gender"])
        )
        more = link_button(self.desk.theme, text("More about the name"), name="person.moreNames")

        def show() -> None:
            more.hide()
            for field in rare:
                field.show()

        more.clicked.connect(show)
        if not rare:
            more.hide()
        self._box.addLayout(row(self.desk.theme, more, None))

    def _more(self) -> None:
        text, locale = self.desk.text, self.desk.locale
        self._own("birth_place", text("Born in"))
        self._own("profession", text("Profession"))
        self._own("interests", text("Interests"), lines=2)
        codes = [*LETTERS_IN]
        if self.head.preferred_language and self.head.preferred_language not in codes:
            codes.append(self.head.preferred_language)
        pairs = [("", text("not said")), *((code, locale.language_name(code)) for code in codes)]
        choice = Choice(self.desk.theme, pairs, self.head.preferred_language)
        self._add("preferred_language", text("Letters in"), choice).saved.connect(
            lambda code: self._edit({"preferred_language": code}, self.fields["preferred_language"])
        )
        self._salutation()

    def _salutation(self) -> None:
        """How letters begin in the person's language; the usual words in grey where nobody wrote others."""
        desk, head = self.desk, self.head
        own = Locale.of(head.preferred_language or desk.read(association).language or desk.locale.code)
        usual = salutation(head.name, own, formality=head.formality).opening
        kept = desk.read(salutations, head.id).get(own.language, "")
        line = FlatLine(desk.theme, kept, empty=usual)
        field = self._add("salutation", desk.text("Letters begin"), line)

        def save(typed: str) -> None:
            action = SetSalutation(head.id, own.language, typed)
            desk.run(action, failed=lambda error: self._refused(error, field))
            self.saved.emit()

        field.saved.connect(save)

    # -- saving --------------------------------------------------------------------------------------

    def _edit(self, values: dict[str, object], field: Field) -> bool:
        action = EditPerson(self.head.id, values, self.head.version)
        outcome = self.desk.run(action, failed=lambda error: self._refused(error, field))
        if outcome is not None and isinstance(outcome.result, int):
            # The next field of this person is saved on top of this one.
            self.head = replace(self.head, version=outcome.result)
        self.saved.emit()
        return outcome is not None

    def _refused(self, error: UserError, field: Field) -> None:
        field.say(Verdict("bad", self.desk.words(error)))

    # -- while somebody types --------------------------------------------------------------------------

    def _keep_typing(self) -> None:
        """Two seconds after a key: what stands in a field and is not written yet."""
        for code, field in self.fields.items():
            typed = field.changed and isinstance(field.editor, TextField)
            if typed and keep_draft(self.desk, field_key(self.head.id, code), field.value(), self.head.id):
                self._kept.add(code)

    def _forget_typing(self, code: str) -> None:
        if code in self._kept:
            self._kept.discard(code)
            drop_draft(self.desk, field_key(self.head.id, code))

    def _take_drafts(self) -> None:
        """Text somebody was typing when Hospes ended unexpectedly stands in its field again."""
        drafts = {one.key: one.content for one in self.desk.file.drafts(field_key(self.head.id, ""))}
        for code, field in self.fields.items():
            if not isinstance(field.editor, TextField):
                continue
            kept = drafts.get(field_key(self.head.id, code))
            if isinstance(kept, str) and kept != field.value():
                field.editor.setText(kept)
                field.show()
                self._kept.add(code)
            field.saved.connect(lambda _, code=code: self._forget_typing(code))
            field.unusable.connect(lambda _, code=code: self._forget_typing(code))

    # -- phones and e-mails --------------------------------------------------------------------------

    def _rows(self) -> tuple[ReachRow, ...]:
        return self.desk.read(reaches_of, self.desk.file.today, person_id=self.head.id)

    def _shown(self, one: ReachRow) -> bool:
        """The pane has room for the first of each kind, the page for all."""
        return self._full or one.id in {reach.row_id for reach in self.reaches}

    def _reach(self) -> None:
        found = self._rows()
        rows = [self.head.id, *(one.id for one in found)]
        unusable = self.desk.read(unusable_input, rows)
        accepted = self.desk.read(accepted_doubts, rows)
        usual = (ContactKind.PHONE, ContactKind.MOBILE, ContactKind.EMAIL)
        for kind in ContactKind:
            mine = [one for one in found if one.kind is kind]
            lines: list[ReachRow | None] = list(mine if self._full else mine[:1])
            needed = kind in usual if self._full else self._wanted(kind, found)
            if not lines and (needed or (self.head.id, kind.value) in unusable):
                lines.append(None)
            for number, one in enumerate(lines):
                code = kind.value if number == 0 else f"{kind.value}{number + 1}"
                reach = ReachField(self.desk, self.head.id, kind, one, accepted, code, self)
                reach.saved.connect(self.saved)
                reach.show_unusable(unusable)
                self._place_reach(reach)
        if self._full:
            self._another_reach()

    def _wanted(self, kind: ContactKind, found: tuple[ReachRow, ...]) -> bool:
        """An empty line in the pane: a telephone where there is none at all, and an e-mail."""
        phones = {ContactKind.PHONE, ContactKind.MOBILE}
        if kind is ContactKind.PHONE:
            return not any(one.kind in phones for one in found)
        return kind is ContactKind.EMAIL

    def _place_reach(self, reach: ReachField) -> None:
        self.reaches.append(reach)
        self.fields[reach.code] = reach.field
        self._watch(reach.line)
        if not self._full:
            self._box.addWidget(reach.field)  # the tick has a place on the page only
            return
        across = row(self.desk.theme, reach.field, reach.lists, gap=8)
        across.setStretch(0, 1)
        self._box.addLayout(across)

    def _another_reach(self) -> None:
        theme, text = self.desk.theme, self.desk.text
        kinds = [(kind.value, self.desk.locale.label(kind)) for kind in ContactKind]
        self.new_kind = Choice(theme, kinds, ContactKind.PHONE.value, name="person.newKind")
        self.new_kind.setAccessibleName(text("Kind"))
        self.new_reach = TextField(theme, example=text("Another number or address"), name="person.newReach")
        self.new_reach.setAccessibleName(text("Another number or address"))
        add = plain_button(theme, text("Add"), self._add_reach, name="person.addReach")
        self._reach_problem = Label(theme, "", "err", wrap=True, name="person.newReachProblem")
        self._reach_problem.hide()
        line = row(theme, self.new_kind, self.new_reach, add)
        line.setStretch(1, 1)
        self._box.addWidget(holder(line))
        self._box.addWidget(self._reach_problem)

    def _add_reach(self) -> None:
        action = AddContactPoint(
            "person", self.head.id, ContactKind(self.new_kind.code()), self.new_reach.text()
        )
        self._reach_problem.hide()
        if self.desk.run(action, failed=self._reach_refused) is not None:
            self.new_reach.clear()
            self.new_reach.clearFocus()

    def _reach_refused(self, error: UserError) -> None:
        self._reach_problem.setText(self.desk.words(error))
        self._reach_problem.show()

    # -- birth and languages -------------------------------------------------------------------------

    def _birth(self) -> None:
        desk, head = self.desk, self.head
        known = desk.read(accepted_doubts, [head.id])
        self._right_births = {value for _, code, value in known if code == BIRTH_DOUBT}
        check = birth_check(
            desk,
            died=lambda: self.head.died,
            accepted=self._right_births.__contains__,
            read_back=False,
        )
        line = FlatLine(desk.theme, self._told("birth"), empty=desk.text("not known"))
        field = self._add("birth", desk.text("Born"), line, check)
        kept = desk.read(unusable_input, [head.id]).get((head.id, "birth"))
        if kept is not None:
            field.set_unusable(kept.typed, Verdict("bad", kept.reason))
        elif head.birth is not None:
            field.say(check(desk.locale.rough(head.birth)))
        field.saved.connect(self._save_birth)
        field.unusable.connect(self._keep_birth)
        field.accepted.connect(self._accept_birth)
        self._show_age()

    def _show_age(self) -> None:
        line = self.fields["birth"].editor
        age = self.head.age_on(self.desk.file.today)
        if isinstance(line, FlatLine):
            line.set_suffix("" if age is None else f"({self.desk.locale.number(age)})")

    def _save_birth(self, typed: str) -> None:
        desk, field = self.desk, self.fields["birth"]
        desk.file.drop_unusable(self.head.id, "birth")
        birth = read_birth(desk, typed)
        if self._edit({"birth": birth}, field):
            self.head = replace(self.head, birth=birth)
            if field.state == "fine":
                field.set_value(self._told("birth"))  # read back in words, with the age behind it
            self._show_age()

    def _keep_birth(self, typed: str) -> None:
        reason = self.fields["birth"].note.text()
        self.desk.file.keep_unusable("person", self.head.id, "birth", typed, reason, self.head.id)
        self.saved.emit()

    def _accept_birth(self, typed: str) -> None:
        birth = read_birth(self.desk, typed)
        self._right_births.add(str(birth))
        self.desk.file.accept_doubt(self.head.id, BIRTH_DOUBT, str(birth), self.head.id)

    def _languages(self) -> None:
        """One line in the pane that opens into the languages themselves."""
        desk = self.desk
        spoken = tuple((one.language, one.level) for one in desk.read(languages_of, self.head.id))
        theme = desk.theme
        label = Label(theme, desk.text("Languages"), "m")
        label.setFixedWidth(theme.u(122))
        words = Label(theme, language_words(desk, spoken) or desk.text("not known"), wrap=True)
        words.setObjectName("person.languages")
        words.setContentsMargins(theme.u(3), 0, 0, 0)
        edit = link_button(theme, desk.text("Change"), name="person.languagesEdit")
        edit.setAccessibleName(desk.text("Change the languages"))
        editor = LanguagesEdit(desk, spoken, levels=True, name="person.language")
        editor.hide()

        def show() -> None:
            edit.hide()
            words.hide()
            editor.show()
            editor.more.setFocus()

        def save(now: tuple[tuple[str, object], ...]) -> None:
            desk.run(SetLanguages(self.head.id, now))  # type: ignore[arg-type]  # codes with their levels
            self.saved.emit()

        edit.clicked.connect(show)
        editor.changed.connect(save)
        line = row(theme, label, words, editor, edit, gap=0)
        line.setStretch(1, 1)
        line.setStretch(2, 1)
        self._box.addLayout(line)
