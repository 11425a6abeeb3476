# SPDX-License-Identifier: GPL-3.0-or-later
"""Alt and a letter reach every menu, and every field and button of a form (design 7).

Letters are given out here and not written into the texts: translators need not think of them, and no
two things of one form ever get the same one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.ui.widgets.buttons import Button, literal
from hospes.ui.widgets.fields import Field

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

MARK = "&"


def with_letter(words: str, taken: set[str]) -> str:
    """`words` with a mark before the letter that reaches them; the letter is added to `taken`.

    The first letters of words are preferred; words whose letters are all taken stay without one.
    """
    starts = [at for at, sign in enumerate(words) if sign.isalpha() and (at == 0 or words[at - 1] in " (-")]
    others = [at for at, sign in enumerate(words) if sign.isalpha()]
    for at in (*starts, *others):
        letter = words[at].casefold()
        if letter not in taken:
            taken.add(letter)
            return literal(words[:at]) + MARK + literal(words[at:])
    return literal(words)


def letters_for(texts: Iterable[str]) -> list[str]:
    """All texts with letters that differ from each other, in order."""
    taken: set[str] = set()
    return [with_letter(text, taken) for text in texts]


def give_letters(form: QWidget, menus: Iterable[str] = ()) -> None:
    """Give a letter to every field and framed button of a form.

    Args:
        form: everything in it gets a letter of its own.
        menus: letters the menu bar uses already.
    """
    taken = {letter.casefold() for letter in menus}
    for field in form.findChildren(Field):
        if not field.isHidden():
            field.label.setText(with_letter(_bare(field.label.text()), taken))
    for button in form.findChildren(Button):
        if not button.isHidden() and button.property("k") in ("pri", "sec") and button.text():
            button.setText(with_letter(_bare(button.text()), taken))


def _bare(text: str) -> str:
    """A text as it was before it got its mark."""
    return text.replace(MARK + MARK, "\0").replace(MARK, "").replace("\0", MARK)
