# SPDX-License-Identifier: GPL-3.0-or-later
"""Half-written text, kept every two seconds so that a crash costs no more than that (design 6.1).

Keys: `new-member` and `new-contact` for the form, `field:PERSON:FIELD` for a field of a person in which
somebody is writing, `note:OWNER:ID` for a note.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from hospes.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

    from hospes.ui.desk import Desk

KEEP_MS = 2000
"""At most so much typing is lost."""

FORMS = ("new-member", "new-contact")


class Keeping(QObject):
    """Calls `keep` two seconds after the first key that was not kept yet."""

    def __init__(self, keep: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._timer.timeout.connect(keep)

    def typed(self) -> None:
        """Something was typed."""
        if not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """What was typed is kept already, or given up."""
        self._timer.stop()


def keep_draft(desk: Desk, key: str, content: object, person_id: UUID | None = None) -> bool:
    """Keep what somebody is writing; False where the file cannot take it now (looked at only, or busy)."""
    if desk.app is None or desk.app.read_only:
        return False
    try:
        desk.app.keep_draft(key, content, person_id)
    except UserError:
        return False  # tried again with the next key, or when the field is left
    return True


def drop_draft(desk: Desk, key: str) -> None:
    """Forget a draft."""
    if desk.app is not None and not desk.app.read_only:
        with suppress(UserError):
            desk.app.drop_draft(key)


def kept_draft(desk: Desk, key: str) -> Any:  # noqa: ANN401 - whatever was kept, as JSON gives it back
    """What was kept under a key, None if nothing."""
    return next((one.content for one in desk.file.drafts(key) if one.key == key), None)


def field_key(person_id: UUID, field: str) -> str:
    """The key of a field of a person."""
    return f"field:{person_id.hex}:{field}"


def person_of(key: str) -> UUID | None:
    """The person a draft's key names, as `field:PERSON:FIELD` and `note:person:PERSON` do."""
    parts = key.split(":")
    text = {"field": parts[1:2], "note": parts[2:3] if parts[1:2] == ["person"] else []}.get(parts[0], [])
    try:
        return UUID(hex=text[0]) if text else None
    except ValueError:
        return None
