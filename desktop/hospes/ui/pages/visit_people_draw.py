# SPDX-License-Identifier: GPL-3.0-or-later
"""Places of a visit: who waits, who moves up, and a draw that is looked at before it counts (REQ-2-03)."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hospes.actions.participations import MoveUp
from hospes.actions.participations_draw import RULES_KEY, ApplyDraw
from hospes.domain.codes_visit import DrawResult
from hospes.domain.draw import DEFAULT_RULES, ClassRule, DrawClass, Drawn, draw, rules_from_plain
from hospes.domain.errors import FieldProblem
from hospes.domain.names import display_name
from hospes.i18n.marks import N_, P_
from hospes.queries.participants_draw import InDraw, draw_record, draws_of, in_draw, places_of
from hospes.queries.settings import setting
from hospes.ui.desk import Answer
from hospes.ui.page import Fit
from hospes.ui.pages.visit_people_fields import firm
from hospes.ui.rows import Cell, Column
from hospes.ui.table import ListTable
from hospes.ui.widgets.boxes import Box, FlowLayout, clear, column, grows, holder, row, scrolled
from hospes.ui.widgets.buttons import icon_button, link_button, main_button, plain_button
from hospes.ui.widgets.fields import Field, TextField, Verdict
from hospes.ui.widgets.labels import Label, StateWord
from hospes.ui.widgets.notices import Banner, back_bar
from hospes.ui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QHBoxLayout

    from hospes.i18n.locale import Locale
    from hospes.queries.participants_draw import DrawRecord, Places
    from hospes.ui.desk import Desk


class _Result:
    """A line of the review: what came out, and for whom."""

    __slots__ = ("drawn", "who")

    def __init__(self, drawn: Drawn, who: InDraw) -> None:
        self.drawn, self.who = drawn, who


def _result(one: _Result, locale: Locale) -> Cell:
    if one.drawn.result is DrawResult.PLACE:
        return Cell(locale.text("Has a place"), icon="check", tone="ok")
    return Cell(locale.text("Waits as no. {n}", n=one.drawn.rank), icon="clock", tone="warn")


RESULT_COLUMNS: tuple[Column[_Result], ...] = (
    Column("name", P_("person", "Name"), 190, lambda one, _: display_name(one.who.name)),
    Column("result", N_("Result"), 160, _result),
    Column("class", N_("Class"), 210, lambda one, loc: loc.label(one.drawn.klass)),
    Column("number", N_("No."), 60, lambda one, _: str(one.drawn.number), align="right"),
    Column("lot", N_("Lot"), 130, lambda one, _: one.drawn.lot),
)


class PlacesView(QWidget):
    """Waiting list and draw."""

    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        theme, text = desk.theme, desk.text
        self._visit: UUID | None = None
        self._small = False
        self._rules: tuple[ClassRule, ...] = DEFAULT_RULES
        self._applicants: tuple[InDraw, ...] = ()
        self._places: Places | None = None
        self._trial: tuple[Drawn, ...] | None = None
        self._next: tuple[UUID, ...] = ()
        self.back = back_bar(theme, text("Back to the list"), self.closed.emit, "visit.places.back")
        self._waiting = column(theme, gap=6)
        self._rule_lines = column(theme, gap=4)
        self._past = column(theme, gap=6)
        self.places = Field(theme, text("Places to draw"), TextField(theme), name="visit.draw.places")
        self.seed = Field(
            theme,
            text("Seed of the draw"),
            TextField(theme),
            hint=text("A number nobody here could choose, such as Saturday's lottery numbers."),
            name="visit.draw.seed",
        )
        chance = link_button(theme, text("Let the computer choose"), self._chance, name="visit.draw.chance")
        self.who = Label(theme, "", "m", wrap=True, name="visit.draw.who")
        self.try_ = main_button(
            theme, text("Draw on trial"), self.try_draw, icon="scroll-text", name="visit.draw.try"
        )
        self.review = self._make_review()
        setup = Box(
            theme,
            "card",
            Label(theme, text("Draw of places"), "section"),
            self.who,
            row(
                theme,
                Label(theme, text("Who comes first"), "label"),
                None,
                Label(theme, text("Places kept"), "m"),
                76,
            ),
            self._rule_lines,
            self.places,
            self.seed,
            row(theme, chance, None),
            row(theme, self.try_, None),
            margins=(14, 12, 14, 12),
            name="visit.draw.setup",
        )
        left = column(
            theme, holder(self._waiting), setup, holder(self._past), None, gap=12, margins=(0, 0, 8, 8)
        )
        self._left = scrolled(holder(left), "visit.places.area")
        across = row(theme, self._left, self.review, gap=14)
        across.setStretch(0, 2)
        across.setStretch(1, 3)
        whole = column(theme, self.back, across, gap=6, margins=(0, 6, 0, 0))
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _make_review(self) -> Box:
        theme, text = self.desk.theme, self.desk.text
        self.result = ListTable(
            self.desk,
            "draw-result",
            RESULT_COLUMNS,
            shown=("name", "result", "class", "number"),
            name="visit.draw.result",
            label=text("Result of the draw"),
        )
        self.summary = Label(theme, "", "section", wrap=True, name="visit.draw.summary")
        self.apply_ = main_button(theme, text("Give the places"), self.apply_draw, name="visit.draw.apply")
        self.drop = plain_button(theme, text("Leave it"), self._drop, name="visit.draw.drop")
        self.told = Label(theme, "", "m", wrap=True)
        self._filler = grows(QWidget())
        return Box(
            theme,
            "card",
            self.summary,
            self.told,
            self.result,
            self._filler,
            firm(holder(FlowLayout(theme, self.apply_, self.drop))),
            margins=(14, 12, 14, 12),
            name="visit.draw.review",
        )

    def fit(self, fit: Fit) -> None:
        """Where there is little room a trial takes the place of what it was made from."""
        self._small = fit <= Fit.COMPACT
        self.result.fit_columns(("name", "result", "lot") if self._small else None)
        self._show_trial()

    # -- reading -------------------------------------------------------------------------------------

    def show_visit(self, visit_id: UUID) -> None:
        """Show a visit's places as they stand now."""
        desk = self.desk
        if visit_id != self._visit:
            self._visit = visit_id
            self._trial = None
            self._rules = rules_from_plain(desk.read(setting, RULES_KEY))
            self.places.set_value("")
            self.seed.set_value("")
        before = self._applicants
        self._places = desk.read(places_of, visit_id)
        self._applicants = desk.read(in_draw, visit_id, locale=desk.locale, today=desk.file.today)
        if before and before != self._applicants:
            self._trial = None
        free = self._places.free
        if not self.places.value() and free is not None:
            self.places.set_value(str(free))
        self._show_waiting(self._places)
        self._show_rules()
        self._show_past(visit_id)
        n = len(self._applicants)
        self.who.setText(
            desk.ntext("{n} person is registered and has no place yet.",
                       "{n} people are registered and have no place yet.", n)
        )  # fmt: skip
        self._show_trial()

    def _show_waiting(self, places: Places) -> None:
        desk, theme, text = self.desk, self.desk.theme, self.desk.text
        clear(self._waiting)
        if places.expected is not None:
            words = desk.ntext(
                "{given} of {n} place is given",
                "{given} of {n} places are given",
                places.expected,
                given=places.given,
            )
        else:
            words = desk.ntext("{n} place is given", "{n} places are given", places.given)
        self._waiting.addWidget(Label(theme, words, "section", wrap=True, name="visit.places.count"))
        self._next = places.next_up()
        names = {one[0]: display_name(one[1]) for one in places.waiting}
        if self._next:
            who = desk.locale.listing([names[one] for one in self._next])
            up = Answer(text("Let them move up"), self.move_up, main=True, name="visit.places.moveUp")
            told = desk.ntext(
                "{n} place is free. Next on the waiting list: {names}.",
                "{n} places are free. Next on the waiting list: {names}.",
                places.free or 0,
                names=who,
            )
            self._waiting.addWidget(Banner(theme, told, "home", answers=(up,), name="visit.places.next"))
        if places.waiting:
            self._waiting.addWidget(Label(theme, text("Waiting list"), "label"))
            for rank, (_, name, _group) in enumerate(places.waiting, 1):
                self._waiting.addWidget(Label(theme, f"{rank}.  {display_name(name)}", wrap=True))
        else:
            self._waiting.addWidget(Label(theme, text("Nobody is on the waiting list."), "m"))

    def _show_rules(self) -> None:
        theme, text, locale = self.desk.theme, self.desk.text, self.desk.locale
        clear(self._rule_lines)
        for at, rule in enumerate(self._rules):
            self._rule_lines.addLayout(self._rule_line(at, rule))
        gone = [one for one in DrawClass if one not in {rule.klass for rule in self._rules}]
        for klass in gone:
            words = text("Use: {klass}", klass=locale.label(klass))
            back = link_button(theme, words, self._rule_back, name=f"visit.draw.use.{klass.value}")
            back.setProperty("klass", klass.value)
            self._rule_lines.addLayout(row(theme, back, None))

    def _rule_line(self, at: int, rule: ClassRule) -> QHBoxLayout:
        theme, text, locale = self.desk.theme, self.desk.text, self.desk.locale
        name = locale.label(rule.klass)
        stem = f"visit.draw.rule.{rule.klass.value}"
        number = sum(rule.klass in one.applicant.classes for one in self._applicants)
        words = Label(theme, f"{at + 1}.  {name} ({locale.number(number)})", wrap=True)
        kept = TextField(theme, str(rule.reserved or ""), example="0", name=f"{stem}.reserved")
        kept.setFixedWidth(theme.u(56))
        kept.setAccessibleName(text("Places kept for: {klass}", klass=name))
        kept.setToolTip(plain_tip(text("Places kept for: {klass}", klass=name)))
        kept.setProperty("at", at)
        kept.editingFinished.connect(self._reserve)
        up = icon_button(
            theme, text("Earlier: {klass}", klass=name), "arrow-up", self._up, name=f"{stem}.up", small=True
        )
        away = icon_button(
            theme,
            text("Leave out: {klass}", klass=name),
            "x",
            self._rule_away,
            name=f"{stem}.away",
            small=True,
        )
        up.setEnabled(at > 0)
        away.setEnabled(rule.klass is not DrawClass.OTHERS)
        for button in (up, away):
            button.setProperty("at", at)
        made = row(theme, words, kept, up, away, gap=4)
        made.setStretch(0, 1)
        return made

    def _show_past(self, visit_id: UUID) -> None:
        desk, theme, text = self.desk, self.desk.theme, self.desk.text
        clear(self._past)
        found = desk.read(draws_of, visit_id)
        if found:
            self._past.addWidget(Label(theme, text("Draws that were made"), "label"))
        for draw_id, _ in found:
            record = desk.read(draw_record, draw_id)
            words = text(
                "{moment}, seed {seed}", moment=desk.locale.moment(record.drawn_at), seed=record.seed
            )
            self._past.addWidget(Label(theme, words, wrap=True))
            self._past.addWidget(self._holds(record))
            paper = link_button(
                theme,
                text("Print the record"),
                self._print,
                icon="printer",
                name=f"visit.draw.print.{draw_id.hex}",
            )
            paper.setProperty("draw", draw_id.hex)
            self._past.addLayout(row(theme, paper, None))

    def _holds(self, record: DrawRecord) -> StateWord:
        theme, text = self.desk.theme, self.desk.text
        if record.holds():
            return StateWord(theme, text("Worked out again: the same result"), "ok", wrap=True)
        return StateWord(theme, text("Worked out again: another result"), "err", wrap=True)

    # -- rules ---------------------------------------------------------------------------------------

    def _set_rules(self, rules: Sequence[ClassRule]) -> None:
        self._rules = tuple(rules)
        self._trial = None
        self._show_rules()
        self._show_trial()

    def _at(self) -> int:
        return int(self.sender().property("at"))

    def _up(self) -> None:
        at, rules = self._at(), list(self._rules)
        rules[at - 1], rules[at] = rules[at], rules[at - 1]
        self._set_rules(rules)

    def _rule_away(self) -> None:
        at = self._at()
        self._set_rules([rule for n, rule in enumerate(self._rules) if n != at])

    def _rule_back(self) -> None:
        klass = DrawClass(str(self.sender().property("klass")))
        last = [rule for rule in self._rules if rule.klass is DrawClass.OTHERS]
        others = [rule for rule in self._rules if rule.klass is not DrawClass.OTHERS]
        self._set_rules([*others, ClassRule(klass), *last])

    def _reserve(self) -> None:
        sender = self.sender()
        if not isinstance(sender, TextField):
            return
        at, typed = int(sender.property("at")), sender.text().strip()
        kept = int(typed) if typed.isdecimal() else 0
        if self._rules[at].reserved != kept:
            rules = list(self._rules)
            rules[at] = ClassRule(rules[at].klass, kept)
            self._rules = tuple(rules)
            self._trial = None
            self._show_trial()

    # -- drawing -------------------------------------------------------------------------------------

    def _chance(self) -> None:
        self.seed.set_value(f"{secrets.randbelow(10**6):06d}")

    def _number(self) -> int | None:
        typed = self.places.value().strip()
        if typed.isdecimal():
            return int(typed)
        self.places.say(Verdict("bad", self.desk.text("How many places are there to give?")))
        self.places.editor.setFocus()
        return None

    def try_draw(self) -> None:
        """Work out what the seed gives; nothing is changed."""
        number = self._number()
        if number is None:
            return
        try:
            people = [one.applicant for one in self._applicants]
            self._trial = draw(people, number, self.seed.value(), self._rules)
        except FieldProblem as problem:
            field = self.seed if problem.field == "seed" else self.places
            field.say(Verdict("bad", self.desk.words(problem)))
            field.editor.setFocus()
            return
        self.seed.say(Verdict())
        self._show_trial()

    def _show_trial(self) -> None:
        desk, trial = self.desk, self._trial
        has = trial is not None and bool(trial)
        for widget in (self.result, self.apply_, self.drop):
            widget.setVisible(has)
        self._filler.setVisible(not has)
        self._left.setVisible(not (self._small and has))
        self.told.setVisible(not (self._small and has))
        self.back.setVisible(not (self._small and has))
        self.review.setVisible(has or not self._small)
        if trial is None or not trial:
            self.summary.setText(desk.text("Nothing is drawn yet"))
            self.told.setText(
                desk.text(
                    "The draw is shown here first. Nobody gets a place before you press “Give the places”."
                )
            )
            self.try_.setEnabled(bool(self._applicants))
            return
        who = {one.applicant.key: one for one in self._applicants}
        lines = {one.key: _Result(one, who[one.key]) for one in trial}
        self.result.set_rows(list(lines), lambda keys: [lines.get(key) for key in keys])
        got = sum(one.result is DrawResult.PLACE for one in trial)
        self.summary.setText(
            desk.ntext(
                "{n} person gets a place, {m} wait",
                "{n} people get a place, {m} wait",
                got,
                m=len(trial) - got,
            )
        )
        self.told.setText(
            desk.text("On trial: nothing is changed yet. The same seed always gives this result.")
        )

    def _drop(self) -> None:
        self._trial = None
        self._show_trial()

    def apply_draw(self) -> None:
        """Give the places as drawn; one step."""
        number, visit = self._number(), self._visit
        if self._trial is None or number is None or visit is None:
            return
        got = sum(one.result is DrawResult.PLACE for one in self._trial)
        action = ApplyDraw(
            visit, tuple(one.applicant for one in self._applicants), number, self.seed.value(), self._rules
        )
        said = self.desk.ntext(
            "{n} person has a place by the draw.", "{n} people have a place by the draw.", got
        )
        if self.desk.run(action, said=said) is not None:
            self._trial = None
            self.show_visit(visit)

    def move_up(self) -> None:
        """Let the next ones on the waiting list have the free places."""
        n = len(self._next)
        if n:
            said = self.desk.ntext("{n} person has moved up.", "{n} people have moved up.", n)
            self.desk.run(MoveUp(self._next), said=said)

    def _print(self) -> None:
        if self._visit is not None:
            draw_id = str(self.sender().property("draw"))
            self.desk.go("print", paper="draw-record", visit=self._visit.hex, draw=draw_id)
