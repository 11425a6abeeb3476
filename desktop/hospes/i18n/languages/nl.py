# SPDX-License-Identifier: GPL-3.0-or-later
"""Dutch."""

from hospes.i18n.languages.base import LanguageData, Letters, TypedWords

LETTERS = Letters(
    unknown="Geachte heer, mevrouw,",
    woman="Geachte mevrouw {surname},",
    man="Geachte heer {surname},",
    neutral="Geachte {name},",
    couple_same="Geachte heer en mevrouw {surname},",
    friend_woman="Beste {given},",
    friend_man="Beste {given},",
    friend_neutral="Beste {given},",
    friends="Beste {names},",
    offices={
        "mayor": ("Geachte mevrouw de burgemeester,", "Geachte heer burgemeester,"),
        "lord_mayor": ("Geachte mevrouw de burgemeester,", "Geachte heer burgemeester,"),
        "chair": ("Geachte mevrouw de voorzitter,", "Geachte heer voorzitter,"),
    },
    closing="Met vriendelijke groet",
    closing_friendly="Hartelijke groeten",
    capital_prefix=True,
)

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
    letters=LETTERS,
)
