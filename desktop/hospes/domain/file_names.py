# SPDX-License-Identifier: GPL-3.0-or-later
"""Names of documents when they leave the file: no folders, no devices, and no ending that starts a program.

Name and kind of a document are data, and may come from somebody else's file (reliability T6.6). What the
system is asked to open has the ending of what the document is, whatever it is called.
"""

import re

ENDINGS: dict[str, tuple[str, ...]] = {
    "application/pdf": (".pdf",),
    "application/rtf": (".rtf",),
    "application/vnd.oasis.opendocument.spreadsheet": (".ods",),
    "application/vnd.oasis.opendocument.text": (".odt",),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": (".xlsx",),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": (".docx",),
    "image/bmp": (".bmp",),
    "image/gif": (".gif",),
    "image/jpeg": (".jpg", ".jpeg"),
    "image/png": (".png",),
    "image/tiff": (".tif", ".tiff"),
    "image/webp": (".webp",),
    "message/rfc822": (".eml",),
    "text/csv": (".csv",),
    "text/plain": (".txt",),
}
"""What may be handed to the programs of this computer, and how such files end."""

LONGEST = 150
"""Bytes of a name; there are systems that take 255, and something is put before it."""

_NEVER = re.compile(
    '[\\\\/:*?"<>|\x00-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]'
)
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|\Z)", re.IGNORECASE)


def may_be_opened(media_type: str) -> bool:
    """Whether documents of this kind are handed to another program at all."""
    return media_type in ENDINGS


def safe_name(name: str) -> str:
    """The name as every system takes it for one file in the folder it is put into."""
    clean = _NEVER.sub("-", name).strip(". ")
    if _DEVICE.match(clean):
        clean = f"-{clean}"
    stem, dot, ending = clean.rpartition(".")
    if not dot or len(ending) > 8:
        stem, dot, ending = clean, "", ""
    room = LONGEST - len(dot + ending)
    while len(stem.encode()) > room:
        stem = stem[:-1]
    return f"{stem.rstrip(' .')}{dot}{ending}".strip(". ") or "document"


def name_to_open(name: str, media_type: str) -> str:
    """The name under which a document is opened: it ends as documents of its kind do."""
    clean = safe_name(name)
    endings = ENDINGS[media_type]
    return clean if clean.lower().endswith(endings) else f"{clean}{endings[0]}"
