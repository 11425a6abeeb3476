# SPDX-License-Identifier: GPL-3.0-or-later
"""The facts of a visit, written in place; its name and aims in each language."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt

from hospes.actions.visits import EditVisit, SetVisitTargetGroups, SetVisitTexts, SetVisitThemes
from hospes.actions.visits_days import SetVisitDays
from hospes.domain.codes_visit import OrganiserInLaw, TargetGroup, VisitKind
from hospes.domain.errors import FieldProblem
from hospes.queries.association import association, base_language
from hospes.queries.projects import projects_of_part
from hospes.queries.visit_models import visit_towns
from hospes.queries.visit_overview import Texts, all_themes, moves_along, partnerships
from hospes.ui.desk import Answer
from hospes.ui.pages.person_flat import FlatLine, flat_field
from hospes.ui.pages.person_languages import capital
from hospes.ui.pages.project_cards import part_of_lines
from hospes.ui.pages.visit_fields import day_check, day_editor, day_of
from hospes.ui.widgets.boxes import Box, FlowLayout, clear, column, holder, row
from hospes.ui.widgets.buttons import link_button, plain_button
from hospes.ui.widgets.chips import Chip, ChipRow
from hospes.ui.widgets.choices import Choice, Combo
from hospes.ui.widgets.fields import FINE, Field, LongText, TextField, Verdict
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from hospes.actions import Action
    from hospes.domain.errors import UserError
    from hospes.queries.visit_overview import VisitFacts
    from hospes.queries.visits import Party
    from hospes.ui.desk import Desk


class FactsCard(Box):
    """Kind, days, place, numbers, law, themes and target groups."""

    def __init__(self, desk: Desk, facts: VisitFacts) -> None:
        theme = desk.theme
        super().__init__(
            theme, "card", Label(theme, desk.text("Facts"), "section"), gap=4, name="visit.facts"
        )
        self.desk = desk
        self._facts = facts
        self.fields: dict[str, Field] = {}
        projects = desk.read(projects_of_part, desk.locale.language, visit=facts.id)
        for link in part_of_lines(desk, projects, "visit.project"):
            self.box.addWidget(link)
        self._choice(
            "kind", desk.text("Kind"), [(k.value, desk.locale.label(k)) for k in VisitKind], facts.kind
        )
        self._day("first", desk.text("First day"), facts.first)
        self._day("last", desk.text("Last day"), facts.last)
        self._places()
        self._number("expected_guests", desk.text("Guests expected"), facts.expected_guests)
        self._number("places", desk.text("Number of places"), facts.places)
        self._day("registration_until", desk.text("Register until"), facts.registration_until)
        self._law()
        self._groups()
        self._themes()
        if facts.model_id is not None and facts.model:
            like = link_button(
                theme, desk.text("Like {visit}", visit=facts.model), self._open_model, name="visit.fact.model"
            )
            self.box.addWidget(like)

    def begin(self) -> None:
        """Go to the first fact."""
        self.fields["first"].editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Write what is open."""
        for field in self.fields.values():
            field.leave()

    # -- fields --------------------------------------------------------------------------------------

    def _put(self, code: str, field: Field) -> Field:
        self.fields[code] = field
        self.box.addWidget(field)
        return field

    def _choice(self, code: str, label: str, options: Sequence[tuple[str, str]], value: str | None) -> None:
        theme = self.desk.theme
        box = Choice(theme, options, value or "")
        box.setSizeAdjustPolicy(box.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        field = self._put(code, Field(theme, label, box, beside=True, name=f"visit.fact.{code}"))
        field.setProperty("code", code)
        box.setProperty("code", code)
        box.picked.connect(self._picked)

    def _picked(self, chosen: str) -> None:
        code = str(self.sender().property("code"))
        values: dict[str, object] = {
            "kind": VisitKind(chosen) if code == "kind" else None,
            "organiser_in_law": OrganiserInLaw(chosen) if chosen and code == "organiser_in_law" else None,
            "members_only": {"yes": True, "no": False}.get(chosen),
            "territory_id": UUID(hex=chosen) if chosen and code == "territory_id" else None,
            "partnership_id": UUID(hex=chosen) if chosen and code == "partnership_id" else None,
        }
        self._run(EditVisit(self._facts.id, {code: values[code]}), code)

    def _day(self, code: str, label: str, value: date | None) -> None:
        desk = self.desk
        editor = day_editor(desk, desk.locale.date(value, "list"))
        field = Field(
            desk.theme, label, editor, check=day_check(desk), beside=True, name=f"visit.fact.{code}"
        )
        field.setProperty("code", code)
        field.saved.connect(self._day_saved)
        self._put(code, field)

    def _number(self, code: str, label: str, value: int | None) -> None:
        theme = self.desk.theme
        line = FlatLine(theme, "" if value is None else str(value), empty=self.desk.text("not known yet"))
        field = flat_field(theme, label, line, check=self._number_check, name=f"visit.fact.{code}")
        field.setProperty("code", code)
        field.saved.connect(self._number_saved)
        self._put(code, field)

    def _number_check(self, typed: str) -> Verdict:
        if not typed.strip() or typed.strip().isdecimal():
            return FINE
        return Verdict("bad", self.desk.text("Write a whole number such as 34."))

    def _number_saved(self, typed: str) -> None:
        code = str(self.sender().property("code"))
        value = int(typed) if typed.strip() else None
        self._run(EditVisit(self._facts.id, {code: value}), code)

    def _run(self, action: Action, code: str = "") -> None:
        def failed(error: UserError) -> None:
            if isinstance(error, FieldProblem) and code in self.fields:
                self.fields[code].say(Verdict("bad", self.desk.words(error)))
            else:
                self.desk.say(error, kind="err")

        self.desk.run(action, said=self.desk.text("All changes saved"), failed=failed)

    # -- days ----------------------------------------------------------------------------------------

    def _day_saved(self, typed: str) -> None:
        code, facts = str(self.sender().property("code")), self._facts
        day = day_of(self.desk, typed)
        if code == "registration_until":
            self._run(EditVisit(facts.id, {code: day}), code)
        elif code == "last":
            self._run(SetVisitDays(facts.id, facts.first, day), code)
        else:
            self._first_saved(day)

    def _first_saved(self, day: date | None) -> None:
        """Another beginning moves the end too; what is dated within is asked about once."""
        desk, facts = self.desk, self._facts
        last = facts.last
        if day is not None and facts.first is not None and last is not None:
            last = last + (day - facts.first)
        moved = (day - facts.first).days if day is not None and facts.first is not None else 0
        if not moved or not desk.read(moves_along, facts.id):
            self._run(SetVisitDays(facts.id, day, last if day is not None else None), "first")
            return

        # The card may be built anew before somebody answers, so the answers hold only what they need.
        def move(*, along: bool) -> None:
            desk.run(SetVisitDays(facts.id, day, last, along=along), said=desk.text("The days are changed."))

        def along() -> None:
            move(along=True)

        def only() -> None:
            move(along=False)

        def away() -> None:
            """The day stays what it was."""

        self.fields["first"].set_value(desk.locale.date(facts.first, "list"))
        words = desk.ntext(
            "The visit moves by {n} day. Shall programme, nights and journeys move along?",
            "The visit moves by {n} days. Shall programme, nights and journeys move along?",
            abs(moved),
        )
        desk.ask(
            words,
            (
                Answer(desk.text("Move them along"), along, main=True, name="visit.days.along"),
                Answer(desk.text("Only the days"), only, name="visit.days.only"),
                Answer(desk.text("Leave it"), away, name="visit.days.away"),
            ),
        )

    # -- place, twinning, law --------------------------------------------------------------------------

    def _places(self) -> None:
        desk, facts = self.desk, self._facts
        found = desk.read(visit_towns, desk.locale.language)
        options = [("", desk.text("not known yet")), *((one.id.hex, one.name) for one in found)]
        self._choice(
            "territory_id",
            desk.text("Where it takes place"),
            options,
            facts.territory_id.hex if facts.territory_id else "",
        )
        home = next((one.zone for one in found if one.is_home), "")
        zone = flat_field(
            desk.theme, desk.text("Time zone"), FlatLine(desk.theme, facts.zone), name="visit.fact.zone"
        )
        zone.setProperty("code", "zone")
        zone.saved.connect(self._zone_saved)
        self._put("zone", zone)
        zone.setVisible(bool(facts.zone) and facts.zone != home)
        bonds = desk.read(partnerships, desk.locale.language)
        if bonds:
            options = [("", desk.text("none")), *((one.hex, words) for one, words in bonds)]
            value = facts.partnership_id.hex if facts.partnership_id else ""
            self._choice("partnership_id", desk.text("Twinning"), options, value)

    def _zone_saved(self, typed: str) -> None:
        self._run(EditVisit(self._facts.id, {"zone": typed.strip()}), "zone")

    def _law(self) -> None:
        desk, facts = self.desk, self._facts
        laws = [("", desk.text("not said")), *((o.value, desk.locale.label(o)) for o in OrganiserInLaw)]
        self._choice("organiser_in_law", desk.text("Organiser by law"), laws, facts.organiser_in_law)
        options = [("", desk.text("not said")), ("yes", desk.text("Yes")), ("no", desk.text("No"))]
        value = (
            {True: "yes", False: "no"}.get(facts.members_only, "") if facts.members_only is not None else ""
        )
        self._choice("members_only", desk.text("Only members"), options, value)
        if facts.organiser_in_law is OrganiserInLaw.AGENCY or facts.insolvency_no:
            line = FlatLine(desk.theme, facts.insolvency_no, empty=desk.text("none"))
            field = flat_field(
                desk.theme, desk.text("Insolvency certificate"), line, name="visit.fact.insolvency_no"
            )
            field.saved.connect(self._insolvency_saved)
            self._put("insolvency_no", field)
        if facts.organiser_in_law is OrganiserInLaw.ASSOCIATION and facts.members_only is False:
            words = desk.text(
                "A trip that is open to everybody may fall under package-travel law. "
                "This is a hint, no legal advice."
            )
            self.box.addWidget(Label(desk.theme, words, "warn", wrap=True, name="visit.fact.lawHint"))

    def _insolvency_saved(self, typed: str) -> None:
        self._run(EditVisit(self._facts.id, {"insolvency_no": typed}), "insolvency_no")

    def _open_model(self) -> None:
        if self._facts.model_id is not None:
            self.desk.go("visit", id=self._facts.model_id.hex, tab="overview")

    # -- whom it is for, and about what ------------------------------------------------------------------

    def _chips(
        self, title: str, shown: Sequence[tuple[str, str]], call: Callable[[], object], name: str
    ) -> None:
        theme = self.desk.theme
        self.box.addWidget(Label(theme, title, "m"))
        flow = FlowLayout(theme, gap=6)
        for code, words in shown:
            button = plain_button(theme, words, call, icon="x", name=f"{name}.{code}")
            button.setAccessibleName(self.desk.text("Take off {what}", what=words))
            button.setProperty("code", code)
            flow.addWidget(button)
        if shown:
            self.box.addWidget(holder(flow))

    def _groups(self) -> None:
        desk, theme, facts = self.desk, self.desk.theme, self._facts
        shown = [(one.value, desk.locale.label(one)) for one in facts.target_groups]
        self._chips(desk.text("Whom it is for"), shown, self._drop_group, "visit.group")
        rest = [(one.value, desk.locale.label(one)) for one in TargetGroup if one not in facts.target_groups]
        rest.sort(key=lambda pair: desk.locale.sort_key(pair[1]))
        box = Choice(theme, [("", desk.text("Add a group of people")), *rest], name="visit.group.add")
        box.setAccessibleName(desk.text("Add a group of people"))
        box.picked.connect(self._add_group)
        self.box.addWidget(box)

    def _add_group(self, code: str) -> None:
        if code:
            groups = (*self._facts.target_groups, TargetGroup(code))
            self._run(SetVisitTargetGroups(self._facts.id, groups))

    def _drop_group(self) -> None:
        code = str(self.sender().property("code"))
        groups = tuple(one for one in self._facts.target_groups if one.value != code)
        self._run(SetVisitTargetGroups(self._facts.id, groups))

    def _themes(self) -> None:
        desk, theme, facts = self.desk, self.desk.theme, self._facts
        self._chips(
            desk.text("Themes"),
            [(one.hex, name) for one, name in facts.themes],
            self._drop_theme,
            "visit.theme",
        )
        taken = {one for one, _ in facts.themes}
        rest = [
            (one.hex, name) for one, name in desk.read(all_themes, desk.locale.language) if one not in taken
        ]
        self.theme_line = Combo(theme, rest, add=self._add_words, name="visit.theme.add")
        self.theme_line.setPlaceholderText(desk.text("Add a theme"))
        self.theme_line.setAccessibleName(desk.text("Add a theme"))
        self.theme_line.picked.connect(self._add_theme)
        self.theme_line.added.connect(self._new_theme)
        self.box.addWidget(self.theme_line)

    def _add_words(self, typed: str) -> str:
        return self.desk.text("Add “{text}”", text=typed)

    def _add_theme(self, code: str) -> None:
        self.theme_line.setModified(False)
        themes = (*(one for one, _ in self._facts.themes), UUID(hex=code))
        self._run(SetVisitThemes(self._facts.id, themes))

    def _new_theme(self, typed: str) -> None:
        self.theme_line.setModified(False)
        themes = tuple(one for one, _ in self._facts.themes)
        language = self.desk.locale.language
        self._run(SetVisitThemes(self._facts.id, themes, new=typed, language=language))

    def _drop_theme(self) -> None:
        code = str(self.sender().property("code"))
        themes = tuple(one for one, _ in self._facts.themes if one.hex != code)
        self._run(SetVisitThemes(self._facts.id, themes))


TEXTS = ("title", "aims", "objectives", "groups", "terms")


class TextsCard(Box):
    """Name, aims, objectives, groups taking part and conditions, in one language at a time."""

    def __init__(self, desk: Desk, facts: VisitFacts, parties: Sequence[Party]) -> None:
        theme = desk.theme
        super().__init__(theme, "card", gap=8, name="visit.texts")
        self.desk = desk
        self._facts = facts
        own = base_language(desk.read(association).language or desk.locale.language)
        spoken = [party.language for party in parties if party.language]
        self._languages = list(dict.fromkeys([own, *spoken, *sorted(facts.texts)]))
        self._code = self._languages[0]
        missing = [code for code in self._languages if not facts.texts.get(code, Texts()).title]
        self.chips = ChipRow(theme, desk.text("Language"), name="visit.texts.language")
        chips = [
            Chip(code, capital(desk.locale.language_name(code)), icon="pencil" if code in missing else "")
            for code in self._languages
        ]
        self.chips.set_chips(chips, self._code)
        self.chips.chosen.connect(self._choose)
        head = row(theme, Label(theme, desk.text("Name and aims"), "section"), None)
        self.box.addLayout(head)
        self.box.addWidget(self.chips)
        self.fields: dict[str, Field] = {}
        self._fields = column(theme, gap=8)
        self.box.addLayout(self._fields)
        self._fill()

    def _fill(self) -> None:
        desk, theme = self.desk, self.desk.theme
        clear(self._fields)
        self.fields = {}
        words = {
            "title": desk.text("Name"),
            "aims": desk.text("Aims"),
            "objectives": desk.text("What shall be reached"),
            "groups": desk.text("Groups taking part"),
            "terms": desk.text("Conditions of taking part"),
        }
        texts = self._facts.texts.get(self._code, Texts())
        for code in TEXTS:
            value = str(getattr(texts, code))
            editor: QWidget = TextField(theme, value) if code == "title" else LongText(theme, value, lines=2)
            field = Field(theme, words[code], editor, name=f"visit.text.{code}")
            field.setProperty("code", code)
            field.saved.connect(self._saved)
            self.fields[code] = field
            self._fields.addWidget(field)

    def _choose(self, code: str) -> None:
        self.leave()
        self._code = code
        self._fill()

    def leave(self) -> None:
        """Write what is open."""
        for field in self.fields.values():
            field.leave()

    def _saved(self, typed: str) -> None:
        desk, field = self.desk, self.fields[str(self.sender().property("code"))]
        code = str(field.property("code"))

        def failed(error: UserError) -> None:
            field.say(Verdict("bad", desk.words(error)))

        action = SetVisitTexts(self._facts.id, self._code, {code: typed})
        desk.run(action, said=desk.text("All changes saved"), failed=failed)
