# SPDX-License-Identifier: GPL-3.0-or-later
"""A network, umbrella or funder of twinnings that Hospes knows (S38)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Network:
    """An organisation of the starter list."""

    code: str
    kind: str
    language: str
    """The language it is written to in; its own name is in it."""
    websites: Sequence[str]
    names: Mapping[str, str]
    source: str

    @property
    def name(self) -> str:
        """Its own name."""
        return self.names[self.language]
