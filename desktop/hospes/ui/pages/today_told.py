# SPDX-License-Identifier: GPL-3.0-or-later
"""Needs of Today in words: what twinnings and the time after a visit ask for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from hospes.queries.dashboard import Need
    from hospes.ui.desk import Desk
    from hospes.ui.widgets.labels import Tone


@dataclass(frozen=True)
class Told:
    """A need in words."""

    bold: str
    grey: str
    icon: str
    tone: Tone
    cure: str
    call: Callable[[], object]


def renewal(desk: Desk, need: Need) -> Told:
    """A charter that is to be renewed."""

    def go() -> None:
        if need.ref is not None:
            desk.go("twinning", id=need.ref.hex, tab="papers")

    day = desk.locale.date(need.on, "long") if need.on else ""
    bold = desk.text("Renew the charter: {name}", name=need.name)
    grey = desk.text("To be renewed by {day}", day=day)
    tone: Tone = "warn" if need.rank == 1 else "home"
    return Told(bold, grey, "scroll-text", tone, desk.text("Look at the agreements"), go)


def invite(desk: Desk, need: Need) -> Told:
    """The invitations to a general meeting have to go out."""

    def go() -> None:
        if need.ref is not None:
            desk.go("event", id=need.ref.hex, tab="votes")

    bold = desk.text("Invite to “{event}”", event=need.name)
    day = desk.locale.date(need.on, "long") if need.on else ""
    grey = desk.text("By the by-laws the invitation has to go out by {day}", day=day)
    return Told(bold, grey, "mail", "warn", desk.text("Look at the meeting"), go)


def asleep(desk: Desk, need: Need) -> Told:
    """Links from which nothing was heard."""
    bold = desk.ntext("{n} link has fallen asleep", "{n} links have fallen asleep", need.n)

    def go() -> None:
        desk.go("twinnings", view="asleep")

    return Told(bold, need.name, "moon", "home", desk.text("Show them"), go)


def project(desk: Desk, need: Need) -> Told:
    """A project past its end, or a report that a funder of one waits for."""

    def go() -> None:
        desk.go("project", id=need.ref.hex if need.ref is not None else "")

    if need.code == "project-report":
        bold = desk.text("Report to {name}", name=need.of_whom)
        return Told(bold, need.name, "file-text", "warn", desk.text("Open the project"), go)
    bold = desk.text("A project is past its end: {name}", name=need.name)
    grey = desk.text("Say that it has ended, or give it more time")
    return Told(bold, grey, "clock", "home", desk.text("Open the project"), go)


def to_publish(desk: Desk, need: Need) -> Told:
    """What is planned to be published (S13)."""
    bold = desk.ntext("{n} publication is still to do", "{n} publications are still to do", need.n)

    def go() -> None:
        desk.go("publications", chip="todo")

    return Told(bold, need.name, "pencil", "home", desk.text("Show them"), go)


def feedback(desk: Desk, need: Need) -> Told:
    """Feedback without an answer (REQ-1-20)."""
    sent = desk.locale.date(need.on, "long") if need.on is not None else ""

    def go() -> None:
        desk.go("feedback", id=need.ref.hex if need.ref is not None else "")

    bold = desk.text("Nobody has answered our feedback")
    told = desk.text("{topic}, sent on {day}", topic=need.name, day=sent)
    return Told(bold, told, "flag", "home", desk.text("Show it"), go)


def not_thanked(desk: Desk, need: Need) -> Told:
    """Whom a visit still owes thanks (REQ-1-09)."""
    bold = desk.ntext(
        "{n} person or organisation is not thanked yet",
        "{n} people and organisations are not thanked yet",
        need.n,
    )

    def go() -> None:
        desk.go("visit", id=need.ref.hex if need.ref is not None else "", tab="overview")

    return Told(bold, need.name, "heart-handshake", "home", desk.text("Show the visit"), go)


def letters_sent(desk: Desk, need: Need) -> Told:
    """Letters on the table: printed, and nobody has said that they were sent."""
    bold = desk.ntext(
        "{n} letter was printed. Was it sent?", "{n} letters were printed. Were they sent?", need.n
    )

    def go() -> None:
        desk.go("letters", id=need.ref.hex if need.ref is not None else "")

    day = desk.locale.date(need.earlier, "long") if need.earlier is not None else ""
    told = desk.text("{name}, printed or saved on {day}", name=need.name, day=day)
    return Told(bold, told, "mail", "home", desk.text("Show the letter"), go)
