# SPDX-License-Identifier: GPL-3.0-or-later
"""The activity report among the figures of Today: its year, and the words only people can write for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from hospes.actions.settings import ChangeSetting
from hospes.i18n.marks import N_
from hospes.ui.widgets.boxes import card, column, row
from hospes.ui.widgets.buttons import plain_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import Field, LongText
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from hospes.queries.association import Association
    from hospes.ui.desk import Desk

TEXTS = (
    ("outlook", N_("What lies ahead"), N_("Visits and events that are planned stand in the report already.")),
    ("thanks", N_("Thanks"), N_("Without words of your own the report thanks hosts and funders.")),
)
YEARS = 6
"""Years whose report can be made here; the print centre takes any."""


class ReportCard(QWidget):
    """Year, language, two texts, and the way to the print centre."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        self.desk = desk
        self.year = Choice(theme, name="today.report.year")
        self.year.setAccessibleName(desk.text("Year"))
        self.year.picked.connect(self._choose)
        self.language = Choice(theme, name="today.report.language")
        self.language.setAccessibleName(desk.text("Language of the texts"))
        self.language.picked.connect(self._choose)
        self._at = ("", "")
        self.fields: dict[str, Field] = {}
        for name, words, hint in TEXTS:
            editor = LongText(theme, lines=2, lines_most=10)
            field = Field(theme, desk.text(words), editor, hint=desk.text(hint), name=f"today.report.{name}")
            field.setProperty("field", name)
            field.saved.connect(self._saved)
            self.fields[name] = field
        self.print_button = plain_button(
            theme, desk.text("Print the report"), self._print, icon="printer", name="today.report.print"
        )
        about = desk.text("The figures, visits, events, twinnings and money of a year in one paper.")
        box = card(
            theme,
            Label(theme, desk.text("Annual activity report"), "section", wrap=True),
            Label(theme, about, "m", wrap=True),
            row(theme, self.year, self.language, None),
            *self.fields.values(),
            row(theme, self.print_button, None),
        )
        self.setLayout(column(theme, box, gap=0))

    def reload(self) -> None:
        """Show the texts of the year and language in view; what is being typed stays."""
        from hospes.queries.activity_year import report_words
        from hospes.queries.association import association

        desk = self.desk
        own = desk.read(association)
        this = desk.file.today.year
        chosen = self.year.code() or str(this - 1)
        self.year.set_options([(str(year), str(year)) for year in range(this, this - YEARS, -1)], chosen)
        languages = self._languages(own)
        spoken = self.language.code() or languages[0]
        self.language.set_options([(code, desk.locale.language_name(code)) for code in languages], spoken)
        self._at = (self.year.code(), self.language.code())
        words = desk.read(report_words, int(self._at[0]))
        for name, field in self.fields.items():
            if not field.changed:
                field.set_value(words.get(name, {}).get(self._at[1], ""))

    def _languages(self, own: Association) -> list[str]:
        """Ours first, then the window's, then those the association has texts in."""
        found = [own.language, self.desk.locale.language, *sorted(own.texts)]
        return list(dict.fromkeys(code.partition("-")[0] for code in found if code))

    def leave(self) -> None:
        """Keep what was typed."""
        for field in self.fields.values():
            field.leave()

    def _choose(self, _: str) -> None:
        self.leave()
        self.reload()

    def _saved(self, text: str) -> None:
        from hospes.queries.activity_year import words_key
        from hospes.queries.association import association

        name = str(self.sender().property("field"))
        key = words_key(int(self._at[0]), name, self._at[1])
        self.desk.run(ChangeSetting(key, text.strip() or None, self.desk.read(association).id))

    def _print(self) -> None:
        self.leave()
        self.desk.go("print", paper="activity-report", options={"year": self._at[0]})
