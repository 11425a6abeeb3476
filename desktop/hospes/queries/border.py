# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of what borders ask: the association's own rules, then the shipped ones as it changed them."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import Connection

from hospes import paths
from hospes.domain.border import SETTINGS_PREFIX, BorderRule, read_rule
from hospes.queries.settings import settings


@cache
def _shipped() -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads((paths.resources() / "border" / "rules.json").read_text("utf-8"))
    return found


def border_data(connection: Connection) -> dict[str, tuple[Mapping[str, Any], bool]]:
    """Each rule's data by its code, in the order in which they count, and whether it is the association's."""
    own = {
        key.removeprefix(SETTINGS_PREFIX): value
        for key, value in settings(connection, SETTINGS_PREFIX).items()
        if isinstance(value, dict)
    }
    shipped = {str(one["code"]): one for one in _shipped()["rules"]}
    found = {code: (own[code], True) for code in own if code not in shipped}
    return found | {code: (own.get(code, raw), code in own) for code, raw in shipped.items()}


def border_rules(connection: Connection) -> tuple[BorderRule, ...]:
    """The rules in the order in which they count."""
    groups = _shipped()["groups"]
    return tuple(read_rule(raw, groups, own=own) for raw, own in border_data(connection).values())


def is_shipped(code: str) -> bool:
    """Does Hospes bring this rule along?"""
    return any(one["code"] == code for one in _shipped()["rules"])
