# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeping the texts that are used again and again (S32)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from hospes.actions import Action
from hospes.actions.editing import known_fields
from hospes.actions.own import own_association
from hospes.actions.starters import not_there
from hospes.domain.errors import FieldProblem, Message
from hospes.domain.text_blocks import ShippedText, TextUse
from hospes.i18n.languages import normal_code
from hospes.i18n.marks import N_
from hospes.store.tables.publications import TextBlock
from hospes.store.writer import Writer

FIELDS = frozenset({"use", "language", "title", "text"})


@dataclass(frozen=True)
class KeepTextBlock(Action):
    """Keep a text, or change it. Gives its id.

    Args:
        values: `use`, `language`, `title`, `text`; a new one needs all of them.
        id: The one that is changed.
    """

    code: ClassVar[str] = "text-block-keep"
    label: ClassVar[str] = N_("Write down a text to use again")

    values: Mapping[str, object]
    id: UUID | None = None

    def apply(self, w: Writer) -> UUID:
        """Check and keep it. Raises FieldProblem."""
        known_fields(self.values, FIELDS)
        if self.id is None:
            owner = own_association(w).id
            row = w.create(TextBlock, owner_id=owner, use=TextUse.APPLICATION, language="", title="", text="")
        else:
            row = w.must(TextBlock, self.id)
        for name in self.values.keys() - {"use"}:
            setattr(row, name, str(self.values[name]).strip())
        row.use = TextUse(str(self.values.get("use", row.use)))
        row.title = " ".join(row.title.split())
        if not row.title:
            raise FieldProblem("title", "Say what it is called.")
        if not row.text:
            raise FieldProblem("text", "The text is empty.")
        row.language = normal_code(row.language)
        return row.id

    def refs(self, result: object) -> dict[str, object]:
        """A text has no name elsewhere."""
        return {}


@dataclass(frozen=True)
class DropTextBlocks(Action):
    """Take texts out of the collection."""

    code: ClassVar[str] = "text-block-drop"
    label: ClassVar[str] = N_("Take out a text")

    ids: tuple[UUID, ...]

    def apply(self, w: Writer) -> None:
        """Delete them."""
        for one in self.ids:
            w.delete(w.must(TextBlock, one))

    def refs(self, result: object) -> dict[str, object]:
        """Nothing is left to name."""
        return {}


@dataclass(frozen=True)
class TakeStarterTexts(Action):
    """Bring in the texts Hospes brings along that are not there yet. Gives how many came."""

    code: ClassVar[str] = "text-block-starter"
    label: ClassVar[str] = N_("Bring in the texts that Hospes knows")

    texts: tuple[ShippedText, ...]

    def apply(self, w: Writer) -> int:
        """Create them. Raises UserError where all are there."""
        missing = not_there(
            w, TextBlock, self.texts, Message("All these texts are in the collection already.")
        )
        owner = own_association(w).id
        for one in missing:
            w.create(
                TextBlock, owner_id=owner, use=TextUse(one.use), language=one.language, title=one.title,
                text=one.text, shipped=one.code,
            )  # fmt: skip
        return len(missing)

    def refs(self, result: object) -> dict[str, object]:
        """They are many."""
        return {}
