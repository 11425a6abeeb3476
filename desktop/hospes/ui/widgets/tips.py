# SPDX-License-Identifier: GPL-3.0-or-later
"""Tooltips that show what somebody typed as it stands.

Qt draws a tooltip as mark-up when its text looks like it, so a name such as `<img src=…>` would load a file
of this computer (reliability F9). Labels have a switch for it, tooltips have none.
"""

import html

from PySide6.QtGui import Qt


def plain_tip(text: str) -> str:
    """A text for `setToolTip` that is shown letter by letter."""
    if not Qt.mightBeRichText(text):
        return text
    lines = html.escape(text).replace("\n", "<br>")
    return f"<qt>{lines}</qt>"
