# SPDX-License-Identifier: GPL-3.0-or-later
"""Books, studies and articles an association can cite, and how they are cited (S22).

A citation follows one rule in every language, and only its few words change with the reader: authors, year,
title, where it is from, pages, number, address. Titles stay in the language they were published in.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from hospes.domain.codes import Code
from hospes.domain.errors import FieldProblem
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_

MANY_AUTHORS = 3
"""So many authors are named; of more, the first only."""


class ReferenceKind(Code):
    """What can be cited."""

    STUDY = "study", N_("Study or report")
    BOOK = "book", N_("Book")
    CHAPTER = "chapter", N_("Part of a book")
    ARTICLE = "article", N_("Article in a journal")
    LAW = "law", N_("Law, treaty or official text")
    WEB_PAGE = "web-page", N_("Page on the web")
    OTHER = "other", N_("Other work")


class Cited(Protocol):
    """What a citation is made of."""

    @property
    def authors(self) -> str:
        """Separated by semicolons, each as `Keller, Eileen` or the name of an organisation."""
        ...

    @property
    def title(self) -> str:
        """With its subtitle."""
        ...

    @property
    def year(self) -> int | None:
        """Of publication."""
        ...

    @property
    def container(self) -> str:
        """The journal with volume and number, or the book it is a part of."""
        ...

    @property
    def publisher(self) -> str:
        """Who published it."""
        ...

    @property
    def place(self) -> str:
        """Where."""
        ...

    @property
    def pages(self) -> str:
        """From and to, or how many there are."""
        ...

    @property
    def url(self) -> str:
        """Where it is on the web."""
        ...

    @property
    def isbn(self) -> str:
        """As it is printed."""
        ...

    @property
    def issn(self) -> str:
        """Of the journal."""
        ...


@dataclass(frozen=True, slots=True)
class Shipped:
    """A work of the starter list."""

    code: str
    kind: str
    title: str
    authors: str = ""
    year: int | None = None
    container: str = ""
    publisher: str = ""
    place: str = ""
    pages: str = ""
    url: str = ""
    isbn: str = ""
    issn: str = ""
    language: str = ""
    notes: Mapping[str, str] | None = None
    source: str = ""
    """Where its facts were read."""

    def note(self, language: str) -> str:
        """What it is good for, in a language or in English."""
        notes = self.notes or {}
        return notes.get(language) or notes.get("en", "")


def authors_of(text: str) -> list[str]:
    """The single authors of a field."""
    return [" ".join(one.split()) for one in text.split(";") if one.strip()]


def cite(one: Cited, locale: Locale) -> str:
    """The citation in a language."""
    year = str(one.year) if one.year is not None else locale.text("no year")
    place = ": ".join(part for part in (one.place, one.publisher) if part)
    parts = [
        locale.text("In: {work}", work=one.container) if one.container else "",
        place,
        _pages(one, locale),
        f"ISBN {one.isbn}" if one.isbn else "",
        f"ISSN {one.issn}" if one.issn else "",
    ]
    told = [_sentence(part) for part in parts if part]
    if one.url:
        told.append(one.url)
    named = _named(authors_of(one.authors), locale)
    head = f"{named} ({year}): {_sentence(one.title)}" if named else f"{one.title.rstrip('. ')} ({year})."
    return " ".join((head, *told))


def _pages(one: Cited, locale: Locale) -> str:
    """From which to which, or how many there are."""
    if not one.pages:
        return ""
    if one.container or any(sign in one.pages for sign in "-–,"):
        return locale.text("pp. {pages}", pages=one.pages)
    return locale.text("{pages} pages", pages=one.pages)


def _named(authors: Sequence[str], locale: Locale) -> str:
    if len(authors) > MANY_AUTHORS:
        return locale.text("{author} and others", author=authors[0])
    return "; ".join(authors)


def _sentence(text: str) -> str:
    tidy = text.strip()
    return tidy if not tidy or tidy[-1] in ".?!…" else f"{tidy}."


def tidy_isbn(text: str) -> str:
    """An ISBN as it is printed; empty stays empty. Raises FieldProblem."""
    from stdnum import isbn
    from stdnum.exceptions import ValidationError

    if not text.strip():
        return ""
    try:
        return str(isbn.format(isbn.validate(text)))
    except ValidationError:
        raise FieldProblem("isbn", "This ISBN is not complete or has a wrong digit.") from None


def tidy_issn(text: str) -> str:
    """An ISSN as it is printed; empty stays empty. Raises FieldProblem."""
    from stdnum import issn
    from stdnum.exceptions import ValidationError

    if not text.strip():
        return ""
    try:
        return str(issn.format(issn.validate(text)))
    except ValidationError:
        raise FieldProblem("issn", "This ISSN is not complete or has a wrong digit.") from None
