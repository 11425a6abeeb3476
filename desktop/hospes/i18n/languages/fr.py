# SPDX-License-Identifier: GPL-3.0-or-later
"""French."""

from hospes.i18n.languages.base import LanguageData, TypedWords

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
)
