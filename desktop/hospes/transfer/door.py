# SPDX-License-Identifier: GPL-3.0-or-later
"""How this package asks the file: by queries, through whoever opened it."""

from collections.abc import Callable
from typing import Protocol, TypeVar

T = TypeVar("T")


class Read(Protocol):
    """How a query is called: `App.read`."""

    def __call__(self, fn: Callable[..., T], /, *args: object) -> T:
        """The query's answer."""
