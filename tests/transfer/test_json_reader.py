# SPDX-License-Identifier: GPL-3.0-or-later
"""JSON lists of records."""

import pytest

from hospes.transfer.reading import Unreadable


def cards(grid):
    return [card for _, card in grid.cards]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_records_in_every_encoding(read, encoding):
    grid = read('[{"nom": "Élise", "numero": 7, "x": null}]'.encode(encoding), "a.json")
    assert cards(grid) == [{"nom": "Élise", "numero": 7, "x": None}]


def test_the_list_may_stand_inside(read):
    assert cards(read(b'{"count": 1, "members": [{"nom": "a"}]}', "a.json")) == [{"nom": "a"}]


def test_lists_and_odd_numbers_become_texts(read):
    grid = read(b'[{"a": ["x", "y"], "b": {"c": 1}, "d": NaN, "e": Infinity}]', "a.json")
    assert cards(grid) == [{"a": "x; y", "b": "{'c': 1}", "d": "nan", "e": "inf"}]


@pytest.mark.parametrize("data", [b"[", b"[1, 2]", b'{"a": 1}', b"[" * 100_000, b'[{"a": 1}, 2]', b"[\xff]"])
def test_anything_else_is_refused(read, data):
    with pytest.raises(Unreadable):
        read(data, "a.json")


def test_too_many_fields_are_refused(read):
    import json

    with pytest.raises(Unreadable, match="columns"):
        read(json.dumps([{str(n): n for n in range(300)}]).encode(), "a.json")
