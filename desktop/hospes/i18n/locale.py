# SPDX-License-Identifier: GPL-3.0-or-later
"""The language of one reader, handed around as an object.

There is no process-wide language: a German window shows a French letter beside it, and a paper may be in two
languages at once. Whoever shows something to somebody holds that person's `Locale`.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from hospes.i18n import catalog, collation, days, figures
from hospes.i18n.languages import LanguageData, data_for, normal_code
from hospes.i18n.things import Country, Language

if TYPE_CHECKING:
    import gettext
    from collections.abc import Callable, Iterable
    from decimal import Decimal

    from hospes.i18n.collation import SortKey
    from hospes.i18n.days import DateStyle, Rough
    from hospes.i18n.figures import Amount

ROLE_CONTEXTS = {"f": "role, woman", "m": "role, man"}


@runtime_checkable
class Labelled(Protocol):
    """A code with the English text that stands for it, alone or as a pair of context and text."""

    label: str | tuple[str, str]


@runtime_checkable
class Worded(Protocol):
    """A text with its arguments, made where no language is known (`Message`)."""

    @property
    def msgid(self) -> str:
        """The English text."""

    @property
    def many(self) -> str | None:
        """The English text for several, if it has a plural."""

    @property
    def args(self) -> dict[str, object]:
        """Values of the placeholders."""


class Locale:
    """Everything that differs from reader to reader. `Locale.of("de")` is cached; it never changes."""

    def __init__(self, code: str, texts: gettext.NullTranslations | None = None) -> None:
        """Take a language and, in tests, other texts than the shipped ones."""
        self.code = normal_code(code)
        self.language = self.code.partition("-")[0]
        self.data: LanguageData = data_for(self.code)
        """What is known about the language beside CLDR."""
        self._texts = texts if texts is not None else catalog.shipped(self.code)

    @staticmethod
    @lru_cache
    def of(code: str) -> Locale:
        """The locale of a language (`de`, `en-US`, `de_AT.UTF-8`); unknown languages read English texts."""
        return Locale(code)

    def __repr__(self) -> str:
        return f"Locale({self.code!r})"

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return Locale.of, (self.code,)

    @property
    def territory(self) -> str:
        """Country of the readers, `DE`; empty if unknown."""
        return self.data.territory

    # ---- texts -----------------------------------------------------------------------------------------

    def text(self, msgid: str, /, **args: object) -> str:
        """The text in this language with its placeholders filled; values are written as the language does.

        Raises KeyError if a placeholder has no value: that is a mistake in the program.
        """
        # The empty text is the catalogue's header to gettext.
        return self._fill(self._texts.gettext(msgid), args) if msgid else ""

    def ntext(self, one: str, many: str, n: int, /, **args: object) -> str:
        """The plural form for `n`; the placeholder `{n}` shows the number as the language writes it."""
        return self._fill(self._texts.ngettext(one, many, n), {"n": self.number(n), **args})

    def ptext(self, context: str, msgid: str, /, **args: object) -> str:
        """A text whose meaning depends on the context, `ptext("verb", "Open")`."""
        return self._fill(self._texts.pgettext(context, msgid), args)

    def label(self, code: Labelled) -> str:
        """The words for a code."""
        label = code.label
        return self.text(label) if isinstance(label, str) else self.ptext(*label)

    def role(self, code: Labelled, gender: str | None = None) -> str:
        """The title of an office as for a woman (`f`), for a man (`m`), or the plain one."""
        context = ROLE_CONTEXTS.get(gender or "")
        if context is None or isinstance(code.label, str):
            return self.label(code)
        msgid = code.label[1]
        found = self._texts.pgettext(context, msgid)
        return self.label(code) if found == msgid else found

    def message(self, what: Worded | BaseException) -> str:
        """The sentence of a `Message` or of an expected error (anything that carries a `message`)."""
        # An expected error has its own `args`, as every exception does; its `message` is what people read.
        worded = getattr(what, "message", what)
        if not isinstance(worded, Worded):
            raise TypeError(f"{type(what).__name__} carries no message for people")
        if worded.many is None:
            return self.text(worded.msgid, **worded.args)
        n = worded.args.get("n")
        if not isinstance(n, int):
            raise KeyError("n")
        return self.ntext(worded.msgid, worded.many, n, **{k: v for k, v in worded.args.items() if k != "n"})

    def _fill(self, text: str, args: dict[str, object]) -> str:
        if "{" not in text and "}" not in text:
            return text
        return text.format_map({name: self._shown(value) for name, value in args.items()})

    def _shown(self, value: object) -> object:
        if type(value) in {str, int}:
            return value
        for kind, write in _WRITERS:
            if isinstance(value, kind):
                return write(self, value)
        return value

    # ---- days and times --------------------------------------------------------------------------------

    def date(self, day: dt.date | None, style: DateStyle = "list") -> str:
        """A day in a style of `DateStyle` (`list` is 07/03/1971); nothing for None."""
        return "" if day is None else days.written(self.code, day, style)

    def day_of_month(self, day: int, month: int) -> str:
        """`31 April`; the day need not exist."""
        return days.day_of_month(self.code, day, month)

    def span(self, first: dt.date | None, last: dt.date | None) -> str:
        """From a day to a day, as short as can be: `7–9 March 2026`."""
        return days.span(self.code, first, last)

    def rough(self, value: Rough | None) -> str:
        """A day that may be known only roughly: `about 1952`, `March 1952`, `7 March 1952`."""
        return "" if value is None else days.rough(self.code, value)

    def time(self, at: dt.time) -> str:
        """A time of day: `14:30`."""
        return days.clock(self.code, at)

    def moment(self, at: dt.datetime, zone: dt.tzinfo | None = None) -> str:
        """An instant (kept in UTC) on the clock of this computer, or of a zone."""
        local = (at if at.tzinfo else at.replace(tzinfo=dt.UTC)).astimezone(zone)
        return f"{self.date(local.date())} {self.time(local.time())}"

    # ---- figures ---------------------------------------------------------------------------------------

    def number(self, value: int | float | Decimal) -> str:
        """A number with the signs of the language."""
        return figures.number(self.code, value)

    def money(self, amount: Amount | None) -> str:
        """An amount with its currency; nothing for None."""
        return "" if amount is None else figures.money(self.code, amount.minor, amount.currency)

    def phone(self, typed: str, e164: str | None, home: str | None = None) -> str:
        """A telephone number as readers in `home` (default: the language's country) dial it."""
        return figures.phone(self.territory if home is None else home, typed, e164)

    # ---- names of things, order ------------------------------------------------------------------------

    def country(self, code: str) -> str:
        """Name of a country by its ISO code; the code itself if there is none."""
        return str(days.cldr(self.data.cldr).territories.get(code.upper(), code))

    def language_name(self, code: str) -> str:
        """Name of a language by its code."""
        language, _, region = normal_code(code).partition("-")
        names = days.cldr(self.data.cldr).languages
        if region and f"{language}_{region}" in names:
            return str(names[f"{language}_{region}"])
        return str(names.get(language, code))

    def own_name(self) -> str:
        """The language in its own words, for choosing it: `Deutsch`."""
        name = self.language_name(self.code)
        return name[:1].upper() + name[1:]

    def listing(self, items: Iterable[str]) -> str:
        """`a, b and c`."""
        from babel.lists import format_list

        texts = list(items)
        return format_list(texts, locale=days.cldr(self.data.cldr)) if texts else ""

    def sort_key(self, text: str) -> SortKey:
        """A key for `sorted` in the order of this language."""
        return collation.sort_key(self.data.cldr, text)


_WRITERS: tuple[tuple[type, Callable[[Locale, Any], str]], ...] = (
    # How values in placeholders are written; an instant is also a day, so it comes first.
    (Labelled, Locale.label),
    (Country, lambda locale, value: locale.country(value.country_code)),
    (Language, lambda locale, value: locale.language_name(value.language_code)),
    (dt.datetime, Locale.moment),
    (dt.date, Locale.date),
    (dt.time, Locale.time),
    (Worded, Locale.message),
    (figures.Amount, Locale.money),
    (days.Rough, Locale.rough),
)
