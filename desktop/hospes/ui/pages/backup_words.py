# SPDX-License-Identifier: GPL-3.0-or-later
"""What going back to a backup would change, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.queries import compare
from hospes.store.backup import looking

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from uuid import UUID

    from hospes.app import App
    from hospes.i18n.locale import Locale
    from hospes.queries.compare import Difference, Some


def what_would_change(app: App, backup: Path, language: str) -> list[Difference]:
    """Compare the open file with the copy inside a backup; for a worker.

    Raises:
        UserError: the backup is damaged, or made by a newer Hospes.
    """
    from hospes.app import App

    with looking(backup) as inside:
        then = App.open(inside, read_only=True, today=app.today)
        try:
            before = then.read(compare.state, app.today)
            now = app.read(compare.state, app.today)
            touched = app.read(compare.touched_since, before)

            def called_then(ids: set[UUID]) -> Mapping[UUID, str]:
                return then.read(compare.names_of, ids, language)

            def called_now(ids: set[UUID]) -> Mapping[UUID, str]:
                return app.read(compare.names_of, ids, language)

            return compare.differences(before, now, touched, called_then, called_now)
        finally:
            then.close()


def words_of(found: Sequence[Difference], locale: Locale) -> list[str]:
    """One sentence for what would go, one for what would come back, one for what would be as it was."""
    if not found:
        return [locale.text("Nothing would change: the records are the same.")]
    lines = []
    newer = [_counted(one.kind, one.newer, locale) for one in found if one.newer.number]
    gone = [_counted(one.kind, one.gone, locale) for one in found if one.gone.number]
    changed = [_counted(one.kind, one.changed, locale) for one in found if one.changed.number]
    if newer:
        lines.append(locale.text("Newer today, and not there any more: {what}.", what=locale.listing(newer)))
    if gone:
        lines.append(locale.text("Taken out since, and there again: {what}.", what=locale.listing(gone)))
    if changed:
        lines.append(locale.text("Changed since, and again as then: {what}.", what=locale.listing(changed)))
    return lines


def _counted(kind: str, some: Some, locale: Locale) -> str:
    counted = _number(kind, some.number, locale)
    if not some.called:
        return counted
    more = ["…"] if some.number > len(some.called) else []
    names = locale.listing([*some.called, *more])
    return locale.text("{counted} ({names})", counted=counted, names=names)


def _number(kind: str, n: int, locale: Locale) -> str:
    if kind == "member":
        return locale.ntext("{n} member", "{n} members", n)
    if kind == "person":
        return locale.ntext("{n} other person", "{n} other people", n)
    if kind == "household":
        return locale.ntext("{n} household", "{n} households", n)
    if kind == "organisation":
        return locale.ntext("{n} organisation", "{n} organisations", n)
    if kind == "visit":
        return locale.ntext("{n} visit", "{n} visits", n)
    if kind == "event":
        return locale.ntext("{n} event", "{n} events", n)
    return locale.ntext("{n} payment", "{n} payments", n)
