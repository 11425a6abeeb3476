# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of a funding scheme of the association's own.

What it pays and how that is counted, limits, rules to be kept, days, and what has to be handed in. Everything
the shipped schemes can say of these can be said here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from hospes.actions.grants import ChangeScheme, MakeSchemeOwn, simple_scheme
from hospes.domain.errors import FieldProblem, UserError
from hospes.domain.funding import DeadlineRule, Figure, Part, RateSet, Scheme, read_scheme
from hospes.domain.funding_when import WHEN, rule_of, when_of
from hospes.domain.funding_write import changed_as, typed_countries, typed_figure, written
from hospes.domain.funding_years import place_of, with_day
from hospes.domain.grants_checks import DeadlineKind
from hospes.domain.grants_words import RULES
from hospes.queries.memberships import ground
from hospes.ui.pages.visit_budget_codes import ProofsBox, ThoughtBox
from hospes.ui.pages.visit_budget_conditions import ConditionsBox, instead
from hospes.ui.pages.visit_budget_more import Behind, countries_typed, country_of
from hospes.ui.pages.visit_budget_parts import PartBox, new_part
from hospes.ui.pages.visit_budget_rules_in import give_rules
from hospes.ui.pages.visit_budget_words import CURRENCIES, figure_words
from hospes.ui.pages.visit_budget_years import YearsBox
from hospes.ui.pages.visit_focus import focus_kept
from hospes.ui.widgets.boxes import Box, FlowLayout, clear, column, holder, row, scrolled
from hospes.ui.widgets.buttons import link_button, plain_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import Field, TextField, Verdict
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QBoxLayout

    from hospes.queries.grant_views import GrantView
    from hospes.ui.desk import Desk

LIMITS = ("cap", "cap_per_person", "minimum")

Change = Callable[[str], Scheme]
"""What a typed text makes of the scheme. Raises FieldProblem where it cannot be used."""


