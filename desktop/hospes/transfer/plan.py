# SPDX-License-Identifier: GPL-3.0-or-later
"""Deciding for each row what bringing it in would do: pure, on plain values, before anything is written.

A row finds somebody again by the id of the program it comes from, then by member number, else by the folded
name together with the birth date, the postcode or the e-mail; a shared e-mail alone never does (decision 40).
What the file does not know is filled in; where both say something and it differs, the row is doubtful and
nothing is overwritten unless somebody decides so.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from hashlib import sha256
from uuid import UUID

from hospes.domain.errors import Message
from hospes.domain.incoming import EXCLUSIVE, MANY, Incoming, KnownFacts, KnownKeys, facts_of, plain

BY_CONTENT = "list"
"""Source of a row that nothing but its own content can find again."""

Details = Callable[[Collection[UUID]], Mapping[UUID, KnownFacts]]


class Fate(StrEnum):
    """What happens to a row."""

    NEW = "new"
    UPDATED = "updated"
    KNOWN = "known"
    DOUBTFUL = "doubtful"


class Decision(StrEnum):
    """What somebody decided about a doubtful row."""

    SKIP = "skip"
    ADD = "add"
    """Somebody else: bring in as a new entry."""
    FILL = "fill"
    """The same: keep ours, fill in what we do not know."""
    TAKE = "take"
    """The same, and the list is right: its values replace ours."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One field in which the file and the list disagree."""

    field: str
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Planned:
    """One row and what becomes of it."""

    who: Incoming
    fate: Fate
    match: UUID | None = None
    seen: int = 0
    """Version of the entry that was compared."""
    fills: frozenset[str] = frozenset()
    """Facts the file does not know yet."""
    differences: tuple[Difference, ...] = ()
    reason: Message | None = None
    decision: Decision = Decision.SKIP


@dataclass(slots=True)
class Plan:
    """All rows."""

    rows: list[Planned] = field(default_factory=list)

    def count(self, fate: Fate) -> int:
        """How many rows have a fate."""
        return sum(1 for row in self.rows if row.fate is fate)

    @property
    def doubtful(self) -> list[Planned]:
        """The rows somebody should look at."""
        return [row for row in self.rows if row.fate is Fate.DOUBTFUL]

    def decide(self, row: int, decision: Decision) -> None:
        """Keep a decision about a doubtful row."""
        self.rows = [
            replace(each, decision=decision) if each.fate is Fate.DOUBTFUL and each.who.row == row else each
            for each in self.rows
        ]

    def decide_all(self, decision: Decision) -> None:
        """The same decision about every doubtful row."""
        self.rows = [
            replace(each, decision=decision) if each.fate is Fate.DOUBTFUL else each for each in self.rows
        ]


def plan(
    people: list[Incoming],
    known: Iterable[KnownKeys],
    details: Details,
    among: Collection[UUID] = frozenset(),
    *,
    ask: bool = False,
) -> Plan:
    """What bringing in these people would do. `details` gives the facts of those found again.

    Among some (the guests a visit has already) the name alone is enough, if only one of them has it and no
    date of birth speaks against it. `ask`: anybody else of the name makes a row doubtful that says nothing by
    which the two could be told apart.
    """
    people = _with_content_keys(people)
    index = _Index(known)
    sure = [index.by_key(who) for who in people]
    claimed = {match.id for match in sure if match is not None and match.id is not None}
    matches: list[_Match] = []
    for who, match in zip(people, sure, strict=True):
        found = match if match is not None else index.by_name_and_more(who, claimed)
        if found.id is None and found.reason is None:
            found = (
                index.by_name_alone(who, claimed, among)
                or (index.perhaps(who, claimed) if ask else None)
                or found
            )
        if match is None and found.id is not None:
            claimed.add(found.id)
        matches.append(found)
    facts = details({match.id for match in matches if match.id is not None})
    result = Plan()
    seen = _Seen()
    for who, match in zip(people, matches, strict=True):
        again = seen.again(who)
        if again is not None:
            result.rows.append(Planned(who, Fate.DOUBTFUL, reason=again))
        elif match.reason is not None and match.id is not None:
            compared = _compared(who, facts[match.id], by_name=match.by_name)
            result.rows.append(replace(compared, fate=Fate.DOUBTFUL, reason=match.reason))
        elif match.reason is not None:
            result.rows.append(Planned(who, Fate.DOUBTFUL, reason=match.reason))
        elif match.id is None:
            result.rows.append(Planned(who, Fate.NEW))
        else:
            result.rows.append(_compared(who, facts[match.id], by_name=match.by_name))
    return result


