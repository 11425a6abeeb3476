# SPDX-License-Identifier: GPL-3.0-or-later
"""Drawing people and households by lot for examples larger than 142 members."""

from dataclasses import dataclass
from datetime import date
from random import Random

from hospes.example import names
from hospes.example.names import Names

CLASS_OF_SIZE = {1: "single", 2: "couple", 3: "family", 4: "family"}
SIZES = (1, 2, 3, 4)
SIZE_WEIGHTS = (57, 33, 5, 1)
"""How many of the 96 households have how many members."""


@dataclass(slots=True)
class Drawn:
    """Somebody drawn by lot, as columns of a person and what belongs to it."""

    columns: dict[str, object]
    born: date
    languages: tuple[tuple[str, str], ...]


class Lot:
    """Draws names and ages. Every call with the same seed gives the same people."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)

    def sizes(self, households: int, members: int) -> list[int]:
        """Members per household: as many households and members as wanted, mixed as in the base."""
        found = self.random.choices(SIZES, SIZE_WEIGHTS, k=households)
        missing = members - sum(found)
        while missing:
            place = self.random.randrange(households)
            step = 1 if missing > 0 else -1
            if SIZES[0] <= found[place] + step <= SIZES[-1]:
                found[place] += step
                missing -= step
        return found

    def home_names(self) -> Names:
        """Where a member household comes from: mostly here, every sixth from somewhere else in Europe."""
        return self.random.choice(names.OTHERS) if self.random.random() < 0.16 else names.GERMAN

    def ukrainian(self) -> bool:
        """Every fiftieth household."""
        return self.random.random() < 0.02

    def surname(self, source: Names) -> str:
        """A surname, now and then a double one."""
        name = self.random.choice(source.surnames)
        if source.country == "DE" and self.random.random() < 0.12:
            return f"{name}-{self.random.choice(source.surnames)}"
        return name

    def person(self, source: Names, surname: str, gender: str, born: date) -> Drawn:
        """Somebody of a country with a given surname."""
        given = self.random.choice(source.women if gender == "f" else source.men)
        if gender == "f":
            for ending, feminine in source.feminine:
                surname = surname.removesuffix(ending) + feminine if surname.endswith(ending) else surname
        columns: dict[str, object] = {
            "given": given,
            "surname": surname,
            "name_order": "surname_first" if source.surname_first else "given_first",
            "country": source.country,
        }
        if source.country == "NL" and self.random.random() < 0.5:
            columns["surname_prefix"] = self.random.choice(("van", "de", "van der"))
        if source.country == "ES":
            columns["surname2"] = self.random.choice(source.surnames)
        return self._drawn(columns, gender, born, source.language)

    def ukrainian_person(self, surname: tuple[str, str], gender: str, born: date) -> Drawn:
        """Somebody with a name in two scripts."""
        given = self.random.choice(names.UKRAINIAN_WOMEN if gender == "f" else names.UKRAINIAN_MEN)
        columns: dict[str, object] = {
            "given": given[1],
            "surname": surname[1],
            "script_name": f"{given[0]} {surname[0]}",
            "latin_name": f"{given[1]} {surname[1]}",
            "country": "UA",
        }
        return self._drawn(columns, gender, born, "uk")

    def _drawn(self, columns: dict[str, object], gender: str, born: date, language: str) -> Drawn:
        columns["gender"] = gender
        random = self.random
        spoken = {language: "4"}
        for other, share in (("de", 0.9), ("fr", 0.55), ("en", 0.4), ("pl", 0.06)):
            if other not in spoken and random.random() < share:
                spoken[other] = random.choice("1223")
        return Drawn(columns, born, tuple(spoken.items()))

    def birthday(self, youngest: int, oldest: int) -> date:
        """A day of birth between two ages, told as of the frozen year."""
        random = self.random
        return date(2025 - random.randint(youngest, oldest), random.randint(1, 12), random.randint(1, 28))

    def street(self) -> str:
        """A street with a number."""
        return f"{self.random.choice(names.STREETS)} {self.random.randint(1, 120)}"

    def french_street(self) -> str:
        """A street with a number in front."""
        return f"{self.random.randint(1, 90)} {self.random.choice(names.FRENCH_STREETS)}"

    def likes(self) -> str:
        """One to three interests, as keys of phrases."""
        return ",".join(sorted(self.random.sample(names.LIKES, self.random.randint(1, 3))))
