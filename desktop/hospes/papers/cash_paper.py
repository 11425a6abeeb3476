# SPDX-License-Identifier: GPL-3.0-or-later
"""What the papers of the journal have in common: which year, amounts, names in two languages."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from hospes.domain.codes_cash import Sphere
from hospes.domain.dues import dues_year
from hospes.domain.values import Money
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.papers.kit.tongues import Pair, Tongues
from hospes.papers.options import SheetOptions, number

if TYPE_CHECKING:
    from hospes.queries import Connection
    from hospes.queries.association import Association
    from hospes.queries.cash import CategoryRow


@dataclass(frozen=True, kw_only=True)
class YearOptions(SheetOptions):
    """Which year."""

    year: int = number(
        N_("Year"), 0, 0, 2200, hint=N_("The last year that is over if it is 0."), machine=True
    )


def year_of_paper(connection: "Connection", own: "Association", wanted: int, today: date) -> int:
    """The year asked for; else the last that is over and has a journal; else the present one."""
    from hospes.queries.cash_years import years_of_journal

    if wanted:
        return wanted
    present = dues_year(today, own.year_start)
    return present - 1 if present - 1 in years_of_journal(connection, today) else present


def shown(minor: int | None, currency: str, locale: Locale) -> str:
    """An amount; nothing where there is none."""
    return "" if minor is None else locale.money(Money(minor, currency))


def category_name(row: "CategoryRow | None", tongues: Tongues) -> str:
    """A category in the languages of the paper."""
    if row is None:
        return tongues.text("Not sorted yet").joined(" / ")
    return tongues.each(lambda reader: row.name_in(reader.language)).joined(" / ")


def sphere_name(sphere: Sphere | None, tongues: Tongues) -> Pair:
    """A sphere in the languages of the paper."""
    return tongues.label(sphere) if sphere is not None else tongues.text("Without a sphere")


def same(words: str, tongues: Tongues) -> Pair:
    """What is called the same in every language: an account's name."""
    return Pair(words, words if tongues.second is not None else "")
