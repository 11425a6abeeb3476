# SPDX-License-Identifier: GPL-3.0-or-later
"""The papers of a twinning as chains, with the names places had on the day they were signed (S25)."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import Connection

from hospes.domain.codes_twinning import AgreementType, SuccessionKind
from hospes.domain.twinnings import in_chain
from hospes.domain.values import RoughDate
from hospes.i18n.fold import fold
from hospes.queries.scope import among
from hospes.queries.territories import Atlas, atlas
from hospes.store.selections import pick
from hospes.store.tables.events import Document
from hospes.store.tables.partnerships import (
    Agreement,
    AgreementSignature,
    AgreementSigning,
    AgreementText,
    PartnershipParty,
)


@dataclass(frozen=True, slots=True)
class SignatureRow:
    """Who signed, with the office held then."""

    id: UUID
    version: int
    name: str
    office: str
    person_id: UUID | None


@dataclass(frozen=True, slots=True)
class SigningRow:
    """A day and a place of signing."""

    id: UUID
    version: int
    on: RoughDate
    territory_id: UUID | None
    place: str
    signatures: tuple[SignatureRow, ...]


@dataclass(frozen=True, slots=True)
class PaperText:
    """Title and gist in one language."""

    title: str = ""
    summary: str = ""


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """A paper between partners."""

    id: UUID
    version: int
    type: AgreementType
    predecessor_id: UUID | None
    languages: tuple[str, ...]
    renew_by: date | None
    valid_to: date | None
    document_id: UUID | None
    document: str
    texts: Mapping[str, PaperText]
    signings: tuple[SigningRow, ...]

    @property
    def signed(self) -> RoughDate | None:
        """When it was first signed."""
        return min((one.on for one in self.signings), default=None, key=str)

    @property
    def day(self) -> date | None:
        """The day names are told as of: that of the first signing."""
        return self.signed.last if self.signed is not None else None

    def title(self, language: str) -> str:
        """In a language, else in any."""
        text = self.texts.get(language)
        if text is not None and text.title:
            return text.title
        return next((one.title for _, one in sorted(self.texts.items()) if one.title), "")


@dataclass(frozen=True, slots=True)
class PlaceChange:
    """A partner became another territory: which ones, and what they have been since."""

    on: date
    before: tuple[str, ...]
    after: str
    kind: SuccessionKind


@dataclass(frozen=True)
class Papers:
    """All papers of a twinning as chains, and the places in them over time."""

    chains: tuple[tuple[AgreementRow, ...], ...]
    parties: tuple[UUID, ...]
    """The territories of the twinning, ours first."""
    atlas: Atlas

    @property
    def all(self) -> tuple[AgreementRow, ...]:
        """Every paper, the oldest first."""
        rows = [one for chain in self.chains for one in chain]
        return tuple(sorted(rows, key=lambda one: str(one.signed or "9")))

    def place(self, signing: SigningRow, language: str) -> str:
        """Where it was signed, called as on that day: `Salle des fêtes, Montclair-sur-Loire`."""
        ref = signing.territory_id
        if ref is None:
            return signing.place
        day = signing.on.last
        town = self.atlas.name_on(ref, language, day)
        then = self.atlas.places.get(self.atlas.on(ref, day))
        names = {fold(town), fold(then.name)} if then is not None else {fold(town)}
        if any(name and name in fold(signing.place) for name in names):
            return signing.place  # "Rathaus Rosenau" says the town itself
        return ", ".join(part for part in (signing.place, town) if part)

    def between(self, paper: AgreementRow, language: str) -> tuple[str, ...]:
        """Who the partners were on the day of a paper, by the names they had."""
        return tuple(self.atlas.name_on(ref, language, paper.day) for ref in self.parties)

    def changes(self, language: str, today: date) -> tuple[PlaceChange, ...]:
        """Where a partner became another territory since the first paper: merged or renamed."""
        days = [one.day for one in self.all if one.day is not None]
        if not days:
            return ()
        first = min(days)
        found: dict[tuple[UUID, date], PlaceChange] = {}
        for one in self.atlas.successions:
            if not first < one.on <= today or one.kind is SuccessionKind.SPLIT:
                continue
            eve = one.on - timedelta(days=1)
            if not any(
                self.atlas.on(party, eve) == one.before and self.atlas.on(party, one.on) == one.after
                for party in self.parties
            ):
                continue
            together = [
                self.atlas.name(other.before, language, eve)
                for other in self.atlas.successions
                if other.after == one.after and other.on == one.on
            ]
            after = self.atlas.name(one.after, language, one.on)
            found[one.after, one.on] = PlaceChange(one.on, tuple(sorted(together)), after, one.kind)
        return tuple(sorted(found.values(), key=lambda one: one.on))


def papers_of(connection: Connection, bond: UUID) -> Papers:
    """The papers of a twinning, each chain from its first to its last."""
    a, d = Agreement, Document
    query = (
        pick(
            a.id, a.version, a.type, a.predecessor_id, a.languages, a.renew_by, a.valid_to, a.document_id,
            d.name,
        )
        .join(d, (d.id == a.document_id) & d.binned_at.is_(None), isouter=True)
        .where(a.partnership_id == bond)
        .order_by(a.position, a.id)
    )  # fmt: skip
    rows = connection.execute(query).all()
    ids = [row[0] for row in rows]
    texts, signings = _texts(connection, ids), _signings(connection, ids)
    found = {
        row[0]: AgreementRow(
            row[0], row[1], row[2], row[3], tuple(code for code in row[4].split(";") if code), row[5],
            row[6], row[7] if row[8] is not None else None, row[8] or "", texts.get(row[0], {}),
            tuple(sorted(signings.get(row[0], ()), key=lambda one: str(one.on))),
        )
        for row in rows
    }  # fmt: skip
    order = sorted(ids, key=lambda one: str(found[one].signed or "9"))
    chains = in_chain(order, {one: found[one].predecessor_id for one in ids})
    p = PartnershipParty
    parties = connection.execute(
        pick(p.territory_id)
        .where(p.partnership_id == bond, p.territory_id.is_not(None), p.last.is_(None))
        .order_by(p.is_ours.desc(), p.position, p.id)
    )
    refs = tuple(row[0] for row in parties)
    places = {
        ref for many in signings.values() for ref in (one.territory_id for one in many) if ref is not None
    }
    return Papers(
        tuple(tuple(found[one] for one in chain) for chain in chains),
        refs,
        atlas(connection, {*refs, *places}),
    )


def _texts(connection: Connection, ids: list[UUID]) -> dict[UUID, dict[str, PaperText]]:
    t = AgreementText
    found: dict[UUID, dict[str, PaperText]] = defaultdict(dict)
    query = pick(t.agreement_id, t.language, t.title, t.summary).where(among(t.agreement_id, ids))
    for ref, language, title, summary in connection.execute(query):
        found[ref][language] = PaperText(title, summary)
    return found


def _signings(connection: Connection, ids: list[UUID]) -> dict[UUID, list[SigningRow]]:
    s, g = AgreementSigning, AgreementSignature
    rows = connection.execute(
        pick(s.agreement_id, s.id, s.version, s.on, s.territory_id, s.place).where(among(s.agreement_id, ids))
    ).all()
    signed: dict[UUID, list[SignatureRow]] = defaultdict(list)
    query = (
        pick(g.signing_id, g.id, g.version, g.name, g.office, g.person_id)
        .where(among(g.signing_id, [row[1] for row in rows]))
        .order_by(g.position, g.id)
    )
    for signing, *row in connection.execute(query):
        signed[signing].append(SignatureRow(*row))
    found: dict[UUID, list[SigningRow]] = defaultdict(list)
    for agreement, ref, version, on, territory, place in rows:
        found[agreement].append(SigningRow(ref, version, on, territory, place, tuple(signed.get(ref, ()))))
    return found
