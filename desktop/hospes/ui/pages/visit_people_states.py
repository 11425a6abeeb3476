# SPDX-License-Identifier: GPL-3.0-or-later
"""How far somebody's registration has come, where it can go from there, and in which words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.actions.participations import (
    CancelParticipation,
    Confirm,
    MoveUp,
    NoShow,
    PutOnWaitingList,
    Register,
    RegisterInterest,
)
from hospes.domain.codes_visit import ParticipationState
from hospes.i18n.marks import N_

if TYPE_CHECKING:
    from uuid import UUID

    from hospes.actions import Action
    from hospes.ui.desk import Desk

S = ParticipationState
NEXT: dict[ParticipationState, tuple[ParticipationState, ...]] = {
    S.INTERESTED: (S.REGISTERED, S.CONFIRMED, S.CANCELLED),
    S.REGISTERED: (S.CONFIRMED, S.WAITING, S.CANCELLED),
    S.WAITING: (S.CONFIRMED, S.CANCELLED),
    S.CONFIRMED: (S.CANCELLED, S.NO_SHOW),
    S.CANCELLED: (S.REGISTERED, S.CONFIRMED),
    S.NO_SHOW: (S.CONFIRMED,),
}
"""Where somebody can go from a state; the first is the usual next step."""

VERBS: dict[ParticipationState, tuple[str, str]] = {
    S.INTERESTED: ("star", N_("Interested only")),
    S.REGISTERED: ("pencil", N_("Register")),
    S.WAITING: ("clock", N_("To the waiting list")),
    S.CONFIRMED: ("check", N_("Confirm")),
    S.CANCELLED: ("x", N_("Has cancelled")),
    S.NO_SHOW: ("user-minus", N_("Did not come")),
}
"""Icon and verb that bring somebody to a state."""


def state_action(state: ParticipationState, ids: tuple[UUID, ...], *, waiting: bool = False) -> Action:
    """The action that brings people to a state; who waits moves up."""
    if state is S.CONFIRMED and waiting:
        return MoveUp(ids)
    made: dict[ParticipationState, type[Action]] = {
        S.INTERESTED: RegisterInterest,
        S.REGISTERED: Register,
        S.WAITING: PutOnWaitingList,
        S.CONFIRMED: Confirm,
        S.CANCELLED: CancelParticipation,
        S.NO_SHOW: NoShow,
    }
    return made[state](ids)  # type: ignore[call-arg]  # each of them begins with ids


def state_said(desk: Desk, state: ParticipationState, n: int, name: str) -> str:
    """What the message line says afterwards."""
    text, ntext = desk.text, desk.ntext
    if n == 1:
        one = {
            S.INTERESTED: N_("{person} is interested."),
            S.REGISTERED: N_("{person} is registered."),
            S.WAITING: N_("{person} is on the waiting list."),
            S.CONFIRMED: N_("{person} has a place."),
            S.CANCELLED: N_("{person} has cancelled. Where they were to sleep is left as it is."),
            S.NO_SHOW: N_("{person} did not come."),
        }
        return text(one[state], person=name)
    if state is S.CONFIRMED:
        return ntext("{n} person has a place.", "{n} people have a place.", n)
    return ntext("The state of {n} person is changed.", "The state of {n} people is changed.", n)
