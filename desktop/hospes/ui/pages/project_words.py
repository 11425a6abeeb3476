# SPDX-License-Identifier: GPL-3.0-or-later
"""What the pages of projects say alike: period, state, partners and money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.domain.projects import ProjectStatus

if TYPE_CHECKING:
    from hospes.i18n.locale import Locale
    from hospes.queries.projects import ProjectRow
    from hospes.ui.widgets.labels import Tone

TONES: dict[ProjectStatus, tuple[Tone, str]] = {
    ProjectStatus.PLANNED: ("home", "clock"),
    ProjectStatus.RUNNING: ("ok", "sun"),
    ProjectStatus.ENDED: ("muted", "check"),
    ProjectStatus.GIVEN_UP: ("muted", "x"),
}
"""Tone and icon of each state."""


def period_words(row: ProjectRow, locale: Locale) -> str:
    """`January 2023 to June 2024`; nothing while nobody knows."""
    if row.first is not None and row.last is not None:
        return locale.text("{since} to {until}", since=locale.rough(row.first), until=locale.rough(row.last))
    if row.first is not None:
        return locale.text("since {since}", since=locale.rough(row.first))
    return locale.text("until {day}", day=locale.rough(row.last)) if row.last is not None else ""


def partner_words(row: ProjectRow) -> str:
    """Who carries it."""
    return ", ".join(one.name for one in row.partners)


def money_words(row: ProjectRow, locale: Locale) -> str:
    """What the funders give, one sum a currency."""
    return ", ".join(locale.money(one) for one in row.sums)
