# SPDX-License-Identifier: GPL-3.0-or-later
"""What the one search of the window looks through (design 3): people, organisations, papers, pages, commands.

A source is a function that gives groups of findings for a typed text; `SEARCH_SOURCES` lists them in
the order they are shown. One mechanism is learnt once: there is no separate palette of commands.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from hospes.i18n.marks import N_
from hospes.ui.commands import COMMANDS
from hospes.ui.desk import Desk
from hospes.ui.look.sign import Side
from hospes.ui.pages import PAGES
from hospes.ui.widgets.choices import plain_fold


@dataclass(frozen=True)
class Found:
    """One finding: what it is called, a grey word about it, and where it leads."""

    title: str
    detail: str = ""
    aside: str = ""
    icon: str = ""
    initials: str = ""
    side: Side = Side.HOME
    place: str = ""
    where: dict[str, object] = field(default_factory=dict)
    call: Callable[[Desk], object] | None = None

    def open(self, desk: Desk) -> None:
        """Go there, or do it."""
        if self.call is not None:
            self.call(desk)
        elif self.place:
            desk.go(self.place, **self.where)


@dataclass(frozen=True)
class Group:
    """Findings of one kind under their heading (already in words)."""

    label: str
    found: tuple[Found, ...]


Source = Callable[[Desk, str], Sequence[Group]]

GROUP_AT_MOST = 6


def _matches(words: str, typed: str) -> bool:
    """Whether every typed word begins a word of `words`."""
    have = plain_fold(words).replace("…", "").split()
    return all(any(word.startswith(part) for word in have) for part in plain_fold(typed).split())


def places(desk: Desk, typed: str) -> list[Group]:
    """The places of the window."""
    found = [
        Found(words, icon=place.icon, place=place.code)
        for place in PAGES
        if place.on_rail and _matches(words := desk.text(place.label), typed)
    ]
    return [Group(desk.text(N_("Places")), tuple(found[:GROUP_AT_MOST]))] if found else []


def commands(desk: Desk, typed: str) -> list[Group]:
    """The commands that can be used now."""
    built = {place.code for place in PAGES}
    found = [
        Found(words, icon=command.icon, aside=command.key, call=command.call)
        for command in COMMANDS
        if command.find
        and (not command.place or command.place in built)
        and _matches(words := desk.text(command.label), typed)
        and (command.can is None or command.can(desk))
    ]
    return [Group(desk.text(N_("Do")), tuple(found[:GROUP_AT_MOST]))] if found else []


SEARCH_SOURCES: list[Source] = [places, commands]


def search(desk: Desk, typed: str) -> list[Group]:
    """Everything that matches what was typed, in groups; nothing for an empty text."""
    if not typed.strip():
        return []
    return [group for source in SEARCH_SOURCES for group in source(desk, typed.strip())]
