# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules of the field on plain values: no file, no database, no window."""
