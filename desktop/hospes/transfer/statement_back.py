# SPDX-License-Identifier: GPL-3.0-or-later
"""What a line of a statement says of a debit that came back: that it did, why, which one, and the charges."""

import re
from typing import TYPE_CHECKING, TypedDict

from hospes.domain.sepa import ReturnReason
from hospes.i18n.fold import fold
from hospes.transfer.statement_text import Told
from hospes.transfer.statement_values import read_minor
from hospes.transfer.words.statements import CAME_BACK, CAME_BACK_CODES, REASONS

if TYPE_CHECKING:
    from collections.abc import Mapping

_SAID = tuple(fold(text) for text in CAME_BACK)
_WHY = tuple((code, fold(text)) for code, texts in REASONS.items() for text in texts)
_CODES = re.compile(r"\b(" + "|".join(one.value for one in ReturnReason) + r")\b")
_NO_REFERENCE = frozenset({"NOTPROVIDED", "NONREF"})


class BackFields(TypedDict):
    """The fields of an entry that only a debit which came back has."""

    back: bool
    reference: str
    mandate: str
    reason: str
    original: int
    fee: int


def told_of_back(texts: "Mapping[str, str]", told: Told) -> BackFields:
    """What the row and its words say. `back` is said of money that went out only; ask for no other."""
    whole = " ".join(texts.get(name, "") for name in ("kind", "words_else", "words", "reason"))
    folded = fold(whole)
    codes = {one for one in re.split(r"[\s+]+", texts.get("kind", "").casefold()) if one}
    reference = texts.get("reference") or told.reference or texts.get("id", "")
    return BackFields(
        back=bool(texts.get("reason"))
        or bool(codes & CAME_BACK_CODES)
        or any(one in folded for one in _SAID),
        reference="" if reference.upper() in _NO_REFERENCE else reference,
        mandate=texts.get("mandate") or told.mandate,
        reason=_reason(whole, folded),
        original=abs(read_minor(texts.get("original") or told.original) or 0),
        fee=abs(read_minor(texts.get("charges") or told.charges) or 0),
    )


def _reason(whole: str, folded: str) -> str:
    """The scheme's code where it stands there; else what the words mean."""
    if found := _CODES.search(whole):
        return found[1]
    return next((code for code, text in _WHY if text in folded), "")
