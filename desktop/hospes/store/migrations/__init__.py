# SPDX-License-Identifier: GPL-3.0-or-later
"""The schema of every version, and the steps from each to the next (see `store.migrate`)."""
