# SPDX-License-Identifier: GPL-3.0-or-later
"""One grant: what was applied for, promised and received, what it would pay and how, checks, days, proofs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QWidget

from hospes.actions.grants import DeleteGrant, EditGrant, ReceiveGrant, TickProof
from hospes.domain.codes_money import GrantState, LodgingKind
from hospes.domain.errors import FieldProblem, UserError
from hospes.domain.funding import Basis
from hospes.domain.grants_checks import Light, check_words
from hospes.domain.grants_words import PROOFS, REMEMBER
from hospes.domain.money import MoneyProblem
from hospes.papers.base import Scope
from hospes.papers.making import draw, find_paper, gather
from hospes.papers.options import read_options
from hospes.papers.packing import pack
from hospes.queries.documents import document_bytes
from hospes.ui.pages.saving import ask_path, save_bytes
from hospes.ui.pages.visit_budget_words import computed_words, money_check, money_of, part_words, plain
from hospes.ui.pages.visit_fields import day_check, day_editor, day_of
from hospes.ui.pages.visit_focus import focus_kept
from hospes.ui.widgets.boxes import Box, FlowLayout, clear, column, holder, row, scrolled
from hospes.ui.widgets.buttons import link_button, plain_button
from hospes.ui.widgets.choices import Choice, Tick
from hospes.ui.widgets.fields import FINE, Field, LongText, TextField, Verdict
from hospes.ui.widgets.labels import Label, StateWord
from hospes.ui.widgets.turning import Turning

if TYPE_CHECKING:
    from datetime import date

    from hospes.domain.grants import Estimate
    from hospes.queries.grant_views import GrantView
    from hospes.ui.desk import Desk
    from hospes.ui.widgets.labels import Tone

LIGHTS: dict[Light, tuple[Tone, str]] = {
    Light.RED: ("err", "circle-alert"),
    Light.AMBER: ("warn", "triangle-alert"),
    Light.GREEN: ("ok", "check"),
}


class GrantForm(QWidget):
    """Two columns: what people enter, and what comes out of it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        theme = desk.theme
        self.one: GrantView | None = None
        self.fields: list[Field] = []
        self._left = column(theme, gap=12)
        self._right = column(theme, gap=12)
        self._columns = row(theme, holder(self._left), holder(self._right), gap=12)
        self._columns.setStretch(0, 1)
        self._columns.setStretch(1, 1)
        self.setLayout(column(theme, scrolled(holder(self._columns), "visit.grant.scroll"), gap=0))

    def set_narrow(self, narrow: bool) -> None:
        """One column where there is no room for two."""
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(way)

    def show_grant(self, one: GrantView) -> None:
        """Show a grant; nothing is built anew where nothing of it has changed."""
        if one == self.one:
            return
        self.leave()
        self.one, self.fields = one, []
        with focus_kept(self):
            self._build(one)

    def _build(self, one: GrantView) -> None:
        clear(self._left)
        clear(self._right)
        self._left.addWidget(self._state(one))
        if one.grant.scheme is not None:
            self._left.addWidget(self._facts(one))
        self._left.addStretch(1)
        if one.after is not None and one.grant.scheme is not None:
            words = self.desk.ntext(
                "Computed from {n} person who signed", "Computed from {n} people who signed", one.signed
            )
            if not one.signed:
                words = self.desk.ntext(
                    "Computed from {n} person who was there",
                    "Computed from {n} people who were there",
                    one.present,
                )
            self._right.addWidget(self._estimate(one.after, words, "after"))
        if one.before is not None:
            words = self.desk.ntext(
                "Estimate for {n} person who is expected",
                "Estimate for {n} people who are expected",
                one.expected,
            )
            self._right.addWidget(self._estimate(one.before, words, "before"))
        if one.checks or (one.grant.scheme is not None and one.grant.scheme.remember):
            self._right.addWidget(self._checks(one))
        if one.deadlines:
            self._right.addWidget(self._deadlines(one))
        if one.proofs:
            self._right.addWidget(self._proofs(one))
        self._right.addStretch(1)

    # -- left: what people enter ---------------------------------------------------------------------

    def _state(self, one: GrantView) -> Box:
        desk, theme, grant = self.desk, self.desk.theme, one.grant
        away = link_button(
            theme, desk.text("Delete this grant"), self._delete, icon="trash-2", name="visit.grant.delete"
        )
        title = Label(theme, grant.name, "section", wrap=True)
        box = Box(theme, "card", title, gap=6, name="visit.grant.state")
        states = [(one_.value, desk.locale.label(one_)) for one_ in GrantState]
        self._choice(box, desk.text("State"), states, grant.state.value, "state")
        self._money(box, desk.text("Applied for"), plain(desk, grant.applied), "applied_minor")
        self._day(box, desk.text("Applied on"), grant.applied_on, "applied_on")
        self._money(box, desk.text("Promised"), plain(desk, grant.promised), "promised_minor")
        self._day(box, desk.text("Promised on"), grant.promised_on, "promised_on")
        self._received(box, one)
        self._day(box, desk.text("Report due"), grant.report_due, "report_due")
        self._day(box, desk.text("Report sent"), grant.reported_on, "reported_on")
        self._text(box, desk.text("File number"), grant.reference, "reference")
        conditions = Field(
            theme, desk.text("Conditions"), LongText(theme, grant.conditions, lines=2), beside=True,
            name="visit.grant.conditions",
        )  # fmt: skip
        self._keep(box, conditions, "conditions")
        paper = plain_button(
            theme, desk.text("Proof of use…"), self._paper, icon="printer", name="visit.grant.paper"
        )
        pack = plain_button(
            theme, desk.text("Save it with its documents…"), self._pack, icon="file-down",
            name="visit.grant.pack",
        )  # fmt: skip
        box.box.addWidget(holder(FlowLayout(theme, paper, pack)))
        box.box.addLayout(row(theme, away, None))
        return box

    def _paper(self) -> None:
        if self.one is not None:
            grant = self.one.grant
            options = {"grant": grant.id.hex}
            self.desk.go("print", paper="grant-proof", visit=grant.visit_id.hex, options=options)

    def _pack(self) -> None:
        """One ZIP with the paper and the documents of the file that belong to it."""
        if self.one is None:
            return
        desk, grant = self.desk, self.one.grant
        paper = find_paper("grant-proof")
        path = ask_path(desk, self, f"{desk.text(paper.title)} {grant.name}", "zip", "ZIP")
        if path is None:
            return
        options = read_options(paper.options, {"grant": grant.id.hex})
        gathered = desk.read(gather, paper, options, Scope(desk.file.today, visit=grant.visit_id))
        packed = pack(gathered, draw(gathered).pdf, lambda one: desk.read(document_bytes, one))
        save_bytes(desk, path, packed)

    def _received(self, box: Box, one: GrantView) -> None:
        desk, theme, grant = self.desk, self.desk.theme, one.grant
        self.received = TextField(theme, name="visit.grant.received")
        self.received.setAccessibleName(desk.text("Amount that came in"))
        left = (grant.promised.minor if grant.promised else 0) - grant.received.minor
        if left > 0:
            self.received.setPlaceholderText(desk.locale.money(type(grant.received)(left, grant.currency)))
        add = plain_button(theme, desk.text("It came in"), self._receive, name="visit.grant.receive")
        label = Label(theme, desk.text("Received"), "m")
        label.setFixedWidth(theme.u(122))
        known = row(theme, label, Label(theme, desk.locale.money(grant.received), "label"), None)
        adding = row(theme, self.received, add)
        adding.setStretch(0, 1)
        self.received.setMinimumWidth(theme.u(80))
        box.box.addWidget(Turning(theme, holder(known), holder(adding)))

    def _facts(self, one: GrantView) -> Box:
        desk, theme, grant = self.desk, self.desk.theme, one.grant
        assert grant.scheme is not None
        box = Box(theme, "card", Label(theme, desk.text("What it is computed from"), "section"), gap=6)
        rates = one.before.rates if one.before is not None else None
        bases = {part.basis for part in rates.parts} if rates is not None else set()
        if bases & {Basis.PERSON_KM, Basis.BAND}:
            km = "" if grant.distance_km is None else str(grant.distance_km)
            self._number(box, desk.text("Kilometres, one way"), km, "distance_km")
        if Basis.BAND in bases:
            green = Tick(theme, desk.text("Green travel: train, bus, shared car"), name="visit.grant.green")
            green.setChecked(grant.green)
            green.clicked.connect(self._green)
            box.box.addWidget(green)
        if rates is not None and any(part.lodging or part.not_in_families for part in rates.parts):
            kinds = [(kind.value, desk.locale.label(kind)) for kind in LodgingKind]
            self._choice(box, desk.text("They sleep"), kinds, grant.lodging.value, "lodging")
        if Basis.INTERPRETER_DAY in bases:
            days = str(grant.interpreter_days or "")
            self._number(box, desk.text("Days with interpreter"), days, "interpreter_days")
        if bases & {Basis.PERSON_DAY, Basis.DAY}:
            days = "" if grant.programme_days is None else str(grant.programme_days)
            self._number(box, desk.text("Days of programme"), days, "programme_days")
        scheme = grant.scheme
        about = " · ".join(part for part in (scheme.funder, scheme.site) if part)
        box.box.addWidget(Label(theme, about, "m", wrap=True))
        if scheme.to_verify:
            words = desk.ntext(
                "{n} figure of this scheme has to be checked with the funder.",
                "{n} figures of this scheme have to be checked with the funder.",
                scheme.to_verify,
            )
            box.box.addWidget(StateWord(theme, words, "warn", "triangle-alert", wrap=True))
        return box

    # -- right: what comes out -----------------------------------------------------------------------

    def _estimate(self, found: Estimate, words: str, name: str) -> Box:
        desk, theme = self.desk, self.desk.theme
        total = desk.locale.money(found.total)
        if found.upto is not None:
            total = desk.text("{amount} to {most}", amount=found.total, most=found.upto)
        head = row(theme, Label(theme, words, "label", wrap=True), Label(theme, total, "section"))
        head.setStretch(0, 1)
        box = Box(theme, "card", head, gap=6, name=f"visit.grant.{name}")
        for line in found.lines:
            told = column(theme, Label(theme, part_words(desk, line.part), "body"), gap=0)
            told.addWidget(Label(theme, computed_words(desk, line), "m", wrap=True))
            if line.cut is not None:
                cut = desk.text("{amount} before its own limit", amount=line.cut)
                told.addWidget(Label(theme, cut, "m", wrap=True))
            if line.rate is not None and line.rate.verify and line.rate.text is not None:
                check = desk.text("To be checked: {source}", source=line.rate.source)
                told.addWidget(StateWord(theme, check, "warn", "triangle-alert", wrap=True))
            part = row(theme, told, Label(theme, desk.locale.money(line.amount)))
            part.setStretch(0, 1)
            box.box.addLayout(part)
        if found.cap is not None:
            words = desk.text(
                "Limited to {most}; the lines come to {amount}.", most=found.cap, amount=found.before
            )
            box.box.addWidget(Label(theme, words, "m", wrap=True))
        if found.below is not None:
            words = desk.text("Below {amount} nothing is paid.", amount=found.below)
            box.box.addWidget(StateWord(theme, words, "err", wrap=True))
        if name == "before" and found.total:
            take = link_button(
                theme,
                desk.text("Apply for {amount}", amount=found.total),
                self._apply,
                name="visit.grant.apply",
            )
            box.box.addLayout(row(theme, take, None))
        return box

    def _checks(self, one: GrantView) -> Box:
        desk, theme = self.desk, self.desk.theme
        box = Box(
            theme, "card", Label(theme, desk.text("Rules"), "section"), gap=6, name="visit.grant.checks"
        )
        lights = {
            Light.RED: desk.text("broken"),
            Light.AMBER: desk.text("look at it"),
            Light.GREEN: desk.text("fulfilled"),
        }
        for check in one.checks:
            tone, icon = LIGHTS[check.light]
            words = check_words(desk.locale, check.rule)
            if check.found is not None:
                words = desk.text("{rule} {found}", rule=words, found=check_words(desk.locale, check.found))
            state = StateWord(theme, words, tone, icon, wrap=True)
            state.setAccessibleName(f"{lights[check.light]}: {words}")
            box.box.addWidget(state)
        assert one.grant.scheme is not None
        for code in one.grant.scheme.remember:
            words = desk.text(REMEMBER[code]) if code in REMEMBER else code
            box.box.addWidget(StateWord(theme, words, "muted", "info", wrap=True))
        return box

    def _deadlines(self, one: GrantView) -> Box:
        desk, theme = self.desk, self.desk.theme
        box = Box(theme, "card", Label(theme, desk.text("Days not to be missed"), "section"), gap=4)
        for deadline in one.deadlines:
            words = desk.text("{what}: {day}", what=desk.locale.label(deadline.kind), day=deadline.on)
            if deadline.rule.verify:
                words = desk.text("{words} (to be checked)", words=words)
            late = deadline.on < desk.file.today
            box.box.addWidget(Label(theme, words, "m" if late else "body", wrap=True))
        return box

    def _proofs(self, one: GrantView) -> Box:
        desk, theme = self.desk, self.desk.theme
        box = Box(theme, "card", Label(theme, desk.text("What has to be handed in"), "section"), gap=2)
        for code, done in one.proofs:
            tick = Tick(
                theme, desk.text(PROOFS[code]) if code in PROOFS else code, name=f"visit.grant.proof.{code}"
            )
            tick.setChecked(done is not None)
            tick.setProperty("proof", code)
            tick.clicked.connect(self._proof)
            box.box.addWidget(tick)
        return box

    # -- fields --------------------------------------------------------------------------------------

    def _keep(self, box: Box, field: Field, code: str) -> None:
        field.setProperty("code", code)
        field.saved.connect(self._saved)
        self.fields.append(field)
        box.box.addWidget(field)

    def _text(self, box: Box, label: str, value: str, code: str) -> None:
        theme = self.desk.theme
        field = Field(theme, label, TextField(theme, value), beside=True, name=f"visit.grant.{code}")
        self._keep(box, field, code)

    def _money(self, box: Box, label: str, value: str, code: str) -> None:
        theme = self.desk.theme
        field = Field(
            theme, label, TextField(theme, value), check=money_check(self.desk, self._currency), beside=True,
            name=f"visit.grant.{code}",
        )  # fmt: skip
        self._keep(box, field, code)

    def _number(self, box: Box, label: str, value: str, code: str) -> None:
        theme = self.desk.theme
        field = Field(
            theme, label, TextField(theme, value), check=self._whole, beside=True, name=f"visit.grant.{code}"
        )
        self._keep(box, field, code)

    def _day(self, box: Box, label: str, value: date | None, code: str) -> None:
        desk = self.desk
        editor = day_editor(desk, desk.locale.date(value, "list") if value is not None else "")
        field = Field(
            desk.theme, label, editor, check=day_check(desk), beside=True, name=f"visit.grant.{code}"
        )
        self._keep(box, field, code)

    def _choice(self, box: Box, label: str, options: list[tuple[str, str]], value: str, code: str) -> None:
        theme = self.desk.theme
        field = Field(theme, label, Choice(theme, options, value), beside=True, name=f"visit.grant.{code}")
        self._keep(box, field, code)

    def _currency(self) -> str:
        return self.one.grant.currency if self.one is not None else "EUR"

    def _whole(self, typed: str) -> Verdict:
        text = typed.strip()
        if text and not (text.isdecimal() and len(text) <= 5):
            return Verdict("bad", self.desk.text("Write a whole number, such as 720."))
        return FINE

    def _saved(self, typed: str) -> None:
        field = self.sender()
        assert isinstance(field, Field)
        code = str(field.property("code"))
        values: dict[str, object]
        match code:
            case "state":
                values = {code: GrantState(typed)}
            case "lodging":
                values = {code: LodgingKind(typed)}
            case "applied_minor" | "promised_minor":
                amount = money_of(typed, self._currency())
                values = {code: amount.minor if amount is not None else None}
            case "distance_km" | "programme_days":
                values = {code: int(typed) if typed.strip() else None}
            case "interpreter_days":
                values = {code: int(typed) if typed.strip() else 0}
            case "reference" | "conditions":
                values = {code: typed.strip()}
            case _:
                values = {code: day_of(self.desk, typed)}
        self._run(values, field)

    def _run(self, values: dict[str, object], field: Field | None = None) -> None:
        if self.one is None:
            return

        def failed(error: UserError) -> None:
            if isinstance(error, FieldProblem) and field is not None:
                field.say(Verdict("bad", self.desk.words(error)))
            else:
                self.desk.say(error, kind="err")

        self.desk.run(EditGrant(self.one.grant.id, values), failed=failed)

    def _green(self) -> None:
        tick = self.sender()
        assert isinstance(tick, Tick)
        self._run({"green": tick.isChecked()})

    def _apply(self) -> None:
        if self.one is not None and self.one.before is not None:
            self._run({"applied_minor": self.one.before.total.minor})

    def _receive(self) -> None:
        if self.one is None:
            return
        typed = self.received.text() or self.received.placeholderText()
        try:
            amount = money_of(typed, self._currency())
        except MoneyProblem as problem:
            self.desk.say(problem, kind="err")
            return
        if amount is not None:
            said = self.desk.text("{amount} came in.", amount=amount)
            self.desk.run(ReceiveGrant(self.one.grant.id, amount), said=said)

    def _proof(self) -> None:
        tick = self.sender()
        assert isinstance(tick, Tick)
        if self.one is not None:
            self.desk.run(TickProof(self.one.grant.id, str(tick.property("proof")), done=tick.isChecked()))

    def _delete(self) -> None:
        if self.one is not None:
            grant, self.fields = self.one.grant.id, []
            self.desk.run(DeleteGrant(grant), said=self.desk.text("The grant is deleted."))

    def leave(self) -> None:
        """Write what is still open."""
        for field in list(self.fields):
            field.leave()
