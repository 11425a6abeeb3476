# SPDX-License-Identifier: GPL-3.0-or-later
"""Bringing in a list: choose the file, say which column is what, check, bring in (design 5.13).

Before the last click nothing in the file has changed.
"""

from __future__ import annotations

import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from hospes import paths
from hospes.transfer.bringing import check, look
from hospes.transfer.child import Stopped as ChildStopped
from hospes.transfer.directory_list import CheckedDirectory
from hospes.transfer.fields import BOOK_KINDS
from hospes.transfer.reading import ReadOptions
from hospes.ui.backing_up import after_backup
from hospes.ui.page import Heading, Page
from hospes.ui.pages.bring_in_check import CheckStep
from hospes.ui.pages.bring_in_columns import ColumnStep
from hospes.ui.pages.bring_in_directory import brought_links
from hospes.ui.pages.bring_in_done import DoneStep
from hospes.ui.pages.bring_in_what import OF_VISIT, WHAT, WhatChoice
from hospes.ui.pages.partner_file_check import PartnerStep
from hospes.ui.tasks import Stopped
from hospes.ui.widgets.boxes import card, column, holder, row, scrolled
from hospes.ui.widgets.buttons import main_button, plain_button
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.notices import Banner

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hospes.actions.bring_in import Brought
    from hospes.app import Outcome
    from hospes.domain.errors import UserError
    from hospes.transfer.bringing import Checked, Draft
    from hospes.transfer.partner_check import CheckedPartnerFile
    from hospes.ui.desk import Desk
    from hospes.ui.tasks import Work

CHOOSE, COLUMNS, CHECK, DONE, PARTNER = range(5)
KINDS = (
    "Excel, LibreOffice, CSV, vCard, Hospes "
    "(*.xlsx *.xls *.ods *.csv *.txt *.tsv *.vcf *.ics *.json *.hospes-visit *.hospes-figures);;* (*)"
)


@dataclass(frozen=True)
class _Source:
    """The file being brought in, and how it is read."""

    path: Path
    options: ReadOptions
    pasted: bool = False


