# SPDX-License-Identifier: GPL-3.0-or-later
"""A paper with the documents that belong to it, as one ZIP: what is handed in or sent goes together."""

import io
import mimetypes
import re
import zipfile
from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from hospes.domain.errors import UserError

if TYPE_CHECKING:
    from hospes.papers.base import Attachment
    from hospes.papers.making import Gathered

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
LONGEST = 80


def pack(gathered: "Gathered", pdf: bytes, content: Callable[[UUID], bytes]) -> bytes:
    """The ZIP: the paper first, then its documents in their folders.

    Args:
        gathered: the paper and its rows.
        pdf: the paper itself.
        content: gives the bytes of a document; raises UserError where the file has none, which is then
            left out, as the paper names it all the same.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        taken = {f"{gathered.paper.code}.pdf"}
        archive.writestr(f"{gathered.paper.code}.pdf", pdf)
        for one in gathered.paper.attachments(gathered.data):
            try:
                data = content(one.document)
            except UserError:
                continue
            archive.writestr(_free(one, taken), data)
    return out.getvalue()


def _free(one: "Attachment", taken: set[str]) -> str:
    """A name of its own in the archive, which no operating system refuses."""
    stem, dot, ending = one.name.rpartition(".")
    stem, ending = (stem, f".{ending}") if dot and stem and len(ending) <= 5 else (one.name, "")
    clean = _NOT_IN_NAMES.sub(" ", f"{one.before} {stem}").strip(" .")[:LONGEST].strip() or "document"
    name, n = f"{one.folder}/{clean}{ending}", 1
    while name.casefold() in taken:
        n += 1
        name = f"{one.folder}/{clean} ({n}){ending}"
    taken.add(name.casefold())
    return name


def suffix_of(media_type: str, name: str) -> str:
    """The ending a document needs where its name has none."""
    known = mimetypes.guess_extension(media_type) or ""
    has = "." in name and 1 < len(name) - name.rindex(".") <= 5
    return "" if has else known
