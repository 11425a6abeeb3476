# SPDX-License-Identifier: GPL-3.0-or-later
"""A household: its people, the shared address, how it gets letters, what it can offer guests (design 5.5)."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget, QWidget

from hospes.actions.households import EditHousehold, EditHouseholdMember, MoveOut, SetBeds, SetHosting
from hospes.actions.reach import AddAddress, EditAddress
from hospes.domain.codes import LetterStyle, Relation
from hospes.domain.codes_visit import BedKind, Smoking
from hospes.domain.errors import UserError
from hospes.domain.names import display_name, initials
from hospes.domain.salutations import joint_salutation
from hospes.queries.households import hosting_of, household
from hospes.queries.people import addresses_of, housemates
from hospes.ui.page import Fit, Heading, Page
from hospes.ui.widgets.boxes import card, clear, column, holder, row, scrolled
from hospes.ui.widgets.buttons import link_button, plain_button
from hospes.ui.widgets.choices import Choice, Radio, Tick
from hospes.ui.widgets.fields import Field, TextField, Verdict
from hospes.ui.widgets.labels import Label, avatar
from hospes.ui.widgets.notices import EmptyState, back_bar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hospes.queries.people import AddressRow, Housemate
    from hospes.ui.desk import Desk

UNKNOWN = ""


class HouseholdPage(Page):
    """People left, letters and hosting right."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {"household", "household_member", "household_text", "person", "address", "hosting", "hosting_bed"}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self._id: UUID | None = None
        self._name = ""
        self._box = column(theme, gap=14)
        back = back_bar(theme, desk.text("Back to the list"), self._back, "household.back")
        inner = scrolled(holder(column(theme, self._box, None)), "household.page")
        self.body = QStackedWidget()
        self.body.addWidget(holder(column(theme, back, inner, gap=8, margins=(22, 0, 18, 12))))
        self.body.addWidget(
            EmptyState(theme, desk.text("This entry is no longer in the file."), icon="house")
        )
        self.setLayout(column(theme, self.body))

    def reload(self) -> None:
        if self._id is None:
            self.body.setCurrentIndex(1)
            return
        desk, theme = self.desk, self.desk.theme
        try:
            page = desk.read(household, self._id, desk.file.today)
        except UserError:
            self.body.setCurrentIndex(1)
            return
        self.body.setCurrentIndex(0)
        self._name = page.name
        clear(self._box)
        people = desk.read(housemates, self._id, desk.file.today)
        left = column(theme, self._people(people), self._address(), None, gap=14)
        right = column(
            theme,
            self._letters(page.name, page.letter_style, page.joint_dues, people),
            self._hosting(),
            None,
            gap=14,
        )
        across = row(theme, holder(left), holder(right), gap=16)
        across.setStretch(0, 1)
        across.setStretch(1, 1)
        if self.fits <= Fit.COMPACT:
            across.setDirection(across.Direction.TopToBottom)
        self._box.addLayout(across)
        self.headingChanged.emit()

    # -- people and address --------------------------------------------------------------------------

    def _people(self, people: tuple[Housemate, ...]) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        box = card(theme, Label(theme, desk.text("People"), "section"), gap=8)
        relations = [(one.value, desk.locale.label(one)) for one in Relation]
        for one in people:
            lives = one.lives_here(desk.file.today)
            name = link_button(
                theme, display_name(one.name), self._open, name=f"household.person.{one.id.hex}"
            )
            name.setProperty("person", one.id.hex)
            line = row(theme, avatar(theme, initials(one.name)), name, None, gap=8)
            if lives:
                relation = Choice(
                    theme, relations, one.relation.value, name=f"household.relation.{one.id.hex}"
                )
                relation.setAccessibleName(desk.text("What {person} is here", person=display_name(one.name)))
                relation.setProperty("link", one.link_id.hex)
                relation.picked.connect(self._relation)
                out = link_button(
                    theme, desk.text("Moves out"), self._move_out, name=f"household.out.{one.id.hex}"
                )
                out.setProperty("person", one.id.hex)
                line.addWidget(relation)
                line.addWidget(out)
            else:
                line.addWidget(Label(theme, desk.text("lived here once"), "m"))
            box.box.addLayout(line)
        return box

    def _open(self) -> None:
        self.desk.go("person", id=str(self.sender().property("person")))

    def _relation(self, code: str) -> None:
        link = UUID(hex=str(self.sender().property("link")))
        self.desk.run(EditHouseholdMember(link, {"relation": Relation(code)}))

    def _move_out(self) -> None:
        person = UUID(hex=str(self.sender().property("person")))
        said = self.desk.text("A new household was made. Write its address.")
        outcome = self.desk.run(MoveOut(person), said=said)
        if outcome is not None and isinstance(outcome.result, UUID):
            self.desk.go("household", id=outcome.result.hex)

    def _address(self) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        found = desk.read(addresses_of, desk.file.today, household_id=self._id)
        address = found[0] if found else None
        box = card(theme, Label(theme, desk.text("Address of all"), "section"), gap=6)
        parts = [("street", desk.text("Street")), ("town", desk.text("Place"))]
        if address is not None:
            parts.insert(1, ("postcode", desk.text("Postcode")))
        for code, words in parts:
            value = getattr(address, code) if address is not None else ""
            field = Field(theme, words, TextField(theme, value), beside=True, name=f"household.{code}")
            field.saved.connect(self._saver(address, code))
            box.box.addWidget(field)
        return box

    def _saver(self, address: AddressRow | None, code: str) -> Callable[[str], None]:
        def save(typed: str) -> None:
            assert self._id is not None
            said = self.desk.text("All changes saved")
            if address is not None:
                self.desk.run(EditAddress(address.id, {code: typed}), said=said)
            else:
                street, town = (typed, "") if code == "street" else ("", typed)
                self.desk.run(AddAddress("household", self._id, street=street, town=town), said=said)

        return save

    # -- letters -------------------------------------------------------------------------------------

    def _letters(self, name: str, style: LetterStyle, joint: bool, people: tuple[Housemate, ...]) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        field = Field(theme, desk.text("Name"), TextField(theme, name), beside=True, name="household.name")
        field.saved.connect(lambda typed: self._edit(field, name=typed))
        box = card(theme, Label(theme, desk.text("Letters and dues"), "section"), field, gap=6)
        for one in LetterStyle:
            radio = Radio(theme, desk.locale.label(one), name=f"household.letters.{one.value}")
            radio.setProperty("style", one.value)
            radio.setChecked(one is style)
            radio.toggled.connect(self._style)
            box.box.addWidget(radio)
        adults = [one.name for one in people if one.lives_here(desk.file.today) and not one.deceased]
        if adults:
            words = joint_salutation(adults[:2], desk.locale).opening
            box.box.addWidget(Label(theme, words, "m", wrap=True, name="household.salutation"))
        tick = Tick(theme, desk.text("Dues are paid together"), name="household.jointDues")
        tick.setChecked(joint)
        tick.toggled.connect(self._joint)
        box.box.addWidget(tick)
        return box

    def _edit(self, field: Field | None, **values: object) -> None:
        assert self._id is not None

        def failed(error: UserError) -> None:
            if field is not None:
                field.say(Verdict("bad", self.desk.words(error)))
            else:
                self.desk.say(error, kind="err")

        self.desk.run(EditHousehold(self._id, values), failed=failed)

    def _style(self, on: bool) -> None:
        if on:
            self._edit(None, letter_style=LetterStyle(str(self.sender().property("style"))))

    def _joint(self, on: bool) -> None:
        self._edit(None, joint_dues=on)

    # -- hosting -------------------------------------------------------------------------------------

    def _hosting(self) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        assert self._id is not None
        found = desk.read(hosting_of, self._id)
        box = card(theme, Label(theme, desk.text("For guests"), "section"), gap=6)
        can = Tick(theme, desk.text("Can host guests"), name="household.canHost")
        can.setChecked(found is not None and found.can_host)
        can.toggled.connect(lambda on: self._host(can_host=on))
        box.box.addWidget(can)
        yes_no = [(UNKNOWN, desk.text("not asked")), ("1", desk.text("yes")), ("0", desk.text("no"))]
        for code, words in (
            ("cats", desk.text("Cats")),
            ("dogs", desk.text("Dogs")),
            ("step_free", desk.text("No steps")),
            ("minors_ok", desk.text("Minors welcome")),
        ):
            value = getattr(found, code) if found is not None else None
            shown = UNKNOWN if value is None else "1" if value else "0"
            field = Field(theme, words, Choice(theme, yes_no, shown), beside=True, name=f"household.{code}")
            field.saved.connect(self._fact(code))
            box.box.addWidget(field)
        smoking = [
            (UNKNOWN, desk.text("not asked")),
            *((one.value, desk.locale.label(one)) for one in Smoking),
        ]
        now = found.smoking.value if found is not None and found.smoking is not None else UNKNOWN
        smoke = Field(
            theme, desk.text("Smoking"), Choice(theme, smoking, now), beside=True, name="household.smoking"
        )
        smoke.saved.connect(lambda code: self._host(smoking=Smoking(code) if code else None))
        box.box.addWidget(smoke)
        box.box.addWidget(self._beds(found.beds if found is not None else ()))
        return box

    def _fact(self, code: str) -> Callable[[str], None]:
        def save(value: str) -> None:
            self._host(**{code: None if value == UNKNOWN else value == "1"})

        return save

    def _host(self, **facts: object) -> None:
        assert self._id is not None
        self.desk.run(SetHosting(self._id, dict(facts)), said=self.desk.text("All changes saved"))

    def _beds(self, beds: tuple[object, ...]) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        self._bed_list = tuple((one.room, one.kind, one.places) for one in beds)  # type: ignore[attr-defined]  # BedRow
        box = column(theme, Label(theme, desk.text("Beds"), "label"), gap=4)
        for number, (room, kind, places) in enumerate(self._bed_list):
            words = desk.ntext(
                "{kind}, {n} place", "{kind}, {n} places", places, kind=desk.locale.label(kind)
            )
            away = link_button(theme, desk.text("Remove"), self._drop_bed, name=f"household.noBed.{number}")
            away.setProperty("bed", number)
            text = f"{room}: {words}" if room else words
            box.addLayout(row(theme, Label(theme, text, wrap=True), None, away))
        kinds = [(one.value, desk.locale.label(one)) for one in BedKind]
        self._bed_kind = Choice(theme, kinds, BedKind.SINGLE.value, name="household.bedKind")
        self._bed_kind.setAccessibleName(desk.text("Kind of bed"))
        add = plain_button(theme, desk.text("Add a bed"), self._add_bed, name="household.addBed")
        box.addLayout(row(theme, self._bed_kind, add, None))
        return holder(box)

    def _add_bed(self) -> None:
        assert self._id is not None
        kind = BedKind(self._bed_kind.code())
        places = 2 if kind in (BedKind.DOUBLE, BedKind.BUNK) else 1
        self.desk.run(SetBeds(self._id, (*self._bed_list, ("", kind, places))))

    def _drop_bed(self) -> None:
        assert self._id is not None
        number = int(self.sender().property("bed"))
        self.desk.run(SetBeds(self._id, (*self._bed_list[:number], *self._bed_list[number + 1 :])))

    # -- the page ------------------------------------------------------------------------------------

    def _back(self) -> None:
        if not self.desk.act("frame.back"):
            self.desk.go("members")

    def heading(self) -> Heading:
        words = (
            self.desk.text("Household {name}", name=self._name) if self._name else self.desk.text("Household")
        )
        return Heading(words, self.desk.text("People who live together"))

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

    def acts(self) -> Mapping[str, Callable[[], object]]:
        return {}
