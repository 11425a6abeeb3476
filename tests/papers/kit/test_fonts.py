# SPDX-License-Identifier: GPL-3.0-or-later
"""Letters on paper: which there are, what stands in, what is said when nothing does (T6.4)."""

import unicodedata

import pytest

from hospes.papers.kit import ink
from hospes.papers.kit.fonts import SPECIAL, face, plain, unprintable

FACES = [
    ink.SANS,
    ink.SANS_ITALIC,
    ink.SANS_SEMIBOLD,
    ink.SANS_BOLD,
    ink.SERIF,
    ink.SERIF_ITALIC,
    ink.SERIF_SEMIBOLD,
]

ALPHABETS = {
    "German": "äöüÄÖÜßẞ",
    "French": "àâæçéèêëîïôœùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ",
    "Polish": "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ",
    "Czech and Slovak": "áčďéěíľĺňóôŕřšťúůýžÁČĎÉĚÍĽĹŇÓÔŔŘŠŤÚŮÝŽ",
    "Hungarian": "áéíóöőúüűÁÉÍÓÖŐÚÜŰ",
    "Romanian": "ăâîșțşţĂÂÎȘȚ",
    "Turkish": "çğıİöşüÇĞÖŞÜ",
    "Baltic": "āčēģīķļņšūžąčęėįšųūžõĀĒĢĪĶĻŅŪĄĘĖĮŲÕ",
    "Nordic": "åäöæøðþáíóúýÅÄÖÆØÐÞ",
    "Iberian": "áéíóúñçãõàêôºªÑÇÃÕ",
    "Irish and Welsh": "áéíóúŵŷẁẃŴŶ",
    "Maltese and Sami": "ċġħżĊĠĦŻčđŋšŧžŊŦ",
    "South Slavic": "čćđšžČĆĐŠŽ",
    "Ukrainian and Russian": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяёыэъАБВГҐДЕЄЖЗИІЇЮЯЁЫЭ",
    "Serbian, Macedonian, Bulgarian, Belarusian": "ђјљњћџѓѕќўЂЈЉЊЋЏЃЅЌЎ",
    "Greek": "αβγδεζηθικλμνξοπρστυφχψωάέήίόύώϊΐΰϋςΑΒΓΔΩΆΈΉΊΌΎΏ",
    "signs": "–—„“”‚‘’«»…·°€£$§&@/()–·\u202f\u00a0\u2011",
}


@pytest.mark.parametrize("name", FACES)
@pytest.mark.parametrize("alphabet", ALPHABETS)
def test_every_european_letter_can_be_printed_in_every_face(name, alphabet):
    assert unprintable(ALPHABETS[alphabet], name) == ""


def test_letters_typed_in_two_parts_are_printed_as_one():
    decomposed = unicodedata.normalize("NFD", "Érdeményi Łódź Ångström")
    assert plain(decomposed) == "Érdeményi Łódź Ångström"
    assert face(ink.SANS).width(decomposed, 10) == face(ink.SANS).width("Érdeményi Łódź Ångström", 10)


def test_narrow_space_is_as_wide_as_what_stands_for_it():
    narrow, ordinary = face(ink.SANS).width("12\u202f345", 10), face(ink.SANS).width("12345", 10)
    assert ordinary < narrow < ordinary + 4


def test_foreign_scripts_are_named_and_not_printed_as_boxes():
    assert unprintable("Wang 王小明", ink.SANS) == "王小明"
    assert unprintable("Jürgen", ink.SANS) == ""


def test_ligatures_and_full_width_letters_come_out_in_their_plain_form():
    assert unprintable("ﬁnanz ＡＢ", ink.SANS) == ""
    assert face(ink.SERIF).width("ﬁ", 10) == pytest.approx(face(ink.SERIF).width("fi", 10), abs=1.5)


@pytest.mark.parametrize("hidden", ["\u200b", "\u00ad", "\u200f", "\ufeff", "\x00", "\x1b", "\u2066"])
def test_hidden_signs_and_controls_leave_no_trace(hidden):
    assert plain(f"An{hidden}na") == "Anna"


def test_a_lone_surrogate_is_a_question_mark():
    assert plain("A\ud800B") == "A?B"


def test_all_kinds_of_line_ends_are_one():
    assert plain("a\r\nb\rc\u2028d\u0085e") == "a\nb\nc\nd\ne"


def test_a_line_end_asks_for_the_slow_way():
    assert face(ink.SANS).measure("a\nb") >= SPECIAL > face(ink.SANS).measure("ab" * 500)
