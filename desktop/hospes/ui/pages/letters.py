# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters to many: to whom, the words, a preview with real people, print, PDF and e-mail (design 5.12)."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from hospes.actions.bin import PutInBin
from hospes.actions.letters import EditLetter, LetterWords, WriteLetter
from hospes.domain.errors import UserError
from hospes.domain.letter_starters import TEXTS, Starter
from hospes.papers.letter import LetterOptions
from hospes.papers.making import gather
from hospes.queries.letters import KeptLetter, letter, letters
from hospes.ui.page import Fit, Heading, NewButton, Page
from hospes.ui.pages.letters_email import EmailPane
from hospes.ui.pages.letters_notes import LetterNotes, Unsigned
from hospes.ui.pages.letters_send import PAPER, LetterSending, Ready, one_letter
from hospes.ui.pages.letters_sent import SentQuestion
from hospes.ui.pages.letters_two import TwoLanguages
from hospes.ui.pages.letters_words import WordsEditor
from hospes.ui.pages.print_preview import Preview
from hospes.ui.pages.print_source import PaperSource
from hospes.ui.widgets.boxes import FlowLayout, column, holder, row, scrolled
from hospes.ui.widgets.buttons import icon_button, link_button, main_button, plain_button
from hospes.ui.widgets.choices import Choice, Tick
from hospes.ui.widgets.fields import Field, TextField
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.notices import EmptyState, back_bar
from hospes.ui.widgets.tall import Tall

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hospes.ui.desk import Desk
    from hospes.ui.tasks import Work

WAIT_MS = 80
WIDTH = 470
LEAST = 520
"""How high the page is at least, in units: it scrolls in a lower window."""


