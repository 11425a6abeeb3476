# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules to be kept of a funding scheme of one's own, and whether each is a must or recommended."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from hospes.domain.funding import Condition
from hospes.domain.funding_compare import HOLDS
from hospes.domain.funding_write import typed_countries, typed_figure, typed_whole
from hospes.domain.grants_words import RULES
from hospes.ui.pages.visit_budget_more import countries_typed, country_of
from hospes.ui.widgets.boxes import Box, FlowLayout, holder
from hospes.ui.widgets.choices import Choice, Tick
from hospes.ui.widgets.fields import Field, TextField
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QBoxLayout, QWidget

    from hospes.domain.funding import Figure, Scheme
    from hospes.ui.desk import Desk
    from hospes.ui.pages.visit_budget_more import Behind

ASKED = ("least", "most", "days_least", "days_most", "countries", "balance", "equal", "leaders")
"""Rules with a number, in the order of the form."""

SELDOM = ("countries_most", "size")
"""Rules with a number that few funders have."""

T = TypeVar("T")


class Pane(Protocol):
    """The form of the rules, as this part of it needs it."""

    behind: Behind

    def number(self, figure: Figure | None) -> str:
        """A figure for a field."""

    def watch(self, into: Box | QBoxLayout | None, field: Field, change: Callable[[str], Scheme]) -> Field:
        """Keep what a field says when it is left."""

    def keep(self, scheme: Scheme, field: Field | None = None) -> None:
        """Write the scheme."""


class ConditionsBox(Box):
    """A field for each rule; behind what is asked stands whether it has to be."""

    def __init__(self, desk: Desk, pane: Pane, scheme: Scheme) -> None:
        theme = desk.theme
        super().__init__(theme, "card", Label(theme, desk.text("Rules to be kept"), "section"), gap=6)
        self.desk, self.pane, self.scheme = desk, pane, scheme
        for code in ASKED:
            self._numbered(self.box, code)
        even = Tick(theme, desk.text("The finance plan has to be even"), name="visit.rules.even")
        known = self._known("plan_even")
        even.setChecked(known is not None)
        now = None if known is not None else Condition("plan_even")
        even.clicked.connect(lambda: pane.keep(self._with(known, now)))
        self._beside(self.box, even, known, even.text())
        seldom = {"age", "countries_of", *SELDOM}
        used = any(one.rule in seldom for one in scheme.conditions)
        inner = pane.behind.more(self, "visit.rules.conditions", used=used)
        self._ages(inner)
        self._which_countries(inner)
        for code in SELDOM:
            self._numbered(inner, code)

    def _known(self, rule: str) -> Condition | None:
        return next((one for one in self.scheme.conditions if one.rule == rule), None)

    def _with(self, old: Condition | None, new: Condition | None) -> Scheme:
        return replace(self.scheme, conditions=instead(self.scheme.conditions, old, new))

    def _beside(self, into: QBoxLayout, asked: QWidget, found: Condition | None, label: str) -> None:
        """What is asked; behind it, where it is asked at all, whether it is a must."""
        desk = self.desk
        if found is None:
            into.addWidget(asked)
            return
        options = [(code, desk.text(HOLDS[code == "must"])) for code in ("must", "may")]
        choice = Choice(
            desk.theme, options, "must" if found.must else "may", name=f"visit.rules.holds.{found.rule}"
        )
        choice.setAccessibleName(desk.text("How strict: {what}", what=label))
        choice.picked.connect(
            lambda code: self.pane.keep(self._with(found, replace(found, must=code == "must")))
        )
        into.addWidget(holder(FlowLayout(desk.theme, asked, choice, gap=10)))

    def _numbered(self, into: QBoxLayout, code: str) -> None:
        found = self._known(code)

        def ruled(typed: str) -> Scheme:
            figure = typed_figure(typed, found.value if found is not None else None)
            now = replace(found or Condition(code), value=figure) if figure is not None else None
            return self._with(found, now)

        shown = self.pane.number(found.value if found is not None else None)
        label = self.desk.text(RULES[code])
        self._beside(into, self._field(label, shown, code, ruled), found, label)

    def _field(self, label: str, shown: str, code: str, change: Callable[[str], Scheme]) -> Field:
        theme = self.desk.theme
        field = Field(theme, label, TextField(theme, shown), beside=True, name=f"visit.rules.{code}")
        return self.pane.watch(None, field, change)

    def _ages(self, into: QBoxLayout) -> None:
        """The age that is told of where somebody is outside it; who is paid for stands with each amount."""
        desk = self.desk
        found = self._known("age")
        people = (found or Condition("age")).people
        for code, label in (
            ("age_from", desk.text("From which age")),
            ("age_to", desk.text("Up to which age")),
        ):

            def aged(typed: str, code: str = code) -> Scheme:
                now: dict[str, Any] = {code: typed_whole(typed) or None}
                heads = replace(people, **now)
                ruled = replace(found or Condition("age"), people=heads)
                kept = ruled if heads.age_from is not None or heads.age_to is not None else None
                return self._with(found, kept)

            value = getattr(people, code)
            into.addWidget(self._field(label, "" if value is None else str(value), code, aged))

    def _which_countries(self, into: QBoxLayout) -> None:
        desk = self.desk
        found = self._known("countries_of")

        def ruled(typed: str) -> Scheme:
            codes = typed_countries(typed, lambda name: country_of(desk, name))
            now = replace(found or Condition("countries_of"), countries=codes) if codes else None
            return self._with(found, now)

        shown = countries_typed(desk, found.countries if found is not None else ())
        label = desk.text("People of each of these countries take part")
        self._beside(into, self._field(label, shown, "countries_of", ruled), found, label)


def instead(some: tuple[T, ...], old: T | None, new: T | None) -> tuple[T, ...]:
    """Some things with another one instead of one of them."""
    if old is None:
        return some if new is None else (*some, new)
    return tuple(kept for one in some for kept in ([one] if one is not old else [] if new is None else [new]))
