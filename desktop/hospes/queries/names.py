# SPDX-License-Identifier: GPL-3.0-or-later
"""What a row is called, whatever it is: for history, search, messages, "did you mean".

Steps of the journal hold ids, never names (decision 15); so a renamed person is renamed in the history too,
and an erased one is gone from it. What was deleted is still called what its last change says.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    CompoundSelect,
    Connection,
    Select,
    String,
    bindparam,
    literal,
    select,
    union_all,
)
from sqlalchemy.orm import InstrumentedAttribute

from hospes.domain.names import PersonName, display_name
from hospes.queries.association import base_language
from hospes.queries.person_facts import names_of as person_names
from hospes.queries.scope import ids_in, unpacked
from hospes.store.tables.cash import CashAccount, CashEntry
from hospes.store.tables.courtesies import Courtesy
from hospes.store.tables.events import Document, Event, EventMotion, EventText, Task
from hospes.store.tables.feedback import Feedback
from hospes.store.tables.goods import Goods
from hospes.store.tables.households import Household
from hospes.store.tables.journal import Change
from hospes.store.tables.letters import Letter
from hospes.store.tables.members import Membership, MembershipClass, MembershipClassText, Receipt
from hospes.store.tables.notes import OwnField, Tag
from hospes.store.tables.organisations import Organisation, OrganisationText
from hospes.store.tables.partnerships import (
    Partnership,
    PartnershipGroup,
    PartnershipParty,
    PartnershipText,
    Theme,
    ThemeText,
)
from hospes.store.tables.projects import Project, ProjectText
from hospes.store.tables.publications import Publication, Reference
from hospes.store.tables.settings import KeptList
from hospes.store.tables.stays import HostOffer
from hospes.store.tables.towns import Territory, TerritoryName
from hospes.store.tables.trainings import AdviceCase, Training
from hospes.store.tables.travel import Transport
from hospes.store.tables.venues import Venue
from hospes.store.tables.visits import Participation, ProgrammeItem, ProgrammeItemText, Visit, VisitText

Column = InstrumentedAttribute[Any]


@dataclass(frozen=True, slots=True)
class Named:
    """A row's kind (the name of its table) and what it is called."""

    kind: str
    id: UUID
    text: str


_PLAIN: tuple[tuple[str, Column, Column], ...] = (
    ("household", Household.id, Household.name),
    ("task", Task.id, Task.title),
    ("transport", Transport.id, Transport.name),
    ("document", Document.id, Document.name),
    ("letter", Letter.id, Letter.name),
    ("tag", Tag.id, Tag.name),
    ("own_field", OwnField.id, OwnField.name),
    ("kept_list", KeptList.id, KeptList.name),
    ("partnership_group", PartnershipGroup.id, PartnershipGroup.name),
    ("receipt", Receipt.id, Receipt.number),
    ("courtesy", Courtesy.id, Courtesy.what),
    ("event_motion", EventMotion.id, EventMotion.text),
    ("feedback", Feedback.id, Feedback.topic),
    ("training", Training.id, Training.topic),
    ("advice_case", AdviceCase.id, AdviceCase.question),
    ("publication", Publication.id, Publication.title),
    ("reference", Reference.id, Reference.title),
    ("goods", Goods.id, Goods.what),
    ("venue", Venue.id, Venue.name),
    ("membership", Membership.id, Membership.number),
    ("cash_account", CashAccount.id, CashAccount.name),
    ("cash_entry", CashEntry.id, CashEntry.text),
)
"""Rows with one name."""

_TRANSLATED: tuple[tuple[str, Column, Column | None, Column, Column, Column], ...] = (
    # kind, its key, its own name, and of its texts: parent, language, name
    ("organisation", Organisation.id, Organisation.name, OrganisationText.organisation_id,
     OrganisationText.language, OrganisationText.name),
    ("territory", Territory.id, Territory.name, TerritoryName.territory_id, TerritoryName.language,
     TerritoryName.name),
    ("membership_class", MembershipClass.id, MembershipClass.name, MembershipClassText.membership_class_id,
     MembershipClassText.language, MembershipClassText.name),
    ("partnership", Partnership.id, Partnership.name, PartnershipText.partnership_id,
     PartnershipText.language, PartnershipText.title),
    ("theme", Theme.id, None, ThemeText.theme_id, ThemeText.language, ThemeText.name),
    ("visit", Visit.id, None, VisitText.visit_id, VisitText.language, VisitText.title),
    ("event", Event.id, None, EventText.event_id, EventText.language, EventText.title),
    ("project", Project.id, None, ProjectText.project_id, ProjectText.language, ProjectText.title),
    ("programme_item", ProgrammeItem.id, None, ProgrammeItemText.programme_item_id,
     ProgrammeItemText.language, ProgrammeItemText.title),
)  # fmt: skip
"""Rows with a name for each language."""


def names(
    connection: Connection, ids: Collection[UUID], language: str, kinds: Collection[str] | None = None
) -> dict[UUID, Named]:
    """What rows are called in a reader's language, else in any they have a name in.

    Ids that nothing has are left out. Who knows the `kinds` (tables) in question spares asking the others.
    """
    found: dict[UUID, Named] = {}
    if not ids:
        return found
    if kinds is None or "person" in kinds:
        for ref, name in person_names(connection, ids_in(ids)).items():
            found[ref] = Named("person", ref, display_name(name))
    asked = None if kinds is None else frozenset(kinds)
    given = {"ids": ids_in(ids).packed}
    if (plain := _plain(asked)) is not None:
        found |= {ref: Named(kind, ref, text) for kind, ref, text in connection.execute(plain, given)}
    if (translated := _translated(asked)) is not None:
        own: dict[str, dict[UUID, str]] = {}
        for kind, ref, text in connection.execute(translated, given):
            own.setdefault(kind, {})[ref] = text
        for kind, mine in own.items():
            texts = connection.execute(_texts(kind), {"ids": ids_in(mine).packed})
            called = _in_language(mine, texts, language)
            found |= {ref: Named(kind, ref, text) for ref, text in called.items()}
    _name_bonds(connection, found, language)
    _name_visitors(connection, found, ids, kinds)
    found |= _deleted(connection, set(ids) - found.keys())
    return found


