# SPDX-License-Identifier: GPL-3.0-or-later
"""Anonymous yearly figures of associations: what they are, and which numbers may be shown (REQ-1-11).

A number of fewer than `LEAST` people could tell of somebody. Leaving it out is not enough: whoever knows the
sum and the other numbers subtracts. So as many others are left out as it takes, and it is checked by linear
algebra over all tables together that no small number can be worked out from those that are shown.
"""

import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from hospes.domain.codes import Code
from hospes.i18n.marks import N_

LEAST = 5
"""Fewer people than that are not shown."""
FEWEST = 3
"""A sum of fewer associations than that would tell one of them what the other has."""


class Figure(Code):
    """What is counted in a year."""

    MEMBERS = "members", N_("Members at the end of the year")
    WOMEN = "women", N_("Women and girls")
    MEN = "men", N_("Men and boys")
    OTHER = "other", N_("Neither, or not known")
    UNDER_18 = "under-18", N_("Under 18")
    TO_29 = "to-29", N_("18 to 29")
    TO_44 = "to-44", N_("30 to 44")
    TO_59 = "to-59", N_("45 to 59")
    TO_74 = "to-74", N_("60 to 74")
    FROM_75 = "from-75", N_("75 and older")
    AGE_UNKNOWN = "age-unknown", N_("Age not known")
    JOINED = "joined", N_("Joined in the year")
    LEFT = "left", N_("Left in the year")
    GUESTS = "guests", N_("Guests of visits to us")
    TRAVELLERS = "travellers", N_("Travellers of ours")
    FIRST_TIMERS = "first-timers", N_("For the first time on a visit")
    HOSTS = "hosts", N_("Households that had guests")
    NIGHTS = "nights", N_("Nights in homes")
    VOLUNTEERS = "volunteers", N_("People who gave hours")
    HOURS = "hours", N_("Hours they gave")
    VISITS = "visits", N_("Visits")
    EVENTS = "events", N_("Events")
    TWINNINGS = "twinnings", N_("Twinnings")


GENDERS = (Figure.WOMEN, Figure.MEN, Figure.OTHER)
AGES = (
    Figure.UNDER_18, Figure.TO_29, Figure.TO_44, Figure.TO_59, Figure.TO_74, Figure.FROM_75,
    Figure.AGE_UNKNOWN,
)  # fmt: skip
PARTITIONS = (GENDERS, AGES)
"""Figures whose sum is the number of members."""
OF_THINGS = frozenset({Figure.VISITS, Figure.EVENTS, Figure.TWINNINGS})
"""No people: shown however small they are."""

SUM_OF = {Figure.HOURS: Figure.VOLUNTEERS}
"""What is no number of people but the sum of what some gave: with few of them it tells of each."""

SIZES = (50, 100, 200, 500)


def size_class(members: int) -> str:
    """The class of size of an association: `-50`, `51-100` ... `501+`."""
    low = 0
    for most in SIZES:
        if members <= most:
            return f"{low + 1}-{most}" if low else f"-{most}"
        low = most
    return f"{low + 1}+"


def band_of(age: int | None) -> Figure:
    """The band of an age."""
    if age is None:
        return Figure.AGE_UNKNOWN
    for most, band in ((17, AGES[0]), (29, AGES[1]), (44, AGES[2]), (59, AGES[3]), (74, AGES[4])):
        if age <= most:
            return band
    return Figure.FROM_75


@dataclass(frozen=True)
class Cell:
    """A number in a table: who is in it, how many people, of how many associations."""

    key: Hashable
    atoms: frozenset[Hashable]
    value: int
    associations: int = FEWEST

    def small(self, least: int = LEAST, fewest: int = FEWEST) -> bool:
        """Whether it must not be shown. Nobody at all is no secret."""
        return bool(self.value) and (self.value < least or self.associations < fewest)


@dataclass(frozen=True)
class Split:
    """Cells that together are another one."""

    total: Hashable
    parts: tuple[Hashable, ...]


