# SPDX-License-Identifier: GPL-3.0-or-later
"""The file: tables, connections, journal, search. Only `actions`, `queries` and `app` come here."""
