# SPDX-License-Identifier: GPL-3.0-or-later
"""What papers about direct debits have in common: the texts of the mandate, which collection is meant.

The wordings are data, dated and with their source; they are to be compared with the bank's own form before
the first use.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from uuid import UUID

from hospes import paths
from hospes.domain.errors import UserError
from hospes.domain.mandate_words import SETTING
from hospes.i18n.locale import Locale

if TYPE_CHECKING:
    from datetime import date

    from hospes.queries import Connection
    from hospes.queries.collections import CollectionLine, ItemLine


@cache
def mandate_texts() -> dict[str, dict[str, str]]:
    """By language: the authorisation and the right to a refund (`resources/sepa/mandate.json`)."""
    found = json.loads((paths.resources() / "sepa" / "mandate.json").read_text("utf-8"))["texts"]
    return {code: {name: str(text) for name, text in texts.items()} for code, texts in found.items()}


def mandate_words(language: str, own: Mapping[str, object]) -> dict[str, str]:
    """The two parts in a language: the association's own words, else the usual ones (English if unknown)."""
    texts = mandate_texts()
    kept = own.get(f"{SETTING}{language}")
    mine = {part: str(text) for part, text in kept.items() if text} if isinstance(kept, dict) else {}
    return texts.get(language, texts["en"]) | mine


def mandate_text(name: str, locale: Locale, own: Mapping[str, object]) -> tuple[str, ...]:
    """The two paragraphs with the creditor's name in them."""
    found = mandate_words(locale.language, own)
    full = "{name}." if name.endswith(".") else "{name}"  # "e.V." ends a sentence by itself
    return tuple(
        found[part].replace(full, name).replace("{name}", name) for part in ("authorisation", "refund")
    )


@dataclass(frozen=True, slots=True)
class Collected:
    """A collection with its debits."""

    line: "CollectionLine"
    items: tuple["ItemLine", ...]


def collected(connection: "Connection", asked: str, today: "date", locale: Locale) -> Collected | None:
    """The collection an option names: by its day or id; the newest one for nothing. None: there is none."""
    from hospes.queries.collections import collection_items, collections

    lines = collections(connection, today)
    text = asked.strip()
    if text:
        lines = [one for one in lines if text in (one.due_on.isoformat(), one.id.hex) or _is(text, one.id)]
        if not lines:
            raise UserError("There is no collection “{words}”.", code="no-collection", words=text)
    if not lines:
        return None
    return Collected(lines[0], tuple(collection_items(connection, lines[0].id, locale)))


def _is(text: str, key: UUID) -> bool:
    try:
        return UUID(hex=text) == key
    except ValueError:
        return False
