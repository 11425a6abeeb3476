# SPDX-License-Identifier: GPL-3.0-or-later
"""What an organisation works on, and its figures with day and source: two parts of its pane."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hospes.actions.actors import DropActorFact, KeepActorFact
from hospes.actions.organisations import EditOrganisation
from hospes.domain.codes_actors import FieldOfWork, fields_of_work, kept_fields, own_words
from hospes.domain.dates import DateKind
from hospes.domain.errors import FieldProblem, UserError
from hospes.queries.actors_who import actor_facts
from hospes.ui.pages.contacts_picks import Picks
from hospes.ui.pages.person_dates import bad_day, day_check, read_day
from hospes.ui.widgets.boxes import column, holder, row
from hospes.ui.widgets.buttons import icon_button, link_button, plain_button
from hospes.ui.widgets.fields import Field, TextField, Verdict
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from hospes.queries.actors_who import FactLine
    from hospes.queries.organisations import OrganisationPage
    from hospes.ui.desk import Desk


class WorksOn(QWidget):
    """Fields of work as chosen tags; words brought in from elsewhere stay as they are."""

    def __init__(self, desk: Desk, page: OrganisationPage) -> None:
        super().__init__()
        theme = desk.theme
        self.desk, self._page = desk, page
        words = desk.text("Works on")
        self.picks = Picks(desk, desk.text("Choose a field"), words, "organisation.fields")
        pairs = [(one.value, desk.locale.label(one)) for one in FieldOfWork]
        pairs.sort(key=lambda pair: desk.locale.sort_key(pair[1]))
        self.picks.set_options(pairs)
        self.picks.choose(one.value for one in fields_of_work(page.fields_of_work))
        self.picks.changed.connect(self._changed)
        parts: list[QWidget] = [Label(theme, words, "label"), self.picks]
        other = own_words(page.fields_of_work)
        if other:
            parts.append(Label(theme, ", ".join(other), "m", wrap=True))
        self.setLayout(column(theme, *parts, gap=4))

    def _changed(self) -> None:
        chosen = {FieldOfWork(code) for code in self.picks.codes()}
        kept = kept_fields(chosen, own_words(self._page.fields_of_work))
        action = EditOrganisation(self._page.id, {"fields_of_work": kept}, self._page.version)
        self.desk.run(action, said=self.desk.text("All changes saved"))


class Figures(QWidget):
    """Figures of an organisation, or of a country: each with its day and source, and a line to add one."""

    def __init__(self, desk: Desk, organisation_id: UUID | None = None, country: str = "") -> None:
        super().__init__()
        theme = desk.theme
        self.desk = desk
        self._id, self._country = organisation_id, country
        self._box = column(theme, gap=6)
        self.fields: dict[str, Field] = {}
        self.setLayout(self._box)
        head = desk.text("Figures")
        if country:
            head = desk.text("Figures of {country}", country=desk.locale.country(country))
        self._box.addWidget(Label(theme, head, "section", wrap=True))
        found = desk.read(actor_facts, organisation_id=organisation_id, country=country or None)
        for one in found:
            self._box.addWidget(self._line(one))
        if not found:
            self._box.addWidget(Label(theme, desk.text("None yet: jobs, pupils, members and the like."), "m"))
        name = f"figures.{country or 'organisation'}.add"
        self.more = link_button(theme, desk.text("Add a figure"), self._begin, icon="plus", name=name)
        self._box.addLayout(row(theme, self.more, None))

    def _line(self, one: FactLine) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        words = desk.text("{what}: {value}", what=one.what, value=one.value)
        day = desk.locale.rough(one.as_of) if one.as_of else ""
        told = desk.text("{source}, as of {day}", source=one.source, day=day)
        away = icon_button(
            theme, desk.text("Delete {what}", what=one.what), "x", self._drop,
            name=f"figures.drop.{one.id.hex}", small=True,
        )  # fmt: skip
        away.setProperty("fact", one.id.hex)
        text = column(theme, Label(theme, words, wrap=True), Label(theme, told, "m", wrap=True), gap=0)
        across = row(theme, holder(text), away)
        across.setStretch(0, 1)
        return holder(across)

    def _begin(self) -> None:
        desk, theme = self.desk, self.desk.theme
        self.more.hide()
        parts = (
            ("what", desk.text("What is counted"), ""),
            ("value", desk.text("Figure"), ""),
            ("as_of", desk.text("As of"), desk.text("A year is enough.")),
            ("source", desk.text("Source"), desk.text("Who states it, and where.")),
        )
        for name, words, hint in parts:
            check = day_check(desk, DateKind.ANY) if name == "as_of" else None
            field = Field(
                theme, words, TextField(theme), check=check, hint=hint, name=f"figures.{name}"
            )  # fmt: skip
            self.fields[name] = field
            self._box.addWidget(field)
        add = plain_button(theme, desk.text("Add"), self._add, name="figures.doAdd")
        self._box.addLayout(row(theme, add, None))
        self.fields["what"].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> None:
        desk = self.desk
        try:
            day = read_day(desk, self.fields["as_of"].value(), DateKind.ANY)
        except UserError as error:
            self.fields["as_of"].say(bad_day(desk, error))
            return
        what, value, source = (self.fields[name].value() for name in ("what", "value", "source"))
        action = KeepActorFact(what, value, day, source, self._id, self._country)
        desk.run(action, said=desk.text("The figure is kept."), failed=self._failed)

    def _failed(self, error: UserError) -> None:
        if isinstance(error, FieldProblem) and error.field in self.fields:
            field = self.fields[error.field]
            field.say(Verdict("bad", self.desk.words(error)))
            field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.desk.say(error, kind="err")

    def _drop(self) -> None:
        fact = UUID(hex=str(self.sender().property("fact")))
        self.desk.run(DropActorFact(fact), said=self.desk.text("The figure is deleted."))
