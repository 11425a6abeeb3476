# SPDX-License-Identifier: GPL-3.0-or-later
"""How papers look: sheets, type, lists, boxes, labels (design 12). A paper says what, the kit knows where."""
