# SPDX-License-Identifier: GPL-3.0-or-later
"""A language nobody speaks, to see what was forgotten.

In `en-XA` every translated text stands in ⟦brackets⟧ with accents and is 40 % longer, the room design 8 asks
for. Whatever is on the screen without brackets was never marked for translation; whatever is cut off has too
little room. Names and numbers put into a text stay as they are.
"""

import gettext
import re

CODE = "en-XA"
LONGER = 0.4
_ACCENTS = str.maketrans("aceilnosuyzACEILNOSUYZ", "äçëïłñöšüýžÄÇËÏŁÑÖŠÜÝŽ")
_PARTS = re.compile(r"(\{\w*\})")


def pseudo(text: str) -> str:
    """The text as the language has it; placeholders are kept."""
    if not text:
        return text
    parts = _PARTS.split(text)
    changed = "".join(part if part.startswith("{") else part.translate(_ACCENTS) for part in parts)
    return f"⟦{changed}{'~' * max(1, round(len(text) * LONGER))}⟧"


class PseudoTexts(gettext.NullTranslations):
    """Translates everything that is asked for."""

    def gettext(self, message: str) -> str:
        """See `pseudo`."""
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Two forms, as English has."""
        return pseudo(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        """The context is not shown."""
        return pseudo(message)
