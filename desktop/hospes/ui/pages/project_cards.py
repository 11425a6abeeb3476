# SPDX-License-Identifier: GPL-3.0-or-later
"""The cards on a project's page: facts, texts, partners, funders, themes, visits and events."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt

from hospes.actions.projects import (
    DropProjectPartner,
    EditProject,
    KeepProjectPartner,
    SetProjectParts,
    SetProjectTexts,
    SetProjectThemes,
)
from hospes.domain.projects import PartnerRole, ProjectStatus
from hospes.queries.events import events_to_choose
from hospes.queries.paper_visit import visit_choices
from hospes.queries.projects import partners_to_choose
from hospes.ui.pages.print_words import visit_words
from hospes.ui.pages.theme_picks import theme_picks
from hospes.ui.pages.twinning_fields import LanguageTexts, choice_field, leads_on, rough_field, write
from hospes.ui.pages.twinning_parties import party_options
from hospes.ui.widgets.boxes import Box, FlowLayout, holder, row
from hospes.ui.widgets.buttons import icon_button, link_button
from hospes.ui.widgets.choices import Choice, Combo
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from hospes.domain.values import RoughDate
    from hospes.queries.projects import PartnerRow, PartRow, ProjectPage
    from hospes.ui.desk import Desk
    from hospes.ui.widgets.fields import Field


class _Card(Box):
    """A card of the page with its heading."""

    def __init__(self, desk: Desk, data: ProjectPage, words: str, name: str) -> None:
        theme = desk.theme
        super().__init__(theme, "card", Label(theme, words, "section", wrap=True), gap=8, name=name)
        self.desk, self.data, self.project = desk, data, data.row.id


class FactsCard(_Card):
    """State, beginning and end."""

    def __init__(self, desk: Desk, data: ProjectPage) -> None:
        super().__init__(desk, data, desk.text("Facts"), "project.facts")
        one = data.row
        states = [(state.value, desk.locale.label(state)) for state in ProjectStatus]

        def status(code: str) -> None:
            write(desk, EditProject(one.id, {"status": ProjectStatus(code)}, one.version))

        def first(value: RoughDate | None, field: Field) -> None:
            write(desk, EditProject(one.id, {"first": value}, one.version), field)

        def last(value: RoughDate | None, field: Field) -> None:
            write(desk, EditProject(one.id, {"last": value}, one.version), field)

        for field in (
            choice_field(desk, desk.text("State"), states, one.status.value, status, "project.fact.status"),
            rough_field(desk, desk.text("Begins"), one.first, first, "project.fact.first"),
            rough_field(desk, desk.text("Ends"), one.last, last, "project.fact.last"),
        ):
            self.box.addWidget(field)


class TextsCard(_Card):
    """Title, aims, what was done and both effects, one language at a time."""

    def __init__(self, desk: Desk, data: ProjectPage, remember: dict[str, str]) -> None:
        super().__init__(desk, data, desk.text("Title, aims and effects"), "project.texts")

        def save(language: str, code: str, text: str, field: Field) -> None:
            write(desk, SetProjectTexts(self.project, language, {code: text}), field)

        self.texts = LanguageTexts(
            desk,
            data.languages,
            (
                ("title", desk.text("Title"), 1),
                ("aims", desk.text("What it is for"), 3),
                ("results", desk.text("What was done"), 3),
                ("local_effect", desk.text("What it does here"), 3),
                ("wider_effect", desk.text("What it does beyond"), 3),
            ),
            {code: one._asdict() for code, one in data.row.texts.items()},
            save,
            "project.text",
            remember=remember,
        )
        self.box.addWidget(self.texts)
        words = desk.text(
            "Both effects stand in the activity report, in reports of visits and proofs of use."
        )
        self.box.addWidget(Label(desk.theme, words, "m", wrap=True))

    def begin(self) -> None:
        """Go to the title."""
        self.texts.fields["title"].editor.setFocus(Qt.FocusReason.ShortcutFocusReason)


class PartnersCard(_Card):
    """Towns, organisations and twinnings in any number, each with its role."""

    def __init__(self, desk: Desk, data: ProjectPage) -> None:
        super().__init__(desk, data, desk.text("Partners"), "project.partners")
        for one in data.row.partners:
            self.box.addWidget(self._partner(one))
        words = desk.text("Add a town, organisation or twinning")
        self.more = Combo(desk.theme, name="project.partner.add")
        self.more.setPlaceholderText(words)
        self.more.setAccessibleName(words)
        bonds = desk.read(partners_to_choose, desk.locale.code)
        there = {f"{one.kind[0]}{one.ref.hex}" for one in data.row.partners}
        options = [*party_options(desk), *((f"p{ref.hex}", called) for ref, called in bonds)]
        self.more.set_options([pair for pair in options if pair[0] not in there])
        self.more.picked.connect(self._add)
        self.box.addWidget(self.more)

    def _partner(self, one: PartnerRow) -> QWidget:
        desk, theme, key = self.desk, self.desk.theme, one.id.hex
        roles = [(role.value, desk.locale.label(role)) for role in PartnerRole]
        role = Choice(theme, roles, one.role.value, name=f"project.partner.role.{key}")
        role.setAccessibleName(desk.text("What {name} is in the project", name=one.name))

        def chosen(code: str) -> None:
            write(desk, self._kept(one.kind, one.ref, PartnerRole(code)))

        def away() -> None:
            desk.run(DropProjectPartner(one.id), said=desk.text("{name} is taken out.", name=one.name))

        role.picked.connect(chosen)
        cross = icon_button(
            theme, desk.text("Take {what} out", what=one.name), "x", away,
            name=f"project.partner.drop.{key}", small=True,
        )  # fmt: skip
        box = row(theme, Label(theme, one.name, "label", wrap=True), role, cross, gap=8)
        box.setStretch(0, 1)
        return holder(box)

    def _kept(self, kind: str, ref: UUID, role: PartnerRole = PartnerRole.PARTNER) -> KeepProjectPartner:
        who = {"territory": None, "organisation": None, "partnership": None} | {kind: ref}
        return KeepProjectPartner(
            self.project, who["territory"], who["organisation"], who["partnership"], role
        )

    def _add(self, code: str) -> None:
        self.more.setModified(False)
        kind = {"t": "territory", "o": "organisation", "p": "partnership"}[code[0]]
        write(self.desk, self._kept(kind, UUID(hex=code[1:])))


class ThemesCard(_Card):
    """What it is about, in the words of the association's list."""

    def __init__(self, desk: Desk, data: ProjectPage) -> None:
        super().__init__(desk, data, desk.text("Themes"), "project.themes")
        language = desk.locale.language

        def keep(themes: tuple[UUID, ...], new: str = "") -> None:
            write(desk, SetProjectThemes(self.project, themes, new=new, language=language))

        shown, more = theme_picks(desk, data.themes, keep, "project.theme")
        if shown is not None:
            self.box.addWidget(shown)
        self.box.addWidget(more)


