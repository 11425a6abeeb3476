# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules of a funding scheme as a file: given to another association, and brought in from one.

Before anything comes in, all that differs is shown: what stands here and what the file says.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from hospes import paths
from hospes.actions.funding_rules import BringInRules
from hospes.domain.errors import UserError
from hospes.domain.funding_compare import Difference, differences
from hospes.domain.funding_write import written
from hospes.i18n.marks import N_
from hospes.queries.funding import same_named
from hospes.transfer.funding_rules import SUFFIX, write_rules
from hospes.transfer.funding_rules_in import look_at
from hospes.ui.pages.saving import ask_path
from hospes.ui.rows import Cell, Column
from hospes.ui.table import ListTable
from hospes.ui.widgets.boxes import Box, FlowLayout, column, holder
from hospes.ui.widgets.buttons import main_button, plain_button
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from hospes.domain.funding import Scheme
    from hospes.i18n.locale import Locale
    from hospes.queries.funding import SchemeRow
    from hospes.ui.desk import Desk
    from hospes.ui.tasks import Work


def give_rules(desk: Desk, parent: QWidget, scheme: Scheme) -> None:
    """Write the rules as they count here into a file."""
    kind = desk.text("Rules of a funding scheme")
    path = ask_path(desk, parent, scheme.name(desk.locale.language), SUFFIX.removeprefix("."), kind)
    if path is None:
        return
    try:
        write_rules(path, scheme, desk.file.today)
    except UserError as error:
        desk.say(error, kind="err")
        return
    desk.say(desk.text("The rules are in {file}. Another association can bring them in.", file=path.name))


def _what(one: Difference, locale: Locale) -> Cell:
    return Cell(one.what, grey=one.of if one.of != one.what else "")


class RulesIn(QWidget):
    """What the rules in a file say otherwise than those here, and the buttons."""

    came = Signal(str)
    """The rules came in; the code of the scheme."""
    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        theme = desk.theme
        self.scheme: Scheme | None = None
        self.known: SchemeRow | None = None
        self._rows: dict[int, Difference] = {}
        self.title = Label(theme, "", "section", wrap=True, name="visit.rulesIn.title")
        self.about = Label(theme, "", "m", wrap=True, name="visit.rulesIn.about")
        self.table = ListTable(
            desk,
            "visit.rulesIn",
            (
                Column("what", N_("What"), 300, _what),
                Column("before", N_("Here"), 200, lambda one, _: one.before or "–"),
                Column("after", N_("In the file"), 260, lambda one, _: one.after or "–"),
            ),
            shown=("what", "before", "after"),
            name="visit.rulesIn.table",
            label=desk.text("What is different in the file"),
        )
        self.table.setMinimumHeight(theme.u(150))
        self.take = main_button(
            theme, desk.text("Bring in these rules"), self._take, name="visit.rulesIn.take"
        )
        close = plain_button(theme, desk.text("Cancel"), self.closed.emit, name="visit.rulesIn.cancel")
        box = Box(theme, "card", self.table, gap=0, margins=(1, 1, 1, 1))
        buttons = holder(FlowLayout(theme, self.take, close))
        whole = column(theme, self.title, self.about, box, buttons, gap=8)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def ask(self) -> None:
        """Let the person choose a file, and read it."""
        desk = self.desk
        kind = desk.text("Rules of a funding scheme")
        title = desk.text("Bring in rules from a file")
        found, _ = QFileDialog.getOpenFileName(
            self, title, str(paths.documents_folder()), f"{kind} (*{SUFFIX})"
        )
        if found:
            self.look(Path(found))

    def look(self, path: Path) -> None:
        """Read a file and show what is different."""

        def job(_work: Work) -> Scheme:
            return look_at(path)

        self.desk.tasks.run(
            job, title=self.desk.text("Reading the rules"), done=self._show, failed=self._failed
        )

    def _failed(self, error: UserError) -> None:
        self.desk.say(error, kind="err")

    def _show(self, scheme: Scheme) -> None:
        desk = self.desk
        self.scheme = scheme
        self.known = desk.read(same_named, scheme)
        before = self.known.scheme if self.known is not None else None
        found = differences(desk.locale, before, scheme)
        self._rows = dict(enumerate(found))
        name = scheme.name(desk.locale.language)
        self.title.setText(name)
        if before is None:
            words = desk.text("This scheme is new here. That is what its rules say:")
        elif found:
            words = desk.ntext(
                "You have a scheme of this name. In {n} thing the file says otherwise:",
                "You have a scheme of this name. In {n} things the file says otherwise:",
                len(found),
            )
        else:
            words = desk.text("You have a scheme of this name. Nothing is different.")
        self.about.setText(words)
        self.take.setEnabled(bool(found) and not desk.file.read_only)
        self.table.set_rows(list(self._rows), lambda ids: [self._rows.get(one) for one in ids])
        self.shown.emit()
        (self.take if found else self.table).setFocus()

    shown = Signal()
    """A file was read; there is something to look at."""

    def _take(self) -> None:
        if self.scheme is None:
            return
        own = self.known.own_id if self.known is not None else None
        said = self.desk.text(
            "The rules of {name} came in.", name=self.scheme.name(self.desk.locale.language)
        )
        outcome = self.desk.run(BringInRules(written(self.scheme), own), said=said)
        if outcome is not None:
            assert isinstance(outcome.result, UUID)
            self.came.emit(outcome.result.hex)
