# SPDX-License-Identifier: GPL-3.0-or-later
"""American English."""

from hospes.i18n.languages.base import LanguageData, Letters, TypedWords

LETTERS = Letters(
    unknown="Dear Sir or Madam:",
    woman="Dear Ms. {surname}:",
    man="Dear Mr. {surname}:",
    neutral="Dear {name}:",
    woman_doctor="Dear Dr. {surname}:",
    man_doctor="Dear Dr. {surname}:",
    couple_same="Dear Mr. and Mrs. {surname}:",
    several="Dear {parts}:",
    part_woman="Ms. {surname}",
    part_man="Mr. {surname}",
    part_doctor="Dr. {surname}",
    friend_woman="Dear {given},",
    friend_man="Dear {given},",
    friend_neutral="Dear {given},",
    friends="Dear {names},",
    offices={
        "mayor": ("Dear Madam Mayor:", "Dear Mr. Mayor:"),
        "deputy_mayor": ("Dear Deputy Mayor:", "Dear Deputy Mayor:"),
        "lord_mayor": ("Dear Madam Mayor:", "Dear Mr. Mayor:"),
        "councillor": ("Dear Council Member {surname}:", "Dear Council Member {surname}:"),
        "chair": ("Dear Madam Chair:", "Dear Mr. Chair:"),
        "consul": ("Dear Consul:", "Dear Consul:"),
        "priest": ("Dear Reverend {surname}:", "Dear Father {surname}:"),
    },
    closing="Sincerely",
    closing_friendly="Kind regards",
)

DATA = LanguageData(
    code="en-US",
    cldr="en_US",
    territory="US",
    order="mdy",
    list_date="{m}/{d}/{y:04}",
    about="about {date}",
    same_month="{month} {d1}–{d2}, {y}",
    hours_12=True,
    words=TypedWords(
        today=("today", "now"),
        tomorrow=("tomorrow",),
        yesterday=("yesterday",),
        about=("about", "around", "circa", "ca", "c", "approx"),
        days=("d", "day", "days"),
        weeks=("w", "week", "weeks"),
        months=("m", "month", "months"),
        years=("y", "year", "years"),
        fillers=("of", "the", "on", "in"),
    ),
    letters=LETTERS,
)
