# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a text names somebody, and taking the name out of it."""

import pytest

from hospes.store.name_marks import Marks, marks

COLUMNS = [
    "given",
    "given2",
    "nickname",
    "surname_prefix",
    "surname",
    "surname2",
    "birth_surname",
    "script_name",
    "latin_name",
]
BLANK = dict.fromkeys(COLUMNS, "")


def of(*contacts, **columns):
    points = [{"value": value, "e164": None} for value in contacts]
    return marks([{**BLANK, "erased_on": None, **columns}], points)


MUELLER = of("j.mueller@post.example", "06182 44 17 09", given="Jörg", surname="Müller", nickname="Jojo")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Jörg Müller called", "… called"),
        ("MUELLER, Joerg was here", "… was here"),
        ("Jojo Muller and Ada Meier", "… and Ada Meier"),
        ("write to J.Mueller@post.example today", "write to … today"),
        ("call 06182/441709 first", "call … first"),
    ],
)
def test_every_spelling_is_found_and_taken_out(text, left):
    assert MUELLER.in_text(text)
    assert MUELLER.taken_out(text) == left
    assert not MUELLER.in_text(left)


@pytest.mark.parametrize("text", ["", "Anna Müller", "Jörg alone", "0618244", "mueller@post.example.org x"])
def test_others_are_left_alone(text):
    assert not MUELLER.in_text(text)


def test_a_structure_is_looked_through():
    data = {"who": ["Jörg Müller", 3], "Müller, Jörg": None}
    assert MUELLER.in_value(data)
    assert MUELLER.taken_out_of(data) == {"who": ["…", 3], "…": None}


def test_hints_stand_in_every_spelling():
    assert of(given="Jörg", surname="Großmüller").hints == ("ller",)
    assert of(given="Ola", surname="Łęć").hints == ()
    assert of(given="Olena", surname="Ковальчук").hints == ()


def test_what_stands_instead_of_a_name_is_nobodys():
    assert of(surname="a former member", erased_on="2026-01-01") == Marks()
