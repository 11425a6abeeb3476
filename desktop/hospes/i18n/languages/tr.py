# SPDX-License-Identifier: GPL-3.0-or-later
"""Turkish."""

from hospes.i18n.languages.base import LanguageData, Letters, TypedWords

LETTERS = Letters(
    unknown="Sayın Yetkili,",
    woman="Sayın {name},",
    man="Sayın {name},",
    neutral="Sayın {name},",
    several="Sayın {names},",
    friend_woman="Sevgili {given},",
    friend_man="Sevgili {given},",
    friend_neutral="Sevgili {given},",
    friends="Sevgili {names},",
    offices={
        "mayor": ("Sayın Belediye Başkanım,", "Sayın Belediye Başkanım,"),
        "lord_mayor": ("Sayın Belediye Başkanım,", "Sayın Belediye Başkanım,"),
        "chair": ("Sayın Başkanım,", "Sayın Başkanım,"),
    },
    closing="Saygılarımla",
    closing_friendly="Sevgilerimle",
)

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
    letters=LETTERS,
)
