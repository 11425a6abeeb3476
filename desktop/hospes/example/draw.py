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
    """Somebody drawn by lot."""

    given: str
    surname: str
    gender: str
    born: date
    country: str
    languages: tuple[tuple[str, str], ...]
    name_order: str = "given_first"
    surname_prefix: str = ""
    surname2: str = ""
    script_name: str = ""
    latin_name: str = ""


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
        random = self.random
        if gender == "f":
            for ending, feminine in source.feminine:
                surname = surname.removesuffix(ending) + feminine if surname.endswith(ending) else surname
        one = Drawn(
            random.choice(source.women if gender == "f" else source.men),
            surname,
            gender,
            born,
            source.country,
            self._languages(source.language),
        )
        if source.surname_first:
            one.name_order = "surname_first"
        if source.country == "NL" and random.random() < 0.5:
            one.surname_prefix = random.choice(("van", "de", "van der"))
        if source.country == "ES":
            one.surname2 = random.choice(source.surnames)
        return one

    def _ukrainian(self) -> Drawn:
        """Somebody with a name in two scripts."""
        random = self.random
        gender = random.choice("fm")
        given = random.choice(names.UKRAINIAN_WOMEN if gender == "f" else names.UKRAINIAN_MEN)
        surname = random.choice(names.UKRAINIAN_SURNAMES)
        born, languages = self.birthday(25, 70), self._languages("uk")
        one = Drawn(given[1], surname[1], gender, born, "UA", languages)
        one.script_name, one.latin_name = f"{given[0]} {surname[0]}", f"{given[1]} {surname[1]}"
        return one

    def _languages(self, native: str) -> tuple[tuple[str, str], ...]:
        random = self.random
        spoken = {native: "4"}
        for other, often in (("de", 0.5), ("fr", 0.4), ("en", 0.25), ("pl", 0.04)):
            if random.random() < often and other not in spoken:
                spoken[other] = random.choice("1223")
        return tuple(spoken.items())

    def family(self, size: int, *, grown: bool = False) -> tuple[list[Drawn], str]:
        """The members of a household, and its name; `grown` leaves out the young who live alone."""
        random = self.random
        if self.ukrainian():
            first, source = self._ukrainian(), names.GERMAN
        else:
            source = self.home_names()
            young = size == 1 and not grown and random.random() < 0.04
            born = self.birthday(16, 25) if young else self.birthday(26, 92)
            first = self.person(source, self.surname(source), random.choice("fm"), born)
        people, name, surname = [first], first.surname, first.surname
        if size > 1:
            other = surname
            if random.random() < 0.1:
                other = self.surname(names.GERMAN)
                name = f"{surname}–{other}"
            partner = "m" if first.gender == "f" else "f"
            year = min(first.born.year + random.randint(-4, 4), 2000)
            people.append(self.person(source, other, partner, first.born.replace(year=year)))
        people += [
            self.person(source, surname, random.choice("fm"), self.birthday(14, 24)) for _ in range(size - 2)
        ]
        return people, name

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
        return self.random.choice(_LIKES)


_LIKES = [
    *names.LIKES,
    *(f"{one},{other}" for one in names.LIKES for other in names.LIKES if one < other),
    *(f"{one},{other},sport" for one in names.LIKES for other in names.LIKES if one < other < "sport"),
]