Asked = frozenset[str] | None
"""Kinds of rows in question; None for all."""


@cache
def _plain(kinds: Asked) -> CompoundSelect[str, UUID, str] | None:
    """One question for all rows with one name: put together once, as it is asked everywhere."""
    return _all_of([(kind, key, name) for kind, key, name in _PLAIN if kinds is None or kind in kinds])


@cache
def _translated(kinds: Asked) -> CompoundSelect[str, UUID, str] | None:
    """The same for rows with a name for each language, and the one they have of their own."""
    return _all_of(
        [
            (kind, key, own if own is not None else literal(""))
            for kind, key, own, *_ in _TRANSLATED
            if kinds is None or kind in kinds
        ]
    )


def _all_of(
    parts: Sequence[tuple[str, Column, Column | BindParameter[str]]],
) -> CompoundSelect[str, UUID, str] | None:
    if not parts:
        return None
    among = unpacked(bindparam("ids", type_=String))
    return union_all(*(select(literal(kind), key, name).where(key.in_(among)) for kind, key, name in parts))


@cache
def _texts(kind: str) -> Select[UUID, str, str]:
    parent, language, text = next(
        (parent, language, text) for one, _, _, parent, language, text in _TRANSLATED if one == kind
    )
    return select(parent, language, text).where(parent.in_(unpacked(bindparam("ids", type_=String))))


def _in_language(mine: dict[UUID, str], texts: Iterable[Any], language: str) -> dict[UUID, str]:
    """The name in the reader's language, else the row's own, else any."""
    wanted, any_text = base_language(language), {ref: name for ref, name in mine.items() if name}
    chosen: dict[UUID, str] = {}
    for ref, of_language, text in texts:
        if text and of_language == wanted:
            chosen.setdefault(ref, text)
        if text:
            any_text.setdefault(ref, text)
    return {ref: chosen.get(ref) or any_text.get(ref, "") for ref in mine}


def _name_bonds(connection: Connection, found: dict[UUID, Named], language: str) -> None:
    """A twinning without a title is called by its parties."""
    bare = [ref for ref, named in found.items() if named.kind == "partnership" and not named.text]
    if not bare:
        return
    p = PartnershipParty
    query = select(p.partnership_id, p.territory_id, p.organisation_id).where(
        p.partnership_id.in_(ids_in(bare))
    )
    parties: dict[UUID, list[UUID]] = {}
    for ref, territory_id, organisation_id in connection.execute(query.order_by(p.position, p.id)):
        party = territory_id or organisation_id
        if party is not None:
            parties.setdefault(ref, []).append(party)
    called = names(connection, {one for many in parties.values() for one in many}, language)
    for ref, many in parties.items():
        text = " – ".join(called[one].text for one in many if one in called)
        found[ref] = Named("partnership", ref, text)


def _name_visitors(
    connection: Connection, found: dict[UUID, Named], ids: Collection[UUID], kinds: Collection[str] | None
) -> None:
    """Somebody's part in a visit is called like the person, an offer like the household."""
    if kinds is None or "participation" in kinds:
        query = select(Participation.id, Participation.person_id).where(Participation.id.in_(ids_in(ids)))
        people = dict(connection.execute(query).all())
        called = person_names(connection, ids_in(people.values())) if people else {}
        for ref, person_id in people.items():
            if person_id in called:
                found[ref] = Named("participation", ref, display_name(called[person_id]))
    if kinds is None or "host_offer" in kinds:
        offers = (
            select(HostOffer.id, Household.name)
            .join(Household, Household.id == HostOffer.household_id)
            .where(HostOffer.id.in_(ids_in(ids)))
        )
        for ref, text in connection.execute(offers):
            found[ref] = Named("host_offer", ref, text)


def _deleted(connection: Connection, ids: set[UUID]) -> dict[UUID, Named]:
    """What rows were called that are no longer there, by the change that took them out."""
    found: dict[UUID, Named] = {}
    if not ids:
        return found
    query = select(Change.row_id, Change.table_name, Change.fields).where(_taken_out(ids)).order_by(Change.id)
    for ref, table, fields in connection.execute(query):
        values = {name: pair[0] for name, pair in fields.items()}
        if table == "person":
            known = {name: values[name] for name in PersonName.__slots__ if isinstance(values.get(name), str)}
            text = display_name(PersonName(**known))
        else:
            text = str(values.get("name") or values.get("title") or values.get("number") or "")
        if text:
            found[ref] = Named(table, ref, text)
        elif table == "programme_item":
            found |= _deleted_item(connection, ref)
    return found


def _deleted_item(connection: Connection, item: UUID) -> dict[UUID, Named]:
    """A programme item that went is called by the texts that went with it."""
    query = select(Change.fields).where(Change.table_name == "programme_item_text", Change.kind == "delete")
    for fields in connection.scalars(query.order_by(Change.id.desc())):
        of, title = fields.get("programme_item_id", [""])[0], fields.get("title", [""])[0]
        if of == item.hex and title:
            return {item: Named("programme_item", item, str(title))}
    return {}


def _taken_out(ids: set[UUID]) -> ColumnElement[bool]:
    return Change.row_id.in_(ids_in(ids)) & (Change.kind == "delete")
