# SPDX-License-Identifier: GPL-3.0-or-later
"""The file of the other laptop: what both had on 18 April, and Jean-Luc's fourteen changes since, until
24 April.

Twelve fit without questions: three new guests, six telephone numbers, two payments, one programme item.
Two clash with what Hannelore changed in the meantime: Anne Leroy's e-mail address, and the reception on
Thursday.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from uuid import UUID

from hospes.actions import Action
from hospes.actions.reach import AddContactPoint, EditContactPoint
from hospes.domain.codes import ContactKind, Gender, PaymentMethod, PaymentPurpose
from hospes.domain.codes_visit import ParticipationState
from hospes.example.programme import RECEPTION
from hospes.example.rows import Rows
from hospes.example.stays import FIRST, LAST
from hospes.store import search
from hospes.store.engine import FileEngine
from hospes.store.journal import StepFacts
from hospes.store.keys import uuid7_factory
from hospes.store.tables.households import ContactPoint
from hospes.store.tables.members import Payment
from hospes.store.tables.people import Person
from hospes.store.tables.stays import StayWish
from hospes.store.tables.visits import Participation, ProgrammeItem, ProgrammeItemText
from hospes.store.writer import Clockwork, Writer

NAME, BASE_NAME = "Jean-Luc.hospes", "Jean-Luc-base.hospes"
EDITOR, DEVICE = "jean-luc-martin", "jean-luc"

BEFORE = {"email": "a.leroy@poste.example", "place": {"de": "Rathaus, Foyer", "fr": "Hôtel de ville, hall"}}
"""What Hannelore's two changes of after the 18th replaced."""

ANNES_NEW = "anne.leroy@free.example"


def as_of_sharing(rows: Rows) -> None:
    """Turn the rows of the example into what both laptops had on 18 April."""
    for row in rows.all(ContactPoint):
        if row["value"] == "a.leroy@orange.example":
            row["value"] = BEFORE["email"]
    item = rows.of("programme", RECEPTION)
    for row in rows.all(ProgrammeItemText):
        if row["programme_item_id"] == item:
            places = BEFORE["place"]
            assert isinstance(places, dict)
            row["place"] = places[row["language"]]


@dataclass(frozen=True, slots=True)
class _Edit:
    """One of Jean-Luc's changes: an action of the program, or the code of one and what it does."""

    on: date
    at: time
    act: Action | Callable[[Writer], dict[str, object]]
    code: str = ""


def write(base: Path, target: Path, rows: Rows, seed: int) -> None:
    """Copy the base and let Jean-Luc work in the copy."""
    shutil.copyfile(base, target)
    target.chmod(0o600)
    new_id = uuid7_factory(seed + 1, start_ms=1_714_000_000_000)
    engine = FileEngine(target, read_only=False)
    try:
        for edit in _edits(rows):
            _carry_out(engine, edit, rows, new_id)
    finally:
        engine.close()


def _carry_out(engine: FileEngine, edit: _Edit, rows: Rows, new_id: Callable[[], UUID]) -> None:
    """One step, as `App.run` makes it; the example stands below the app."""
    moment = rows.almanac.moment(edit.on, edit.at)
    work = Clockwork(lambda: moment, rows.almanac.day(edit.on), new_id, EDITOR, DEVICE)
    with engine.write() as connection:
        writer = Writer(connection, work)
        try:
            if isinstance(edit.act, Action):
                code, refs = edit.act.code, edit.act.refs(edit.act.apply(writer))
            else:
                code, refs = edit.code, edit.act(writer)
            writer.flush()
            plain = {name: value.hex if isinstance(value, UUID) else value for name, value in refs.items()}
            facts = StepFacts(new_id(), moment, EDITOR, DEVICE, code, plain)
            writer.recorder.write(connection, facts)
            search.refresh(connection, set(writer.recorder.changes().touched))
        finally:
            writer.close()


