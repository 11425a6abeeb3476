# SPDX-License-Identifier: GPL-3.0-or-later
"""What one guest needs and would like: bed, food, animals, and the hosts they wish or do not want."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hospes.actions.participations_stay import SetStayLinks, SetStayWish, WishedPartner
from hospes.domain.codes_visit import BedWish, ParticipationKind, Smoking, WalkingAid, WishKind
from hospes.domain.diets import Allergen, Animal, Diet, joined, parts
from hospes.domain.names import display_name, list_name
from hospes.domain.stair_words import sounds_like_stairs
from hospes.queries.participants_detail import homes_to_wish
from hospes.ui.pages.visit_people_fields import UNKNOWN, FactsCard
from hospes.ui.widgets.boxes import Box, FlowLayout, column, holder, row
from hospes.ui.widgets.buttons import Button, icon_button, plain_button
from hospes.ui.widgets.choices import Combo
from hospes.ui.widgets.fields import TextField
from hospes.ui.widgets.labels import Label, StateWord

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout

    from hospes.actions import Action
    from hospes.domain.codes import Code
    from hospes.queries.participants import VisitPeople
    from hospes.queries.participants_detail import LinkRow, ParticipantDetail
    from hospes.ui.desk import Desk
    from hospes.ui.widgets.fields import Field


class CodePicks(QWidget):
    """Several codes of a kind, each a button that is in or out, and what has no code as typed words."""

    changed = Signal(str)
    """The list as it stands in the file."""

    def __init__(self, desk: Desk, words: str, kind: type[Code], now: str, *, name: str) -> None:
        super().__init__()
        self.desk = desk
        theme, locale = desk.theme, desk.locale
        known = {one.value for one in kind}
        self._kind = kind
        self._chosen = [part for part in parts(now) if part in known]
        self._others = [part for part in parts(now) if part not in known]
        flow = FlowLayout(theme, gap=6)
        for one in kind:
            button = Button(theme, locale.label(one), "chip", name=f"{name}.{one.value}")
            button.setCheckable(True)
            button.setChecked(one.value in self._chosen)
            button.setProperty("code", one.value)
            button.clicked.connect(self._press)
            flow.addWidget(button)
        self.more = TextField(
            theme, "; ".join(self._others), example=desk.text("Other"), name=f"{name}.other"
        )
        self.more.setAccessibleName(desk.text("{matter}: other", matter=words))
        self.more.editingFinished.connect(self._typed)
        self.setLayout(column(theme, Label(theme, words, "label"), holder(flow), self.more, gap=6))
        self.setAccessibleName(words)

    def _press(self) -> None:
        code = str(self.sender().property("code"))
        if code in self._chosen:
            self._chosen.remove(code)
        else:
            self._chosen = [one.value for one in self._kind if one.value in {*self._chosen, code}]
        self._tell()

    def _typed(self) -> None:
        others = list(parts(self.more.text()))
        if others != self._others:
            self._others = others
            self.more.setModified(False)
            self._tell()

    def _tell(self) -> None:
        self.changed.emit(joined((*self._chosen, *self._others)))


class _WishCard(FactsCard):
    """A card whose values are part of the stay wish."""

    def __init__(self, desk: Desk, words: str, detail: ParticipantDetail) -> None:
        super().__init__(desk, words, "visit.wish")
        assert detail.row.participation_id is not None
        self._id, self.seen = detail.row.participation_id, detail.wish.version

    def write(self, values: dict[str, object]) -> Action:
        """Change the wish."""
        return SetStayWish(self._id, values, self.seen)

    def picks(self, code: str, words: str, kind: type[Code], now: str) -> CodePicks:
        """Several codes."""
        picks = CodePicks(self.desk, words, kind, now, name=f"visit.wish.{code}")
        picks.changed.connect(lambda text: self.save(None, {code: text}))
        self.box.addWidget(picks)
        return picks


class _Bed(_WishCard):
    """Bed, room and house."""

    def __init__(self, desk: Desk, detail: ParticipantDetail, people: VisitPeople) -> None:
        super().__init__(desk, desk.text("Bed and house"), detail)
        text, wish = desk.text, detail.wish
        self.code_of("bed", text("Bed"), BedWish, wish.bed, empty=False)
        self.yes_no("single_room", text("Room alone"), wish.single_room)
        self.yes_no("twin_beds", text("Two single beds"), wish.twin_beds)
        sharers = [
            (UNKNOWN, text("nobody named")),
            *(
                (one.person_id.hex, list_name(one.name))
                for one in people.rows
                if one.person_id != detail.row.person_id and one.kind is not ParticipationKind.HOST
            ),
        ]
        now = wish.share_with_id.hex if wish.share_with_id is not None else UNKNOWN
        self.choice("share_with_id", text("Shares with"), sharers, now, lambda c: UUID(hex=c) if c else None)
        self.yes_no("cot", text("Needs a cot"), wish.cot)
        self.yes_no("sofa_ok", text("Sofa bed will do"), wish.sofa_ok)
        self.yes_no("step_free", text("No steps at all"), wish.step_free)
        self.number("max_stairs", text("Stairs at most"), wish.max_stairs)
        self.code_of("walking_aid", text("Walks with"), WalkingAid, wish.walking_aid)
        self.yes_no("shower", text("Shower, no bath"), wish.shower)
        self.yes_no("electricity", text("Power at the bed"), wish.electricity)
        self.yes_no("hard_of_hearing", text("Hard of hearing"), wish.hard_of_hearing)
        self.yes_no("poor_sight", text("Sees poorly"), wish.poor_sight)
        self.code_of("smoking", text("Smoking"), Smoking, wish.smoking)
        self.yes_no("minds_smoke", text("Minds smoke"), wish.minds_smoke)
        self.yes_no("needs_lift", text("Needs a ride"), wish.needs_lift)
        self.yes_no("brings_car", text("Brings a car"), wish.brings_car)
        self.yes_no("hotel", text("Hotel instead"), wish.hotel)
        self.yes_no("split_stay_ok", text("Two homes will do"), wish.split_stay_ok)
        self.yes_no("insurance_card", text("Insurance card"), wish.insurance_card)
        self.words("remarks", text("Remarks"), wish.remarks, empty=text("nothing"))
        told = (wish.step_free, wish.max_stairs, wish.walking_aid)
        if all(one is None for one in told) and sounds_like_stairs(wish.remarks):
            words = text(
                "The remark sounds as if steps were difficult. A home is only chosen for that where “No "
                "steps at all” or “Stairs at most” is filled in."
            )
            hint = StateWord(desk.theme, words, "warn", "triangle-alert", wrap=True)
            hint.setObjectName("visit.stay.steps")
            self.box.addWidget(hint)

    def save(self, field: Field | None, values: dict[str, object]) -> None:
        """Hotel and two homes are plainly yes or no: not asked is no."""
        for name in ("hotel", "split_stay_ok"):
            if name in values:
                values[name] = bool(values[name])
        super().save(field, values)


class _Food(_WishCard):
    """Diet and what makes ill; marked, because it is health data."""

    def __init__(self, desk: Desk, detail: ParticipantDetail) -> None:
        super().__init__(desk, desk.text("Food and animals"), detail)
        text, theme, wish = desk.text, desk.theme, detail.wish
        if not detail.health_consent:
            words = text("Allergies are on lists only after the person has agreed to health notes (Care).")
            self.box.addWidget(StateWord(theme, words, "muted", "lock", wrap=True, strong=False))
        self.picks("diet", text("Diet"), Diet, wish.diet)
        self.yes_no("no_alcohol", text("No alcohol"), wish.no_alcohol)
        self.picks("animal_allergies", text("Allergic to animals"), Animal, wish.animal_allergies)
        self.picks("animal_fear", text("Afraid of"), Animal, wish.animal_fear)
        self.yes_no("likes_animals", text("Likes animals"), wish.likes_animals)
        self.picks("other_allergies", text("Other allergies"), Allergen, wish.other_allergies)


class _Agreed(_WishCard):
    """What may be handed on."""

    def __init__(self, desk: Desk, detail: ParticipantDetail) -> None:
        super().__init__(desk, desk.text("Agreed to"), detail)
        self.yes_no("consent_host", desk.text("Data to the host"), detail.wish.consent_host)
        self.yes_no("consent_photo", desk.text("Photos"), detail.wish.consent_photo)


class _Hosts(Box):
    """Wished hosts in their order, and hosts somebody does not want: for organisers only."""

    def __init__(self, desk: Desk, detail: ParticipantDetail, people: VisitPeople) -> None:
        theme, text = desk.theme, desk.text
        super().__init__(theme, "card", gap=6, margins=(14, 12, 14, 12), name="visit.person.hosts")
        self.desk = desk
        assert detail.row.participation_id is not None
        self._id = detail.row.participation_id
        self._links: dict[WishKind, list[LinkRow]] = {
            kind: [one for one in detail.links if one.kind is kind] for kind in WishKind
        }
        self.box.addWidget(Label(theme, text("Wished hosts"), "section"))
        for at, link in enumerate(self._links[WishKind.WISHED]):
            self.box.addLayout(self._line(link, at))
        if not self._links[WishKind.WISHED]:
            self.box.addWidget(Label(theme, text("Nobody in particular."), "m"))
        homes = desk.read(homes_to_wish, people.visit.id, desk.locale)
        options = [(f"h{home.household_id.hex}", home.name) for home in homes]
        self.wish = self._picker(options, text("Wished home"), "visit.person.wish")
        add = plain_button(theme, text("Wishes"), self._add_wish, icon="plus", name="visit.person.addWish")
        line = row(theme, self.wish, add)
        line.setStretch(0, 1)
        self.box.addLayout(line)
        self.box.addWidget(
            StateWord(
                theme, text("Not with: seen by organisers only, never printed"), "muted", "lock", wrap=True
            )
        )
        for at, link in enumerate(self._links[WishKind.REFUSED]):
            self.box.addLayout(self._line(link, at))
        guests = [
            (f"p{one.person_id.hex}", list_name(one.name))
            for one in people.rows
            if one.person_id != detail.row.person_id and one.kind is not ParticipationKind.HOST
        ]
        self.refuse = self._picker([*options, *guests], text("Home or person"), "visit.person.refuse")
        no = plain_button(
            theme, text("Not with"), self._add_refusal, icon="lock", name="visit.person.addRefusal"
        )
        last = row(theme, self.refuse, no)
        last.setStretch(0, 1)
        self.box.addLayout(last)

    def _picker(self, options: list[tuple[str, str]], words: str, name: str) -> Combo:
        picker = Combo(self.desk.theme, options, name=name)
        picker.setPlaceholderText(words)
        picker.setAccessibleName(words)
        return picker

    def _line(self, link: LinkRow, at: int) -> QHBoxLayout:
        theme, text = self.desk.theme, self.desk.text
        name = link.name if isinstance(link.name, str) else display_name(link.name)
        stem = f"visit.person.{link.kind.value}.{at}"
        words = Label(theme, name if link.kind is WishKind.REFUSED else f"{at + 1}.  {name}", wrap=True)
        buttons = []
        if link.kind is WishKind.WISHED and at:
            up = icon_button(
                theme,
                text("Wished more: {name}", name=name),
                "arrow-up",
                self._up,
                name=f"{stem}.up",
                small=True,
            )
            buttons.append(up)
        away = icon_button(
            theme, text("Take {name} out", name=name), "x", self._away, name=f"{stem}.away", small=True
        )
        for button in (*buttons, away):
            button.setProperty("kind", link.kind.value)
            button.setProperty("at", at)
        made = row(theme, words, *buttons, away)
        made.setStretch(0, 1)
        return made

    def _sent(self) -> tuple[WishKind, int]:
        sender = self.sender()
        return WishKind(str(sender.property("kind"))), int(sender.property("at"))

    def _up(self) -> None:
        kind, at = self._sent()
        links = self._links[kind]
        links[at - 1], links[at] = links[at], links[at - 1]
        self._keep()

    def _away(self) -> None:
        kind, at = self._sent()
        del self._links[kind][at]
        self._keep()

    def _add_wish(self) -> None:
        self._add(self.wish, WishKind.WISHED)

    def _add_refusal(self) -> None:
        self._add(self.refuse, WishKind.REFUSED)

    def _add(self, picker: Combo, kind: WishKind) -> None:
        code = picker.code()
        if not code:
            picker.setFocus()
            return
        picker.setModified(False)
        self._keep({kind: _partner(code)})

    def _keep(self, more: dict[WishKind, WishedPartner] | None = None) -> None:
        wanted = {
            kind: [WishedPartner(one.household_id, one.person_id) for one in links]
            for kind, links in self._links.items()
        }
        for kind, partner in (more or {}).items():
            wanted[kind].append(partner)
        self.desk.run(SetStayLinks(self._id, tuple(wanted[WishKind.WISHED]), tuple(wanted[WishKind.REFUSED])))


def _partner(code: str) -> WishedPartner:
    key = UUID(hex=code[1:])
    return WishedPartner(household_id=key) if code.startswith("h") else WishedPartner(person_id=key)


def stay_part(desk: Desk, detail: ParticipantDetail, people: VisitPeople) -> list[QWidget]:
    """The cards of the stay."""
    if detail.row.participation_id is None or not detail.row.travels:
        words = desk.text("Sleeps at home; stay wishes are for people who travel.")
        return [Label(desk.theme, words, "m", wrap=True)]
    return [_Hosts(desk, detail, people), _Bed(desk, detail, people), _Agreed(desk, detail)]


def food_part(desk: Desk, detail: ParticipantDetail) -> list[QWidget]:
    """The card of food and animals."""
    if detail.row.participation_id is None:
        words = desk.text("What hosts eat and keep is under Hosting.")
        return [Label(desk.theme, words, "m", wrap=True)]
    return [_Food(desk, detail)]
