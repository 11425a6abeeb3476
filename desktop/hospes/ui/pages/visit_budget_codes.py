# SPDX-License-Identifier: GPL-3.0-or-later
"""What is ticked of a funding scheme: proofs, what it does not pay, what it cannot be combined with."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from hospes.domain.grants_words import PROOFS, REMEMBER, WARNINGS
from hospes.queries.funding import schemes
from hospes.ui.widgets.boxes import Box, FlowLayout, holder
from hospes.ui.widgets.choices import Tick
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QBoxLayout

    from hospes.domain.funding import Scheme
    from hospes.ui.desk import Desk
    from hospes.ui.pages.visit_budget_more import Behind


class Pane(Protocol):
    """The form of the rules, as the boxes need it."""

    behind: Behind

    def keep(self, scheme: Scheme) -> None:
        """Write the scheme."""


class _Ticked(Box):
    """A card of ticks."""

    def __init__(self, desk: Desk, pane: Pane, scheme: Scheme, title: str) -> None:
        super().__init__(desk.theme, "card", Label(desk.theme, title, "section"), gap=2)
        self.desk, self.pane, self.scheme = desk, pane, scheme

    def ticks(
        self,
        into: QBoxLayout,
        kind: str,
        words: Mapping[str, str],
        chosen: tuple[str, ...],
        change: Callable[[tuple[str, ...]], Scheme],
        *,
        flowing: bool = False,
    ) -> None:
        """A tick for each of some codes, whose words are in the reader's language already."""
        made = []
        for code, said in words.items():
            tick = Tick(self.desk.theme, said, name=f"visit.rules.{kind}.{code}")
            tick.setChecked(code in chosen)

            def ticked(_: bool = False, code: str = code) -> None:
                self.pane.keep(change(tuple(one for one in words if (one in chosen) != (one == code))))

            tick.clicked.connect(ticked)
            made.append(tick)
        if flowing:
            into.addWidget(holder(FlowLayout(self.desk.theme, *made, gap=12)))
            return
        for tick in made:
            into.addWidget(tick)

    def told(self, words: Mapping[str, str], chosen: tuple[str, ...]) -> dict[str, str]:
        """Codes with their words; what was chosen and has none here speaks as it stands."""
        strange = {code: code for code in chosen if code not in words}
        return {code: self.desk.text(said) for code, said in words.items()} | strange


class ProofsBox(_Ticked):
    """What has to be handed in."""

    def __init__(self, desk: Desk, pane: Pane, scheme: Scheme) -> None:
        super().__init__(desk, pane, scheme, desk.text("What has to be handed in"))
        words = self.told(PROOFS, scheme.proofs)
        self.ticks(self.box, "proof", words, scheme.proofs, lambda now: replace(scheme, proofs=now))


class ThoughtBox(_Ticked):
    """What no machine can check, what the funder does not pay, and what it cannot be combined with."""

    def __init__(self, desk: Desk, pane: Pane, scheme: Scheme) -> None:
        super().__init__(desk, pane, scheme, desk.text("To be thought of"))
        theme = desk.theme
        used = bool(scheme.remember or scheme.warning_words or scheme.not_with)
        inner = pane.behind.more(self, "visit.rules.words", used=used)
        inner.addWidget(Label(theme, desk.text("It does not pay, and Hospes tells of it:"), "m", wrap=True))
        warned = scheme.warning_words
        self.ticks(
            inner, "warning", self.told(WARNINGS, warned), warned,
            lambda now: replace(scheme, warning_words=now), flowing=True,
        )  # fmt: skip
        others = {
            code: one.scheme.name(desk.locale.language)
            for code, one in desk.read(schemes).items()
            if code != scheme.code and not one.scheme.own
        }
        inner.addWidget(Label(theme, desk.text("It cannot be combined with:"), "m", wrap=True))
        self.ticks(
            inner, "notWith", others, scheme.not_with,
            lambda now: replace(scheme, not_with=now), flowing=True,
        )  # fmt: skip
        inner.addWidget(Label(theme, desk.text("Reminders:"), "m", wrap=True))
        words = self.told(REMEMBER, scheme.remember)
        self.ticks(inner, "remember", words, scheme.remember, lambda now: replace(scheme, remember=now))
