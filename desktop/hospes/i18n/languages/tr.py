# SPDX-License-Identifier: GPL-3.0-or-later
"""Turkish."""

from hospes.i18n.languages.base import LanguageData, TypedWords

DATA = LanguageData(
    code="tr",
    cldr="tr_TR",
    territory="TR",
    list_date="{d}.{m:02}.{y:04}",
    about="{date} civarı",
    words=TypedWords(
        today=("bugun",),
        tomorrow=("yarin",),
        yesterday=("dun",),
        about=("yaklasik", "civari", "dolaylari"),
        days=("g", "gun"),
        weeks=("h", "hafta"),
        months=("a", "ay"),
        years=("y", "yil"),
    ),
)
