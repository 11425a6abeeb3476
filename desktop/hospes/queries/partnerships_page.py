# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything the page of one twinning shows beside its papers, people and visits."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Connection, select

from hospes.domain.codes import NoteKind
from hospes.domain.codes_twinning import Motive
from hospes.domain.codes_visit import TargetGroup
from hospes.domain.countries import language_of
from hospes.domain.names import PersonName
from hospes.domain.values import RoughDate
from hospes.queries.association import association, base_language
from hospes.queries.member_history import visit_titles
from hospes.queries.partnerships import TwinningRow, titles_of, twinning_row
from hospes.queries.person_facts import names_of
from hospes.queries.scope import among, ids_in
from hospes.store.selections import pick
from hospes.store.tables.notes import Note
from hospes.store.tables.partnerships import (
    Agreement,
    AgreementText,
    Partnership,
    PartnershipAim,
    PartnershipAimText,
    PartnershipAimVisit,
    PartnershipGroup,
    PartnershipGroupMember,
    PartnershipMotive,
    PartnershipPhase,
    PartnershipPhaseText,
    PartnershipTargetGroup,
    PartnershipText,
    Theme,
    ThemeLink,
    ThemeText,
)
from hospes.store.tables.projects import ProjectTheme


class Texts(NamedTuple):
    """What is written about a twinning in one language."""

    title: str = ""
    aims: str = ""
    story: str = ""
    shared_heritage: str = ""
    note: str = ""


class PhaseText(NamedTuple):
    """Name and text of a phase in one language."""

    title: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class PhaseRow:
    """A stretch of the story."""

    id: UUID
    version: int
    first: RoughDate | None
    last: RoughDate | None
    texts: Mapping[str, PhaseText]

    def title(self, language: str) -> str:
        """In a language, else in any."""
        return _any(self.texts, language, "title")


@dataclass(frozen=True, slots=True)
class MotiveRow:
    """A reason, and when it held."""

    id: UUID
    version: int
    motive: Motive
    first: RoughDate | None
    last: RoughDate | None


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """A theme with the area it belongs to, empty where it is an area itself."""

    id: UUID
    parent_id: UUID | None
    names: Mapping[str, str]
    area: Mapping[str, str]
    uses: int = 0

    def name(self, language: str) -> str:
        """In a language, else in any."""
        return in_any(self.names, language)

    def whole(self, language: str) -> str:
        """`Culture: music`, as it is chosen from a list."""
        area = in_any(self.area, language)
        return f"{area}: {self.name(language)}" if area else self.name(language)


