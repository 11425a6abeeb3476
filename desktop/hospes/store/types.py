# SPDX-License-Identifier: GPL-3.0-or-later
"""Column types: what Python sees and what the file holds.

The file's tables are STRICT, so every type maps to TEXT, INTEGER or BLOB (decision 2). SQLAlchemy's own Uuid,
Date, Numeric, Boolean and JSON are refused by STRICT tables and are not used; a house test says so.
"""

import json
import re
import unicodedata
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Any
from uuid import UUID, SafeUUID

from sqlalchemy import Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator

from hospes.domain.errors import UserError
from hospes.domain.values import RoughDate

Stored = str | int | bytes | None
"""What SQLite keeps in a column."""


class UuidText(TypeDecorator[UUID]):
    """A UUID as 32 hexadecimal digits."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> str | None:
        """To the file."""
        return None if value is None else value.hex

    def process_result_value(self, value: str | None, dialect: Dialect) -> UUID | None:
        """From the file."""
        return None if value is None else uuid_of(value)


_new_uuid = UUID.__new__
_set_int = UUID.__dict__["int"].__set__
_set_safe = UUID.__dict__["is_safe"].__set__
_UNKNOWN = SafeUUID.unknown


def uuid_of(digits: str) -> UUID:
    """The UUID of 32 hexadecimal digits as the file holds them.

    Lists read hundreds of thousands; the class's own constructor first looks for braces and prefixes, which
    makes it three times as slow.
    """
    made = _new_uuid(UUID)
    _set_int(made, int(digits, 16))
    _set_safe(made, _UNKNOWN)
    return made


_REFUSED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters but tab and newline, those that turn the text behind them round, half surrogates."""


def clean_text(value: str) -> str:
    """Text as it may enter the file: in NFC, without NUL, control characters and lone surrogates.

    Raises UserError naming the character (reliability requirement 9).
    """
    bad = _REFUSED.search(value)
    if bad is not None:
        raise UserError(
            "The text holds a character that cannot be kept ({number}). Take it out and try again.",
            code="text-control-character",
            number=f"U+{ord(bad.group()):04X}",
        )
    return value if value.isascii() else unicodedata.normalize("NFC", value)


class String(TypeDecorator[str]):
    """Text in NFC; control characters are refused."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """To the file."""
        return None if value is None else clean_text(value)


class Flag(TypeDecorator[bool]):
    """Yes or no as 1 or 0."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        """To the file."""
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> bool | None:
        """From the file."""
        return None if value is None else bool(value)


class Day(TypeDecorator[date]):
    """A plain day, ISO text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        """To the file."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        """From the file."""
        return None if value is None else date.fromisoformat(value)


class Clock(TypeDecorator[time]):
    """A local time of day, `HH:MM`."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: time | None, dialect: Dialect) -> str | None:
        """To the file."""
        return None if value is None else value.strftime("%H:%M")

    def process_result_value(self, value: str | None, dialect: Dialect) -> time | None:
        """From the file."""
        return None if value is None else time.fromisoformat(value)


class Instant(TypeDecorator[datetime]):
    """A moment in UTC, `YYYY-MM-DDTHH:MM:SS.mmmZ`; used for "recorded at" (decision 8)."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """To the file."""
        if value is None:
            return None
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """From the file."""
        return None if value is None else datetime.fromisoformat(value)


class Rough(TypeDecorator[RoughDate]):
    """A day known perhaps only by year or month (decision 5)."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: RoughDate | None, dialect: Dialect) -> str | None:
        """To the file."""
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> RoughDate | None:
        """From the file."""
        return None if value is None else RoughDate.parse(value)


class CodeText(TypeDecorator[StrEnum]):
    """A code of `domain.codes`, stored by value; `code_check` adds the named CHECK."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__()
        self.kind = kind
        self.members = {member.value: member for member in kind}

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:
        """To the file."""
        return None if value is None else self.kind(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> StrEnum | None:
        """From the file."""
        return None if value is None else self.members[value]


class JsonText(TypeDecorator[Any]):
    """A small structure as JSON text with sorted keys."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: object, dialect: Dialect) -> str | None:
        """To the file."""
        return (
            None
            if value is None
            else json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        )

    def process_result_value(self, value: str | None, dialect: Dialect) -> object:
        """From the file."""
        return None if value is None else json.loads(value)