class PartsCard(_Card):
    """The visits and events that belong to it, and two lines to add more."""

    def __init__(self, desk: Desk, data: ProjectPage) -> None:
        super().__init__(desk, data, desk.text("Visits and events"), "project.parts")
        theme = desk.theme
        for one in data.parts:
            self.box.addWidget(self._part(one))
        there = {one.ref for one in data.parts}
        visits = [
            (one.id.hex, visit_words(desk.locale, one))
            for one in desk.read(visit_choices, desk.locale.language)
            if one.id not in there
        ]
        events = [
            (ref.hex, f"{title} · {desk.locale.date(on)}")
            for ref, title, on in desk.read(events_to_choose, desk.locale)
            if ref not in there
        ]
        boxes = []
        for name, words, options in (
            ("visit", desk.text("Add a visit"), visits),
            ("event", desk.text("Add an event"), events),
        ):
            box = Choice(theme, [("", words), *options], name=f"project.{name}.add")
            box.setSizeAdjustPolicy(box.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(18)
            box.setAccessibleName(words)
            boxes.append(box)
        boxes[0].picked.connect(self._add_visit)
        boxes[1].picked.connect(self._add_event)
        self.box.addWidget(holder(FlowLayout(theme, *boxes, gap=10)))

    def _part(self, one: PartRow) -> QWidget:
        desk, theme, key = self.desk, self.desk.theme, one.ref.hex
        title = one.title or (desk.text("Visit without a name") if one.is_visit else desk.text("Event"))

        def go() -> None:
            if one.is_visit:
                desk.go("visit", id=key, tab="overview")
            else:
                desk.go("event", id=key)

        def away() -> None:
            self._keep(drop=one.ref)

        cross = icon_button(
            theme, desk.text("Take {what} out", what=title), "x", away, name=f"project.part.drop.{key}",
            small=True,
        )  # fmt: skip
        when = desk.locale.span(one.first, one.last)
        box = row(theme, leads_on(desk, title, go, f"project.part.{key}", when), cross, gap=8)
        box.setStretch(0, 1)
        return holder(box)

    def _keep(
        self, *, visits: tuple[UUID, ...] = (), events: tuple[UUID, ...] = (), drop: UUID | None = None
    ) -> None:
        now = [one for one in self.data.parts if one.ref != drop]
        visits += tuple(one.ref for one in now if one.is_visit)
        events += tuple(one.ref for one in now if not one.is_visit)
        write(self.desk, SetProjectParts(self.project, visits, events))

    def _add_visit(self, code: str) -> None:
        if code:
            self._keep(visits=(UUID(hex=code),))

    def _add_event(self, code: str) -> None:
        if code:
            self._keep(events=(UUID(hex=code),))


def part_of_lines(desk: Desk, projects: tuple[tuple[UUID, str], ...], name: str) -> list[QWidget]:
    """Lines that lead from a visit or a twinning to the projects it is in."""

    def opener(ref: UUID) -> Callable[[], None]:
        def go() -> None:
            desk.go("project", id=ref.hex)

        return go

    return [
        link_button(
            desk.theme, desk.text("Part of the project {project}", project=title), opener(ref),
            name=f"{name}.{ref.hex}",
        )
        for ref, title in projects
    ]  # fmt: skip
