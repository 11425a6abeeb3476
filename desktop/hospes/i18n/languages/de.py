# SPDX-License-Identifier: GPL-3.0-or-later
"""German."""

from hospes.i18n.languages.base import LanguageData, TypedWords

DATA = LanguageData(
    code="de",
    cldr="de_DE",
    territory="DE",
    list_date="{d:02}.{m:02}.{y:04}",
    about="um {date}",
    same_month="{d1}.–{d2}. {month} {y}",
    words=TypedWords(
        today=("heute",),
        tomorrow=("morgen",),
        yesterday=("gestern",),
        about=("um", "ca", "circa", "etwa", "ungefahr", "gegen"),
        days=("t", "tag", "tage", "tagen"),
        weeks=("w", "wo", "woche", "wochen"),
        months=("m", "mon", "monat", "monate", "monaten"),
        years=("j", "jahr", "jahre", "jahren"),
        fillers=("am", "im", "den", "der"),
    ),
)
