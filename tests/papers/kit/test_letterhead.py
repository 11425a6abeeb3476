# SPDX-License-Identifier: GPL-3.0-or-later
"""Letterhead: the association's logo, the tessera where there is none, names that do not fit."""

import io
import re
import struct
import zlib

import pytest
from PIL import Image

from hospes.papers.kit.letterhead import Heading, Sender
from hospes.papers.kit.tongues import Pair
from tests.papers.kit.drawing import SENDER, drawn
from tests.papers.reading import MM, page_texts, reader, signs, squeezed


def png(width, height, mode="RGB"):
    blob = io.BytesIO()
    Image.new(mode, (width, height), (27, 90, 102, 128)[: len(mode)]).save(blob, "PNG")
    return blob.getvalue()


def pictures(pdf):
    """Place and size of every picture on the first page: left, top, width, height in millimetres."""
    page = reader(pdf).pages[0]
    content = page.get_contents().get_data().decode("latin-1")
    high = float(page.mediabox.height)
    found = re.findall(r"q\s+([\d.]+) 0 0 ([\d.]+) ([\d.]+) ([\d.]+) cm\s*/\S+ Do", content)
    return [
        (float(x) / MM, (high - float(y) - float(h)) / MM, float(w) / MM, float(h) / MM)
        for w, h, x, y in found
    ]


def petrol_shapes(pdf):
    return reader(pdf).pages[0].get_contents().get_data().decode("latin-1").count(" c ")


def head_of(sender, **more):
    return drawn([("Anna", "Rosenau", "")], sender=sender, **more).pdf


def test_without_a_logo_the_tessera_stands_there():
    pdf = head_of(SENDER)
    assert pictures(pdf) == []
    assert petrol_shapes(pdf) > 10


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L"])
@pytest.mark.parametrize(("width", "height"), [(400, 200), (100, 300), (50, 50)])
def test_a_logo_is_fitted_into_its_place(mode, width, height):
    (place,) = pictures(head_of(Sender("Verein", logo=png(width, height, mode))))
    left, top, wide, high = place
    assert max(wide, high) == pytest.approx(13, abs=0.1)
    assert wide / high == pytest.approx(width / height, rel=0.02)
    assert left == pytest.approx(20, abs=0.1)
    assert 13.9 <= top <= 27.1 - high + 0.1


def bomb():
    """A picture of 60 000 by 60 000 in a few bytes."""
    head = struct.pack(">IIBBBBB", 60000, 60000, 8, 2, 0, 0, 0)

    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0" * 1000))
        + chunk(b"IEND", b"")
    )


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
@pytest.mark.parametrize(
    "blob", [b"", b"no picture", png(200, 200)[:90], bomb()], ids=["empty", "text", "cut", "bomb"]
)
def test_a_logo_that_cannot_be_read_does_not_stop_a_paper(blob):
    pdf = head_of(Sender("Verein", logo=blob))
    assert pictures(pdf) == []
    assert petrol_shapes(pdf) > 10


def test_a_long_name_goes_on_below_and_pushes_the_line_down():
    name = "Gesellschaft zur Förderung der Städtepartnerschaften der Gemeinde Rosenau mit ihren Partnern " * 3
    pdf = head_of(Sender(name.strip(), "Société pour les jumelages"), scale=1.25)
    assert squeezed(name) in squeezed(page_texts(pdf)[0])
    by_line = {}
    for sign in signs(pdf):
        by_line.setdefault(round(sign.bottom), []).append(sign.letter)
    assert len(by_line) > 8


def test_a_long_title_and_a_long_foot_are_all_there():
    words = " ".join(f"Wort{n}" for n in range(60))
    heading = Heading(Pair(words, words[::-1]), about=(words, words), confidential=words)
    document = drawn([(f"Z{n}", "", "") for n in range(100)], heading=heading)
    first = squeezed(page_texts(document.pdf)[0])
    assert first.count(squeezed(words)) >= 4
    for number in range(60):
        assert f"Wort{number}" in first
