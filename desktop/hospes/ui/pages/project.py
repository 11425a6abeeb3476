# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of one project: texts and both effects, tasks, what belongs to it, partners, money, themes."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget

from hospes.actions.bin import PutBack, PutInBin
from hospes.domain.errors import UserError
from hospes.queries.projects import project_page, project_rows
from hospes.ui.desk import Answer
from hospes.ui.page import Fit, Heading, Page, side_margins
from hospes.ui.pages.goods_words import goods_card
from hospes.ui.pages.person_rebuild import half_typed, rebuild
from hospes.ui.pages.project_cards import (
    FactsCard,
    PartnersCard,
    PartsCard,
    TextsCard,
    ThemesCard,
)
from hospes.ui.pages.project_funders import FundersCard
from hospes.ui.pages.project_published import published_card
from hospes.ui.pages.project_tasks import TasksCard
from hospes.ui.pages.project_words import period_words
from hospes.ui.widgets.boxes import clear, column, holder, limited, row, scrolled
from hospes.ui.widgets.buttons import plain_button
from hospes.ui.widgets.fields import Field
from hospes.ui.widgets.notices import Banner, EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from hospes.queries.projects import ProjectPage as Data
    from hospes.ui.desk import Desk

RIGHT = 372
WIDEST = 1200


