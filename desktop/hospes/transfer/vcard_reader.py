# SPDX-License-Identifier: GPL-3.0-or-later
"""Address cards: vCard 2.1, 3.0 and 4.0 as telephones and mail programs really write them.

The usual library refuses about one real card in nine (E11): a byte-order mark, UTF-16, a missing END, soft
line breaks, a property without a colon. This reader takes a card for what it says and never follows what it
points to: photographs and addresses of pages are not looked at.
"""

import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from hospes.domain.errors import Message
from hospes.transfer.encodings import Decoder, prepare, shown_name
from hospes.transfer.reading import MAX_CELL, MAX_ROWS, Head, Odd, Output, ReadOptions, Unreadable
from hospes.transfer.vcard_fields import Property, fields_of

_NAME = re.compile(rb"(?:[A-Za-z0-9-]+\.)?([A-Za-z0-9-]+)\Z")
_KNOWN = b"""
ADR AGENT ANNIVERSARY BDAY BEGIN BIRTHPLACE CALADRURI CALURI CATEGORIES CLASS CLIENTPIDMAP CONTACT-URI CREATED
DEATHDATE EMAIL END EXPERTISE FBURL FN GENDER GEO GRAMGENDER HOBBY IMPP INTEREST KEY KIND LABEL LANG LANGUAGE
LOGO MAILER MEMBER N NAME NICKNAME NOTE ORG ORG-DIRECTORY PHOTO PRODID PROFILE PRONOUNS RELATED REV ROLE
SOCIALPROFILE SORT-STRING SOUND SOURCE TEL TITLE TZ UID URL VERSION XML
"""
_PROPERTIES = frozenset(_KNOWN.split())
_HEAVY = frozenset((b"PHOTO", b"LOGO", b"SOUND", b"KEY"))
_ONE_LINE = frozenset(b"N FN ORG TITLE ROLE NICKNAME TEL EMAIL URL BDAY UID REV VERSION CATEGORIES".split())
"""What holds no text of several lines: a line behind it that looks like a property is an unknown one."""
_UNKNOWN = re.compile(rb"[A-Za-z][A-Za-z0-9-]*(?:;[^:]*)?:")
_CUT = re.compile(rb"(?:[A-Za-z0-9-]+\.)?([A-Za-z0-9-]+);[^:]*\Z")
_LONGEST_HEAD = 4_000
_BARE_ENCODINGS = frozenset(("QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT", "B"))


@dataclass(slots=True)
class _Raw:
    """A property before it is decoded."""

    name: bytes
    params: bytes
    value: bytes
    parts: list[bytes] = field(default_factory=list)


def read(path: Path, options: ReadOptions, out: Output) -> None:
    """Read all cards of a file. Raises `Unreadable` when there is none or there are too many."""
    raw = path.read_bytes()
    body, decoder, others = prepare(raw, options.encoding)
    out.head(Head("vcard", encoding=shown_name(raw, options.encoding, decoder), encodings=others))
    size = max(1, len(body))
    number = 0
    for card, at in _cards(body):
        number += 1
        if number > MAX_ROWS:
            raise Unreadable(
                "The list has more than {most} rows. Split it into several lists.",
                code="source-too-big",
                most=MAX_ROWS,
            )
        fields = fields_of([_decoded(each, decoder) for each in card])
        long = next((value for value in fields.values() if len(value) > MAX_CELL), None)
        if long is not None:
            out.odd(
                Odd(
                    number,
                    "cell-too-long",
                    Message("The card has a text of more than {most} letters.", most=MAX_CELL),
                    long[:80],
                )
            )
        elif fields:
            out.card(number, dict(fields))
        else:
            out.odd(Odd(number, "card-empty", Message("The card is empty.")))
        if number % 500 == 0:
            out.progress(at / size)
    if number == 0:
        raise Unreadable("{file} holds no address card.", code="source-empty", file=path.name)


def _cards(body: bytes) -> Iterator[tuple[list[_Raw], int]]:
    """The properties of each card; a missing END ends where the next card begins, a card inside a card is
    left out.
    """
    card: list[_Raw] = []
    inside = False
    nested = 0
    for line, at in _properties(body):
        word = line.value.strip().upper()
        if line.name == b"BEGIN" and word == b"VCARD":
            if inside and (nested or (card and card[-1].name == b"AGENT" and not card[-1].value.strip())):
                nested += 1
                continue
            if inside and card:
                yield card, at
            card, inside, nested = [], True, 0
        elif line.name == b"END" and word == b"VCARD":
            if nested:
                nested -= 1
                continue
            if inside:
                yield card, at
            card, inside = [], False
        elif inside and not nested and line.name not in _HEAVY:
            card.append(line)
    if inside and card:
        yield card, len(body)


