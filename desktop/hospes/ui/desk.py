# SPDX-License-Identifier: GPL-3.0-or-later
"""The desk: what every page of the window stands on. Read this before writing a page.

How to write a page
-------------------
1.  One file `ui/pages/NAME.py` with a class on `hospes.ui.page.Page`, and one line in `ui/pages/__init__.py`:
    `Place("members", N_("Members"), "users", "Ctrl+2", "hospes.ui.pages.members:MembersPage")`.
2.  `__init__(self, desk)` builds the widgets, once. It must not query: `reload()` does, called before
    the page is first seen and again whenever one of the tables in `watches` has changed.
3.  Texts: `desk.text("Members")`, `desk.ntext("{n} member", "{n} members", n)`. Colours, measures,
    faces and icons: `desk.theme` only (`theme.u(12)`, `theme.font("section")`, `theme.icon("plus")`).
    Never a number of pixels, never a colour. Widgets: `hospes.ui.widgets` (buttons, chips, badges,
    fields, cards, states) and `hospes.ui.table`.
4.  Reading: `desk.read(queries.people.members, filter)` gives frozen rows. Writing:
    `desk.run(EditPerson(...), said=desk.text(...))`: the only door; the message line then offers Undo
    by itself. Expected failures are shown in the message line unless the page takes them with
    `failed=`.
5.  Slow work: `desk.tasks.run(job, title=..., done=...)`.
6.  Going elsewhere: `desk.go("members", id=person_id, tab="dues")`. The page hears it in
    `show_at(**where)` and tells where it stands in `where()`: back and forward, language, text size and
    colour scheme depend on it, because the page is thrown away and built again on each of them.
    `leave()` writes what is still open in its fields.
7.  `fit(Fit.COMPACT)` tells how much room there is (design 4), `side_margins(theme, fit)` how far content
    stands from the edges; `heading()` says what the top bar shows; `acts()` names what menus and keys can
    do here: new, add, find, print, pdf, bin, columns, fold, edit, next_tab, next_doubt, escape and so on;
    `panes()` names the parts F6 goes through; `mark(ids)` shows what an undo changed.
8.  `objectName`s as in design 11.1 on everything a person can press or type into; an accessible name
    where the text alone does not say it; `give_letters(form)` for Alt and a letter in forms. Connect bound
    methods; give every widget a parent or a layout. Words shown come through `Label`: plain text always.
9.  Lists: `hospes.ui.table.ListTable` with `Column`s as data; all ids in order, rows fetched by block,
    sorting and filtering by query. Ids in `where` are 32 hexadecimal digits (`person_id.hex`).
10. `SHOTS` (tuple of `where` dictionaries) names the states `dev.py shots` shall render (`person:Nowak
    Barbara` stands for the id of somebody in the example, `visit:…` of a visit); it also finds words that
    are cut. Rows of buttons that may grow in other languages belong into a `FlowLayout`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Concatenate, Literal, ParamSpec, Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer

from hospes import settings as preferences
from hospes.domain.errors import Message, UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from uuid import UUID

    from hospes.actions import Action
    from hospes.app import App, Outcome
    from hospes.i18n.locale import Locale
    from hospes.settings import Settings
    from hospes.ui.bus import Bus
    from hospes.ui.look.theme import Theme
    from hospes.ui.tasks import Tasks

P = ParamSpec("P")
T = TypeVar("T")

Kind = Literal["done", "info", "warn", "err"]

BUSY = "file-busy"
"""Code of the failure that passes by itself: another process is writing (decision 19)."""

ELSEWHERE = frozenset({"file-moved", "file-read-only", "disk-full", "disk-trouble"})
"""Codes of failures that another place for the file cures."""

PASSWORD = "password-needed"
"""Code of the failure that the password of a file cures."""

WAIT_MS = 80
"""How long the window's thread waits for another writer before it lets the person go on (decision 19)."""

RETRY_EVERY_MS = 250
RETRY_TIMES = 40


@dataclass(frozen=True)
class Answer:
    """One answer to a question or one way on from a message: a verb and what it does."""

    label: str
    call: Callable[[], object]
    main: bool = False
    name: str = ""  # objectName, for tests


@dataclass(frozen=True)
class Said:
    """What the message line shows until the next act or its ✕."""

    text: str
    kind: Kind = "done"
    undoable: bool = False
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True)
class Question:
    """A question with its answers. `urgent` stops all else: only for what has no undo (design 6.4)."""

    text: str
    answers: tuple[Answer, ...]
    detail: str = ""
    urgent: bool = False


