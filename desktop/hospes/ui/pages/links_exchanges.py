# SPDX-License-Identifier: GPL-3.0-or-later
"""What is special to a school or club link: its kind, who looks after it, how many took part each year."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from hospes.actions.links import AddLinkContact, DropLinkContact, DropLinkExchange, SetLinkExchange
from hospes.actions.partnerships import EditPartnership, SetPartnershipTexts
from hospes.domain.codes_twinning import ExchangeWay, LinkKind
from hospes.domain.names import display_name
from hospes.queries.links import link
from hospes.ui.page import Fit
from hospes.ui.pages.links_words import kind_options, last_words, year_words
from hospes.ui.pages.twinning_fields import LanguageTexts, choice_field, rough_field, titled, write
from hospes.ui.pages.twinning_section import TwinningSection
from hospes.ui.pages.visit_fields import PersonCombo
from hospes.ui.widgets.boxes import FlowLayout, holder, line, row
from hospes.ui.widgets.buttons import icon_button, link_button, plain_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import TextField
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from hospes.domain.values import RoughDate
    from hospes.queries.links import LinkContact, LinkRow
    from hospes.ui.widgets.fields import Field


class ExchangesSection(TwinningSection):
    """People a year and who looks after it on the left, its facts on the right."""

    def build(self) -> tuple[Sequence[QWidget], Sequence[QWidget]]:
        desk = self.desk
        one = desk.read(link, self.bond.row.id, desk.locale.code, desk.file.today)
        if one is None:
            return [], []
        left = [self._numbers(one), self._people(one), self._note()]
        if self.fits <= Fit.COMPACT:
            return [self._facts(one), *left], []
        return left, [self._facts(one)]

    # -- people a year -------------------------------------------------------------------------------

    def _numbers(self, one: LinkRow) -> QWidget:
        desk = self.desk
        box = titled(
            desk, desk.text("People a year"), name="twinning.exchanges",
            hint=desk.text("How many pupils or other participants took part in which year, and which way."),
        )  # fmt: skip
        if one.exchanges:
            box.box.addLayout(self._grid(one))
            box.box.addWidget(line())
        box.box.addLayout(self._new_number(one.id))
        return box

    def _grid(self, one: LinkRow) -> QGridLayout:
        desk, theme = self.desk, self.desk.theme
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.u(14))
        grid.setVerticalSpacing(theme.u(4))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        heads = (desk.text("Year"), desk.text("Which way"), desk.text("People"), desk.text("Apprentices"))
        for at, words in enumerate(heads):
            label = Label(theme, words, "m")
            grid.addWidget(label, 0, at, right if at > 1 else Qt.AlignmentFlag.AlignLeft)
        for number, exchange in enumerate(one.exchanges, start=1):
            assert exchange.id is not None
            way = desk.locale.label(exchange.way)
            grid.addWidget(Label(theme, str(exchange.year)), number, 0)
            grid.addWidget(Label(theme, way, wrap=True), number, 1)
            grid.addWidget(Label(theme, desk.locale.number(exchange.people)), number, 2, right)
            some = desk.locale.number(exchange.apprentices) if exchange.apprentices else "–"
            grid.addWidget(Label(theme, some), number, 3, right)
            what = desk.text("{year}, {way}", year=str(exchange.year), way=way)
            away = icon_button(
                theme, desk.text("Take off {what}", what=what), "x", self._dropper(exchange.id),
                name=f"twinning.exchange.drop.{exchange.id.hex}", small=True,
            )  # fmt: skip
            grid.addWidget(away, number, 4)
        grid.setColumnStretch(1, 1)
        return grid

    def _dropper(self, ref: UUID) -> Callable[[], None]:
        def away() -> None:
            self.desk.run(DropLinkExchange(ref), said=self.desk.text("The number is taken out."))

        return away

    def _new_number(self, bond: UUID) -> FlowLayout:
        desk, theme = self.desk, self.desk.theme
        year, people, apprentices = (
            self._little(words, name, wide)
            for words, name, wide in (
                (desk.text("Year"), "year", 90),
                (desk.text("People"), "people", 100),
                (desk.text("of whom apprentices"), "apprentices", 180),
            )
        )
        ways = [(way.value, desk.locale.label(way)) for way in ExchangeWay]
        way = Choice(theme, ways, ExchangeWay.TO_US.value, name="twinning.exchange.way")
        way.setAccessibleName(desk.text("Which way"))

        def add() -> None:
            for one in (year, people, apprentices):
                one.setModified(False)
            action = SetLinkExchange(
                bond, _number(year), ExchangeWay(way.code()), _number(people), _number(apprentices)
            )
            write(desk, action)

        button = plain_button(
            theme, desk.text("Add the number"), add, icon="plus", name="twinning.exchange.add"
        )
        return FlowLayout(theme, year, way, people, apprentices, button, gap=8)

    def _little(self, words: str, name: str, wide: int) -> TextField:
        found = TextField(self.desk.theme, example=words, name=f"twinning.exchange.{name}")
        found.setAccessibleName(words)
        found.setFixedWidth(self.desk.theme.u(wide))
        return found

    # -- people --------------------------------------------------------------------------------------

    def _people(self, one: LinkRow) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        box = titled(desk, desk.text("Who looks after it"), name="twinning.link.people")
        for words, ours in ((desk.text("On our side"), True), (desk.text("On their side"), False)):
            box.box.addWidget(line())
            box.box.addWidget(Label(theme, words, "label"))
            for person in one.people(ours=ours):
                box.box.addWidget(self._person(person))
            box.box.addWidget(self._more(one.id, ours=ours))
        return box

    def _person(self, one: LinkContact) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        name = display_name(one.name)

        def go() -> None:
            desk.go("person", id=one.person_id.hex)

        def away() -> None:
            said = desk.text("{name} is taken out.", name=name)
            desk.run(DropLinkContact(one.id), said=said)

        return holder(
            row(
                theme,
                link_button(theme, name, go, name=f"twinning.link.person.{one.person_id.hex}"),
                None,
                icon_button(
                    theme, desk.text("Take off {what}", what=name), "x", away,
                    name=f"twinning.link.person.drop.{one.person_id.hex}", small=True,
                ),
            )
        )  # fmt: skip

    def _more(self, bond: UUID, *, ours: bool) -> QWidget:
        desk = self.desk
        box = PersonCombo(desk, "twinning.link.person.ours" if ours else "twinning.link.person.theirs")
        box.setPlaceholderText(desk.text("Add somebody"))
        box.setAccessibleName(
            desk.text("Add somebody on our side") if ours else desk.text("Add somebody on their side")
        )

        def picked(code: str) -> None:
            box.setModified(False)
            write(desk, AddLinkContact(bond, UUID(hex=code), is_ours=ours))

        box.picked.connect(picked)
        return box

    # -- facts ---------------------------------------------------------------------------------------

    def _facts(self, one: LinkRow) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        row_ = one.twinning

        def edit(name: str, value: object, field: Field | None = None) -> None:
            write(desk, EditPartnership(row_.id, {name: value}, row_.version), field)

        def told(value: RoughDate | None, field: Field) -> None:
            edit("last_exchange", value, field)

        kinds = [("", desk.text("not known")), *kind_options(desk)]
        parts: list[QWidget] = [
            choice_field(
                desk, desk.text("Kind"), kinds, one.kind.value if one.kind is not None else "",
                lambda code: edit("link_kind", LinkKind(code) if code else None), "twinning.link.kind",
            ),
            Label(
                theme, last_words(desk, one.last), "warn" if row_.asleep else "body", wrap=True,
                name="twinning.link.last",
            ),
            rough_field(
                desk, desk.text("Exchange told of"), one.told, told, "twinning.link.told"
            ),
        ]  # fmt: skip
        parts += [Label(theme, year_words(desk, year), "m", wrap=True) for year in one.years[:3]]
        if self.bond.parent is not None:
            ref, words = self.bond.parent

            def up() -> None:
                desk.go("twinning", id=ref.hex, tab="links")

            parts.append(holder(row(theme, link_button(theme, words, up, name="twinning.link.parent"), None)))
        return titled(desk, desk.text("About this link"), *parts, name="twinning.link.facts")

    def _note(self) -> QWidget:
        desk, data = self.desk, self.bond

        def save(language: str, code: str, text: str, field: Field) -> None:
            write(desk, SetPartnershipTexts(data.row.id, language, {code: text}), field)

        texts = LanguageTexts(
            desk,
            data.languages,
            (("note", desk.text("Note"), 3),),
            {code: one._asdict() for code, one in data.texts.items()},
            save,
            "twinning.link.note",
            remember=self.remember,
            hint=desk.text("Stands on the list of links that is printed."),
        )
        return titled(desk, desk.text("What else there is to know"), texts, name="twinning.link.notes")

    def show_at(self, **where: object) -> None:
        language = where.get("language")
        if isinstance(language, str) and language:
            self.remember["twinning.link.note"] = language
            self.again()


def _number(field: TextField) -> int:
    """What is typed as a number; what is none cannot be, and the action says so."""
    typed = field.text().strip()
    return int(typed) if typed.isdecimal() and len(typed) < 6 else (0 if not typed else -1)
