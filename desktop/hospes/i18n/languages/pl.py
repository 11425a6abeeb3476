# SPDX-License-Identifier: GPL-3.0-or-later
"""Polish."""

from hospes.i18n.languages.base import LanguageData, TypedWords

DATA = LanguageData(
    code="pl",
    cldr="pl_PL",
    territory="PL",
    list_date="{d}.{m:02}.{y:04}",
    about="ok. {date}",
    words=TypedWords(
        today=("dzis", "dzisiaj"),
        tomorrow=("jutro",),
        yesterday=("wczoraj",),
        about=("ok", "okolo", "ca"),
        days=("d", "dzien", "dni"),
        weeks=("t", "tydz", "tydzien", "tygodnie", "tygodni"),
        months=("m", "mies", "miesiac", "miesiace", "miesiecy"),
        years=("r", "rok", "lata", "lat"),
        fillers=("r", "roku", "dnia", "w"),
    ),
)
