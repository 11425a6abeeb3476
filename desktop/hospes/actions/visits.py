# SPDX-License-Identifier: GPL-3.0-or-later
"""Visits: making one, changing it, its days, its texts, whom it is for and who is in charge.

Copying stands in `visits_copy`, delegations in `visits_delegations`, tasks in `visits_tasks`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select

from hospes.actions import Action
from hospes.actions.editing import Edit, known_fields
from hospes.actions.own import own_association
from hospes.domain.codes_visit import DelegationRole, TargetGroup, VisitKind, VisitState
from hospes.domain.errors import FieldProblem, FormProblems, UserError
from hospes.domain.visit_dates import MOST_DAYS, Span
from hospes.i18n.languages import normal_code
from hospes.i18n.marks import N_
from hospes.store.base import Row
from hospes.store.tables.partnerships import Partnership, PartnershipParty, Theme, ThemeLink, ThemeText
from hospes.store.tables.people import Person
from hospes.store.tables.towns import Territory
from hospes.store.tables.visits import (
    Delegation,
    ProgrammeItem,
    Visit,
    VisitDuty,
    VisitTargetGroup,
    VisitText,
)
from hospes.store.writer import Writer

MOST_PEOPLE = 5_000


@dataclass(frozen=True, slots=True)
class NewDelegation:
    """A delegation of a new visit: a town or an organisation, and what it does."""

    role: DelegationRole
    territory_id: UUID | None = None
    organisation_id: UUID | None = None
    language: str = ""


@dataclass(frozen=True)
class CreateVisit(Action):
    """A new visit. Gives its id.

    The languages of `titles` are those of the association and, if somebody wrote them, others. Without a
    `territory_id` the visit takes place where the first hosting delegation is at home.
    """

    code: ClassVar[str] = "visit-create"
    label: ClassVar[str] = N_("New visit “{visit}”")

    titles: Mapping[str, str]
    first: date | None = None
    last: date | None = None
    delegations: tuple[NewDelegation, ...] = ()
    kind: VisitKind = VisitKind.EXCHANGE
    territory_id: UUID | None = None
    expected_guests: int | None = None

    def apply(self, w: Writer) -> UUID:
        """Make it."""
        visit = make_visit(w, self)
        for position, one in enumerate(self.delegations):
            add_delegation(w, visit, one, position)
        return visit.id

    def refs(self, result: object) -> dict[str, object]:
        """The new visit."""
        return {"visit": result}


def make_visit(w: Writer, new: CreateVisit) -> Visit:
    """The visit with its titles, still without delegations. Raises FormProblems."""
    titles = {normal_code(code): " ".join(text.split()) for code, text in new.titles.items()}
    problems: list[FieldProblem] = []
    if not any(titles.values()):
        problems.append(FieldProblem("title", "The visit needs a name."))
    last = new.last if new.last is not None else new.first
    try:
        check_days(new.first, last)
    except FieldProblem as problem:
        problems.append(problem)
    if problems:
        raise FormProblems(tuple(problems))
    territory = new.territory_id or _where(w, new.delegations)
    place = w.get(Territory, territory) if territory is not None else None
    visit = w.create(
        Visit,
        owner_id=own_association(w).id,
        kind=new.kind,
        state=VisitState.IDEA if new.first is None else VisitState.PLANNED,
        first=new.first,
        last=last,
        territory_id=territory,
        zone=place.zone if place is not None else "",
        partnership_id=_bond(w, new.delegations),
        expected_guests=_number("expected_guests", new.expected_guests),
    )
    for language, title in titles.items():
        if title:
            w.create(VisitText, visit_id=visit.id, language=language, title=title)
    return visit


def check_days(first: date | None, last: date | None) -> None:
    """Raises FieldProblem where the days of a visit cannot be."""
    if first is None and last is not None:
        raise FieldProblem("first", "The first day is missing.")
    if first is None or last is None:
        return
    if last < first:
        raise FieldProblem("last", "The last day is before the first. Look at both.")
    if Span(first, last).days > MOST_DAYS:
        raise FieldProblem("last", "That would be longer than a year. Is the year of the last day right?")


def _number(name: str, value: int | None) -> int | None:
    if value is not None and not 0 <= value <= MOST_PEOPLE:
        raise FieldProblem(name, "That is no number of people. Write a whole number such as 34.")
    return value


def _where(w: Writer, delegations: tuple[NewDelegation, ...]) -> UUID | None:
    """The town of the first who host."""
    from hospes.store.tables.organisations import Organisation

    for one in delegations:
        if one.role is not DelegationRole.VISITING:
            if one.territory_id is not None:
                return one.territory_id
            host = w.get(Organisation, one.organisation_id) if one.organisation_id else None
            return host.territory_id if host is not None else None
    return None


def _bond(w: Writer, delegations: tuple[NewDelegation, ...]) -> UUID | None:
    """The one twinning between exactly the towns that come together, if there is one."""
    towns = {one.territory_id for one in delegations if one.territory_id is not None}
    if len(towns) < 2:
        return None
    parties = (
        select(PartnershipParty.partnership_id, PartnershipParty.territory_id)
        .join(Partnership, Partnership.id == PartnershipParty.partnership_id)
        .where(PartnershipParty.territory_id.is_not(None), Partnership.binned_at.is_(None))
    )
    bonds: dict[UUID, set[UUID]] = {}
    for bond, town in w.execute(parties):
        if town is not None:
            bonds.setdefault(bond, set()).add(town)
    fitting = sorted(bond for bond, between in bonds.items() if between == towns)
    return fitting[0] if fitting else None


def add_delegation(w: Writer, visit: Visit, new: NewDelegation, position: int) -> Delegation:
    """A delegation, in the language of its town unless another was chosen."""
    language = new.language or _language_of(w, new)
    return w.create(
        Delegation,
        visit_id=visit.id,
        role=new.role,
        territory_id=new.territory_id,
        organisation_id=new.organisation_id,
        language=normal_code(language) if language else "",
        position=position,
    )


def _language_of(w: Writer, new: NewDelegation) -> str:
    """What people there most likely read: the language of earlier delegations, else of the country."""
    from hospes.domain.countries import language_of

    d = Delegation
    same = (
        d.territory_id == new.territory_id
        if new.territory_id is not None
        else d.organisation_id == new.organisation_id
    )
    earlier = w.scalars(
        select(d.language).where(same, d.language != "").order_by(d.id.desc()).limit(1)
    ).first()
    if earlier:
        return earlier
    town = w.get(Territory, new.territory_id) if new.territory_id is not None else None
    return language_of(town.country) if town is not None else ""


@dataclass(frozen=True)
class EditVisit(Edit):
    """Change facts of a visit; its days have `SetVisitDays`, its texts `SetVisitTexts`."""

    code: ClassVar[str] = "visit-edit"
    label: ClassVar[str] = N_("Change “{visit}”")
    table: ClassVar[type[Row]] = Visit
    fields: ClassVar[frozenset[str]] = frozenset(
        {
            "kind",
            "state",
            "territory_id",
            "zone",
            "partnership_id",
            "expected_guests",
            "places",
            "registration_until",
            "organiser_in_law",
            "members_only",
            "insolvency_no",
        }
    )
    ref: ClassVar[str] = "visit"

    def checked(self, w: Writer, row: Row) -> dict[str, object]:
        """Numbers of people are such; a zone is one there is; a new place brings its own zone."""
        values = dict(self.values)
        for name in ("expected_guests", "places"):
            value = values.get(name)
            if isinstance(value, int):
                _number(name, value)
        zone = values.get("zone")
        if isinstance(zone, str) and zone:
            check_zone(zone)
        if "territory_id" in values and "zone" not in values:
            place = values["territory_id"]
            town = w.get(Territory, place) if isinstance(place, UUID) else None
            if town is not None and town.zone:
                values["zone"] = town.zone
        return values


def check_zone(zone: str) -> None:
    """Raises FieldProblem where there is no such time zone."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise FieldProblem("zone", "There is no time zone of this name.") from error