def hidden(
    cells: Sequence[Cell], splits: Iterable[Split], least: int = LEAST, fewest: int = FEWEST
) -> frozenset[Hashable]:
    """The keys of all cells that must not be shown: the small ones, and what would give them away."""
    known = {cell.key: cell for cell in cells}
    gone = {cell.key for cell in cells if cell.small(least, fewest)}
    secret = frozenset(gone)
    splits = tuple(splits)
    while True:
        more = _by_complement(known, splits, gone, least, fewest)
        if more is None:
            more = _by_algebra(known, secret, gone)
        if more is None:
            return frozenset(gone)
        gone.add(more)


def _by_complement(
    known: Mapping[Hashable, Cell],
    splits: Sequence[Split],
    gone: set[Hashable],
    least: int,
    fewest: int,
) -> Hashable | None:
    """A cell to leave out so that what is left out of a table is no small number itself."""
    for split in splits:
        if split.total in gone:
            continue
        out = [known[key] for key in split.parts if key in gone]
        if not out:
            continue
        enough = sum(cell.value for cell in out) >= least and sum(c.associations for c in out) >= fewest
        if len(out) > 1 and enough:
            continue
        return _next(known, split, gone)
    return None


def _next(known: Mapping[Hashable, Cell], split: Split, gone: set[Hashable]) -> Hashable:
    """The least that can be left out beside; the sum where nothing else is there."""
    left = [known[key] for key in split.parts if key not in gone and known[key].value]
    if not left:
        return split.total
    return min(left, key=lambda cell: (cell.value, str(cell.key))).key


def _by_algebra(
    known: Mapping[Hashable, Cell], secret: frozenset[Hashable], gone: set[Hashable]
) -> Hashable | None:
    """A shown cell to leave out where the shown ones together still give a small one away."""
    shown = [cell for key, cell in known.items() if key not in gone]
    basis = _Basis()
    for cell in shown:
        basis.add(cell.atoms)
    for key in secret:
        atoms = known[key].atoms
        if not basis.holds(atoms):
            continue
        near = [cell for cell in shown if cell.value and cell.atoms & atoms]
        return min(near or shown, key=lambda cell: (len(cell.atoms), cell.value, str(cell.key))).key
    return None


@dataclass
class _Basis:
    """The sums that can be worked out from those that are shown, as rows in echelon form."""

    rows: dict[Hashable, dict[Hashable, Fraction]] = field(default_factory=dict)

    def _rest(self, atoms: Iterable[Hashable]) -> dict[Hashable, Fraction]:
        row = dict.fromkeys(atoms, Fraction(1))
        for lead in sorted(row, key=str):
            self._clear(row, lead)
        while True:
            lead = next((one for one in row if one in self.rows), None)
            if lead is None:
                return row
            self._clear(row, lead)

    def _clear(self, row: dict[Hashable, Fraction], lead: Hashable) -> None:
        share = row.get(lead)
        if not share or lead not in self.rows:
            return
        for atom, part in self.rows[lead].items():
            value = row.get(atom, Fraction(0)) - share * part
            if value:
                row[atom] = value
            else:
                row.pop(atom, None)

    def add(self, atoms: Iterable[Hashable]) -> None:
        """Take a shown sum in."""
        row = self._rest(atoms)
        if not row:
            return
        lead = min(row, key=str)
        share = row[lead]
        new = {atom: part / share for atom, part in row.items()}
        for other in self.rows.values():
            part = other.get(lead)
            if part:
                for atom, value in new.items():
                    left = other.get(atom, Fraction(0)) - part * value
                    if left:
                        other[atom] = left
                    else:
                        other.pop(atom, None)
        self.rows[lead] = new

    def holds(self, atoms: Iterable[Hashable]) -> bool:
        """Whether a sum can be worked out."""
        return not self._rest(atoms)


