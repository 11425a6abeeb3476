# SPDX-License-Identifier: GPL-3.0-or-later
"""Samples of the protocol book."""

from datetime import date

from hospes.actions.courtesies import DropCourtesy, KeepCourtesy
from hospes.domain.courtesies import CourtesyKind

GIFT = {"kind": CourtesyKind.GIFT_GIVEN, "what": "A print of the town hall", "on": date(2026, 4, 1)}


def _there(app, w):
    kept = app.run(KeepCourtesy({**GIFT, "other": "The choir of Lipowiec"})).result
    return DropCourtesy((kept,))


SAMPLES = {
    "courtesy-keep": lambda app, w: KeepCourtesy({**GIFT, "person_id": w.barbara, "occasion": "Jubilee"}),
    "courtesy-drop": _there,
}
