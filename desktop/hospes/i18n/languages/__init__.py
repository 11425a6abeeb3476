# SPDX-License-Identifier: GPL-3.0-or-later
"""What Hospes knows about languages beside CLDR: one module per language, found by its name.

A new language is one file here (`DATA = LanguageData(...)`) and one folder in `translations/`. A language
without a file here still works: dates, money and sorting come from CLDR, letters fall back to English.
"""

import importlib
import importlib.util
import pkgutil
import re
from dataclasses import replace
from functools import cache

from hospes.i18n.languages.base import LanguageData

__all__ = ["FALLBACK", "LanguageData", "data_for", "described", "normal_code"]

FALLBACK = "en"
_CODE = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{2}|[0-9]{3}))?(?:[.@].*)?\Z")


def normal_code(code: str) -> str:
    """Bring `de`, `de_AT.UTF-8`, `en-us` to the form `de`, `de-AT`, `en-US`; else English."""
    found = _CODE.match(code.strip())
    if not found:
        return FALLBACK
    language, region = found.groups()
    return f"{language.lower()}-{region.upper()}" if region else language.lower()


def _module(code: str) -> LanguageData | None:
    name = f"{__name__}.{code.lower().replace('-', '_')}"
    if importlib.util.find_spec(name) is None:
        return None
    data = importlib.import_module(name).DATA
    if not isinstance(data, LanguageData):
        raise TypeError(f"{name}.DATA is no LanguageData")
    return data


@cache
def described() -> tuple[str, ...]:
    """Codes of all languages that have a file here."""
    names = (module.name for module in pkgutil.iter_modules(__path__) if module.name != "base")
    return tuple(sorted(normal_code(name) for name in names))


@cache
def data_for(code: str) -> LanguageData:
    """The data of a language; for `de-AT` that of `de` with Austria's CLDR data; a plain set if unknown."""
    code = normal_code(code)
    language, _, region = code.partition("-")
    exact = _module(code)
    if exact is not None:
        return exact
    general = _module(language) or LanguageData(code=language, cldr=language, territory="")
    if not region:
        return general
    return replace(general, code=code, cldr=f"{language}_{region}", territory=region)