@dataclass(frozen=True, slots=True)
class AimRow:
    """Something the partners want to reach."""

    id: UUID
    version: int
    theme_id: UUID | None
    person_id: UUID | None
    person: PersonName | None
    until: RoughDate | None
    reached_on: RoughDate | None
    texts: Mapping[str, str]
    visits: tuple[tuple[UUID, str], ...]

    def text(self, language: str) -> str:
        """In a language, else in any."""
        return in_any(self.texts, language)


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A triangle or ring: its name and the twinnings in it."""

    id: UUID
    name: str
    members: tuple[tuple[UUID, str], ...]


@dataclass(frozen=True, slots=True)
class LogRow:
    """A logged conversation, letter or note on the twinning."""

    id: UUID
    version: int
    kind: NoteKind
    on: date
    text: str
    follow_up_on: date | None


@dataclass(frozen=True, slots=True)
class Missing:
    """Texts that are there in another language and not in this one."""

    language: str
    n: int


@dataclass(frozen=True)
class TwinningPage:
    """A twinning with all that hangs on it."""

    row: TwinningRow
    languages: tuple[str, ...]
    """Ours first, then those of the partners, then any that has a text."""
    texts: Mapping[str, Texts]
    phases: tuple[PhaseRow, ...]
    motives: tuple[MotiveRow, ...]
    groups_of_people: tuple[TargetGroup, ...]
    themes: tuple[ThemeRow, ...]
    aims: tuple[AimRow, ...]
    groups: tuple[GroupRow, ...]
    parent: tuple[UUID, str] | None
    children: tuple[tuple[UUID, str], ...]
    log: tuple[LogRow, ...]
    missing: tuple[Missing, ...]


def in_any(texts: Mapping[str, str], language: str) -> str:
    """A text in a language, else in any there is."""
    found = texts.get(base_language(language))
    return found or next((text for _, text in sorted(texts.items()) if text), "")


def _any(texts: Mapping[str, NamedTuple], language: str, name: str) -> str:
    return in_any({code: str(getattr(one, name)) for code, one in texts.items()}, language)


def twinning_page(connection: Connection, bond: UUID, language: str, today: date) -> TwinningPage:
    """Everything about a twinning. Raises UserError if it is gone."""
    row = twinning_row(connection, bond, language, today)
    texts = texts_of(connection, bond)
    children = connection.scalars(
        select(Partnership.id).where(Partnership.parent_id == bond, Partnership.binned_at.is_(None))
    ).all()
    titles = titles_of(connection, [*children, *([row.parent_id] if row.parent_id else [])], language)
    phases, aims = phases_of(connection, bond), aims_of(connection, bond, language)
    languages = _languages(connection, row, texts)
    return TwinningPage(
        row,
        languages,
        texts,
        phases,
        motives_of(connection, bond),
        target_groups_of(connection, bond),
        themes_of(connection, bond),
        aims,
        groups_of(connection, bond, language),
        (row.parent_id, titles.get(row.parent_id, "")) if row.parent_id else None,
        tuple(sorted(((one, titles.get(one, "")) for one in children), key=lambda pair: pair[1])),
        log_of(connection, bond),
        _missing(connection, bond, languages, texts, phases, aims),
    )


def _languages(connection: Connection, row: TwinningRow, texts: Mapping[str, Texts]) -> tuple[str, ...]:
    own = base_language(association(connection).language or "en")
    spoken = [language_of(party.country) for party in row.parties]
    return tuple(dict.fromkeys(code for code in (own, *spoken, *sorted(texts)) if code))


def texts_of(connection: Connection, bond: UUID) -> dict[str, Texts]:
    """The texts of a twinning by language."""
    t = PartnershipText
    columns = (t.language, t.title, t.aims, t.story, t.shared_heritage, t.note)
    query = pick(*columns).where(t.partnership_id == bond)
    return {row[0]: Texts(*row[1:]) for row in connection.execute(query)}


def phases_of(connection: Connection, bond: UUID) -> tuple[PhaseRow, ...]:
    """The phases by time, those without a beginning first."""
    p, t = PartnershipPhase, PartnershipPhaseText
    rows = connection.execute(
        pick(p.id, p.version, p.first, p.last).where(p.partnership_id == bond).order_by(p.position, p.id)
    ).all()
    texts: dict[UUID, dict[str, PhaseText]] = defaultdict(dict)
    query = pick(t.phase_id, t.language, t.title, t.text).where(among(t.phase_id, [row[0] for row in rows]))
    for ref, language, title, text in connection.execute(query):
        texts[ref][language] = PhaseText(title, text)
    found = [PhaseRow(row[0], row[1], row[2], row[3], texts.get(row[0], {})) for row in rows]
    return tuple(sorted(found, key=lambda one: str(one.first or "")))


def motives_of(connection: Connection, bond: UUID) -> tuple[MotiveRow, ...]:
    """The motives by the year they began."""
    m = PartnershipMotive
    query = pick(m.id, m.version, m.motive, m.first, m.last).where(m.partnership_id == bond)
    found = [MotiveRow(*row) for row in connection.execute(query)]
    order = list(Motive)
    return tuple(sorted(found, key=lambda one: (str(one.first or ""), order.index(one.motive), one.id)))


def target_groups_of(connection: Connection, bond: UUID) -> tuple[TargetGroup, ...]:
    """Whom it is for, in the order of the codes."""
    g = PartnershipTargetGroup
    found = set(connection.scalars(select(g.target_group).where(g.partnership_id == bond)))
    return tuple(one for one in TargetGroup if one in found)


def all_theme_rows(connection: Connection) -> tuple[ThemeRow, ...]:
    """Every theme, topics behind their areas, with how often it is used."""
    rows = connection.execute(pick(Theme.id, Theme.parent_id).order_by(Theme.position, Theme.id)).all()
    names: dict[UUID, dict[str, str]] = defaultdict(dict)
    for ref, language, name in connection.execute(
        pick(ThemeText.theme_id, ThemeText.language, ThemeText.name)
    ):
        names[ref][language] = name
    uses: dict[UUID, int] = defaultdict(int)
    for link in (ThemeLink, ProjectTheme):
        for (ref,) in connection.execute(select(link.theme_id)):
            uses[ref] += 1
    for (aim_theme,) in connection.execute(select(PartnershipAim.theme_id)):
        if aim_theme is not None:
            uses[aim_theme] += 1
    known = {
        ref: ThemeRow(
            ref, parent, names.get(ref, {}), names.get(parent, {}) if parent else {}, uses.get(ref, 0)
        )
        for ref, parent in rows
    }
    found: list[ThemeRow] = []
    for ref, parent in rows:
        if parent is None:
            found.append(known[ref])
            found += [known[one] for one, area in rows if area == ref]
    return tuple(found)


def themes_of(connection: Connection, bond: UUID) -> tuple[ThemeRow, ...]:
    """The themes of a twinning in the order of the list."""
    linked = set(connection.scalars(select(ThemeLink.theme_id).where(ThemeLink.partnership_id == bond)))
    return tuple(one for one in all_theme_rows(connection) if one.id in linked)


def aims_of(connection: Connection, bond: UUID, language: str) -> tuple[AimRow, ...]:
    """Aims in their order, reached ones last."""
    a, t, v = PartnershipAim, PartnershipAimText, PartnershipAimVisit
    rows = connection.execute(
        pick(a.id, a.version, a.theme_id, a.person_id, a.until, a.reached_on)
        .where(a.partnership_id == bond)
        .order_by(a.reached_on.is_not(None), a.position, a.id)
    ).all()
    ids = [row[0] for row in rows]
    texts: dict[UUID, dict[str, str]] = defaultdict(dict)
    for ref, code, text in connection.execute(
        pick(t.aim_id, t.language, t.text).where(among(t.aim_id, ids), t.text != "")
    ):
        texts[ref][code] = text
    visits: dict[UUID, list[UUID]] = defaultdict(list)
    for ref, visit in connection.execute(pick(v.aim_id, v.visit_id).where(among(v.aim_id, ids))):
        visits[ref].append(visit)
    titles = visit_titles(connection, {one for many in visits.values() for one in many}, language)
    people = names_of(connection, ids_in({row[3] for row in rows if row[3]}))
    return tuple(
        AimRow(
            row[0], row[1], row[2], row[3], people.get(row[3]) if row[3] else None, row[4], row[5],
            texts.get(row[0], {}),
            tuple(sorted(((one, titles.get(one, "")) for one in visits.get(row[0], ())), key=lambda p: p[1])),
        )
        for row in rows
    )  # fmt: skip


def groups_of(connection: Connection, bond: UUID, language: str) -> tuple[GroupRow, ...]:
    """The groups a twinning is in, with the other twinnings of each."""
    g, m = PartnershipGroup, PartnershipGroupMember
    mine = select(m.group_id).where(m.partnership_id == bond)
    rows = connection.execute(pick(g.id, g.name).where(g.id.in_(mine)).order_by(g.name, g.id)).all()
    members: dict[UUID, list[UUID]] = defaultdict(list)
    query = (
        pick(m.group_id, m.partnership_id)
        .join(Partnership, Partnership.id == m.partnership_id)
        .where(among(m.group_id, [row[0] for row in rows]), Partnership.binned_at.is_(None))
    )
    for group, ref in connection.execute(query):
        members[group].append(ref)
    titles = titles_of(connection, list({one for many in members.values() for one in many}), language)
    return tuple(
        GroupRow(
            ref, name, tuple(sorted(((one, titles.get(one, "")) for one in members[ref]), key=lambda p: p[1]))
        )
        for ref, name in rows
    )


def groups_to_choose(connection: Connection) -> tuple[tuple[UUID, str], ...]:
    """Every group of twinnings by name."""
    rows = connection.execute(pick(PartnershipGroup.id, PartnershipGroup.name)).all()
    return tuple(sorted(((row[0], row[1]) for row in rows), key=lambda pair: pair[1]))


def log_of(connection: Connection, bond: UUID) -> tuple[LogRow, ...]:
    """What was logged on the twinning itself, the newest first."""
    n = Note
    query = pick(n.id, n.version, n.kind, n.on, n.text, n.follow_up_on).where(n.partnership_id == bond)
    return tuple(LogRow(*row) for row in connection.execute(query.order_by(n.on.desc(), n.id)))


def _missing(
    connection: Connection,
    bond: UUID,
    languages: Collection[str],
    texts: Mapping[str, Texts],
    phases: Collection[PhaseRow],
    aims: Collection[AimRow],
) -> tuple[Missing, ...]:
    """How many texts each language lacks that another has (decision 7)."""
    have: list[set[str]] = [
        {code for code, one in texts.items() if getattr(one, name)} for name in Texts._fields
    ]
    for phase in phases:
        have += [{c for c, one in phase.texts.items() if getattr(one, name)} for name in PhaseText._fields]
    have += [set(aim.texts) for aim in aims]
    papers: dict[tuple[UUID, str], set[str]] = defaultdict(set)
    t = AgreementText
    mine = select(Agreement.id).where(Agreement.partnership_id == bond)
    for ref, code, title, summary in connection.execute(
        pick(t.agreement_id, t.language, t.title, t.summary).where(t.agreement_id.in_(mine))
    ):
        if title:
            papers[ref, "title"].add(code)
        if summary:
            papers[ref, "summary"].add(code)
    have += list(papers.values())
    found = [Missing(code, sum(bool(one) and code not in one for one in have)) for code in languages]
    return tuple(one for one in found if one.n)
