# SPDX-License-Identifier: GPL-3.0-or-later
"""What a tab of the Money place is. A tab is one file and one line in `TABS` of `ui/pages/money.py`."""

from __future__ import annotations

from hospes.ui.pages.tabbed import PageTab


class MoneyTab(PageTab):
    """Base of the tabs of Money."""
