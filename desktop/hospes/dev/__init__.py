# SPDX-License-Identifier: GPL-3.0-or-later
"""Tools for those who work on Hospes, called by `dev.py`. Nothing else imports this package."""
