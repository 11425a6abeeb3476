# SPDX-License-Identifier: GPL-3.0-or-later
"""Handing somebody all their data: one JSON file, or a zip with it, the readable sheet and the documents."""

import json
import re
import zipfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from hospes.domain.errors import UserError
from hospes.papers.base import Scope
from hospes.papers.making import draw, find_paper, gather
from hospes.papers.person_sheet import PersonSheetOptions

if TYPE_CHECKING:
    from hospes.papers.making import Gathered
    from hospes.queries import Connection
    from hospes.queries.extract import Extract

ENDINGS = (".zip", ".json")
DATA, SHEET = "data.json", "sheet.pdf"
_STAMP = (1980, 1, 1, 0, 0, 0)
_TYPES = {"image/jpeg": ".jpg", "image/png": ".png", "application/pdf": ".pdf", "text/plain": ".txt"}


@dataclass(frozen=True, slots=True)
class Everything:
    """All that is handed out, read in one moment."""

    extract: "Extract"
    sheet: "Gathered"


def read_everything(connection: "Connection", person_id: UUID, today: date, language: str) -> Everything:
    """Read it. Raises UserError if there is nobody of this id."""
    from hospes.queries.extract import extract

    found = extract(connection, person_id, today, language)
    options = PersonSheetOptions(health=True, others=False)
    return Everything(
        found, gather(connection, find_paper("person-sheet"), options, Scope(today, person=person_id))
    )


def check_target(target: Path) -> None:
    """Raises UserError where the ending says something else."""
    if target.suffix.lower() not in ENDINGS:
        raise UserError(
            "The data of a person can be saved as {kinds}.", code="extract-format", kinds=", ".join(ENDINGS)
        )


def write_into(part: Path, everything: Everything, ending: str) -> None:
    """Write it into an empty file."""
    text = json.dumps(everything.extract.data, ensure_ascii=False, indent=1, sort_keys=True)
    if ending.lower() == ".json":
        part.write_text(text + "\n", "utf-8")
        return
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(DATA, _STAMP), text)
        archive.writestr(zipfile.ZipInfo(SHEET, _STAMP), draw(everything.sheet).pdf)
        used: set[str] = set()
        for one in everything.extract.attached:
            name = _free(_plain(one.name, one.media_type), used)
            archive.writestr(zipfile.ZipInfo(f"documents/{name}", _STAMP), one.data)


def _plain(name: str, media_type: str) -> str:
    """A name any computer takes, with an ending that says what it is."""
    stem = re.sub(r"[^\w .()-]+", "_", name).strip(" .")[:80] or "document"
    ending = _TYPES.get(media_type, "")
    return stem if Path(stem).suffix else stem + ending


def _free(name: str, used: set[str]) -> str:
    number, given = 1, name
    while name.casefold() in used:
        number += 1
        name = f"{Path(given).stem} ({number}){Path(given).suffix}"
    used.add(name.casefold())
    return name
