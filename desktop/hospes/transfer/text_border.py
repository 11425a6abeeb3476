# SPDX-License-Identifier: GPL-3.0-or-later
"""The border that texts from outside pass: one normal form, no signs that are none (reliability 4,
requirement 9).

What is taken out is reported with its row, so nothing vanishes unseen.
"""

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\u0085\u2028\u2029\v\f]")
_NO_SIGNS = re.compile("[\0-\b\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")
_BLANKS = re.compile(r"[^\S\n]+")
LOST = "\ufffd"
"""Stands where bytes could not be read as a letter."""


def clean(text: str, *, lines: bool, literal: bool = False) -> tuple[str, bool]:
    """The text in normal form, and whether signs were taken out of it.

    Args:
        text: as read.
        lines: line feeds may stay (notes, streets).
        literal: blanks inside stay as they are (our own exports).
    """
    if text.isascii() and text.isprintable():
        return (text.strip() if literal else " ".join(text.split())), False
    plain = _LINE_ENDS.sub("\n", text)
    kept = _NO_SIGNS.sub("", plain)
    removed = len(kept) != len(plain)
    kept = unicodedata.normalize("NFC", kept)
    if not lines:
        kept = kept.replace("\n", " ")
    if not literal:
        kept = "\n".join(part.strip() for part in _BLANKS.sub(" ", kept).split("\n"))
    else:
        kept = kept.replace("\t", " ") if not lines else kept
    return kept.strip(), removed
