# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of a letter: language by language, with inserts that are clicked and stand out in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat
from PySide6.QtWidgets import QApplication, QWidget

from hospes.actions.letters import LetterWords, SetLetterWords
from hospes.domain.letter_inserts import OF_A_VISIT, Insert, kept, shown
from hospes.i18n.catalog import languages
from hospes.i18n.locale import Locale
from hospes.ui.pages.insert_text import InsertText
from hospes.ui.pages.person_drafts import Keeping, drop_draft, keep_draft, kept_draft
from hospes.ui.widgets.boxes import FlowLayout, column, holder
from hospes.ui.widgets.buttons import Button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import Editor, Field, LongText, TextField
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from uuid import UUID

    from hospes.queries.letters import KeptLetter
    from hospes.ui.desk import Desk

DRAFT = "letter:"


class Inserts(QSyntaxHighlighter):
    """Colours what will be another word for each reader; what no insert is called is marked as wrong."""

    def __init__(self, desk: Desk, editor: LongText) -> None:
        super().__init__(editor.document())
        theme = desk.theme
        self._labels = {desk.locale.label(one) for one in Insert}
        self._known, self._unknown = QTextCharFormat(), QTextCharFormat()
        self._known.setForeground(theme.color("home"))
        self._known.setFontWeight(QFont.Weight.DemiBold)
        self._unknown.setForeground(theme.color("err"))
        self._unknown.setFontUnderline(True)

    def highlightBlock(self, text: str) -> None:
        """Called by Qt for each paragraph."""
        at = 0
        while (begin := text.find("‹", at)) >= 0 and (end := text.find("›", begin)) > 0:
            known = text[begin + 1 : end] in self._labels
            self.setFormat(begin, end + 1 - begin, self._known if known else self._unknown)
            at = end + 1


class WordsEditor(QWidget):
    """Subject, text and enclosures in one of the languages."""

    saved = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        theme = desk.theme
        self._letter: KeptLetter | None = None
        self._showing = False
        self.language = Choice(theme, [], name="letters.language")
        self.language.picked.connect(self._pick_language)
        subject, enclosures = TextField(theme), TextField(theme)
        self.text = LongText(theme, lines=9, lines_most=18)
        self._editors: dict[str, Editor] = {"subject": subject, "body": self.text, "enclosures": enclosures}
        self.subject = Field(theme, desk.text("Subject"), subject, name="letters.subject")
        self.body = Field(theme, desk.text("Text"), self.text, name="letters.body")
        self.enclosures = Field(theme, desk.text("Enclosures"), enclosures, name="letters.enclosures")
        self._colours = Inserts(desk, self.text)
        self.buttons: dict[Insert, Button] = {}
        flow = FlowLayout(theme, gap=4)
        for insert in Insert:
            button = Button(
                theme, desk.locale.label(insert), "quiet", name=f"letters.insert.{insert.value}",
                call=self._insert,
            )  # fmt: skip
            button.setProperty("insert", insert.value)
            if insert in OF_A_VISIT:
                button.setToolTip(desk.text("Only where the letter is about a visit"))
            self.buttons[insert] = button
            flow.addWidget(button)
        self.texts = InsertText(desk, self, self.language.code, "letters.insertText")
        flow.addWidget(self.texts)
        self._keeping = Keeping(self._keep, self)
        self._last: QWidget = self.text
        for field in (self.subject, self.body, self.enclosures):
            field.saved.connect(self._save)
        for editor in (subject, self.text, enclosures):
            editor.textChanged.connect(self._typed)
        self.setLayout(
            column(
                theme,
                Field(theme, desk.text("Language"), self.language),
                self.subject,
                Label(theme, desk.text("Put in, where the cursor stands"), "m"),
                holder(flow),
                self.body,
                self.enclosures,
                gap=8,
            )
        )
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new in (self.text, self.subject.editor):
            self._last = new

    @property
    def letter_id(self) -> UUID | None:
        """The letter that is shown."""
        return self._letter.id if self._letter is not None else None

    def show_letter(self, letter: KeptLetter, ours: str) -> None:
        """Show a letter; the language in view stays while the letter does."""
        same = self._letter is not None and self._letter.id == letter.id
        code = self.language.code() if same else letter.language_for(ours, ours)
        before = self._stored(code)
        self._letter = letter
        codes = dict.fromkeys([*letter.texts, ours, *languages()])
        pairs = []
        for one in codes:
            words = self.desk.locale.language_name(Locale.of(one).language)
            pairs.append((one, words if one in letter.texts else self.desk.text(
                "{language} (not written yet)", language=words)))  # fmt: skip
        self.language.set_options(pairs, code)
        if not same:
            self._fill()
        elif before != self._stored(code):
            self._refresh()

    def choose(self, language: str) -> None:
        """Show another language, to be written."""
        self.leave()
        self.language.choose(language)
        self._fill()
        self.subject.editor.setFocus()

    def leave(self) -> None:
        """Write what is still open."""
        for field in (self.subject, self.body, self.enclosures):
            field.leave()

    def _stored(self, code: str) -> LetterWords:
        found = self._letter.texts.get(code) if self._letter is not None else None
        return LetterWords(found.subject, found.body, found.enclosures) if found else LetterWords()

    def _fill(self) -> None:
        words, locale = self._stored(self.language.code()), self.desk.locale
        draft = kept_draft(self.desk, self._key())
        given: dict[str, Any] = draft if isinstance(draft, dict) else {}
        self._showing = True
        self.subject.set_value(shown(words.subject, locale))
        self.body.set_value(shown(words.body, locale))
        self.enclosures.set_value(words.enclosures)
        for name, editor in self._editors.items():
            if isinstance(typed := given.get(name), str):
                editor.setText(typed)
        self._showing = False

    def _refresh(self) -> None:
        """Show what was changed elsewhere or taken back; what somebody is typing now stays."""
        words, locale = self._stored(self.language.code()), self.desk.locale
        self._showing = True
        for field, text in (
            (self.subject, shown(words.subject, locale)),
            (self.body, shown(words.body, locale)),
            (self.enclosures, words.enclosures),
        ):
            if not field.changed:
                field.set_value(text)
        self._showing = False

    def _key(self) -> str:
        letter = self._letter.id.hex if self._letter is not None else ""
        return f"{DRAFT}{letter}:{self.language.code()}"

    def _pick_language(self, _code: str) -> None:
        self._fill()

    def _typed(self) -> None:
        if not self._showing:
            self._keeping.typed()

    def _keep(self) -> None:
        if self._letter is not None:
            keep_draft(
                self.desk, self._key(), {name: editor.text() for name, editor in self._editors.items()}
            )

    def _save(self, _text: str = "") -> None:
        if self._letter is None:
            return
        locale = self.desk.locale
        words = LetterWords(
            kept(self.subject.value(), locale), kept(self.body.value(), locale), self.enclosures.value()
        )
        self._keeping.stop()
        if words != self._stored(self.language.code()):
            action = SetLetterWords(self._letter.id, self.language.code(), words)
            if self.desk.run(action, said=self.desk.text("The words are kept.")) is None:
                return
        drop_draft(self.desk, self._key())
        self.saved.emit()

    def _insert(self) -> None:
        button = self.sender()
        insert = Insert(str(button.property("insert")))
        word = f"‹{self.desk.locale.label(insert)}›"
        target = self._last
        if isinstance(target, TextField):
            target.insert(word)
        else:
            self.text.insertPlainText(word)
        target.setFocus()
