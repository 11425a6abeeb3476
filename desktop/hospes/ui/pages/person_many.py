# SPDX-License-Identifier: GPL-3.0-or-later
"""Several people chosen in a list: what can be done with all of them at once (design 5.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from hospes.actions.bin import PutInBin
from hospes.actions.consents import GiveConsent
from hospes.actions.tags import AddTag, RemoveTag
from hospes.domain.codes import ConsentPurpose
from hospes.queries.people import email_addresses, person_names
from hospes.ui.widgets.boxes import clear, column, holder, row, scrolled
from hospes.ui.widgets.buttons import plain_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import TextField
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from hospes.ui.desk import Desk

NAMED = 6


class ManyPeople(QWidget):
    """Bulk acts."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._ids: tuple[UUID, ...] = ()
        self._box = column(desk.theme, gap=12, margins=(22, 16, 22, 16))
        self.setLayout(column(desk.theme, scrolled(holder(column(desk.theme, self._box, None)), "many.pane")))

    def show_people(self, ids: Sequence[UUID]) -> None:
        """Show how many, and the acts."""
        self._ids = tuple(ids)
        desk, theme = self.desk, self.desk.theme
        clear(self._box)
        words = desk.ntext("{n} person", "{n} people", len(ids))
        names = desk.read(person_names, ids[:NAMED])
        shown = [names.get(one, "") for one in ids[:NAMED]]
        self._box.addWidget(Label(theme, words, "name", name="many.count"))
        text = (
            desk.locale.listing(shown)
            if len(ids) <= NAMED
            else desk.text("{names} and others", names=", ".join(shown))
        )
        self._box.addWidget(Label(theme, text, "m", wrap=True))
        for label, icon, call, name in (
            (desk.text("Copy the e-mail addresses"), "at-sign", self._emails, "many.emails"),
            (desk.text("Letter"), "mail", self._letter, "many.letter"),
            (desk.text("E-mail list"), "at-sign", self._email_list, "many.emailList"),
            (desk.text("Address labels"), "printer", self._labels, "many.labels"),
            (desk.text("Membership cards"), "id-card", self._cards, "many.cards"),
        ):
            self._box.addLayout(row(theme, plain_button(theme, label, call, icon=icon, name=name), None))
        self.tag = TextField(theme, example=desk.text("Tag"), name="many.tag")
        self.tag.setAccessibleName(desk.text("Tag"))
        put = plain_button(theme, desk.text("Put on"), self._tag, name="many.tagAdd")
        off = plain_button(theme, desk.text("Take off"), self._untag, name="many.tagRemove")
        self._box.addWidget(Label(theme, desk.text("Tag"), "label"))
        self._box.addLayout(row(theme, self.tag, put, off))
        self.purpose = Choice(
            theme, [(p.value, desk.locale.label(p)) for p in ConsentPurpose], name="many.purpose"
        )
        self.purpose.setAccessibleName(desk.text("Consent"))
        agreed = plain_button(theme, desk.text("All agreed today"), self._consent, name="many.consent")
        self._box.addWidget(Label(theme, desk.text("Consent"), "label"))
        self._box.addWidget(self.purpose)
        self._box.addLayout(row(theme, agreed, None))
        bin_ = plain_button(theme, desk.text("Put in the bin"), self._bin, icon="trash-2", name="many.bin")
        self._box.addLayout(row(theme, bin_, None))

    def _emails(self) -> None:
        found = self.desk.read(email_addresses, "", self._ids, today=self.desk.file.today)
        QGuiApplication.clipboard().setText(", ".join(found))
        self.desk.say(self.desk.ntext("{n} address copied.", "{n} addresses copied.", len(found)))

    def _letter(self) -> None:
        self.desk.go("letters", people=[one.hex for one in self._ids])

    def _email_list(self) -> None:
        self.desk.go("letters", people=[one.hex for one in self._ids], pane="email")

    def _labels(self) -> None:
        self.desk.go("print", paper="address-labels", people=[one.hex for one in self._ids])

    def _cards(self) -> None:
        self.desk.go("print", paper="membership-cards", people=[one.hex for one in self._ids])

    def _tag(self) -> None:
        n = len(self._ids)
        said = self.desk.ntext("{n} person has the tag now.", "{n} people have the tag now.", n)
        self.desk.run(AddTag(self._ids, self.tag.text()), said=said)

    def _untag(self) -> None:
        said = self.desk.text("The tag is taken off.")
        self.desk.run(RemoveTag(self._ids, self.tag.text()), said=said)

    def _consent(self) -> None:
        n = len(self._ids)
        said = self.desk.ntext(
            "The consent of {n} person is noted.", "The consent of {n} people is noted.", n
        )
        self.desk.run(GiveConsent(self._ids, ConsentPurpose(self.purpose.code())), said=said)

    def _bin(self) -> None:
        n = len(self._ids)
        said = self.desk.ntext("{n} person is in the bin.", "{n} people are in the bin.", n)
        self.desk.run(PutInBin("person", self._ids), said=said)
