# SPDX-License-Identifier: GPL-3.0-or-later
"""Who comes from where: delegations with their journey and coordinator; and who is in charge of what."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt

from hospes.actions.visits import SetDuty
from hospes.actions.visits_delegations import AddDelegation, EditDelegation, RemoveDelegation
from hospes.domain.codes_visit import DelegationRole
from hospes.domain.errors import FieldProblem
from hospes.domain.names import display_name, initials
from hospes.domain.programme_times import Times, read_times, times_words
from hospes.queries.organisations import organisation_ids, organisation_rows
from hospes.queries.visit_models import visit_towns
from hospes.queries.visit_overview import visit_duties
from hospes.ui.pages.person_languages import capital, offered
from hospes.ui.pages.visit_fields import PersonCombo, day_check, day_editor, day_of, times_check
from hospes.ui.pages.visit_words import side_of
from hospes.ui.widgets.boxes import Box, clear, column, holder, line, row
from hospes.ui.widgets.buttons import icon_button, link_button, plain_button
from hospes.ui.widgets.choices import Choice, Combo
from hospes.ui.widgets.fields import Field, TextField, Verdict
from hospes.ui.widgets.labels import Label, TownName, avatar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, time

    from PySide6.QtWidgets import QWidget

    from hospes.domain.errors import UserError
    from hospes.queries.visits import Party
    from hospes.ui.desk import Desk


class DelegationsCard(Box):
    """One row a delegation; [Change] opens its fields beneath."""

    def __init__(self, desk: Desk, visit_id: UUID, parties: Sequence[Party]) -> None:
        theme = desk.theme
        super().__init__(theme, "card", gap=8, name="visit.delegations")
        self.desk = desk
        self._visit = visit_id
        self._parties = {one.id.hex: one for one in parties}
        self._open: DelegationFields | None = None
        self.box.addLayout(row(theme, Label(theme, desk.text("Delegations"), "section"), None))
        self._rows: dict[str, QWidget] = {}
        for one in parties:
            widget = self._row(one)
            self._rows[one.id.hex] = widget
            self.box.addWidget(widget)
        if not parties:
            self.box.addWidget(Label(theme, desk.text("Nobody yet."), "m"))
        self._adding: QWidget | None = None
        self.add_link = link_button(
            theme, desk.text("Add a delegation"), self._begin, icon="plus", name="visit.delegation.add"
        )
        self.box.addWidget(self.add_link)

    def _row(self, one: Party) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        more = [desk.locale.label(one.role)]
        if one.language:
            more.append(capital(desk.locale.language_name(one.language)))
        if one.coordinator is not None:
            more.append(desk.text("led by {person}", person=display_name(one.coordinator)))
        words = column(theme, TownName(theme, one.name, side_of(one)), gap=0)
        words.addWidget(Label(theme, " · ".join(more), "m", wrap=True))
        for told in self._journey(one):
            words.addWidget(Label(theme, told, wrap=True))
        change = plain_button(
            theme, desk.text("Change"), self._change, name=f"visit.delegation.change.{one.id.hex}"
        )
        change.setAccessibleName(desk.text("Change {what}", what=one.name))
        change.setProperty("party", one.id.hex)
        across = row(theme, holder(words), change)
        across.setStretch(0, 1)
        across.setAlignment(change, Qt.AlignmentFlag.AlignTop)
        return holder(column(theme, line(), across, gap=8), f"visit.delegation.{one.id.hex}")

    def _journey(self, one: Party) -> list[str]:
        desk, found = self.desk, []
        arrives = _moment(desk, one.arrival_on, one.arrival_at, one.arrival_words)
        leaves = _moment(desk, one.departure_on, one.departure_at, one.departure_words)
        if arrives:
            found.append(desk.text("arrives {when}", when=arrives))
        if leaves:
            found.append(desk.text("leaves {when}", when=leaves))
        return found

    def _change(self) -> None:
        code = str(self.sender().property("party"))
        same = self._open is not None and self._open.party.id.hex == code
        self._close()
        if not same:
            self._open = DelegationFields(self.desk, self._parties[code])
            self.box.insertWidget(self.box.indexOf(self._rows[code]) + 1, self._open)
            self._open.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        fields, self._open = self._open, None
        if fields is not None:
            fields.leave()
            fields.hide()
            fields.deleteLater()

    def leave(self) -> None:
        """Write what is open."""
        if self._open is not None:
            self._open.leave()

    # -- a further one -------------------------------------------------------------------------------

    def _begin(self) -> None:
        desk, theme = self.desk, self.desk.theme
        self.add_link.hide()
        taken = {one.ref for one in self._parties.values()}
        found = desk.read(visit_towns, desk.locale.language)
        options = [(one.id.hex, one.name) for one in found if one.id not in taken]
        ids = desk.read(organisation_ids, locale=desk.locale, today=desk.file.today)
        rows = desk.read(organisation_rows, ids, locale=desk.locale, today=desk.file.today)
        self._towns = {code for code, _ in options}
        options += [(one.id.hex, one.name) for one in rows if one.id not in taken]
        self.who = Combo(theme, options, add=self._add_words, name="visit.delegation.who")
        self.who.setPlaceholderText(desk.text("Town or organisation"))
        self.who.setAccessibleName(desk.text("Town or organisation"))
        roles = [(one.value, desk.locale.label(one)) for one in DelegationRole]
        self.role = Choice(theme, roles, DelegationRole.VISITING.value, name="visit.delegation.role")
        self.role.setAccessibleName(desk.text("What they do"))
        add = plain_button(theme, desk.text("Add"), self._add, name="visit.delegation.doAdd")
        across = row(theme, self.who, self.role, add)
        across.setStretch(0, 1)
        self._adding = holder(across)
        self.box.addWidget(self._adding)
        self.who.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_words(self, typed: str) -> str:
        return self.desk.text("New town: {town}", town=typed)

    def _add(self) -> None:
        code, role = self.who.code(), DelegationRole(self.role.code())
        self.who.setModified(False)
        if code:
            ref = UUID(hex=code)
            territory, organisation = (ref, None) if code in self._towns else (None, ref)
            action = AddDelegation(self._visit, role, territory, organisation)
        else:
            action = AddDelegation(self._visit, role, town=self.who.text())
        name = self.who.text().strip()
        self.desk.run(action, said=self.desk.text("{name} is added.", name=name), failed=self._failed)

    def _failed(self, error: UserError) -> None:
        self.desk.say(error, kind="err")


def _moment(desk: Desk, day: date | None, clock: time | None, words: str) -> str:
    """`Wednesday, 13 May 2026, 17:00`, as far as it is known."""
    told = times_words(Times(clock, None, words), desk.locale)
    shown = desk.locale.date(day, "weekday_short") if day is not None else ""
    return ", ".join(part for part in (shown, told) if part)


class DelegationFields(Box):
    """Role, language, coordinator, arrival and departure of one delegation."""

    def __init__(self, desk: Desk, party: Party) -> None:
        theme = desk.theme
        super().__init__(theme, "sunk", gap=6, margins=(14, 12, 14, 12))
        self.desk = desk
        self.party = party
        self.fields: dict[str, Field] = {}
        roles = [(one.value, desk.locale.label(one)) for one in DelegationRole]
        self.role = Choice(theme, roles, party.role.value)
        self.role.picked.connect(self._role_picked)
        tongues = offered(desk.locale, party.language)
        tongues.sort(key=lambda pair: desk.locale.sort_key(pair[1]))
        self.language = Choice(theme, [("", desk.text("not said")), *tongues], party.language)
        self.language.picked.connect(self._language_picked)
        name = display_name(party.coordinator) if party.coordinator is not None else ""
        self.coordinator = PersonCombo(desk, text=name)
        self.coordinator.picked.connect(self._coordinator_picked)
        self.coordinator.editingFinished.connect(self._coordinator_left)
        first = Field(theme, desk.text("What they do"), self.role, beside=True, name="visit.delegation.does")
        self.box.addWidget(first)
        self.box.addWidget(
            Field(theme, desk.text("Language"), self.language, beside=True, name="visit.delegation.language")
        )
        self.box.addWidget(
            Field(theme, desk.text("Led by"), self.coordinator, beside=True, name="visit.delegation.leader")
        )
        self._when("arrival", desk.text("Arrives on"), desk.text("at"))
        self._when("departure", desk.text("Leaves on"), desk.text("at"))
        out = link_button(
            theme, desk.text("Take {what} out of the visit", what=party.name), self._remove,
            name="visit.delegation.remove",
        )  # fmt: skip
        self.box.addWidget(out)

    def first(self) -> QWidget:
        """Where the keyboard goes."""
        return self.role

    def _when(self, what: str, label: str, at: str) -> None:
        desk, theme, party = self.desk, self.desk.theme, self.party
        day = getattr(party, f"{what}_on")
        clock = Times(getattr(party, f"{what}_at"), None, getattr(party, f"{what}_words"))
        editor = day_editor(desk, desk.locale.date(day, "list"))
        on = Field(
            theme, label, editor, check=day_check(desk), beside=True, name=f"visit.delegation.{what}_on"
        )
        time_ = Field(
            theme, at, TextField(theme, times_words(clock, desk.locale)), check=times_check(desk),
            beside=True, name=f"visit.delegation.{what}_at",
        )  # fmt: skip
        for field, code in ((on, f"{what}_on"), (time_, f"{what}_at")):
            field.setProperty("code", code)
            self.fields[code] = field
            self.box.addWidget(field)
        on.saved.connect(self._day_saved)
        time_.saved.connect(self._time_saved)

    def leave(self) -> None:
        """Write what is open."""
        for field in self.fields.values():
            field.leave()

    def _run(self, values: dict[str, object], code: str = "") -> None:
        def failed(error: UserError) -> None:
            if isinstance(error, FieldProblem) and code in self.fields:
                self.fields[code].say(Verdict("bad", self.desk.words(error)))
            else:
                self.desk.say(error, kind="err")

        said = self.desk.text("All changes saved")
        self.desk.run(EditDelegation(self.party.id, values), said=said, failed=failed)

    def _role_picked(self, code: str) -> None:
        self._run({"role": DelegationRole(code)})

    def _language_picked(self, code: str) -> None:
        self._run({"language": code})

    def _coordinator_picked(self, code: str) -> None:
        self.coordinator.setModified(False)
        self._run({"coordinator_id": UUID(hex=code)})

    def _coordinator_left(self) -> None:
        if not self.coordinator.isModified():
            return
        self.coordinator.setModified(False)
        code = self.coordinator.code()
        if code:
            self._run({"coordinator_id": UUID(hex=code)})
        elif not self.coordinator.text().strip() and self.party.coordinator_id is not None:
            self._run({"coordinator_id": None})

    def _day_saved(self, typed: str) -> None:
        code = str(self.sender().property("code"))
        self._run({code: day_of(self.desk, typed)}, code)

    def _time_saved(self, typed: str) -> None:
        code = str(self.sender().property("code"))
        times = read_times(typed, self.desk.locale)
        what = code.removesuffix("_at")
        self._run({code: times.starts, f"{what}_words": times.words}, code)

    def _remove(self) -> None:
        desk = self.desk
        said = desk.text("{name} is out of the visit.", name=self.party.name)
        desk.run(RemoveDelegation(self.party.id), said=said)


class DutiesCard(Box):
    """People in charge: the hosts, the money, the bus."""

    def __init__(self, desk: Desk, visit_id: UUID) -> None:
        theme = desk.theme
        super().__init__(
            theme, "card", Label(theme, desk.text("In charge"), "section"), gap=6, name="visit.duties"
        )
        self.desk = desk
        self._visit = visit_id
        duties = desk.read(visit_duties, visit_id)
        for one in duties:
            self.box.addWidget(self._row(one.person_id.hex, one.name, one.words))
        if not duties:
            self.box.addWidget(
                Label(theme, desk.text("Who looks after hosts, money, the bus?"), "m", wrap=True)
            )
        self._form = column(theme, gap=6)
        self.box.addLayout(self._form)
        self.add_link = link_button(
            theme, desk.text("Add a person"), self._begin, icon="plus", name="visit.duty.add"
        )
        self.box.addWidget(self.add_link)

    def _row(self, code: str, name: object, words: str) -> QWidget:
        from hospes.domain.names import PersonName

        assert isinstance(name, PersonName)
        desk, theme = self.desk, self.desk.theme
        who = link_button(theme, display_name(name), self._open, name=f"visit.duty.{code}")
        away = icon_button(
            theme, desk.text("No longer: {person}", person=display_name(name)), "x", self._drop,
            name=f"visit.duty.drop.{code}", small=True,
        )  # fmt: skip
        for button in (who, away):
            button.setProperty("person", code)
        told = column(theme, who, gap=0)
        if words:
            told.addWidget(Label(theme, words, "m", wrap=True))
        across = row(theme, avatar(theme, initials(name)), holder(told), away, gap=8)
        across.setStretch(1, 1)
        return holder(across)

    def _open(self) -> None:
        self.desk.go("person", id=str(self.sender().property("person")))

    def _drop(self) -> None:
        person = UUID(hex=str(self.sender().property("person")))
        self.desk.run(SetDuty(self._visit, person, off=True), said=self.desk.text("All changes saved"))

    def _begin(self) -> None:
        desk, theme = self.desk, self.desk.theme
        self.add_link.hide()
        clear(self._form)
        self.who = PersonCombo(desk, "visit.duty.who")
        self.who.setPlaceholderText(desk.text("Name"))
        self.who.setAccessibleName(desk.text("Name"))
        self.what = TextField(theme, example=desk.text("What for"), name="visit.duty.what")
        self.what.setAccessibleName(desk.text("What for"))
        add = plain_button(theme, desk.text("Add"), self._add, name="visit.duty.doAdd")
        self._form.addWidget(self.who)
        self._form.addWidget(self.what)
        self._form.addLayout(row(theme, add, None))
        self.who.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> None:
        code = self.who.code()
        if not code:
            self.desk.say(self.desk.text("Choose a person from the list first."), kind="info")
            return
        self.who.setModified(False)
        self.what.setModified(False)
        self.desk.run(
            SetDuty(self._visit, UUID(hex=code), self.what.text()), said=self.desk.text("All changes saved")
        )
