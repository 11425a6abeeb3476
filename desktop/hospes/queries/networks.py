# SPDX-License-Identifier: GPL-3.0-or-later
"""The starter list of networks, umbrellas and funders, and which of them the file does not know yet (S38).

Data, dated and with its source (`resources/networks/starter.json`): no people, nothing that is not public.
"""

import json
from functools import cache

from sqlalchemy import Connection, select

from hospes import paths
from hospes.domain.networks import Network
from hospes.i18n.fold import fold
from hospes.queries.scope import there
from hospes.store.tables.organisations import Organisation, OrganisationText


@cache
def networks() -> tuple[Network, ...]:
    """The starter list, in the order of its file."""
    path = paths.resources() / "networks" / "starter.json"
    return tuple(Network(**one) for one in json.loads(path.read_text("utf-8"))["organisations"])


def networks_missing(connection: Connection) -> tuple[Network, ...]:
    """Those nobody in the file is called like, in any of their languages."""
    own = connection.scalars(select(Organisation.name).where(there(Organisation)))
    known = {fold(name) for name in own}
    known |= {fold(name) for name in connection.scalars(select(OrganisationText.name)) if name}
    return tuple(one for one in networks() if known.isdisjoint(fold(name) for name in one.names.values()))
