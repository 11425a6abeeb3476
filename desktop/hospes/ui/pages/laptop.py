# SPDX-License-Identifier: GPL-3.0-or-later
"""The other laptop: make a copy for it, bring in its file, decide what both changed (design 5.14)."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from hospes.actions.laptops import DecideLaptopQuestion
from hospes.domain.merge.answers import Answer
from hospes.queries.broken_together import broken_together, new_in
from hospes.queries.laptops import described, waiting_cards
from hospes.ui.desk import Answer as Way
from hospes.ui.page import Fit, Heading, Page, side_margins
from hospes.ui.pages.laptop_begin import beginning
from hospes.ui.pages.laptop_card import QuestionCard
from hospes.ui.widgets.boxes import FlowLayout, card, clear, column, holder, line, row, scrolled
from hospes.ui.widgets.buttons import link_button, main_button, plain_button
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.notices import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hospes.app import Outcome
    from hospes.domain.errors import UserError
    from hospes.domain.merge.plan import Plan
    from hospes.queries.laptops import Card, Described
    from hospes.ui.desk import Desk
    from hospes.ui.tasks import Work

BEGIN, REVIEW, NOTHING = range(3)


class LaptopPage(Page):
    """What can be done, what would come in or waits for a decision, nothing new."""

    watches: ClassVar[frozenset[str]] = frozenset({"merge_question"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self._path: Path | None = None
        self._plan: Plan | None = None
        self._told: Described | None = None
        self._cards: list[QuestionCard] = []
        self._waiting = False
        self._review = column(theme, gap=12)
        self._foot = column(theme, gap=0)
        self.body = QStackedWidget()
        self.body.addWidget(scrolled(beginning(desk, self.copy, self._choose), "laptop.begin"))
        self._scroll = scrolled(self._limited(self._review), "merge.scroll")
        self._foot_line = line()
        review = column(theme, self._scroll, self._foot_line, holder(self._foot), gap=0)
        self.body.addWidget(holder(review))
        answers = (
            Way(desk.text("Choose another file…"), self._choose, name="laptop.another"),
            Way(desk.text("Make a copy for the other laptop…"), self.copy, name="laptop.copyNow"),
        )
        self.body.addWidget(
            EmptyState(
                theme, desk.text("Nothing new in this file."), answers, icon="check", name="merge.nothing"
            )
        )
        self._outer = column(theme, self.body, margins=(22, 0, 18, 14))
        self.setLayout(self._outer)

    def _limited(self, box: object) -> QWidget:
        inner = holder(column(self.desk.theme, holder(box), None))  # type: ignore[arg-type]  # a layout
        inner.setMaximumWidth(self.desk.theme.u(1100))
        return inner

    # -- a copy for the other laptop -----------------------------------------------------------------------

    def copy(self) -> None:
        """Ask where, and save a copy."""
        from hospes.store.laptop_files import copy_for_other
        from hospes.ui.pages.saving import ask_path

        desk = self.desk
        document = desk.file.path
        title = desk.text("{name} for the other laptop", name=document.stem)
        target = ask_path(desk, self, title, "hospes", "Hospes")
        if target is None:
            return

        def job(_work: Work) -> None:
            copy_for_other(document, target)

        def done(_nothing: None) -> None:
            desk.say(desk.text("The copy is saved and whole: {file}", file=target.name))

        desk.tasks.run(job, title=desk.text("Saving the copy"), done=done, failed=self._failed)

    # -- looking at the other file ---------------------------------------------------------------------------

    def _choose(self) -> None:
        desk = self.desk
        kinds = desk.text("Files of Hospes (*.hospes)")
        found, _ = QFileDialog.getOpenFileName(
            self, desk.text("Bring in the other laptop's file"), str(desk.file.path.parent), kinds
        )
        if found:
            self._look(Path(found))
            self.moved.emit()

    def _look(self, path: Path, chosen: Sequence[tuple[str, str]] = ()) -> None:
        from hospes.merging import look_at

        app, locale = self.desk.file, self.desk.locale
        self._path = path

        def job(work: Work) -> tuple[Plan, Described]:
            work.tell(0, 0)
            plan = look_at(app.path, path, go_on=lambda: not work.stopped)
            return plan, app.read(described, plan, locale, app.who.editor)

        def done(found: tuple[Plan, Described]) -> None:
            self._take(*found, chosen)

        title = self.desk.text("Looking at the other laptop's file")
        self.desk.tasks.run(job, title=title, done=done, failed=self._failed, stopped=self._stopped)

    def _stopped(self) -> None:
        self._path = None

    def _failed(self, error: UserError) -> None:
        self._path = None
        self.desk.say(error, kind="err")

    def _take(self, plan: Plan, told: Described, chosen: Sequence[tuple[str, str]]) -> None:
        if plan.nothing:
            self._plan = self._told = None
            self._show(NOTHING)
            return
        self._plan, self._told = plan, told
        self._fill(told)
        for one, (take, typed) in zip(self._cards, chosen, strict=False):
            one.choose(take, typed)
        self._name_button()
        self._show(REVIEW)
        first = self._cards[0].first() if self._cards else self.apply
        self._begin_at(first)

    def _begin_at(self, widget: QWidget) -> None:
        """Put the keyboard there, and have it in sight."""
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QTimer.singleShot(0, self, self._show_focus)

    def _show_focus(self) -> None:
        widget = cast("QWidget | None", self.focusWidget())
        if widget is not None and self._scroll.isAncestorOf(widget):
            self._scroll.ensureWidgetVisible(widget)

    # -- what would come in --------------------------------------------------------------------------------

    def _fill(self, told: Described) -> None:
        desk, theme = self.desk, self.desk.theme
        clear(self._review)
        clear(self._foot)
        self._cards = []
        n = len(told.lines) + len(told.cards)
        self._review.addWidget(Label(theme, self._head(told, n), "section", wrap=True, name="merge.head"))
        if told.lines:
            self._review.addWidget(self._fitting(told))
        if self._plan is not None and self._plan.erased:
            words = desk.ntext(
                "{n} entry was erased for good on the other laptop. It is erased here too; Undo does not "
                "bring it back.",
                "{n} entries were erased for good on the other laptop. They are erased here too; Undo does "
                "not bring them back.",
                len(self._plan.erased),
            )
            self._review.addWidget(Label(theme, words, "warn", wrap=True, name="merge.erased"))
        for name, before, after in told.renumbered:
            words = desk.text(
                "{name}: the number {before} was given twice and is {after} now.",
                name=name,
                before=before,
                after=after,
            )
            self._review.addWidget(Label(theme, words, "warn", wrap=True))
        if told.cards:
            words = desk.ntext("{n} needs your decision:", "{n} need your decision:", len(told.cards))
            self._review.addWidget(Label(theme, words, "label", wrap=True))
            self._add_cards(told.cards)
        self.apply = main_button(theme, "", self._bring_in, icon="git-merge", name="merge.apply")
        self.later = plain_button(theme, desk.text("Decide later"), self._bring_in_later, name="merge.later")
        self.print = plain_button(
            theme, desk.text("Print the list"), self._print, icon="printer", name="merge.print"
        )
        ways = (self.print, self.later, self.apply) if told.cards else (self.print, self.apply)
        self._foot_of(desk.text("A copy of both files is kept in Backups."), *ways)

    def _head(self, told: Described, n: int) -> str:
        desk = self.desk
        day = desk.locale.date(told.day, "day_month") if told.day is not None else ""
        if told.name and day:
            return desk.ntext(
                "{name}'s file of {day} has {n} change since you last shared.",
                "{name}'s file of {day} has {n} changes since you last shared.",
                n,
                name=told.name,
                day=day,
            )
        return desk.ntext(
            "The other laptop's file has {n} change since you last shared.",
            "The other laptop's file has {n} changes since you last shared.",
            n,
        )

    def _fitting(self, told: Described) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        counts = desk.locale.listing(told.counts)
        words = desk.ntext(
            "{n} fits without questions: {counts}", "{n} fit without questions: {counts}", len(told.lines),
            counts=counts,
        )  # fmt: skip
        self.show_lines = link_button(theme, desk.text("Show"), self._fold, name="merge.show")
        head = row(theme, Label(theme, words, wrap=True, name="merge.counts"), self.show_lines, gap=10)
        head.setStretch(0, 1)
        self._lines = holder(
            column(theme, *(Label(theme, one, "m", wrap=True) for one in told.lines), gap=4), "merge.lines"
        )
        self._lines.hide()
        return card(theme, head, self._lines, gap=8, margins=(18, 12, 18, 12))

    def _fold(self) -> None:
        shown = self._lines.isHidden()
        self._lines.setVisible(shown)
        self.show_lines.setText(self.desk.text("Hide") if shown else self.desk.text("Show"))

    def _add_cards(self, cards: Sequence[Card]) -> None:
        for number, one in enumerate(cards):
            widget = QuestionCard(self.desk, one, number, narrow=self.fits == Fit.NARROW)
            widget.decided.connect(self._name_button)
            self._cards.append(widget)
            self._review.addWidget(widget)

    def _foot_of(self, words: str, *buttons: QWidget) -> None:
        theme = self.desk.theme
        note = Label(theme, words, "m", wrap=True)
        if self.fits <= Fit.COMPACT:
            flow = FlowLayout(theme, *buttons)
            small = holder(column(theme, note, holder(flow), gap=6, margins=(0, 8, 0, 0)))
            # Where there is hardly any room the questions need it all, and the buttons come behind them.
            narrow = self.fits == Fit.NARROW
            (self._review if narrow else self._foot).addWidget(small)
            self._foot_line.setVisible(not narrow)
            return
        self._foot_line.show()
        foot = row(theme, note, *buttons, gap=10, margins=(0, 10, 0, 0))
        foot.setStretch(0, 1)
        self._foot.addWidget(holder(foot))

    def _name_button(self) -> None:
        desk = self.desk
        if self._told is None:
            return
        n = len(self._told.lines) + len(self._cards)
        self.apply.setText(desk.ntext("Bring in {n} change", "Bring in {n} changes", n))

    # -- bringing in -----------------------------------------------------------------------------------------

    def _answers(self) -> list[Answer | None]:
        return [widget.answer() for widget in self._cards]

    def _bring_in(self) -> None:
        plan = self._plan
        if plan is None:
            return
        answers = self._answers()
        undecided = [one for one, answer in zip(self._cards, answers, strict=True) if answer is None]
        if undecided:
            n = len(undecided)
            words = self.desk.ntext(
                "{n} decision is still open. Choose, or press “Decide later”.",
                "{n} decisions are still open. Choose, or press “Decide later”.",
                n,
            )
            self.desk.say(words, kind="warn")
            self._begin_at(undecided[0].first())
            return
        self._write(plan, [one for one in answers if one is not None])

    def _bring_in_later(self) -> None:
        plan = self._plan
        if plan is None:
            return
        answers = self._answers()
        self._write(plan, [one or Answer() for one in answers])

    def _write(self, plan: Plan, answers: Sequence[Answer]) -> None:
        app, places, theirs = self.desk.file, self.desk.settings.backup_places, self._path
        assert theirs is not None

        def job(work: Work) -> tuple[Outcome, int]:
            work.tell(0, 0)
            before = app.read(broken_together, app.today)
            outcome = app.bring_in_laptop(theirs, plan, answers, places, work.tell)
            return outcome, len(new_in(app.read(broken_together, app.today), before))

        self.desk.tasks.run(
            job, title=self.desk.text("Bringing in the changes"), done=self._written, failed=self._not_written
        )

    def _not_written(self, error: UserError) -> None:
        self.desk.say(error, kind="err")
        if error.code == "laptop-stale" and self._path is not None:
            self._look(self._path)

    def _written(self, found: tuple[Outcome, int]) -> None:
        desk = self.desk
        outcome, broken = found
        result = outcome.result
        words = desk.ntext("{n} change came in.", "{n} changes came in.", result.changes)  # type: ignore[attr-defined]  # what the action gives
        waiting = result.waiting  # type: ignore[attr-defined]  # the same
        if waiting:
            more = desk.ntext(
                "{n} change waits for your decision; yours stays until then.",
                "{n} changes wait for your decision; yours stay until then.",
                waiting,
            )
            words = desk.text("{first} {second}", first=words, second=more)
        ways = []
        if broken:
            more = desk.ntext(
                "{n} thing does not fit together now.", "{n} things do not fit together now.", broken
            )
            words = desk.text("{first} {second}", first=words, second=more)
            ways.append(Way(desk.text("Check the records"), self._check, name="merge.check"))
        self._plan = self._told = self._path = None
        self._show(BEGIN)
        desk.bus.backedUp.emit()
        desk.go("today")
        desk.say(words, kind="warn" if broken else "done", undoable=True, answers=ways)

    def _check(self) -> None:
        self.desk.go("check")

    # -- questions that wait ---------------------------------------------------------------------------------

    def _show_waiting(self) -> None:
        desk, theme = self.desk, self.desk.theme
        cards = desk.read(waiting_cards, desk.locale, desk.file.who.editor)
        clear(self._review)
        clear(self._foot)
        self._cards = []
        self._plan = self._told = None
        if not cards:
            self._show(BEGIN)
            return
        words = desk.ntext(
            "{n} change of the other laptop needs your decision. Until then yours stays.",
            "{n} changes of the other laptop need your decision. Until then yours stay.",
            len(cards),
        )
        self._review.addWidget(Label(theme, words, "section", wrap=True, name="merge.head"))
        self._add_cards(cards)
        self.apply = main_button(theme, desk.text("Decide"), self._decide, icon="check", name="merge.decide")
        self._foot_of(desk.text("What you leave open stays on Today."), self.apply)
        self.body.setCurrentIndex(REVIEW)
        self._waiting = True
        self.headingChanged.emit()
        self._begin_at(self._cards[0].first())

    def _decide(self) -> None:
        desk = self.desk
        answers = self._answers()
        decided = [
            (widget.card.id, answer)
            for widget, answer in zip(self._cards, answers, strict=True)
            if answer is not None and widget.card.id is not None
        ]
        if not decided:
            desk.say(desk.text("Nothing is decided yet. Choose one of the two."), kind="warn")
            self._begin_at(self._cards[0].first())
            return
        for number, (question_id, answer) in enumerate(decided, start=1):
            said = desk.ntext("{n} change is decided.", "{n} changes are decided.", number)
            if desk.run(DecideLaptopQuestion(question_id, answer), said=said) is None:
                break
        self._show_waiting()

    # -- the page --------------------------------------------------------------------------------------------

    def _print(self) -> None:
        from hospes.papers.laptop_changes import changes_document, sender_of
        from hospes.ui.pages.print_preview import print_document

        plan = self._plan
        if plan is None:
            return
        desk = self.desk
        # Once more for paper: a list holds less than the screen.
        told = desk.read(described, plan, desk.locale, desk.file.who.editor, listed=True)
        title = self._head(told, len(told.lines) + len(told.cards))
        paper = changes_document(told, title, desk.read(sender_of), desk.locale, desk.file.today)
        print_document(paper, self)

    def _show(self, state: int) -> None:
        self._waiting = False
        self.body.setCurrentIndex(state)
        self.headingChanged.emit()

    def reload(self) -> None:
        if self._waiting:
            self._show_waiting()

    def show_at(self, **where: object) -> None:
        path, chosen = where.get("file"), where.get("chosen")
        if where.get("waiting"):
            self._show_waiting()
        elif isinstance(path, str) and path:
            self._look(Path(path), chosen if isinstance(chosen, list) else ())
        else:
            self._path = None
            self._show(BEGIN)
            if where.get("copy"):
                self.copy()
            elif where.get("choose"):
                self._choose()

    def where(self) -> dict[str, object]:
        if self._waiting:
            return {"waiting": True}
        if self._path is None or self.body.currentIndex() == BEGIN:
            return {}
        chosen = [self._kept(one) for one in self._cards]
        return {"file": str(self._path), "chosen": chosen}

    def _kept(self, widget: QuestionCard) -> tuple[str, str]:
        answer = widget.answer()
        typed = widget.value.text() if widget.value is not None else ""
        return (answer.take if answer is not None else "", typed)

    def heading(self) -> Heading:
        desk = self.desk
        return Heading(desk.text("The other laptop"), desk.text("Two people, one file: nothing gets lost"))

    def acts(self) -> Mapping[str, Callable[[], object]]:
        if self.body.currentIndex() != REVIEW:
            return {}
        found: dict[str, Callable[[], object]] = {"next_doubt": self._next, "previous_doubt": self._previous}
        if self._waiting:
            return {**found, "add": self._decide}
        return {**found, "add": self._bring_in, "print": self._print}

    def _next(self) -> None:
        self._go_to_card(1)

    def _previous(self) -> None:
        self._go_to_card(-1)

    def _go_to_card(self, by: int) -> None:
        """The keyboard goes from question to question."""
        if not self._cards:
            return
        here = cast("QWidget | None", self.window().focusWidget())
        at = next(
            (n for n, one in enumerate(self._cards) if here is not None and one.isAncestorOf(here)), -by
        )
        self._begin_at(self._cards[(at + by) % len(self._cards)].first())

    def help_page(self) -> str:
        return "two-laptops"

    def fit(self, fit: Fit) -> None:
        changed = fit != self.fits
        super().fit(fit)
        left, top, right, bottom = side_margins(self.desk.theme, fit)
        self._outer.setContentsMargins(left, top, right, bottom)
        if changed and self._waiting:
            self._show_waiting()
        elif changed and self._told is not None:
            kept = [self._kept(one) for one in self._cards]
            self._fill(self._told)
            for one, (take, typed) in zip(self._cards, kept, strict=True):
                one.choose(take, typed)
            self._name_button()

    def first_focus(self) -> QWidget | None:
        if self.body.currentIndex() == REVIEW and self._cards:
            return self._cards[0].first()
        with contextlib.suppress(RuntimeError):
            return self.findChild(QWidget, "laptop.choose")
        return None
