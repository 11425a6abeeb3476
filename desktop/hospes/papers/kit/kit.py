# SPDX-License-Identifier: GPL-3.0-or-later
"""What a paper is given to build itself with: languages, sender, day, printer, and the sheets to draw on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final, TypeVar

from hospes.domain.signing import Signer
from hospes.i18n.locale import Locale
from hospes.papers.kit.book import Book, Document, Progress
from hospes.papers.kit.booklet import half_page
from hospes.papers.kit.flow import Flow
from hospes.papers.kit.ink import LARGE_PRINT, Type
from hospes.papers.kit.labels import NO_NUDGE, LabelSheets, Nudge
from hospes.papers.kit.letterhead import Frame, Heading, Sender
from hospes.papers.kit.page import Page, PaperSize
from hospes.papers.kit.stocks import Stock
from hospes.papers.kit.tongues import NO_WORDS, Pair, Tongues

T = TypeVar("T")

PREVIEW_ROWS: Final = 200
"""More rows than these a preview of one page does not look at."""


@dataclass(slots=True)
class Kit:
    """The tools of one paper. `book` is the document under construction once one was begun."""

    tongues: Tongues
    sender: Sender
    today: date
    sender_in: Callable[[Tongues], Sender] | None = None
    """How the association calls itself in other languages than those of the paper, for single letters."""
    size: PaperSize = PaperSize.A4
    large_print: bool = False
    nudge: Nudge = NO_NUDGE
    own_stocks: tuple[Stock, ...] = ()
    signers: tuple[Signer, ...] | None = None
    """Whose signature may be printed as a picture; None where it was not asked for."""
    page_limit: int | None = None
    progress: Progress | None = None
    book: Book | None = field(default=None, init=False)
    shared: bool = field(default=False, init=False)  # one of several letters in a file

    @property
    def locale(self) -> Locale:
        """The first language: that of order and of the data."""
        return self.tongues.first

    @property
    def type(self) -> Type:
        """The styles, in the size that was asked for."""
        return Type.at(LARGE_PRINT if self.large_print else 1.0)

    def enough(self, rows: Sequence[T]) -> Sequence[T]:
        """The rows that can stand on the pages that are wanted: all, or for the preview of a long list some.

        The number of pages is then told from the part that was looked at (decision 25).
        """
        if self.page_limit is None or len(rows) <= PREVIEW_ROWS * self.page_limit:
            return rows
        part = rows[: PREVIEW_ROWS * self.page_limit]
        if self.book is not None:
            self.book.part = len(part) / len(rows)
        return part

    def open_book(self, title: Pair, *, full_size: bool = False) -> Book:
        """Begin a document without letterhead."""
        self.book = Book(
            title.joined(),
            self.tongues.codes,
            author=self.sender.name,
            page_limit=self.page_limit,
            progress=self.progress,
            full_size=full_size,
            day=self.today,
        )
        return self.book

    def letter(self, locale: Locale) -> "Kit":
        """The tools for one of several letters in the same file, in its reader's language.

        Every `flow` of it begins a new sheet with its own head, foot and page numbers; `finish` of this kit
        writes the file. The second language stays, unless it is the reader's own.
        """
        second = self.tongues.second
        keep = second if second is not None and second.language != locale.language else None
        return self.letter_in(Tongues(locale, keep))

    def letter_in(self, tongues: Tongues) -> "Kit":
        """The tools for one of several letters in the same file, in the languages that are given."""
        sender = self.sender if self.sender_in is None else self.sender_in(tongues)
        one = replace(self, tongues=tongues, sender=sender)
        one.book = self.book if self.book is not None else self.open_book(NO_WORDS)
        one.book.letters = True
        one.shared = True
        return one

    def flow(
        self,
        title: Pair,
        *,
        lead: str = "",
        grey: str = "",
        about: Pair = NO_WORDS,
        confidential: Pair = NO_WORDS,
        landscape: bool = False,
        columns: int = 1,
        address: tuple[str, ...] = (),
        window_right: bool = False,
        booklet: bool = False,
    ) -> Flow:
        """Begin a document with letterhead, title and foot.

        Args:
            title: the name of the paper.
            lead: what, when, who, under the title.
            grey: a second line under the title.
            about: the foot's sentence that says who is on the list, on which day, and how many.
            confidential: for whom the paper is meant, if not for everybody.
            landscape: a lying sheet.
            columns: columns of matter.
            address: of a letter; the title becomes its subject.
            window_right: whether the envelope's window is on the right.
            booklet: pages of half the size, to be printed on both sides and folded.
        """
        book = self.book if self.shared and self.book is not None else self.open_book(title)
        heading = Heading(
            title=title,
            lead=lead,
            grey=grey,
            about=tuple(dict.fromkeys(sentence for sentence in about if sentence)),
            confidential=confidential.joined(),
            date_lines=self.date_lines(),
            address=address,
            window_right=window_right,
        )
        page = half_page(self.size) if booklet else Page.of(self.size, landscape)
        book.booklet = booklet
        frame = Frame(book.pen, page, self.type, self.sender, heading, self._page_word())
        return Flow(book, frame, page, self.type, columns)

    def _page_word(self) -> str:
        """`Seite · page`: in the middle of a line only German writes its nouns with a capital."""
        first, second = self.tongues.ptext("paper", "Page")
        german = self.tongues.second is not None and self.tongues.second.language == "de"
        if first == second:
            return first
        return Pair(first, second if german else second.lower()).joined()

    def date_lines(self) -> tuple[str, ...]:
        """Place and day, one line a language: `Rosenau, le 27 avril 2026`."""
        place = self.sender.place
        if not place:
            return tuple(dict.fromkeys(line for line in self.tongues.each(self._day) if line))
        lines = self.tongues.each(
            lambda locale: locale.ptext("letterhead", "{place}, {date}", place=place, date=self._day(locale))
        )
        return tuple(dict.fromkeys(line for line in lines if line))

    def _day(self, locale: Locale) -> str:
        return locale.date(self.today, "long")

    def labels(self, title: Pair, stock: Stock, *, marks: bool = False) -> LabelSheets:
        """Begin sheets of labels or cards, nudged as this computer's printer needs it."""
        return LabelSheets(self.open_book(title, full_size=True), stock, self.nudge, marks=marks)

    def finish(self) -> Document:
        """Write the file."""
        if self.book is None:
            raise ValueError("nothing was drawn")
        return self.book.finish()
