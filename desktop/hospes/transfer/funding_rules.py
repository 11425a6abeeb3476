# SPDX-License-Identifier: GPL-3.0-or-later
"""The file with the rules of a funding scheme, from one association to another.

It is JSON that anybody can look into: `format`, `version`, `made_on` and the `scheme`.
The scheme is what `funding_write.written` gives: names, rates by years, rules, days. Nobody is named in it.
"""

import json
from datetime import date
from pathlib import Path

from hospes.domain.funding import Scheme, read_scheme
from hospes.domain.funding_sound import sound
from hospes.domain.funding_write import written
from hospes.transfer.reading import Head, Output, ReadOptions, Unreadable
from hospes.transfer.text_border import clean
from hospes.transfer.writers.whole import whole_file

SUFFIX = ".hospes-rules"
FORM = "rules"
FORMAT = "hospes-funding"
VERSION = 1
MOST_BYTES = 256 * 1024
MOST_DEEP = 9
LONGEST = 500
MOST_IN_A_LIST = 500


def write_rules(target: Path, scheme: Scheme, made_on: date) -> None:
    """Write the rules as they count here. The file appears whole or stays as it was."""
    whole = {
        "format": FORMAT,
        "version": VERSION,
        "made_on": made_on.isoformat(),
        "scheme": written(scheme) | {"code": "own"},
    }
    with whole_file(target) as part:
        part.write_text(json.dumps(whole, ensure_ascii=False, indent=1) + "\n", "utf-8")


def read(path: Path, _options: ReadOptions, out: Output) -> None:
    """Read a file of rules. Raises Unreadable for anything else."""
    if path.stat().st_size > MOST_BYTES:
        raise damaged(path)
    try:
        whole = json.loads(path.read_text("utf-8"), parse_float=str, parse_constant=_none)
    except (ValueError, RecursionError):
        raise damaged(path) from None
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise damaged(path)
    version = whole.get("version")
    if isinstance(version, int) and version > VERSION:
        raise Unreadable(
            "{file} was made by a newer Hospes. Bring Hospes up to date first.",
            code="rules-newer",
            file=path.name,
        )
    out.head(Head(FORM))
    out.card(1, written(scheme_of(whole.get("scheme"), path)))


def scheme_of(raw: object, path: Path) -> Scheme:
    """The rules in what was read. Raises Unreadable where they make no sense."""
    try:
        if not isinstance(raw, dict):
            raise ValueError("no scheme")
        plain = {str(_cleaned(key)): _cleaned(value) for key, value in raw.items()}
        found = read_scheme({**plain, "code": "own"}, own=True)
        if not sound(found):
            raise ValueError("no sense")
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError):
        raise damaged(path) from None
    return found


def _cleaned(value: object, deep: int = 0) -> object:
    """Texts as they may stand in the file, no list without end. Raises ValueError."""
    if deep > MOST_DEEP:
        raise ValueError("too deep")
    if isinstance(value, str):
        return clean(value, lines=False)[0][:LONGEST]
    if isinstance(value, list | dict) and len(value) > MOST_IN_A_LIST:
        raise ValueError("too long")
    if isinstance(value, list):
        return [_cleaned(one, deep + 1) for one in value]
    if isinstance(value, dict):
        return {str(_cleaned(key)): _cleaned(one, deep + 1) for key, one in value.items()}
    return value


def _none(_: str) -> None:
    raise ValueError("no number")


def damaged(path: Path) -> Unreadable:
    """What is said of a file that holds no such rules."""
    return Unreadable(
        "{file} is damaged or holds no rules of a funding scheme. Ask for a new one.",
        code="rules-damaged",
        file=path.name,
    )
