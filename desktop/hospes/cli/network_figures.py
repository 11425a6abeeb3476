# SPDX-License-Identifier: GPL-3.0-or-later
"""Yearly figures without names: written for a network office, and brought in there."""

from pathlib import Path
from typing import TYPE_CHECKING

from hospes.cli.call import Call, Wrong
from hospes.i18n.marks import N_

if TYPE_CHECKING:
    from argparse import Namespace

FIGURES = "figures"
SUFFIX = ".hospes-figures"


def write_yearly(call: Call, args: "Namespace", target: Path) -> None:
    """Write the figures of a year and say how many numbers are left out."""
    from hospes.queries.network_figures import yearly
    from hospes.transfer.network_figures import write_figures

    if target.suffix.lower() != SUFFIX:
        raise Wrong(N_("Figures are written into a {ending} file."), ending=SUFFIX)
    with call.reading(args.file) as app:
        year = args.year or app.today.year - 1
        found = app.read(yearly, year, app.today)
        count = write_figures(target, found, app.today)
    if args.json:
        call.json(
            {"target": str(target), "what": FIGURES, "year": year, "rows": count, "left_out": found.left_out}
        )
        return
    call.print(
        call.locale.ntext(
            "{n} figure of {year} written to {file}",
            "{n} figures of {year} written to {file}",
            count,
            year=str(year),
            file=target.name,
        )
    )
    if found.left_out:
        call.print(
            call.locale.ntext(
                "{n} figure is left out: it could tell of somebody.",
                "{n} figures are left out: they could tell of somebody.",
                found.left_out,
            )
        )


def bring_in_figures(call: Call, args: "Namespace") -> None:
    """Bring in a file of figures, or all of a folder; a newer one takes the place of the older."""
    from hospes.actions.network_figures import BringInFigures
    from hospes.queries.network_figures import all_sent
    from hospes.transfer.network_figures_in import look_at

    source = Path(args.list)
    paths = sorted(source.glob(f"*{SUFFIX}")) if source.is_dir() else [source]
    if not paths:
        raise Wrong(N_("There is no {ending} file in this folder."), ending=SUFFIX)
    found = look_at(paths)
    step = None
    with call.reading(args.file) if args.dry_run else call.writing(args.file) as app:
        there = {(one.sent.sender, one.sent.year) for one in app.read(all_sent)}
        if not args.dry_run:
            app.back_up()
            step = app.run(BringInFigures(tuple(found))).step_id
    again = sum((one.sender, one.year) in there for one in found)
    if args.json:
        call.json(
            {
                "read": len(paths), "new": len(found) - again, "updated": again, "known": 0, "doubtful": 0,
                "rejected": [], "step": step.hex if step is not None else None,
            }
        )  # fmt: skip
        return
    call.print(
        call.locale.ntext(
            "Figures of {n} association came in.", "Figures of {n} associations came in.", len(found)
        )
    )
