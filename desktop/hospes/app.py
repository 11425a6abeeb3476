# SPDX-License-Identifier: GPL-3.0-or-later
"""The open association: the only thing window and command line hold.

`run` is the one door for changes, `read` the one way to look; undo, history and the signal to the screens
come from the journal that `run` writes. Nothing of SQLAlchemy's ORM leaves this module.
"""

import logging
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Self, TypeVar
from uuid import UUID

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from hospes.actions import Action
from hospes.domain.errors import UserError
from hospes.store import aside, files
from hospes.store.clock import utc_now
from hospes.store.driver import WINDOW_WAIT_MS, WORKER_WAIT_MS
from hospes.store.engine import FileEngine
from hospes.store.journal import Changes, StepFacts
from hospes.store.keys import uuid7_factory
from hospes.store.owners import choose_owner
from hospes.store.tables import load_all
from hospes.store.undo import StepInfo, blocked, mark_undone, redo_step, take_back, undo_step
from hospes.store.writer import Clockwork, Writer

if TYPE_CHECKING:
    from hospes.domain.merge.answers import Answer
    from hospes.domain.merge.plan import Plan
    from hospes.store.backup_places import Made
    from hospes.store.erasing import Listed
    from hospes.store.erasing_backups import Cleaned

log = logging.getLogger(__name__)

P = ParamSpec("P")
T = TypeVar("T")

SETUP_DEVICE = "setup"
"""Device of the steps that made the file; Undo never goes behind them."""

UNDO, REDO = "undo", "redo"

QUIET = "·"
"""Behind the device of steps that nobody did on purpose; Undo does not see them."""


