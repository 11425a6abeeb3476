# SPDX-License-Identifier: GPL-3.0-or-later
"""Themes in two levels, areas and topics, in every language; the association's own ones too (S5, S23)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar
from uuid import UUID

from sqlalchemy import func, select

from hospes.actions import Action
from hospes.domain.errors import FieldProblem, UserError
from hospes.i18n.languages import normal_code
from hospes.i18n.marks import N_
from hospes.store.removal import remove
from hospes.store.tables.partnerships import Partnership, Theme, ThemeLink, ThemeText
from hospes.store.writer import Writer


def new_theme(w: Writer, names: Mapping[str, str], parent_id: UUID | None = None) -> Theme:
    """Add an area, or a topic within one. Raises FieldProblem without a name, UserError below a topic."""
    named = {normal_code(code): " ".join(name.split()) for code, name in names.items()}
    if not any(named.values()):
        raise FieldProblem("name", "The theme needs a name.")
    _check_parent(w, None, parent_id)
    last = w.scalar(select(func.max(Theme.position)))
    theme = w.create(Theme, parent_id=parent_id, position=0 if last is None else last + 1)
    for language, name in named.items():
        if name:
            w.create(ThemeText, theme_id=theme.id, language=language, name=name)
    return theme


def _check_parent(w: Writer, theme_id: UUID | None, parent_id: UUID | None) -> None:
    if parent_id is None:
        return
    if w.must(Theme, parent_id).parent_id is not None or parent_id == theme_id:
        raise UserError("Themes have two levels: areas, and topics within them.", code="two-levels")
    if theme_id is not None:
        query = select(Theme.id).where(Theme.parent_id == theme_id).limit(1)
        if w.scalars(query).first() is not None:
            raise UserError("Themes have two levels: areas, and topics within them.", code="two-levels")


@dataclass(frozen=True)
class AddTheme(Action):
    """A new area, or a new topic in one. Gives its id."""

    code: ClassVar[str] = "theme-add"
    label: ClassVar[str] = N_("Add the theme {theme}")

    names: Mapping[str, str] = field(default_factory=dict)
    parent_id: UUID | None = None

    def apply(self, w: Writer) -> UUID:
        """Add it."""
        return new_theme(w, self.names, self.parent_id).id

    def refs(self, result: object) -> dict[str, object]:
        """The new one."""
        return {"theme": result}


@dataclass(frozen=True)
class NameTheme(Action):
    """The name of a theme in one language; an empty one takes it away where another is left."""

    code: ClassVar[str] = "theme-name"
    label: ClassVar[str] = N_("Name the theme {theme}")

    id: UUID
    language: str
    name: str

    def apply(self, w: Writer) -> None:
        """Keep it."""
        w.must(Theme, self.id)
        language, name = normal_code(self.language), " ".join(self.name.split())
        keys = {"theme_id": self.id, "language": language}
        if name:
            w.put(ThemeText, keys, name=name)
            return
        others = select(ThemeText.name).where(ThemeText.theme_id == self.id, ThemeText.language != language)
        if not any(w.scalars(others)):
            raise FieldProblem("name", "The theme needs a name.")
        row = w.get(ThemeText, w.key_for(ThemeText, keys))
        if row is not None:
            w.delete(row)

    def refs(self, result: object) -> dict[str, object]:
        """The theme."""
        return {"theme": self.id}


@dataclass(frozen=True)
class MoveTheme(Action):
    """Put a theme into another area, or make it an area itself."""

    code: ClassVar[str] = "theme-move"
    label: ClassVar[str] = N_("Move the theme {theme}")

    id: UUID
    parent_id: UUID | None

    def apply(self, w: Writer) -> None:
        """Move it."""
        theme = w.must(Theme, self.id)
        _check_parent(w, self.id, self.parent_id)
        theme.parent_id = self.parent_id

    def refs(self, result: object) -> dict[str, object]:
        """The theme."""
        return {"theme": self.id}


@dataclass(frozen=True)
class DeleteTheme(Action):
    """Take a theme off the list, and off whatever had it. Topics of an area become areas."""

    code: ClassVar[str] = "theme-delete"
    label: ClassVar[str] = N_("Delete a theme")

    id: UUID

    def apply(self, w: Writer) -> None:
        """Delete it."""
        w.must(Theme, self.id)
        remove(w, Theme, self.id)

    def refs(self, result: object) -> dict[str, object]:
        """Nothing: it has no name any more."""
        return {}


@dataclass(frozen=True)
class SetPartnershipThemes(Action):
    """The themes of a twinning, in place of those it had; `new` is one the list does not have yet."""

    code: ClassVar[str] = "twinning-themes"
    label: ClassVar[str] = N_("Choose the themes of {partnership}")

    id: UUID
    themes: tuple[UUID, ...]
    new: str = ""
    language: str = "en"

    def apply(self, w: Writer) -> None:
        """Keep them."""
        w.must(Partnership, self.id)
        wanted = set(self.themes)
        if self.new.strip():
            wanted.add(new_theme(w, {self.language: self.new}).id)
        for link in w.scalars(select(ThemeLink).where(ThemeLink.partnership_id == self.id)).all():
            if link.theme_id in wanted:
                wanted.discard(link.theme_id)
            else:
                w.delete(link)
        for theme_id in sorted(wanted):
            w.create(ThemeLink, theme_id=theme_id, partnership_id=self.id, visit_id=None)

    def refs(self, result: object) -> dict[str, object]:
        """The twinning."""
        return {"partnership": self.id}
