# SPDX-License-Identifier: GPL-3.0-or-later
"""What every command of the command line is given: language, day, the way to a file, the way to print."""

import contextlib
import json
import os
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from hospes.domain.errors import UserError
from hospes.domain.values import Money
from hospes.i18n import catalog
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_

if TYPE_CHECKING:
    from hospes.app import App, Who

LANGUAGE_VARIABLE = "HOSPES_LANGUAGE"
TODAY_VARIABLE = "HOSPES_TODAY"


class Wrong(Exception):
    """A call that cannot be understood; exit code 2."""

    def __init__(self, msgid: str, **args: object) -> None:
        super().__init__(msgid)
        self.msgid = msgid
        self.words = args

    def said(self, locale: Locale) -> str:
        """The sentence."""
        return locale.text(self.msgid, **self.words)


class Call:
    """One call of a command."""

    def __init__(self, locale: Locale, today: str | None = None) -> None:
        self.locale = locale
        self.today = read_day(today) if today else None
        if self.today is not None:
            # Child processes and everything below see the same day.
            os.environ[TODAY_VARIABLE] = self.today.isoformat()

    @contextlib.contextmanager
    def reading(self, file: str, association: str | None = None) -> Iterator["App"]:
        """The open file, for looking; goes on while a window has it open.

        With `association` only what belongs to the one of that name is looked at.

        Raises:
            UserError: it cannot be opened.
        """
        from hospes.app import App

        app = App.open(Path(file), self.who(), read_only=True, today=self.today)
        try:
            if association:
                from hospes.queries.association import association_called

                app.owner = app.read(association_called, association)
            yield app
        finally:
            app.close()

    @contextlib.contextmanager
    def writing(self, file: str) -> Iterator["App"]:
        """The open file, for changes; checked before anything is written (decision 20).

        Raises:
            UserError: somebody else has it open, it is damaged, or it cannot be written to.
        """
        from hospes.app import App

        app = App.open(Path(file), self.who(), today=self.today)
        try:
            if app.file.why_read_only is not None:
                raise UserError(
                    "{reason} It was not changed.",
                    code="file-read-only",
                    reason=app.file.why_read_only,
                )
            if app.engine.problems():
                raise UserError(
                    "The file is damaged, so it is not changed. `hospes check` tells more; "
                    "go back to a backup or a copy.",
                    code="file-damaged",
                )
            yield app
        finally:
            app.close()

    def who(self) -> "Who":
        """Who works on this computer; the same ids as in the window, so that Undo is one for both."""
        from hospes import paths, settings
        from hospes.app import Who

        try:
            place = paths.settings_file()
            mine = settings.load(place)
            if not mine.device or not mine.editor:
                mine = mine.with_(device=mine.device or uuid4().hex, editor=mine.editor or uuid4().hex)
                settings.save(mine, place)
        except OSError:
            return Who()
        return Who(editor=mine.editor, device=mine.device)

    def user_name(self) -> str:
        """What the person at this computer is called; empty if nobody said."""
        from hospes import paths, settings

        try:
            return settings.load(paths.settings_file()).user_name
        except OSError:
            return ""

    def complain(self, text: str) -> None:
        """A line on standard error."""
        print(f"hospes: {text}", file=sys.stderr)

    def print(self, text: str = "") -> None:
        """A line on standard output."""
        print(text)

    def say(self, msgid: str, /, **args: object) -> None:
        """A sentence on standard output, in the reader's language."""
        print(self.locale.text(msgid, **args))

    def json(self, data: object) -> None:
        """Data on standard output: UTF-8, sorted keys, ISO dates, money as text with its currency."""
        json.dump(data, sys.stdout, ensure_ascii=False, sort_keys=True, indent=1, default=_plain)
        sys.stdout.write("\n")


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Money):
        return f"{value.decimal_text()} {value.currency}"
    if isinstance(value, UUID | Path):
        return str(value)
    if isinstance(value, set | frozenset):
        return sorted(value)
    raise TypeError(f"{type(value).__name__} has no place in JSON")


def read_day(text: str) -> date:
    """The day of `--today`. Raises Wrong."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Wrong(N_("“{text}” is not a day. Write it as 2026-04-27."), text=text) from None


def known_language(code: str) -> None:
    """Raises UserError for a language no text here is in; half an English paper helps nobody."""
    known = catalog.languages()
    if code and code.replace("_", "-").partition("-")[0].lower() not in known:
        raise UserError(
            "There are no texts in the language “{language}”. There are: {known}.",
            code="language-unknown",
            language=code,
            known=", ".join(known),
        )


def chosen_locale() -> Locale:
    """The language of messages: HOSPES_LANGUAGE, the setting, the computer's, English (decision 37)."""
    known = catalog.languages()
    for code in _wishes():
        plain = code.partition(".")[0].partition("@")[0].replace("_", "-")
        if plain in known or plain.partition("-")[0] in known:
            return Locale.of(plain)
    return Locale.of(catalog.SOURCE_LANGUAGE)


def _wishes() -> Iterator[str]:
    yield os.environ.get(LANGUAGE_VARIABLE, "")
    from hospes import paths, settings

    with contextlib.suppress(OSError):
        yield settings.load(paths.settings_file()).language
    yield from (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    if sys.platform in {"win32", "darwin"}:
        import locale

        yield locale.getlocale()[0] or ""
