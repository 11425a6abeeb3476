# SPDX-License-Identifier: GPL-3.0-or-later
"""Find a partner: a choir for their choir. What is asked above, ours and theirs beneath, with the reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from hospes.domain.codes import OrganisationKind
from hospes.domain.codes_actors import FieldOfWork
from hospes.domain.codes_twinning import PartnershipLevel, PartnershipType
from hospes.queries.actors_match import AgeGroup, Found, Sought, find_partners
from hospes.queries.association import towns
from hospes.queries.filters import Side
from hospes.ui.look.sign import Side as Sign
from hospes.ui.pages.person_languages import offered
from hospes.ui.pages.twinning_parties import party_options
from hospes.ui.widgets.boxes import FlowLayout, card, clear, column, holder, row, scrolled
from hospes.ui.widgets.buttons import link_button, main_button
from hospes.ui.widgets.choices import Choice, Radio
from hospes.ui.widgets.fields import TextField
from hospes.ui.widgets.labels import Label, TownName
from hospes.ui.widgets.notices import EmptyState

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from hospes.ui.desk import Desk

BESIDE = 480
"""How wide the view is at least, in units, for both sides to stand beside each other."""

SHOWN = 60
"""So many a side: whoever gets more asks for less."""

LEVELS = {
    OrganisationKind.SCHOOL: PartnershipLevel.SCHOOL,
    OrganisationKind.UNIVERSITY: PartnershipLevel.SCHOOL,
    OrganisationKind.NURSERY: PartnershipLevel.SCHOOL,
}


class MatchView(QWidget):
    """Kind, field, interest, age and language; two columns of what is found."""

    opened = Signal(object)
    """An organisation."""
    counted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        self.desk = desk
        self.found: list[Found] = []
        self._picked: dict[Side, Found] = {}
        label = desk.locale.label
        kinds = [(one.value, label(one)) for one in OrganisationKind if one is not OrganisationKind.OWN]
        kinds.sort(key=lambda pair: desk.locale.sort_key(pair[1]))
        self.kind = self._choice(
            [("", desk.text("Every organisation")), *kinds], desk.text("What it is"), "kind"
        )
        fields = [(one.value, label(one)) for one in FieldOfWork]
        fields.sort(key=lambda pair: desk.locale.sort_key(pair[1]))
        self.field = self._choice(
            [("", desk.text("Every field")), *fields], desk.text("Field of work"), "field"
        )
        ages = [("", desk.text("Every age")), *((one.value, label(one)) for one in AgeGroup)]
        self.age = self._choice(ages, desk.text("Age"), "age")
        tongues = [("", desk.text("Every language")), *offered(desk.locale)]
        self.language = self._choice(tongues, desk.text("Language"), "language")
        self.interest = TextField(theme, example=desk.text("Interest"), name="contacts.match.interest")
        self.interest.setAccessibleName(desk.text("Interest"))
        self.interest.setFixedWidth(theme.u(180))
        self.interest.setClearButtonEnabled(True)
        self._late = QTimer(self, singleShot=True, interval=150)
        self._late.timeout.connect(self.reload)
        self.interest.textChanged.connect(self._typed)
        parts = (self.kind, self.field, self.interest, self.age, self.language)
        self._tools = holder(FlowLayout(theme, *parts, gap=8))
        self.link = main_button(theme, desk.text("Make a link"), self._make, name="contacts.match.link")
        self.pair = Label(theme, "", "m", wrap=True, name="contacts.match.pair")
        across = row(theme, self.link, self.pair, gap=10)
        across.setStretch(1, 1)
        self._foot = holder(across)
        self._grid = QGridLayout()
        self._sides: list[QWidget] = []
        self._grid.setHorizontalSpacing(theme.u(14))
        self._grid.setVerticalSpacing(theme.u(8))
        whole = column(theme, self._tools, self._foot, holder(self._grid), None, gap=8)
        whole.setContentsMargins(*(theme.u(one) for one in (12, 10, 12, 12)))
        self.setLayout(column(theme, scrolled(holder(whole), "contacts.match.found"), gap=0))

    def _choice(self, options: list[tuple[str, str]], label: str, name: str) -> Choice:
        box = Choice(self.desk.theme, options, name=f"contacts.match.{name}")
        box.setAccessibleName(label)
        box.picked.connect(self._asked)
        return box

    def _typed(self, _: str) -> None:
        self._late.start()

    def _asked(self, _: str) -> None:
        self.reload()

    @property
    def sought(self) -> Sought:
        """What is asked for."""
        kind, field, age = self.kind.code(), self.field.code(), self.age.code()
        return Sought(
            OrganisationKind(kind) if kind else None,
            FieldOfWork(field) if field else None,
            self.interest.text(),
            AgeGroup(age) if age else None,
            self.language.code(),
        )

    def show_at(self, kind: object = "", field: object = "", interest: object = "") -> None:
        """Begin with something to look for."""
        self.kind.choose(str(kind or ""))
        self.field.choose(str(field or ""))
        self.interest.setText(str(interest or ""))
        self._late.stop()

    def where(self) -> dict[str, object]:
        """What is asked, for the way back."""
        return {"kind": self.kind.code(), "field": self.field.code(), "interest": self.interest.text()}

    def reload(self) -> None:
        """Look again."""
        desk, theme = self.desk, self.desk.theme
        sought = self.sought
        self.found = desk.read(find_partners, sought, desk.file.today, desk.locale)
        known = {(one.id, one.organisation_id) for one in self.found}
        self._picked = {
            side: one for side, one in self._picked.items() if (one.id, one.organisation_id) in known
        }
        clear(self._grid)
        self._sides.clear()
        if not self.found:
            words = (
                desk.text("Nobody fits all of this. Ask for less.")
                if sought
                else desk.text("A choir for their choir, a firefighter for their firefighters: choose above.")
            )
            self._grid.addWidget(EmptyState(theme, words, icon="search"), 0, 0, 1, 2)
        else:
            self._show()
        self._show_pair()
        self.counted.emit()

    def _show(self) -> None:
        desk, theme = self.desk, self.desk.theme
        home = next((one for one in desk.read(towns, desk.locale.language) if one.is_home), None)
        names = (home.name if home is not None else desk.text("Our town"), desk.text("Partner towns"))
        sides = ((Side.OURS, Sign.HOME), (Side.THEIRS, Sign.PARTNER))
        for at, ((side, sign), name) in enumerate(zip(sides, names, strict=True)):
            found = [one for one in self.found if one.side is side]
            box = column(theme, TownName(theme, name, sign), gap=8)
            for one in found[:SHOWN]:
                box.addWidget(self._card(one))
            if not found:
                box.addWidget(Label(theme, desk.text("Nobody here."), "m"))
            if len(found) > SHOWN:
                more = len(found) - SHOWN
                words = desk.ntext("{n} more: ask for less", "{n} more: ask for less", more)
                box.addWidget(Label(theme, words, "m"))
            box.addStretch(1)
            self._sides.append(holder(box))
            self._grid.setColumnStretch(at, 1)
        self._stand()

    def _stand(self) -> None:
        """Both sides beside each other, or theirs below ours where their names would be cut."""
        beside = self.width() >= self.desk.theme.u(BESIDE)
        for at, side in enumerate(self._sides):
            place = (0, at, 1, 1) if beside else (at, 0, 1, 2)
            self._grid.addWidget(side, *place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand()

    def _card(self, one: Found) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        name = link_button(theme, one.name, self._open, name=f"contacts.match.{one.id.hex}")
        name.setProperty("found", self.found.index(one))
        below = [part for part in (one.organisation if one.is_person else "", one.town) if part]
        parts: list[QWidget] = [Label(theme, " · ".join(below), "m", wrap=True)] if below else []
        parts += [Label(theme, desk.locale.message(reason), "m", wrap=True) for reason in one.reasons]
        head = row(theme, name, None)
        if one.organisation_id is not None:
            pick = Radio(theme, desk.text("For the link"), name=f"contacts.match.pick.{one.id.hex}")
            pick.setAutoExclusive(False)
            pick.setAccessibleName(desk.text("{name} for the link", name=one.name))
            pick.setProperty("found", self.found.index(one))
            pick.setChecked(self._picked.get(one.side) == one)
            pick.clicked.connect(self._pick)
            parts.append(pick)
        return card(theme, head, *parts, gap=2, margins=(12, 8, 12, 8))

    def _open(self) -> None:
        one = self.found[int(self.sender().property("found"))]
        if one.is_person:
            self.desk.go("person", id=one.id.hex)
        else:
            self.opened.emit(one.id)

    def _pick(self) -> None:
        one = self.found[int(self.sender().property("found"))]
        if self._picked.get(one.side) == one:
            del self._picked[one.side]
        else:
            self._picked[one.side] = one
        for radio in self.findChildren(Radio):
            at = radio.property("found")
            if at is not None:
                other = self.found[int(at)]
                radio.setChecked(self._picked.get(other.side) == other)
        self._show_pair()

    def _show_pair(self) -> None:
        desk = self.desk
        ours, theirs = (self._picked.get(side) for side in (Side.OURS, Side.THEIRS))
        self._foot.setVisible(bool(self.found))
        self.link.setEnabled(ours is not None and theirs is not None)
        if ours is not None and theirs is not None:
            words = desk.text("{ours} and {theirs}", ours=ours.organisation, theirs=theirs.organisation)
        else:
            words = desk.text("Choose one on each side to make a link of the two.")
        self.pair.setText(words)

    def _make(self) -> None:
        ours, theirs = self._picked[Side.OURS], self._picked[Side.THEIRS]
        level = LEVELS.get(self.sought.kind or OrganisationKind.CLUB, PartnershipLevel.CLUB)
        called = dict(party_options(self.desk))
        parties = [
            called.get(f"o{one.organisation_id.hex}", one.organisation)
            for one in (ours, theirs)
            if one.organisation_id is not None
        ]
        typed = {
            "parties": parties,
            "type": PartnershipType.INSTITUTION.value,
            "level": level.value,
            "since": "",
            "title": "",
        }
        self.desk.go("twinnings", new=True, typed=typed)
