# SPDX-License-Identifier: GPL-3.0-or-later
"""Hospes: the record book of a town-twinning association.

This package module stays empty but for the version, so that `import hospes` costs nothing: the command line's
help and the first painted frame must not load SQL, PDF or language data.
"""

__version__ = "0.1.0"
