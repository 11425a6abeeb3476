# SPDX-License-Identifier: GPL-3.0-or-later
"""Italian."""

from hospes.i18n.languages.base import LanguageData, Letters, TypedWords

LETTERS = Letters(
    unknown="Gentili Signore e Signori,",
    woman="Gentile Signora {surname},",
    man="Gentile Signor {surname},",
    neutral="Gentile {name},",
    woman_doctor="Gentile Dottoressa {surname},",
    man_doctor="Gentile Dottor {surname},",
    friend_woman="Cara {given},",
    friend_man="Caro {given},",
    friend_neutral="Ciao {given},",
    offices={
        "mayor": ("Gentile Sindaca,", "Egregio Sindaco,"),
        "lord_mayor": ("Gentile Sindaca,", "Egregio Sindaco,"),
        "chair": ("Gentile Presidente,", "Egregio Presidente,"),
        "priest": ("", "Reverendo Parroco,"),
    },
    closing="Distinti saluti",
    closing_friendly="Cordiali saluti",
    starts_lower=True,
)

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
    letters=LETTERS,
)
