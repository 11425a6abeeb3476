# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading the tables of people: households without indent, people indented by two, what goes on by four.

Keys in the last column of a person: `as` relation, `speaks` language and level, `likes`, `job`, `email`
has an e-mail address, `mail` that very address, `by_email` wants post that way, `mobile`, `left`, `why`,
`died`, `guardians` first names in the household, `country`, `language`, `order`, `script`, `given2`,
`surname2`, `prefix`, `suffix`, `title`, `birth_name`, `born_in`, `sort`, `founding`, `no` member number,
`owes`; for guests also `allergic`, `diet`, `step_free`, `max_stairs`, `first`, `from`, and `stays` for
who does not travel.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Someone:
    """A person of a table."""

    given: str
    surname: str
    gender: str
    born: str
    since: str
    member_class: str
    more: Mapping[str, str]

    @property
    def name(self) -> str:
        """Given and last name, by which other tables name the person."""
        return f"{self.given} {self.surname}"

    @property
    def is_member(self) -> bool:
        """A member today."""
        return bool(self.since) and not self.is_former

    @property
    def is_former(self) -> bool:
        """A member once."""
        return bool(self.since) and ("left" in self.more or "died" in self.more)


@dataclass(frozen=True, slots=True)
class Home:
    """A household of a table."""

    name: str
    street: str
    place: str
    phone: str
    people: list[Someone] = field(default_factory=list)

    @property
    def members(self) -> int:
        """How many members live there."""
        return sum(one.is_member for one in self.people)


def homes(table: str) -> list[Home]:
    """Read a table. Raises ValueError for a line that does not fit."""
    found: list[Home] = []
    for line in _joined(table):
        parts = [part.strip() for part in line.split("|")]
        if line.startswith("  "):
            if len(parts) != 7:
                raise ValueError(f"a person has seven columns: {line.strip()}")
            given, surname, gender, born, since, member_class, more = parts
            found[-1].people.append(Someone(given, surname, gender, born, since, member_class, options(more)))
        else:
            if len(parts) != 4:
                raise ValueError(f"a household has four columns: {line}")
            name, street, place, phone = parts
            found.append(Home(name, street, place, phone))
    return found


def lines(table: str) -> Iterable[list[str]]:
    """The lines of any table as parts; a line that is indented by four goes on with the one before."""
    for line in _joined(table):
        yield [part.strip() for part in line.split("|")]


def options(text: str) -> dict[str, str]:
    """`key=value; flag` as a dict; a flag has the value `yes`."""
    found = {}
    for part in text.split(";"):
        key, _, value = part.strip().partition("=")
        if key:
            found[key] = value or "yes"
    return found


def _joined(table: str) -> list[str]:
    joined: list[str] = []
    for line in table.strip("\n").splitlines():
        if line.startswith("    "):
            joined[-1] += " " + line.strip()
        elif line.strip():
            joined.append(line)
    return joined
