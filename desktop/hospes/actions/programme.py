# SPDX-License-Identifier: GPL-3.0-or-later
"""The programme of a visit: items, their texts in each language, who takes part, copying a day.

Positions follow the order in which things happen; they are set anew after each change of a day, so that every
reader of the table has the right order without knowing the rule.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any, ClassVar, TypeVar
from uuid import UUID

from sqlalchemy import select

from hospes.actions import Action
from hospes.actions.editing import Edit, assign, known_fields, refuse_lost_update
from hospes.actions.visits import check_zone
from hospes.domain.codes_visit import Audience, Meal
from hospes.domain.errors import FieldProblem, UserError
from hospes.domain.programme import Slot, ordered
from hospes.i18n.languages import normal_code
from hospes.i18n.marks import N_
from hospes.store.base import Row
from hospes.store.codec import world_columns
from hospes.store.tables.visits import ProgrammeAudience, ProgrammeItem, ProgrammeItemText, Visit
from hospes.store.writer import Writer

R = TypeVar("R", bound=Row)

MOST_SEATS = 10_000
TEXTS = ("title", "details", "place", "meeting_point")


@dataclass(frozen=True, slots=True)
class ItemText:
    """What happens and where, in one language."""

    title: str = ""
    details: str = ""
    place: str = ""
    meeting_point: str = ""


@dataclass(frozen=True)
class AddItem(Action):
    """Put something into the programme. Gives its id."""

    code: ClassVar[str] = "programme-add"
    label: ClassVar[str] = N_("Add “{item}” to the programme")

    visit_id: UUID
    on: date
    texts: Mapping[str, ItemText]
    starts: time | None = None
    ends: time | None = None
    time_words: str = ""
    audience: Audience = Audience.ALL
    delegations: tuple[UUID, ...] = ()
    people: tuple[UUID, ...] = ()
    meal: Meal = Meal.NONE
    seats: int | None = None
    contact_id: UUID | None = None
    zone: str = ""
    venue_id: UUID | None = None

    def apply(self, w: Writer) -> UUID:
        """Add it. Raises FieldProblem where it has no title in any language."""
        visit = w.must(Visit, self.visit_id)
        texts = {normal_code(code): text for code, text in self.texts.items()}
        if not any(text.title.strip() for text in texts.values()):
            raise FieldProblem("title", "What happens? The item needs a few words.")
        _check_seats(self.seats)
        row = w.create(
            ProgrammeItem,
            visit_id=visit.id,
            on=self.on,
            starts=self.starts,
            ends=self.ends,
            time_words=self.time_words.strip(),
            zone=self.zone or visit.zone,
            audience=self.audience,
            meal=self.meal,
            seats=self.seats,
            contact_id=self.contact_id,
            venue_id=self.venue_id,
            position=_behind_all(w, visit.id, self.on),
        )
        for language, text in texts.items():
            values = {name: getattr(text, name).strip() for name in TEXTS}
            if any(values.values()):
                w.create(ProgrammeItemText, programme_item_id=row.id, language=language, **values)
        _set_audience(w, row, self.audience, self.delegations, self.people)
        _renumber(w, visit.id, self.on)
        return row.id

    def refs(self, result: object) -> dict[str, object]:
        """The item and its visit."""
        return {"item": result, "visit": self.visit_id}


def _check_seats(seats: object) -> None:
    if isinstance(seats, int) and not 0 <= seats <= MOST_SEATS:
        raise FieldProblem("seats", "That is no number of seats. Write a whole number such as 60.")


def _day(w: Writer, visit_id: UUID, on: date) -> list[ProgrammeItem]:
    query = select(ProgrammeItem).where(ProgrammeItem.visit_id == visit_id, ProgrammeItem.on == on)
    return list(w.scalars(query.order_by(ProgrammeItem.position, ProgrammeItem.id)))


def _behind_all(w: Writer, visit_id: UUID, on: date) -> int:
    return max((row.position for row in _day(w, visit_id, on)), default=-1) + 1


def _renumber(w: Writer, visit_id: UUID, *days: date) -> None:
    """Number the items of these days in the order in which they happen."""
    w.flush()
    for on in dict.fromkeys(days):
        rows = {row.id: row for row in _day(w, visit_id, on)}
        slots = [Slot(key, on, row.starts, row.ends, at) for at, (key, row) in enumerate(rows.items())]
        for position, slot in enumerate(ordered(slots)):
            row = rows[slot.id]  # type: ignore[index]  # the ids put in
            if row.position != position:
                row.position = position


def _set_audience(
    w: Writer,
    row: ProgrammeItem,
    audience: Audience,
    delegations: tuple[UUID, ...],
    people: tuple[UUID, ...],
) -> None:
    """Keep who takes part; chosen delegations and people only where not everyone does."""
    row.audience = audience
    chosen = audience is Audience.CHOSEN
    wanted: set[tuple[UUID | None, UUID | None]] = set()
    if chosen:
        wanted = {(one, None) for one in delegations} | {(None, one) for one in people}
    query = select(ProgrammeAudience).where(ProgrammeAudience.programme_item_id == row.id)
    for there in w.scalars(query).all():
        key = (there.delegation_id, there.person_id)
        if key in wanted:
            wanted.discard(key)
        else:
            w.delete(there)
    for delegation, person in sorted(wanted, key=str):
        w.create(ProgrammeAudience, programme_item_id=row.id, delegation_id=delegation, person_id=person)


@dataclass(frozen=True)
class EditItem(Edit):
    """Change facts of an item: day, time, meal, seats, who answers for it."""

    code: ClassVar[str] = "programme-edit"
    label: ClassVar[str] = N_("Change “{item}”")
    table: ClassVar[type[Row]] = ProgrammeItem
    fields: ClassVar[frozenset[str]] = frozenset(
        {"on", "starts", "ends", "time_words", "zone", "meal", "seats", "contact_id", "venue_id"}
    )
    ref: ClassVar[str] = "item"

    def apply(self, w: Writer) -> object:
        """Check, assign, and bring the days into order. Gives the new version."""
        known_fields(self.values, self.fields)
        row = w.must(ProgrammeItem, self.id)
        values = self.checked(w, row)
        refuse_lost_update(w, row, self.seen, values)
        before = row.on
        if values.get("on", before) != before:
            row.position = _behind_all(w, row.visit_id, values["on"])
        assign(row, values)
        _renumber(w, row.visit_id, before, row.on)
        w.flush()
        return row.version

    def checked(self, w: Writer, row: Row) -> dict[str, Any]:
        """Seats are a number; a zone is one there is."""
        values = dict(self.values)
        _check_seats(values.get("seats"))
        zone = values.get("zone")
        if isinstance(zone, str) and zone:
            check_zone(zone)
        return values


@dataclass(frozen=True)
class SetItemTexts(Action):
    """Texts of an item in one language; others stay as they are."""

    code: ClassVar[str] = "programme-texts"
    label: ClassVar[str] = N_("Write the texts of “{item}”")

    id: UUID
    language: str
    values: Mapping[str, str] = field(default_factory=dict)

    def apply(self, w: Writer) -> None:
        """Keep them. Raises FieldProblem where no title would be left in any language."""
        known_fields(self.values, set(TEXTS))
        w.must(ProgrammeItem, self.id)
        language = normal_code(self.language)
        values = {name: text.strip() for name, text in self.values.items()}
        if values.get("title") == "":
            t = ProgrammeItemText
            query = select(t.title).where(t.programme_item_id == self.id, t.language != language)
            if not any(w.scalars(query)):
                raise FieldProblem("title", "What happens? The item needs a few words.")
        w.put(ProgrammeItemText, {"programme_item_id": self.id, "language": language}, **values)

    def refs(self, result: object) -> dict[str, object]:
        """The item."""
        return {"item": self.id}


@dataclass(frozen=True)
class SetItemAudience(Action):
    """Who takes part in an item."""

    code: ClassVar[str] = "programme-audience"
    label: ClassVar[str] = N_("Say who takes part in “{item}”")

    id: UUID
    audience: Audience
    delegations: tuple[UUID, ...] = ()
    people: tuple[UUID, ...] = ()

    def apply(self, w: Writer) -> None:
        """Keep it."""
        row = w.must(ProgrammeItem, self.id)
        _set_audience(w, row, self.audience, self.delegations, self.people)

    def refs(self, result: object) -> dict[str, object]:
        """The item."""
        return {"item": self.id}


@dataclass(frozen=True)
class MoveItem(Action):
    """Another day or time for an item; its length stays."""

    code: ClassVar[str] = "programme-move"
    label: ClassVar[str] = N_("Move “{item}”")

    id: UUID
    on: date
    starts: time | None

    def apply(self, w: Writer) -> None:
        """Move it."""
        from hospes.domain.programme import ends_after

        row = w.must(ProgrammeItem, self.id)
        length = Slot(row.id, row.on, row.starts, row.ends).length
        before = row.on
        if self.on != before:
            row.position = _behind_all(w, row.visit_id, self.on)
        row.on = self.on
        if self.starts != row.starts:
            row.starts = self.starts
            row.ends = ends_after(self.starts, length) if self.starts is not None else None
        _renumber(w, row.visit_id, before, row.on)

    def refs(self, result: object) -> dict[str, object]:
        """The item."""
        return {"item": self.id}


@dataclass(frozen=True)
class PutItemBehind(Action):
    """Put an item that has no time behind another of its day, or (None) before all."""

    code: ClassVar[str] = "programme-order"
    label: ClassVar[str] = N_("Put “{item}” in another place")

    id: UUID
    behind: UUID | None

    def apply(self, w: Writer) -> None:
        """Number the day anew."""
        row = w.must(ProgrammeItem, self.id)
        if row.starts is not None:
            raise UserError("This item has its place by its time. Change the time.", code="has-a-time")
        others = [one for one in _day(w, row.visit_id, row.on) if one.id != row.id]
        at = next((number + 1 for number, one in enumerate(others) if one.id == self.behind), 0)
        for position, one in enumerate([*others[:at], row, *others[at:]]):
            if one.position != position:
                one.position = position
        _renumber(w, row.visit_id, row.on)

    def refs(self, result: object) -> dict[str, object]:
        """The item."""
        return {"item": self.id}


@dataclass(frozen=True)
class CopyItem(Action):
    """The same once more, on a day. Gives the id of the copy."""

    code: ClassVar[str] = "programme-copy"
    label: ClassVar[str] = N_("Copy “{item}”")

    id: UUID
    on: date

    def apply(self, w: Writer) -> UUID:
        """Copy it with its texts and who takes part."""
        row = w.must(ProgrammeItem, self.id)
        new = _copied(w, row, self.on)
        _renumber(w, row.visit_id, self.on)
        return new.id

    def refs(self, result: object) -> dict[str, object]:
        """The copy."""
        return {"item": result}


def _copied(w: Writer, row: ProgrammeItem, on: date) -> ProgrammeItem:
    def again(one: R, **changes: object) -> R:
        values = {column.name: getattr(one, column.name) for column in world_columns(type(one))}
        return w.create(type(one), **{**values, **changes})

    new = again(row, on=on, position=_behind_all(w, row.visit_id, on))
    for cls in (ProgrammeItemText, ProgrammeAudience):
        query = select(cls).where(cls.programme_item_id == row.id)
        for hanging in w.scalars(query).all():
            again(hanging, programme_item_id=new.id)
    return new


@dataclass(frozen=True)
class CopyDay(Action):
    """Everything of one day once more on another day of the visit. Gives how many items."""

    code: ClassVar[str] = "programme-copy-day"
    label: ClassVar[str] = N_("Copy a day of “{visit}”")

    visit_id: UUID
    on: date
    to: date

    def apply(self, w: Writer) -> int:
        """Copy them."""
        rows = _day(w, self.visit_id, self.on)
        if not rows:
            raise UserError("There is nothing on this day to copy.", code="empty-day")
        if self.on == self.to:
            raise FieldProblem("to", "Choose another day than the one that is copied.")
        for row in rows:
            _copied(w, row, self.to)
            w.flush()
        _renumber(w, self.visit_id, self.to)
        return len(rows)

    def refs(self, result: object) -> dict[str, object]:
        """The visit."""
        return {"visit": self.visit_id}


@dataclass(frozen=True)
class DeleteItem(Action):
    """Take an item out of the programme. Gives its visit."""

    code: ClassVar[str] = "programme-delete"
    label: ClassVar[str] = N_("Take “{item}” out of the programme")

    id: UUID

    def apply(self, w: Writer) -> UUID:
        """Delete it with its texts."""
        row = w.must(ProgrammeItem, self.id)
        for cls in (ProgrammeItemText, ProgrammeAudience):
            for hanging in w.scalars(select(cls).where(cls.programme_item_id == row.id)).all():
                w.delete(hanging)
        w.delete(row)
        return row.visit_id

    def refs(self, result: object) -> dict[str, object]:
        """The item and its visit."""
        return {"item": self.id, "visit": result}
