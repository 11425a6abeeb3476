# SPDX-License-Identifier: GPL-3.0-or-later
"""Samples of venues."""

from hospes.actions.venues import DropVenues, KeepVenue

HALL = {"name": "Rathaus", "step_free": True, "induction_loop": False}

SAMPLES = {
    "venue-keep": lambda app, w: KeepVenue(HALL),
    "venue-drop": lambda app, w: DropVenues((app.run(KeepVenue(HALL)).result,)),
}
