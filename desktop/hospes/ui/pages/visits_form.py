# SPDX-License-Identifier: GPL-3.0-or-later
"""A new visit: name, days, who comes to whom, and what comes along from an earlier one (design 5.8)."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hospes.actions.visits import CreateVisit, NewDelegation
from hospes.actions.visits_copy import BUDGET, HOSTS, PROGRAMME, TASKS, CopyVisit
from hospes.domain.codes_visit import DelegationRole, VisitKind
from hospes.domain.errors import FieldProblem, FormProblems, UserError
from hospes.domain.visit_ways import Direction, direction_of
from hospes.i18n.marks import N_
from hospes.queries.association import association, base_language
from hospes.queries.visit_models import visit_models, visit_towns
from hospes.ui.pages.visit_drafts import NEW_VISIT, FormDraft
from hospes.ui.pages.visit_fields import day_check, day_editor, day_of
from hospes.ui.widgets.boxes import clear, column, holder, row, scrolled
from hospes.ui.widgets.buttons import icon_button, link_button, main_button, plain_button
from hospes.ui.widgets.chips import Chip, ChipRow
from hospes.ui.widgets.choices import Choice, Tick
from hospes.ui.widgets.dates import DateField
from hospes.ui.widgets.fields import Field, TextField, Verdict
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.letters import give_letters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hospes.actions import Action
    from hospes.queries.association import Town
    from hospes.queries.visit_models import Model
    from hospes.ui.desk import Desk

WAYS = (
    (Direction.INCOMING.value, N_("They come to us")),
    (Direction.OUTGOING.value, N_("We go to them")),
    (Direction.SEVERAL.value, N_("Elsewhere")),
)


class VisitForm(QWidget):
    """The form in the place of the pane."""

    added = Signal(object)
    cancelled = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        self.desk = desk
        self._towns: Sequence[Town] = ()
        self._models: dict[str, Model] = {}
        self._touched = False
        self.partners: list[Choice] = []
        self.names: dict[str, Field] = {}
        needed = desk.text("needed")
        self.name = Field(theme, desk.text("Name"), TextField(theme), needed=needed, name="visit.form.name")
        self.more_names = link_button(
            theme, desk.text("Name in other languages"), self._show_names, name="visit.form.moreNames"
        )
        self._names = column(theme, gap=8)
        self.first = self._day(desk.text("First day"), "visit.form.first")
        self.last = self._day(desk.text("Last day"), "visit.form.last")
        days = row(theme, self.first, self.last, gap=12)
        for field in (self.first, self.last):
            days.setAlignment(field, Qt.AlignmentFlag.AlignTop)
        self.way = ChipRow(theme, desk.text("Direction"), name="visit.form.way")
        self.way.set_chips([Chip(code, desk.text(words)) for code, words in WAYS])
        self.way.chosen.connect(self._way_chosen)
        self._partners = column(theme, gap=6)
        self.another = link_button(
            theme, desk.text("Another delegation"), self._add_partner, icon="plus", name="visit.form.another"
        )
        self.like = Choice(theme)
        self.like.picked.connect(self._like_picked)
        self.like_field = Field(theme, desk.text("Like an earlier visit"), self.like, name="visit.form.like")
        self.ticks = {
            code: Tick(theme, "", name=f"visit.form.{code}") for code in (PROGRAMME, TASKS, BUDGET, HOSTS)
        }
        self._along = holder(column(theme, *self.ticks.values(), gap=2, margins=(2, 0, 0, 0)))
        kinds = [(kind.value, desk.locale.label(kind)) for kind in VisitKind]
        self.kind = Choice(theme, kinds, VisitKind.EXCHANGE.value)
        kind = Field(theme, desk.text("Kind"), self.kind, name="visit.form.kind")
        add = main_button(theme, desk.text("Create the visit"), self.add, name="visit.form.add")
        away = plain_button(theme, desk.text("Cancel"), self._cancel, name="visit.form.cancel")
        partner_label = Label(theme, desk.text("With"), "label")
        inner = column(
            theme,
            Label(theme, desk.text("New visit"), "name"),
            self.name,
            days,
            self.like_field,
            self._along,
            column(theme, Label(theme, desk.text("Direction"), "label"), self.way, gap=4),
            column(theme, partner_label, self._partners, row(theme, self.another, None), gap=4),
            kind,
            self._names,
            row(theme, self.more_names, None),
            None,
            gap=12,
            margins=(22, 14, 22, 14),
        )
        foot = row(theme, add, away, None, margins=(22, 8, 22, 12))
        self.setLayout(column(theme, scrolled(holder(inner), "visit.form"), foot, gap=0))
        self.draft = FormDraft(desk, NEW_VISIT, self, self.typed)
        give_letters(self)
        # From day to day by Tab or Enter; the calendars come behind them, for whoever wants one.
        lines = [
            editor.line for editor in (self.first.editor, self.last.editor) if isinstance(editor, DateField)
        ]
        for before, after in pairwise([*lines, self.like]):
            QWidget.setTabOrder(before, after)

    def _day(self, label: str, name: str) -> Field:
        desk = self.desk
        return Field(desk.theme, label, day_editor(desk), check=day_check(desk), name=name)

    # -- beginning -----------------------------------------------------------------------------------

    def begin(self, like: UUID | None = None) -> None:
        """Begin an empty form, perhaps like an earlier visit."""
        desk = self.desk
        for field in (self.name, self.first, self.last):
            field.set_value("")
        self._towns = desk.read(visit_towns, desk.locale.language)
        models = desk.read(visit_models, desk.locale.language)
        self._models = {one.id.hex: one for one in models}
        options = [("", desk.text("No, begin empty")), *((one.id.hex, self._called(one)) for one in models)]
        self.like.set_options(options, like.hex if like is not None else "")
        self.like_field.setVisible(bool(models))
        self._touched = False
        self.way.choose(Direction.INCOMING.value)
        self._set_partners([self._usual_partner()])
        self.kind.choose(VisitKind.EXCHANGE.value)
        self._make_names()
        self._like_picked(self.like.code())
        kept = self.draft.begin()
        if kept is not None and like is None:
            self.take(kept)
        self.name.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _called(self, model: Model) -> str:
        title = model.title or self.desk.text("Visit without a name")
        if model.first is None or str(model.first.year) in title:
            return title
        return f"{title}, {model.first.year}"

    def _usual_partner(self) -> str:
        """The town of the last visit that has one, else the first twin town."""
        towns = {town.id for town in self._partner_towns()}
        for model in self._models.values():
            for party in model.parties:
                if party.ref in towns:
                    return party.ref.hex
        return next((town.id.hex for town in self._partner_towns()), "")

    def _partner_towns(self) -> list[Town]:
        return [town for town in self._towns if not town.is_home]

    def _make_names(self) -> None:
        """A field for the name in each language that the partners read."""
        desk, theme = self.desk, self.desk.theme
        clear(self._names)
        self.names = {}
        for code in self._languages()[1:]:
            words = desk.text("Name in {language}", language=desk.locale.language_name(code))
            field = Field(theme, words, TextField(theme), name=f"visit.form.name.{code}")
            field.hide()
            self.names[code] = field
            self._names.addWidget(field)
        self.more_names.setVisible(bool(self.names))

    def _languages(self) -> list[str]:
        """Ours first, then those of the towns."""
        from hospes.domain.countries import language_of

        own = base_language(self.desk.read(association).language or self.desk.locale.language)
        spoken = [language_of(town.country) for town in self._partner_towns()]
        return list(dict.fromkeys([own, *(code for code in spoken if code)]))

    def _show_names(self) -> None:
        for field in self.names.values():
            field.show()
        self.more_names.hide()
        next(iter(self.names.values())).editor.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- partners ------------------------------------------------------------------------------------

    def _set_partners(self, codes: Sequence[str]) -> None:
        clear(self._partners)
        self.partners = []
        for code in codes:
            self._add_choice(code)

    def _add_choice(self, code: str) -> None:
        desk, theme = self.desk, self.desk.theme
        options = [(town.id.hex, town.name) for town in self._partner_towns()]
        options.append(("", desk.text("not known yet")))
        number = len(self.partners)
        box = Choice(theme, options, code, name=f"visit.form.partner.{number}")
        box.setAccessibleName(desk.text("With"))
        box.picked.connect(self._touch)
        self.partners.append(box)
        line = row(theme, box)
        line.setStretch(0, 1)
        if number:
            away = icon_button(
                theme, desk.text("Remove"), "x", self._drop_partner, name=f"visit.form.drop.{number}",
                small=True,
            )  # fmt: skip
            away.setProperty("number", number)
            line.addWidget(away)
        self._partners.addWidget(holder(line))
        self.another.setVisible(len(self.partners) < len(self._partner_towns()))
        self.draft.watch()

    def _add_partner(self) -> None:
        taken = {box.code() for box in self.partners}
        free = next((town.id.hex for town in self._partner_towns() if town.id.hex not in taken), "")
        self._touched = True
        self._add_choice(free)
        self.partners[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_partner(self) -> None:
        number = int(self.sender().property("number"))
        codes = [box.code() for at, box in enumerate(self.partners) if at != number]
        self._set_partners(codes)

    def _touch(self) -> None:
        self._touched = True

    def _way_chosen(self, _code: str) -> None:
        self._touched = True
        self._show_along()

    # -- like an earlier one ---------------------------------------------------------------------------

    def _like_picked(self, code: str) -> None:
        model = self._models.get(code)
        if model is not None and not self._touched:
            way = direction_of((party.role, party.ours) for party in model.parties)
            self.way.choose(way.value)
            theirs = [party.ref.hex for party in model.parties if not party.ours and party.is_town]
            if theirs:
                self._set_partners(theirs)
            self.kind.choose(model.kind.value)
        for tick in self.ticks.values():
            tick.setChecked(True)
        self._show_along()

    def _show_along(self) -> None:
        """What would come along, with numbers; homes only where the same town hosts again."""
        desk = self.desk
        model = self._models.get(self.like.code())
        self._along.setVisible(model is not None)
        if model is None:
            return
        same = self.way.code() == direction_of((party.role, party.ours) for party in model.parties).value
        shown = (
            (PROGRAMME, model.items, desk.ntext(
                "Programme: {n} item, its day moved", "Programme: {n} items, their days moved", model.items
            )),
            (TASKS, model.tasks, desk.ntext(
                "{n} task, its day moved", "{n} tasks, their days moved", model.tasks
            )),
            (BUDGET, model.budget, desk.ntext(
                "Budget: {n} line", "Budget: {n} lines", model.budget
            )),
            (HOSTS, model.hosts if same else 0, desk.ntext(
                "{n} home to be asked again, with its last answers",
                "{n} homes to be asked again, with their last answers",
                model.hosts,
            )),
        )  # fmt: skip
        for code, number, words in shown:
            self.ticks[code].set_text(words)
            self.ticks[code].setVisible(bool(number))

    # -- adding --------------------------------------------------------------------------------------

    def add(self) -> None:
        """Make the visit."""
        for field in (self.name, self.first, self.last):
            field.leave()
        bad = next((field for field in (self.first, self.last) if field.state == "bad"), None)
        if bad is not None:
            bad.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        said = self.desk.text("“{visit}” is planned.", visit=self.name.value().strip())
        outcome = self.desk.run(self._action(), said=said, failed=self._failed)
        if outcome is not None:
            self.draft.drop()
            self.added.emit(outcome.result)

    def _action(self) -> Action:
        desk = self.desk
        titles = {self._languages()[0]: self.name.value()}
        titles |= {code: field.value() for code, field in self.names.items() if field.value().strip()}
        first, last = day_of(desk, self.first.value()), day_of(desk, self.last.value())
        delegations = self._delegations()
        kind = VisitKind(self.kind.code())
        model = self._models.get(self.like.code())
        if model is None:
            return CreateVisit(titles, first, last, delegations, kind)
        parts = frozenset(
            code for code, tick in self.ticks.items() if tick.isChecked() and not tick.isHidden()
        )
        return CopyVisit(model.id, titles, first, last, delegations, parts, kind)

    def _delegations(self) -> tuple[NewDelegation, ...]:
        way = self.way.code()
        ours, theirs = {
            Direction.INCOMING.value: (DelegationRole.HOSTING, DelegationRole.VISITING),
            Direction.OUTGOING.value: (DelegationRole.VISITING, DelegationRole.HOSTING),
            Direction.SEVERAL.value: (DelegationRole.VISITING, DelegationRole.VISITING),
        }[way]
        home = next((town.id for town in self._towns if town.is_home), None)
        codes = dict.fromkeys(box.code() for box in self.partners if box.code())
        guests = [NewDelegation(theirs, UUID(hex=code)) for code in codes]
        own = [NewDelegation(ours, home)] if home is not None else []
        return tuple([*own, *guests] if way == Direction.OUTGOING.value else [*guests, *own])

    def _failed(self, error: UserError) -> None:
        problems = error.problems if isinstance(error, FormProblems) else ()
        if isinstance(error, FieldProblem):
            problems = (error,)
        fields = {"title": self.name, "first": self.first, "last": self.last}
        shown = [(fields[one.field], one) for one in problems if one.field in fields]
        for field, problem in shown:
            field.say(Verdict("bad", self.desk.words(problem)))
        if shown:
            shown[0][0].editor.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.desk.say(error, kind="err")

    def _cancel(self) -> None:
        self.cancelled.emit()

    # -- for the page --------------------------------------------------------------------------------

    def typed(self) -> dict[str, object]:
        """What stands in it, for a draft and for building it anew in another language or size."""
        return {
            "name": self.name.value(),
            "first": self.first.value(),
            "last": self.last.value(),
            "way": self.way.code(),
            "like": self.like.code(),
            "partners": [box.code() for box in self.partners],
            "kind": self.kind.code(),
            "names": {code: field.value() for code, field in self.names.items()},
            "without": [code for code, tick in self.ticks.items() if not tick.isChecked()],
        }

    def take(self, typed: dict[str, object]) -> None:
        """Put it in again."""
        like = str(typed.get("like") or "")
        self.like.choose(like)
        self._like_picked(like)
        self.way.choose(str(typed.get("way") or Direction.INCOMING.value))
        self.kind.choose(str(typed.get("kind") or VisitKind.EXCHANGE.value))
        partners = typed.get("partners")
        if isinstance(partners, list) and partners:
            self._set_partners([str(code) for code in partners])
        names = typed.get("names")
        for code, text in names.items() if isinstance(names, dict) else ():
            if code in self.names and text:
                self._show_names()
                self.names[code].set_value(str(text))
        without = typed.get("without")
        for code in without if isinstance(without, list) else ():
            if code in self.ticks:
                self.ticks[code].setChecked(False)
        self._show_along()
        for field, key in ((self.name, "name"), (self.first, "first"), (self.last, "last")):
            field.set_value(str(typed.get(key) or ""))
