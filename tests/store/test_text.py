# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts at the border of the file (T4.2): one normal form, nothing unseen, no turning of others."""

import pytest

from hospes.domain.errors import UserError
from hospes.i18n.fold import fold
from hospes.store.types import clean_text
from hospes.transfer.text_border import clean

NO_SIGNS = [
    "\0",
    "\x07",
    "\x1b",
    "\x7f",
    "\x85",
    "\x9f",
    "\ud800",
    "\udfff",
    *"\u202a\u202b\u202c\u202d\u202e",
    *"\u2066\u2067\u2068\u2069",
]
KEPT = [
    "Zoe\u0308", "שלום", "Ђорђе", "👨\u200d👩\u200d👧", "a\u0301\u0323\u0302" * 30, "İ ı ß ﬁ Ⅷ",
    "נו\u200fר", "O'Brien", "x" * 10_000, "two\nlines\tand a tab", "\u00a0 ", "<img src='file:///etc/passwd'/>",
    "%s {0} \\ \" ` $(x)", "NULL", "-1e999",
]  # fmt: skip


@pytest.mark.parametrize("sign", NO_SIGNS)
def test_what_is_no_sign_is_refused_when_typed_and_taken_out_and_told_when_brought_in(sign):
    with pytest.raises(UserError) as refused:
        clean_text(f"No{sign}wak")
    assert refused.value.args_by_name["number"] == f"U+{ord(sign):04X}"
    brought, removed = clean(f"No{sign}wak", lines=False)
    assert brought in {"Nowak", "No wak"}
    assert removed or sign == "\x85"  # an end of line, which becomes a blank


@pytest.mark.parametrize("text", KEPT)
def test_every_other_text_is_kept_letter_by_letter(text):
    import unicodedata

    assert clean_text(text) == unicodedata.normalize("NFC", text)
    assert not clean(text, lines=True)[1]


@pytest.mark.parametrize("twin", ["Nоwаk", "Nowak\u200b", "Ｎｏｗａｋ", "NOWAK", "Nówak", "Nowa\u00adk"])
def test_letters_that_only_look_alike_are_told_as_doubles(twin):
    """Cyrillic о and а, wide letters, signs without width: the search for doubles compares what is folded."""
    assert fold(twin) == fold("Nowak")
