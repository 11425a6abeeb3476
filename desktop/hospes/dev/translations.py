# SPDX-License-Identifier: GPL-3.0-or-later
"""The catalogues: found texts in, translated texts out, mistakes caught.

    python3 dev.py translations extract     write translations/hospes.pot from the sources
    python3 dev.py translations update      extract, and bring every language's hospes.po up to date
    python3 dev.py translations compile     write the .mo files the program reads
    python3 dev.py translations report      how much of each language is done
    python3 dev.py translations check       exit 1 and say why, if anything is missing or wrong
    python3 dev.py translations new CODE    begin a language

Translators edit `translations/<language>/LC_MESSAGES/hospes.po` with any tool; `update` orders it again.
"""

import sys
from pathlib import Path

from hospes import paths
from hospes.dev import po_files
from hospes.dev.catalogue_check import complaints
from hospes.dev.texts import extract
from hospes.i18n import catalog
from hospes.i18n.languages import normal_code

SOURCES = Path(__file__).resolve().parents[1]
TEMPLATE = "hospes.pot"


def main(arguments: list[str] | None = None) -> int:
    """Do what the first word says; gives the exit code."""
    words = sys.argv[1:] if arguments is None else arguments
    commands = {
        "extract": _extract,
        "update": _update,
        "compile": _compile,
        "report": _report,
        "check": _check,
    }
    folder = paths.translations()
    try:
        if len(words) == 1 and words[0] in commands:
            return commands[words[0]](folder, SOURCES)
        if len(words) == 2 and words[0] == "new":
            return _new(folder, SOURCES, words[1])
    except ValueError as damaged:
        print(damaged, file=sys.stderr)
        return 1
    print(__doc__, file=sys.stderr)
    return 2


def _books(folder: Path) -> dict[str, po_files.Book]:
    paths_found = {language: catalog.po_path(folder, language) for language in catalog.languages(folder)}
    return {
        language: po_files.read(path, language) for language, path in paths_found.items() if path.exists()
    }


def _write(path: Path, text: str) -> None:
    if not path.exists() or path.read_text("utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def _extract(folder: Path, sources: Path) -> int:
    found = extract(sources)
    _write(folder / TEMPLATE, po_files.written(po_files.template(found.texts)))
    print(f"{len(found.texts)} texts")
    return 0


def _update(folder: Path, sources: Path) -> int:
    found = extract(sources)
    _extract(folder, sources)
    for language, book in _books(folder).items():
        fresh = po_files.merged(book, found.texts, language)
        _write(catalog.po_path(folder, language), po_files.written(fresh))
    return _report(folder, sources)


def _compile(folder: Path, sources: Path) -> int:
    del sources
    for language in catalog.languages(folder):
        path = catalog.po_path(folder, language)
        if path.exists():
            path.with_suffix(".mo").write_bytes(catalog.compile_po(path))
    return 0


def _report(folder: Path, sources: Path) -> int:
    del sources
    for language, book in _books(folder).items():
        missing = sum(translation.missing for translation in book.texts.values())
        fuzzy = sum(translation.fuzzy for translation in book.texts.values())
        print(f"{language}: {len(book.texts) - missing} of {len(book.texts)} texts, {fuzzy} unsure")
    return 0


def _check(folder: Path, sources: Path) -> int:
    template = folder / TEMPLATE
    pot = po_files.read(template) if template.exists() else po_files.Book()
    wrong = complaints(extract(sources), pot, _books(folder))
    for complaint in wrong:
        print(complaint)
    return 1 if wrong else 0


def _new(folder: Path, sources: Path, code: str) -> int:
    language = normal_code(code)
    path = catalog.po_path(folder, language)
    if path.exists():
        print(f"{path} is there already", file=sys.stderr)
        return 1
    _write(path, po_files.written(po_files.merged(po_files.Book(), extract(sources).texts, language)))
    print(f"{path.relative_to(folder)} is ready to be translated")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
