# SPDX-License-Identifier: GPL-3.0-or-later
"""The preview: pages of a PDF as pictures on a sheet, with turning and zooming.

pdfium draws the very file that is printed and saved; the older page stays until the new one is ready.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from hospes.ui.widgets.boxes import Box, row
from hospes.ui.widgets.buttons import icon_button, link_button
from hospes.ui.widgets.labels import ElidedLabel, Label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from hospes.papers.kit.book import Document
    from hospes.papers.kit.labels import Nudge
    from hospes.papers.making import Gathered
    from hospes.ui.desk import Desk
    from hospes.ui.tasks import Work

ZOOMS = (0.0, 0.75, 1.0, 1.5, 2.0)
"""0 is the whole page."""


class PdfPages:
    """A PDF in memory, drawn page by page."""

    def __init__(self, pdf: bytes) -> None:
        from pypdfium2 import PdfDocument

        self._file = PdfDocument(pdf)

    def __len__(self) -> int:
        return len(self._file)

    def close(self) -> None:
        """Let go of pdfium's memory; the pages can no longer be drawn."""
        self._file.close()

    def size(self, number: int) -> QSize:
        """Width and height of a page in points."""
        width, height = self._file[number].get_size()
        return QSize(round(width), round(height))

    def image(self, number: int, scale: float) -> QImage:
        """A page; `scale` is pixels a point."""
        bitmap = self._file[number].render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
        picture = QImage(
            bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888
        )
        return picture.copy()


