# SPDX-License-Identifier: GPL-3.0-or-later
"""A photographed signature becomes ink on white, cut to it."""

from io import BytesIO

import pytest
from PIL import Image, ImageDraw

from hospes.domain.errors import UserError
from hospes.transfer import signature
from hospes.transfer.documents import TakenIn


@pytest.fixture
def scanned(monkeypatch, tmp_path):
    """A picture as the child process hands it over."""

    def make(image, form="JPEG"):
        data = BytesIO()
        image.save(data, form, quality=90)
        taken = TakenIn("scan.jpg", f"image/{form.lower()}", data.getvalue())
        monkeypatch.setattr(signature, "take_in", lambda *_: taken)
        return tmp_path / "scan.jpg"

    return make


def test_paper_becomes_white_and_what_is_round_the_ink_goes(scanned):
    sheet = Image.new("RGB", (1400, 1000), (222, 218, 208))
    ImageDraw.Draw(sheet).line([(400, 500), (700, 420), (900, 560)], fill=(20, 30, 120), width=10)
    cut = signature.read_signature(scanned(sheet))
    assert (cut.name, cut.media_type) == ("scan.png", "image/png")
    seen = Image.open(BytesIO(cut.data))
    assert 490 < seen.width < 540
    assert 130 < seen.height < 190
    assert seen.getpixel((0, seen.height - 1)) == (255, 255, 255)
    assert seen.convert("L").getextrema()[0] < 90, "the ink is as dark as it was"


def test_an_empty_sheet_and_what_is_no_picture_are_said(scanned, monkeypatch, tmp_path):
    with pytest.raises(UserError, match="no ink"):
        signature.read_signature(scanned(Image.new("RGB", (300, 200), (230, 230, 230))))
    text = TakenIn("notes.txt", "text/plain", b"Hannelore")
    monkeypatch.setattr(signature, "take_in", lambda *_: text)
    with pytest.raises(UserError, match="no picture"):
        signature.read_signature(tmp_path / "notes.txt")


def test_a_logo_keeps_what_is_seen_through_and_becomes_small(scanned):
    made = signature.read_logo(scanned(Image.new("RGBA", (2000, 1000), (10, 20, 30, 0)), "PNG"))
    seen = Image.open(BytesIO(made.data))
    assert (seen.size, seen.mode) == ((700, 350), "RGBA")
