# SPDX-License-Identifier: GPL-3.0-or-later
"""Samples of trainings and advice."""

from datetime import date

from hospes.actions.trainings import DropAdvice, DropTrainings, KeepAdvice, KeepTraining

DAY = {"topic": "Grants", "provider": "The network", "first": date(2026, 2, 7)}
CASE = {"question": "Are guests insured?", "asked": "Our insurer"}

SAMPLES = {
    "training-keep": lambda app, w: KeepTraining(DAY, (w.barbara, w.dieter)),
    "training-drop": lambda app, w: DropTrainings((app.run(KeepTraining(DAY, (w.barbara,))).result,)),
    "advice-keep": lambda app, w: KeepAdvice(CASE),
    "advice-drop": lambda app, w: DropAdvice((app.run(KeepAdvice(CASE)).result,)),
}
