# SPDX-License-Identifier: GPL-3.0-or-later
"""The example association: Partnerschaftsverein Rosenau – Montclair e.V., frozen at Monday 27 April 2026.

It is demonstration, test data and the start of the task scripts at once, therefore part of the product
(decision 42). All people in it are invented; telephone numbers stand in ranges kept free for films and
books, e-mail addresses end in `.example`, and bank accounts belong to banks that do not exist.
"""

from datetime import date
from pathlib import Path


def build(
    path: Path,
    members: int = 142,
    seed: int | None = None,
    today: date | None = None,
    extras: Path | None = None,
    language: str = "en",
    *,
    nowaks: bool = True,
) -> None:
    """Make a new file with the example association.

    142 members are the example to the last number; any other number scales everything in proportion. `seed`
    makes keys and lots, `today` moves all days, `language` is that of what members wrote themselves (jobs,
    notes, tasks). With `extras` a folder also gets the file of the other laptop, its base, and an old
    spreadsheet. Without the `nowaks` the file is the one in which they join (task script 2): the next numbers
    are 214 and 215.

    Raises UserError: there is such a file already, it cannot be written, or the number is impossible.
    """
    from hospes.example.almanac import FROZEN
    from hospes.example.making import SEED, Wish, make

    wish = Wish(members, SEED if seed is None else seed, today or FROZEN, language, nowaks)
    make(path, wish, extras)
