# SPDX-License-Identifier: GPL-3.0-or-later
"""Take out: members, contacts or everything as a file that other programs read. What is yours stays yours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from hospes.i18n.catalog import languages
from hospes.i18n.marks import N_
from hospes.queries.filters import Filter, read_filter
from hospes.queries.minors_inside import minors_inside
from hospes.queries.network_figures import yearly
from hospes.transfer.calendar_writer import write_calendar
from hospes.transfer.exported import Written
from hospes.transfer.exporting import OF_VISIT, export
from hospes.transfer.network_figures import write_figures
from hospes.ui.page import Fit, Heading, Page, side_margins
from hospes.ui.pages.bring_in_what import VisitChoice
from hospes.ui.pages.saving import ask_path, is_protected
from hospes.ui.tasks import Stoppable
from hospes.ui.widgets.boxes import card, column, holder, row, scrolled
from hospes.ui.widgets.buttons import main_button
from hospes.ui.widgets.choices import Choice, Radio, Tick
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hospes.domain.errors import UserError
    from hospes.ui.desk import Desk
    from hospes.ui.tasks import Work

TABLES = ("xlsx", "ods", "csv")
PROGRAMME = "programme"
FIGURES = "figures"
YEARS = 6
"""So many years back figures can be taken out."""
WITH_VISIT = (*OF_VISIT, PROGRAMME)


@dataclass(frozen=True)
class Kind:
    """Something that can be taken out: the code of `hospes export --what`, words, the forms it may have."""

    code: str
    words: str
    about: str
    endings: tuple[str, ...]


KINDS = (
    Kind(
        "members", N_("Members"), N_("One row for each, with address, household and dues"), (*TABLES, "vcf")
    ),
    Kind("contacts", N_("Contacts"), N_("People and their offices in both towns"), (*TABLES, "vcf")),
    Kind("visits", N_("Visits"), N_("One row for each, with its days and towns"), (*TABLES, "ics")),
    Kind(
        PROGRAMME,
        N_("Programme of a visit"),
        N_("For a calendar: each entry with its time and place"),
        ("ics",),
    ),
    Kind("events", N_("Events"), N_("For a calendar: each event with its time and place"), ("ics",)),
    Kind("guests", N_("Guests of a visit"), N_("One row for each, as the partner's lists have it"), TABLES),
    Kind("hosts", N_("Hosts of a visit"), N_("One row for each home, with beds and nights"), TABLES),
    Kind("placements", N_("Who sleeps where"), N_("One row for each guest and host"), TABLES),
    Kind("payments", N_("Payments"), N_("One row for each, with day, amount, payer and receipt"), TABLES),
    Kind(
        "journal",
        N_("Cash and bank journal"),
        N_("For the bookkeeper: one row for each entry, with category and sphere, of all years"),
        TABLES,
    ),
    Kind(
        FIGURES,
        N_("Yearly figures without names"),
        N_("For a network office: sums only, and no number that could tell of somebody"),
        ("hospes-figures",),
    ),
    Kind(
        "everything",
        N_("Everything"),
        N_("The whole file in an open form, which Hospes and other programs can read"),
        ("json",),
    ),
)
FORMS = {
    "xlsx": N_("Excel workbook (.xlsx)"),
    "ods": N_("LibreOffice workbook (.ods)"),
    "csv": N_("Plain table (.csv)"),
    "vcf": N_("Address cards (.vcf)"),
    "json": N_("Open data (.json)"),
    "ics": N_("Calendar (.ics)"),
    "hospes-figures": N_("Figures for a network office (.hospes-figures)"),
}


class TakeOutPage(Page):
    """What, in which form, with headings in which language; then one button."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self._kind = KINDS[0]
        self._filter = ""
        self._radios: dict[str, Radio] = {}
        kinds = column(theme, Label(theme, desk.text("What"), "section"), gap=4)
        for kind in KINDS:
            radio = Radio(theme, desk.text(kind.words), name=f"takeOut.{kind.code}")
            radio.setProperty("what", kind.code)
            radio.setAccessibleDescription(desk.text(kind.about))
            radio.toggled.connect(self._picked)
            self._radios[kind.code] = radio
            about = Label(theme, desk.text(kind.about), "m", wrap=True)
            about.setContentsMargins(theme.u(32), 0, 0, theme.u(6))
            kinds.addWidget(radio)
            kinds.addWidget(about)
        self.who = Label(theme, "", "m", wrap=True, name="takeOut.who")
        kinds.addWidget(self.who)
        self.visit = VisitChoice(desk, "takeOut.visit")
        self.health = Tick(theme, desk.text("Also what guests told of their health"), name="takeOut.health")
        self.secret = Tick(theme, desk.text("Also who does not want whom"), name="takeOut.confidential")
        self._of_visit = card(
            theme,
            Label(theme, desk.text("The visit"), "section"),
            self.visit,
            self.health,
            self.secret,
            gap=8,
        )
        self.form = Choice(theme, name="takeOut.form")
        self.form.setAccessibleName(desk.text("Form"))
        self.form.picked.connect(self._form_picked)
        names = [(code, desk.locale.language_name(code)) for code in languages()]
        names.sort(key=lambda pair: desk.locale.sort_key(pair[1]))
        self.language = Choice(theme, names, desk.locale.language, name="takeOut.language")
        self.language.setAccessibleName(desk.text("Language of the headings"))
        self.language_label = Label(theme, desk.text("Language of the headings"), "label")
        this_year = desk.file.today.year if desk.app is not None else 0
        years = [(str(year), str(year)) for year in range(this_year, this_year - YEARS, -1)]
        self.year = Choice(theme, years, str(this_year - 1), name="takeOut.year")
        self.year.setAccessibleName(desk.text("Year"))
        self.minors = Label(theme, "", "warn", wrap=True, name="takeOut.minors")
        words = desk.text(
            "Your file has a password. What you take out has none: keep it where nobody finds it."
        )
        self.plain = Label(theme, words, "warn", wrap=True, name="takeOut.plain")
        self.visit.picked.connect(self._count_minors)
        save = main_button(theme, desk.text("Save as…"), self._save, icon="file-down", name="takeOut.save")
        self._body = column(
            theme,
            card(theme, holder(kinds)),
            self._of_visit,
            card(
                theme,
                Label(theme, desk.text("Form"), "section"),
                self.form,
                self.language_label,
                self.language,
                self.year,
                gap=8,
            ),
            self.minors,
            self.plain,
            row(theme, save, None),
            None,
            gap=14,
        )
        inner = holder(self._body)
        inner.setMaximumWidth(theme.u(640))
        self._area = scrolled(inner)
        self.setLayout(column(theme, self._area))
        self._radios[self._kind.code].setChecked(True)
        self._show_forms()

    def reload(self) -> None:
        words = ""
        if self._filter and self._kind.code == "members":
            words = self.desk.text("Only those of the list: {filter}", filter=self._filter)
        code = self._kind.code
        self._of_visit.setVisible(code in WITH_VISIT)
        self.health.setVisible(code == "guests")
        self.secret.setVisible(code in ("guests", "hosts"))
        self.year.setVisible(code == FIGURES)
        if code in WITH_VISIT:
            self.visit.refill()
        self.who.setText(words)
        self.who.setVisible(bool(words))
        self.plain.setVisible(is_protected(self.desk))
        self._count_minors()

    def _count_minors(self, _visit: object = None) -> None:
        """Whoever hands it on shall know."""
        desk, what = self.desk, self._kind.code
        if what == FIGURES:
            self.minors.setVisible(False)
            return
        visit = self.visit.visit() if what == "guests" else None
        count = desk.read(
            minors_inside, what, desk.file.today, desk.locale, filter_=self._chosen_filter(), visit=visit
        )
        self.minors.setText(
            desk.ntext("{n} minor is among them.", "{n} minors are among them.", count) if count else ""
        )
        self.minors.setVisible(bool(count))

    def _picked(self, on: bool) -> None:
        if not on:
            return
        chosen = next(code for code, radio in self._radios.items() if radio.isChecked())
        self._kind = next(kind for kind in KINDS if kind.code == chosen)
        self._show_forms()
        self.reload()

    def _show_forms(self) -> None:
        before = self.form.code()
        endings = self._kind.endings
        self.form.set_options(
            [(ending, self.desk.text(FORMS[ending])) for ending in endings],
            before if before in endings else endings[0],
        )
        self._form_picked(self.form.code())

    def _form_picked(self, ending: str) -> None:
        headed = ending in TABLES
        self.language.setVisible(headed)
        self.language_label.setVisible(headed)

    def _chosen_filter(self) -> Filter | None:
        return read_filter(self._filter) if self._filter and self._kind.code == "members" else None

    def _save(self) -> None:
        desk, what, ending = self.desk, self._kind.code, self.form.code()
        words = desk.text(self._kind.words)
        path = ask_path(desk, self, words, ending, desk.text(FORMS[ending]).partition(" (")[0])
        if path is None:
            return
        app, chosen, locale = desk.file, self._chosen_filter(), desk.locale
        visit = self.visit.visit() if what in WITH_VISIT else None
        health = what == "guests" and self.health.isChecked()
        secret = what in ("guests", "hosts") and self.secret.isChecked()
        language = self.language.code() if ending in TABLES else ""
        year = int(self.year.code())

        def job(work: Work) -> Written:
            read = Stoppable(app, work).read
            if what == FIGURES:
                return Written(write_figures(path, read(yearly, year, app.today), app.today), path)
            if ending == "ics":
                return write_calendar(
                    read, path, app.today, (locale.language,), visit, events=what == "events"
                )
            return export(
                read, path, what, app.today, language=language, filter_=chosen, locale=locale, visit=visit,
                health=health, confidential=secret,
            )  # fmt: skip

        desk.tasks.run(
            job, title=desk.text("Writing {file}", file=path.name), done=self._saved, failed=self._failed
        )

    def _saved(self, written: Written) -> None:
        self.desk.say(
            self.desk.ntext(
                "{n} row written to {file}",
                "{n} rows written to {file}",
                written.rows,
                file=written.path.name,
            )
        )

    def _failed(self, error: UserError) -> None:
        self.desk.say(error, kind="err")

    def heading(self) -> Heading:
        return Heading(
            self.desk.text("Take out"),
            self.desk.text("For a spreadsheet, a mail program, another club program"),
        )

    def help_page(self) -> str:
        return "file"

    def show_at(self, **where: object) -> None:
        text, what, visit = where.get("filter"), where.get("what"), where.get("visit")
        self.visit.refill()
        if isinstance(visit, str) and visit:
            self.visit.choose(visit)
        self._filter = text if isinstance(text, str) else ""
        if isinstance(what, str) and what in self._radios:
            self._radios[what].setChecked(True)
        self.reload()
        QTimer.singleShot(0, self, self._show_chosen)

    def _show_chosen(self) -> None:
        """What another page chose may stand below the fold."""
        self._area.ensureWidgetVisible(self._radios[self._kind.code], 0, self.desk.theme.u(60))

    def where(self) -> dict[str, object]:
        return {"what": self._kind.code, **({"filter": self._filter} if self._filter else {})}

    def fit(self, fit: Fit) -> None:
        super().fit(fit)
        self._body.setContentsMargins(*side_margins(self.desk.theme, fit))

    def first_focus(self) -> QWidget | None:
        return self._radios[self._kind.code]
