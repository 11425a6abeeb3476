# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that somebody wants to keep in the association's file: whole, pictures made small (decision 10)."""

import base64
from dataclasses import dataclass
from pathlib import Path

from hospes.domain.errors import UserError
from hospes.transfer.child import Progress, read_in_child
from hospes.transfer.reading import ReadOptions

MOST = 10 * 1024 * 1024
"""Bytes of a document; pictures may come larger, because they are made smaller."""
MOST_PICTURE = 60 * 1024 * 1024

OTHER = "application/octet-stream"
_STARTS = (
    (b"%PDF-", "application/pdf"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF8", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"BM", "image/bmp"),
    (b"{\\rtf", "application/rtf"),
)
_ENDINGS = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".txt": "text/plain",
    ".csv": "text/csv",
    ".eml": "message/rfc822",
}
"""Forms that do not tell themselves by their first bytes; only with these does the ending count."""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A file ready to be kept."""

    name: str
    media_type: str
    data: bytes

    @property
    def is_picture(self) -> bool:
        """Whether it can be shown as a picture."""
        return self.media_type.startswith("image/")


def media_type_of(name: str, start: bytes) -> str:
    """What a file is, by its first bytes; by its ending only for forms that do not tell themselves."""
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        return "image/webp"
    for sign, media in _STARTS:
        if start.startswith(sign):
            return media
    return _ENDINGS.get(Path(name).suffix.lower(), OTHER)


def take_in(path: Path, progress: Progress | None = None) -> TakenIn:
    """Read a file that is to be kept; slow for large pictures, so not on the window's thread.

    Raises:
        UserError: it is gone, empty, too big, or a picture that cannot be read.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(16)
    except OSError as error:
        raise UserError("{file} cannot be opened.", code="document-gone", file=path.name) from error
    if size == 0:
        raise UserError("{file} is empty.", code="document-empty", file=path.name)
    media = media_type_of(path.name, start)
    picture = media.startswith("image/")
    if size > (MOST_PICTURE if picture else MOST):
        raise UserError(
            "{file} is larger than {most} MB. Keep it beside the association's file and note where it lies.",
            code="document-too-big",
            file=path.name,
            most=(MOST_PICTURE if picture else MOST) // (1024 * 1024),
        )
    if not picture:
        return TakenIn(path.name, media, path.read_bytes())
    found = read_in_child(path, ReadOptions(), progress, form="picture").cards[0][1]
    data, kept = base64.b64decode(found["data"]), str(found["media_type"])
    ending = ".png" if kept == "image/png" else ".jpg"
    name = path.name if media == kept else path.with_suffix(ending).name
    return TakenIn(name, kept, data)