class RulesPane(QWidget):
    """The rules of the chosen grant's scheme, to be changed where it is the association's own."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.scheme: Scheme | None = None
        """The rules as they are kept; `built` are those the form was built from."""
        self.built: Scheme | None = None
        self.grant: UUID | None = None
        self.fields: list[Field] = []
        self.at = 0
        self.behind = Behind(desk)
        self._visit_on: date | None = None
        theme = desk.theme
        self._box = column(theme, gap=10)
        area = scrolled(holder(column(theme, self._box, None)), "visit.rules.scroll")
        self.setLayout(column(theme, area, gap=0))

    def show_grant(self, one: GrantView) -> None:
        """Show the rules of a grant's scheme; nothing is built anew where nothing has changed."""
        if (one.grant.id, one.grant.scheme) == (self.grant, self.built) and self._box.count():
            return
        self.leave()
        scheme = one.grant.scheme
        other = one.grant.id != self.grant or (self.scheme and self.scheme.code) != (scheme and scheme.code)
        if other:
            self._visit_on = one.first
            self.at = place_of(scheme, one.first) if scheme is not None else 0
        self.grant, self.scheme, self.fields = one.grant.id, scheme, []
        self.built = scheme
        with focus_kept(self):
            clear(self._box)
            if self.scheme is not None and self.scheme.own:
                self._build(self.scheme)
            else:
                self._offer(one)

    def leave(self) -> None:
        """Write what is still open."""
        for field in list(self.fields):
            field.leave()

    # -- not the association's own -------------------------------------------------------------------

    def _offer(self, one: GrantView) -> None:
        desk, theme = self.desk, self.desk.theme
        words = desk.text(
            "Hospes brings these rules along. Figures are put right under Figures; to change the rules "
            "themselves, make a scheme of your own from them."
        )
        if one.grant.scheme is None:
            words = desk.text("This grant has no rules yet. With rules, Hospes computes what it would pay.")
        make = plain_button(
            theme,
            desk.text("Make a scheme of our own"),
            lambda: self._make(one),
            icon="plus",
            name="visit.rules.make",
        )
        make.setDisabled(desk.file.read_only)
        self._box.addWidget(Label(theme, words, "m", wrap=True))
        self._box.addLayout(row(theme, make, None))

    def _make(self, one: GrantView) -> None:
        scheme = one.grant.scheme
        if scheme is None:
            rules = simple_scheme(one.grant.name, "", None, None, one.grant.currency)
        else:
            rules = written(scheme)
            language = self.desk.locale.language.partition("_")[0]
            named = self.desk.text("{name}, own rules", name=scheme.name(language))
            rules["name"] = {language: named, "en": named}
        said = self.desk.text("The scheme is yours now. Change what you like.")
        self.desk.run(MakeSchemeOwn(one.grant.id, rules), said=said)

    @property
    def _base(self) -> str:
        """The association's currency."""
        return self.desk.read(ground, self.desk.file.today).currency

    # -- the form ------------------------------------------------------------------------------------

    def _build(self, scheme: Scheme) -> None:
        desk, theme = self.desk, self.desk.theme
        self._box.addWidget(self._about(scheme))
        if not scheme.rates:
            scheme = replace(scheme, rates=(RateSet(None, None, ()),))
        self.at = min(self.at, len(scheme.rates) - 1)
        rates = scheme.rates[self.at]
        self._box.addWidget(Label(theme, desk.text("What it pays"), "section"))
        self._box.addWidget(YearsBox(desk, self, scheme, self.at, self._visit_on))
        for at, part in enumerate(rates.parts):
            others = (other.code for other in rates.parts if other is not part)
            self._box.addWidget(PartBox(desk, self, at, part, others))
        more = plain_button(
            theme, desk.text("Add another amount"), self._more, icon="plus", name="visit.rules.more"
        )
        self._box.addLayout(row(theme, more, None))
        self._box.addWidget(self._limits(scheme, rates))
        self._box.addWidget(ConditionsBox(desk, self, scheme))
        self._box.addWidget(self._deadlines(scheme))
        self._box.addWidget(ProofsBox(desk, self, scheme))
        self._box.addWidget(ThoughtBox(desk, self, scheme))

    def at_rates(self, at: int) -> None:
        """Show the rates of other years."""
        self.leave()
        self.at = at
        if self.scheme is None or not self.scheme.own:
            return
        self.fields, self.built = [], self.scheme
        with focus_kept(self):
            clear(self._box)
            self._build(self.scheme)

    def _about(self, scheme: Scheme) -> Box:
        desk = self.desk
        language = desk.locale.language.partition("_")[0]
        box = Box(desk.theme, "card", gap=6, name="visit.rules.about")

        def named(typed: str) -> Scheme:
            name = " ".join(typed.split())
            if not name:
                raise FieldProblem("name", "The scheme needs a name.")
            return replace(scheme, names={**scheme.names, language: name, "en": name})

        self.put(box, desk.text("Name of the scheme"), scheme.name(language), "name", named)
        self.put(
            box, desk.text("Funder"), scheme.funder, "funder",
            lambda typed: replace(scheme, funder=" ".join(typed.split()) or scheme.name(language)),
        )  # fmt: skip
        self.put(
            box, desk.text("Where the rules are from"), scheme.source, "source",
            lambda typed: replace(scheme, source=" ".join(typed.split())),
        )  # fmt: skip
        self._more_about(scheme, box)
        give = link_button(
            desk.theme, desk.text("Give these rules as a file"), lambda: give_rules(desk, self, scheme),
            icon="file-down", name="visit.rules.give",
        )  # fmt: skip
        box.box.addLayout(row(desk.theme, give, None))
        return box

    def _more_about(self, scheme: Scheme, box: Box) -> None:
        """Currency, country, website, whose people count, and what it cannot be combined with."""
        desk = self.desk
        used = scheme.currency != self._base or bool(scheme.eligible)
        inner = self.behind.more(box, "visit.rules.about", used=used)
        codes = sorted({*CURRENCIES, scheme.currency, self._base})
        currency = Choice(desk.theme, [(one, one) for one in codes], scheme.currency)
        field = Field(desk.theme, desk.text("Currency"), currency, beside=True, name="visit.rules.currency")
        self.watch(inner, field, lambda code: replace(scheme, currency=code))

        def of_country(typed: str) -> Scheme:
            found = typed_countries(typed, lambda name: country_of(desk, name))
            return replace(scheme, country=found[0] if found else "")

        country = countries_typed(desk, [scheme.country] if scheme.country else [])
        self.put(inner, desk.text("Country"), country, "country", of_country)
        self.put(
            inner, desk.text("Website"), scheme.site, "site",
            lambda typed: replace(scheme, site=typed.strip()),
        )  # fmt: skip
        listed = countries_typed(desk, sorted(scheme.eligible, key=desk.locale.country))
        self.put(
            inner, desk.text("Only people of these countries count"), listed, "eligible",
            lambda typed: replace(
                scheme, eligible=frozenset(typed_countries(typed, lambda name: country_of(desk, name)))
            ),
        )  # fmt: skip

    def _limits(self, scheme: Scheme, rates: RateSet) -> Box:
        desk = self.desk
        box = Box(desk.theme, "card", Label(desk.theme, desk.text("Limits"), "section"), gap=6)
        for code in LIMITS:
            figure = getattr(rates, code)

            def limited(typed: str, code: str = code) -> Scheme:
                now: dict[str, Any] = {code: typed_figure(typed, getattr(rates, code))}
                return self.with_rates(scheme, replace(rates, **now))

            self.put(box, desk.text(RULES[code]), self.number(figure), code, limited)
        return box

    def _deadlines(self, scheme: Scheme) -> Box:
        desk, theme = self.desk, self.desk.theme
        box = Box(theme, "card", Label(theme, desk.text("Days not to be missed"), "section"), gap=6)
        for kind in DeadlineKind:
            found = next((one for one in scheme.deadlines if one.kind == kind), None)
            when, typed = when_of(found)
            options = [(code, desk.text(words)) for code, words in WHEN.items()]
            choice = Choice(theme, options, when, name=f"visit.rules.when.{kind.value}")
            choice.setAccessibleName(desk.text("When: {what}", what=desk.locale.label(kind)))
            amount = TextField(theme, typed, name=f"visit.rules.count.{kind.value}")
            amount.setAccessibleName(
                desk.text("How many, or which day: {what}", what=desk.locale.label(kind))
            )
            field = Field(theme, desk.locale.label(kind), amount, name=f"visit.rules.day.{kind.value}")

            def changed(
                typed: str,
                choice: Choice = choice,
                kind: DeadlineKind = kind,
                found: DeadlineRule | None = found,
            ) -> Scheme:
                now = rule_of(kind.value, choice.code(), typed)
                return replace(scheme, deadlines=instead(scheme.deadlines, found, now))

            def set_(
                _: str = "",
                choice: Choice = choice,
                field: Field = field,
                changed: Callable[[str], Scheme] = changed,
            ) -> None:
                if not choice.code() or field.value().strip():
                    self.typed(field, changed, field.value())

            choice.picked.connect(set_)
            field.saved.connect(set_)
            self.fields.append(field)
            box.box.addWidget(holder(FlowLayout(theme, field, choice, gap=10)))
        hint = desk.text("Write how many weeks or months, or a day such as 15.10.")
        box.box.addWidget(Label(theme, hint, "m", wrap=True))
        return box

    # -- keeping -------------------------------------------------------------------------------------

    def number(self, figure: Figure | None) -> str:
        """A figure for a field."""
        return "" if figure is None or figure.text is None else figure_words(self.desk, figure)

    def put(self, into: Box | QBoxLayout, label: str, shown: str, code: str, change: Change) -> Field:
        """A field that changes the scheme when it is left."""
        field = Field(
            self.desk.theme, label, TextField(self.desk.theme, shown), beside=True, name=f"visit.rules.{code}"
        )
        return self.watch(into, field, change)

    def watch(self, into: Box | QBoxLayout | None, field: Field, change: Change) -> Field:
        """Keep what a field says when it is left."""
        field.saved.connect(lambda typed: self.typed(field, change, typed))
        self.fields.append(field)
        if into is not None:
            (into.box if isinstance(into, Box) else into).addWidget(field)
        return field

    def typed(self, field: Field, change: Change, typed: str) -> None:
        """Change the scheme by what was typed; what cannot be used is told under the field."""
        try:
            scheme = change(typed)
        except FieldProblem as problem:
            field.say(Verdict("bad", self.desk.words(problem)))
            return
        self.keep(scheme, field)

    def with_rates(self, scheme: Scheme, rates: RateSet) -> Scheme:
        """The scheme with other rates instead of those that are shown."""
        return replace(scheme, rates=(*scheme.rates[: self.at], rates, *scheme.rates[self.at + 1 :]))

    def shown_rates(self) -> RateSet:
        """The rates that are shown."""
        assert self.built is not None
        return self.built.rates[self.at] if self.built.rates else RateSet(None, None, ())

    def with_part(self, at: int, part: Part | None) -> Scheme:
        """The scheme with another part at a place; None takes it away."""
        assert self.built is not None
        rates = self.shown_rates()
        parts = [*rates.parts[:at], *([part] if part is not None else []), *rates.parts[at + 1 :]]
        return self.with_rates(self.built, replace(rates, parts=tuple(parts)))

    def keep(self, scheme: Scheme, field: Field | None = None) -> None:
        """Write the scheme."""
        if self.scheme is None:
            return

        def failed(error: UserError) -> None:
            if field is not None:
                field.say(Verdict("bad", self.desk.words(error)))
            else:
                self.desk.say(error, kind="err")

        assert self.built is not None
        before = written(self.built)
        after = written(with_day(scheme, self.built, self.desk.file.today))
        rules = changed_as(before, after, written(self.scheme))
        own, code = UUID(hex=self.scheme.code), self.scheme.code
        kept = read_scheme({**rules, "code": code}, own=True)
        if kept == read_scheme(written(self.scheme), own=True):
            return
        said = self.desk.text("The rules are changed.")
        if self.desk.run(ChangeScheme(own, rules), said=said, failed=failed) is not None:
            self.scheme = kept

    def _more(self) -> None:
        assert self.built is not None
        rates = self.shown_rates()
        more = replace(rates, parts=(*rates.parts, new_part(rates.parts)))
        self.keep(self.with_rates(self.built, more))
