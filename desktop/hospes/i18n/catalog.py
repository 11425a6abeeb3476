# SPDX-License-Identifier: GPL-3.0-or-later
"""The texts of one language: found by folder, read as gettext catalogues.

A build ships compiled `.mo` files. In a checkout they may be missing or older than the `.po` beside them;
then the `.po` is read, so a text changed a moment ago is on the screen.
"""

import gettext
import io
from functools import cache
from pathlib import Path

from hospes import paths
from hospes.i18n import pseudo
from hospes.i18n.pseudo import PseudoTexts

DOMAIN = "hospes"
SOURCE_LANGUAGE = "en"


def po_path(folder: Path, language: str) -> Path:
    """Where the texts of a language stand; a region is written with an underscore, as gettext does."""
    return folder / language.replace("-", "_") / "LC_MESSAGES" / f"{DOMAIN}.po"


def languages(folder: Path | None = None) -> tuple[str, ...]:
    """Codes of all languages with texts, English first, the others by code."""
    folder = folder or paths.translations()
    found = set()
    if folder.is_dir():
        for child in folder.iterdir():
            po = po_path(folder, child.name)
            if po.exists() or po.with_suffix(".mo").exists():
                found.add(child.name.replace("_", "-"))
    return (SOURCE_LANGUAGE, *sorted(found - {SOURCE_LANGUAGE}))


def load(language: str, folder: Path | None = None) -> gettext.NullTranslations:
    """Texts of a language (`fr-BE` falls back to `fr`); without a catalogue every text stays English."""
    folder = folder or paths.translations()
    general = language.partition("-")[0]
    found: gettext.NullTranslations | None = None
    for code in dict.fromkeys((language, general)):
        one = _read(po_path(folder, code))
        if one is None:
            continue
        if found is None:
            found = one
        else:
            found.add_fallback(one)
    return found or gettext.NullTranslations()


def _read(po: Path) -> gettext.NullTranslations | None:
    mo = po.with_suffix(".mo")
    if mo.exists() and (not po.exists() or mo.stat().st_mtime_ns >= po.stat().st_mtime_ns):
        with mo.open("rb") as compiled:
            return gettext.GNUTranslations(compiled)
    if po.exists():
        return gettext.GNUTranslations(io.BytesIO(compile_po(po)))
    return None


def compile_po(po: Path) -> bytes:
    """The bytes of the `.mo` for a `.po`; fuzzy texts are left out and stay English."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    # Without a language Babel would write English plural rules, whatever the header says.
    with po.open("rb") as source:
        catalog = read_po(source, locale=po.parents[1].name)
    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    return compiled.getvalue()


@cache
def shipped(language: str) -> gettext.NullTranslations:
    """`load` from the program's own folder, once; for `en-XA` the language of `pseudo`."""
    return PseudoTexts() if language == pseudo.CODE else load(language)
