# SPDX-License-Identifier: GPL-3.0-or-later
"""JSON lists of records: Paheko's export, and the lists we write ourselves."""

import json
from math import isfinite
from pathlib import Path

from hospes.transfer.encodings import prepare, shown_name
from hospes.transfer.reading import MAX_COLUMNS, MAX_ROWS, Head, Output, ReadOptions, Unreadable


def read(path: Path, options: ReadOptions, out: Output) -> None:
    """Read a list of records. Raises `Unreadable` for anything else."""
    raw = path.read_bytes()
    body, decoder, others = prepare(raw, options.encoding)
    name = shown_name(raw, options.encoding, decoder)
    try:
        whole = json.loads(body if decoder.fallback is None else body.decode(decoder.fallback, "replace"))
    except (ValueError, RecursionError):
        raise Unreadable("{file} is not a list in JSON, or it is damaged.", file=path.name) from None
    if isinstance(whole, dict) and {"hospes", "tables"} <= whole.keys():
        _dump(whole, name, path, out)
        return
    records = _records(whole)
    if records is None:
        raise Unreadable("{file} holds no list of people.", file=path.name)
    if len(records) > MAX_ROWS:
        raise Unreadable(
            "The list has more than {most} rows. Split it into several lists.",
            code="source-too-big",
            most=MAX_ROWS,
        )
    out.head(Head("json", encoding=name, encodings=others))
    for number, record in enumerate(records, 1):
        if len(record) > MAX_COLUMNS:
            raise Unreadable(
                "Row {row} has {n} cells; a list can have {most} columns.",
                code="source-too-wide",
                row=number,
                n=len(record),
                most=MAX_COLUMNS,
            )
        out.card(number, {str(key): _plain(value) for key, value in record.items()})


def _dump(whole: dict[str, object], encoding: str, path: Path, out: Output) -> None:
    """An open dump of ours: each row with the name of its table."""
    about, tables = whole["hospes"], whole["tables"]
    schema = about.get("schema") if isinstance(about, dict) else None
    if not isinstance(schema, int) or not isinstance(tables, dict):
        raise Unreadable("{file} is damaged and cannot be brought in.", code="dump-damaged", file=path.name)
    out.head(Head("dump", encoding=encoding, schema=schema))
    number = 0
    for name, rows in tables.items():
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise Unreadable(
                "{file} is damaged and cannot be brought in.", code="dump-damaged", file=path.name
            )
        for row in rows:
            number += 1
            out.card(number, {"table": name, "row": row})


def _records(whole: object) -> list[dict[str, object]] | None:
    """The list of records, wherever the program put it."""
    if isinstance(whole, dict):
        lists = [value for value in whole.values() if isinstance(value, list) and value]
        if len(lists) != 1:
            return None
        whole = lists[0]
    if not isinstance(whole, list) or not all(isinstance(each, dict) for each in whole):
        return None
    return whole


def _plain(value: object) -> str | int | float | bool | None:
    if isinstance(value, float) and not isfinite(value):
        return str(value)
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, list):
        return "; ".join(str(each) for each in value if not isinstance(each, list | dict))
    return str(value)
