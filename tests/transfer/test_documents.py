# SPDX-License-Identifier: GPL-3.0-or-later
"""Files to keep: pictures upright, small and without what cameras write; limits told in a sentence.

Of the test catalogue: T5.4 pictures, T6.6 attachments.
"""

import io

import pytest
from PIL import Image

from hospes.domain.errors import UserError
from hospes.transfer.documents import OTHER, media_type_of, take_in

WHERE = 0x8825  # the EXIF tag of the place
TURNED = 0x0112


def photo(path, size=(3000, 1500)):
    image = Image.new("RGB", size, "navy")
    exif = image.getexif()
    exif[TURNED] = 6  # the camera was held upright
    exif.get_ifd(WHERE)[1] = "N"
    image.save(path, "JPEG", exif=exif)
    return path


def test_a_photo_is_turned_made_small_and_forgets_where_it_was_taken(tmp_path):
    found = take_in(photo(tmp_path / "Empfang.jpeg"))
    kept = Image.open(io.BytesIO(found.data))
    assert kept.size == (1024, 2048)
    assert not kept.getexif()
    assert (found.name, found.media_type, found.is_picture) == ("Empfang.jpeg", "image/jpeg", True)


def test_a_drawing_keeps_its_gaps(tmp_path):
    path = tmp_path / "logo.gif"
    Image.new("RGBA", (20, 10), (0, 0, 0, 0)).save(path, "GIF", transparency=0)
    found = take_in(path)
    assert found.name == "logo.png"
    assert Image.open(io.BytesIO(found.data)).mode == "RGBA"


def test_other_files_stay_as_they_are(tmp_path):
    path = tmp_path / "Vertrag.pdf"
    path.write_bytes(b"%PDF-1.4 whatever")
    found = take_in(path)
    assert (found.media_type, found.data) == ("application/pdf", b"%PDF-1.4 whatever")


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("nothing.pdf", b"", "document-empty"),
        ("film.avi", b"x" * (10 * 1024 * 1024 + 1), "document-too-big"),
        ("broken.jpg", b"\xff\xd8\xff\xe0 this is none", "picture-unreadable"),
        ("cut.png", b"\x89PNG\r\n\x1a\n\x00\x00", "picture-unreadable"),
    ],
)
def test_what_cannot_be_kept_is_told(tmp_path, name, content, code):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UserError) as told:
        take_in(path)
    assert told.value.code == code
    assert name in str(told.value.args_by_name.values())


def test_a_bomb_of_pixels_is_refused_before_it_is_unpacked(tmp_path):
    path = tmp_path / "bomb.png"
    Image.new("1", (20_000, 20_000)).save(path)
    with pytest.raises(UserError) as told:
        take_in(path)
    assert told.value.code in ("picture-too-big", "picture-unreadable")


def test_a_file_that_is_gone(tmp_path):
    with pytest.raises(UserError) as told:
        take_in(tmp_path / "gone.pdf")
    assert told.value.code == "document-gone"


@pytest.mark.parametrize(
    ("name", "start", "media"),
    [
        ("a.pdf", b"%PDF-1.7", "application/pdf"),
        ("a.txt", b"Hello", "text/plain"),
        ("a.exe", b"MZ\x90\x00", OTHER),
        ("a.pdf", b"MZ\x90\x00", OTHER),  # the ending lies
        ("a.webp", b"RIFF\x00\x00\x00\x00WEBP", "image/webp"),
    ],
)
def test_the_first_bytes_say_what_it_is(name, start, media):
    assert media_type_of(name, start) == media
