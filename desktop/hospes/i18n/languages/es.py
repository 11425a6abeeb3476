# SPDX-License-Identifier: GPL-3.0-or-later
"""Spanish."""

from hospes.i18n.languages.base import LanguageData, Letters, TypedWords

LETTERS = Letters(
    unknown="Estimados señores y señoras:",
    woman="Estimada Sra. {surname}:",
    man="Estimado Sr. {surname}:",
    neutral="Estimado/a {name}:",
    women="Estimadas señoras:",
    men="Estimados señores:",
    several="Estimados {names}:",
    couple_same="Estimados Sres. {surname}:",
    friend_woman="Querida {given}:",
    friend_man="Querido {given}:",
    friend_neutral="Hola {given}:",
    friends="Queridos {names}:",
    offices={
        "mayor": ("Excma. Sra. Alcaldesa:", "Excmo. Sr. Alcalde:"),
        "lord_mayor": ("Excma. Sra. Alcaldesa:", "Excmo. Sr. Alcalde:"),
        "councillor": ("Estimada Sra. Concejala:", "Estimado Sr. Concejal:"),
        "chair": ("Estimada Sra. Presidenta:", "Estimado Sr. Presidente:"),
    },
    closing="Atentamente",
    closing_friendly="Un cordial saludo",
)

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
    letters=LETTERS,
)