class ProjectPage(Page):
    """One project in full; every field is kept when it is left."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {
            "project", "project_text", "project_partner", "project_funder", "project_theme", "project_part",
            "task", "visit", "visit_text", "event", "event_text", "theme", "theme_text", "organisation",
            "territory", "partnership", "person", "publication", "goods",
        }
    )  # fmt: skip
    SHOTS: ClassVar[tuple[Mapping[str, object], ...]] = (
        {"id": "project:Workshop of the towns"},
        {"id": "project:Sun on our roofs"},
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self._id: UUID | None = None
        self.data: Data | None = None
        self.remember: dict[str, str] = {}
        self.tasks: TasksCard | None = None
        self.texts: TextsCard | None = None
        self.print_button = plain_button(
            theme, desk.text("Print the sheet"), self._print, icon="printer", name="project.print"
        )
        self._notes = column(theme, gap=8)
        self._box = column(theme, gap=0)
        top = row(theme, holder(self._notes), None, self.print_button)
        top.setStretch(0, 1)
        top.setAlignment(self.print_button, Qt.AlignmentFlag.AlignTop)
        inner = holder(column(theme, top, self._box, None, gap=10, margins=(0, 8, 4, 10)))
        self.area = scrolled(limited(theme, inner, WIDEST), "project.area")
        self._column = column(theme, self.area, gap=0)
        self.body = QStackedWidget()
        self.body.addWidget(holder(self._column))
        back = Answer(desk.text("Show the projects"), self._to_list, main=True, name="project.toList")
        self.body.addWidget(
            EmptyState(
                theme, desk.text("This entry is no longer in the file."), (back,), icon="clipboard-list"
            )
        )
        self.setLayout(column(theme, self.body, gap=0))

    # -- reading -------------------------------------------------------------------------------------

    def reload(self) -> None:
        before, self.data = self.data, self._read()
        if self.data is None:
            self.body.setCurrentIndex(1)
            self.headingChanged.emit()
            return
        self.body.setCurrentIndex(0)
        same = before is not None and before.row.id == self.data.row.id
        self.headingChanged.emit()
        if same and self._box.count() and half_typed(self):
            return  # what is being typed comes first; the change that follows reads all of it
        rebuild(self, self._show, self.area)

    def _read(self) -> Data | None:
        if self._id is None:
            return None
        try:
            return self.desk.read(project_page, self._id, self.desk.locale.language)
        except UserError:
            return None

    def _show(self) -> None:
        desk, theme, data = self.desk, self.desk.theme, self.data
        clear(self._box)
        clear(self._notes)
        if data is None:
            return
        if data.row.binned_at is not None:
            back = Answer(desk.text("Put back"), self._put_back, name="project.putBack")
            words = desk.text("This project is in the bin.")
            self._notes.addWidget(Banner(theme, words, "warn", answers=(back,), name="project.binned"))
        self.tasks = TasksCard(desk, data)
        self.texts = TextsCard(desk, data, self.remember)
        facts, partners, funders = FactsCard(desk, data), PartnersCard(desk, data), FundersCard(desk, data)
        parts, themes = PartsCard(desk, data), ThemesCard(desk, data)
        made = (published_card(desk, data.row.id), goods_card(desk, data.row.id))
        written = tuple(card for card in made if card is not None)
        if self.fits <= Fit.COMPACT:
            cards = (facts, self.tasks, self.texts, parts, *written, partners, funders, themes)
            self._box.addLayout(column(theme, *cards, gap=14))
            return
        side = holder(column(theme, facts, partners, funders, themes, None, gap=14))
        side.setFixedWidth(theme.u(RIGHT + (60 if self.fits is Fit.WIDE else 0)))
        left = holder(column(theme, self.texts, self.tasks, parts, *written, None, gap=14))
        across = row(theme, left, side, gap=18)
        across.setStretch(0, 1)
        self._box.addLayout(across)

    # -- acts ----------------------------------------------------------------------------------------

    def _to_list(self) -> None:
        self.desk.go("projects")

    def _print(self) -> None:
        if self._id is not None:
            self.desk.go("print", paper="project-sheet", project=self._id.hex)

    def _put_back(self) -> None:
        if self._id is not None:
            self.desk.run(PutBack("project", (self._id,)), said=self.desk.text("The project is back."))

    def _bin(self) -> None:
        if self._id is None or self.data is None:
            return
        title = self.data.row.title(self.desk.locale.language)
        said = self.desk.text("{person} is in the bin.", person=title)
        if self.desk.run(PutInBin("project", (self._id,)), said=said) is not None:
            self.desk.go("projects")

    def _new_task(self) -> None:
        if self.tasks is not None:
            self.tasks.begin()

    def _edit(self) -> None:
        if self.texts is not None:
            self.texts.begin()

    def acts(self) -> Mapping[str, Callable[[], object]]:
        acts: dict[str, Callable[[], object]] = {"escape": self._to_list}
        if self.data is not None:
            acts |= {"print": self._print, "bin": self._bin, "new": self._new_task, "edit": self._edit}
        return acts

    def heading(self) -> Heading:
        desk = self.desk
        if self.data is None:
            return Heading(desk.text("Project"))
        one, locale = self.data.row, desk.locale
        sub = " · ".join(part for part in (locale.label(one.status), period_words(one, locale)) if part)
        return Heading(one.title(locale.language), sub)

    def help_page(self) -> str:
        return "projects"

    def show_at(self, **where: object) -> None:
        wanted = where.get("id")
        if isinstance(wanted, str) and wanted:
            with suppress(ValueError):
                self._id = UUID(hex=wanted)
        if self._id is None:
            rows = self.desk.read(project_rows, self.desk.locale.language)
            self._id = rows[0].id if rows else None
        self.reload()

    def where(self) -> dict[str, object]:
        return {"id": self._id.hex} if self._id is not None else {}

    def leave(self) -> None:
        for field in self.findChildren(Field):
            field.leave()

    def panes(self) -> Sequence[QWidget]:
        return (self.area,)

    def first_focus(self) -> QWidget | None:
        return self.print_button if self.data is not None else None

    def fit(self, fit: Fit) -> None:
        changed = fit is not self.fits
        super().fit(fit)
        left, top, right, bottom = side_margins(self.desk.theme, fit)
        self._column.setContentsMargins(left, top, right, bottom)
        if changed and self.data is not None and self._box.count():
            self.leave()
            rebuild(self, self._show, self.area)