class Frame(Protocol):
    """What the desk needs of the window around it."""

    def go(self, place: str, where: dict[str, object]) -> None: ...

    def ask(self, question: Question) -> None: ...

    def rebuild(self) -> None: ...

    def act(self, name: str) -> bool: ...

    def can(self, name: str) -> bool: ...


class Files(Protocol):
    """What the desk needs of the part that opens files."""

    def open(self, path: Path, *, read_only: bool = False) -> bool: ...

    def create(self, path: Path, action: Action) -> bool: ...

    def change_password(self, password: str) -> None: ...

    def go_back(self, source: Path, document: Path | None = None) -> None: ...

    def ask_back(self, source: Path) -> None: ...

    def look_inside(self, source: Path, words: str) -> None: ...

    def look_beside(self, path: Path) -> None: ...

    def back_to_today(self) -> bool: ...


class Desk(QObject):
    """What pages and panes may use. One per window; `app` is None before a file is open."""

    def __init__(
        self,
        *,
        locale: Locale,
        theme: Theme,
        bus: Bus,
        settings: Settings,
        tasks: Tasks,
        settings_file: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.app: App | None = None
        self.locale = locale
        self.theme = theme
        self.bus = bus
        self.settings = settings
        self.tasks = tasks
        self.frame: Frame | None = None
        self.opening: Files | None = None
        self.may_write = (
            True  # False while the file that was just opened is being looked through (decision 20)
        )
        self._settings_file = settings_file
        self._waiting: list[_Waiting] = []

    # -- words -----------------------------------------------------------------------------------

    def text(self, msgid: str, /, **args: object) -> str:
        """`msgid` in the language of the window."""
        return self.locale.text(msgid, **args)

    def ntext(self, one: str, many: str, n: int, /, **args: object) -> str:
        """The form of a text that belongs to the number `n`."""
        return self.locale.ntext(one, many, n, **args)

    def words(self, text: str | Message | UserError) -> str:
        """A text, message or expected failure as words for the person."""
        return text if isinstance(text, str) else self.locale.message(text)

    # -- reading and writing -----------------------------------------------------------------------

    @property
    def file(self) -> App:
        """The open file.

        Raises:
            RuntimeError: none is open; pages are only built while one is, save those that say otherwise.
        """
        if self.app is None:
            raise RuntimeError("no file is open")
        return self.app

    def look_at(self, owner: UUID | None) -> None:
        """Look at one association of several under the umbrella from now on, or at all of them."""
        if self.app is not None and self.app.owner != owner:
            self.app.owner = owner
            if self.frame is not None:
                self.frame.rebuild()

    def read(self, query: Callable[Concatenate[Any, P], T], *args: P.args, **kw: P.kwargs) -> T:
        """Run a query of `hospes.queries` on the open file."""
        return self.file.read(query, *args, **kw)

    def run(
        self,
        action: Action,
        *,
        said: str | None = None,
        done: Callable[[Outcome], object] | None = None,
        failed: Callable[[UserError], object] | None = None,
        answers: Sequence[Answer] = (),
    ) -> Outcome | None:
        """Carry out an action: the only way the window changes anything.

        While another process is writing, the form stays as it is and the action is tried again for ten
        seconds; `done` hears of it whenever it worked.

        Args:
            action: what to do.
            said: words for the message line, with Undo beside them.
            done: called with the outcome.
            failed: called with an expected failure instead of the message line showing it.
            answers: further ways on in the message line ("Print cards").

        Returns:
            The outcome, or None if it was refused or has to wait.
        """
        job = _Waiting(action, said, done, failed, tuple(answers), RETRY_TIMES)
        return self._attempt(job)

    def _attempt(self, job: _Waiting) -> Outcome | None:
        if not self.may_write:
            self._waiting.append(job)
            QTimer.singleShot(RETRY_EVERY_MS, self._try_again)
            return None
        try:
            outcome = self.file.run(job.action, wait_ms=WAIT_MS)
        except UserError as error:
            if error.code == BUSY and job.tries_left > 0:
                self._wait(job)
                return None
            if job.failed is not None:
                job.failed(error)
            else:
                self.say(error, kind="err", answers=self.ways_out(error))
            self._ask_which(error, job)
            return None
        if job.said is not None:
            self.say(job.said, undoable=True, answers=job.answers)
        if job.done is not None:
            job.done(outcome)
        return outcome

    def _ask_which(self, error: UserError, job: _Waiting) -> None:
        """Where somebody else changed the very field meanwhile: both values, and the person chooses."""
        if not hasattr(error, "theirs"):
            return
        from hospes.ui.meanwhile import both_values, over_it

        again = over_it(job.action)
        if again is None:
            return

        def keep_mine() -> None:
            self._attempt(replace(job, action=again))
            self._rebuild()

        yours, other, long = both_values(error, self.locale)
        answers = (
            Answer(self.text("Keep yours: {value}", value=yours), keep_mine, name="meanwhile.mine"),
            Answer(self.text("Keep theirs: {value}", value=other), self._rebuild, name="meanwhile.theirs"),
        )
        self.ask(self.words(error) if long else self.text("Somebody changed this in the meantime."), answers)

    def _rebuild(self) -> None:
        """Build the page anew from the file."""
        if self.frame is not None:
            self.frame.rebuild()

    def ways_out(self, error: UserError) -> tuple[Answer, ...]:
        """What helps when the file itself cannot take a change: a copy of it elsewhere."""
        if error.code not in ELSEWHERE or not self.can("frame.save_copy"):
            return ()
        return (Answer(self.text("Save a copy elsewhere…"), self._save_copy, name="file.saveCopy"),)

    def _save_copy(self) -> None:
        self.act("frame.save_copy")

    def _wait(self, job: _Waiting) -> None:
        if job.tries_left == RETRY_TIMES:
            self.say(self.text("Another program is using the file. Hospes tries again."), kind="info")
        job.tries_left -= 1
        self._waiting.append(job)
        QTimer.singleShot(RETRY_EVERY_MS, self._try_again)

    def _try_again(self) -> None:
        if self._waiting and self.app is not None:
            self._attempt(self._waiting.pop(0))

    # -- the window ------------------------------------------------------------------------------

    def go(self, place: str, /, **where: object) -> None:
        """Open a place, as if it had been clicked; `where` says what to show there (id, tab, filter …)."""
        if self.frame is not None:
            self.frame.go(place, where)

    def say(
        self,
        text: str | Message | UserError,
        *,
        undoable: bool = False,
        answers: Sequence[Answer] = (),
        kind: Kind = "done",
    ) -> None:
        """Put a sentence on the message line, where it stays until the next act."""
        if isinstance(text, UserError) and text.code == PASSWORD and not answers:
            answers = (Answer(self.text("Type the password"), _asks(self, text), name="say.password"),)
        self.bus.message.emit(Said(self.words(text), kind, undoable, tuple(answers)))

    def ask(self, text: str, answers: Sequence[Answer], *, detail: str = "", urgent: bool = False) -> None:
        """Ask inline; with `urgent` in front of everything. Returns at once, the chosen answer is called."""
        if self.frame is not None:
            self.frame.ask(Question(text, tuple(answers), detail, urgent))

    def open_file(self, path: Path, *, read_only: bool = False) -> bool:
        """Open a file in place of the one that is open; False if it cannot be, which is said."""
        return self.opening is not None and self.opening.open(path, read_only=read_only)

    def create_file(self, path: Path, action: Action) -> bool:
        """Make a new file by the action that founds it, and open it.

        Raises:
            UserError: it cannot be made; what was open stays open.
        """
        return self.opening is not None and self.opening.create(path, action)

    def act(self, name: str) -> bool:
        """Let the page in view do one of its `acts()`; False if it has none of that name."""
        return self.frame is not None and self.frame.act(name)

    def can(self, name: str) -> bool:
        """Whether the page in view has that act."""
        return self.frame is not None and self.frame.can(name)

    # -- preferences -----------------------------------------------------------------------------

    def prefer(self, **changes: Any) -> None:  # noqa: ANN401 - any field of Settings
        """Change preferences of this computer, at once and on disk; the window follows where it shows."""
        before = self.settings
        self.settings = before.with_(**changes)
        if self.settings == before:
            return
        self._keep()
        look = ("scheme", "text_size", "roomy", "less_movement")
        if self.settings.language != before.language:
            self.bus.languageChanged.emit()
        elif any(getattr(self.settings, name) != getattr(before, name) for name in look):
            self.bus.scaleChanged.emit()

    def _keep(self) -> None:
        if self._settings_file is None:
            return
        try:
            preferences.save(self.settings, self._settings_file)
        except OSError as error:
            self.say(
                self.text(
                    "The settings of this computer could not be saved: {reason}", reason=error.strerror
                ),
                kind="warn",
            )


def _asks(desk: Desk, error: UserError) -> Callable[[], object]:
    """Ask for the password of another file than the open one, and come back here."""
    path = str(getattr(error, "path", ""))
    return lambda: desk.go("password", file=path, then="back")


@dataclass
class _Waiting:
    """An action with everything that hangs on it, while the file is busy."""

    action: Action
    said: str | None
    done: Callable[[Outcome], object] | None
    failed: Callable[[UserError], object] | None
    answers: tuple[Answer, ...]
    tries_left: int
