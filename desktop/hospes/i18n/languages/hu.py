# SPDX-License-Identifier: GPL-3.0-or-later
"""Hungarian."""

from hospes.i18n.languages.base import LanguageData, TypedWords

DATA = LanguageData(
    code="hu",
    cldr="hu_HU",
    territory="HU",
    order="ymd",
    list_date="{y:04}. {m:02}. {d:02}.",
    about="{date} körül",
    same_month="{y}. {month} {d1}–{d2}.",
    same_year="{long1} – {day_month2}",
    words=TypedWords(
        today=("ma",),
        tomorrow=("holnap",),
        yesterday=("tegnap",),
        about=("kb", "korul", "kortil", "korulbelul"),
        days=("n", "nap"),
        weeks=("h", "het"),
        months=("ho", "honap"),
        years=("e", "ev"),
        fillers=("an", "en"),
    ),
)
