# SPDX-License-Identifier: GPL-3.0-or-later
"""Samples of priority countries."""

from hospes.actions.priorities import DropPriorities, FillPriorities, KeepPriority

SAMPLES = {
    "priority-keep": lambda app, w: KeepPriority(2026, "PL", "The state chancellery"),
    "priority-drop": lambda app, w: DropPriorities((app.run(KeepPriority(2026, "HU")).result,)),
    "priority-fill": lambda app, w: FillPriorities(2026),
}
