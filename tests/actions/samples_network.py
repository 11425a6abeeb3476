# SPDX-License-Identifier: GPL-3.0-or-later
"""Samples of yearly figures of other associations."""

from datetime import date

from sqlalchemy import select

from hospes.actions.network_figures import BringInFigures, DeleteFigures
from hospes.domain.network_figures import IncomingFigures
from hospes.store.tables.directory import NetworkFigures
from tests.make import do

ONE = IncomingFigures(
    "ab" * 16, 2025, "DE", "Hessen", "51-100", date(2026, 1, 10), 5, {"members": 80, "men": None}
)


def there(app):
    app.run(BringInFigures((ONE,)))
    return do(app, lambda writer: writer.scalars(select(NetworkFigures)).first().id)


SAMPLES = {
    "bring-in-figures": lambda app, w: BringInFigures((ONE,)),
    "delete-figures": lambda app, w: DeleteFigures((there(app),)),
}
