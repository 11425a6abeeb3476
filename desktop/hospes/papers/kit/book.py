# SPDX-License-Identifier: GPL-3.0-or-later
"""One PDF while it is made, and what comes out of it.

The number of all pages is only known at the end, so sheets wait in memory (a few kilobytes each) until the
foot with "page 1 / 3" can be drawn on each. The file is the same byte for byte for the same data: no clock,
no random names.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from hospes import __version__
from hospes.domain.errors import Message
from hospes.papers.kit.fonts import face
from hospes.papers.kit.ink import SANS
from hospes.papers.kit.pen import Pen, Sheet

if TYPE_CHECKING:
    from hospes.papers.kit.page import Page

Progress = Callable[[int, int], None]
"""Called with what is done and what there is to do. To stop the work it raises `Cancelled`."""


class Cancelled(Exception):
    """The work was stopped by whoever wanted it."""


class EnoughPages(Exception):
    """As many pages as wanted are drawn; the rest is not needed."""


@dataclass(frozen=True, slots=True)
class Unprintable:
    """A text that could not be printed as it is written, such as a name in letters no font here holds."""

    text: str
    letters: str


@dataclass(frozen=True, slots=True)
class Document:
    """A finished paper.

    `pages` is what there is in the file; `pages_in_all` is what the whole paper has or, if `estimated`, is
    thought to have (a preview asks for the first pages only).
    """

    title: str
    pdf: bytes
    pages: int
    pages_in_all: int
    estimated: bool
    unprintable: tuple[Unprintable, ...]
    notes: tuple[Message, ...]  # what somebody should know, such as who has no address
    full_size: bool  # labels and cards: must be printed at 100 %
    landscape: bool


class Book:
    """A document under construction."""

    def __init__(
        self,
        title: str,
        languages: tuple[str, ...],
        subject: str = "",
        author: str = "",
        page_limit: int | None = None,
        progress: Progress | None = None,
        full_size: bool = False,
        day: date | None = None,
    ) -> None:
        from reportlab.pdfgen.canvas import Canvas

        self.title = title
        self.sheets: list[Sheet] = []
        self.progress = progress
        self.full_size = full_size
        self.booklet = False  # pages two by two on lying sheets, to be folded
        self.letters = False  # several letters in one file: each counts its own pages
        self.expected_pages = 0
        self.part = 1.0  # how much of the rows a preview has looked at
        self.notes: list[Message] = []
        self.page_limit = page_limit
        self.footer: Callable[[Sheet, int, str], None] | None = None
        self._feet: list[Callable[[Sheet, int, str], None] | None] = []  # of each sheet
        self._bookmarks: list[tuple[int, str, int]] = []
        self._buffer = BytesIO()
        self._canvas = Canvas(
            self._buffer,
            invariant=1,
            pageCompression=1,
            pdfVersion=(1, 7),  # language, title bar and "no scaling" are younger than ReportLab's 1.3
            lang=languages[0] if languages else None,
            # Else Helvetica is named in the file and not embedded. The type stubs take the name for a size.
            initialFontName=face(SANS).font.fontName,  # type: ignore[arg-type]
        )
        self._canvas.setTitle(title)
        self._canvas.setSubject(subject)
        self._canvas.setAuthor(author)
        self._canvas.setCreator(f"Hospes {__version__}")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        if day is not None:
            made = f"D:{day:%Y%m%d}000000Z"  # the paper's day; the clock would make each file another one
            self._canvas.setDateFormatter(lambda *_: made)
        if full_size:
            self._canvas.setViewerPreference("PrintScaling", "None")
        # The file behind the canvas: fonts put their subsets there, and no public name leads to it.
        self.pen = Pen(self._canvas._doc)  # type: ignore[attr-defined] # noqa: SLF001

    def turn(self, page: "Page") -> Sheet:
        """Begin the next sheet.

        Raises:
            EnoughPages: a preview has all the pages it wants.
            Cancelled: by the progress callback.
        """
        if self.page_limit is not None and len(self.sheets) >= self.page_limit:
            raise EnoughPages
        sheet = Sheet(len(self.sheets) + 1, page.width, page.height)
        self.sheets.append(sheet)
        self._feet.append(self.footer)
        self.pen.take(sheet)
        return sheet

    def step(self, done: int, of: int) -> None:
        """Say how far the work is.

        Raises:
            Cancelled: by the progress callback.
        """
        if self.progress is not None:
            self.progress(done, of)

    def bookmark(self, title: str, level: int = 0) -> None:
        """Let the reader's table of contents lead to the current sheet."""
        self._bookmarks.append((len(self.sheets), title, level))

    def forget_bookmark(self) -> None:
        """Take the last one back: what it leads to goes to the next sheet."""
        self._bookmarks.pop()

    def expect(self, pages: int) -> None:
        """Say how many pages there will be, for a preview that sees only the first."""
        self.expected_pages = max(self.expected_pages, round(pages / self.part))

    def finish(self, whole: bool = True) -> Document:
        """Write the file. `whole` is False when the drawing was ended by `EnoughPages`."""
        drawn = len(self.sheets)
        in_all = drawn if whole else max(self.expected_pages, drawn + 1)
        self._draw_feet(str(in_all) if whole else f"≈ {in_all}")
        if self.booklet and whole and self.sheets:
            self._fold()
            drawn = in_all = len(self.sheets)
        self._write()
        return Document(
            title=self.title,
            pdf=self._buffer.getvalue(),
            pages=drawn,
            pages_in_all=in_all,
            estimated=not whole,
            notes=tuple(self.notes),
            unprintable=tuple(Unprintable(text, letters) for text, letters in self.pen.absent.items()),
            full_size=self.full_size,
            landscape=bool(self.sheets) and self.sheets[0].width > self.sheets[0].height,
        )

    def _fold(self) -> None:
        """Put the pages on sheets to be folded."""
        from hospes.papers.kit.booklet import impose

        self.sheets, places = impose(self.sheets)
        self._bookmarks = [(places[page], title, level) for page, title, level in self._bookmarks]

    def _draw_feet(self, total: str) -> None:
        """The foot of each sheet."""
        letters = [list(run) for _, run in groupby(zip(self.sheets, self._feet, strict=True), itemgetter(1))]
        for letter in letters:
            pages = str(len(letter)) if self.letters else total
            for number, (sheet, foot) in enumerate(letter, 1):
                self.pen.take(sheet)
                if foot is not None:
                    foot(sheet, number, pages)

    def _write(self) -> None:
        canvas = self._canvas
        marks: dict[int, list[tuple[str, int]]] = {}
        for number, title, level in self._bookmarks:
            marks.setdefault(number, []).append((title, level))
        for sheet in self.sheets:
            canvas.setPageSize((sheet.width, sheet.height))
            for image in sheet.images:
                up = sheet.height - image.y - image.height
                canvas.drawImage(image.reader, image.x, up, image.width, image.height, mask="auto")
            canvas.addLiteral("\n".join(sheet.operators))
            sheet.operators.clear()
            for at, (title, level) in enumerate(marks.get(sheet.number, ())):
                key = f"p{sheet.number}-{at}"
                canvas.bookmarkPage(key)
                canvas.addOutlineEntry(title, key, level)
            canvas.showPage()
        canvas.save()
