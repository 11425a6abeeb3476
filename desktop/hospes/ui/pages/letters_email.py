# SPDX-License-Identifier: GPL-3.0-or-later
"""The e-mail list of a letter: portions for Bcc, to copy, to save as drafts, or for the program for mail."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from hospes.actions.letters import RecordLetterSent
from hospes.actions.settings import ChangeSetting
from hospes.domain.codes import Channel
from hospes.domain.errors import UserError
from hospes.domain.mailing import LEAST, MOST, PORTION, LeftOut, Portion, Separator, for_bcc, link, portions
from hospes.domain.names import display_name
from hospes.i18n.locale import Locale
from hospes.papers.letter_run import for_many, mailed_by_language
from hospes.transfer.writers.draft_mail import draft
from hospes.transfer.writers.whole import free_path, whole_file
from hospes.ui.widgets.boxes import FlowLayout, card, clear, column, holder, row, scrolled
from hospes.ui.widgets.buttons import link_button, plain_button
from hospes.ui.widgets.choices import Choice, Tick
from hospes.ui.widgets.fields import Field, TextField
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from uuid import UUID

    from hospes.queries.association import Association
    from hospes.queries.letters import KeptLetter
    from hospes.queries.mailing import Audience
    from hospes.ui.desk import Desk

SIZE, SEPARATOR = "mail.portion", "mail.separator"
NAMED = 8


class EmailPane(QWidget):
    """Portions, each ticked off once it was sent."""

    letters_for = Signal(object)
    """These people have no e-mail: they shall get letters."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._letter: KeptLetter | None = None
        self._audience: Audience | None = None
        self._own: Association | None = None
        self._portions: tuple[Portion, ...] = ()
        self._done: frozenset[UUID] = frozenset()
        """Who got this letter by e-mail already."""
        theme = desk.theme
        self.at_once = Field(theme, desk.text("Addresses at once"), TextField(theme), name="letters.portion")
        self.at_once.saved.connect(self._set_size)
        pairs = [(one.value, desk.locale.label(one)) for one in Separator]
        self.separator = Choice(theme, pairs)
        self.separator.picked.connect(self._set_separator)
        between = Field(theme, desk.text("Between two addresses"), self.separator, name="letters.separator")
        self._told = Label(theme, "", wrap=True, name="letters.emailCount")
        self._left = Label(theme, "", "m", wrap=True, name="letters.leftOut")
        self._missing = column(theme, gap=4)
        self._list = column(theme, gap=8)
        self.drafts = plain_button(
            theme, desk.text("Save as drafts…"), self._save_drafts, icon="file-down", name="letters.drafts"
        )
        inner = holder(
            column(
                theme, self._told, self._left, row(theme, self.at_once, between, gap=12),
                row(theme, self.drafts, None), holder(self._list), holder(self._missing), None,
                gap=10, margins=(4, 4, 10, 8),
            )
        )  # fmt: skip
        self.setLayout(column(theme, scrolled(inner, "letters.emailPane")))

    def show_audience(self, letter: KeptLetter | None, audience: Audience, own: Association) -> None:
        """Show portions for these people."""
        from hospes.queries.letters import sent_to
        from hospes.queries.settings import setting

        self._letter, self._audience, self._own = letter, audience, own
        sent = self.desk.read(sent_to, letter.id) if letter is not None else []
        self._done = frozenset(one.person_id for one in sent if one.channel is Channel.EMAIL)
        size = self.desk.read(setting, SIZE)
        number = size if isinstance(size, int) else PORTION
        kept = self.desk.read(setting, SEPARATOR)
        self.at_once.set_value(str(number))
        self.separator.choose(str(kept or Separator.COMMA.value))
        pairs = mailed_by_language(audience.people, letter, own.language or "en")
        self._portions = portions(pairs, number)
        self._fill()

    def _fill(self) -> None:
        desk, theme, audience = self.desk, self.desk.theme, self._audience
        assert audience is not None
        n = sum(len(one.addresses) for one in self._portions)
        self._told.setText(desk.ntext("{n} e-mail address", "{n} e-mail addresses", n))
        left = [
            desk.text("{n} left out: {reason}", n=audience.count(why), reason=desk.locale.label(why))
            for why in LeftOut
            if audience.count(why)
        ]
        self._left.setText(" · ".join(left))
        self._left.setVisible(bool(left))
        self.drafts.setEnabled(bool(self._portions))
        clear(self._list)
        for portion in self._portions:
            self._list.addWidget(self._card(portion))
        clear(self._missing)
        without = audience.without_email
        if without:
            names = ", ".join(display_name(one.person.name) for one in without[:NAMED])
            words = desk.ntext(
                "{n} person has no e-mail address: {names}",
                "{n} people have no e-mail address: {names}",
                len(without),
                names=names if len(without) <= NAMED else desk.text("{names} and others", names=names),
            )
            self._missing.addWidget(Label(theme, words, wrap=True, name="letters.noEmail"))
            button = plain_button(
                theme, desk.text("Write letters to them"), self._write, icon="mail",
                name="letters.writeInstead",
            )  # fmt: skip
            self._missing.addLayout(row(theme, button, None))

    def _card(self, portion: Portion) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        words = desk.ntext(
            "Portion {number}, {language}: {n} address",
            "Portion {number}, {language}: {n} addresses",
            len(portion.addresses),
            number=portion.number,
            language=desk.locale.language_name(Locale.of(portion.language).language),
        )
        name = f"letters.portion.{portion.number}"
        copy = plain_button(theme, desk.text("Copy for Bcc"), self._copy, icon="at-sign", name=f"{name}.copy")
        send = link_button(theme, desk.text("Open in my program for mail"), self._open, name=f"{name}.open")
        done = Tick(theme, desk.text("Sent"), name=f"{name}.sent")
        reached = self._people(portion)
        done.setChecked(bool(reached) and {one for one, _ in reached} <= self._done)
        done.setEnabled(self._letter is not None and not done.isChecked())
        for one in (copy, send, done):
            one.setProperty("portion", portion.number)
            one.setAccessibleDescription(words)
        done.toggled.connect(self._sent)
        return card(theme, Label(theme, words, wrap=True), holder(FlowLayout(theme, copy, send, done)))

    def _portion(self) -> Portion:
        sender = self.sender()
        number = int(sender.property("portion"))
        return self._portions[number - 1]

    def _words(self, portion: Portion) -> tuple[str, str]:
        if self._letter is None or self._own is None:
            return "", ""
        return for_many(self._letter, self._own, portion.language, self.desk.file.today)

    def _copy(self) -> None:
        portion = self._portion()
        QGuiApplication.clipboard().setText(for_bcc(portion.addresses, Separator(self.separator.code())))
        n = len(portion.addresses)
        self.desk.say(self.desk.ntext("{n} address copied.", "{n} addresses copied.", n))

    def _open(self) -> None:
        portion = self._portion()
        subject, body = self._words(portion)
        url = link(portion.addresses, subject, body)
        if not url:
            words = self.desk.text(
                "These are too many addresses for one link. Take fewer at once, or copy them for Bcc."
            )
            self.desk.say(words, kind="warn")
            return
        if not QDesktopServices.openUrl(QUrl(url, QUrl.ParsingMode.StrictMode)):
            self.desk.say(self.desk.text("No program for mail answered. Copy the addresses."), kind="warn")

    def _people(self, portion: Portion) -> tuple[tuple[UUID, str], ...]:
        """Who stands behind the addresses of a portion, with the language they are written to in."""
        wanted = {address.casefold() for address in portion.addresses}
        found = self._audience.with_email if self._audience is not None else ()
        return tuple((one.person.id, portion.language) for one in found if one.email.casefold() in wanted)

    def _sent(self, on: bool) -> None:
        if not on or self._letter is None:
            return
        people = self._people(self._portion())
        words = self.desk.ntext(
            "It is kept that one person got the letter.",
            "It is kept that {n} people got the letter.",
            len(people),
        )
        self.desk.run(RecordLetterSent(self._letter.id, people, Channel.EMAIL), said=words)

    def _save_drafts(self) -> None:
        desk = self.desk
        folder = QFileDialog.getExistingDirectory(self, desk.text("Save as drafts…"))
        if not folder:
            return
        try:
            for portion in self._portions:
                subject, body = self._words(portion)
                name = desk.text("Portion {number}", number=portion.number)
                if self._letter is not None:
                    name = f"{self._letter.name} - {name}"
                with whole_file(free_path(Path(folder), name, "eml")) as part:
                    part.write_bytes(draft(portion.addresses, subject, body))
        except UserError as error:
            desk.say(error, kind="err")
            return
        desk.say(desk.ntext("{n} draft saved.", "{n} drafts saved.", len(self._portions)))

    def _set_size(self, typed: str) -> None:
        text = typed.strip()
        number = int(text) if text.isdecimal() and LEAST <= int(text) <= MOST else PORTION
        self.desk.run(ChangeSetting(SIZE, number))
        self._again()

    def _set_separator(self, code: str) -> None:
        self.desk.run(ChangeSetting(SEPARATOR, code))

    def _again(self) -> None:
        if self._audience is not None and self._own is not None:
            self.show_audience(self._letter, self._audience, self._own)

    def _write(self) -> None:
        if self._audience is not None:
            self.letters_for.emit(tuple(one.person.id for one in self._audience.without_email))
