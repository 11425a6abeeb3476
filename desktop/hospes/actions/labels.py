# SPDX-License-Identifier: GPL-3.0-or-later
"""What a step is called: the label of its action, with the names its references have now.

For the Undo button, the message line, the history and the command line alike.
"""

from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from string import Formatter
from uuid import UUID

from hospes.i18n.locale import Locale

FIRST_OF_SEVERAL = {"person", "owner", "first"}
"""References that name one of the `n` an act was about."""

MOST_NAMES = 3
"""More than so many people of one reference are a number."""


@cache
def labels() -> dict[str, str | tuple[str, str]]:
    """The label (a msgid, or one with its plural) of every action, by its code."""
    from hospes.actions import all_actions

    return {code: action.label for code, action in all_actions().items()}


def step_words(locale: Locale, code: str, refs: Mapping[str, object], named: Mapping[UUID, str]) -> str:
    """The act in the reader's words: "Edit Barbara Nowak". `named` says what ids are called.

    A code of a newer Hospes is shown as it is.
    """
    label = labels().get(code)
    if label is None:
        return code
    msgid = label if isinstance(label, str) else label[1]
    values: dict[str, object] = {}
    for _, field, _, _ in Formatter().parse(msgid):
        if field:
            values[field] = _value(locale, refs.get(field), named)
    count = refs.get("n")
    if isinstance(count, int) and count > 1:
        # The step names the first of several; the others are a number.
        for field in FIRST_OF_SEVERAL & values.keys():
            values[field] = locale.ntext(
                "{name} and {n} other", "{name} and {n} others", count - 1, name=values[field]
            )
    if not isinstance(label, str):
        # The number is in the plural's own placeholder.
        values.pop("n", None)
        return locale.ntext(*label, count if isinstance(count, int) else 0, **values)
    return locale.text(msgid, **values)


def _value(locale: Locale, ref: object, named: Mapping[UUID, str]) -> object:
    if isinstance(ref, int):
        return ref
    if isinstance(ref, list):
        return _several(locale, [str(_value(locale, one, named)) for one in ref])
    text = str(ref or "")
    if len(text) == 32:
        with suppress(ValueError):
            text = named.get(UUID(hex=text), "")
    return text or locale.text("an entry that is no longer there")


def _several(locale: Locale, texts: list[str]) -> str:
    """Several people of one reference: "Claire and Manon Dubois", "Anne Leroy and Paul Girard"."""
    if not texts:
        return locale.text("an entry that is no longer there")
    if len(texts) > MOST_NAMES:
        others = len(texts) - 1
        return locale.ntext("{name} and {n} other", "{name} and {n} others", others, name=texts[0])
    words = [text.split() for text in texts]
    if len(texts) > 1 and all(len(some) > 1 for some in words):
        if len({some[-1] for some in words}) == 1:
            return f"{locale.listing(' '.join(some[:-1]) for some in words)} {words[0][-1]}"
        if len({some[0] for some in words}) == 1:  # a family name that stands first
            return f"{words[0][0]} {locale.listing(' '.join(some[1:]) for some in words)}"
    return locale.listing(texts)
