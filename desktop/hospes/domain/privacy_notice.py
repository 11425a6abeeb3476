# SPDX-License-Identifier: GPL-3.0-or-later
"""What people are told where they give their data (Art. 13 and 14 GDPR), in a few plain sentences.

An association may write its own; this one is made of its settings and stands on the forms until then.
"""

from hospes.domain.retention import Kept, Rules
from hospes.i18n.locale import Locale

SETTING = "privacy.notice."
"""Before the language in the key of the association's own text."""


def notice(name: str, rules: Rules, locale: Locale) -> str:
    """The sentences in a language."""
    parts = [
        locale.text(
            "{association} keeps these answers to prepare the visit and to place guests. Hosts and the "
            "partner association get only what they need for it.",
            association=name,
        )
    ]
    span = rules[Kept.HEALTH]
    if span is not None:
        parts.append(
            locale.text(
                "Answers about health and diet are given of free will and are removed {span} after the "
                "visit.",
                span=span_words(span.n, span.unit.value, locale),
            )
        )
    parts.append(
        locale.text(
            "You may see what is kept about you, have it put right or erased, and complain to the data "
            "protection authority."
        )
    )
    return " ".join(parts)


def span_words(n: int, unit: str, locale: Locale) -> str:
    """A span in words: 30 days, 14 months, 8 years."""
    if unit == "days":
        return locale.ntext("{n} day", "{n} days", n)
    if unit == "months":
        return locale.ntext("{n} month", "{n} months", n)
    return locale.ntext("{n} year", "{n} years", n)
