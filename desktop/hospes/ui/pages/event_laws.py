# SPDX-License-Identifier: GPL-3.0-or-later
"""What the by-laws say about general meetings, as a card that is opened to be changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from hospes.domain.codes_meeting import Majority, MotionKind, NoticeForm
from hospes.domain.errors import FieldProblem
from hospes.i18n.marks import N_
from hospes.ui.widgets.boxes import Box, FlowLayout, holder, row
from hospes.ui.widgets.buttons import link_button, main_button
from hospes.ui.widgets.choices import Choice, Tick
from hospes.ui.widgets.fields import Field, TextField, Verdict
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from hospes.domain.meetings import ByLaws
    from hospes.ui.desk import Desk

NUMBERS = (
    ("notice_days", N_("Days of notice"), N_("Between the day of sending and the day of the meeting.")),
    ("post_days", N_("Days for the post"), N_("Where the notice counts from the day the letter arrives.")),
    ("quorum_percent", N_("Quorum in per cent"), N_("Of all votes; 0 if any number will do.")),
    ("second_minutes", N_("Minutes until a second date"), N_("0 if the by-laws know none.")),
    ("second_quorum", N_("Quorum of the second date"), N_("In per cent; 0 if any number will do.")),
    ("proxies", N_("Proxies for each person"), N_("0 if the by-laws allow none.")),
    ("vote_age", N_("Age of voting"), N_("In full years.")),
    ("term_years", N_("Years of a term"), N_("0 if terms have no end.")),
)
FIELD, WIDE = 230, 372


class LawsCard(Box):
    """The by-laws; closed they are a line, open a form."""

    kept = Signal(object)
    toggled = Signal(bool)

    def __init__(self, desk: Desk, laws: ByLaws, *, known: bool, open_: bool) -> None:
        theme = desk.theme
        super().__init__(theme, "card", name="event.laws")
        self.desk, self._laws = desk, laws
        self._switch = link_button(theme, "", self._toggle, name="event.laws.open")
        self.box.addLayout(
            row(theme, Label(theme, desk.text("What the by-laws say"), "section"), None, self._switch)
        )
        if not known:
            words = desk.text("These are usual numbers. Compare them with your by-laws before you invite.")
            self.box.addWidget(Label(theme, words, "warn", wrap=True, name="event.laws.unknown"))
        self._form = self._make_form()
        self.box.addWidget(self._form)
        self._show(open_)

    def _make_form(self) -> Box:
        desk, theme, laws = self.desk, self.desk.theme, self._laws
        self._fields: dict[str, Field] = {}
        for name, label, hint in NUMBERS:
            editor = TextField(theme, str(getattr(laws, name)))
            self._fields[name] = Field(
                theme, desk.text(label), editor, hint=desk.text(hint), name=f"laws.{name}"
            )
        forms = [(one.value, desk.locale.label(one)) for one in NoticeForm]
        self._form_of = Field(
            theme, desk.text("How the invitation goes out"), Choice(theme, forms, laws.form.value),
            name="laws.form",
        )  # fmt: skip
        majorities = [(one.value, desk.locale.label(one)) for one in Majority]
        self._majorities: dict[MotionKind, Field] = {}
        for kind in MotionKind:
            box = Choice(theme, majorities, laws.majority(kind).value)
            label = desk.text("Majority: {kind}", kind=desk.locale.label(kind))
            self._majorities[kind] = Field(theme, label, box, name=f"laws.majority.{kind.value}")
        fields = [*self._fields.values(), self._form_of, *self._majorities.values()]
        for field in fields:
            field.setFixedWidth(theme.u(FIELD if field in self._fields.values() else WIDE))
        self._clear = Tick(
            theme,
            desk.text("The day of the meeting does not count as a day of notice"),
            name="laws.clearDays",
        )
        self._clear.setChecked(laws.clear_days)
        self._abstentions = Tick(
            theme, desk.text("Abstentions count as votes against"), name="laws.abstentions"
        )
        self._abstentions.setChecked(laws.abstentions_count)
        self._with_proxies = Tick(theme, desk.text("Proxies count for the quorum"), name="laws.quorumProxies")
        self._with_proxies.setChecked(laws.quorum_counts_proxies)
        self._paid = Tick(theme, desk.text("Only who owes no dues may vote"), name="laws.paidOnly")
        self._paid.setChecked(laws.paid_only)
        keep = main_button(theme, desk.text("Keep"), self._keep, name="laws.keep")
        return Box(
            theme, "card", holder(FlowLayout(theme, *fields, gap=14)),
            self._clear, self._with_proxies, self._paid, self._abstentions,
            row(theme, keep, None), gap=10, margins=(0,),
        )  # fmt: skip

    def _show(self, open_: bool) -> None:
        self._form.setVisible(open_)
        self._form.setProperty("k", "")
        self._switch.set_text(self.desk.text("Close") if open_ else self.desk.text("Change"))

    def take_focus(self) -> None:
        """Give the keyboard to what opens and closes it."""
        self._switch.setFocus()

    def _toggle(self) -> None:
        open_ = self._form.isHidden()
        self._show(open_)
        self.toggled.emit(open_)

    def _keep(self) -> None:
        desk = self.desk
        values: dict[str, int] = {}
        for name, field in self._fields.items():
            typed = field.value().strip()
            if not typed.isdecimal():
                field.say(Verdict("bad", desk.text("This has to be a number.")))
                return
            values[name] = int(typed)
        laws = replace(
            self._laws,
            **values,
            form=NoticeForm(self._form_of.value()),
            majorities={kind: Majority(field.value()) for kind, field in self._majorities.items()},
            quorum_counts_proxies=self._with_proxies.isChecked(),
            paid_only=self._paid.isChecked(),
            clear_days=self._clear.isChecked(),
            abstentions_count=self._abstentions.isChecked(),
        )
        try:
            laws.checked()
        except FieldProblem as problem:
            self._fields[problem.field].say(Verdict("bad", desk.words(problem)))
            return
        self.kept.emit(laws)
