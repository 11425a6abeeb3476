# SPDX-License-Identifier: GPL-3.0-or-later
"""`hospes info FILE`: name, towns, counts, schema, last backup."""
