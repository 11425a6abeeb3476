# SPDX-License-Identifier: GPL-3.0-or-later
"""German."""

from hospes.i18n.languages.base import LanguageData, Letters, TypedWords

LETTERS = Letters(
    unknown="Sehr geehrte Damen und Herren,",
    woman="Sehr geehrte Frau {title} {surname},",
    man="Sehr geehrter Herr {title} {surname},",
    neutral="Guten Tag {title} {name},",
    friend_woman="Liebe {given},",
    friend_man="Lieber {given},",
    friend_neutral="Hallo {given},",
    offices={
        "mayor": ("Sehr geehrte Frau Bürgermeisterin,", "Sehr geehrter Herr Bürgermeister,"),
        "deputy_mayor": (
            "Sehr geehrte Frau stellvertretende Bürgermeisterin,",
            "Sehr geehrter Herr stellvertretender Bürgermeister,",
        ),
        "lord_mayor": ("Sehr geehrte Frau Oberbürgermeisterin,", "Sehr geehrter Herr Oberbürgermeister,"),
        "councillor": ("Sehr geehrte Frau Stadträtin {surname},", "Sehr geehrter Herr Stadtrat {surname},"),
        "chair": ("Sehr geehrte Frau Vorsitzende,", "Sehr geehrter Herr Vorsitzender,"),
        "honorary_chair": ("Sehr geehrte Frau Ehrenvorsitzende,", "Sehr geehrter Herr Ehrenvorsitzender,"),
        "consul": ("Sehr geehrte Frau Konsulin,", "Sehr geehrter Herr Konsul,"),
        "priest": ("Sehr geehrte Frau Pfarrerin,", "Sehr geehrter Herr Pfarrer,"),
        "head_teacher": ("Sehr geehrte Frau Schulleiterin,", "Sehr geehrter Herr Schulleiter,"),
        "director": ("Sehr geehrte Frau Direktorin,", "Sehr geehrter Herr Direktor,"),
    },
    closing="Mit freundlichen Grüßen",
    closing_friendly="Herzliche Grüße",
    starts_lower=True,
)

DATA = LanguageData(
    code="de",
    cldr="de_DE",
    territory="DE",
    list_date="{d:02}.{m:02}.{y:04}",
    about="um {date}",
    same_month="{d1}.–{d2}. {month} {y}",
    words=TypedWords(
        today=("heute",),
        tomorrow=("morgen",),
        yesterday=("gestern",),
        about=("um", "ca", "circa", "etwa", "ungefahr", "gegen"),
        days=("t", "tag", "tage", "tagen"),
        weeks=("w", "wo", "woche", "wochen"),
        months=("m", "mon", "monat", "monate", "monaten"),
        years=("j", "jahr", "jahre", "jahren"),
        fillers=("am", "im", "den", "der"),
    ),
    letters=LETTERS,
)
