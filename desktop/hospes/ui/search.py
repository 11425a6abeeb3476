# SPDX-License-Identifier: GPL-3.0-or-later
"""What the one search of the window looks through (design 3): people, organisations, papers, pages, commands.

A source is a function that gives groups of findings for a typed text; `SEARCH_SOURCES` lists them in
the order they are shown. One mechanism is learnt once: there is no separate palette of commands.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hospes.i18n.marks import N_
from hospes.ui.commands import COMMANDS
from hospes.ui.desk import Desk
from hospes.ui.look.sign import Side
from hospes.ui.pages import PAGES
from hospes.ui.widgets.choices import plain_fold

if TYPE_CHECKING:
    from hospes.queries.search import Hit


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


@dataclass(frozen=True)
class PersonAct:
    """Something that can be done with somebody from the search: words with {person}, and where it leads."""

    label: str  # msgid
    icon: str
    place: str
    where: Callable[[str], dict[str, object]]  # from the person's id as 32 digits


PERSON_ACTS: list[PersonAct] = [
    PersonAct(N_("Record a payment from {person}"), "coins", "money", lambda person: {"pay": person}),
    PersonAct(
        N_("Print the membership card of {person}"),
        "id-card",
        "print",
        lambda person: {"paper": "membership-cards", "people": [person]},
    ),
    PersonAct(N_("Write a letter to {person}"), "mail", "letters", lambda person: {"people": [person]}),
]
"""What can be done with a member straight from the search; more are one line each."""

LEAST_TYPED = 3
"""Fewer letters mean nobody yet."""


def person_acts(desk: Desk, typed: str) -> list[Found]:
    """What can be done with the members a text finds: all of it with the best, the first with the next."""
    if desk.app is None or desk.app.read_only or len(typed) < LEAST_TYPED:
        return []
    from hospes.queries.search import search as look

    hits = desk.read(look, typed, desk.locale, desk.app.today, 4, ("person",))
    members = [hit for hit in hits if "member" in hit.roles]
    return [
        Found(
            desk.text(act.label, person=hit.title),
            icon=act.icon,
            place=act.place,
            where=act.where(hit.id.hex),
        )
        for at, hit in enumerate(members[:2])
        for act in (PERSON_ACTS if at == 0 else PERSON_ACTS[:1])
    ]


def commands(desk: Desk, typed: str) -> list[Group]:
    """The commands that can be used now, and what can be done with the people found."""
    built = {place.code for place in PAGES}
    found = person_acts(desk, typed)
    found += [
        Found(words, icon=command.icon, aside=command.key, call=command.call)
        for command in COMMANDS
        if command.find
        and (not command.place or command.place in built)
        and _matches(words := desk.text(command.label), typed)
        and (command.can is None or command.can(desk))
    ]
    return [Group(desk.text(N_("Do")), tuple(found[:GROUP_AT_MOST]))] if found else []


def records(desk: Desk, typed: str) -> list[Group]:
    """What stands in the open file: people, households, organisations and whatever else has a page."""
    if desk.app is None:
        return []
    from hospes.queries.search import search_groups

    home = _home_country(desk)
    groups = []
    for group in desk.read(search_groups, typed, desk.locale, desk.app.today, GROUP_AT_MOST):
        found = tuple(_record(desk, hit, home) for hit in group.hits if _place_of(hit))
        if found:
            groups.append(Group(desk.text(group.label), found))
    return groups


def _record(desk: Desk, hit: Hit, home: str) -> Found:
    roles = [desk.text(_ROLES[role]) for role in hit.roles if role in _ROLES]
    somebody = hit.kind == "person"
    return Found(
        hit.title,
        " · ".join(roles),
        hit.detail,
        icon=_ICONS.get(hit.kind, "circle"),
        initials=_initials(hit.title) if somebody else "",
        side=Side.HOME if not hit.country or hit.country == home else Side.PARTNER,
        place=_place_of(hit),
        where={"motion" if hit.kind == "event_motion" else "id": hit.id.hex},
    )


_ROLES = {"member": N_("Member"), "host": N_("Host")}
_ICONS = {"household": "house", "organisation": "landmark", "visit": "bus", "event": "calendar-days",
          "event_motion": "scroll-text",
          "partnership": "handshake", "territory": "map-pin", "task": "list-checks", "document": "file-text",
          "receipt": "coins", "courtesy": "heart-handshake", "feedback": "flag",
          "training": "graduation-cap", "advice_case": "circle-help",
          "publication": "scroll-text", "reference": "scroll-text", "goods": "bus",
          "project": "clipboard-list"}  # fmt: skip


def _place_of(hit: Hit) -> str:
    """The place whose page shows a hit, empty if it is not built yet."""
    wanted = {"person": "members" if "member" in hit.roles else "contacts", "household": "household",
              "organisation": "contacts", "visit": "visit", "event": "event",
              "event_motion": "event", "task": "calendar",
              "partnership": "twinning", "territory": "places",
              "receipt": "money", "courtesy": "courtesies", "feedback": "feedback",
              "training": "trainings", "advice_case": "advice",
              "publication": "publications", "reference": "references", "goods": "goods",
              "project": "project"}.get(hit.kind, "")  # fmt: skip
    return wanted if any(place.code == wanted for place in PAGES) else ""


def _initials(title: str) -> str:
    words = [word for word in title.split() if word[0].isalpha()]
    return "".join(word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)).upper()


def _home_country(desk: Desk) -> str:
    from hospes.queries.association import association

    return desk.read(association).country


SEARCH_SOURCES: list[Source] = [records, places, commands]


def search(desk: Desk, typed: str) -> list[Group]:
    """Everything that matches what was typed, in groups; nothing for an empty text."""
    if not typed.strip():
        return []
    return [group for source in SEARCH_SOURCES for group in source(desk, typed.strip())]
