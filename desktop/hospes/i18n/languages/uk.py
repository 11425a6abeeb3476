# SPDX-License-Identifier: GPL-3.0-or-later
"""Ukrainian."""

from hospes.i18n.languages.base import LanguageData, Letters, TypedWords

LETTERS = Letters(
    unknown="Шановні пані та панове!",
    woman="Шановна пані {surname}!",
    man="Шановний пане {surname}!",
    neutral="Вітаємо, {name}!",
    couple="Шановні пані та пане!",
    several="Шановні пані та панове!",
    # The vocative of a first name is not computed: it is kept by hand as the person's own salutation.
    friend_woman="Вітаємо!",
    friend_man="Вітаємо!",
    friend_neutral="Вітаємо!",
    friends="Дорогі друзі!",
    offices={
        "mayor": ("Вельмишановна пані міська голово!", "Вельмишановний пане міський голово!"),
        "lord_mayor": ("Вельмишановна пані міська голово!", "Вельмишановний пане міський голово!"),
        "chair": ("Шановна пані голово!", "Шановний пане голово!"),
    },
    closing="З повагою",
    closing_friendly="Із щирими вітаннями",
)

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
    letters=LETTERS,
)
