# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the file knows no network or umbrella, those Hospes knows are offered (S38)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.actions.networks import TakeNetworks
from hospes.queries.networks import networks, networks_missing
from hospes.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from hospes.ui.desk import Desk


class NetworksLink(Button):
    """Brings them in with one press; gone once one of them is there."""

    def __init__(self, desk: Desk) -> None:
        words = desk.text("Bring in networks and umbrellas")
        super().__init__(
            desk.theme, words, "link", icon="download", name="contacts.networks", call=self._take
        )
        self._desk = desk

    def offer(self, wanted: bool) -> None:
        """Show it where it is wanted and nothing of the list is in the file."""
        self.setVisible(wanted and len(self._desk.read(networks_missing)) == len(networks()))

    def _take(self) -> None:
        desk = self._desk
        missing = desk.read(networks_missing)
        said = desk.ntext(
            "{n} network or umbrella is added.", "{n} networks and umbrellas are added.", len(missing)
        )
        desk.run(TakeNetworks(missing), said=said)
