# SPDX-License-Identifier: GPL-3.0-or-later
"""Samples of what is done with the rules of funding schemes, and of sharing costs."""

from sqlalchemy import select

from hospes.actions.budget import ShareCosts
from hospes.actions.grants import ChangeScheme, CorrectFigure, MakeSchemeOwn, simple_scheme
from hospes.store.tables.grants import FundingScheme
from tests.actions.samples_travel import grant, own_grant, part

RULES = simple_scheme("Jugendring", "Kreis", "60", "900", "EUR")


def corrected(app, w):
    """A scheme of the association's own of which a figure was put right."""
    own_grant(app, w)
    own = app.read(lambda connection: connection.execute(select(FundingScheme.id)).scalar())
    app.run(CorrectFigure(own.hex, "rates/before/cap", "850", "800"))
    return own


SAMPLES = {
    "funding-scheme-change": lambda app, w: ChangeScheme(corrected(app, w), RULES),
    "funding-scheme-own": lambda app, w: MakeSchemeOwn(grant(app, w), RULES),
    "visit-costs-share": lambda app, w: ShareCosts(w.visit, ((part(app, w), 3_530),), "EUR"),
}
