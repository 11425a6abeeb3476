# SPDX-License-Identifier: GPL-3.0-or-later
"""From a plan of a collection to the debits that are kept: the words each payer reads on their statement."""

from typing import TYPE_CHECKING

from hospes.actions.collections import NewDebit
from hospes.domain.dues import year_name
from hospes.i18n.locale import Locale

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID

    from hospes.domain.sepa import CollectionPlan, Owed
    from hospes.queries.association import Association


def debits_of(
    plan: "CollectionPlan", own: "Association", without: "Collection[UUID]" = frozenset()
) -> tuple[NewDebit, ...]:
    """The debits of a plan but those of some mandates."""
    return tuple(
        NewDebit(one.mandate.id, one.owed.minor, words_of(one.owed, own))
        for one in plan.debits
        if one.mandate.id not in without
    )


def words_of(owed: "Owed", own: "Association") -> str:
    """What stands on the payer's statement, in the association's language so that its treasurer reads it."""
    locale = Locale.of(own.language or "en")
    years = ", ".join(year_name(year, own.year_start) for year in owed.years)
    if owed.numbers:
        numbers = ", ".join(owed.numbers)
        return locale.text("Dues {year}, {name}, no. {number}", year=years, name=owed.name, number=numbers)
    return locale.text("Dues {year}, {name}", year=years, name=owed.name)
