# SPDX-License-Identifier: GPL-3.0-or-later
"""Dutch."""

from hospes.i18n.languages.base import LanguageData, TypedWords

DATA = LanguageData(
    code="nl",
    cldr="nl_NL",
    territory="NL",
    list_date="{d:02}-{m:02}-{y:04}",
    about="omstreeks {date}",
    words=TypedWords(
        today=("vandaag",),
        tomorrow=("morgen",),
        yesterday=("gisteren",),
        about=("omstreeks", "rond", "circa", "ca", "ongeveer"),
        days=("d", "dag", "dagen"),
        weeks=("w", "week", "weken"),
        months=("m", "mnd", "maand", "maanden"),
        years=("j", "jaar", "jaren"),
        fillers=("de", "van", "op"),
    ),
)
