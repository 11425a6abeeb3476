# SPDX-License-Identifier: GPL-3.0-or-later
"""Links between towns as lists have them: how a cell names a town, and when two rows mean the same link.

Public lists write a town with what tells it from others of its name in brackets ("Neustadt (Aisch)"), and
many have a link twice: once in the row of each town. A link is one, from whichever side it is seen.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import TypeVar
from uuid import UUID

from hospes.domain.codes_twinning import PartnershipStatus, PartnershipType
from hospes.domain.values import RoughDate
from hospes.i18n.fold import fold

_BRACKET = re.compile(r"\s*[(\[{]([^()\[\]{}]*)[)\]}]")
_YEAR = re.compile(r"(?:[^\W\d_]+\.?\s+)?(1[89]\d\d|20\d\d)\Z")
_TAIL_YEAR = re.compile(
    r"[,;:]?\s+(?:[-–—]\s*)?(?:seit|since|depuis|od)?\s*(1[89]\d\d|20\d\d)\Z", re.IGNORECASE
)
_RANK = re.compile(
    r"\A(?:(?:große )?kreisstadt|(?:bundes|landes|haupt|landeshaupt|universitäts|hanse|alte hanse)?stadt|"
    r"(?:markt|orts|samt|verbands|stadt)?gemeinde|ville de|commune de|(?:ville|commune) d[’'](?=\w)|"
    r"city of|town of|borough of|municipality of|(?:miasto i )?gmina|miasto|comune di|obec|město)"
    r"(?:\s+|(?<=[’']))",
    re.IGNORECASE,
)
"""A county is none: it is twinned beside its town, often with the county around the town's partner. Nor is
"Markt", which is part of many names ("Markt Schwaben")."""
_TITLE = re.compile(
    r"(?:st|gkst|(?:bundes|landes|haupt|landeshaupt|kreis|universitäts|hanse|kur|berg|hochschul)?stadt|"
    r"(?:freie und )?hansestadt|große kreisstadt|wissenschaftsstadt|markt|flecken|gemeinde|"
    r"kreisfreie stadt)\Z",
    re.IGNORECASE,
)
"""What the registers of municipalities put behind the name: "Lübeck, Hansestadt"."""
_SUFFIX = re.compile(r"\s+(?:municipality|kommune?|kommun)\Z", re.IGNORECASE)
MANY = re.compile(r"\s*(?:[;\n|]|\s/\s)\s*")
"""What parts several towns in one cell."""


_folded = lru_cache(maxsize=1 << 17)(fold)
"""Names of towns come again and again in a list: twice in each row, and a capital has many partners."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two places."""

    name: str
    addition: str = ""
    region: str = ""
    country: str = ""
    written: str = ""
    territory: UUID | None = None
    token: str = ""
    """Tells the place by its name, or by what it is today where the file knows it."""

    @property
    def key(self) -> str:
        """The name folded."""
        return _folded(self.name)

    @property
    def shown(self) -> str:
        """The name with its addition, as lists write it."""
        return f"{self.name} ({self.addition})" if self.addition else self.name


@dataclass(frozen=True, slots=True)
class Link:
    """One link."""

    row: int
    a: Side
    b: Side
    type: PartnershipType = PartnershipType.TWINNING
    status: PartnershipStatus = PartnershipStatus.ACTIVE
    since: RoughDate | None = None
    until: RoughDate | None = None
    source: str = ""
    as_of: date | None = None
    both_sides: bool = False

    @property
    def shown(self) -> str:
        """Both towns."""
        return f"{self.a.shown} – {self.b.shown}"

    @property
    def pair(self) -> str:
        """The same for the same two places, whichever stands first."""
        return " ~ ".join(sorted((_spelt(self.a), _spelt(self.b))))

    @property
    def tokens(self) -> tuple[str, str]:
        """The tokens of both places, in the order of the alphabet."""
        one, other = self.a.token, self.b.token
        return (one, other) if one <= other else (other, one)


def _spelt(side: Side) -> str:
    if side.territory is not None and side.token.startswith("="):
        return side.token
    return "|".join((side.country, side.key, _folded(side.addition), _folded(side.region)))


@dataclass(frozen=True, slots=True)
class TownCell:
    """What a cell says about a town."""

    name: str
    addition: str = ""
    country: str = ""
    since: int | None = None


