# SPDX-License-Identifier: GPL-3.0-or-later
"""What lists for the association's books are compared with: how often each entry stands there already."""

from collections import Counter
from collections.abc import Callable, Hashable, Mapping
from uuid import UUID

from sqlalchemy import Connection

from hospes.i18n.fold import fold
from hospes.i18n.locale import Locale
from hospes.queries.courtesies import courtesy_rows
from hospes.queries.goods import goods_rows
from hospes.queries.publications import publication_rows
from hospes.queries.references import reference_rows
from hospes.queries.volunteering import hours_rows

Key = tuple[Hashable, ...]


def _hours(connection: Connection, locale: Locale, _visit: UUID | None) -> list[Key]:
    return [(one.person, one.first, one.minutes) for one in hours_rows(connection, locale)]


def _courtesies(connection: Connection, locale: Locale, _visit: UUID | None) -> list[Key]:
    return [(fold(one.what), one.on, fold(one.whom)) for one in courtesy_rows(connection, locale)]


def _publications(connection: Connection, locale: Locale, _visit: UUID | None) -> list[Key]:
    return [(fold(one.title), one.on) for one in publication_rows(connection, locale)]


def _references(connection: Connection, locale: Locale, _visit: UUID | None) -> list[Key]:
    return [(fold(one.title), one.year) for one in reference_rows(connection, locale)]


def _goods(connection: Connection, _locale: Locale, visit: UUID | None) -> list[Key]:
    found = goods_rows(connection, visit) if visit is not None else ()
    return [(fold(one.what), one.number, fold(one.package)) for one in found]


_BOOKS: Mapping[str, Callable[[Connection, Locale, UUID | None], list[Key]]] = {
    "hours": _hours,
    "courtesies": _courtesies,
    "publications": _publications,
    "references": _references,
    "goods": _goods,
}


def known_entries(connection: Connection, book: str, locale: Locale, visit: UUID | None) -> Counter[Key]:
    """The entries of a book, or of a visit's goods, by what makes them the same."""
    return Counter(_BOOKS[book](connection, locale, visit))
