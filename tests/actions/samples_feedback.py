# SPDX-License-Identifier: GPL-3.0-or-later
"""Samples of feedback to those above."""

from datetime import date

from hospes.actions.feedback import DropFeedback, KeepFeedback, SendFeedback
from hospes.domain.feedback import Level

ITEM = {"topic": "A night train", "level": Level.STATE, "observation": "Three changes"}


def _kept(app):
    return app.run(KeepFeedback(ITEM)).result


SAMPLES = {
    "feedback-keep": lambda app, w: KeepFeedback({**ITEM, "visit_id": w.visit}),
    "feedback-send": lambda app, w: SendFeedback((_kept(app),), date(2026, 5, 1)),
    "feedback-drop": lambda app, w: DropFeedback((_kept(app),)),
}
