# SPDX-License-Identifier: GPL-3.0-or-later
"""The report of a visit: what is known already in figures, and the few texts only people can write.

One language at a time is written; what another language still lacks is counted, because partners and funders
read it in theirs. Printing goes through the print centre like everything else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from hospes.actions.visits import EditVisit, SetVisitTexts
from hospes.domain.codes_visit import VisitState
from hospes.i18n.marks import N_
from hospes.queries.paper_visit import paper_visit
from hospes.queries.publications import written_about
from hospes.queries.visit_figures import VisitFigures, visit_figures
from hospes.queries.visit_report import report_texts
from hospes.ui.page import Fit
from hospes.ui.pages.insert_text import InsertText
from hospes.ui.pages.visit_tab import TabMark, VisitTab
from hospes.ui.widgets.boxes import Box, FlowLayout, clear, column, holder, line, row, scrolled
from hospes.ui.widgets.buttons import link_button, main_button, plain_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import Field, LongText
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.tall import Sides

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from hospes.queries.paper_visit import PaperVisit
    from hospes.ui.desk import Desk

TEXTS = (
    ("aims", N_("Aims"), N_("What was the visit for?")),
    ("groups", N_("Who took part"), N_("Whom did it bring together? The numbers are counted already.")),
    ("activities", N_("What was done"), N_("What stood out? The programme is printed already.")),
    ("results", N_("What came of it"), N_("What do people of both towns know or do now that is new?")),
    ("evaluation", N_("Looking back"), N_("What went well, what shall be different next time?")),
    ("follow_up", N_("What comes next"), N_("Who promised what, and until when?")),
)
"""Field, its name, and the question that helps to begin: aims, activities and effect are what funders ask."""

PANE, PANE_HEIGHT = 360, 300


class ReportTab(VisitTab):
    """Texts at the left, figures and papers at the right."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {"publication", "visit", "visit_text", "participation", "placement", "programme_item", "delegation"}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self._language = ""
        self.language = Choice(theme, (), name="visit.report.language")
        self.language.setAccessibleName(desk.text("Language of the texts"))
        self.language.picked.connect(self._choose_language)
        self.missing = Label(theme, "", "m", wrap=True, name="visit.report.missing")
        self.fields: dict[str, Field] = {}
        self.draft_button = link_button(
            theme, desk.text("Draft an article"), self._draft, icon="pencil", name="visit.report.article"
        )
        self.about_button = link_button(
            theme, "", self._show_publications, icon="scroll-text", name="visit.report.publications"
        )
        self.insert = InsertText(desk, self, lambda: self._language, "visit.report.insertText")
        texts = column(
            theme,
            row(theme, Label(theme, desk.text("Language of the texts")), self.language, None),
            holder(FlowLayout(theme, self.draft_button, self.about_button, self.insert)),
            self.missing,
            gap=10,
        )
        for name, words, hint in TEXTS:
            editor = LongText(theme, lines=3, lines_most=14)
            field = Field(theme, desk.text(words), editor, hint=desk.text(hint), name=f"visit.report.{name}")
            field.setProperty("field", name)
            field.saved.connect(self._saved)
            self.fields[name] = field
            texts.addWidget(field)
        texts.addStretch(1)
        inner = holder(texts)
        texts.setContentsMargins(0, 0, theme.u(12), theme.u(12))
        self.texts = scrolled(inner, "visit.report.texts")
        self._figures = column(theme, gap=6, margins=(0, 0, 8, 0))
        self.print_button = main_button(
            theme, desk.text("Print the report"), self._print, icon="printer", name="visit.report.print"
        )
        self.sent_button = plain_button(
            theme, desk.text("The report is sent"), self._sent, icon="check", name="visit.report.sent"
        )
        self.side = Box(
            theme,
            "card",
            Label(theme, desk.text("Counted already"), "section"),
            scrolled(holder(self._figures), "visit.report.figures"),
            line(),
            holder(FlowLayout(theme, self.print_button, self.sent_button)),
            gap=10,
        )
        self._split = Sides(theme, self.texts, self.side, own="second")
        self.setLayout(column(theme, self._split, margins=(0, 12, 0, 0)))

    @classmethod
    def tab_mark(cls, desk: Desk, visit_id: UUID) -> TabMark:
        visit = desk.read(paper_visit, visit_id)
        if visit.state is VisitState.REPORTED:
            return TabMark(done=True, words=desk.text("The report is sent"))
        return TabMark()

    # -- reading -------------------------------------------------------------------------------------

    def reload(self) -> None:
        desk = self.desk
        visit = desk.read(paper_visit, self.visit)
        languages = self._languages(visit)
        if self._language not in languages:
            self._language = languages[0]
        pairs = [(code, desk.locale.language_name(code)) for code in languages]
        self.language.set_options(pairs, self._language)
        texts = desk.read(report_texts, self.visit)
        own = texts.get(self._language, {})
        for name, field in self.fields.items():
            if not field.changed:
                field.set_value(own.get(name, ""))
        self._show_missing(texts, languages)
        self._show_figures(visit, desk.read(visit_figures, self.visit))
        self.sent_button.setVisible(visit.state is VisitState.DONE)
        self._about = desk.read(written_about, self.visit)
        words = desk.ntext("{n} publication about it", "{n} publications about it", self._about)
        self.about_button.setText(words if self._about else desk.text("Write down a publication"))

    def _languages(self, visit: PaperVisit) -> list[str]:
        """Ours first, then those of the delegations, then the window's."""
        found = [visit.home_language, *(one.language for one in visit.delegations), self.desk.locale.language]
        return [code for code in dict.fromkeys(found) if code]

    def _show_missing(self, texts: Mapping[str, Mapping[str, str]], languages: Sequence[str]) -> None:
        """How many texts that stand in some language are missing in the chosen one."""
        here = texts.get(self._language, {})
        written = {
            name for code in languages for name, _, _ in TEXTS if texts.get(code, {}).get(name, "").strip()
        }
        missing = len(written - {name for name, text in here.items() if text.strip()})
        words = self.desk.ntext(
            "{n} text stands in another language and is missing here.",
            "{n} texts stand in another language and are missing here.",
            missing,
        )
        self.missing.setText(words if missing else "")
        self.missing.setVisible(bool(missing))

    def _show_figures(self, visit: PaperVisit, counted: VisitFigures) -> None:
        theme = self.desk.theme
        clear(self._figures)
        for words, number in self._lines(visit, counted):
            value = Label(theme, self.desk.locale.number(number), "label")
            parts = row(theme, Label(theme, words, wrap=True), value, gap=10)
            parts.setStretch(0, 1)
            self._figures.addLayout(parts)
        self._figures.addStretch(1)

    def _lines(self, visit: PaperVisit, counted: VisitFigures) -> list[tuple[str, int]]:
        text = self.desk.text
        lines = [(text("Participants"), counted.people)]
        for one in counted.delegations:
            delegation = visit.delegation(one.delegation_id)
            name = delegation.name(self.desk.locale.language) if delegation is not None else ""
            lines.append(
                (text("from {town}", town=name) if name else text("without a delegation"), one.people)
            )
        for (least, most), number in counted.bands:
            words = (
                text("aged {first} to {last}", first=least, last=most)
                if most is not None
                else text("aged {first} and over", first=least)
            )
            lines.append((words, number))
        lines += [(self.desk.locale.label(group), number) for group, number in counted.groups]
        more = (
            (text("age not known"), counted.ages_unknown),
            (text("for the first time"), counted.first_timers),
            (text("Homes that hosted"), counted.homes),
            (text("Nights with hosts"), counted.nights_with_hosts),
            (text("Nights in hotels"), counted.nights_in_hotels),
            (text("Days"), counted.days),
            (text("Programme items"), counted.items),
            (text("Meals together"), counted.meals),
        )
        return lines + [(words, number) for words, number in more if number]

    # -- writing -------------------------------------------------------------------------------------

    def _choose_language(self, code: str) -> None:
        self.leave()
        self._language = code
        self.reload()

    def _saved(self, text: str) -> None:
        name = str(self.sender().property("field"))
        self.desk.run(SetVisitTexts(self.visit, self._language, {name: text}))

    def _sent(self) -> None:
        said = self.desk.text("The report is marked as sent.")
        self.desk.run(EditVisit(self.visit, {"state": VisitState.REPORTED}), said=said)

    def _print(self) -> None:
        self.leave()
        self.desk.go("print", paper="visit-report", visit=self.visit.hex)

    def _draft(self) -> None:
        self.leave()
        self.desk.go("print", paper="article-draft", visit=self.visit.hex)

    def _show_publications(self) -> None:
        """What was written about it; where there is nothing yet, a new entry."""
        self.leave()
        if not self._about:
            self.desk.go("publications", visit=self.visit.hex, new=True)
            return
        title = self.desk.read(paper_visit, self.visit).title(self.desk.locale.language)
        self.desk.go("publications", visit=self.visit.hex, words=title)

    # -- as a tab ------------------------------------------------------------------------------------

    def acts(self) -> Mapping[str, Callable[[], object]]:
        return {"print": self._print}

    def show_at(self, **where: object) -> None:
        code = where.get("language")
        if isinstance(code, str) and code and code != self._language:
            self._choose_language(code)

    def where(self) -> dict[str, object]:
        return {"language": self._language}

    def leave(self) -> None:
        for field in self.fields.values():
            field.leave()

    def fit(self, fit: Fit) -> None:
        super().fit(fit)
        width = PANE if fit >= Fit.NORMAL else PANE - 90
        self._split.stand(width, beneath=PANE_HEIGHT if fit is Fit.NARROW else 0)

    def least(self) -> int:
        return 700

    def panes(self) -> Sequence[QWidget]:
        return (self.texts, self.side)

    def first_focus(self) -> QWidget | None:
        return self.fields["aims"].editor
