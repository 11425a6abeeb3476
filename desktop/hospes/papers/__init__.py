# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that can be printed. A paper is one file here and one line in `PAPERS`."""
