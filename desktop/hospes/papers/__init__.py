# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that can be printed. A paper is one file here and one line in `PAPERS`."""

from typing import Any

from hospes.papers.base import Paper

PAPERS: tuple[Paper[Any, Any], ...] = ()
"""All papers, in the order of the print centre."""
