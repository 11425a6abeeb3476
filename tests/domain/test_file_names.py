# SPDX-License-Identifier: GPL-3.0-or-later
"""Names of documents that come from data (T6.6): one file in its folder, and never a program."""

import os

import pytest

from hospes.domain.file_names import ENDINGS, LONGEST, may_be_opened, name_to_open, safe_name
from hospes.transfer.documents import _ENDINGS, _STARTS, OTHER

HOSTILE = (
    "../../x.pdf", "C:\\x.pdf", "/etc/passwd", "CON", "con.pdf", "nul.txt", "a\0b.pdf", "n" * 300 + ".pdf",
    "é" * 300, "", ".", "..", " . ", "~", "%00", "a\nb", "\u202efdp.exe", "a" * 150 + "." + "b" * 150,
    "\ud800.pdf", "a.pdf. ", "COM1", ".desktop", "x.",
)  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_one_file_in_the_folder_it_is_put_into(name, tmp_path):
    safe = safe_name(name)
    assert os.path.basename(safe) == safe
    assert 0 < len(safe.encode()) <= LONGEST
    assert not set(safe) & set('\\/:*?"<>|\0\n\u202e')
    assert safe.split(".")[0].lower() not in {"con", "nul", "com1", ""}
    (tmp_path / safe).write_bytes(b"x")
    assert os.listdir(tmp_path) == [safe]
    assert safe_name(safe) == safe


@pytest.mark.parametrize(
    "name", ["bill.exe", "bill.PDF.bat", "bill", "bill.desktop", "run.js", "a.lnk", *HOSTILE]
)
def test_what_is_opened_ends_as_what_it_is(name):
    assert name_to_open(name, "application/pdf").lower().endswith(".pdf")
    assert name_to_open("Foto.JPEG", "image/jpeg") == "Foto.JPEG"


def test_only_known_kinds_are_opened():
    assert not any(map(may_be_opened, (OTHER, "", "application/x-msdownload", "text/html", "image/svg+xml")))
    known = {media for _, media in _STARTS} | set(_ENDINGS.values()) | {"image/webp"}
    assert known == set(ENDINGS)
