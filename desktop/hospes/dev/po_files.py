# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading and writing catalogues so that two people can work on them: sorted, without dates and places.

Everything tools usually write into a catalogue (when, by which program, on which line) changes with every run
and clashes with every merge, so none of it is written.
"""

from dataclasses import dataclass, field
from pathlib import Path

from babel.core import Locale as CldrLocale
from babel.messages.plurals import get_plural
from babel.messages.pofile import PoFileError, normalize, read_po

from hospes.dev.texts import Key

WIDTH = 100
HEADER = (
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: 8bit",
    "MIME-Version: 1.0",
)


@dataclass
class Translation:
    """One text in one language: its forms (one, or one per plural form), and what people noted."""

    forms: tuple[str, ...] = ("",)
    fuzzy: bool = False
    notes: list[str] = field(default_factory=list)

    @property
    def missing(self) -> bool:
        """Is any form empty?"""
        return not all(self.forms)


@dataclass
class Book:
    """A catalogue of a language; a template has no language."""

    language: str = ""
    plural_forms: str = ""
    texts: dict[Key, Translation] = field(default_factory=dict)
    remarks: dict[Key, list[str]] = field(default_factory=dict)


def plural_rule(language: str) -> tuple[int, str]:
    """How many plural forms a language has, and the header line that says so."""
    plural = get_plural(CldrLocale.parse(language.replace("-", "_")))
    return plural.num_plurals, plural.plural_forms


def read(path: Path, language: str = "") -> Book:
    """Read a `.po` or `.pot`. Raises ValueError if the file is damaged."""
    with path.open("rb") as source:
        try:
            catalog = read_po(source, abort_invalid=True)
        except (PoFileError, UnicodeDecodeError) as problem:
            raise ValueError(f"not a whole catalogue: {problem}") from problem
    book = Book(language, _header(path, "Plural-Forms"))
    for message in catalog:
        if not message.id:
            continue
        msgid, plural = (message.id, "") if isinstance(message.id, str) else (message.id[0], message.id[1])
        key = Key(msgid, message.context or "", plural)
        forms = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
        book.texts[key] = Translation(forms, message.fuzzy, list(message.user_comments))
        book.remarks[key] = list(message.auto_comments)
    return book


def _header(path: Path, name: str) -> str:
    """A line of the header as it is written; Babel would put its own in its place."""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith(f'"{name}:'):
            return line[1:-1].partition(":")[2].replace("\\n", "").strip()
    return ""


def written(book: Book) -> str:
    """The text of a catalogue, the same for the same content, whatever the order it came in."""
    header = list(HEADER)
    if book.language:
        header = [f"Language: {book.language}", *header, f"Plural-Forms: {plural_rule(book.language)[1]}"]
    blocks = ["\n".join(['msgid ""', 'msgstr ""', *(f'"{line}\\n"' for line in header)])]
    ordered = sorted(book.texts, key=lambda key: (key.msgid.casefold(), key))
    blocks += [_block(key, book.texts[key], book.remarks.get(key, [])) for key in ordered]
    return "\n\n".join(blocks) + "\n"


def _block(key: Key, translation: Translation, remarks: list[str]) -> str:
    lines = [f"# {note}".rstrip() for note in translation.notes]
    lines += [f"#. {remark}" for remark in remarks]
    if translation.fuzzy:
        lines.append("#, fuzzy")
    if key.context:
        lines.append(f"msgctxt {normalize(key.context, width=WIDTH)}")
    lines.append(f"msgid {normalize(key.msgid, width=WIDTH)}")
    if key.plural:
        lines.append(f"msgid_plural {normalize(key.plural, width=WIDTH)}")
        lines += [f"msgstr[{at}] {normalize(form, width=WIDTH)}" for at, form in enumerate(translation.forms)]
    else:
        lines.append(f"msgstr {normalize(translation.forms[0], width=WIDTH)}")
    return "\n".join(lines)


def template(texts: dict[Key, list[str]]) -> Book:
    """The catalogue without translations."""
    forms = {key: Translation(("", "") if key.plural else ("",)) for key in texts}
    return Book(texts=forms, remarks={key: list(remarks) for key, remarks in texts.items()})


def merged(book: Book, texts: dict[Key, list[str]], language: str) -> Book:
    """A language's catalogue with exactly the texts of the sources; translations stay, nothing is guessed."""
    count, rule = plural_rule(language)
    result = Book(language, rule)
    for key, remarks in texts.items():
        known = book.texts.get(key)
        empty = ("",) * (count if key.plural else 1)
        if known is not None and len(known.forms) == len(empty):
            result.texts[key] = known
        else:
            result.texts[key] = Translation(empty, notes=known.notes if known else [])
        result.remarks[key] = list(remarks)
    return result
