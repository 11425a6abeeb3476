# SPDX-License-Identifier: GPL-3.0-or-later
"""Ukrainian."""

from hospes.i18n.languages.base import LanguageData, TypedWords

DATA = LanguageData(
    code="uk",
    cldr="uk_UA",
    territory="UA",
    list_date="{d:02}.{m:02}.{y:04}",
    about="близько {date}",
    same_month="{d1}–{d2} {month} {y}\u202fр.",
    words=TypedWords(
        today=("сьогодні",),
        tomorrow=("завтра",),
        yesterday=("вчора", "учора"),
        about=("близько", "бл", "приблизно"),
        days=("д", "день", "дні", "днів"),
        weeks=("т", "тиждень", "тижні", "тижнів"),
        months=("м", "місяць", "місяці", "місяців"),
        years=("р", "рік", "роки", "років"),
        fillers=("р", "року"),
    ),
)
