# SPDX-License-Identifier: GPL-3.0-or-later
"""The sentences in which erasing is asked and told, the same in the window and on the command line."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from hospes.domain.retention import Kept
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_


@dataclass(frozen=True, slots=True)
class StaysRow:
    """Papers that stay: of which kind, how many, until when, and whether the name stands on them."""

    kind: Kept
    n: int
    until: date | None
    with_name: bool


@dataclass(frozen=True, slots=True)
class NamedRow:
    """A text of somebody else that names the person. `label` is to be translated."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class ErasurePreview:
    """What would happen."""

    person_id: UUID
    name: str
    visits: int
    """Visits that will show somebody without a name."""
    leaving: int
    """Visits still to come from which the person is taken out."""
    guests_without_host: int
    notes: int
    documents: int
    rows: int
    stays: tuple[StaysRow, ...]
    texts: tuple[NamedRow, ...]
    others_at_home: bool
    """Somebody else lives in the household: its address stays."""
    surname_alone: tuple[NamedRow, ...] = ()
    """Texts of others in which only the surname stands; they are left as they are."""


def question(facts: ErasurePreview, locale: Locale) -> str:
    """The question itself."""
    return locale.text("Erase {person} for good?", person=facts.name)


def lost(facts: ErasurePreview, locale: Locale) -> Iterator[str]:
    """What goes, sentence by sentence."""
    if facts.visits:
        yield locale.ntext(
            "{n} visit will show “a guest” instead of the name.",
            "{n} visits will show “a guest” instead of the name.",
            facts.visits,
        )
    if facts.leaving:
        yield locale.ntext(
            "The person is taken out of {n} visit that is still to come.",
            "The person is taken out of {n} visits that are still to come.",
            facts.leaving,
        )
    if facts.guests_without_host:
        yield locale.ntext(
            "{n} guest of a visit to come loses the host.",
            "{n} guests of visits to come lose their host.",
            facts.guests_without_host,
        )
    if facts.notes:
        yield locale.ntext("{n} note is lost.", "{n} notes are lost.", facts.notes)
    if facts.documents:
        yield locale.ntext("{n} document is lost.", "{n} documents are lost.", facts.documents)
    if facts.others_at_home:
        yield locale.text("The address stays with the others in the household.")


def stays(row: StaysRow, locale: Locale) -> str:
    """What stays, with the reason and the last day."""
    kind = locale.label(row.kind)
    until = locale.date(row.until, "long") if row.until is not None else ""
    if row.with_name:
        if not until:
            return locale.text("{kind}: {n}, with the name", kind=kind, n=row.n)
        return locale.text("{kind}: {n}, with the name until {date}", kind=kind, n=row.n, date=until)
    if not until:
        return locale.text("{kind}: {n}, without the name", kind=kind, n=row.n)
    return locale.text("{kind}: {n}, without the name until {date}", kind=kind, n=row.n, date=until)


def backups(rewritten: int, failed: int, missing: int, locale: Locale) -> Iterator[str]:
    """What became of the backups."""
    if rewritten:
        yield locale.ntext(
            "{n} backup was made anew without it.", "{n} backups were made anew without it.", rewritten
        )
    if failed:
        yield locale.ntext(
            "{n} backup could not be changed: it is damaged or write-protected. Throw it away.",
            "{n} backups could not be changed: they are damaged or write-protected. Throw them away.",
            failed,
        )
    if missing:
        yield locale.ntext(
            "{n} place for backups is not plugged in. Its backups are cleaned as soon as it is back, and "
            "when one of them is restored.",
            "{n} places for backups are not plugged in. Their backups are cleaned as soon as they are back, "
            "and when one of them is restored.",
            missing,
        )


NOT_UNDONE = N_("Undo does not bring this back, and no backup keeps it.")
