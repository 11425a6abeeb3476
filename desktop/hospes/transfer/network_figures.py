# SPDX-License-Identifier: GPL-3.0-or-later
"""The file with an association's yearly figures: written without names, read with care.

It is JSON that anybody can look into. `sender` is a number from which nobody can go back; it only lets a
newer file take the place of the older.
"""

import json
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hospes.domain.network_figures import LEAST, Figure
from hospes.transfer.reading import Head, Output, ReadOptions, Unreadable
from hospes.transfer.writers.whole import whole_file

if TYPE_CHECKING:
    from hospes.queries.network_figures import Yearly

SUFFIX = ".hospes-figures"
FORM = "figures"
FORMAT = 1
MOST_BYTES = 64 * 1024
MOST = 10_000_000
"""No association has so many of anything."""
YEARS = range(1900, 2201)
_SENDER = re.compile(r"[0-9a-f]{8,64}\Z")
_COUNTRY = re.compile(r"(?:[A-Z]{2})?\Z")
_SIZE = re.compile(r"(?:-\d{1,5}|\d{1,5}-\d{1,5}|\d{1,5}\+)?\Z")
LONGEST = 80


def write_figures(target: Path, yearly: "Yearly", made_on: date) -> int:
    """Write the file; gives how many numbers are in it. It appears whole or stays as it was."""
    whole = {
        "format": "hospes-figures",
        "version": FORMAT,
        "sender": yearly.sender,
        "year": yearly.year,
        "country": yearly.country,
        "region": yearly.region,
        "size": yearly.size,
        "least": yearly.least,
        "made_on": made_on.isoformat(),
        "figures": {figure.value: value for figure, value in yearly.figures.items()},
    }
    with whole_file(target) as part:
        part.write_text(json.dumps(whole, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return sum(value is not None for value in yearly.figures.values())


def read(path: Path, _options: ReadOptions, out: Output) -> None:
    """Read a file of figures. Raises Unreadable for anything else."""
    if path.stat().st_size > MOST_BYTES:
        raise damaged(path)
    try:
        whole = json.loads(path.read_text("utf-8"))
    except (ValueError, RecursionError):
        raise damaged(path) from None
    if not isinstance(whole, dict) or whole.get("format") != "hospes-figures":
        raise damaged(path)
    if whole.get("version") != FORMAT:
        raise Unreadable(
            "{file} was made by a newer Hospes. Bring Hospes up to date first.",
            code="figures-newer",
            file=path.name,
        )
    out.head(Head(FORM))
    out.card(1, _checked(whole, path))


def _checked(whole: dict[str, Any], path: Path) -> dict[str, Any]:
    figures = whole.get("figures")
    region = whole.get("region", "")
    fine = (
        isinstance(figures, dict)
        and len(figures) <= len(Figure) * 4
        and _SENDER.match(str(whole.get("sender", "")))
        and _is_int(whole.get("year"))
        and whole["year"] in YEARS
        and _COUNTRY.match(str(whole.get("country", "")))
        and _SIZE.match(str(whole.get("size", "")))
        and isinstance(region, str)
        and len(region) <= LONGEST
        and region.isprintable()
    )
    if not fine or not isinstance(figures, dict):
        raise damaged(path)
    known = {figure.value for figure in Figure}
    kept: dict[str, int | None] = {}
    for name, value in figures.items():
        if value is not None and not (_is_int(value) and 0 <= value <= MOST):
            raise damaged(path)
        if name in known:
            kept[name] = value
    least = whole.get("least", 0)
    try:
        made_on = date.fromisoformat(str(whole.get("made_on"))).isoformat()
    except ValueError:
        made_on = ""
    return {
        "sender": whole["sender"], "year": whole["year"], "country": whole.get("country", ""),
        "region": region, "size": whole.get("size", ""), "made_on": made_on,
        "least": least if _is_int(least) and 0 <= least <= LEAST * 20 else 0, "figures": kept,
    }  # fmt: skip


def _is_int(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def damaged(path: Path) -> Unreadable:
    """The file is none of figures."""
    return Unreadable(
        "{file} is damaged or is no file of figures of Hospes. Ask for a new one.",
        code="figures-damaged",
        file=path.name,
    )