@dataclass(frozen=True, slots=True)
class _Match:
    id: UUID | None = None
    reason: Message | None = None
    by_name: bool = False


class _Index:
    """Everybody in the file, by what finds them again."""

    def __init__(self, known: Iterable[KnownKeys]) -> None:
        self.by_source: dict[tuple[str, str], KnownKeys] = {}
        self.by_number: dict[str, list[KnownKeys]] = defaultdict(list)
        self.by_name: dict[tuple[bool, str], list[KnownKeys]] = defaultdict(list)
        for keys in known:
            for source in keys.sources:
                self.by_source[source] = keys
            for number in keys.numbers:
                self.by_number[number].append(keys)
            # Our own address cards come back with our ids.
            self.by_source["vcard", str(keys.id)] = keys
            for name in keys.names:
                self.by_name[keys.is_person, name].append(keys)

    def by_key(self, who: Incoming) -> _Match | None:
        """Who this row is by the other program's id or by number; None when neither is known."""
        if who.source_id and (who.source, who.source_id) in self.by_source:
            return _Match(self.by_source[who.source, who.source_id].id)
        number = plain("number", _number_of(who))
        if number and number in self.by_number:
            return self._by_number(who, self.by_number[number])
        return None

    def _by_number(self, who: Incoming, found: list[KnownKeys]) -> _Match:
        same = [keys for keys in found if who.name_key in keys.names and keys.is_person == who.is_person]
        if len(same) == 1:
            return _Match(same[0].id)
        if len(same) > 1:
            return _best(same, who)
        # Somebody with this number has another name: married, misspelt, or the number was given twice.
        near = [keys for keys in found if keys.is_person == who.is_person and _alike(keys.name, who.name_key)]
        if len(near) == 1:
            return _Match(near[0].id, by_name=True)
        return _Match(
            reason=Message("Member number {number} belongs to somebody else.", number=_number_of(who))
        )

    def by_name_alone(self, who: Incoming, claimed: set[UUID], among: Collection[UUID]) -> _Match | None:
        """Who this row is by name, among some people."""
        found = [keys for keys in self._same_name(who, claimed) if keys.id in among]
        return _Match(found[0].id) if len(found) == 1 else None

    def perhaps(self, who: Incoming, claimed: set[UUID]) -> _Match | None:
        """Somebody of this name whom nothing in the row tells apart, or whose birth is known only roughly."""
        found = self._same_name(who, claimed)
        if who.birth is not None or who.emails or who.address.postcode:
            found = [keys for keys in found if keys.birth and who.birth is not None]
        if not found:
            return None
        one = found[0].id if len(found) == 1 else None
        return _Match(one, Message("Somebody of this name is in the file. Is it the same person?"))

    def _same_name(self, who: Incoming, claimed: set[UUID]) -> list[KnownKeys]:
        birth = str(who.birth or "")
        return [
            keys
            for keys in self.by_name.get((who.is_person, who.name_key), ())
            if keys.id not in claimed and (not birth or not keys.birth or _same_day(birth, keys.birth))
        ]

    def by_name_and_more(self, who: Incoming, claimed: set[UUID]) -> _Match:
        """Who this row is by name and birth date, postcode or e-mail; nobody another row already is."""
        birth = str(who.birth or "")
        postcode = "".join(who.address.postcode.split()).casefold()
        emails = frozenset(who.emails)
        found = [
            keys
            for keys in self.by_name.get((who.is_person, who.name_key), ())
            if keys.id not in claimed
            and (
                not who.is_person
                or (birth and birth == keys.birth)
                or (postcode and postcode in keys.postcodes)
                or emails & keys.emails
            )
        ]
        return _best(found, who) if found else _Match()


def _number_of(who: Incoming) -> str:
    return who.membership.number if who.membership is not None else ""


def _alike(one: str, other: str) -> bool:
    """Nearly the same name, or the same first name."""
    from rapidfuzz.distance import DamerauLevenshtein

    first, second = one.partition("|")[2], other.partition("|")[2]
    return (bool(first) and first == second) or DamerauLevenshtein.normalized_similarity(one, other) > 0.8


