# SPDX-License-Identifier: GPL-3.0-or-later
"""A sample of a rule of the border."""

from hospes.actions.border import SetBorderRule

SAMPLES = {
    "border-rule-set": lambda app, w: SetBorderRule({"from": ["FR"], "to": ["GB"], "document": "passport"}),
}
