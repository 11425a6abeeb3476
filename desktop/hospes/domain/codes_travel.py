# SPDX-License-Identifier: GPL-3.0-or-later
"""Codes of how people travel and sleep in hotels (design 5.8, Travel)."""

from hospes.domain.codes import Code
from hospes.i18n.marks import N_


class TransportKind(Code):
    """What people travel by."""

    COACH = "coach", N_("Coach")
    MINIBUS = "minibus", N_("Minibus")
    CAR = "car", N_("Car")
    TRAIN = "train", N_("Train")
    PLANE = "plane", N_("Plane")
    SHIP = "ship", N_("Ship")
    OWN = "own", N_("Their own way")
    """People who come by themselves: they need no seat, and nobody has to look for one."""


DRIVEN = frozenset({TransportKind.COACH, TransportKind.MINIBUS})
"""Kinds with a driver who has to keep driving and rest times (domain 2.6)."""


class LegWay(Code):
    """Which part of the journey a leg belongs to."""

    THERE = "there", N_("Way there")
    DURING = "during", N_("During the visit")
    BACK = "back", N_("Way back")
