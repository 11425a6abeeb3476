# SPDX-License-Identifier: GPL-3.0-or-later
"""A sample of the networks that are brought in."""

from hospes.actions.networks import TakeNetworks
from hospes.queries.networks import networks

SAMPLES = {"networks-take": lambda app, w: TakeNetworks(networks()[:2])}
