# SPDX-License-Identifier: GPL-3.0-or-later
"""Italian."""

from hospes.i18n.languages.base import LanguageData, TypedWords

DATA = LanguageData(
    code="it",
    cldr="it_IT",
    territory="IT",
    list_date="{d:02}/{m:02}/{y:04}",
    about="circa {date}",
    words=TypedWords(
        today=("oggi",),
        tomorrow=("domani",),
        yesterday=("ieri",),
        about=("circa", "ca", "verso", "intorno al"),
        days=("g", "giorno", "giorni"),
        weeks=("s", "settimana", "settimane"),
        months=("m", "mese", "mesi"),
        years=("a", "anno", "anni"),
        fillers=("il", "di", "del"),
    ),
)
