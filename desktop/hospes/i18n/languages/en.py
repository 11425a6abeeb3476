# SPDX-License-Identifier: GPL-3.0-or-later
"""British English."""

from hospes.i18n.languages.base import LanguageData, TypedWords

DATA = LanguageData(
    code="en",
    cldr="en_GB",
    territory="GB",
    list_date="{d:02}/{m:02}/{y:04}",
    about="about {date}",
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
