# SPDX-License-Identifier: GPL-3.0-or-later
"""The one or two languages of a paper.

The first is its reader's; the second, if there is one, stands beneath or beside it in italic brick. Dates,
money and order follow the language they stand in (design 12).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, NamedTuple

from hospes.i18n.locale import Labelled, Locale

DOT: Final = " · "
NBSP: Final = "\u00a0"
"""A space at which no line breaks."""


class Pair(NamedTuple):
    """The same words in the first and in the second language; the second is empty if there is none."""

    first: str
    second: str = ""

    def joined(self, between: str = DOT) -> str:
        """Both in one line; once if they are the same."""
        if not self.second or self.second == self.first:
            return self.first
        return f"{self.first}{between}{self.second}"


NO_WORDS: Final = Pair("")


@dataclass(frozen=True, slots=True)
class Tongues:
    """The languages of a paper. `text`, `ntext` and `ptext` are those of `Locale`, in both."""

    first: Locale
    second: Locale | None = None

    def each(self, say: Callable[[Locale], str]) -> Pair:
        """What `say` says in each language."""
        return Pair(say(self.first), say(self.second) if self.second else "")

    def text(self, msgid: str, /, **args: object) -> Pair:
        """A text in both languages."""
        return self.each(lambda locale: locale.text(msgid, **args))

    def ntext(self, one: str, many: str, n: int, /, **args: object) -> Pair:
        """A text with a number in both languages."""
        return self.each(lambda locale: locale.ntext(one, many, n, **args))

    def ptext(self, context: str, msgid: str, /, **args: object) -> Pair:
        """A text of a context in both languages."""
        return self.each(lambda locale: locale.ptext(context, msgid, **args))

    def label(self, code: Labelled) -> Pair:
        """The words for a code in both languages."""
        return self.each(lambda locale: locale.label(code))

    @property
    def codes(self) -> tuple[str, ...]:
        """The language codes, first one first."""
        return (self.first.code, self.second.code) if self.second else (self.first.code,)
