# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts to use again in the window: for applications, speeches, letters, articles, with one press (S32)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QGuiApplication

from hospes.actions.text_blocks import DropTextBlocks, KeepTextBlock, TakeStarterTexts
from hospes.domain.text_blocks import TextUse
from hospes.i18n.marks import N_
from hospes.queries.text_blocks import TextRow, shipped_texts, text_rows, texts_missing
from hospes.ui.pages.book import NARROW_FIELD, WIDE_FIELD, BookPage, BookWords, View
from hospes.ui.pages.book_offer import OfferCard
from hospes.ui.pages.person_languages import capital, offered
from hospes.ui.rows import Column
from hospes.ui.widgets.boxes import FlowLayout, holder
from hospes.ui.widgets.buttons import link_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import LongText, TextField

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from hospes.i18n.collation import Order
    from hospes.i18n.locale import Locale


def _language(one: TextRow, locale: Locale) -> str:
    return capital(locale.language_name(one.language))


def _begins(one: TextRow, _: Locale) -> str:
    return " ".join(one.text.split())


def _for(use: TextUse) -> Callable[[TextRow], bool]:
    return lambda one: one.use is use


class TextBlocksPage(BookPage[TextRow]):
    """The texts, to be copied into a letter, a report, an application."""

    watches: ClassVar[frozenset[str]] = frozenset({"text_block"})

    NAME = "textBlocks"
    ICON = "sticky-note"
    WORDS = BookWords(
        N_("Texts to use again"),
        N_("For applications, speeches, letters and articles"),
        N_("Sentences that fit again and again: written once, they go into an application with one press."),
        N_("The text is kept."),
        N_("New text"),
    )
    SHOWN = ("title", "language", "use", "text")
    COMPACT = ("title", "language", "use")
    NARROW = ("title", "language")

    # -- the list ------------------------------------------------------------------------------------

    def columns(self) -> Sequence[Column[TextRow]]:
        return (
            Column("title", N_("Title"), 260, lambda one, _: one.title, "title", least=160),
            Column("language", N_("Language"), 120, _language, "language"),
            Column("use", N_("Used for"), 140, lambda one, locale: locale.label(one.use), "use"),
            Column("text", N_("Text"), 420, _begins, goes=1),
        )

    def views(self) -> Sequence[View[TextRow]]:
        own = self.desk.locale.language
        return (
            View("all", N_("All"), lambda _: True),
            View("own", N_("In my language"), lambda one: one.language == own),
            View("application", N_("Applications"), _for(TextUse.APPLICATION)),
            View("speech", N_("Speeches"), _for(TextUse.SPEECH)),
        )

    def read(self) -> Sequence[TextRow]:
        return self.desk.read(text_rows, self.desk.locale)

    def text_of(self, one: TextRow) -> str:
        return f"{one.title} {one.text}"

    def order(self, one: TextRow, key: str) -> Order:
        locale = self.desk.locale
        named = {"language": _language(one, locale), "use": locale.label(one.use), "title": one.title}
        return 0, locale.sort_key(named[key])

    def drop_act(self, ids: tuple[UUID, ...]) -> DropTextBlocks:
        return DropTextBlocks(ids)

    def tools(self) -> Sequence[QWidget]:
        theme, text = self.desk.theme, self.desk.text
        return (link_button(theme, text("Copy the text"), self._copy, icon="copy", name="textBlocks.copy"),)

    def _copy(self) -> None:
        """The chosen texts, ready to be put in wherever something is written."""
        chosen = [self._rows[one].text for one in self.table.chosen_ids() if one in self._rows]
        if not chosen:
            self.desk.say(self.desk.text("Choose a text in the list first."), kind="warn")
            return
        QGuiApplication.clipboard().setText("\n\n".join(chosen))
        self.desk.say(self.desk.ntext("{n} text copied.", "{n} texts copied.", len(chosen)))

    # -- what comes along ----------------------------------------------------------------------------

    def above(self) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        self._offer = OfferCard(
            theme,
            desk.text("Bring them in"),
            self._take,
            "textBlocks.offer",
            "textBlocks.starter",
            icon="download",
        )
        return self._offer

    def read_above(self) -> None:
        desk = self.desk
        missing = desk.read(texts_missing)
        words = desk.ntext(
            "Hospes brings {n} text along that is not here yet, to use and to change.",
            "Hospes brings {n} texts along that are not here yet, to use and to change.",
            missing,
        )
        self._offer.offer(words, bool(missing) and self.form.isHidden())

    def _take(self) -> None:
        desk = self.desk
        missing = desk.read(texts_missing)
        said = desk.ntext("{n} text is in the collection.", "{n} texts are in the collection.", missing)
        desk.run(TakeStarterTexts(shipped_texts()), said=said)

    # -- the form ------------------------------------------------------------------------------------

    def build_form(self) -> Sequence[QWidget]:
        desk, theme = self.desk, self.desk.theme
        uses = [(one.value, desk.locale.label(one)) for one in TextUse]
        self._language = Choice(theme, ())
        head = (
            self.put("title", N_("Title"), TextField(theme), width=WIDE_FIELD),
            self.put("language", N_("Language"), self._language, width=NARROW_FIELD),
            self.put("use", N_("Used for"), Choice(theme, uses), width=NARROW_FIELD),
        )
        text = self.put("text", N_("Text"), LongText(theme, "", lines=5))
        return holder(FlowLayout(theme, *head, gap=14)), text

    def fill(self, one: TextRow | None) -> None:
        self.fields["title"].set_value(one.title if one is not None else "")
        self.fields["text"].set_value(one.text if one is not None else "")
        self.fields["use"].set_value((one.use if one is not None else TextUse.APPLICATION).value)
        language = one.language if one is not None else self.desk.locale.language
        self._language.set_options(offered(self.desk.locale, language), language)

    def act(self, one: UUID | None) -> KeepTextBlock:
        value = {name: field.value() for name, field in self.fields.items()}
        return KeepTextBlock({**value, "use": TextUse(value["use"])}, one)
