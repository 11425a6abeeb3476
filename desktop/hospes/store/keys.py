# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys sorted by time (UUID version 7, RFC 9562), from a factory that can be seeded (decision 1)."""

import secrets
import time
from collections.abc import Callable
from random import Random
from uuid import UUID


def uuid7_factory(seed: int | None = None, start_ms: int | None = None) -> Callable[[], UUID]:
    """A source of version 7 UUIDs, each greater than the one before.

    With a seed the sequence is the same every time; `start_ms` is then its first millisecond since 1970.
    """
    rng = Random(seed) if seed is not None else None
    last = start_ms or 0
    count = 0

    def new() -> UUID:
        nonlocal last, count
        moment = last if rng is not None else time.time_ns() // 1_000_000
        if moment > last:
            last, count = moment, 0
        else:
            count += 1
            if count > 0xFFF:
                last, count = last + 1, 0
        tail = rng.getrandbits(62) if rng is not None else secrets.randbits(62)
        return UUID(int=(last & 0xFFFFFFFFFFFF) << 80 | 0x7 << 76 | count << 64 | 0b10 << 62 | tail)

    return new
