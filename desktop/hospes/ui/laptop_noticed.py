# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a file of the other laptop lies where somebody would put it (script 11: "file noticed").

The folders are looked at each time Today is read, the files in them only when something there has changed.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from hospes.domain.errors import UserError

if TYPE_CHECKING:
    from hospes.queries.dashboard import Need
    from hospes.store.laptop_files import Noticed
    from hospes.ui.desk import Desk

_KEPT = "laptop.noticed"


def noticed_need(desk: Desk) -> Need | None:
    """What Today says about it; None if there is no such file."""
    from hospes.queries.dashboard import Need
    from hospes.queries.laptops import newest_step

    app = desk.app
    if app is None or app.read_only:
        return None
    last = app.read(newest_step)
    seen = (str(app.path), last, _times(desk))
    kept = desk.property(_KEPT)
    if kept is None or kept[0] != seen:
        kept = (seen, _look(desk))
        desk.setProperty(_KEPT, kept)
    found = kept[1]
    if found is None:
        return None
    return Need("laptop-file", 1, UUID(hex=found.step), name=f"{found.name}\0{found.path}", n=found.steps)


def _look(desk: Desk) -> Noticed | None:
    from hospes.queries.laptops import known_steps
    from hospes.store.laptop_files import noticed

    app = desk.file
    with contextlib.suppress(UserError, OSError, ValueError):
        return noticed(app.path, app.read(known_steps), desk.settings.backup_places)
    return None


def _times(desk: Desk) -> tuple[int, ...]:
    """When something was last put into the folders or taken out of them."""
    folders = [desk.file.path.parent, *(Path(place) for place in desk.settings.backup_places if place)]
    found = []
    for folder in folders:
        try:
            found.append(folder.stat().st_mtime_ns)
        except OSError:
            found.append(0)
    return tuple(found)
