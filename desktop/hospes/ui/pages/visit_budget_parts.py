# SPDX-License-Identifier: GPL-3.0-or-later
"""One amount of a funding scheme of one's own: what for, counted by what, whose heads, which days."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol

from hospes.domain.codes_money import COSTS, BudgetCategory, LodgingKind
from hospes.domain.funding import Basis, DayRule, Part, Scheme, Which
from hospes.domain.funding_write import (
    bands_of,
    green_typed,
    steps_typed,
    typed_by_country,
    typed_countries,
    typed_figure,
    typed_steps,
    typed_whole,
    with_green,
)
from hospes.domain.grants_words import BASES, DAY_RULES, HEADS, PARTS
from hospes.ui.pages.visit_budget_more import Behind, countries_typed, country_of
from hospes.ui.widgets.boxes import Box, FlowLayout, holder, row
from hospes.ui.widgets.buttons import link_button
from hospes.ui.widgets.choices import Choice, Tick
from hospes.ui.widgets.fields import Field, LongText
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from PySide6.QtWidgets import QBoxLayout

    from hospes.domain.funding import Figure
    from hospes.ui.desk import Desk

COUNTS_HEADS = frozenset({Basis.PERSON, Basis.PERSON_DAY, Basis.PERSON_KM, Basis.BAND, Basis.STEPS})
COUNTS_DAYS = frozenset({Basis.PERSON_DAY, Basis.DAY})


class Rules(Protocol):
    """The pane in which the box stands."""

    behind: Behind

    def number(self, figure: Figure | None) -> str:
        """A figure for a field."""

    def put(
        self, into: Box | QBoxLayout, label: str, shown: str, code: str, change: Callable[[str], Scheme]
    ) -> Field:
        """A field that changes the scheme."""

    def watch(self, into: Box | QBoxLayout, field: Field, change: Callable[[str], Scheme]) -> Field:
        """The same for a field that is there."""

    def with_part(self, at: int, part: Part | None) -> Scheme:
        """The scheme with another part."""

    def keep(self, scheme: Scheme) -> None:
        """Write the scheme."""


def new_part(parts: Sequence[Part]) -> Part:
    """Another amount, for something that no amount is for yet."""
    taken = {part.code for part in parts}
    free = next((code for code in PARTS if code not in taken), f"part{len(parts)}")
    return Part(free, Basis.PERSON_DAY)


class PartBox(Box):
    """The fields of one amount; only those that count for the way it is counted."""

    def __init__(self, desk: Desk, rules: Rules, at: int, part: Part, others: Iterable[str] = ()) -> None:
        super().__init__(desk.theme, "card", gap=6, name=f"visit.rules.part.{at}")
        self.desk, self.rules, self.at, self.part = desk, rules, at, part
        names = {code: words for code, words in PARTS.items() if code not in set(others)}
        self._pick("code", desk.text("What for"), {part.code: part.code, **names}, part.code)
        self._pick("basis", desk.text("Paid for"), BASES, part.basis)
        self._amounts()
        if part.basis in COUNTS_HEADS:
            self._people()
        if part.basis in COUNTS_DAYS:
            self._days()
        if part.basis is Basis.PERSON_KM:
            self._tick(
                "return_trip", desk.text("The kilometres of both ways"), part.return_trip,
                lambda on: replace(part, return_trip=on),
            )  # fmt: skip
        if part.basis is Basis.PERCENT:
            self._categories()
        if part.basis is not Basis.FIXED:
            most = rules.number(part.most)
            self._put("upmost", desk.text("At most for this amount"), most, self._limited)
        self._more()
        away = link_button(
            desk.theme, desk.text("Take this amount out"), lambda: rules.keep(rules.with_part(at, None)),
            icon="trash-2", name=f"visit.rules.{at}.away",
        )  # fmt: skip
        self.box.addLayout(row(desk.theme, away, None))

    def _limited(self, typed: str) -> Part:
        return replace(self.part, most=typed_figure(typed, self.part.most))

    def _amounts(self) -> None:
        desk, part = self.desk, self.part
        if part.basis in (Basis.BAND, Basis.STEPS):
            bands = [(band.first, band.value) for band in part.bands]
            shown = steps_typed(bands if part.basis is Basis.BAND else part.steps)
            words = desk.text("From how many kilometres: how much")
            if part.basis is Basis.STEPS:
                words = desk.text("From how many people: how much")
            field = Field(
                desk.theme, words, LongText(desk.theme, shown), beside=True,
                name=f"visit.rules.{self.at}.steps",
            )  # fmt: skip
            self.rules.watch(self, field, lambda typed: self._with(self._stepped(typed)))
            hint = desk.text("One line each, such as 100: 180.")
            self.box.addWidget(Label(desk.theme, hint, "m", wrap=True))
            return
        label = desk.text("Share of the costs in %") if part.basis is Basis.PERCENT else desk.text("Amount")
        self._put("value", label, self.rules.number(part.value), lambda typed: replace(
            part, value=typed_figure(typed, part.value)
        ))  # fmt: skip

    # -- what few funders ask ------------------------------------------------------------------------

    def _more(self) -> None:
        """Rates by lodging, by country, for green travel; where, by whom and for whose visits it counts."""
        part = self.part
        used = bool(
            part.lodging or part.by_country or part.upto or part.venue or part.venue_not
            or part.not_in_families or part.one_way_only or part.people.country or part.people.eligible_only
            or any(band.green for band in part.bands)
        )  # fmt: skip
        self._inner = self.rules.behind.more(self, f"visit.rules.part.{self.at}", used=used)
        if part.basis is Basis.PERSON_DAY:
            self._by_lodging()
            self._by_country()
        if part.basis in (Basis.PERSON_DAY, Basis.PERSON_KM):
            label = self.desk.text("Up to, where the funder decides")
            self._put("upto", label, self.rules.number(part.upto), lambda typed: replace(
                part, upto=typed_figure(typed, part.upto)
            ), self._inner)  # fmt: skip
        if part.basis is Basis.BAND:
            self._green()
        if part.basis in COUNTS_HEADS:
            self._from_where()
        self._venues()

    def _by_lodging(self) -> None:
        desk, part = self.desk, self.part
        for kind in LodgingKind:

            def changed(typed: str, kind: LodgingKind = kind) -> Part:
                figure = typed_figure(typed, part.lodging.get(kind))
                rest = {one: known for one, known in part.lodging.items() if one is not kind}
                return replace(part, lodging=rest if figure is None else {**rest, kind: figure})

            label = desk.text("Amount: {lodging}", lodging=desk.locale.label(kind))
            shown = self.rules.number(part.lodging.get(kind))
            self._put(f"lodging.{kind.value}", label, shown, changed, self._inner)

    def _by_country(self) -> None:
        desk, part = self.desk, self.part
        lines = (
            f"{desk.locale.country(code)}: {figure.text or ''}" for code, figure in part.by_country.items()
        )
        field = Field(
            desk.theme, desk.text("Amount by the country of the visit"),
            LongText(desk.theme, "\n".join(lines)), beside=True,
            hint=desk.text("One line each, such as Poland: 34."), name=f"visit.rules.{self.at}.byCountry",
        )  # fmt: skip

        def changed(typed: str) -> Scheme:
            found = typed_by_country(typed, lambda name: country_of(desk, name), part.by_country)
            return self._with(replace(part, by_country=found))

        self.rules.watch(self._inner, field, changed)

    def _green(self) -> None:
        desk, part = self.desk, self.part
        field = Field(
            desk.theme, desk.text("From how many kilometres: how much for green travel"),
            LongText(desk.theme, green_typed(part.bands)), beside=True,
            hint=desk.text("One line each, such as 100: 180."), name=f"visit.rules.{self.at}.green",
        )  # fmt: skip
        self.rules.watch(
            self._inner, field, lambda typed: self._with(replace(part, bands=with_green(part.bands, typed)))
        )

    def _from_where(self) -> None:
        desk, part = self.desk, self.part

        def lives(typed: str) -> Part:
            codes = typed_countries(typed, lambda name: country_of(desk, name))
            return replace(part, people=replace(part.people, country=codes[0] if codes else ""))

        shown = countries_typed(desk, [part.people.country] if part.people.country else [])
        self._put("country", desk.text("Only people who live in"), shown, lives, self._inner)
        self._tick(
            "eligible", desk.text("Only people of the countries of the scheme"), part.people.eligible_only,
            lambda on: replace(part, people=replace(part.people, eligible_only=on)), self._inner,
        )  # fmt: skip

    def _venues(self) -> None:
        desk, part = self.desk, self.part
        for code, label in (
            ("venue", desk.text("Only for visits in")),
            ("venue_not", desk.text("Not for visits in")),
        ):

            def there(typed: str, code: str = code) -> Part:
                codes = typed_countries(typed, lambda name: country_of(desk, name))
                now: dict[str, Any] = {code: codes[0] if codes else ""}
                return replace(part, **now)

            country = getattr(part, code)
            self._put(code, label, countries_typed(desk, [country] if country else []), there, self._inner)
        self._tick(
            "notInFamilies", desk.text("Not for those who sleep with families"), part.not_in_families,
            lambda on: replace(part, not_in_families=on), self._inner,
        )  # fmt: skip
        self._tick(
            "oneWay", desk.text("Only where no visit back is planned"), part.one_way_only,
            lambda on: replace(part, one_way_only=on), self._inner,
        )  # fmt: skip

    def _stepped(self, typed: str) -> Part:
        steps = typed_steps(typed)
        if self.part.basis is Basis.STEPS:
            return replace(self.part, steps=steps)
        return replace(self.part, bands=bands_of(steps, self.part.bands))

    def _people(self) -> None:
        desk, people = self.desk, self.part.people

        def which(code: str) -> Part:
            return replace(self.part, people=replace(people, which=Which(code)))

        self._choose("which", desk.text("Who is counted"), HEADS, people.which, which)
        numbers = (
            ("age_from", desk.text("From which age")),
            ("age_to", desk.text("Up to which age")),
            ("leaders_per", desk.text("One leader for so many people")),
            ("most", desk.text("At most so many people")),
        )
        for code, label in numbers:
            value = getattr(people, code)

            def counted(typed: str, code: str = code) -> Part:
                now: dict[str, Any] = {code: typed_whole(typed) or None}
                return replace(self.part, people=replace(people, **now))

            self._put(code, label, "" if value is None else str(value), counted)

    def _days(self) -> None:
        desk, part = self.desk, self.part
        self._choose(
            "days",
            desk.text("Which days"),
            DAY_RULES,
            part.days,
            lambda code: replace(part, days=DayRule(code)),
        )
        shown = "" if part.max_days is None else str(part.max_days)
        self._put("max_days", desk.text("At most so many days"), shown, lambda typed: replace(
            part, max_days=typed_whole(typed) or None
        ))  # fmt: skip

    def _categories(self) -> None:
        desk, theme, part = self.desk, self.desk.theme, self.part
        words = desk.text("Which costs are accepted; nothing ticked means all:")
        self.box.addWidget(Label(theme, words, "m", wrap=True))
        ticks = []
        for one in COSTS:
            tick = Tick(theme, desk.locale.label(one), name=f"visit.rules.{self.at}.cost.{one.value}")
            tick.setChecked(one in part.categories)

            def ticked(_: bool = False, one: BudgetCategory = one) -> None:
                now = part.categories ^ {one}
                self.rules.keep(self._with(replace(part, categories=now)))

            tick.clicked.connect(ticked)
            ticks.append(tick)
        self.box.addWidget(holder(FlowLayout(theme, *ticks, gap=12)))

    # -- fields --------------------------------------------------------------------------------------

    def _with(self, part: Part) -> Scheme:
        return self.rules.with_part(self.at, part)

    def _put(
        self,
        code: str,
        label: str,
        shown: str,
        change: Callable[[str], Part],
        into: QBoxLayout | None = None,
    ) -> None:
        name = f"{self.at}.{code}"
        self.rules.put(into or self.box, label, shown, name, lambda typed: self._with(change(typed)))

    def _pick(self, code: str, label: str, words: Mapping[Any, str], value: str) -> None:
        def changed(chosen: str) -> Part:
            if code == "basis":
                return replace(self.part, basis=Basis(chosen))
            return replace(self.part, code=chosen)

        self._choose(code, label, words, value, changed)

    def _choose(
        self, code: str, label: str, words: Mapping[Any, str], value: str, change: Callable[[str], Part]
    ) -> None:
        desk = self.desk
        options = [(str(one), desk.text(said)) for one, said in words.items()]
        choice = Choice(desk.theme, options, str(value))
        field = Field(desk.theme, label, choice, beside=True, name=f"visit.rules.{self.at}.{code}")
        self.rules.watch(self, field, lambda chosen: self._with(change(chosen)))

    def _tick(
        self,
        code: str,
        label: str,
        value: bool,
        change: Callable[[bool], Part],
        into: QBoxLayout | None = None,
    ) -> None:
        tick = Tick(self.desk.theme, label, name=f"visit.rules.{self.at}.{code}")
        tick.setChecked(value)
        tick.clicked.connect(lambda: self.rules.keep(self._with(change(not value))))
        (into or self.box).addWidget(tick)
