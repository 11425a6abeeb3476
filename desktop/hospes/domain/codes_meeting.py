# SPDX-License-Identifier: GPL-3.0-or-later
"""Codes of meetings: what is voted on, which majority it takes, how an invitation may go out."""

from hospes.domain.codes import Code
from hospes.i18n.marks import N_


class MotionKind(Code):
    """What a ballot is about; the statutes may ask for another majority for each."""

    ORDINARY = "ordinary", N_("Motion")
    ELECTION = "election", N_("Election")
    STATUTES = "statutes", N_("Change of the statutes")
    DISSOLUTION = "dissolution", N_("Dissolution")


class Majority(Code):
    """How many votes carry a motion."""

    SIMPLE = "simple", N_("More than half of the votes cast")
    TWO_THIRDS = "two-thirds", N_("Two thirds of the votes cast")
    THREE_QUARTERS = "three-quarters", N_("Three quarters of the votes cast")
    ALL_VOTES = "all-votes", N_("More than half of all votes there are")


class NoticeForm(Code):
    """In which form the statutes let the invitation go out."""

    WRITING = "writing", N_("By letter")
    TEXT = "text", N_("By letter or e-mail")
    PRESS = "press", N_("By notice in the newspaper")
