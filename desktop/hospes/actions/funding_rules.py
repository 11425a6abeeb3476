# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules of a funding scheme that come from another association."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from hospes.actions import Action
from hospes.actions.grants import change_rules, checked_rules
from hospes.actions.own import own_association
from hospes.i18n.marks import N_
from hospes.store.tables.grants import FundingScheme
from hospes.store.writer import Writer


@dataclass(frozen=True)
class BringInRules(Action):
    """Take in rules as a scheme of the association's own, in place of one that it has. Gives its id.

    What was put right here figure by figure goes with the rules it belonged to.
    """

    code: ClassVar[str] = "funding-rules-in"
    label: ClassVar[str] = N_("Bring in the rules of a funding scheme")

    rules: Mapping[str, Any]
    instead_of: UUID | None = None

    def apply(self, w: Writer) -> UUID:
        """Keep them."""
        if self.instead_of is None:
            return w.create(FundingScheme, owner_id=own_association(w).id, rules=checked_rules(self.rules)).id
        change_rules(w, w.must(FundingScheme, self.instead_of), self.rules)
        return self.instead_of
