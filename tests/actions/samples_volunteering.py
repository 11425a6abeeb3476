# SPDX-License-Identifier: GPL-3.0-or-later
"""Samples of volunteer hours."""

from datetime import date

from hospes.actions.volunteering import DropHours, KeepHours
from hospes.domain.volunteering import HoursKind

HOURS = {"first": date(2026, 5, 14), "minutes": 180, "kind": HoursKind.VISIT}

SAMPLES = {
    "hours-keep": lambda app, w: KeepHours({**HOURS, "visit_id": w.visit}, (w.barbara, w.dieter)),
    "hours-drop": lambda app, w: DropHours(app.run(KeepHours(HOURS, (w.barbara, w.dieter))).result),
}
