# SPDX-License-Identifier: GPL-3.0-or-later
"""Polish."""

from hospes.i18n.languages.base import LanguageData, Letters, TypedWords

LETTERS = Letters(
    unknown="Szanowni Państwo,",
    woman="Szanowna Pani,",
    man="Szanowny Panie,",
    neutral="Szanowni Państwo,",
    woman_doctor="Szanowna Pani Doktor,",
    man_doctor="Szanowny Panie Doktorze,",
    couple="Szanowni Państwo,",
    women="Szanowne Panie,",
    men="Szanowni Panowie,",
    several="Szanowni Państwo,",
    # The vocative of a first name is not computed: it is kept by hand as the person's own salutation.
    friend_woman="Dzień dobry,",
    friend_man="Dzień dobry,",
    friend_neutral="Dzień dobry,",
    friends="Drodzy Przyjaciele,",
    offices={
        "mayor": ("Szanowna Pani Burmistrz,", "Szanowny Panie Burmistrzu,"),
        "deputy_mayor": ("Szanowna Pani Wiceburmistrz,", "Szanowny Panie Wiceburmistrzu,"),
        "lord_mayor": ("Szanowna Pani Prezydent,", "Szanowny Panie Prezydencie,"),
        "councillor": ("Szanowna Pani Radna,", "Szanowny Panie Radny,"),
        "chair": ("Szanowna Pani Prezes,", "Szanowny Panie Prezesie,"),
        "vice_chair": ("Szanowna Pani Wiceprezes,", "Szanowny Panie Wiceprezesie,"),
        "honorary_chair": ("Szanowna Pani Prezes,", "Szanowny Panie Prezesie,"),
        "consul": ("Szanowna Pani Konsul,", "Szanowny Panie Konsulu,"),
        "priest": ("", "Przewielebny Księże Proboszczu,"),
        "head_teacher": ("Szanowna Pani Dyrektor,", "Szanowny Panie Dyrektorze,"),
        "director": ("Szanowna Pani Dyrektor,", "Szanowny Panie Dyrektorze,"),
    },
    closing="Z poważaniem",
    closing_friendly="Serdeczne pozdrowienia",
    starts_lower=True,
)

DATA = LanguageData(
    code="pl",
    cldr="pl_PL",
    territory="PL",
    list_date="{d}.{m:02}.{y:04}",
    months_short={5: "maja"},
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
    letters=LETTERS,
)
