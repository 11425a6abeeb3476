# SPDX-License-Identifier: GPL-3.0-or-later
"""What a tab of an event's page is: it shows the facts the page has read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.ui.pages.tabbed import PageTab

if TYPE_CHECKING:
    from hospes.queries.events import EventFacts


class EventTab(PageTab):
    """A tab of the page of an event."""

    facts: EventFacts

    def show_facts(self, facts: EventFacts) -> None:
        """Show an event, read anew."""
        self.facts = facts
        self.reload()
