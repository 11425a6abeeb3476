# SPDX-License-Identifier: GPL-3.0-or-later
"""A new visit like an earlier one: programme, tasks and budget with shifted days, hosts to be asked again.

Guests, coordinators and whoever was in charge never come along: nobody is signed up unasked.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar, TypeVar
from uuid import UUID

from sqlalchemy import select

from hospes.actions import Action
from hospes.actions.visits import (
    CreateVisit,
    NewDelegation,
    add_delegation,
    make_visit,
    programme_of,
)
from hospes.domain.codes_visit import DelegationRole, OfferState, VisitKind
from hospes.domain.visit_dates import Span, carried, same_name, with_year
from hospes.i18n.marks import N_
from hospes.store.base import Row
from hospes.store.codec import world_columns
from hospes.store.tables.budget import BudgetLine, VisitPrice
from hospes.store.tables.events import Task
from hospes.store.tables.partnerships import ThemeLink
from hospes.store.tables.stays import HostOffer
from hospes.store.tables.visits import (
    Delegation,
    ProgrammeAudience,
    ProgrammeItemText,
    Visit,
    VisitTargetGroup,
    VisitText,
)
from hospes.store.writer import Writer

PROGRAMME, TASKS, BUDGET, HOSTS = "programme", "tasks", "budget", "hosts"
R = TypeVar("R", bound=Row)

PARTS = (PROGRAMME, TASKS, BUDGET, HOSTS)
"""What may come along from the model."""

_KEPT_TEXTS = ("aims", "objectives", "groups", "terms")
"""Texts of the model that hold for the new visit too; what the report said of the old one does not."""


@dataclass(frozen=True)
class CopyVisit(Action):
    """A new visit like an earlier one. Gives its id.

    Without `delegations` those of the model come again. Without days only the texts and the hosts come along,
    for there is nothing to count programme and tasks from.
    """

    code: ClassVar[str] = "visit-copy"
    label: ClassVar[str] = N_("New visit “{visit}” like “{model}”")

    model_id: UUID
    titles: Mapping[str, str]
    first: date | None = None
    last: date | None = None
    delegations: tuple[NewDelegation, ...] = ()
    parts: frozenset[str] = frozenset({PROGRAMME, TASKS, BUDGET, HOSTS})
    kind: VisitKind | None = None

    def apply(self, w: Writer) -> UUID:
        """Make it."""
        return _Copying(w, self).make().id

    def refs(self, result: object) -> dict[str, object]:
        """The new visit and its model."""
        return {"visit": result, "model": self.model_id}


class _Copying:
    """One visit being made after another."""

    def __init__(self, w: Writer, wanted: CopyVisit) -> None:
        self.w = w
        self.wanted = wanted
        self.model = w.must(Visit, wanted.model_id)
        self.spans: tuple[Span, Span] | None = None

    def make(self) -> Visit:
        """The visit with everything that was asked for."""
        w, wanted, model = self.w, self.wanted, self.model
        old = list(w.scalars(select(Delegation).where(Delegation.visit_id == model.id)))
        old.sort(key=lambda row: (row.position, row.id))
        delegations = wanted.delegations or tuple(
            NewDelegation(row.role, row.territory_id, row.organisation_id, row.language) for row in old
        )
        visit = make_visit(
            w,
            CreateVisit(
                wanted.titles, wanted.first, wanted.last, delegations, wanted.kind or model.kind,
                None if wanted.delegations else model.territory_id,
            ),
        )  # fmt: skip
        visit.model_id = model.id
        visit.organiser_in_law, visit.members_only = model.organiser_in_law, model.members_only
        if visit.partnership_id is None and not wanted.delegations:
            visit.partnership_id = model.partnership_id
        if visit.first and visit.last and model.first and model.last:
            self.spans = Span(model.first, model.last), Span(visit.first, visit.last)
        made = {}
        for position, one in enumerate(delegations):
            like = next((row for row in old if _same(row, one)), None)
            given = one if one.language or like is None else NewDelegation(
                one.role, one.territory_id, one.organisation_id, like.language
            )  # fmt: skip
            new = add_delegation(w, visit, given, position)
            if like is not None:
                made[like.id] = new
                self._copy_journey(like, new)
        self._copy_words(visit)
        if PROGRAMME in wanted.parts:
            self._copy_programme(visit, {key: row.id for key, row in made.items()})
        if TASKS in wanted.parts:
            self._copy_tasks(visit)
        if BUDGET in wanted.parts:
            self._copy_budget(visit)
        if HOSTS in wanted.parts:
            self._ask_hosts_again(visit, delegations, old)
        return visit

    def _day(self, day: date | None) -> date | None:
        return carried(day, *self.spans) if day is not None and self.spans is not None else None

    def _copy_journey(self, like: Delegation, new: Delegation) -> None:
        if like.role is not new.role:
            return
        new.arrival_on, new.departure_on = self._day(like.arrival_on), self._day(like.departure_on)
        for name in ("arrival_at", "arrival_words", "departure_at", "departure_words"):
            setattr(new, name, getattr(like, name))

    def _copy_words(self, visit: Visit) -> None:
        """Texts, target groups and themes.

        Titles in other languages get the new year, unless the visit is called otherwise now.
        """
        w, model = self.w, self.model
        texts = w.scalars(select(VisitText).where(VisitText.visit_id == model.id)).all()
        before = {text.language: text.title for text in texts}
        titles = self.wanted.titles.items()
        same = all(same_name(before.get(language, title), title) for language, title in titles)
        for text in texts:
            keys = {"visit_id": visit.id, "language": text.language}
            values = {name: getattr(text, name) for name in _KEPT_TEXTS}
            new = w.get(VisitText, w.key_for(VisitText, keys))
            if new is None:
                title = with_year(text.title, model.first, visit.first) if same else ""
                w.create(VisitText, **keys, title=title, **values)
            else:
                w.put(VisitText, keys, **values)
        groups = select(VisitTargetGroup.target_group).where(VisitTargetGroup.visit_id == model.id)
        for group in w.scalars(groups).all():
            w.create(VisitTargetGroup, visit_id=visit.id, target_group=group)
        for theme in w.scalars(select(ThemeLink.theme_id).where(ThemeLink.visit_id == model.id)).all():
            w.create(ThemeLink, theme_id=theme, partnership_id=None, visit_id=visit.id)

    def _copy_programme(self, visit: Visit, delegations: Mapping[UUID, UUID]) -> None:
        w, model = self.w, self.model
        for item in programme_of(w, model.id):
            on = self._day(item.on)
            if on is None:
                continue
            zone = visit.zone if item.zone in ("", model.zone) else item.zone
            new = _copied(w, item, visit_id=visit.id, on=on, zone=zone, contact_id=None)
            for text in w.scalars(
                select(ProgrammeItemText).where(ProgrammeItemText.programme_item_id == item.id)
            ).all():
                _copied(w, text, programme_item_id=new.id)
            for chosen in w.scalars(
                select(ProgrammeAudience).where(ProgrammeAudience.programme_item_id == item.id)
            ).all():
                if chosen.delegation_id is not None and chosen.delegation_id in delegations:
                    w.create(
                        ProgrammeAudience,
                        programme_item_id=new.id,
                        delegation_id=delegations[chosen.delegation_id],
                        person_id=None,
                    )

    def _copy_tasks(self, visit: Visit) -> None:
        w, model = self.w, self.model
        for task in w.scalars(select(Task).where(Task.visit_id == model.id)).all():
            days = task.days_from_start
            if days is None and task.due_on is not None and model.first is not None:
                days = (task.due_on - model.first).days
            due = visit.first + timedelta(days=days) if visit.first and days is not None else None
            w.create(
                Task,
                owner_id=visit.owner_id,
                title=with_year(task.title, model.first, visit.first),
                due_on=due,
                days_from_start=days,
                visit_id=visit.id,
                position=task.position,
            )

    def _copy_budget(self, visit: Visit) -> None:
        """Lines as they were planned, prices with their days; nothing that was paid or promised."""
        w, model = self.w, self.model
        for line in w.scalars(select(BudgetLine).where(BudgetLine.visit_id == model.id)).all():
            planned = line.planned_minor if line.planned_minor is not None else line.real_minor
            w.create(
                BudgetLine,
                visit_id=visit.id,
                side=line.side,
                category=line.category,
                text=line.text,
                planned_minor=planned,
                currency=line.currency,
                rate=line.rate,
                rate_on=line.rate_on,
                in_kind=line.in_kind,
                position=line.position,
            )
        for price in w.scalars(select(VisitPrice).where(VisitPrice.visit_id == model.id)).all():
            _copied(
                w,
                price,
                visit_id=visit.id,
                deposit_due=self._day(price.deposit_due),
                rest_due=self._day(price.rest_due),
            )

    def _ask_hosts_again(
        self, visit: Visit, delegations: tuple[NewDelegation, ...], old: list[Delegation]
    ) -> None:
        """Offers of the same homes, not asked yet, with last answers; only where the same town hosts."""
        from hospes.actions.offers_prefill import Prefill

        w, model = self.w, self.model
        hosting = {_whose(row) for row in old if row.role is not DelegationRole.VISITING}
        again = {_whose(one) for one in delegations if one.role is not DelegationRole.VISITING}
        if not hosting & again:
            return
        query = select(HostOffer).where(
            HostOffer.visit_id == model.id, HostOffer.state != OfferState.WITHDRAWN
        )
        offers = list(w.scalars(query.order_by(HostOffer.id)))
        prefill = Prefill(w, visit, [offer.household_id for offer in offers])
        for offer in offers:
            prefill.make(offer.household_id, offer.kind, None)


def _whose(one: Delegation | NewDelegation) -> UUID | None:
    return one.territory_id or one.organisation_id


def _same(row: Delegation, one: NewDelegation) -> bool:
    return _whose(row) == _whose(one)


def _copied(w: Writer, row: R, **changes: object) -> R:
    """Another row with the same facts but these."""
    values = {column.name: getattr(row, column.name) for column in world_columns(type(row))}
    return w.create(type(row), **{**values, **changes})
