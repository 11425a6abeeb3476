# SPDX-License-Identifier: GPL-3.0-or-later
"""A household: its people, the shared address, how it gets letters, what it can offer guests (design 5.5)."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget, QWidget

from hospes.actions.addresses import ChangeAddress
from hospes.actions.households import (
    EditHousehold,
    EditHouseholdMember,
    JoinHousehold,
    SetHouseholdTexts,
)
from hospes.actions.reach import AddContactPoint, DeleteContactPoint, EditContactPoint
from hospes.domain.addresses import PostalAddress
from hospes.domain.ages import OF_AGE
from hospes.domain.codes import ContactKind, LetterStyle, Relation
from hospes.domain.errors import UserError
from hospes.domain.names import display_name, initials
from hospes.domain.payers import Payer, PayerKind
from hospes.domain.salutations import joint_salutation, salutation
from hospes.i18n.locale import Locale
from hospes.queries.association import association
from hospes.queries.households import HouseholdPage as Found
from hospes.queries.households import household
from hospes.queries.members import member_rows
from hospes.queries.people import addresses_of, reaches_of
from hospes.queries.suggestions import place_of
from hospes.ui.desk import Answer
from hospes.ui.page import Fit, Heading, Page, side_margins
from hospes.ui.pages.household_ledger import ledger_card
from hospes.ui.pages.member_form_people import CHILDREN
from hospes.ui.pages.person_donations import donations_part
from hospes.ui.pages.person_dues import household_dues
from hospes.ui.pages.person_flat import FlatLine, flat_field
from hospes.ui.pages.person_hosting import HostingCard
from hospes.ui.pages.person_rebuild import half_typed, rebuild
from hospes.ui.pages.visit_fields import people_options
from hospes.ui.widgets.boxes import card, clear, column, holder, row, scrolled
from hospes.ui.widgets.buttons import link_button
from hospes.ui.widgets.choices import Choice, Combo, Radio, Tick
from hospes.ui.widgets.fields import Field, Verdict
from hospes.ui.widgets.labels import Label, avatar
from hospes.ui.widgets.notices import EmptyState, back_bar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QHBoxLayout

    from hospes.actions import Action
    from hospes.queries.people import AddressRow, Housemate
    from hospes.ui.desk import Desk

ADDRESS = ("care_of", "extra", "street", "postcode", "town", "region", "country")


class HouseholdPage(Page):
    """People, address and letters left, hosting right."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {
            "household", "household_member", "household_text", "person", "address", "contact_point",
            "membership", "hosting", "hosting_bed", "placement", "dues", "payment", "payment_share",
            "dues_reminder", "receipt",
        }
    )  # fmt: skip

    SHOTS: ClassVar[tuple[Mapping[str, object], ...]] = (
        {"id": "household:Nowak"},
        {"id": "household:Fischer"},
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self._id: UUID | None = None
        self._found: Found | None = None
        self._fields: list[Field] = []
        self._box = column(theme, gap=14)
        back = back_bar(theme, desk.text("Back to the list"), self._back, "household.back")
        self._area = scrolled(holder(column(theme, self._box, None)), "household.page")
        self._column = column(theme, back, self._area, gap=8)
        self.body = QStackedWidget()
        self.body.addWidget(holder(self._column))
        way = Answer(desk.text("Back to the list"), self._back, main=True, name="household.gone.list")
        words = desk.text("This entry is no longer in the file.")
        self.body.addWidget(EmptyState(theme, words, (way,), icon="house"))
        self.setLayout(column(theme, self.body))

    def reload(self) -> None:
        found = self._read()
        same = found is not None and self._found is not None and self._found.id == found.id
        self._found = found
        self.body.setCurrentIndex(1 if found is None else 0)
        if found is not None and not (same and half_typed(self)):
            rebuild(self, self._show, self._area)
        self.headingChanged.emit()

    def _read(self) -> Found | None:
        if self._id is None:
            return None
        try:
            return self.desk.read(household, self._id, self.desk.file.today)
        except UserError:
            return None

    def _show(self) -> None:
        found, theme = self._found, self.desk.theme
        if found is None:
            return
        clear(self._box)
        self._fields = []
        dues = household_dues(self.desk, found.id)
        given = donations_part(self.desk, Payer(PayerKind.HOUSEHOLD, found.id), name="household")
        parts = [self._people(found), self._address(found), self._letters(found)]
        left = column(theme, *parts, *[one for one in (dues, given) if one is not None], None, gap=14)
        hospitality = ledger_card(self.desk, found.id)
        cards = [HostingCard(self.desk, found.id), *([hospitality] if hospitality is not None else [])]
        right = column(theme, *cards, None, gap=14)
        across = row(theme, holder(left), holder(right), gap=16)
        across.setStretch(0, 1)
        across.setStretch(1, 1)
        if self.fits <= Fit.COMPACT:
            across.setDirection(across.Direction.TopToBottom)
        self._box.addLayout(across)

    # -- people --------------------------------------------------------------------------------------

    def _people(self, found: Found) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        today = desk.file.today
        title = row(theme, Label(theme, desk.text("People"), "section"), None)
        if not desk.file.read_only:
            add = link_button(
                theme, desk.text("Add person"), self._add_person, icon="plus", name="household.addPerson"
            )
            title.addWidget(add)
        box = card(theme, title, gap=8)
        ids = [one.id for one in found.people]
        rows = desk.read(member_rows, ids, locale=desk.locale, today=today, only=())
        numbers = {one.id: one.number for one in rows if one.is_member}
        for one in found.people:
            box.box.addLayout(self._person(one, numbers.get(one.id, "")))
        if not found.people:
            box.box.addWidget(Label(theme, desk.text("Nobody lives here."), "m"))
        if not desk.file.read_only:
            self._joins = link_button(
                theme, desk.text("Somebody moves in…"), self._ask_who, name="household.join"
            )
            self._who = Combo(theme, name="household.join.who")
            self._who.setPlaceholderText(desk.text("Somebody who is in the file already"))
            self._who.setAccessibleName(desk.text("Somebody who is in the file already"))
            self._who.picked.connect(self._join)
            self._who.hide()
            box.box.addLayout(row(theme, self._joins, None))
            box.box.addWidget(self._who)
        return box

    def _ask_who(self) -> None:
        """Offer everybody who does not live here; read only when it is wanted."""
        here = {one.id.hex for one in self._found.people} if self._found is not None else set()
        self._who.set_options([one for one in people_options(self.desk) if one[0] not in here])
        self._joins.hide()
        self._who.show()
        self._who.setFocus()

    def _join(self, code: str) -> None:
        if code and self._id is not None:
            said = self.desk.text("{person} lives here now.", person=self._who.text())
            self.desk.run(JoinHousehold(UUID(hex=code), self._id, on=self.desk.file.today), said=said)

    def _person(self, one: Housemate, number: str) -> QHBoxLayout:
        desk, theme = self.desk, self.desk.theme
        who = display_name(one.name)
        name = link_button(theme, who, self._open, name=f"household.person.{one.id.hex}")
        name.setProperty("person", one.id.hex)
        about = [desk.text("Member no. {number}", number=number)] if number else []
        if one.deceased:
            about.append(desk.text("died"))
        elif not one.lives_here(desk.file.today):
            about.append(desk.text("lived here once"))
        words = column(theme, name, gap=0)
        if about:
            words.addWidget(Label(theme, " · ".join(about), "m", wrap=True))
        line = row(theme, avatar(theme, initials(one.name)), holder(words), gap=8)
        line.setStretch(1, 1)
        if one.lives_here(desk.file.today):
            relations = [(code.value, desk.locale.label(code)) for code in Relation]
            relation = Choice(theme, relations, one.relation.value, name=f"household.relation.{one.id.hex}")
            relation.setAccessibleName(desk.text("What {person} is here", person=who))
            relation.setProperty("link", one.link_id.hex)
            relation.picked.connect(self._relation)
            out = link_button(
                theme, desk.text("Moves out…"), self._move_out, name=f"household.out.{one.id.hex}"
            )
            out.setProperty("person", one.id.hex)
            line.addWidget(relation)
            line.addWidget(out)
        return line

    def _add_person(self) -> None:
        if self._id is not None:
            self.desk.go("members", new=True, household=self._id.hex)

    def _open(self) -> None:
        self.desk.go("person", id=str(self.sender().property("person")))

    def _relation(self, code: str) -> None:
        link = UUID(hex=str(self.sender().property("link")))
        self._run(EditHouseholdMember(link, {"relation": Relation(code)}))

    def _move_out(self) -> None:
        self.desk.go("person", id=str(self.sender().property("person")), ask="move_out")

    # -- address and telephone -------------------------------------------------------------------------

    def _address(self, found: Found) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        today = desk.file.today
        rows = desk.read(addresses_of, today, household_id=found.id)
        address = next((one for one in rows if one.holds(today)), None)
        several = len([one for one in found.people if one.lives_here(today)]) > 1
        words = desk.text("Address of all") if several else desk.text("Address")
        box = card(theme, Label(theme, words, "section"), gap=2)
        for code, label in (
            ("extra", desk.text("Flat, building")),
            ("street", desk.text("Street")),
            ("postcode", desk.text("Postcode")),
            ("town", desk.text("Place")),
        ):
            if code == "extra" and not getattr(address, "extra", ""):
                continue
            field = self._line(code, label, str(getattr(address, code, "")))
            field.saved.connect(self._address_saver(address, code, field))
            box.box.addWidget(field)
        self._telephones(found, box.box.addWidget)
        return box

    def _address_saver(self, address: AddressRow | None, code: str, field: Field) -> Callable[[str], None]:
        def save(typed: str) -> None:
            if self._id is None:
                return
            lines = {name: str(getattr(address, name, "")) for name in ADDRESS}
            lines[code] = typed.strip()
            if code == "postcode" and not lines["town"]:
                lines["town"] = self.desk.read(place_of, lines["postcode"])
            self._run(ChangeAddress("household", self._id, PostalAddress(**lines)), field)

        return save

    def _telephones(self, found: Found, add: Callable[[QWidget], object]) -> None:
        """What rings for the whole household; one line more as long as there is none."""
        rows = self.desk.read(reaches_of, self.desk.file.today, household_id=found.id)
        phones = [one for one in rows if one.kind in {ContactKind.PHONE, ContactKind.MOBILE}]
        for number, one in enumerate([*phones] or [None]):
            code = "phone" if number == 0 else f"phone{number + 1}"
            field = self._line(code, self.desk.text("Telephone of all"), one.value if one else "")
            field.saved.connect(self._phone_saver(one.id if one else None, field))
            add(field)

    def _phone_saver(self, row_id: UUID | None, field: Field) -> Callable[[str], None]:
        def save(typed: str) -> None:
            if self._id is None:
                return
            text = typed.strip()
            if row_id is None:
                if text:
                    self._run(AddContactPoint("household", self._id, ContactKind.PHONE, text), field)
            elif text:
                self._run(EditContactPoint(row_id, {"value": text}), field)
            else:
                self._run(DeleteContactPoint(row_id), field)

        return save

    # -- letters and dues ------------------------------------------------------------------------------

    def _letters(self, found: Found) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        name = self._line("name", desk.text("Name"), found.name)
        name.saved.connect(lambda typed: self._edit(name, name=typed))
        box = card(theme, Label(theme, desk.text("Letters and dues"), "section"), name, gap=6)
        for one in LetterStyle:
            radio = Radio(theme, desk.locale.label(one), name=f"household.letters.{one.value}")
            radio.setProperty("style", one.value)
            radio.setChecked(one is found.letter_style)
            radio.clicked.connect(self._style)
            box.box.addWidget(radio)
        here = [one for one in found.people if one.lives_here(desk.file.today) and not one.deceased]
        adults = [one.name for one in here if is_grown_up(one, desk)]
        if adults:
            locale = Locale.of(desk.read(association).language or desk.locale.code)
            texts = found.texts.get(locale.language)
            own = texts.salutation if texts is not None else ""
            if found.letter_style is LetterStyle.EACH:
                begins = " · ".join(f"“{salutation(one, locale).opening}”" for one in adults)
                words = desk.text("Letters begin: {salutation}", salutation=begins)
                box.box.addWidget(Label(theme, words, "m", wrap=True, name="household.salutation"))
            else:
                usual = joint_salutation(adults, locale).opening
                field = self._line("salutation", desk.text("Letters begin"), own, empty=usual)
                field.saved.connect(self._salutation_saver(found, locale.language, field))
                box.box.addWidget(field)
        tick = Tick(theme, desk.text("Dues are paid together"), name="household.jointDues")
        tick.setChecked(found.joint_dues)
        tick.clicked.connect(self._joint)
        box.box.addWidget(tick)
        return box

    def _salutation_saver(self, found: Found, language: str, field: Field) -> Callable[[str], None]:
        kept = found.texts.get(language)

        def save(typed: str) -> None:
            envelope = kept.address_name if kept is not None else ""
            self._run(SetHouseholdTexts(found.id, language, typed, envelope), field)

        return save

    def _style(self) -> None:
        self._edit(None, letter_style=LetterStyle(str(self.sender().property("style"))))

    def _joint(self, on: bool) -> None:
        self._edit(None, joint_dues=on)

    def _edit(self, field: Field | None, **values: object) -> None:
        if self._id is not None:
            self._run(EditHousehold(self._id, values), field)

    # -- writing ---------------------------------------------------------------------------------------

    def _line(self, code: str, words: str, value: str, *, empty: str = "") -> Field:
        line = FlatLine(self.desk.theme, value, empty=empty or self.desk.text("not known"))
        field = flat_field(self.desk.theme, words, line, name=f"household.{code}")
        self._fields.append(field)
        return field

    def _run(self, action: Action, field: Field | None = None) -> None:
        def failed(error: UserError) -> None:
            if field is not None:
                field.say(Verdict("bad", self.desk.words(error)))
            else:
                self.desk.say(error, kind="err")

        self.desk.run(action, failed=failed)

    # -- the page --------------------------------------------------------------------------------------

    def _back(self) -> None:
        if not self.desk.act("frame.back"):
            self.desk.go("members")

    def heading(self) -> Heading:
        text, name = self.desk.text, self._found.name if self._found is not None else ""
        words = text("Household {name}", name=name) if name else text("Household")
        return Heading(words, text("People who live together"))

    def help_page(self) -> str:
        return "members"

    def show_at(self, **where: object) -> None:
        wanted = where.get("id")
        if isinstance(wanted, str) and wanted:
            with suppress(ValueError):
                self._id = UUID(hex=wanted)
        self.reload()

    def where(self) -> dict[str, object]:
        return {"id": self._id.hex} if self._id is not None else {}

    def leave(self) -> None:
        for field in self.findChildren(Field):
            field.leave()

    def acts(self) -> Mapping[str, Callable[[], object]]:
        return {"escape": self._back}

    def fit(self, fit: Fit) -> None:
        changed = (fit <= Fit.COMPACT) != (self.fits <= Fit.COMPACT)
        super().fit(fit)
        self._column.setContentsMargins(*side_margins(self.desk.theme, fit))
        if changed and self._id is not None:
            self.reload()


def is_grown_up(one: Housemate, desk: Desk) -> bool:
    """Letters to a household greet those of age; where the age is not known, those who are no children."""
    age = one.birth.age_on(desk.file.today) if one.birth is not None else None
    return one.relation not in CHILDREN if age is None else age >= OF_AGE
