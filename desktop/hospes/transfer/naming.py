# SPDX-License-Identifier: GPL-3.0-or-later
"""Names in cells of guests and hosts, found again: the delegation, the hosts somebody wishes, the friend
somebody comes with.

Lists name people as they talk: "Familie Weber", "chez M. et Mme Schmidt", "Anna Weber", "Weber, Anna", or
only "Manon" where everybody knows which one. Whoever is not found, or fits twice, is said; nobody is guessed.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

from hospes.domain.errors import Message
from hospes.i18n.fold import fold
from hospes.transfer.headings import key
from hospes.transfer.words import values

if TYPE_CHECKING:
    from hospes.domain.incoming import Incoming
    from hospes.queries.visit_ground import OneHome, OnePerson, PartyName, VisitGround

_BEFORE = (
    "chez", "bei", "u", "at", "la", "die", "fam", "the", "m", "mme", "mr", "mrs", "herr", "frau", "pan",
    "pani", "monsieur", "madame", "et", "und", "and", "i",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Called:
    """A name's bare words: without "Familie", "chez M. et Mme", titles."""

    words: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "Called":
        """The bare words of a text."""
        skip = {key(word) for word in (*values("family"), *values("title"))} | set(_BEFORE)
        words = [word for word in fold(text.replace(",", " ").replace(".", " ")).split() if word]
        kept = [word for word in words if word not in skip]
        return cls(tuple(kept or words))

    @property
    def text(self) -> str:
        """The words in one."""
        return " ".join(self.words)


@dataclass(slots=True)
class Names:
    """Who may be meant, by name."""

    ground: "VisitGround"
    _homes: dict[str, list["OneHome"]] = field(default_factory=lambda: defaultdict(list))
    _people: dict[tuple[str, ...], list["OnePerson"]] = field(default_factory=lambda: defaultdict(list))
    _surnames: dict[str, list["OnePerson"]] = field(default_factory=lambda: defaultdict(list))
    _by_id: dict[UUID, "OneHome"] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Lay everybody out by name."""
        for home in self.ground.homes:
            self._by_id[home.id] = home
            for name in {home.name, Called.of(home.name).text, fold(home.label)}:
                self._homes[name].append(home)
        for person in self.ground.people:
            words = tuple(sorted(f"{person.given} {person.surname}".split()))
            self._people[words].append(person)
            self._surnames[person.surname].append(person)

    def home(self, text: str) -> "OneHome | None":
        """The household somebody means: those who offer something at this visit before all others."""
        called = Called.of(text)
        found = [*self._homes.get(fold(text), ())] or [*self._homes.get(called.text, ())]
        if not found:
            people = self._people.get(tuple(sorted(called.words))) or self._surnames.get(called.text, [])
            homes = dict.fromkeys(person.home for person in people if person.home is not None)
            found = [self._by_id[home] for home in homes if home in self._by_id]
        for narrower in ("offering", "hosts"):
            some = [home for home in found if getattr(home, narrower)]
            if some:
                found = some
                break
        return found[0] if len(found) == 1 else None

    def person(
        self, text: str, *, here: bool = True, ours: bool = True, home: UUID | None = None
    ) -> "OnePerson | None":
        """The person somebody means: those who take part before all others, then who lives in the home.

        Several who bear the name are nobody: `namesakes` tells them.
        """
        found = self.namesakes(text, here=here, ours=ours)
        if len(found) > 1 and home is not None:
            found = [person for person in found if person.home == home]
        return found[0] if len(found) == 1 else None

    def not_one(self, some: list["OnePerson"]) -> Message:
        """Why a name means nobody: several bear it, who are told with their households, or none does."""
        if len(some) < 2:
            return Message("Nobody, or more than one, has this name here; it is kept as a remark.")
        homes = {home.id: home.label for home in self.ground.homes}
        told = [
            ", ".join(part for part in (one.label, homes.get(one.home, "") if one.home else "") if part)
            for one in some
        ]
        return Message("More than one has this name: {names}. It is kept as a remark.", names="; ".join(told))

    def namesakes(self, text: str, *, here: bool = True, ours: bool = True) -> list["OnePerson"]:
        """All who may be meant: those who take part before all others.

        Where the names are not `ours`, a label of ours such as "Anna Weber", beside an "Anna Weber (2)",
        says nothing: either may be meant.
        """
        labelled = [person for person in self.ground.people if ours and fold(person.label) == fold(text)]
        called = Called.of(text)
        found = labelled or self._people.get(tuple(sorted(called.words)), [])
        some = [person for person in found if person.here]
        if some or here:
            found = some
        if not found and here:
            found = [person for person in self.ground.people if person.here and person.surname == called.text]
        return found

    def party(self, text: str) -> "PartyName | None":
        """The delegation somebody means, by the name of its town in any language."""
        wanted = fold(text)
        exact = [party for party in self.ground.parties if wanted in party.names]
        near = exact or [
            party
            for party in self.ground.parties
            if any(name and (name in wanted or wanted in name) for name in party.names)
        ]
        travelling = [party for party in near if party.visits] or near
        return travelling[0] if len(travelling) == 1 else None


class Rows:
    """The people of the list itself, by name."""

    def __init__(self, people: Iterable["Incoming"]) -> None:
        self._by_words: dict[tuple[str, ...], list[Incoming]] = defaultdict(list)
        self._by_given: dict[str, list[Incoming]] = defaultdict(list)
        for who in people:
            given = fold(who.given or who.nickname)
            words = f"{given} {fold(who.surname_prefix)} {fold(who.surname)} {fold(who.surname2)}".split()
            self._by_words[tuple(sorted(words))].append(who)
            self._by_given[given].append(who)

    def find(self, text: str, beside: "Incoming") -> "Incoming | None":
        """Whom a row means that says "with Manon": the one of this name; of two the one of its family."""
        found = self.all(text, beside)
        if len(found) > 1:
            found = [who for who in found if fold(who.surname) == fold(beside.surname)]
        return found[0] if len(found) == 1 else None

    def all(self, text: str, beside: "Incoming") -> list["Incoming"]:
        """All of the list whom a row may mean; a year of birth behind the name tells which."""
        year = YEAR.search(text)
        words = Called.of(YEAR.sub(" ", text) if year else text).words
        found = self._by_words.get(tuple(sorted(words))) or self._by_given.get(" ".join(words), [])
        return [
            who
            for who in found
            if who.row != beside.row
            and (year is None or (who.birth is not None and who.birth.year == int(year[1])))
        ]


YEAR = re.compile(r"[(,]?\s*\b((?:19|20)\d\d)\b\s*\)?")
"""A year of birth, as in `Anna Weber (1980)`."""


def joined_groups(
    pairs: Iterable[tuple[int, int]], rows: Mapping[int, "Incoming"]
) -> dict[int, tuple[int, ...]]:
    """By row all rows that belong together: with Manon, who comes with Luc."""
    head: dict[int, int] = {}

    def top(row: int) -> int:
        while head.get(row, row) != row:
            row = head[row]
        return row

    for one, other in pairs:
        a, b = sorted((top(one), top(other)))
        head[b] = a
        head.setdefault(a, a)
    groups: dict[int, list[int]] = defaultdict(list)
    for row in rows:
        if row in head:
            groups[top(row)].append(row)
    return {row: tuple(members) for members in groups.values() for row in members}
