# SPDX-License-Identifier: GPL-3.0-or-later
"""Words: catalogues, the `Locale` that is handed around, sort order, folding for search."""
