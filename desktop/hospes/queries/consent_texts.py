# SPDX-License-Identifier: GPL-3.0-or-later
"""The words people agree to: editions by purpose, each in the languages it was written in."""

from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Connection, func

from hospes.domain.codes import ConsentPurpose
from hospes.store.selections import pick
from hospes.store.tables.people import Consent
from hospes.store.tables.privacy import ConsentText


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of the words for a purpose."""

    purpose: ConsentPurpose
    edition: str
    since: date | None
    agreed: int
    """How many consents were given to these very words; then they are never changed."""
    texts: dict[str, str] = field(default_factory=dict)


def editions(connection: Connection, purpose: ConsentPurpose | None = None) -> list[Edition]:
    """All editions, the newest of each purpose first; also those that only stand with consents."""
    t, c = ConsentText, Consent
    counted = pick(c.purpose, c.text_version, func.count()).where(c.text_version != "")
    agreed = {
        (row[0], row[1]): row[2] for row in connection.execute(counted.group_by(c.purpose, c.text_version))
    }
    query = pick(t.purpose, t.edition, t.valid_from, t.language, t.text).order_by(
        t.purpose, t.valid_from.desc(), t.edition.desc(), t.language
    )
    found: dict[tuple[ConsentPurpose, str], Edition] = {}
    for kind, edition, since, language, text in connection.execute(query):
        key = (kind, edition)
        one = found.setdefault(key, Edition(kind, edition, since, agreed.get(key, 0)))
        one.texts[language] = text
    for (kind, edition), count in sorted(
        agreed.items(), key=lambda item: (item[0][0].value, item[0][1]), reverse=True
    ):
        found.setdefault((kind, edition), Edition(kind, edition, None, count))
    return [one for one in found.values() if purpose is None or one.purpose is purpose]