class BringInPage(Page):
    """Four steps, one after the other; Back never loses what was said."""

    watches: ClassVar[frozenset[str]] = frozenset()
    SHOTS: ClassVar[tuple[Mapping[str, object], ...]] = ({},)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setAcceptDrops(True)
        self._source: _Source | None = None
        self._draft: Draft | None = None
        self._checked: Checked | None = None
        self._partner: CheckedPartnerFile | None = None
        theme = desk.theme
        self._problem_box = column(theme, gap=6)
        self.steps = QStackedWidget()
        self.columns = ColumnStep(desk)
        self.columns.read_again.connect(self._read_again)
        self.checking = CheckStep(desk)
        self.done = DoneStep(desk)
        self.partner = PartnerStep(desk)
        self.partner.changed.connect(self._name_buttons)
        self.what = WhatChoice(desk)
        for step in (self._choose_step(), self.columns, self.checking, self.done, self.partner):
            self.steps.addWidget(step)
        self.back = plain_button(theme, desk.text("Back"), self._back, name="import.back")
        self.next = main_button(theme, desk.text("Next"), self._next, name="import.next")
        self.words = Label(theme, "", "m", name="import.step")
        foot = row(theme, self.words, None, self.back, self.next)
        self.setLayout(column(theme, self._problem_box, self.steps, foot, gap=10, margins=(22, 0, 18, 14)))
        self._show(CHOOSE)

    # -- 1 the file ----------------------------------------------------------------------------------

    def _choose_step(self) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        choose = main_button(
            theme, desk.text("Choose a file…"), self._choose, icon="folder-open", name="import.choose"
        )
        paste = plain_button(
            theme, desk.text("Paste what I copied"), self._paste, icon="copy", name="import.paste"
        )
        words = desk.text(
            "Excel, LibreOffice, CSV or address cards, and the exports of JVerein, Galette and Paheko. "
            "You see everything before it is taken over; one Undo takes it back."
        )
        drop = Label(theme, desk.text("A file can also be dropped here."), "m", wrap=True)
        inner = card(
            theme, self.what, Label(theme, words, wrap=True), row(theme, choose, paste, None), drop, gap=14
        )
        inner.setMaximumWidth(theme.u(820))
        return scrolled(holder(column(theme, inner, None)))

    def _choose(self) -> None:
        folder = str(paths.documents_folder())
        found, _ = QFileDialog.getOpenFileName(self, self.desk.text("Choose a file…"), folder, KINDS)
        if found:
            self.open_list(Path(found))

    def _paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self._say(self.desk.text("There is nothing to paste. Copy the cells in your spreadsheet first."))
            return
        # The clipboard is read like any foreign file: by the child process, with its limits.
        with tempfile.NamedTemporaryFile(
            "w", suffix=".csv", delete=False, encoding="utf-8", newline=""
        ) as file:
            file.write(text)
        self._source = _Source(Path(file.name), ReadOptions(encoding="utf-8"), pasted=True)
        self._read()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if urls:
            self.open_list(Path(urls[0]))

    def open_list(self, path: Path) -> None:
        """Begin with this file."""
        self._source = _Source(path, ReadOptions())
        self._read()

    def _read_again(self, options: ReadOptions) -> None:
        if self._source is not None:
            self._source = _Source(self._source.path, options, self._source.pasted)
            self._read()

    def _read(self) -> None:
        source, kind = self._source, self.what.kind()
        assert source is not None
        self._clear_problem()

        def job(work: Work) -> Draft:
            def progress(share: float) -> bool:
                work.tell(round(share * 100), 100)
                return not work.stopped

            try:
                return look(source.path, source.options, progress=progress, kind=kind)
            except ChildStopped:
                raise Stopped from None

        self.desk.tasks.run(
            job,
            title=self.desk.text("Reading {file}", file=source.path.name),
            done=self._take_draft,
            failed=self._fail,
        )

    def _take_draft(self, draft: Draft) -> None:
        pasted = self._source is not None and self._source.pasted
        if self._source is not None and pasted and not draft.is_calendar:
            self._source.path.unlink(missing_ok=True)
        self._draft = draft
        if draft.is_partner_file:
            self._compare_partner()
            return
        if draft.is_calendar:
            assert self._source is not None
            self.desk.go("calendarIn", file=str(self._source.path), pasted=pasted)
            return
        if draft.is_figures:
            assert self._source is not None
            self.desk.go("network", files=[str(self._source.path)])
            return
        if draft.is_rules:
            self._say(
                self.desk.text(
                    "These are rules of a funding scheme. They come in at a visit, under Budget, Grants."
                )
            )
            return
        if draft.kind == "figures":
            words = "{file} is damaged or is no file of figures of Hospes. Ask for a new one."
            self._say(self.desk.text(words, file=draft.name))
            return
        if draft.kind in OF_VISIT and self.what.visit.visit() is None:
            self._say(self.desk.text("There is no visit yet. Make one first, under Visits."))
            return
        self.columns.show_draft(draft)
        self._show(COLUMNS)

    # -- the file of the partner -----------------------------------------------------------------------

    def _compare_partner(self) -> None:
        from hospes.transfer.partner_check import check_partner_file

        draft, visit = self._draft, self.what.visit.visit()
        assert draft is not None
        if visit is None:
            self._say(self.desk.text("There is no visit yet. Make one first, under Visits."))
            return
        app, locale = self.desk.file, self.desk.locale

        def job(work: Work) -> CheckedPartnerFile:
            work.tell(0, 0)
            return check_partner_file(draft, app.read, locale, app.today, visit)

        self.desk.tasks.run(
            job, title=self.desk.text("Comparing with the file"), done=self._take_partner, failed=self._fail
        )

    def _take_partner(self, checked: CheckedPartnerFile) -> None:
        self._partner = checked
        self.partner.show_checked(checked, self.what.visit.currentText())
        self._show(PARTNER)

    def _bring_in_partner(self) -> None:
        checked = self._partner
        assert checked is not None
        self.desk.tasks.run(
            after_backup(self.desk, checked.action),
            title=self.desk.text("Bringing in the list"),
            done=self._brought_partner,
            failed=self._fail,
        )

    def _brought_partner(self, outcome: Outcome) -> None:
        words = self.desk.text("The partner's file came in.")
        self.desk.say(words, undoable=outcome.step_id is not None)
        assert self._partner is not None
        visit = self._partner.visit
        tab = "hosting" if self._partner.stays else "people"
        self._partner = None
        self._show(CHOOSE)
        self.desk.go("visit", id=visit.hex, tab=tab)

    # -- 3 check, 4 bring in ---------------------------------------------------------------------------

    def _check(self) -> None:
        draft = self.columns.draft()
        kind, order, same = self.columns.kind(), self.columns.date_order(), self.columns.same_address()
        app, locale = self.desk.file, self.desk.locale
        visit = self.what.visit.visit() if kind in OF_VISIT else None
        delegation = self.what.delegation() if kind == "guests" else None
        origin = self.what.origin.origin() if kind == "partnerships" else None

        def job(work: Work) -> Checked:
            work.tell(0, 0)
            return check(
                draft,
                app.read,
                locale,
                app.today,
                kind=kind,
                date_order=order,
                same_address=same,
                visit=visit,
                delegation=delegation,
                origin=origin,
            )

        self.desk.tasks.run(
            job, title=self.desk.text("Comparing with the file"), done=self._take_checked, failed=self._fail
        )

    def _take_checked(self, checked: Checked) -> None:
        self._checked = checked
        self.checking.show_checked(checked)
        self.checking.changed.connect(self._name_buttons, Qt.ConnectionType.UniqueConnection)
        self._show(CHECK)

    def _bring_in(self) -> None:
        checked = self._checked
        assert checked is not None
        self.desk.tasks.run(
            after_backup(self.desk, checked.action),
            title=self.desk.text("Bringing in the list"),
            done=self._brought,
            failed=self._fail,
        )

    def _brought(self, outcome: Outcome) -> None:
        result = outcome.result
        assert self._checked is not None
        if isinstance(self._checked, CheckedDirectory):
            self.done.show_links(self._checked, result if isinstance(result, int) else 0)
            self._show(DONE)
            self.desk.say(brought_links(self.desk, result), undoable=outcome.step_id is not None)
            return
        if self._checked.draft.kind in BOOK_KINDS:
            n = result if isinstance(result, int) else 0
            self.done.show_entries(self._checked, n)
            self._show(DONE)
            words = self.desk.ntext("{n} entry came in.", "{n} entries came in.", n)
            self.desk.say(words, undoable=outcome.step_id is not None)
            return
        brought: Brought = result  # type: ignore[assignment]  # what BringIn gives
        self.done.show_result(self._checked, brought)
        self._show(DONE)
        if self._checked.draft.kind == "visits":
            words = self.desk.ntext("{n} visit came in.", "{n} visits came in.", brought.new)
        else:
            words = self.desk.ntext("{n} person came in.", "{n} people came in.", brought.new)
        self.desk.say(words, undoable=outcome.step_id is not None)

    # -- steps ---------------------------------------------------------------------------------------

    def _show(self, step: int) -> None:
        self.steps.setCurrentIndex(step)
        self._clear_problem()
        self._name_buttons()
        self.headingChanged.emit()
        if step:
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_buttons(self) -> None:
        step = self.steps.currentIndex()
        desk = self.desk
        self.words.setText(desk.text("Step {n} of {m}", n=min(step + 1, 3), m=3) if step < DONE else "")
        self.back.setVisible(step in (COLUMNS, CHECK, PARTNER))
        self.next.setVisible(step != CHOOSE)
        words = desk.text("Next")
        if step == CHECK and self._checked is not None:
            count = self.checking.count()
            if self._checked.draft.kind == "visits":
                words = desk.ntext("Bring in {n} visit", "Bring in {n} visits", count)
            elif self._checked.draft.kind == "partnerships":
                words = desk.ntext("Bring in {n} link", "Bring in {n} links", count)
            elif self._checked.draft.kind in BOOK_KINDS:
                words = desk.ntext("Bring in {n} entry", "Bring in {n} entries", count)
            else:
                words = desk.ntext("Bring in {n} person", "Bring in {n} people", count)
            self.next.setEnabled(count > 0)
        elif step == PARTNER and self._partner is not None:
            count = self._partner.count()
            words = desk.ntext("Take over {n} difference", "Take over {n} differences", count)
            self.next.setEnabled(count > 0)
        else:
            self.next.setEnabled(True)
        if step == DONE:
            kind = self._checked.draft.kind if self._checked is not None else "members"
            words = desk.text("Open the members")
            if kind in BOOK_KINDS:
                words = desk.text("Show the entries")
            elif kind in OF_VISIT:
                words = desk.text("Open the visit")
            elif kind == "visits":
                words = desk.text("Show the visits")
            elif kind == "partnerships":
                words = desk.text("Open the directory")
        self.next.set_text(words)

    def _next(self) -> None:
        {
            COLUMNS: self._check,
            CHECK: self._bring_in,
            DONE: self._finish,
            PARTNER: self._bring_in_partner,
        }[self.steps.currentIndex()]()

    def _back(self) -> None:
        step = self.steps.currentIndex()
        self._show(CHOOSE if step == PARTNER else step - 1)

    def _finish(self) -> None:
        kind = self._checked.draft.kind if self._checked is not None else "members"
        visit = self.what.visit.visit()
        self._show(CHOOSE)
        if kind in BOOK_KINDS:
            self.desk.go(kind, **({"visit": visit.hex} if kind == "goods" and visit is not None else {}))
        elif kind in OF_VISIT and visit is not None:
            self.desk.go("visit", id=visit.hex, tab="people" if kind == "guests" else "hosting")
        else:
            self.desk.go({"visits": "visits", "partnerships": "directory"}.get(kind, "members"))

    def _fail(self, error: UserError) -> None:
        self._say(self.desk.words(error))

    def _say(self, words: str) -> None:
        self._clear_problem()
        self._problem_box.addWidget(Banner(self.desk.theme, words, "err", name="import.problem"))

    def _clear_problem(self) -> None:
        from hospes.ui.widgets.boxes import clear

        clear(self._problem_box)

    # -- the page ------------------------------------------------------------------------------------

    def heading(self) -> Heading:
        desk = self.desk
        titles = (
            desk.text("Where the list is"),
            desk.text("Which column is what?"),
            desk.text("Check what was understood"),
            desk.text("What came in"),
            desk.text("What is different in the partner's file"),
        )
        return Heading(desk.text("Bring in a list"), titles[self.steps.currentIndex()])

    def help_page(self) -> str:
        return "partner-file" if self.steps.currentIndex() == PARTNER else "bring-in"

    def show_at(self, **where: object) -> None:
        self.what.refill()
        kind, visit = where.get("kind"), where.get("visit")
        if isinstance(kind, str) and kind in (*dict(WHAT), "contacts"):
            chosen = None
            if isinstance(visit, str) and visit:
                with suppress(ValueError):
                    chosen = UUID(hex=visit)
            self.what.choose(kind, chosen)
            if self.steps.currentIndex() == DONE:
                self._show(CHOOSE)
        file = where.get("file")
        if isinstance(file, str) and file:
            self.open_list(Path(file))

    def first_focus(self) -> QWidget | None:
        return self.next if self.steps.currentIndex() else None
