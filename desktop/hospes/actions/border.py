# SPDX-License-Identifier: GPL-3.0-or-later
"""The association's own words on what a border asks (REQ-2-12); shipped rules lie unchanged beneath."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from hospes.actions import Action
from hospes.actions.settings import keep_setting
from hospes.domain.border import SETTINGS_PREFIX, read_rule
from hospes.domain.errors import FieldProblem
from hospes.i18n.marks import N_
from hospes.store.writer import Writer

LONGEST_DAYS, LONGEST_YEARS = 730, 20


@dataclass(frozen=True)
class SetBorderRule(Action):
    """Write, change or confirm a rule.

    Args:
        code: The rule; empty = a new one of the association's own.
        values: Its data as in `resources/border/rules.json`; None = back to the shipped rule, or gone.
    """

    code: ClassVar[str] = "border-rule-set"
    label: ClassVar[str] = N_("Change what a border asks")

    values: Mapping[str, Any] | None
    rule: str = ""
    made: str = field(default_factory=lambda: uuid.uuid4().hex)
    """The code of a new rule."""

    def apply(self, w: Writer) -> str:
        """Keep it; gives the rule's code. Raises FieldProblem for what no border asks."""
        code = self.rule or self.made
        if self.values is None:
            keep_setting(w, f"{SETTINGS_PREFIX}{code}", None)
            return code
        values = {**self.values, "code": code}
        if not values.get("from") or not values.get("to"):
            raise FieldProblem("from", "Choose from where and to where.")
        try:
            rule = read_rule(values, {})
        except (KeyError, TypeError, ValueError):
            raise FieldProblem("since", "This is not a day.") from None
        if not 0 <= rule.valid_days_after <= LONGEST_DAYS:
            raise FieldProblem("valid_days_after", "Days go from 0 to 730.")
        if not 0 <= rule.issued_within_years <= LONGEST_YEARS:
            raise FieldProblem("issued_within_years", "Years go from 0 to 20.")
        if rule.since and rule.until and rule.until < rule.since:
            raise FieldProblem("until", "The last day is before the first. Look at both.")
        keep_setting(w, f"{SETTINGS_PREFIX}{code}", values)
        return code

    def refs(self, result: object) -> dict[str, object]:
        """The rule's code."""
        return {"rule": result}
