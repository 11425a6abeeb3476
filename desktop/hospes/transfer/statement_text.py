# SPDX-License-Identifier: GPL-3.0-or-later
"""What banks write into one long text: who, from which account, and for what.

`Auftraggeber: Jo Buchungstext: Beitrag Ref. 12`, `EREF+12SVWZ+Beitrag`, `VIR RECU /DE JO /MOTIF COTISATION`,
and texts in which only an IBAN can be recognised.
"""

import re
from dataclasses import dataclass

from hospes.transfer.words.statements import LABELS

_PLACE = {label: place for place, labels in LABELS.items() for label in labels}
_LABEL = re.compile(
    r"(?:(?<=\s)|(?<=[a-z0-9])(?=[A-Z])|\A)("
    + "|".join(re.escape(one) for one in sorted(_PLACE, key=len, reverse=True) if not one.startswith("/"))
    + r")(?:\.?:|\.(?=\s))\s*|(?:\A|(?<=\s))(/(?:DE|MOTIF|REF))\s+"
)
_BANKS = frozenset({"EREF", "KREF", "MREF", "CRED", "IBAN", "BIC", "End-to-End-Ref"})
"""Labels only banks write: what stands before the first of them is what the payer wrote."""
_PLUS = re.compile(r"(EREF|KREF|MREF|CRED|SVWZ|ABWA|ABWE|DEBT|IBAN|BIC|PURP|OAMT|COAM)\+")
_SPACED_IBAN = re.compile(r"\b([A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?)\b")
_BIC_BEFORE = re.compile(r"\s*(?:BIC\s+)?\b[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?\s*\Z")
_IBAN_BEFORE = re.compile(r"\s*\bIBAN\s*\Z", re.IGNORECASE)
LONGEST_NAME = 70


@dataclass(frozen=True, slots=True)
class Told:
    """What a text says."""

    name: str = ""
    iban: str = ""
    words: str = ""
    reference: str = ""
    mandate: str = ""
    original: str = ""
    charges: str = ""


def account_number(text: str) -> str:
    """An IBAN as it is compared: no blanks, no marks around it; Polish numbers get their country."""
    bare = re.sub(r"[^A-Za-z0-9]", "", text).upper()
    if re.fullmatch(r"\d{26}", bare):
        bare = f"PL{bare}"
    return bare if re.fullmatch(r"[A-Z]{2}\d{2}[A-Z0-9]{10,30}", bare) else ""


def told_in(text: str) -> Told:
    """Take a text apart by its labels. Without any it stays whole, and an IBAN is looked for."""
    return _by_plus(text) or _by_labels(text) or _by_iban(text)


def _by_plus(text: str) -> Told | None:
    marks = [(one.start(), one.end(), one.group(1)) for one in _PLUS.finditer(text)]
    return _cut(text, marks) if marks else None


def _by_labels(text: str) -> Told | None:
    marks = [(one.start(), one.end(), one.group(1) or one.group(2)) for one in _LABEL.finditer(text)]
    return _cut(text, marks) if marks else None


def _cut(text: str, marks: list[tuple[int, int, str]]) -> Told:
    parts: dict[str, str] = {}
    for at, (_, start, label) in enumerate(marks):
        end = marks[at + 1][0] if at + 1 < len(marks) else len(text)
        if value := text[start:end].strip():
            parts.setdefault(_PLACE[label], value)
    before = text[: marks[0][0]].strip()
    spotted = _by_iban(before)
    name = (parts.get("name") or spotted.name)[:LONGEST_NAME]
    iban = account_number(parts.get("iban", "")) or spotted.iban
    labels = {label for *_, label in marks}
    words = before if before and labels & _BANKS else text
    if "words" in parts and (name or "SVWZ" in labels):
        words = parts["words"]
    rest = {place: parts.get(place, "") for place in ("reference", "mandate", "original", "charges")}
    return Told(name, iban, words, **rest)


def _by_iban(text: str) -> Told:
    from stdnum import iban

    for found in _SPACED_IBAN.finditer(text):
        number = found.group(1).replace(" ", "")
        # A number in the text may run into the next word: the longest beginning that is an IBAN counts.
        for length in range(len(number), 14, -1):
            if iban.is_valid(number[:length], check_country=False):
                before = _IBAN_BEFORE.sub("", text[: found.start()])
                name = _BIC_BEFORE.sub("", before)
                named = name != before and len(name) <= LONGEST_NAME
                return Told(" ".join(name.split()) if named else "", number[:length], text)
    return Told(words=text)
