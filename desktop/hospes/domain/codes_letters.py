# SPDX-License-Identifier: GPL-3.0-or-later
"""Codes of letters to many."""

from hospes.domain.codes import Code
from hospes.i18n.marks import N_


class TwoWays(Code):
    """Where the second language of a letter stands."""

    BELOW = "below", N_("One below the other")
    BESIDE = "beside", N_("Side by side")
    SHEETS = "sheets", N_("Each on a page of its own")
