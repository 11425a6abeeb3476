# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding names however they are typed.

Of the test catalogue: T4.3.
"""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hospes.i18n.fold import digits, fold, index_text, matches, query_tokens

LATIN = st.text(st.sampled_from("aeiouäöüéèłńßœæøıİşğőçabcdemnqrstué MRF-'"), max_size=25)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("strasse", "Straße"),
        ("STRASSE", "Straße"),
        ("mueller", "Müller"),
        ("Muller", "Müller"),
        ("Müller", "Mueller"),
        ("Müller", "Muller"),
        ("lodz", "Łódź"),
        ("emile", "Émile"),
        ("emile", unicodedata.normalize("NFD", "Émile")),
        (unicodedata.normalize("NFD", "émile"), "Émile"),
        ("istanbul", "İstanbul"),
        ("ISTANBUL", "İstanbul"),
        ("isparta", "Isparta"),
        ("ISPARTA", "ısparta"),
        ("Kyiv", "Київ"),
        ("Kyjiw", "Київ"),
        ("Київ", "Київ"),
        (unicodedata.normalize("NFD", "Київ"), "Київ"),
        ("Schewtschenko", "Шевченко"),
        ("Shevchenko", "Шевченко"),
        ("Szewczenko", "Шевченко"),
        ("Chevtchenko", "Шевченко"),
        ("Moskva", "Москва"),
        ("Athina", "Αθήνα"),
        ("soeren", "Søren"),
        ("soren", "Søren"),
        ("djordje", "Djordje"),
        ("dorde", "Đorđe"),
        ("oeuvre", "Œuvre"),
        ("oconnor", "O’Connor"),
        ("o'connor", "OConnor"),
        ("jeanluc", "Jean-Luc"),
        ("jean luc", "Jean-Luc"),
        ("ba no", "Barbara Nowak"),
        ("no ba", "Barbara Nowak"),
        ("şişli", "SISLI"),
        ("gyor", "Győr"),
        ("peña", "Pena"),
    ],
)
def test_found(typed, stored):
    assert matches(index_text(stored), query_tokens(typed))


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("michael", "Michał"),
        ("Michał", "Michael"),
        ("rafal", "Raphael"),
        ("nowakowa", "Nowak"),
        ("owak", "Nowak"),
        ("ba ko", "Barbara Nowak"),
        ("bur", "Bauer"),
    ],
)
def test_not_found(typed, stored):
    assert not matches(index_text(stored), query_tokens(typed))


def test_equal_names_fold_to_the_same():
    assert fold("Müller") == fold("MUELLER") == fold("Muller")
    assert fold("Straße") == fold("strasse")
    assert fold("  Jean-Luc\tO’Connor ") == "jean luc oconnor"
    assert fold("Bauer, Breuer & Quentin (Rouen)") == "bauer breuer quentin rouen"


@given(LATIN, st.integers(0, 25))
def test_the_beginning_of_a_word_folds_to_a_beginning(word, cut):
    word = word.replace(" ", "").replace("-", "")
    assert fold(word).startswith(fold(word[:cut]))


@given(st.text(max_size=30))
def test_every_text_is_found_by_itself_in_both_normal_forms(text):
    for form in ("NFC", "NFD"):
        assert matches(index_text(text), query_tokens_of_words(unicodedata.normalize(form, text)))


def query_tokens_of_words(text):
    return tuple(fold(text).split())


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing_in_latin(text):
    once = fold(text)
    if once.isascii():
        assert set(fold(once).split()) <= set(once.split()) | {fold(word) for word in once.split()}
    assert once == " ".join(once.split())


@pytest.mark.parametrize(
    "text", ["\x00", "a\x00b", "\ud800", "x\ud800y", "", "   ", "()", "\u200b", "<b>Anna</b>"]
)
def test_hostile_texts_do_no_harm(text):
    assert isinstance(index_text(text), str)
    assert isinstance(query_tokens(text), tuple)


@pytest.mark.parametrize(
    ("typed", "tokens"),
    [
        ("+49 (251) 12-34", ("492511234",)),
        ("0049 251 1234", ("492511234",)),
        ("(0251) 1234", ("02511234",)),
        ("0251/1234", ("02511234",)),
        ("12", ("12",)),
        ("Nowak 12", ("nowak", "12")),
        ("", ()),
        ("nowak nowak", ("nowak",)),
    ],
)
def test_query(typed, tokens):
    assert query_tokens(typed) == tokens


def test_digits_of_a_phone():
    assert digits("+49 (0)251 / 12 34") == "4902511234"
    assert digits("0048 12") == "4812"


def test_index_takes_several_texts_and_none():
    assert index_text("Anna Müller", None, "", "Anna") == "anna muller"


def test_a_hundred_thousand_names_take_seconds_not_minutes():
    names = [
        f"{given} {surname}"
        for given in ("Anna", "Jürgen", "Małgorzata")
        for surname in ("Müller", "O’Connor")
    ]
    started = time.perf_counter()
    for number in range(100_000):
        index_text(names[number % len(names)])
    assert time.perf_counter() - started < 30
