# SPDX-License-Identifier: GPL-3.0-or-later
"""The smaller cards of a person's page: languages, emergency contacts, consents, tags, health notes."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from hospes.actions.consents import GiveConsent, WithdrawConsent
from hospes.actions.people import SetEmergencyContact, SetLanguages
from hospes.actions.tags import AddTag, RemoveTag
from hospes.domain.codes import ConsentPurpose, LanguageLevel
from hospes.queries.person_details import consents_of, emergency_contacts, health_notes, languages_of, tags_of
from hospes.ui.widgets.boxes import Box, FlowLayout, card, column, holder, row
from hospes.ui.widgets.buttons import icon_button, link_button, plain_button
from hospes.ui.widgets.choices import Choice, Combo
from hospes.ui.widgets.fields import TextField
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hospes.queries.people import PersonHead
    from hospes.ui.desk import Desk

OFFERED = ("de", "fr", "en", "pl", "it", "es", "nl", "hu", "cs", "tr", "uk", "ru", "ro", "pt", "sv", "da")


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
        theme, locale = desk.theme, desk.locale
        self._known = {one.language: one.level for one in desk.read(languages_of, head.id)}
        levels = [(level.value, locale.label(level)) for level in LanguageLevel if level.value != "0"]
        for code, level in self._known.items():
            choice = Choice(theme, levels, level.value, name=f"person.language.{code}")
            choice.setAccessibleName(locale.language_name(code))
            choice.setProperty("language", code)
            choice.picked.connect(self._level)
            away = icon_button(
                theme, desk.text("Remove"), "x", self._remove, name=f"person.noLanguage.{code}", small=True
            )
            away.setProperty("language", code)
            words = locale.language_name(code)
            self.box.addLayout(row(theme, Label(theme, words[:1].upper() + words[1:]), None, choice, away))
        names = [(code, locale.language_name(code)) for code in OFFERED if code not in self._known]
        more = Combo(theme, names, name="person.addLanguage")
        more.setPlaceholderText(desk.text("Add a language"))
        more.setAccessibleName(desk.text("Add a language"))
        more.picked.connect(self._add)
        self.box.addWidget(more)

    def _save(self) -> None:
        self.desk.run(SetLanguages(self.head.id, tuple(self._known.items())))

    def _level(self, level: str) -> None:
        self._known[self._sent("language")] = LanguageLevel(level)
        self._save()

    def _remove(self) -> None:
        self._known.pop(self._sent("language"), None)
        self._save()

    def _add(self, code: str) -> None:
        self._known[code] = LanguageLevel.CONVERSATION
        self._save()


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
        self.desk.run(SetEmergencyContact(self.head.id, self.name.text(), self.phone.text()))

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
        self.desk.run(AddTag((self.head.id,), self.text.text()))

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


def health_card(desk: Desk, head: PersonHead) -> QWidget:
    """Health notes, marked for what they are; nothing is shown where there is none."""
    theme = desk.theme
    found = desk.read(health_notes, head.id)
    box = card(theme, Label(theme, desk.text("Health, only for visits"), "section"), gap=6)
    for one in found:
        words = desk.text("{kind}: {what}", kind=desk.locale.label(one.kind), what=one.text or one.subject)
        box.box.addWidget(Label(theme, words, wrap=True))
        if one.expires_on is not None:
            text = desk.text("is forgotten on {day}", day=one.expires_on)
            box.box.addWidget(Label(theme, text, "m"))
    box.setVisible(bool(found))
    return box
