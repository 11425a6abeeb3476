# SPDX-License-Identifier: GPL-3.0-or-later
"""The smaller cards of a person's page: languages, emergency contacts, consents, tags, health, own fields."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from hospes.actions.consents import GiveConsent, WithdrawConsent
from hospes.actions.health import AddHealthNote, DeleteHealthNote
from hospes.actions.own_fields import NO, YES, SetOwnValue
from hospes.actions.people import SetEmergencyContact, SetLanguages
from hospes.actions.tags import AddTag, RemoveTag
from hospes.domain.codes import ConsentPurpose, FieldKind, HealthKind
from hospes.domain.dates import DateKind
from hospes.queries.person_details import (
    OwnValueRow,
    consents_of,
    emergency_contacts,
    health_notes,
    languages_of,
    own_values,
    tags_of,
)
from hospes.ui.pages.note_line import NoteLine, health_changed
from hospes.ui.pages.person_dates import day_check, read_day
from hospes.ui.pages.person_flat import FlatLine, flat_field
from hospes.ui.pages.person_languages import LanguagesEdit, Spoken
from hospes.ui.widgets.boxes import Box, FlowLayout, column, holder, row
from hospes.ui.widgets.buttons import icon_button, link_button, plain_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import Field, TextField, Verdict
from hospes.ui.widgets.labels import Label, StateWord

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hospes.queries.people import PersonHead
    from hospes.ui.desk import Desk


class _Part(Box):
    """A card that knows its person."""

    def __init__(self, desk: Desk, head: PersonHead, words: str) -> None:
        super().__init__(desk.theme, "card", Label(desk.theme, words, "section"), gap=8)
        self.desk = desk
        self.head = head

    def _sent(self, name: str) -> str:
        return str(self.sender().property(name))


class _Languages(_Part):
    """Languages with how well they are spoken."""

    def __init__(self, desk: Desk, head: PersonHead) -> None:
        super().__init__(desk, head, desk.text("Languages"))
        spoken = tuple((one.language, one.level) for one in desk.read(languages_of, head.id))
        editor = LanguagesEdit(desk, spoken, levels=True, name="person.language")
        editor.changed.connect(self._save)
        self.box.addWidget(editor)

    def _save(self, spoken: Spoken) -> None:
        self.desk.run(SetLanguages(self.head.id, spoken))


class _Emergency(_Part):
    """Whom to telephone."""

    def __init__(self, desk: Desk, head: PersonHead) -> None:
        super().__init__(desk, head, desk.text("In an emergency"))
        theme = desk.theme
        for one in desk.read(emergency_contacts, head.id):
            words = " · ".join(part for part in (one.name, one.relation, one.phone) if part)
            away = icon_button(
                theme, desk.text("Remove"), "x", self._remove, name="person.noEmergency", small=True
            )
            away.setProperty("contact", one.id.hex)
            line = row(theme, Label(theme, words, wrap=True), away)
            line.setStretch(0, 1)
            self.box.addLayout(line)
        self.name = TextField(theme, example=desk.text("Name"), name="person.emergencyName")
        self.phone = TextField(theme, example=desk.text("Phone"), name="person.emergencyPhone")
        for field, words in ((self.name, desk.text("Name")), (self.phone, desk.text("Phone"))):
            field.setAccessibleName(words)
        add = plain_button(theme, desk.text("Add"), self._add, name="person.addEmergency")
        self.box.addLayout(row(theme, self.name, self.phone, add))

    def _add(self) -> None:
        action = SetEmergencyContact(self.head.id, self.name.text(), self.phone.text())
        if self.desk.run(action) is not None:
            self.name.clear()
            self.phone.clear()

    def _remove(self) -> None:
        self.desk.run(SetEmergencyContact(self.head.id, "", id=UUID(hex=self._sent("contact"))))


class _Consents(_Part):
    """Agreements by purpose."""

    def __init__(self, desk: Desk, head: PersonHead) -> None:
        super().__init__(desk, head, desk.text("Consents"))
        theme, today = desk.theme, desk.file.today
        standing: set[ConsentPurpose] = set()
        for one in desk.read(consents_of, head.id):
            stands = one.stands_on(today)
            words = desk.locale.label(one.purpose)
            since = desk.text("given on {day}", day=one.given_on)
            if one.withdrawn_on is not None:
                since = desk.text("withdrawn on {day}", day=one.withdrawn_on)
            labels = holder(column(theme, Label(theme, words, wrap=True), Label(theme, since, "m"), gap=0))
            line = row(theme, labels)
            line.setStretch(0, 1)
            if stands:
                standing.add(one.purpose)
                end = link_button(
                    theme, desk.text("Withdraw"), self._withdraw, name=f"person.withdraw.{one.purpose.value}"
                )
                end.setProperty("purpose", one.purpose.value)
                line.addWidget(end)
            self.box.addLayout(line)
        missing = [(p.value, desk.locale.label(p)) for p in ConsentPurpose if p not in standing]
        if missing:
            self.purpose = Choice(theme, missing, name="person.consentPurpose")
            self.purpose.setAccessibleName(desk.text("Purpose"))
            add = plain_button(theme, desk.text("Agreed today"), self._give, name="person.consentGive")
            self.box.addWidget(self.purpose)
            self.box.addLayout(row(theme, add, None))

    def _give(self) -> None:
        self.desk.run(GiveConsent((self.head.id,), ConsentPurpose(self.purpose.code())))

    def _withdraw(self) -> None:
        self.desk.run(WithdrawConsent(self.head.id, ConsentPurpose(self._sent("purpose"))))


class _Tags(_Part):
    """Tags on this person."""

    def __init__(self, desk: Desk, head: PersonHead) -> None:
        super().__init__(desk, head, desk.text("Tags"))
        theme = desk.theme
        flow = FlowLayout(theme)
        for one in desk.read(tags_of, "person", head.id):
            button = plain_button(theme, one.name, self._remove, icon="x", name="person.tag")
            button.setAccessibleName(desk.text("Take off the tag {tag}", tag=one.name))
            button.setProperty("tag", one.name)
            flow.addWidget(button)
        self.text = TextField(theme, example=desk.text("New tag"), name="person.newTag")
        self.text.setAccessibleName(desk.text("New tag"))
        add = plain_button(theme, desk.text("Add"), self._add, name="person.addTag")
        if flow.count():
            self.box.addWidget(holder(flow))
        self.box.addLayout(row(theme, self.text, add))

    def _add(self) -> None:
        if self.desk.run(AddTag((self.head.id,), self.text.text())) is not None:
            self.text.clear()

    def _remove(self) -> None:
        self.desk.run(RemoveTag((self.head.id,), self._sent("tag")))


def languages_card(desk: Desk, head: PersonHead) -> QWidget:
    """Languages."""
    return _Languages(desk, head)


def emergency_card(desk: Desk, head: PersonHead) -> QWidget:
    """Emergency contacts."""
    return _Emergency(desk, head)


def consents_card(desk: Desk, head: PersonHead) -> QWidget:
    """Consents."""
    return _Consents(desk, head)


def tags_card(desk: Desk, head: PersonHead) -> QWidget:
    """Tags."""
    return _Tags(desk, head)


class _Health(_Part):
    """Health notes, marked for what they are: kept for visits, and forgotten after them."""

    def __init__(self, desk: Desk, head: PersonHead) -> None:
        super().__init__(desk, head, desk.text("Diet, allergies, health"))
        theme, text = desk.theme, desk.text
        mark = StateWord(theme, text("Only for visits; on no list"), "warn", "shield-check", wrap=True)
        self.box.addWidget(mark)
        for one in desk.read(health_notes, head.id):
            words = text("{kind}: {what}", kind=desk.locale.label(one.kind), what=one.text or one.subject)
            until = text("is forgotten on {day}", day=one.expires_on) if one.expires_on is not None else ""
            away = icon_button(
                theme, text("Delete this note"), "x", self._remove, name="person.noHealth", small=True
            )
            away.setProperty("note", one.id.hex)
            change = partial(health_changed, one.id, one.version)
            name = "person.editHealth"
            self.box.addWidget(
                NoteLine(desk, words, one.text or one.subject, change, away, below=until, name=name)
            )
        kinds = [(one.value, desk.locale.label(one)) for one in HealthKind]
        self.kind = Choice(theme, kinds, HealthKind.DIET.value, name="person.healthKind")
        self.kind.setAccessibleName(text("Kind"))
        self.text = TextField(theme, example=text("What has to be known"), name="person.health")
        self.text.setAccessibleName(text("What has to be known"))
        add = plain_button(theme, text("Add"), self._add, name="person.addHealth")
        new = row(theme, self.kind, self.text, add)
        new.setStretch(1, 1)
        self.box.addLayout(new)

    def _add(self) -> None:
        action = AddHealthNote(self.head.id, HealthKind(self.kind.code()), self.text.text())
        if self.desk.run(action) is not None:
            self.text.clear()

    def _remove(self) -> None:
        note = UUID(hex=self._sent("note"))
        self.desk.run(DeleteHealthNote(note), said=self.desk.text("The note is deleted."))


class _OwnFields(_Part):
    """The fields the association added, each written at once."""

    def __init__(self, desk: Desk, head: PersonHead, found: tuple[OwnValueRow, ...]) -> None:
        super().__init__(desk, head, desk.text("Own fields"))
        for one in found:
            self.box.addWidget(self._field(one))

    def _field(self, one: OwnValueRow) -> Field:
        desk, theme, name = self.desk, self.desk.theme, f"person.own.{one.field_id.hex}"
        if one.kind in {FieldKind.CHOICE, FieldKind.YES_NO}:
            words = [(YES, desk.text("Yes")), (NO, desk.text("No"))]
            if one.kind is FieldKind.CHOICE:
                words = [(word, word) for word in one.choices]
            options = [("", desk.text("not known")), *words]
            field = Field(theme, one.name, Choice(theme, options, one.value), beside=True, name=name)
        else:
            is_day = one.kind is FieldKind.DAY and bool(one.value)
            shown = desk.locale.date(date.fromisoformat(one.value)) if is_day else one.value
            line = FlatLine(theme, shown, empty=desk.text("not known"))
            check = day_check(desk, DateKind.ANY) if one.kind is FieldKind.DAY else None
            field = flat_field(theme, one.name, line, check=check, name=name)

        def save(typed: str) -> None:
            if one.kind is FieldKind.DAY:
                day = read_day(desk, typed, DateKind.ANY)
                if day is not None and day.exact is None:
                    field.say(Verdict("bad", desk.text("Write the whole day.")))
                    return
                typed = day.exact.isoformat() if day is not None and day.exact is not None else ""
            action = SetOwnValue((self.head.id,), one.field_id, typed)
            desk.run(action, failed=lambda error: field.say(Verdict("bad", desk.words(error))))

        field.saved.connect(save)
        return field


def own_fields_card(desk: Desk, head: PersonHead) -> QWidget | None:
    """The association's own fields; none where there are none."""
    found = desk.read(own_values, head.id, desk.locale.language)
    return _OwnFields(desk, head, found) if found else None


def health_card(desk: Desk, head: PersonHead) -> QWidget:
    """Health notes."""
    return _Health(desk, head)
