# SPDX-License-Identifier: GPL-3.0-or-later
"""What papers about direct debits have in common: the texts of the mandate, which collection is meant.

The wordings are data, dated and with their source; they are to be compared with the bank's own form before
the first use.
"""

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from uuid import UUID

from hospes import paths
from hospes.domain.errors import UserError
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


def mandate_text(name: str, locale: Locale) -> tuple[str, ...]:
    """The two paragraphs in a language, in English where there is none."""
    texts = mandate_texts()
    found = texts.get(locale.language, texts["en"])
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
