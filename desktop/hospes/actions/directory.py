# SPDX-License-Identifier: GPL-3.0-or-later
"""The directory of links between towns anywhere: bringing a list in, and what is put right by hand."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select

from hospes.actions import Action
from hospes.domain.codes_twinning import PartnershipStatus
from hospes.domain.directory_links import Link, Side
from hospes.domain.errors import UserError
from hospes.domain.values import RoughDate
from hospes.i18n.marks import N_, NN_
from hospes.store.tables.directory import DirectoryLink, TwinningStatistic
from hospes.store.tables.towns import Territory
from hospes.store.writer import Writer


@dataclass(frozen=True)
class BringInDirectory(Action):
    """Links of a list: the new ones, and what it adds to those that are there."""

    code: ClassVar[str] = "bring-in-directory"
    label: ClassVar[str | tuple[str, str]] = NN_("Bring in {n} link", "Bring in {n} links")

    add: tuple[Link, ...]
    change: tuple[tuple[UUID, int, Link], ...] = ()

    def apply(self, w: Writer) -> int:
        """Write them. Gives how many are new.

        Raises UserError where a link has changed since the list was compared with it.
        """
        for ref, version, link in self.change:
            row = w.must(DirectoryLink, ref)
            if row.version != version:
                raise UserError(
                    "The file was changed since the list was compared with it. Compare it again.",
                    code="changed-meanwhile",
                )
            _fill(row, link)
        towns = _territories(w, self.add)
        rows: dict[tuple[str, str], dict[str, object]] = {}
        for link in self.add:
            # Two rows that nothing tells apart are one link.
            rows.setdefault((link.pair, link.type.value), _values(link, towns, w.today))
        there = set()
        if rows:
            # The same two towns may be there under a fact that was compared as another: never a second row.
            d = DirectoryLink
            there = {(pair, type_.value) for pair, type_ in w.execute(select(d.pair, d.type))} & rows.keys()
        w.bulk_add(DirectoryLink, (values for key, values in rows.items() if key not in there))
        return len(rows) - len(there)

    def refs(self, result: object) -> dict[str, object]:
        """How many links."""
        return {"n": len(self.add) + len(self.change)}


def _territories(w: Writer, links: Iterable[Link]) -> frozenset[UUID]:
    """Which of the territories the links point to are still there."""
    wanted = {side.territory for one in links for side in (one.a, one.b) if side.territory is not None}
    return frozenset(ref for ref in wanted if w.get(Territory, ref) is not None)


def _values(link: Link, towns: frozenset[UUID], today: date) -> dict[str, object]:
    values: dict[str, object] = {
        "pair": link.pair,
        "type": link.type,
        "status": link.status,
        "since": link.since,
        "until": link.until,
        "both_sides": link.both_sides,
        "source": link.source,
        "as_of": link.as_of or today,
    }
    for letter, side in (("a", link.a), ("b", link.b)):
        values |= {
            f"{letter}_name": side.name,
            f"{letter}_key": side.key,
            f"{letter}_addition": side.addition,
            f"{letter}_written": side.written,
            f"{letter}_region": side.region,
            f"{letter}_country": side.country,
            f"{letter}_territory_id": side.territory if side.territory in towns else None,
        }
    # What is empty is left to the column's default, which is quicker to write.
    return {name: value for name, value in values.items() if value not in (None, "", False)}


def _fill(row: DirectoryLink, link: Link) -> None:
    row.status, row.since, row.until = link.status, link.since, link.until
    row.both_sides, row.source, row.as_of = link.both_sides, link.source, link.as_of
    for letter, side in (("a", link.a), ("b", link.b)):
        _fill_side(row, letter, side)


def _fill_side(row: DirectoryLink, letter: str, side: Side) -> None:
    for name in ("addition", "written", "region", "country"):
        setattr(row, f"{letter}_{name}", getattr(side, name))
    setattr(row, f"{letter}_territory_id", side.territory)


@dataclass(frozen=True)
class ChangeDirectoryLink(Action):
    """Put right what a list had wrong."""

    code: ClassVar[str] = "change-directory-link"
    label: ClassVar[str | tuple[str, str]] = N_("Change a link of the directory")

    link: UUID
    status: PartnershipStatus | None = None
    since: RoughDate | None = None
    until: RoughDate | None = None

    def apply(self, w: Writer) -> None:
        """Write what is given; whoever says when it ended says that it has ended.

        Raises UserError where it would end before it began.
        """
        row = w.must(DirectoryLink, self.link)
        since, until = self.since or row.since, self.until or row.until
        if since is not None and until is not None and until.last < since.first:
            raise UserError("A link cannot end before it began.", code="ends-before")
        if self.status is not None:
            row.status = self.status
        if self.since is not None:
            row.since = self.since
        if self.until is not None:
            row.until, row.status = self.until, PartnershipStatus.ENDED


@dataclass(frozen=True)
class DeleteDirectoryLinks(Action):
    """Links that should not be there, or all of one source."""

    code: ClassVar[str] = "delete-directory-links"
    label: ClassVar[str | tuple[str, str]] = NN_("Delete {n} link", "Delete {n} links")

    links: tuple[UUID, ...]

    def apply(self, w: Writer) -> int:
        """Delete them. Gives how many were there."""
        count = 0
        for ref in self.links:
            row = w.get(DirectoryLink, ref)
            if row is not None:
                w.delete(row)
                count += 1
        return count

    def refs(self, result: object) -> dict[str, object]:
        """How many links."""
        return {"n": result}


@dataclass(frozen=True)
class KeepStatistic(Action):
    """A number somebody states: a new one, or what stands instead of one that Hospes brings along."""

    code: ClassVar[str] = "keep-statistic"
    label: ClassVar[str | tuple[str, str]] = N_("Note a number others state")

    count: int
    source: str
    as_of: RoughDate | None = None
    a_country: str = ""
    a_region: str = ""
    b_country: str = ""
    b_region: str = ""
    note: str = ""
    statistic: str = ""
    """Its code, if it is there already."""

    def apply(self, w: Writer) -> UUID:
        """Write it. Gives its id.

        Raises UserError for a number without a source and for one below nothing.
        """
        if self.count < 0:
            raise UserError("A number of links cannot be less than nothing.", code="number-negative")
        if not self.source.strip():
            raise UserError("Say who states this number: it is always printed with it.", code="no-source")
        row = w.put(
            TwinningStatistic,
            {"code": self.statistic or w.new_id().hex},
            count=self.count,
            source=self.source.strip(),
            as_of=self.as_of,
            a_country=self.a_country,
            a_region=self.a_region.strip(),
            b_country=self.b_country,
            b_region=self.b_region.strip(),
            note=self.note.strip(),
            hidden=False,
        )
        return row.id


@dataclass(frozen=True)
class DropStatistic(Action):
    """A number nobody needs any more; one that Hospes brings along is only hidden."""

    code: ClassVar[str] = "drop-statistic"
    label: ClassVar[str | tuple[str, str]] = N_("Delete a number others state")

    statistic: str
    shipped: bool = False

    def apply(self, w: Writer) -> None:
        """Delete or hide it."""
        row = w.get(TwinningStatistic, w.key_for(TwinningStatistic, {"code": self.statistic}))
        if self.shipped:
            if row is None:
                w.create(TwinningStatistic, code=self.statistic, count=0, hidden=True)
            else:
                row.hidden = True
        elif row is not None:
            w.delete(row)
