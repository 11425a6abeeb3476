# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures for papers: a signature cut to its ink, a logo as it is; both small enough for every letter.

The picture was read and written anew by the child process before (`documents.take_in`), so that no foreign
file is opened here.
"""

import io
from pathlib import Path
from typing import TYPE_CHECKING

from hospes.domain.errors import UserError
from hospes.transfer.child import Progress
from hospes.transfer.documents import TakenIn, take_in

if TYPE_CHECKING:
    from PIL.Image import Image

SIGNATURE = (760, 270)
"""Pixels at most: more than a printer shows on six centimetres."""
LOGO = (700, 700)
LOOKED_AT = (1600, 1600)
MARGIN = 6
"""Pixels that stay round the ink."""
PALE = 205
"""Lighter than this is paper, after the picture was stretched from its darkest to its lightest."""
FAINT = 100
"""Ink below this is a shadow or dust, and no reason to leave room round it."""


def read_signature(path: Path, progress: Progress | None = None) -> TakenIn:
    """A signature, photographed or scanned: its ink on white, cut to it. Raises UserError."""
    from PIL import Image as pictures
    from PIL import ImageOps
    from PIL.Image import Resampling

    with _opened(path, progress) as image:
        plain = _on_white(image)
    plain.thumbnail(LOOKED_AT, Resampling.LANCZOS)
    grey = ImageOps.autocontrast(plain.convert("L"), cutoff=(0, 5))
    ink = grey.point([min(255, max(0, PALE - n) * 4) for n in range(256)])
    box = ink.point([255 if n > FAINT else 0 for n in range(256)]).getbbox()
    if box is None:
        raise UserError(
            "There is nothing on {file}: no ink can be seen.", code="picture-empty", file=path.name
        )
    plain = pictures.composite(plain, pictures.new("RGB", plain.size, (255, 255, 255)), ink)
    left, top, right, bottom = box
    cut = plain.crop(
        (
            max(0, left - MARGIN),
            max(0, top - MARGIN),
            min(plain.width, right + MARGIN),
            min(plain.height, bottom + MARGIN),
        )
    )
    cut.thumbnail(SIGNATURE, Resampling.LANCZOS)
    return _written(path.name, cut)


def read_logo(path: Path, progress: Progress | None = None) -> TakenIn:
    """A logo; what can be seen through stays so. Raises UserError."""
    from PIL.Image import Resampling

    with _opened(path, progress) as image:
        image.thumbnail(LOGO, Resampling.LANCZOS)
        return _written(path.name, image)


def _opened(path: Path, progress: Progress | None) -> "Image":
    from PIL import Image as pictures

    taken = take_in(path, progress)
    if not taken.is_picture:
        raise UserError(
            "{file} is no picture that can be read. Save it as JPEG or PNG first.",
            code="picture-unreadable",
            file=path.name,
        )
    return pictures.open(io.BytesIO(taken.data))


def _on_white(image: "Image") -> "Image":
    from PIL import Image as pictures

    if image.mode == "RGB":
        return image.copy()
    seen = image.convert("RGBA")
    white = pictures.new("RGBA", seen.size, (255, 255, 255, 255))
    return pictures.alpha_composite(white, seen).convert("RGB")


def _written(name: str, image: "Image") -> TakenIn:
    data = io.BytesIO()
    image.save(data, "PNG", optimize=True)
    return TakenIn(Path(name).with_suffix(".png").name, "image/png", data.getvalue())
