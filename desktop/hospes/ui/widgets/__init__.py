# SPDX-License-Identifier: GPL-3.0-or-later
"""The kit: the widgets all pages are made of. They know the theme and nothing of the association."""