def protected(figures: Mapping[Figure, int], least: int = LEAST) -> dict[Figure, int | None]:
    """The figures of one association as they may leave it: None where a number is not told."""
    people = [one for one in figures if one not in OF_THINGS]
    atoms: dict[Figure, frozenset[Hashable]] = {one: frozenset({one}) for one in people}
    splits = []
    for parts in PARTITIONS:
        there = tuple(one for one in parts if one in figures)
        if there and Figure.MEMBERS in figures:
            splits.append(Split(Figure.MEMBERS, there))
    cells = [Cell(one, atoms[one], figures[one]) for one in people]
    gone = hidden(cells, splits, least)
    gone |= {total for total, givers in SUM_OF.items() if 0 < figures.get(givers, 0) < least}
    return {one: None if one in gone else value for one, value in figures.items()}


@dataclass(frozen=True)
class Sent:
    """The figures of one association and year, as they came."""

    sender: str
    year: int
    country: str
    region: str
    size: str
    figures: Mapping[Figure, int | None]


@dataclass(frozen=True)
class Row:
    """A group of associations with what may be shown of it."""

    group: tuple[str, ...]
    associations: int
    values: Mapping[Figure, int | None]


def groups(sent: Sequence[Sent], figures: Sequence[Figure]) -> dict[str, list[Row]]:
    """The figures of a year by country, region and size, and their sum; small numbers left out everywhere.

    The tables are looked at together: what one leaves out, another does not give away.
    """
    keys: dict[tuple[str, ...], set[str]] = {("all",): {one.sender for one in sent}}
    for one in sent:
        of: tuple[tuple[str, ...], ...] = (
            ("country", one.country), ("region", one.country, one.region), ("size", one.size),
        )  # fmt: skip
        for key in of:
            keys.setdefault(key, set()).add(one.sender)
    shown: dict[tuple[str, ...], dict[Figure, int | None]] = {key: {} for key in keys}
    for figure in figures:
        told = {one.sender: one.figures[figure] for one in sent if one.figures.get(figure) is not None}
        cells = []
        for key, senders in keys.items():
            there = frozenset(sender for sender in senders if sender in told)
            value = sum(told[sender] or 0 for sender in there)
            cells.append(Cell(key, frozenset(there), value, len(there)))
        # Of things there is no small number of people, yet two associations are too few to stay unnamed.
        least = 1 if figure in OF_THINGS else LEAST
        gone = hidden(cells, _splits(keys), least)
        for cell in cells:
            assert isinstance(cell.key, tuple)
            # Nobody, where some told no number, is not nobody.
            untold = not cell.value and cell.associations < len(keys[cell.key])
            shown[cell.key][figure] = None if untold or cell.key in gone else cell.value
    tables: dict[str, list[Row]] = {"all": [], "country": [], "region": [], "size": []}
    for key in sorted(keys, key=_order):
        tables[key[0]].append(Row(key[1:], len(keys[key]), shown[key]))
    return tables


def _order(key: tuple[str, ...]) -> tuple[str, int, tuple[str, ...]]:
    """Sizes stand as they grow, everything else by its code."""
    least = re.match(r"\d+", key[1]) if key[0] == "size" else None
    return key[0], int(least.group()) if least else 0, key


def _splits(keys: Mapping[tuple[str, ...], set[str]]) -> list[Split]:
    found = [
        Split(("all",), tuple(key for key in keys if key[0] == what))
        for what in ("country", "region", "size")
    ]
    found += [
        Split(key, tuple(one for one in keys if one[:2] == ("region", key[1])))
        for key in keys
        if key[0] == "country"
    ]
    return found


@dataclass(frozen=True)
class IncomingFigures:
    """The figures of one association and year."""

    sender: str
    year: int
    country: str = ""
    region: str = ""
    size: str = ""
    made_on: date | None = None
    least: int = 0
    figures: Mapping[str, int | None] = field(default_factory=dict)
