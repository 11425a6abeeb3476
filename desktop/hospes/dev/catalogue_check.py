# SPDX-License-Identifier: GPL-3.0-or-later
"""What may be wrong with a catalogue, one function a kind of mistake."""

import gettext
from collections.abc import Iterator

from hospes.dev.po_files import Book, Translation, plural_rule
from hospes.dev.texts import Complaint, Found, Key, placeholders

COMPLETE = ("de", "fr", "pl")
"""Languages in which no text may be missing; others may be on their way."""
FEWEST = 300
"""Fewer texts than this and the extractor found nothing, silently (ecosystem 1.5)."""
_COUNTED = range(201)
_NAMED = 3


def complaints(found: Found, template: Book, books: dict[str, Book], fewest: int = FEWEST) -> list[Complaint]:
    """Everything wrong with the sources' texts and all catalogues, in a stable order."""
    result = list(found.complaints)
    if len(found.texts) < fewest:
        result.append(Complaint("few", "sources", f"only {len(found.texts)} texts found, {fewest} expected"))
    result += _outdated("hospes.pot", template, found)
    for language in sorted(set(books) | set(COMPLETE)):
        book = books.get(language)
        if book is None:
            result.append(Complaint("missing", language, "there is no catalogue"))
            continue
        result += _outdated(language, book, found)
        result += _forms(language, book)
        for key, translation in book.texts.items():
            result += _text(language, key, translation)
    return result


def _outdated(place: str, book: Book, found: Found) -> Iterator[Complaint]:
    advice = "run “translations update”"
    for keys, words in (
        (set(found.texts) - set(book.texts), "in the sources only"),
        (set(book.texts) - set(found.texts), "in no source"),
    ):
        if keys:
            some = ", ".join(repr(key.msgid) for key in sorted(keys)[:_NAMED])
            yield Complaint("outdated", place, f"{len(keys)} {words}, such as {some}; {advice}")


def _forms(language: str, book: Book) -> Iterator[Complaint]:
    count, rule = plural_rule(language)
    if book.plural_forms.replace(" ", "").rstrip(";") != rule.replace(" ", "").rstrip(";"):
        yield Complaint("plural", language, f"the header must say “Plural-Forms: {rule}”")
    for key, translation in book.texts.items():
        if key.plural and len(translation.forms) != count:
            forms = len(translation.forms)
            yield Complaint("plural", language, f"{key.msgid!r} has {forms} plural forms, not {count}")


def _text(language: str, key: Key, translation: Translation) -> Iterator[Complaint]:
    if translation.fuzzy:
        yield Complaint("fuzzy", language, f"{key.msgid!r} is marked as unsure")
    if translation.missing:
        if language in COMPLETE or any(translation.forms):
            yield Complaint("missing", language, f"{key.msgid!r} has no translation")
        return
    for at, form in enumerate(translation.forms):
        yield from _placeholders(language, key, form, _may_omit_number(language, key, at))
        if (form[:1].isspace(), form[-1:].isspace()) != (key.msgid[:1].isspace(), key.msgid[-1:].isspace()):
            yield Complaint("blank", language, f"{form!r} begins or ends with a blank, unlike {key.msgid!r}")


def _placeholders(language: str, key: Key, form: str, may_omit: set[str]) -> Iterator[Complaint]:
    allowed = placeholders(key.msgid) | placeholders(key.plural)
    needed = placeholders(key.plural or key.msgid) - may_omit
    try:
        used = placeholders(form)
    except ValueError as problem:
        yield Complaint("braces", language, f"{form!r}: {problem}")
        return
    for name in sorted(used - allowed):
        yield Complaint("placeholder", language, f"{form!r} has {{{name}}}, which {key.msgid!r} has not")
    for name in sorted(needed - used):
        yield Complaint("placeholder", language, f"{form!r} lacks {{{name}}} of {key.msgid!r}")


def _may_omit_number(language: str, key: Key, form: int) -> set[str]:
    """A plural form that stands for one number only may say it in words: “a guest” for 1."""
    if not key.plural:
        return set()
    rule = plural_rule(language)[1].partition("plural=")[2].rstrip(";")
    choose = gettext.c2py(rule)
    return {"n"} if sum(choose(n) == form for n in _COUNTED) == 1 else set()
