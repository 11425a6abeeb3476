# SPDX-License-Identifier: GPL-3.0-or-later
"""Grants of a visit: the list, a new one from a scheme, and the chosen one in full."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget, QWidget

from hospes.actions.grants import AddGrant, DeleteScheme, simple_scheme
from hospes.domain.values import Money
from hospes.i18n.marks import N_
from hospes.queries.funding import schemes
from hospes.queries.grant_views import GrantView, grant_views
from hospes.queries.memberships import ground
from hospes.ui.page import Fit
from hospes.ui.pages.visit_budget_figures import FiguresPane
from hospes.ui.pages.visit_budget_grant_form import GrantForm
from hospes.ui.pages.visit_budget_rules import RulesPane
from hospes.ui.pages.visit_budget_rules_in import RulesIn
from hospes.ui.pages.visit_budget_signed import SignedPane
from hospes.ui.pages.visit_widths import for_words
from hospes.ui.rows import Cell, Column
from hospes.ui.table import ListTable
from hospes.ui.widgets.boxes import Box, column, holder, row
from hospes.ui.widgets.buttons import link_button, plain_button
from hospes.ui.widgets.chips import Chip, TabRow
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import TextField
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.notices import EmptyState
from hospes.ui.widgets.tall import Sides

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hospes.i18n.locale import Locale
    from hospes.ui.desk import Desk

OTHER = "-"
PARTS = ("grant", "signed", "figures", "rules")
LIST_HEIGHT = 290
RULES_IN = 2
"""Where in the body the rules of a file are shown."""


def _name(one: GrantView, locale: Locale) -> Cell:
    return Cell(one.grant.name)


def _amount(one: GrantView, locale: Locale) -> Cell:
    amount = one.grant.hoped
    return Cell(locale.money(amount) if amount else "–", grey="")


def _state(one: GrantView, locale: Locale) -> str:
    return locale.label(one.grant.state)


class GrantsPane(QWidget):
    """List of grants at the left; form, list to sign and figures of the chosen one at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        theme = desk.theme
        self.visit_id: UUID | None = None
        self._views: dict[UUID, GrantView] = {}
        self._new: UUID | None = None
        self._own: dict[str, UUID] = {}
        self.list = ListTable(
            desk,
            "visit.grants",
            (
                Column("name", N_("Funder"), 196, _name),
                Column("state", N_("State"), 100, _state),
                for_words(
                    theme,
                    Column("amount", N_("Amount"), 104, _amount, align="right"),
                    [desk.locale.money(Money(999900, "EUR"))],
                    icon=False,
                ),
            ),
            shown=("name", "amount"),
            name="visit.grants.list",
            label=desk.text("Grants"),
        )
        self.list.chosen.connect(self._fill)
        self.scheme = Choice(theme, [(OTHER, "")], OTHER, name="visit.grants.scheme")
        self.scheme.setAccessibleName(desk.text("Funding scheme"))
        self.scheme.picked.connect(self._scheme_picked)
        self.name = TextField(theme, example=desk.text("Name of the funder"), name="visit.grants.name")
        self.name.setAccessibleName(desk.text("Name of the funder"))
        add = plain_button(
            theme, desk.text("Add this grant"), self._add, icon="plus", name="visit.grants.add"
        )
        self.begin = plain_button(
            theme, desk.text("New grant"), self._toggle, icon="plus", name="visit.grants.new"
        )
        self.percent = TextField(theme, example=desk.text("Share in %"), name="visit.grants.percent")
        self.percent.setAccessibleName(desk.text("Share of the costs in %"))
        self.most = TextField(theme, example=desk.text("At most"), name="visit.grants.most")
        self.most.setAccessibleName(desk.text("At most so much"))
        rule = Label(theme, desk.text("If it has a rule, it is kept for other visits too:"), "m", wrap=True)
        self._rule = holder(column(theme, rule, row(theme, self.percent, self.most), gap=4))
        self.away = link_button(
            theme,
            desk.text("Delete this scheme"),
            self._delete_scheme,
            icon="trash-2",
            name="visit.grants.away",
        )
        bring = link_button(
            theme, desk.text("Bring in rules from a file"), self._bring_in, icon="upload",
            name="visit.grants.rulesIn",
        )  # fmt: skip
        form = column(
            theme, self.scheme, self.away, self.name, self._rule, row(theme, add, None),
            row(theme, bring, None), gap=6,
        )  # fmt: skip
        self._form = holder(form)
        self._form.hide()
        low = column(theme, row(theme, self.begin, None), self._form, gap=6, margins=(10, 6, 10, 10))
        self._list_box = Box(theme, "card", self.list, low, gap=0, margins=(1, 1, 1, 1))
        self._list_box.box.setStretch(0, 1)
        self.parts = TabRow(
            theme,
            (
                Chip("grant", desk.text("Grant")),
                Chip("signed", desk.text("Who signed")),
                Chip("figures", desk.text("Figures")),
                Chip("rules", desk.text("Rules")),
            ),
            name="visit.grants.parts",
        )
        self.parts.chosen.connect(self._choose_part)
        self.form = GrantForm(desk)
        self.signed = SignedPane(desk)
        self.figures = FiguresPane(desk)
        self.rules = RulesPane(desk)
        self.inner = QStackedWidget()
        self._of_parts = (self.form, self.signed, self.figures, self.rules)  # as in PARTS
        for pane in self._of_parts:
            self.inner.addWidget(pane)
        right = column(theme, self.parts, self.inner, gap=8)
        right.setStretch(1, 1)
        self._build_body(holder(right))
        self._split = Sides(theme, self._list_box, self.body)
        self.setLayout(column(theme, self._split, gap=0))

    def _build_body(self, grant: QWidget) -> None:
        """The chosen grant, or that there is none, or the rules in a file."""
        self.body = QStackedWidget()
        self.body.addWidget(grant)
        words = self.desk.text("No grant yet. Choose a scheme to see at once what it would pay.")
        self.body.addWidget(EmptyState(self.desk.theme, words, icon="landmark", name="visit.grants.empty"))
        self.rules_in = RulesIn(self.desk)
        self.rules_in.shown.connect(lambda: self.body.setCurrentIndex(RULES_IN))
        self.rules_in.came.connect(self._came)
        self.rules_in.closed.connect(self._back)
        self.body.addWidget(self.rules_in)

    # -- reading -------------------------------------------------------------------------------------

    def show_visit(self, visit_id: UUID) -> None:
        """Read the grants of a visit."""
        desk = self.desk
        self.visit_id = visit_id
        known = desk.read(schemes)
        language = desk.locale.language
        self._own = {code: row_.own_id for code, row_ in known.items() if row_.own_id is not None}
        options = [(code, row_.scheme.name(language)) for code, row_ in known.items()]
        options = sorted(options, key=lambda one: desk.locale.sort_key(one[1]))
        self.scheme.set_options([(OTHER, desk.text("Another funder")), *options], self.scheme.code())
        self._scheme_picked(self.scheme.code())
        found = desk.read(grant_views, visit_id, desk.file.today, language)
        self._views = {one.grant.id: one for one in found}
        self.list.set_rows(list(self._views), lambda ids: [self._views.get(one) for one in ids])
        if self.body.currentIndex() != RULES_IN:
            self._back()
        if not found:
            self._form.show()
        if self._new is not None and self.list.choose(self._new):
            self._new = None
        if found and not self.list.chosen_ids():
            self.list.choose(found[0].grant.id)
        self._fill()

    def current(self) -> GrantView | None:
        """The chosen grant."""
        ids = self.list.chosen_ids()
        return self._views.get(ids[0]) if ids else None

    def _fill(self) -> None:
        one = self.current()
        if one is None:
            return
        if self.list.hasFocus():
            self._back()
        # Only what is in view: a form of rules has a hundred fields.
        self._of_parts[self.inner.currentIndex()].show_grant(one)

    def choose(self, grant: str, part: str = "") -> None:
        """Choose a grant, by its id as 32 digits, and a part."""
        with suppress(ValueError):
            self.list.choose(UUID(hex=grant))
        if part in PARTS:
            self.parts.choose(part)
            self._choose_part(part)

    def _toggle(self) -> None:
        self._form.setVisible(self._form.isHidden())
        if not self._form.isHidden():
            self.scheme.setFocus()

    # -- acts ----------------------------------------------------------------------------------------

    def _choose_part(self, code: str) -> None:
        self.leave()
        self.inner.setCurrentIndex(PARTS.index(code))
        self._fill()

    def _bring_in(self) -> None:
        self.rules_in.ask()

    def _back(self) -> None:
        self.body.setCurrentIndex(0 if self._views else 1)

    def _came(self, code: str) -> None:
        """The rules are here: the scheme is chosen, so that a grant is made from it."""
        self._back()
        self.scheme.choose(code)
        self._scheme_picked(code)
        self._form.show()
        self.scheme.setFocus()

    def _scheme_picked(self, code: str) -> None:
        self.name.setVisible(code == OTHER)
        self._rule.setVisible(code == OTHER)
        self.away.setVisible(code in self._own)

    def _delete_scheme(self) -> None:
        own = self._own.get(self.scheme.code())
        if own is not None:
            self.desk.run(DeleteScheme(own), said=self.desk.text("The scheme is deleted."))

    def _add(self) -> None:
        desk = self.desk
        if self.visit_id is None:
            return
        code = self.scheme.code()
        if code == OTHER:
            action = AddGrant(self.visit_id, name=self.name.text(), rules=self._rules())
        else:
            row_ = desk.read(schemes)[code]
            own = row_.own_id
            action = AddGrant(
                self.visit_id,
                scheme="" if own is not None else code,
                own_scheme_id=own,
                currency=row_.scheme.currency,
            )
        outcome = desk.run(action, said=desk.text("The grant is added."))
        if outcome is not None and isinstance(outcome.result, UUID):
            self._new = outcome.result
            for field in (self.name, self.percent, self.most):
                field.clear()
            self._form.hide()

    def _rules(self) -> dict[str, Any] | None:
        """The rule written for another funder; None for none. The action says what cannot be used."""
        numbers = [
            one.text().strip().removesuffix("%").replace(",", ".").strip()
            for one in (self.percent, self.most)
        ]
        if not any(numbers) or not self.name.text().strip():
            return None
        base = self.desk.read(ground, self.desk.file.today).currency
        return simple_scheme(self.name.text().strip(), "", numbers[0] or None, numbers[1] or None, base)

    def leave(self) -> None:
        """Write what is still open."""
        self.form.leave()
        self.rules.leave()

    def fit(self, fit: Fit) -> None:
        """There is that much room."""
        narrow = fit is Fit.NARROW
        self._split.stand(310 if fit > Fit.COMPACT else 240, beneath=LIST_HEIGHT if narrow else 0)
        self.form.set_narrow(fit <= Fit.COMPACT)
        self.signed.two.set_fit(fit)

    def panes(self) -> Sequence[QWidget]:
        """The parts F6 goes through."""
        return (self.list, self.inner)
