# SPDX-License-Identifier: GPL-3.0-or-later
"""How Hospes looks: colours, measures, type, icons and the sign. Every colour and measure comes from here."""
