# SPDX-License-Identifier: GPL-3.0-or-later
"""What every paper needs to know beside its own rows: its sender, how it was made last, own label sheets."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from hospes.queries.association import Association, association
from hospes.queries.settings import setting
from hospes.store.tables.events import Blob

STOCKS_KEY = "paper.label-stocks"
"""The association's own label sheets: a list of rows as `Stock.as_row` gives them."""


PURPOSE_KEY = "paper.letterhead-purpose"
"""Of an association: whether its purpose stands under its name."""


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """The sender of a paper and what the file remembers about papers."""

    association: Association
    logo: bytes | None
    remembered: object
    own_stocks: tuple[dict[str, object], ...]
    purpose: bool = False
    """The purpose of the statutes stands on the letterhead (S4)."""


def logo_of(connection: Connection) -> bytes | None:
    """The association's logo, if it has one."""
    own = association(connection)
    if not own.logo_sha:
        return None
    found = connection.execute(select(Blob.data).where(Blob.sha256 == own.logo_sha)).scalar()
    return bytes(found) if found is not None else None


def paper_facts(connection: Connection, code: str) -> PaperFacts:
    """The facts for the paper with this code. Raises UserError in a file without an association."""
    own, logo = association(connection), logo_of(connection)
    stocks = setting(connection, STOCKS_KEY)
    rows = tuple(row for row in stocks if isinstance(row, dict)) if isinstance(stocks, list) else ()
    purpose = setting(connection, PURPOSE_KEY, own.id) is True
    return PaperFacts(own, logo, setting(connection, f"paper.{code}.options"), rows, purpose)
