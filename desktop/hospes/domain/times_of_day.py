# SPDX-License-Identifier: GPL-3.0-or-later
"""Words instead of a time in a programme: "in the evening", in whatever language somebody wrote them."""

from functools import cache

from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_

_TIMES_OF_DAY = {
    "morning": N_("in the morning"),
    "noon": N_("at noon"),
    "afternoon": N_("in the afternoon"),
    "evening": N_("in the evening"),
    "night": N_("at night"),
    "all day": N_("all day"),
}


def time_words(words: str, locale: Locale) -> str:
    """A time of day in the reader's language, whatever language it was written in; other words stay."""
    known = _TIMES_OF_DAY.get(words.strip().casefold()) or _written_times().get(words.strip().casefold())
    return locale.text(known) if known else words


@cache
def _written_times() -> dict[str, str]:
    """The times of day as each language here writes them."""
    from hospes.i18n import catalog

    locales = [Locale.of(code) for code in catalog.languages()]
    return {locale.text(words).casefold(): words for locale in locales for words in _TIMES_OF_DAY.values()}
