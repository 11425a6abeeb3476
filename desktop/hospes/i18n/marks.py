# SPDX-License-Identifier: GPL-3.0-or-later
"""Marks for texts that are written in one place and translated in another.

Nothing is translated when a module is imported: a constant only carries its English text, and a `Locale`
turns it into words when somebody reads it. The functions return their arguments and exist for the extractor.
"""


def N_(text: str) -> str:
    """Mark a text."""
    return text


def NN_(one: str, many: str) -> tuple[str, str]:
    """Mark a text with its plural; `{n}` is the number."""
    return one, many


def P_(context: str, text: str) -> tuple[str, str]:
    """Mark a text that means different things in different places."""
    return context, text
