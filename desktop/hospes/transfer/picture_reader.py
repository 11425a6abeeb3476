# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures as they are kept: upright, of bounded size, without what cameras write into them (decision 10).

Runs in the child process like every reader of foreign files: a picture may be a bomb. Where it was taken and
with what is dropped, because it is nobody's business.
"""

import base64
import io
import warnings
from pathlib import Path

from hospes.transfer.reading import Head, Output, ReadOptions, Unreadable

LONGEST = 2048
"""Pixels of the longer side (decision 10)."""
MAX_PIXELS = 80_000_000
"""What is decoded at all; a telephone of today makes 50 million."""
FORMS = ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP")


def read(path: Path, options: ReadOptions, out: Output) -> None:
    """Give the picture as one card: `media_type` and `data` in base64.

    Raises `Unreadable` where it is no picture, is damaged, or has too many pixels.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    warnings.simplefilter("ignore")
    try:
        with Image.open(path, formats=FORMS) as image:
            if image.width * image.height > MAX_PIXELS:
                raise Unreadable(
                    "{file} has too many pixels. Make it smaller with a picture program first.",
                    code="picture-too-big",
                    file=path.name,
                )
            has_gaps = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
            image.draft("RGB", (LONGEST, LONGEST))
            upright = ImageOps.exif_transpose(image)
            upright.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS)
            kept = upright.convert("RGBA" if has_gaps else "RGB")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise Unreadable(
            "{file} is no picture that can be read. Save it as JPEG or PNG first.",
            code="picture-unreadable",
            file=path.name,
        ) from error
    written = io.BytesIO()
    if has_gaps:
        kept.save(written, "PNG", optimize=True)
    else:
        kept.save(written, "JPEG", quality=85, optimize=True)
    out.head(Head("picture"))
    media = "image/png" if has_gaps else "image/jpeg"
    out.card(1, {"media_type": media, "data": base64.b64encode(written.getvalue()).decode("ascii")})
