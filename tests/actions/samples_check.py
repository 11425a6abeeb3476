# SPDX-License-Identifier: GPL-3.0-or-later
"""Samples of what is mended when the records are checked."""

from sqlalchemy import select

from hospes.actions.cures import MendPostcode
from hospes.store.tables.households import Address


def _address(app):
    with app.engine.read() as connection:
        return connection.execute(select(Address.id).order_by(Address.id).limit(1)).scalar_one()


SAMPLES = {"postcode-mend": lambda app, w: MendPostcode(_address(app), {"postcode": "62-345"})}
