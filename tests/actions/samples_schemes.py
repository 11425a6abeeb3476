# SPDX-License-Identifier: GPL-3.0-or-later
"""Samples of what is done with the rules of funding schemes, and of sharing costs."""

from sqlalchemy import select

from hospes.actions.bearers import (
    AddBearer,
    DeleteBearer,
    EditBearer,
    Part,
    RecordBearerPayment,
    ShareCosts,
)
from hospes.actions.funding_rules import BringInRules
from hospes.actions.grants import ChangeScheme, CorrectFigure, MakeSchemeOwn, simple_scheme
from hospes.domain.values import Money
from hospes.store.tables.grants import FundingScheme
from hospes.store.tables.households import Household
from tests.actions.samples_travel import grant, own_grant, part

RULES = simple_scheme("Jugendring", "Kreis", "60", "900", "EUR")


def corrected(app, w):
    """A scheme of the association's own of which a figure was put right."""
    own_grant(app, w)
    own = app.read(lambda connection: connection.execute(select(FundingScheme.id)).scalar())
    app.run(CorrectFigure(own.hex, "rates/before/cap", "850", "800"))
    return own


def home(app, w):
    """A household that is there."""
    return app.read(
        lambda connection: connection.execute(select(Household.id).order_by(Household.id)).scalar()
    )


def bearer(app, w):
    """A household that bears a part."""
    return app.run(AddBearer(w.visit, Money(2_500), home(app, w))).result


SAMPLES = {
    "visit-bearer-add": lambda app, w: AddBearer(w.visit, Money(2_500), home(app, w)),
    "visit-bearer-edit": lambda app, w: EditBearer(bearer(app, w), {"minor": 3_000, "remarks": "cash"}),
    "visit-bearer-delete": lambda app, w: DeleteBearer(bearer(app, w)),
    "visit-bearer-payment": lambda app, w: RecordBearerPayment(bearer(app, w), Money(2_500)),
    "funding-scheme-change": lambda app, w: ChangeScheme(corrected(app, w), RULES),
    "funding-rules-in": lambda app, w: BringInRules(RULES, corrected(app, w)),
    "funding-scheme-own": lambda app, w: MakeSchemeOwn(grant(app, w), RULES),
    "visit-costs-share": lambda app, w: ShareCosts(
        w.visit, ((part(app, w), 3_530),), (Part(1_000, home(app, w)),), "EUR"
    ),
}
