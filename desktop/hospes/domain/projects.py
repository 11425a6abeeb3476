# SPDX-License-Identifier: GPL-3.0-or-later
"""Codes of projects: how far one is, and what somebody is in it (S12)."""

from hospes.domain.codes import Code
from hospes.i18n.marks import N_


class ProjectStatus(Code):
    """How far a project is."""

    PLANNED = "planned", N_("In preparation")
    RUNNING = "running", N_("Running")
    ENDED = "ended", N_("Ended")
    GIVEN_UP = "given_up", N_("Given up")


class FunderState(Code):
    """How far the money of somebody who gives is."""

    ASKED = "asked", N_("Asked for")
    GRANTED = "granted", N_("Granted")
    PAID = "paid", N_("Paid")
    REPORTED = "reported", N_("Reported on")
    REFUSED = "refused", N_("Refused")


REPORT_OPEN = frozenset({FunderState.GRANTED, FunderState.PAID})
"""Money of which a report is still owed."""


class PartnerRole(Code):
    """What a partner is in a project; there may be any number of each."""

    LEAD = "lead", N_("In charge")
    PARTNER = "partner", N_("Partner")
    ADVICE = "advice", N_("Gives advice")
    GUEST = "guest", N_("Takes part")
