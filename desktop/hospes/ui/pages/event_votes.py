# SPDX-License-Identifier: GPL-3.0-or-later
"""A general meeting by the by-laws: when to send, who votes, the quorum, the votes, whose term ends."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from hospes.actions.events import EditEvent
from hospes.actions.meetings import AddMotion, ChangeByLaws, DeleteMotion, EditMotion, RecordBallot
from hospes.domain.codes import Attendance
from hospes.domain.codes_meeting import MotionKind
from hospes.domain.dates import DateKind
from hospes.domain.errors import FieldProblem, UserError
from hospes.domain.meetings import (
    Ballot,
    ByLaws,
    carried,
    days_late,
    latest_dispatch,
    proxy_problems,
    second_time,
)
from hospes.domain.names import display_name
from hospes.papers.meeting_paper import ballot_words, result_words, turnout_words
from hospes.queries.meetings import by_laws, by_laws_are_known, officers, standing, voters_on
from hospes.ui.page import Fit, side_margins
from hospes.ui.pages.event_laws import LawsCard
from hospes.ui.pages.event_tab import EventTab
from hospes.ui.pages.person_rebuild import rebuild
from hospes.ui.pages.visit_fields import day_check, day_editor, day_of
from hospes.ui.widgets.boxes import FlowLayout, card, clear, column, holder, limited, line, row, scrolled
from hospes.ui.widgets.buttons import icon_button, link_button, plain_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import Field, TextField
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.notices import Banner

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from hospes.domain.meetings import Turnout
    from hospes.queries.events import MotionRow
    from hospes.ui.desk import Desk

WIDTH = 1100
NUMBER, INVITED = 92, 260


class EventVotes(EventTab):
    """What the by-laws ask, and how the votes went."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        theme = desk.theme
        self._open = self._changing = ""
        self._laws_open = self._laws_kept = self._date_switched = False
        self._date_link: QWidget | None = None
        self._box = column(theme, gap=12)
        self._area = scrolled(limited(theme, holder(column(theme, self._box, None)), WIDTH), "event.votes")
        self._whole = column(theme, self._area)
        self.setLayout(self._whole)

    def reload(self) -> None:
        rebuild(self, self._build, self._area)

    def _build(self) -> None:
        desk, facts = self.desk, self.facts
        laws = desk.read(by_laws)
        everyone = desk.read(voters_on, facts.on, laws, desk.locale)
        told = standing(facts, everyone, laws)
        clear(self._box)
        self._box.addWidget(self._notice(laws))
        self._box.addWidget(self._invited_field())
        self._box.addWidget(self._standing_card(laws, told, len(everyone)))
        self._box.addWidget(self._motions_card(laws, told))
        self._box.addWidget(self._terms_card(laws))
        laws_card = LawsCard(desk, laws, known=desk.read(by_laws_are_known), open_=self._laws_open)
        laws_card.kept.connect(self._keep_laws)
        laws_card.toggled.connect(self._toggle_laws)
        self._box.addWidget(laws_card)
        if self._laws_kept:  # the card was made anew, and the keyboard goes on from here
            self._laws_kept = False
            laws_card.take_focus()
        if self._date_switched:
            self._date_switched = False
            (self._date_link or self.new_text).setFocus()

    # -- the invitation ------------------------------------------------------------------------------

    def _notice(self, laws: ByLaws) -> QWidget:
        desk, facts, theme = self.desk, self.facts, self.desk.theme
        latest, today = latest_dispatch(facts.on, laws), desk.file.today
        day = desk.locale.date(latest, "weekday")
        if facts.invited_on is not None:
            return self._went_out(facts.invited_on, day, laws)
        if facts.on <= today:
            words = desk.text("The invitation had to go out by {day}.", day=day)
            return Banner(theme, words, "home", icon="mail", name="event.notice")
        if late := days_late(facts.on, today, laws):
            words = desk.ntext(
                "The invitation should have gone out by {day}: {n} day late. What a meeting decides that "
                "was invited too late can be void; move the meeting.",
                "The invitation should have gone out by {day}: {n} days late. What a meeting decides that "
                "was invited too late can be void; move the meeting.",
                late, day=day,
            )  # fmt: skip
            return Banner(theme, words, "err", icon="triangle-alert", name="event.notice")
        left = (latest - today).days
        words = desk.ntext(
            "The invitation has to go out by {day}, in {n} day.",
            "The invitation has to go out by {day}, in {n} days.",
            left, day=day,
        )  # fmt: skip
        tone = "warn" if left <= 14 else "ok"
        return Banner(theme, words, "warn" if tone == "warn" else "ok", icon="mail", name="event.notice")

    def _went_out(self, sent: date, latest: str, laws: ByLaws) -> QWidget:
        """Was the invitation in time? What is past cannot be mended, but stands in the minutes."""
        desk, theme = self.desk, self.desk.theme
        day = desk.locale.date(sent, "weekday")
        late = days_late(self.facts.on, sent, laws)
        if not late:
            words = desk.text("The invitation went out on {day}, in time: the last day was {latest}.",
                              day=day, latest=latest)  # fmt: skip
            return Banner(theme, words, "ok", icon="mail", name="event.notice")
        words = desk.ntext(
            "The invitation went out on {day}, {n} day late: the last day was {latest}. What the meeting "
            "decides can be void.",
            "The invitation went out on {day}, {n} days late: the last day was {latest}. What the meeting "
            "decides can be void.",
            late, day=day, latest=latest,
        )  # fmt: skip
        return Banner(theme, words, "err", icon="triangle-alert", name="event.notice")

    def _invited_field(self) -> QWidget:
        """On which day the invitations went out; printing them asks for it as well."""
        desk, kept = self.desk, self.facts.invited_on
        shown = desk.locale.date(kept, "list") if kept is not None else ""
        field = Field(
            desk.theme, desk.text("The invitations went out on"), day_editor(desk, shown, DateKind.PAST),
            check=day_check(desk, DateKind.PAST),
            name="event.invited",
        )  # fmt: skip
        field.setFixedWidth(desk.theme.u(INVITED))
        field.saved.connect(self._keep_invited)
        self._invited = field
        return holder(row(desk.theme, field, None))  # as high as its words are at its own width

    def _keep_invited(self, typed: str) -> None:
        desk, day = self.desk, day_of(self.desk, typed, DateKind.PAST)
        said = desk.text("It is kept when the invitations went out.")
        desk.run(EditEvent(self.facts.id, {"invited_on": day}), said=said)

    def _standing_card(self, laws: ByLaws, told: Turnout, everyone: int) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        may = desk.text(
            "{n} of {m} members may vote on that day, with {votes} votes together.",
            n=told.members, m=everyone, votes=told.all_votes,
        )  # fmt: skip
        parts: list[QWidget] = [
            Label(theme, desk.text("Who is there"), "section"),
            Label(theme, may, wrap=True, name="event.mayVote"),
        ]
        parts += [
            Label(theme, words, "body" if told.quorate else "warn", wrap=True)
            for words in turnout_words(told, desk.locale)
        ]
        parts += self._second_date(laws, told)
        present = [one.id for one in self.facts.people if one.attendance is Attendance.PRESENT]
        wrong = proxy_problems(self.facts.proxies, present, laws)
        called = {one.id: display_name(one.name) for one in self.facts.people}
        reasons = {
            "none": desk.text("the by-laws allow none"),
            "there": desk.text("the giver is there"),
            "absent": desk.text("the holder is not there"),
            "many": desk.text("the holder has too many"),
        }
        for giver, code in wrong.items():
            words = desk.text(
                "The proxy of {name} does not count: {reason}.", name=called[giver], reason=reasons[code]
            )
            parts.append(Label(theme, words, "warn", wrap=True))
        return card(theme, *parts, gap=4)

    def _second_date(self, laws: ByLaws, told: Turnout) -> list[QWidget]:
        """Begin again with the quorum of the second date, or go back to the first (Polish statutes)."""
        desk, theme, facts = self.desk, self.desk.theme, self.facts
        self._date_link = None
        if facts.second_date:
            held = Label(theme, desk.text("Held on the second date."), wrap=True, name="event.secondDate")
            back = desk.text("Hold it on the first date")
            self._date_link = link_button(theme, back, self._switch_date, name="event.firstDate")
            return [held, self._date_link]
        if not laws.second_minutes or told.quorate or facts.on > desk.file.today:
            return []
        at = second_time(facts.starts, laws)
        words = desk.text("Hold it on the second date")
        if at is not None:
            words = desk.text("Hold it on the second date, at {time}", time=desk.locale.time(at))
        self._date_link = link_button(theme, words, self._switch_date, name="event.holdSecond")
        return [self._date_link]

    def _switch_date(self) -> None:
        desk, second = self.desk, not self.facts.second_date
        said = desk.text("Held on the second date.") if second else desk.text("Held on the first date.")
        self._date_switched = True
        desk.run(EditEvent(self.facts.id, {"second_date": second}), said=said)

    # -- motions -------------------------------------------------------------------------------------

    def _motions_card(self, laws: ByLaws, told: Turnout) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        box = card(theme, Label(theme, desk.text("Motions and votes"), "section"), gap=8)
        for motion in self.facts.motions:
            box.box.addWidget(self._motion(motion, laws, told))
            box.box.addWidget(line())
        if not self.facts.motions:
            words = desk.text("Write down what is to be decided; each has to stand on the agenda.")
            box.box.addWidget(Label(theme, words, "m", wrap=True))
        self.new_text = TextField(theme, example=desk.text("What is to be decided?"), name="motion.new.text")
        self.new_text.setAccessibleName(desk.text("What is to be decided?"))
        kinds = [(one.value, desk.locale.label(one)) for one in MotionKind]
        self.new_kind = Choice(theme, kinds, MotionKind.ORDINARY.value, name="motion.new.kind")
        self.new_kind.setAccessibleName(desk.text("Kind"))
        add = plain_button(theme, desk.text("Add"), self._add, name="motion.new.add")
        new = row(theme, self.new_text, self.new_kind, add)
        new.setStretch(0, 1)
        box.box.addLayout(new)
        return box

    def _motion(self, motion: MotionRow, laws: ByLaws, told: Turnout) -> QWidget:
        desk, theme, ref = self.desk, self.desk.theme, motion.id.hex
        majority = desk.locale.label(laws.majority(motion.kind))
        about = f"{desk.locale.label(motion.kind)} · {majority}"
        result = result_words(motion, laws, told.all_votes, desk.locale)
        if motion.ballot is not None:
            result = f"{ballot_words(motion.ballot, desk.locale)} · {result}"
        edit = plain_button(theme, desk.text("Record the vote"), self._edit, name=f"motion.vote.{ref}")
        away = icon_button(
            theme, desk.text("Delete this motion"), "x", self._delete, name=f"motion.delete.{ref}",
            small=True,
        )  # fmt: skip
        change = icon_button(
            theme, desk.text("Change this motion"), "pencil", self._change, name=f"motion.change.{ref}",
            small=True,
        )  # fmt: skip
        for button in (edit, change, away):
            button.setProperty("motion", ref)
        text = column(
            theme,
            Label(theme, motion.text, "lead", wrap=True),
            Label(theme, about, "m", wrap=True),
            Label(theme, result, wrap=True, name=f"motion.result.{ref}"),
            gap=2,
        )
        # What was voted on stays as it was put to the vote. Nothing is shown before it has a place: it would
        # open as a window of its own and take the keyboard along.
        acts = (edit, change, away) if motion.ballot is None else (edit, away)
        head = row(theme, text, *acts)
        head.setStretch(0, 1)
        whole = column(theme, head, gap=8)
        if self._open == ref:
            whole.addWidget(self._ballot_form(motion))
        if self._changing == ref and motion.ballot is None:
            whole.addWidget(self._motion_form(motion))
        return holder(whole)

    def _motion_form(self, motion: MotionRow) -> QWidget:
        """The words and the kind of a motion nobody has voted on yet."""
        desk, theme = self.desk, self.desk.theme
        kinds = [(one.value, desk.locale.label(one)) for one in MotionKind]
        self.motion_text = TextField(theme, motion.text, name="motion.text")
        self.motion_text.setAccessibleName(desk.text("What is to be decided?"))
        self.motion_kind = Choice(theme, kinds, motion.kind.value, name="motion.kind")
        self.motion_kind.setAccessibleName(desk.text("Kind"))
        keep = plain_button(theme, desk.text("Keep"), self._keep_motion, name="motion.keep")
        keep.setProperty("motion", motion.id.hex)
        form = row(theme, self.motion_text, self.motion_kind, keep)
        form.setStretch(0, 1)
        return holder(form)

    def _ballot_form(self, motion: MotionRow) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        ballot = motion.ballot or Ballot()
        labels = {
            "yes": desk.text("Yes"),
            "no": desk.text("No"),
            "abstentions": desk.text("Abstentions"),
            "invalid": desk.text("Invalid"),
        }
        self._numbers = {}
        for name, label in labels.items():
            value = str(getattr(ballot, name)) if motion.ballot is not None else ""
            field = Field(theme, label, TextField(theme, value), name=f"ballot.{name}")
            needs = theme.metrics("strong").horizontalAdvance(label) + theme.u(8)  # "Wstrzymujące się"
            field.setFixedWidth(max(theme.u(NUMBER), needs))
            self._numbers[name] = field
        keep = plain_button(theme, desk.text("Keep"), self._keep, name="ballot.keep")
        keep.setProperty("motion", motion.id.hex)
        parts = [*self._numbers.values(), keep]
        if motion.ballot is not None:
            undo = link_button(theme, desk.text("Take the vote back"), self._take_back, name="ballot.back")
            undo.setProperty("motion", motion.id.hex)
            parts.append(undo)
        return holder(FlowLayout(theme, *parts, gap=10))

    def _sent(self) -> MotionRow:
        ref = str(self.sender().property("motion"))
        return next(one for one in self.facts.motions if one.id.hex == ref)

    def _edit(self) -> None:
        ref = self._sent().id.hex
        self._open = "" if self._open == ref else ref
        self.reload()
        if self._open:
            self._numbers["yes"].editor.setFocus()

    def _add(self) -> None:
        desk = self.desk
        action = AddMotion(self.facts.id, self.new_text.text(), MotionKind(self.new_kind.code()))
        desk.run(action, said=desk.text("The motion is noted."))

    def _change(self) -> None:
        ref = self._sent().id.hex
        self._changing = "" if self._changing == ref else ref
        self.reload()
        if self._changing:
            self.motion_text.setFocus()

    def _keep_motion(self) -> None:
        desk, was, motion = self.desk, self._changing, self._sent()
        action = EditMotion(
            motion.id,
            {"text": self.motion_text.text(), "kind": MotionKind(self.motion_kind.code())},
        )
        self.motion_text.setModified(False)
        self._changing = ""
        if desk.run(action, said=desk.text("The motion is changed.")) is None:
            self._changing = was
            return
        self._go_on_at(f"motion.change.{motion.id.hex}")

    def _go_on_at(self, name: str) -> None:
        """Close a form whatever was kept, also what stood there before, and leave the keyboard beside it."""
        self.reload()
        QTimer.singleShot(0, self, partial(self._focus, name))  # after what reads anew because of the change

    def _focus(self, name: str) -> None:
        found = self.findChildren(QWidget, name)
        if found:  # the last one is the new one; those before are on their way out
            found[-1].setFocus()

    def _delete(self) -> None:
        self.desk.run(DeleteMotion(self._sent().id), said=self.desk.text("The motion is deleted."))

    def _take_back(self) -> None:
        self._open = ""
        self.desk.run(RecordBallot(self._sent().id, None), said=self.desk.text("The vote is taken back."))

    def _keep(self) -> None:
        desk, motion = self.desk, self._sent()
        counted: dict[str, int] = {}
        for name, field in self._numbers.items():
            typed = field.value().strip() or "0"
            if not typed.isdecimal():
                desk.say(desk.text("This has to be a number."), kind="err")
                field.editor.setFocus()
                return
            counted[name] = int(typed)
        ballot = Ballot(**counted)
        laws = desk.read(by_laws)
        told = standing(self.facts, desk.read(voters_on, self.facts.on, laws, desk.locale), laws)
        yes = carried(ballot, motion.kind, laws, told.all_votes) and told.quorate
        said = desk.text("The motion is carried.") if yes else desk.text("The motion is not carried.")
        action = RecordBallot(motion.id, ballot, told.votes if told.votes else None, yes)
        was, self._open = self._open, ""
        if desk.run(action, said=said, failed=self._failed) is None:
            self._open = was
            return
        self._go_on_at(f"motion.vote.{motion.id.hex}")

    def _failed(self, error: UserError) -> None:
        self.desk.say(error, kind="err")
        if isinstance(error, FieldProblem) and error.field in self._numbers:
            self._numbers[error.field].editor.setFocus()

    # -- terms and by-laws ---------------------------------------------------------------------------

    def _terms_card(self, laws: ByLaws) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        box = card(theme, Label(theme, desk.text("Terms of office"), "section"), gap=4)
        found = desk.read(officers, self.facts.on, laws)
        for one in found:
            function = one.title or desk.locale.role(one.function, one.name.gender.value)
            words = desk.text("{name}, {function}", name=display_name(one.name), function=function)
            ends = ""
            over = one.ends is not None and (one.ends.year, one.ends.month) <= (
                self.facts.on.year, self.facts.on.month,
            )  # fmt: skip
            if one.ends is not None:
                ends = desk.text("until {month}", month=desk.locale.date(one.ends, "month_year"))
            if over:
                ends = desk.text("{when}: to be elected now", when=ends)
            name = Label(theme, words, wrap=True)
            line = row(theme, name, Label(theme, ends, "warn" if over else "m"))
            line.setStretch(0, 1)
            box.box.addLayout(line)
        if not found:
            words = desk.text("Nobody sits on the committee.")
            box.box.addWidget(Label(theme, words, "m", wrap=True))
        return box

    def _keep_laws(self, laws: object) -> None:
        if isinstance(laws, ByLaws):
            self._laws_kept = True
            self.desk.run(ChangeByLaws(laws), said=self.desk.text("What the by-laws say is kept."))

    def _toggle_laws(self, open_: bool) -> None:
        self._laws_open = open_

    # -- the tab -------------------------------------------------------------------------------------

    def acts(self) -> Mapping[str, Callable[[], object]]:
        return {"new": self._begin}

    def _begin(self) -> None:
        self.new_text.setFocus()

    def leave(self) -> None:
        self._invited.leave()

    def first_focus(self) -> QWidget | None:
        return self.new_text

    def fit(self, fit: Fit) -> None:
        super().fit(fit)
        left, _, right, bottom = side_margins(self.desk.theme, fit)
        self._whole.setContentsMargins(left, 0, right, bottom)
