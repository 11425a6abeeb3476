# SPDX-License-Identifier: GPL-3.0-or-later
"""Samples of the directory of links and of numbers others state, on the small world."""

from datetime import date

from sqlalchemy import select

from hospes.actions.directory import (
    BringInDirectory,
    ChangeDirectoryLink,
    DeleteDirectoryLinks,
    DropStatistic,
    KeepStatistic,
)
from hospes.domain.codes_twinning import PartnershipStatus
from hospes.domain.directory_links import Link, Side
from hospes.domain.values import RoughDate
from hospes.store.tables.directory import DirectoryLink, TwinningStatistic
from tests.make import do

PROBE = "Zubehör"


def link(w):
    return Link(
        1,
        Side(PROBE, "Lohe", "Hessen", "DE", token="zubehor", territory=w.home_town),
        Side("Vire", country="FR", token="vire"),
        since=RoughDate(1964),
        source=PROBE,
        as_of=date(2024, 12, 31),
    )


def there(app, w):
    def found(writer):
        return writer.scalars(select(DirectoryLink)).all()

    if not do(app, found):
        app.run(BringInDirectory((link(w),)))
    return do(app, lambda writer: found(writer)[0].id)


def number(app):
    app.run(KeepStatistic(2251, PROBE, RoughDate(2024), "FR", "", "DE"))
    return do(
        app,
        lambda writer: writer.scalars(
            select(TwinningStatistic).where(TwinningStatistic.source == PROBE)
        ).first().code,
    )  # fmt: skip


SAMPLES = {
    "bring-in-directory": lambda app, w: BringInDirectory((link(w),)),
    "change-directory-link": lambda app, w: ChangeDirectoryLink(
        there(app, w), PartnershipStatus.DORMANT, RoughDate(1965), RoughDate(1999)
    ),
    "delete-directory-links": lambda app, w: DeleteDirectoryLinks((there(app, w),)),
    "keep-statistic": lambda app, w: KeepStatistic(
        2281, PROBE, RoughDate(2013), "FR", "", "DE", "", PROBE, "slide-2024-fr-de"
    ),
    "drop-statistic": lambda app, w: DropStatistic(number(app)),
}
