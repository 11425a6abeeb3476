# SPDX-License-Identifier: GPL-3.0-or-later
"""Spanish."""

from hospes.i18n.languages.base import LanguageData, TypedWords

DATA = LanguageData(
    code="es",
    cldr="es_ES",
    territory="ES",
    list_date="{d}/{m}/{y:04}",
    about="hacia {date}",
    same_month="{d1}–{d2} de {month} de {y}",
    words=TypedWords(
        today=("hoy",),
        tomorrow=("manana",),
        yesterday=("ayer",),
        about=("hacia", "sobre", "aprox", "ca"),
        days=("d", "dia", "dias"),
        weeks=("s", "semana", "semanas"),
        months=("m", "mes", "meses"),
        years=("a", "ano", "anos"),
        fillers=("de", "del", "el"),
    ),
)
