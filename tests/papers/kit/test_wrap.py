# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines: nothing is lost, nothing is too wide."""

from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st

from hospes.papers.kit.fonts import face, plain
from hospes.papers.kit.ink import SANS, Style
from hospes.papers.kit.wrap import shrink, wrap

STYLE = Style(SANS, 10, 12)
NAMES = st.text(
    alphabet=st.characters(codec="utf-8", categories=["L", "Nd", "P", "Zs"], max_codepoint=0x52F),
    max_size=120,
)


def test_words_go_on_in_the_next_line():
    lines = wrap("Partnerschaftsverein Rosenau und Montclair", STYLE, 110)
    assert lines == ["Partnerschaftsverein", "Rosenau und Montclair"]


def test_an_address_breaks_after_the_at_sign():
    lines = wrap("hannelore.fischer@partnerschaftsverein.example", STYLE, 130)
    assert lines == ["hannelore.fischer@", "partnerschaftsverein.example"]
    lines = wrap("hannelore.fischer@partnerschaftsverein.example", STYLE, 80)
    assert "".join(lines) == "hannelore.fischer@partnerschaftsverein.example"


def test_french_marks_stand_in_the_line_of_their_word():
    for width in range(40, 160, 5):
        for line in wrap("Liederkranz et Chorale « La Clé des Vignes », Montclair", STYLE, width):
            assert not line.endswith("«")
            assert not line.startswith("»")
    assert wrap("Der Chor »Lied« singt »laut« im Saal", STYLE, 60)[0] == "Der Chor"


def test_lines_somebody_typed_stay_lines():
    assert wrap("eins\nzwei\r\ndrei", STYLE, 200) == ["eins", "zwei", "drei"]


def test_a_word_of_4000_letters_is_all_there():
    word = "Donaudampfschiff" * 250
    lines = wrap(word, STYLE, 120)
    assert "".join(lines) == word
    assert all(face(SANS).width(line, 10) <= 120.01 for line in lines)


def test_a_line_narrower_than_a_letter_still_ends():
    assert "".join(wrap("Rosenau", STYLE, 0.5)) == "Rosenau"


@given(text=NAMES, width=st.floats(min_value=20, max_value=300))
def test_no_letter_is_lost_and_no_line_too_wide(text, width):
    lines = wrap(text, STYLE, width)
    assert normalize("NFC", "".join("".join(lines).split())) == "".join(plain(text).split())
    for line in lines:
        assert len(line) <= 1 or face(SANS).width(line.rstrip(), 10) <= width + 0.01


def test_shrinking_stops_at_the_least_size():
    assert shrink("kurz", STYLE, 200, 7) == STYLE
    assert shrink("ziemlich lange Zeile", STYLE, 70, 7).size < 10
    assert shrink("x" * 500, STYLE, 70, 7).size == 7
