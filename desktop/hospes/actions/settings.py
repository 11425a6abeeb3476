# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings of the file, and lists somebody keeps under a name (decision 14).

Keys are dotted: `paper.CODE.options`, `editor.ID` (the name behind an editor's id), `today.later.CODE.ID`
(the day a notice comes back), `people.consent_text`, `people.keep_health_days`.
"""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from hospes.actions import Action
from hospes.domain.errors import FieldProblem
from hospes.i18n.marks import N_
from hospes.store.tables.settings import KeptList, Setting
from hospes.store.writer import Writer


def keep_setting(w: Writer, key: str, value: object, owner_id: UUID | None = None) -> None:
    """Keep a setting; None takes it out."""
    keys = {"owner_id": owner_id, "key": key}
    if value is not None:
        w.put(Setting, keys, value=value)
        return
    row = w.get(Setting, w.key_for(Setting, keys))
    if row is not None:
        w.delete(row)


@dataclass(frozen=True)
class ChangeSetting(Action):
    """Change one setting; the value is anything JSON can hold, None is the default."""

    code: ClassVar[str] = "setting-change"
    label: ClassVar[str] = N_("Change a setting")

    key: str
    value: object
    owner_id: UUID | None = None

    def apply(self, w: Writer) -> None:
        """Keep it."""
        keep_setting(w, self.key, self.value, self.owner_id)

    def refs(self, result: object) -> dict[str, object]:
        """The setting's key."""
        return {"setting": self.key}


@dataclass(frozen=True)
class RememberPaperOptions(Action):
    """Remember how a paper was last made, so that next time the same is set (usability script 9)."""

    code: ClassVar[str] = "paper-options-remember"
    label: ClassVar[str] = N_("Remember how a paper was made")
    quiet: ClassVar[bool] = True

    paper: str
    options: dict[str, object]

    def apply(self, w: Writer) -> None:
        """Keep them."""
        keep_setting(w, f"paper.{self.paper}.options", self.options)

    def refs(self, result: object) -> dict[str, object]:
        """The paper's code."""
        return {"paper": self.paper}


@dataclass(frozen=True)
class NameEditor(Action):
    """Write down what the person at this computer is called, so that the history can say who did it."""

    code: ClassVar[str] = "editor-name"
    label: ClassVar[str] = N_("Write down who works here")
    quiet: ClassVar[bool] = True

    name: str

    def apply(self, w: Writer) -> None:
        """Keep the name behind this editor's id."""
        keep_setting(w, f"editor.{w.editor}", self.name.strip() or None)

    def refs(self, result: object) -> dict[str, object]:
        """Nothing: the name itself never stands in the journal's label."""
        return {}


@dataclass(frozen=True)
class KeepList(Action):
    """Keep a filter with its columns and order under a name; the same name at the same place is replaced.

    `place` is the place in the window: `members`, `people`, `organisations`.
    """

    code: ClassVar[str] = "list-keep"
    label: ClassVar[str] = N_("Keep a list")

    place: str
    name: str
    filter: str
    columns: str = ""
    order: str = ""

    def apply(self, w: Writer) -> UUID:
        """Keep it; gives the list's id."""
        from sqlalchemy import select

        name = self.name.strip()
        if not name:
            raise FieldProblem("name", "The list needs a name.")
        same_place = list(w.scalars(select(KeptList).where(KeptList.place == self.place)))
        row = next((one for one in same_place if one.name.casefold() == name.casefold()), None)
        if row is None:
            position = max((one.position for one in same_place), default=-1) + 1
            row = w.create(KeptList, place=self.place, name=name, position=position)
        row.name, row.filter, row.columns, row.order = name, self.filter, self.columns, self.order
        return row.id

    def refs(self, result: object) -> dict[str, object]:
        """The list."""
        return {"list": result}


@dataclass(frozen=True)
class DropList(Action):
    """Forget a kept list; the people on it stay."""

    code: ClassVar[str] = "list-drop"
    label: ClassVar[str] = N_("Forget a list")

    id: UUID

    def apply(self, w: Writer) -> None:
        """Take it out."""
        w.delete(w.must(KeptList, self.id))

    def refs(self, result: object) -> dict[str, object]:
        """The list."""
        return {"list": self.id}
