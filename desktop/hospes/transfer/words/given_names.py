# SPDX-License-Identifier: GPL-3.0-or-later
"""First names that are common in the countries of our languages; only to tell which column holds first names.

Folded. Nothing about a person is taken from them, least of all woman or man.
"""

_NAMES = """

"""

GIVEN_NAMES = frozenset(_NAMES.split())
