# SPDX-License-Identifier: GPL-3.0-or-later
"""Print & post: what to print, how to set it up, print or save, and a preview (design 5.11, mock 4)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from hospes.actions.printed_papers import RememberPrint
from hospes.actions.settings import RememberPaperOptions
from hospes.papers import PAPERS
from hospes.papers.base import Needs
from hospes.papers.kit.labels import Nudge
from hospes.papers.making import draw, editable, find_paper, gather, remembered, tabulate, warnings
from hospes.papers.options import read_options, to_json
from hospes.papers.table_text import as_text
from hospes.ui.page import Fit, Heading, Page
from hospes.ui.pages.letters_sent import keep_sent
from hospes.ui.pages.print_options import OptionForm
from hospes.ui.pages.print_papers import PaperColumn
from hospes.ui.pages.print_parts import PrintParts, Told
from hospes.ui.pages.print_preview import Preview, draw_whole, print_document
from hospes.ui.pages.print_source import PaperSource
from hospes.ui.pages.print_words import LANGUAGE_OF, ORDERS, SPREADSHEETS
from hospes.ui.pages.saving import ask_path, save_bytes, save_table
from hospes.ui.tab_order import tab_as_read
from hospes.ui.widgets.boxes import FlowLayout, column, holder, row, scrolled
from hospes.ui.widgets.buttons import link_button, main_button, plain_button
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.notices import Banner, back_bar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hospes.domain.errors import UserError
    from hospes.papers.base import Sent
    from hospes.papers.kit.book import Document
    from hospes.papers.making import AnyPaper, Gathered
    from hospes.papers.options import Options
    from hospes.ui.desk import Desk
    from hospes.ui.tasks import Work

WAIT_MS = 60
"""Between a choice and the new preview, so that several quick choices draw once."""

FIRST_PAGES = 3
"""Drawn at once; the number of all pages follows when the rest is drawn (decision 25)."""

LAST_USED = 3


@dataclass(frozen=True)
class _Ready:
    """What the worker made."""

    turn: int
    gathered: Gathered
    document: Document


class PrintPage(Page):
    """Three numbered columns and the preview."""

    watches: ClassVar[frozenset[str]] = frozenset({"*"})
    SHOTS: ClassVar[tuple[Mapping[str, object], ...]] = tuple(
        {
            "paper": one.code,
            **({"visit": "visit:Ascension visit 2026"} if one.needs is Needs.VISIT else {}),
            **({"twinning": "partnership:Triangle"} if one.needs is Needs.TWINNING else {}),
        }
        for one in PAPERS
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._paper: AnyPaper = _last_paper(desk)
        self._given: dict[str, str] = {}  # options somebody came with, such as the year of a list
        self._turn = 0
        self._ready: _Ready | None = None
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._timer.timeout.connect(self._draw)
        self.papers = PaperColumn(desk)
        self.papers.picked.connect(self._pick_paper)
        self.set_up = self._set_up_column()
        self.preview = Preview(desk)
        theme = desk.theme
        self._back = back_bar(theme, desk.text("Back to the settings"), self._close_preview, "print.back")
        right = holder(column(theme, self._back, self.preview, gap=4))
        self._right = right
        self._back.hide()
        self.parts = PrintParts(theme, self.papers, self.set_up, right)
        self.setLayout(column(theme, self.parts, gap=0))

    # -- 1 what to print -----------------------------------------------------------------------------

    def _pick_paper(self, code: str) -> None:
        self.source.people = self.source.rows = None
        self._given = {}
        self._take_paper(find_paper(code))
        self.moved.emit()

    def _take_paper(self, paper: AnyPaper) -> None:
        self._paper = paper
        self.papers.choose(paper.code)
        options = self._with_given(self.desk.read(remembered, paper), paper)
        self.form.show_options(options, self._languages(), own=paper.for_readers)
        self.source.show_for(paper)
        self._changed()
        QTimer.singleShot(0, self, self._order_tabs)  # once the form has its places

    def _with_given(self, options: Options, paper: AnyPaper) -> Options:
        """The options the paper was made with last, but for those somebody came with."""
        known = {option.flag: option.name for option in paper.options.described()}
        given = {flag: text for flag, text in self._given.items() if flag in known}
        if not given:
            return options
        asked = read_options(paper.options, given)
        values: dict[str, Any] = {known[flag]: getattr(asked, known[flag]) for flag in given}
        return replace(options, **values)

    def _order_tabs(self) -> None:
        tab_as_read((self.papers, self.set_up, self.preview))

    # -- 2 set it up ---------------------------------------------------------------------------------

    def _set_up_column(self) -> QWidget:
        theme, desk = self.desk.theme, self.desk
        self.source = PaperSource(desk)
        self.source.changed.connect(self._changed)
        self.form = OptionForm(desk)
        self.form.changed.connect(self._changed)
        self._told = Told(theme)
        inner = holder(column(theme, self.source, self.form, None, gap=10, margins=(0, 0, 8, 0)))
        self.print_button = main_button(
            theme, desk.text("Print"), self._print, icon="printer", name="print.print"
        )
        self.pdf_button = plain_button(
            theme, desk.text("Save PDF"), self._save_pdf, icon="file-down", name="print.savePdf"
        )
        self.emails = plain_button(
            theme, desk.text("Copy the e-mail addresses, for Bcc"), self._copy_mailing, icon="at-sign",
            name="print.emails",
        )  # fmt: skip
        self.emails.hide()
        self.more = link_button(
            theme, desk.text("More: spreadsheet, copy text …"), self._show_more, name="print.more"
        )
        self.show_preview = link_button(
            theme, desk.text("Preview"), self._open_preview, name="print.showPreview"
        )
        self.show_preview.hide()
        return holder(
            column(
                theme,
                Label(theme, desk.text("2  Set it up"), "section"),
                scrolled(inner, "print.form"),
                self._told,
                Label(theme, desk.text("3  Print or save"), "section"),
                holder(FlowLayout(theme, self.print_button, self.emails, self.pdf_button)),
                row(theme, self.more, self.show_preview, None),
                gap=8,
                margins=(0, 10, 0, 0),
            )
        )

    def _languages(self) -> tuple[str, ...]:
        """Ours first, then those of the partner towns, then the window's."""
        from hospes.queries.association import association, towns

        own = self.desk.read(association)
        countries = [
            town.country for town in self.desk.read(towns, self.desk.locale.language) if not town.is_home
        ]
        spoken = [LANGUAGE_OF.get(country, "") for country in countries]
        found = [own.language or "en", *spoken, self.desk.locale.language, "en"]
        return tuple(dict.fromkeys(code for code in found if code))

    # -- making it -----------------------------------------------------------------------------------

    def _changed(self) -> None:
        self._turn += 1
        self._timer.start()

    def _draw(self) -> None:
        missing = self.source.missing(self._paper)
        if missing:
            self._enable(False)
            self.preview.say(missing)
            return
        turn, paper, options, scope = self._turn, self._paper, self.form.options, self.source.scope()
        nudge = self._nudge()

        def job(work: Work) -> _Ready:
            gathered = self.desk.read(gather, paper, options, scope)
            work.check()
            return _Ready(turn, gathered, draw(gathered, nudge=nudge, page_limit=FIRST_PAGES))

        self.desk.tasks.run(
            job, title=self.desk.text("Drawing the preview"), done=self._show, failed=self._cannot
        )

    def _nudge(self) -> Nudge:
        settings = self.desk.settings
        return Nudge(settings.nudge_right_mm, settings.nudge_down_mm)

    def _show(self, ready: _Ready) -> None:
        if ready.turn != self._turn:
            return
        self._ready = ready
        self.preview.say("")
        self.preview.show_document(ready.document)
        self._enable(True)
        self._show_warnings(ready.document)
        self._show_mailing(ready)
        if ready.document.estimated:
            self._draw_rest(ready)

    def _draw_rest(self, ready: _Ready) -> None:
        job, words = self._all_pages(ready), self.desk.text("Counting the pages")
        self.desk.tasks.run(job, title=words, done=self._show, failed=self._cannot)

    def _all_pages(self, ready: _Ready) -> Callable[[Work], _Ready]:
        """What draws the rest of a paper."""
        nudge = self._nudge()

        def job(work: Work) -> _Ready:
            return replace(ready, document=draw_whole(ready.gathered, nudge, work))

        return job

    def _cannot(self, error: UserError) -> None:
        self._enable(False)
        self.preview.say(self.desk.words(error))

    def _enable(self, on: bool) -> None:
        for button in (self.print_button, self.pdf_button, self.more):
            button.setEnabled(on)
        pages = self.preview.page_count()
        words = (
            self.desk.ntext("Print {n} page", "Print {n} pages", pages)
            if on and pages
            else self.desk.text("Print")
        )
        self.print_button.set_text(words)

    def _show_warnings(self, document: Document) -> None:
        theme, locale = self.desk.theme, self.desk.locale
        told = [Banner(theme, locale.message(message)) for message in list(warnings(document))[:3]]
        if document.full_size:
            words = self.desk.text(
                "Print at 100 %, without “fit to page”, so that the labels meet their places."
            )
            told.append(Banner(theme, words, "home", icon="info"))
        self._told.show_all(told)

    def _with_whole(self, title: str, use: Callable[[_Ready], object]) -> None:
        """Call with the whole paper, drawing the rest of it first if need be."""

        def current(ready: _Ready) -> None:
            self._remember(ready)
            if ready.document.estimated:
                job = self._all_pages(ready)
                self.desk.tasks.run(job, title=title, done=use, failed=self._cannot)
            else:
                use(ready)

        self._with_current(title, current)

    def _with_current(self, title: str, use: Callable[[_Ready], object]) -> None:
        """Call with what is set up now, never with what was in view before the last choice."""
        ready = self._ready
        if self._timer.isActive() or (ready is not None and ready.turn != self._turn):
            self._draw_pending(title, use)
        elif ready is not None:
            use(ready)

    def _draw_pending(self, title: str, use: Callable[[_Ready], object]) -> None:
        """Options were changed a moment ago, and the preview waits or is still at work on them."""
        self._timer.stop()
        if self.source.missing(self._paper):
            self._draw()
            return
        turn, paper, options, scope = self._turn, self._paper, self.form.options, self.source.scope()
        nudge = self._nudge()

        def job(work: Work) -> _Ready:
            gathered = self.desk.read(gather, paper, options, scope)
            work.check()
            return _Ready(turn, gathered, draw_whole(gathered, nudge, work))

        def done(ready: _Ready) -> None:
            self._show(ready)
            use(ready)

        self.desk.tasks.run(job, title=title, done=done, failed=self._cannot)

    def _remember(self, ready: _Ready) -> None:
        code = ready.gathered.paper.code
        used = (code, *(one for one in self.desk.settings.papers_used if one != code))
        self.desk.prefer(papers_used=used[:LAST_USED])
        if not self.desk.file.read_only:
            self.desk.run(RememberPaperOptions(code, to_json(ready.gathered.options)))
            printed = ready.gathered.paper.printed(ready.gathered.data)
            if printed is not None:
                self.desk.run(RememberPrint(printed.visit_id, code, printed.number, printed.lines))

    def _show_mailing(self, ready: _Ready) -> None:
        """The button for those who are written to by e-mail, with how many they are."""
        mailing = ready.gathered.paper.mailing(ready.gathered.data)
        n = len(mailing.addresses) if mailing is not None else 0
        if self.emails.isHidden() is (n > 0):
            self.emails.setVisible(n > 0)
            QTimer.singleShot(0, self, self._order_tabs)
        if n:
            words = self.desk.ntext(
                "Copy {n} e-mail address, for Bcc", "Copy {n} e-mail addresses, for Bcc", n
            )
            self.emails.set_text(words)

    def _went_out(self, paper: AnyPaper, sent: Sent | None) -> None:
        """Keep what a paper says once it was printed, saved or copied for an e-mail."""
        if sent is not None and not self.desk.file.read_only:
            keep_sent(self.desk, sent, asks=paper.asks_whether_sent)

    # -- 3 print or save -----------------------------------------------------------------------------

    def _print(self) -> None:
        self._with_whole(self.desk.text("Preparing to print"), self._print_ready)

    def _print_ready(self, ready: _Ready) -> None:
        if print_document(ready.document, self):
            pages = ready.document.pages
            said = self.desk.ntext("{n} page went to the printer.", "{n} pages went to the printer.", pages)
            self.desk.say(said)
            self._went_out(ready.gathered.paper, ready.gathered.paper.sent(ready.gathered.data))
            if not self.emails.isHidden():  # those who read e-mail come next
                self.emails.setFocus(Qt.FocusReason.TabFocusReason)

    def _save_pdf(self) -> None:
        self._with_whole(self.desk.text("Saving the PDF"), self._save_ready)

    def _save_ready(self, ready: _Ready) -> None:
        path = ask_path(self.desk, self, self.desk.text(ready.gathered.paper.title), "pdf", "PDF")
        if path is not None and save_bytes(self.desk, path, ready.document.pdf):
            self._went_out(ready.gathered.paper, ready.gathered.paper.sent(ready.gathered.data))

    def _show_more(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("print.moreMenu")
        if self._paper.is_list:
            for ending, words in SPREADSHEETS.items():
                act = menu.addAction(self.desk.text(words))
                act.setData(ending)
                act.triggered.connect(self._save_table)
            menu.addAction(self.desk.text("Copy as text"), self._copy_text)
        if self._paper.editable:
            menu.addAction(self.desk.text("Save as a document to write in"), self._save_document)
        if self._paper.needs is Needs.PEOPLE:
            menu.addAction(self.desk.text("Copy the e-mail addresses, for Bcc"), self._copy_addresses)
        menu.exec(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _save_table(self) -> None:
        ending = str(self.sender().data())  # type: ignore[attr-defined]  # a QAction

        def save(ready: _Ready) -> None:
            table = tabulate(ready.gathered)
            path = ask_path(self.desk, self, table.title, ending, ending.upper())
            if path is not None:
                self._remember(ready)
                save_table(self.desk, path, table)

        self._with_current(self.desk.text("Drawing the preview"), save)

    def _save_document(self) -> None:
        self._with_whole(self.desk.text("Preparing to print"), self._save_editable)

    def _save_editable(self, ready: _Ready) -> None:
        path = ask_path(self.desk, self, self.desk.text(ready.gathered.paper.title), "docx", "DOCX")
        if path is not None:
            save_bytes(self.desk, path, editable(ready.gathered))

    def _copy_text(self) -> None:
        def copy(ready: _Ready) -> None:
            table = tabulate(ready.gathered)
            QGuiApplication.clipboard().setText(as_text(table))
            self.desk.say(self.desk.ntext("{n} line copied.", "{n} lines copied.", len(table.rows)))

        self._with_current(self.desk.text("Drawing the preview"), copy)

    def _copy_addresses(self) -> None:
        from hospes.queries.people import email_addresses

        source, today = self.source, self.desk.file.today
        found = self.desk.read(email_addresses, source.filter, source.people, today=today)
        QGuiApplication.clipboard().setText(", ".join(found))
        self.desk.say(self.desk.ntext("{n} address copied.", "{n} addresses copied.", len(found)))

    def _copy_mailing(self) -> None:
        self._with_current(self.desk.text("Drawing the preview"), self._copy_ready)

    def _copy_ready(self, ready: _Ready) -> None:
        mailing = ready.gathered.paper.mailing(ready.gathered.data)
        if mailing is None:
            return
        QGuiApplication.clipboard().setText(", ".join(mailing.addresses))
        n = len(mailing.addresses)
        self.desk.say(self.desk.ntext("{n} address copied.", "{n} addresses copied.", n))
        self._went_out(ready.gathered.paper, mailing.sent)

    # -- the page ------------------------------------------------------------------------------------

    def panes(self) -> Sequence[QWidget]:
        return (self.papers, self.set_up, self.preview)

    def heading(self) -> Heading:
        return Heading(self.desk.text("Print & post"), self.desk.text("Lists, letters, labels and reports"))

    def acts(self) -> Mapping[str, Callable[[], object]]:
        acts: dict[str, Callable[[], object]] = {"find": self.papers.find_paper}
        if self._ready is not None or self._timer.isActive():  # what is set up just now is drawn first
            acts |= {"print": self._print, "pdf": self._save_pdf}
        return acts

    def reload(self) -> None:
        self.papers.fill(self._paper.code)
        if self._ready is None:
            self._take_paper(self._paper)
        else:
            self._changed()

    def show_at(self, **where: object) -> None:
        self.source.take(where)
        options = where.get("options")
        self._given = {str(k): str(v) for k, v in options.items()} if isinstance(options, dict) else {}
        code = where.get("paper")
        if isinstance(code, str) and code in {paper.code for paper in PAPERS}:
            self._paper = find_paper(code)
        self._take_paper(self._paper)
        self._take_order(where.get("order"))

    def _take_order(self, order: object) -> None:
        """Sort the paper as the list was that it came from, where the paper knows that order."""
        option = next((o for o in self.form.options.described() if o.name == "order"), None)
        wanted = ORDERS.get(order) if isinstance(order, str) else None
        if option is None or option.codes is None or wanted is None:
            return
        code = next((c for c in option.codes if c.value == wanted), None)
        if code is not None and getattr(self.form.options, "order", None) is not code:
            values: dict[str, Any] = {"order": code}
            self.form.show_options(
                replace(self.form.options, **values), self._languages(), own=self._paper.for_readers
            )
            self._changed()

    def where(self) -> dict[str, object]:
        return {"paper": self._paper.code, "options": self._given, **self.source.where()}

    def fit(self, fit: Fit) -> None:
        super().fit(fit)
        small = fit <= Fit.COMPACT
        self.show_preview.setVisible(small)
        self._close_preview() if small else self._arrange(preview=True, settings=True)

    def _open_preview(self) -> None:
        self._arrange(preview=True, settings=False)

    def _close_preview(self) -> None:
        self._arrange(preview=self.fits > Fit.COMPACT, settings=True)

    def _arrange(self, *, preview: bool, settings: bool) -> None:
        self.papers.setVisible(settings)
        self.set_up.setVisible(settings)
        self._right.setVisible(preview)
        self._back.setVisible(preview and not settings)
        self.parts.stand(self.fits)


def _last_paper(desk: Desk) -> AnyPaper:
    known = {paper.code: paper for paper in PAPERS}
    used = [known[code] for code in desk.settings.papers_used if code in known]
    return used[0] if used else PAPERS[0]
