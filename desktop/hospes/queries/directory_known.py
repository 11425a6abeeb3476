# SPDX-License-Identifier: GPL-3.0-or-later
"""What a list of links is compared with: territories by all their names, and the links there are."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID

from sqlalchemy import Connection

from hospes.domain.codes_twinning import SuccessionKind
from hospes.domain.directory_links import Link, Side
from hospes.domain.territories import FAR
from hospes.i18n.fold import fold
from hospes.store.selections import pick
from hospes.store.tables.directory import DirectoryLink
from hospes.store.tables.towns import Territory, TerritoryName, TerritorySuccession


@dataclass(frozen=True)
class KnownPlaces:
    """Territories by the folds of all names they ever had, in any language."""

    by_name: Mapping[str, tuple[UUID, ...]] = field(default_factory=dict)
    countries: Mapping[UUID, str] = field(default_factory=dict)
    words: Mapping[UUID, frozenset[str]] = field(default_factory=dict)
    """Every word of their names and of what they lie in."""
    by_word: Mapping[str, tuple[UUID, ...]] = field(default_factory=dict)
    """By the first words of their names."""
    today: Mapping[UUID, UUID] = field(default_factory=dict)
    """What became of those that are no more."""

    def find(self, key: str, country: str) -> UUID | None:
        """The one place of a name; None where there is none or where two of them could be meant."""
        return self._one(self.by_name.get(key, ()), country)

    def find_with(self, key: str, addition: str, country: str) -> UUID | None:
        """The one place whose names, with that of where it lies, hold the name and the addition."""
        wanted = {*key.split(), *addition.split()}
        first = key.partition(" ")[0]
        fitting = tuple(one for one in self.by_word.get(first, ()) if wanted <= self.words[one])
        return self._one(fitting, country)

    def _one(self, places: tuple[UUID, ...], country: str) -> UUID | None:
        if not places:
            return None
        found = {
            self.today.get(one, one)
            for one in places
            if not country or not self.countries[one] or self.countries[one] == country
        }
        return found.pop() if len(found) == 1 else None

    def side(self, side: Side) -> Side:
        """The side with its place and token. An addition must fit the place too, or it is another town."""
        if side.addition:
            ref = self.find_with(side.key, fold(side.addition), side.country)
        else:
            ref = self.find(side.key, side.country)
        if ref is None:
            return replace(side, territory=None, token=side.key)
        return replace(
            side, territory=ref, token=f"={ref.hex}", country=side.country or self.countries.get(ref, "")
        )


def known_places(connection: Connection) -> KnownPlaces:
    """Every territory of the file."""
    t, n, s = Territory, TerritoryName, TerritorySuccession
    names: dict[str, dict[UUID, None]] = defaultdict(dict)
    words: dict[UUID, set[str]] = defaultdict(set)
    firsts: dict[str, dict[UUID, None]] = defaultdict(dict)
    countries: dict[UUID, str] = {}
    parents: dict[UUID, UUID] = {}

    def note(ref: UUID, name: str) -> None:
        key = fold(name)
        names[key][ref] = None
        firsts[key.partition(" ")[0]][ref] = None
        words[ref].update(key.split())

    for ref, name, country, parent in connection.execute(
        pick(t.id, t.name, t.country, t.parent_id).order_by(t.id)
    ):
        countries[ref] = country
        if parent is not None:
            parents[ref] = parent
        note(ref, name)
    for ref, name in connection.execute(pick(n.territory_id, n.name).order_by(n.id)):
        if ref in countries:
            note(ref, name)
    around = {ref: frozenset(own | words.get(parents.get(ref, ref), set())) for ref, own in words.items()}
    after: dict[UUID, UUID] = {}
    kinds = pick(s.before_id, s.after_id, s.kind).order_by(s.on, s.id)
    for before, then, kind in connection.execute(kinds):
        if kind is not SuccessionKind.SPLIT:
            after.setdefault(before, then)
    today: dict[UUID, UUID] = {}
    for ref in after:
        last = ref
        for _ in range(FAR):
            if last not in after:
                break
            last = after[last]
        today[ref] = last
    return KnownPlaces(
        {key: tuple(refs) for key, refs in names.items()},
        countries,
        around,
        {word: tuple(refs) for word, refs in firsts.items()},
        today,
    )


@dataclass(frozen=True)
class KnownLinks:
    """The links of the file by their tokens."""

    rows: Mapping[UUID, tuple[Link, int]] = field(default_factory=dict)
    """Each with its version."""
    by_tokens: Mapping[tuple[str, ...], tuple[UUID, ...]] = field(default_factory=dict)


def known_links(connection: Connection, places: KnownPlaces) -> KnownLinks:
    """Every link, its towns looked up as a list's are."""
    d = DirectoryLink
    rows: dict[UUID, tuple[Link, int]] = {}
    by_tokens: dict[tuple[str, ...], list[UUID]] = defaultdict(list)
    query = pick(
        d.id, d.version, d.type, d.status, d.since, d.until, d.source, d.as_of, d.both_sides,
        d.a_name, d.a_addition, d.a_region, d.a_country, d.a_written, d.a_territory_id,
        d.b_name, d.b_addition, d.b_region, d.b_country, d.b_written, d.b_territory_id,
    )  # fmt: skip
    for row in connection.execute(query):
        a, b = places.side(Side(*row[9:14])), places.side(Side(*row[15:20]))
        link = Link(0, a, b, row[2], row[3], row[4], row[5], row[6], row[7], row[8])
        rows[row[0]] = (link, row[1])
        by_tokens[*link.tokens, link.type.value].append(row[0])
    return KnownLinks(rows, {tokens: tuple(ids) for tokens, ids in by_tokens.items()})
