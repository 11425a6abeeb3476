# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of projects: several partners, a period, money and tasks, distinct from visits (S12)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from hospes.actions.bin import PutInBin
from hospes.actions.projects import AddProject
from hospes.domain.dates import DateKind
from hospes.domain.projects import ProjectStatus
from hospes.i18n.marks import N_
from hospes.queries.projects import ProjectRow, project_rows
from hospes.ui.pages.book import NARROW_FIELD, WIDE_FIELD, BookPage, BookWords, View
from hospes.ui.pages.person_dates import day_check, read_day
from hospes.ui.pages.project_words import money_words, partner_words, period_words
from hospes.ui.rows import Column
from hospes.ui.widgets.boxes import FlowLayout, holder
from hospes.ui.widgets.buttons import link_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import TextField

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from hospes.domain.values import RoughDate
    from hospes.i18n.collation import Order
    from hospes.i18n.locale import Locale


def _title(one: ProjectRow, locale: Locale) -> str:
    return one.title(locale.language)


def _partners(one: ProjectRow, _locale: Locale) -> str:
    return partner_words(one)


def _state(one: ProjectRow, locale: Locale) -> str:
    return locale.label(one.status)


def _tasks(one: ProjectRow, locale: Locale) -> str:
    return locale.number(one.open_tasks) if one.open_tasks else ""


class ProjectsPage(BookPage[ProjectRow]):
    """All projects; a new one begins here and is told in full on its own page."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {
            "project", "project_text", "project_partner", "project_funder", "task", "organisation",
            "territory", "partnership",
        }
    )  # fmt: skip

    NAME = "projects"
    ICON = "clipboard-list"
    WORDS = BookWords(
        N_("Projects"),
        N_("What several partners do together over months or years, with money and tasks"),
        N_("Several partners, a beginning and an end, money and tasks: a project is more than a visit."),
        N_("The project is written down."),
        N_("New project"),
    )
    SHOWN = ("title", "status", "period", "partners", "money", "tasks")
    COMPACT = ("title", "status", "period")
    NARROW = ("title", "status")

    # -- the list ------------------------------------------------------------------------------------

    def columns(self) -> Sequence[Column[ProjectRow]]:
        return (
            Column("title", N_("Title"), 280, _title, "title", least=170),
            Column("status", N_("State"), 110, _state, "status"),
            Column("period", N_("Period"), 265, period_words, "period"),
            Column("partners", N_("Partners"), 260, _partners, "partners", goes=1),
            Column("money", N_("Money"), 120, money_words, "money", align="right", goes=2),
            Column("tasks", N_("Open tasks"), 100, _tasks, "tasks", align="right", goes=3),
        )

    def views(self) -> Sequence[View[ProjectRow]]:
        running, planned = ProjectStatus.RUNNING, ProjectStatus.PLANNED
        return (
            View("all", N_("All"), lambda _: True),
            View("running", N_("Running"), lambda one: one.status is running),
            View("planned", N_("In preparation"), lambda one: one.status is planned),
            View("over", N_("Over"), lambda one: one.status not in (running, planned)),
        )

    def read(self) -> Sequence[ProjectRow]:
        return self.desk.read(project_rows, self.desk.locale.language)

    def text_of(self, one: ProjectRow) -> str:
        titles = (texts.title for texts in one.texts.values())
        return " ".join((*titles, partner_words(one), *(funder.name for funder in one.funders)))

    def order(self, one: ProjectRow, key: str) -> Order:
        locale = self.desk.locale
        if key == "period":
            return one.first.first.toordinal() if one.first is not None else 0, locale.sort_key("")
        if key == "status":
            return list(ProjectStatus).index(one.status), locale.sort_key("")
        if key == "money":
            return sum(amount.minor for amount in one.sums), locale.sort_key("")
        if key == "tasks":
            return one.open_tasks, locale.sort_key("")
        return 0, locale.sort_key(partner_words(one) if key == "partners" else _title(one, locale))

    def drop_act(self, ids: tuple[UUID, ...]) -> PutInBin:
        return PutInBin("project", ids)

    def tools(self) -> Sequence[QWidget]:
        sheet = link_button(
            self.desk.theme, self.desk.text("Print the sheet"), self._print, icon="printer",
            name="projects.print",
        )  # fmt: skip
        return (sheet,)

    def _print(self) -> None:
        """Of the chosen project; the print centre asks which where none is."""
        chosen = [one for one in self.table.chosen_ids() if isinstance(one, UUID)]
        self.desk.go("print", paper="project-sheet", **({"project": chosen[0].hex} if chosen else {}))

    def acts(self) -> Mapping[str, Callable[[], object]]:
        return {**super().acts(), "print": self._print}

    # -- opening -------------------------------------------------------------------------------------

    def begin(self, one: ProjectRow | None = None) -> None:
        """A project that is there has a page of its own; only a new one is begun in the form."""
        if one is not None:
            self.desk.go("project", id=one.id.hex)
            return
        super().begin()

    def kept(self, result: object) -> None:
        """Everything else about it is written on its page."""
        if isinstance(result, UUID):
            self.desk.go("project", id=result.hex)

    # -- the form of a new one -------------------------------------------------------------------------

    def build_form(self) -> Sequence[QWidget]:
        desk, theme = self.desk, self.desk.theme
        states = [(one.value, desk.locale.label(one)) for one in ProjectStatus]
        check = day_check(desk, DateKind.ANY)
        hint = desk.text("A month or a year will do: 3/2027, 2027.")
        parts = (
            self.put("title", N_("Title"), TextField(theme), width=WIDE_FIELD),
            self.put("first", N_("Begins"), TextField(theme), width=NARROW_FIELD, check=check, hint=hint),
            self.put("last", N_("Ends"), TextField(theme), width=NARROW_FIELD, check=check),
            self.put("status", N_("State"), Choice(theme, states), width=NARROW_FIELD),
        )
        return (holder(FlowLayout(theme, *parts, gap=14)),)

    def fill(self, one: ProjectRow | None) -> None:
        for name in ("title", "first", "last"):
            self.fields[name].set_value("")
        self.fields["status"].set_value(ProjectStatus.PLANNED.value)

    def act(self, one: UUID | None) -> AddProject:
        return AddProject(
            {self.desk.locale.language: self.fields["title"].value()},
            ProjectStatus(self.fields["status"].value()),
            self._rough("first"),
            self._rough("last"),
        )

    def _rough(self, name: str) -> RoughDate | None:
        return read_day(self.desk, self.fields[name].value(), DateKind.ANY)
