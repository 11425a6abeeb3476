# SPDX-License-Identifier: GPL-3.0-or-later
"""Towns and regions over time: which one it was on a day, and what it was called then (REQ-1-16).

A charter of 2004 was signed by Nord-Pas-de-Calais; since 2016 the partner is Hauts-de-France. Old papers keep
the old name, new ones have the new one, and nobody has to enter the partner twice.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from hospes.domain.codes_twinning import SuccessionKind
from hospes.domain.values import DateSpan

FAR = 20
"""More steps than that from one territory to the next there are not; a ring made by mistake ends here."""


ALWAYS = DateSpan()


@dataclass(frozen=True, slots=True)
class Succession:
    """One territory became another on a day."""

    before: UUID
    after: UUID
    kind: SuccessionKind
    on: date


@dataclass(frozen=True, slots=True)
class NameOnTime:
    """A name in a language, perhaps only for some years."""

    language: str
    name: str
    span: DateSpan = ALWAYS


def then(
    ref: UUID, day: date | None, successions: Sequence[Succession], spans: Mapping[UUID, DateSpan]
) -> UUID:
    """The territory that stands for `ref` on a day (None: in the end).

    Forward by what it merged into or was renamed to; a split leaves open who goes on, so it stays. Back only
    where there was no such territory yet and exactly one stood before it.
    """
    for _ in range(FAR):
        other = _next(ref, day, successions)
        if other is None:
            other = _earlier(ref, day, successions, spans)
        if other is None:
            return ref
        ref = other
    return ref


def _next(ref: UUID, day: date | None, successions: Sequence[Succession]) -> UUID | None:
    found = [
        one
        for one in successions
        if one.before == ref and one.kind is not SuccessionKind.SPLIT and (day is None or one.on <= day)
    ]
    return min(found, key=lambda one: one.on).after if found else None


def _earlier(
    ref: UUID, day: date | None, successions: Sequence[Succession], spans: Mapping[UUID, DateSpan]
) -> UUID | None:
    begins = spans.get(ref, ALWAYS).first
    if day is None or begins is None or begins <= day:
        return None
    found = [one for one in successions if one.after == ref and one.on > day]
    return found[0].before if len(found) == 1 else None


def name_on(names: Sequence[NameOnTime], own: str, language: str, day: date | None) -> str:
    """What readers of a language called it on a day (None: today's name); its own name where they have none.

    Of several names that held, the one that began last is the most exact.
    """
    found = [one for one in names if one.language == language and (day is None or one.span.holds(day))]
    if day is None:
        found = [one for one in found if one.span.last is None]
    if not found:
        return own
    return max(found, key=lambda one: one.span.first or date.min).name
