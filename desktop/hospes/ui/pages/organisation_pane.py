# SPDX-License-Identifier: GPL-3.0-or-later
"""The chosen organisation: what it is, how to reach it, who holds which office, in which visits it was."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from hospes.actions.offices import AddOffice, EditOffice
from hospes.actions.organisations import EditOrganisation, NameOrganisation
from hospes.actions.reach import (
    AddAddress,
    AddContactPoint,
    DeleteContactPoint,
    EditAddress,
    EditContactPoint,
)
from hospes.domain.codes import ContactKind, Function, OrganisationKind, Sector
from hospes.domain.errors import UserError
from hospes.domain.values import RoughDate
from hospes.i18n.catalog import languages
from hospes.queries.contacts import contact_ids
from hospes.queries.courtesies import entries_of
from hospes.queries.organisations import OrganisationPage, organisation
from hospes.queries.partnerships import bonds_of_organisation
from hospes.queries.people import addresses_of, person_names, reaches_of
from hospes.queries.person_details import OfficeRow, offices_of
from hospes.ui.pages.contacts_facts import Figures, WorksOn
from hospes.ui.pages.office_line import office_form, office_words, pencil
from hospes.ui.pages.person_languages import capital
from hospes.ui.pages.twinning_fields import leads_on, write
from hospes.ui.pages.visit_thanks import EntryLines
from hospes.ui.widgets.boxes import clear, column, holder, row, scrolled
from hospes.ui.widgets.buttons import icon_button, link_button, plain_button
from hospes.ui.widgets.choices import Choice, Combo
from hospes.ui.widgets.fields import Field, TextField, Verdict
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.notices import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable

    from hospes.queries.people import AddressRow, ReachRow
    from hospes.ui.desk import Desk


class OrganisationPane(QWidget):
    """Fields edited in place; each is saved when it is left."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        self.desk = desk
        self._id: UUID | None = None
        self._offices: set[UUID] = set()
        self._names_of: UUID | None = None
        self._page: OrganisationPage | None = None
        self._box = column(theme, gap=8, margins=(22, 14, 22, 14))
        self.setLayout(column(theme, scrolled(holder(column(theme, self._box, None)), "organisation.pane")))
        self.reload()

    def show_organisation(self, organisation_id: UUID | None) -> None:
        """Show one, or the empty state."""
        self._id = organisation_id
        self.reload()

    def name(self) -> str:
        """What the shown one is called."""
        return self._page.name if self._page is not None else ""

    def reload(self) -> None:
        """Read it again."""
        desk, theme = self.desk, self.desk.theme
        clear(self._box)
        self._page = None
        if self._id is None or desk.app is None:
            words = desk.text("Town hall, schools, clubs, shops: people you need for a visit.")
            self._box.addWidget(EmptyState(theme, words, icon="building-2"))
            return
        try:
            page = desk.read(organisation, self._id, desk.locale.language)
        except UserError:
            self._id = None
            self.reload()
            return
        self._page = page
        self._box.addWidget(Label(theme, page.name, "name", wrap=True, name="organisation.name"))
        kind = desk.text(
            "{kind} · {sector}", kind=desk.locale.label(page.kind), sector=desk.locale.label(page.sector)
        )
        self._box.addWidget(Label(theme, kind, "m", wrap=True))
        self._fill_facts(page)
        self._box.addWidget(WorksOn(desk, page))
        self._fill_reach(page)
        self._fill_offices(page)
        self._box.addWidget(Figures(desk, page.id))
        self._fill_visits(page)
        self._fill_twinnings(page)
        if entries := desk.read(entries_of, desk.locale, organisation=page.id):
            self._box.addWidget(Label(theme, desk.text("Gifts and honours"), "section"))
            self._box.addWidget(EntryLines(desk, entries, "organisation.courtesies"))

    # -- facts ---------------------------------------------------------------------------------------

    def _fill_facts(self, page: OrganisationPage) -> None:
        desk, theme = self.desk, self.desk.theme
        name = Field(
            theme, desk.text("Name"), TextField(theme, page.name), beside=True, name="organisation.edit.name"
        )
        name.saved.connect(self._rename)
        kinds = [(k.value, desk.locale.label(k)) for k in OrganisationKind if k is not OrganisationKind.OWN]
        kind = Choice(theme, kinds, page.kind.value)
        kind.picked.connect(self._set_kind)
        sector = Choice(theme, [(s.value, desk.locale.label(s)) for s in Sector], page.sector.value)
        sector.picked.connect(self._set_sector)
        self._box.addWidget(name)
        self._box.addWidget(
            Field(theme, desk.text("What it is"), kind, beside=True, name="organisation.edit.kind")
        )
        self._box.addWidget(
            Field(theme, desk.text("Kind"), sector, beside=True, name="organisation.edit.sector")
        )

        names = link_button(
            theme, desk.text("Names in other languages"), self._unfold_names, name="organisation.names"
        )
        self._box.addLayout(row(theme, names, None))
        if self._names_of == page.id:
            for code in languages():
                self._box.addWidget(self._name_in(page, code))

    def _unfold_names(self) -> None:
        self._names_of = None if self._names_of == self._id else self._id
        self.reload()

    def _name_in(self, page: OrganisationPage, language: str) -> Field:
        """What it is called in a language; papers in that language say it so."""
        desk = self.desk
        called = desk.locale.language_name(language)
        line = TextField(desk.theme, page.texts.get(language, ("", ""))[0], example=page.name)
        field = Field(desk.theme, capital(called), line, beside=True, name=f"organisation.name.{language}")
        field.saved.connect(lambda typed: write(desk, NameOrganisation(page.id, language, typed), field))
        return field

    def _edit(self, **values: object) -> None:
        page = self._page
        if page is not None:
            self.desk.run(
                EditOrganisation(page.id, values, page.version), said=self.desk.text("All changes saved")
            )

    def _rename(self, typed: str) -> None:
        self._edit(name=typed)

    def _set_kind(self, code: str) -> None:
        self._edit(kind=OrganisationKind(code))

    def _set_sector(self, code: str) -> None:
        self._edit(sector=Sector(code))

    # -- address and phones --------------------------------------------------------------------------

    def _fill_reach(self, page: OrganisationPage) -> None:
        desk, theme = self.desk, self.desk.theme
        self._box.addWidget(Label(theme, desk.text("Contact"), "section"))
        found = desk.read(addresses_of, desk.file.today, organisation_id=page.id)
        address = found[0] if found else None
        parts = [("street", desk.text("Street")), ("town", desk.text("Place"))]
        if address is not None:  # a postcode alone is no address to begin with
            parts.insert(1, ("postcode", desk.text("Postcode")))
        for code, words in parts:
            value = getattr(address, code) if address is not None else ""
            field = Field(
                theme, words, TextField(theme, value), beside=True, name=f"organisation.edit.{code}"
            )
            field.saved.connect(self._address_saver(page, address, code))
            self._box.addWidget(field)
        reaches = desk.read(reaches_of, desk.file.today, organisation_id=page.id)
        for one in reaches:
            self._box.addWidget(self._reach_field(one))
        missing = [kind for kind in ContactKind if kind not in {one.kind for one in reaches}]
        for kind in missing:
            field = Field(
                theme,
                desk.locale.label(kind),
                TextField(theme),
                beside=True,
                name=f"organisation.edit.{kind.value}",
            )
            field.saved.connect(self._reach_adder(page, kind, field))
            self._box.addWidget(field)

    def _address_saver(
        self, page: OrganisationPage, address: AddressRow | None, code: str
    ) -> Callable[[str], None]:
        def save(typed: str) -> None:
            said = self.desk.text("All changes saved")
            if address is not None:
                self.desk.run(EditAddress(address.id, {code: typed}, address.version), said=said)
            elif typed.strip():
                street, postcode, town = (
                    typed if code == name else "" for name in ("street", "postcode", "town")
                )
                if code == "postcode":
                    town = page.name
                self.desk.run(AddAddress("organisation", page.id, street, postcode, town), said=said)

        return save

    def _reach_field(self, one: ReachRow) -> Field:
        desk = self.desk
        editor = TextField(desk.theme, one.value)
        words = desk.locale.label(one.kind)
        field = Field(desk.theme, words, editor, beside=True, name=f"organisation.edit.{one.kind.value}")

        def save(typed: str) -> None:
            if not typed.strip():
                desk.run(DeleteContactPoint(one.id), said=desk.text("All changes saved"))
                return
            desk.run(
                EditContactPoint(one.id, {"value": typed}, one.version),
                said=desk.text("All changes saved"),
                failed=lambda error: field.say(Verdict("bad", desk.words(error))),
            )

        field.saved.connect(save)
        return field

    def _reach_adder(self, page: OrganisationPage, kind: ContactKind, field: Field) -> Callable[[str], None]:
        desk = self.desk

        def save(typed: str) -> None:
            if typed.strip():
                desk.run(
                    AddContactPoint("organisation", page.id, kind, typed),
                    said=desk.text("All changes saved"),
                    failed=lambda error: field.say(Verdict("bad", desk.words(error))),
                )

        return save

    # -- offices -------------------------------------------------------------------------------------

    def _fill_offices(self, page: OrganisationPage) -> None:
        desk, theme = self.desk, self.desk.theme
        self._box.addWidget(Label(theme, desk.text("People and offices"), "section"))
        offices = desk.read(offices_of, organisation_id=page.id)
        called = desk.read(person_names, [one.person_id for one in offices])
        for one in offices:
            self._box.addWidget(self._office(one, called.get(one.person_id, "")))
        if not offices:
            self._box.addWidget(Label(theme, desk.text("Nobody is written here yet."), "m"))
        people = desk.read(contact_ids, locale=desk.locale, today=desk.file.today)[:2000]
        names = desk.read(person_names, people)
        self._who = Combo(
            theme, [(one.hex, names.get(one, "")) for one in people], name="organisation.office.who"
        )
        self._who.setAccessibleName(desk.text("Who"))
        self._who.setPlaceholderText(desk.text("Who"))
        functions = [(f.value, desk.locale.label(f)) for f in Function]
        self._what = Choice(theme, functions, Function.CONTACT.value, name="organisation.office.what")
        self._what.setAccessibleName(desk.text("Function"))
        add = plain_button(
            theme, desk.text("Add an office"), self._add_office, name="organisation.office.add"
        )
        self._box.addWidget(self._who)
        self._box.addLayout(row(theme, self._what, add, None))

    def _office(self, one: OfficeRow, name: str) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        open_ = link_button(theme, name, name=f"organisation.office.{one.id.hex}")
        open_.setProperty("person", one.person_id.hex)
        open_.clicked.connect(self._open_person)
        role = one.title or desk.locale.label(one.function)
        words = office_words(desk, one, role)
        line = row(
            theme, holder(column(theme, row(theme, open_, None), Label(theme, words, "m", wrap=True), gap=0))
        )
        line.setStretch(0, 1)
        if one.valid_to is None:
            end = icon_button(
                theme,
                desk.text("The office has ended today"),
                "x",
                name="organisation.office.end",
                small=True,
            )
            end.setProperty("office", one.id.hex)
            end.clicked.connect(self._end_office)
            line.addWidget(end)
        line.addWidget(pencil(desk, one, self._change_office))
        if one.id not in self._offices:
            return holder(line)
        return holder(column(theme, line, office_form(desk, one, role), gap=4))

    def _change_office(self, office: UUID) -> None:
        self._offices ^= {office}
        self.reload()

    def _open_person(self) -> None:
        self.desk.go("person", id=str(self.sender().property("person")))

    def _end_office(self) -> None:
        office = UUID(hex=str(self.sender().property("office")))
        day = RoughDate.of(self.desk.file.today)
        self.desk.run(EditOffice(office, {"valid_to": day}), said=self.desk.text("The office has ended."))

    def _add_office(self) -> None:
        if self._page is None or not self._who.code():
            self.desk.say(self.desk.text("Choose a person from the list first."), kind="info")
            return
        action = AddOffice(
            UUID(hex=self._who.code()),
            self._page.id,
            Function(self._what.code()),
            valid_from=RoughDate.of(self.desk.file.today),
        )
        self.desk.run(action, said=self.desk.text("The office is added."))

    def _fill_visits(self, page: OrganisationPage) -> None:
        if not page.visits:
            return
        desk, theme = self.desk, self.desk.theme
        self._box.addWidget(Label(theme, desk.text("Visits"), "section"))
        for one in page.visits:
            when = desk.locale.span(one.first, one.last) if one.first and one.last else ""
            self._box.addWidget(Label(theme, one.title, wrap=True))
            self._box.addWidget(Label(theme, when, "m"))

    def _fill_twinnings(self, page: OrganisationPage) -> None:
        """Those it is a party of, and those of its town."""
        found = self.desk.read(bonds_of_organisation, page.id, self.desk.locale.code)
        if not found:
            return
        desk, theme = self.desk, self.desk.theme
        self._box.addWidget(Label(theme, desk.text("Twinnings"), "section"))
        for ref, words in found:
            self._box.addWidget(leads_on(desk, words, self._opens(ref), f"organisation.twinning.{ref.hex}"))

    def _opens(self, ref: UUID) -> Callable[[], None]:
        def go() -> None:
            self.desk.go("twinning", id=ref.hex)

        return go