def _edits(rows: Rows) -> list[_Edit]:
    wednesday, thursday, friday = date(2026, 4, 22), date(2026, 4, 23), date(2026, 4, 24)
    guests = (
        ("Patrick", "Joubert", Gender.MALE),
        ("Sandrine", "Joubert", Gender.FEMALE),
        ("Émile", "Carré", Gender.MALE),
    )
    named = "Gérard Petit, Yvette Marchand, Bernard Garnier, Thierry Faure, Isabelle Noël, Michel Lefèvre"
    phones = [(name, f"+33 6 39 98 80 {number:02d}") for number, name in enumerate(named.split(", "), 1)]
    edits = [
        _Edit(wednesday, time(9, 5 + number), _guest(rows, *guest), "participation-add")
        for number, guest in enumerate(guests)
    ]
    edits += [
        _Edit(
            wednesday,
            time(10, number),
            AddContactPoint("person", _id(rows, "person", name), ContactKind.MOBILE, typed),
        )
        for number, (name, typed) in enumerate(phones)
    ]
    edits.append(_Edit(wednesday, time(18, 30), EditContactPoint(_annes_email(rows), {"value": ANNES_NEW})))
    edits += [
        _Edit(thursday, time(11, number), _payment(rows, name), "payment-record")
        for number, name in enumerate(("Sylvie Moreau", "Marc Simon"))
    ]
    edits.append(_Edit(friday, time(8, 40), _market(rows), "programme-item-add"))
    edits.append(_Edit(friday, time(8, 55), _no_reception(rows), "programme-item-delete"))
    return edits


def _id(rows: Rows, kind: str, name: str) -> UUID:
    return UUID(hex=rows.of(kind, name))


def _annes_email(rows: Rows) -> UUID:
    return _id(rows, "contact_point", "Anne Leroy email")


def _guest(rows: Rows, given: str, surname: str, gender: Gender) -> Callable[[Writer], dict[str, object]]:
    def act(w: Writer) -> dict[str, object]:
        person = w.create(
            Person, given=given, surname=surname, gender=gender, country="FR", preferred_language="fr"
        )
        participation = w.create(
            Participation,
            visit_id=_id(rows, "visit", "2026"),
            person_id=person.id,
            delegation_id=_id(rows, "delegation", "2026 montclair"),
            state=ParticipationState.REGISTERED,
            registered_at=w.now,
            arrival_on=rows.almanac.day(FIRST),
            departure_on=rows.almanac.day(LAST),
        )
        w.create(StayWish, participation_id=participation.id)
        return {"person": person.id}

    return act


def _payment(rows: Rows, name: str) -> Callable[[Writer], dict[str, object]]:
    def act(w: Writer) -> dict[str, object]:
        person = _id(rows, "person", name)
        w.create(
            Payment,
            owner_id=_id(rows, "organisation", "own"),
            person_id=person,
            visit_id=_id(rows, "visit", "2026"),
            on=w.today,
            minor=6_000,
            method=PaymentMethod.CASH,
            purpose=PaymentPurpose.VISIT,
        )
        return {"person": person}

    return act


def _market(rows: Rows) -> Callable[[Writer], dict[str, object]]:
    def act(w: Writer) -> dict[str, object]:
        item = w.create(
            ProgrammeItem,
            visit_id=_id(rows, "visit", "2026"),
            on=rows.almanac.day(date(2026, 5, 16)),
            starts=time(9, 0),
            ends=time(9, 45),
            zone="Europe/Berlin",
            position=90,
        )
        for language, title, place in (
            ("de", "Über den Wochenmarkt", "Marktplatz"),
            ("fr", "Petit tour du marché", "Place du marché"),
        ):
            w.create(
                ProgrammeItemText, programme_item_id=item.id, language=language, title=title, place=place
            )
        return {"item": item.id}

    return act


def _no_reception(rows: Rows) -> Callable[[Writer], dict[str, object]]:
    def act(w: Writer) -> dict[str, object]:
        item = _id(rows, "programme", RECEPTION)
        for language in ("de", "fr"):
            keys = {"programme_item_id": item, "language": language}
            w.delete(w.must(ProgrammeItemText, w.key_for(ProgrammeItemText, keys)))
        w.delete(w.must(ProgrammeItem, item))
        return {"visit": _id(rows, "visit", "2026")}

    return act