@dataclass(frozen=True, slots=True)
class Who:
    """Who works, on which computer; both are ids or names the person chose in the settings."""

    editor: str = ""
    device: str = "here"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an action gave back, the step it became (None if nothing changed) and what it touched."""

    result: object
    step_id: UUID | None
    changes: Changes


@dataclass(slots=True)
class App:
    """One open file."""

    file: files.OpenFile
    who: Who = field(default_factory=Who)
    frozen_day: date | None = None
    new_id: Callable[[], UUID] = field(default_factory=uuid7_factory)
    now: Callable[[], datetime] = utc_now
    owner: UUID | None = None
    """The association that is looked at; None for all of them, and where the file holds only one."""
    _listeners: list[Callable[[Changes], None]] = field(default_factory=list)
    _turn: threading.RLock = field(default_factory=threading.RLock)

    @classmethod
    def open(
        cls,
        path: Path,
        who: Who | None = None,
        *,
        read_only: bool = False,
        take_over: bool = False,
        today: date | None = None,
    ) -> Self:
        """Open a file. `today` fixes the clock; otherwise HOSPES_TODAY, the file's frozen day, the real day.

        `take_over` overrides the trace of another computer that had it open, after a person said it is over.
        Raises UserError with its own sentence for a missing, foreign, damaged, newer or locked file.
        """
        app = cls(files.open_file(path, read_only=read_only, take_over=take_over), who or Who())
        try:
            app.frozen_day = today or _day_of_environment() or app.read(_frozen_day)
            app._mend_search()
        except BaseException:
            app.close()
            raise
        return app

    @classmethod
    def create(cls, path: Path, first: Action, who: Who | None = None, *, today: date | None = None) -> Self:
        """Make a new file and run the action that founds it. Raises UserError; then there is no file."""
        # Founded under another name: a file of this name is there whole or not at all.
        with files.creating(path) as part:
            app = cls.open(part, who, today=today)
            try:
                with app.engine.write() as connection:
                    files.give_identity(connection, app.new_id().hex)
                app.run(first, device=SETUP_DEVICE)
            finally:
                app.close()
        return cls.open(path, who, today=today)

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self.file.path

    @property
    def read_only(self) -> bool:
        """Only looking is possible."""
        return self.file.read_only

    @property
    def engine(self) -> FileEngine:
        """The connections, for the parts of `app` itself."""
        return self.file.engine

    @property
    def today(self) -> date:
        """The day it is for the association: a fixed one, or the computer's."""
        return self.frozen_day or self.now().astimezone().date()

    def read(self, fn: Callable[Concatenate[Connection, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Call a query with a reading connection; everything it reads is of one moment."""
        with self.engine.read() as connection:
            choose_owner(connection, self.owner)
            return fn(connection, *args, **kwargs)

    def run(self, action: Action, *, device: str | None = None, wait_ms: int = WORKER_WAIT_MS) -> Outcome:
        """Carry out an action as one step. Raises UserError, after which nothing has changed."""
        step_id = self.new_id()
        if action.quiet:
            device = (device or self.who.device) + QUIET
        with self._writer(wait_ms, device) as writer:
            writer.step_id = step_id
            result = action.apply(writer)
            facts = self._facts(writer, step_id, action.code, _json(action.refs(result)))
            changes = self._finish(writer, facts)
        self._tell(changes)
        return Outcome(result, step_id if changes.tables else None, changes)

    def undo(self) -> Outcome | None:
        """Take back the newest step of this device; None if there is none. Raises UserError if blocked."""
        return self._turn_round(undo_step, UNDO)

    def redo(self) -> Outcome | None:
        """Bring back the step undone last; None if there is none. Raises UserError if blocked."""
        return self._turn_round(redo_step, REDO)

    def undo_step(self) -> StepInfo | None:
        """What `undo` would take back."""
        return self.read(undo_step, self.who.device)

    def redo_step(self) -> StepInfo | None:
        """What `redo` would bring back."""
        return self.read(redo_step, self.who.device)

    # ---- beside the records: never journalled, never undone (decision 13) ----------------------------------

    def drafts(self, prefix: str = "") -> list[aside.DraftRow]:
        """What somebody has not finished typing, the last one first."""
        return self.read(aside.drafts, prefix)

    def keep_draft(self, key: str, content: object, person_id: UUID | None = None) -> None:
        """Keep a form or field as it is typed; screens hear of `draft` when it is a new one."""
        new = not any(one.key == key for one in self.drafts(key))
        with self.engine.write(WINDOW_WAIT_MS) as connection:
            aside.keep_draft(connection, key, content, self.now(), person_id)
        self._tell_aside("draft", changed=new)

    def drop_draft(self, key: str) -> None:
        """Forget a draft, because it was added or given up."""
        with self.engine.write(WINDOW_WAIT_MS) as connection:
            gone = aside.drop_draft(connection, key)
        self._tell_aside("draft", changed=gone)

    def keep_unusable(
        self, table: str, row_id: UUID, field: str, typed: str, reason: str, person_id: UUID | None = None
    ) -> None:
        """Keep what was typed into a field and cannot be used (design 6.3)."""
        with self.engine.write(WINDOW_WAIT_MS) as connection:
            aside.keep_unusable(connection, table, row_id, field, typed, reason, self.now(), person_id)
        self._tell_aside("unusable_input", changed=True)

    def drop_unusable(self, row_id: UUID, field: str) -> None:
        """The field is right now."""
        with self.engine.write(WINDOW_WAIT_MS) as connection:
            gone = aside.drop_unusable(connection, row_id, field)
        self._tell_aside("unusable_input", changed=gone)

    def accept_doubt(self, row_id: UUID, code: str, value: str = "", person_id: UUID | None = None) -> None:
        """Somebody said "It is right"."""
        with self.engine.write(WINDOW_WAIT_MS) as connection:
            aside.accept_doubt(connection, row_id, code, value, person_id)
        self._tell_aside("accepted_doubt", changed=True)

    def doubt_again(self, row_id: UUID, code: str) -> None:
        """Show a doubt again."""
        with self.engine.write(WINDOW_WAIT_MS) as connection:
            gone = aside.doubt_again(connection, row_id, code)
        self._tell_aside("accepted_doubt", changed=gone)

    def _mend_search(self) -> None:
        """A search that cannot be asked is made anew: it holds nothing that the records do not."""
        from hospes.store import search

        if not self.read_only and not self.read(search.answers):
            self.renew_search()

    def renew_search(self) -> None:
        """Make the search anew from the records; slow with many."""
        from hospes.store import search

        load_all()
        with self.engine.write() as connection:
            search.rebuild(connection)
        self._tell(Changes(frozenset(("search_entry",))))

    def _tell_aside(self, table: str, *, changed: bool) -> None:
        if changed:
            self._tell(Changes(frozenset((table,))))

    def on_changed(self, listener: Callable[[Changes], None]) -> None:
        """Call a function after each step with what it touched."""
        self._listeners.append(listener)

    def back_up(
        self, places: Sequence[str] | None = None, tell: Callable[[int, int], object] | None = None
    ) -> "Made":
        """Back up this file now, as before everything that may go wrong: bringing in, merging, erasing.

        One function for window and command line, in any thread. `places` are those of the settings if not
        given; `tell` hears how far it is and may raise to stop it.

        Raises:
            UserError: no backup could be made anywhere; then what it was for is not begun either.
        """
        from hospes.queries.figures import figures
        from hospes.store import backup_places

        where = backup_places.chosen() if places is None else places
        now, day = backup_places.moment()
        counted = self.read(figures, self.today)
        return backup_places.make(self.path, where, now=now, day=day, figures=counted, tell=tell)

    def erase(self, wanted: Sequence["Listed"], places: Sequence[str] | None = None) -> "Cleaned":
        """Erase people or answers for good: in the file, beside it and in every backup that can be reached.

        No backup is made before it, for that would hold them again; Undo does not bring them back. Slow: it
        belongs into a worker.

        Raises:
            UserError: the file cannot be written to; then nothing was erased.
        """
        from hospes.actions.erasure import EraseForGood
        from hospes.store import erasing, residue

        load_all()
        marks = self.read(erasing.marks_of, wanted, self.today)
        self.run(EraseForGood(tuple(wanted)))
        residue.forget(marks)
        return self.finish_erasing(places)

    def finish_erasing(self, places: Sequence[str] | None = None) -> "Cleaned":
        """Carry erasures out where it has not been done: after a kill, or when a stick is back."""
        from hospes.store import backup_places, erasing, erasing_backups

        where = backup_places.chosen() if places is None else places
        open_ones = self.read(erasing.listed, unfinished_only=True)
        self.engine.squeeze()
        cleaned = erasing_backups.clean(self.path, open_ones, where, self.today)
        if cleaned.whole:
            with self.engine.write() as connection:
                erasing.finish(connection)
        return cleaned

    def bring_in_laptop(
        self,
        theirs: Path,
        plan: "Plan",
        answers: "Sequence[Answer]",
        places: Sequence[str] | None = None,
        tell: Callable[[int, int], object] | None = None,
        base: Path | None = None,
    ) -> Outcome:
        """Bring in the other laptop's file as one step, after a backup of both. Slow: for a worker.

        What was erased for good on the other laptop is erased here first, which no Undo brings back.

        Raises:
            UserError: no backup could be made, or our file was changed since the plan was made.
        """
        from hospes import merging
        from hospes.actions.laptops import BringInLaptop, BroughtIn
        from hospes.store import erasing
        from hospes.store.laptop_copies import keep_copy

        load_all()
        made = self.back_up(places, tell)
        keep_copy(theirs, made, tuple(self.read(erasing.listed)))
        if plan.erased:
            asked = {
                (one.key, one.fields): given
                for one, given in zip(plan.merged.questions, answers, strict=True)
            }
            self.erase([erasing.Listed(*one) for one in plan.erased], places)
            plan = merging.look_at(self.path, theirs, base)
            answers = merging.answers_again(plan, asked)
            if plan.nothing:
                return Outcome(BroughtIn(0, 0), None, Changes())
        return self.run(BringInLaptop(plan, tuple(answers)))

    def close(self) -> None:
        """Let the file go."""
        self.file.close()

    # ------------------------------------------------------------------------------------------------------

    @contextmanager
    def _writer(self, wait_ms: int, device: str | None = None) -> Iterator[Writer]:
        load_all()
        with self._turn, self.engine.write(wait_ms) as connection:
            work = Clockwork(self.now, self.today, self.new_id, self.who.editor, device or self.who.device)
            choose_owner(connection, self.owner)
            writer = Writer(connection, work)
            try:
                yield writer
            finally:
                writer.close()

    def _facts(
        self, writer: Writer, step_id: UUID, code: str, refs: dict[str, object], undoes: UUID | None = None
    ) -> StepFacts:
        return StepFacts(step_id, writer.stamp, writer.editor, writer.device, code, refs, undoes)

    def _finish(self, writer: Writer, facts: StepFacts) -> Changes:
        """Flush, write the journal and the search; gives what changed."""
        from hospes.actions.cash_lock import refuse_closed_years
        from hospes.store import search

        writer.flush()
        changes = writer.recorder.changes()
        if changes.tables:
            refuse_closed_years(writer, facts.code)
            writer.recorder.write(writer.connection(), facts)
            search.refresh(writer.connection(), set(changes.touched))
        return changes

    def _turn_round(self, which: Callable[[Connection, str], StepInfo | None], code: str) -> Outcome | None:
        try:
            return self._take_back(which, code)
        except IntegrityError as error:
            # A note on somebody whose adding is taken back: the file itself says that something stands on it.
            raise blocked() from error

    def _take_back(self, which: Callable[[Connection, str], StepInfo | None], code: str) -> Outcome | None:
        new_step = self.new_id()
        with self._writer(WORKER_WAIT_MS) as writer:
            connection = writer.connection()
            info = which(connection, self.who.device)
            if info is None:
                return None
            target = _undone_by(connection, info.id) if code == REDO else info.id
            assert target is not None
            take_back(writer, target)
            facts = self._facts(writer, new_step, info.code, info.refs, undoes=target)
            changes = self._finish(writer, facts)
            mark_undone(connection, target, new_step)
            if code == REDO:
                mark_undone(connection, info.id, None)
        self._tell(changes)
        return Outcome(info, new_step, changes)

    def _tell(self, changes: Changes) -> None:
        if changes.tables:
            self._still_there(changes)
            for listener in list(self._listeners):
                listener(changes)

    def _still_there(self, changes: Changes) -> None:
        """An association whose adding was taken back, or that is in the bin, is no longer looked at."""
        from hospes.queries.association import associations

        if self.owner is not None and "organisation" in changes.tables:
            owner, self.owner = self.owner, None
            if any(one.id == owner for one in self.read(associations)):
                self.owner = owner


def _json(refs: dict[str, object]) -> dict[str, object]:
    return {name: _plain(value) for name, value in refs.items()}


def _plain(value: object) -> object:
    if isinstance(value, UUID):
        return value.hex
    return [_plain(one) for one in value] if isinstance(value, tuple | list) else value


def _undone_by(connection: Connection, step_id: UUID) -> UUID | None:
    from sqlalchemy import select

    from hospes.store.tables.journal import Step

    return connection.execute(select(Step.undone_by).where(Step.id == step_id)).scalar()


def _frozen_day(connection: Connection) -> date | None:
    from hospes.queries.settings import setting

    value = setting(connection, "file.frozen_day")
    return date.fromisoformat(value) if isinstance(value, str) else None


def _day_of_environment() -> date | None:
    text = os.environ.get("HOSPES_TODAY", "")
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UserError(
            "The day in HOSPES_TODAY is not a date. Write it as 2026-04-27.", code="bad-today"
        ) from None
