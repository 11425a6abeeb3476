# SPDX-License-Identifier: GPL-3.0-or-later
"""The file for the partner association: choose what goes in, read in words what is inside, save it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING
from uuid import UUID

from hospes.i18n.catalog import languages
from hospes.queries.partner_file import partner_data, partner_title
from hospes.transfer.exported import Wanted
from hospes.transfer.partner_file import Content, counts_of, inside, write_partner_file
from hospes.transfer.partner_sheets import write_sheets
from hospes.ui.page import Fit, Heading, Page, side_margins
from hospes.ui.pages.bring_in_what import VisitChoice
from hospes.ui.pages.saving import ask_path
from hospes.ui.widgets.boxes import card, clear, column, holder, row, scrolled
from hospes.ui.widgets.buttons import link_button, main_button, plain_button
from hospes.ui.widgets.choices import Choice, Tick
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from hospes.domain.errors import UserError
    from hospes.ui.desk import Desk
    from hospes.ui.tasks import Work


class PartnerFilePage(Page):
    """Ticks, the content in words, two buttons."""

    watches = frozenset(
        ("visit", "visit_text", "participation", "stay_wish", "host_offer", "placement", "programme_item",
         "programme_item_text", "person")
    )  # fmt: skip

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme, text = desk.theme, desk.text
        self.visit = VisitChoice(desk, "partner.visit")
        self.visit.picked.connect(self._again)
        self.guests = self._tick(text("Our guests, with ages, languages, groups and wishes"), "guests")
        self.hosts = self._tick(text("Our hosts, and who sleeps where"), "hosts")
        self.programme = self._tick(text("The programme, in all its languages"), "programme")
        self.allergies = self._tick(
            text("Diets, allergies and stairs of guests who agreed that their hosts may know them"),
            "allergies",
        )
        names = [(code, desk.locale.language_name(code)) for code in languages()]
        names.sort(key=lambda pair: desk.locale.sort_key(pair[1]))
        self.language = Choice(theme, names, desk.locale.language, name="partner.language")
        self.language.setAccessibleName(text("Language of the headings"))
        self._inside = column(theme, gap=4)
        never = Label(
            theme,
            text(
                "Never inside: who does not want whom, notes on health, dues, notes, tags. "
                "Telephone and e-mail of guests only with their consent."
            ),
            "m",
            wrap=True,
        )
        save = main_button(theme, text("Save the file…"), self._save, icon="file-down", name="partner.save")
        sheet = plain_button(
            theme,
            text("Save as a spreadsheet…"),
            self._save_sheet,
            icon="file-spreadsheet",
            name="partner.sheet",
        )
        bring = link_button(theme, text("Bring in the partner's file"), self._bring, name="partner.bring")
        self._body = column(
            theme,
            card(theme, Label(theme, text("The visit"), "label"), self.visit, gap=6),
            card(
                theme,
                Label(theme, text("What goes in"), "section"),
                self.guests,
                self.allergies,
                self.hosts,
                self.programme,
                gap=4,
            ),
            card(theme, Label(theme, text("What is inside"), "section"), holder(self._inside), never, gap=8),
            row(theme, save, sheet, None),
            card(
                theme,
                Label(theme, text("The spreadsheet is for partners without Hospes."), "m", wrap=True),
                Label(theme, text("Language of the headings"), "label"),
                self.language,
                gap=6,
            ),
            row(theme, bring, None),
            None,
            gap=14,
        )
        inner = holder(self._body)
        inner.setMaximumWidth(theme.u(720))
        self.setLayout(column(theme, scrolled(inner)))

    def _tick(self, words: str, name: str) -> Tick:
        tick = Tick(self.desk.theme, words, name=f"partner.{name}")
        tick.setChecked(True)
        tick.toggled.connect(self._again)
        return tick

    def content(self) -> Content:
        """What was chosen."""
        return Content(
            self.guests.isChecked(),
            self.hosts.isChecked(),
            self.programme.isChecked(),
            self.guests.isChecked() and self.allergies.isChecked(),
        )

    def _again(self, _what: object = None) -> None:
        self.reload()

    def reload(self) -> None:
        desk = self.desk
        self.visit.refill()
        clear(self._inside)
        visit = self.visit.visit()
        self.allergies.setEnabled(self.guests.isChecked())
        if visit is None:
            words = desk.text("There is no visit yet. Make one first, under Visits.")
            self._inside.addWidget(Label(desk.theme, words, wrap=True))
            return
        data = desk.read(partner_data, visit, desk.file.today, self.content().allergies)
        counts = counts_of(data, self.content())
        for words in inside(counts, desk.locale):
            self._inside.addWidget(Label(desk.theme, words, wrap=True))
        if counts.get("told") and self.content().allergies:
            words = desk.ntext(
                "{n} guest agreed that hosts may know diets and allergies",
                "{n} guests agreed that hosts may know diets and allergies",
                counts["told"],
            )
            self._inside.addWidget(Label(desk.theme, words, "m", wrap=True))
        if not any(counts.values()):
            self._inside.addWidget(Label(desk.theme, desk.text("Nothing yet."), wrap=True))

    # -- saving --------------------------------------------------------------------------------------

    def _ask(self, ending: str, kind: str) -> Path | None:
        visit = self.visit.visit()
        if visit is None:
            return None
        title = self.desk.read(partner_title, visit, self.desk.locale.language)
        return ask_path(self.desk, self, title or self.desk.text("Visit"), ending, kind)

    def _save(self) -> None:
        path, visit = self._ask("hospes-visit", "Hospes"), self.visit.visit()
        content, app = self.content(), self.desk.file
        if path is None or visit is None:
            return

        def job(work: Work) -> Path:
            work.tell(0, 0)
            return write_partner_file(app.read, path, visit, app.today, content).path

        self._run(job, path)

    def _save_sheet(self) -> None:
        path, visit = self._ask("xlsx", "Excel"), self.visit.visit()
        content, app = self.content(), self.desk.file
        if path is None or visit is None:
            return
        wanted = Wanted("partner", visit, app.today, self.language.code(), None, self.desk.locale)

        def job(work: Work) -> Path:
            work.tell(0, 0)
            return write_sheets(app.read, path, wanted, content).path

        self._run(job, path)

    def _run(self, job: object, path: Path) -> None:
        title = self.desk.text("Writing {file}", file=path.name)
        self.desk.tasks.run(job, title=title, done=self._saved, failed=self._failed)  # type: ignore[arg-type]  # gives the path

    def _saved(self, path: Path) -> None:
        self.desk.say(self.desk.text("Saved as {file}.", file=path.name))

    def _failed(self, error: UserError) -> None:
        self.desk.say(error, kind="err")

    def _bring(self) -> None:
        visit = self.visit.visit()
        self.desk.go("import", kind="guests", **({"visit": visit.hex} if visit is not None else {}))

    # -- the page ------------------------------------------------------------------------------------

    def heading(self) -> Heading:
        return Heading(
            self.desk.text("File for the partner"), self.desk.text("Only what the other association needs")
        )

    def help_page(self) -> str:
        return "partner-file"

    def show_at(self, **where: object) -> None:
        self.visit.refill()
        visit = where.get("visit")
        if isinstance(visit, str) and visit:
            with suppress(ValueError):
                self.visit.choose(UUID(hex=visit).hex)
        self.reload()

    def where(self) -> dict[str, object]:
        visit = self.visit.visit()
        return {"visit": visit.hex} if visit is not None else {}

    def fit(self, fit: Fit) -> None:
        super().fit(fit)
        self._body.setContentsMargins(*side_margins(self.desk.theme, fit))

    def first_focus(self) -> QWidget | None:
        return self.guests