class LettersPage(Page):
    """One letter at a time."""

    watches: ClassVar[frozenset[str]] = frozenset({"*"})
    SHOTS: ClassVar[tuple[Mapping[str, object], ...]] = ({}, {"pane": "email"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self._kept: KeptLetter | None = None
        self._ready: Ready | None = None
        self._wanted: UUID | None = None
        self._turn = self._at = 0
        self._pane = "preview"
        self._over = False
        """The preview stands over the letter, where there is no room for both."""
        self._for_newsletter = False
        """The newsletter's e-mail list was asked for, whatever the letter says."""
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._timer.timeout.connect(self._draw)
        self.sending = LetterSending(desk, self)
        self.sending.failed.connect(self._cannot)
        self._empty = EmptyState(theme, desk.text("No letter has been written yet."), icon="mail")
        self._empty.hide()
        self._set_up = self._set_up_column()
        self._right = self._right_column()
        across = row(theme, self._empty, self._set_up, self._right, gap=16, margins=(22, 0, 18, 12))
        across.setStretchFactor(self._right, 1)
        self.tall = Tall(holder(across), self._least, "letters.scroll")
        self.setLayout(column(theme, self.tall, gap=0))

    # -- building ------------------------------------------------------------------------------------

    def _set_up_column(self) -> QWidget:
        theme, desk = self.desk.theme, self.desk
        self.choice = Choice(theme, [], name="letters.choice")
        self.choice.setAccessibleName(desk.text("Letter"))
        self.choice.picked.connect(self._pick)
        again = icon_button(
            theme, desk.text("Write a new one from it"), "copy", self._again, name="letters.again"
        )
        bin_ = icon_button(theme, desk.text("Put in the bin"), "trash-2", self._bin, name="letters.bin")
        self.source = PaperSource(desk)
        self.source.changed.connect(self._changed)
        self.everybody = link_button(theme, desk.text("Choose others"), self._all, name="letters.everybody")
        self.not_by_email = Tick(theme, desk.text("Not to those who get e-mail"), name="letters.notByEmail")
        self.newsletter = Tick(
            theme, desk.text("Only those who agreed to the newsletter"), name="letters.newsletter"
        )
        self.together = Tick(
            theme, desk.text("One letter to a household that likes it so"), name="letters.together"
        )
        self.signature = Tick(theme, desk.text("Signature picture"), name="letters.signature")
        self.signature.setToolTip(desk.text("Of whoever signs; pictures are kept in the settings."))
        self._kept_ticks = {
            "not_by_email": self.not_by_email, "newsletter": self.newsletter, "together": self.together,
            "signature_picture": self.signature,
        }  # fmt: skip
        for field, tick in self._kept_ticks.items():
            tick.clicked.connect(partial(self._set_tick, field))
        self.name = Field(
            theme, desk.text("Name of the letter"), TextField(theme), name="letters.name",
            hint=desk.text("Only you see it."),
        )  # fmt: skip
        self.name.saved.connect(partial(self._edit, "name"))
        self.signed = Field(
            theme, desk.text("Signed by"), TextField(theme), name="letters.signed",
            hint=desk.text("Our association if nothing is given."),
        )  # fmt: skip
        self.signed.saved.connect(partial(self._edit, "signed_by"))
        self.two = TwoLanguages(desk)
        self.two.picked.connect(self._set)
        self.unsigned = Unsigned(desk)
        self.words = WordsEditor(desk)
        self.notes = LetterNotes(desk)
        self.notes.write.connect(self.words.choose)
        self.sent_words = Label(theme, "", "m", wrap=True, name="letters.sentWords")
        inner = holder(
            column(
                theme,
                Label(theme, desk.text("1  To whom"), "section"),
                self.source, self.everybody, self.not_by_email, self.newsletter, self.together,
                self.notes,
                Label(theme, desk.text("2  The words"), "section"),
                self.name, self.words, self.two, self.signed, self.signature, self.unsigned,
                self.sent_words, None,
                gap=9, margins=(0, 0, 8, 0),
            )
        )  # fmt: skip
        self.print_button = main_button(
            theme, desk.text("Print"), self._print, icon="printer", name="letters.print"
        )
        self.pdf = plain_button(
            theme, desk.text("Save PDF"), self._save_pdf, icon="file-down", name="letters.pdf"
        )
        self.email = plain_button(
            theme, desk.text("E-mail list"), self._show_email, icon="at-sign", name="letters.email"
        )
        self.more = link_button(
            theme, desk.text("More: spreadsheet, copy text …"), self._show_more, name="letters.more"
        )
        self.question = SentQuestion(desk)
        self.sending.printed.connect(self._ask_sent)
        self.sending.writing.connect(self.question.setDisabled)
        self.show_preview = link_button(theme, desk.text("Preview"), self._show_right, name="letters.preview")
        box = holder(
            column(
                theme,
                row(theme, self.choice, again, bin_, gap=4),
                scrolled(inner, "letters.form"),
                Label(theme, desk.text("3  Print or send"), "section"),
                holder(FlowLayout(theme, self.print_button, self.pdf, self.email)),
                row(theme, self.more, self.show_preview, None),
                self.question,
                gap=8,
            )
        )
        self.choice.setSizePolicy(
            self.more.sizePolicy().Policy.Expanding, self.choice.sizePolicy().verticalPolicy()
        )
        box.setFixedWidth(theme.u(WIDTH))
        return box

    def _right_column(self) -> QWidget:
        theme, desk = self.desk.theme, self.desk
        self._back = back_bar(theme, desk.text("Back to the letter"), self._close_right, "letters.back")
        self.reader = Label(theme, "", name="letters.reader", wrap=True)
        self.before = icon_button(
            theme,
            desk.text("Reader before"),
            "chevron-left",
            self._reader_before,
            name="letters.readerBefore",
        )
        self.next = icon_button(
            theme, desk.text("Next reader"), "chevron-right", self._reader_next, name="letters.readerNext"
        )
        readers = row(theme, self.before, self.next, self.reader, gap=4)
        readers.setStretchFactor(self.reader, 1)
        self._readers = holder(readers)
        self.preview = Preview(desk)
        self.emails = EmailPane(desk)
        self.emails.letters_for.connect(self._letters_for)
        self.emails.hide()
        return holder(column(theme, self._back, self._readers, self.preview, self.emails, gap=4))

    # -- which letter --------------------------------------------------------------------------------

    def reload(self) -> None:
        rows = self.desk.read(letters)
        self.choice.set_options([(one.id.hex, one.name) for one in rows])
        ids = [one.id for one in rows]
        self._wanted = self._wanted if self._wanted in ids else (ids[0] if ids else None)
        self._empty.setVisible(not rows)
        self._arrange(right=self._over)
        self._kept = None
        if self._wanted is None:
            self.headingChanged.emit()
            return
        self.choice.choose(self._wanted.hex)
        with suppress(UserError):
            self._kept = self.desk.read(letter, self._wanted)
        self._show_letter(next(one for one in rows if one.id == self._wanted).sent)

    def _show_letter(self, sent: int) -> None:
        kept = self._kept
        if kept is None:
            return
        if not self.name.changed:
            self.name.set_value(kept.name)
        if not self.signed.changed:
            self.signed.set_value(kept.signed_by)
        for field, tick in self._kept_ticks.items():
            tick.setChecked(getattr(kept, field) or (field == "newsletter" and self._for_newsletter))
        from hospes.queries.association import association

        ours = self.desk.read(association).language or "en"
        self.words.show_letter(kept, ours)
        self.two.show_letter(kept)
        told = self.desk.ntext("It went to one person so far.", "It went to {n} people so far.", sent)
        self.sent_words.setText(told if sent else self.desk.text("It has not gone out yet."))
        self._ask_sent()
        self.source.show_for(PAPER)
        self.everybody.setVisible(self.source.people is not None)
        self._changed()

    def _ask_sent(self) -> None:
        self.question.show_for(self._wanted)

    def _pick(self, code: str) -> None:
        self.words.leave()
        self._wanted, self._at = UUID(hex=code), 0
        self.reload()
        self.moved.emit()

    def _write(self, starter: Starter) -> None:
        words = {code: LetterWords(one.subject, one.body) for code, one in TEXTS[starter].items()}
        name = self.desk.locale.label(starter)
        if starter is Starter.EMPTY:
            name = self.desk.text("New letter")
        self._begin(WriteLetter(name, words))

    def _begin(self, action: WriteLetter) -> None:
        outcome = self.desk.run(action, said=self.desk.text("The letter is begun."))
        if outcome is not None and isinstance(outcome.result, UUID):
            self._wanted, self._at = outcome.result, 0
            self.reload()
            self.name.editor.setFocus()

    def _again(self) -> None:
        kept = self._kept
        if kept is None:
            return
        self.words.leave()
        kept = self.desk.read(letter, kept.id)
        words = {code: LetterWords(one.subject, one.body, one.enclosures) for code, one in kept.texts.items()}
        name = self.desk.text("{name}, {year}", name=kept.name, year=self.desk.file.today.year)
        self._begin(WriteLetter(name, words, kept.together, kept.signed_by, like=kept.id))

    def _bin(self) -> None:
        if self._kept is not None:
            said = self.desk.text("{name} is in the bin.", name=self._kept.name)
            self.desk.run(PutInBin("letter", (self._kept.id,)), said=said)

    def _edit(self, field: str, text: str) -> None:
        if self._kept is not None:
            said = self.desk.text("The words are kept.")
            self.desk.run(EditLetter(self._kept.id, {field: text}), said=said)

    def _set_tick(self, field: str) -> None:
        if field == "newsletter":
            self._for_newsletter = False
        self._set(field, self._kept_ticks[field].isChecked())

    def _set(self, field: str, value: object) -> None:
        """Keep how the letter goes out, so that it goes out so the next time as well."""
        if self._kept is not None:
            said = self.desk.text("The letter is changed.")
            self.desk.run(EditLetter(self._kept.id, {field: value}), said=said)

    # -- preview -------------------------------------------------------------------------------------

    def _changed(self, _on: object = None) -> None:
        self._turn += 1
        self._timer.start()

    def _all(self) -> None:
        self.source.people, self._at = None, 0
        self.source.show_for(PAPER)
        self.everybody.hide()
        self._changed()

    def _letters_for(self, people: tuple[UUID, ...]) -> None:
        self.source.people, self._at = people, 0
        self.source.show_for(PAPER)
        self.everybody.show()
        self._pane = "preview"
        self._arrange()
        self._changed()

    def _options(self, kept: KeptLetter) -> LetterOptions:
        return LetterOptions(
            letter=kept.id.hex,
            not_by_email=kept.not_by_email,
            newsletter=self.newsletter.isChecked(),
            signature_picture=kept.signature_picture,
            second_language=kept.second_language,
            two_ways=kept.two_ways,
        )

    def _draw(self) -> None:
        kept = self._kept
        if kept is None:
            return
        turn, at, options, scope = self._turn, self._at, self._options(kept), self.source.scope()

        def job(work: Work) -> Ready:
            gathered = self.desk.read(gather, PAPER, options, scope)
            work.check()
            return one_letter(turn, gathered, at)

        self.desk.tasks.run(
            job, title=self.desk.text("Drawing the preview"), done=self._show, failed=self._cannot
        )

    def _show(self, ready: Ready) -> None:
        if ready.turn != self._turn:
            return
        self._ready, self._at = ready, ready.at
        self.sending.ready = ready
        n = len(ready.run.letters)
        self.preview.say("")
        self.preview.show_document(ready.document)
        self.print_button.set_text(self.desk.ntext("Print {n} letter", "Print {n} letters", n))
        for button in (self.print_button, self.pdf, self.before, self.next):
            button.setEnabled(n > 0)
        if n:
            one = ready.run.letters[ready.at]
            words = self.desk.text("{n} of {m}: {name}", n=ready.at + 1, m=n, name=one.names)
            self.reader.setText(words)
        else:
            self.reader.setText(self.desk.text("Nobody gets a letter."))
        self.notes.show_run(ready)
        self.unsigned.show_run(ready)
        if self._pane == "email":
            self._fill_email()
        self.headingChanged.emit()

    def _cannot(self, error: UserError) -> None:
        self.preview.say(self.desk.words(error))

    def _turn_reader(self, by: int) -> None:
        ready = self._ready
        if ready is not None and ready.run.letters:
            at = (ready.at + by) % len(ready.run.letters)
            self._show(one_letter(self._turn, ready.gathered, at))

    def _reader_before(self) -> None:
        self._turn_reader(-1)

    def _reader_next(self) -> None:
        self._turn_reader(1)

    # -- print and send ------------------------------------------------------------------------------

    def _print(self) -> None:
        self.words.leave()
        self.sending.print_all()

    def _save_pdf(self) -> None:
        self.words.leave()
        self.sending.save_pdf()

    def _show_more(self) -> None:
        self.words.leave()
        self.sending.show_more(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    # -- e-mail --------------------------------------------------------------------------------------

    def _show_email(self) -> None:
        self.words.leave()
        self._pane = "email"
        self._fill_email()
        self._arrange()
        self._to_back()
        self.moved.emit()

    def _fill_email(self) -> None:
        from hospes.queries.association import association
        from hospes.queries.mailing import asked_for

        found = self.desk.read(
            asked_for, self.source.scope().filter, self.source.people, self.desk.file.today,
            self.desk.locale, newsletter=self.newsletter.isChecked(),
        )  # fmt: skip
        self.emails.show_audience(self._kept, found, self.desk.read(association))

    # -- the page ------------------------------------------------------------------------------------

    def heading(self) -> Heading:
        desk = self.desk
        choices = tuple((desk.locale.label(one), partial(self._write, one)) for one in Starter)
        new = NewButton(desk.text("New letter"), choices=choices)
        return Heading(desk.text("Letters"), desk.text("To many, each in their own language"), new)

    def acts(self) -> Mapping[str, Callable[[], object]]:
        acts: dict[str, Callable[[], object]] = {"new": partial(self._write, Starter.EMPTY)}
        if self._ready is not None:
            acts |= {"print": self._print, "pdf": self._save_pdf, "bin": self._bin}
        return acts

    def help_page(self) -> str:
        return "letters"

    def show_at(self, **where: object) -> None:
        self.source.take(where)
        wanted = where.get("id")
        if isinstance(wanted, str) and wanted:
            with suppress(ValueError):
                self._wanted = UUID(hex=wanted)
        self._for_newsletter = bool(where.get("newsletter"))
        self._at = 0
        self._pane = "email" if where.get("pane") == "email" else "preview"
        self.reload()
        if self._pane == "email" and self._kept is not None:
            self._fill_email()  # the preview may take its time
        self._arrange()

    def where(self) -> dict[str, object]:
        return {
            "id": self._wanted.hex if self._wanted is not None else "",
            "pane": self._pane,
            "newsletter": self._for_newsletter,
            **self.source.where(),
        }

    def leave(self) -> None:
        for field in (self.name, self.signed):
            field.leave()
        self.words.leave()

    def fit(self, fit: Fit) -> None:
        super().fit(fit)
        self.show_preview.setVisible(fit <= Fit.COMPACT)
        self._arrange()
        self.tall.settle()

    def _least(self) -> int:
        """How high the page is at least; in a low window it scrolls (design 4)."""
        return self.desk.theme.u(LEAST) if self.fits is Fit.NARROW else 0

    def panes(self) -> Sequence[QWidget]:
        return (self._set_up, self._right)

    def first_focus(self) -> QWidget | None:
        return self.choice

    def _show_right(self) -> None:
        self._pane = "preview"
        self._arrange(right=True)
        self._to_back()

    def _to_back(self) -> None:
        """What was pressed is covered now: the keyboard goes on at the way back, not in the rail."""
        back = self._back.findChild(QWidget, "letters.back")
        if back is not None and not self._back.isHidden():
            back.setFocus()

    def _close_right(self) -> None:
        pressed = self.email if self._pane == "email" else self.show_preview
        self._pane = "preview"
        self._arrange()
        pressed.setFocus()

    def _arrange(self, *, right: bool = False) -> None:
        self._over = right
        small, email = self.fits <= Fit.COMPACT, self._pane == "email"
        there = self._wanted is not None
        over = small and (right or email)
        self._set_up.setVisible(there and not over)
        self._right.setVisible(there and (over or not small))
        self._back.setVisible(over or email)
        self.emails.setVisible(email)
        self._readers.setVisible(not email)
        self.preview.setVisible(not email)
        if small:
            self._set_up.setMinimumWidth(0)
            self._set_up.setMaximumWidth(16777215)
        else:
            self._set_up.setFixedWidth(self.desk.theme.u(WIDTH))
