# SPDX-License-Identifier: GPL-3.0-or-later
"""What this computer remembers between two sittings, and nothing about the association.

Decision 14: a machine's preferences stand in one small TOML file with mode 0600: who sits here, the
language of the window, its look and size, columns of the lists, the printer's nudge, where backups go,
which files were open. All that belongs on paper or to the association stands in the association's own
file.

A setting is one field of `Settings`; reading and writing need no further line. A value that cannot be used
(edited by hand, say) falls back to its default alone, and keys of a newer Hospes are kept.
"""

import contextlib
import os
import tomllib
import typing
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

TEXT_SIZES = range(90, 201, 10)
"""The text sizes that can be chosen, in percent (design 9.1)."""

USUAL_TEXT_SIZE = 100

RECENT_FILES = 8
"""How many files the start page and File ▸ Open recent offer."""

Scheme = Literal["computer", "light", "dark"]


@dataclass(frozen=True)
class WindowPlace:
    """Where the window stood, in Qt's device independent pixels. Width 0 = never placed."""

    x: int = 0
    y: int = 0
    width: int = 0
    height: int = 0
    maximized: bool = False


@dataclass(frozen=True)
class ListLook:
    """How one list was left: columns in order, their widths at 100 %, and the sorting."""

    columns: tuple[str, ...] = ()
    widths: Mapping[str, int] = field(default_factory=dict)
    sort: str = ""
    descending: bool = False


@dataclass(frozen=True)
class Settings:
    """The preferences of this computer. Never changed in place: `with_` makes the next one."""

    user_name: str = ""
    editor: str = ""  # id of the person at this computer, written into `changed_by` (decision 14)
    device: str = ""  # id of this computer: undo belongs to one device (decision 17)
    language: str = ""  # language of the window; empty = the computer's
    scheme: Scheme = "computer"
    text_size: int = 0  # percent, one of TEXT_SIZES; 0 = as large as the computer's own text
    roomy: bool = False
    less_movement: bool = False
    pane_folded: bool = False
    window: WindowPlace = WindowPlace()
    lists: Mapping[str, ListLook] = field(default_factory=dict)
    recent_files: tuple[str, ...] = ()
    papers_used: tuple[str, ...] = ()  # codes of the papers made last, for the print centre
    backup_places: tuple[str, ...] = ()  # first and second; an empty first is the usual folder
    backup_at_closing: bool = True  # when something was changed since the last one
    known_places: tuple[str, ...] = ()  # places backups went to: offered when they are plugged in again
    backup_failed: str = ""  # the file whose last backup did not work
    nudge_right_mm: float = 0.0  # how far this computer's printer is moved on label sheets
    nudge_down_mm: float = 0.0
    search_seconds: int = 60  # how long the best hosting plan is searched for
    lock_minutes: int = 0  # a protected file is locked when nobody did anything for so long; 0 = never
    keep: Mapping[str, Any] = field(default_factory=dict, repr=False)  # keys of a newer Hospes, written back

    def with_(self, **changes: Any) -> "Settings":  # noqa: ANN401 - any field of the class, checked by replace()
        """These preferences with some fields changed.

        Raises:
            TypeError: a name that is no field.
        """
        return replace(self, **changes)

    def with_recent(self, file: Path) -> "Settings":
        """These preferences after `file` was opened: it is the first of the recent files."""
        name = str(file)
        return replace(self, recent_files=(name, *(f for f in self.recent_files if f != name))[:RECENT_FILES])

    def without_recent(self, file: Path) -> "Settings":
        """These preferences without `file` among the recent ones, for instance because it is gone."""
        return replace(self, recent_files=tuple(f for f in self.recent_files if f != str(file)))


_NAMES = frozenset(entry.name for entry in fields(Settings))


def load(path: Path) -> Settings:
    """The preferences in `path`; all defaults if it is missing or cannot be read."""
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return Settings()
    known = _read(Settings, data)
    strange = {key: value for key, value in data.items() if key not in _NAMES}
    return Settings(**known, keep=MappingProxyType(strange))


def save(settings: Settings, path: Path) -> None:
    """Write the preferences to `path` with mode 0600, whole or not at all.

    Raises:
        OSError: the place cannot be written; the file before stays as it was.
    """
    import tempfile

    import tomli_w

    data = {**settings.keep, **_write(settings)}
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".settings-", dir=path.parent)  # mkstemp gives mode 0600
    try:
        with os.fdopen(handle, "wb") as file:
            tomli_w.dump(data, file)
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise


def _read(kind: type, data: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of dataclass `kind` that `data` holds in a usable form."""
    hints = typing.get_type_hints(kind)
    found: dict[str, Any] = {}
    for entry in fields(kind):
        if entry.name in data and entry.name != "keep":
            try:
                found[entry.name] = _value(hints[entry.name], data[entry.name])
            except (TypeError, ValueError):
                continue
    if kind is Settings and found.get("text_size", 0) not in (0, *TEXT_SIZES):
        del found["text_size"]
    return found


def _value(hint: Any, raw: Any) -> Any:  # noqa: ANN401 - turns any TOML value into the field's type
    """`raw` as the type `hint` says; ValueError or TypeError if it is something else."""
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if is_dataclass(hint) and isinstance(hint, type):
        if not isinstance(raw, dict):
            raise TypeError(hint)
        return hint(**_read(hint, raw))
    if origin is Literal:
        if raw not in args:
            raise ValueError(raw)
        return raw
    if origin is tuple:
        if not isinstance(raw, list):
            raise TypeError(hint)
        return tuple(_value(args[0], item) for item in raw)
    if origin is Mapping:
        if not isinstance(raw, dict):
            raise TypeError(hint)
        return MappingProxyType({key: _value(args[1], item) for key, item in raw.items()})
    if hint is float and isinstance(raw, int) and not isinstance(raw, bool):
        return float(raw)
    if type(raw) is not hint:
        raise TypeError(hint)
    return raw


def _write(value: Any) -> Any:  # noqa: ANN401 - any field's value becomes what TOML knows
    """`value` in the words of TOML; fields that hold their default are left out."""
    if is_dataclass(value) and not isinstance(value, type):
        bare = type(value)()
        return {
            entry.name: _write(getattr(value, entry.name))
            for entry in fields(value)
            if entry.name != "keep" and getattr(value, entry.name) != getattr(bare, entry.name)
        }
    if isinstance(value, Mapping):
        return {key: _write(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_write(item) for item in value]
    return value
