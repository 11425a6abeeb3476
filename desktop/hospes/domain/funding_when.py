# SPDX-License-Identifier: GPL-3.0-or-later
"""When something for a funder has to be done, as one chooses it: weeks before, or a day of the year."""

from hospes.domain.errors import FieldProblem
from hospes.domain.funding import DeadlineRule
from hospes.domain.funding_write import day_of_year, typed_whole
from hospes.i18n.marks import N_

WHEN = {
    "": N_("No day"),
    "weeks_before": N_("weeks before the visit begins"),
    "months_before": N_("months before the visit begins"),
    "weeks_after": N_("weeks after the visit ends"),
    "months_after": N_("months after the visit ends"),
    "same_year": N_("is the day in the year of the visit"),
    "year_before": N_("is the day in the year before the visit"),
    "year_after": N_("is the day in the year after the visit"),
}
YEARS = {"year_before": -1, "same_year": 0, "year_after": 1}


def when_of(rule: DeadlineRule | None) -> tuple[str, str]:
    """A rule as one of these ways and what stands in the field."""
    if rule is None:
        return "", ""
    if rule.fixed is not None:
        way = next((code for code, years in YEARS.items() if years == rule.years), "same_year")
        return way, f"{rule.fixed[1]}.{rule.fixed[0]}."
    side = "after" if rule.anchor == "end" else "before"
    unit, count = ("weeks", rule.weeks) if rule.weeks else ("months", rule.months)
    return f"{unit}_{side}", str(abs(count))


def rule_of(kind: str, when: str, typed: str) -> DeadlineRule | None:
    """The rule of a way and of what was typed; None for no day. Raises FieldProblem."""
    if not when:
        return None
    if when in YEARS:
        return DeadlineRule(kind, fixed=day_of_year(typed), years=YEARS[when])
    count = typed_whole(typed)
    if count is None:
        raise FieldProblem("value", "Write a whole number, such as 720.")
    after = when.endswith("after")
    signed = count if after else -count
    anchor = "end" if after else "start"
    if when.startswith("weeks"):
        return DeadlineRule(kind, anchor, weeks=signed)
    return DeadlineRule(kind, anchor, months=signed)
