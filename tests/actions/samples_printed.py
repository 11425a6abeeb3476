# SPDX-License-Identifier: GPL-3.0-or-later
"""Samples of the actions on printed papers."""

from hospes.actions.printed_papers import RememberPrint

SAMPLES = {
    "paper-print-remember": lambda app, w: RememberPrint(w.visit, "hosting-list", 1, {w.guest.hex: ":"}),
}
