# SPDX-License-Identifier: GPL-3.0-or-later
"""Samples of the protocol book."""

from datetime import date

from hospes.actions.courtesies import DropCourtesy, KeepCourtesy, LettersOut, PlanThanks, Whom
from hospes.domain.courtesies import CourtesyKind

GIFT = {"kind": CourtesyKind.GIFT_GIVEN, "what": "A print of the town hall", "on": date(2026, 4, 1)}


def _there(app, w):
    kept = app.run(KeepCourtesy({**GIFT, "other": "The choir of Lipowiec"})).result
    return DropCourtesy((kept,))


def _out(app, w):
    app.run(PlanThanks(w.visit, (Whom(w.dieter),), "Letter of thanks"))
    return LettersOut(w.visit, (), (w.dieter, w.barbara), (w.barbara,), "Letter of thanks", "Ascension visit")


SAMPLES = {
    "courtesy-keep": lambda app, w: KeepCourtesy({**GIFT, "person_id": w.barbara, "occasion": "Jubilee"}),
    "courtesy-drop": _there,
    "thanks-plan": lambda app, w: PlanThanks(
        w.visit, (Whom(w.barbara), Whom(other="The choir of Lipowiec")), "Letter of thanks", "Ascension visit"
    ),
    "thanks-out": _out,
}
