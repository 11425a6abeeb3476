# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line of product.md 4: one of the two equal faces of `hospes.app`, with no display and no Qt."""
