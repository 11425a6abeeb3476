# SPDX-License-Identifier: GPL-3.0-or-later
"""Breaking text into lines. Nothing is ever cut off on paper: what is too long goes on in the next line.

Text is data, never markup: `<b>` and `&` are letters like all others (F8), because no part of the kit reads
markup at all.
"""

import re
from typing import Final

from hospes.papers.kit.fonts import SPECIAL, Face, face, plain
from hospes.papers.kit.ink import Style

_WORDS: Final = re.compile(r"(?:« +)?[^ ]+(?: +»(?=[ .,;:!?)]|$)[^ ]*)? *| +")
"""French marks stand in the line of the word they belong to."""
_SOFT: Final = re.compile(r"[^-/@._,;:\\]*[-/@._,;:\\]+|[^-/@._,;:\\]+")


def wrap(text: str, style: Style, width: float) -> list[str]:
    """`text` in lines of at most `width` points; at least one line, which may be empty.

    Lines break at spaces, in longer words after a hyphen, slash, at sign or point, else between letters.
    """
    used, limit = face(style.face), width * 1000 / style.size
    thousandths = used.measure(text)
    if thousandths <= limit:
        return [text]
    if thousandths >= SPECIAL:
        text = plain(text).rstrip("\n")
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_wrap_paragraph(paragraph, used, limit))
    return lines


def _wrap_paragraph(paragraph: str, letters: Face, limit: float) -> list[str]:
    if letters.measure_line(paragraph) <= limit:
        return [paragraph]
    lines: list[str] = []
    line, used = "", 0
    for word in _WORDS.findall(paragraph):
        bare = letters.measure_line(word.rstrip(" "))
        if used + bare <= limit:
            line, used = line + word, used + letters.measure_line(word)
            continue
        if bare <= limit:
            lines.append(line.rstrip(" "))
            line, used = word, letters.measure_line(word)
            continue
        # A word wider than a line begins on the line it stands on and goes on below.
        for piece in _pieces(word, letters, limit):
            wide = letters.measure_line(piece.rstrip(" "))
            if line and used + wide > limit:
                lines.append(line.rstrip(" "))
                line, used = "", 0
            line, used = line + piece, used + letters.measure_line(piece)
    lines.append(line.rstrip(" "))
    return lines


def _pieces(word: str, letters: Face, limit: float) -> list[str]:
    """A word in pieces that each fit a line: after hyphens and the like, else wherever a line is full."""
    if "@" in word[1:-1]:
        local, domain = word.split("@", 1)
        halves = [f"{local}@", domain]
        if max(letters.measure_line(half.rstrip(" ")) for half in halves) <= limit:
            return halves  # an e-mail address is read best in its two halves
    pieces: list[str] = []
    for part in _SOFT.findall(word):
        piece, used = "", 0
        for sign in part:
            wide = letters.measure_line(sign)
            if piece and used + wide > limit:
                pieces.append(piece)
                piece, used = "", 0
            piece, used = piece + sign, used + wide
        pieces.append(piece)
    return pieces


def shrink(text: str, style: Style, width: float, least: float) -> Style:
    """The style, smaller by quarter points down to the size `least`, so that `text` fits in one line."""
    size = style.size
    while size > least and face(style.face).width(text, size) > width:
        size -= 0.25
    return style.sized(max(size, least) / style.size)