class _Sheet(QWidget):
    """The page as it lies on the table."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._theme = desk.theme
        self._page = QPixmap()

    def set_page(self, page: QPixmap) -> None:
        self._page = page
        size = page.deviceIndependentSize().toSize() + QSize(self._theme.u(24), self._theme.u(24))
        self.setMinimumSize(size)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._page.isNull():
            return
        painter = QPainter(self)
        size = self._page.deviceIndependentSize().toSize()
        at = QPoint((self.width() - size.width()) // 2, max(0, (self.height() - size.height()) // 2))
        off = self._theme.u(4)
        painter.fillRect(QRect(at + QPoint(off, off), size), self._theme.color("shadow"))
        painter.fillRect(QRect(at, size), self._theme.color("paper"))
        painter.drawPixmap(at, self._page)
        painter.setPen(self._theme.color("border"))
        painter.drawRect(QRect(at, size))
        painter.end()


class Preview(Box):
    """The right column of the print centre."""

    def __init__(self, desk: Desk) -> None:
        theme = desk.theme
        super().__init__(theme, "sunk", gap=8, margins=(12, 10, 12, 10), name="print.preview")
        self.desk = desk
        self._pages: PdfPages | None = None
        self._document: Document | None = None
        self._number = 0
        self._zoom = 0.0
        self.kind = ElidedLabel(theme, "", "m", name="print.sheetKind")
        self.where = Label(theme, "", name="print.pageNumber")
        self.zoom_words = link_button(theme, desk.text("Whole page"), self._whole, name="print.wholePage")
        tools = row(
            theme,
            Label(theme, desk.text("Preview"), "section"),
            6,
            self.kind,
            icon_button(theme, desk.text("Smaller"), "zoom-out", self._out, name="print.zoomOut"),
            self.zoom_words,
            icon_button(theme, desk.text("Bigger"), "zoom-in", self._in, name="print.zoomIn"),
            icon_button(
                theme, desk.text("Page before"), "chevron-left", self._before, name="print.pageBefore"
            ),
            self.where,
            icon_button(theme, desk.text("Next page"), "chevron-right", self._next, name="print.pageNext"),
            gap=2,
        )
        tools.setStretch(2, 1)  # the kind of sheet gives way first
        self.sheet = _Sheet(desk)
        self.area = QScrollArea()
        self.area.setObjectName("print.sheet")
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setWidget(self.sheet)
        self.area.viewport().setAutoFillBackground(False)
        self.area.setAccessibleName(desk.text("Preview"))
        self.note = Label(theme, "", "m", wrap=True, name="print.previewNote")
        self.box.addLayout(tools)
        self.box.addWidget(self.area, 1)
        self.box.addWidget(self.note)
        self.note.hide()
        app = QApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.let_go)

    def show_document(self, document: Document) -> None:
        """Show a paper; the same page stays in view where it still exists."""
        self._document = document
        self.let_go()
        self._pages = PdfPages(document.pdf)
        self._number = min(self._number, len(self._pages) - 1)
        size = self._pages.size(0)
        words = self.desk.text("A4 across") if document.landscape else self.desk.text("A4 upright")
        if min(size.width(), size.height()) not in (595, 596):
            words = (
                self.desk.text("Letter across") if document.landscape else self.desk.text("Letter upright")
            )
        self.kind.set_text(words)
        self._draw()

    def let_go(self) -> None:
        """Forget the PDF, before another one and at the end."""
        if self._pages is not None:
            self._pages.close()
            self._pages = None

    def say(self, words: str) -> None:
        """A sentence under the sheet, such as why there is no preview."""
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def page_count(self) -> int:
        """How many pages the whole paper has, or is thought to have."""
        return self._document.pages_in_all if self._document else 0

    def _draw(self) -> None:
        if self._pages is None or self._document is None:
            return
        size = self._pages.size(self._number)
        ratio = self.devicePixelRatioF()
        room = self.area.viewport().size() - QSize(self.desk.theme.u(28), self.desk.theme.u(28))
        if self._zoom:
            scale = self._zoom * self.logicalDpiX() / 72
        else:
            scale = max(0.1, min(room.width() / size.width(), room.height() / size.height()))
        image = self._pages.image(self._number, scale * ratio)
        image.setDevicePixelRatio(ratio)
        self.sheet.set_page(QPixmap.fromImage(image))
        whole = self._document.pages_in_all
        words = self.desk.text("{n} of {m}", n=self._number + 1, m=whole)
        if self._document.estimated:
            words = self.desk.text("{n} of about {m}", n=self._number + 1, m=whole)
        self.where.setText(words)
        percent = "" if not self._zoom else f"{self._zoom:.0%}"
        self.zoom_words.set_text(percent or self.desk.text("Whole page"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._zoom:
            self._draw()

    def _turn(self, by: int) -> None:
        if self._pages is not None:
            self._number = min(max(0, self._number + by), len(self._pages) - 1)
            self._draw()

    def _before(self) -> None:
        self._turn(-1)

    def _next(self) -> None:
        self._turn(1)

    def _whole(self) -> None:
        self._zoom = 0.0
        self._draw()

    def _in(self) -> None:
        self._zoom = next((z for z in ZOOMS if z > self._zoom), ZOOMS[-1])
        self._draw()

    def _out(self) -> None:
        smaller = [z for z in ZOOMS if z < self._zoom]
        self._zoom = smaller[-1] if smaller else 0.0
        self._draw()


def print_document(document: Document, parent: QWidget) -> bool:
    """Hand a paper to the system's print dialog and print it; False if the person closed the dialog."""
    from PySide6.QtGui import QPageLayout
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(document.title)
    sideways = QPageLayout.Orientation.Landscape if document.landscape else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(sideways)
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, document.pages)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return False
    draw_pages(document, printer)
    return True


def draw_pages(document: Document, printer: object) -> None:
    """Draw every page on a printer at its own size: labels must not be made to fit."""
    from PySide6.QtPrintSupport import QPrinter

    assert isinstance(printer, QPrinter)
    pages = PdfPages(document.pdf)
    first = printer.fromPage() or 1
    last = min(printer.toPage() or len(pages), len(pages))
    dpi = min(printer.resolution(), 300)
    painter = QPainter(printer)
    for number in range(first - 1, last):
        if number > first - 1:
            printer.newPage()
        size = pages.size(number)
        scale = printer.resolution() / 72
        target = QRect(0, 0, round(size.width() * scale), round(size.height() * scale))
        image = pages.image(number, dpi / 72)
        painter.drawImage(target, image)
    painter.end()
    pages.close()


def draw_whole(gathered: Gathered, nudge: Nudge, work: Work) -> Document:
    """Draw all of a paper; the person may stop."""
    from hospes.papers.kit.book import Cancelled
    from hospes.papers.making import draw
    from hospes.ui.tasks import Stopped

    def progress(done: int, total: int) -> None:
        if work.stopped:
            raise Cancelled
        work.tell(done, total)

    try:
        return draw(gathered, nudge=nudge, progress=progress)
    except Cancelled:
        raise Stopped from None