@dataclass(frozen=True)
class SetVisitTexts(Action):
    """Texts of a visit in one language: title, aims, what the report says. Others stay as they are."""

    code: ClassVar[str] = "visit-texts"
    label: ClassVar[str] = N_("Write the texts of “{visit}”")
    fields: ClassVar[frozenset[str]] = frozenset(
        {
            "title", "aims", "objectives", "groups", "activities", "results", "evaluation", "follow_up",
            "terms",
        }
    )  # fmt: skip

    id: UUID
    language: str
    values: Mapping[str, str] = field(default_factory=dict)

    def apply(self, w: Writer) -> None:
        """Keep them. Raises FieldProblem where no title would be left in any language."""
        known_fields(self.values, self.fields)
        w.must(Visit, self.id)
        keys = {"visit_id": self.id, "language": normal_code(self.language)}
        values = {name: text.strip() for name, text in self.values.items()}
        if "title" in values:
            values["title"] = " ".join(values["title"].split())
            if not values["title"] and not self._named_elsewhere(w, str(keys["language"])):
                raise FieldProblem("title", "The visit needs a name.")
        w.put(VisitText, keys, **values)

    def _named_elsewhere(self, w: Writer, language: str) -> bool:
        query = select(VisitText.title).where(VisitText.visit_id == self.id, VisitText.language != language)
        return any(w.scalars(query))

    def refs(self, result: object) -> dict[str, object]:
        """The visit."""
        return {"visit": self.id}


