# SPDX-License-Identifier: GPL-3.0-or-later
"""American English."""

from hospes.i18n.languages.base import LanguageData, TypedWords

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
)
