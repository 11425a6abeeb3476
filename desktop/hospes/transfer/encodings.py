# SPDX-License-Identifier: GPL-3.0-or-later
"""Which letters the bytes of a text file mean.

Guessing libraries are wrong on short lists of names (French cp1252 read as cp1250 makes "Lefčvre" [E11]), so
the rule is plain: a byte-order mark, UTF-16 by its NULs, strict UTF-8, and else Windows-1252 unless that puts
signs inside words where another code page puts letters. The person sees names and may choose another one.
"""

import codecs
import re
import unicodedata
from collections.abc import Callable, Iterable

from hospes.transfer.reading import Unreadable

EIGHT_BIT = ("cp1252", "cp1250", "cp852", "cp850", "mac_roman", "iso8859-2", "mac_latin2", "cp1254", "cp1251")
"""Code pages of Europe's office programs; the order decides between equals."""

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_HIGH = re.compile(rb"[\x80-\xff]")
_WORD = re.compile(r"[^\W\d_]*[^\x00-\x7f][^\W\d_]*")
_NO_NAMES = "ƒªºΩµπ"
_FINE_INSIDE = "’‘´`·–—°€\u00a0\u00ad"


class Decoder:
    """Turns one line of bytes into text."""

    def __init__(self, name: str, fallback: str | None = None) -> None:
        self.name = name
        self.fallback = fallback
        self.fallen_back = 0

    def line(self, raw: bytes) -> str:
        """The text of one line; bytes that mean nothing become U+FFFD, which the text border reports."""
        if raw.isascii():
            return raw.decode("ascii")
        if self.fallback is None and self.name != "utf-8":
            return raw.decode(self.name, "replace")
        try:
            return raw.decode("utf-8", "surrogatepass" if self.fallback is None else "strict")
        except UnicodeDecodeError:
            # In a file that is UTF-8 as a whole: bytes that stood there in figures (quoted-printable).
            self.fallen_back += 1
            return raw.decode(self.fallback or EIGHT_BIT[0], "replace")


def prepare(raw: bytes, asked: str | None) -> tuple[bytes, Decoder, tuple[str, ...]]:
    """Bytes whose lines can be split at plain line ends, the decoder for a line, and other possible
    encodings.

    UTF-16 and UTF-32 are rewritten as UTF-8 here, so that a line end is one byte. Raises `Unreadable` for an
    encoding nobody knows or that does not fit at all.
    """
    if asked is not None:
        return _as_asked(raw, asked)
    for mark, name in MARKS:
        if raw.startswith(mark):
            body = raw[len(mark) :]
            if name == "utf-8":
                return _utf8(body)
            return _recode(body, name), Decoder("utf-8"), ()
    wide = _wide(raw)
    if wide is not None:
        return _recode(raw, wide), Decoder("utf-8"), ()
    return _utf8(raw)


def shown_name(raw: bytes, asked: str | None, decoder: Decoder) -> str:
    """The encoding as it is reported: what the file really holds, not what we made of it."""
    if asked is not None:
        return codecs.lookup(asked).name
    for mark, name in MARKS:
        if raw.startswith(mark):
            return name.removesuffix("-le").removesuffix("-be")
    if decoder.fallback is not None and "+" not in decoder.name:
        return decoder.fallback
    return _wide(raw) or decoder.name


def _as_asked(raw: bytes, asked: str) -> tuple[bytes, Decoder, tuple[str, ...]]:
    try:
        name = codecs.lookup(asked).name
        "".encode(name)
        b"".decode(name)
    except (LookupError, ValueError):
        raise Unreadable(
            "Nobody knows an encoding named {name}. Common ones are utf-8, cp1252 and cp1250.",
            code="encoding-unknown",
            name=asked,
        ) from None
    if name.startswith(("utf-16", "utf-32")):
        return _recode(raw, name), Decoder("utf-8"), ()
    if name in ("utf-8", "utf-8-sig"):
        return (
            raw.removeprefix(codecs.BOM_UTF8),
            Decoder("utf-8", fallback=None if _fits_utf8(raw) else "cp1252"),
            (),
        )
    try:
        raw[:1000].decode(name, "replace")
    except (LookupError, TypeError, ValueError):
        raise Unreadable(
            "{name} is no encoding of a text. Common ones are utf-8, cp1252 and cp1250.",
            code="encoding-unknown",
            name=asked,
        ) from None
    return raw, Decoder(name), ()


