# SPDX-License-Identifier: GPL-3.0-or-later
"""Were they sent? Letters that were printed or saved wait for an answer: a pile on the table is no dispatch.

The pile is kept with the file as `letter-printed:LETTER`, so that the question is still there tomorrow. It is
asked for whoever has no mark since, and so Undo of the mark brings the question back by itself.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from hospes.actions.letters import RecordLetterSent
from hospes.domain.codes import Channel
from hospes.queries import letters_waiting
from hospes.queries.letters_waiting import Waiting, pile_key
from hospes.ui.desk import Answer
from hospes.ui.pages.person_drafts import drop_draft, keep_draft
from hospes.ui.widgets.boxes import clear, column
from hospes.ui.widgets.notices import Banner

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from hospes.papers.base import Sent
    from hospes.ui.desk import Desk


def put_on_pile(desk: Desk, letter: UUID, people: Iterable[tuple[UUID, str]]) -> None:
    """These letters were printed or saved today; those that wait from before still do."""
    before = waiting(desk, letter)
    known = dict((*before.new, *before.again)) if before is not None else {}
    known.update(people)
    told = [[one.hex, language] for one, language in known.items()]
    if told:
        keep_draft(desk, pile_key(letter), {"on": desk.file.today.isoformat(), "people": told})


def waiting(desk: Desk, letter: UUID) -> Waiting | None:
    """What is still to be answered about a letter; None where nothing is."""
    return desk.read(letters_waiting.waiting, letter)


def keep_sent(desk: Desk, sent: Sent, *, asks: bool) -> None:
    """Keep that a paper went out, at once or when somebody says so."""
    if asks:
        ask_whether_sent(desk, sent)
    else:
        _mark(desk, sent)


def ask_whether_sent(desk: Desk, sent: Sent) -> None:
    """Ask on the message line, where there is no page of the letter; the page of the letter asks as well."""
    action, words = sent.action, desk.text("Were they sent? The day is kept when you say so.")
    if isinstance(action, RecordLetterSent):
        words = desk.text("Was it sent? Who got the letter is kept when you say so.")
        if action.channel is Channel.LETTER:
            put_on_pile(desk, action.letter_id, action.people)
    mark = Answer(desk.text("Mark as sent"), partial(_mark, desk, sent), main=True, name="say.markSent")
    desk.say(words, kind="info", answers=(mark,))


def _mark(desk: Desk, sent: Sent) -> None:
    desk.run(sent.action, said=desk.locale.message(sent.said))


class SentQuestion(QWidget):
    """The question within the page, with one answer that marks them all."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._letter: UUID | None = None
        self._waiting: Waiting | None = None
        self._box = column(desk.theme, gap=0)
        self.setLayout(self._box)
        self.hide()

    def show_for(self, letter: UUID | None) -> None:
        """Ask about this letter, if there is something to ask."""
        self._letter = letter
        found = waiting(self.desk, letter) if letter is not None and not self.desk.file.read_only else None
        if found == self._waiting and found is not None:
            return  # the button somebody is about to press stays where it is
        self._waiting = found
        clear(self._box)
        self.setVisible(found is not None)
        if found is not None:
            self._box.addWidget(self._banner(found))

    def _banner(self, found: Waiting) -> Banner:
        desk = self.desk
        leave = Answer(desk.text("They were not sent"), self._drop, name="letters.notSent")
        if found.new:
            words = desk.ntext(
                "A letter for one person was printed or saved on {day}. Was it sent?",
                "Letters for {n} people were printed or saved on {day}. Were they sent?",
                len(found.new),
                day=found.pile.on,
            )
            mark = Answer(desk.text("Mark as sent"), self._mark, main=True, name="letters.markSent")
        else:
            words = desk.ntext(
                "One person is marked as having got this letter before, on {day}. Was it sent once more?",
                "{n} people are marked as having got this letter before, the last on {day}. "
                "Was it sent once more?",
                len(found.again),
                day=found.last,
            )
            mark = Answer(desk.text("Mark once more"), self._mark, name="letters.markSent")
        return Banner(
            desk.theme, words, "home", icon="mail", answers=(mark, leave), name="letters.sentQuestion"
        )

    def _mark(self) -> None:
        """Mark who has no mark yet; who got the letter before only where the question was about them."""
        found = self._waiting
        if found is None or self._letter is None:
            return
        people = found.new or found.again
        said = self.desk.ntext(
            "It is kept that one person got the letter.",
            "It is kept that {n} people got the letter.",
            len(people),
        )
        self._waiting = None
        self.desk.run(RecordLetterSent(self._letter, people, again=not found.new), said=said)
        self.show_for(self._letter)

    def _drop(self) -> None:
        if self._letter is not None:
            drop_draft(self.desk, pile_key(self._letter))
            self.show_for(self._letter)
