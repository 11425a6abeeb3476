# SPDX-License-Identifier: GPL-3.0-or-later
"""A further person of the household in the form for new members: name, what they are to the first, birth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hospes.domain.codes import Gender, Relation
from hospes.ui.pages.person_dates import birth_check, date_field
from hospes.ui.widgets.boxes import column, holder, line, row
from hospes.ui.widgets.buttons import link_button
from hospes.ui.widgets.choices import Choice, Tick
from hospes.ui.widgets.fields import Field, TextField
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hospes.ui.desk import Desk

GENDERS = {
    Relation.WIFE: Gender.FEMALE,
    Relation.HUSBAND: Gender.MALE,
    Relation.DAUGHTER: Gender.FEMALE,
    Relation.SON: Gender.MALE,
}
"""What a word such as "husband" says about a person; the others say nothing."""

CHILDREN = frozenset({Relation.DAUGHTER, Relation.SON, Relation.CHILD})


def pair(desk: Desk, left: QWidget, right: QWidget, shares: tuple[int, int] = (1, 1)) -> QWidget:
    """Two fields side by side, top edges level."""
    box = row(desk.theme, left, right, gap=10)
    for at, widget in enumerate((left, right)):
        box.setStretch(at, shares[at])
        box.setAlignment(widget, Qt.AlignmentFlag.AlignTop)
    return holder(box)


class MorePerson(QWidget):
    """One further person."""

    edited = Signal()
    """Something was typed or chosen."""

    removed = Signal()

    def __init__(self, desk: Desk, number: int, surname: str) -> None:
        """Build the `number`th person, whose last name is most often that of the first."""
        super().__init__()
        self.desk = desk
        theme, name = desk.theme, f"member.form.person.{number}"
        text = desk.text
        self.given = Field(theme, text("First name"), TextField(theme), name=f"{name}.firstName")
        self.surname = Field(theme, text("Last name"), TextField(theme, surname), name=f"{name}.lastName")
        relations = [(one.value, desk.locale.label(one)) for one in Relation if one is not Relation.HEAD]
        self.relation = Choice(theme, relations, Relation.PARTNER.value)
        is_ = Field(theme, text("is"), self.relation, name=f"{name}.relation")
        self.born = Field(theme, text("Born"), date_field(desk), check=birth_check(desk), name=f"{name}.born")
        self.member = Tick(theme, text("Also a member"), name=f"{name}.member")
        self.member.setChecked(True)
        away = link_button(theme, text("Remove"), self.removed.emit, name=f"{name}.remove")
        self._said_member = False
        self.relation.picked.connect(self._picked)
        self.member.clicked.connect(self._say_member)
        for field in (self.given, self.surname, self.born):
            field.editor.textChanged.connect(self.edited)  # type: ignore[attr-defined]  # every text editor has it
        foot = row(theme, self.member, None, away)
        self.setLayout(
            column(
                theme,
                line(),
                pair(desk, self.given, self.surname),
                pair(desk, is_, self.born),
                foot,
                gap=8,
            )
        )

    def _picked(self, code: str) -> None:
        if not self._said_member:
            self.member.setChecked(Relation(code) not in CHILDREN)
        self.edited.emit()

    def _say_member(self) -> None:
        self._said_member = True
        self.edited.emit()

    def is_empty(self) -> bool:
        """Nobody is written here: a last name that was only proposed does not count."""
        return not self.given.value().strip()

    def gender(self) -> Gender:
        """What their relation says."""
        return GENDERS.get(Relation(self.relation.code()), Gender.UNKNOWN)

    def as_draft(self) -> dict[str, object]:
        """What is written, to be kept."""
        return {
            "given": self.given.value(),
            "surname": self.surname.value(),
            "relation": self.relation.code(),
            "born": self.born.value(),
            "member": self.member.isChecked(),
        }

    def take_draft(self, kept: Mapping[str, object]) -> None:
        """Show what was kept."""
        self.given.set_value(str(kept.get("given", "")))
        self.surname.set_value(str(kept.get("surname", "")))
        self.relation.choose(str(kept.get("relation", "")))
        self.born.set_value(str(kept.get("born", "")))
        self.member.setChecked(bool(kept.get("member", True)))
        self._said_member = True


def labelled(desk: Desk, words: str, widget: QWidget) -> QWidget:
    """Words above something that is no text field."""
    return holder(column(desk.theme, Label(desk.theme, words, "label"), widget, gap=4))
