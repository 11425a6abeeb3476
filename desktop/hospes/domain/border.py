# SPDX-License-Identifier: GPL-3.0-or-later
"""What is looked at on the way from one country to another, as dated data (domain 2.8, REQ-2-12).

The first rule that fits counts; an association's own rules stand before the shipped ones, so that what it
changed survives every update. The rules help to think of papers in time; they are no legal advice.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from hospes.domain.codes import Code
from hospes.domain.codes_visit import CheckKind
from hospes.i18n.marks import N_

EVERYWHERE = "*"

SETTINGS_PREFIX = "border.rule."
"""Settings of the file: one key for each rule that the association wrote or changed."""


class Document(Code):
    """What somebody must have in the pocket."""

    NONE = "none", N_("Nothing is looked at")
    ANY = "any", N_("ID card or passport")
    PASSPORT = "passport", N_("Passport, an ID card is not enough")


@dataclass(frozen=True, slots=True)
class BorderRule:
    """One row of the table: who comes from where, goes where, and what they need."""

    code: str
    origin: tuple[str, ...]
    """ISO countries, names of groups, or `EVERYWHERE`."""
    destination: tuple[str, ...]
    document: Document = Document.ANY
    permit: bool = False
    """A visa or an electronic permit to travel."""
    since: date | None = None
    until: date | None = None
    issued_within_years: int = 0
    """The passport must have been issued within so many years before entering; 0 = no rule."""
    valid_days_after: int = 0
    """So many days the document must still hold after the last day."""
    school_card: tuple[str, ...] = ()
    """Countries whose pupils in a school's group travel with an ID card all the same."""
    source: str = ""
    verify: bool = True
    """Nobody in the association has confirmed it yet."""
    own: bool = False
    """Written or changed by the association."""

    def fits(self, home: str, place: str, day: date | None) -> bool:
        """Does it hold for this way on this day? A day that is not known yet is taken for the future."""
        if self.since is not None and day is not None and day < self.since:
            return False
        if self.until is not None and (day is None or day > self.until):
            return False
        return _in(home, self.origin) and _in(place, self.destination)

    @property
    def papers(self) -> tuple[CheckKind, ...]:
        """What is ticked for each traveller."""
        found = [] if self.document is Document.NONE else [CheckKind.TRAVEL_DOCUMENT]
        return (*found, *([CheckKind.ENTRY_PERMIT] if self.permit else []))

    def holds_until(self, last: date | None) -> date | None:
        """The day until which the document must hold, where the visit ends on a day."""
        return None if last is None else last + timedelta(days=self.valid_days_after)


NO_BORDER = BorderRule("", (EVERYWHERE,), (EVERYWHERE,), Document.NONE, verify=False)
"""Within one country, or where it is not known who comes from where."""


def rule_for(rules: Iterable[BorderRule], home: str, place: str, day: date | None) -> BorderRule:
    """The first rule that fits; `NO_BORDER` where no border is crossed."""
    if not home or not place or home == place:
        return NO_BORDER
    return next((rule for rule in rules if rule.fits(home, place, day)), NO_BORDER)


def read_rule(
    raw: Mapping[str, Any], groups: Mapping[str, Sequence[str]], *, own: bool = False
) -> BorderRule:
    """A rule from its data.

    Args:
        raw: As in `resources/border/rules.json`, or as an association keeps it.
        groups: Countries by the name of their group.
        own: It is the association's.

    Raises:
        KeyError: Something that every rule has is missing.
        ValueError: A day or a document is none.
    """
    return BorderRule(
        str(raw["code"]),
        _countries(raw["from"], groups),
        _countries(raw["to"], groups),
        Document(str(raw.get("document", Document.ANY.value))),
        bool(raw.get("permit", False)),
        _day(raw.get("since")),
        _day(raw.get("until")),
        int(raw.get("issued_within_years", 0)),
        int(raw.get("valid_days_after", 0)),
        tuple(raw.get("school_card", ())),
        str(raw.get("source", "")),
        bool(raw.get("verify", True)),
        own,
    )


def _countries(names: Iterable[str], groups: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    return tuple(country for name in names for country in groups.get(name, (name,)))


def _in(country: str, some: Sequence[str]) -> bool:
    return EVERYWHERE in some or country in some


def _day(text: object) -> date | None:
    return date.fromisoformat(str(text)) if text else None
