# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts an association uses again and again: in applications, speeches, letters, articles (S32)."""

from dataclasses import dataclass

from hospes.domain.codes import Code
from hospes.i18n.marks import N_


class TextUse(Code):
    """What a text is for."""

    APPLICATION = "application", N_("Applications")
    SPEECH = "speech", N_("Speeches")
    LETTER = "letter", N_("Letters")
    ARTICLE = "article", N_("Articles")


@dataclass(frozen=True, slots=True)
class ShippedText:
    """A text that Hospes brings along."""

    code: str
    use: str
    language: str
    title: str
    text: str
