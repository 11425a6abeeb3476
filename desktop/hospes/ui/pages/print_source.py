# SPDX-License-Identifier: GPL-3.0-or-later
"""What a paper is about: people by a filter or picked one by one, a person, or a visit."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hospes.papers.base import Needs, Scope
from hospes.queries.filters import FilterProblem, read_filter, sentence
from hospes.ui.pages.print_words import CHIP_WORDS, visit_words
from hospes.ui.widgets.boxes import clear, column, holder
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import Field
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hospes.papers.making import AnyPaper
    from hospes.ui.desk import Desk


class PaperSource(QWidget):
    """The first choice under "Set it up"; kept while the paper changes."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.filter = ""
        self.people: tuple[UUID, ...] | None = None
        self.person: UUID | None = None
        self.visit: UUID | None = None
        self.draw: UUID | None = None
        self.twinning: UUID | None = None
        self.event_: UUID | None = None
        self.project: UUID | None = None
        self.rows: tuple[UUID, ...] | None = None
        self._paper: AnyPaper | None = None
        self._box = column(desk.theme, gap=8)
        self._below = column(desk.theme, gap=8)
        self.setLayout(self._box)

    # -- where somebody comes from -------------------------------------------------------------------

    def take(self, where: Mapping[str, object]) -> None:
        """Take what the window was sent here with; a visit chosen before stays."""
        text, people, person = where.get("filter"), where.get("people"), where.get("person")
        self.filter = text if isinstance(text, str) else ""
        self.people = (
            tuple(UUID(hex=str(one)) for one in people) if isinstance(people, (list, tuple)) else None
        )
        self.person = UUID(hex=person) if isinstance(person, str) and person else None
        visit = where.get("visit")
        if isinstance(visit, str) and visit:
            self.visit = UUID(hex=visit)
        rows = where.get("rows")
        self.rows = tuple(UUID(hex=str(one)) for one in rows) if isinstance(rows, (list, tuple)) else None
        twinning = where.get("twinning")
        if isinstance(twinning, str) and twinning:
            self.twinning = UUID(hex=twinning)
        event = where.get("event")
        if isinstance(event, str) and event:
            self.event_ = UUID(hex=event)
        project = where.get("project")
        if isinstance(project, str) and project:
            self.project = UUID(hex=project)
        draw = where.get("draw")
        self.draw = UUID(hex=draw) if isinstance(draw, str) and draw else None

    def where(self) -> dict[str, object]:
        """The same, for the way back."""
        return {
            "filter": self.filter,
            "people": [one.hex for one in self.people] if self.people is not None else None,
            "person": self.person.hex if self.person else "",
            "visit": self.visit.hex if self.visit else "",
            "draw": self.draw.hex if self.draw else "",
            "twinning": self.twinning.hex if self.twinning else "",
            "event": self.event_.hex if self.event_ else "",
            "project": self.project.hex if self.project else "",
            "rows": [one.hex for one in self.rows] if self.rows is not None else None,
        }

    def scope(self) -> Scope:
        """What the paper is about."""
        today = self.desk.file.today
        where = (self.person, self.visit, self.draw, self.rows, self.twinning, self.event_, self.project)
        return Scope(today, self.filter, self.people, *where)

    def missing(self, paper: AnyPaper) -> str:
        """What must be chosen before there is a paper, in a sentence; empty if nothing."""
        if paper.needs is Needs.VISIT and self.visit is None:
            return self.desk.text("Plan a visit first; then the preview appears here.")
        if paper.needs is Needs.TWINNING and self.twinning is None:
            return self.desk.text("Add a twinning first; then the preview appears here.")
        if paper.needs is Needs.EVENT and self.event_ is None:
            return self.desk.text("Plan an event first; then the preview appears here.")
        if paper.needs is Needs.PROJECT and self.project is None:
            return self.desk.text("Write down a project first; then the preview appears here.")
        if paper.needs is Needs.PERSON and self.person is None:
            return self.desk.text("Choose a person first; then the preview appears here.")
        return ""

    # -- the choice ----------------------------------------------------------------------------------

    def show_for(self, paper: AnyPaper) -> None:
        """Show the choice a paper needs."""
        self._paper = paper
        clear(self._box)
        if paper.needs is Needs.PEOPLE:
            self._show_people()
        elif paper.needs is Needs.PERSON:
            self._show_person()
        elif paper.needs is Needs.TWINNING:
            self._show_twinnings()
        elif paper.needs is Needs.EVENT:
            self._show_events()
        elif paper.needs is Needs.PROJECT:
            self._show_projects()
        elif paper.needs is Needs.ENTRIES and self.person is not None and self.rows is None:
            self._show_person()
        elif paper.needs in (Needs.PAYERS, Needs.PAYMENTS, Needs.ENTRIES):
            self._show_rows(paper)
        elif paper.needs is Needs.VISIT:
            self._show_visits()
            self._below = column(self.desk.theme, gap=8)
            self._box.addWidget(holder(self._below))
            self._show_below(paper)

    def _show_people(self) -> None:
        if self.people is not None:
            self._box.addWidget(self._chosen_people())
        else:
            self._box.addWidget(self._filter_choice())

    def _chosen_people(self) -> QWidget:
        words = self.desk.ntext("{n} chosen person", "{n} chosen people", len(self.people or ()))
        return Label(self.desk.theme, words, "label", name="print.people")

    def _show_rows(self, paper: AnyPaper) -> None:
        """How many were chosen in their list; otherwise the paper says itself whom it is about."""
        if self.rows is None:
            return
        n, desk = len(self.rows), self.desk
        if paper.needs is Needs.PAYMENTS:
            words = desk.ntext("{n} chosen payment", "{n} chosen payments", n)
        elif paper.needs is Needs.ENTRIES:
            words = desk.ntext("{n} chosen entry", "{n} chosen entries", n)
        else:
            words = desk.ntext("{n} chosen payer", "{n} chosen payers", n)
        self._box.addWidget(Label(desk.theme, words, "label", name="print.rows"))

    def _show_person(self) -> None:
        desk, theme = self.desk, self.desk.theme
        words = desk.text("Open the page of a person and choose this paper there.")
        if self.person is not None:
            from hospes.queries.people import person_names

            words = desk.read(person_names, [self.person]).get(self.person, "")
        self._box.addWidget(Label(theme, desk.text("Who is on it"), "label"))
        self._box.addWidget(Label(theme, words, wrap=True, name="print.person"))

    def _filter_choice(self) -> QWidget:
        from hospes.queries.lists import kept_lists
        from hospes.queries.members import CHIPS

        desk = self.desk
        pairs = [("", desk.text("All members"))]
        for code, words in CHIP_WORDS.items():
            pairs.append((CHIPS[code].text(), desk.text(words)))
        pairs += [(kept.filter, kept.name) for kept in desk.read(kept_lists, "members")]
        if self.filter not in {text for text, _ in pairs}:
            pairs.insert(0, (self.filter, self._told_filter()))
        box = Choice(desk.theme, pairs, self.filter)
        box.picked.connect(self._pick_filter)
        return Field(desk.theme, desk.text("Who is on it"), box, name="print.filter")

    def _told_filter(self) -> str:
        try:
            return sentence(read_filter(self.filter), self.desk.locale) or self.desk.text("All members")
        except FilterProblem as problem:
            return self.desk.words(problem)

    def _pick_filter(self, text: str) -> None:
        self.filter = text
        self.changed.emit()

    def _show_visits(self) -> None:
        """All visits; the one somebody comes from is chosen, else the one under way or the next."""
        from hospes.queries.paper_visit import nearest_visit, visit_choices

        desk, theme = self.desk, self.desk.theme
        choices = desk.read(visit_choices, desk.locale.language)
        if self.visit not in {one.id for one in choices}:
            self.visit = nearest_visit(choices, desk.file.today)
        if not choices:
            self._box.addWidget(Label(theme, desk.text("No visits yet."), "m", wrap=True, name="print.visit"))
            return
        pairs = [(one.id.hex, visit_words(desk.locale, one)) for one in choices]
        box = Choice(theme, pairs, self.visit.hex if self.visit else "")
        box.picked.connect(self._pick_visit)
        self._box.addWidget(Field(theme, desk.text("Which visit"), box, name="print.visit"))
        if self.person is not None:
            from hospes.queries.people import person_names

            words = desk.read(person_names, [self.person]).get(self.person, "")
            self._box.addWidget(
                Label(theme, desk.text("Only {person}", person=words), wrap=True, name="print.onlyPerson")
            )

    def _show_twinnings(self) -> None:
        """All twinnings; the one somebody comes from is chosen, else the oldest."""
        from hospes.queries.paper_twinning import twinnings_to_choose

        desk, theme = self.desk, self.desk.theme
        choices = desk.read(twinnings_to_choose, desk.locale.code)
        if self.twinning not in {ref for ref, _ in choices}:
            self.twinning = choices[0][0] if choices else None
        if not choices:
            self._box.addWidget(
                Label(theme, desk.text("No twinnings yet."), "m", wrap=True, name="print.twinning")
            )
            return
        box = Choice(
            theme, [(ref.hex, words) for ref, words in choices], self.twinning.hex if self.twinning else ""
        )
        box.picked.connect(self._pick_twinning)
        self._box.addWidget(Field(theme, desk.text("Which twinning"), box, name="print.twinning"))

    def _show_events(self) -> None:
        """All events; the one somebody comes from is chosen, else the next general meeting."""
        from hospes.queries.events import events_to_choose, nearest_meeting

        desk, theme = self.desk, self.desk.theme
        choices = desk.read(events_to_choose, desk.locale)
        if self.event_ not in {ref for ref, _, _ in choices}:
            self.event_ = desk.read(nearest_meeting, desk.file.today)
        if not choices:
            self._box.addWidget(Label(theme, desk.text("No events yet."), "m", wrap=True, name="print.event"))
            return
        pairs = [(ref.hex, f"{title} · {desk.locale.date(on)}") for ref, title, on in choices]
        box = Choice(theme, pairs, self.event_.hex if self.event_ else "")
        box.picked.connect(self._pick_event)
        self._box.addWidget(Field(theme, desk.text("Which event"), box, name="print.event"))

    def _show_projects(self) -> None:
        """All projects; the one somebody comes from is chosen, else what goes on now."""
        from hospes.queries.projects import projects_to_choose

        desk, theme = self.desk, self.desk.theme
        choices = desk.read(projects_to_choose, desk.locale.language)
        if self.project not in {ref for ref, _ in choices}:
            self.project = choices[0][0] if choices else None
        if not choices:
            self._box.addWidget(
                Label(theme, desk.text("No projects yet."), "m", wrap=True, name="print.project")
            )
            return
        pairs = [(ref.hex, words) for ref, words in choices]
        box = Choice(theme, pairs, self.project.hex if self.project else "")
        box.picked.connect(self._pick_project)
        self._box.addWidget(Field(theme, desk.text("Which project"), box, name="print.project"))

    def _pick_project(self, project: str) -> None:
        self.project = UUID(hex=project)
        self.changed.emit()

    def _pick_event(self, event: str) -> None:
        self.event_ = UUID(hex=event)
        self.changed.emit()

    def _pick_twinning(self, twinning: str) -> None:
        self.twinning = UUID(hex=twinning)
        self.changed.emit()

    def _pick_visit(self, visit: str) -> None:
        self.visit, self.draw, self.people = UUID(hex=visit), None, None
        if self._paper is not None:
            self._show_below(self._paper)
        self.changed.emit()

    def _show_below(self, paper: AnyPaper) -> None:
        """What of the visit is printed, where something was chosen."""
        clear(self._below)
        if paper.of_a_draw:
            self._show_draws()
        elif self.people is not None:
            self._below.addWidget(self._chosen_people())

    def _show_draws(self) -> None:
        """All draws of the visit where there were several, the newest first."""
        from hospes.queries.participants_draw import draws_of

        made = self.desk.read(draws_of, self.visit) if self.visit is not None else ()
        if self.draw not in {draw_id for draw_id, _ in made}:
            self.draw = made[0][0] if made else None
        if len(made) < 2:
            return
        pairs = [(draw_id.hex, self.desk.locale.moment(drawn_at)) for draw_id, drawn_at in made]
        box = Choice(self.desk.theme, pairs, self.draw.hex if self.draw else "")
        box.picked.connect(self._pick_draw)
        self._below.addWidget(Field(self.desk.theme, self.desk.text("Which draw"), box, name="print.draw"))

    def _pick_draw(self, draw: str) -> None:
        self.draw = UUID(hex=draw)
        self.changed.emit()