def _best(found: list[KnownKeys], who: Incoming) -> _Match:
    """The one that agrees most; nobody when two agree alike."""
    if len(found) == 1:
        return _Match(found[0].id)
    birth = str(who.birth or "")
    postcode = "".join(who.address.postcode.split()).casefold()
    emails = frozenset(who.emails)

    def agreement(keys: KnownKeys) -> int:
        score = 4 * bool(birth and birth == keys.birth) + 2 * bool(emails & keys.emails)
        score += bool(postcode and postcode in keys.postcodes)
        return score - 4 * bool(birth and keys.birth and birth != keys.birth)

    ranked = sorted(found, key=agreement, reverse=True)
    if agreement(ranked[0]) > agreement(ranked[1]):
        return _Match(ranked[0].id)
    return _Match(reason=Message("Several people in the file have this name."))


def _compared(who: Incoming, known: KnownFacts, *, by_name: bool) -> Planned:
    fills: set[str] = set()
    differences: list[Difference] = []
    for name, theirs in facts_of(who).items():
        ours = known.facts.get(name, ())
        if not ours:
            fills.add(name)
            continue
        have = {plain(name, text) for text in ours}
        missing = [
            text for text in theirs if plain(name, text) not in have and not _covered(name, text, ours)
        ]
        if not missing:
            continue
        if name in MANY and name not in EXCLUSIVE:
            fills.add(name)
        else:
            shown = ours[:1] if name == "class" else ours
            differences.append(Difference(name, "; ".join(shown), "; ".join(missing)))
    if by_name:
        differences.insert(0, Difference("name", "", who.shown))
    if "membership" in fills:
        fills -= {"number", "class", "joined", "left", "resigned", "dues"}
    fate = Fate.DOUBTFUL if differences else (Fate.UPDATED if fills else Fate.KNOWN)
    reason = Message("The file says something else.") if differences else None
    return Planned(who, fate, known.id, known.version, frozenset(fills), tuple(differences), reason)


def _covered(name: str, text: str, ours: tuple[str, ...]) -> bool:
    """A rougher or finer spelling of the same fact: 1957 and 1957-03-12, a note that holds the text."""
    if name in ("birth_date", "joined", "died"):
        return any(_same_day(text, each) for each in ours)
    if name == "notes":
        return any(text in each for each in ours)
    return False


def _same_day(one: str, other: str) -> bool:
    one, other = one.rstrip("~"), other.rstrip("~")
    return other.startswith(one) or one.startswith(other)


class _Seen:
    """Rows of the list itself that cannot both be right."""

    def __init__(self) -> None:
        self.sources: dict[tuple[str, str], int] = {}
        self.numbers: dict[str, tuple[int, Incoming]] = {}
        self.births: dict[tuple[str, str], Incoming] = {}

    def again(self, who: Incoming) -> Message | None:
        """Why this row repeats an earlier one; None if it does not."""
        earlier = 0
        if who.source_id:
            earlier = self.sources.setdefault((who.source, who.source_id), who.row)
        number = plain("number", _number_of(who))
        if number and earlier in (0, who.row):
            earlier = self._number(who, number)
        if who.birth is not None and who.birth.exact is not None and earlier in (0, who.row):
            first = self.births.setdefault((who.name_key, str(who.birth)), who)
            if first.row != who.row and _same_home(first, who) and _number_of(first) == _number_of(who):
                earlier = first.row
        if earlier in (0, who.row):
            return None
        return Message("The list has the same person already, in row {row}.", row=earlier)

    def _number(self, who: Incoming, number: str) -> int:
        row, first = self.numbers.setdefault(number, (who.row, who))
        # People of one household may share a membership and its number.
        together = bool(who.household) and who.household == first.household
        return who.row if together else row


def _same_home(one: Incoming, other: Incoming) -> bool:
    """Nothing says that these two live apart."""
    if one.address and other.address:
        return one.address.place_key == other.address.place_key
    return not (one.emails and other.emails and not set(one.emails) & set(other.emails))


def _with_content_keys(people: list[Incoming]) -> list[Incoming]:
    """Gives rows that nothing else can find again a key made from their content (reliability T5.6)."""
    keyed: list[Incoming] = []
    for who in people:
        findable = who.source_id or _number_of(who)
        if findable:
            keyed.append(who)
            continue
        said = "\x1f".join(f"{name}={'|'.join(texts)}" for name, texts in sorted(facts_of(who).items()))
        digest = sha256(f"{who.name_key}\x1e{said}".encode("utf-8", "replace")).hexdigest()[:24]
        keyed.append(replace(who, source=BY_CONTENT, source_id=digest))
    return keyed
