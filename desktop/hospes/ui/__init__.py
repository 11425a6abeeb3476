# SPDX-License-Identifier: GPL-3.0-or-later
"""The window: everything of Hospes that needs Qt, and nothing that knows SQL. Start reading at `desk.py`."""
