# SPDX-License-Identifier: GPL-3.0-or-later
"""What bringing in a list of links asks and says: who published it, of when it is, how many came in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from hospes.domain.dates import DateKind
from hospes.domain.errors import UserError
from hospes.transfer.directory_list import Origin
from hospes.transfer.vocabulary import country
from hospes.ui.pages.person_dates import day_check, read_day
from hospes.ui.widgets.boxes import column
from hospes.ui.widgets.fields import Field, TextField

if TYPE_CHECKING:
    from hospes.ui.desk import Desk


class OriginFields(QWidget):
    """Who says so, of which day the list is (every number is printed with both), and of which country."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        self.desk = desk
        self.source = TextField(theme)
        self.day = TextField(theme, example="2024")
        self.country = TextField(theme)
        self.setLayout(
            column(
                theme,
                Field(
                    theme, desk.text("Who published it"), self.source, name="import.source",
                    hint=desk.text("Left empty, it is the name of the file."),
                ),
                Field(
                    theme, desk.text("Of when it is"), self.day, check=day_check(desk, DateKind.PAST),
                    name="import.asOf", hint=desk.text("Left empty, it is what the list says, or today."),
                ),
                Field(
                    theme, desk.text("Country of the first towns"), self.country, name="import.country",
                    hint=desk.text("Only where no column says it; left empty, the headings tell."),
                ),
                gap=6,
            )
        )  # fmt: skip

    def origin(self) -> Origin:
        """What was typed; a day that is none counts as nothing, as its field says."""
        try:
            day = read_day(self.desk, self.day.text())
        except UserError:
            day = None
        land = country(self.country.text()) or ""
        return Origin(self.source.text().strip(), day.last if day is not None else None, land)


def brought_links(desk: Desk, count: object) -> str:
    """How many links came in."""
    n = count if isinstance(count, int) else 0
    return desk.ntext("{n} link came in.", "{n} links came in.", n)
