# SPDX-License-Identifier: GPL-3.0-or-later
"""French."""

from hospes.i18n.languages.base import LanguageData, Letters, TypedWords

LETTERS = Letters(
    unknown="Madame, Monsieur,",
    woman="Madame,",
    man="Monsieur,",
    neutral="Bonjour,",
    couple="Chère Madame, cher Monsieur,",
    women="Mesdames,",
    men="Messieurs,",
    mixed="Mesdames, Messieurs,",
    several="Bonjour,",
    friend_woman="Chère {given},",
    friend_man="Cher {given},",
    friend_neutral="Bonjour {given},",
    offices={
        "mayor": ("Madame la Maire,", "Monsieur le Maire,"),
        "deputy_mayor": ("Madame l’Adjointe au Maire,", "Monsieur l’Adjoint au Maire,"),
        "lord_mayor": ("Madame la Maire,", "Monsieur le Maire,"),
        "councillor": ("Madame la Conseillère municipale,", "Monsieur le Conseiller municipal,"),
        "chair": ("Madame la Présidente,", "Monsieur le Président,"),
        "vice_chair": ("Madame la Vice-Présidente,", "Monsieur le Vice-Président,"),
        "honorary_chair": ("Madame la Présidente d’honneur,", "Monsieur le Président d’honneur,"),
        "consul": ("Madame la Consule,", "Monsieur le Consul,"),
        "priest": ("", "Monsieur le Curé,"),
        "head_teacher": ("Madame la Directrice,", "Monsieur le Directeur,"),
        "director": ("Madame la Directrice,", "Monsieur le Directeur,"),
    },
    closing="Veuillez agréer, {opening}, l’expression de mes salutations distinguées.",
    closing_friendly="Bien amicalement",
    closing_greeted="Veuillez agréer l’expression de mes salutations distinguées.",
    greetings=("Bonjour", "Bonsoir", "Salut"),
    small_in_closing=("Cher", "Chère", "Chers", "Chères"),
)

DATA = LanguageData(
    code="fr",
    cldr="fr_FR",
    territory="FR",
    list_date="{d:02}/{m:02}/{y:04}",
    first_day="1er",
    about="vers {date}",
    words=TypedWords(
        today=("aujourd hui", "aujourdhui"),
        tomorrow=("demain",),
        yesterday=("hier",),
        about=("vers", "env", "environ", "autour de"),
        days=("j", "jour", "jours"),
        weeks=("s", "sem", "semaine", "semaines"),
        months=("m", "mois"),
        years=("a", "an", "ans", "annee", "annees"),
        fillers=("le", "de", "du", "en"),
    ),
    letters=LETTERS,
)