def read_town(text: str, country_of: Callable[[str], str | None]) -> TownCell:
    """Take a cell apart: name, addition in brackets, and a country or a year that stands with it."""
    addition, country, since = "", "", None
    for found in _BRACKET.finditer(text):
        inside = " ".join(found[1].split())
        year = _YEAR.match(inside)
        code = country_of(inside) if inside and year is None else None
        if year is not None:
            since = int(year[1])
        elif code and (len(inside) > 3 or inside.isupper()) and not country:
            country = code
        elif inside:
            addition = f"{addition}, {inside}" if addition else inside
    name = _BRACKET.sub(" ", text)
    tail = _TAIL_YEAR.search(name.rstrip())
    if tail is not None:
        since = since or int(tail[1])
        name = name[: tail.start()]
    name = _SUFFIX.sub("", _RANK.sub("", " ".join(name.split()).strip(" ,;:*–—-")))
    while "," in name:
        head, _, last = (part.strip(" ,") for part in name.rpartition(","))
        code = country_of(last) if len(last) > 1 and not country else None
        if code:
            country = code
        elif last and _TITLE.match(last) is None:
            addition = f"{last}, {addition}" if addition else last
        name = head
    return TownCell(name, addition, country, since)


def same_place(one: Side, other: Side) -> bool:
    """Nothing the two say of the place contradicts: a list that leaves the addition out means the same."""
    if one.token != other.token:
        return False
    if one.token.startswith("="):
        return True
    return all(
        not mine or not theirs or mine == theirs or _folded(mine) == _folded(theirs)
        for mine, theirs in (
            (one.country, other.country), (one.addition, other.addition), (one.region, other.region),
        )
    )  # fmt: skip


def turned(link: Link) -> Link:
    """The same link seen from the other town."""
    return replace(link, a=link.b, b=link.a)


def same_way(one: Link, other: Link) -> Link | None:
    """`other` with its sides in the order of `one`; None if the two are not the same towns."""
    for seen in (other, turned(other)):
        if same_place(one.a, seen.a) and same_place(one.b, seen.b):
            return seen
    return None


def fuller(one: Side, other: Side) -> Side:
    """What both say of a place together; the first counts where both say something."""
    return replace(
        one,
        addition=one.addition or other.addition,
        region=one.region or other.region,
        country=one.country or other.country,
        written=one.written or other.written,
        territory=one.territory or other.territory,
    )


def rougher(one: RoughDate | None, other: RoughDate | None) -> bool:
    """Whether one day is the other, said less exactly: 1964 and 1964-05-09."""
    if one is None or other is None:
        return True
    first, second = str(one).rstrip("~"), str(other).rstrip("~")
    return first.startswith(second) or second.startswith(first)


def exacter(one: RoughDate | None, other: RoughDate | None) -> RoughDate | None:
    """The one that says more."""
    if one is None or other is None:
        return one or other
    return other if len(str(other).rstrip("~")) > len(str(one).rstrip("~")) else one


K = TypeVar("K")


def match(link: Link, candidates: Iterable[tuple[K, Link]]) -> K | None:
    """Which of some links this one is: the one spelt alike, else the only one nothing speaks against."""
    fitting = [(key, one) for key, one in candidates if same_way(one, link) is not None]
    if len(fitting) > 1:
        fitting = [(key, one) for key, one in fitting if one.pair == link.pair]
    return fitting[0][0] if len(fitting) == 1 else None


@dataclass(frozen=True, slots=True)
class Twice:
    """A row that has a link again."""

    row: int
    first: int
    other_side: bool
    years: tuple[RoughDate, RoughDate] | None = None
    """Both years, where the two rows do not agree."""


def gather(links: Sequence[Link]) -> tuple[list[Link], list[Twice]]:
    """Each link once, with what all its rows say of it, and the rows that say it again."""
    found: dict[int, Link] = {}
    by_tokens: dict[tuple[str, str, PartnershipType], list[int]] = {}
    twice: list[Twice] = []
    for at, link in enumerate(links):
        here = by_tokens.setdefault((*link.tokens, link.type), [])
        place = match(link, ((spot, found[spot]) for spot in here))
        if place is None:
            found[at] = link
            here.append(at)
            continue
        first = found[place]
        seen = same_way(first, link) or link
        # A row of the other town begins with the town that stood second.
        other_side = not same_place(first.a, link.a)
        differ = not rougher(first.since, seen.since)
        years = (first.since, seen.since) if differ and first.since and seen.since else None
        found[place] = replace(
            first,
            a=fuller(first.a, seen.a),
            b=fuller(first.b, seen.b),
            since=first.since if differ else exacter(first.since, seen.since),
            until=exacter(first.until, seen.until),
            both_sides=first.both_sides or other_side,
        )
        twice.append(Twice(link.row, first.row, other_side, years))
    return list(found.values()), twice
