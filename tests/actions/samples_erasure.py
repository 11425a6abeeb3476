# SPDX-License-Identifier: GPL-3.0-or-later
"""A sample of erasing for good."""

from hospes.actions.erasure import EraseForGood
from hospes.store.erasing import Listed

SAMPLES = {
    "erase": lambda app, w: EraseForGood((Listed(w.guest.hex),)),
}