@dataclass(frozen=True)
class SetVisitThemes(Action):
    """The themes of a visit, in place of those it had (S5); `new` is a theme the list does not have yet."""

    code: ClassVar[str] = "visit-themes"
    label: ClassVar[str] = N_("Choose the themes of “{visit}”")

    id: UUID
    themes: tuple[UUID, ...]
    new: str = ""
    language: str = "en"

    def apply(self, w: Writer) -> None:
        """Keep them."""
        w.must(Visit, self.id)
        wanted = set(self.themes)
        name = " ".join(self.new.split())
        if name:
            theme = w.create(Theme, position=len(w.scalars(select(Theme.id)).all()))
            w.create(ThemeText, theme_id=theme.id, language=normal_code(self.language), name=name)
            wanted.add(theme.id)
        for link in w.scalars(select(ThemeLink).where(ThemeLink.visit_id == self.id)).all():
            if link.theme_id in wanted:
                wanted.discard(link.theme_id)
            else:
                w.delete(link)
        for theme_id in sorted(wanted):
            w.create(ThemeLink, theme_id=theme_id, partnership_id=None, visit_id=self.id)

    def refs(self, result: object) -> dict[str, object]:
        """The visit."""
        return {"visit": self.id}


@dataclass(frozen=True)
class SetVisitTargetGroups(Action):
    """Whom a visit is for, in place of whom it was for (S18)."""

    code: ClassVar[str] = "visit-target-groups"
    label: ClassVar[str] = N_("Say whom “{visit}” is for")

    id: UUID
    groups: tuple[TargetGroup, ...]

    def apply(self, w: Writer) -> None:
        """Keep them."""
        w.must(Visit, self.id)
        wanted = set(self.groups)
        query = select(VisitTargetGroup).where(VisitTargetGroup.visit_id == self.id)
        for row in w.scalars(query).all():
            if row.target_group in wanted:
                wanted.discard(row.target_group)
            else:
                w.delete(row)
        for group in sorted(wanted):
            w.create(VisitTargetGroup, visit_id=self.id, target_group=group)

    def refs(self, result: object) -> dict[str, object]:
        """The visit."""
        return {"visit": self.id}


@dataclass(frozen=True)
class SetDuty(Action):
    """Somebody is in charge of something at a visit; with `off` no longer."""

    code: ClassVar[str] = "visit-duty"
    label: ClassVar[str] = N_("Say what {person} does at “{visit}”")

    id: UUID
    person_id: UUID
    words: str = ""
    off: bool = False

    def apply(self, w: Writer) -> None:
        """Keep it."""
        w.must(Visit, self.id)
        w.must(Person, self.person_id)
        keys = {"visit_id": self.id, "person_id": self.person_id}
        if not self.off:
            position = len(w.scalars(select(VisitDuty.id).where(VisitDuty.visit_id == self.id)).all())
            if w.get(VisitDuty, w.key_for(VisitDuty, keys)) is None:
                w.create(VisitDuty, **keys, words=self.words.strip(), position=position)
            else:
                w.put(VisitDuty, keys, words=self.words.strip())
            return
        row = w.get(VisitDuty, w.key_for(VisitDuty, keys))
        if row is None:
            raise UserError("This entry is no longer in the file.", code="gone")
        w.delete(row)

    def refs(self, result: object) -> dict[str, object]:
        """Who, and at which visit."""
        return {"visit": self.id, "person": self.person_id}


def programme_of(w: Writer, visit_id: UUID) -> list[ProgrammeItem]:
    """The items of a visit in their order."""
    query = select(ProgrammeItem).where(ProgrammeItem.visit_id == visit_id)
    return list(w.scalars(query.order_by(ProgrammeItem.on, ProgrammeItem.position, ProgrammeItem.id)))