def _properties(body: bytes) -> Iterator[tuple[_Raw, int]]:
    """Lines put together again: folded ones, soft breaks of quoted-printable, and lines that lost their
    indent.
    """
    current: _Raw | None = None
    soft = False
    for line, at in _heads_whole(body):
        if current is not None and (soft or line[:1] in (b" ", b"\t")):
            _extend(current, line if soft else line[1:], soft=soft)
            soft = _quoted(current.params) and current.parts[-1].endswith(b"=")
            continue
        if not line.strip():
            continue
        begun = _begin(line)
        if begun is None:
            if current is not None and _goes_on(current, line):
                current.parts.append(b"\\n" + line)
            continue
        if current is not None:
            yield _joined(current), at
        current = begun
        soft = _quoted(current.params) and current.parts[-1].endswith(b"=")
    if current is not None:
        yield _joined(current), len(body)


def _heads_whole(body: bytes) -> Iterator[tuple[bytes, int]]:
    """The lines, those put together again that were folded before the colon, among the parameters."""
    held: tuple[bytes, int] | None = None
    for each in _lines(body):
        whole = each
        if held is not None and each[0][:1] in (b" ", b"\t"):
            whole = held[0] + each[0][1:], held[1]
        elif held is not None:
            yield held
        cut = _CUT.match(whole[0]) if len(whole[0]) < _LONGEST_HEAD else None
        held = whole if cut is not None and cut.group(1).upper() in _PROPERTIES else None
        if held is None:
            yield whole
    if held is not None:
        yield held


def _goes_on(current: _Raw, line: bytes) -> bool:
    """Whether a line that is no property we know belongs to the text before it."""
    if current.name in _HEAVY or _based(current.params):
        return False
    return current.name not in _ONE_LINE or _UNKNOWN.match(line) is None


def _extend(current: _Raw, line: bytes, *, soft: bool) -> None:
    if soft:
        current.parts[-1] = current.parts[-1][:-1]
    if current.name not in _HEAVY:
        current.parts.append(line)
    elif soft:
        current.parts.append(line[-1:])


def _joined(current: _Raw) -> _Raw:
    current.value = b"".join(current.parts)
    return current


def _lines(body: bytes) -> Iterator[tuple[bytes, int]]:
    end = b"\n" if b"\n" in body else b"\r"
    at, size = 0, len(body)
    while at < size:
        stop = body.find(end, at)
        stop = size if stop < 0 else stop
        yield body[at:stop].rstrip(b"\r"), at
        at = stop + 1


def _begin(line: bytes) -> _Raw | None:
    """A line that begins a property, or None."""
    colon = _colon(line)
    if colon < 0:
        return None
    head, _, params = line[:colon].partition(b";")
    found = _NAME.match(head.strip())
    if found is None:
        return None
    name = found.group(1).upper()
    if name not in _PROPERTIES and not name.startswith(b"X-"):
        return None
    return _Raw(name, params, b"", [line[colon + 1 :]])


def _colon(line: bytes) -> int:
    """The colon that ends the parameters; one inside quotation marks does not."""
    colon = line.find(b":")
    if colon < 0 or b'"' not in line[:colon]:
        return colon
    quoted = False
    for at, sign in enumerate(line[:2000]):
        if sign == 0x22:
            quoted = not quoted
        elif sign == 0x3A and not quoted:
            return at
    return colon


def _quoted(params: bytes) -> bool:
    return b"QUOTED-PRINTABLE" in params.upper()


def _based(params: bytes) -> bool:
    upper = params.upper()
    return b"BASE64" in upper or b"ENCODING=B" in upper


def _decoded(raw: _Raw, decoder: Decoder) -> Property:
    types: list[str] = []
    params: dict[str, str] = {}
    for param in raw.params.decode("ascii", "replace").split(";"):
        name, equals, said = param.partition("=")
        name = name.strip().upper()
        if not equals:
            if name and name not in _BARE_ENCODINGS:
                types.append(name)
        elif name == "TYPE":
            types.extend(each.strip().upper() for each in said.strip('"').split(","))
        else:
            params[name] = said.strip().strip('"')
    value = quopri.decodestring(raw.value) if _quoted(raw.params) else raw.value
    return Property(
        raw.name.decode("ascii"), tuple(types), params, _text(value, params.get("CHARSET"), decoder)
    )


def _text(value: bytes, charset: str | None, decoder: Decoder) -> str:
    if charset and not value.isascii():
        try:
            return value.decode(charset)
        except (LookupError, UnicodeDecodeError, ValueError):
            pass  # the card says a charset it does not have
    return decoder.line(value)