def _recode(raw: bytes, name: str) -> bytes:
    if len(raw) % 2:
        raw = raw[:-1]
    text = raw.decode(name, "surrogatepass" if name.startswith("utf-16") else "replace")
    return text.removeprefix("\ufeff").encode("utf-8", "surrogatepass")


def _wide(raw: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of plain letters is NUL."""
    sample = raw[:20_000]
    if len(sample) < 4 or sample.count(0) < len(sample) * 0.2:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > 4 * even:
        return "utf-16-le"
    return "utf-16-be" if even > 4 * odd else None


def _fits_utf8(raw: bytes) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")("surrogatepass")
    try:
        for at in range(0, len(raw), 1 << 20):
            decoder.decode(raw[at : at + (1 << 20)])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _utf8(raw: bytes) -> tuple[bytes, Decoder, tuple[str, ...]]:
    if _fits_utf8(raw):
        return raw, Decoder("utf-8"), ()
    good: list[bytes] = []
    bad: list[bytes] = []
    for line in _some_high_lines(raw):
        try:
            line.decode("utf-8")
            good.append(line)
        except UnicodeDecodeError:
            bad.append(line)
    order = rank(b"\n".join(bad))
    decoder = Decoder("utf-8", fallback=order[0])
    if len(good) > len(bad):
        decoder.name = "utf-8 + " + order[0]
    return raw, decoder, order


def _some_high_lines(raw: bytes, most: int = 4000) -> Iterable[bytes]:
    count = 0
    at = 0
    while count < most:
        found = _HIGH.search(raw, at)
        if found is None:
            return
        reach = max(0, found.start() - 4000)
        start = max(raw.rfind(b"\n", reach, found.start()), raw.rfind(b"\r", reach, found.start()), reach - 1)
        end = raw.find(b"\n", found.end())
        end = min(end if end >= 0 else len(raw), found.end() + 4000)
        yield raw[start + 1 : end]
        at = end
        count += 1


def rank(sample: bytes) -> tuple[str, ...]:
    """The eight-bit code pages, the likeliest first."""
    scored = [(_strange(sample, name), place, name) for place, name in enumerate(EIGHT_BIT)]
    words = max(1, len(_HIGH.findall(sample)))
    best = min(scored)
    if scored[0][0] <= best[0] or scored[0][0] / words < 0.03:
        best = scored[0]
    return (best[2], *(name for _, _, name in sorted(scored) if name != best[2]))


def _strange(sample: bytes, name: str) -> int:
    text = sample.decode(name, "replace")
    strange = text.count("\ufffd") * 2
    classify: Callable[[str], str] = unicodedata.category
    for index, char in enumerate(text):
        if char < "\x80" or char == "\ufffd" or char in _FINE_INSIDE:
            continue
        before = text[index - 1] if index else " "
        after = text[index + 1] if index + 1 < len(text) else " "
        kind = classify(char)
        if kind[0] == "L":
            # A capital inside a small-letter word, letters of two alphabets in one word, letters of no name.
            inside = kind == "Lu" and before.isalpha() and after.islower()
            if inside or char in _NO_NAMES or _mixed(char, before) or _mixed(char, after):
                strange += 1
        elif before.isalpha() or after.isalpha():
            strange += 1
    return strange


def _mixed(one: str, other: str) -> bool:
    cyrillic = "\u0400" <= one <= "\u04ff"
    return other.isalpha() and other != one and (cyrillic != ("\u0400" <= other <= "\u04ff"))
