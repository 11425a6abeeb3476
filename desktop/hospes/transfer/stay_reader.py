# SPDX-License-Identifier: GPL-3.0-or-later
"""What a row of a list says beside the person: a guest's part in the visit, or what a household offers.

Words in cells become codes of one vocabulary (`domain.diets`, `domain.codes_visit`). What has no code is
kept as it was typed, so nothing is lost and nothing is guessed; only a number or a day that cannot be read is
said.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import partial

from hospes.domain.codes_visit import BedWish, GroupRule, ParticipationKind, Smoking
from hospes.domain.dates import DateProblem
from hospes.domain.diets import FOOD_ALLERGIES, Animal
from hospes.domain.errors import Message
from hospes.domain.incoming_visit import IncomingOffer, IncomingStay
from hospes.domain.stair_words import sounds_like_stairs
from hospes.transfer import vocabulary
from hospes.transfer.days import DayReader, NoYear, remedy
from hospes.transfer.headings import key
from hospes.transfer.nights import NightProblem, nights_of
from hospes.transfer.reading import Cell
from hospes.transfer.row_reader import Oddity, RowProblem
from hospes.transfer.words import values

_WORDS = re.compile(r"\s*[;,/\n]\s*|\s+(?:und|et|and|oraz|i|u\.|&|\+)\s+", re.IGNORECASE)
_NAMES = re.compile(r"\s*[;/\n]\s*")
_NAMES_TOO = re.compile(r"\s*[;,/\n]\s*|\s+(?:und|et|and|oraz|ou|oder|or|lub)\s+", re.IGNORECASE)
_LITERAL = re.compile(r"\s*[;\n]\s*")
_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
_BRACKETED = re.compile(r"\(.*?\)")
MOST = 999

_YES_NO = Message("Neither yes nor no is written here.")
_NO_NUMBER = Message("No number is written here; it is kept as a remark.")
_STEPS = Message(
    "Ask whether a home without steps is needed, and write it in the stay: a remark alone is not heeded."
)
_NO_WORD = Message("This word is not known here; it is kept as a remark.")


@dataclass(slots=True)
class StayReader:
    """Reads rows of one list of guests or hosts."""

    kind: str
    days: DayReader
    country: str
    first: date | None = None
    last: date | None = None
    literal: bool = False

    def read(
        self, texts: dict[str, str], raw: dict[str, Cell]
    ) -> tuple[IncomingStay | IncomingOffer, list[Oddity]]:
        """What the row says. Raises RowProblem for a day that cannot be used."""
        row = _Row(self, texts, raw)
        return (row.stay() if self.kind == "guests" else row.offer()), row.odd


class _Row:
    def __init__(self, how: StayReader, texts: dict[str, str], raw: dict[str, Cell]) -> None:
        self.how = how
        self.texts = texts
        self.raw = raw
        self.odd: list[Oddity] = []
        self.kept: list[str] = []

    # ---- a guest -----------------------------------------------------------------------------------------

    def stay(self) -> IncomingStay:
        """A guest's part in the visit."""
        group, companions = self._group()
        rule = self._code("group_rule", "rule")
        kind, role = self._role()
        animals, other, diet = self._health()
        arrival, departure = self._day("arrival"), self._day("departure")
        if arrival and departure and departure < arrival:
            raise RowProblem(
                "departure",
                "departure-before-arrival",
                Message("The departure is before the arrival."),
                Message("Mend the two days in the list, or leave the cells empty."),
            )
        smoking, bed = self._code("smoker", "smoking"), self._code("bed", "bed")
        found = IncomingStay(
            delegation=self.texts.get("delegation", ""),
            group=group,
            group_rule=GroupRule(rule) if rule else None,
            with_whom=companions,
            kind=kind,
            role=role,
            arrival=arrival,
            departure=departure,
            smoking=Smoking(smoking) if smoking else None,
            minds_smoke=self._yes_no("minds_smoke"),
            animal_allergies=animals,
            animal_fear=tuple(self._coded("animal_fear", ("animal",))),
            other_allergies=other,
            diet=diet,
            max_stairs=self._stairs("max_stairs"),
            step_free=self._yes_no("step_free"),
            bed=BedWish(bed) if bed else None,
            sofa_ok=self._yes_no("sofa_ok"),
            first_visit=self._yes_no("first_visit"),
            wished=self._names("wished_hosts"),
            refused=self._names("refused_hosts"),
            needs_lift=self._yes_no("needs_lift"),
            hotel=self._yes_no("hotel"),
            guardian=self._names("guardian"),
            consent_host=self._yes_no("consent_host"),
            consent_photo=self._yes_no("consent_photo"),
            emergency=self._emergency(),
        )
        self._steps(found)
        return replace(found, remarks=self._remarks())

    def _steps(self, found: IncomingStay) -> None:
        """A remark about walking is kept as it is, and asked about: it alone keeps nobody off the stairs."""
        asked = found.step_free is None and found.max_stairs is None
        said = self.texts.get("remarks", "")
        if asked and sounds_like_stairs(said):
            self.odd.append(("remarks", said, "steps-unclear", _STEPS))

    def _group(self) -> tuple[str, tuple[str, ...]]:
        """The name of the group, and with whom somebody comes: "with Manon" is no name."""
        text = self.texts.get("group", "")
        companions = list(self._names("with_whom"))
        for word in sorted(values("with"), key=len, reverse=True):
            if text.casefold().startswith(f"{word} "):
                companions += _split(text[len(word) + 1 :], _NAMES_TOO)
                text = ""
                break
        said = [_without_with(name) for name in companions if vocabulary.yes_no(name) is not False]
        return text, tuple(dict.fromkeys(name for name in said if name))

    def _role(self) -> tuple[ParticipationKind | None, str]:
        text = self.texts.get("role", "")
        if not text:
            return None, ""
        first, _, rest = text.partition(";")
        code = vocabulary.code_of("kind", first, inside=not self.how.literal)
        kind = ParticipationKind(code) if code else None
        if rest.strip():
            return kind, rest.strip()
        # The word itself says no more than the kind; a title such as "mayor" says more.
        plain = kind is not None and kind is not ParticipationKind.OFFICIAL
        return kind, "" if plain or (kind and text == kind.value) else text

    def _health(self) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        animals = self._coded("animal_allergies", ("animal",))
        other = self._coded("other_allergies", ("allergen", "diet", "animal"))
        diet = self._coded("diet", ("diet",))
        for each in self._coded("allergies", ("animal", "allergen", "diet")):
            if each in list(Animal):
                animals.append(each)
            elif each in FOOD_ALLERGIES:
                diet.append(each)
            else:
                other.append(each)
        return _once(animals), _once(other), _once(diet)

    def _emergency(self) -> tuple[str, ...]:
        return tuple(_split(self.texts.get("emergency", ""), _LITERAL))

    # ---- a host ------------------------------------------------------------------------------------------

    def offer(self) -> IncomingOffer:
        """What a household offers."""
        cats, dogs, other = self._pets()
        smoking = self._code("smoker", "smoking")
        found = IncomingOffer(
            single_beds=self._count("single_beds"),
            double_beds=self._count("double_beds"),
            sofa_beds=self._count("sofa_beds"),
            max_guests=self._count("max_guests"),
            nights=self._nights(),
            cats=cats,
            dogs=dogs,
            other_pets=other,
            smoking=Smoking(smoking) if smoking else None,
            stairs=self._stairs("stairs"),
            step_free=self._yes_no("step_free"),
            car_seats=self._count("car_seats"),
            distance_m=self._distance(),
            diets=_once(self._coded("diets", ("diet",))),
            accepts=self._accepts(),
            minors_ok=self._yes_no("minors_ok"),
            children_ages=self._ages("children_ages"),
            ages=self._ages("ages"),
            wished=self._names("wished_guests"),
            refused=self._names("refused_guests"),
            hosted_last_time=self._yes_no("hosted_last_time"),
            experienced=self._yes_no("experienced"),
        )
        return replace(found, remarks=self._remarks())

    def _pets(self) -> tuple[bool | None, bool | None, str]:
        """Cats, dogs, other animals: from one column for all, and from columns of their own."""
        cats, dogs, other = self._animals()
        own = self._yes_no("cats"), self._yes_no("dogs")
        return cats if own[0] is None else own[0], dogs if own[1] is None else own[1], other

    def _animals(self) -> tuple[bool | None, bool | None, str]:
        text = self.texts.get("pets", "")
        if not text:
            return None, None, ""
        if vocabulary.yes_no(text) is False or vocabulary.nothing(text):
            return False, False, ""
        if vocabulary.yes_no(text) is True:
            self._strange("pets", "word-unknown", _NO_WORD)
            return None, None, ""
        found = self._coded("pets", ("animal",))
        other = [each for each in found if each not in (Animal.CAT, Animal.DOG)]
        return Animal.CAT in found, Animal.DOG in found, ";".join(dict.fromkeys(other))

    def _accepts(self) -> tuple[str, ...]:
        found: list[str] = []
        for word in self._list("accepts"):
            code = vocabulary.code_of("accepts", word, inside=True)
            if code == "*":
                return ("man", "woman", "couple", "family", "minor")
            if code is None:
                self._say("accepts", word, "word-unknown", _NO_WORD)
            else:
                found.append(code)
        return _once(found)

    def _nights(self) -> tuple[date, ...]:
        text = self.texts.get("nights", "")
        if not text:
            return ()
        if vocabulary.code_of("nights", text) == "all":
            return nights_of("", self.how.first, self.how.last, self.how.days.today)
        try:
            found = nights_of(text, self.how.first, self.how.last, self.how.days.today, self.how.days.order)
            if not found:
                reason = Message("None of these nights is a night of the visit; all are taken.")
                self._strange("nights", "nights-outside", reason)
            return found or nights_of("", self.how.first, self.how.last, self.how.days.today)
        except NightProblem:
            self._strange("nights", "nights-unclear", Message("These nights cannot be read; all are taken."))
            return nights_of("", self.how.first, self.how.last, self.how.days.today)

    def _distance(self) -> int | None:
        text = self.texts.get("distance_km", "")
        found = _NUMBER.search(text)
        if found is None:
            if text:
                self._strange("distance_km", "number-unknown", _NO_NUMBER)
            return None
        try:
            number = Decimal(found[0].replace(",", "."))
        except InvalidOperation:  # pragma: no cover  # the pattern lets only numbers through
            return None
        metres = text.rstrip(". ").casefold().endswith("m") and not text.rstrip(". ").casefold().endswith(
            "km"
        )
        return min(abs(int(number if metres else number * 1000)), 1_000_000)

    def _ages(self, field: str) -> tuple[str, ...]:
        return tuple(str(int(number)) for number in re.findall(r"\d{1,3}", self.texts.get(field, "")))

    # ---- cells -------------------------------------------------------------------------------------------

    def _say(self, field: str, text: str, code: str, reason: Message) -> None:
        self.odd.append((field, text, code, reason))
        self.kept.append(text)

    def _strange(self, field: str, code: str, reason: Message) -> None:
        self._say(field, self.texts[field], code, reason)

    def _remarks(self) -> tuple[str, ...]:
        said = self.texts.get("remarks", "")
        return tuple(part for part in (said, "\n".join(self.kept)) if part)

    def _yes_no(self, field: str) -> bool | None:
        text = self.texts.get(field, "")
        if not text:
            return None
        found = vocabulary.yes_no(text)
        if found is None:
            found = vocabulary.yes_no(re.split(r"[\s,;(]", text, maxsplit=1)[0])
        if found is None:
            self._strange(field, "yes-no-unknown", _YES_NO)
        return found

    def _code(self, field: str, meaning: str) -> str:
        text = self.texts.get(field, "")
        if not text:
            return ""
        found = vocabulary.code_of(meaning, text, inside=True)
        if found is None and meaning == "smoking":
            answer = vocabulary.yes_no(text)
            found = None if answer is None else ("yes" if answer else "no")
        if found is None:
            self._strange(field, "word-unknown", _NO_WORD)
        return found or ""

    def _list(self, field: str) -> list[str]:
        return _split(self.texts.get(field, ""), _LITERAL if self.how.literal else _WORDS)

    def _coded(self, field: str, meanings: tuple[str, ...]) -> list[str]:
        """The codes of a list; a word without one stays as it is, "none" is nothing."""
        found: list[str] = []
        for word in self._list(field):
            bare = word if self.how.literal else _BRACKETED.sub("", word).strip()
            code = _first(partial(_code_of, bare), meanings)
            if code is None and not self.how.literal:
                if vocabulary.nothing(bare) or vocabulary.yes_no(bare) is False or key(bare) in _none():
                    continue
                code = _first(partial(_code_inside, bare), meanings)
            if code != "":
                found.append(code or word)
        return found

    def _names(self, field: str) -> tuple[str, ...]:
        text = self.texts.get(field, "")
        if not text or vocabulary.nothing(text) or vocabulary.yes_no(text) is False:
            return ()
        # Where no other sign stands between names, a comma does.
        cut = _LITERAL if self.how.literal else _NAMES if _NAMES.search(text) else _NAMES_TOO
        return tuple(dict.fromkeys(_split(text, cut)))

    def _count(self, field: str) -> int | None:
        text = self.texts.get(field, "")
        if not text:
            return None
        found = _NUMBER.search(text)
        if found is not None:
            number = int(Decimal(found[0].replace(",", ".")))
            if 0 <= number <= MOST:
                return number
        answer = vocabulary.yes_no(text)
        if answer is False or vocabulary.nothing(text):
            return 0
        if answer is True and field.endswith("_beds"):
            return 1
        self._strange(field, "number-unknown", _NO_NUMBER)
        return None

    def _stairs(self, field: str) -> int | None:
        text = self.texts.get(field, "")
        if text and vocabulary.code_of("stairs", text) == "0":
            return 0
        return self._count(field)

    def _day(self, field: str) -> date | None:
        text = self.texts.get(field, "")
        if not text:
            return None
        try:
            found = self.how.days.read(self.raw.get(field, text), past=False)
        except NoYear:
            try:
                span = nights_of(text, None, None, self.how.days.today, self.how.days.order, self.how.first)
            except NightProblem:
                span = ()
            if not span:
                self._strange(field, "date-without-year", _NO_WORD)
                return None
            return span[0]
        except DateProblem as problem:
            raise RowProblem(field, problem.code, problem.message, remedy(problem)) from None
        if found.exact is None:
            self._strange(field, "date-rough", Message("This is no whole day; it is kept as a remark."))
        return found.exact


def _code_of(text: str, meaning: str) -> str | None:
    return vocabulary.code_of(meaning, text)


def _code_inside(text: str, meaning: str) -> str | None:
    return vocabulary.code_of(meaning, text, inside=True)


def _first(ask: Callable[[str], str | None], meanings: Iterable[str]) -> str | None:
    for meaning in meanings:
        found = ask(meaning)
        if found is not None:
            return found
    return None


def _none() -> frozenset[str]:
    return frozenset(key(word) for word in values("diet:"))


def _split(text: str, cut: re.Pattern[str]) -> list[str]:
    return [part for part in cut.split(text.strip()) if part]


def _without_with(name: str) -> str:
    for word in sorted(values("with"), key=len, reverse=True):
        if len(word) > 1 and name.casefold().startswith(f"{word} "):
            return name[len(word) + 1 :].strip()
    return name


def _once(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(each).replace(";", ",") for each in found))
