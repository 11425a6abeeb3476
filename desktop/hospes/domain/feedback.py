# SPDX-License-Identifier: GPL-3.0-or-later
"""Feedback to those above: what practice shows, what is proposed, what they answered (S33, REQ-1-20)."""

from datetime import date

from hospes.domain.codes import Code
from hospes.domain.grants_checks import months_later
from hospes.i18n.marks import N_

WAIT_MONTHS = 3
"""After so many months without an answer somebody is reminded to ask."""


class Level(Code):
    """Who can change something about it."""

    TOWN = "town", N_("Town or municipality")
    DISTRICT = "district", N_("District or county")
    REGION = "region", N_("Region or state of a federation")
    STATE = "state", N_("National government")
    EU = "eu", N_("European Union")
    UN = "un", N_("United Nations")
    NETWORK = "network", N_("Umbrella or network of twinnings")


class FeedbackState(Code):
    """How far an item is."""

    NEW = "new", N_("Not sent yet")
    WAITING = "waiting", N_("Waiting for an answer")
    ANSWERED = "answered", N_("Answered")


def state_of(sent_on: date | None, answered_on: date | None, answer: str) -> FeedbackState:
    """How far an item is, from its days; an answer without a day is one, too."""
    if answered_on is not None or answer:
        return FeedbackState.ANSWERED
    return FeedbackState.WAITING if sent_on is not None else FeedbackState.NEW


def overdue(sent_on: date | None, state: FeedbackState, today: date) -> bool:
    """Whether it waits so long that somebody should ask."""
    return (
        state is FeedbackState.WAITING and sent_on is not None and months_later(sent_on, WAIT_MONTHS) <= today
    )
