# SPDX-License-Identifier: GPL-3.0-or-later
"""Address cards for telephones and mail programs: vCard 3.0, which all of them read."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

_WHOLE_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")


@dataclass(frozen=True, slots=True)
class Card:
    """Somebody as a card shows them; texts as they are."""

    uid: str
    shown: str
    family: str = ""
    given: str = ""
    second: str = ""
    prefix: str = ""
    suffix: str = ""
    nickname: str = ""
    birth: str = ""
    """`1957-03-12`, or rougher."""
    gender: str = ""
    organisation: str = ""
    function: str = ""
    phones: tuple[tuple[str, str], ...] = ()
    """Pairs of a type (`HOME`, `CELL`, `WORK`) and the number."""
    emails: tuple[str, ...] = ()
    web: str = ""
    address: Mapping[str, str] = field(default_factory=dict)
    """`extra`, `street`, `town`, `region`, `postcode`, `country`."""
    language: str = ""
    notes: str = ""
    tags: tuple[str, ...] = ()
    is_organisation: bool = False


def write(part: Path, cards: Iterable[Card]) -> None:
    """Write all cards."""
    with part.open("w", encoding="utf-8", newline="") as file:
        for card in cards:
            file.write(text_of(card))


def text_of(card: Card) -> str:
    """One card."""
    lines = ["BEGIN:VCARD", "VERSION:3.0", f"UID:urn:uuid:{card.uid}", f"FN:{escaped(card.shown)}"]
    names = (card.family, card.given, card.second, card.prefix, card.suffix)
    lines.append("N:" + ";".join(escaped(name) for name in names))
    for name, text in (
        ("NICKNAME", card.nickname),
        ("ORG", card.organisation),
        ("TITLE", card.function),
        ("URL", card.web),
        ("X-GENDER", card.gender),
        ("LANG", card.language),
        ("NOTE", card.notes),
    ):
        if text:
            lines.append(f"{name}:{escaped(text)}")
    if card.birth:
        lines.append(
            f"BDAY:{card.birth}" if _WHOLE_DAY.match(card.birth) else f"BDAY;VALUE=text:{card.birth}"
        )
    if card.is_organisation:
        lines.append("X-ABShowAs:COMPANY")
    lines += [f"TEL;TYPE={kind},VOICE:{escaped(number)}" for kind, number in card.phones]
    lines += [f"EMAIL;TYPE=INTERNET:{escaped(email)}" for email in card.emails]
    place = card.address
    if any(place.values()):
        parts = (
            "",
            *(place.get(name, "") for name in ("extra", "street", "town", "region", "postcode", "country")),
        )
        lines.append("ADR;TYPE=HOME:" + ";".join(escaped(part) for part in parts))
    if card.tags:
        lines.append("CATEGORIES:" + ",".join(escaped(tag) for tag in card.tags))
    lines.append("END:VCARD")
    return "".join(_folded(line) for line in lines)


def escaped(text: str) -> str:
    """The text with the signs escaped that part values."""
    plain = text.replace("\\", "\\\\").replace("\n", "\\n")
    return plain.replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> str:
    """The line in pieces of at most 75 bytes, never cut inside a letter."""
    pieces: list[str] = []
    piece, size = "", 0
    for sign in line:
        length = len(sign.encode("utf-8"))
        if size + length > (75 if not pieces else 74):
            pieces.append(piece)
            piece, size = "", 0
        piece += sign
        size += length
    pieces.append(piece)
    return "\r\n ".join(pieces) + "\r\n"
