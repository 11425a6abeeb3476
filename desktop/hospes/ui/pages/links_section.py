# SPDX-License-Identifier: GPL-3.0-or-later
"""Schools and clubs of a twinning: every link by kind, people a year, and a new one (S27)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt

from hospes.actions.links import AddLink, LinkSide
from hospes.domain.codes_twinning import LinkKind
from hospes.domain.dates import DateKind
from hospes.domain.errors import FieldProblem, UserError
from hospes.domain.links import by_year
from hospes.domain.names import display_name
from hospes.queries.links import LinkRow, institutions_to_choose, links_of
from hospes.ui.page import Fit
from hospes.ui.pages.links_words import kind_options, last_words, year_words
from hospes.ui.pages.person_dates import read_day
from hospes.ui.pages.twinning_fields import titled
from hospes.ui.pages.twinning_section import TwinningSection
from hospes.ui.pages.twinning_words import since_words, status_of
from hospes.ui.widgets.boxes import column, holder, line, row
from hospes.ui.widgets.buttons import link_button, main_button, plain_button
from hospes.ui.widgets.choices import Choice, Combo
from hospes.ui.widgets.fields import Field, TextField
from hospes.ui.widgets.labels import Label, StateWord
from hospes.ui.widgets.notices import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from hospes.ui.desk import Desk

YEARS = 8
"""How many years are shown beside the list; the paper has all."""


class LinksSection(TwinningSection):
    """The links in one card, the years beside them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._new = False
        self._ours: list[Combo] = []
        self._theirs: list[Combo] = []

    def build(self) -> tuple[Sequence[QWidget], Sequence[QWidget]]:
        desk, theme = self.desk, self.desk.theme
        links = desk.read(links_of, self.bond.row.id, desk.locale, desk.file.today)
        new = plain_button(theme, desk.text("New link"), self._begin, icon="plus", name="twinning.link.new")
        form = [self._form()] if self._new else []
        if not links:
            words = desk.text("No school, club or parish is linked here yet.")
            empty = EmptyState(theme, words, icon="graduation-cap")
            return [*form, *([] if self._new else [empty, holder(row(theme, None, new, None))])], []
        box = titled(desk, desk.text("Schools and clubs"), name="twinning.schools")
        kind: LinkKind | None = None
        for number, one in enumerate(links):
            if not number or one.kind is not kind:
                kind = one.kind
                words = desk.locale.label(kind) if kind is not None else desk.text("Kind not known")
                box.box.addWidget(line())
                box.box.addWidget(Label(theme, words, "label"))
            box.box.addWidget(self._link(one))
        paper = plain_button(
            theme, desk.text("Print the links"), self._print, icon="printer", name="twinning.links.print"
        )
        box.box.addWidget(line())
        box.box.addLayout(row(theme, new, paper, None))
        right = self._years(links)
        if self.fits <= Fit.COMPACT:
            return [*form, box, *right], []
        return [*form, box], right

    def acts(self) -> Mapping[str, Callable[[], object]]:
        acts: dict[str, Callable[[], object]] = {"new": self._begin, "print": self._print}
        if self._new:
            acts |= {"add": self._add, "escape": self._end}
        return acts

    def show_at(self, **where: object) -> None:
        if where.get("new") and not self._new:
            self._begin()

    def where(self) -> dict[str, object]:
        return {"new": True} if self._new else {}

    # -- the list ------------------------------------------------------------------------------------

    def _link(self, one: LinkRow) -> QWidget:
        desk, theme = self.desk, self.desk.theme

        def go() -> None:
            desk.go("twinning", id=one.id.hex, tab="exchanges")

        words, tone, icon = status_of(desk, one.twinning)
        title = one.twinning.title
        button = link_button(theme, desk.text("Open"), go, name=f"twinning.school.{one.id.hex}")
        button.setAccessibleName(desk.text("Open {what}", what=title))
        grey = [since_words(desk, one.twinning), last_words(desk, one.last)]
        if one.years:
            grey.append(year_words(desk, one.years[0]))
        parts: list[QWidget] = [
            Label(theme, title, wrap=True),
            Label(theme, " · ".join(grey), "warn" if one.twinning.asleep else "m", wrap=True),
        ]
        people = ", ".join(display_name(person.name) for person in one.contacts)
        if people:
            parts.append(Label(theme, desk.text("Looked after by {people}", people=people), "m", wrap=True))
        box = row(
            theme, holder(column(theme, *parts, gap=0)), StateWord(theme, words, tone, icon), button, gap=12
        )
        box.setStretch(0, 1)
        return holder(box)

    def _years(self, links: Sequence[LinkRow]) -> list[QWidget]:
        desk, theme = self.desk, self.desk.theme
        years = by_year(number for one in links for number in one.exchanges)
        if not years:
            return []
        box = titled(desk, desk.text("People a year"), name="twinning.links.years")
        for one in years[:YEARS]:
            box.box.addWidget(Label(theme, year_words(desk, one), wrap=True))
        more = len(years) - YEARS
        if more > 0:
            box.box.addWidget(Label(theme, desk.ntext("and {n} more", "and {n} more", more), "m"))
        return [box]

    def _print(self) -> None:
        self.desk.go("print", paper="school-links", twinning=self.bond.row.id.hex)

    # -- a new one -----------------------------------------------------------------------------------

    def _begin(self) -> None:
        self._new = True
        self.again()
        self.headingChanged.emit()
        if self._ours:
            self._ours[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _end(self) -> None:
        self._new = False
        self.again()
        self.headingChanged.emit()

    def _form(self) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        self._ours, self._theirs = [], []
        self._kind = Choice(theme, kind_options(desk), LinkKind.SCHOOL.value)
        self._since = Field(
            theme, desk.text("Since"), TextField(theme), hint=desk.text("A year is enough."),
            name="twinning.link.since",
        )  # fmt: skip
        self._problem = Label(theme, "", "err", wrap=True, name="twinning.link.problem")
        self._problem.hide()
        add = main_button(theme, desk.text("Add the link"), self._add, name="twinning.link.add")
        away = plain_button(theme, desk.text("Cancel"), self._end, name="twinning.link.cancel")
        return titled(
            desk,
            desk.text("New link"),
            Field(theme, desk.text("Kind"), self._kind, name="twinning.link.kind"),
            self._side(desk.text("Our side"), self._ours, "ours"),
            self._side(desk.text("Their side"), self._theirs, "theirs"),
            self._since,
            self._problem,
            holder(row(theme, add, away, None)),
            name="twinning.link.form",
        )

    def _side(self, label: str, boxes: list[Combo], name: str) -> QWidget:
        """The schools and clubs of one side; another line comes by a button."""
        desk, theme = self.desk, self.desk.theme
        known = desk.read(institutions_to_choose, self.bond.row.id, desk.locale.code, ours=name == "ours")
        options = [(ref.hex, words) for ref, words in known]
        lines = column(theme, gap=6)

        def another() -> None:
            box = Combo(
                theme, options, add=lambda typed: desk.text("Add “{text}”", text=typed),
                name=f"twinning.link.{name}.{len(boxes)}",
            )  # fmt: skip
            box.setPlaceholderText(desk.text("School, club, parish or company"))
            box.setAccessibleName(label)
            boxes.append(box)
            lines.addWidget(box)

        another()
        more = link_button(
            theme, desk.text("Another one"), another, icon="plus", name=f"twinning.link.{name}.more"
        )
        return holder(column(theme, Label(theme, label, "label"), lines, row(theme, more, None), gap=4))

    def _add(self) -> None:
        desk = self.desk
        try:
            since = read_day(desk, str(self._since.value()), DateKind.ANY)
        except UserError as error:
            self._say(error)
            return
        action = AddLink(
            self.bond.row.id,
            LinkKind(self._kind.code()),
            _sides(self._ours),
            _sides(self._theirs),
            since,
        )
        for box in (*self._ours, *self._theirs):
            box.setModified(False)
        editor = self._since.editor
        if isinstance(editor, TextField):
            editor.setModified(False)
        self._new = False
        if desk.run(action, said=desk.text("The link is added."), failed=self._failed) is not None:
            self.headingChanged.emit()

    def _failed(self, error: UserError) -> None:
        self._new = True
        self._say(error)
        side = self._theirs if isinstance(error, FieldProblem) and error.field == "theirs" else self._ours
        side[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, error: UserError) -> None:
        self._problem.setText(self.desk.words(error))
        self._problem.show()


def _sides(boxes: Sequence[Combo]) -> tuple[LinkSide, ...]:
    return tuple(
        LinkSide(UUID(hex=box.code())) if box.code() else LinkSide(name=box.text())
        for box in boxes
        if box.text().strip()
    )
