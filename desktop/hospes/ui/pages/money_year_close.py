# SPDX-License-Identifier: GPL-3.0-or-later
"""Closing a year as a reviewed step, and opening it again with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hospes.actions.cash_years import CloseYear, ReopenYear
from hospes.domain.values import Money
from hospes.papers.cash_questions import Question, questions
from hospes.ui.widgets.boxes import card, clear, column, holder, limited, row, scrolled
from hospes.ui.widgets.buttons import link_button, main_button, plain_button
from hospes.ui.widgets.choices import Tick
from hospes.ui.widgets.fields import Field, TextField, Verdict
from hospes.ui.widgets.labels import Label, StateWord
from hospes.ui.widgets.notices import back_bar

if TYPE_CHECKING:
    from hospes.queries.cash_years import YearView
    from hospes.ui.desk import Desk
    from hospes.ui.widgets.labels import Tone

LOOKS: dict[str, tuple[Tone, str]] = {
    "hard": ("err", "circle-alert"),
    "soft": ("warn", "triangle-alert"),
    "done": ("muted", "info"),
}


class CloseView(QWidget):
    """What is to be looked at, and the button that closes."""

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        theme = desk.theme
        self._view: YearView | None = None
        self.title = Label(theme, "", "section", name="year.close.title")
        self.sums = Label(theme, "", wrap=True, name="year.close.sums")
        self._box = column(theme, gap=8)
        self.known = Tick(
            theme, desk.text("The open questions are known and stay as they are"), name="year.close.known"
        )
        self.known.toggled.connect(self._tell)
        self.do = main_button(
            theme, desk.text("Close the year"), self._close, icon="lock", name="year.close.do"
        )
        words = desk.text(
            "A closed year is not changed any more. Entries get voucher numbers, the balances are kept. "
            "A mistake is put right by an entry in the open year."
        )
        about = card(
            theme, self.title, Label(theme, words, wrap=True), self.sums, holder(self._box), self.known,
            row(theme, self.do, None), gap=12,
        )  # fmt: skip
        self._inner = column(theme, limited(theme, about, 760), None)
        bar = back_bar(theme, desk.text("Back to the year"), self.closed.emit, "year.close.back")
        self.setLayout(column(theme, bar, scrolled(holder(self._inner), "year.close"), gap=0))

    def fit(self, left: int, right: int, bottom: int) -> None:
        """How far it stands from the edges."""
        self._inner.setContentsMargins(left, 0, right, bottom)

    def show_year(self, view: YearView) -> None:
        """Show what a year still needs."""
        desk, theme, locale = self.desk, self.desk.theme, self.desk.locale
        self._view = view
        self.title.setText(desk.text("Close the year {year}", year=view.name))
        money = [Money(minor, view.currency) for minor in (view.opening, view.money_in, view.money_out)]
        self.sums.setText(
            desk.text(
                "At the beginning {opening}, in {in}, out {out}, at the end {closing}.",
                opening=money[0],
                out=money[2],
                closing=Money(view.closing, view.currency),
                **{"in": money[1]},
            )
        )
        clear(self._box)
        found = questions(view, locale)
        for one in found:
            tone, icon = LOOKS["hard" if one.hard else "done" if one.done else "soft"]
            line = row(theme, StateWord(theme, one.text, tone, icon, wrap=True), *self._way(one), gap=10)
            line.setStretch(0, 1)
            self._box.addLayout(line)
        if not any(not one.done for one in found):
            self._box.insertWidget(
                0, StateWord(theme, desk.text("Nothing is missing."), "ok", "circle-check", wrap=True)
            )
        self._hard = any(one.hard for one in found)
        self._soft = any(not one.hard and not one.done for one in found)
        self.known.setVisible(self._soft and not self._hard)
        self.known.setChecked(False)
        self._tell()

    def _way(self, one: Question) -> tuple[QWidget, ...]:
        """Where a question is answered."""
        if one.code not in {"rate", "uneven", "unsorted", "voucher"}:
            return ()
        account, desk = one.account.account.id.hex, self.desk
        return (
            link_button(
                desk.theme,
                desk.text("Show them"),
                lambda: desk.go(
                    "money",
                    tab="journal",
                    account=account,
                    chip="open",
                    year=self._view.year if self._view is not None else 0,
                ),
                name=f"year.close.{one.code}.{account}",
            ),
        )

    def _tell(self, *_: object) -> None:
        self.do.setEnabled(not self._hard and (not self._soft or self.known.isChecked()))

    def _close(self) -> None:
        desk, view = self.desk, self._view
        if view is None:
            return
        said = desk.text("The year {year} is closed.", year=view.name)
        if desk.run(CloseYear(view.year, despite=self.known.isChecked()), said=said) is not None:
            self.closed.emit()


class ReopenForm(QWidget):
    """The reason for which a closed year is opened again."""

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        theme = desk.theme
        self._view: YearView | None = None
        self.reason = Field(
            theme,
            desk.text("Why is the year opened again?"),
            TextField(theme),
            hint=desk.text("The reason stays in the history and is printed for the auditors."),
            name="year.reopen.reason",
        )
        do = plain_button(theme, desk.text("Open the year again"), self._open, name="year.reopen.do")
        close = link_button(theme, desk.text("Close"), self.closed.emit, name="year.reopen.close")
        self.setLayout(
            column(theme, limited(theme, card(theme, self.reason, row(theme, do, close, None)), 760))
        )

    def begin(self, view: YearView) -> None:
        """Ask for the reason."""
        self._view = view
        self.reason.set_value("")
        self.reason.editor.setFocus()

    def _open(self) -> None:
        desk, view = self.desk, self._view
        if view is None:
            return
        done = desk.run(
            ReopenYear(view.year, self.reason.value()),
            said=desk.text("The year {year} is open again.", year=view.name),
            failed=lambda error: self.reason.say(Verdict("bad", desk.words(error))),
        )
        if done is not None:
            self.closed.emit()
