# SPDX-License-Identifier: GPL-3.0-or-later
"""Twinnings as their papers need them: the page of one in each language, its papers, visits and people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, select

from hospes.domain.codes import ConsentPurpose, DocumentKind
from hospes.domain.errors import UserError
from hospes.i18n.fold import fold
from hospes.queries.agreements import Papers, papers_of
from hospes.queries.association import owner_of_file
from hospes.queries.paper_visit_report import LARGEST, Photo
from hospes.queries.partnerships import titles_of
from hospes.queries.partnerships_page import TwinningPage, twinning_page
from hospes.queries.partnerships_visits import BondVisit, Counterpart, people_over_there, visits_of_bond
from hospes.queries.person_facts import consents
from hospes.queries.scope import ids_in
from hospes.store.selections import pick
from hospes.store.tables.events import Blob, Document
from hospes.store.tables.partnerships import Partnership, PartnershipGroupMember


@dataclass(frozen=True)
class PaperTwinning:
    """A twinning with everything in each language of a paper, by the language's code."""

    pages: Mapping[str, TwinningPage]
    papers: Papers
    visits: Mapping[str, tuple[BondVisit, ...]]

    @property
    def page(self) -> TwinningPage:
        """In the first language."""
        return next(iter(self.pages.values()))

    def title(self, code: str) -> str:
        """What it is called."""
        return self.pages[code].row.title if code in self.pages else self.page.row.title


def need_twinning(connection: Connection, ref: UUID | None) -> UUID:
    """The twinning that was chosen, or the only one. Raises UserError where there are several or none."""
    if ref is not None:
        return ref
    p = Partnership
    query = select(p.id).where(
        p.owner_id == owner_of_file(connection), p.parent_id.is_(None), p.binned_at.is_(None)
    )
    some = connection.scalars(query.limit(2)).all()
    if len(some) != 1:
        raise UserError("Choose a twinning for this paper.", code="twinning-needed")
    return some[0]


def paper_twinning(connection: Connection, bond: UUID, codes: Sequence[str], today: date) -> PaperTwinning:
    """A twinning in these languages."""
    return PaperTwinning(
        {code: twinning_page(connection, bond, code, today) for code in codes},
        papers_of(connection, bond),
        {code: visits_of_bond(connection, bond, code.partition("-")[0]) for code in codes},
    )


def with_its_groups(connection: Connection, bond: UUID) -> list[UUID]:
    """The twinning and those of its triangles and rings, by the day they began."""
    m, p = PartnershipGroupMember, Partnership
    groups = select(m.group_id).where(m.partnership_id == bond)
    rows = connection.execute(
        pick(p.id, p.since)
        .join(m, m.partnership_id == p.id)
        .where(m.group_id.in_(groups), p.binned_at.is_(None))
        .distinct()
    ).all()
    found = {row[0]: str(row[1] or "9") for row in rows} | {bond: ""}
    since = dict(connection.execute(pick(p.id, p.since).where(p.id == bond)).all())
    found[bond] = str(since.get(bond) or "9")
    return sorted(found, key=lambda ref: (found[ref], ref.hex))


def people_of(
    connection: Connection, bond: UUID, codes: Sequence[str], today: date
) -> dict[str, tuple[Counterpart, ...]]:
    """Who holds which office over there, in each language."""
    return {code: people_over_there(connection, bond, code, today) for code in codes}


def twinning_photos(
    connection: Connection, bonds: Sequence[UUID], today: date, most: int
) -> tuple[Photo, ...]:
    """Pictures kept with twinnings: none confidential, none of somebody who did not agree to print."""
    if not most:
        return ()
    d, b = Document, Blob
    query = (
        pick(d.name, d.on, d.person_id, b.data)
        .join(b, b.sha256 == d.blob_sha)
        .where(
            d.partnership_id.in_(ids_in(bonds)),
            d.kind == DocumentKind.PHOTO,
            d.binned_at.is_(None),
            d.confidential.is_(False),
            b.media_type.like("image/%"),
            b.size <= LARGEST,
        )
        .order_by(d.on, d.name, d.id)
    )
    rows = connection.execute(query).all()
    agreed = consents(connection, ids_in({row[2] for row in rows if row[2]}), today)
    found = [
        Photo(row[0], row[1], row[3])
        for row in rows
        if row[2] is None or ConsentPurpose.PHOTO_PRINT in agreed.get(row[2], frozenset())
    ]
    return tuple(found[:most])


def twinnings_to_choose(connection: Connection, language: str) -> tuple[tuple[UUID, str], ...]:
    """The twinnings a paper can be about: what we are part of and what began first comes first."""
    p = Partnership
    rows = connection.execute(pick(p.id, p.since, p.parent_id).where(p.binned_at.is_(None))).all()
    titles = titles_of(connection, [row[0] for row in rows], language)
    rows_in_order = sorted(
        rows, key=lambda row: (row[2] is not None, str(row[1] or "9"), fold(titles[row[0]]))
    )
    return tuple((row[0], titles[row[0]]) for row in rows_in_order)
