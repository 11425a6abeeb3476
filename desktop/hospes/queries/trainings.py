# SPDX-License-Identifier: GPL-3.0-or-later
"""Trainings with who was there, who knows what, and advice that was asked for (S15)."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection

from hospes.domain.names import display_name
from hospes.i18n.locale import Locale
from hospes.queries import person_facts as facts
from hospes.queries.scope import ids_in, owned
from hospes.store.selections import pick
from hospes.store.tables.trainings import AdviceCase, Training, TrainingPerson

AGES_AGO = date.min


@dataclass(frozen=True, slots=True)
class TrainingRow:
    """One training."""

    id: UUID
    topic: str
    provider: str
    place: str
    first: date | None
    last: date | None
    note: str
    people: tuple[UUID, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AdviceRow:
    """One question, with its answer once there is one."""

    id: UUID
    question: str
    asked: str
    asked_on: date | None
    answer: str
    answered_on: date | None

    @property
    def open(self) -> bool:
        """Nobody has answered yet."""
        return not self.answer and self.answered_on is None


@dataclass(frozen=True, slots=True)
class Knows:
    """What somebody has learned, the latest first."""

    person: UUID
    name: str
    topics: tuple[tuple[str, date | None], ...]


def training_rows(connection: Connection, locale: Locale) -> tuple[TrainingRow, ...]:
    """All trainings, the latest first, with who was there by name."""
    t, p = Training, TrainingPerson
    query = pick(t.id, t.topic, t.provider, t.place, t.first, t.last, t.note).where(
        owned(connection, t.owner_id)
    )
    rows = list(connection.execute(query))
    took = pick(p.training_id, p.person_id).where(p.training_id.in_(ids_in([row.id for row in rows])))
    there: dict[UUID, list[UUID]] = defaultdict(list)
    for training, person in connection.execute(took):
        there[training].append(person)
    everybody = {person for people in there.values() for person in people}
    named = {
        key: display_name(name) for key, name in facts.names_of(connection, ids_in(list(everybody))).items()
    }
    found = []
    for row in rows:
        people = sorted(there[row.id], key=lambda one: locale.sort_key(named.get(one, "")))
        names = tuple(named.get(one, "") for one in people)
        found.append(
            TrainingRow(
                row.id,
                row.topic,
                row.provider,
                row.place,
                row.first,
                row.last,
                row.note,
                tuple(people),
                names,
            )
        )
    return tuple(sorted(found, key=lambda one: (one.first or AGES_AGO, one.id), reverse=True))


def who_knows_what(connection: Connection, locale: Locale) -> tuple[Knows, ...]:
    """Everybody who took part in a training, by name, with what they learned."""
    found: dict[UUID, tuple[str, list[tuple[str, date | None]]]] = {}
    for row in training_rows(connection, locale):
        for person, name in zip(row.people, row.names, strict=True):
            found.setdefault(person, (name, []))[1].append((row.topic, row.first))
    everybody = sorted(found.items(), key=lambda one: locale.sort_key(one[1][0]))
    return tuple(Knows(person, name, tuple(topics)) for person, (name, topics) in everybody)


def advice_rows(connection: Connection) -> tuple[AdviceRow, ...]:
    """All questions: those without an answer first, then the latest first."""
    a = AdviceCase
    query = pick(a.id, a.question, a.asked, a.asked_on, a.answer, a.answered_on).where(
        owned(connection, a.owner_id)
    )
    found = [AdviceRow(*row) for row in connection.execute(query)]
    found.sort(key=lambda one: (one.asked_on or AGES_AGO, one.id), reverse=True)
    return tuple(sorted(found, key=lambda one: not one.open))
