# SPDX-License-Identifier: GPL-3.0-or-later
"""The association's rules of hosting as they stand in its file: a small structure of what differs from the
standard ones.

Only differences are kept, so a better standard of a later Hospes reaches every association that never
changed it. What a newer Hospes wrote and this one does not know is left aside.
"""

from collections.abc import Mapping
from dataclasses import fields

from hospes.domain.errors import FieldProblem
from hospes.domain.matching.values import DEFAULT_WEIGHTS, Criterion, Rules

RULES_KEY = "hosting.rules"
"""The setting of the association; of one visit it is `hosting.rules.VISIT`, with the figures of its id."""

HEAVIEST = 1000
_GRADES = ("very_good", "good", "possible")
_FLAGS = tuple(one.name for one in fields(Rules) if one.type in {bool, "bool"})


def rules_key(visit: str = "") -> str:
    """The key of the setting; `visit` is the id's 32 figures, or nothing for the association."""
    return f"{RULES_KEY}.{visit}" if visit else RULES_KEY


def plain_rules(rules: Rules, standard: Rules | None = None) -> dict[str, object]:
    """What differs from the standard rules (or from those of the association), ready for JSON."""
    standard = standard or Rules()
    weights = {
        criterion.value: weight
        for criterion, weight in rules.weights.items()
        if weight != standard.weights.get(criterion)
    }
    plain: dict[str, object] = {"weights": weights} if weights else {}
    for name in (*_GRADES, *_FLAGS):
        if getattr(rules, name) != getattr(standard, name):
            plain[name] = getattr(rules, name)
    return plain


def read_rules(*kept: object) -> Rules:
    """The rules that kept settings make, each over those before it: the association's, then the visit's."""
    weights: dict[Criterion, int] = dict(DEFAULT_WEIGHTS)
    more: dict[str, int | bool] = {}
    for one in kept:
        if not isinstance(one, Mapping):
            continue
        given = one.get("weights")
        if isinstance(given, Mapping):
            weights |= {
                criterion: value
                for criterion in Criterion
                if type(value := given.get(criterion.value)) is int and abs(value) <= HEAVIEST
            }
        more |= {name: value for name in _GRADES if type(value := one.get(name)) is int}
        more |= {name: value for name in _FLAGS if type(value := one.get(name)) is bool}
    return Rules(weights=weights, **more)  # type: ignore[arg-type]  # each name has the type checked above


def checked_rules(rules: Rules) -> Rules:
    """The rules, if they can be used. Raises FieldProblem."""
    for criterion, weight in rules.weights.items():
        if abs(weight) > HEAVIEST:
            raise FieldProblem(criterion.value, "Points go from −1000 to 1000.")
    if not rules.very_good >= rules.good >= rules.possible:
        raise FieldProblem("very_good", "A better fit needs at least as many points as a weaker one.")
    return rules
