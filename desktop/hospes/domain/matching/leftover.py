# SPDX-License-Identifier: GPL-3.0-or-later
"""Why somebody is left over, and the smallest single change that would help."""

from collections.abc import Mapping
from datetime import date

from hospes.domain.matching.values import Leftover
from hospes.domain.matching.view import View


class Leftovers:
    def __init__(self, view: View, nights: Mapping[str, Mapping[date, str]], seconds: float) -> None:
        self.view = view

    def of(self, key: str) -> Leftover:
        return Leftover(key, (), ())
