# SPDX-License-Identifier: GPL-3.0-or-later
"""Samples of figures of organisations, on the small world."""

from hospes.actions.actors import DropActorFact, KeepActorFact
from hospes.domain.values import RoughDate


def figure(w):
    return KeepActorFact("Jobs", "120", RoughDate(2025), "Zukunftsblatt", w.townhall)


SAMPLES = {
    "actor-fact-keep": lambda app, w: figure(w),
    "actor-fact-drop": lambda app, w: DropActorFact(app.run(figure(w)).result),
}
