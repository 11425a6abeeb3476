# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading finished papers as a printer or a blind reader would: text, places, fonts."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache

import pypdfium2
from pypdf import PdfReader

MM = 72 / 25.4


@dataclass(frozen=True)
class Sign:
    """A letter and its box in millimetres from the upper left corner of its page."""

    letter: str
    page: int
    left: float
    top: float
    right: float
    bottom: float


def reader(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


@lru_cache(maxsize=64)
def page_texts(pdf: bytes) -> tuple[str, ...]:
    """The text of each page, lines as they stand."""
    return tuple(page.extract_text() for page in reader(pdf).pages)


def text_of(pdf: bytes) -> str:
    return "\n".join(page_texts(pdf))


def quick_text(pdf: bytes) -> str:
    """The text of all pages, read fast; for papers that are only searched."""
    return "\n".join(quick_page_texts(pdf))


@lru_cache(maxsize=64)
def quick_page_texts(pdf: bytes) -> tuple[str, ...]:
    """The text of each page, read fast: lines are broken in another way than by `page_texts`."""
    document = pypdfium2.PdfDocument(pdf)
    texts = []
    for page in document:
        text_page = page.get_textpage()
        texts.append(text_page.get_text_range())
        text_page.close()
        page.close()
    document.close()
    return tuple(texts)


def squeezed(text: str) -> str:
    """Without any blanks and line ends, for text that was wrapped."""
    return "".join(text.split())


def signs(pdf: bytes) -> list[Sign]:
    """Every visible letter with its place."""
    found: list[Sign] = []
    document = pypdfium2.PdfDocument(pdf)
    for number, page in enumerate(document, 1):
        high = page.get_height()
        text_page = page.get_textpage()
        for at in range(text_page.count_chars()):
            letter = text_page.get_text_range(at, 1)
            if not letter.strip():
                continue
            left, bottom, right, top = text_page.get_charbox(at)
            found.append(Sign(letter, number, left / MM, (high - top) / MM, right / MM, (high - bottom) / MM))
        text_page.close()
        page.close()
    document.close()
    return found


def page_measures(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of each page in millimetres."""
    return [(float(page.mediabox.width) / MM, float(page.mediabox.height) / MM) for page in reader(pdf).pages]


def fonts(pdf: bytes) -> dict[str, bool]:
    """Every font named in the file and whether it is embedded."""
    found: dict[str, bool] = {}
    for page in reader(pdf).pages:
        resources = page["/Resources"].get_object()
        for reference in resources.get("/Font", {}).get_object().values():
            font = reference.get_object()
            descriptor = font.get("/FontDescriptor")
            embedded = descriptor is not None and "/FontFile2" in descriptor.get_object()
            found[str(font["/BaseFont"])] = embedded
    return found
