# SPDX-License-Identifier: GPL-3.0-or-later
"""What the forms say about the data they ask for: the association's own words, else the usual ones."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hospes.domain.privacy_notice import notice
from hospes.i18n.locale import Locale

if TYPE_CHECKING:
    from hospes.papers.kit.tongues import Tongues
    from hospes.queries.privacy import PrivacyTexts


def privacy_notices(texts: "PrivacyTexts", tongues: "Tongues") -> Iterator[str]:
    """A paragraph in each language of the paper."""
    for locale in (tongues.first, tongues.second):
        if locale is not None:
            yield own_or_usual(texts, locale)


def own_or_usual(texts: "PrivacyTexts", locale: Locale) -> str:
    """The notice in one language."""
    return texts.notices.get(locale.language) or notice(texts.name, texts.rules, locale)
