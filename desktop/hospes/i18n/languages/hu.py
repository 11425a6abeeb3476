# SPDX-License-Identifier: GPL-3.0-or-later
"""Hungarian."""

from hospes.i18n.languages.base import LanguageData, Letters, TypedWords

LETTERS = Letters(
    unknown="Tisztelt Hölgyem vagy Uram!",
    woman="Tisztelt {surname} Asszony!",
    man="Tisztelt {surname} Úr!",
    neutral="Tisztelt {name}!",
    couple="Tisztelt Asszonyom és Uram!",
    several="Tisztelt {names}!",
    friend_woman="Kedves {given}!",
    friend_man="Kedves {given}!",
    friend_neutral="Kedves {given}!",
    friends="Kedves {names}!",
    offices={
        "mayor": ("Tisztelt Polgármester Asszony!", "Tisztelt Polgármester Úr!"),
        "deputy_mayor": ("Tisztelt Alpolgármester Asszony!", "Tisztelt Alpolgármester Úr!"),
        "lord_mayor": ("Tisztelt Főpolgármester Asszony!", "Tisztelt Főpolgármester Úr!"),
        "chair": ("Tisztelt Elnök Asszony!", "Tisztelt Elnök Úr!"),
        "priest": ("", "Tisztelt Plébános Úr!"),
    },
    closing="Tisztelettel:",
    closing_friendly="Szívélyes üdvözlettel:",
)

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
    letters=LETTERS,
)
